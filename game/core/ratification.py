"""Whether a signature will hold at home: the second level of a two-level game (Putnam 1988).

Pure sums over an appraisal, so that the drafting table, the minds and the Resolution read the same odds.
"""

from game.core.appraisal import Appraisal
from game.core.arith import clamp
from game.core.checks.drafts import draft_problems
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
from game.core.world import State, Treaty

ASKED = "~asked"
"""Key under which a treaty asked about stands in a what-if world."""


def weighty(duty: Duty) -> bool:
    """Whether a government needs its country's consent to take on a duty: war, foreign forces, foreign command.

    The rest it may promise by itself, as an executive agreement.
    """
    match duty:
        case Guard():
            return duty.armed
        case Provide():
            return duty.what == "base"
        case Contribute():
            return True
        case Consult() | Train() | Pay() | Abstain() | Standardise() | Notify() | Relieve() | Back():
            return False


def needs_consent(after: Appraisal, treaty_id: str, nation: str) -> bool:
    """Whether a treaty holds a weighty duty for a nation; `after` is the appraisal with it in force."""
    return any(duty.treaty == treaty_id and weighty(duty) for duty in after.duties[nation])


def odds(
    before: Appraisal, after: Appraisal, treaty_id: str, nation: str, secret: bool = False, lobbied: int = 0
) -> Measure:
    """Per cent chance that a nation ratifies a treaty, with its parts; 100 where nobody is asked.

    `after` is `before` with the treaty in force under `treaty_id`; `lobbied` are points others have bought. What is
    kept secret is kept from one's own country too.
    """
    rules, one = before.rules, before.world.nations[nation]
    if secret:
        return Measure(100, (Part("secret", 100),))
    if not needs_consent(after, treaty_id, nation):
        return Measure(100, (Part("executive", 100),))
    if one.regime < 0:
        parts = [Part("closed", rules.ratification_closed)]
    else:
        short = max(0, after.autonomy_wanted(nation) - after.autonomy(nation).value)
        parts = [
            Part("consent", rules.ratification),
            Part("support", one.support - 50),
            Part("security_gained", after.security(nation).value - before.security(nation).value),
            Part("autonomy_short", -rules.ratification_shortfall * short),
        ]
    parts.append(Part("lobbied", lobbied))
    value = clamp(sum(part.amount for part in parts), rules.ratification_least, rules.ratification_most)
    return Measure(value, tuple(part for part in parts if part.amount))


def odds_of_draft(table: Appraisal, draft: Draft) -> dict[str, Measure]:
    """The odds of each party for a draft, from the world the table was made on."""
    signed = table.world.turn - 1
    treaty = Treaty(title=draft.title, parties=draft.parties, clauses=draft.clauses, signed=signed, secret=draft.secret)
    return _odds(table, ASKED, treaty)


def odds_of_treaty(table: Appraisal, treaty_id: str) -> dict[str, Measure]:
    """The odds of each party for a treaty that is signed and not yet in force."""
    treaty = table.world.treaties[treaty_id]
    return _odds(table, treaty_id, replace(treaty, signed=table.world.turn - 1))


def _odds(table: Appraisal, treaty_id: str, treaty: Treaty) -> dict[str, Measure]:
    world = replace(table.world, treaties={**table.world.treaties, treaty_id: treaty})
    after = table.under(treaty_id, treaty, world)
    return {
        name: odds(table, after, treaty_id, name, treaty.secret, treaty.lobbied.get(name, 0))
        for name in treaty.parties
        if name in world.nations
    }


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
    """Treaties signed this turn, of which it is still open whether they are ratified."""
    return tuple(name for name, treaty in world.treaties.items() if treaty.signed == world.turn and not treaty.ended)
