"""What stands before a case begins: the small world, changed line by line."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from game.core.charters import Charter, DecisionRule, DutyKind, OptOut, Plan, plan_key
from game.core.clauses import (
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.crises import CrisisKind, Scheduled
from game.core.drafts import Draft, Payment
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    Favour,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.misfortunes import ScheduledMisfortune
from game.core.objectives import (
    BeBroker,
    BurdenFair,
    ClauseInForce,
    InfluenceAtLeast,
    InteroperabilityWith,
    KeepOut,
    NoWar,
    SettleCrisis,
    StabilityAtLeast,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import Pair, Reason, State, Treaty, pair_key
from game.scenario.library import crisis_kinds, misfortune_kinds
from tests.cases.outline import CaseError, Line, Phrase, read
from tests.worlds import CLASH, FLOOD, small_world, with_elis, with_misfortunes

HOW = {"automatic": "automatic", "after consultation": "consulted", "own way": "own_way"}
FIGURES = (
    *("income", "treasury", "forces", "readiness", "support", "influence"),
    *("regime", "nuclear", "potential", "intelligence", "technology", "resilience", "slump"),
)


class Setting:
    """The world as it is being set, and the drafts that a case speaks of by name."""

    def __init__(self) -> None:
        world = with_misfortunes(small_world())
        # Cases are about one rule at a time: what is signed is ratified, and nothing is misread, unless they say so.
        calm = replace(world.rules, opportunity=0, ratification_least=100, ratification_most=100, misread=0)
        self.world: State = replace(world, rules=calm)
        self.drafts: dict[str, Draft] = {}

    def set_nation(self, name: str, **given: Any) -> None:
        """Change a nation's record."""
        nations = {**self.world.nations, name: replace(self.world.nations[name], **given)}
        self.world = replace(self.world, nations=nations)

    def set_pair(self, a: str, b: str, **given: Any) -> None:
        """Change what stands between two nations."""
        key = pair_key(a, b)
        pairs = {**self.world.pairs, key: replace(self.world.pairs.get(key, Pair()), **given)}
        self.world = replace(self.world, pairs=dict(sorted(pairs.items())))


def setting(lines: tuple[Line, ...]) -> Setting:
    """The world and the drafts that the lines under `before` describe."""
    made = Setting()
    for line in lines:
        reader, blanks = read(line, BEFORE)
        try:
            reader(made, line, **blanks)
        except KeyError as error:
            raise CaseError(line, f"there is no {error.args[0]} in the small world") from error
    return made


# -- treaties and drafts ------------------------------------------------------------------------------------


def _defence(
    how: str,
    earmark: int = 40,
    area: tuple[str, ...] = (),
    against: tuple[str, ...] = (),
    threats: tuple[str, ...] = ("armed_attack",),
) -> MutualDefence:
    return MutualDefence(
        automaticity=HOW[how], earmark=earmark, area=area, against=against, threats=threats  # type: ignore[arg-type]
    )  # fmt: skip


_FAVOUR = Phrase("{by:nation} backs the {matter:case|claim|motion} of {whom:nation}[ on {about:name}]")


def _favours(favours: str) -> MutualSupport:
    found = [_FAVOUR.read(part) for part in favours.split("; ")]
    return MutualSupport(favours=tuple(Favour(**blanks) for blanks in found if blanks is not None))


def _exercises(per_year: int, scale: int = 1, costs: str = "equal") -> JointExercises:
    costs = costs.replace("by income", "by_income")
    return JointExercises(per_year=per_year, scale=scale, costs=costs)  # type: ignore[arg-type]


def _burden(target: int, how: str = "pledged") -> BurdenSharing:
    formula = {"in equal parts": "equal", "into a fund": "fund"}.get(how, how.replace(" ", "_"))
    return BurdenSharing(target=target, formula=formula)  # type: ignore[arg-type]


RULES: dict[str, DecisionRule] = {
    "consensus": "consensus",
    "silence": "silence",
    "two thirds": "qualified",
    "majority": "majority",
    "weight": "weighted",
}
EXEMPT: dict[str, DutyKind] = {"aid": "guard", "counsel": "consult", "exercises": "train", "payments": "pay"}


def _charter(rule: str = "consensus", **given: Any) -> Charter:
    led = {"rule": "leader", "leader": given.pop("leader")} if "leader" in given else {"rule": RULES[rule]}
    return Charter(**led, **given)  # type: ignore[arg-type]


def _exempt(party: str, duty: str) -> OptOut:
    return OptOut(party, EXEMPT[duty])


def _plan(threat: str, theatre: str, rehearsal: int = 0) -> Plan:
    return Plan(theatre, threat.replace(" ", "_"), 0, rehearsal)  # type: ignore[arg-type]


