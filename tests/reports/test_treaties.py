"""Treaties, the differences between drafts, and readings of a case, in plain words."""

from dataclasses import replace

import pytest

from game.core.charters import Charter, Motion
from game.core.clauses import (
    CLAUSES,
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.drafts import Draft, Payment
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    Favour,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.triggers import duties_of
from game.core.world import Treaty
from game.reports.council_words import votes_text
from game.reports.differences import changes, condition, difference
from game.reports.treaties import (
    clause_short,
    clause_text,
    clause_title,
    draft_lines,
    draft_short,
    duty_text,
    reading_text,
    the_clause,
    treaty_lines,
)
from tests.reports.telling import READINGS, named_world
from tests.worlds import DEFENCE, PACT, small_world

AUTOMATIC = MutualDefence(automaticity="automatic")


def draft(*clauses: Clause, **given: object) -> Draft:
    """A draft between Arden and Boreas."""
    return Draft(**{"title": "Pact", "parties": ("ARD", "BOR"), "clauses": clauses, **given})  # type: ignore[arg-type]


ALL: tuple[Clause, ...] = (
    MutualDefence(), Consultation(), NonAggression(), Neutrality(unallied=True), ConfidenceBuilding(keep_away=True),
    ArmsLimits(), JointExercises(), Standardisation(), IntegratedCommand(), PersonnelExchange(), IntelligenceSharing(),
    CyberDefence(), CyberDeterrence(answer="offensive"), CapacityBuilding(donor="CAS", training=2),
    TechnologyTransfer(donor="CAS"), Basing(host="BOR"), BurdenSharing(), Resilience(), DisasterResponse(),
    Peacekeeping(), Reconstruction(),
    MutualSupport(favours=(Favour("ARD", "BOR", "case"), Favour("BOR", "ARD", "claim", "CAS"))),
)  # fmt: skip


def test_the_clauses_told_here_are_all_there_are() -> None:
    assert tuple(type(clause) for clause in ALL) == CLAUSES


@pytest.mark.parametrize("clause", ALL, ids=lambda clause: clause.kind)
def test_every_clause_is_a_sentence_and_a_phrase_and_its_duties_are_sentences(clause: Clause) -> None:
    world = named_world()
    text, short = clause_text(world, clause), clause_short(world, clause)
    assert text[0].isupper()
    assert text.endswith(".")
    assert clause_title(clause)[0].isupper()
    assert the_clause(clause)
    assert short
    assert not short.endswith(".")
    said = [duty_text(world, duty) for duty in clause.duties("t-north", ("ARD", "BOR", "CAS"))]
    assert said
    for words in (text, short, *said):
        for bad in ("None", "_", "{", "  ", "the the", "ARD", "BOR", "CAS"):
            assert bad not in words, words


def test_a_promise_to_abstain_says_from_what() -> None:
    world = named_world()
    (press, *_) = [duty_text(world, duty) for duty in NonAggression().duties("t", ("ARD", "BOR"))]
    (join, *_) = [duty_text(world, duty) for duty in Neutrality().duties("t", ("ARD", "BOR"))]
    assert press == "The United Arden presses no demand on Boreas."
    assert join == ("The United Arden presses no demand on Boreas, and neither comes nor gives support against it.")


def test_aid_bases_and_shared_intelligence_name_who_gives_what() -> None:
    world = named_world()
    assert clause_text(world, CapacityBuilding(donor="CAS", amount=2)) == (
        "The Cassian States gives each other party 2 RP a turn."
    )
    assert clause_text(world, Basing(host="BOR")) == (
        "Boreas' bases are open to the others: their forces reach the North a step sooner and count as on the spot "
        "there."
    )
    assert "half as wide" in clause_text(world, IntelligenceSharing(level=1))
    assert "an eighth as wide" in clause_text(world, IntelligenceSharing(level=3))


@pytest.mark.parametrize(
    ("old", "new", "plain", "wish"),
    [
        (
            IntelligenceSharing(level=1), IntelligenceSharing(level=3),
            "intelligence shared in full rather than in summaries",
            "if intelligence were shared in full rather than in summaries",
        ),
        (
            CapacityBuilding(donor="ARD"), CapacityBuilding(donor="ARD", amount=3),
            "aid of 3 RP a turn rather than 1 RP", "if the aid were 3 RP a turn rather than 1 RP",
        ),
        (
            CapacityBuilding(donor="ARD"), CapacityBuilding(donor="BOR"),
            "aid from Boreas rather than the United Arden", "if the aid came from Boreas rather than the United Arden",
        ),
        (
            Basing(host="ARD"), Basing(host="BOR"),
            "Borean bases rather than Ardish ones", "if Borean bases rather than Ardish ones were opened",
        ),
    ],
)  # fmt: skip
def test_a_term_changed_is_said_plainly_and_as_a_wish(old: Clause, new: Clause, plain: str, wish: str) -> None:
    world = named_world()
    assert difference(world, draft(old), draft(new)) == plain
    assert condition(world, draft(old), draft(new)) == wish


@pytest.mark.parametrize("clause", ALL, ids=lambda clause: clause.kind)
def test_a_clause_added_or_taken_out_is_said(clause: Clause) -> None:
    world = named_world()
    other: Clause = BurdenSharing() if clause.kind != "burden_sharing" else JointExercises()
    assert "added" in difference(world, draft(other), draft(other, clause))
    assert f"without {the_clause(clause)}" in difference(world, draft(other, clause), draft(other))


def test_a_guarantee_says_area_adversary_manner_and_forces() -> None:
    clause = MutualDefence(area=("north",), against=("DOR",), automaticity="own_way", earmark=30)
    text = clause_text(named_world(), clause)
    assert text == (
        "If an armed attack by Doria befalls one party in the North, each of the others comes or gives support, in "
        "its own way; each earmarks 30 % of the forces it can send."
    )


def test_a_draft_in_full_leaves_nothing_out() -> None:
    world = named_world()
    full = draft(
        AUTOMATIC, JointExercises(per_year=2, scale=3, costs="by_income"), BurdenSharing(target=30),
        duration=6, notice=2, secret=True, payments=(Payment("CAS", "BOR", 3),),
    )  # fmt: skip
    text = "\n".join(draft_lines(world, full))
    for words in (
        "Between the United Arden and Boreas.", "twice a year", "large", "by income", "30 %", "six turns",
        "two turns after saying so", "secret", "The Cassian States pays Boreas 3 RP on signature.",
    ):  # fmt: skip
        assert words in text
    assert draft_short(world, full).startswith("the Pact (secret, mutual defence, automatically; ")


def test_a_treaty_tells_who_leaves_it_and_when_it_ended() -> None:
    world = named_world()
    old = Treaty(title="Pact", parties=("ARD", "BOR"), clauses=(Consultation(),), signed=1, leaving={"BOR": 3}, ended=4)
    text = "\n".join(treaty_lines(world, old))
    assert "Boreas has announced that it leaves" in text
    assert "It ended in turn 4." in text
    assert "Signed in turn 1, January–June 1900." in text


def test_every_duty_of_a_treaty_is_a_sentence_about_its_bearer() -> None:
    world = named_world()
    treaty = replace(PACT, clauses=(*PACT.clauses, BurdenSharing()))
    told = [duty_text(world, duty) for duty in duties_of("t-north", treaty)]
    assert len(told) == 8
    assert all(text.startswith(("The United Arden ", "Boreas ")) and text.endswith(".") for text in told)


@pytest.mark.parametrize(
    ("old", "new", "wish"),
    [
        (draft(AUTOMATIC), draft(Consultation()), "if consultation replaced the automatic guarantee"),
        (draft(AUTOMATIC, JointExercises()), draft(AUTOMATIC), "without the joint exercises"),
        (
            draft(AUTOMATIC),
            draft(replace(AUTOMATIC, area=("north",))),
            "if the guarantee were limited to the North",
        ),
        (
            draft(replace(AUTOMATIC, area=("north", "west"))),
            draft(replace(AUTOMATIC, area=("north", "west", "far"))),
            "if the guarantee held in Farland as well",
        ),
        (
            draft(AUTOMATIC, JointExercises()),
            draft(MutualDefence(automaticity="consulted")),
            "without the joint exercises, and if the guarantee held after consultation, not automatically",
        ),
        (draft(AUTOMATIC, Consultation()), draft(Consultation()), "if there were consultation without the guarantee"),
        (
            draft(BurdenSharing(target=30)),
            draft(BurdenSharing(target=20)),
            "if the spending pledge were 20 % of income rather than 30 %",
        ),
        (draft(Consultation()), draft(Consultation(), JointExercises()), "if joint exercises once a year were added"),
        (
            draft(AUTOMATIC),
            draft(replace(AUTOMATIC, against=("CAS",))),
            "if the guarantee were aimed at the Cassian States alone",
        ),
        (draft(AUTOMATIC), draft(replace(AUTOMATIC, earmark=20)), "if 20 % of forces were earmarked rather than 40 %"),
        (draft(AUTOMATIC), draft(AUTOMATIC, duration=4), "for a term of four turns"),
        (draft(AUTOMATIC, duration=4), draft(AUTOMATIC), "without a fixed term"),
        (draft(AUTOMATIC), draft(AUTOMATIC, notice=2), "with two turns of notice before leaving"),
        (draft(AUTOMATIC), draft(AUTOMATIC, secret=True), "in secret"),
        (
            draft(AUTOMATIC),
            draft(AUTOMATIC, payments=(Payment("ARD", "BOR", 2),)),
            "if the United Arden paid Boreas 2 RP on signature",
        ),
        (draft(AUTOMATIC), draft(AUTOMATIC, title="Another"), ""),
    ],
)  # fmt: skip
def test_what_would_turn_a_refusal_is_said_after_would_sign(old: Draft, new: Draft, wish: str) -> None:
    assert condition(named_world(), old, new) == wish


def test_a_counter_says_each_change_and_nothing_when_only_the_title_differs() -> None:
    world = named_world()
    changed = difference(world, draft(AUTOMATIC, JointExercises()), draft(Consultation(), duration=4))
    assert (
        changed == "consultation in place of the automatic guarantee; without the joint exercises; a term of four turns"
    )
    assert difference(world, DEFENCE, replace(DEFENCE, title="Other")) == ""


def test_parties_who_join_or_are_left_out_are_named() -> None:
    world = named_world()
    both = changes(world, draft(AUTOMATIC), draft(AUTOMATIC, parties=("BOR", "CAS")))
    assert [change.plain for change in both] == ["without the United Arden", "with the Cassian States as well"]


def test_dunkirk_names_germany_alone() -> None:
    world = named_world()
    dunkirk = Treaty(
        title="Treaty of Dunkirk", parties=("ARD", "BOR"), clauses=(MutualDefence(against=("DOR",)),), signed=0
    )
    world = replace(world, treaties={"dunkirk": dunkirk})
    assert reading_text(world, "dunkirk", "against", "c-1") == (
        "The Treaty of Dunkirk names Doria alone; this is not its case."
    )


@pytest.mark.parametrize("why", READINGS)
def test_every_reading_is_a_sentence_even_where_the_case_is_unknown(why: str) -> None:
    world = named_world()
    for treaty, case in (("t-north", "c-1"), ("t-north", ""), ("gone", "gone")):
        text = reading_text(world, treaty, why, case)  # type: ignore[arg-type]
        assert text.endswith(".")
        assert "None" not in text
        assert "{" not in text


def test_a_motion_that_is_decided_names_who_kept_silent() -> None:
    world = small_world(("pact", replace(PACT, charter=Charter(rule="consensus"))))
    open_motion = Motion(kind="fund", treaty="pact", by="ARD", opened=1, amount=1, nation="BOR", votes={"ARD": "for"})
    assert votes_text(world, open_motion) == "for it: Arden"
    failed = replace(open_motion, status="failed", closed=1)
    assert votes_text(world, failed) == "for it: Arden; silent: Borea"
    assert votes_text(world, failed, ("ARD",)) == "for it: Arden", "who joined since was not asked"
