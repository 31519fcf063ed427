"""The one place that finds what ships with the atlas and where the user's data lies."""

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders and files. `data` is the user's and may not exist yet; the others ship with the atlas."""

    data: Path
    resources: Path
    db: Path

    @classmethod
    def find(cls, data_dir: Path | None = None) -> "Paths":
        """Return the paths for a checkout, an installed wheel or a frozen bundle.

        `data_dir` overrides the user's data folder; so does the variable ILRS_ATLAS_DATA.
        """
        shipped = _PACKAGE / "_data"
        root = shipped if shipped.is_dir() else _PACKAGE.parent
        return cls(_data_folder(data_dir), root / "resources", root / "db")

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
    def notebook(self) -> Path:
        """The user's notebook."""
        return self.data / "notebook.db"

    @property
    def notebook_migrations(self) -> Path:
        """Numbered SQL files that make and change a notebook."""
        return self.db / "notebook"


def _data_folder(data_dir: Path | None) -> Path:
    if data_dir is not None:
        return data_dir.expanduser().absolute()
    override = os.environ.get("ILRS_ATLAS_DATA")
    if override:
        return Path(override).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("ilrs-atlas", appauthor=False)
