"""Before anyone signs: who would be drawn in by what, what contradicts it, and what each party pays and gains."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeAlias

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.burden import share_due
from game.core.drafts import Draft
from game.core.duties import Abstain, Back, Contribute, Duty, Guard, Pay, Provide, Standardise, ThreatKind, Train
from game.core.record import record
from game.core.triggers import covers, duties_of
from game.core.world import State, Treaty

RIVAL = "~rival"
"""Key under which another draft stands that might be signed first."""
DRAFT = "~draft"
"""Key under which a draft stands while its prospects are worked out; no treaty's id holds a tilde."""

Against: TypeAlias = Literal[
    "other_side",  # aimed at one whom a party must aid
    "new_ally",  # a party must aid somebody against a new ally
    "neutral",  # a party has promised to join nobody against one it would be called against
    "unallied",  # a party has promised to enter no alliance against one it is aimed at
    "neutral_guard",  # a party that would promise neutrality may be called against the other
    "ceiling",  # a pledge to spend on forces that a ceiling forbids to raise
    "keep_away",  # exercises promised where they are to be kept away from
    "two_commands",  # more forces under commands than may leave
    "claim",  # backing a claim against one whom a party must aid
]


@record
class Drawn:
    """One quarrel a draft would draw a party into."""

    by: str
    ward: str
    foes: tuple[str, ...]
    """Those hostile to the ward that would count, the most threatening first; empty while nobody threatens it."""
    threats: tuple[ThreatKind, ...]
    area: tuple[str, ...]


@record
class Contradiction:
    """A promise in force that a draft goes against, or another clause of the same draft."""

    kind: Against
    party: str
    treaty: str
    """The treaty that stands; empty where the draft contradicts itself."""
    about: tuple[str, ...]
    """The nations it is about."""


@record
class Stake:
    """What a draft means for one of its parties."""

    nation: str
    security: tuple[int, int]
    """Now, and under it."""
    autonomy: tuple[int, int]
    wanted: int
    """Autonomy it would want under it."""
    points: int
    """Tenths of an RP a turn it costs; negative where it brings some."""
    once: int
    """RP received on signature; negative for who pays."""
    coverage: int
    """Per cent of what it would then have promised that its forces cover."""


@record
class Prospects:
    """All there is to know of a draft from one's own world, before anyone signs."""

    drawn: tuple[Drawn, ...]
    contradictions: tuple[Contradiction, ...]
    stakes: tuple[Stake, ...]


def standing_key(draft: Draft) -> str:
    """The key of a draft in a world where it binds; a new text takes the place of the old one in any order of ids, by
    which what one treaty asks beyond another is reckoned."""
    return f"{draft.amends}{DRAFT}" if draft.amends else DRAFT


def before_signing(table: Appraisal, draft: Draft, after: Appraisal | None = None) -> Prospects:
    """The prospects of a draft in the world an appraisal was made on.

    `after`: the appraisal of that world with the draft in force, where it is at hand already.
    """
    duties = duties_of(standing_key(draft), _as_treaty(table.world, draft))
    then = after if after is not None else under_draft(table, draft)
    return Prospects(
        tuple(_drawn(table, duties)),
        tuple(dict.fromkeys(_contradictions(table, then, draft, duties))),
        tuple(_stake(table, then, draft, duties, name) for name in draft.parties if name in table.world.nations),
    )


def under_draft(table: Appraisal, draft: Draft) -> Appraisal:
    """The same world with the draft in force now."""
    return _under(table, standing_key(draft), draft)


def _under(table: Appraisal, key: str, draft: Draft) -> Appraisal:
    world, treaty = table.world, _as_treaty(table.world, draft)
    if draft.amends in world.treaties:
        # In the place of the old text, whose duties are gone.
        kept = {name: had for name, had in world.treaties.items() if name != draft.amends}
        return Appraisal(replace(world, treaties={**kept, key: treaty}), table.ground)
    return table.under(key, treaty, replace(world, treaties={**world.treaties, key: treaty}))


def after_rival(table: Appraisal, rival: Draft, draft: Draft) -> tuple[State, tuple[Contradiction, ...]]:
    """The world with another draft signed first, and what of that this draft would then contradict."""
    signed = _under(table, RIVAL, rival)
    found = before_signing(signed, draft).contradictions
    return signed.world, tuple(one for one in found if one.treaty == RIVAL)


def _as_treaty(world: State, draft: Draft) -> Treaty:
    signed = world.turn - 1
    return Treaty(title=draft.title, parties=draft.parties, clauses=draft.clauses, signed=signed, charter=draft.charter)


def _drawn(table: Appraisal, duties: tuple[Duty, ...]) -> Iterator[Drawn]:
    world = table.world
    for duty in duties:
        if isinstance(duty, Guard) and duty.armed and duty.by in world.nations:
            for ward in duty.wards:
                home = world.nations[ward].home
                foes = [
                    k
                    for k in world.nations
                    if k not in (ward, duty.by)
                    and covers(duty, home, duty.threats[0], k) == "case"
                    and table.hostile(k, ward) >= table.rules.opportunity_hostility
                ]
                foes.sort(key=lambda k: -table.threat(k, ward))
                yield Drawn(duty.by, ward, tuple(foes), duty.threats, duty.area)


# -- contradictions -----------------------------------------------------------------------------------------


