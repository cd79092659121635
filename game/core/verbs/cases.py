"""Verbs of crises and of the ledger."""

from game.core.crises import Answer, Call, Crisis, CrisisStage, Grade, Outcome, Scheduled
from game.core.events import EventKind
from game.core.record import replace
from game.core.terms import Term, Tone
from game.core.verbs.changing import Changing
from game.core.world import LedgerEntry


class Cases(Changing):
    """How a case begins, calls, is answered and ends; how duties were met."""

    def brew(self, case: Scheduled, resolve: int) -> None:
        """A case begins, with the challenger's private resolve."""
        self.crises[case.id] = Crisis(
            kind=case.kind,
            theatre=case.theatre,
            target=case.target,
            challenger=case.challenger,
            stakes=case.stakes,
            severity=case.severity,
            pace=case.pace,
            stage="brewing",
            since=self.turn,
            grade=case.grade,
            resolve=resolve,
        )
        self._tell("brewing", case.challenger, (case.target,), case.severity, about=case.id)
        self._tell("resolve", case.challenger, amount=resolve, about=case.id, audience=(case.challenger,))

    def next_case_id(self, who: str) -> str:
        """The id of a new case raised by a nation."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, made=nation.made + 1)
        self._tell("initiatives", who, why="numbered", audience=())
        return f"{who}-{self.turn}-{nation.made + 1}"

    def plan_case(self, case: Scheduled) -> None:
        """What has happened will be a case at the next Opening."""
        self.schedule = (*self.schedule, case)
        self._tell("brewing", why="planned", about=case.id, audience=())

    def take_scheduled(self, case: Scheduled) -> None:
        """A scheduled case is dealt: it leaves the schedule."""
        self.schedule = tuple(other for other in self.schedule if other.id != case.id)
        self._tell("crisis_open" if case.stage == "open" else "brewing", why="dealt", about=case.id, audience=())

    def open_crisis(self, crisis_id: str, grade: Grade, live: bool, tone: Tone = "plain") -> None:
        """A demand is pressed. `live` when it was pressed during negotiation."""
        crisis = self.crises[crisis_id]
        opened = replace(crisis, stage="open", opened=self.turn, opened_live=live, grade=grade, tone=tone)
        self.crises[crisis_id] = opened
        self._tell("pressed", crisis.challenger, (crisis.target,), crisis.severity, grade, crisis_id)

    def bring_to_showdown(self, crisis_id: str) -> None:
        """The case comes to its sealed rounds."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, stage="showdown")
        self._tell("showdown", crisis.challenger, (crisis.target,), about=crisis_id)

    def invoke(self, crisis_id: str, treaty_id: str, calls: tuple[Call, ...]) -> None:
        """The target calls on a treaty; each ally it binds here is called."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, calls=(*crisis.calls, *calls))
        # A call on a secret treaty is made in the open: the promise comes to light when it is claimed.
        treaty = self.treaties[treaty_id]
        if treaty.secret:
            self.treaties[treaty_id] = replace(treaty, secret=False, finders=())
        allies = tuple(call.ally for call in calls)
        self._tell("invoked", crisis.target, allies, about=crisis_id, why=treaty_id)
        for call in calls:
            self._tell("called", call.ally, (crisis.target,), call.earmark, call.automaticity, crisis_id)

    def read_as_not_the_case(self, crisis_id: str, treaty_id: str, who: str, why: str) -> None:
        """A treaty was read, and this is not the case it meant."""
        target = self.crises[crisis_id].target
        audience = self.treaty_audience(treaty_id)
        self._tell("not_the_case", who, (target, treaty_id), why=why, about=crisis_id, audience=audience)

    def seal(self, crisis_id: str, answers: dict[str, Answer]) -> None:
        """The envelopes of one case are opened together. Why each was written stays with its writer."""
        crisis = self.crises[crisis_id]
        bare = {name: replace(answer, because=()) for name, answer in answers.items()}
        self.crises[crisis_id] = replace(crisis, answers=(*crisis.answers, bare))
        for name, answer in answers.items():
            self._tell("answered", name, (crisis.target,), answer.forces, about=crisis_id, answer=answer)
            self.explain(name, answer.because, crisis_id, answer.stance)

    def mediate(self, crisis_id: str, who: str, why: str) -> None:
        """A third nation carried words: `why` is "terms" where some now lie before both, else what stood in the way."""
        crisis = self.crises[crisis_id]
        terms_by = who if why == "terms" else ""
        self.crises[crisis_id] = replace(crisis, mediated=(*crisis.mediated, who), terms_by=terms_by)
        self._tell("mediated", who, (crisis.target, crisis.challenger), why=why, about=crisis_id)

    def offer(self, crisis_id: str, who: str) -> None:
        """A side offers to meet half way, or takes the terms that lie before both."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, offers=(*crisis.offers, who))
        other = crisis.target if who == crisis.challenger else crisis.challenger
        whom = (other, crisis.terms_by) if crisis.terms_by else (other,)
        self._tell("offered", who, whom, why="terms" if crisis.terms_by else "", about=crisis_id)

    def decline(self, crisis_id: str, who: str, why: str) -> None:
        """A mediator's terms fall, refused or left unanswered, and with them what was said to them."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, offers=(), terms_by="")
        other = crisis.target if who == crisis.challenger else crisis.challenger
        self._tell("declined", who, (other, crisis.terms_by), why=why, about=crisis_id)

    def warn(self, crisis_id: str, who: str) -> None:
        """A third nation says that it would not stand by."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(crisis, warned=(*crisis.warned, who))
        self._tell("warned", who, (crisis.challenger, crisis.target), about=crisis_id)

    def begin_war(self, crisis_id: str, won: bool, losses: int, began_with: dict[str, int]) -> None:
        """A strike that does not end with the day."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = replace(
            crisis, stage="fighting", fighting_since=self.turn, ahead=1 if won else -1, losses=losses, offers=(),
            began_with=began_with,
        )  # fmt: skip
        self._tell("war_began", crisis.challenger, (crisis.target, *crisis.in_arms), losses, about=crisis_id)

    def fight(self, crisis_id: str, won: bool, losses: int) -> None:
        """A turn of war; offers made before it no longer stand."""
        crisis = self.crises[crisis_id]
        ahead = crisis.ahead + (1 if won else -1)
        self.crises[crisis_id] = replace(crisis, ahead=ahead, losses=crisis.losses + losses, offers=())
        why = "won" if won else "lost"
        self._tell("battle", crisis.challenger, (crisis.target, *crisis.in_arms), losses, why, crisis_id)

    def entrap(self, who: str, ward: str, crisis_id: str) -> None:
        """A nation fights in another's quarrel that it might have settled."""
        self._tell("entrapped", who, (ward,), about=crisis_id)

    def abandon(self, ward: str, by: tuple[str, ...], crisis_id: str) -> None:
        """Nobody who had promised to come has come."""
        self._tell("abandoned", ward, by, about=crisis_id)

    def rekindle(self, crisis_id: str, before: str) -> None:
        """What was left alone after a war comes back."""
        crisis = self.crises[before]
        self._tell("rekindled", crisis.challenger, (crisis.target,), why=crisis_id, about=before)

    def spread(self, crisis_id: str, where: str) -> None:
        """A case has caught next door; the one it became is told for itself."""
        self._tell("spread", self.crises[crisis_id].challenger, (where,), about=crisis_id)

    def slip(self, crisis_id: str) -> None:
        """A confrontation comes to blows though nobody chose it."""
        crisis = self.crises[crisis_id]
        self._tell("slipped", crisis.challenger, (crisis.target,), about=crisis_id)

    def close_crisis(self, crisis_id: str, outcome: Outcome, losses: int = 0) -> None:
        """A case ends."""
        crisis = self.crises[crisis_id]
        self.crises[crisis_id] = _ended(crisis, outcome, losses, self.turn, self.rules.war_loss)
        self._tell(
            _END_EVENT[outcome], crisis.challenger, (crisis.target,), self.crises[crisis_id].losses, outcome, crisis_id
        )

    def record_not_made(self, crisis_id: str, terms: tuple[Term, ...], pledge: str, by: str) -> None:
        """A challenge was weighed and not made; why, by whose pledge, opens in the debrief."""
        crisis = self.crises[crisis_id]
        whom = (crisis.target, by) if by else (crisis.target,)
        self._tell(
            "not_made", crisis.challenger, whom, crisis.resolve, pledge, crisis_id, terms=terms,
            audience=(crisis.challenger,),
        )  # fmt: skip

    def enter_ledger(self, who: str, entry: LedgerEntry, asked: str = "", drilled: str = "") -> None:
        """A duty that fell due is entered: kept, broken or excused.

        Of an exercise that was `asked` for in one theatre while one was ordered in another, or otherwise, both
        theatres are told.
        """
        nation = self.nations[who]
        self.nations[who] = replace(nation, ledger=(*nation.ledger, entry))
        kinds: dict[str, EventKind] = {
            "kept": "duty_kept",
            "broken": "duty_broken",
            "excused": "duty_excused",
        }
        if entry.duty == "consult" and entry.result == "kept":
            kinds["kept"] = "consulted"
        audience = self.treaty_audience(entry.treaty)
        self._tell(
            kinds[entry.result], who, (entry.toward, drilled) if drilled else (entry.toward,), entry.weight, entry.duty,
            asked or entry.about or entry.treaty,
            text=entry.treaty, audience=audience,
        )  # fmt: skip


_END_EVENT: dict[Outcome, EventKind] = {
    "conceded": "conceded",
    "backed_down": "backed_down",
    "compromise": "settled",
    "frozen": "frozen",
    "struck_won": "struck",
    "struck_lost": "struck",
    "lapsed": "lapsed",
    "mediated": "settled",
}


def _ended(crisis: Crisis, outcome: Outcome, losses: int, turn: int, war_loss: int) -> Crisis:
    if crisis.stage == "fighting":
        return replace(crisis, stage="war", outcome=outcome, losses=crisis.losses + losses, ended=turn)
    if outcome in ("struck_won", "struck_lost"):
        stage: CrisisStage = "war" if losses >= war_loss else "settled"
        return replace(crisis, stage=stage, outcome=outcome, losses=losses, ended=turn)
    if outcome == "frozen":
        return replace(crisis, stage="frozen", outcome=outcome, ended=turn)
    if outcome == "lapsed":
        return replace(crisis, stage="lapsed", outcome=outcome, ended=turn)
    return replace(crisis, stage="settled", outcome=outcome, ended=turn)
