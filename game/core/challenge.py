"""Why a challenge is made or not: its expected utility (Signorino & Tarar 2006) and the deterrence line."""

from typing import TypeAlias

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide, scale
from game.core.cohesion import cohesion_points
from game.core.councils import plan_for, rehearsal
from game.core.crises import FORCE, GRADES, Crisis, CrisisKind, Grade, Means
from game.core.duties import Guard, ThreatKind
from game.core.geography import ready
from game.core.mediation import warned
from game.core.record import record
from game.core.statements import warned_off
from game.core.terms import TONES, Tone
from game.core.triggers import covers
from game.core.world import State


@record
class Challenge:
    """The sum a challenger does before it presses a demand."""

    held: int
    """Permille chance of being held: that the target does not simply give way."""
    balance: int
    """Permille: the challenger's share of the forces that would meet."""
    stakes: int
    cost: int
    worth: int
    """Expected utility in tenths of a point, before resolve."""
    line: int
    """Permille: the chance of being held at which a challenge stops paying."""
    guarantor: str
    """The guarantor whose pledge weighs most; empty when there is none."""
    treaty: str
    credibility: int
    warned: int = 0
    """Percentage points of the chance of being held that public warnings give."""
    slip: int = 0
    """Tenths of a point: what it costs, once it comes to the sealed rounds, that it may slip into an unchosen blow."""


def best_pledge(
    table: Appraisal, target: str, theatre: str, threat: ThreatKind, challenger: str
) -> tuple[Guard | None, int]:
    """The most credible Guard of a target that reads this case as its own, and its credibility."""
    best: Guard | None = None
    most = 0
    for guard in table.guards[target]:
        if covers(guard, theatre, threat, challenger) == "case":
            credibility = table.credibility(guard, target).value
            if credibility > most:
                best, most = guard, credibility
    return best, most


def challenge(
    table: Appraisal,
    challenger: str,
    target: str,
    theatre: str,
    stakes: int,
    kind: CrisisKind = FORCE,
    case: Crisis | None = None,
) -> Challenge:
    """What a challenge would be worth, from the world the appraisal was made on."""
    rules, world = table.rules, table.world
    pledge, credibility = best_pledge(table, target, theatre, kind.threat, challenger)
    nation = world.nations[target]
    if kind.means == "forces":
        attack = table.reaching(challenger, theatre) // 2 + beside(table, challenger, target, theatre)
        balance = divide(1000 * attack, max(1, attack + table.protection(target).value))
    else:
        balance = unarmed_balance(world, kind.means, challenger, target)
    # Nobody gives way to one who plainly could not strike: below an even balance the chance to be held grows.
    heeded = warned(table, case) if case is not None else 0
    if any(warned_off(world, guard.by, challenger) for guard in table.guards[target]):
        heeded += rules.hold_warned
    firm = heeded + rules.hold_base + nation.support // 5 + credibility // 2 + max(0, 500 - balance) // 5
    held = clamp(firm, 5, 95) * 10
    cost = max(0, rules.challenge_cost + kind.cost)
    shielded = nation.nuclear > 0 or (pledge is not None and credibility >= 50 and world.nations[pledge.by].nuclear > 0)
    if shielded and kind.means == "forces":
        cost += rules.challenge_nuclear
    if (challenger, target) in table.abstains:
        cost += rules.challenge_breach
    if (challenger, target) in table.warned:
        cost += rules.joint_words_cost
    slip = slip_cost(table, kind, stakes, balance, shielded)
    won = scale(stakes * 10, balance) - cost * 10 - slip
    worth = scale(stakes * 10, 1000 - held) + scale(won, held)
    line = divide(1000 * stakes * 10, max(1, scale(stakes * 10, 1000 - balance) + cost * 10 + slip))
    return Challenge(
        held, balance, stakes, cost, worth, min(1000, line), pledge.by if pledge else "",
        pledge.treaty if pledge else "", credibility, heeded, slip,
    )  # fmt: skip


