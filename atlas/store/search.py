"""Full-text search over what was known on a day. What is typed is never passed on as search syntax."""

import json
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from atlas.domain.entries import Found, Hit
from atlas.domain.rowsets import MANY, Matches, bits_of, from_blob, set_of
from atlas.domain.text import query_cjk, query_key, query_start, query_words

_BEST: Final = 500
_PLACES: Final = 6
_PLACES_AMONG: Final = 60

_WEIGHTS: Final = "10.0, 10.0, 1.0, 1.0"
_HITS: Final = (
    "FROM search_text JOIN search_row r ON r.id = search_text.rowid "
    "WHERE search_text MATCH :text AND search_text.rowid <= :last AND r.from_day <= :day AND :day < r.to_day"
)
_TIER: Final = (
    "CASE WHEN instr('|' || r.exact || '|', '|' || :key || '|') THEN 0 "
    "WHEN instr('|' || r.exact, '|' || :key || ' ') THEN 1 WHEN instr('|' || r.exact, '|' || :key) THEN 2 "
    "ELSE 3 END AS tier"
)
"""0 for a name that is the query, 1 and 2 for names that begin with it, as a word or as letters."""
_NAMES: Final = (
    "SELECT slug FROM search_name WHERE is_place = :place AND key >= :key AND key < :end AND from_day <= :day "
    "ORDER BY key, slug LIMIT :limit"
)
_LAST_ROW: Final = (1 << 63) - 1


def match_expression(text: str) -> str:
    """Return the FTS5 expression for a query: every word as a prefix, every CJK run by its grams; empty for nothing.

    The columns of words hold no CJK and the others nothing else, so none is named.
    """
    parts = [f'"{word}"*' for word in query_words(text)]
    parts += [f'"{gram}"' for grams in query_cjk(text) for gram in grams]
    return " AND ".join(parts)


def find_slugs(db: sqlite3.Connection, text: str, as_of: date, last: int = _LAST_ROW) -> list[tuple[str, bool]]:
    """Return (slug, is place) of all that a text finds as of a day, best first.

    A name that is the query comes first, then names that begin with it, then names that hold all its words,
    then whatever mentions them, by FTS5's bm25 with names ten times the weight of text. `last`: the greatest
    row id that can hold on the day, where that is known.
    """
    expression = match_expression(text)
    if not expression:
        return []
    rows = db.execute(
        f"SELECT r.slug, r.is_place, r.kind_rank, r.exact, bm25(search_text, {_WEIGHTS}) AS score, {_TIER} {_HITS}",
        {"text": expression, "key": query_key(text), "day": as_of.isoformat(), "last": last},
    )
    asked = query_key(text).split()
    ranked = sorted((*_rank(row, asked), row["score"], row["slug"], row["is_place"]) for row in rows)
    return [(slug, bool(is_place)) for *_, slug, is_place in ranked]


