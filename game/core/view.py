"""What one nation may know: a State as that nation believes it, and how wide its doubts are."""

from dataclasses import field
from operator import attrgetter
from typing import Literal, TypeAlias

from game.core.appraisal import Appraisal
from game.core.control import CLEAR
from game.core.crises import Crisis
from game.core.declared import DECLARED
from game.core.duties import Provide
from game.core.events import Event
from game.core.geography import Steps
from game.core.ground import Ground, Met
from game.core.record import record, replace
from game.core.relations import banded_trust, told_of
from game.core.rules import Rules
from game.core.seen import as_if_bound
from game.core.triggers import duties_of
from game.core.workings import Workings
from game.core.world import Nation, Pair, Reason, Stage, State, same_treaties

ViewStage: TypeAlias = Literal["negotiation", "orders", "showdown", "strike", "over"]


Fog: TypeAlias = dict[str, tuple[int, int]]
"""Least and most of banded fields, keyed "nations.FRA.readiness"."""


@record(kw_only=True)
class View:
    """What one nation may know at one moment, and what it is asked for."""

    seat: str
    """The nation; empty for the referee's open view."""
    stage: ViewStage
    world: State
    fog: Fog
    """Least and most of each banded field."""
    ground: Ground = field(compare=False, repr=False)
    """What no treaty changes about `world`, shared where views are alike: for appraisals of it. Worked out from the
    view, so two views that are equal without it are equal."""
    public: Appraisal | None = field(compare=False, repr=False, default=None)
    """The appraisal, shared likewise, of what all see who know the same treaties, with what was signed this turn as if
    it bound; None where nothing is shared."""
    workings: Workings = field(compare=False, repr=False, default_factory=Workings)
    """What minds have made of `ground`."""


def band(value: int, width: int, low: int = 0, high: int = 100) -> tuple[int, int]:
    """The band of `width` that holds `value`, cut at `low` and `high` but never short of it."""
    start = value // width * width
    return max(low, start), min(max(high, value), start + width - 1)


def middle(ends: tuple[int, int]) -> int:
    """The middle of a band."""
    return (ends[0] + ends[1]) // 2


def nation_bands(state: State, nation: Nation, sharp: int = 0) -> dict[str, tuple[int, int]]:
    """The bands in which a nation's banded fields lie; each step of sharpness halves them."""
    rules = state.rules

    def wide(width: int) -> int:
        return max(1, width >> sharp)

    return {
        "readiness": band(nation.readiness, wide(rules.band_readiness)),
        "support": band(nation.support, wide(rules.band_support)),
        "treasury": band(nation.treasury, wide(rules.band_treasury), -nation.income, nation.income * 2),
        "autonomy_wanted": band(nation.autonomy_wanted, wide(rules.band_autonomy)),
    }


def sharpness(rules: Rules, nation: Nation) -> int:
    """Steps by which a nation's own intelligence sharpens all it sees: 0-2."""
    return sum(1 for least in rules.sharp_from if nation.intelligence >= least)


def all_shared_levels(state: State) -> dict[str, dict[str, int]]:
    """For each nation that others let see them: who does, and at which level."""
    levels: dict[str, dict[str, int]] = {}
    for treaty_id, treaty in state.treaties.items():
        if treaty.in_force(state.turn) and any(clause.kind == "intelligence_sharing" for clause in treaty.clauses):
            for duty in duties_of(treaty_id, treaty):
                if isinstance(duty, Provide) and duty.what == "intelligence":
                    for seat in duty.to:
                        mine = levels.setdefault(seat, {})
                        mine[duty.by] = max(duty.level, mine.get(duty.by, 0))
    return levels


def shared_levels(state: State, seat: str) -> dict[str, int]:
    """Nations whose treaties let a seat see them, and the level at which they do."""
    return all_shared_levels(state).get(seat, {})


def masked_nation(state: State, nation: Nation, bands: dict[str, tuple[int, int]]) -> Nation:
    """A nation as others see it: banded fields at the middle, private ones blank."""
    return replace(
        nation,
        readiness=middle(bands["readiness"]),
        support=middle(bands["support"]),
        treasury=middle(bands["treasury"]),
        autonomy_wanted=middle(bands["autonomy_wanted"]),
        objectives=tuple(aim for aim in nation.objectives if not aim.secret),
        marks=(),
        toll=0,
        temper=0,
        initiatives=0,
        sheet=None,
        known={},
        made=0,
        questions=(),
        prices=(),
    )


def masked_pair(state: State, key: str, pair: Pair) -> Pair | None:
    """A pair as third parties see it: trust as a banded sum without its reasons; None where that says nothing."""
    if not told_of(state, key):
        return None
    a, _, b = key.partition("-")
    reputed: dict[str, tuple[Reason, ...]] = {}
    for holder, other in ((a, b), (b, a)):
        if holder in pair.trust:
            known = banded_trust(state, holder, other)
            if known:
                reputed[holder] = (Reason("reputed", known * 10, state.turn),)
    return replace(pair, trust=reputed, contacts=(), interop_turn=pair.interop_turn if pair.interop else 0)


