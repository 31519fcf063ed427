"""Checks pictures' records against their files: nothing is published without a credit, nothing lies about unnamed."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from atlas.content.fields import Fields
from atlas.content.image_header import picture_size
from atlas.content.reader import Problem
from atlas.content.records import EntryRecord, PictureRecord
from atlas.domain.vocabulary import PictureKind

FOLDER: Final = "plates"
SUFFIXES: Final = (".webp", ".jpg", ".jpeg")
MOST_BYTES: Final = 300_000

_KEYS: Final = (
    "id",
    "kind",
    "caption",
    "alt",
    "credit",
    "licence",
    "file",
    "width",
    "height",
    "date",
    "known",
    "made",
    "note",
    "about",
    "replaces",
    "sources",
)
_ONLY_WITH_FILE: Final = ("width", "height", "made", "alt")
_FILE = re.compile(rf"{FOLDER}/[a-z0-9]+(?:[-/][a-z0-9]+)*\.(?:webp|jpe?g)")


def check_picture(fields: Fields, sources: tuple[str, ...], about: tuple[str, ...], shelf: Path) -> PictureRecord:
    """Check one `[[picture]]`; `about`: entries that show it too, `shelf`: the folder that its file is named from."""
    fields.only(_KEYS)
    record = PictureRecord(
        fields.text("id"),
        fields.text("caption"),
        fields.text("credit"),
        fields.text("licence"),
        fields.optional_text("file"),
        fields.partial_date("date"),
        fields.day("known"),
        fields.optional_text("note"),
        sources,
        alt=fields.optional_text("alt"),
        about=about,
        replaces=fields.optional_text("replaces"),
    )
    if record.file is None:
        _check_mentioned(fields)
    else:
        record.kind = _kind(fields)
        record.made = fields.text("made")
        record.width, record.height = fields.pixels("width"), fields.pixels("height")
        if record.date is None and "date" not in fields.table.data:
            fields.complain("date", 'expected date = "…", the day the picture was made')
        _check_file(fields, record, record.file, shelf)
    return record


def replaced_wrongly(entry: EntryRecord) -> list[Problem]:
    """Return a problem for every picture that replaces what is not of its entry, not older, or replaced already."""
    known = {picture.slug: picture.known for picture in entry.pictures}
    problems: list[Problem] = []
    taken: set[str] = set()
    for picture in entry.pictures:
        old = picture.replaces
        if old is None:
            continue
        before, since = known.get(old), picture.known
        if before is None or since is None or before >= since or old in taken:
            problems.append(
                Problem(
                    entry.file,
                    1,
                    f"{picture.slug}: replaces: expected the id of an older picture of this entry, replaced once, "
                    f"found {old!r}",
                )
            )
        taken.add(old)
    return problems


def unnamed_files(entries: Iterable[EntryRecord], shelf: Path) -> list[Problem]:
    """Return a problem for every picture under `plates` that no record names, and for every file named twice."""
    named: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in entries:
        for picture in entry.pictures:
            if picture.file in named:
                problems.append(
                    Problem(entry.file, 1, f"{picture.slug}: {picture.file} is the file of {named[picture.file]}")
                )
            elif picture.file is not None:
                named[picture.file] = picture.slug
    found = (f for f in sorted((shelf / FOLDER).rglob("*")) if f.suffix.lower() in SUFFIXES)
    for file in found:
        name = file.relative_to(shelf).as_posix()
        if name not in named:
            problems.append(
                Problem(name, 1, "expected a [[picture]] that names this file with caption, credit and licence")
            )
    return problems


def _kind(fields: Fields) -> PictureKind:
    allowed = [kind for kind in PictureKind if kind is not PictureKind.MENTIONED]
    return PictureKind(fields.choice("kind", allowed) or PictureKind.PLATE)


def _check_mentioned(fields: Fields) -> None:
    if fields.table.data.get("kind", PictureKind.MENTIONED) != PictureKind.MENTIONED:
        fields.complain(
            "kind", f'kind: expected file = "{FOLDER}/…", or {PictureKind.MENTIONED} for one that is not here'
        )
    for key in _ONLY_WITH_FILE:
        if key in fields.table.data:
            fields.complain(key, f"{key}: expected only with a file")


def _check_file(fields: Fields, record: PictureRecord, name: str, shelf: Path) -> None:
    if not _FILE.fullmatch(name):
        fields.complain(
            "file", f"file: expected {FOLDER}/ and lower-case words ending in {' or '.join(SUFFIXES)}, found {name!r}"
        )
        return
    try:
        data = (shelf / name).read_bytes()
    except OSError as error:
        fields.complain("file", f"file: expected to find {shelf / name}: {error.strerror}")
        return
    if len(data) > MOST_BYTES:
        fields.complain("file", f"file: expected at most {MOST_BYTES} bytes, found {len(data)}")
    size = picture_size(data)
    if size is None:
        fields.complain("file", f"file: expected a WebP or JPEG picture, found something else in {name}")
    elif record.width is not None and record.height is not None and size != (record.width, record.height):
        fields.complain("width", f"width, height: expected {size[0]} and {size[1]} as in the file")
