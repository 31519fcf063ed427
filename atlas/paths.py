"""The one place that finds what ships with the atlas and where the user's data lies."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

POINTER: Final = "moved-to.txt"
"""A file in the usual data folder that says where the user moved the data."""

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders and files. `data` is the user's and may not exist yet; the others ship with the atlas.

    `pointer` is the file that tells where the data was moved, None where the folder was named for this start.
    """

    data: Path
    resources: Path
    db: Path
    pointer: Path | None = None

    @classmethod
    def find(cls, data_dir: Path | None = None) -> "Paths":
        """Return the paths for a checkout, an installed wheel or a frozen bundle.

        `data_dir` overrides the user's data folder; so does the variable ILRS_ATLAS_DATA.
        """
        shipped = _PACKAGE / "_data"
        root = shipped if shipped.is_dir() else _PACKAGE.parent
        named = _named_folder(data_dir)
        if named is not None:
            return cls(named, root / "resources", root / "db")
        from platformdirs import user_data_path

        usual = user_data_path("ilrs-atlas", appauthor=False)
        pointer = usual / POINTER
        return cls(_pointed_at(pointer) or usual, root / "resources", root / "db", pointer)

    @property
    def catalogue(self) -> Path:
        """The compiled catalogue."""
        return self.resources / "catalogue.db"

    @property
    def catalogue_schema(self) -> Path:
        """The SQL from which a catalogue is made."""
        return self.db / "catalogue.sql"

    @property
    def content(self) -> Path:
        """The text files from which the catalogue is compiled."""
        return self.resources / "content"

    @property
    def terrain(self) -> Path:
        """Bundled terrain and imagery."""
        return self.resources / "terrain"

    @property
    def own_terrain(self) -> Path:
        """Terrain that the user imported."""
        return self.data / "terrain"

    @property
    def sky(self) -> Path:
        """Tables of the places of Sun and Earth."""
        return self.resources / "sky"

    @property
    def icons(self) -> Path:
        """SVG icons."""
        return self.resources / "icons"

    @property
    def translations(self) -> Path:
        """Compiled translations of the interface."""
        return self.resources / "translations"

    @property
    def guide(self) -> Path:
        """The pages of the user guide."""
        return self.resources / "guide"

    @property
    def notebook(self) -> Path:
        """The user's notebook."""
        return self.data / "notebook.db"

    @property
    def notebook_migrations(self) -> Path:
        """Numbered SQL files that make and change a notebook."""
        return self.db / "notebook"


def _named_folder(data_dir: Path | None) -> Path | None:
    if data_dir is not None:
        return data_dir.expanduser().absolute()
    override = os.environ.get("ILRS_ATLAS_DATA")
    return Path(override).expanduser().absolute() if override else None


def _pointed_at(pointer: Path) -> Path | None:
    """Return the folder that a pointer names, None where there is no pointer or nothing sensible in it."""
    try:
        text = pointer.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(text) if text and "\0" not in text and Path(text).is_absolute() else None
