"""Adds pictures: each file passes the gate, is copied in or left where it is, and recorded with others of its step."""

import errno
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.domain.own_pictures import (
    BIN,
    Batch,
    BatchReport,
    Keeping,
    NewPicture,
    OwnPicture,
    PictureWords,
    Proposal,
    RefusedPicture,
)
from atlas.services.pictures.folder import ChangedError, PictureFolder, is_local_path, readable_name
from atlas.services.pictures.runs import Clock, Walk, Write, size_of
from atlas.services.tasks import CancelToken
from atlas.store.notebook import Notebook

COPY_UP_TO: Final = 100 * 1024**2
"""Pictures of so many bytes together are copied where nobody says otherwise, more are left where they are."""
ROOM_LEFT: Final = 50 * 1024**2
"""Copying stops before less than this is free: the notebook lies on the same disk."""
AT_ONCE: Final = 2
"""So many files are looked into at a time."""
LOOKED_AT: Final = 8
"""So many files are looked into for a proposal."""
_FATAL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class ImportRun:
    """Adds files and folders as one batch."""

    def __init__(self, sources: Sequence[Path], batch: Batch, folder: PictureFolder) -> None:
        self._walk = Walk(sources)
        self._batch = batch
        self._folder = folder
        self._keeping = batch.keeping
        self._counted = False
        self._known: dict[str, OwnPicture] = {}
        self._names: set[str] = set()
        self._in_place: dict[str, OwnPicture] = {}
        self._added: list[int] = []
        self._met: list[int] = []
        self._pasted: dict[Path, str] = {}
        self.done = 0
        self.total = 0
        self.finished = False
        self.refused: list[RefusedPicture] = []

    @classmethod
    def pasted(cls, part: Path, name: str, batch: Batch, folder: PictureFolder) -> "ImportRun":
        """Add a file that `PictureFolder.write_part` wrote, under a name of its own."""
        run = cls([part], batch, folder)
        run._pasted[part.absolute()] = name
        return run

    def begin(self, notebook: Notebook) -> None:
        """Read which pictures there are."""
        for row in notebook.pictures.every():
            self._remember(row)

    def report(self, *, cancelled: bool = False) -> BatchReport:
        """Return what came of it so far."""
        known = tuple(dict.fromkeys(self._met))
        return BatchReport(tuple(self._added), known, tuple(self.refused), cancelled)

    def step(self, token: CancelToken) -> Write | None:
        """Find files, then take some of them in."""
        clock = Clock()
        if not self._counted:
            if not self._walk.go_on(clock, token):
                return None
            self._counted = True
            self.total = len(self._walk.found)
            self._decide()
        found: list[NewPicture] = []
        met: list[OwnPicture] = []
        # Pillow lets go of Python's lock while it decodes: two files at a time take little more than half as long
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="gate") as gate:
            while self.done < self.total and not token.cancelled:
                files = self._walk.found[self.done : self.done + AT_ONCE]
                for path, looked in [(path, gate.submit(self._examined, path)) for path in files]:
                    self._take(path, looked, found, met)
                    self.done += 1
                if clock.over:
                    break
        self.finished = self.done >= self.total
        return partial(self._write, found, met) if found or met else None

    def _remember(self, row: OwnPicture) -> None:
        self._known.setdefault(row.digest, row)
        if row.is_own:
            self._names.add(row.file)
        else:
            self._in_place.setdefault(row.file, row)

    def _decide(self) -> None:
        """Settle where the files are kept when nobody said."""
        if self._keeping is None:
            self._keeping = proposed_keeping(self._walk.found)
        if self._keeping is Keeping.OWN and not self._pasted:
            check_room(self._folder.root, sum(map(size_of, self._walk.found)))

    def _take(self, path: Path, looked: "Future[NewPicture]", found: list[NewPicture], met: list[OwnPicture]) -> None:
        translate = QCoreApplication.translate
        try:
            picture = looked.result()
            # a file in place that another program changed since is the picture it was
            known = self._known.get(picture.digest) or self._in_place.get(str(path))
            if known is None:
                found.append(self._kept(path, picture))
                self._remember(_as_row(found[-1]))
            elif known.id:
                met.append(self._found_again(known, path, picture))
            else:
                # twice in one step: its number is not known yet
                met.append(known)
        except _RefusedError as refused:
            self.refused.append(RefusedPicture(str(path), str(refused)))
        except ChangedError:
            why = translate("OwnPictures", "The file changed while it was read. Add it again when it is finished.")
            self.refused.append(RefusedPicture(str(path), why))
        except OSError as problem:
            if problem.errno in _FATAL:
                raise
            why = translate("OwnPictures", "It could not be copied: {why}.").format(why=problem.strerror or problem)
            self.refused.append(RefusedPicture(str(path), why))
        self._drop_part(path)

    def _examined(self, path: Path) -> NewPicture:
        """Return what is to be recorded of a file, whose place is not settled yet."""
        from atlas.services.images.gate import PictureRefusedError, examine

        try:
            str(path).encode("utf-8")
        except UnicodeEncodeError as problem:
            raise _RefusedError(
                QCoreApplication.translate(
                    "OwnPictures", "Its name is not written in UTF-8 and cannot be noted. Rename the file."
                )
            ) from problem
        try:
            facts = examine(path)
        except PictureRefusedError as problem:
            raise _RefusedError(str(problem)) from problem
        words = self._batch.words
        credit = (self._batch.file_credit and facts.proposed_credit) or words.credit
        said = PictureWords(
            words.caption, credit, words.licence, words.taken or facts.taken or "", words.on, words.place
        )
        keeping = self._keeping or Keeping.OWN
        mtime = path.stat().st_mtime_ns
        return NewPicture(
            str(path), keeping, said, facts.size, mtime, facts.width, facts.height, facts.mime, facts.digest
        )

    def _kept(self, path: Path, picture: NewPicture) -> NewPicture:
        """Put the file where it is to stay. Raises _RefusedError, ChangedError, OSError."""
        if path in self._pasted:
            name = readable_name(self._pasted[path], picture.mime)
            file = self._folder.settle(path, name, picture.digest, self._names)
            return picture._replace(file=file, keeping=Keeping.OWN)
        within = self._folder.name_within(path)
        if within is not None and within.startswith(f"{BIN}/"):
            raise _RefusedError(
                QCoreApplication.translate(
                    "OwnPictures", "It lies in the bin of the gallery. Bring it back from there."
                )
            )
        if within is not None:
            return picture._replace(file=within, keeping=Keeping.OWN)
        if picture.keeping is Keeping.OWN or not is_local_path(str(path)):
            # what lies on another computer is copied, for its record would lead nowhere
            name = readable_name(path.name, picture.mime)
            file = self._folder.take_copy(path, name, picture.digest, self._names)
            return picture._replace(file=file, keeping=Keeping.OWN)
        return picture

    def _found_again(self, row: OwnPicture, path: Path, picture: NewPicture) -> OwnPicture:
        """Return the record of a picture that is here already; where its file is missing, with the one just found."""
        if self._folder.path(row).exists():
            return row
        if not row.is_own and is_local_path(str(path)):
            return row._replace(file=str(path), size=picture.size, mtime_ns=picture.mtime_ns)
        # its own name is free for it
        self._names.discard(row.file)
        kept = self._kept(path, picture._replace(keeping=Keeping.OWN))
        self._names.add(kept.file)
        return row._replace(file=kept.file, keeping=str(kept.keeping), size=picture.size, mtime_ns=picture.mtime_ns)

    def _write(self, found: list[NewPicture], met: list[OwnPicture], notebook: Notebook) -> None:
        """Record a step. Where that fails the copies stay, unseen, and are used when the same files are added again."""
        ids = notebook.pictures.add(found)
        self._added += ids
        for number, picture in zip(ids, found, strict=True):
            self._known[picture.digest] = _as_row(picture, number)
        again = [row if row.id else self._known[row.digest] for row in met]
        before = [row for row in again if row.id not in self._added]
        self._met += [row.id for row in before]
        self._bring_back(notebook, before)

    def _bring_back(self, notebook: Notebook, rows: list[OwnPicture]) -> None:
        """Do to pictures that were here already what the user meant by adding them."""
        table = notebook.pictures
        table.relink((row.id, row.file, Keeping(row.keeping), row.size, row.mtime_ns) for row in rows)
        binned = [row for row in rows if row.binned]
        if binned:
            table.set_binned({row.id: self._folder.from_bin(row) for row in binned}, False)
        words = self._batch.words
        if words.on or words.place:
            table.attach([row.id for row in rows], words.on, words.place)

    def _drop_part(self, path: Path) -> None:
        if path in self._pasted:
            with suppress(OSError):
                path.unlink(missing_ok=True)


