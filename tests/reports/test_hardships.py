"""Misfortunes in words: relief in one sentence with its outcome, chapters, and no word about a hidden hand unknown."""

from dataclasses import replace

import pytest

from game.core.engine import advance
from game.core.events import Event
from game.core.orders import Covert, Sheet
from game.core.view import view_of, visible
from game.core.world import Nation, State
from game.reports.chronicle import chronicle
from game.reports.doings import relief, slumps
from game.reports.hardship_words import given_of_need, hidden_hands_text, relief_given_text
from game.reports.headlines import headlines
from game.reports.sentences import sentence
from game.reports.summary import summary_text
from game.reports.words import date_text, misfortune_name
from tests.core.test_hardship import ALWAYS, NEVER, gave, struck


def played(rules: object = NEVER, **sheets: Sheet) -> tuple[State, tuple[Event, ...]]:
    """The flood in Borea, and what these sheets do in turn 1."""
    return advance(struck(4, rules=rules), sheets)  # type: ignore[arg-type]


def lines(state: State, events: tuple[Event, ...], seat: str | None = None) -> list[tuple[str, str]]:
    """Chapter and text of every line."""
    world, chapter, found = view_of(state, seat).world if seat else state, "", []
    for line in chronicle(events, world, seat, "detail"):
        if line.kind == "chapter":
            chapter = line.text
        elif line.kind == "text":
            found.append((chapter, line.text))
    return found


@pytest.mark.parametrize(
    ("sheets", "gave_so", "ended"),
    [
        ({"ARD": gave(2), "CAS": gave(4)}, "Cassia and Arden gave 6 of the 8 RP needed", "met in part"),
        ({"CAS": gave(8)}, "Cassia gave all 8 RP needed", "met in full"),
        ({"ARD": gave(1), "CAS": gave(8)}, "Cassia and Arden gave 9 RP, more than the 8 needed", "met in full"),
        ({"ARD": gave(1)}, "Arden gave 1 of the 8 RP needed", "left without enough help"),
        ({}, "Nobody gave relief", "left without enough help"),
    ],
)
def test_a_turns_relief_is_one_sentence_with_its_outcome(sheets: dict[str, Sheet], gave_so: str, ended: str) -> None:
    found = lines(*played(**sheets))
    assert ("Resolution", f"{gave_so} after the Boreaian flood, which was {ended}.") in found
    assert sum(" needed after" in text or text.startswith("Nobody gave") for _, text in found) == 1


def test_a_disaster_is_told_in_the_opening_and_sabotage_in_the_resolution() -> None:
    state, events = played(CAS=Sheet(covert=(Covert("ARD"),)))
    opening = Event(kind="misfortune", turn=1, who="BOR", amount=4, why="flood", about="deluge")
    found = lines(state, (Event(kind="turn_opened", turn=1, amount=1), opening, *events))
    assert ("Opening", "The rivers of Borea rose.") in found
    assert ("Resolution", "Cables were cut in Arden.") in found


def test_a_hand_that_is_found_is_told_in_the_next_opening() -> None:
    state, events = played(ALWAYS, CAS=Sheet(covert=(Covert("ARD"),)))
    said = "Arden laid the sabotage in Arden at the door of Cassia, with proof."
    assert ("Opening", said) in lines(state, events, "BOR")


def test_sabotage_is_not_named_after_its_victim_as_if_it_had_done_it() -> None:
    state, _ = played(CAS=Sheet(covert=(Covert("ARD"),)))
    assert misfortune_name(state, "ARD-1-sabotage") == "the sabotage in Arden"
    assert given_of_need(state, "deluge") == "none of the 8 RP needed"


def test_the_same_again_is_told_apart_by_its_time() -> None:
    state, _ = played(CAS=Sheet(covert=(Covert("ARD"),)))
    first = state.misfortunes["ARD-1-sabotage"]
    again = {"ARD-2-sabotage": replace(first, since=2), "ARD-2-sabotage2": replace(first, since=2)}
    state = replace(state, misfortunes={**state.misfortunes, **again})
    found = [misfortune_name(state, key) for key in ("ARD-1-sabotage", *again)]
    assert found == [
        f"the sabotage of {date_text(state, 1)} in Arden",
        f"the sabotage of {date_text(state, 2)} in Arden",
        f"the second sabotage of {date_text(state, 2)} in Arden",
    ]
    assert misfortune_name(state, "ARD-2-sabotage", dated=False) == "the sabotage in Arden"


@pytest.mark.parametrize(
    ("partners", "said"),
    [
        (("ARD", "BOR"), "its partners by treaty: Arden 2 % and Borea 3 %."),
        (("ARD", "BOR", "CAS", "ELI"), "four partners by treaty, by 2 to 5 %, Elis' most."),
    ],
)
def test_a_shock_that_travels_far_is_told_by_its_range(partners: tuple[str, ...], said: str) -> None:
    state, _ = played()
    state = replace(state, nations={**state.nations, "ELI": replace(state.nations["BOR"], name="Elis")})
    events = [
        Event(kind="slump", turn=1, who=name, amount=20 + 10 * place, why="passed", about="deluge")
        for place, name in enumerate(partners)
    ]
    found = slumps(events, state)
    assert found[0].text.startswith("The Boreaian flood brought down the income of ")
    assert found[0].text.endswith(said)
    assert [line.importance for line in found] == ["ordinary"] + ["detail"] * (len(partners) > 2)