Part = Clause | Payment | Charter | OptOut | Plan
CLAUSES: list[tuple[Phrase, Callable[..., Part]]] = [
    (
        Phrase(
            "council by {rule:consensus|silence|two thirds|majority|weight}[, against {against:nation}]"
            "[, for {task:defence|order|relief}][, creed {creed:number}][, seat at {seat:nation}]"
        ),
        _charter,
    ),
    (Phrase("council by the word of {leader:nation}[, against {against:nation}][, creed {creed:number}]"), _charter),
    (Phrase("{party:nation} is exempt from {duty:aid|counsel|exercises|payments}"), _exempt),
    (Phrase("plan against {threat:armed attack|blockade} in {theatre:name}[, rehearsed {rehearsal:number}]"), _plan),
    (
        Phrase(
            "mutual defence, {how:automatic|after consultation|own way}[, earmark {earmark:number}]"
            "[, in {area:names}][, against {against:nations}][, if {threats:names}]"
        ),
        _defence,
    ),
    (Phrase("consultation[, in {area:names}]"), Consultation),
    (
        Phrase("joint exercises, {per_year:number} a year[, scale {scale:number}][, costs {costs:equal|by income}]"),
        _exercises,
    ),
    (Phrase("non-aggression"), NonAggression),
    (
        Phrase("neutrality[, {unallied:unallied}]"),
        lambda unallied="": Neutrality(unallied=bool(unallied)),
    ),
    (
        Phrase("confidence building[, {seen:with|without} observers][, {far:apart}]"),
        lambda seen="with", far="": ConfidenceBuilding(observers=seen == "with", keep_away=bool(far)),
    ),
    (Phrase("arms limits, {ceiling:number} FP"), ArmsLimits),
    (Phrase("standardisation"), Standardisation),
    (Phrase("integrated command, {share:number} per cent"), IntegratedCommand),
    (Phrase("personnel exchange[, level {level:number}]"), PersonnelExchange),
    (Phrase("cyber defence"), CyberDefence),
    (Phrase("cyber deterrence, {answer:defensive|offensive}"), CyberDeterrence),
    (Phrase("technology transfer by {donor:nation}[, {amount:number} a turn]"), TechnologyTransfer),
    (Phrase("resilience, {amount:number} a turn"), Resilience),
    (Phrase("disaster response, {amount:number} each"), DisasterResponse),
    (Phrase("peacekeeping, {forces:number} each[, in {area:names}]"), Peacekeeping),
    (Phrase("reconstruction, {amount:number} each"), Reconstruction),
    (Phrase("mutual support, {favours:rest}"), _favours),
    (Phrase("intelligence sharing[, level {level:number}]"), IntelligenceSharing),
    (
        Phrase("capacity building by {donor:nation}[, {amount:number} a turn][, instructors {training:number}]"),
        CapacityBuilding,
    ),
    (Phrase("basing at {host:nation}"), Basing),
    (
        Phrase(
            "burden sharing, {target:number} per cent[, {how:pledged|in equal parts|by income|by capability|"
            "into a fund}]"
        ),
        _burden,
    ),
    (Phrase("{payer:nation} pays {payee:nation} {amount:number}"), Payment),
]


def _parts(lines: tuple[Line, ...]) -> tuple[dict[str, Any], dict[str, Plan]]:
    """The clauses, payments and charter that lines describe, and the plans."""
    made: list[Part] = []
    for line in lines:
        reader, blanks = read(line, CLAUSES)
        made.append(reader(**blanks))
    charter = next((part for part in made if isinstance(part, Charter)), None)
    if charter is not None:
        charter = replace(charter, opt_outs=tuple(part for part in made if isinstance(part, OptOut)))
    rest = tuple(part for part in made if not isinstance(part, Payment | Charter | OptOut | Plan))
    payments = tuple(part for part in made if isinstance(part, Payment))
    plans = {plan_key(part.theatre, part.threat): part for part in made if isinstance(part, Plan)}
    return {"clauses": rest, "payments": payments, "charter": charter}, plans


def _treaty(
    made: Setting, line: Line, key: str, title: str, parties: tuple[str, ...], secret: str = "", signed: int = 0,
    **given: int,
) -> None:  # fmt: skip
    parts, plans = _parts(line.under)
    if parts.pop("payments") or not parts["clauses"]:
        raise CaseError(line, "a treaty in force holds clauses, and no payments")
    treaty = Treaty(title=title, parties=parties, signed=signed, secret=bool(secret), **parts, **given)
    if plans:
        made.world = replace(made.world, plans={**made.world.plans, key: plans})
    made.world = replace(made.world, treaties={**made.world.treaties, key: treaty})


