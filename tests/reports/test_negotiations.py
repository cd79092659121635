"""Negotiations in a paragraph, the many of a crowded turn in sum, and the duties that came with the later clauses."""

from dataclasses import replace

import pytest

from game.core.clauses import BurdenSharing, CapacityBuilding, Clause, Consultation
from game.core.crises import Crisis
from game.core.drafts import Draft
from game.core.events import Event, EventKind
from game.core.terms import Term
from game.core.world import State, Treaty
from game.reports.case_story import case
from game.reports.causes import cause
from game.reports.chronicle import chapters, chronicle
from game.reports.lines import Line
from game.reports.matter import Weighed
from game.reports.merging import merged
from game.reports.negotiations import CROWD, MOST_SIGNED, in_sum, talks
from game.reports.sentences import importance, sentence
from game.reports.stories import at_home
from tests.reports.telling import CASE, event, named_world

WORLD = named_world()


def drafted(title: str, *clauses: Clause) -> Draft:
    """A draft between Arden and Boreas."""
    return Draft(title=title, parties=("ARD", "BOR"), clauses=clauses or (Consultation(),))


def signed(number: int) -> list[Weighed]:
    """A treaty proposed by Arden, agreed to by Boreas and signed within one turn."""
    draft = drafted(f"Pact Number {number}")
    about = f"ARD-1-{number}"
    return [
        (event("proposed", draft=draft, about=about), (Term("security", 50, "BOR"), Term("cost", -10))),
        (event("accepted", who="BOR", whom=("ARD",), about=about, amount=1, draft=draft), (Term("trust", 20, "ARD"),)),
        (event("signed", draft=draft, about=about), ()),
    ]


def refused(number: int) -> list[Weighed]:
    """A draft of Arden's that Boreas declined."""
    about = f"ARD-2-{number}"
    draft = drafted(f"Offer Number {number}")
    return [
        (event("proposed", draft=draft, about=about), ()),
        (event("refused", who="BOR", whom=("ARD",), about=about, amount=1, terms=(Term("trust", -15, "ARD"),)), ()),
    ]


def told(lines: list[Line]) -> list[str]:
    """What is told at the ordinary level."""
    return [line.text for line in lines if line.importance in ("headline", "ordinary")]


def test_a_counter_says_at_the_ordinary_level_what_its_change_is_for() -> None:
    about, dear, cheap = "ARD-1-1", drafted("Pact", Consultation(), BurdenSharing()), drafted("Pact")
    for term, why in (
        (Term("cost", -40), "Boreas did so chiefly to save expense (cost \u22124.0 as it stood)."),
        (Term("receipts", 20), "Boreas did so chiefly for what it brings in +2.0."),
    ):
        counter = event(
            "countered", who="BOR", whom=("ARD",), about=about, amount=2, draft=cheap, terms=(term,), text=""
        )
        found = told(talks(WORLD, [(event("proposed", draft=dear, about=about), ()), (counter, (Term("trust", 60),))]))
        assert found[-1].endswith(why)
        assert "trust" not in " ".join(found), "one reason is told, the rest in full"


def test_a_treaty_signed_without_a_hitch_is_one_line_with_its_reasons() -> None:
    lines = talks(WORLD, signed(1))
    (text,) = told(lines)
    assert "the Pact Number 1" in text
    assert "The United Arden did so for security through Boreas +5.0." in text
    assert text.endswith("Boreas agreed, chiefly out of trust in the United Arden +2.0, and it was signed.")
    assert sum("weighed" in line.text for line in lines) == 2, "what each weighed stays a detail under it"


def test_who_refused_twice_is_named_once() -> None:
    again = event("refused", who="BOR", whom=("ARD",), about="ARD-2-1", amount=2, terms=(Term("cost", -30),))
    matters = [[*refused(1), (again, ())], *(refused(number) for number in range(2, CROWD + 2))]
    lines = [line.text for paragraph in in_sum(WORLD, matters) for line in paragraph]
    (declined,) = [text for text in lines if text.startswith("Declined: ")]
    assert "by Boreas (it costs too much); " in declined
    assert "Boreas and Boreas" not in declined


