"""Every reason why an act of the instructor is not possible. Judged on the true state: the instructor sees it all."""

from collections.abc import Callable, Mapping

from game.core import control as acts
from game.core.appraisal import Appraisal
from game.core.checks.common import unseen_problems
from game.core.control import MOST_ROUNDS, PAIRED, RANGES, Control, Index, Matter, Moment
from game.core.crises import CrisisKind
from game.core.figures import figure_of
from game.core.misfortunes import MisfortuneKind
from game.core.problems import Problem, illegal, invalid, stale
from game.core.world import State, in_its_time

WORDS = 2000
"""Characters of news, as of a message."""


def control_problems(state: State, act: Control, past: Mapping[int, State]) -> tuple[Problem, ...]:
    """Every reason against an act of the instructor; empty when it is possible."""
    if state.stage == "over" and not isinstance(act, acts.RollBack):
        return (stale("The game is over; it can only be rolled back."),)
    match act:
        case acts.Inject():
            return (*matter_problems(state, act.what), *moment_problems(state, act.when))
        case acts.Cancel():
            if act.inject in state.desk.planned:
                return ()
            number = act.inject.removeprefix("inject-")
            if number.isdecimal() and 1 <= int(number) <= state.desk.made:
                return (stale(f"{act.inject} is planned no longer: it was given, cancelled or fell away."),)
            return (invalid(f'Nothing is planned as "{act.inject}".'),)
        case acts.Override():
            return _override_problems(state, act)
        case acts.Extend():
            if state.stage == "strike":
                return (illegal("A decision to strike cannot be extended; end the stage or roll the turn back."),)
            most = MOST_ROUNDS if state.stage == "negotiation" else 1
            if not 1 <= act.rounds <= most:
                return (invalid(f"A stage is extended by 1 to {most} rounds."),)
            return ()
        case acts.End():
            return ()
        case acts.RollBack():
            if act.turn in past:
                return ()
            if not 1 <= act.turn <= state.turn:
                return (invalid(f"A game in turn {state.turn} can be rolled back to turn 1 to {state.turn}."),)
            kept = f"the first that is: turn {min(past)}" if past else "none is until the next turn opens"
            return (illegal(f"The opening of turn {act.turn} is not kept; {kept}."),)


def matter_problems(state: State, what: Matter) -> tuple[Problem, ...]:
    """Every reason why something cannot be given to this game."""
    found: list[Problem] = []
    match what:
        case acts.GiveCase():
            case = what.case
            found += _nations(state, (case.target, case.challenger))
            if case.target == case.challenger:
                found.append(illegal("A case is between two different nations."))
            if case.kind not in state.kinds:
                found.append(invalid(f'There is no kind of crisis "{case.kind}"; there are {_list(state.kinds)}.'))
            elif not in_its_time(state, state.kinds[case.kind].since):
                found.append(_early(state.kinds[case.kind]))
            if case.theatre not in state.theatres:
                found.append(invalid(f'There is no theatre "{case.theatre}"; there are {_list(state.theatres)}.'))
            if case.id in state.crises or any(other.id == case.id for other in state.schedule) or not case.id:
                found.append(illegal(f'A case needs an id of its own; "{case.id}" is taken.'))
            if case.turn:
                found.append(invalid("A case begins when it is given: leave its turn 0 and say when in the inject."))
            if case.stakes not in (10, 20, 40):
                found.append(invalid("Stakes are 10, 20 or 40 points."))
            found += _severity(case.severity)
        case acts.GiveMisfortune():
            fate = what.fate
            found += _nations(state, (fate.target,))
            kind = state.misfortune_kinds.get(fate.kind)
            if kind is None:
                known = _list(state.misfortune_kinds)
                found.append(invalid(f'There is no kind of misfortune "{fate.kind}"; there are {known}.'))
            elif not in_its_time(state, kind.since):
                found.append(_early(kind))
            elif kind.hidden_hand:
                found.append(illegal(f"{_upper(kind.name)} has somebody behind it; only a nation can order it."))
            if fate.id in state.misfortunes or any(other.id == fate.id for other in state.fates) or not fate.id:
                found.append(illegal(f'A misfortune needs an id of its own; "{fate.id}" is taken.'))
            if fate.turn:
                found.append(
                    invalid("A misfortune strikes when it is given: leave its turn 0 and say when in the inject.")
                )
            found += _severity(fate.severity)
        case acts.GiveNews():
            found += _nations(state, what.to)
            if not what.text.strip() or len(what.text) > WORDS:
                found.append(invalid(f"News has 1 to {WORDS} characters."))
            found += unseen_problems(what.text, "News", lines=True)
        case acts.GiveResources():
            found += _nations(state, (what.nation,))
            if not what.amount:
                found.append(invalid("Give more than nothing, or take it: an amount above or below 0."))
            if abs(what.amount) > RANGES[what.figure][1]:
                found.append(invalid(f"At most {RANGES[what.figure][1]} can be given or taken at a time."))
            if len(what.text) > WORDS:
                found.append(invalid(f"A cause has at most {WORDS} characters."))
            found += unseen_problems(what.text, "A cause", lines=True)
    return tuple(found)


