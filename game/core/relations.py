"""What two nations are to each other apart from treaties: trust, familiarity of arms, likeness and raw hostility."""

from typing import NamedTuple

from game.core.arith import clamp, divide, faded
from game.core.world import NO_PAIR, Nation, Pair, Reason, State, pair_of


class Part(NamedTuple):
    """One named part of a number shown to people. Made by the thousand and never stored: a plain tuple."""

    name: str
    amount: int
    about: str = ""


class Measure(NamedTuple):
    """A number with the named parts it is the sum of (before clamping)."""

    value: int
    parts: tuple[Part, ...]


BREACHES = ("broke_guard", "broke_duty", "onlooker", "broke_word", "secret")


def reason_now(world: State, reason: Reason) -> int:
    """Size of a reason of trust today, in tenths."""
    if reason.kind in ("standing", "reputed", "ruled"):
        return reason.tenths
    keeps = world.rules.trust_keeps_breach if reason.kind in BREACHES else world.rules.trust_keeps
    if reason.kind == "relieved":
        keeps = world.rules.trust_keeps_relief
    return faded(reason.tenths, world.turn - reason.since, keeps)


def trust(world: State, holder: str, other: str) -> int:
    """Trust of `holder` in `other`, -100..100."""
    reasons = pair_of(world, holder, other).trust.get(holder, ())
    return clamp(divide(sum(reason_now(world, reason) for reason in reasons), 10), -100, 100)


