"""The game screen, driven by events: the map, the panels, the strip, a turn committed and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.core.acts import Press, Propose, Refuse
from game.core.appraisal import Appraisal
from game.core.clauses import Consultation, JointExercises
from game.core.crises import CrisisStage
from game.core.drafts import Draft
from game.core.orders import Sheet
from game.core.view import View
from game.core.world import State
from game.saves.records import Acted, Committed, Drafted, StageEnded
from game.scenario import Scenario, load
from game.table import Table
from game.ui import theme
from game.ui.kit import Button, Dialog
from game.ui.scene import Scene, Settings, Stage
from game.ui.scenes.game import GameScene
from game.ui.scenes.inbox import awaiting, inbox
from game.ui.scenes.mapmodel import Look, bloc_hatch, blocs, crisis_place, map_model, unproject
from game.ui.scenes.numbers import forces_left, initiatives_left, resources_left
from game.ui.scenes.playback import MOST, worth_telling
from game.ui.scenes.strip import chronicle_entries
from game.ui.session import Selection, Session
from tests.ui.conftest import Driver

SILENT_SEATS = ("USA", "GBR", "NOR", "ITA", "URS")
SIZES = [((1280, 800), 1.0), ((1920, 1080), 1.5), ((1280, 800), 1.5), ((1024, 640), 1.0)]
Hands = Callable[[Scene | Stage], Driver]


def silent(view: View) -> tuple[()] | Sheet | dict[str, object]:
    """A mind that says nothing, orders nothing and answers no call: only what the person does happens."""
    if view.stage == "negotiation":
        return ()
    if view.stage == "orders":
        return Sheet(standing=dict(view.world.nations[view.seat].standing))
    return {}


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load("nato-1949-class")


@pytest.fixture(scope="module", autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.font.init()


@pytest.fixture
def session(scenario: Scenario) -> Session:
    table = Table.new(scenario, 7)
    for name in SILENT_SEATS:
        table.sit(name, silent)
    table.sit("FRA")
    table.run()
    return Session(table, "FRA")


def shown(session: Session, *, motion: bool = False, size: tuple[int, int] = (1280, 800), scale: float = 1.0) -> Stage:
    stage = Stage(size, Settings(ui_scale=scale, reduced_motion=not motion))
    stage.push(GameScene(session))
    return stage


def game(hand: Driver) -> GameScene:
    assert isinstance(hand.scene, GameScene)
    return hand.scene


def spot(scene: GameScene, nation: str) -> tuple[int, int]:
    """Where a nation's capital is in the window."""
    x, y = scene.desk.shown.position_of(nation)
    return round(x) + scene.desk.pane.rect.x, round(y) + scene.desk.pane.rect.y


def acts_logged(session: Session) -> list[str]:
    return [entry.act.kind for entry in session.table.log if isinstance(entry, Acted) and entry.nation == "FRA"]


def press(hand: Driver, words: str) -> None:
    """Press a button of the dialog that lies on top."""
    dialog = hand.ui.top
    assert isinstance(dialog, Dialog)
    button = next(w for w in dialog.walk() if isinstance(w, Button) and w.text == words)
    hand.click_at(button.rect.center)


# --- a turn


def test_a_turn_is_played_by_mouse_and_key(session: Session, drive: Hands) -> None:
    hand = drive(shown(session, motion=True))
    scene = game(hand)
    assert scene.playback.running, "a new game tells what lies on the table"
    hand.key("space")
    assert not scene.playback.running

    hand.click_at(spot(scene, "NOR"))
    assert scene.selection == Selection("nation", "NOR")
    assert hand.sees("Norway's trust in you")

    hand.click("talks-with")
    assert [mission.to for mission in session.seat.sheet.missions] == ["NOR"]
    hand.click("message-to")
    hand.type("Shall our staffs meet?")
    hand.key("return")
    assert acts_logged(session) == ["message"]

    hand.key("ctrl+return")
    assert isinstance(hand.ui.top, Dialog), "a draft awaits an answer, so it asks first"
    assert session.world.turn == 1
    hand.key("return")
    assert session.world.turn == 2
    assert scene.playback.running
    hand.step(0.5)
    hand.key("x")
    assert not scene.playback.running, "any key skips"
    assert scene.selection == Selection("nation", "NOR"), "the key that skipped did nothing else"

    log = session.table.log
    drafted = [entry.sheet.missions[0].to for entry in log if isinstance(entry, Drafted)]
    assert drafted == ["NOR"]
    assert [entry.nation for entry in log if isinstance(entry, Committed)] == ["FRA"]
    ended = [entry for entry in log if isinstance(entry, StageEnded) and entry.turn == 1]
    assert ended[-1].sheets["FRA"].missions[0].to == "NOR"
    assert session.untold() == ()


