"""How two drafts differ, in words: what a counter changed, and on what condition a refusal would turn."""

from collections.abc import Sequence

from game.core.clauses import (
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
)
from game.core.councils import text_of
from game.core.drafts import Draft, Payment
from game.core.duties import THREAT_WORDS
from game.core.record import record
from game.core.world import State
from game.reports.clause_words import FORMULA_WORDS, TRAINING
from game.reports.council_words import charter_short
from game.reports.grammar import counted, listing
from game.reports.joint_words import Joint, joint_differences
from game.reports.treaties import SCALES, SHARED, clause_short, clauses_short, often, payment_text, the_clause
from game.reports.words import AUTOMATICITY_WORDS, COSTS_WORDS, adjective, name, names, places, rp


@record
class Change:
    """One difference between two drafts, twice in words."""

    plain: str
    """What was done: "consultation in place of the automatic guarantee"."""
    wish: str
    """On what condition, after "would sign": "if consultation replaced the automatic guarantee"."""


_PLEDGES = (MutualDefence, Consultation)


def changes(world: State, old: Draft, new: Draft) -> tuple[Change, ...]:
    """What makes `new` different from `old`, the weightiest first; empty when only the title differs."""
    found: list[Change] = [*_parties(world, old, new)]
    before: dict[str, Clause] = {clause.kind: clause for clause in old.clauses}
    after: dict[str, Clause] = {clause.kind: clause for clause in new.clauses}
    gone = [clause for kind, clause in before.items() if kind not in after]
    come = [clause for kind, clause in after.items() if kind not in before]
    given_up = next((clause for clause in gone if isinstance(clause, _PLEDGES)), None)
    instead = next((clause for clause in come if isinstance(clause, _PLEDGES)), None)
    kept_consultation = "consultation" in before and "consultation" in after
    if given_up is not None and instead is not None:
        gone.remove(given_up)
        come.remove(instead)
        new_words = clause_short(world, instead)
        old_words = the_clause(given_up)
        found.append(Change(f"{new_words} in place of {old_words}", f"if {new_words} replaced {old_words}"))
    elif isinstance(given_up, MutualDefence) and kept_consultation:
        gone.remove(given_up)
        found.append(Change("consultation without the guarantee", "if there were consultation without the guarantee"))
    for kind, clause in before.items():
        if kind in after and after[kind] != clause:
            found += _terms(world, clause, after[kind])
    if gone:
        words = listing([the_clause(clause) for clause in gone])
        found.append(Change(f"without {words}", f"without {words}"))
    for clause in come:
        words = clause_short(world, clause) + ("," if "," in clause_short(world, clause) else "")
        found.append(Change(f"{words} added", f"if {words} {_be(clause)} added"))
    found += _frame(old, new)
    found += _charter(world, old, new)
    return (*found, *_payments(world, old.payments, new.payments))


def changes_to(world: State, draft: Draft, before: Sequence[Draft]) -> str:
    """What a draft would change in the treaty it amends, whose text it was `before`."""
    changed = difference(world, before[-1], draft) if before else ""
    return changed or clauses_short(world, draft.clauses, draft.payments)


def new_text(world: State, draft: Draft) -> str:
    """What a draft would change in the treaty it amends; empty where it amends none that is known."""
    treaty = world.treaties.get(draft.amends) if draft.amends else None
    return changes_to(world, draft, [text_of(draft.amends, treaty)]) if treaty else ""


def difference(world: State, old: Draft, new: Draft) -> str:
    """What was changed, in one phrase; empty when nothing but the title was."""
    found = [change.plain for change in changes(world, old, new)]
    return "; ".join(found)


def condition(world: State, old: Draft, new: Draft) -> str:
    """On what conditions `new` rather than `old` would be signed, after "would sign"; empty when nothing differs."""
    wishes = [change.wish for change in changes(world, old, new)]
    found = sorted(wishes, key=lambda words: words.startswith("if "))
    return ", and ".join(found) if any("," in words for words in found) else listing(found)


def _be(clause: Clause) -> str:
    return "were" if isinstance(clause, JointExercises | Basing | IntelligenceSharing) else "was"


def _parties(world: State, old: Draft, new: Draft) -> list[Change]:
    found: list[Change] = []
    left = [party for party in old.parties if party not in new.parties]
    joined = [party for party in new.parties if party not in old.parties]
    if left:
        found.append(Change(f"without {names(world, left)}", f"without {names(world, left)}"))
    if joined:
        found.append(Change(f"with {names(world, joined)} as well", f"with {names(world, joined)} as well"))
    return found


