"""What readers have made of one moment's world, kept for whoever reads it next."""

from typing import Final


class Workings:
    """Results by name, beside the ground they were worked out on: on it, the two would hold each other for ever."""

    __slots__ = ("_common", "changed", "earlier", "made")

    def __init__(self, common: "Workings | None" = None) -> None:
        """`common`: those on what everybody sees of the same moment."""
        self.made: Final[dict[str, object]] = {}
        self._common = common
        self.earlier: dict[str, object] = {}
        """What had been made of an earlier moment of the same turn."""
        self.changed: tuple[str, ...] = ()
        """Records of pairs that have changed since."""

    @property
    def common(self) -> "Workings":
        """Those on what everybody sees; these where there are no others."""
        return self._common if self._common is not None else self

    def later(self, changed: tuple[str, ...]) -> "Workings":
        """Empty ones for a later moment, in which these records have changed."""
        after = Workings()
        after.earlier, since = (self.made, ()) if self.made else (self.earlier, self.changed)
        after.changed = (*since, *changed)
        return after