def test_what_was_weighed_on_a_public_word_is_no_draft_come_to_nothing() -> None:
    weighed = [
        (event("reasoned", why="state_publicly", about=who), (Term("denial", 9, who),)) for who in ("BOR", "CAS")
    ]
    matters = [*(refused(number) for number in range(CROWD + 1)), *([item] for item in weighed)]
    lines = [line.text for paragraph in in_sum(WORLD, matters) for line in paragraph]
    assert sum(text.startswith("What the United Arden weighed on speaking in public") for text in lines) == 2
    assert not any("Come to nothing" in text or "a draft between" in text for text in lines)


def test_few_negotiations_are_told_each_for_itself() -> None:
    matters = [signed(1), refused(1), refused(2)]
    assert in_sum(WORLD, matters) == [talks(WORLD, found) for found in matters]


def test_in_a_crowded_turn_nothing_is_lost_but_the_lesser_are_told_together() -> None:
    matters = [*(signed(number) for number in range(MOST_SIGNED + 2)), *(refused(number) for number in range(CROWD))]
    lines = [line for paragraph in in_sum(WORLD, matters) for line in paragraph]
    ordinary = told(lines)
    assert len(ordinary) == MOST_SIGNED + 2
    assert sum(text.startswith("Also signed: ") for text in ordinary) == 1
    (declined,) = [text for text in ordinary if text.startswith("Declined: ")]
    assert "by Boreas (it trusts the United Arden too little)" in declined
    whole = " ".join(line.text for line in lines)
    for number in range(MOST_SIGNED + 2):
        assert f"Pact Number {number}" in whole
    for number in range(CROWD):
        assert f"Offer Number {number}" in whole


# -- gifts --------------------------------------------------------------------------------------------------


def with_treaty(*clauses: Clause, world: State = WORLD) -> State:
    """The world with a treaty of aid, in force since before the game, in which Arden gives."""
    treaty = Treaty(title="Treaty of Aid", parties=("ARD", "BOR", "CAS"), clauses=clauses, signed=0, notice=1)
    return replace(world, treaties={**world.treaties, "aid": treaty})


GIFT = CapacityBuilding(donor="ARD", amount=2)


def test_a_gift_is_told_under_its_treaty_and_a_payment_is_not() -> None:
    world = with_treaty(GIFT)
    gift = event("paid", about="aid", amount=2)
    assert sentence(gift, world) == "The United Arden gave Boreas 2 RP under the Treaty of Aid."
    at_signature = replace(world, treaties={"aid": replace(world.treaties["aid"], signed=1)})
    assert sentence(gift, at_signature) == "The United Arden paid Boreas 2 RP."


def test_gifts_are_told_in_sum_and_at_the_resolution() -> None:
    world = with_treaty(GIFT)
    events = [event("paid", about="aid", amount=2, whom=(whom,)) for whom in ("BOR", "CAS")]
    (line,) = merged(events, world)
    assert line.text == (
        "Given under treaties: the United Arden 2 RP each to Boreas and the Cassian States under the Treaty of Aid."
    )
    assert set(chapters(events, world)) == {"Resolution"}
    assert line in list(chronicle(events, world))


@pytest.mark.parametrize(
    ("clauses", "result", "words"),
    [
        ((GIFT,), "duty_kept", "gave what the Treaty of Aid asks for"),
        ((GIFT,), "duty_broken", "withheld what the Treaty of Aid has it give"),
        ((GIFT,), "duty_excused", "had not the means"),
        ((BurdenSharing(),), "duty_broken", "spent less on its own forces"),
        ((GIFT, BurdenSharing()), "duty_broken", "did not meet what the Treaty of Aid asks of its purse"),
    ],
)
def test_the_ledger_tells_a_gift_from_a_pledge(clauses: tuple[Clause, ...], result: EventKind, words: str) -> None:
    found = event(result, why="pay", about="aid", text="aid", whom=("aid",), amount=4)
    assert words in sentence(found, with_treaty(*clauses))


# -- promises to abstain, forces sent, cases that freeze ----------------------------------------------------


def broke(case: Crisis, who: str, toward: str) -> tuple[Event, State]:
    """A promise to abstain broken in a case."""
    found = event("duty_broken", who=who, whom=(toward,), why="abstain", about="c-1", text="t-north", amount=5)
    return found, replace(WORLD, crises={"c-1": case})