def banded_trust(state: State, holder: str, other: str) -> int:
    """One's trust in another as third parties see it: the middle of a band, in bands centred on multiples of their
    width, so that "neither trusted nor distrusted" is one of them."""
    width = state.rules.band_trust
    return (trust(state, holder, other) + width // 2) // width * width


def told_of(state: State, key: str) -> bool:
    """Whether third parties see anything between two nations. That there is a record may tell of secret dealings."""
    pair = state.pairs.get(key)
    if pair is None:
        return False
    if pair.provocation or pair.interop or pair.practice or pair.rivalry or pair.disputes or pair.claims:
        return True
    if not pair.trust:
        return False
    a, _, b = key.partition("-")
    return any(holder in pair.trust and banded_trust(state, holder, other) for holder, other in ((a, b), (b, a)))


def provocation(world: State, holder: str, other: str) -> int:
    """How provoked `holder` is by `other`, 0-100."""
    reasons = pair_of(world, holder, other).provocation.get(holder, ())
    keeps = world.rules.provocation_keeps
    return clamp(divide(sum(faded(r.tenths, world.turn - r.since, keeps) for r in reasons), 10), 0, 100)


def interop(world: State, a: str, b: str) -> int:
    """Interoperability of two nations today, 0-100: what their forces have practised, and what their staffs agreed.

    The second is a matter between the two: others see the first alone.
    """
    pair: Pair = pair_of(world, a, b)
    practised = faded(pair.interop, world.turn - pair.interop_turn, world.rules.interop_keeps)
    return min(100, practised + _agreed(world, pair)) if pair.contacts else practised


def drilled(world: State, a: str, b: str) -> int:
    """The part of interoperability that comes of practice, which everybody sees."""
    pair: Pair = pair_of(world, a, b)
    return faded(pair.interop, world.turn - pair.interop_turn, world.rules.interop_keeps)


def _agreed(world: State, pair: Pair) -> int:
    """What staff talks have brought: each adds to it, and it fades as people forget whom they met."""
    rules = world.rules
    met = sum(
        faded(one.tenths, world.turn - one.since, rules.familiar_keeps)
        for one in pair.contacts
        if one.kind == "staff_talks"
    )
    return divide(met * rules.interop_staff_talks, 10 * rules.familiar_staff_talks)


def cultural_distance(a: Nation, b: Nation) -> int:
    """0 (every tag shared) to 100 (none): the share of tags not held in common."""
    union = len(a.culture) + sum(1 for tag in b.culture if tag not in a.culture)
    shared = sum(1 for tag in b.culture if tag in a.culture)
    return 100 - divide(100 * shared, union) if union else 50


def regime_gap(a: Nation, b: Nation) -> int:
    """0 (same regime score) to 1000 (the two ends of the scale)."""
    return abs(a.regime - b.regime) * 50


def ideological_gap(a: Nation, b: Nation, creeds: tuple[str, str]) -> int:
    """How far apart two nations' doctrines are, 0-1000.

    Where both have one: 0 for the same, 1000 for those of the two poles (`creeds`), 300 for any others. Where either
    has none, the distance of their regimes.
    """
    if not a.doctrine or not b.doctrine:
        return regime_gap(a, b)
    if a.doctrine == b.doctrine:
        return 0
    return 1000 if a.doctrine in creeds and b.doctrine in creeds else 300


def poles(world: State) -> tuple[str, str]:
    """The two greatest nations by capability, the greater first; the second is empty in a world of one."""
    order = sorted(world.nations, key=lambda name: (-world.nations[name].potential, name))
    return order[0], order[1] if len(order) > 1 else ""


def pole_creeds(world: State) -> tuple[str, str]:
    """Doctrines of the two greatest nations, the greater first; empty words where they have none."""
    first, second = poles(world)
    return (world.nations[first].doctrine, world.nations[second].doctrine) if second else ("", "")


def polarity(world: State) -> int:
    """Permille by which the world is divided in two: high when the two greatest hold much and are ideological rivals.

    (their share of world capability / 0.56) cubed, a tenth of it unless they are rivals of different regime, at
    most 1200.
    """
    a, b = poles(world)
    if not b:
        return 0
    first, second = world.nations[a], world.nations[b]
    share = divide((first.potential + second.potential) * 1000, 560)
    cubed = divide(share * share * share, 1_000_000)
    rivals = pair_of(world, a, b).rivalry >= 50 and regime_gap(first, second) >= 300
    return min(1200, cubed if rivals else divide(cubed, 10))


def strange_hostility(world: State, k: Nation, i: Nation, polar: int, creeds: tuple[str, str]) -> int:
    """Hostility of `k` toward `i` as far as it comes of what both are, apart from what stands between them."""
    apart = ideological_gap(k, i, creeds)
    return world.rules.hostility_base + divide(world.rules.hostility_regime * apart * polar, 1_000_000)


def raw_hostility(world: State, pair: Pair, k: str, i: str, strange: int, trusted: int) -> int:
    """Hostility of `k` toward `i` that no treaty changes: the sum of `raw_hostility_parts`, worked out faster.

    `strange` is their `strange_hostility`, `trusted` the trust of `k` in `i`.
    """
    rules, total = world.rules, strange - divide(trusted, 4)
    if pair is not NO_PAIR:
        if pair.rivalry:
            total += divide(rules.hostility_rivalry * pair.rivalry, 100)
        if k in pair.claims:
            total += rules.hostility_claim
        if k in pair.provocation:
            total += provocation(world, k, i)
    return total


def raw_hostility_parts(world: State, k: str, i: str, polar: int, creeds: tuple[str, str]) -> tuple[Part, ...]:
    """Parts of the hostility of `k` toward `i` that no treaty changes."""
    rules, pair = world.rules, pair_of(world, k, i)
    apart = ideological_gap(world.nations[k], world.nations[i], creeds)
    parts = [
        Part("base", rules.hostility_base),
        Part("rivalry", divide(rules.hostility_rivalry * pair.rivalry, 100)),
        Part("claim", rules.hostility_claim if k in pair.claims else 0),
        Part("regime", divide(rules.hostility_regime * apart * polar, 1_000_000)),
        Part("provocation", provocation(world, k, i)),
        Part("trust", -divide(trust(world, k, i), 4)),
    ]
    return tuple(part for part in parts if part.amount)
