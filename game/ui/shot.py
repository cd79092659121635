"""Pictures of the window's screens, drawn without opening one: `foedus shot`, and what tests look at."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.table import Waiting
from game.ui import theme
from game.ui.scene import Scene, Settings, Stage

if TYPE_CHECKING:
    from game.table.play import Play
    from game.ui.session import Selection, Session

PLANNED = ("timeline", "desk")
"""Screens that later versions have."""
_INTO_IT = 20
"""Eighths of a step of the resolution that have passed in its picture."""


class ShotError(RuntimeError):
    """A screen that cannot be drawn; the message is a sentence for people."""


def draw_screen(
    screen: str,
    table: Play,
    turns: int,
    nation: str | None,
    select: str | None,
    size: tuple[int, int],
    scale: float,
    out: Path,
) -> None:
    """Draw a screen to a PNG file, after the AI has played `turns` more turns of the table's game.

    `nation` sits in the seat that is drawn (by default whoever sits there, else the first); `select` is the id of
    a nation, treaty, case, negotiation, scenario or page. Raises ShotError with a sentence where there is nothing
    to draw, OSError where the file cannot be written. The table is used up: nothing is saved.
    """
    if screen in PLANNED:
        said = f'The screen "{screen}" is not built yet'
        said += '; "chronicle" draws all turns in words' if screen == "timeline" else ""
        raise ShotError(f"{said}; there are {', '.join(SCREENS)}.")
    if screen not in SCREENS:
        raise ShotError(f'There is no screen "{screen}"; there are {", ".join(SCREENS)}.')
    # Off-screen even where there is a display: nothing is to flash up.
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    stage = Stage(size, Settings(ui_scale=scale, reduced_motion=True))
    seat = nation or (table.people[0] if table.people else next(iter(table.scenario.nations)))
    SCREENS[screen](stage, table, turns, seat, select)
    stage.update(0.0)
    surface = pygame.Surface(size)
    stage.draw(surface)
    # pygame tells the kind of file by its ending, and --out may have any.
    with open(out, "wb") as file:
        pygame.image.save(surface, file, "picture.png")


# --- screens outside a game


def _nothing(*_: object) -> None:
    """Stands where a screen leads on, in a picture that leads nowhere."""


def _title(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.title import TitleScene

    stage.push(TitleScene())


def _scenarios(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.scenarios import ScenariosScene

    stage.push(ScenariosScene(_nothing))


def _seat(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.seat import SeatScene

    if select is not None and select not in table.scenario.nations:
        raise ShotError(f'There is no nation "{select}"; there are {", ".join(table.scenario.nations)}.')
    stage.push(SeatScene(table.scenario, _nothing, seed=table.seed, nation=select or seat))


def _saves(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.saves import SavesScene

    scene = SavesScene(_nothing)
    stage.push(scene)
    if select is not None:
        names = [kept.path.name for kept in scene.games]
        if select not in names:
            raise ShotError(f'There is no saved game "{select}".')
        scene.choose(select)


def _settings(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.settings import SettingsScene

    stage.settings.reduced_motion = False
    stage.push(SettingsScene())


def _codex(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.codex import CodexScene, topics

    known = [topic.id for topic in topics()]
    if select is not None and select not in known:
        raise ShotError(f'The codex has no page "{select}"; there are {", ".join(known)}.')
    stage.push(CodexScene(table.scenario.file.rules, select or ""))


# --- screens of a game


def _session(table: Play, turns: int, seat: str) -> Session:
    """The seat after some turns, everything before told already."""
    from game.ui.session import Session

    _play_on(table, table.state.turn + turns if turns else 0)
    if seat not in table.people:
        table.sit(seat)
    table.run()
    session = Session(table, seat)
    session.mark_told()
    return session


def _play_on(table: Play, until: int) -> None:
    """Let the AI play every seat up to a turn; the game's end comes first."""
    for name in tuple(table.people):
        table.stand(name)
    while not table.over and table.state.turn < until:
        try:
            table.step()
        except Waiting as error:
            raise ShotError(str(error)) from error