def ill(*targets: str, severity: int = 2) -> State:
    """The flood in Borea has reached others."""
    state = struck(4)
    flood = state.misfortunes["deluge"]
    more = {f"{who}-1-flood": replace(flood, target=who, severity=severity) for who in targets}
    return replace(state, misfortunes={**state.misfortunes, **more})


def test_what_reached_many_is_told_in_one_sentence_and_to_the_reader_in_its_own() -> None:
    state = ill("ARD", "CAS")
    events = tuple(
        Event(kind=kind, turn=1, who=who, about=about, why=why)
        for who in ("ARD", "CAS")
        for kind, about, why in (("contagion", "deluge", ""), ("misfortune", f"{who}-1-flood", "flood"))
    )

    def told(reader: str | None) -> list[tuple[str, str]]:
        found = chronicle(events, state, reader, "detail")
        return [(line.text, line.importance) for line in found if line.kind == "text"]

    reached = "Not met in time, the Boreaian flood reached Arden and Cassia."
    assert [text for text, _ in told(None)] == [reached, "The rivers of Arden rose.", "The rivers of Cassia rose."]
    assert [level for _, level in told(None)][1:] == ["detail", "detail"]
    assert dict(told("ARD"))["The rivers of Arden rose."] != "detail", "what befell the reader is told"


def test_relief_of_a_bad_turn_is_told_by_how_it_ended() -> None:
    state = ill("ARD", "CAS")
    fates = {f"flood{place}": state.misfortunes["deluge"] for place in range(5)}
    given = [{"ARD": 3, "CAS": 1}, {"ARD": 1}, {"CAS": 2}, {}, {}]
    ended = ("met", "met", "met", "unmet", "partly")
    known = {key: replace(fate, given=gave) for (key, fate), gave in zip(fates.items(), given, strict=True)}
    state = replace(state, misfortunes=known)
    events = [Event(kind="met", turn=1, who="BOR", about=key, why=why) for key, why in zip(known, ended, strict=True)]
    found = relief(events, state)
    ordinary = [line.text for line in found if line.importance == "ordinary"]
    assert len(ordinary) == 3, "one for each end"
    assert ordinary[0].endswith("were met in full, with 4 RP from Arden and 3 RP from Cassia.")
    assert len(found) == 6, "each of the three stands beneath as a detail"
    assert len(relief(events[:4], state)) == 4, "few are told one by one"


def marked(nation: Nation) -> Nation:
    """A nation under a name that nothing else in the world's words contains."""
    return replace(nation, name="Zzyzx", adjective="Zzyzxian")


def test_no_word_tells_the_culprit_to_anyone_who_does_not_know() -> None:
    """Borea did it and does nothing else all turn: its name may appear only to itself."""
    state, events = advance(struck(1, target="CAS", rules=NEVER), {"BOR": Sheet(covert=(Covert("ARD"),))})
    about = [e for e in events if e.about == "ARD-1-sabotage" or e.why in ("covert", "sabotage")]
    state = replace(state, nations={**state.nations, "BOR": marked(state.nations["BOR"])})
    for seat in ("ARD", "CAS"):
        world, known = view_of(state, seat).world, visible(tuple(about), seat)
        assert known
        said = " ".join(
            [
                *(sentence(event, world) for event in known),
                *(line.text for line in chronicle(known, world, seat, "detail")),
                *(line.text for line in headlines(known, world, seat)),
                *hidden_hands_text(world),
            ]
        )
        assert "Zzyzx" not in said
    own = view_of(state, "BOR").world
    assert any("Zzyzx" in sentence(event, own) for event in visible(tuple(about), "BOR"))


def test_the_summary_names_relief_and_hidden_hands() -> None:
    state, events = played(CAS=Sheet(covert=(Covert("ARD"),), relief={"deluge": 3}), BOR=gave(4))
    text = summary_text(state, events)
    assert relief_given_text(state) == "Cassia 3 RP", "what a nation gives itself is no gift"
    assert "Relief given to others: Cassia 3 RP" in text
    assert "the sabotage in Arden, the work of Cassia, not found out so far." in " ".join(text.split())
    seen = " ".join(hidden_hands_text(view_of(state, "ARD").world))
    assert seen.endswith("the sabotage in Arden, nobody found so far.")


def test_disasters_and_attribution_make_headlines() -> None:
    state, events = played(ALWAYS, CAS=Sheet(covert=(Covert("ARD"),)), ARD=gave(8))
    said = [line.text for line in headlines(events, state, most=20)]
    assert any("at the door of Cassia" in text for text in said)
    assert any("all that was needed came in time" in text for text in said)
