"""Negotiations told: one as a paragraph, and the many of a crowded turn in sum."""

from collections.abc import Sequence
from dataclasses import replace

from game.core.events import Event
from game.core.terms import Term
from game.core.world import State
from game.reports.grammar import capital, counted, listing, sentence_of
from game.reports.lines import Line
from game.reports.matter import Matter, Weighed
from game.reports.motives import chief, motive, motive_text, motives_text
from game.reports.reasons import because
from game.reports.sentences import Importance, importance, sentence
from game.reports.told import Told
from game.reports.words import adjective, name, names

CROWD = 5
"""Negotiations in a chapter beyond which the lesser ones are told in sum."""
MOST_IDLE = 3
"""Drafts left lying, or lapsed, that are named; more of them are a detail."""
MOST_SIGNED = 3
"""Treaties signed that are told in full then."""
MOST_BARGAINED = 2
"""Negotiations bargained over that are told in full then, of those signed and of those not."""
MOST_DECLINED = 3
"""Drafts declined that are named, with the reason, in one line."""


def talks(world: State, events: Sequence[Weighed]) -> list[Line]:
    """One negotiation: the draft, then what each answered. Agreements without more to say are put together."""
    if _at_once(events):
        return _signed_at_once(world, events)
    matter = Matter(world, events)
    agreed: list[Weighed] = []

    def tell_agreed() -> None:
        if not agreed:
            return
        first = agreed[0][0]
        indent = 1 if matter.lines else 0
        if len(agreed) == 1:
            matter.say(f"{sentence(first, world, bool(matter.lines)).rstrip('.')}{_chiefly(world, agreed[0])}.",
                       first, indent)  # fmt: skip
        else:
            who = []
            for event, weighed in agreed:
                why = chief(weighed)
                reason = f" ({motive_text(world, why)})" if why is not None else ""
                who.append(f"{name(world, event.who)}{reason}")
            to = "" if matter.lines else f" to {Told(first, world).draft}"
            matter.say(sentence_of(f"{listing(who)} agreed{to}"), first, indent)
        for event, weighed in agreed:
            matter.weigh(event, weighed, indent + 1)
        agreed.clear()

    for event, terms in events:
        if event.kind == "accepted":
            agreed.append((event, terms))
            continue
        tell_agreed()
        brief = bool(matter.lines)
        indent = 1 if brief else 0
        said = sentence(event, world, brief)
        own = event.kind == "proposed" or (event.kind == "countered" and not event.terms)
        if own and motives_text(world, terms):
            said = f"{said.rstrip('.')}. {capital(name(world, event.who))} did so {motives_text(world, terms)}."
        matter.say(said, event, indent, "detail" if event.kind == "paid" else "")
        matter.weigh(event, terms, indent + 1)
    tell_agreed()
    return matter.lines


def _chiefly(world: State, agreed: Weighed) -> str:
    why = chief(agreed[1])
    return f", chiefly {motive_text(world, why)}" if why is not None else ""


def _at_once(events: Sequence[Weighed]) -> bool:
    """Whether a draft was signed as it was proposed, all agreeing."""
    kinds = [event.kind for event, _ in events]
    return "signed" in kinds and not {"countered", "refused", "recalled", "thread_lapsed", "message"} & set(kinds)


def _signed_at_once(world: State, events: Sequence[Weighed]) -> list[Line]:
    """A treaty without a hitch in one line, what each of them weighed under it."""
    matter = Matter(world, events)
    signed = next(event for event, _ in events if event.kind == "signed")
    proposed = next((item for item in events if item[0].kind == "proposed"), None)
    agreed = [item for item in events if item[0].kind == "accepted"]
    if proposed is None:
        said = sentence(signed, world)
        given = any(chief(terms) is not None for _, terms in agreed)
        said = f"{said} {_all_agreed(world, agreed)}." if given else said
    else:
        sought = ""
        if motives_text(world, proposed[1]):
            sought = f"{capital(name(world, proposed[0].who))} did so {motives_text(world, proposed[1], 1)}. "
        end = f"{_all_agreed(world, agreed)}, and it was signed." if agreed else "It was signed."
        said = f"{sentence(proposed[0], world)} {sought}{end}"
    matter.say(said, signed, 0)
    for event, terms in events:
        if event.kind == "paid":
            matter.say(sentence(event, world, brief=True), event, 1, "detail")
        matter.weigh(event, terms, 1)
    return matter.lines


