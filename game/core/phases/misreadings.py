"""What was misread: a tone taken worse than meant, a public word that did not arrive as it was sent."""

from game.core.dice import dice
from game.core.familiarity import misreading
from game.core.terms import TONES, Tone
from game.core.turn import Turn


def misreadings(turn: Turn) -> None:
    """At the turn's end: one keyed draw for each nation's words to another this turn, by distance and familiarity.

    It is told to both as what it was, and what it did to trust is small.
    """
    for (who, reader), (tone, about) in _said(turn).items():
        if _misread(turn, who, reader, "tone"):
            points = turn.rules.trust_misread[TONES.index(tone)]
            turn.misread(who, reader, points, "tone", about)
            turn.shift_trust(reader, who, points, "misread", about)
    for who, nation in list(turn.nations.items()):
        for statement in nation.statements:
            friend = statement.nation
            if statement.turn == turn.turn and statement.kind == "support" and _misread(turn, who, friend, "signal"):
                # The friend heard less than was said: what the word had won is gone again.
                turn.misread(who, friend, -turn.rules.trust_stood_by, "signal", "")
                turn.shift_trust(friend, who, -turn.rules.trust_stood_by, "stood_by")


def exercise_misread(turn: Turn, a: str, b: str, theatre: str) -> None:
    """People who train together may come away thinking less of each other."""
    if _misread(turn, a, b, f"exercise {theatre}"):
        points = turn.rules.trust_misread_exercise
        turn.misread(a, b, points, "exercise", theatre)
        turn.shift_trust(a, b, points, "misread", theatre)
        turn.shift_trust(b, a, points, "misread", theatre)


def _misread(turn: Turn, who: str, reader: str, what: str) -> bool:
    subject = f"{who}>{reader}|{what}"
    return dice(turn.state.seed, turn.turn, "misread", subject) < misreading(turn.world(), who, reader)


def _said(turn: Turn) -> dict[tuple[str, str], tuple[Tone, str]]:
    """Who has written to whom this turn, by drafts and refusals: the sharpest tone, and in which thread."""
    found: dict[tuple[str, str], tuple[Tone, str]] = {}
    for thread_id, thread in turn.threads.items():
        for revision in thread.revisions:
            written = [(revision.by, revision.tone)] if revision.turn == turn.turn else []
            written += [(had.nation, had.tone) for had in revision.refusals if had.turn == turn.turn]
            for who, tone in written:
                for reader in thread.parties:
                    sharpest = found.get((who, reader), ("cordial", ""))[0]
                    if reader != who and TONES.index(tone) >= TONES.index(sharpest):
                        found[who, reader] = (tone, thread_id)
    return found
