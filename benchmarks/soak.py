"""Bad input by the hundred thousand: every refusal is typed and says why, changes nothing and tells nothing hidden.

    python benchmarks/soak.py [--tries 100000] [--seed 1] [--scenarios nato-1949-class nato-1949]

Games are played by the random mind; between its acts, others are tried: malformed, made up field by field from the
types of the rules (so every new act, clause and order is covered the day it exists), altered from acts that were
allowed, doubled, out of their turn or stage, about things gone, and from the wrong nation. What the rules allow is
carried out now and then, so that the games go where no mind would take them. Exit code 1 and a way to see it again
when anything but a typed refusal comes of it.
"""

from __future__ import annotations

import argparse
import sys
import types
import typing
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, Literal, get_args, get_origin, get_type_hints

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.ai.random_mind import random_legal
from game.core.acts import Act
from game.core.crises import Answer
from game.core.engine import act, advance, open_game
from game.core.legality import problems
from game.core.options import asked
from game.core.orders import Sheet
from game.core.problems import ActError, IllegalAct, InvalidAct, StaleAct, act_error
from game.core.view import Lookout, view_of
from game.core.world import State
from game.saves.codec import digest, dump_act, dump_answers, dump_sheet
from game.saves.reading import read_act, read_answers, read_sheet
from game.scenario import load

Json = Any
ACTS: tuple[type, ...] = get_args(get_args(Act)[0])
ODD: tuple[Json, ...] = (
    *(None, True, -1, 0, 1, 3, 99, 10**9, 2**70, 0.5),
    *("", "x", "nothing", "x" * 2001, "\u0000", "Ω", [], {}, ["x"], {"x": 1}),
)  # fmt: skip
BATCH = 40
"""Tries against one state before its digest is compared."""
LOOK = 8
"""One in so many refusals is judged once more by what the actor knows alone."""


class Unsound(Exception):
    """Something other than a typed refusal came of bad input."""


# -- making things up, from the types of the rules alone ------------------------------------------------------


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


class Maker:
    """Makes values of any type that an act or a sheet may hold, from names that are about."""

    def __init__(self, luck: Random, world: State) -> None:
        self.luck = luck
        self.nations = (*world.nations, *world.nations, *world.others, "XYZ")
        others = (world.theatres, world.threads, world.treaties, world.crises, world.kinds, world.misfortunes)
        self.names = (*self.nations, *(name for known in others for name in known), "", "nothing")

    def record(self, kind: type) -> Any:
        """One of these, field by field."""
        hints = _hints(kind)
        made = {}
        for one in fields(kind):
            if one.name == "kind" and get_origin(hints["kind"]) is Literal:
                continue
            made[one.name] = self.value(hints[one.name], one.name)
        return kind(**made)

    def value(self, hint: Any, name: str = "") -> Any:
        """A value of a type."""
        luck, origin, parts = self.luck, get_origin(hint), get_args(hint)
        if origin is typing.Annotated:
            return self.value(parts[0], name)
        if origin is Literal:
            return luck.choice(parts)
        if origin in (typing.Union, types.UnionType):
            return self.value(luck.choice(parts), name)
        if origin is tuple:
            some = tuple(self.value(parts[0], name) for _ in range(luck.choice((0, 1, 1, 2, 2, 3))))
            return tuple(sorted(set(some))) if parts[0] is str and luck.random() < 0.8 else some
        if origin is dict:
            return {self.value(str): self.value(parts[1], name) for _ in range(luck.choice((0, 0, 1, 2)))}
        if is_dataclass(hint):
            return self.record(hint)  # type: ignore[arg-type]
        if hint is str:
            return luck.choice(self.nations if name in ("to", "parties", "target", "payer", "payee") else self.names)
        if hint is int:
            return luck.choice((-1, 0, 1, 1, 1, 2, 3, 5, 40, 100, 10**6))
        if hint is bool:
            return luck.random() < 0.5
        return None

    def altered(self, value: Json) -> Json:
        """JSON with one leaf or branch of it another."""
        luck = self.luck
        if isinstance(value, dict) and value and luck.random() < 0.9:
            key = luck.choice(list(value))
            if luck.random() < 0.06:
                return {name: held for name, held in value.items() if name != key}
            if luck.random() < 0.06:
                return {**value, luck.choice(("kind", "extra", "because", "turn")): luck.choice(ODD)}
            return {**value, key: self.altered(value[key])}
        if isinstance(value, list) and value and luck.random() < 0.9:
            place = luck.randrange(len(value))
            how = luck.random()
            if how < 0.15:
                return value[:place] + value[place + 1 :]
            if how < 0.3:
                return [*value, value[place]]
            if how < 0.4:
                return value[::-1]
            return [*value[:place], self.altered(value[place]), *value[place + 1 :]]
        if isinstance(value, str) and luck.random() < 0.7:
            return luck.choice(self.names)
        if isinstance(value, int) and not isinstance(value, bool) and luck.random() < 0.7:
            return value + luck.choice((-2, -1, 1, 2, 50))
        return luck.choice(ODD)