def _terms(world: State, old: Clause, new: Clause) -> list[Change]:
    """Differences of term between two clauses of one kind."""
    found: list[Change] = []
    if isinstance(old, MutualDefence) and isinstance(new, MutualDefence):
        if old.automaticity != new.automaticity:
            now, then = AUTOMATICITY_WORDS[new.automaticity], AUTOMATICITY_WORDS[old.automaticity]
            found.append(Change(f"the guarantee {now}, not {then}", f"if the guarantee held {now}, not {then}"))
        found += _area(world, "the guarantee", old.area, new.area)
        if old.against != new.against:
            if new.against:
                words = f"aimed at {names(world, new.against)} alone"
            else:
                words = "aimed at nobody by name"
            found.append(Change(f"the guarantee {words}", f"if the guarantee were {words}"))
        if old.threats != new.threats:
            words = f"against {listing([THREAT_WORDS[kind] for kind in new.threats], 'or')}"
            found.append(Change(f"the guarantee {words}", f"if the guarantee held {words}"))
        if old.earmark != new.earmark:
            less, more = f"{new.earmark} % of forces earmarked", f"rather than {old.earmark} %"
            were = f"{new.earmark} % of forces were earmarked"
            found.append(Change(f"{less} {more}", f"if {were} {more}"))
    elif isinstance(old, Consultation) and isinstance(new, Consultation):
        found += _area(world, "consultation", old.area, new.area)
    elif isinstance(old, JointExercises) and isinstance(new, JointExercises):
        if old.per_year != new.per_year:
            words = f"{often(new.per_year)} rather than {often(old.per_year)}"
            found.append(Change(f"joint exercises {words}", f"if the joint exercises were held {words}"))
        if old.scale != new.scale:
            words = f"{SCALES[new.scale]} rather than {SCALES[old.scale]}"
            found.append(Change(f"joint exercises {words}", f"if the joint exercises were {words}"))
        if old.costs != new.costs:
            words = COSTS_WORDS[new.costs].removeprefix("costs ")
            found.append(Change(f"the costs of exercises {words}", f"if the costs of exercises were {words}"))
    elif isinstance(old, BurdenSharing) and isinstance(new, BurdenSharing):
        if old.target != new.target:
            words = f"{new.target} % of income rather than {old.target} %"
            found.append(Change(f"a spending pledge of {words}", f"if the spending pledge were {words}"))
        if old.formula != new.formula:
            words = f"{FORMULA_WORDS[new.formula]} rather than {FORMULA_WORDS[old.formula]}"
            found.append(Change(f"the burden shared {words}", f"if the burden were shared {words}"))
    elif isinstance(old, IntelligenceSharing) and isinstance(new, IntelligenceSharing):
        words = f"{SHARED[new.level]} rather than {SHARED[old.level]}"
        found.append(Change(f"intelligence shared {words}", f"if intelligence were shared {words}"))
    elif isinstance(old, CapacityBuilding) and isinstance(new, CapacityBuilding):
        if old.donor != new.donor:
            words = f"{name(world, new.donor)} rather than {name(world, old.donor)}"
            found.append(Change(f"aid from {words}", f"if the aid came from {words}"))
        if old.amount != new.amount:
            words = f"{rp(new.amount)} a turn rather than {rp(old.amount)}"
            found.append(Change(f"aid of {words}", f"if the aid were {words}"))
        if old.training != new.training:
            words = TRAINING[new.training] or "no instructors"
            found.append(Change(words, f"if {words} were sent"))
    elif isinstance(old, Basing) and isinstance(new, Basing):
        words = f"{adjective(world, new.host)} bases rather than {adjective(world, old.host)} ones"
        found.append(Change(words, f"if {words} were opened"))
    elif isinstance(old, Neutrality) and isinstance(new, Neutrality):
        words = "without hostile alliances" if new.unallied else "that leaves alliances free"
        found.append(Change(f"neutrality {words}", f"if neutrality were {words}"))
    elif isinstance(old, Joint) and isinstance(new, Joint):
        found += [Change(*pair) for pair in joint_differences(world, old, new)]
    return found


def _area(world: State, what: str, old: tuple[str, ...], new: tuple[str, ...]) -> list[Change]:
    if old == new:
        return []
    narrower = bool(new) and (not old or all(where in old for where in new))
    if narrower:
        words = f"limited to {places(world, new).removeprefix('in ')}"
        return [Change(f"{what} {words}", f"if {what} were {words}")]
    fresh = tuple(where for where in new if where not in old)
    if old and fresh and all(where in new for where in old) and len(fresh) < len(old):
        where = f"{places(world, fresh)} as well"
        return [Change(f"{what} to hold {where}", f"if {what} held {where}")]
    where = places(world, new)
    return [Change(f"{what} to hold {where}", f"if {what} held {where}")]


def _frame(old: Draft, new: Draft) -> list[Change]:
    """Differences in term, notice and openness."""
    found: list[Change] = []
    if old.duration != new.duration:
        if new.duration:
            words = counted(new.duration, "turn")
            found.append(Change(f"a term of {words}", f"for a term of {words}"))
        else:
            found.append(Change("no fixed term", "without a fixed term"))
    if old.notice != new.notice:
        words = f"{counted(new.notice, 'turn')} of notice" if new.notice else "no notice"
        found.append(Change(f"{words} before leaving", f"with {words} before leaving"))
    if old.secret != new.secret:
        words = "in secret" if new.secret else "in the open"
        found.append(Change(words, words))
    return found


def _payments(world: State, old: tuple[Payment, ...], new: tuple[Payment, ...]) -> list[Change]:
    found: list[Change] = []
    before = {(payment.payer, payment.payee): payment.amount for payment in old}
    after = {(payment.payer, payment.payee): payment.amount for payment in new}
    for payment in new:
        amount = before.get((payment.payer, payment.payee))
        if amount is None:
            wish = f"if {name(world, payment.payer)} paid {name(world, payment.payee)} {rp(payment.amount)}"
            found.append(Change(f"{payment_text(world, payment)} on signature", f"{wish} on signature"))
        elif amount != payment.amount:
            words = f"{name(world, payment.payee)} {rp(payment.amount)} rather than {rp(amount)}"
            found.append(
                Change(
                    f"{name(world, payment.payer)} pays {words}",
                    f"if {name(world, payment.payer)} paid {words}",
                )
            )
    for payment in old:
        if (payment.payer, payment.payee) not in after:
            words = f"without the payment to {name(world, payment.payee)}"
            found.append(Change(words, words))
    return found


def _charter(world: State, old: Draft, new: Draft) -> list[Change]:
    """Differences between two charters."""
    if old.charter == new.charter:
        return []
    if new.charter is None:
        return [Change("no council", "without a council")]
    words = charter_short(world, new.charter)
    return [Change(words, f"with {words}")]
