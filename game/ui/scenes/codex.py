"""The codex: short pages on how the game works, searched by word. The words lie in `assets/codex`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from game.core.rules import DEFAULT_RULES, Rules
from game.paths import assets_dir
from game.reports.grammar import counted, figure, signed
from game.ui import theme
from game.ui.kit import (
    Centred,
    Column,
    Item,
    Label,
    ListView,
    Panel,
    Quiet,
    Run,
    ScreenTitle,
    ScrollView,
    TextField,
    Widget,
    rich,
)
from game.ui.kit.metrics import CONTROL
from game.ui.scene import Scene
from game.ui.scenes.frame import page

_BLANK = re.compile(r"\{(?P<name>[a-z_]+)(?:\.(?P<place>\d))?(?P<how>[+%]?)\}")
_LIST = 288


@dataclass(frozen=True)
class Topic:
    """One page: a heading and its paragraphs, with blanks for the numbers that tune play."""

    id: str
    title: str
    paragraphs: tuple[str, ...]

    def text(self, rules: Rules) -> tuple[str, ...]:
        """The paragraphs with the rules' own numbers in them."""
        return tuple(filled(paragraph, rules) for paragraph in self.paragraphs)


@cache
def topics() -> tuple[Topic, ...]:
    """Every page, in the order of the files."""
    return tuple(_read(file.stem, file.read_text(encoding="utf-8")) for file in _files())


def _files() -> list:
    return sorted((assets_dir() / "codex").glob("*.md"))


def _read(stem: str, text: str) -> Topic:
    """A page from its text: a line `# Title`, then paragraphs parted by blank lines."""
    head, _, body = text.strip().partition("\n")
    paragraphs = tuple(" ".join(part.split()) for part in body.split("\n\n") if part.strip())
    return Topic(stem.partition("-")[2] or stem, head.lstrip("# ").strip(), paragraphs)


def filled(text: str, rules: Rules) -> str:
    """A paragraph with its blanks filled: `{name}` is a number of the rules, `{name+}` the same with its sign,
    `{name%}` permille as per cent, `{name.0}` the first of several. AttributeError for a name the rules lack."""

    def number(found: re.Match[str]) -> str:
        value = getattr(rules, found["name"])
        if found["place"]:
            value = value[int(found["place"])]
        if found["how"] == "%":
            return f"{value / 10:g} %"
        return signed(value) if found["how"] == "+" else figure(value)

    return _BLANK.sub(number, text)


def found_in(wanted: str, rules: Rules) -> list[Topic]:
    """Pages that hold every word of `wanted`, those with one in the title first; all of them for no words."""
    words = wanted.casefold().split()
    hits: list[tuple[bool, Topic]] = []
    for topic in topics():
        title, text = topic.title.casefold(), " ".join(topic.text(rules)).casefold()
        if all(word in title or word in text for word in words):
            hits.append((not any(word in title for word in words), topic))
    return [topic for _, topic in sorted(hits, key=lambda hit: hit[0])] if words else [t for _, t in hits]


class CodexScene(Scene):
    """The pages. In a game, give its `rules`: a scenario may have numbers of its own. `topic` is a page's id."""

    title = "Codex"

    def __init__(self, rules: Rules = DEFAULT_RULES, topic: str = "") -> None:
        super().__init__()
        self.rules = rules
        self.wanted = ""
        known = [page.id for page in topics()]
        self.topic = topic if topic in known else next(iter(known), "")

    def entered(self) -> None:
        """The list has the keyboard."""
        self.ui.settle()
        self.ui.set_focus(self.ui.find("topics"), ring=False)
        self.shortcuts = {"ctrl+f": lambda: self.ui.set_focus(self.ui.find("search"), ring=True)}

    def search(self, wanted: str) -> None:
        """Show the pages that hold these words, the best of them open."""
        self.wanted = wanted
        found = [topic.id for topic in found_in(wanted, self.rules)]
        if found and self.topic not in found:
            self.topic = found[0]
        self.refresh()

    def open(self, topic: str) -> None:
        """Open a page by its id."""
        self.topic = topic
        self.refresh()

    def build(self) -> Widget:
        found = found_in(self.wanted, self.rules)
        pages = ListView(
            [Item(topic.id, topic.title) for topic in found],
            label="Topics",
            key="topics",
            selected=self.topic,
            on_select=self.open,
            empty="No page holds these words.",
            grow=1,
        )
        field = TextField(
            self.wanted,
            self.search,
            label="Search",
            key="search",
            placeholder="Search",
            icon="search",
            clears=True,
            tooltip="Words that a page should hold (Ctrl+F)",
        )
        left = Panel(
            Column(field, pages, Quiet(counted(len(found), "page")), gap=theme.BETWEEN),
            edge="right",
            width=_LIST,
            pad=theme.BETWEEN,
        )
        return page("Codex", self.back, self._page(), left=left)

    def _page(self) -> Widget:
        topic = next((topic for topic in topics() if topic.id == self.topic), None)
        if topic is None:
            return Quiet("")
        words = self.wanted.casefold().split()
        body = Column(
            ScreenTitle(topic.title),
            *[Label(_marked(text, words), face=CONTROL) for text in topic.text(self.rules)],
            gap=theme.PADDING,
        )
        return ScrollView(Centred(body, widest=680), key=f"page-{topic.id}")


def _marked(text: str, words: list[str]) -> tuple[Run, ...]:
    """A paragraph's runs, the words that were searched for in the accent."""
    runs: list[Run] = []
    wanted = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE) if words else None
    for run in rich(text):
        at = 0
        for hit in wanted.finditer(run.text) if wanted else ():
            runs += [run._replace(text=run.text[at : hit.start()]), run._replace(text=hit.group(), colour=theme.ACCENT)]
            at = hit.end()
        runs.append(run._replace(text=run.text[at:]))
    return tuple(run for run in runs if run.text)