def _draft(
    made: Setting,
    line: Line,
    key: str,
    title: str,
    parties: tuple[str, ...],
    secret: str = "",
    **given: Any,
) -> None:
    parts, _ = _parts(line.under)
    made.drafts[key] = Draft(title=title, parties=parties, secret=bool(secret), **parts, **given)


# -- cases, nations, pairs ----------------------------------------------------------------------------------


def _clash(
    made: Setting, line: Line, key: str, target: str, challenger: str, stage: str, turn: int, **given: Any
) -> None:
    theatre = given.pop("theatre", made.world.nations[target].home)
    kind = given.pop("kind", CLASH.id)
    if kind not in made.world.kinds:
        _known(made, line, kind)
    terms: dict[str, Any] = {"stakes": 20, "severity": 3, "pace": "acute", "resolve": 0, **given}
    case = Scheduled(
        id=key, turn=turn, kind=kind, theatre=theatre, target=target, challenger=challenger, stage=stage, **terms  # type: ignore[arg-type]
    )  # fmt: skip
    made.world = replace(made.world, schedule=(*made.world.schedule, case))


def _known(made: Setting, line: Line, kind: str) -> None:
    shipped = crisis_kinds()
    if kind not in shipped:
        raise CaseError(line, f'no kind of crisis "{kind}" is shipped')
    made.world = replace(made.world, kinds=dict(sorted({**made.world.kinds, kind: shipped[kind]}.items())))


def _kind(made: Setting, line: Line, kind: str, figure: str, value: int) -> None:
    if kind not in made.world.kinds:
        _known(made, line, kind)
    if figure not in CrisisKind.__slots__:
        raise CaseError(line, f'a kind of crisis has no "{figure}"')
    kinds = {**made.world.kinds, kind: replace(made.world.kinds[kind], **{figure: value})}  # type: ignore[arg-type]
    made.world = replace(made.world, kinds=kinds)


def _hand(made: Setting, line: Line, kind: str) -> None:
    shipped = misfortune_kinds()
    if kind not in shipped:
        raise CaseError(line, f'no kind of misfortune "{kind}" is shipped')
    made.world = replace(made.world, misfortune_kinds={**made.world.misfortune_kinds, kind: shipped[kind]})


def _flood(made: Setting, line: Line, key: str, target: str, turn: int, severity: int = 2) -> None:
    fate = ScheduledMisfortune(id=key, turn=turn, kind=FLOOD.id, target=target, severity=severity)
    made.world = replace(made.world, fates=(*made.world.fates, fate))


def _fate(
    made: Setting, line: Line, kind: str, key: str, target: str, turn: int, severity: int = 2, spreads: int = -1
) -> None:
    known = misfortune_kinds()
    if kind not in known:
        raise CaseError(line, f'no kind of misfortune "{kind}" is shipped')
    found = replace(known[kind], drawn=False, spreads=known[kind].spreads if spreads < 0 else spreads)
    fate = ScheduledMisfortune(id=key, turn=turn, kind=kind, target=target, severity=severity)
    kinds = {**made.world.misfortune_kinds, kind: found}
    made.world = replace(made.world, fates=(*made.world.fates, fate), misfortune_kinds=dict(sorted(kinds.items())))


def _has(made: Setting, line: Line, who: str, figures: str) -> None:
    given: dict[str, int] = {}
    for part in figures.split(", "):
        figure = Phrase("{figure:name} {value:number}").read(part)
        if figure is None or figure["figure"] not in FIGURES:
            raise CaseError(line, f'"{part}" is not one of {", ".join(FIGURES)} and a number')
        given[figure["figure"]] = figure["value"]
    made.set_nation(who, **given)


def _stands(made: Setting, line: Line, who: str, fp: int, theatre: str) -> None:
    made.set_nation(who, standing={**made.world.nations[who].standing, theatre: fp})


def _trusts(made: Setting, line: Line, who: str, other: str, points: int) -> None:
    pair = made.world.pairs.get(pair_key(who, other), Pair())
    made.set_pair(who, other, trust={**pair.trust, who: (Reason("standing", points * 10, 0),)})


def _together(made: Setting, line: Line, a: str, b: str, index: int) -> None:
    made.set_pair(a, b, interop=index)


def _rivalry(made: Setting, line: Line, a: str, b: str, index: int) -> None:
    made.set_pair(a, b, rivalry=index)


def _claims(made: Setting, line: Line, who: str, other: str) -> None:
    pair = made.world.pairs.get(pair_key(who, other), Pair())
    made.set_pair(who, other, claims=tuple(sorted((*pair.claims, who))))


