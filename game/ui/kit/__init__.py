"""The kit."""
from game.ui.kit.button import Button, Check, Control
from game.ui.kit.card import Card, Envelope
from game.ui.kit.choose import Radio, Segmented
from game.ui.kit.dropdown import Dropdown
from game.ui.kit.tabs import TabBar, Tabs
from game.ui.kit.dialog import Dialog, ask, tell
from game.ui.kit.editing import CLIPBOARD, Editor
from game.ui.kit.field import TextField
from game.ui.kit.frame import Canvas, Centred, Dock, Over, Picture, Pinned, Split
from game.ui.kit.label import Caption, Chip, Figure, Heading, Icon, Label, Quiet, ScreenTitle, Title
from game.ui.kit.layout import Column, Container, Flow, Grid, Panel, Row, Rule, Slot, Spacer
from game.ui.kit.lists import Item, ListView
from game.ui.kit.table import Head, Table, TableRow
from game.ui.kit.log import Entry, RichLog
from game.ui.kit.metrics import Face, Metrics
from game.ui.kit.number import Bar, Slider, Stepper
from game.ui.kit.scroll import Scrolling, ScrollView
from game.ui.kit.text import Run, Text, change, plain, rich, signed, wrap
from game.ui.kit.tip import Tip
from game.ui.kit.ui import Ui
from game.ui.kit.widget import Widget, combo_of, shown_combo