Mask: TypeAlias = tuple[Nation, Fog]
"""A nation as others see it, and the bands of what they do not see exactly."""


Clearance: TypeAlias = tuple[int, tuple[str, ...]]
"""How sharply one sees, and the secret treaties that are hidden from one."""


class Lookout:
    """Makes the views of one state. What seats see alike is made once; unchanged records come from `before`."""

    def __init__(self, state: State, before: "Lookout | None" = None) -> None:
        self.state = state
        old = before if before is not None and before.state.turn == state.turn else None
        self._secret = [name for name, treaty in state.treaties.items() if treaty.secret]
        self._masks: dict[str, dict[int, Mask]] = {}
        for name, nation in state.nations.items():
            alike = old is not None and _looks_like(nation, old.state.nations[name])
            self._masks[name] = old._masks[name] if old is not None and alike else {}
        self._pairs: dict[str, Pair] = {}
        for key in sorted(state.pairs):
            pair = state.pairs[key]
            had = old._pairs.get(key) if old is not None else None
            if had is None or old is None or old.state.pairs[key] is not pair:
                # What third parties see of a pair is coarse: most of what happens between two changes none of it.
                seen = masked_pair(state, key, pair)
                had = had if had == seen else seen
            if had is not None:
                self._pairs[key] = had
        same_map = before is not None and before.state.theatres is state.theatres
        self._steps: Steps = before._steps if before is not None and same_map else {}
        self._levels: dict[str, dict[str, int]] = (
            old._levels if old is not None and same_treaties(state, old.state) else all_shared_levels(state)
        )
        self._views: dict[tuple[str, ViewStage], View] = {}
        self._met: dict[str, Met] = old._met if old is not None else {}
        self._worlds: dict[int, State] = {}
        self._grounds: dict[int, Ground] = {}
        self._workings: dict[int, Workings] = {}
        if old is not None:
            for sharp, ground in old._grounds.items():
                now = self._grounds[sharp] = ground.later(self._seen(sharp))
                made = old._workings[sharp]
                self._workings[sharp] = made if now is ground else made.later(now.changed)
        self._own: dict[str, tuple[Ground, Workings]] = old._own if old is not None else {}
        self._open: dict[Clearance, State] = {}
        self._before: dict[Clearance, Appraisal] = {**old._before, **old._tables} if old is not None else {}
        self._tables: dict[Clearance, Appraisal] = {}
        self._crises: dict[str, Crisis] = {
            name: old._crises[name]
            if old is not None and old.state.crises.get(name) is crisis
            else replace(crisis, resolve=0)
            for name, crisis in state.crises.items()
        }

    def _mask(self, name: str, sharp: int) -> Mask:
        """A nation as one sees it who sees so sharply, and the bands that leaves."""
        masks = self._masks[name]
        known = masks.get(sharp)
        if known is None:
            nation = self.state.nations[name]
            bands = nation_bands(self.state, nation, sharp)
            fog = {f"nations.{name}.{label}": ends for label, ends in bands.items() if ends[0] != ends[1]}
            known = masks[sharp] = (masked_nation(self.state, nation, bands), fog)
        return known

    def _seen(self, sharp: int) -> State:
        """What everybody sees who sees so sharply and knows nothing of anybody besides."""
        known = self._worlds.get(sharp)
        if known is None:
            nations = {name: self._mask(name, sharp)[0] for name in self.state.nations}
            known = self._worlds[sharp] = replace(self.state, nations=nations, pairs=self._pairs)
        return known

    def _ground(self, sharp: int) -> Ground:
        """What no treaty changes about `_seen`."""
        known = self._grounds.get(sharp)
        if known is None:
            known = self._grounds[sharp] = Ground(self._seen(sharp), steps=self._steps)
            self._workings[sharp] = Workings()
        return known

    def _shown(self, clearance: Clearance) -> State:
        """`_seen` without what is hidden."""
        known = self._open.get(clearance)
        if known is None:
            sharp, hidden = clearance
            known = self._seen(sharp)
            if hidden:
                treaties = {name: treaty for name, treaty in known.treaties.items() if name not in hidden}
                nations = {name: _without(nation, hidden) for name, nation in known.nations.items()}
                known = replace(known, treaties=treaties, nations=nations)
            self._open[clearance] = known
        return known

    def _table(self, clearance: Clearance) -> Appraisal:
        """The appraisal of what all see whom the same is hidden from, what was signed this turn as if it bound."""
        known = self._tables.get(clearance)
        if known is None:
            before, ground = self._before.get(clearance), self._ground(clearance[0])
            world = as_if_bound(self._shown(clearance), before.world if before is not None else None)
            if before is not None:
                known = before if before.stands(world, ground) else before.later(world, ground)
            known = self._tables[clearance] = known if known is not None else Appraisal(world, ground)
        return known

    def view(self, seat: str, stage: ViewStage | None = None) -> View:
        """What `seat` may know. `stage` is given when the sealed sheet is asked for."""
        asked = stage or _stage(self.state.stage)
        known = self._views.get((seat, asked))
        if known is None:
            known = self._views[seat, asked] = self._look(seat, asked)
        return known

    def _look(self, seat: str, stage: ViewStage) -> View:
        state = self.state
        own = state.nations[seat]
        sharp = sharpness(state.rules, own)
        levels = self._levels.get(seat, {})
        hidden = tuple(
            name for name in self._secret if seat not in (*state.treaties[name].parties, *state.treaties[name].finders)
        )
        shown = self._shown((sharp, hidden))
        nations: dict[str, Nation] = {}
        fog: Fog = {}
        known = [seat]
        for name, seen in shown.nations.items():
            if name == seat:
                nations[name] = own
                continue
            if name in levels:
                seen = _without(self._mask(name, sharp + levels[name])[0], hidden)
            if own.known.get(name, 0) >= state.turn:
                known.append(name)
                true = state.nations[name]
                nations[name] = replace(
                    seen,
                    readiness=true.readiness,
                    support=true.support,
                    treasury=true.treasury,
                    autonomy_wanted=true.autonomy_wanted,
                )
                continue
            if name in levels:
                known.append(name)
            nations[name] = seen
            fog.update(self._mask(name, sharp + levels.get(name, 0))[1])
        pairs = dict(self._pairs)
        for other in nations:
            key = f"{seat}-{other}" if seat < other else f"{other}-{seat}"
            if key in state.pairs:
                pairs[key] = state.pairs[key]
        if len(pairs) > len(self._pairs):
            # In one order always: where a record stands among others tells when it came to be.
            pairs = dict(sorted(pairs.items()))
        treaties = shown.treaties
        for name in self._secret:
            if name in treaties and treaties[name].finders:
                found = tuple(finder for finder in treaties[name].finders if finder == seat)
                treaties = {**treaties, name: replace(treaties[name], finders=found)}
        crises = dict(self._crises)
        for name, crisis in state.crises.items():
            if crisis.challenger == seat:
                crises[name] = crisis
        world = replace(
            state,
            seed=own.temper,
            nations=nations,
            pairs=pairs,
            treaties=treaties,
            threads={name: thread for name, thread in state.threads.items() if seat in thread.table},
            crises=crises,
            motions={
                name: motion for name, motion in state.motions.items() if seat in state.treaties[motion.treaty].parties
            },
            plans={name: plans for name, plans in state.plans.items() if seat in state.treaties[name].parties},
            misfortunes={
                name: fate if fate.attributed or fate.culprit in ("", seat) else replace(fate, culprit="")
                for name, fate in state.misfortunes.items()
            },
            schedule=(),
            fates=(),
            desk=CLEAR,
        )
        shared = self._ground(sharp)
        had = self._own.get(seat)
        if had is None or not had[0].stands(world, shared, tuple(known)):
            ground = Ground(world, shared, tuple(known), met=self._met.setdefault(seat, {}))
            had = self._own[seat] = (ground, Workings(self._workings[sharp]))
        return View(
            seat=seat,
            stage=stage,
            world=world,
            fog=fog,
            ground=had[0],
            public=self._table((sharp, hidden)),
            workings=had[1],
        )


