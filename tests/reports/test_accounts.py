"""A nation's account of a turn: every change of its figures with the cause behind it."""

import re

from game.core.appraisal import Appraisal
from game.core.relations import Measure, Part
from game.core.view import visible
from game.reports.accounts import account, account_text, change_text, world_account
from game.scenario import load
from game.table import Table
from tests.worlds import PACT, small_world


def test_a_change_is_told_by_the_parts_that_moved() -> None:
    world = small_world(("pact", PACT))
    then = Measure(40, (Part("base", 800), Part("threat", -1000, "CAS"), Part("guarantor", 300, "ARD")))
    now = Measure(52, (Part("base", 800), Part("threat", -700, "CAS"), Part("guarantor", 950, "ARD")))
    said = change_text(world, then, now, hundredths=True)
    assert said == "+12 (guarantee of Arden +6.5 FP, less threat from Cassia +3.0 FP)"
    assert change_text(world, now, now, hundredths=True) == ""


def test_every_change_of_a_real_game_has_a_cause_and_adds_up() -> None:
    """What the account says of support and influence is what became of them, turn by turn."""
    table = Table.new(load("nato-1949-class"), 3)
    for _ in range(4):
        turn = table.state.turn
        table.step()
        opened, now = table.seat("NOR").opened(turn), table.view("NOR")
        assert opened is not None
        rows = account(
            visible(table.events, "NOR"), "NOR", Appraisal(opened.world, opened.ground),
            Appraisal(now.world, now.ground), turn,
        )  # fmt: skip
        told = {row.label: row for row in rows}
        before, after = opened.world.nations["NOR"], now.world.nations["NOR"]
        for label, moved in (
            ("Support at home", after.support - before.support),
            ("Influence", after.influence - before.influence),
        ):
            said = told[label].change
            assert int(said.split(" ")[0].replace("\u2212", "-")) == moved if moved else not re.match("[+\u2212]", said)
        gone = Appraisal(opened.world, opened.ground).secure("NOR")
        if gone != Appraisal(now.world, now.ground).secure("NOR"):
            assert re.match(r"[+\u2212]\d+ \(.+FP", told["Security"].change)
        for line in account_text(rows, now.world, "NOR"):
            assert not re.search(r"\{|\}|_|None|  ", line), line
        for line in world_account(Appraisal(table.openings[turn]), Appraisal(table.state)):
            assert re.search(r"[+\u2212]\d+ \(", line), line


def test_what_made_the_difference_is_named_before_what_went_the_other_way() -> None:
    world = small_world(("pact", PACT))
    then = Measure(60, (Part("own_forces", 1000), Part("guarantor", 500, "BOR"), Part("entrapment", -200, "BOR")))
    now = Measure(52, (Part("own_forces", 1900), Part("guarantor", 1300, "BOR"), Part("entrapment", -900, "BOR")))
    said = change_text(world, then, now, hundredths=True, most=2)
    assert (
        said
        == "\u22128 (more risk of being drawn in for Borea \u22127.0 FP, own ready forces +9.0 FP, the rest +8.0 FP)"
    )