def test_the_telling_ends_by_itself_and_says_every_event_it_counts(session: Session, drive: Hands) -> None:
    hand = drive(shown(session, motion=True))
    scene = game(hand)
    seen: list[str] = []
    for _ in range(600):
        if not scene.playback.running:
            break
        now = scene.playback.sentences[-1][1]
        if not seen or seen[-1] != now:
            seen.append(now)
        assert scene.playback.progress[0] <= scene.playback.progress[1]
        hand.stage.update(0.1)
    assert not scene.playback.running
    assert len(seen) == len(worth_telling(session.seat.events, session.world)) > 0


def test_reduced_motion_tells_nothing_but_the_chronicle_has_it(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    assert not game(hand).playback.running
    hand.key("l")
    assert hand.sees("Chronicle")
    words = [entry.text for entry in chronicle_entries(session)]
    assert any("Turn 1" in str(text) for text in words)
    assert any("note" in str(text) for text in words), "what was brewing stands in it"


def test_a_game_taken_up_again_does_not_tell_its_past(scenario: Scenario, drive: Hands) -> None:
    table = Table.new(scenario, 7)
    for name in SILENT_SEATS:
        table.sit(name, silent)
    table.sit("FRA")
    table.run()
    table.commit("FRA")
    assert table.state.turn == 2
    session = Session(table, "FRA")
    hand = drive(shown(session, motion=True))
    assert not game(hand).playback.running
    assert session.untold() == ()


def test_at_most_so_many_events_are_told_and_headlines_first(session: Session) -> None:
    one = next(event for event in session.seat.events if event.kind == "proposed")
    headline = replace(one, kind="signed", turn=1)
    told = worth_telling([headline, *[one] * 40], session.world)
    assert len(told) == MOST
    assert told[0] == headline


def test_a_late_telegram_keeps_the_turn_open_and_says_so(scenario: Scenario, drive: Hands) -> None:
    def startled(view: View) -> tuple[Propose, ...] | Sheet | dict[str, object]:
        """Silent until France threatens somebody; then it proposes, once."""
        threatened = any(crisis.challenger == "FRA" for crisis in view.world.crises.values())
        talked = any(thread.by == "GBR" and thread.opened == view.world.turn for thread in view.world.threads.values())
        if view.stage == "negotiation" and threatened and not talked:
            draft = Draft(title="Note", parties=("FRA", "GBR"), clauses=(JointExercises(),))
            return (Propose(draft=draft),)
        return silent(view)

    table = Table.new(scenario, 7)
    for name in SILENT_SEATS:
        table.sit(name, startled if name == "GBR" else silent)
    table.sit("FRA")
    table.run()
    session = Session(table, "FRA")
    hand = drive(shown(session))
    for thread in awaiting(session):
        session.act(Refuse(thread=thread, revision=1))
    session.act(Press(target="ITA", grade="request"))
    session.mark_told()
    game(hand).resumed()
    hand.key("ctrl+return")
    assert session.world.turn == 1
    assert not session.seat.committed
    assert any("late telegram" in text for text in hand.ui.notices.texts)
    assert hand.sees("Dispatches")
    assert len(awaiting(session)) == 1


def test_a_commitment_can_be_taken_back_while_others_decide(scenario: Scenario, drive: Hands) -> None:
    table = Table.new(scenario, 7)
    for name in SILENT_SEATS[:3]:
        table.sit(name, silent)
    for name in ("FRA", "ITA", "URS"):
        table.sit(name)
    table.run()
    session = Session(table, "FRA")
    hand = drive(shown(session))
    hand.key("ctrl+return", "return")
    assert session.seat.committed
    assert session.world.turn == 1
    hand.click("Take back")
    assert not session.seat.committed
    assert hand.find("Commit")


# --- selecting


def test_every_nation_is_reached_by_key(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    seen = []
    for _ in session.world.nations:
        hand.key(".")
        seen.append(game(hand).selection.id)
    assert sorted(seen) == sorted(session.world.nations)
    hand.key(",")
    assert game(hand).selection.id == seen[-2]


def test_the_panel_leads_on_and_back(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    scene = game(hand)
    hand.tab_to("The Treaty of Brussels")
    hand.key("return")
    assert scene.selection == Selection("treaty", "brussels-1948")
    assert hand.sees("Announce withdrawal")
    hand.tab_to("Between France and the United Kingdom.")
    hand.key("right", "return")
    assert scene.selection == Selection("nation", "GBR")
    hand.key("backspace", "backspace")
    assert scene.selection == Selection("nation", "FRA")


def test_what_the_world_no_longer_knows_gives_way_to_ones_own_seat(session: Session, drive: Hands) -> None:
    session.selection = Selection("thread", "gone")
    hand = drive(shown(session))
    assert game(hand).selection == Selection("nation", "FRA")


def test_the_crisis_room_shows_the_ladder_and_what_treaties_say(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    hand.key("c")
    assert game(hand).selection == Selection("crisis", "note-to-oslo")
    for words in ("Brewing", "What you may do", "What each treaty says here", "Chance of being held"):
        assert hand.sees(words), words


# --- acts that are final


def test_withdrawal_asks_and_the_safe_answer_has_the_focus(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    game(hand).select("treaty", "dunkirk-1947")
    hand.step()
    hand.click("withdraw")
    assert hand.focused == "Stay in it"
    hand.key("return")
    assert acts_logged(session) == []
    hand.click("withdraw")
    press(hand, "Announce withdrawal")
    assert acts_logged(session) == ["withdraw"]
    assert "FRA" in session.world.treaties["dunkirk-1947"].leaving


def test_a_demand_is_graded_and_pressed_only_when_confirmed(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    game(hand).select("nation", "ITA")
    hand.step()
    before = session.me.initiatives
    hand.click("press-on")
    assert hand.sees("This is final once sent.")
    hand.key("escape")
    assert acts_logged(session) == []
    hand.click("press-on")
    hand.click("grade", part="Warning")
    press(hand, "Press the demand")
    assert acts_logged(session) == ["press"]
    crisis = session.world.crises[next(key for key, c in session.world.crises.items() if c.challenger == "FRA")]
    assert (crisis.target, crisis.grade) == ("ITA", "warning")
    assert session.me.initiatives == before - 1
    assert hand.sees("Italy's trust in you")


def test_an_empty_message_is_not_sent(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    game(hand).select("nation", "ITA")
    hand.step()
    hand.click("message-to")
    hand.key("return")
    assert isinstance(hand.ui.top, Dialog)
    hand.key("escape")
    assert acts_logged(session) == []


def test_a_greyed_button_says_why(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    scene = game(hand)
    scene.select("nation", "NOR")
    for name in ("ITA", "USA", "GBR", "URS"):
        scene.acts.staff_talks(name)
    hand.step()
    button = hand.find("talks-with")
    assert isinstance(button, Button)
    before = session.seat.sheet
    if button.works:
        scene.acts.staff_talks("NOR")
        assert len(session.seat.sheet.missions) == 5
    else:
        assert button.problem
        hand.click("talks-with")
        assert session.seat.sheet == before


def test_staff_talks_are_taken_out_again(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    game(hand).select("nation", "ITA")
    hand.step()
    free, left = resources_left(session), initiatives_left(session)
    hand.click("talks-with")
    assert (resources_left(session), initiatives_left(session)) == (free - 1, left - 1)
    hand.click("talks-with")
    assert session.seat.sheet.missions == ()
    assert (resources_left(session), initiatives_left(session)) == (free, left)


# --- the numbers above


def test_the_three_agonies_are_always_in_sight(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    for size, scale in SIZES:
        hand.stage.change(ui_scale=scale)
        hand.stage.resize(size)
        hand.step()
        for key in ("stat-initiatives", "stat-forces", "stat-earmarked", "stat-stability"):
            stat = hand.find(key)
            assert stat.rect.width > 0 and pygame.Rect((0, 0), size).contains(stat.rect), (key, size, scale)  # noqa: PT018


def test_forces_earmarked_are_the_largest_guard_of_each_treaty(session: Session) -> None:
    free, promised, half = forces_left(session)
    assert (free, promised, half) == (15, 3 + 6, 15)


def test_a_number_takes_itself_apart(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    hand.hover("stat-security", 1.0)
    tip = hand.ui.tip
    assert tip is not None
    assert tip.title == "Security"
    assert any("Soviet Union" in label for label, _ in tip.lines)
    assert tip.total is not None
    assert str(session.appraisal.secure("FRA")) in tip.total[1]


# --- the map


def test_overlays_are_on_keys_and_trust_turns_round(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    scene = game(hand)
    scene.select("nation", "URS")
    plain = {fill.owner: fill.colour for fill in scene.desk.shown.model.fills}
    hand.key("2")
    assert session.overlay == "trust"
    trusting = {fill.owner: fill.colour for fill in scene.desk.shown.model.fills}
    assert trusting["USA"] in theme.SIGNED
    assert trusting["USA"] != plain["USA"]
    hand.key("2")
    assert scene.desk.from_it
    hand.key("3")
    threats = {fill.owner: fill.colour for fill in scene.desk.shown.model.fills}
    assert all(colour in theme.UNSIGNED for owner, colour in threats.items() if owner != "URS")
    hand.key("1")
    assert {fill.owner: fill.colour for fill in scene.desk.shown.model.fills} == plain


def test_dragging_the_map_selects_nothing(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    scene = game(hand)
    before = scene.desk.shown.camera
    at = spot(scene, "ITA")
    hand.move(at)
    hand.drag(at, (at[0] - 90, at[1] - 40))
    assert scene.desk.shown.camera != before
    assert scene.selection == Selection("nation", "FRA")
    hand.key("f")
    hand.step(0.5)
    assert all(scene.desk.pane.rect.collidepoint(spot(scene, nation)) for nation in session.world.nations)


def test_the_pointer_names_a_nation_and_leaves_it(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    scene = game(hand)
    hand.move(spot(scene, "ITA"))
    assert scene.desk.pane.over == "ITA"
    hand.move(hand.find("panel").rect.center)
    assert scene.desk.pane.over is None


def test_the_first_look_frames_every_nation_beside_the_panel(session: Session, drive: Hands) -> None:
    for size, scale in SIZES:
        hand = drive(shown(session, size=size, scale=scale))
        scene = game(hand)
        panel = hand.find("panel").rect
        for nation in session.world.nations:
            at = spot(scene, nation)
            assert scene.desk.pane.rect.collidepoint(at), (nation, size, scale)
            assert not panel.collidepoint(at), (nation, size, scale)


def test_on_a_small_window_the_panel_lies_over_the_map_and_can_be_closed(session: Session, drive: Hands) -> None:
    hand = drive(shown(session, size=(1024, 640)))
    scene = game(hand)
    assert scene.desk.pane.rect.width == 1024
    hand.click("panel-close")
    assert not scene.panel_open
    hand.click_at(spot(scene, "URS"))
    assert scene.panel_open
    assert hand.sees("The Soviet Union's trust in you")


def guarded(world: State, *groups: tuple[str, ...]) -> State:
    """The world with guarantees between these groups and no other treaty."""
    pattern = world.treaties["brussels-1948"]
    treaties = {
        f"t{i}": replace(pattern, title=f"Pact {i}", parties=tuple(sorted(group)), signed=-i)
        for i, group in enumerate(groups)
    }
    return replace(world, treaties=treaties)


def test_a_treaty_within_a_greater_one_is_of_its_bloc_and_who_is_not_in_it_is_not(session: Session) -> None:
    world = guarded(session.world, ("FRA", "GBR"), ("FRA", "GBR", "USA"))
    (bloc,) = blocs(world)
    assert bloc.members == ("FRA", "GBR", "USA")
    assert bloc.title == "Pact 1"
    world = guarded(session.world, ("FRA", "GBR", "NOR"), ("FRA", "GBR", "USA"))
    assert sorted(bloc.members for bloc in blocs(world)) == [("FRA", "GBR", "NOR"), ("FRA", "GBR", "USA")]


def test_a_nation_in_two_blocs_is_hatched_with_the_second(session: Session) -> None:
    world = guarded(session.world, ("GBR", "USA"), ("NOR", "USA"))
    assert [bloc.members for bloc in blocs(world)] == [("NOR", "USA"), ("GBR", "USA")]
    table = type(session.appraisal)(world)
    fills = {fill.owner: fill for fill in map_model(table, Look("blocs", "FRA"), "FRA").fills}
    assert fills["USA"].hatch_colour in {fills["GBR"].colour, fills["NOR"].colour} - {fills["USA"].colour}
    assert fills["FRA"].colour == theme.LAND


def test_blocs_that_border_each_other_are_hatched_without_being_asked(session: Session) -> None:
    apart = guarded(session.world, ("GBR", "USA"), ("NOR", "URS"))
    found = blocs(apart)
    assert [bloc_hatch(apart, bloc, found, False) for bloc in found] == [None, None]
    assert all(bloc_hatch(apart, bloc, found, True) for bloc in found)
    near = guarded(session.world, ("FRA", "GBR"), ("ITA", "USA"))
    found = blocs(near)
    drawn = [bloc_hatch(near, bloc, found, False) for bloc in found]
    assert None not in drawn
    assert drawn[0] != drawn[1]


def test_arcs_are_thicker_for_the_stronger_duty_and_dashed_when_secret(session: Session) -> None:
    world = session.world
    secret = replace(world.treaties["brussels-1948"], parties=("FRA", "USA"), secret=True)
    council = replace(secret, parties=("GBR", "NOR"), clauses=secret.clauses[1:], secret=False)
    world = replace(world, treaties={**world.treaties, "s": secret, "c": council})
    table = type(session.appraisal)(world)
    arcs = {(arc.a, arc.b): arc for arc in map_model(table, Look("blocs", "FRA"), "FRA").arcs}
    assert arcs["FRA", "GBR"].weight == 3
    assert arcs["GBR", "NOR"].weight == 1
    assert arcs["FRA", "USA"].dashed
    assert not arcs["FRA", "GBR"].dashed
    assert arcs["FRA", "GBR"].colour == theme.ACCENT != arcs["GBR", "NOR"].colour


def test_where_all_consult_with_all_the_map_shows_whom_it_binds_to_fight() -> None:
    world = Table.new(load("nato-1949"), 1).state
    talk = replace(next(iter(world.treaties.values())), clauses=(Consultation(),), charter=None, signed=0, duration=0)
    names = tuple(world.nations)
    talks = {f"{a}-{b}": replace(talk, parties=(a, b)) for i, a in enumerate(names) for b in names[i + 1 :]}
    table = Appraisal(replace(world, treaties={**talks, **world.treaties}))
    drawn = {(arc.a, arc.b): arc.weight for arc in map_model(table, Look("blocs", "CHE"), "NOR").arcs}
    assert all(weight > 1 or {"NOR", "CHE"} & {*pair} for pair, weight in drawn.items())
    assert sum("CHE" in pair for pair in drawn) == sum("NOR" in pair for pair in drawn) == len(names) - 1
    assert any(weight > 1 for weight in drawn.values())


@pytest.mark.parametrize(("stage", "bars"), [("brewing", 1), ("open", 2), ("showdown", 3)])
def test_a_crisis_sign_says_its_stage(session: Session, stage: CrisisStage, bars: int) -> None:
    crisis = replace(session.world.crises["note-to-oslo"], stage=stage)
    world = replace(session.world, crises={"note-to-oslo": crisis})
    table = type(session.appraisal)(world)
    (marker,) = map_model(table, Look("blocs", "FRA"), "FRA").markers
    assert marker.bars == bars
    assert isinstance(marker.place, tuple)
    lat, lon = marker.place
    assert 55 < lat < 65 and 5 < lon < 15, "at Oslo"  # noqa: PT018


def test_a_case_away_from_the_targets_home_stands_in_its_theatre(session: Session) -> None:
    crisis = replace(session.world.crises["note-to-oslo"], target="GBR", theatre="western_europe")
    place = crisis_place(session.world, crisis)
    assert place is not None
    assert 47 < place[0] < 56 and 5 < place[1] < 20, "between Paris and the line from London to Moscow"  # noqa: PT018


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 11.0), (59.9, 10.7), (-33.9, 151.2), (38.9, -77.0), (71.0, -160.0)])
def test_places_come_back_from_the_map(lat: float, lon: float) -> None:
    from game.ui.map import world as atlas

    back = unproject(*atlas().project(lat, lon))
    assert back == pytest.approx((lat, lon), abs=0.01)


# --- the strip


def test_what_wants_an_answer_comes_first(session: Session) -> None:
    rows = inbox(session)
    assert [row.marked for row in rows] == sorted((row.marked for row in rows), reverse=True)
    assert [row.id.partition(":")[2] for row in rows if row.id.startswith("thread")][:1] == list(awaiting(session))


def test_the_strip_folds_and_stretches_and_keeps_the_map(session: Session, drive: Hands) -> None:
    hand = drive(shown(session))
    heights = []
    for name in ("strip-fold", "strip-fold", "strip-tall"):
        hand.click(name)
        heights.append(hand.find("strip").rect.height)
    assert heights == [37, theme.DISPATCHES, 400]
    assert game(hand).desk.pane.rect.bottom == hand.find("strip").rect.top


def test_small_changes_are_folded_away_in_the_chronicle(session: Session) -> None:
    entries = chronicle_entries(session)
    small = [entry for entry in entries if entry.text == "Small changes"]
    assert small
    assert any("income" in str(text) for entry in small for text in entry.details)
    assert not any("income" in str(entry.text) for entry in entries)


def test_a_click_on_a_dispatch_opens_it(session: Session, drive: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = drive(shown(session))
    opened: list[str | None] = []
    monkeypatch.setattr(game(hand).acts, "dispatches", opened.append)
    (thread,) = awaiting(session)
    hand.click("inbox", part=f"thread:{thread}")
    assert opened == [thread]


# --- leaving


def test_escape_opens_the_menu_and_leaving_goes_below(session: Session, drive: Hands) -> None:
    stage = Stage()
    below = Scene()
    stage.push(below)
    stage.push(GameScene(session))
    hand = drive(stage)
    game(hand).playback.skip()
    hand.key("escape")
    assert isinstance(hand.ui.top, Dialog)
    hand.key("up", "return")
    assert hand.sees("has not been saved")
    assert hand.focused == "Stay"
    press(hand, "Leave")
    assert stage.top is below


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_drawing_changes_nothing_and_every_panel_draws(session: Session, size: tuple[int, int], scale: float) -> None:
    stage = shown(session, size=size, scale=scale)
    scene = stage.top
    assert isinstance(scene, GameScene)
    picked = [("nation", "FRA"), ("nation", "URS"), ("treaty", "brussels-1948"), ("crisis", "note-to-oslo")]
    pictures = []
    for kind, ident in [*picked, ("thread", awaiting(session)[0])]:
        scene.select(kind, ident)  # type: ignore[arg-type]
        stage.update(0.02)
        first, second = pygame.Surface(size), pygame.Surface(size)
        stage.draw(first)
        stage.draw(second)
        assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")
        pictures.append(pygame.image.tobytes(first, "RGB"))
    assert len(set(pictures)) == len(pictures)
