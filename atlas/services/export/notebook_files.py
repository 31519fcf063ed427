"""The notebook as files: one Markdown file a note, and `notebook.json` with all that Markdown cannot hold.

    notebook.json          {"format": "ilrs-atlas-notebook", "version": 1, "exported": "…", "notes": […], "tags": {…},
                            "stars": […], "marks": […], "pictures": […]}
    notes/change-7.md      the text of the note, exactly
    notes/note.1.md        a note of its own
    pictures/rim.jpg       an own picture, where files were asked for; its record stands in notebook.json

A folder or a zip. Read back, the Markdown file holds where it differs from `notebook.json`: it may have been edited.
What is read is never trusted: nothing is unpacked to the disk, and sizes are counted while reading.
"""

import json
import os
import shutil
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace as replaced
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final, Protocol

from atlas.domain.links import is_slug
from atlas.domain.notebook_copy import CopiedMark, CopiedNote, CopiedRevision, CopiedStar, NotebookCopy
from atlas.domain.notes import MAX_NOTE, clean_tags
from atlas.domain.own_pictures import is_own_file
from atlas.services.export import picture_records
from atlas.store.notebook.errors import BackupError
from atlas.store.notebook.inspect import check_mark

FORMAT: Final = "ilrs-atlas-notebook"
VERSION: Final = 2
PLAIN_VERSION: Final = 1
"""What is written where there are no pictures, so that an older atlas reads it too."""
INDEX: Final = "notebook.json"
FOLDER: Final = "notes/"
PICTURES: Final = "pictures/"
MAX_FILES: Final = 50_000
MAX_MARKDOWN: Final = 4 * MAX_NOTE
MAX_INDEX: Final = 256 * 1024**2
MAX_TOTAL: Final = 256 * 1024**2
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_CHUNK: Final = 1024 * 1024


class Reader(Protocol):
    """A file of an export."""

    def __call__(self, most: int) -> bytes:
        """Return at most so many bytes of it."""

    def open(self) -> IO[bytes]:
        """Return it as a stream."""


def write_files(
    copy: NotebookCopy,
    target: Path,
    now: datetime,
    *,
    replace: bool = False,
    pictures: Mapping[str, Path] | None = None,
) -> int:
    """Write a folder, or a zip where the name ends so; return the number of notes.

    A folder must be new or empty; a zip is overwritten only with `replace`. `pictures` says where the files lie that
    `copy.picture_files` names. Raise BackupError, after which the target is as it was.
    """
    files = _files(copy, now)
    try:
        if target.suffix.lower() == ".zip":
            _write_zip(files, pictures or {}, target, replace=replace)
        else:
            _write_folder(files, pictures or {}, target)
    except OSError as problem:
        raise BackupError(
            f"The notes could not be written to {target}: {problem.strerror or problem}. "
            "The notebook is as it was; choose another place."
        ) from problem
    return len(files) - 1


def read_files(source: Path, now: datetime) -> NotebookCopy:
    """Read a folder or zip as `write_files` made it, or a folder of Markdown files named by their entries.

    Raise BackupError, with a sentence, for everything that is not one.
    """
    try:
        with _members(source) as members:
            return _read(members, source, now)
    except OSError as problem:
        raise BackupError(f"{source} cannot be read: {problem.strerror or problem}. Nothing was imported.") from problem
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as problem:
        raise _refused(source, "it is no whole zip file") from problem
    except RuntimeError as problem:
        raise _refused(source, "it is locked with a password") from problem


# writing


def _files(copy: NotebookCopy, now: datetime) -> dict[str, bytes]:
    files = {f"{FOLDER}{note.slug}.md": note.text.encode("utf-8") for note in copy.notes if note.revisions}
    return {INDEX: json.dumps(_index(copy, now), ensure_ascii=False, indent=1).encode("utf-8"), **files}


def _index(copy: NotebookCopy, now: datetime) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION if copy.pictures else PLAIN_VERSION,
        "exported": _text(now),
        "notes": [
            {
                "slug": note.slug,
                "file": f"{FOLDER}{note.slug}.md",
                "created": _text(note.created),
                "revisions": [{"closed": _text(one.closed), "text": one.text} for one in note.revisions],
            }
            for note in copy.notes
            if note.revisions
        ],
        "tags": {slug: list(tags) for slug, tags in copy.tags},
        "stars": [{"slug": star.slug, "starred": _text(star.starred)} for star in copy.stars],
        "marks": [
            {
                "shape": mark.shape,
                "name": mark.name,
                "note": mark.note,
                "points": [list(point) for point in mark.points],
                "changed": _text(mark.changed),
            }
            for mark in copy.marks
        ],
    } | ({"pictures": picture_records.written(copy)} if copy.pictures else {})


