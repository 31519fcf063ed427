"""Reads the catalogue: the list on a day, an entry in full, names of places, what the map shows."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from atlas.domain.claims import Claim, Source, resolve
from atlas.domain.dates import short_text
from atlas.domain.entries import (
    Entry,
    EntryRow,
    Found,
    Hit,
    Marker,
    Name,
    Picture,
    Place,
    Profile,
    Quote,
    Region,
    Relation,
    Snapshot,
)
from atlas.domain.listing import ROW_PROPERTIES, entry_row
from atlas.domain.vocabulary import RELATION_TYPES, Kind, Status
from atlas.store.errors import CatalogueError, UnknownSlugError
from atlas.store.rows import (
    CLAIM_COLUMNS,
    LISTED_CLAIM_COLUMNS,
    claim_from,
    name_from,
    picture_from,
    profile_from,
    quote_from,
    source_from,
    sources_from,
)
from atlas.store.search import DaySearch, connect, find_slugs

SCHEMA_VERSION = 5
_ROWS_KEPT = 2_000
_FROM_THE_DAY = frozenset({Status.PLANNED, Status.OVERDUE})
"""What a status can be that the day itself decides, not only what is known on it."""
_CLAIMS_KEPT = 5_000
"""The most claims that are kept read: ten times what the list of the present catalogue needs."""
_MEND = "Install the atlas again, or in a checkout run: ilrs-atlas catalogue build -o resources/catalogue.db"


class Catalogue:
    """A read-only catalogue. One instance belongs to the thread that opened it; any thread may open its own."""

    def __init__(self, connection: sqlite3.Connection, meta: Mapping[str, str]) -> None:
        self._db = connection
        self.meta = meta
        self.date = date.fromisoformat(meta["date"])
        """The day the catalogue knows up to: "today" for everything derived."""
        self._sources: dict[int, Source] = {r["id"]: source_from(r) for r in connection.execute("SELECT * FROM source")}
        self._snapshots: dict[date, Snapshot] = {}
        self._claims: dict[int, Claim] = {}
        self._rows: dict[int, tuple[int, EntryRow]] = {}
        self._searches: dict[date, DaySearch] = {}

    @classmethod
    def open(cls, path: Path) -> "Catalogue":
        """Open a catalogue. Raises CatalogueError, which says what is wrong and how to mend it."""
        if not path.is_file():
            raise CatalogueError(
                f"The catalogue is missing: there is no file {path}. Your notes are not affected. {_MEND}"
            )
        connection: sqlite3.Connection | None = None
        try:
            connection = connect(path)
            meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
            version = meta["schema_version"]
            if version == str(SCHEMA_VERSION):
                return cls(connection, meta)
        except (sqlite3.Error, KeyError, ValueError) as error:
            if connection is not None:
                connection.close()
            raise CatalogueError(
                f"The catalogue {path} is damaged ({error}). Your notes are not affected. {_MEND}"
            ) from error
        connection.close()
        raise CatalogueError(
            f"The catalogue {path} has version {version}, this atlas reads version {SCHEMA_VERSION}. "
            f"Your notes are not affected. {_MEND}"
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def problems(self) -> list[str]:
        """Return what SQLite's own check finds wrong with the file; empty when nothing is."""
        try:
            found = [str(row[0]) for row in self._db.execute("PRAGMA quick_check")]
        except sqlite3.Error as error:
            return [str(error)]
        return [] if found == ["ok"] else found

    def resolve_slug(self, slug: str) -> str:
        """Return the present slug for a present or former one. Raises UnknownSlugError."""
        row = self._db.execute(
            "SELECT slug FROM entry WHERE slug = ? UNION ALL SELECT slug FROM redirect WHERE old_slug = ?", (slug, slug)
        ).fetchone()
        if row is None:
            raise UnknownSlugError(slug)
        return str(row["slug"])

    def redirects(self) -> dict[str, str]:
        """Return every former slug with the present one."""
        return dict(self._db.execute("SELECT old_slug, slug FROM redirect").fetchall())

    def snapshot(self, as_of: date) -> Snapshot:
        """Return the list as of a day, by name, with how many entries were not known yet."""
        found = self._snapshots.get(as_of)
        if found is None:
            found = self._snapshot(as_of)
            if len(self._snapshots) > 8:
                # what is known today is asked for again and again
                oldest = next(day for day in self._snapshots if day != self.date)
                del self._snapshots[oldest]
                self._searches.pop(oldest, None)
            self._snapshots[as_of] = found
        return found

    def _snapshot(self, as_of: date) -> Snapshot:
        day = as_of.isoformat()
        names = self._names(day)
        claims: dict[int, list[Claim]] = {}
        marks = ", ".join("?" * len(ROW_PROPERTIES))
        for row in self._db.execute(
            f"SELECT c.id AS number, {LISTED_CLAIM_COLUMNS} FROM claim c "
            f"WHERE c.known_day <= ? AND c.property IN ({marks}) ORDER BY c.id",
            (day, *ROW_PROPERTIES),
        ):
            claims.setdefault(row["entry_id"], []).append(self._listed_claim(row))
        rows = [
            self._row(e, names[e["id"]], claims.get(e["id"], []), as_of)
            for e in self._db.execute("SELECT * FROM entry WHERE known_day <= ? ORDER BY id", (day,))
        ]
        total = self._db.execute("SELECT count(*) FROM entry").fetchone()[0]
        rows.sort(key=lambda r: r.name.casefold())
        return Snapshot(as_of, tuple(rows), total - len(rows))

    def _row(self, e: sqlite3.Row, names: dict[str, str], claims: list[Claim], as_of: date) -> EntryRow:
        """Return an entry's line on a day. Most are the same on most days, and are then not derived again."""
        kept = self._rows.get(e["id"])
        # what is known only grows: as many claims are the same claims
        if kept is not None and kept[0] == len(claims) and kept[1].names == names:
            return kept[1]
        nations = tuple(json.loads(e["nations"]))
        row = entry_row(e["slug"], Kind(e["kind"]), names, e["tagline"], nations, claims, as_of)
        if row.status not in _FROM_THE_DAY and len(self._rows) < _ROWS_KEPT:
            self._rows[e["id"]] = (len(claims), row)
        return row

    def _listed_claim(self, row: sqlite3.Row) -> Claim:
        """Return a claim of the list; it is the same on every day, and reading it is half the work of a day."""
        found = self._claims.get(row["number"])
        if found is None:
            found = claim_from(row, self._sources)
            if len(self._claims) < _CLAIMS_KEPT:
                self._claims[row["number"]] = found
        return found

    def _names(self, day: str) -> dict[int, dict[str, str]]:
        found: dict[int, dict[str, str]] = {}
        for row in self._db.execute(
            "SELECT entry_id, lang, text FROM name WHERE role = 'main' AND known_day <= ? ORDER BY known_day, id",
            (day,),
        ):
            found.setdefault(row["entry_id"], {})[row["lang"]] = row["text"]
        return found

    def entry(self, slug: str, as_of: date) -> Entry:
        """Return an entry in full as of a day. Raises UnknownSlugError where it is not known then."""
        day = as_of.isoformat()
        row = self._db.execute(
            "SELECT * FROM entry WHERE slug = ? AND known_day <= ?", (self.resolve_slug(slug), day)
        ).fetchone()
        if row is None:
            raise UnknownSlugError(slug)
        number = row["id"]
        claims = tuple(
            claim_from(c, self._sources)
            for c in self._db.execute(
                f"SELECT {CLAIM_COLUMNS} FROM claim c WHERE c.entry_id = ? AND c.known_day <= ? ORDER BY c.id",
                (number, day),
            )
        )
        names = tuple(
            name_from(n, self._sources)
            for n in self._db.execute(
                "SELECT * FROM name WHERE entry_id = ? AND known_day <= ? ORDER BY known_day, id", (number, day)
            )
        )
        main = {n.lang: n.text for n in names if n.role == "main"}
        line = entry_row(
            row["slug"], Kind(row["kind"]), main, row["tagline"], tuple(json.loads(row["nations"])), claims, as_of
        )
        relations, quotes, pictures = (
            self._relations(number, day),
            self._quotes(number, day),
            self._pictures(number, day),
        )
        profiles = self._profiles(number, day)
        used = _used_sources(claims, names, relations, quotes, pictures, profiles)
        held = tuple(resolve(claims, as_of))
        return Entry(line, as_of, row["summary"], names, claims, held, relations, quotes, pictures, used, profiles)

    def _relations(self, number: int, day: str) -> tuple[Relation, ...]:
        found: list[Relation] = []
        for row in self._db.execute(
            "SELECT r.type, r.known_day, r.note, r.sources, r.from_id = :id AS forward, o.slug, o.kind, "
            "(SELECT n.text FROM name n WHERE n.entry_id = o.id AND n.lang = 'en' AND n.role = 'main' "
            "AND n.known_day <= :day ORDER BY n.known_day DESC, n.id DESC LIMIT 1) AS name FROM relation r "
            "JOIN entry o ON o.id = CASE WHEN r.from_id = :id THEN r.to_id ELSE r.from_id END "
            "WHERE (r.from_id = :id OR r.to_id = :id) AND r.known_day <= :day AND o.known_day <= :day ORDER BY r.id",
            {"id": number, "day": day},
        ):
            kind = row["type"] if row["forward"] else RELATION_TYPES[row["type"]]
            relation = Relation(
                kind,
                row["slug"],
                row["name"],
                Kind(row["kind"]),
                date.fromisoformat(row["known_day"]),
                row["note"],
                sources_from(row["sources"], self._sources),
            )
            if not any((r.type, r.slug) == (relation.type, relation.slug) for r in found):
                found.append(relation)
        return tuple(found)

    def _quotes(self, number: int, day: str) -> tuple[Quote, ...]:
        quotes: list[Quote] = []
        for row in self._db.execute(
            "SELECT q.* FROM quote q JOIN quote_on o ON o.quote_id = q.id "
            "WHERE o.entry_id = ? AND q.known_day <= ? ORDER BY q.said, q.id",
            (number, day),
        ):
            on = self._db.execute(
                "SELECT e.slug FROM quote_on o JOIN entry e ON e.id = o.entry_id WHERE o.quote_id = ? ORDER BY e.slug",
                (row["id"],),
            )
            quotes.append(quote_from(row, self._sources, tuple(r["slug"] for r in on)))
        return tuple(quotes)

    def _pictures(self, number: int, day: str) -> tuple[Picture, ...]:
        rows = self._db.execute(
            "SELECT p.* FROM picture p JOIN picture_on o ON o.picture_id = p.id WHERE o.entry_id = ? "
            "AND o.known_day <= ? AND (p.until_day IS NULL OR p.until_day > ?) "
            "ORDER BY p.entry_id <> o.entry_id, p.kind <> 'plate', p.id",
            (number, day, day),
        )
        return tuple(picture_from(row, self._sources) for row in rows)

    def pictures(self, as_of: date) -> list[tuple[str, Picture]]:
        """Return every picture known on a day with the slug of the entry it is of."""
        day = as_of.isoformat()
        rows = self._db.execute(
            "SELECT e.slug AS entry, p.* FROM picture p JOIN entry e ON e.id = p.entry_id "
            "WHERE p.known_day <= ? AND (p.until_day IS NULL OR p.until_day > ?) AND e.known_day <= ? ORDER BY p.id",
            (day, day, day),
        )
        return [(row["entry"], picture_from(row, self._sources)) for row in rows]

    def pictures_on_entries(self, as_of: date) -> list[tuple[str, Picture]]:
        """Return every picture known on a day once for each entry that shows it, the one it is of first."""
        day = as_of.isoformat()
        rows = self._db.execute(
            "SELECT e.slug AS entry, p.* FROM picture p JOIN picture_on o ON o.picture_id = p.id "
            "JOIN entry e ON e.id = o.entry_id "
            "WHERE o.known_day <= ? AND (p.until_day IS NULL OR p.until_day > ?) AND e.known_day <= ? "
            "ORDER BY p.id, o.entry_id <> p.entry_id, e.slug",
            (day, day, day),
        )
        made: dict[int, Picture] = {}
        found: list[tuple[str, Picture]] = []
        for row in rows:
            if row["id"] not in made:
                made[row["id"]] = picture_from(row, self._sources)
            found.append((row["entry"], made[row["id"]]))
        return found

    def _profiles(self, number: int, day: str) -> tuple[Profile, ...]:
        rows = self._db.execute(
            "SELECT e.slug AS entry, p.* FROM profile p JOIN entry e ON e.id = p.entry_id "
            "WHERE p.entry_id = ? AND p.known_day <= ? ORDER BY p.id",
            (number, day),
        )
        return tuple(profile_from(row, self._sources) for row in rows)

    def profiles(self, as_of: date) -> list[Profile]:
        """Return every line drawing known on a day, in the order of slugs, the whole before its parts."""
        day = as_of.isoformat()
        rows = self._db.execute(
            "SELECT e.slug AS entry, p.* FROM profile p JOIN entry e ON e.id = p.entry_id "
            "WHERE p.known_day <= ? AND e.known_day <= ? ORDER BY p.id",
            (day, day),
        )
        return [profile_from(row, self._sources) for row in rows]

    def places(self, as_of: date | None = None) -> list[Place]:
        """Return the named surface features, largest first; those named later than `as_of` are left out."""
        rows = self._db.execute(
            "SELECT * FROM place WHERE known_day <= ? ORDER BY diameter_km IS NULL, diameter_km DESC, id",
            ((as_of or self.date).isoformat(),),
        )
        return [
            Place(r["slug"], r["name"], r["type"], r["lat"], r["lon"], r["diameter_km"], bool(r["informal"]), r["note"])
            for r in rows
        ]

    def place(self, slug: str) -> Place:
        """Return a place by slug (`iau-1234`). Raises UnknownSlugError."""
        for place in self.places():
            if place.id == slug:
                return place
        raise UnknownSlugError(slug)

    def day_search(self, as_of: date) -> DaySearch:
        """Return what searches as of a day and numbers its finds like the rows of `snapshot`; for any thread."""
        search = self._searches.get(as_of)
        if search is None:
            search = DaySearch(as_of, [row.slug for row in self.snapshot(as_of).rows])
            self._searches[as_of] = search
        return search

    def find(self, text: str, as_of: date) -> Found:
        """Return the rows of the snapshot that a text finds, the best in their order, and places beside them."""
        return self.day_search(as_of).find(self._db, text)

    def search(self, text: str, as_of: date, limit: int = 200) -> list[Hit]:
        """Return entries and places that a text finds, best first, as of a day."""
        rows = {row.slug: row for row in self.snapshot(as_of).rows}
        places: dict[str, Place] = {}
        hits: list[Hit] = []
        for slug, is_place in find_slugs(self._db, text, as_of)[:limit]:
            if is_place:
                places = places or {p.id: p for p in self.places(as_of)}
                place = places[slug]
                hits.append(Hit(slug, "place", {"en": place.name}, None, None, place.type))
            else:
                row = rows[slug]
                hits.append(
                    Hit(slug, str(row.kind), row.names, row.status, row.when.text if row.when else None, row.tagline)
                )
        return hits

    def markers(self, as_of: date) -> list[Marker]:
        """Return where missions landed, struck or mean to land, as of a day."""
        found: list[Marker] = []
        for row in self.snapshot(as_of).rows:
            if row.location is None or row.kind is Kind.SITE:
                continue
            planned = row.location_property == "target_location" and row.status not in {Status.FAILED, Status.CANCELLED}
            impact = row.location_property == "impact_location"
            when = row.when if planned or row.touched is None else row.touched
            year = short_text(when, planned=planned and row.when_planned) if when else ""
            found.append(
                Marker(
                    row.slug, row.name, row.kind, row.status, *row.location, planned=planned, impact=impact, year=year
                )
            )
        return found

    def regions(self, as_of: date) -> list[Region]:
        """Return the candidate regions with an outline, as of a day."""
        found: list[Region] = []
        rows = {row.slug: row for row in self.snapshot(as_of).rows}
        for claim in self._db.execute(
            "SELECT e.slug, c.value FROM claim c JOIN entry e ON e.id = c.entry_id "
            "WHERE c.property = 'extent' AND c.known_day <= ? ORDER BY c.id",
            (as_of.isoformat(),),
        ):
            row: EntryRow | None = rows.get(claim["slug"])
            if row is not None and row.location is not None:
                west, south, east, north = json.loads(claim["value"])
                found.append(Region(row.slug, row.name, *row.location, (west, south, east, north)))
        return found

    def counts(self) -> dict[str, int]:
        """Return how many entries (in all and by kind), claims, sources and places there are."""
        counts = {"entries": self._count("entry")}
        counts.update(self._db.execute("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY kind").fetchall())
        for table in ("claim", "source", "relation", "quote", "picture", "profile", "place"):
            counts[f"{table}s"] = self._count(table)
        counts["claims_sourced"] = self._count("claim", "sources <> '[]'")
        return counts

    def _count(self, table: str, where: str = "1") -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])


def _used_sources(
    claims: tuple[Claim, ...],
    names: tuple[Name, ...],
    relations: tuple[Relation, ...],
    quotes: tuple[Quote, ...],
    pictures: tuple[Picture, ...],
    profiles: tuple[Profile, ...],
) -> tuple[Source, ...]:
    order: dict[str, Source] = {}
    for group in (claims, quotes, relations, pictures, profiles, names):
        for item in group:
            for source in item.sources:
                order.setdefault(source.id, source)
    return tuple(order.values())
