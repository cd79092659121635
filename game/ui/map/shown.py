"""What of a map those who draw upon it read: where the window is, what lies where, what is to be shown."""

from dataclasses import dataclass

from game.ui.map.camera import Camera
from game.ui.map.gazetteer import Gazetteer
from game.ui.map.model import MapModel


@dataclass(frozen=True)
class Shown:
    """A map as it stands for one picture."""

    camera: Camera
    places: Gazetteer
    model: MapModel
    scale: float
    """Interface scale, 1.0 to 2.0."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.camera.width, self.camera.height