def _contradictions(
    table: Appraisal, after: Appraisal, draft: Draft, duties: tuple[Duty, ...]
) -> Iterator[Contradiction]:
    for new in duties:
        if new.by not in table.world.nations:
            continue
        for old in table.duties[new.by]:
            if old.treaty != draft.amends:
                yield from _between(table, after, draft, new, old)
        for beside in duties:
            if beside.by == new.by:
                yield from _within(table.world, new, beside, "")
    for name in draft.parties:
        held = [d for d in after.duties.get(name, ()) if isinstance(d, Contribute) and d.to == "command"]
        if len(held) > 1 and sum(duty.amount for duty in held) > 100:
            other = next((duty.treaty for duty in held if duty.treaty != standing_key(draft)), "")
            yield Contradiction("two_commands", name, other, ())


def _between(table: Appraisal, after: Appraisal, draft: Draft, new: Duty, old: Duty) -> Iterator[Contradiction]:
    """A promise of a draft beside one of the same nation in force."""
    party, treaty = new.by, old.treaty
    if isinstance(new, Guard) and new.armed:
        if isinstance(old, Guard) and old.armed:
            for ward in old.wards:
                if ward in draft.parties or ward not in table.world.nations:
                    continue
                if ward in new.against:
                    yield Contradiction("other_side", party, treaty, (ward,))
                elif not new.against and any(foe in draft.parties for foe in old.against):
                    foes = tuple(foe for foe in old.against if foe in draft.parties)
                    yield Contradiction("new_ally", party, treaty, (ward, *foes))
        elif isinstance(old, Abstain):
            for other in old.toward:
                if other in draft.parties:
                    continue
                if "join" in old.acts and (not new.against or other in new.against):
                    yield Contradiction("neutral", party, treaty, (other,))
                if "ally_with" in old.acts and other in table.world.nations and after.aimed_at(new, other):
                    yield Contradiction("unallied", party, treaty, (other,))
    elif isinstance(new, Abstain) and "join" in new.acts and isinstance(old, Guard) and old.armed:
        for other in new.toward:
            if other not in (party, *old.wards) and (not old.against or other in old.against):
                yield Contradiction("neutral_guard", party, treaty, (other,))
    elif isinstance(new, Back) and new.matter == "claim" and isinstance(old, Guard) and new.about in old.wards:
        yield Contradiction("claim", party, treaty, (new.whom, new.about))
    yield from _within(table.world, new, old, treaty)
    yield from _within(table.world, old, new, treaty)


def _within(world: State, one: Duty, other: Duty, treaty: str) -> Iterator[Contradiction]:
    """Two promises of one nation of which neither can be kept without straining the other."""
    if isinstance(one, Abstain) and "arm" in one.acts and isinstance(other, Pay) and other.target:
        nation = world.nations[one.by]
        due = share_due(world, (other.by, *other.among), other.formula, other.target, other.by)
        if nation.forces >= one.ceiling and due > -(-nation.forces // world.rules.upkeep_fp):
            yield Contradiction("ceiling", one.by, treaty, ())
    if isinstance(one, Abstain) and "exercise_near" in one.acts and isinstance(other, Train) and other.scale > 1:
        hosts = [world.nations[name].home for name in (other.by, *other.among) if name in world.nations]
        near = []
        for name in one.toward:
            if name in world.nations and name not in other.among:
                home = world.nations[name].home
                near += [name] if any(at == home or at in world.theatres[home].adjoins for at in hosts) else []
        if near:
            yield Contradiction("keep_away", one.by, treaty, tuple(near))


# -- stakes -------------------------------------------------------------------------------------------------


def _stake(table: Appraisal, after: Appraisal, draft: Draft, duties: tuple[Duty, ...], name: str) -> Stake:
    replaced = table.world.treaties.get(draft.amends)
    # What the text in force costs is paid already.
    paid = duties_of(draft.amends, replaced) if replaced is not None else ()
    once = sum(one.amount for one in draft.payments if one.payee == name)
    once -= sum(one.amount for one in draft.payments if one.payer == name)
    return Stake(
        name,
        (table.secure(name), after.secure(name)),
        (table.autonomy(name).value, after.autonomy(name).value),
        after.autonomy_wanted(name),
        sum(_price(table.world, duty, name) for duty in duties) - sum(_price(table.world, duty, name) for duty in paid),
        once,
        after.coverage(name),
    )


def _price(world: State, duty: Duty, name: str) -> int:
    """Tenths of an RP a turn that one duty costs a nation, or brings it (below zero)."""
    rules, nations, mine = world.rules, world.nations, duty.by == name
    match duty:
        case Pay() if duty.amount:
            given = 10 * duty.amount
            return given * sum(1 for taker in duty.among if taker in nations) if mine else -given * (name in duty.among)
        case Pay() if mine and duty.resilience:
            return 10 * duty.resilience
        case Pay() if mine:
            due = share_due(world, (duty.by, *duty.among), duty.formula, duty.target, name)
            spent = 0 if duty.formula == "fund" else -(-nations[name].forces // rules.upkeep_fp)
            return 10 * max(0, due - spent)
        case Train() if mine:
            price, parties = rules.price_exercise[duty.scale - 1], (duty.by, *duty.among)
            if duty.costs == "by_income":
                incomes = sum(nations[party].income for party in parties if party in nations)
                share = -(-price * nations[name].income // max(1, incomes))
            else:
                share = -(-price // len(parties))
            return divide(10 * share * duty.per_year * world.months, 12)
        case Provide(what="technology") if mine:
            behind = sum(1 for k in duty.to if k in nations and nations[k].technology < nations[name].technology)
            return 10 * duty.level * behind
        case Provide(what="training") if mine:
            return 10 * duty.level * rules.price_training
        case Standardise() if mine:
            return 10 * (nations[name].forces // rules.standard_fp)
        case _:
            return 0
