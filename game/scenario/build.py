"""From a scenario to the state in which its game begins."""

from collections.abc import Mapping
from dataclasses import replace

from game.core.arith import divide
from game.core.charters import Plan, plan_key
from game.core.clauses import CLAUSES, Clause
from game.core.crises import CrisisKind, Scheduled
from game.core.dice import dice
from game.core.drafts import Draft, Revision, Thread
from game.core.misfortunes import ScheduledMisfortune
from game.core.world import Nation, Pair, Reason, State, Theatre, Treaty, pair_key
from game.scenario.shape import CrisisEntry, DraftEntry, NationEntry, PairEntry, ScenarioFile, TreatyEntry

TECHNOLOGY = {"great": 60, "middle": 50, "small": 40}
"""Technology unless the entry says otherwise, by rank."""
INFLUENCE = {"great": 4, "middle": 2, "small": 1}
"""Influence a nation starts with unless its entry says otherwise, by rank."""


def start(scenario: ScenarioFile, kinds: Mapping[str, CrisisKind], seed: int) -> State:
    """The state on the eve of turn 1: `turn` is 0, and the engine's first Opening makes it turn 1.

    `kinds` are the crisis kinds that may happen. The seed decides each nation's temper and everything after.
    """
    year, month = start_of(scenario.start)
    treaties = {entry.id: _treaty(entry, scenario) for entry in scenario.treaties}
    return State(
        scenario=scenario.id,
        title=scenario.title,
        seed=seed,
        turn=0,
        turns=scenario.turns,
        start_year=year,
        start_month=month,
        months=scenario.months,
        nations={name: _nation(name, scenario.nations[name], seed) for name in sorted(scenario.nations)},
        pairs=_pairs(scenario, treaties),
        theatres=_theatres(scenario.theatres),
        treaties=treaties,
        plans=_plans(scenario.treaties),
        threads=_threads(scenario.drafts),
        kinds={name: kinds[name] for name in sorted(kinds)},
        misfortune_kinds={kind.id: kind for kind in sorted(scenario.misfortune_kinds, key=lambda kind: kind.id)},
        fates=_fates(scenario),
        personalities={one.id: one for one in sorted(scenario.personalities, key=lambda one: one.id)},
        others=dict(scenario.others),
        schedule=tuple(_scheduled(entry, kinds[entry.kind]) for entry in scenario.crises),
        uncertain_end=scenario.uncertain_end,
        par={name: scenario.par[name] for name in sorted(scenario.par)},
        rules=scenario.rules,
    )


def start_of(text: str) -> tuple[int, int]:
    """Year and month of "1948-07"; years before our era are negative ("-340-01")."""
    year, _, month = text.rpartition("-")
    return int(year), int(month)


