"""English that agrees with itself."""

import pytest

from game.reports.grammar import (
    article,
    clip,
    counted,
    figure,
    listing,
    number,
    possessive,
    sentence_of,
    signed,
    signed_hundredths,
    signed_tenths,
)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((), ""),
        (("France",), "France"),
        (("France", "Norway"), "France and Norway"),
        (("France", "Norway", "the United States"), "France, Norway and the United States"),
        (
            ("Scandinavia", "the North Atlantic and the British Isles"),
            "Scandinavia, and the North Atlantic and the British Isles",
        ),
    ],
)
def test_a_list_reads_as_in_a_sentence(items: tuple[str, ...], said: str) -> None:
    assert listing(items) == said


@pytest.mark.parametrize(
    ("noun", "said"), [("France", "France's"), ("the United States", "the United States'"), ("Boreas", "Boreas'")]
)
def test_a_name_in_s_takes_only_the_apostrophe(noun: str, said: str) -> None:
    assert possessive(noun) == said


def test_negative_figures_carry_a_true_minus_and_zero_no_sign() -> None:
    assert (signed(-3), signed(0), signed(4), figure(-7)) == ("\u22123", "0", "+4", "\u22127")
    assert (signed_tenths(-140), signed_tenths(5), signed_tenths(-5), signed_tenths(0)) == (
        "\u221214.0", "+0.5", "\u22120.5", "0.0",
    )  # fmt: skip
    assert (signed_hundredths(1234), signed_hundredths(-1235), signed_hundredths(4)) == ("+12.3", "\u221212.4", "0.0")


def test_counts_agree_with_their_nouns() -> None:
    assert [counted(n, "turn") for n in (0, 1, 2, 13)] == ["no turns", "one turn", "two turns", "13 turns"]
    assert counted(2, "party", "parties") == "two parties"
    assert number(-2) == "\u22122"


def test_an_article_follows_the_sound_of_the_first_letter() -> None:
    assert (article("ultimatum"), article("request")) == ("an ultimatum", "a request")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the United States agreed", "The United States agreed."),
        ("It ended.", "It ended."),
        ("France to Norway: “We agree”", "France to Norway: “We agree”."),
        ("France to Norway: “We agree.”", "France to Norway: “We agree.”"),
        ("two\n  lines", "Two lines."),
        ("", ""),
    ],
)
def test_a_sentence_has_a_capital_and_one_mark_at_its_end(text: str, said: str) -> None:
    assert sentence_of(text) == said


def test_a_long_text_is_cut_at_a_word() -> None:
    assert clip("one two three", 20) == "one two three"
    assert clip("one two three", 10) == "one two…"
