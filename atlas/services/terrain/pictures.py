"""The bundled pictures of the square and of the whole Moon, decoded once and kept."""

import threading
from pathlib import Path

from PySide6.QtGui import QImage

from atlas.services.terrain.files import GLOBE, IMAGERY, PERMANENT_SHADOW, PREVIEW, RELIEF, TerrainError


class GroundPictures:
    """The pictures as QImage; every method may be called from any thread and decodes at the first call."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._kept: dict[str, QImage] = {}

    def preview(self) -> QImage:
        """Return the tinted relief of the square at 1016², quick to decode: the first frame's ground."""
        return self._get(PREVIEW, QImage.Format.Format_RGB32)

    def relief(self) -> QImage:
        """Return the tinted relief of the square at 3048², 400 m a pixel."""
        return self._get(RELIEF, QImage.Format.Format_RGB32)

    def imagery(self) -> QImage:
        """Return the LROC WAC mosaic of the square at 3048², 400 m a pixel."""
        return self._get(IMAGERY, QImage.Format.Format_RGB32)

    def globe(self) -> QImage:
        """Return the LROC WAC mosaic of the whole Moon, plate carrée, longitude -180 to 180."""
        return self._get(GLOBE, QImage.Format.Format_RGB32)

    def permanent_shadow(self) -> QImage:
        """Return what `services.map.shadow_layer` draws the permanent shadow from, as grey."""
        return self._get(PERMANENT_SHADOW, QImage.Format.Format_Grayscale8)

    def has(self, name: str) -> bool:
        """Return whether a file has been decoded already."""
        return name in self._kept

    def _get(self, name: str, wanted: QImage.Format) -> QImage:
        with self._lock:
            kept = self._kept.get(name)
            if kept is None:
                kept = self._kept[name] = self._read(name, wanted)
            return kept

    def _read(self, name: str, wanted: QImage.Format) -> QImage:
        image = QImage(str(self._folder / name))
        if image.isNull():
            raise TerrainError(
                f"The map picture {self._folder / name} is missing or damaged; your notes are not touched. "
                "Install the atlas again to get it back."
            )
        return image.convertToFormat(wanted)