class _RefusedError(Exception):
    """A file stays outside; the text says why."""


def _as_row(picture: NewPicture, number: int = 0) -> OwnPicture:
    words, place = picture.words, picture.words.place
    return OwnPicture(
        number, picture.file, str(picture.keeping), words.caption, words.credit, words.licence, words.taken, "",
        picture.size, picture.mtime_ns, picture.width, picture.height, picture.mime, picture.digest, None,
        place.lat if place else None, place.lon if place else None, place.radius_m if place else None,
        " ".join(words.on),
    )  # fmt: skip


def proposed_keeping(files: Sequence[Path]) -> Keeping:
    """Copy few and small ones, and what lies where programs put what they will throw away; leave a collection be."""
    if files and all(_is_fleeting(file) for file in files):
        return Keeping.OWN
    size = 0
    for file in files:
        size += size_of(file)
        if size > COPY_UP_TO:
            return Keeping.IN_PLACE
    return Keeping.OWN


def _is_fleeting(file: Path) -> bool:
    return file.is_relative_to(Path(tempfile.gettempdir()))


def check_room(folder: Path, size: int) -> None:
    """Make the folder; raise OSError where so many bytes cannot be copied there."""
    import shutil

    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    if shutil.disk_usage(folder).free < size + ROOM_LEFT:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def propose(sources: Sequence[Path], token: CancelToken) -> Proposal:
    """Look at files and folders that may be added, into the first of them only. Raises CancelledError."""
    from atlas.services.images.gate import PictureRefusedError, examine

    walk = Walk(sources)
    while not walk.go_on(Clock(), token):
        token.check()
    names: set[str] = set()
    taken: set[str] = set()
    for file in walk.found[:LOOKED_AT]:
        token.check()
        with suppress(PictureRefusedError):
            facts = examine(file, decode=False)
            names.add(facts.proposed_credit)
            taken.add(facts.taken or "")
    return Proposal(
        len(walk.found),
        sum(map(size_of, walk.found)),
        proposed_keeping(walk.found),
        next(iter(names)) if len(names) == 1 else "",
        next(iter(taken)) if len(taken) == 1 else "",
    )
