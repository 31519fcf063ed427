"""Which place the map tells of: the one under the pointer; once the keys lead, the one marked or the middle."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from atlas.domain.coordinates import LatLon
from atlas.services.tasks import Tasks
from atlas.services.terrain import Terrain
from atlas.views.map.readout import PointerReading, reading_at

if TYPE_CHECKING:
    from atlas.views.map.canvas import MapCanvas


class Pointing(QObject):
    """Reads the terrain at that place, and again when view or terrain change."""

    told = Signal(object)
    """A `PointerReading`, or None where there is nothing to tell."""

    def __init__(self, canvas: "MapCanvas", tasks: Tasks, terrain: Terrain) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._tasks = tasks
        self._terrain = terrain
        self._at: QPointF | None = None
        self._marked: LatLon | None = None
        self._middle = False

    def set_pointer(self, at: QPointF) -> None:
        """Tell of what lies under the pointer from now on; what is told comes with `again`."""
        self._at, self._marked, self._middle = at, None, False

    def leave(self) -> None:
        """Take note that the pointer is off the map; what the keys led to is still told."""
        if self._at is not None:
            self._at = None
            self.told.emit(None)

    def lead_to(self, p: LatLon | None) -> None:
        """Tell of a place that somebody went to without the pointer; None for the middle of the map."""
        self._at, self._marked, self._middle = None, p, p is None
        self.again()

    def unmark(self) -> None:
        """Tell no more of a marked place, as its mark is gone."""
        if self._marked is not None:
            self._marked = None
            self.told.emit(None)

    def again(self) -> None:
        """Read and tell anew."""
        p = self._place()
        if p is None:
            return
        reading: PointerReading = reading_at(p, self._terrain)
        self.told.emit(reading)
        if not reading.settled and not self._tasks.closed:
            # the finer height has to be read first
            self._tasks.submit(self._terrain.reading, p, done=self._finer_read, key="map-pointer")

    def _place(self) -> LatLon | None:
        if self._at is not None:
            return self._canvas.view.position(self._at.x(), self._at.y())
        return self._canvas.view.centre if self._middle else self._marked

    def _finer_read(self, _reading: object) -> None:
        p = self._place()
        if p is not None:
            self.told.emit(reading_at(p, self._terrain))