def _all_agreed(world: State, agreed: list[Weighed]) -> str:
    """Who agreed and why: each where they are few, the commonest reason where they are many."""
    if len(agreed) == 1:
        return f"{capital(name(world, agreed[0][0].who))} agreed{_chiefly(world, agreed[0])}"
    who = capital(names(world, [event.who for event, _ in agreed]))
    reasons: dict[tuple[str, str], list[tuple[str, Term]]] = {}
    for event, terms in agreed:
        why = chief(terms)
        if why is not None:
            reasons.setdefault((why.name, why.about), []).append((event.who, why))
    if not reasons:
        return f"{who} agreed"
    common = max(reasons.values(), key=len)
    several = len(common) > 1
    some = "" if len(common) == len(agreed) else f"{names(world, [nation for nation, _ in common])} "
    return f"{who} agreed, {some}chiefly {motive(world, common[0][1], several)}"


# -- many at once -------------------------------------------------------------------------------------------


def in_sum(world: State, matters: Sequence[Sequence[Weighed]], reader: str | None = None) -> list[list[Line]]:
    """The negotiations of one chapter as paragraphs.

    Where there are many, only the greatest treaties signed and those that were bargained over are told in full; the
    others stand in one line a sort, each in full as a detail under it.
    """
    # What was weighed on a step that is told elsewhere, such as a public word, is no negotiation come to nothing.
    aside = [found for found in matters if all(event.kind == "reasoned" for event, _ in found)]
    if aside and len(matters) > CROWD:
        rest = [found for found in matters if found not in aside]
        return [*in_sum(world, rest, reader), *(talks(world, found) for found in aside)]
    lapsed = [found for found in matters if all(event.kind == "thread_lapsed" for event, _ in found)]
    if len(matters) <= CROWD:
        told = [talks(world, found) for found in matters if len(lapsed) < 2 or found not in lapsed]
        return [*told, _together(world, "over", lapsed)] if len(lapsed) > 1 else told
    own = (
        [found for found in matters if any(reader in (event.who, *event.whom) for event, _ in found)] if reader else []
    )
    if own:
        # The reader's own negotiations are told in full, however many there are.
        rest = [found for found in matters if found not in own]
        return [*(talks(world, found) for found in own), *in_sum(world, rest)]
    signed = sorted((found for found in matters if _at_once(found)), key=lambda found: -_weight(world, found))
    sorts: dict[str, list[Sequence[Weighed]]] = {"signed": signed[MOST_SIGNED:], "declined": [], "open": [], "over": []}
    full: list[Sequence[Weighed]] = [*signed[:MOST_SIGNED]]
    argued: dict[str, list[Sequence[Weighed]]] = {"signed": [], "declined": [], "open": []}
    for found in matters:
        kinds = {event.kind for event, _ in found}
        if _at_once(found):
            continue
        if kinds & {"countered", "signed"}:
            argued["signed" if "signed" in kinds else "declined" if "refused" in kinds else "open"].append(found)
        elif "refused" in kinds:
            sorts["declined"].append(found)
        elif "proposed" in kinds or "accepted" in kinds:
            sorts["open"].append(found)
        else:
            sorts["over"].append(found)
    for sort, bargained in argued.items():
        bargained.sort(key=lambda found: -_weight(world, found))
        full += bargained[:MOST_BARGAINED]
        sorts[sort] += bargained[MOST_BARGAINED:]
    paragraphs = [_bargained(world, found) or talks(world, found) for found in full]
    for sort, several in sorts.items():
        if len(several) < 2:
            paragraphs += [talks(world, found) for found in several]
        else:
            paragraphs.append(_together(world, sort, several))
    return paragraphs


def _bargained(world: State, found: Sequence[Weighed]) -> list[Line]:
    """A treaty signed after other drafts, in one line with what they changed; empty for any other negotiation."""
    signed = next((event for event, _ in found if event.kind == "signed"), None)
    changed = [item for item in found if item[0].kind == "countered"]
    if signed is None or not changed:
        return []
    matter = Matter(world, found)
    answers = [
        f"{sentence(item[0], world, brief=place > 0).rstrip('.')}{'' if item[0].terms else _chiefly(world, item)}."
        for place, item in enumerate(changed)
    ]
    matter.say(f"{' '.join(answers)} {sentence(signed, world)}", signed, 0)
    return [
        *matter.lines,
        *(replace(line, importance="detail", indent=line.indent + 1) for line in talks(world, found)),
    ]


