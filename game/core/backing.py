"""Favours: who has promised to stand behind whom in a matter that has come up."""

from game.core.duties import Back, Matter
from game.core.triggers import duties_of
from game.core.world import State


def backs_due(world: State, matter: Matter, whom: str, about: str = "") -> tuple[Back, ...]:
    """Every promise in force to stand behind `whom` in this matter, one a nation.

    `about` is the nation its case or claim is against, or the kind of its motion.
    """
    found: dict[str, Back] = {}
    for treaty_id, treaty in world.treaties.items():
        if whom in treaty.parties and treaty.in_force(world.turn):
            for duty in duties_of(treaty_id, treaty):
                if isinstance(duty, Back) and duty.whom == whom and duty.matter == matter and duty.about in ("", about):
                    found.setdefault(duty.by, duty)
    return tuple(found.values())
