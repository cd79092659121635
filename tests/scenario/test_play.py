"""Warnings of play: sound files that would not play as meant."""

from pathlib import Path

import pytest

from game.scenario import Finding, check, load, new_text


def found(tmp_path: Path, text: str, name: str = "s.toml") -> list[Finding]:
    """Findings about a text."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return check(file)


def without(text: str, start: str) -> str:
    """The text without the table that begins at its last `start`."""
    at = text.rindex(start)
    end = text.find("\n[[", at + 1)
    return text[:at] + (text[end + 1 :] if end >= 0 else "")


def test_the_scaffold_is_free_of_findings(tmp_path: Path) -> None:
    assert found(tmp_path, new_text()) == []


def test_an_isolated_nation_is_named(tmp_path: Path) -> None:
    extra = new_text()[new_text().index("[nations.MIR]") : new_text().index("[nations.VOR]")]
    (warning,) = found(tmp_path, new_text() + extra.replace("[nations.MIR]", "[nations.FAR]"))
    assert (warning.severity, warning.path) == ("warning", "nations.FAR")
    assert "isolated" in warning.message


def test_objectives_out_of_reach_are_named(tmp_path: Path) -> None:
    text = new_text().replace('nation = "MIR"', 'nation = "ALB"').replace("level = 60", "level = 100")
    assert [(w.severity, w.path) for w in found(tmp_path, text)] == [
        ("warning", "nations.ALB.objectives[0].level"),
        ("warning", "nations.ALB.objectives[1].nation"),
    ]


def test_a_treaty_that_contradicts_another_is_named(tmp_path: Path) -> None:
    text = new_text() + (
        '[[treaties]]\nid = "east"\ntitle = "East"\nparties = ["ALB", "VOR"]\n'
        'clauses = [{ kind = "mutual_defence" }]\n'
        '[[treaties]]\nid = "west"\ntitle = "West"\nparties = ["ALB", "MIR"]\n'
        'clauses = [{ kind = "mutual_defence", against = ["VOR"] }]\n'
    )
    (warning,) = found(tmp_path, text)
    assert warning.severity == "warning"
    assert "contradicts" in warning.message


def treaty(name: str, parties: str, clauses: str) -> str:
    """A treaty in force, as text."""
    return f'[[treaties]]\nid = "{name}"\ntitle = "{name.title()}"\nparties = {parties}\nclauses = [{clauses}]\n'


@pytest.mark.parametrize(
    ("pledge", "against", "says"),
    [
        ("non_aggression", ', against = ["VOR"]', "ALB presses nothing on VOR under the one and may be called"),
        ("neutrality", ', against = ["VOR"]', "ALB stays neutral toward VOR under the one and may be called"),
        ("neutrality", "", "ALB stays neutral toward VOR"),  # VOR is the rival of MIR, which ALB guards
    ],
)
def test_a_pledge_to_one_that_is_guarded_against_is_named(pledge: str, against: str, says: str, tmp_path: Path) -> None:
    text = new_text() + treaty("east", '["ALB", "VOR"]', f'{{ kind = "{pledge}" }}')
    text += treaty("west", '["ALB", "MIR"]', f'{{ kind = "mutual_defence"{against} }}')
    (warning,) = found(tmp_path, text)
    assert (warning.severity, warning.path) == ("warning", "treaties[1]")
    assert text.splitlines()[warning.line - 1] == "[[treaties]]"
    assert text.splitlines()[warning.line] == 'id = "east"'
    assert 'treaties[2] ("West")' in warning.message
    assert says in warning.message


def test_non_aggression_beside_a_guarantee_that_names_nobody_is_sound(tmp_path: Path) -> None:
    text = new_text() + treaty("east", '["ALB", "VOR"]', '{ kind = "non_aggression" }')
    assert found(tmp_path, text + treaty("west", '["ALB", "MIR"]', '{ kind = "mutual_defence" }')) == []


def test_neutrality_among_those_who_defend_each_other_is_named(tmp_path: Path) -> None:
    text = new_text() + treaty("sea", '["ALB", "MIR"]', '{ kind = "neutrality" }')
    (warning,) = found(tmp_path, text + treaty("west", '["ALB", "MIR"]', '{ kind = "mutual_defence" }'))
    assert (warning.severity, warning.path) == ("warning", "treaties[1]")
    assert 'adds nothing to treaties[2] ("West")' in warning.message


def test_neutrality_beside_a_guarantee_against_one_nation_is_sound(tmp_path: Path) -> None:
    both = '{ kind = "neutrality" }, { kind = "mutual_defence", against = ["OLD"] }'
    text = new_text() + treaty("sea", '["ALB", "MIR"]', both) + '[others]\nOLD = "the old kingdom"\n'
    assert found(tmp_path, text) == []


def test_gifts_beyond_an_income_are_named(tmp_path: Path) -> None:
    gift = '{ kind = "capacity_building", donor = "MIR", amount = 5 }'
    text = new_text() + treaty("first", '["ALB", "MIR"]', gift)
    assert found(tmp_path, text) == []
    (warning,) = found(tmp_path, text + treaty("second", '["MIR", "VOR"]', gift))
    assert (warning.severity, warning.path) == ("warning", "treaties[2]")
    assert "MIR gives 10 RP a turn away, of an income of 8" in warning.message


def test_a_missing_opening_hand_is_named(tmp_path: Path) -> None:
    (warning,) = found(tmp_path, without(new_text(), "[[drafts]]"))
    assert "opening hand" in warning.message


def test_a_class_form_needs_an_ambiguous_call(tmp_path: Path) -> None:
    (warning,) = found(tmp_path, new_text(), "strait-class.toml")
    assert "read differently" in warning.message
    second = (
        '[[treaties]]\nid = "old-1880"\ntitle = "Old"\nparties = ["ALB", "MIR"]\n'
        'clauses = [{ kind = "mutual_defence", against = ["OLD"] }]\n[others]\nOLD = "the old kingdom"\n'
    )
    assert found(tmp_path, new_text() + second, "strait-class.toml") == []
    late = (new_text() + second).replace("turn = 3", "turn = 5")
    assert "read differently" in found(tmp_path, late, "strait-class.toml")[0].message


def test_warnings_do_not_stop_loading(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(without(new_text(), "[[drafts]]"), encoding="utf-8")
    assert load(file).title == "The Strait"


@pytest.mark.parametrize("order", [("ALB", "MIR"), ("MIR", "ALB")])
def test_the_order_of_parties_does_not_matter(order: tuple[str, str], tmp_path: Path) -> None:
    text = new_text().replace('parties = ["ALB", "MIR"]', f'parties = ["{order[0]}", "{order[1]}"]')
    assert found(tmp_path, text) == []