# -- trying ---------------------------------------------------------------------------------------------------


@dataclass
class Soak:
    """A run: where it stands, what has been tried and what came of it."""

    luck: Random
    state: State
    lookout: Lookout
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    acted: Counter[tuple[str, str]] = field(default_factory=Counter)
    kept: list[tuple[str, Json]] = field(default_factory=list)
    """Acts that were allowed once, in this game and those before: who took them, and how they were written."""
    sheets: list[tuple[str, Json]] = field(default_factory=list)
    answers: list[tuple[str, Json]] = field(default_factory=list)
    tries: int = 0
    since: int = 0
    mark: str = ""

    def maker(self) -> Maker:
        """A maker for the world as it stands."""
        return Maker(self.luck, self.state)

    def go(self, state: State) -> None:
        """Go on to another state, once the one left has been found unchanged by all that was refused."""
        self.unchanged()
        self.state, self.lookout = state, Lookout(state)
        self.mark, self.since = digest(state), 0

    def unchanged(self) -> None:
        """Raise Unsound when what was refused has left a trace."""
        if self.mark and digest(self.state) != self.mark:
            raise Unsound(f"the state changed within {self.since} refused tries")
        self.since = 0

    def tally(self, how: str, came: str, kind: str) -> None:
        """Count one try."""
        self.done[how, came] += 1
        self.acted[kind, came] += 1
        self.tries += 1
        self.since += 1
        if self.since >= BATCH:
            self.unchanged()

    def attempt(self, how: str, who: str, given: Json) -> None:
        """One act of a nation, from its JSON."""
        kind = str(given.get("kind")) if isinstance(given, dict) else "?"
        kind = kind if kind in _KINDS else "?"
        state = self.state
        try:
            what = read_act(who, given)
            after, _ = act(state, who, what, self.lookout if who in state.nations else None)
        except ActError as error:
            _sound(error, who)
            if type(error) is not InvalidAct and self.luck.random() * LOOK < 1:
                self._told_nothing(who, what, error)
            self.tally(how, type(error).__name__, kind)
            return
        self.tally(how, "allowed", kind)
        if self.luck.random() < 0.2:
            self.go(after)

    def _told_nothing(self, who: str, what: Any, error: ActError) -> None:
        """In a world that holds only what the actor knows, the refusal is the same."""
        known = self.lookout.view(who).world
        try:
            act(known, who, what)
        except ActError as again:
            if again.problems == error.problems:
                return
            raise Unsound(f"from its own view {who} would have been told: {again}") from again
        raise Unsound(f"from its own view {who} would have been allowed what was refused: {error}")

    def hand_in(self, how: str, who: str, given: Json, read: Callable[[str, Any], Any], kind: str) -> Any:
        """One sheet, or sealed answers, from its JSON: what is understood of it, allowed or not."""
        try:
            what = read(who, given)
        except InvalidAct as error:
            _sound(error, who)
            self.tally(how, "InvalidAct", kind)
            return None
        found = problems(self.lookout.view(who), what)
        if found:
            error = act_error(who, found)
            _sound(error, who)
            if self.luck.random() * LOOK < 1 and problems(view_of(self.lookout.view(who).world, who), what) != found:
                raise Unsound(f"a sheet or answer of {who} is judged otherwise by what it knows")
        self.tally(how, type(error).__name__ if found else "allowed", kind)
        return what


_KINDS = {kind.__dataclass_fields__["kind"].default for kind in ACTS}


def _sound(error: ActError, who: str) -> None:
    if type(error) not in (InvalidAct, IllegalAct, StaleAct):
        raise Unsound(f"an error of no kind: {error!r}")
    if not error.problems or not str(error).startswith(f"{who}: "):
        raise Unsound(f"a refusal without a reason or an addressee: {error!r}")
    for problem in error.problems:
        text = problem.text
        if len(text) < 10 or not text.endswith((".", "”")) or "None" in text or "object at" in text:
            raise Unsound(f"not a sentence for people: {text!r}")


def batter(soak: Soak) -> None:
    """One bad try of every sort against the state as it stands."""
    luck, maker = soak.luck, soak.maker()
    names = tuple(soak.state.nations)
    who = luck.choice(names)
    for kind in ACTS:
        soak.attempt("made up", who, dump_act(maker.record(kind)))
    if soak.kept:
        recent = soak.kept[-12:]
        owner, given = luck.choice(recent)
        soak.attempt("again", owner, given)
        soak.attempt("of another", luck.choice(names), given)
        soak.attempt("of nobody", luck.choice(("XYZ", "", "fra", "FRA ")), given)
        owner, given = luck.choice(soak.kept)
        soak.attempt("of long ago", owner, given)
        for _ in range(3):
            owner, given = luck.choice(soak.kept[-60:])
            changed = given
            for _ in range(luck.choice((1, 1, 2, 3))):
                changed = maker.altered(changed)
            soak.attempt("altered", owner, changed)
    soak.attempt("malformed", who, luck.choice(ODD))
    soak.hand_in("made up", who, dump_sheet(maker.record(Sheet)), read_sheet, "sheet")
    made = {luck.choice(maker.names): maker.record(Answer) for _ in range(luck.choice((0, 1, 2)))}
    soak.hand_in("made up", who, dump_answers(made), read_answers, "answers")
    for source, read, kind in ((soak.sheets, read_sheet, "sheet"), (soak.answers, read_answers, "answers")):
        if source:
            owner, given = luck.choice(source[-30:])
            soak.hand_in("again", owner, given, read, kind)
            soak.hand_in("altered", owner, maker.altered(given), read, kind)
            soak.hand_in("of another", luck.choice(names), given, read, kind)