def moment_problems(state: State, when: Moment) -> tuple[Problem, ...]:
    """Every reason why a moment cannot come, or has come already."""
    match when:
        case acts.AtOnce():
            return ()
        case acts.OnTurn():
            if state.turn < when.turn <= state.turns:
                return ()
            if when.turn <= state.turn:
                return (stale(f"Turn {when.turn} has opened already; the game is in turn {state.turn}."),)
            return (illegal(f"The game ends with turn {state.turns}."),)
        case acts.OnSigned():
            found = _nations(state, when.parties)
            if len(set(when.parties)) < 2:
                found.append(invalid("A treaty is signed between at least two nations."))
            elif not found and holds(state, when, lambda: Appraisal(state)):
                found.append(illegal("They have signed a treaty this turn already; give it at once instead."))
            return tuple(found)
        case acts.OnOutcome():
            crisis = state.crises.get(when.crisis)
            if crisis is not None and not crisis.live:
                return (stale(f'The case "{when.crisis}" has ended already: {crisis.outcome}.'),)
            coming = [case.id for case in state.schedule]
            coming += [plan.what.case.id for plan in state.desk.planned.values() if plan.what.kind == "case"]
            if crisis is None and when.crisis not in coming:
                return (invalid(f'There is no case "{when.crisis}", now or to come.'),)
            return ()
        case acts.OnIndex():
            if when.nation not in state.nations:
                return tuple(_nations(state, (when.nation,)))
            table = Appraisal(state)
            if holds(state, when, lambda: table):
                now = index_of(table, when.nation, when.index)
                said = "at least" if when.side == "at_least" else "at most"
                name = state.nations[when.nation].name
                return (
                    illegal(
                        f"The {when.index} of {name} is {now}, {said} {when.value} already; give it at once instead."
                    ),
                )
            return ()


def holds(state: State, when: Moment, table: Callable[[], Appraisal]) -> bool:
    """Whether a moment has come. `table` appraises the state, and is asked only where an index is waited for."""
    match when:
        case acts.AtOnce():
            return True
        case acts.OnTurn():
            return state.turn >= when.turn
        case acts.OnSigned():
            return any(
                treaty.signed == state.turn and all(name in treaty.parties for name in when.parties)
                for treaty in state.treaties.values()
            )
        case acts.OnOutcome():
            crisis = state.crises.get(when.crisis)
            return crisis is not None and not crisis.live and when.outcome in ("", crisis.outcome)
        case acts.OnIndex():
            value = index_of(table(), when.nation, when.index)
            return value >= when.value if when.side == "at_least" else value <= when.value


def index_of(table: Appraisal, nation: str, index: Index) -> int:
    """An index of a nation as it truly stands."""
    match index:
        case "security":
            return table.secure(nation)
        case "autonomy":
            return table.autonomy(nation).value
        case _:
            return figure_of(table.world.nations[nation], index)


def _override_problems(state: State, act: acts.Override) -> tuple[Problem, ...]:
    found: list[Problem] = []
    named = tuple(name for name in (act.nation, act.other) if name)
    found += _nations(state, named)
    wanted = 0 if act.figure == "turns" else 2 if act.figure in PAIRED else 1
    if len(named) != wanted or (wanted == 1 and act.other) or (wanted == 2 and act.nation == act.other):
        who = ("no nation", "one nation", "two different nations")[wanted]
        found.append(invalid(f"{_upper(act.figure)} is a figure of {who}; name {'none' if not wanted else 'them'}."))
    least, most = RANGES[act.figure]
    if act.figure == "turns":
        least = state.turn
    elif act.figure == "influence":
        most = state.rules.influence_cap
    if not least <= act.value <= most:
        found.append(invalid(f"{_upper(act.figure)} can be set to {least} to {most}, not {act.value}."))
    if not act.reason.strip() or len(act.reason) > WORDS:
        found.append(invalid(f"A number is set for a reason, of 1 to {WORDS} characters."))
    found += unseen_problems(act.reason, "A reason", lines=True)
    if state.stage != "negotiation":
        found.append(stale("Numbers are set while negotiation is open; what is sealed now counts on the old ones."))
    return tuple(found)


def _nations(state: State, names: tuple[str, ...]) -> list[Problem]:
    return [
        invalid(f'There is no nation "{name}"; there are {_list(state.nations)}.')
        for name in names
        if name not in state.nations
    ]


def _severity(severity: int) -> list[Problem]:
    return [] if 1 <= severity <= 5 else [invalid("Severity is 1 to 5.")]


def _list(names: Mapping[str, object]) -> str:
    return ", ".join(names) or "none"


def _early(kind: CrisisKind | MisfortuneKind) -> Problem:
    return illegal(f"There is no {kind.name} before {kind.since}.")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
