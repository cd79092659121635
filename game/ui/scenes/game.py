"""The game screen: the map in the middle, the turn's numbers above, what is selected beside it, dispatches below."""

from __future__ import annotations

from typing import Final

import pygame

from game.core.crises import Crisis
from game.core.events import Event
from game.core.options import live_crises
from game.reports.words import heading, name_bare
from game.ui import theme
from game.ui.kit import Dock, Over, Pinned, Widget
from game.ui.scene import Scene
from game.ui.scenes.actionbar import action_bar
from game.ui.scenes.actions import Actions
from game.ui.scenes.inbox import awaiting
from game.ui.scenes.mapdesk import GLIDE, MapDesk
from game.ui.scenes.mapview import covered
from game.ui.scenes.panels import known, side_panel
from game.ui.scenes.playback import CaptionBand, Playback
from game.ui.scenes.strip import Strip, StripState
from game.ui.scenes.topbar import top_bar
from game.ui.session import Selection, SelectionKind, Session

ROOMY: Final = 1240
"""Units of width below which the bars say less."""
TALLEST: Final = 0.5
"""Share of the window's height that the strip may take."""
TRAIL: Final = 20
"""Selections that the way back remembers."""
PAN: Final = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}


class GameScene(Scene):
    """One seat's game. Other screens are pushed over it; when they go it tells what has happened since."""

    title = "Game"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.acts = Actions(self)
        self.desk = MapDesk(session, self.ui, self.pick, self.refresh)
        self.strip = Strip(session, StripState(), self.refresh, self.open_link, self.follow)
        self.playback = Playback(self._played)
        self.panel_open = True
        """Whether the panel is shown where it lies over the map."""
        self._trail: list[Selection] = []
        self._laid_out: tuple[bool, bool] | None = None
        self._over_map: list[Widget] = []
        desk = self.desk
        self.shortcuts = {
            "1": lambda: desk.set_overlay("blocs"),
            "2": desk.trust,
            "3": lambda: desk.set_overlay("threat"),
            "home": self.frame_all,
            "z": self.frame_selected,
            ".": lambda: self.step_nation(1),
            ",": lambda: self.step_nation(-1),
            "l": self.chronicle,
            "v": self.acts.council,
            "p": self.toggle_panel,
            "ctrl+s": self.acts.save_as,
            "ctrl+return": self.go_on,
            "-": lambda: desk.zoom(False),
        }
        for key in ("+", "=", "shift+="):
            self.shortcuts[key] = lambda: desk.zoom(True)
        for key, (across, down) in PAN.items():
            self.shortcuts[key] = lambda across=across, down=down: desk.pan(across, down)  # type: ignore[misc]

    # --- what is selected

    @property
    def selection(self) -> Selection:
        """What the panel shows."""
        return known(self.session, self.session.selection)

    def select(self, kind: SelectionKind, ident: str) -> None:
        """Show this in the panel."""
        now, wanted = self.selection, Selection(kind, ident)
        if wanted != now:
            self._trail = [*self._trail[-TRAIL:], now]
        self._show(wanted)

    def _show(self, wanted: Selection) -> None:
        self.session.selection = wanted
        self.panel_open = True
        self.refresh()

    def back_in_panel(self) -> None:
        """Show in the panel what was there before."""
        if self._trail:
            self._show(self._trail.pop())

    def pick(self, owner: str) -> None:
        """A nation was clicked on the map."""
        self.follow(f"nation:{owner}")

    def step_nation(self, by: int) -> None:
        """Select the next nation, or the one before, in the order of their names."""
        world = self.session.world
        order = sorted(world.nations, key=lambda key: name_bare(world, key))
        self.select("nation", order[(order.index(self.desk.about) + by) % len(order)])

    def follow(self, link: str) -> None:
        """Show what a link (``nation:FRA``, ``treaty:…``, ``crisis:…``, ``thread:…``) names, if the seat knows it."""
        kind, _, ident = link.partition(":")
        world = self.session.world
        if kind == "nation" and ident in world.nations:
            self.select("nation", ident)
        elif kind == "treaty" and ident in world.treaties:
            self.select("treaty", ident)
        elif kind == "crisis" and ident in world.crises:
            self.select("crisis", ident)
        elif kind == "thread" and ident in world.threads:
            self.select("thread", ident)
        elif kind == "misfortune" and ident in world.misfortunes:
            self.select("misfortune", ident)

    def open_link(self, link: str) -> None:
        """A row of the dispatches was opened: words on their own screen, everything else in the panel."""
        kind, _, ident = link.partition(":")
        if kind in ("misfortune", "treaty", "nation"):
            self.follow(link)
        elif kind == "motion":
            self.acts.council(self.session.world.motions[ident].treaty)
        elif kind != "crisis":
            self.acts.dispatches(ident or None)
        elif ident in self.session.seat.asked:
            self.acts.showdown()
        else:
            self.follow(link)

    def cases(self) -> list[str]:
        """Cases before the world: the seat's own first, then the most pressing."""
        order = {"showdown": 0, "fighting": 1, "open": 2, "brewing": 3}
        live = live_crises(self.session.world)
        me = self.session.nation

        def rank(item: tuple[str, Crisis]) -> tuple[bool, int, str]:
            key, crisis = item
            return me not in (crisis.target, crisis.challenger), order[crisis.stage], key

        return [key for key, _ in sorted(live, key=rank)]

    def crisis_room(self) -> None:
        """Show the case that presses most; asked again, the next."""
        cases, now = self.cases(), self.selection
        if cases:
            at = cases.index(now.id) if now.kind == "crisis" and now.id in cases else -1
            self.select("crisis", cases[(at + 1) % len(cases)])

    def chronicle(self) -> None:
        """Read the chronicle of all turns; asked again, put it away."""
        state = self.strip.state
        reading = state.page == "chronicle" and state.size == "tall"
        self.strip.show("dispatches" if reading else "chronicle", "normal" if reading else "tall")

    def toggle_panel(self) -> None:
        """Show or hide the panel where it lies over the map."""
        if self._overlaid:
            self.panel_open = not self.panel_open
            self.refresh()

    # --- the map

    def frame_all(self, glide: float = GLIDE) -> None:
        """Frame the nations of the game in the part of the map that is free."""
        self.desk.frame(self._hidden_right, glide)

    def frame_selected(self) -> None:
        """Frame the nation that was selected last, and what lies around it."""
        self.desk.frame(self._hidden_right, GLIDE, (self.desk.about,))

    @property
    def _hidden_right(self) -> int:
        return self.ui.m.px(theme.SIDE_PANEL) if self._overlaid and self.panel_open else 0

    # --- what has happened

    def go_on(self) -> None:
        """What the primary button does: commit, answer the call, or read how it ended."""
        if self.session.over:
            self.acts.summary()
        elif self.session.seat.asked:
            self.acts.showdown()
        else:
            self.acts.commit()

    def moved_on(self, turn: int) -> None:
        """The orders were committed in ``turn``: tell what happened, and why the turn is still open if it is."""
        session, world = self.session, self.session.world
        if session.seat.committed and world.stage == "negotiation":
            self.ui.notice("Committed. Others have still to commit; until they have, it can be taken back.")
        elif world.turn == turn and world.stage == "negotiation" and awaiting(session):
            self.ui.notice("A late telegram needs your answer: the turn stays open, your commitment is lifted.")
            self.strip.state.page, self.strip.state.size = "dispatches", "normal"
        elif world.turn != turn and not session.over:
            self.ui.notice(heading(world, world.turn))
        self._tell()

    def _tell(self) -> None:
        """Play what has not been told yet; under reduced motion it stands in the chronicle alone."""
        events: tuple[Event, ...] = self.session.untold()
        self.session.mark_told()
        if not events:
            self.refresh()
        elif self.ui.reduced_motion:
            self._played()
        else:
            self.playback.start(events, self.session.world)
            if self.playback.running:
                self.refresh()

    def _played(self) -> None:
        """Everything has been told: go on to where this seat must decide."""
        self.refresh()
        if self.session.over:
            self.acts.summary()
        elif self.session.seat.asked:
            self.acts.showdown()

    # --- the contract

    def entered(self) -> None:
        """Frame the nations. A new game tells what lies on the table; one taken up again goes on where it stood."""
        self.ui.settle()
        self.frame_all(0.0)
        self.ui.set_focus(self.desk.pane, ring=False)
        if self.session.told or self.session.world.turn == 1:
            self._tell()
        else:
            self.session.mark_told()

    def resumed(self) -> None:
        """Another screen went: tell what has happened meanwhile."""
        self._tell()

    def back(self) -> bool:
        """Esc opens the menu."""
        self.acts.menu()
        return True

    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """While events are told, any key or click ends that and does nothing else."""
        if self.playback.running and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.playback.skip()
            return None
        return super().process_event(event)

    def update(self, dt: float) -> None:
        """Let time pass; lay out anew when the window's width asks for it."""
        if self.playback.update(dt):
            self.desk.show(self.selection, self.playback.event)
            self.ui.dirty = True
        if self._laid_out != (self._overlaid, self._narrow):
            self.refresh()
        super().update(dt)
        self.desk.shown.set_covered(covered(self.desk.pane, self._over_map))

    @property
    def animating(self) -> bool:
        return super().animating or self.playback.running

    @property
    def _overlaid(self) -> bool:
        return self.ui.size[0] < self.ui.m.px(theme.OVERLAY_BELOW)

    @property
    def _narrow(self) -> bool:
        return self.ui.size[0] < self.ui.m.px(ROOMY)

    # --- what is shown

    def build(self) -> Widget:
        session, desk, playing = self.session, self.desk, self.playback.running
        overlaid, narrow = self._overlaid, self._narrow
        self._laid_out = (overlaid, narrow)
        desk.hatching = self._stage is not None and self._stage.settings.hatching
        desk.show(self.selection, self.playback.event)
        bar = Pinned(action_bar(self, not narrow), "bottom-left", margin=theme.BETWEEN, visible=not playing)
        legend = Pinned(
            desk.legend(self.frame_all, lambda treaty: self.select("treaty", treaty)), "top-left", margin=theme.BETWEEN
        )
        caption = Pinned(
            CaptionBand(self.playback, key="caption"), "bottom-left", margin=theme.BETWEEN, visible=playing
        )
        self._over_map = [bar.child, legend.child]
        middle = Over(desk.pane, legend, bar, caption, desk.tag())
        top = top_bar(session, self.acts.menu, lambda: self.select("nation", session.nation), narrow)
        panel = side_panel(
            session,
            self.acts,
            on_back=self.back_in_panel if self._trail else None,
            on_close=self.toggle_panel if overlaid else None,
        )
        strip = self.strip.build(self.ui.size[1] / self.ui.m.scale * TALLEST)
        if overlaid:
            panel.visible = self.panel_open
            self._over_map.append(panel)
            return Dock(middle, top=top, bottom=strip, right=panel, overlay_below=theme.OVERLAY_BELOW)
        return Dock(Dock(middle, bottom=strip), top=top, right=panel)
