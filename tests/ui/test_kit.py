"""The kit as a person meets it: reading order, keys, pointer, dialogs, long logs, typing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import theme
from game.ui.kit import (
    BODY,
    Button,
    Card,
    Check,
    Column,
    Dialog,
    Dropdown,
    Entry,
    Envelope,
    Item,
    Label,
    ListView,
    Metrics,
    Panel,
    RichLog,
    Row,
    Run,
    ScrollView,
    Slider,
    Slot,
    Stepper,
    Table,
    TextField,
    Tip,
    Widget,
    ask,
    change,
    plain,
    rich,
    wrap,
)
from game.ui.kit.text import line_width
from game.ui.scene import Scene
from tests.ui.gallery import Gallery

Drive = Callable[[Any], Any]


class Of(Scene):
    """A scene of the given widgets, under one another."""

    def __init__(self, *widgets: Widget, whole: bool = False) -> None:
        super().__init__()
        self.widgets = widgets
        self.whole = whole

    def build(self) -> Widget:
        return self.widgets[0] if self.whole else Column(*self.widgets, pad=24)


# --- words
WORDS = st.text(st.sampled_from("abc ABW.,-−→é\n"), max_size=120)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.none(), st.none(), st.booleans()), max_size=5)


@given(RUNS, st.integers(20, 400), st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_wrapping_never_exceeds_the_width_and_loses_no_letter(runs: list[Run], width: int, scale: float) -> None:
    m = Metrics(scale)
    width = max(width, m.px(20))
    lines = wrap(m, runs, width, BODY)
    for line in lines:
        assert line_width(line) <= width
        for fragment in line:
            assert m.width(fragment.text, fragment.face) <= fragment.width, "words fit the room they are given"
    shown = "".join(fragment.text for line in lines for fragment in line)
    assert [ch for ch in shown if ch != " "] == [ch for ch in plain(runs) if ch not in " \n"]


@given(WORDS, st.sampled_from([1.0, 1.5, 2.0]))
def test_a_text_stays_unbroken_at_its_own_width(words: str, scale: float) -> None:
    m = Metrics(scale)
    whole = wrap(m, words, 10**6, BODY)
    widest = max(line_width(line) for line in whole)
    assert [len(line) for line in wrap(m, words, widest, BODY)] == [len(line) for line in whole]


def test_breaks_fall_at_blanks_and_styles_do_not_break_a_word() -> None:
    m = Metrics()
    lines = wrap(m, ["alpha ", Run("beta", bold=True), ", gamma"], m.width("alpha beta, ", BODY) + 6, BODY)
    assert ["".join(f.text for f in line).strip() for line in lines] == ["alpha beta,", "gamma"]


def test_a_figure_stays_with_its_unit() -> None:
    m = Metrics()
    for figure in ("18 FP.", "3 RP", "12 %"):
        lines = wrap(m, f"We come, with {figure}", m.width(f"We come, with {figure}", BODY) - 6, BODY)
        assert "".join(found.text for found in lines[-1]) == figure


def test_markup_is_read_and_typed_text_is_not() -> None:
    assert rich("**Norway** trusts [France](nation:FRA).") == (
        Run("Norway", bold=True),
        Run(" trusts "),
        Run("France", link="nation:FRA"),
        Run("."),
    )
    assert plain("**not bold**") == "**not bold**"


def test_a_change_carries_a_sign_besides_its_colour() -> None:
    assert change(-14, "RP") == Run("−14 RP", colour=theme.WORSE, mono=True)
    assert change(5).text == "+5"
    assert change(5, good=False).colour == theme.WORSE
    assert change(0).colour is None


def test_a_text_too_long_for_its_line_ends_in_an_ellipsis() -> None:
    m = Metrics()
    cut = m.cut("The Treaty of Economic, Social and Cultural Collaboration", BODY, 120)
    assert cut.endswith("…")
    assert m.width(cut, BODY) <= 120
    assert m.cut("Brussels", BODY, 120) == "Brussels"


def test_links_are_followed_by_click_and_by_key(drive: Drive) -> None:
    heard: list[str] = []
    label = Label(rich("[France](FRA) and [Italy](ITA)"), on_link=heard.append)
    hand = drive(Of(label))
    hand.click_at((label.rect.left + 4, label.rect.top + 8))
    assert heard == ["FRA"]
    hand.key("right", "return")
    assert heard == ["FRA", "ITA"]
    hand.click_at((label.rect.left + hand.ui.m.width("France a", BODY), label.rect.top + 8))
    assert len(heard) == 2, "words between links are no link"


def test_a_narrow_row_takes_from_its_longest_and_keeps_within_its_width(drive: Drive) -> None:
    short, long, field = Label("France"), Label("a long sentence " * 20), TextField(label="name", width=300)
    button = Button("Commit")
    hand = drive(Of(Row(short, long, field, button, width=500)))
    assert button.rect.right == short.rect.left + 500
    assert short.rect.height == hand.ui.m.line(BODY), "the short word is not broken"
    assert long.rect.width == pytest.approx(field.rect.width, abs=2)
    assert long.rect.height > 3 * hand.ui.m.line(BODY)


# --- reading order and focus
def test_tab_goes_through_controls_in_reading_order_and_round(drive: Drive) -> None:
    hand = drive(
        Of(
            Row(Button("a"), Label("words"), Button("b")),
            Panel(Column(TextField(label="c"), Stepper(1, label="d"))),
            Button("hidden", visible=False),
            Button("off", enabled=False),
            Button("e"),
        )
    )
    seen = []
    for _ in range(6):
        hand.key("tab")
        seen.append(hand.focused)
    assert seen == ["a", "b", "c", "d", "e", "a"]
    hand.key("shift+tab", "shift+tab")
    assert hand.focused == "d"


def test_the_ring_shows_when_the_focus_came_by_key_and_not_by_pointer(drive: Drive) -> None:
    button = Button("Propose")
    hand = drive(Of(button))
    outside = (button.rect.left - 4, button.rect.centery)
    hand.click("Propose")
    assert hand.focused == "Propose"
    assert hand.picture().get_at(outside)[:3] == theme.SEA
    hand.key("tab")
    assert hand.picture().get_at(outside)[:3] == theme.ACCENT


def test_enter_and_space_press_the_focused_button(drive: Drive) -> None:
    said: list[str] = []
    hand = drive(Of(Button("Accept", lambda: said.append("yes")), Button("Decline", lambda: said.append("no"))))
    hand.key("return")
    assert said == [], "nothing is focused yet"
    hand.key("tab", "tab", "return", "space")
    assert said == ["no", "no"]


def test_a_click_counts_where_it_is_let_go(drive: Drive) -> None:
    said: list[str] = []
    button = Button("Accept", lambda: said.append("yes"))
    hand = drive(Of(button))
    hand.click("Accept")
    assert said == ["yes"]
    hand.drag(button.rect.center, (600, 600))
    assert said == ["yes"]
    hand.click_at(button.rect.center, button=3)
    assert said == ["yes"], "the right button presses nothing"


def test_a_button_with_a_problem_does_nothing_and_says_why(drive: Drive) -> None:
    said: list[str] = []
    button = Button("Commit", lambda: said.append("yes"), problem="A dispatch awaits an answer.", shortcut="ctrl+r")
    hand = drive(Of(button))
    hand.click("Commit")
    hand.key("tab", "return", "space", "ctrl+r")
    assert said == []
    hand.hover("Commit")
    assert hand.ui.tip == Tip("A dispatch awaits an answer.")
    button.problem = ""
    hand.click("Commit")
    assert said == ["yes"]


def test_a_shortcut_works_from_anywhere_but_not_through_a_field_being_typed_in(drive: Drive) -> None:
    said: list[str] = []
    field = TextField(label="name")
    hand = drive(Of(Button("Propose", lambda: said.append("p"), shortcut="p"), field))
    hand.key("p")
    assert said == ["p"]
    hand.click("name")
    hand.key("p")
    hand.type("p")
    assert (said, field.text) == (["p"], "p")


def test_a_rebuild_keeps_focus_typed_text_and_scroll_place_by_key(drive: Drive) -> None:
    class Rebuilt(Scene):
        def build(self) -> Widget:
            rows = [Button(f"row {i}", key=f"row {i}") for i in range(40)]
            return Column(TextField(label="name", key="name"), ScrollView(Column(*rows), key="rows", grow=1))

    hand = drive(Rebuilt())
    hand.click("name")
    hand.type("Dunkirk")
    hand.click("row 30")
    place = hand.find("rows").offset
    hand.scene.refresh()
    hand.step()
    assert place > 0
    assert hand.find("rows").offset == place
    assert hand.find("name").text == "Dunkirk"
    assert hand.focused == "row 30"


# --- dialogs and menus
def test_a_dialog_keeps_the_focus_and_the_pointer(drive: Drive) -> None:
    said: list[str] = []
    hand = drive(Of(Button("below", lambda: said.append("below"), shortcut="b")))
    below = hand.find("below").rect.center
    hand.click("below")
    said.clear()
    ask(hand.ui, "Send", "It cannot be undone.", yes="Propose", no="Not yet", on_yes=lambda: said.append("yes"))
    hand.step()
    stops = []
    for _ in range(4):
        hand.key("tab")
        stops.append(hand.focused)
    assert set(stops) == {"Propose", "Not yet"}
    hand.click_at(below)
    hand.key("b")
    assert said == []
    hand.key("escape")
    assert said == []
    assert hand.focused == "below", "the focus goes back where it was"
    hand.click("below")
    assert said == ["below"]


def test_enter_confirms_a_dialog_unless_the_act_is_final(drive: Drive) -> None:
    said: list[str] = []
    hand = drive(Of(Label("under it")))
    ask(hand.ui, "Save", "Name it?", yes="Save", no="Cancel", on_yes=lambda: said.append("saved"))
    hand.key("return")
    assert said == ["saved"]
    words = {"yes": "Propose", "no": "Not yet", "on_no": lambda: said.append("kept"), "final": True}
    ask(hand.ui, "Send", "Another will see it.", on_yes=lambda: said.append("sent"), **words)
    assert hand.focused == "Not yet"
    hand.key("return")
    assert said == ["saved", "kept"]


def test_enter_in_a_field_of_a_dialog_confirms_it(drive: Drive) -> None:
    said: list[str] = []
    hand = drive(Of(Label("under it")))
    field = TextField(label="name")
    save = Button("Save", lambda: said.append(field.text), kind="primary")
    Dialog("Name the save", field, [save], confirm=save).open(hand.ui, field)
    hand.type("Norway")
    hand.key("return")
    assert said == ["Norway"]


def test_a_drop_down_is_worked_by_key_and_by_pointer(drive: Drive) -> None:
    said: list[str] = []
    seats = [("FRA", "France"), ("NOR", "Norway"), ("ITA", "Italy")]
    hand = drive(Of(Dropdown(seats, "FRA", said.append, label="Seat"), Button("after")))
    hand.key("tab", "return")
    assert hand.focused == "menu"
    hand.key("i", "return")
    assert (said, hand.focused) == (["ITA"], "Seat")
    hand.click("Seat")
    hand.click("menu", "Norway")
    assert said == ["ITA", "NOR"]
    hand.click("Seat")
    hand.key("up", "escape")
    assert said == ["ITA", "NOR"], "Esc chooses nothing"
    hand.click("Seat")
    hand.click_at((900, 700))
    assert hand.ui.find("menu") is None, "a click elsewhere closes the menu"


def test_what_is_typed_in_a_menu_finds_its_option(drive: Drive) -> None:
    said: list[str] = []
    seats = [
        ("", "Nobody"),
        ("ITA", "Italy"),
        ("URS", "Union of the East"),
        ("GBR", "United Kingdom"),
        ("USA", "United States"),
    ]
    hand = drive(Of(Dropdown(seats, "", said.append, label="Seat")))
    for typed, chosen in (("unit", "GBR"), ("uu", "URS"), ("i", "ITA")):
        hand.click("Seat")
        hand.key(*typed, "return")
        assert said[-1] == chosen, typed


# --- values
def test_steppers_keep_within_their_bounds(drive: Drive) -> None:
    said: list[int] = []
    hand = drive(Of(Stepper(1, said.append, least=0, most=3, label="Corps")))
    hand.click("Corps", "+")
    hand.key("right", "right", "left", "home", "-")
    assert said == [2, 3, 2, 0]
    hand.click("Corps", "-")
    assert said == [2, 3, 2, 0], "a step beyond the bounds is no change"


def test_a_slider_follows_the_pointer_and_snaps_to_its_steps(drive: Drive) -> None:
    slider = Slider(0, least=0, most=100, step=5, label="Share", width=300)
    hand = drive(Of(slider))
    rect = slider.rect
    hand.drag((rect.left + 10, rect.centery), (rect.left + 118, rect.centery))
    assert slider.value % 5 == 0
    assert 35 <= slider.value <= 60
    hand.drag((rect.left + 10, rect.centery), (rect.left - 300, rect.centery))
    assert slider.value == 0


def test_segments_radios_and_switches_answer_to_both_hands(drive: Drive) -> None:
    hand = drive(Gallery())
    hand.click("Automaticity", "As capable")
    hand.key("left", "left", "left")
    hand.tab_to("Level")
    hand.key("down")
    hand.click("Hatching")
    hand.key("space")
    said = hand.scene.said
    assert said[:3] == ["automaticity cap", "automaticity auto", "automaticity consult"]
    assert said[3:] == ["level ambassador", "hatching True", "hatching False"]


# --- typing
def test_a_field_edits_as_fields_do(drive: Drive) -> None:
    field = TextField("Treaty of", label="name", most=20)
    hand = drive(Of(field))
    hand.key("tab")
    hand.type(" Dunkirk")
    hand.key("ctrl+left", "shift+home", "ctrl+x")
    assert field.text == "Dunkirk"
    hand.key("end")
    hand.type("! ")
    hand.key("backspace", "backspace", "ctrl+v")
    assert field.text == "DunkirkTreaty of "
    hand.type("many words more")
    assert field.text == "DunkirkTreaty of man", "no longer than it may be"
    hand.key("ctrl+z", "ctrl+a")
    hand.type("x")
    assert field.text == "x"
    hand.key("ctrl+z")
    assert len(field.text) > 1
    hand.key("home", "delete", "shift+end", "ctrl+c", "end", "ctrl+backspace")
    assert field.text.startswith("unkirk")


def test_the_pointer_sets_the_cursor_and_selects_a_word(drive: Drive) -> None:
    field = TextField("mutual defence", label="name")
    hand = drive(Of(field))
    at = (field.rect.left + 12 + hand.ui.m.width("mutual de", BODY), field.rect.centery)
    hand.click_at(at, clicks=2)
    assert field.editor.selected == "defence"
    hand.type("aid")
    assert field.text == "mutual aid"


def test_esc_clears_a_search_before_it_leaves_the_screen(drive: Drive) -> None:
    field = TextField("note", label="search", clears=True)
    hand = drive(Of(field))
    hand.key("tab")
    assert hand.key("escape")
    assert field.text == ""
    assert not hand.key("escape")


# --- long things
def entries(count: int) -> list[Entry]:
    return [Entry(f"Entry {i}: " + "word " * (i % 30), ("a reason",), id=str(i)) for i in range(count)]


def test_a_log_draws_only_what_is_in_sight_and_follows_its_end(drive: Drive) -> None:
    log = RichLog(entries(3000), label="log")
    hand = drive(Of(log, whole=True))
    assert 10 < len(log.drawn) < 60
    assert log.drawn[-1] == 2999, "it stands at the newest"
    log.append(Entry("Norway answered."))
    hand.step()
    assert log.drawn[-1] == 3000
    hand.wheel("log", 40)
    assert max(log.drawn) < 2990
    place = log.offset
    log.append(Entry("Italy answered."))
    hand.step()
    assert log.offset == place, "one who reads older entries is not pulled away"
    tops = [log.entry_rect(i) for i in log.drawn]
    assert all(a.bottom == b.top for a, b in pairwise(tops))


def test_an_entry_is_broken_into_lines_once(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    log = RichLog(entries(500), label="log")
    hand = drive(Of(log, whole=True))
    broken: list[object] = []
    monkeypatch.setattr("game.ui.kit.log.wrap", lambda m, text, *rest: broken.append(text) or wrap(m, text, *rest))
    hand.wheel("log", 20)
    log.append(Entry("one more"))
    hand.step(0.1)
    assert broken == ["one more"]


def test_a_log_filters_and_drops_headings_with_nothing_under_them(drive: Drive) -> None:
    log = RichLog(Gallery().log(4), label="log")
    hand = drive(Of(log, whole=True))
    assert len(log.shown) == 16
    log.search("declines")
    hand.step()
    assert [plain(log.entries[i].text)[:5] for i in log.shown[:2]] == ["1949,", "Italy"]
    assert len(log.shown) == 8
    log.search("", frozenset({"event"}))
    hand.step()
    assert {log.entries[i].icon for i in log.shown} == {"", "exercise"}
    log.search("no such words")
    hand.step()
    assert list(log.shown) == []
    log.filter(None)
    hand.step()
    assert len(log.shown) == 16


def test_details_open_by_key_and_by_click(drive: Drive) -> None:
    log = RichLog(entries(3), label="log")
    hand = drive(Of(log, whole=True))
    closed = log.entry_rect(0).height
    hand.key("tab", "down", "return")
    assert log.is_open(0)
    assert log.entry_rect(0).height > closed
    hand.click_at((log.rect.left + 60, log.entry_rect(0).top + 8))
    assert not log.is_open(0)


def test_a_list_draws_only_rows_in_sight_and_moves_by_key(drive: Drive) -> None:
    said: list[str] = []
    rows = ListView([Item(f"n{i}", f"Nation {i}") for i in range(5000)], label="Nations", on_activate=said.append)
    hand = drive(Of(rows, whole=True))
    assert len(rows.drawn) < 40
    hand.key("tab", "end", "up", "return")
    assert (rows.selected, said) == ("n4998", ["n4998"])
    assert "n4998" in rows.drawn
    hand.click("Nations", "n2500", clicks=2)
    assert said == ["n4998", "n2500"]


def test_a_table_sorts_by_its_heads(drive: Drive) -> None:
    hand = drive(Gallery())
    table = hand.find("Relations")
    assert isinstance(table, Table)
    hand.click("Relations", "Trust")
    assert table.ids[0] == "GBR", "figures begin with the largest"
    hand.click("Relations", "Trust")
    assert table.ids[0] == "SOV"
    hand.click("Relations", "Nation")
    assert table.ids[0] == "FRA"
    hand.click("Relations", "NOR")
    assert hand.scene.said == ["row NOR"]


def test_what_is_scrolled_out_of_sight_is_neither_hit_nor_drawn(drive: Drive) -> None:
    said: list[str] = []
    rows = Column(*[Button(f"row {i}", lambda i=i: said.append(f"row {i}")) for i in range(30)])
    hand = drive(Of(ScrollView(rows, height=200, key="view"), Button("under", lambda: said.append("under"))))
    under = hand.find("under")
    hidden = next(w for w in rows.children if w.rect.colliderect(under.rect))
    assert hidden.seen().height == 0
    hand.click_at(under.rect.center)
    assert said == ["under"]
    assert hand.picture().get_at((hidden.rect.left + 2, 330))[:3] == theme.SEA
    hand.click("row 29")
    assert said[-1] == "row 29", "what is out of sight can be scrolled to"
    hand.key("tab", "tab")
    assert hand.focused == "row 0"
    assert hand.find("row 0").seen().height > 20, "the focus is brought into sight"


# --- other things
def test_tooltips_wait_and_go_with_the_next_act(drive: Drive) -> None:
    tip = Tip(title="Security", lines=[("Own forces", 21)], total=("Security", "21"))
    hand = drive(Of(Button("Security", tooltip=lambda: tip)))
    hand.hover("Security", 0.1)
    assert hand.ui.tip is None
    hand.step(0.4)
    assert hand.ui.tip == tip
    hand.key("tab")
    assert hand.ui.tip is None


def test_notices_stand_a_while_and_go(drive: Drive) -> None:
    hand = drive(Of(Label("x")))
    for words in ("one", "two", "three", "four"):
        hand.ui.notice(words, "better")
    assert hand.ui.notices.texts == ["two", "three", "four"]
    hand.step(theme.TOAST_STAYS + 0.1)
    assert hand.ui.notices.texts == []
    with pytest.raises(KeyError):
        hand.ui.notice("x", "loud")


def test_an_envelope_opens_in_its_time_or_at_once_under_reduced_motion(drive: Drive) -> None:
    slow, quick = Envelope("Norway", "Comes"), Envelope("Italy", "Will not come")
    hand = drive(Of(slow))
    slow.open()
    hand.step(0.3)
    assert 0.2 < slow.openness < 0.9
    hand.step(0.5)
    assert slow.openness == 1.0
    assert not hand.scene.animating
    still = Of(quick)
    hand.stage.change(reduced_motion=True)
    hand.stage.push(still)
    quick.open()
    hand.step(0.02)
    assert quick.openness == 1.0


def test_a_card_is_chosen_by_click_anywhere_on_it_and_by_key(drive: Drive) -> None:
    said: list[str] = []
    hand = drive(Of(Card(Column(Label("France"), Label("Great power")), lambda: said.append("FRA"), title="seat")))
    hand.click_at(hand.find("Great power").rect.center)
    hand.key("return")
    assert said == ["FRA", "FRA"]


def test_a_slot_shows_what_it_is_given(drive: Drive) -> None:
    slot = Slot(Label("before"))
    hand = drive(Of(slot))
    slot.put(Check("after"))
    hand.step()
    assert hand.sees("after")
    assert not hand.sees("before")
    assert hand.find("after").rect.width > 0


@pytest.mark.parametrize("page", ["controls", "frame", "call", "title"])
@pytest.mark.parametrize(
    ("size", "scale"), [((1024, 640), 1.0), ((1280, 800), 1.0), ((1920, 1200), 1.5), ((2560, 1600), 2.0)]
)
def test_every_control_lies_within_the_window_or_can_be_scrolled_to(
    drive: Drive, page: str, size: tuple[int, int], scale: float
) -> None:
    hand = drive(Gallery(page))
    hand.stage.settings.ui_scale = scale
    hand.stage.resize(size)
    hand.step()
    assert hand.ui.m.scale == scale
    window = pygame.Rect((0, 0), size)
    stops = [w for w in hand.ui.top.walk() if w.focusable]
    assert len(stops) >= 6
    for widget in stops:
        hand.ui.reveal(widget)
        seen = widget.seen()
        assert window.contains(seen), widget.name
        assert seen.width == widget.rect.width > 0, widget.name
        assert seen.height >= min(widget.rect.height, hand.ui.m.px(24)), widget.name


def test_drawing_changes_nothing(drive: Drive) -> None:
    hand = drive(Gallery("frame"))
    first, second = hand.picture(), hand.picture()
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")
