"""The folder of imported terrains: a file of tiles and a record each. One process at a time may change it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile

from atlas.services.export.files import write_atomically
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.record import TerrainRecord

if TYPE_CHECKING:
    from pathlib import Path

TILES: Final = ".tiles"
DRAFT: Final = ".part"
_RECORD: Final = ".json"
_LOCK: Final = "lock"
_SPACE: Final = re.compile(r"[\s/\\:*?\"<>|.]+")
_LONGEST: Final = 80


class Library:
    """Imported terrains by the path of their tiles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def records(self) -> tuple[dict[Path, TerrainRecord], list[str]]:
        """Return what there is, by name, and a sentence for each record that cannot be read."""
        found: dict[Path, TerrainRecord] = {}
        problems: list[str] = []
        if self.folder.is_dir():
            for path in sorted(self.folder.glob(f"*{_RECORD}")):
                try:
                    found[path.with_suffix(TILES)] = TerrainRecord.read(path)
                except TerrainError as error:
                    problems.append(str(error))
        return dict(sorted(found.items(), key=_by_name)), problems

    def problems(self) -> list[str]:
        """Return a sentence for each terrain whose record or tiles are missing or not as they were written."""
        records, problems = self.records()
        for path, record in records.items():
            try:
                whole = path.stat().st_size == record.size
            except OSError:
                whole = False
            if not whole:
                problems.append(
                    f"The imported terrain {record.name} is damaged: {path} is missing or cut off. Remove it and "
                    f"import it again from {record.source}."
                )
        return problems

    def named(self, name: str) -> Path:
        """Return the tiles of a terrain by its name. Raises TerrainError."""
        records, _ = self.records()
        for path, record in records.items():
            if record.name.casefold() == name.strip().casefold():
                return path
        known = ", ".join(record.name for record in records.values())
        raise TerrainError(
            f"There is no imported terrain called {name!r}. "
            + (f"There are: {known}." if known else "None has been imported yet.")
        )

    def free_name(self, wished: str) -> str:
        """Return a name that no terrain has yet: the one wished for, or that with a number."""
        taken = {record.name.casefold() for record in self.records()[0].values()}
        clean = " ".join(wished.split())[:_LONGEST] or "terrain"
        name, number = clean, 2
        while name.casefold() in taken:
            name, number = f"{clean} {number}", number + 1
        return name

    def set_enabled(self, tiles: Path, *, enabled: bool) -> None:
        """Let a terrain be used, or not. Raises TerrainError or OSError."""
        path = tiles.with_suffix(_RECORD)
        record = replace(TerrainRecord.read(path), enabled=enabled)
        write_atomically(path, record.to_json().encode())

    def remove(self, tiles: Path) -> None:
        """Remove a terrain; the file it was made from is not touched. Raises OSError."""
        # the record first: tiles without one are nobody's, and swept away by the next import
        tiles.with_suffix(_RECORD).unlink(missing_ok=True)
        tiles.unlink(missing_ok=True)

    def add(self, draft: Path, record: TerrainRecord) -> Path:
        """Take over finished tiles with their record, and return where they lie now. Raises OSError."""
        stem = _SPACE.sub("-", record.name).strip("-") or "terrain"
        tiles = self.folder / f"{stem}{TILES}"
        number = 2
        while tiles.exists() or tiles.with_suffix(_RECORD).exists():
            tiles, number = self.folder / f"{stem}-{number}{TILES}", number + 1
        draft.replace(tiles)
        try:
            write_atomically(tiles.with_suffix(_RECORD), record.to_json().encode())
        except OSError:
            tiles.unlink(missing_ok=True)
            raise
        return tiles

    @contextmanager
    def importing(self) -> Iterator[Path]:
        """Hold the folder while a terrain is written to the path given; nothing is left there in the end.

        Raises TerrainError where another import is at work, OSError where nothing may be written.
        """
        made = not self.folder.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(self.folder / _LOCK))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            if lock.error() is not QLockFile.LockError.LockFailedError:
                raise PermissionError(13, "may not be written", str(self.folder))
            raise TerrainError("Another terrain is being imported just now. Wait until it is done, then try again.")
        draft = self.folder / f"import-{os.getpid()}{DRAFT}"
        try:
            self._sweep()
            yield draft
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            lock.unlock()
            if made:
                with suppress(OSError):
                    self.folder.rmdir()

    def _sweep(self) -> None:
        """Remove what an import that was killed has left."""
        for path in self.folder.glob(f"*{DRAFT}"):
            path.unlink(missing_ok=True)
        for path in self.folder.glob(f"*{TILES}"):
            if not path.with_suffix(_RECORD).exists():
                path.unlink(missing_ok=True)


def _by_name(item: tuple[Path, TerrainRecord]) -> tuple[str, str]:
    return item[1].name.casefold(), item[0].name


def listing(records: dict[Path, TerrainRecord]) -> str:
    """Return the records as the JSON array of the command line."""
    found = [
        {
            "name": record.name,
            "source": record.source,
            "resolution_m": record.cell_m,
            "min_m": record.min_m,
            "max_m": record.max_m,
            "bounds_m": list(record.bounds_m),
            "crs": record.crs,
            "original_crs": record.original_crs,
            "credit": record.credit,
            "imported": record.imported,
            "enabled": record.enabled,
            "on_map": record.on_map,
            "size": record.size,
        }
        for record in records.values()
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)