def _no_claim(made: Setting, line: Line, who: str, other: str) -> None:
    pair = made.world.pairs.get(pair_key(who, other), Pair())
    made.set_pair(who, other, claims=tuple(name for name in pair.claims if name != who))


def _rule(made: Setting, line: Line, rule: str, value: int) -> None:
    if rule not in [field.name for field in fields(made.world.rules)]:
        raise CaseError(line, f'there is no rule "{rule}"')
    made.world = replace(made.world, rules=replace(made.world.rules, **{rule: value}))


def _world(made: Setting, line: Line, **given: Any) -> None:
    made.world = replace(made.world, **given)


def _elis(made: Setting, line: Line) -> None:
    made.world = with_elis(made.world)


def _no_kinds(made: Setting, line: Line) -> None:
    made.world = replace(made.world, kinds={})


def _sea(made: Setting, line: Line, who: str, power: str) -> None:
    made.set_nation(who, sea_power=power == "sea power")


AIMS = {
    InfluenceAtLeast: "have influence {level:number}",
    StabilityAtLeast: "see stability {level:number}",
    KeepOut: "keep {nation:nation} out of {of:alliance with|the bases of} {partner:nation}",
    InteroperabilityWith: "work with {nation:nation} at {level:number}",
    ClauseInForce: "see {clause:name} in force[ with {nation:nation}]",
    BurdenFair: "see burdens fair at {level:number}",
    SettleCrisis: "see {crisis:name} settled",
    BeBroker: "broker {times:number} cases",
    NoWar: "see no war",
}


def _aim(kind: Any) -> Callable[..., None]:
    """A nation gets an objective, its only one, for which there are 100 points."""

    def give(made: Setting, line: Line, who: str, **terms: Any) -> None:
        if "of" in terms:
            terms["of"] = "bases" if terms["of"] == "the bases of" else "alliance"
        made.set_nation(who, objectives=(kind(points=100, **terms),))

    return give


BEFORE: list[tuple[Phrase, Callable[..., None]]] = [
    (
        Phrase(
            "treaty {key:name} {title:text} of {parties:nations}[, signed in turn {signed:number}]"
            "[, lasting {duration:number}][, notice {notice:number}][, {secret:secret}]"
        ),
        _treaty,
    ),
    (
        Phrase(
            "draft {key:name} {title:text} of {parties:nations}[, new text of {amends:name}]"
            "[, lasting {duration:number}][, notice {notice:number}][, {secret:secret}]"
        ),
        _draft,
    ),
    (
        Phrase(
            "clash {key:name} on {target:nation} by {challenger:nation}, {stage:brewing|open} in turn {turn:number}"
            "[, theatre {theatre:name}][, stakes {stakes:number}][, severity {severity:number}]"
            "[, {pace:acute|slow}][, resolve {resolve:number}][, {grade:request|warning|ultimatum}][, as {kind:name}]"
        ),
        _clash,
    ),
    (
        Phrase(
            "misfortune {kind:name} {key:name} in {target:nation}, turn {turn:number}[, severity {severity:number}]"
            "[, spreading {spreads:number}]"
        ),
        _fate,
    ),
    (Phrase("flood {key:name} in {target:nation}, turn {turn:number}[, severity {severity:number}]"), _flood),
    (Phrase("{who:nation} has a claim against {other:nation}"), _claims),
    (Phrase("{who:nation} has no claim against {other:nation}"), _no_claim),
    (Phrase("{who:nation} has {power:sea power|no sea power}"), _sea),
    (Phrase("{who:nation} has {figures:rest}"), _has),
    (Phrase("{who:nation} stands {fp:number} in {theatre:name}"), _stands),
    (Phrase("{who:nation} trusts {other:nation} {points:number}"), _trusts),
    (Phrase("{a:nation} and {b:nation} work together {index:number}"), _together),
    (Phrase("{a:nation} and {b:nation} are rivals {index:number}"), _rivalry),
    (Phrase("Elis plays too"), _elis),
    (Phrase("no kind of crisis is known"), _no_kinds),
    (Phrase("the misfortune {kind:name} is known"), _hand),
    (Phrase("the kind {kind:name} has {figure:name} {value:number}"), _kind),
    (Phrase("a turn is {months:number} months"), _world),
    (Phrase("the game begins in {start_year:number}"), _world),
    (Phrase("the game lasts {turns:number} turns"), _world),
    (Phrase("the end is uncertain"), lambda made, line: _world(made, line, uncertain_end=True)),
    *[(Phrase(f"{{who:nation}} is to {words}"), _aim(kind)) for kind, words in AIMS.items()],
    (Phrase("the seed is {seed:number}"), _world),
    (Phrase("the rule {rule:name} is {value:number}"), _rule),
]
