"""Own pictures in exported notes: their files go along where the user wants it, and come in through the gate."""

import os
import zipfile
from contextlib import ExitStack, suppress
from dataclasses import replace as replaced
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from atlas.domain.notebook_copy import Merged, NotebookCopy
from atlas.domain.own_pictures import Keeping, OwnPicture
from atlas.services.export import notebook_files
from atlas.services.pictures.folder import PictureFolder, digest_of, is_picture_of, readable_name
from atlas.store.notebook import BackupError, Notebook

_CHUNK: Final = 1024 * 1024


def write_out(copy: NotebookCopy, target: Path, folder: Path, *, replace: bool, pictures: bool) -> int:
    """Write all notes as files, with the files of own pictures if wanted; return how many notes. Raises BackupError."""
    sources: dict[str, Path] = {}
    if pictures:
        copy, sources = packed(copy, PictureFolder(folder))
    return notebook_files.write_files(copy, target, datetime.now(UTC), replace=replace, pictures=sources)


def merge_files(source: Path, copy: NotebookCopy, folder: Path, notebook: Notebook) -> Merged:
    """Merge exported notes, already read, into a notebook of which a backup is made first. Raises NotebookError."""
    notebook.back_up("before-import", datetime.now(UTC))
    try:
        copy = unpacked(source, copy, PictureFolder(folder), notebook)
    except OSError as problem:
        raise BackupError(
            f"The pictures in {source} could not be copied to {folder}: {problem.strerror or problem}. "
            "The notebook is as it was; free some space and import again."
        ) from problem
    return notebook.merge(copy)


def packed(copy: NotebookCopy, folder: PictureFolder) -> tuple[NotebookCopy, dict[str, Path]]:
    """Return a copy that names a file for each picture that is there, and where those files lie now."""
    names: dict[str, str] = {}
    sources: dict[str, Path] = {}
    for row in copy.pictures:
        path = folder.path(row)
        # another file of that name was never added here, and is nobody's to give away
        if row.digest in names or not path.is_file() or _is_another(path, row):
            continue
        plain = readable_name(row.name, row.mime)
        name, number = plain, 1
        while f"{notebook_files.PICTURES}{name}".casefold() in {taken.casefold() for taken in sources}:
            number += 1
            name = f"{Path(plain).stem} {number}{Path(plain).suffix}"
        names[row.digest] = f"{notebook_files.PICTURES}{name}"
        sources[names[row.digest]] = path
    return replaced(copy, picture_files=names), sources


def _is_another(path: Path, row: OwnPicture) -> bool:
    try:
        return digest_of(path) != row.digest
    except OSError:
        # whoever writes the files cannot read it either, and says so
        return False


def unpacked(source: Path, copy: NotebookCopy, folder: PictureFolder, notebook: Notebook) -> NotebookCopy:
    """Bring in the files of pictures that are not here yet; return the copy as it is to be merged.

    A record without a file comes along, under a name that no other picture has: its file can be found later.
    """
    if not copy.pictures:
        return copy
    here = notebook.pictures.every()
    digests = {row.digest for row in here}
    names = {row.file for row in here if row.is_own}
    rows: list[OwnPicture] = []
    with ExitStack() as stack:
        # only where there is something in it to be read
        readers = stack.enter_context(notebook_files.picture_readers(source)) if copy.picture_files else {}
        for row in copy.pictures:
            if row.digest not in digests:
                reader = readers.get(copy.picture_files.get(row.digest, ""))
                row = _settled(row, reader, folder, names)
                if row.is_own:
                    names.add(row.file)
            rows.append(row)
    return replaced(copy, pictures=tuple(rows))


def _settled(
    row: OwnPicture, reader: notebook_files.Reader | None, folder: PictureFolder, names: set[str]
) -> OwnPicture:
    if not row.is_own and _is_here(row, folder):
        # another notebook of the same computer
        return row
    if reader is not None and (taken := _taken(row, reader, folder, names)) is not None:
        return taken
    # a path that somebody else wrote down is not asked for ever after: found again, the picture is copied here
    free = folder.free_name(readable_name(row.name, row.mime), names)
    return row._replace(file=free, keeping=str(Keeping.OWN))


def _is_here(row: OwnPicture, folder: PictureFolder) -> bool:
    try:
        return is_picture_of(row, folder.path(row))
    except OSError:
        # what cannot be read cannot be shown: it comes from the export, or is missing
        return False


def _taken(row: OwnPicture, reader: notebook_files.Reader, folder: PictureFolder, names: set[str]) -> OwnPicture | None:
    """Unpack a picture, let the gate look at it and take it in; None where it is not what its record says."""
    from atlas.services.images.gate import PictureRefusedError, examine

    part = folder.new_part()
    try:
        with reader.open() as stream:
            _unpack(stream, part)
        facts = examine(part)
        if facts.digest != row.digest:
            return None
        os.utime(part, ns=(row.mtime_ns, row.mtime_ns))
        file = folder.settle(part, readable_name(row.name, facts.mime), facts.digest, names)
    except (PictureRefusedError, zipfile.BadZipFile, EOFError):
        return None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return row._replace(
        file=file, keeping=str(Keeping.OWN), size=facts.size, width=facts.width, height=facts.height, mime=facts.mime
    )


def _unpack(stream: IO[bytes], part: Path) -> None:
    """Write what is in the stream, but no more than the gate would refuse for its size."""
    from atlas.services.images.limits import FILE_BYTES

    left = FILE_BYTES + 1
    with part.open("xb") as out:
        while chunk := stream.read(min(_CHUNK, left)):
            left -= len(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
