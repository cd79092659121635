"""Numbers and standings that a case says should be so, read from the true state."""

from collections.abc import Callable

from game.core.appraisal import Appraisal
from game.core.councils import rehearsal
from game.core.duties import Guard
from game.core.familiarity import familiarity, misreading
from game.core.options import stances
from game.core.ratification import odds_of_treaty
from game.core.relations import interop, provocation, trust
from game.core.score import score
from game.core.stability import stability
from game.core.view import view_of
from game.core.world import State
from tests.cases.outline import CaseError, Line, Phrase

STORED = (
    *("income", "treasury", "forces", "readiness", "support", "influence", "initiatives"),
    *("technology", "resilience", "slump"),
)


def _figure(world: State, who: str, figure: str) -> int:
    table = Appraisal(world)
    if figure in STORED:
        return int(getattr(world.nations[who], figure))
    computed: dict[str, Callable[[], int]] = {
        "security": lambda: table.secure(who),
        "autonomy": lambda: table.autonomy(who).value,
        "coverage": lambda: table.coverage(who),
        "protection": lambda: table.protection(who).value,
        "exposure": lambda: table.exposure(who).value,
        "score": lambda: score(world, who),
    }
    if figure not in computed:
        raise KeyError(f"figure {figure}; there are {', '.join((*STORED, *computed))}")
    return computed[figure]()


def _credibility(world: State, who: str, ward: str, treaty: str) -> int:
    table = Appraisal(world)
    for duty in table.duties[who]:
        if isinstance(duty, Guard) and duty.treaty == treaty:
            return table.credibility(duty, ward).value
    raise KeyError(f"guard of {who} under {treaty} in force")


def _standing(world: State, key: str) -> str:
    if key in world.crises:
        crisis = world.crises[key]
        return crisis.stage if crisis.live else f"{crisis.stage}: {crisis.outcome}"
    if key in world.motions:
        return world.motions[key].status
    if key in world.misfortunes:
        fate = world.misfortunes[key]
        return fate.outcome or "live"
    if key not in world.treaties:
        return world.threads[key].status
    treaty = world.treaties[key]
    if treaty.ended:
        return f"ended in turn {treaty.ended}"
    return "in force" if treaty.in_force(world.turn) else "signed"


def _cohesion(world: State, treaty: str) -> int:
    return Appraisal(world).cohesion(treaty)


def _rehearsed(world: State, treaty: str, theatre: str) -> int:
    plans = world.plans.get(treaty, {})
    return next((rehearsal(world, plan) for plan in plans.values() if plan.theatre == theatre), -1)


def _asked(world: State, who: str, crisis: str) -> str:
    return ", ".join(stance.replace("_", " ") for stance in stances(world, who, crisis)) or "nothing"


def _seen(world: State, who: str, other: str, figure: str) -> int:
    return int(getattr(view_of(world, who).world.nations[other], figure))


CHECKS: list[tuple[Phrase, Callable[..., object]]] = [
    (Phrase("{holder:nation} trusts {other:nation} {value:number}"), trust),
    (Phrase("{a:nation} and {b:nation} work together {value:number}"), interop),
    (
        Phrase("{a:nation} and {b:nation} are familiar {value:number}"),
        lambda world, a, b: familiarity(world, a, b).value,
    ),
    (Phrase("{a:nation} misreads {b:nation} in {value:number} of 1000 turns"), misreading),
    (
        Phrase("odds of {who:nation} for {treaty:name} are {value:number}"),
        lambda world, who, treaty: odds_of_treaty(Appraisal(world), treaty)[who].value,
    ),
    (Phrase("{holder:nation} is provoked by {other:nation} {value:number}"), provocation),
    (
        Phrase("hostility of {k:nation} toward {i:nation} is {value:number}"),
        lambda world, k, i: Appraisal(world).hostility(k, i).value,
    ),
    (Phrase("pledge of {who:nation} to {ward:nation} under {treaty:name} is believed {value:number}"), _credibility),
    (
        Phrase("{who:nation} stands {value:number} in {theatre:name}"),
        lambda world, who, theatre: world.nations[who].standing.get(theatre, 0),
    ),
    (Phrase("{who:nation} sees {figure:name} of {other:nation} as {value:number}"), _seen),
    (Phrase("{who:nation} is asked in {crisis:name}: {answers:rest}"), _asked),
    (Phrase("cohesion of {treaty:name} is {value:number}"), _cohesion),
    (Phrase("plan of {treaty:name} in {theatre:name} is rehearsed {value:number}"), _rehearsed),
    (Phrase("{key:name} stands: {standing:rest}"), _standing),
    (Phrase("{key:name} binds {value:nations}"), lambda world, key: world.treaties[key].parties),
    (Phrase("the turn is {value:number}"), lambda world: world.turn),
    (Phrase("the stage is {stage:name}"), lambda world: world.stage),
    (Phrase("the world is stable {value:number}"), lambda world: stability(Appraisal(world)).value),
]

_HAS = Phrase("{who:nation} has {figures:rest}")
_FIGURE = Phrase("{figure:name} {value:number}")


def check(world: State, line: Line) -> bool:
    """Check one line against the state. False when the line is no check at all; CaseError when it does not hold."""
    try:
        return _check(world, line)
    except KeyError as error:
        raise CaseError(line, f"there is no {error.args[0]}") from error


def _check(world: State, line: Line) -> bool:
    has = _HAS.read(line.text)
    if has is not None:
        for part in has["figures"].split(", "):
            figure = _FIGURE.read(part)
            if figure is None:
                raise CaseError(line, f'"{part}" is not a figure and a number')
            _same(line, part, _figure(world, has["who"], figure["figure"]), figure["value"])
        return True
    for phrase, found in CHECKS:
        blanks = phrase.read(line.text)
        if blanks is not None:
            wanted = next(blank for blank in ("value", "answers", "standing", "stage") if blank in blanks)
            value = blanks.pop(wanted)
            _same(line, line.text, found(world, **blanks), value)
            return True
    return False


def _same(line: Line, what: str, found: object, value: object) -> None:
    if found != value:
        raise CaseError(line, f'"{what}" does not hold: it is {found}')
