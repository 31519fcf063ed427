"""Which files are missing or were changed, and finding them again in a folder the user names."""

import stat
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from atlas.domain.own_pictures import Keeping, NewPicture, OwnPicture, PictureWords, RefusedPicture
from atlas.services.pictures.folder import ChangedError, PictureFolder, digest_of, is_local_path, readable_name
from atlas.services.pictures.runs import Clock, Walk, Write
from atlas.services.tasks import CancelToken
from atlas.store.notebook import Notebook

SAME_TIME_NS: Final = 2_000_000_000
"""Times of files that differ by less are the same: FAT keeps them to two seconds."""
LOOKED_AGAIN: Final = 200
"""So many changed files are looked into again at one check; the rest waits for the next."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a look at all files found: pictures outside the bin whose file is missing, and files that were changed."""

    missing: frozenset[int] = frozenset()
    changed: tuple[OwnPicture, ...] = ()


def look(rows: Iterable[OwnPicture], folder: PictureFolder, token: CancelToken) -> Files:
    """Ask the system for every file; what a crash left between a folder and its bin is put right."""
    missing: set[int] = set()
    changed: list[OwnPicture] = []
    for row in rows:
        token.check()
        found = _measures(folder.path(row))
        if found is None and folder.put_right(row):
            found = _measures(folder.path(row))
        if found is None and not row.binned:
            missing.add(row.id)
        elif found is not None and found != (row.size, row.mtime_ns):
            changed.append(row)
    return Files(frozenset(missing), tuple(changed))


def look_again(rows: Iterable[OwnPicture], folder: PictureFolder, token: CancelToken) -> list[tuple[int, NewPicture]]:
    """Return what changed files are now; one that the gate refuses keeps its record and is refused when shown."""
    from atlas.services.images.gate import PictureRefusedError, examine

    found = []
    for row in rows:
        token.check()
        path = folder.path(row)
        try:
            facts = examine(path)
            mtime = path.stat().st_mtime_ns
        except (PictureRefusedError, OSError):
            continue
        new = NewPicture(
            row.file, Keeping(row.keeping), PictureWords(), facts.size, mtime, facts.width, facts.height, facts.mime,
            facts.digest,
        )  # fmt: skip
        found.append((row.id, new))
    return found


def note_changed(found: Iterable[tuple[int, NewPicture]], notebook: Notebook) -> int:
    """Record what `look_again` found; return how many pictures."""
    count = 0
    for number, facts in found:
        notebook.pictures.take_changed(number, facts)
        count += 1
    return count


class FindRun:
    """Searches a folder for the files that are missing and links what it finds.

    A file with the same name, size and time is the one; any other of the same size is, where its content is.
    One that was ours is copied into our folder again, one in place is linked where it lies.
    """

    def __init__(self, where: Path, folder: PictureFolder, only: Iterable[int] | None = None) -> None:
        self._folder = folder
        self._only = None if only is None else frozenset(only)
        self._walk = Walk([where], endings=None)
        self._wanted: dict[int, list[OwnPicture]] = {}
        self._names: set[str] = set()
        self._counted = False
        self.found: list[int] = []
        self.still_missing = 0
        self.done = 0
        self.total = 0
        self.finished = False
        self.refused: list[RefusedPicture] = []

    def begin(self, notebook: Notebook) -> None:
        """Read which files are missing."""
        for row in notebook.pictures.every():
            if row.is_own:
                self._names.add(row.file)
            wanted = not row.binned and (self._only is None or row.id in self._only)
            if wanted and _measures(self._folder.path(row)) is None:
                self._wanted.setdefault(row.size, []).append(row)
                self.still_missing += 1

    def step(self, token: CancelToken) -> Write | None:
        """Find files, then compare some of them."""
        clock = Clock()
        if not self._counted:
            if not self._walk.go_on(clock, token):
                return None
            self._counted = True
            self.total = len(self._walk.found)
        links: list[tuple[int, str, Keeping, int, int]] = []
        while self.done < self.total and self.still_missing and not clock.over and not token.cancelled:
            links += self._compared(self._walk.found[self.done])
            self.done += 1
        self.finished = self.done >= self.total or not self.still_missing
        if self.finished:
            self.done = self.total
        return partial(_link, links) if links else None

    def _compared(self, path: Path) -> list[tuple[int, str, Keeping, int, int]]:
        measures = _measures(path)
        rows = self._wanted.get(measures[0], []) if measures is not None else []
        if measures is None or not rows or not _is_text(path):
            return []
        size, mtime = measures
        try:
            # the same file may be recorded twice; and a file that is one picture is no other
            same = [row for row in rows if row.name == path.name and abs(row.mtime_ns - mtime) < SAME_TIME_NS]
            if not same:
                digest = digest_of(path)
                same = [row for row in rows if row.digest == digest]
            links = [(row.id, *self._place(row, path), size, mtime) for row in same]
        except (OSError, ChangedError) as problem:
            self.refused.append(RefusedPicture(str(path), str(problem)))
            return []
        for row in same:
            rows.remove(row)
            self.found.append(row.id)
        self.still_missing -= len(same)
        return links

    def _place(self, row: OwnPicture, path: Path) -> tuple[str, Keeping]:
        """Return what the record calls the file that was found."""
        if not row.is_own and is_local_path(str(path)):
            return str(path), Keeping.IN_PLACE
        within = self._folder.name_within(path)
        if within is not None and within not in self._names:
            return within, Keeping.OWN
        name = self._folder.take_copy(
            path, readable_name(row.name, row.mime), digest_of(path), self._names - {row.file}
        )
        self._names.add(name)
        return name, Keeping.OWN


def _link(links: list[tuple[int, str, Keeping, int, int]], notebook: Notebook) -> None:
    notebook.pictures.relink(links)


def _measures(path: Path) -> tuple[int, int] | None:
    """Return size and time of a file, None where there is no file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _is_text(path: Path) -> bool:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
