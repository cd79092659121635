"""The kit: what every screen of the window is made of. Scenes import from here and place nothing by pixel.

**Why our own.** Ready-made pygame widgets lack Tab traversal, Enter on a focused button and scaling, leak
closed windows and append slowly to long logs; this kit is drawn with pygame-ce alone and needs no theme
files.

**How it works.** Widgets form a tree under a scene's ``ui`` (`Ui`). Lengths are given in units (pixels at
scale 1.0); layout happens by itself after any change of a public attribute: ``label.text = "…"``,
``button.problem = "…"``, ``bar.value = 40``. Every widget takes ``key`` (keeps focus, scroll place and
typed text over a rebuild), ``width``, ``height``, ``grow``, ``align`` (``start center end stretch``),
``tooltip`` (a sentence, a `Tip`, or a function that returns one) and ``visible``. Callbacks are plain
functions. ``name`` is the words on a widget: tests find it by them.

**Containers.** `Column`, `Row` (``gap``, ``pad``, ``each`` = how children lie across), `Flow` (wraps),
`Grid` (``columns`` or ``least`` width), `Split` (two parts by ``share``), `Dock` (centre with ``top left
bottom right`` bars), `Over` and `Pinned` (things over a map: ``Pinned(child, "bottom-left")``), `Centred`
(a body at most ``widest`` wide), `Panel` (ground, line, padding; ``edge`` for a docked bar), `ScrollView`,
`Slot` (``slot.put(widget)``), `Tabs`, `Spacer`, `Rule`, `Canvas` (``paint(surface, rect, metrics)``),
`Picture`, `Embed` (the map: anything with ``resize``, ``process_event``, ``update``, ``draw``).
``container.replace(children)`` changes what is inside.

**Words.** `Label` (wraps; ``on_link``), `Title`, `ScreenTitle`, `Heading`, `Quiet`, `Caption`, `Figure`
(name and figure), `Icon`, `Chip`, `Swatch`. Text is a ``str`` shown as it is, a `Run`, or a list of both;
``rich("**Norway** answered [France](nation:FRA)")`` reads our own markup; ``change(-14, "RP")`` is a
signed, coloured figure.

**Controls.** `Button` (``kind`` ``primary quiet bare``; ``problem`` says why it does not work and shows as
its tooltip; ``shortcut``), `Check` (``kind="switch"`` for a toggle), `Segmented`, `Radio`, `Dropdown`
(options are ``(value, words)`` pairs), `Stepper`, `Slider` (``least most step unit``), `TextField`, `Card`,
`Envelope` (``open()``).

**Showing much.** `Bar` (``band``, ``wanted``, ``signed``), `ListView` of `Item`, `Table` of `Head` and
`TableRow`, `RichLog` of `Entry` (``append``, ``search``, ``filter``): only rows in sight are drawn.

**Over the screen.** ``ask(ui, title, text, yes=…, no=…, on_yes=…, final=…)``, ``tell``, `Dialog`,
``ui.notice(text, kind)``.

**Keys.** Tab and Shift+Tab in reading order, arrows within a control, Enter or Space to act, Esc to leave;
the focus ring shows when the focus came by key.
"""

from game.ui.kit.button import Button, Check, Control
from game.ui.kit.card import Card, Envelope
from game.ui.kit.choose import Radio, Segmented
from game.ui.kit.dialog import Dialog, ask, tell
from game.ui.kit.dropdown import Dropdown
from game.ui.kit.embed import Embed, Inset
from game.ui.kit.field import TextField
from game.ui.kit.frame import Canvas, Centred, Dock, Over, Picture, Pinned, Split
from game.ui.kit.label import (
    Caption,
    Chip,
    Figure,
    Heading,
    Icon,
    Label,
    Quiet,
    ScreenTitle,
    Swatch,
    Title,
)
from game.ui.kit.layout import Column, Container, Flow, Grid, Row
from game.ui.kit.lists import Item, ListView
from game.ui.kit.log import Entry, RichLog
from game.ui.kit.metrics import (
    BIG_FIGURE,
    BODY,
    BOLD,
    CONTROL,
    FIGURE,
    HEADING,
    SCREEN,
    SMALL,
    STRONG,
    TITLE,
    Face,
    Metrics,
)
from game.ui.kit.number import Bar, Slider, Stepper
from game.ui.kit.panel import Panel, Rule, Slot, Spacer
from game.ui.kit.scroll import Scrolling, ScrollView
from game.ui.kit.table import Head, Table, TableRow
from game.ui.kit.tabs import TabBar, Tabs
from game.ui.kit.text import Run, Text, change, plain, rich, runs_of, signed, wrap
from game.ui.kit.tip import Tip
from game.ui.kit.ui import Ui
from game.ui.kit.widget import Widget, combo_of, shown_combo

__all__ = [
    "BIG_FIGURE",
    "BODY",
    "BOLD",
    "CONTROL",
    "FIGURE",
    "HEADING",
    "SCREEN",
    "SMALL",
    "STRONG",
    "TITLE",
    "Bar",
    "Button",
    "Canvas",
    "Caption",
    "Card",
    "Centred",
    "Check",
    "Chip",
    "Column",
    "Container",
    "Control",
    "Dialog",
    "Dock",
    "Dropdown",
    "Embed",
    "Entry",
    "Envelope",
    "Face",
    "Figure",
    "Flow",
    "Grid",
    "Head",
    "Heading",
    "Icon",
    "Inset",
    "Item",
    "Label",
    "ListView",
    "Metrics",
    "Over",
    "Panel",
    "Picture",
    "Pinned",
    "Quiet",
    "Radio",
    "RichLog",
    "Row",
    "Rule",
    "Run",
    "ScreenTitle",
    "ScrollView",
    "Scrolling",
    "Segmented",
    "Slider",
    "Slot",
    "Spacer",
    "Split",
    "Stepper",
    "Swatch",
    "TabBar",
    "Table",
    "TableRow",
    "Tabs",
    "Text",
    "TextField",
    "Tip",
    "Title",
    "Ui",
    "Widget",
    "ask",
    "change",
    "combo_of",
    "plain",
    "rich",
    "runs_of",
    "shown_combo",
    "signed",
    "tell",
    "wrap",
]