def play(soak: Soak, start: State, enough: Callable[[], bool]) -> None:
    """One game of random minds, battered all the way."""
    soak.mark = ""
    # Sheets are handed in at the table of their own game; acts of other games are tried in this one too.
    soak.sheets, soak.answers = [], []
    soak.go(open_game(start)[0])
    luck = soak.luck
    while soak.state.stage != "over" and not enough():
        batter(soak)
        names = list(soak.state.nations)
        luck.shuffle(names)
        if soak.state.stage == "negotiation":
            for name in names[:6]:
                for what in random_legal(soak.lookout.view(name)):
                    given = dump_act(what)  # type: ignore[arg-type]
                    soak.attempt("by a mind", name, given)
                    soak.kept.append((name, given))
                batter(soak)
            sheets = _handed(soak, read_sheet, dump_sheet, soak.sheets, "orders")
            state, _ = advance(soak.state, sheets)
        else:
            batter(soak)
            sealed = _handed(soak, read_answers, dump_answers, soak.answers, soak.state.stage)
            state, _ = advance(soak.state, answers=sealed)
        del soak.kept[:-400]
        soak.go(state)
    if soak.state.stage == "over":
        batter(soak)
        try:
            advance(soak.state)
        except StaleAct as error:
            _sound(error, "game")
        else:
            raise Unsound("a game that is over went on")


def _handed(
    soak: Soak, read: Callable[[str, Any], Any], dump: Callable[[Any], Json], kept: list[tuple[str, Json]], stage: Any
) -> dict[str, Any]:
    """What each nation hands in: a random mind's, now and then something else, allowed or not, or nothing."""
    made: dict[str, Any] = {}
    for name in soak.state.nations:
        if stage != "orders" and not asked(soak.state, name):
            continue
        given = dump(random_legal(soak.lookout.view(name, stage)))
        kept.append((name, given))
        how = soak.luck.random()
        if how < 0.2:
            given = soak.maker().altered(given)
        if how < 0.9:
            sort = "by a mind" if how >= 0.2 else "altered"
            what = soak.hand_in(sort, name, given, read, "sheet" if stage == "orders" else "answers")
            if what is not None:
                made[name] = what
    return made


def soaked(scenarios: tuple[str, ...], tries: int, seed: int) -> Soak:
    """A run of so many tries. Raises Unsound, or whatever else went wrong, naming the game and the try."""
    luck = Random(seed)
    starts = [load(name) for name in scenarios]
    first = starts[0].start(seed)
    soak = Soak(luck, first, Lookout(first))
    game = 0
    while soak.tries < tries:
        game += 1
        try:
            play(soak, starts[game % len(starts)].start(seed + game), lambda: soak.tries >= tries)
        except Exception as error:
            error.add_note(f"in game {game} of --seed {seed}, after {soak.tries} tries, turn {soak.state.turn}")
            raise
    soak.unchanged()
    return soak


def table(counts: Mapping[tuple[str, str], int]) -> str:
    """Rows by the first of each key, columns by the second."""
    columns = ("allowed", "IllegalAct", "StaleAct", "InvalidAct")
    rows = dict.fromkeys(row for row, _ in counts)
    lines = [f"{'':<14}" + "".join(f"{column:>12}" for column in columns)]
    lines += [f"{row:<14}" + "".join(f"{counts[row, column]:>12}" for column in columns) for row in sorted(rows)]
    return "\n".join(lines)


def main() -> int:
    """Soak, and print what came of each way to be wrong and of each kind of act."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tries", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenarios", nargs="+", default=["nato-1949-class", "nato-1949"])
    given = parser.parse_args()
    started = perf_counter()
    try:
        soak = soaked(tuple(given.scenarios), given.tries, given.seed)
    except Unsound as error:
        print(f"Unsound: {error}", *getattr(error, "__notes__", ()), sep="\n")
        return 1
    print(f"{soak.tries} tries in {perf_counter() - started:.0f} s: every refusal typed, worded, without a trace\n")
    print(table(soak.done), table(soak.acted), sep="\n\n")
    never = sorted(kind for kind in _KINDS if not soak.acted[kind, "allowed"])
    print(f"\nnever allowed: {', '.join(never) or 'no kind of act'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
