"""Verbs of misfortunes: how one strikes, is met, and is laid at somebody's door."""

from game.core.arith import clamp
from game.core.misfortunes import Misfortune, MisfortuneOutcome, ScheduledMisfortune
from game.core.record import replace
from game.core.verbs.changing import Changing


class Hardships(Changing):
    """Disasters, relief, sabotage and attribution."""

    def take_fate(self, fate: ScheduledMisfortune) -> None:
        """A scheduled misfortune is dealt: it leaves the schedule."""
        self.fates = tuple(other for other in self.fates if other.id != fate.id)
        self._tell("misfortune", why="dealt", about=fate.id, audience=())

    def strike_misfortune(self, fate_id: str, fate: Misfortune) -> None:
        """Harm befalls a nation. If somebody did it, nobody else hears who."""
        self.misfortunes[fate_id] = fate
        self._tell("misfortune", fate.target, amount=fate.severity, why=fate.kind, about=fate_id)
        if fate.culprit:
            self._tell("sabotage", fate.culprit, (fate.target,), about=fate_id, audience=(fate.culprit,))

    def note_contagion(self, source: str, target: str) -> None:
        """A misfortune, or what people flee from, reaches another nation."""
        self._tell("contagion", target, about=source)

    def shift_slump(self, who: str, permille: int, why: str, about: str = "") -> None:
        """Income falls below its usual level, or comes back toward it; in permille."""
        nation = self.nations[who]
        value = clamp(nation.slump + permille, 0, self.rules.slump_most)
        if value != nation.slump:
            self.nations[who] = replace(nation, slump=value)
            self._tell("slump", who, amount=value - nation.slump, why=why, about=about)

    def give_relief(self, fate_id: str, who: str, amount: int) -> None:
        """RP go to those in need; the giver has paid them already."""
        fate = self.misfortunes[fate_id]
        given = {**fate.given, who: fate.given.get(who, 0) + amount}
        self.misfortunes[fate_id] = replace(fate, given=given)
        self._tell("relief", who, (fate.target,), amount, about=fate_id)

    def end_misfortune(self, fate_id: str, outcome: MisfortuneOutcome, permille: int = 0) -> None:
        """It is met, or was never laid at anybody's door."""
        fate = self.misfortunes[fate_id]
        self.misfortunes[fate_id] = replace(fate, ended=self.turn, outcome=outcome)
        kind = self.state.misfortune_kinds[fate.kind]
        if kind.hidden_hand:
            self._tell("unattributed", fate.target, why=outcome, about=fate_id)
        else:
            self._tell("met", fate.target, amount=permille, why=outcome, about=fate_id)

    def accuse(self, fate_id: str, suspect: str) -> None:
        """The victim names a nation before the world."""
        fate = self.misfortunes[fate_id]
        self.misfortunes[fate_id] = replace(fate, accused=suspect)
        why = "proved" if fate.attributed else "unproved"
        self._tell("accused", fate.target, (suspect,), why=why, about=fate_id)

    def judge_accusation(self, fate_id: str, right: bool) -> None:
        """What came of an accusation."""
        fate = self.misfortunes[fate_id]
        why = "right" if right else "wrong" if fate.attributed else "unproved"
        self._tell("verdict", fate.target, (fate.accused,), why=why, about=fate_id)

    def attribute(self, fate_id: str) -> None:
        """The hidden hand is found, and everybody hears whose it was."""
        fate = self.misfortunes[fate_id]
        self.misfortunes[fate_id] = replace(fate, attributed=True, ended=self.turn, outcome="attributed")
        self._tell("attributed", fate.target, (fate.culprit,), about=fate_id)