def _game(kind: str) -> Callable[[Stage, Play, int, str, str | None], None]:
    """The map with something selected: `map` keeps the seat itself, `nation`, `treaty` and `crisis` select one."""

    def push(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
        from game.ui.scenes.game import GameScene

        session = _session(table, turns, seat)
        if kind != "map" or select is not None:
            session.selection = _selection(session, kind, select)
        stage.push(GameScene(session))

    return push


def _selection(session: Session, kind: str, select: str | None) -> Selection:
    from game.ui.session import Selection

    world = session.world
    if kind == "alliance":
        return Selection("treaty", _council_of(session, select))
    known = {
        "nation": [name for name in world.nations if name != session.nation],
        "treaty": list(world.treaties),
        "crisis": list(world.crises),
    }
    if select is None:
        if not known[kind]:
            raise ShotError(f"There is no {kind} to show in turn {world.turn}; try another --turns.")
        # The newest matter is the one most worth looking at; nations have no such order.
        return Selection(kind, known[kind][0 if kind == "nation" else -1])
    for where, names in {**known, "nation": list(world.nations)}.items():
        if select in names and kind in (where, "map"):
            return Selection(where, select)
    there = [*known.get(kind, world.nations)]
    raise ShotError(f'There is no {kind if kind != "map" else "nation"} "{select}" in turn {world.turn}; there are '
                    f"{', '.join(there) or 'none'}.")  # fmt: skip


def _over_the_map(make: Callable[[Session, str | None], Scene]) -> Callable[[Stage, Play, int, str, str | None], None]:
    """A screen that stands over the map, as it would be opened from there."""

    def push(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
        from game.ui.scenes.game import GameScene

        session = _session(table, turns, seat)
        stage.push(GameScene(session))
        stage.push(make(session, select))

    return push


def _draft(session: Session, select: str | None) -> Scene:
    from game.ui.scenes.draft import DraftScene

    if select is None:
        # With no wish named, what lies on the table already shows more than an empty sheet.
        threads = session.world.threads.items()
        on_table = [key for key, talk in threads if talk.status == "open" and session.nation in talk.parties]
        return DraftScene(session, thread=on_table[-1] if on_table else None)
    if select in session.world.threads:
        return DraftScene(session, thread=select)
    if select not in session.world.nations or select == session.nation:
        raise ShotError(f'"{select}" is neither a negotiation nor another nation in turn {session.world.turn}.')
    return DraftScene(session, parties=tuple(sorted((session.nation, select))))


def _council_of(session: Session, select: str | None) -> str:
    """The treaty with a council that is meant; by default the seat's own first one."""
    from game.ui.scenes.council import councils_known

    known = councils_known(session.world, session.nation)
    if not known:
        raise ShotError(f"There is no council in turn {session.world.turn}; try another --turns.")
    if select is not None and select not in known:
        raise ShotError(f'There is no council "{select}" in turn {session.world.turn}; there are {", ".join(known)}.')
    return select or known[0]


def _council(session: Session, select: str | None) -> Scene:
    from game.ui.scenes.council import CouncilScene

    return CouncilScene(session, _council_of(session, select))


def _dispatches(session: Session, select: str | None) -> Scene:
    from game.ui.scenes.dispatches import DispatchesScene

    if select is not None and select not in session.world.threads:
        threads = ", ".join(session.world.threads) or "none"
        raise ShotError(f'There is no negotiation "{select}" in turn {session.world.turn}; there are {threads}.')
    return DispatchesScene(session, select)


def _chronicle(session: Session, select: str | None) -> Scene:
    from game.ui.scenes.summary_chronicle import ChronicleScene

    return ChronicleScene(session.world, session.seat.events)


def _orders(tab: str) -> Callable[[Session, str | None], Scene]:
    def make(session: Session, select: str | None) -> Scene:
        from game.ui.scenes.orders import OrdersScene

        return OrdersScene(session, tab)

    return make


def _showdown(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    """The first call from there on that asks this seat for an answer."""
    from game.ui.scenes.game import GameScene
    from game.ui.scenes.showdown import ShowdownScene

    session = _session(table, turns, seat)
    _commit_until(session, lambda: bool(session.seat.asked))
    if not session.seat.asked:
        raise ShotError(f"No sealed answer is asked of {seat} from there on; try another --nation or --seed.")
    session.mark_told()
    stage.push(GameScene(session))
    if not isinstance(stage.top, ShowdownScene):
        stage.push(ShowdownScene(session))


def _commit_until(session: Session, enough: Callable[[], bool]) -> None:
    """Commit turn after turn, answering no call, until `enough` or the end."""
    while not session.over and not enough():
        if session.seat.asked:
            session.answer({})
        else:
            session.commit()


def _resolution(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    """What came of the turn that was open, as it is played on the map."""
    from game.ui.scenes.game import GameScene

    session = _session(table, turns, seat)
    if session.over:
        raise ShotError("The game is over by then; try fewer --turns.")
    stage.settings.reduced_motion = False
    scene = GameScene(session)
    stage.push(scene)
    turn = session.world.turn
    _commit_until(session, lambda: session.world.turn > turn)
    scene.moved_on(turn)
    for _ in range(_INTO_IT):
        stage.update(theme.STEP / 8)


def _summary(stage: Stage, table: Play, turns: int, seat: str, select: str | None) -> None:
    from game.ui.scenes.summary import SummaryScene
    from game.ui.session import Session

    _play_on(table, table.state.turns + 1)
    if seat not in table.people:
        table.sit(seat)
    session = Session(table, seat)
    session.mark_told()
    stage.push(SummaryScene(session))


SCREENS: dict[str, Callable[[Stage, Play, int, str, str | None], None]] = {
    "title": _title,
    "scenarios": _scenarios,
    "seat": _seat,
    "saves": _saves,
    "settings": _settings,
    "codex": _codex,
    "map": _game("map"),
    "nation": _game("nation"),
    "treaty": _game("treaty"),
    "crisis": _game("crisis"),
    "alliance": _game("alliance"),
    "draft": _over_the_map(_draft),
    "council": _over_the_map(_council),
    "dispatches": _over_the_map(_dispatches),
    "sheet": _over_the_map(_orders("forces")),
    "intelligence": _over_the_map(_orders("missions")),
    "relief": _over_the_map(_orders("hardship")),
    "chronicle": _over_the_map(_chronicle),
    "budget": _over_the_map(_orders("budget")),
    "exercises": _over_the_map(_orders("exercises")),
    "showdown": _showdown,
    "resolution": _resolution,
    "summary": _summary,
    "debrief": _summary,
}
"""Every screen that can be drawn, by the name the command takes."""
