"""Whether a signature will hold at home: the second level of a two-level game (Putnam 1988).

Pure sums over an appraisal, so that the drafting table, the minds and the Resolution read the same odds.
"""

from typing import Literal, TypeAlias

from game.core.appraisal import Appraisal
from game.core.arith import clamp
from game.core.checks.drafts import draft_problems
from game.core.councils import with_text
from game.core.drafts import Draft
from game.core.duties import (
    Abstain,
    Back,
    Consult,
    Contribute,
    Duty,
    Guard,
    Notify,
    Pay,
    Provide,
    Relieve,
    Standardise,
    Train,
)
from game.core.record import replace
from game.core.relations import Measure, Part
from game.core.triggers import duties_of
from game.core.world import State, Treaty

ASKED = "~asked"
"""Key under which a treaty asked about stands in a what-if world."""


Weight: TypeAlias = Literal["", "war", "foreign_forces", "command"]


def weighty(duty: Duty) -> Weight:
    """For what a government needs its country's consent to take on a duty: war, foreign forces, foreign command.

    The rest it may promise by itself, as an executive agreement: empty.
    """
    match duty:
        case Guard():
            return "war" if duty.armed else ""
        case Provide():
            return "foreign_forces" if duty.what == "base" else ""
        case Contribute():
            return "command"
        case Consult() | Train() | Pay() | Abstain() | Standardise() | Notify() | Relieve() | Back():
            return ""


def needs_consent(after: Appraisal, treaty_id: str, nation: str, given: tuple[Weight, ...] = ()) -> bool:
    """Whether a treaty holds a weighty duty for a nation that is of no kind `given` its consent before; `after` is the
    appraisal with it in force."""
    return any(
        duty.treaty == treaty_id and weighty(duty) and weighty(duty) not in given for duty in after.duties[nation]
    )


def given_before(world: State, treaty_id: str, nation: str) -> tuple[Weight, ...]:
    """Kinds of weighty duties that a nation has under the text of a treaty in force: what its country consented to.

    A new text that lays no other kind on it rests on that consent; empty for one that is no party.
    """
    treaty = world.treaties.get(treaty_id)
    if treaty is None or nation not in treaty.parties:
        return ()
    return tuple(weighty(duty) for duty in duties_of(treaty_id, treaty) if duty.by == nation and weighty(duty))


def odds(
    before: Appraisal,
    after: Appraisal,
    treaty_id: str,
    nation: str,
    secret: bool = False,
    lobbied: int = 0,
    given: tuple[Weight, ...] = (),
) -> Measure:
    """Per cent chance that a nation ratifies a treaty, with its parts; 100 where nobody is asked.

    `after` is `before` with the treaty in force under `treaty_id`; `lobbied` are points others have bought, `given` the
    kinds of weighty duties it has consented to under an older text. What is kept secret is kept from one's own country.
    """
    rules, one = before.rules, before.world.nations[nation]
    if secret:
        return Measure(100, (Part("secret", 100),))
    if not needs_consent(after, treaty_id, nation, given):
        return Measure(100, (Part("given" if given else "executive", 100),))
    if one.regime < 0:
        parts = [Part("closed", rules.ratification_closed)]
    else:
        short = max(0, after.autonomy_wanted(nation) - after.autonomy(nation).value)
        parts = [
            Part("consent", rules.ratification),
            Part("support", one.support - 50),
            Part("security_gained", after.secure(nation) - before.secure(nation)),
            Part("autonomy_short", -rules.ratification_shortfall * short),
        ]
    parts.append(Part("lobbied", lobbied))
    value = clamp(sum(part.amount for part in parts), rules.ratification_least, rules.ratification_most)
    return Measure(value, tuple(part for part in parts if part.amount))


def odds_of_draft(table: Appraisal, draft: Draft) -> dict[str, Measure]:
    """The odds of each party for a draft, from the world the table was made on."""
    if draft.amends in table.world.treaties:
        return _odds_of_text(table, draft.amends, draft)
    signed = table.world.turn - 1
    treaty = Treaty(title=draft.title, parties=draft.parties, clauses=draft.clauses, signed=signed, secret=draft.secret)
    return _odds(table, ASKED, replace(treaty, charter=draft.charter))


def odds_of_treaty(table: Appraisal, treaty_id: str) -> dict[str, Measure]:
    """The odds of each party for a treaty, or a new text of one, that is signed and not yet in force."""
    treaty = table.world.treaties[treaty_id]
    if treaty.coming is not None:
        return _odds_of_text(table, treaty_id, treaty.coming)
    return _odds(table, treaty_id, replace(treaty, signed=table.world.turn - 1))


def _odds(table: Appraisal, treaty_id: str, treaty: Treaty) -> dict[str, Measure]:
    world = replace(table.world, treaties={**table.world.treaties, treaty_id: treaty})
    after = table.under(treaty_id, treaty, world)
    return {
        name: odds(table, after, treaty_id, name, treaty.secret, treaty.lobbied.get(name, 0))
        for name in treaty.parties
        if name in world.nations
    }


def _odds_of_text(table: Appraisal, treaty_id: str, draft: Draft) -> dict[str, Measure]:
    """The odds of each party for a new text of a treaty in force: only the newly bound are asked."""
    world, had = table.world, table.world.treaties[treaty_id]
    world = replace(world, treaties={**world.treaties, treaty_id: with_text(had, draft)})
    after = table.lacking((treaty_id,)).under(treaty_id, world.treaties[treaty_id], world)
    return {
        name: odds(
            table, after, treaty_id, name, draft.secret, had.lobbied.get(name, 0),
            given_before(table.world, treaty_id, name),
        )
        for name in draft.parties
        if name in world.nations
    }  # fmt: skip


def stands_among(world: State, treaty: Treaty, ratifiers: tuple[str, ...]) -> bool:
    """Whether a treaty enters into force among its ratifiers alone: at least two of them, a share of those who signed,
    none that stays away weighing more than all of them, and every clause still makes sense between them."""
    if len(ratifiers) < 2 or 1000 * len(ratifiers) < world.rules.ratification_share * len(treaty.parties):
        return False
    # A pact from which the one who was to carry it stays away is not what the others signed.
    heaviest = max(world.nations[name].potential for name in ratifiers)
    if any(name in world.nations and world.nations[name].potential > heaviest for name in treaty.parties):
        return False
    rest = Draft(title=treaty.title, parties=ratifiers, clauses=treaty.clauses)
    return not draft_problems(world, rest)


def awaiting(world: State) -> tuple[str, ...]:
    """Treaties signed this turn, or with a new text that was: of which it is still open whether they are ratified."""
    return tuple(
        name
        for name, treaty in world.treaties.items()
        if not treaty.ended and (treaty.signed == world.turn or treaty.coming is not None)
    )