def beside(table: Appraisal, challenger: str, target: str, theatre: str) -> int:
    """What those bound to a challenger and not to its target might bring beside it, in hundredths of an FP.

    They promised to guard, not to attack: a quarter of what may leave home, as far as their pledge is believed.
    """
    guards = table.guards[challenger]
    if not guards:
        return 0
    target_side = {guard.by for guard in table.guards[target]}
    most: dict[str, int] = {}
    for guard in guards:
        if guard.armed and guard.by not in target_side and guard.by != target:
            believed = table.credibility(guard, challenger).value
            most[guard.by] = max(most.get(guard.by, 0), divide(table.reaching(guard.by, theatre) * believed, 800))
    return sum(most.values())


def slips(kind: CrisisKind) -> int:
    """Permille chance that a case of this kind comes to blows in its two sealed rounds though nobody chose it."""
    return 2 * kind.slips


def slip_cost(table: Appraisal, kind: CrisisKind, stakes: int, balance: int, nuclear: bool) -> int:
    """Tenths of a point that the chance of an unchosen blow costs a challenger: what the blow costs beyond its gain."""
    if not kind.slips:
        return 0
    blow = max(0, table.rules.strike_cost + kind.cost) + (table.rules.challenge_nuclear if nuclear else 0)
    return scale(max(0, blow * 10 - scale(stakes * 10, 2 * balance - 1000)), slips(kind))


def unarmed_balance(
    world: State, means: Means, challenger: str, target: str, came: tuple[str, ...] = (), support: tuple[str, ...] = ()
) -> int:
    """Permille share of the challenger where no forces meet: standing against standing, or a society under strain.

    Between friends, influence decides, and that of those who take a side. A society holds by its support; the two
    intelligence services pull on either side, and friends who come or speak up steady it.
    """
    rules, one, other = world.rules, world.nations[challenger], world.nations[target]
    if means == "ties":
        attack = rules.ties_base + rules.ties_influence * one.influence
        defence = rules.ties_base + rules.ties_influence * other.influence
        for name in (*came, *support):
            defence += rules.ties_base // 2 + divide(rules.ties_influence * world.nations[name].influence, 2)
    else:
        attack = rules.society_base + 100 - other.support + one.intelligence // 2
        defence = rules.society_base + other.support + other.intelligence // 2
        defence += rules.society_came * len(came) + rules.society_support * len(support)
    return divide(1000 * attack, max(1, attack + defence))


Concert: TypeAlias = tuple[tuple[tuple[str, ...], int], ...]
"""Members of each alliance of a target, and the points of interoperability its cohesion and plans add among them."""


def concert(table: Appraisal, crisis: Crisis) -> Concert:
    """How far the alliances of a target make those who come to its aid act as one."""
    found: list[tuple[tuple[str, ...], int]] = []
    for treaty_id, treaty in table.world.treaties.items():
        if treaty.charter is None or crisis.target not in treaty.active or not treaty.in_force(table.world.turn):
            continue
        points = cohesion_points(table.cohesion(treaty_id))
        plan = plan_for(table.world, treaty_id, crisis.theatre, table.world.kinds[crisis.kind].threat)
        if plan is not None:
            points += divide(table.rules.plan_bonus * rehearsal(table.world, plan), 100)
        found.append((treaty.active, points))
    return tuple(found)