class DaySearch:
    """Searches as of one day; what it finds is numbered like the rows of that day's snapshot.

    It holds no connection, so any thread may use it; what it learns at the first search is the same in each.
    """

    def __init__(self, as_of: date, slugs: Sequence[str]) -> None:
        self._day = as_of.isoformat()
        self._as_of = as_of
        self._slugs = slugs
        self._numbers: dict[str, int] = {}
        self._ids: tuple[int, ...] = ()
        self._stand_together = False
        self._last = 0

    def prepare(self, db: sqlite3.Connection) -> None:
        """Learn which search rows hold on the day; done at the first search where it was not done before."""
        rows = dict(
            db.execute(
                "SELECT slug, id FROM search_row WHERE from_day <= :day AND :day < to_day", {"day": self._day}
            ).fetchall()
        )
        self._numbers = {slug: number for number, slug in enumerate(self._slugs)}
        self._ids = tuple(rows[slug] for slug in self._slugs)
        # rows that hold on the newest day stand first in the table and in this order, so there the past costs nothing
        self._stand_together = self._ids == tuple(range(1, len(self._ids) + 1))
        self._last = max(rows.values(), default=-1)

    def find(self, db: sqlite3.Connection, text: str) -> Found:
        """Return what a text finds."""
        expression = match_expression(text)
        if not expression:
            return Found(Matches((), 0))
        if not self._last:
            self.prepare(db)
        asked = {"text": expression, "day": self._day, "last": self._last}
        rows = self._known_many(db, text)
        if rows is None and self._are_many(db, asked):
            rows = self._many(db, asked)
        if rows is not None:
            return self._head_of(db, text, rows)
        slugs = find_slugs(db, text, self._as_of, self._last)
        best = tuple(self._numbers[slug] for slug, is_place in slugs if not is_place)
        places = [slug for slug, is_place in slugs[:_PLACES_AMONG] if is_place]
        return Found(Matches(best, set_of(best, len(self._slugs))), self._places(db, places[:_PLACES]))

    def find_in(self, path: Path, text: str) -> Found:
        """Return what a text finds, over a connection of its own to the catalogue at `path`."""
        with closing(connect(path)) as db:
            return self.find(db, text)

    def prepare_in(self, path: Path) -> None:
        """Make ready for the first search, over a connection of its own."""
        with closing(connect(path)) as db:
            self.prepare(db)

    def _known_many(self, db: sqlite3.Connection, text: str) -> int | None:
        start = query_start(text)
        if start is None or not self._stand_together:
            return None
        row = db.execute("SELECT rows FROM search_start WHERE start = ?", (start,)).fetchone()
        return None if row is None else from_blob(row["rows"]) & ((1 << len(self._ids)) - 1)

    @staticmethod
    def _are_many(db: sqlite3.Connection, asked: dict[str, object]) -> bool:
        counted = f"SELECT count(*) FROM (SELECT 1 {_HITS} LIMIT {MANY + 1})"
        return bool(db.execute(counted, asked).fetchone()[0] > MANY)

    def _many(self, db: sqlite3.Connection, asked: dict[str, object]) -> int:
        # one row with all ids: fetched one by one they would hold up every other thread
        ids = db.execute(
            "SELECT '[' || group_concat(rowid) || ']' FROM search_text "
            "WHERE search_text MATCH :text AND rowid <= :last",
            asked,
        ).fetchone()[0]
        there = bytearray(self._last + 1)
        for number in json.loads(ids):
            there[number] = 1
        return bits_of(self._in_list_order(there))

    def _head_of(self, db: sqlite3.Connection, text: str, rows: int) -> Found:
        key = query_key(text)
        asked = {"key": key, "end": key + chr(sys.maxunicode), "day": self._day}
        # the alphabet puts the name itself first, then names that go on with a word, then with a letter
        names = db.execute(_NAMES, {**asked, "place": 0, "limit": _BEST})
        best = dict.fromkeys(self._numbers[row["slug"]] for row in names)
        places = dict.fromkeys(row["slug"] for row in db.execute(_NAMES, {**asked, "place": 1, "limit": _PLACES}))
        return Found(Matches(tuple(best), rows), self._places(db, list(places)))

    def _in_list_order(self, there: bytearray) -> bytes | bytearray:
        if self._stand_together:
            return there[1 : len(self._ids) + 1]
        return bytes(map(there.__getitem__, self._ids))

    @staticmethod
    def _places(db: sqlite3.Connection, slugs: Sequence[str]) -> tuple[Hit, ...]:
        found = [db.execute("SELECT slug, name, type FROM place WHERE slug = ?", (slug,)).fetchone() for slug in slugs]
        return tuple(Hit(p["slug"], "place", {"en": p["name"]}, None, None, p["type"]) for p in found)


def connect(path: Path) -> sqlite3.Connection:
    """Open a catalogue's file for reading only."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def _rank(row: sqlite3.Row, asked: list[str]) -> tuple[int, int]:
    """Return the tier, and within the two first of them missions before vehicles before the other kinds."""
    tier: int = row["tier"]
    if tier == 3 and not _holds_all(row["exact"], asked):
        tier = 4
    return tier, row["kind_rank"] if tier < 2 else row["is_place"]


def _holds_all(exact: str, asked: list[str]) -> bool:
    """Return whether one name holds all the words."""
    if not all(word in exact for word in asked):
        return False
    return any(all(word in name for word in asked) for name in exact.split("|"))
