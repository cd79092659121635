"""Verbs of councils: motions, votes, what they change in a treaty, plans."""

from game.core.accession import come_in_together
from game.core.charters import Choice, Motion, MotionStatus, Outvoted, Plan, plan_key
from game.core.councils import newcomers, text_of, with_text, without
from game.core.drafts import Draft
from game.core.record import replace
from game.core.verbs.changing import Changing, rest

REMEMBERED = 12
"""Turns after which having been outvoted is forgotten."""


class Councils(Changing):
    """What an alliance decides together."""

    def call_vote(self, who: str, motion: Motion) -> str:
        """Put a motion to a council; its mover votes for it. Returns its id."""
        nation = self.nations[who]
        motion_id = f"{who}-{self.turn}-{nation.made + 1}"
        self.nations[who] = replace(nation, made=nation.made + 1)
        self.motions[motion_id] = replace(motion, votes={who: "for"})
        parties = self.treaties[motion.treaty].parties
        self._tell("moved", who, rest(parties, who), motion.amount, motion.kind, motion_id, parties)
        return motion_id

    def vote(self, who: str, motion_id: str, choice: Choice) -> None:
        """A member votes."""
        motion = self.motions[motion_id]
        self.motions[motion_id] = replace(motion, votes={**motion.votes, who: choice})
        parties = self.treaties[motion.treaty].parties
        self._tell("voted", who, rest(parties, who), why=choice, about=motion_id, audience=parties)

    def close_motion(self, motion_id: str, status: MotionStatus) -> None:
        """A motion is carried or has failed. What comes of it the world may see; who voted how it may not."""
        motion = self.motions[motion_id]
        self.motions[motion_id] = replace(motion, status=status, closed=self.turn)
        treaty = self.treaties[motion.treaty]
        carried = status == "carried"
        self._tell(
            "carried" if carried else "motion_failed", motion.by, rest(treaty.parties, motion.by), motion.amount,
            motion.kind, motion_id, treaty.parties,
        )  # fmt: skip

    def note_outvoted(self, treaty_id: str, nations: tuple[str, ...], about: str) -> None:
        """Members that are bound by what they voted against."""
        treaty = self.treaties[treaty_id]
        kept = tuple(one for one in treaty.outvoted if one.turn > self.turn - REMEMBERED)
        added = tuple(Outvoted(name, self.turn) for name in nations)
        self.treaties[treaty_id] = replace(treaty, outvoted=(*kept, *added))
        audience = self.treaty_audience(treaty_id)
        for name in nations:
            self._tell("outvoted", name, rest(treaty.parties, name), about=about, audience=audience, text=treaty_id)

    def suspend(self, treaty_id: str, who: str) -> None:
        """The treaty's duties rest toward a member, and its own."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, suspended=tuple(sorted((*treaty.suspended, who))))
        audience = self.treaty_audience(treaty_id)
        self._tell("suspended", who, rest(treaty.parties, who), about=treaty_id, audience=audience)

    def restore(self, treaty_id: str, who: str) -> None:
        """A suspended member is bound and covered again."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, suspended=rest(treaty.suspended, who))
        audience = self.treaty_audience(treaty_id)
        self._tell("restored", who, rest(treaty.parties, who), about=treaty_id, audience=audience)

    def expel(self, treaty_id: str, who: str) -> None:
        """A member is put out at once."""
        treaty = self.treaties[treaty_id]
        audience = self.treaty_audience(treaty_id)
        # What was signed with it this turn falls with its membership.
        self.treaties[treaty_id] = replace(without(treaty, who), coming=None, lobbied={})
        self._tell("expelled", who, rest(treaty.parties, who), about=treaty_id, audience=audience)

    def waive_creed(self, treaty_id: str, who: str) -> None:
        """One nation may join though it does not meet the creed."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, waived=tuple(sorted((*treaty.waived, who))))
        self._tell("waived", who, treaty.parties, about=treaty_id, audience=self.treaty_audience(treaty_id))

    def speak_jointly(self, treaty_id: str, toward: str) -> None:
        """The members speak to a nation with one voice, and the world hears it."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, statements={**treaty.statements, toward: self.turn})
        self._tell("declared", treaty.parties[0], (toward, *treaty.parties[1:]), about=treaty_id)

    def agree_plan(self, treaty_id: str, plan: Plan, why: str = "") -> None:
        """A contingency plan is agreed, or taken over from an alliance that has ended."""
        treaty = self.treaties[treaty_id]
        plans = {**self.plans.get(treaty_id, {}), plan_key(plan.theatre, plan.threat): plan}
        self.plans[treaty_id] = dict(sorted(plans.items()))
        self._tell(
            "planned", treaty.parties[0], treaty.parties[1:], plan.rehearsal, why or plan.theatre, treaty_id,
            treaty.parties, text=plan_key(plan.theatre, plan.threat),
        )  # fmt: skip

    def rehearse(self, treaty_id: str, key: str, value: int, why: str) -> None:
        """A plan is practised by an exercise, or shown wanting in use: its rehearsal as of now."""
        treaty = self.treaties[treaty_id]
        plan = replace(self.plans[treaty_id][key], rehearsal=value, practised=self.turn)
        self.plans[treaty_id] = {**self.plans[treaty_id], key: plan}
        self._tell("rehearsed", treaty.parties[0], treaty.parties[1:], value, why, treaty_id, treaty.parties, text=key)

    def follow_plan(self, treaty_id: str, crisis_id: str) -> None:
        """A rehearsed plan is put in hand as a case comes to its sealed rounds."""
        treaty = self.treaties[treaty_id]
        target = self.crises[crisis_id].target
        self._tell("plan_followed", target, rest(treaty.parties, target), why=treaty_id, about=crisis_id)

    def sign_text(self, thread_id: str, draft: Draft) -> None:
        """A new text of a treaty is agreed; it binds from the end of this turn's Resolution, and all whom several texts
        of one turn take in come in by one."""
        thread = self.threads[thread_id]
        self.threads[thread_id] = replace(thread, status="signed")
        treaty = self.treaties[draft.amends]
        self.treaties[draft.amends] = replace(treaty, coming=come_in_together(self.world(), draft))
        why = "accession" if newcomers(treaty, draft) else "amendment"
        self._tell(
            "signed", thread.by, rest(draft.parties, thread.by), why=why,
            about=thread_id, draft=draft, drafts=(text_of(draft.amends, treaty),), text=draft.amends,
            audience=draft.parties if draft.secret else None,
        )  # fmt: skip

    def change_text(self, treaty_id: str) -> None:
        """The text signed this turn becomes the treaty's."""
        treaty = self.treaties[treaty_id]
        draft = treaty.coming
        if draft is None:
            return
        joined = newcomers(treaty, draft)
        self.treaties[treaty_id] = with_text(treaty, draft)
        audience = self.treaty_audience(treaty_id)
        if joined:
            # Who else came in with it stands first among the rest.
            whom = (*joined[1:], *(name for name in draft.parties if name not in joined))
            self._tell("joined", joined[0], whom, len(joined), about=treaty_id, audience=audience, draft=draft)
        else:
            self._tell("amended", draft.parties[0], draft.parties[1:], about=treaty_id, audience=audience, draft=draft)
