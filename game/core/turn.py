"""The draft of a turn: shares the state's records, replaces what changes, by verbs that each record an event.

Phases and acts change the state through these verbs only, so nothing happens without an event that says so.
"""

from game.core.arith import divide
from game.core.record import replace
from game.core.verbs.books import Books
from game.core.verbs.cases import Cases
from game.core.verbs.councils import Councils
from game.core.verbs.desk import Desk
from game.core.verbs.hardships import Hardships
from game.core.verbs.pledges import Pledges
from game.core.verbs.relations import Relations
from game.core.verbs.talks import Talks


class Turn(Books, Relations, Talks, Pledges, Cases, Hardships, Councils, Desk):
    """A state being changed. `done()` gives the new state; the one it began from is untouched."""

    def open_turn(self) -> None:
        """Begin the next turn."""
        self.turn += 1
        self.stage, self.round = "negotiation", 0
        self._next_stage(turn_over=True)
        self._tell("turn_opened", amount=self.turn)

    def open_round(self, number: int) -> None:
        """Ask for sealed answers: round 1 or 2."""
        self.stage, self.round = "showdown", number
        self._next_stage(turn_over=False)
        self._tell("round_opened", amount=number)

    def open_strike(self) -> None:
        """Ask the challengers, alone, for their decision."""
        self.stage, self.round = "strike", 0
        self._next_stage(turn_over=False)
        self._tell("round_opened", amount=3)

    def close_turn(self) -> None:
        """Mark the end of a Resolution."""
        self._tell("turn_closed", amount=self.turn)

    def play_on(self) -> None:
        """The announced end has come, and the game goes on."""
        self._tell("played_on", amount=self.turn)

    def end_game(self) -> None:
        """No turn follows."""
        self.stage, self.round = "over", 0
        self._next_stage(turn_over=True)
        self._tell("game_over", amount=self.turn)

    def mark(self, who: str, marks: tuple[int, ...]) -> None:
        """Keep how far each objective was met this turn, in permille."""
        nation = self.nations[who]
        self.nations[who] = replace(nation, marks=(*nation.marks, marks))
        self._tell("mark", who, amount=divide(sum(marks), max(1, len(marks))), audience=(who,))

    def note_stability(self, value: int) -> None:
        """Report the state of the world's peace."""
        self._tell("stability", amount=value)