def signed_turn(date: str, scenario: ScenarioFile) -> int:
    """The turn, 0 or less, in which a treaty of this date was signed; 0 where no date is given."""
    if not date:
        return 0
    negative = date.startswith("-")
    year, month = ([int(part) for part in date.lstrip("-").split("-")] + [1])[:2]
    first_year, first_month = start_of(scenario.start)
    months = ((-year if negative else year) - first_year) * 12 + month - first_month
    return min(0, months // scenario.months + 1)


def _nation(name: str, entry: NationEntry, seed: int) -> Nation:
    return Nation(
        name=entry.name,
        adjective=entry.adjective,
        territories=entry.territories,
        brief=entry.brief,
        home=entry.home,
        rank=entry.rank,
        sea_power=entry.sea_power,
        regime=entry.regime,
        doctrine=entry.doctrine,
        culture=entry.culture,
        potential=entry.potential,
        nuclear=entry.nuclear,
        intelligence=entry.intelligence,
        technology=TECHNOLOGY[entry.rank] if entry.technology is None else entry.technology,
        resilience=50 + divide(entry.regime, 2) if entry.resilience is None else entry.resilience,
        income=entry.income,
        treasury=entry.income // 2 if entry.treasury is None else entry.treasury,
        forces=entry.forces,
        standing={theatre: fp for theatre, fp in entry.standing.items() if fp},
        readiness=entry.readiness,
        support=entry.support,
        influence=INFLUENCE[entry.rank] if entry.influence is None else entry.influence,
        autonomy_wanted=entry.autonomy_wanted,
        personality=entry.personality,
        objectives=entry.objectives,
        temper=dice(seed, 0, "temper", name),
    )


def _theatres(entries: Mapping[str, Theatre]) -> dict[str, Theatre]:
    """Theatres that adjoin on both sides, whichever side was written."""
    near = {
        name: sorted({*entry.adjoins, *(other for other, its in entries.items() if name in its.adjoins)})
        for name, entry in entries.items()
    }
    return {name: replace(entry, adjoins=tuple(near[name])) for name, entry in entries.items()}


def _pairs(scenario: ScenarioFile, treaties: Mapping[str, Treaty]) -> dict[str, Pair]:
    """The authored pairs, and a blank record for others that matter to each other.

    Those are neighbours in a theatre, parties to one treaty, and any with a great power.
    """
    pairs = {pair_key(*entry.between): _pair(entry) for entry in scenario.pairs}
    order = sorted(scenario.nations)
    for at, a in enumerate(order):
        for b in order[at + 1 :]:
            first, second = scenario.nations[a], scenario.nations[b]
            bound = any(a in treaty.parties and b in treaty.parties for treaty in treaties.values())
            if bound or first.home == second.home or "great" in (first.rank, second.rank):
                pairs.setdefault(pair_key(a, b), Pair())
    return {key: pairs[key] for key in sorted(pairs)}


def _pair(entry: PairEntry) -> Pair:
    trust: dict[str, tuple[Reason, ...]] = {}
    for holder in sorted(entry.between):
        reasons = tuple(
            Reason(reason.kind, reason.points * 10, 0, reason.about)
            for reason in entry.trust
            if reason.by in (holder, "both")
        )
        if reasons:
            trust[holder] = reasons
    return Pair(
        trust=trust,
        interop=entry.interoperability,
        rivalry=entry.rivalry,
        disputes=entry.disputes,
        claims=tuple(sorted(entry.claims)),
    )


def _in_order(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Clauses in the order in which every treaty lists them."""
    return tuple(sorted(clauses, key=lambda clause: CLAUSES.index(type(clause))))


def _treaty(entry: TreatyEntry, scenario: ScenarioFile) -> Treaty:
    return Treaty(
        title=entry.title,
        parties=tuple(sorted(entry.parties)),
        clauses=_in_order(entry.clauses),
        signed=signed_turn(entry.signed, scenario),
        duration=entry.duration,
        notice=entry.notice,
        secret=entry.secret,
        charter=entry.charter,
    )


def _plans(treaties: tuple[TreatyEntry, ...]) -> dict[str, dict[str, Plan]]:
    """Contingency plans there are from the beginning, by treaty."""
    return {
        entry.id: dict(
            sorted(
                (plan_key(one.theatre, one.threat), Plan(one.theatre, one.threat, 0, one.rehearsal))
                for one in entry.plans
            )
        )
        for entry in sorted(treaties, key=lambda one: one.id)
        if entry.plans
    }


def _threads(drafts: tuple[DraftEntry, ...]) -> dict[str, Thread]:
    """The opening hand, agreed to by its makers. An id is the maker, turn 0 and the maker's own count."""
    threads: dict[str, Thread] = {}
    made: dict[str, int] = {}
    for entry in drafts:
        made[entry.by] = made.get(entry.by, 0) + 1
        draft = Draft(
            title=entry.title,
            parties=tuple(sorted(entry.parties)),
            clauses=_in_order(entry.clauses),
            duration=entry.duration,
            notice=entry.notice,
            secret=entry.secret,
            charter=entry.charter,
            payments=entry.payments,
        )
        threads[f"{entry.by}-0-{made[entry.by]}"] = Thread(
            by=entry.by,
            parties=draft.parties,
            opened=0,
            deadline=entry.deadline,
            revisions=(Revision(entry.by, draft, 0, (entry.by,)),),
        )
    return threads


def _scheduled(entry: CrisisEntry, kind: CrisisKind) -> Scheduled:
    return Scheduled(
        id=entry.id,
        turn=entry.turn,
        kind=entry.kind,
        theatre=entry.theatre,
        target=entry.target,
        challenger=entry.challenger,
        stakes=kind.stakes if entry.stakes is None else entry.stakes,
        severity=kind.severity if entry.severity is None else entry.severity,
        pace=kind.pace if entry.pace is None else entry.pace,
        stage=entry.stage,
        grade=entry.grade,
        resolve=entry.resolve,
    )


def _fates(scenario: ScenarioFile) -> tuple[ScheduledMisfortune, ...]:
    """The misfortunes that are dealt, in the order of their turns."""
    severity = {kind.id: kind.severity for kind in scenario.misfortune_kinds}
    found = [
        ScheduledMisfortune(
            id=entry.id,
            turn=entry.turn,
            kind=entry.kind,
            target=entry.target,
            severity=severity[entry.kind] if entry.severity is None else entry.severity,
        )
        for entry in scenario.misfortunes
    ]
    return tuple(sorted(found, key=lambda fate: (fate.turn, fate.id)))
