"""The game screen: the map in the middle, the turn's numbers above it, what is selected beside it, dispatches below."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pygame

from game.core.events import Event
from game.core.options import live_crises
from game.reports.words import heading, name_bare
from game.ui import theme
from game.ui.kit import Button, Dock, Over, Panel, Pinned, Row, Widget
from game.ui.map import Ring
from game.ui.scene import Scene
from game.ui.scenes.actions import Actions
from game.ui.scenes.mapmodel import Look, hover_words, map_model
from game.ui.scenes.mapview import GLIDE, REACH_KM, GameMap, MapPane, MapTag, covered, overlay_box
from game.ui.scenes.panels import known, side_panel
from game.ui.scenes.playback import CaptionBand, Playback, place_of
from game.ui.scenes.strip import Strip, StripState, awaiting
from game.ui.scenes.topbar import top_bar
from game.ui.session import Overlay, Selection, SelectionKind, Session

ROOMY: Final = 1240
"""Units of width below which the top bar and the action bar say less."""
TRAIL: Final = 20
PAN: Final = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}
PAN_STEP: Final = 80


class GameScene(Scene):
    """One seat's game. Other screens are pushed over it; when they go it shows what has happened since."""

    title = "Game"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.acts = Actions(self)
        self.map = GameMap((theme.START_SIZE[0] - theme.SIDE_PANEL, 600))
        self.pane = MapPane(self.map, self.pick, key="map")
        self.strip = Strip(session, StripState(), self.refresh, self.open_link, self.follow)
        self.playback = Playback(self._played)
        self.panel_open = True
        """Whether the panel is shown where it lies over the map."""
        self.from_it = False
        """Trust overlay: what the nation feels, not what is felt toward it."""
        self._about = session.nation
        self._trail: list[Selection] = []
        self._laid_out: tuple[bool, bool] | None = None
        self._over_map: list[Widget] = []
        self._framed = False
        self.shortcuts = {
            "1": lambda: self.set_overlay("blocs"),
            "2": self.trust_overlay,
            "3": lambda: self.set_overlay("threat"),
            "f": self.frame_all,
            "home": self.frame_all,
            "ctrl+s": self.acts.save_as,
            "ctrl+return": self.go_on,
            ".": lambda: self.step_nation(1),
            ",": lambda: self.step_nation(-1),
            "z": self.frame_selected,
            "l": self.chronicle,
            "p": self.toggle_panel,
            **{key: lambda step=step: self._pan(*step) for key, step in PAN.items()},
            **{key: lambda: self.map.zoom(1.25) for key in ("+", "=", "shift+=")},
            "-": lambda: self.map.zoom(0.8),
        }  # fmt: skip

    # --- what is selected

    def select(self, kind: SelectionKind, ident: str) -> None:
        """Show this in the panel."""
        now = known(self.session, self.session.selection)
        wanted = Selection(kind, ident)
        if wanted != now:
            self._trail = [*self._trail[-TRAIL:], now]
        self._show(wanted)

    def _show(self, wanted: Selection) -> None:
        self.session.selection = wanted
        if wanted.kind == "nation":
            self._about = wanted.id
        self.panel_open = True
        self.refresh()

    def back_in_panel(self) -> None:
        """Show in the panel what was there before."""
        if self._trail:
            self._show(self._trail.pop())

    def pick(self, owner: str) -> None:
        """A nation was clicked on the map."""
        if owner in self.session.world.nations:
            self.select("nation", owner)

    def step_nation(self, by: int) -> None:
        """Select the next nation, or the one before, in the order of their names."""
        names = sorted(self.session.world.nations, key=lambda key: name_bare(self.session.world, key))
        self.select("nation", names[(names.index(self._about) + by) % len(names)])

    def follow(self, link: str) -> None:
        """Show what a link (``nation:FRA``, ``treaty:…``, ``crisis:…``, ``thread:…``) names."""
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

    def open_link(self, link: str) -> None:
        """A row of the dispatches was opened: a case in the panel, everything else on its own screen."""
        kind, _, ident = link.partition(":")
        if kind == "crisis":
            if ident in self.session.seat.asked:
                self.acts.showdown()
            else:
                self.follow(link)
        else:
            self.acts.dispatches(ident or None)

    def chronicle(self) -> None:
        """Read the chronicle of all turns; pressed again, put it away."""
        state = self.strip.state
        reading = state.page == "chronicle" and state.size == "tall"
        self.strip.show("dispatches" if reading else "chronicle", "normal" if reading else "tall")

    def crisis_room(self) -> None:
        """Show the case that presses most; pressed again, the next."""
        cases = self._cases()
        if cases:
            now = self.session.selection
            at = cases.index(now.id) if now is not None and now.kind == "crisis" and now.id in cases else -1
            self.select("crisis", cases[(at + 1) % len(cases)])

    def _cases(self) -> list[str]:
        order = {"showdown": 0, "open": 1, "brewing": 2}
        live = live_crises(self.session.world)
        return [key for key, crisis in sorted(live, key=lambda item: (order[item[1].stage], item[0]))]

    # --- the map

    @property
    def look(self) -> Look:
        """How the map is looked at."""
        hatching = self._stage is not None and self._stage.settings.hatching
        return Look(self.session.overlay, self._about, self.from_it, hatching)

    def set_overlay(self, overlay: Overlay) -> None:
        """Colour the map by this."""
        self.session.overlay = overlay
        self.refresh()

    def trust_overlay(self) -> None:
        """Colour the map by trust; pressed again, in the other direction."""
        if self.session.overlay == "trust":
            self.from_it = not self.from_it
        self.set_overlay("trust")

    def set_direction(self, from_it: bool) -> None:
        """Trust of the nation, or trust in it."""
        self.from_it = from_it
        self.refresh()

    def frame_all(self) -> None:
        """Frame the nations of the game in the part of the map that is free."""
        self._frame(GLIDE)

    def frame_selected(self) -> None:
        """Frame the nation the panel was last about, and what lies around it."""
        if self._about in (fill.owner for fill in self.map.model.fills):
            self._frame(GLIDE, (self._about,))

    def _frame(self, glide: float, owners: tuple[str, ...] = ()) -> None:
        owners = owners or tuple(fill.owner for fill in self.map.model.fills)
        px = self.ui.m.px
        right = px(theme.SIDE_PANEL) if self._overlaid and self.panel_open else 0
        margins = (px(16), px(16), px(16) + right, px(64))
        self.map.focus(owners, margins, REACH_KM, glide)
        self.ui.dirty = True

    def _pan(self, across: int, down: int) -> None:
        step = PAN_STEP * self.ui.m.scale
        self.map.pan(across * step, down * step)

    def _show_map(self) -> None:
        session = self.session
        selection = known(session, session.selection)
        model = map_model(session.appraisal, self.look, session.nation, session.seat.events[-400:])
        event = self.playback.event
        if event is not None:
            place = place_of(session.world, event)
            rings = (Ring(place),) if place is not None else ()
            model = replace(model, rings=rings, hovered=event.who or None)
        else:
            model = replace(model, hovered=self.pane.over)
        placed = [fill.owner for fill in model.fills]
        chosen = selection.id if selection.kind == "nation" else None
        self.map.set_model(replace(model, selected=chosen if chosen in placed else None))

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
        """The orders were committed in ``turn``: play what happened, or say why the turn is still open."""
        world = self.session.world
        if self.session.seat.committed and world.stage == "negotiation":
            self.ui.notice("Committed. The others have still to commit; until then it can be taken back.")
        elif world.turn == turn and world.stage == "negotiation" and awaiting(self.session):
            self.ui.notice("A late telegram needs your answer: the turn stays open, and your commitment is lifted.")
            self.strip.state.page, self.strip.state.size = "dispatches", "normal"
        elif world.turn != turn and not self.session.over:
            self.ui.notice(heading(world, world.turn))
        self._tell()

    def _tell(self) -> None:
        events = self.session.untold()
        self.session.mark_told()
        if events:
            self._play(events)
        else:
            self.refresh()

    def _play(self, events: tuple[Event, ...]) -> None:
        if self.ui.reduced_motion:
            self._played()
        else:
            self.playback.start(events, self.session.world)
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
        """Frame the nations; in a new game tell what has been laid on the table."""
        self.ui.settle()
        self._frame(0.0)
        self._framed = True
        self.ui.set_focus(self.pane, ring=False)
        if self.session.world.turn == 1 and self.session.told == 0 and not self.session.over:
            self._tell()
        else:
            self.session.mark_told()

    def resumed(self) -> None:
        """Another screen went: play what has happened meanwhile."""
        self._tell()

    def back(self) -> bool:
        """Esc opens the menu."""
        self.acts.menu()
        return True

    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """While events are played, any key or click ends that and does nothing else."""
        if self.playback.running and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.playback.skip()
            return None
        return super().process_event(event)

    def update(self, dt: float) -> None:
        """Let time pass for the playback, the map and the widgets; lay out anew when the window's width asks for it."""
        if self.playback.update(dt):
            self._show_map()
            self.ui.dirty = True
        if self._laid_out != (self._overlaid, self._narrow):
            self.refresh()
        super().update(dt)
        self.map.set_covered(covered(self.pane, self._over_map))

    @property
    def animating(self) -> bool:
        return super().animating or self.playback.running

    @property
    def _overlaid(self) -> bool:
        return self.ui.size[0] < self.ui.m.px(theme.OVERLAY_BELOW)

    @property
    def _narrow(self) -> bool:
        return self.ui.size[0] < self.ui.m.px(ROOMY)

    def toggle_panel(self) -> None:
        """Show or hide the panel where it lies over the map."""
        if self._overlaid:
            self.panel_open = not self.panel_open
            self.refresh()

    # --- what is shown

    def build(self) -> Widget:
        self._laid_out = (self._overlaid, self._narrow)
        self._show_map()
        session, overlaid = self.session, self._overlaid
        playing = self.playback.running
        bar = Pinned(self._action_bar(), "bottom-left", margin=theme.BETWEEN, visible=not playing)
        legend = Pinned(
            overlay_box(session, self.look, self.set_overlay, self.set_direction), "top-left", margin=theme.BETWEEN
        )
        band = CaptionBand(self.playback, key="caption")
        caption = Pinned(band, "bottom-left", margin=theme.BETWEEN, visible=playing)
        tag = MapTag(self.pane, lambda owner: hover_words(session.appraisal, self.look, owner))
        self._over_map = [bar.child, legend.child]
        middle = Over(self.pane, legend, bar, caption, tag)
        panel = side_panel(
            session,
            self.acts,
            on_back=self.back_in_panel if self._trail else None,
            on_close=self.toggle_panel if overlaid else None,
        )
        strip = self.strip.build()
        top = top_bar(session, self.acts.menu, lambda: self.select("nation", session.nation), self._narrow)
        if overlaid:
            panel.visible = self.panel_open
            return Dock(middle, top=top, bottom=strip, right=panel, overlay_below=theme.OVERLAY_BELOW)
        return Dock(Dock(middle, bottom=strip), top=top, right=panel)

    def _action_bar(self) -> Widget:
        acts, session, roomy = self.acts, self.session, not self._narrow
        unanswered, cases = len(awaiting(session)), self._cases()

        def button(words: str, do: object, icon: str, key: str, **more: object) -> Button:
            shown = icon if roomy else ""
            return Button(words, do, icon=shown, shortcut=key, key=f"do-{words}", **more)  # type: ignore[arg-type]

        parts = [
            button("Propose", acts.propose, "treaty", "n", problem=acts.proposing()),
            button("Orders", acts.orders, "forces", "o", problem=acts.closed()),
            button("Dispatches", acts.dispatches, "envelope", "d", badge=str(unanswered) if unanswered else ""),
            button(
                "Crisis room",
                self.crisis_room,
                "triangle",
                "c",
                problem="" if cases else "No case is before the world.",
            ),
        ]
        if roomy:
            parts.append(button("Chronicle", self.chronicle, "book", "l"))
        deciding = session.over or bool(session.seat.asked)
        last = Button(
            "Summary"
            if session.over
            else "Answer the call"
            if deciding
            else "Take back"
            if session.seat.committed
            else "Commit",
            self.go_on,
            kind="primary",
            shortcut="ctrl+return",
            problem="" if deciding else acts.committing(),
            key="do-go-on",
        )
        return Panel(Row(*parts, last, gap=theme.INSIDE), pad=theme.INSIDE, key="actions")
