"""The second level in words: ratification, lobbying, brokers, prices, public statements, misreadings, secrets out."""

from game.core.events import EventKind
from game.reports.differences import condition
from game.reports.grammar import counted, figure, signed
from game.reports.told import Teller, Told
from game.reports.treaties import clauses_short

TONE_WORDS: dict[str, str] = {
    "": "",
    "cordial": "in cordial terms",
    "firm": "in firm words",
    "sharp": "in sharp words",
}
"""How something was said, after what was said; plain words need none."""

MISREAD_WORDS: dict[str, str] = {
    "tone": "{reader} took the tone of what {who} wrote worse than it was meant",
    "signal": "{reader} heard less in the public words of {who} than had been said",
    "exercise": "{who} and {reader} came away from their exercise with a poorer opinion of each other",
}
"""What a misreading was."""


def tone_words(why: str) -> str:
    """A tone with a space before it, or nothing."""
    words = TONE_WORDS.get(why, "")
    return f" {words}" if words else ""


def expires(told: Told) -> str:
    """An open draft that lapses with this turn."""
    return f"{told.draft}, put by {told.who}, lapses at the end of this turn unless it is signed"


def asked_price(told: Told) -> str:
    """A nation is asked what exactly it would sign."""
    if told.event.why == "forgotten":
        return f"what {told.who} was asked and told of prices last turn holds no longer"
    return f"{told.who} asked {told.whom} what exactly it would sign instead of {told.draft}"


def named_price(told: Told) -> str:
    """Every draft it would sign, as changes to the one on the table."""
    before = told.revision(told.event.amount)
    if not told.event.drafts:
        return f"{told.who} told {told.whom} that no single change would make {told.draft} acceptable to it today"
    wishes = [
        (condition(told.world, before, draft) if before is not None else "")
        or f"with {clauses_short(told.world, draft.clauses, draft.payments)}"
        for draft in told.event.drafts
    ]
    return f"{told.who} told {told.whom} its price: it would sign {'; or '.join(dict.fromkeys(wishes))}"


def brokered(told: Told) -> str:
    """A third nation's draft was signed."""
    return f"{told.draft} between {told.whom} was the work of {told.who}, which brokered it"


def lobbied(told: Told) -> str:
    """Influence brought to bear."""
    side = "for" if told.event.amount >= 0 else "against"
    where = "at home" if told.event.whom == (told.event.who,) else f"in {told.whom}"
    return f"{told.who} lobbied {where} {side} {told.treaty}, {signed(told.event.amount)} points"


def ratified(told: Told) -> str:
    """A country gave its consent."""
    return f"{told.who} ratified {_text(told)} (odds {figure(told.event.amount)} %)"


AFTER_ALL = {
    "new_text": "; the old text stands",
    "left_at_the_door": "; the others come in without it",
}
"""What becomes of a new text of a treaty that one country refuses."""


def not_ratified(told: Told) -> str:
    """A country refused it, and how its odds had stood."""
    odds = told.event.amount
    how = "against the odds" if odds >= 70 else "as was to be feared" if odds < 50 else "on an open vote"
    which = "it" if told.brief else _text(told)
    stands = AFTER_ALL.get(told.event.why, "")
    return f"{told.who} did not ratify {which}, {how} ({figure(odds)} % for it){stands}"


def _text(told: Told) -> str:
    """What is put to a country: a treaty, or a new text of one."""
    return f"the new text of {told.treaty}" if told.event.why in AFTER_ALL else told.treaty


def narrowed(told: Told) -> str:
    """A treaty remains among those who ratified."""
    rest = counted(told.event.amount, "nation")
    return f"{told.treaty} enters into force among the {rest} that ratified it, without {told.everyone}"


def found_out(told: Told) -> str:
    """A secret came to one."""
    return (
        f"{told.who} has found out about {told.treaty}, a secret treaty between {told.whom}; nobody knows that it has"
    )


def leaked(told: Told) -> str:
    """A secret came to all."""
    return f"{told.treaty} is no longer secret: {told.everyone} are found to have signed it"


def stated(told: Told) -> str:
    """Something said before everybody."""
    match told.event.why:
        case "support":
            return f"{told.who} declared in public that it stands by {told.one}"
        case "warning":
            return f"{told.who} warned {told.one} in public to leave its partners alone"
        case _:
            return f"{told.who} declared in public that it will keep {told.treaty}"


def word_broken(told: Told) -> str:
    """A public word was not acted on."""
    said = {
        "support": f"had declared that it stood by {told.one}",
        "warning": "had warned the challenger in public",
        "commitment": "had declared in public that it would keep its treaty",
    }.get(told.event.why, "had given its word in public")
    where = f" in {told.case}" if told.crisis is not None else ""
    return f"{told.who} {said}, and did not stand by {told.one}{where}"


def misread(told: Told) -> str:
    """A misunderstanding, told as what it was."""
    words = MISREAD_WORDS.get(told.event.why, "{reader} misread {who}")
    said = words.replace("{reader}", told.one).replace("{who}", told.who)
    return f"a misunderstanding, not a slight: {said} ({signed(told.event.amount)} trust)"


def familiarity(told: Told) -> str:
    """People met."""
    from_words = {
        "visit": "through a visit",
        "attache": "through an attaché",
        "staff_talks": "through staff talks",
    }
    how = from_words.get(told.event.why, "")
    return f"{told.who} and {told.one} know each other's ways better{f' {how}' if how else ''}"


PLEDGES: dict[EventKind, Teller] = {
    "expires": expires,
    "asked_price": asked_price,
    "named_price": named_price,
    "brokered": brokered,
    "lobbied": lobbied,
    "ratified": ratified,
    "not_ratified": not_ratified,
    "narrowed": narrowed,
    "found_out": found_out,
    "leaked": leaked,
    "stated": stated,
    "word_broken": word_broken,
    "misread": misread,
    "familiarity": familiarity,
}
"""Words for every kind of event of the second level."""
