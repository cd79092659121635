"""What clauses of joint work and of restraint are worth: technology, officers, watch, relief, ceilings, favours.

What they do to fears, credibility and freedom of action is read from the appraisal with the draft in force; here
stands what the appraisal does not know.
"""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.price import dearness
from game.ai.weights import Weights, tenths
from game.core.attribution import sabotage_known
from game.core.clauses import CapacityBuilding, JointExercises
from game.core.drafts import Draft
from game.core.duties import Guard
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
from game.core.options import most_new_forces, readiness_price
from game.core.outlays import peaces
from game.core.relations import cultural_distance
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.slumps import partners_struck, passed_on
from game.core.terms import Term

ARSENAL = 20
"""FP for which a point of technology is worth what it costs."""


def lesser(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Terms about clauses of joint work and restraint, for one party of a draft."""
    others = tuple(name for name in draft.parties if name != nation)
    point = weights.resource * dearness(outlook, nation, weights)
    for clause in draft.clauses:
        match clause:
            case CapacityBuilding() if clause.training:
                yield from _training(outlook, nation, clause, point)
            case TechnologyTransfer():
                yield from _technology(outlook, nation, draft, clause, point)
            case PersonnelExchange():
                yield from _officers(outlook, nation, others, draft, clause, weights)
            case Standardisation():
                own = outlook.world.nations[nation]
                yield Term("cost", -tenths(own.forces // outlook.world.rules.standard_fp * point))
            case IntegratedCommand():
                yield _tied(outlook, nation, draft, clause, weights)
            case CyberDefence() | CyberDeterrence():
                yield from _hidden_hands(outlook, nation, others, clause, weights)
            case Resilience():
                frail = (100 - outlook.world.nations[nation].resilience) / 50
                yield Term("home", tenths(clause.amount * weights.resource * weights.sturdy * frail))
                yield Term("cost", -tenths(clause.amount * point))
            case DisasterResponse():
                yield from _relief(outlook, nation, others, clause, weights)
            case Reconstruction():
                yield from _rebuilding(outlook, nation, others, clause, point)
            case Peacekeeping():
                kept = weights.calm * len(peaces(outlook.world))
                yield Term("standing", tenths(kept - clause.forces * weights.detached))
            case ConfidenceBuilding():
                for other in others:
                    alarm = max(outlook.hostility(other, nation), outlook.hostility(nation, other))
                    near = outlook.within_reach(nation, other)
                    yield Term("provocation", tenths(weights.reassured * alarm * near / len(others)), other)
                if clause.keep_away and any(isinstance(had, JointExercises) for had in _exercising(outlook, nation)):
                    yield Term("autonomy", -tenths(weights.tied_hands * 10))
            case ArmsLimits():
                yield from _ceiling(outlook, nation, others, clause, weights)
            case MutualSupport():
                for favour in clause.favours:
                    yield from _favour(outlook, nation, favour, weights)
            case _:
                pass
    yield from _caught(outlook, nation, draft, weights)


def _caught(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Who binds itself in the open to a nation whose banks are failing loses income with it."""
    world = outlook.world
    for fate in outlook.shocks if not draft.secret else ():
        if fate.target not in draft.parties or nation in (fate.target, *partners_struck(world, fate)):
            continue
        points = passed_on(world, fate, nation, "unmet") / max(1, 1000 - world.rules.slump_keeps)
        lost = world.nations[nation].income * points * weights.resource_once
        yield Term("trade", -tenths(lost * dearness(outlook, nation, weights)), fate.target)


def _training(outlook: Outlook, nation: str, clause: CapacityBuilding, point: float) -> Iterator[Term]:
    rules, nations = outlook.world.rules, outlook.world.nations
    if nation == clause.donor:
        yield Term("cost", -tenths(clause.training * rules.price_training * point))
    elif nations[nation].readiness < nations[clause.donor].readiness:
        # What as much readiness would have cost to buy.
        steps = clause.training * rules.training_readiness / rules.readiness_step
        yield Term("receipts", tenths(steps * readiness_price(rules, nations[nation]) * point))


def _technology(
    outlook: Outlook, nation: str, draft: Draft, clause: TechnologyTransfer, point: float
) -> Iterator[Term]:
    nations = outlook.world.nations
    if clause.donor not in nations:
        return
    level = nations[clause.donor].technology
    if nation == clause.donor:
        behind = sum(1 for name in draft.parties if name in nations and nations[name].technology < level)
        yield Term("cost", -tenths(clause.amount * behind * point))
    elif nations[nation].technology < level:
        use = min(1.5, nations[nation].forces / ARSENAL)
        yield Term("receipts", tenths(clause.amount * use * point))


def _officers(
    outlook: Outlook, nation: str, others: tuple[str, ...], draft: Draft, clause: PersonnelExchange, weights: Weights
) -> Iterator[Term]:
    """The stranger two are to each other, and the more they train together, the more their officers learn."""
    drilled = any(isinstance(had, JointExercises) for had in draft.clauses)
    for other in others:
        distance = cultural_distance(outlook.world.nations[nation], outlook.world.nations[other]) / 100
        together = drilled or "joint_exercises" in outlook.bound_kinds(nation, other)
        worth = weights.officers * clause.level * distance * (1.0 if together else 0.5)
        yield Term("knowledge", tenths(worth / len(others)), other)


def _tied(outlook: Outlook, nation: str, draft: Draft, clause: IntegratedCommand, weights: Weights) -> Term:
    """Forces held for one command are missing where else they are promised."""
    elsewhere = any(
        isinstance(duty, Guard) and duty.armed and any(ward not in draft.parties for ward in duty.wards)
        for duty in outlook.table.duties[nation]
    )
    return Term("overstretch", -tenths(clause.share / 100 * weights.detached * (3 if elsewhere else 1)))


def _feared_hand(outlook: Outlook, nation: str) -> float:
    """How much a nation has to fear from hidden hands, 0-1: the hostility of whoever is most hostile to it."""
    return max(outlook.felt(nation), default=0.0) if sabotage_known(outlook.world) else 0.0


def _hidden_hands(
    outlook: Outlook, nation: str, others: tuple[str, ...], clause: CyberDefence | CyberDeterrence, weights: Weights
) -> Iterator[Term]:
    nations, fear = outlook.world.nations, _feared_hand(outlook, nation)
    if isinstance(clause, CyberDefence):
        ablest = max(nations[name].technology for name in others)
        able = max(0, ablest - outlook.world.rules.attribution_able) / 20
        yield Term("knowledge", tenths(weights.watch * fear * min(1.5, 0.5 + able)))
        return
    many = min(3, len(others)) / 3
    yield Term("security", tenths(weights.watch * fear * (0.5 + many)))
    drawn = sum(_feared_hand(outlook, name) for name in others) / len(others)
    hard = 2.0 if clause.answer == "offensive" else 1.0
    yield Term("provocation", -tenths(weights.watch * drawn * hard * 0.5))


def _relief(
    outlook: Outlook, nation: str, others: tuple[str, ...], clause: DisasterResponse, weights: Weights
) -> Iterator[Term]:
    """Friends may be counted on in need; to promise those one mistrusts is money thrown after them."""
    if all(kind.hidden_hand for kind in outlook.world.misfortune_kinds.values()):
        return
    for other in others:
        liked = 0.5 + outlook.trust(nation, other) / 100
        further = 1 + outlook.world.rules.coordination_promised / 100
        yield Term("home", tenths(weights.neighbourly * liked * further / len(others)), other)
    dear = dearness(outlook, nation, weights)
    yield Term("cost", -tenths(clause.amount * len(others) * weights.neighbourly * 0.2 * dear))


def _rebuilding(
    outlook: Outlook, nation: str, others: tuple[str, ...], clause: Reconstruction, point: float
) -> Iterator[Term]:
    """Help to rebuild is worth most to those who have most to fear, and dearest to those who have least."""
    risk = (100 - outlook.table.secure(nation)) / 1000
    theirs = sum(100 - outlook.table.secure(name) for name in others) / 1000
    yield Term("receipts", tenths(clause.amount * len(others) * risk * point))
    yield Term("cost", -tenths(clause.amount * theirs * point))


def _exercising(outlook: Outlook, nation: str) -> list[object]:
    treaties = outlook.bound.treaties.values()
    return [c for one in treaties if nation in one.parties and not one.ended for c in one.clauses]


def _ceiling(
    outlook: Outlook, nation: str, others: tuple[str, ...], clause: ArmsLimits, weights: Weights
) -> Iterator[Term]:
    """A ceiling over others is worth what they would have built against one; over oneself, what one would miss."""
    nations, rules = outlook.world.nations, outlook.world.rules

    def bound(name: str) -> bool:
        return nations[name].forces + most_new_forces(rules, nations[name]) > clause.ceiling

    for other in others:
        if bound(other):
            feared = outlook.hostility(other, nation) * outlook.within_reach(other, nation)
            yield Term("security", tenths(weights.ceiling * feared), other)
    if bound(nation):
        wish = max(0, 70 - outlook.table.secure(nation)) / 20
        yield Term("autonomy", -tenths(weights.ceiling * wish / 2))


def _favour(outlook: Outlook, nation: str, favour: Favour, weights: Weights) -> Iterator[Term]:
    """To be backed is worth something to whoever has a case, a claim or a plan; to back may cost other friends."""
    pressed = (100 - outlook.table.secure(nation)) / 50
    if favour.whom == nation:
        claims = any(nation in pair.claims for pair in outlook.world.pairs.values())
        worth = {"case": pressed, "claim": 1.0 if claims else 0.2, "motion": 0.5}[favour.matter]
        yield Term("favour", tenths(weights.favour * worth), favour.by)
    elif favour.by == nation:
        if favour.matter == "claim":
            friends = [k for k in outlook.linked(nation) if outlook.hostility(favour.whom, k) * 100 >= 35]
            price = 0.3 + (1.5 if friends else 0.0)
        else:
            price = 0.5 if favour.matter == "case" else 0.3
        yield Term("favour", -tenths(weights.favour * price), favour.whom)