def test_a_promise_to_abstain_broken_says_how_and_is_a_headline() -> None:
    pressed, world = broke(CASE, "CAS", "BOR")
    assert sentence(pressed, world, brief=True) == (
        "The Cassian States broke its promise under the Pact of the North to press nothing on Boreas (weight 5 of 10)."
    )
    assert importance(pressed, world) == "headline"
    joined, world = broke(CASE, "ARD", "CAS")
    assert "to stay neutral toward the Cassian States" in sentence(joined, world)
    kept = replace(pressed, kind="duty_kept")
    assert importance(kept, world) == "detail"


def test_sending_forces_costs_in_the_chapter_of_the_call() -> None:
    events = [
        event("answered", stance="come", about="c-1", amount=4),
        event("spent", why="deployment", about="c-1", amount=-1),
        event("backed_down", who="CAS", about="c-1"),
    ]
    assert chapters(events, WORLD) == ("The sealed call",) * 3
    assert "sending forces" in sentence(events[1], WORLD)


def test_answers_of_one_kind_without_a_known_reason_are_told_together() -> None:
    opened = event("round_opened", about="c-1", amount=1)
    answers = [event("answered", who=who, stance="support", about="c-1") for who in ("ARD", "BOR")]
    blind = [line.text for line in case(WORLD, [(opened, ()), *((one, ()) for one in answers)])]
    assert "Boreas and the United Arden gave their support short of forces." in blind
    known = case(WORLD, [(opened, ()), *((one, (Term("reputation", 30, "CAS"),)) for one in answers)])
    assert sum("gave its support short of forces (for the sake" in line.text for line in known) == 2


def test_who_offers_to_settle_offers_to_meet_the_other() -> None:
    assert sentence(event("offered", who="CAS", about="c-1"), WORLD, brief=True) == (
        "The Cassian States offered to meet Boreas half way."
    )


def test_a_treaty_that_was_not_ratified_is_named_once() -> None:
    refused_at_home = event("not_ratified", about="t-north", amount=80, whom=())
    fallen = event("treaty_ended", why="not_ratified", about="t-north")
    (line,) = at_home(WORLD, [(refused_at_home, ()), (fallen, ())])
    assert line.text == (
        "The United Arden did not ratify the Pact of the North, against the odds (80 % for it); it comes to nothing "
        "between the United Arden and Boreas."
    )


def test_a_treaty_that_its_members_dissolved_is_told_so() -> None:
    ended = event("treaty_ended", why="dissolved", about="t-north")
    assert sentence(ended, WORLD).endswith("was dissolved by its members.")


def test_who_signed_without_a_reason_is_not_said_to_have_agreed_as_well() -> None:
    signing = signed(1)[1:]
    bare = [(signing[0][0], ()), signing[1]]
    assert "agreed" not in " ".join(told(talks(WORLD, bare)))
    assert "Boreas agreed, chiefly out of trust" in " ".join(told(talks(WORLD, signing)))


def test_a_case_left_to_freeze_is_not_told_as_a_step_back() -> None:
    shift = event("support", who="CAS", why="audience", about="c-1", amount=-3)
    frozen = replace(WORLD, crises={"c-1": replace(CASE, stage="frozen", outcome="frozen")})
    assert cause(frozen, shift) == "let its case freeze"
    assert cause(WORLD, shift) == "stepped back in public"


def test_who_takes_a_draft_off_the_table_says_what_decided_it() -> None:
    said = sentence(event("recalled", about="ARD-1-1", terms=(Term("trust", -40, "BOR"),)), named_world())
    assert said.endswith("off the table: it trusts Boreas too little (trust −4.0).")


def test_who_kept_and_who_broke_a_pledge_are_told_together() -> None:
    judged = [
        event(kind, who=who, whom=("DOR",), why="guard", about="c-1", text="t-north", amount=weight)  # type: ignore[arg-type]
        for who, kind, weight in (("ARD", "duty_broken", 2), ("BOR", "duty_kept", 3), ("CAS", "duty_broken", 4))
    ]
    told = [line.text for line in case(WORLD, [(one, ()) for one in judged])]
    assert [text.split(" to ")[0] for text in told] == [
        "Boreas kept its pledge",
        "The United Arden and the Cassian States broke their pledges",
    ]
    assert "(weight 2 to 4 of 10)" in told[1]
