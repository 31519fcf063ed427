"""Checks line drawings to scale and their records, which stand in `profiles/*.toml`, against each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from atlas.content.fields import Fields, is_slug
from atlas.content.reader import Document, Problem
from atlas.content.records import EntryRecord, ProfileRecord
from atlas.domain.line_drawing import read_drawing

FOLDER: Final = "plates/profiles"
_KEYS: Final = (
    "entry",
    "part",
    "file",
    "width_m",
    "height_m",
    "made",
    "credit",
    "licence",
    "date",
    "known",
    "code",
    "sources",
)


def add_profiles(
    documents: Iterable[Document],
    entries: Mapping[str, EntryRecord],
    sources: Collection[str],
    shelf: Path,
    problems: list[Problem],
) -> None:
    """Give entries the drawings that are recorded; `shelf` is the folder that files are named from."""
    named: set[str] = set()
    for document in documents:
        problems.extend(
            document.top.problem(key, f"unknown key {key!r}: expected [[profile]] tables only")
            for key in document.top.data
        )
        for table in document.tables.get("profile", []):
            fields = Fields(table, problems)
            record = _profile(fields, sources, shelf)
            if record.file in named:
                fields.complain("file", f"file: {record.file} stands twice")
            named.add(record.file)
            entry = entries.get(record.entry)
            if entry is None:
                fields.complain("entry", f"entry: expected the slug of an entry, found {record.entry!r}")
            else:
                entry.profiles.append(record)
    for entry in entries.values():
        entry.profiles.sort(key=lambda profile: profile.part)
    problems.extend(_unnamed(named, shelf))


def _unnamed(named: Collection[str], shelf: Path) -> Iterator[Problem]:
    """Yield a problem for every drawing that no record names."""
    for file in sorted((shelf / FOLDER).rglob("*")):
        name = file.relative_to(shelf).as_posix()
        if file.is_file() and name not in named:
            yield Problem(name, 1, "expected a [[profile]] that names this file, and no other files here")


def _profile(fields: Fields, sources: Collection[str], shelf: Path) -> ProfileRecord:
    fields.only(_KEYS)
    date = fields.partial_date("date")
    if date is None and "date" not in fields.table.data:
        fields.complain("date", 'expected date = "…", the day the drawing was made')
    record = ProfileRecord(
        fields.text("entry"),
        fields.optional_text("part") or "",
        fields.text("file"),
        _metres(fields, "width_m"),
        _metres(fields, "height_m"),
        fields.text("made"),
        fields.text("credit"),
        fields.text("licence"),
        date or "",
        fields.day("known"),
        fields.slugs("sources", sources, "a source in sources/*.toml"),
    )
    if record.part and not is_slug(record.part.replace(" ", "-")):
        fields.complain("part", f"part: expected lower-case words, found {record.part!r}")
    _check_file(fields, record, shelf)
    return record


def _metres(fields: Fields, key: str) -> float:
    value = fields.number(key)
    if value is None and key not in fields.table.data:
        fields.complain(key, f"expected {key} = …, in metres")
    return value or 0.0


def _check_file(fields: Fields, record: ProfileRecord, shelf: Path) -> None:
    words = f"{record.entry}--{record.part.replace(' ', '-')}" if record.part else record.entry
    if record.file != f"{FOLDER}/{words}.svg":
        fields.complain("file", f"file: expected {FOLDER}/{words}.svg, found {record.file!r}")
        return
    try:
        drawing = read_drawing((shelf / record.file).read_bytes())
    except OSError as error:
        fields.complain("file", f"file: expected to find {shelf / record.file}: {error.strerror}")
        return
    except ValueError as error:
        fields.complain("file", f"file: {record.file}: {error}")
        return
    if (record.width_m, record.height_m) != (drawing.width_m, drawing.height_m):
        fields.complain(
            "width_m", f"width_m, height_m: expected {drawing.width_m} and {drawing.height_m} as in the file"
        )
    if fields.text("code") != drawing.code:
        fields.complain("code", f"code: expected {drawing.code!r} as in the file: draw it again or record it anew")
