"""Gathers a content folder: sources, entries, places, and the catalogue's own date."""

import csv
import hashlib
from datetime import date
from pathlib import Path

from atlas.content.check import EntryChecker, check_source
from atlas.content.fields import Fields
from atlas.content.known import derive_known
from atlas.content.pictures import replaced_wrongly, unnamed_files
from atlas.content.profiles import add_profiles
from atlas.content.reader import ContentError, Document, Problem, Table, read_document
from atlas.content.records import Content, EntryRecord, PlaceRecord, SourceRecord
from atlas.domain.vocabulary import Kind

_CSV_COLUMNS = ("feature_id", "name", "type", "lat_deg", "lon_deg_east_0_360", "diameter_km")


def load_content(root: Path) -> Content:
    """Read and check everything under `root`, and the pictures in `plates` beside it.

    Raises ContentError with every problem found (file, line, what was expected).
    """
    problems: list[Problem] = []
    files = sorted(p for p in root.rglob("*") if p.suffix in {".toml", ".csv"})
    documents = _read_all([f for f in files if f.suffix == ".toml"], root, problems)
    if problems:
        # what a file that can't be read would have defined is unknown: checking on would only raise false alarms
        raise ContentError(sorted(problems))
    catalogue = documents.pop("catalogue.toml", None)
    if catalogue is None:
        problems.append(Problem("catalogue.toml", 1, "expected this file with date, title and licence"))
        raise ContentError(problems)
    top = Fields(catalogue.top, problems)
    today = top.day("date") or date.min
    sources = _sources([d for n, d in documents.items() if n.startswith("sources/")], problems)
    shelf = root.parent
    entries = _entries(documents, sources, today, shelf, problems)
    problems.extend(_pictures_named_twice(entries))
    problems.extend(unnamed_files(entries.values(), shelf))
    add_profiles([d for n, d in documents.items() if n.startswith("profiles/")], entries, sources, shelf, problems)
    places = _places(root, documents, today, problems)
    if not problems:
        problems.extend(derive_known(entries, sources, today))
        problems.extend(problem for entry in entries.values() for problem in replaced_wrongly(entry))
    if problems:
        raise ContentError(sorted(problems))
    return Content(today, top.text("title"), top.text("licence"), sources, entries, places, _digest(files, root))


def content_digest(root: Path) -> str:
    """Return the digest that `load_content` would record, without reading the content itself."""
    return _digest(sorted(p for p in root.rglob("*") if p.suffix in {".toml", ".csv"}), root)


def _digest(files: list[Path], root: Path) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _read_all(files: list[Path], root: Path, problems: list[Problem]) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    for file in files:
        try:
            documents[file.relative_to(root).as_posix()] = read_document(file, root)
        except ContentError as error:
            problems.extend(error.problems)
    return documents


def _sources(documents: list[Document], problems: list[Problem]) -> dict[str, SourceRecord]:
    found: dict[str, SourceRecord] = {}
    for document in documents:
        problems.extend(
            document.top.problem(key, f"unknown key {key!r}: expected [[source]] tables only")
            for key in document.top.data
        )
        for table in document.tables.get("source", []):
            record = check_source(table, problems)
            if record is None:
                continue
            if record.slug in found:
                problems.append(table.problem("id", f"id: {record.slug!r} is taken by another source"))
            found[record.slug] = record
    return found


def _entries(
    documents: dict[str, Document],
    sources: dict[str, SourceRecord],
    today: date,
    shelf: Path,
    problems: list[Problem],
) -> dict[str, EntryRecord]:
    beside = {"sources", "places", "pictures", "profiles"}
    places = {name: Path(name) for name in documents if name.split("/")[0] not in beside}
    slugs: dict[str, str] = {}
    for name, path in places.items():
        if len(path.parts) != 2 or path.parts[0] not in set(Kind):
            problems.append(Problem(name, 1, f"expected entries in a folder named {', '.join(Kind)}"))
        elif path.stem in slugs:
            problems.append(Problem(name, 1, f"the slug {path.stem!r} is taken by {slugs[path.stem]}"))
        else:
            slugs[path.stem] = name
    checker = EntryChecker(sources, slugs.keys(), today, shelf, problems)
    entries = {
        slug: checker.check(documents[name], Kind(places[name].parts[0]), slug) for slug, name in sorted(slugs.items())
    }
    _add_pictures([d for n, d in documents.items() if n.startswith("pictures/")], entries, checker, problems)
    former: dict[str, str] = {}
    for entry in entries.values():
        for old in entry.former_slugs:
            if old in slugs or old in former:
                problems.append(Problem(entry.file, 1, f"former_slugs: {old!r} is in use"))
            former[old] = entry.slug
    return entries


