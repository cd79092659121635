"""Who is bound to whom by which kinds of clauses: the treaties in force by nation, indexed once for all who look."""

from game.core.appraisal import Appraisal
from game.core.world import State, Treaty


class Web:
    """The treaties in force of one world, by who is a party of them, each in the order of the world's treaties."""

    def __init__(self, world: State) -> None:
        self._world = world
        self._treaties: dict[str, list[tuple[str, Treaty]]] = {}
        self._kinds: dict[tuple[str, str], list[str]] = {}
        self._linked: dict[str, list[str]] = {}
        self._allies: dict[str, list[str]] = {}
        for treaty_id, treaty in world.treaties.items():
            if treaty.in_force(world.turn):
                for name in treaty.parties:
                    self._treaties.setdefault(name, []).append((treaty_id, treaty))

    def treaties(self, nation: str) -> list[tuple[str, Treaty]]:
        """Treaties in force of which a nation is a party."""
        return self._treaties.get(nation, [])

    def kinds(self, a: str, b: str) -> list[str]:
        """Kinds of clauses that bind two nations to each other."""
        known = self._kinds.get((a, b))
        if known is None:
            known = self._kinds[a, b] = [
                clause.kind for _, treaty in self.treaties(a) if b in treaty.parties for clause in treaty.clauses
            ]
        return known

    def linked(self, nation: str) -> list[str]:
        """Nations with which one has a treaty, each once."""
        known = self._linked.get(nation)
        if known is None:
            found = dict.fromkeys(name for _, treaty in self.treaties(nation) for name in treaty.parties)
            known = self._linked[nation] = [name for name in found if name != nation and name in self._world.nations]
        return known

    def allies(self, nation: str) -> list[str]:
        """Nations bound to one by a guarantee or a promise to consult."""
        known = self._allies.get(nation)
        if known is None:
            known = self._allies[nation] = [
                other
                for other in self.linked(nation)
                if "mutual_defence" in (kinds := self.kinds(nation, other)) or "consultation" in kinds
            ]
        return known


def web_of(table: Appraisal) -> Web:
    """The web of an appraisal's world, made once for all who hold the same treaties."""
    known = table.of_treaties.get("web")
    if not isinstance(known, Web):
        known = table.of_treaties["web"] = Web(table.world)
    return known
