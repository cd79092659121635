"""The draft under the verbs: a state's records, shared until replaced, and the one method that records an event."""

from game.core.appraisal import Appraisal
from game.core.burden import BurdenRow
from game.core.charters import Motion, Plan
from game.core.crises import Answer, Crisis
from game.core.drafts import Draft, Thread
from game.core.events import Event, EventKind
from game.core.ground import Ground
from game.core.misfortunes import Misfortune
from game.core.record import made, replace
from game.core.terms import Term
from game.core.world import Nation, Pair, Stage, State, Treaty, pair_key

Audience = tuple[str, ...] | None


class Changing:
    """A state being changed: what has been replaced so far, and what has happened."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.nations: dict[str, Nation] = dict(state.nations)
        self.pairs: dict[str, Pair] = dict(state.pairs)
        self.treaties: dict[str, Treaty] = dict(state.treaties)
        self.threads: dict[str, Thread] = dict(state.threads)
        self.crises: dict[str, Crisis] = dict(state.crises)
        self.motions: dict[str, Motion] = dict(state.motions)
        self.plans: dict[str, dict[str, Plan]] = dict(state.plans)
        self.schedule = state.schedule
        self.misfortunes: dict[str, Misfortune] = dict(state.misfortunes)
        self.fates = state.fates
        self.desk = state.desk
        self.turns = state.turns
        self.turn = state.turn
        self.stage: Stage = state.stage
        self.round = state.round
        self.rules = state.rules
        self.events: list[Event] = []
        self._world: State | None = state
        self._table: Appraisal | None = None
        self._before: Appraisal | None = None
        """The last appraisal that was asked for."""
        self._ground: Ground | None = None

    # -- reading ------------------------------------------------------------

    def world(self) -> State:
        """The state as it stands now."""
        if self._world is None:
            self._world = replace(
                self.state,
                nations=dict(self.nations),
                pairs=dict(self.pairs),
                treaties=dict(self.treaties),
                threads=dict(self.threads),
                crises=dict(self.crises),
                motions=dict(self.motions),
                plans=dict(self.plans),
                schedule=self.schedule,
                misfortunes=dict(self.misfortunes),
                fates=self.fates,
                desk=self.desk,
                turns=self.turns,
                turn=self.turn,
                stage=self.stage,
                round=self.round,
            )
        return self._world

    def table(self) -> Appraisal:
        """The appraisal of the state as it stands now."""
        if self._table is None:
            world, before = self.world(), self._before
            self._ground = _ground_of(world, self._ground)
            kept = before.later(world, self._ground) if before is not None else None
            self._before = self._table = kept if kept is not None else Appraisal(world, self._ground)
        return self._table

    def done(self) -> tuple[State, tuple[Event, ...]]:
        """The new state, and what happened on the way to it."""
        return self.world(), tuple(self.events)

    # -- the only ways anything is written ----------------------------------

    def _tell(
        self,
        kind: EventKind,
        who: str = "",
        whom: tuple[str, ...] = (),
        amount: int = 0,
        why: str = "",
        about: str = "",
        audience: Audience = None,
        answer: Answer | None = None,
        terms: tuple[Term, ...] = (),
        draft: Draft | None = None,
        drafts: tuple[Draft, ...] = (),
        text: str = "",
        rows: tuple[BurdenRow, ...] = (),
    ) -> None:
        self._world = None
        self._table = None
        stance = answer.stance if answer is not None else None
        self.events.append(
            made(
                Event, kind, self.turn, who, whom, amount, why, about, stance, terms,
                draft, rows, drafts, text, audience,
            )
        )  # fmt: skip

    def explain(self, who: str, terms: tuple[Term, ...], about: str, why: str) -> None:
        """Keep the full terms of a decision for the one who took it."""
        if terms:
            self._tell("reasoned", who, why=why, about=about, terms=terms, audience=(who,))

    def _pair(self, a: str, b: str) -> tuple[str, Pair]:
        key = pair_key(a, b)
        return key, self.pairs.get(key) or Pair(interop_turn=self.turn)

    def treaty_audience(self, treaty_id: str) -> Audience:
        """Who may know what concerns a treaty: everybody, or its parties if it is secret."""
        treaty = self.treaties.get(treaty_id)
        return treaty.parties if treaty is not None and treaty.secret else None


def _ground_of(world: State, before: Ground | None) -> Ground:
    """The ground of a world, kept from an earlier moment of the same turn but for what has changed since."""
    if before is None or before.world.turn != world.turn:
        return Ground(world, steps=before.steps if before is not None else None)
    return before.later(world)


def rest(parties: tuple[str, ...], who: str) -> tuple[str, ...]:
    """The parties without one of them."""
    return tuple(name for name in parties if name != who)
