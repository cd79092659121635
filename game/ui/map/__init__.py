"""The world map: an Equal Earth atlas, a painter and the widget that scenes use.

Nothing here knows the rules or the game's state: a scene hands over a `MapModel` of plain records.
"""

from game.ui.map.atlas import Atlas, world
from game.ui.map.model import Arc, Fill, MapModel, Marker, Ring
from game.ui.map.widget import WorldMap

__all__ = ["Arc", "Atlas", "Fill", "MapModel", "Marker", "Ring", "WorldMap", "world"]
