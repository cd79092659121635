"""What accusing a nation of a hidden hand's work does: it resents it, guilty or not, and a case may open."""

from game.core import acts
from game.core.crises import Scheduled
from game.core.resolve import drawn_resolve
from game.core.turn import Turn


def accuse(turn: Turn, who: str, act: acts.Accuse) -> None:
    """Name a nation for a hidden hand's work, proved or not, before the world."""
    turn.use_initiative(who, "accuse")
    fate = turn.misfortunes[act.misfortune]
    turn.accuse(act.misfortune, act.suspect)
    turn.explain(who, act.because, act.misfortune, "accuse")
    # Guilty or not it takes offence alike: what it thinks must not tell.
    turn.shift_trust(act.suspect, who, turn.rules.trust_accused, "accused", act.misfortune)
    opens = turn.state.misfortune_kinds[fate.kind].opens
    kind = turn.state.kinds.get(opens)
    if kind is None:
        return
    case = Scheduled(
        id=turn.next_case_id(who), turn=turn.turn, kind=kind.id, theatre=fate.theatre, target=who,
        challenger=act.suspect, stakes=kind.stakes, severity=kind.severity, pace=kind.pace, stage="open",
    )  # fmt: skip
    turn.brew(case, drawn_resolve(turn.state, case.id, case.stakes))
    turn.open_crisis(case.id, case.grade, live=True)