def _looks_like(one: Nation, other: Nation) -> bool:
    """Whether nobody but a nation itself could tell two records of it apart."""
    return one is other or _OPEN(one) == _OPEN(other)


_OPEN = attrgetter(*(name for name, sight in DECLARED["Nation"].items() if sight != "owner"), "objectives")


def _without(nation: Nation, hidden: tuple[str, ...]) -> Nation:
    """A nation without what its ledger says of hidden treaties."""
    if not hidden or not nation.ledger:
        return nation
    kept = tuple(entry for entry in nation.ledger if entry.treaty not in hidden)
    return replace(nation, ledger=kept) if len(kept) != len(nation.ledger) else nation


def _stage(stage: Stage) -> ViewStage:
    return stage


def view_of(state: State, nation: str, stage: ViewStage | None = None) -> View:
    """What one nation may know of a state."""
    return Lookout(state).view(nation, stage)


def open_view(state: State, seat: str = "") -> View:
    """The referee's view, for the chronicle without `--as`, the debrief and the instructor's desk.

    With a `seat`, for the engine's own second look at orders and answers, which read nothing but what is that
    seat's own or public: there it finds what the seat's view would, without making one.
    """
    return View(seat=seat, stage=_stage(state.stage), world=state, ground=Ground(state), fog={})


def visible(events: tuple[Event, ...], nation: str) -> tuple[Event, ...]:
    """The events a nation may know, whole or not at all."""
    return tuple(event for event in events if event.audience is None or nation in event.audience)
