"""Names, doubles and ranges in treaties and drafts."""

from collections.abc import Iterator

from game.core.clauses import TERM_RANGES
from game.scenario.findings import Path, Problem, suggestion
from game.scenario.lookup import Known, Table, doubles, rows, same_id, text, whole, within, words

PARTY_TERMS = (("capacity_building", "donor"), ("technology_transfer", "donor"), ("basing", "host"))
"""Terms that name one of the treaty's own parties."""


def treaties(known: Known) -> Iterator[Problem]:
    """Problems of the treaties in force."""
    start = text(known.document.get("start"))
    yield from same_id(known.document, "treaties")
    for index, row in rows(known.document, "treaties"):
        path: Path = ("treaties", index)
        yield from _agreement(known, row, path)
        yield from _plans(known, row, path)
        signed = text(row.get("signed"))
        if signed and start and _month(signed) > _month(start):
            yield Problem((*path, "signed"), f"is {signed}, after the game's start in {start}")


def _month(date: str) -> tuple[int, int]:
    """Year and month of a date, for comparison; what is not given counts as early as can be."""
    negative, digits = date.startswith("-"), date.lstrip("-").split("-")
    try:
        year, month = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    except ValueError:
        return (0, 0)
    return (-year if negative else year), month


def drafts(known: Known) -> Iterator[Problem]:
    """Problems of the opening hand."""
    for index, row in rows(known.document, "drafts"):
        path: Path = ("drafts", index)
        yield from _agreement(known, row, path)
        parties = [word for _, word in words(row.get("parties"))]
        by = text(row.get("by"))
        if by and by not in parties:
            yield Problem((*path, "by"), f'"{by}" is not among the parties{suggestion(by, parties)}')
        if known.turns is not None:
            yield from within(row.get("deadline"), 1, known.turns, (*path, "deadline"))
        if not row.get("clauses", []) and not row.get("payments", []):
            yield Problem(path, "needs at least one clause or payment", at="key")
        for place, payment in rows(row, "payments"):
            at = (*path, "payments", place)
            for end in ("payer", "payee"):
                word = text(payment.get(end))
                if word and word not in parties:
                    yield Problem((*at, end), f'"{word}" is not among the parties{suggestion(word, parties)}')
            if payment.get("payer") == payment.get("payee") and text(payment.get("payee")):
                yield Problem((*at, "payee"), "is the payer")
            yield from within(payment.get("amount"), 1, 1000, (*at, "amount"))


def _agreement(known: Known, row: Table, path: Path) -> Iterator[Problem]:
    """Parties and clauses of a treaty or draft."""
    parties = [word for _, word in words(row.get("parties"))]
    for index, word in words(row.get("parties")):
        yield from known.nation(word, (*path, "parties", index))
    yield from doubles(words(row.get("parties")), (*path, "parties"), "nation")
    if len(dict.fromkeys(parties)) == 1:
        yield Problem((*path, "parties"), "needs at least two nations")
    yield from _charter(known, row, parties, (*path, "charter"))
    kinds: list[str] = []
    for index, clause in rows(row, "clauses"):
        at = (*path, "clauses", index)
        kind = text(clause.get("kind"))
        if kind and kind in kinds:
            yield Problem((*at, "kind"), f'a second "{kind}" clause; a treaty has at most one of each kind')
        kinds.append(kind)
        for term, value in clause.items():
            if (kind, term) in TERM_RANGES:
                least, most, step = TERM_RANGES[kind, term]
                yield from within(value, least, most, (*at, term))
                if whole(value) and least <= value <= most and (value - least) % step:
                    yield Problem((*at, term), f"is {value}; it goes {least} to {most} in steps of {step}")
            if (kind, term) in PARTY_TERMS and (word := text(value)) and word not in parties:
                yield Problem((*at, term), f'"{word}" is not among the parties{suggestion(word, parties)}')
        for place, word in words(clause.get("area")):
            yield from known.theatre(word, (*at, "area", place))
        yield from doubles(words(clause.get("area")), (*at, "area"), "theatre")
        if clause.get("threats") == []:
            yield Problem((*at, "threats"), "needs at least one kind of threat")
        for place, word in words(clause.get("against")):
            yield from _against(known, word, parties, (*at, "against", place))


def _against(known: Known, word: str, parties: list[str], path: Path) -> Iterator[Problem]:
    if word in parties:
        yield Problem(path, f'"{word}" is a party to this treaty; it cannot be aimed at it')
    elif word not in known.nations and word not in known.others:
        near = suggestion(word, {**known.nations, **known.others})
        near = near or "; name it under [others] if nobody plays it"
        yield Problem(path, f'"{word}" is neither a nation nor named under [others]{near}')


def _plans(known: Known, row: Table, path: Path) -> Iterator[Problem]:
    """Theatres and doubles among the plans of an alliance; a treaty without a council has none to agree on them."""
    if row.get("plans") and not isinstance(row.get("charter"), dict):
        yield Problem((*path, "plans"), "are agreed by a council; give the treaty a charter", at="key")
    had: list[tuple[str, str]] = []
    for index, plan in rows(row, "plans"):
        at = (*path, "plans", index)
        theatre, threat = text(plan.get("theatre")), text(plan.get("threat")) or "armed_attack"
        if theatre:
            yield from known.theatre(theatre, (*at, "theatre"))
        if (theatre, threat) in had:
            yield Problem((*at, "theatre"), f'has a plan against "{threat}" already; one a theatre and kind of threat')
        had.append((theatre, threat))


def _charter(known: Known, row: Table, parties: list[str], path: Path) -> Iterator[Problem]:
    """Names, numbers and the leader in a charter."""
    charter = row.get("charter")
    if not isinstance(charter, dict):
        return
    yield from within(charter.get("creed"), -10, 10, (*path, "creed"))
    if word := text(charter.get("against")):
        yield from _against(known, word, parties, (*path, "against"))
    for place in ("leader", "seat"):
        if (word := text(charter.get(place))) and word not in parties:
            yield Problem((*path, place), f'"{word}" is not among the parties{suggestion(word, parties)}')
    led = text(charter.get("rule")) == "leader"
    if led and not text(charter.get("leader")):
        yield Problem((*path, "rule"), "is by a leader; name it as leader")
    if not led and text(charter.get("leader")):
        yield Problem((*path, "leader"), 'is named, but the rule is not "leader"')
    for index, out in rows(charter, "opt_outs"):
        if (word := text(out.get("party"))) and word not in parties:
            at = (*path, "opt_outs", index, "party")
            yield Problem(at, f'"{word}" is not among the parties{suggestion(word, parties)}')
