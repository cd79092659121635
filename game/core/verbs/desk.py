"""Verbs of the instructor: what is planned and given, numbers set, stages held open or ended."""

from dataclasses import replace
from typing import Literal

from game.core.arith import clamp, divide
from game.core.control import RANGES, Figure, Inject, NationFigure
from game.core.figures import figure_of, with_figure
from game.core.relations import drilled, reason_now, trust
from game.core.verbs.changing import Audience, Changing
from game.core.world import Reason

PRIVATE: tuple[Figure, ...] = ("treasury", "readiness", "support", "initiatives")
"""Figures that others see in a band or not at all: a change of one is told to its nation alone."""


class Desk(Changing):
    """The instructor's table, and what it moves in the game. Whose hand it was is the referee's to know."""

    def plan(self, inject: Inject) -> str:
        """Something is planned. Returns its id."""
        made = self.desk.made + 1
        key = f"inject-{made}"
        self.desk = replace(self.desk, made=made, planned={**self.desk.planned, key: inject})
        self._tell("injected", why="planned", about=key, audience=())
        return key

    def unplan(self, key: str, why: Literal["given", "cancelled", "void"], text: str = "") -> None:
        """What was planned is given, taken back, or cannot be given any more."""
        planned = {name: inject for name, inject in self.desk.planned.items() if name != key}
        self.desk = replace(self.desk, planned=planned)
        self._tell("injected", why=why, about=key, text=text, audience=())

    def break_news(self, text: str, to: tuple[str, ...]) -> None:
        """Words from outside the game reach some nations, or all."""
        self._tell("news", whom=to, text=text, audience=to or None)

    def set_figure(self, who: str, figure: NationFigure, value: int, text: str) -> None:
        """Set a figure of a nation, within its range, and say by how much it moved."""
        nation = self.nations[who]
        least, most = RANGES[figure]
        if figure == "influence":
            most = self.rules.influence_cap
        value = clamp(value, least, most)
        before = figure_of(nation, figure)
        self.nations[who] = with_figure(nation, figure, value)
        audience: Audience = (who,) if figure in PRIVATE else None
        self._tell("ruled", who, amount=value - before, why=figure, text=text, audience=audience)

    def bring_home(self, who: str) -> None:
        """Forces standing abroad come home as far as the half that may be away has shrunk."""
        nation = self.nations[who]
        standing = dict(nation.standing)
        for theatre in sorted(standing):
            over = sum(standing.values()) - nation.forces // 2
            if over > 0:
                change = min(over, standing[theatre])
                standing[theatre] -= change
                self._tell("standing", who, amount=-change, about=theatre)
        if standing != nation.standing:
            self.nations[who] = replace(nation, standing={theatre: fp for theatre, fp in standing.items() if fp})

    def set_trust(self, holder: str, other: str, value: int, text: str) -> None:
        """Set trust by a reason that does not fade, beside the reasons there are."""
        before = trust(self.world(), holder, other)
        key, pair = self._pair(holder, other)
        reasons = tuple(reason for reason in pair.trust.get(holder, ()) if reason.kind != "ruled")
        rest = sum(reason_now(self.world(), reason) for reason in reasons)
        kept = (*reasons, Reason("ruled", clamp(value * 10 - rest, -1000, 1000), self.turn))
        self.pairs[key] = replace(pair, trust={**pair.trust, holder: kept})
        after = clamp(divide(rest + kept[-1].tenths, 10), -100, 100)
        self._tell("ruled", holder, (other,), after - before, "trust", text=text, audience=(holder, other))

    def set_interop(self, a: str, b: str, value: int, text: str) -> None:
        """Set how well two nations' forces work together; it fades from there."""
        before = drilled(self.world(), a, b)
        key, pair = self._pair(a, b)
        self.pairs[key] = replace(pair, interop=value, interop_turn=self.turn)
        self._tell("ruled", a, (b,), value - before, "interop", text=text)

    def set_rivalry(self, a: str, b: str, value: int, text: str) -> None:
        """Set the rivalry of two nations."""
        key, pair = self._pair(a, b)
        self.pairs[key] = replace(pair, rivalry=value)
        self._tell("ruled", a, (b,), value - pair.rivalry, "rivalry", text=text)

    def set_length(self, turns: int, text: str) -> None:
        """Announce another length of the game."""
        before, self.turns = self.turns, turns
        self._tell("ruled", amount=turns - before, why="turns", text=text)

    def hold_open(self, rounds: int) -> None:
        """Grant more rounds of talk, or give the sealed answers back."""
        self.desk = replace(self.desk, rounds=self.desk.rounds + rounds, ended="")
        self._tell("clock", amount=rounds, why="extended")

    def call_time(self, what: Literal["stage", "turn"]) -> None:
        """Wait for nobody any more."""
        self.desk = replace(self.desk, ended=what)
        self._tell("clock", why=what)

    def _next_stage(self, turn_over: bool) -> None:
        """A new stage is waited for again, unless the whole turn is being ended."""
        ended = "" if turn_over or self.desk.ended == "stage" else self.desk.ended
        if (self.desk.rounds, self.desk.ended) != (0, ended):
            self.desk = replace(self.desk, rounds=0, ended=ended)
