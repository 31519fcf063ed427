"""Writes checked content to `catalogue.db`: the same input and SQLite version give the same bytes."""

import json
import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from atlas import __version__
from atlas.content.index import search_rows
from atlas.content.load import load_content
from atlas.content.records import Content, EntryRecord, PictureRecord
from atlas.domain.rowsets import MANY, set_of, to_blob
from atlas.domain.text import exact_key, index_cjk, index_words, starts
from atlas.domain.vocabulary import PictureKind

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 5


def build_catalogue(content_dir: Path, schema: Path, output: Path) -> Content:
    """Check and compile `content_dir` into `output`, replacing it whole and only when all went well.

    Raises ContentError if the content may not be compiled (nothing is written then), OSError if the file
    can't be written.
    """
    content = load_content(content_dir)
    write_catalogue(content, schema, output)
    return content


def write_catalogue(content: Content, schema: Path, output: Path) -> None:
    """Write checked content to `output`, replacing it whole and only when all went well. Raises OSError."""
    from sqlite_utils import Database

    draft = output.with_name(f".{output.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        connection = sqlite3.connect(draft)
        try:
            connection.execute("PRAGMA page_size = 4096")
            connection.execute("PRAGMA journal_mode = OFF")
            db = Database(connection)
            connection.executescript(schema.read_text(encoding="utf-8"))
            with db.atomic():
                _write(db, content)
            db.execute("INSERT INTO search_text (search_text) VALUES ('optimize')")
            db.vacuum()
        finally:
            connection.close()
        draft.replace(output)
    finally:
        draft.unlink(missing_ok=True)


def _write(db: "Database", content: Content) -> None:
    db.table("meta").insert_all(
        {"key": key, "value": value}
        for key, value in (
            ("schema_version", str(SCHEMA_VERSION)),
            ("date", content.date.isoformat()),
            ("title", content.title),
            ("licence", content.licence),
            ("content_digest", content.digest),
            ("atlas_version", __version__),
        )
    )
    source_ids = {slug: number for number, slug in enumerate(sorted(content.sources), 1)}
    db.table("source").insert_all(
        {
            "id": source_ids[s.slug],
            "slug": s.slug,
            "title": s.title,
            "publisher": s.publisher,
            "date": s.date,
            "url": s.url,
            "language": s.language,
            "kind": str(s.kind),
            "remark": s.remark,
        }
        for s in sorted(content.sources.values(), key=lambda s: s.slug)
    )
    entry_ids = {slug: number for number, slug in enumerate(content.entries, 1)}
    db.table("entry").insert_all(
        {
            "id": entry_ids[e.slug],
            "slug": e.slug,
            "kind": str(e.kind),
            "tagline": e.tagline,
            "summary": e.summary,
            "nations": json.dumps(e.nations),
            "known_day": _day(e.known),
        }
        for e in content.entries.values()
    )
    db.table("redirect").insert_all(
        {"old_slug": old, "slug": e.slug} for e in content.entries.values() for old in e.former_slugs
    )
    writer = _Rows(source_ids, entry_ids)
    for entry in content.entries.values():
        writer.add(entry)
    for table, rows in writer.rows.items():
        db.table(table).insert_all(rows)
    db.table("place").insert_all(
        {
            "slug": p.slug,
            "name": p.name,
            "type": p.type,
            "lat": p.lat,
            "lon": p.lon,
            "diameter_km": p.diameter_km,
            "informal": int(p.informal),
            "known_day": _day(p.known),
            "note": p.note,
        }
        for p in content.places
    )
    _write_index(db, content)


class _Rows:
    """Collects the rows of the tables that belong to entries."""

    def __init__(self, source_ids: dict[str, int], entry_ids: dict[str, int]) -> None:
        self._sources = source_ids
        self._entries = entry_ids
        self.rows: dict[str, list[dict[str, object]]] = {
            t: [] for t in ("name", "claim", "relation", "quote", "quote_on", "picture", "picture_on", "profile")
        }

    def _ids(self, sources: tuple[str, ...]) -> str:
        return json.dumps([self._sources[s] for s in sources])

    def add(self, entry: EntryRecord) -> None:
        """Add everything one entry file says."""
        number = self._entries[entry.slug]
        self.rows["name"].extend(
            {
                "entry_id": number,
                "lang": n.lang,
                "text": n.text,
                "role": n.role,
                "known_day": _day(n.known),
                "note": n.note,
                "sources": self._ids(n.sources),
            }
            for n in entry.names
        )
        for c in entry.claims:
            span = c.span
            self.rows["claim"].append(
                {
                    "slug": c.slug,
                    "entry_id": number,
                    "property": c.property,
                    "value": json.dumps(c.value, ensure_ascii=False),
                    "unit": c.unit,
                    "uncertainty": c.uncertainty,
                    "basis": str(c.basis),
                    "asserted": c.asserted,
                    "known_day": _day(c.known),
                    "earliest": _day(span.earliest) if span else None,
                    "latest": _day(span.latest) if span else None,
                    "precision": str(span.precision) if span else None,
                    "approximate": int(span.approximate) if span else 0,
                    "title": c.title,
                    "note": c.note,
                    "replaces": c.replaces,
                    "sources": self._ids(c.sources),
                }
            )
        self.rows["relation"].extend(
            {
                "from_id": number,
                "type": r.type,
                "to_id": self._entries[r.to],
                "known_day": _day(r.known),
                "note": r.note,
                "sources": self._ids(r.sources),
            }
            for r in entry.relations
        )
        for q in entry.quotes:
            quote_id = len(self.rows["quote"]) + 1
            self.rows["quote"].append(
                {
                    "id": quote_id,
                    "text": q.text,
                    "speaker": q.speaker,
                    "office": q.office,
                    "said": q.said,
                    "lang": q.lang,
                    "known_day": _day(q.known),
                    "note": q.note,
                    "sources": self._ids(q.sources),
                }
            )
            shown_on = sorted({number, *(self._entries[s] for s in q.about)})
            self.rows["quote_on"].extend({"quote_id": quote_id, "entry_id": on} for on in shown_on)
        until = {p.replaces: _day(p.known) for p in entry.pictures if p.replaces is not None}
        for p in sorted(entry.pictures, key=_shown_first):
            picture_id = len(self.rows["picture"]) + 1
            self.rows["picture"].append(
                {
                    "id": picture_id,
                    "slug": p.slug,
                    "entry_id": number,
                    "caption": p.caption,
                    "credit": p.credit,
                    "licence": p.licence,
                    "file": p.file,
                    "date": p.date,
                    "known_day": _day(p.known),
                    "until_day": until.get(p.slug),
                    "note": p.note,
                    "sources": self._ids(p.sources),
                    "kind": str(p.kind),
                    "width": p.width,
                    "height": p.height,
                    "made": p.made,
                    "alt": p.alt,
                }
            )
            since = {self._entries[slug]: _day(day) for slug, day in p.shared.items()} | {number: _day(p.known)}
            self.rows["picture_on"].extend(
                {"picture_id": picture_id, "entry_id": on, "known_day": day} for on, day in sorted(since.items())
            )
        self.rows["profile"].extend(
            {
                "entry_id": number,
                "part": p.part,
                "file": p.file,
                "width_m": p.width_m,
                "height_m": p.height_m,
                "made": p.made,
                "credit": p.credit,
                "licence": p.licence,
                "date": p.date,
                "known_day": _day(p.known),
                "sources": self._ids(p.sources),
            }
            for p in entry.profiles
        )


def _shown_first(picture: PictureRecord) -> int:
    """Rank what the thing looks like before where it is; otherwise pictures stay as they were written."""
    return (PictureKind.PLATE, PictureKind.MAP, PictureKind.IMAGERY, PictureKind.MENTIONED).index(picture.kind)


def _write_index(db: "Database", content: Content) -> None:
    # what holds on the newest day comes first, as the list stands then: a search need not walk through the past
    list_names = {entry.slug: _list_name(entry, content.date) for entry in content.entries.values()}
    rows = sorted(
        search_rows(content),
        key=lambda row: (not row.start <= content.date < row.end, row.is_place, list_names.get(row.slug, "")),
    )
    names_known: dict[tuple[int, str, str], date] = {}
    found_by: dict[str, list[int]] = {}
    for number, row in enumerate(rows, 1):
        keys = [exact_key(name) for name in row.names]
        for key in keys:
            at = (int(row.is_place), key, row.slug)
            names_known[at] = min(row.start, names_known.get(at, row.start))
        if not row.is_place and row.start <= content.date < row.end:
            for start in starts("\n".join((*row.names, *row.body))):
                found_by.setdefault(start, []).append(number - 1)
        db.execute(
            "INSERT INTO search_row (id, slug, is_place, kind_rank, from_day, to_day, exact) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                row.slug,
                int(row.is_place),
                row.kind_rank,
                _day(row.start),
                _day(row.end),
                "|".join(keys),
            ),
        )
        names, body = "\n".join(row.names), "\n".join(row.body)
        db.execute(
            "INSERT INTO search_text (rowid, names, names_cjk, body, body_cjk) VALUES (?, ?, ?, ?, ?)",
            (number, index_words(names), index_cjk(names), index_words(body), index_cjk(body)),
        )
    db.table("search_name").insert_all(
        {"is_place": is_place, "key": key, "slug": slug, "from_day": _day(day)}
        for (is_place, key, slug), day in sorted(names_known.items())
    )
    db.table("search_start").insert_all(
        {"start": start, "rows": to_blob(set_of(numbers, numbers[-1] + 1))}
        for start, numbers in sorted(found_by.items())
        if len(numbers) > MANY
    )


def _list_name(entry: EntryRecord, day: date) -> str:
    known = [(n.known or date.min, n.text) for n in entry.names if (n.lang, n.role) == ("en", "main")]
    newest = max((since for since, _ in known if since <= day), default=None)
    return next((text.casefold() for since, text in reversed(known) if since == newest), "")


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