def _write_zip(files: Mapping[str, bytes], pictures: Mapping[str, Path], target: Path, *, replace: bool) -> None:
    if target.exists() and not replace:
        raise BackupError(f"{target} exists already. Nothing was written; choose another name or add --replace.")
    part = target.with_name(target.name + ".part")
    try:
        with part.open("xb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in files.items():
                    archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
                for name, source in pictures.items():
                    # pictures are compressed already
                    with source.open("rb") as picture, archive.open(_stored(name, source), "w") as inside:
                        shutil.copyfileobj(picture, inside, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _stored(name: str, source: Path) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ZIP_TIME)
    info.file_size = source.stat().st_size
    return info


def _write_folder(files: Mapping[str, bytes], pictures: Mapping[str, Path], target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BackupError(f"{target} is not an empty folder. Nothing was written; name a new one, or a .zip file.")
    existed = target.exists()
    part = target.with_name(target.name + ".part")
    try:
        (part / FOLDER).mkdir(parents=True)
        for name, content in files.items():
            (part / name).write_bytes(content)
        if pictures:
            (part / PICTURES).mkdir()
        for name, source in pictures.items():
            shutil.copyfile(source, part / name)
        if existed:
            target.rmdir()
        part.replace(target)
    finally:
        if part.exists():
            shutil.rmtree(part)


# reading


@contextmanager
def picture_readers(source: Path) -> Iterator[Mapping[str, Reader]]:
    """Give a reader of each picture's file in an export, by the name `NotebookCopy.picture_files` has for it."""
    with _members(source) as members:
        yield {name: reader for name, reader in members.items() if name.startswith(PICTURES)}


@contextmanager
def _members(source: Path) -> Iterator[dict[str, Reader]]:
    """Give name and reader of every file that may be ours."""
    if source.is_dir():
        yield _folder_members(source)
        return
    with zipfile.ZipFile(source) as archive:
        yield _zip_members(archive, source)


def _folder_members(source: Path) -> dict[str, Reader]:
    members: dict[str, Reader] = {}
    if (source / FOLDER).is_symlink():
        raise _refused(source, f"{FOLDER!r} leads elsewhere")
    inside = source / FOLDER if (source / FOLDER).is_dir() else source
    files = [source / INDEX, *inside.iterdir()] if (source / INDEX).exists() else list(inside.iterdir())
    if (source / INDEX).exists() and (source / PICTURES).is_dir() and not (source / PICTURES).is_symlink():
        files += (source / PICTURES).iterdir()
    for file in files:
        if file.is_symlink():
            raise _refused(source, f"{file.name!r} leads elsewhere")
        if not file.is_file():
            continue
        below = PICTURES if file.parent == source / PICTURES else FOLDER
        name = INDEX if file == source / INDEX else f"{below}{file.name}"
        members[name] = _FileReader(file)
        if len(members) > MAX_FILES:
            raise _refused(source, "it holds too many files")
    return members


def _zip_members(archive: zipfile.ZipFile, source: Path) -> dict[str, Reader]:
    members: dict[str, Reader] = {}
    entries = archive.infolist()
    if len(entries) > MAX_FILES:
        raise _refused(source, "it holds too many files")
    for entry in entries:
        mode = stat.S_IFMT(entry.external_attr >> 16)
        if entry.is_dir():
            continue
        if mode not in (0, stat.S_IFREG):
            raise _refused(source, f"{entry.filename!r} in it is a link or a device")
        if not _is_plain(entry.orig_filename) or entry.filename in members:
            raise _refused(source, f"the name {entry.filename!r} in it is not one of ours")
        members[entry.filename] = _ZipReader(archive, entry)
    return members


def _is_plain(name: str) -> bool:
    picture = name.startswith(PICTURES) and is_own_file(name.removeprefix(PICTURES)) and name.count("/") == 1
    return name == INDEX or picture or (name.startswith(FOLDER) and _slug_of(name) is not None)


def _slug_of(name: str) -> str | None:
    """Return the slug that a Markdown file is about, None for any other file."""
    if name.startswith(PICTURES):
        return None
    stem = name.removeprefix(FOLDER)
    slug = stem.removesuffix(".md")
    return slug if slug != stem and is_slug(slug) else None


class _FileReader:
    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self, most: int) -> bytes:
        with self.open() as file:
            return file.read(most)

    def open(self) -> IO[bytes]:
        """Return the file as a stream."""
        return self._file.open("rb")


class _ZipReader:
    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        self._archive = archive
        self._entry = entry

    def __call__(self, most: int) -> bytes:
        # what the header says of the size is not believed
        with self.open() as file:
            return file.read(most)

    def open(self) -> IO[bytes]:
        """Return the file as a stream."""
        return self._archive.open(self._entry)


def _read(members: Mapping[str, Reader], source: Path, now: datetime) -> NotebookCopy:
    texts: dict[str, str] = {}
    total = 0
    for name, read in members.items():
        slug = _slug_of(name)
        if slug is None:
            continue
        text = _decoded(read(MAX_MARKDOWN + 1), name, source)
        total += len(text)
        if len(text) > MAX_NOTE or total > MAX_TOTAL:
            raise _refused(source, f"{name!r} is longer than any note")
        texts[slug] = text
    index = _EMPTY if INDEX not in members else _parsed(members[INDEX](MAX_INDEX + 1), source)
    if INDEX not in members and not texts:
        raise _refused(source, "there are no notes in it")
    try:
        copy = _from_index(index)
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise _refused(source, f"what stands in {INDEX} makes no sense") from problem
    return _with_texts(copy, texts, now)


_EMPTY: Final[Mapping[str, Any]] = {"format": FORMAT, "version": PLAIN_VERSION}


def _decoded(content: bytes, name: str, source: Path) -> str:
    try:
        # editors on Windows end lines in their own way
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        raise _refused(source, f"{name!r} is not a text in UTF-8") from problem


def _parsed(content: bytes, source: Path) -> Mapping[str, Any]:
    if len(content) > MAX_INDEX:
        raise _refused(source, f"{INDEX} is too large")
    try:
        index = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise _refused(source, f"{INDEX} is not JSON") from problem
    if not isinstance(index, dict) or index.get("format") != FORMAT:
        raise _refused(source, f"{INDEX} is not the notebook of an atlas")
    if index.get("version") not in (PLAIN_VERSION, VERSION):
        raise _refused(source, "a newer atlas wrote it; install that first")
    return index


def _from_index(index: Mapping[str, Any]) -> NotebookCopy:
    """Read the index; raise ValueError, TypeError, KeyError or AttributeError for anything that is amiss."""
    notes = [_note(fields) for fields in index.get("notes", [])]
    if len({note.slug for note in notes}) != len(notes):
        raise ValueError("a note stands twice")
    return NotebookCopy(
        notes=tuple(notes),
        stars=tuple(CopiedStar(_slug(star["slug"]), _time(star["starred"])) for star in index.get("stars", [])),
        tags=tuple((_slug(slug), _tags(tags)) for slug, tags in index.get("tags", {}).items()),
        marks=tuple(_mark(mark) for mark in index.get("marks", [])),
        pictures=tuple(picture_records.read(fields) for fields in index.get("pictures", [])),
        picture_files=picture_records.read_names(index.get("pictures", []), PICTURES),
    )


def _note(fields: Mapping[str, Any]) -> CopiedNote:
    revisions = tuple(CopiedRevision(_note_text(one["text"]), _time(one["closed"])) for one in fields["revisions"])
    return CopiedNote(_slug(fields["slug"]), _time(fields["created"]), revisions)


def _mark(fields: Mapping[str, Any]) -> CopiedMark:
    points = check_mark(fields["shape"], fields["name"], fields["note"], fields["points"])
    return CopiedMark(fields["shape"], fields["name"], fields["note"], points, _time(fields["changed"]))


def _slug(value: object) -> str:
    if not isinstance(value, str) or not is_slug(value):
        raise ValueError("not a slug")
    return value


def _note_text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_NOTE:
        raise ValueError("not the text of a note")
    # half of a surrogate pair cannot be written anywhere
    value.encode("utf-8")
    return value


def _tags(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise ValueError("not tags")
    return clean_tags(tuple(_note_text(tag) for tag in value))


def _with_texts(copy: NotebookCopy, texts: Mapping[str, str], now: datetime) -> NotebookCopy:
    """Let every Markdown file have the last word on its note."""
    notes = []
    for note in copy.notes:
        text = texts.get(note.slug)
        same = text is None or _same(text, note.text)
        edited = () if same or text is None else (CopiedRevision(text, now),)
        notes.append(CopiedNote(note.slug, note.created, note.revisions + edited))
    named = {note.slug for note in copy.notes}
    for slug, text in texts.items():
        if slug not in named and text.strip():
            notes.append(CopiedNote(slug, now, (CopiedRevision(text, now),)))
    return replaced(copy, notes=tuple(notes))


def _same(one: str, other: str) -> bool:
    """Whether two texts differ at most in how their lines and the last one end, which editors change."""
    return one == other or one.splitlines() == other.splitlines()


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def _time(value: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError("not a time")
    time = datetime.fromisoformat(value)
    if time.tzinfo is None:
        raise ValueError("a time without its zone")
    return time.astimezone(UTC)


def _refused(source: Path, reason: str) -> BackupError:
    return BackupError(f"{source} cannot be imported: {reason}. Nothing was changed.")
