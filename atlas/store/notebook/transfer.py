"""Copies everything out of a notebook as plain values, and merges such a copy into one."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime

from atlas.domain.notebook_copy import (
    CopiedMark,
    CopiedNote,
    CopiedRevision,
    CopiedStar,
    Merged,
    NotebookCopy,
)
from atlas.domain.notes import FREE_PREFIX, WIKI_LINK, clean_tags
from atlas.domain.text import fold
from atlas.store.notebook import redirects


def read(db: sqlite3.Connection) -> NotebookCopy:
    """Return everything that is in the notebook; a draft is the last revision of its note."""
    from atlas.store.notebook import pictures

    revisions: dict[str, list[CopiedRevision]] = {}
    for slug, text, closed in db.execute("SELECT slug, text, closed FROM revision ORDER BY id"):
        revisions.setdefault(slug, []).append(CopiedRevision(text, _time(closed)))
    for slug, text, saved in db.execute("SELECT slug, text, saved FROM draft"):
        own = revisions.setdefault(slug, [])
        if not own or own[-1].text != text:
            own.append(CopiedRevision(text, _time(saved)))
    notes = [
        CopiedNote(slug, _time(created), tuple(revisions.get(slug, ())))
        for slug, created in db.execute("SELECT slug, created FROM note ORDER BY slug")
    ]
    tags: dict[str, list[str]] = {}
    for slug, tag in db.execute("SELECT slug, tag FROM tag ORDER BY slug, position"):
        tags.setdefault(slug, []).append(tag)
    return NotebookCopy(
        notes=tuple(notes),
        stars=tuple(CopiedStar(slug, _time(at)) for slug, at in db.execute("SELECT * FROM star ORDER BY slug")),
        tags=tuple((slug, tuple(own)) for slug, own in tags.items()),
        marks=tuple(_marks(db)),
        pictures=tuple(pictures.read(db)),
    )


def merge(db: sqlite3.Connection, copy: NotebookCopy) -> tuple[Merged, list[str]]:
    """Add a copy to a notebook without drafts, inside a transaction.

    Return what changed, and the slugs of the notes to index again.
    """
    names = _names(db, copy)
    touched = [slug for note in copy.notes if (slug := _merge_note(db, note, names)) is not None]
    stars = tags = 0
    for star in copy.stars:
        slug = redirects.current(db, star.slug)
        stars += db.execute("INSERT OR IGNORE INTO star VALUES (?, ?)", (slug, _text(star.starred))).rowcount
    for slug, added in copy.tags:
        tags += _merge_tags(db, redirects.current(db, names.get(slug, slug)), added)
    marks = _merge_marks(db, copy)
    said = sum(bool(note.revisions) for note in copy.notes)
    own = _merge_pictures(db, copy)
    return Merged(len(touched), said - len(touched), stars, tags, marks, own), touched


def _names(db: sqlite3.Connection, copy: NotebookCopy) -> dict[str, str]:
    """Return what the free notes of the copy are called here: two notebooks number theirs alike."""
    here = dict(db.execute("SELECT slug, created FROM note WHERE slug GLOB ?", (f"{FREE_PREFIX}[0-9]*",)).fetchall())
    by_birth = {created: slug for slug, created in here.items()}
    taken = {_number(slug) for slug in here} | {_number(note.slug) for note in copy.notes}
    names: dict[str, str] = {}
    for note in copy.notes:
        if not note.slug.startswith(FREE_PREFIX):
            continue
        own = by_birth.get(_text(note.created))
        if own is None and note.slug in here:
            own = f"{FREE_PREFIX}{max(taken) + 1}"
            taken.add(_number(own))
        if own is not None and own != note.slug:
            names[note.slug] = own
    return names


def _number(slug: str) -> int:
    tail = slug.removeprefix(FREE_PREFIX)
    return int(tail) if slug.startswith(FREE_PREFIX) and tail.isdecimal() else 0


def _merge_note(db: sqlite3.Connection, note: CopiedNote, names: Mapping[str, str]) -> str | None:
    """Add the revisions that are not here; return the slug, or None where there were none."""
    if not note.revisions:
        return None
    slug = redirects.current(db, names.get(note.slug, note.slug))
    theirs = [(_renamed(revision.text, names), _text(revision.closed)) for revision in note.revisions]
    ours = db.execute("SELECT text, closed FROM revision WHERE slug = ? ORDER BY id", (slug,)).fetchall()
    together = _together(ours, theirs)
    if together == ours:
        return None
    db.execute("INSERT OR IGNORE INTO note VALUES (?, ?)", (slug, _text(note.created)))
    # ids order the revisions, so all of them are numbered anew
    db.execute("DELETE FROM revision WHERE slug = ?", (slug,))
    db.executemany("INSERT INTO revision (slug, text, closed) VALUES (?, ?, ?)", [(slug, *one) for one in together])
    return slug


def _together(ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return both in the order of time; one of theirs that only repeats what stands before it is left out."""
    there = set(ours)
    missing = {revision for revision in theirs if revision not in there}
    joined: list[tuple[str, str]] = []
    for revision in sorted([*ours, *dict.fromkeys(one for one in theirs if one in missing)], key=_closed):
        if revision in missing and joined and joined[-1][0] == revision[0]:
            continue
        joined.append(revision)
    return joined


def _closed(revision: tuple[str, str]) -> str:
    return revision[1]


def _renamed(text: str, names: Mapping[str, str]) -> str:
    if not names:
        return text
    return WIKI_LINK.sub(lambda link: link[0].replace(link[1], names.get(link[1], link[1]), 1), text)


def _merge_tags(db: sqlite3.Connection, slug: str, added: tuple[str, ...]) -> int:
    own = [row[0] for row in db.execute("SELECT tag FROM tag WHERE slug = ? ORDER BY position", (slug,))]
    together = clean_tags((*own, *added))
    rows = [(slug, fold(tag), tag, position) for position, tag in enumerate(together) if position >= len(own)]
    db.executemany("INSERT INTO tag VALUES (?, ?, ?, ?)", rows)
    return len(rows)


def _merge_marks(db: sqlite3.Connection, copy: NotebookCopy) -> int:
    there = {(mark.shape, mark.name, mark.note, mark.points) for mark in _marks(db)}
    new = [mark for mark in copy.marks if (mark.shape, mark.name, mark.note, mark.points) not in there]
    db.executemany(
        "INSERT INTO mark (shape, name, note, points, changed) VALUES (?, ?, ?, ?, ?)",
        [(mark.shape, mark.name, mark.note, json.dumps(mark.points), _text(mark.changed)) for mark in new],
    )
    return len(new)


def _merge_pictures(db: sqlite3.Connection, copy: NotebookCopy) -> int:
    from atlas.store.notebook import pictures

    return pictures.merge(db, copy.pictures)


def _marks(db: sqlite3.Connection) -> list[CopiedMark]:
    rows = db.execute("SELECT shape, name, note, points, changed FROM mark ORDER BY id")
    return [
        CopiedMark(shape, name, note, tuple(map(tuple, json.loads(points))), _time(changed))
        for shape, name, note, points, changed in rows
    ]


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
