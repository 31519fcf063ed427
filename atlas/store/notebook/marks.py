"""What the user put on the map: pins, paths and areas, each with a name and a note."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from atlas.domain.notes import MAX_NOTE, Mark
from atlas.store.notebook.errors import NotebookError, NotebookMissingError

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


class MarkTable:
    """The marks of one open notebook. Every method is one transaction, or raises a NotebookError."""

    def __init__(self, reading: Transaction, writing: Transaction, clock: Callable[[], datetime]) -> None:
        self._reading = reading
        self._writing = writing
        self._clock = clock

    def every(self) -> list[Mark]:
        """Return everything drawn on the map, oldest first."""
        with self._reading() as db:
            rows = db.execute("SELECT id, shape, name, note, points, changed FROM mark ORDER BY id")
            return [_mark(row) for row in rows]

    def add(self, shape: str, points: Iterable[tuple[float, float]], name: str = "", note: str = "") -> Mark:
        """Keep a `pin`, `path` or `area`; points are (degrees north, degrees east)."""
        placed = _placed(shape, points)
        _check(name, note)
        now = self._now()
        with self._writing() as db:
            cursor = db.execute(
                "INSERT INTO mark (shape, name, note, points, changed) VALUES (?, ?, ?, ?, ?)",
                (shape, name, note, json.dumps(placed), _text(now)),
            )
            return Mark(cursor.lastrowid or 0, shape, name, note, placed, now)

    def change(self, mark: Mark) -> Mark:
        """Give the mark of that number another name, note, shape or place. Raises NotebookMissingError."""
        placed = _placed(mark.shape, mark.points)
        _check(mark.name, mark.note)
        now = self._now()
        with self._writing() as db:
            values = (mark.shape, mark.name, mark.note, json.dumps(placed), _text(now), mark.id)
            sentence = "UPDATE mark SET shape = ?, name = ?, note = ?, points = ?, changed = ? WHERE id = ?"
            if db.execute(sentence, values).rowcount == 0:
                raise _missing(mark.id)
        return Mark(mark.id, mark.shape, mark.name, mark.note, placed, now)

    def remove(self, number: int) -> Mark:
        """Take a mark off the map; return what it was, so that it can be put back."""
        with self._writing() as db:
            row = db.execute(
                "SELECT id, shape, name, note, points, changed FROM mark WHERE id = ?", (number,)
            ).fetchone()
            if row is None:
                raise _missing(number)
            db.execute("DELETE FROM mark WHERE id = ?", (number,))
            return _mark(row)

    def put_back(self, mark: Mark) -> None:
        """Put a removed mark back as it was, with its number; one that is there already is left alone."""
        with self._writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO mark (id, shape, name, note, points, changed) VALUES (?, ?, ?, ?, ?, ?)",
                (mark.id, mark.shape, mark.name, mark.note, json.dumps(mark.points), _text(mark.changed)),
            )

    def _now(self) -> datetime:
        """Return the time as exactly as it is written."""
        now = self._clock()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)


def _placed(shape: str, points: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    placed = tuple((float(lat), float(lon)) for lat, lon in points)
    if not placed or (shape == "pin" and len(placed) != 1):
        raise NotebookError(f"A {shape} cannot be drawn from {len(placed)} points.")
    return placed


def _check(name: str, note: str) -> None:
    if len(name) + len(note) > MAX_NOTE:
        raise NotebookError(f"The note on a mark is longer than {MAX_NOTE:,} characters, so it was not saved.")


def _missing(number: int) -> NotebookMissingError:
    return NotebookMissingError(f"There is no mark {number} on the map.")


def _mark(row: tuple[int, str, str, str, str, str]) -> Mark:
    number, shape, name, note, points, changed = row
    placed = tuple((float(lat), float(lon)) for lat, lon in json.loads(points))
    return Mark(number, shape, name, note, placed, datetime.fromisoformat(changed))


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")
