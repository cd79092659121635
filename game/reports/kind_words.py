"""What a kind of case is about, in words: what it would take, what its balance is made of, what a blow in it is."""

from game.core.crises import Blow, Crisis, Means
from game.core.world import State
from game.reports.grammar import figure, sentence_of
from game.reports.words import name, rp, whose

MEANS_WORDS: dict[Means, str] = {
    "forces": "the forces that would meet",
    "ties": "influence, and whom each has beside it; forces do not count",
    "society": "how steady the target is at home, and what the services of both can do; forces do not count",
}
BLOW_WORDS: dict[Blow, str] = {
    "clash": "Should it come to a blow, forces clash and are lost on both sides.",
    "rupture": "Should it come to a blow, the tie between the two is cut: no forces are lost.",
    "harm": "Should it come to a blow, it does harm short of force: no forces are lost.",
}


def takes_text(world: State, crisis: Crisis) -> str:
    """What a target that gives way hands over beside influence, as a sentence."""
    kind = world.kinds[crisis.kind]
    target, challenger = name(world, crisis.target), name(world, crisis.challenger)
    match kind.takes:
        case "claim":
            said = f"the claim of {challenger}, if it has one, is closed in its favour"
        case "base":
            said = f"the base that {challenger} lends {target} is closed"
        case "readiness":
            said = f"{target} loses {figure(kind.taken)} points of readiness"
        case "purse":
            said = f"{target} pays {challenger} up to {rp(kind.taken)}"
        case "friendship":
            said = f"{whose(world, crisis.target)} trust in {challenger} moves by {figure(kind.taken)}"
        case _:
            return "Given way to, it costs face and influence alone."
    return sentence_of(f"given way to, it costs influence, and {said}")


def kind_lines(world: State, crisis: Crisis) -> tuple[str, ...]:
    """What a case of this kind is about, one sentence a line."""
    kind = world.kinds[crisis.kind]
    lines = [takes_text(world, crisis)]
    if kind.means != "forces":
        lines.append(sentence_of(f"what weighs in it is {MEANS_WORDS[kind.means]}"))
    if crisis.stage == "fighting":
        return tuple(lines)
    lines.append(BLOW_WORDS[kind.blow])
    if kind.wears:
        worn = f"{name(world, crisis.target)} loses {figure(kind.wears)} support a turn"
        lines.append(sentence_of(f"while it lasts, {worn}"))
    if kind.slips:
        chance = figure(kind.slips // 10)
        lines.append(f"It may come to blows though nobody chose it: {chance} % and more in each round.")
    if kind.spreads:
        lines.append("While it lives, it may catch in a neighbour that is no steadier.")
    return tuple(lines)
