"""What words do: the tone they are said in, what is said before everybody, influence brought to bear."""

from typing import Literal, TypeAlias

from game.core import acts
from game.core.relations import trust
from game.core.terms import TONES, Tone
from game.core.turn import Turn
from game.core.world import Reason, Statement, pair_of

Declined: TypeAlias = Literal["refused", "pressed", "silence"]
"""How terms came to nothing: by a word, by a demand pressed over them, or by nobody's answer."""


def speak(turn: Turn, who: str, to: tuple[str, ...], tone: Tone) -> None:
    """The tone of an act is heard by those it goes to, and at home.

    Kind words add up to little and count once a turn; hard ones count each time. Once a turn the public likes a
    sharp word to a nation it distrusts, and an open one minds a cordial word to it.
    """
    if tone == "plain":
        return
    rules = turn.rules
    for other in to:
        if other == who:
            continue
        had = _said(turn, other, who)
        first = had is None or had.since < turn.turn
        points = rules.trust_tone[TONES.index(tone)]
        if points < 0 or (first and (had is None or had.tenths < rules.tone_most * 10)):
            turn.shift_trust(other, who, points, "tone")
        if first and trust(turn.world(), who, other) <= rules.tone_distrusted:
            if tone == "sharp":
                turn.shift_support(who, 1, "tone")
            elif tone == "cordial" and turn.nations[who].regime >= 0:
                turn.shift_support(who, -1, "tone")


def _said(turn: Turn, hearer: str, speaker: str) -> Reason | None:
    """What earlier tones have left with the hearer."""
    reasons = pair_of(turn.world(), hearer, speaker).trust.get(hearer, ())
    return next((reason for reason in reasons if reason.kind == "tone"), None)


def state_publicly(turn: Turn, who: str, act: acts.StatePublicly) -> None:
    """A public word: a friend takes heart, the one who is warned takes offence, one's own people remember it."""
    turn.use_initiative(who, "state_publicly")
    turn.declare(who, Statement(act.what, turn.turn, act.nation, act.treaty))
    turn.explain(who, act.because, act.treaty or act.nation, "state_publicly")
    match act.what:
        case "support":
            turn.shift_trust(act.nation, who, turn.rules.trust_stood_by, "stood_by")
        case "warning":
            turn.provoke(act.nation, who, turn.rules.provoked_statement, "warning")
        case "commitment":
            for other in turn.treaties[act.treaty].parties:
                if other != who:
                    turn.shift_trust(other, who, turn.rules.trust_stood_by, "stood_by", act.treaty)


def lobby(turn: Turn, who: str, act: acts.Lobby) -> None:
    """Influence buys odds at home or abroad, for a treaty or against it."""
    points = act.influence * turn.rules.lobby_points
    turn.shift_influence(who, -act.influence, "lobbied", act.treaty)
    turn.lobby(who, act.nation, act.treaty, -points if act.against else points)
    turn.explain(who, act.because, act.treaty, "lobby")


def decline(turn: Turn, crisis_id: str, who: str, why: Declined) -> None:
    """The terms that lay before both sides fall. Who refused them has spurned the one that brought them."""
    mediator = turn.crises[crisis_id].terms_by
    turn.decline(crisis_id, who, why)
    if why != "silence":
        turn.shift_trust(mediator, who, turn.rules.trust_spurned, "spurned", crisis_id)
