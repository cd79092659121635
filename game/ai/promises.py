"""What the lesser promises of a draft are worth: to leave alone, to stand aside, to let see, to lend a base."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.partners import guard_in
from game.ai.weights import Weights, tenths
from game.core.appraisal import Appraisal
from game.core.clauses import Basing, IntelligenceSharing, Neutrality, NonAggression
from game.core.drafts import Draft
from game.core.duties import Abstain, Guard
from game.core.geography import projected, ready
from game.core.prospects import standing_key
from game.core.terms import Term

STANDING_BY = ("mutual_defence", "neutrality", "non_aggression", "basing")
"""Clauses after which a guarantee against the same nation sits ill."""


WARY = 0.15
"""Hostility from which another might well stand with one's rivals, so that its promise not to is worth having."""


def promises(outlook: Outlook, after: Appraisal, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Terms about restraint, contradictions, knowledge and bases; what they do to safety and freedom is elsewhere."""
    others = tuple(name for name in draft.parties if name != nation)
    for clause in draft.clauses:
        match clause:
            case NonAggression() | Neutrality():
                share = 1.0 if isinstance(clause, Neutrality) else 0.5
                for other in others:
                    yield from _restraint(outlook, nation, other, share, weights)
            case IntelligenceSharing():
                yield from _sharing(outlook, nation, others, clause.level, weights)
            case Basing() if clause.host != nation:
                yield _foothold(outlook, nation, clause.host, weights)
            case _:
                pass
    yield from _contradictions(outlook, after, nation, draft, weights)


def _restraint(outlook: Outlook, nation: str, other: str, share: float, weights: Weights) -> Iterator[Term]:
    """Hands tied toward one it might press; and a neighbour that will not stand with its rivals."""
    wish = outlook.hostility(nation, other) * 100 - outlook.world.rules.opportunity_hostility
    yield Term("autonomy", -tenths(max(0.0, wish) * weights.tied_hands))
    if "mutual_defence" not in outlook.bound_kinds(nation, other):
        stake, _ = _rival(outlook, nation, (other,), weights)
        # Of a friend it need not be asked in writing.
        likely = min(1.0, outlook.hostility(other, nation) / WARY)
        kept_out = share * weights.aloof * stake * likely * outlook.within_reach(nation, other)
        yield Term("denial", tenths(kept_out), other)


def _rival(outlook: Outlook, nation: str, apart: tuple[str, ...], weights: Weights) -> tuple[float, str]:
    """How much a nation minds its greatest rival beside `apart`, 0-1, and who that is."""
    most, who = 0.0, ""
    for k, felt in zip(outlook.world.nations, outlook.felt(nation), strict=True):
        if k not in apart:
            minded = felt * outlook.weight_against(nation, k) * min(1.0, outlook.power(k) * 10)
            if minded > most:
                most, who = minded, k
    return most, who


def _sharing(outlook: Outlook, nation: str, others: tuple[str, ...], level: int, weights: Weights) -> Iterator[Term]:
    """Others' eyes beside one's own: the better they see and the more there is to fear, the more that is worth."""
    need = 1 + max(0, 60 - outlook.table.secure(nation)) / 30
    deeper = (0.0, 1.0, 1.6, 2.0)[level]
    for other in others:
        seen = max(0, outlook.world.nations[other].intelligence - 10) / 50
        yield Term("knowledge", tenths(seen * deeper * need * weights.knowledge / len(others)), other)
        short = max(0, weights.leak_trust - outlook.trust(nation, other))
        yield Term("trust", -tenths(short * level * weights.leak / len(others)), other)


def _foothold(outlook: Outlook, nation: str, host: str, weights: Weights) -> Term:
    """What it is worth to a guest that its forces reach the host's theatre a step sooner."""
    guest, home = outlook.world.nations[nation], outlook.world.nations[host].home
    nearer = projected(outlook.world, guest, home, outlook.ground.steps, base=True)
    gained = max(0, nearer - outlook.table.reaching(nation, home)) / max(1, ready(outlook.world.rules, guest))
    stake, _ = _rival(outlook, nation, (host,), weights)
    return Term("denial", tenths(gained * stake * weights.foothold), host)


def _contradictions(outlook: Outlook, after: Appraisal, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Promises in the draft that go against promises already made, dearest where both are of the strongest kind."""
    table = outlook.table
    kinds = [clause.kind for clause in draft.clauses]
    # To stand aside from one against whom it has promised to defend somebody else; in a world divided in two, even to
    # come to terms with it, or with one sworn to it, apart from those it has promised.
    weighs = 1.0 if "neutrality" in kinds else outlook.situation.contest if "non_aggression" in kinds else 0.0
    guards = [duty for duty in table.duties[nation] if isinstance(duty, Guard)] if weighs else []
    for other in draft.parties if weighs else ():
        if other == nation:
            continue
        if any(table.aimed_at(duty, other) for duty in guards):
            yield Term("reputation", -tenths(weights.contradiction * weighs), other)
        elif _apart_from_protectors(outlook, nation, other, guards, draft.parties):
            yield Term("reputation", -tenths(weights.contradiction * weighs * weights.through_patron), other)
    guard = guard_in(draft)
    if guard is None:
        return
    fresh = next((d for d in after.duties[nation] if isinstance(d, Guard) and d.treaty == standing_key(draft)), None)
    if fresh is None:
        return
    # What the text in force sits ill with already is no reason against a new one.
    held = next((d for d in table.duties[nation] if isinstance(d, Guard) and d.treaty == draft.amends), None)
    for other in outlook.linked(nation):
        if held is not None and table.aimed_at(held, other):
            continue
        if other not in draft.parties and after.aimed_at(fresh, other):
            bound = outlook.bound_kinds(nation, other)
            if any(kind in STANDING_BY for kind in bound):
                yield Term("reputation", -tenths(weights.contradiction), other)


def _apart_from_protectors(
    outlook: Outlook, nation: str, other: str, guards: list[Guard], inside: tuple[str, ...]
) -> bool:
    """Whether a nation has promised to defend somebody against a protector of another, or its own protectors face that
    one: whoever comes to terms with it comes to terms behind their backs."""
    table, ground = outlook.table, outlook.ground
    theirs = dict.fromkeys(guard.by for guard in table.guards[other] if guard.by not in inside)
    if any(table.aimed_at(duty, patron) for duty in guards for patron in theirs):
        return True
    ours = dict.fromkeys(guard.by for guard in table.guards[nation] if guard.by not in inside)
    return any(ground.raw(patron, other) >= table.rules.opportunity_hostility for patron in ours)


def stands_aside(table: Appraisal, nation: str, other: str) -> bool:
    """Whether a nation has promised not to join anybody against another."""
    return any(
        isinstance(duty, Abstain) and other in duty.toward and "join" in duty.acts for duty in table.duties[nation]
    )
