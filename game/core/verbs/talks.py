"""Verbs of negotiation: words, drafts, treaties."""

from game.core.councils import text_of, without
from game.core.drafts import Draft, Refusal, Revision, Thread, ThreadStatus
from game.core.events import EventKind
from game.core.record import replace
from game.core.terms import Term, Tone
from game.core.verbs.changing import Changing, rest
from game.core.world import Treaty


class Talks(Changing):
    """Messages, threads, signatures, and how treaties end."""

    def say(self, who: str, to: tuple[str, ...], text: str, tone: Tone = "plain") -> None:
        """A message is delivered."""
        self._tell("message", who, to, why=_spoken(tone), text=text, audience=(who, *to))

    def open_thread(self, who: str, draft: Draft, turns: int, tone: Tone = "plain") -> str:
        """Put a draft on the table; its maker, if a party, agrees to it. Returns the thread's id."""
        nation = self.nations[who]
        thread_id = f"{who}-{self.turn}-{nation.made + 1}"
        self.nations[who] = replace(nation, made=nation.made + 1)
        self.threads[thread_id] = Thread(
            by=who,
            parties=draft.parties,
            opened=self.turn,
            deadline=self.turn + turns,
            revisions=(Revision(who, draft, self.turn, _agreeing(who, draft), tone=tone),),
        )
        self._tell(
            "proposed", who, rest(draft.parties, who), 1, why=_spoken(tone), about=thread_id, draft=draft,
            drafts=(text_of(draft.amends, self.treaties[draft.amends]),) if draft.amends else (),
            audience=self.threads[thread_id].table,
        )  # fmt: skip
        return thread_id

    def deal_thread(self, thread_id: str) -> None:
        """Lay a draft of the opening hand on the table, as if its maker had just proposed it."""
        thread = self.threads[thread_id]
        draft = thread.latest.draft
        self._tell(
            "proposed",
            thread.by,
            rest(thread.parties, thread.by),
            len(thread.revisions),
            why="opening_hand",
            about=thread_id,
            draft=draft,
            audience=thread.table,
        )

    def revise(
        self, thread_id: str, who: str, draft: Draft, tone: Tone = "plain", changed_for: Term | None = None
    ) -> None:
        """Put another draft in the place of the one on the table, and say what the change is for."""
        thread = self.threads[thread_id]
        revisions = (*thread.revisions, Revision(who, draft, self.turn, _agreeing(who, draft), tone=tone))
        self.threads[thread_id] = replace(
            thread,
            revisions=revisions,
            deadline=max(thread.deadline, self.turn),
            countered=(*thread.countered, who),
        )
        self._tell(
            "countered", who, rest(thread.table, who), len(revisions), why=_spoken(tone), about=thread_id, draft=draft,
            terms=(changed_for,) if changed_for is not None else (), audience=thread.table,
        )  # fmt: skip

    def agree(self, thread_id: str, who: str) -> None:
        """A party agrees to the revision on the table."""
        thread = self.threads[thread_id]
        latest = replace(thread.latest, agreed=(*thread.latest.agreed, who))
        self.threads[thread_id] = replace(thread, revisions=(*thread.revisions[:-1], latest))
        self._tell(
            "accepted", who, rest(thread.table, who), len(thread.revisions), about=thread_id,
            draft=latest.draft, audience=thread.table,
        )  # fmt: skip

    def refuse(
        self, thread_id: str, who: str, decisive: Term | None, instead: Draft | None, tone: Tone = "plain"
    ) -> None:
        """A party refuses the revision on the table, and says what it would sign."""
        thread = self.threads[thread_id]
        refusal = Refusal(who, self.turn, decisive, instead, tone)
        latest = replace(thread.latest, refusals=(*thread.latest.refusals, refusal))
        # Several parties refusing one draft is still one draft refused.
        first = all(other.turn != self.turn for other in thread.latest.refusals)
        self.threads[thread_id] = replace(
            thread,
            revisions=(*thread.revisions[:-1], latest),
            refused_drafts=thread.refused_drafts + (1 if first else 0),
        )
        self._tell(
            "refused", who, rest(thread.table, who), len(thread.revisions), why=_spoken(tone), about=thread_id,
            draft=instead, terms=(decisive,) if decisive is not None else (), audience=thread.table,
        )  # fmt: skip

    def close_thread(
        self, thread_id: str, status: ThreadStatus, who: str = "", why: str = "", decisive: Term | None = None
    ) -> None:
        """A negotiation ends: recalled, `decisive` being what spoke against it; refused by all; or lapsed, `why` where
        it was not for want of time."""
        thread = self.threads[thread_id]
        self.threads[thread_id] = replace(thread, status=status)
        kind: EventKind = "recalled" if status == "recalled" else "thread_lapsed"
        self._tell(
            kind, who or thread.by, rest(thread.table, who or thread.by), why=why or status, about=thread_id,
            draft=thread.latest.draft, terms=(decisive,) if decisive is not None else (), audience=thread.table,
        )  # fmt: skip

    def reopen_thread(self, thread_id: str) -> None:
        """A new turn: counters and refusals in a thread are counted afresh."""
        thread = self.threads[thread_id]
        if thread.countered or thread.refused_drafts:
            self.threads[thread_id] = replace(thread, countered=(), refused_drafts=0)
            self._tell("thread_closed", thread.by, why="reopened", about=thread_id, audience=thread.table)

    def note_expiry(self, thread_id: str) -> None:
        """Remind those at a table that its draft lapses with this turn."""
        thread = self.threads[thread_id]
        self._tell(
            "expires", thread.by, rest(thread.table, thread.by), about=thread_id, draft=thread.latest.draft,
            audience=thread.table,
        )  # fmt: skip

    def sign(self, thread_id: str) -> None:
        """All parties agree: the draft becomes a treaty, in force from the end of this turn's Resolution."""
        thread = self.threads[thread_id]
        draft = thread.latest.draft
        self.threads[thread_id] = replace(thread, status="signed")
        if draft.clauses:
            self.treaties[thread_id] = Treaty(
                title=draft.title,
                parties=draft.parties,
                clauses=draft.clauses,
                signed=self.turn,
                duration=draft.duration,
                notice=draft.notice,
                secret=draft.secret,
                charter=draft.charter,
            )
        audience = draft.parties if draft.secret else None
        first = thread.by if thread.by in draft.parties else draft.parties[0]
        self._tell(
            "signed",
            first,
            rest(draft.parties, first),
            about=thread_id,
            draft=draft,
            audience=audience,
        )

    def sign_settlement(self, treaty_id: str, treaty: Treaty, who: str) -> None:
        """What two sides of a case agreed becomes a treaty, in force from the end of this turn's Resolution."""
        self.treaties[treaty_id] = treaty
        self._tell("signed", who, rest(treaty.parties, who), why="settlement", about=treaty_id, draft=Draft(
            title=treaty.title, parties=treaty.parties, clauses=treaty.clauses, duration=treaty.duration,
        ))  # fmt: skip

    def drop_clause(self, who: str, treaty_id: str, kind: str) -> None:
        """A clause is struck from a treaty; a treaty that held nothing else ends."""
        treaty = self.treaties[treaty_id]
        left = tuple(clause for clause in treaty.clauses if clause.kind != kind)
        ended = 0 if left else self.turn
        self.treaties[treaty_id] = replace(treaty, clauses=left or treaty.clauses, ended=ended)
        self._tell(
            "clause_ended", who, rest(treaty.parties, who), why=kind, about=treaty_id,
            audience=self.treaty_audience(treaty_id),
        )  # fmt: skip

    def announce_withdrawal(self, who: str, treaty_id: str) -> None:
        """A party says it will leave, after the notice."""
        treaty = self.treaties[treaty_id]
        free = self.turn + treaty.notice
        self.treaties[treaty_id] = replace(treaty, leaving={**treaty.leaving, who: free})
        audience = self.treaty_audience(treaty_id)
        self._tell("withdrawal_announced", who, rest(treaty.parties, who), free, about=treaty_id, audience=audience)

    def leave_treaty(self, who: str, treaty_id: str) -> None:
        """A party's notice has run; a treaty of one ends."""
        treaty = self.treaties[treaty_id]
        audience = self.treaty_audience(treaty_id)
        left = rest(treaty.parties, who)
        if len(left) < 2:
            self.treaties[treaty_id] = replace(treaty, ended=self.turn, leaving={})
        else:
            self.treaties[treaty_id] = without(treaty, who)
        self._tell("left_treaty", who, left, about=treaty_id, audience=audience)

    def end_treaty(self, treaty_id: str, why: str) -> None:
        """A treaty's time has run."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, ended=self.turn)
        audience = self.treaty_audience(treaty_id)
        self._tell("treaty_ended", treaty.parties[0], treaty.parties[1:], why=why, about=treaty_id, audience=audience)

    def enter_force(self, treaty_id: str) -> None:
        """Record that a treaty signed this turn binds from now."""
        treaty = self.treaties[treaty_id]
        self.treaties[treaty_id] = replace(treaty, lobbied={})
        audience = self.treaty_audience(treaty_id)
        self._tell("in_force", treaty.parties[0], treaty.parties[1:], about=treaty_id, audience=audience)


def _agreeing(who: str, draft: Draft) -> tuple[str, ...]:
    """Whoever moves a draft agrees to it, unless it only brokers."""
    return (who,) if who in draft.parties else ()


def _spoken(tone: Tone) -> str:
    """A tone as an event tells it: nothing where it was plain."""
    return "" if tone == "plain" else tone