def joint_strength(table: Appraisal, theatre: str, sent: dict[str, int], concerted: Concert = ()) -> int:
    """Strength of forces fighting together at a theatre, in hundredths of an FP.

    Each nation's ready force counts between 60 and 100 % by the force-weighted mean of its interoperability with
    every participant, itself at 100; so a new ally never weakens a coalition. Members of one alliance work together
    by what its cohesion and a rehearsed plan add.
    """
    world = table.world
    force = {}
    for name, fp in sent.items():
        nation = world.nations[name]
        whole = max(1, nation.forces)
        force[name] = divide(table.reaching(name, theatre) * fp, whole) if fp else 0
    total = sum(force.values())
    if not total:
        return 0
    strength = 0

    def together(a: str, b: str) -> int:
        added = [points for members, points in concerted if a in members and b in members]
        return clamp(table.joined(a, b) + max(added), 0, 100) if added else table.joined(a, b)

    for name, mine in force.items():
        common = sum(theirs * (100 if other == name else together(name, other)) for other, theirs in force.items())
        strength += mine * (6000 * total + 40 * common)
    # Rounded once, at the end: rounding each share could cost a coalition a hundredth for an ally that adds nothing.
    return divide(strength, 10_000 * total)


def defenders(crisis: Crisis) -> tuple[dict[str, int], tuple[str, ...], tuple[str, ...]]:
    """Forces sent, supporters and mediators, as the last opened round shows them."""
    came: dict[str, int] = {}
    support: list[str] = []
    mediate: list[str] = []
    for answers in crisis.answers:
        for name, answer in answers.items():
            came.pop(name, None)
            if name in support:
                support.remove(name)
            if name in mediate:
                mediate.remove(name)
            if answer.stance == "come" and answer.forces:
                came[name] = answer.forces
            elif answer.stance == "support":
                support.append(name)
            elif answer.stance == "mediate":
                mediate.append(name)
    return came, tuple(support), tuple(mediate)


def local_balance(table: Appraisal, crisis: Crisis) -> int:
    """Permille share of the challenger in the forces that would clash, as the table knows the answers so far."""
    rules, world = table.rules, table.world
    came, support, _ = defenders(crisis)
    means = world.kinds[crisis.kind].means
    if means != "forces":
        return unarmed_balance(world, means, crisis.challenger, crisis.target, tuple(came), support)
    target = world.nations[crisis.target]
    attack = table.reaching(crisis.challenger, crisis.theatre) // 2
    attack += joint_strength(table, crisis.theatre, crisis.beside)
    defence = rules.protection_base * 100 + divide(ready(rules, target) * rules.protection_own, 1000)
    defence += joint_strength(table, crisis.theatre, came, concert(table, crisis))
    for name in support:
        half = table.reaching(name, crisis.theatre) // 2
        defence += scale(half, rules.support_quarter)
    return divide(1000 * attack, max(1, attack + defence))


def strike_cost(table: Appraisal, crisis: Crisis) -> int:
    """What striking costs a challenger in points: more where a nuclear power stands behind the target."""
    came, _, _ = defenders(crisis)
    world, kind = table.world, table.world.kinds[crisis.kind]
    nuclear = kind.means == "forces" and any(world.nations[name].nuclear > 0 for name in (*came, crisis.target))
    return max(0, table.rules.strike_cost + kind.cost) + (table.rules.challenge_nuclear if nuclear else 0)


def back_down_cost(table: Appraisal, grade: Grade, rounds: int, tone: Tone = "plain") -> int:
    """What stepping back costs a challenger in points: each public step and sharp word raises it (audience costs)."""
    rules = table.rules
    return rules.cost_back_down[GRADES.index(grade)] + rules.cost_round * rounds + rules.cost_tone[TONES.index(tone)]


def strike_worth(table: Appraisal, crisis: Crisis) -> int:
    """Tenths of a point by which striking is better than stepping back, the challenger's resolve included.

    A clash that is lost loses the stakes as surely as one that is won gains them, so the balance counts twice:
    here those who came weigh.
    """
    balance = local_balance(table, crisis)
    win = scale(crisis.stakes * 10, 2 * balance - 1000)
    going_back = back_down_cost(table, crisis.grade, len(crisis.answers), crisis.tone) * 10
    return win - strike_cost(table, crisis) * 10 + crisis.resolve * 10 + going_back