def _add_pictures(
    documents: list[Document], entries: dict[str, EntryRecord], checker: EntryChecker, problems: list[Problem]
) -> None:
    """Give entries the pictures that stand in `pictures/`: those whose records are written by a script."""
    for document in documents:
        problems.extend(
            document.top.problem(key, f"unknown key {key!r}: expected [[picture]] tables only")
            for key in document.top.data
        )
        for table in document.tables.get("picture", []):
            entry = entries.get(str(table.data.pop("entry", "")))
            if entry is None:
                problems.append(table.problem("", 'expected entry = "…", the id of the entry that the picture is of'))
            else:
                entry.pictures.append(checker.picture(table))


def _pictures_named_twice(entries: dict[str, EntryRecord]) -> list[Problem]:
    taken: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in entries.values():
        for picture in entry.pictures:
            if picture.slug in taken:
                problems.append(
                    Problem(entry.file, 1, f"picture id {picture.slug!r} is taken by {taken[picture.slug]}")
                )
            taken[picture.slug] = entry.slug
    return problems


def _places(root: Path, documents: dict[str, Document], today: date, problems: list[Problem]) -> list[PlaceRecord]:
    places: list[PlaceRecord] = []
    for file in sorted((root / "places").glob("*.csv")):
        places.extend(_iau_places(file, root, problems))
    for name, document in documents.items():
        if name.startswith("places/"):
            places.extend(p for t in document.tables.get("place", []) if (p := _informal(t, today, problems)))
    seen: set[str] = set()
    for place in places:
        if place.slug in seen:
            problems.append(Problem("places", 1, f"place id {place.slug!r} stands twice"))
        seen.add(place.slug)
    return places


def _iau_places(file: Path, root: Path, problems: list[Problem]) -> list[PlaceRecord]:
    name = file.relative_to(root).as_posix()
    places: list[PlaceRecord] = []
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        if tuple(rows.fieldnames or ()) != _CSV_COLUMNS:
            problems.append(Problem(name, 1, f"expected the columns {', '.join(_CSV_COLUMNS)}"))
            return []
        for number, row in enumerate(rows, 2):
            try:
                lat, lon = float(row["lat_deg"]), float(row["lon_deg_east_0_360"])
                diameter = float(row["diameter_km"]) if row["diameter_km"] else None
                int(row["feature_id"])
            except (TypeError, ValueError):
                problems.append(Problem(name, number, "expected a number for id, latitude, longitude and diameter"))
                continue
            if not -90 <= lat <= 90 or not 0 <= lon < 360:
                problems.append(Problem(name, number, "expected latitude -90 to 90 and longitude 0 to below 360"))
            # a gazetteer row carries no approval date of its own: names are shown on every as-of date
            places.append(
                PlaceRecord(
                    f"iau-{row['feature_id']}",
                    row["name"],
                    row["type"],
                    lat,
                    lon,
                    diameter,
                    informal=False,
                    known=date.min,
                    note=None,
                )
            )
    return places


def _informal(table: Table, today: date, problems: list[Problem]) -> PlaceRecord | None:
    fields = Fields(table, problems)
    fields.only(("id", "name", "type", "lat", "lon", "diameter_km", "informal", "known", "note"))
    lat, lon = fields.number("lat"), fields.number("lon")
    if lat is None or lon is None or not -90 <= lat <= 90 or not 0 <= lon < 360:
        fields.complain("lat", "expected lat from -90 to 90 and lon from 0 to below 360")
        return None
    informal = fields.table.data.get("informal")
    if not isinstance(informal, bool):
        fields.complain("informal", "informal: expected true or false")
    return PlaceRecord(
        fields.text("id"),
        fields.text("name"),
        fields.text("type"),
        lat,
        lon,
        fields.number("diameter_km"),
        bool(informal),
        fields.day("known") or today,
        fields.optional_text("note"),
    )