def _weight(world: State, found: Sequence[Weighed]) -> int:
    """How much a treaty matters: the capability of those it binds, more where they guard each other."""
    drafts = [event.draft for event, _ in found if event.draft is not None]
    if not drafts:
        return 0
    power = sum(world.nations[who].potential for who in drafts[-1].parties if who in world.nations)
    guards = any(clause.kind == "mutual_defence" for clause in drafts[-1].clauses)
    return power + (400 if guards else 0)


_LEADS: dict[str, str] = {
    "signed": "Also signed: ",
    "declined": "Declined: ",
    "open": "Left on the table: ",
    "over": "Come to nothing: ",
}


def _together(world: State, sort: str, several: Sequence[Sequence[Weighed]]) -> list[Line]:
    parts: list[str] = []
    pairs: dict[str, list[str]] = {}
    under: list[Line] = []
    nations: dict[str, None] = {}
    for found in several:
        if sort == "declined":
            parts.append(_declined(world, [event for event, _ in found if event.kind == "refused"]))
        else:
            last = next((event for event, _ in found if event.kind == "signed"), found[0][0])
            pair, called = _pair_named(world, last)
            if pair and sort in ("signed", "over"):
                pairs.setdefault(called, []).append(pair)
            else:
                parts.append(_named(world, last, sort))
        for event, _ in found:
            nations.update(dict.fromkeys(n for n in (event.who, *event.whom) if n in world.nations))
        under += [replace(line, importance="detail", indent=line.indent + 1) for line in talks(world, found)]
    parts += [f"the {listing(who)} {_CALLED[called] if len(who) > 1 else called}" for called, who in pairs.items()]
    if sort == "declined" and len(parts) > MOST_DECLINED + 1:
        parts[MOST_DECLINED:] = [f"{counted(len(parts) - MOST_DECLINED, 'other')}"]
    level: Importance = "headline" if sort == "signed" else importance(several[0][0][0], world)
    if sort in ("open", "over") and len(several) > MOST_IDLE:
        level = "detail"
    lead = Line(
        turn=several[0][0][0].turn,
        text=f"{_LEADS[sort]}{'; '.join(dict.fromkeys(parts))}.",
        importance=level,
        nations=tuple(nations),
    )
    return [lead, *under]


def _pair_named(world: State, event: Event) -> tuple[str, str]:
    """The two nations a title names and what it calls the treaty: "Franco-Greek", "Consultation Agreement"; empty
    where the title does not say who its parties are."""
    draft = event.draft
    if draft is None or draft.amends or len(draft.parties) != 2:
        return "", ""
    for nation in draft.parties:
        first, joint, called = draft.title.partition(f"-{adjective(world, nation)} ")
        if joint and " " not in first.replace("West German", "") and called in _CALLED:
            return f"{first}-{adjective(world, nation)}", called
    return "", ""


_CALLED: dict[str, str] = {
    "Agreement": "Agreements",
    "Consultation Agreement": "Consultation Agreements",
    "Exercise Agreement": "Exercise Agreements",
    "Treaty of Mutual Defence": "Treaties of Mutual Defence",
}
"""What a treaty between two may be called, and several of them."""


def _declined(world: State, refusals: Sequence[Event]) -> str:
    """A draft declined: by whom, and why."""
    reasons: dict[str, list[str]] = {}
    # Who refused one text and then another is named once, with its last reason.
    for event in {event.who: event for event in refusals}.values():
        why = f" ({because(world, event.terms[0])})" if event.terms else ""
        reasons.setdefault(why, []).append(event.who)
    by = [f"{names(world, who)}{why}" for why, who in reasons.items()]
    return f"{Told(refusals[0], world).draft}, by {listing(by)}"


def _named(world: State, event: Event, sort: str) -> str:
    """A draft with those it is between."""
    told = Told(event, world)
    if sort == "open" and event.kind == "proposed":
        return f"{told.draft}, offered by {told.who} to {told.whom}"
    thread = world.threads.get(event.about)
    parties = thread.parties if thread is not None else tuple(sorted((event.who, *event.whom)))
    # Who is to join is the news; who is in has been told before.
    return told.matter if told.joining else f"{told.matter} between {names(world, parties)}"
