"""What a draft does for safety: protection gained, anger raised, quarrels one is drawn into, ground denied."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.weights import Weights, tenths
from game.core.appraisal import Appraisal
from game.core.drafts import Draft
from game.core.relations import Part
from game.core.terms import Term


def worth_of_security(level: float, weights: Weights) -> float:
    """Points that a level of security is worth: each step of the index is worth less than the one below it."""
    total, below = 0.0, 0.0
    for top, price in weights.security_steps:
        if level <= top:
            return total + (level - below) * price
        total += (top - below) * price
        below = float(top)
    return total


def _index(protection: int, exposure: int) -> float:
    return 100 * protection / max(1, protection + exposure)


def safety(outlook: Outlook, after: Appraisal, nation: str, weights: Weights) -> Iterator[Term]:
    """The change of security, told apart so that nothing counts twice: the three parts, the anger and the quarrels of
    others at less than their full size, make up the whole."""
    before = outlook.table
    old, new = before.exposure(nation), after.exposure(nation)
    protection_old, protection_new = before.protection(nation), after.protection(nation)
    if new is old and protection_new is protection_old:
        return
    threats, drawn = _sum(new.parts, "threat"), _sum(old.parts, "entrapment")

    start = worth_of_security(_index(protection_old.value, old.value), weights)
    guarded = worth_of_security(_index(protection_new.value, old.value), weights)
    angered = worth_of_security(_index(protection_new.value, threats + drawn), weights)
    end = worth_of_security(_index(protection_new.value, new.value), weights)
    yield Term("security", tenths(guarded - start), _grown(protection_old.parts, protection_new.parts, "guarantor"))
    # A neighbour that promises to press nothing is feared less: the same term, on the other side.
    noticed = _grown(old.parts, new.parts, "threat") or _grown(new.parts, old.parts, "threat")
    counted = weights.provocation if angered < guarded else weights.calmed
    yield Term("provocation", tenths((angered - guarded) * counted), noticed)
    yield Term("entrapment", tenths((end - angered) * weights.drawn_in), _grown(old.parts, new.parts, "entrapment"))


def _sum(parts: tuple[Part, ...], name: str) -> int:
    return sum([part[1] for part in parts if part[0] == name])


def _grown(before: tuple[Part, ...], after: tuple[Part, ...], name: str) -> str:
    """What a kind of part has grown most about; empty when none has grown."""
    had = {about: amount for kind, amount, about in before if kind == name}
    best, most = "", 0
    for kind, amount, about in after:
        if kind == name and amount - had.get(about, 0) > most:
            best, most = about, amount - had.get(about, 0)
    return best


def denial(outlook: Outlook, after: Appraisal, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """What rivals would gain by the fall of the partners, so far as the draft makes it less likely.

    This is why a great power guards a weak one: its own security falls by it, its rival's chances fall more.
    """
    total, dearest, most = 0.0, "", 0.0
    for ward in draft.parties:
        if ward == nation:
            continue
        # Of what is given to a partner, part becomes forces that stand where the giver's would have to.
        held = after.protection(ward).value + int(outlook.helped(ward, draft) * weights.aid_armed)
        alone = outlook.table.protection(ward).value
        if held <= alone:
            continue
        saved = 0.0
        for threat in outlook.table.threats(ward):
            rival = threat.about
            if rival == nation or rival in draft.parties:
                continue
            fall = threat.amount / (threat.amount + alone) - threat.amount / (threat.amount + held)
            stake = outlook.hostility(rival, nation) * outlook.weight_against(nation, rival)
            saved += fall * stake
        worth = min(1.0, weights.denial_base + outlook.power(ward) * 10)
        total += saved * worth * weights.denial
        if saved * worth > most:
            most, dearest = saved * worth, ward
    yield Term("denial", tenths(total), dearest)
