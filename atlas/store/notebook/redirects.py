"""Follows the slugs that a newer catalogue renamed, so that no note, tag, star or picture is orphaned."""

import sqlite3
from collections.abc import Mapping


def current(db: sqlite3.Connection, slug: str) -> str:
    """Return what the slug is called today."""
    row = db.execute("SELECT new FROM redirect WHERE old = ?", (slug,)).fetchone()
    return str(row[0]) if row else slug


def follow(db: sqlite3.Connection, renamed: Mapping[str, str], now: str) -> int:
    """Move everything from old slugs to new ones and remember the redirects; return how many rows moved.

    No draft may be open on the notes that are `concerned`. Where two notes meet, both texts are kept, the
    old slug's below the new one's, and all revisions of both.
    """
    moved = 0
    for old, new in _targets(renamed).items():
        if current(db, old) == new:
            continue
        db.execute("DELETE FROM redirect WHERE old = ?", (new,))
        db.execute("UPDATE redirect SET new = ? WHERE new = ?", (new, old))
        db.execute("INSERT OR REPLACE INTO redirect VALUES (?, ?)", (old, new))
        moved += _move_note(db, old, new, now)
        moved += db.execute("UPDATE OR IGNORE tag SET slug = ? WHERE slug = ?", (new, old)).rowcount
        moved += db.execute("UPDATE OR IGNORE star SET slug = ? WHERE slug = ?", (new, old)).rowcount
        moved += db.execute("UPDATE OR IGNORE picture_on SET slug = ? WHERE slug = ?", (new, old)).rowcount
        db.execute("UPDATE OR IGNORE link SET target = ? WHERE target = ?", (new, old))
        for statement in (
            "DELETE FROM tag WHERE slug = ?",
            "DELETE FROM star WHERE slug = ?",
            "DELETE FROM picture_on WHERE slug = ?",
            "DELETE FROM link WHERE target = ?",
        ):
            db.execute(statement, (old,))
    return moved


def concerned(db: sqlite3.Connection, renamed: Mapping[str, str]) -> list[str]:
    """Return the notes on old or new slugs of the renamings."""
    targets = {old: new for old, new in _targets(renamed).items() if current(db, old) != new}
    return [slug for slug in dict.fromkeys((*targets, *targets.values())) if _exists(db, slug)]


def _targets(renamed: Mapping[str, str]) -> dict[str, str]:
    """Resolve chains of renamings; circles lead nowhere and are left out."""
    resolved: dict[str, str] = {}
    for old in renamed:
        seen = {old}
        new = renamed[old]
        while new in renamed and new not in seen:
            seen.add(new)
            new = renamed[new]
        if new not in seen:
            resolved[old] = new
    return resolved


def _exists(db: sqlite3.Connection, slug: str) -> bool:
    return db.execute("SELECT 1 FROM note WHERE slug = ?", (slug,)).fetchone() is not None


def _move_note(db: sqlite3.Connection, old: str, new: str, now: str) -> int:
    if not _exists(db, old):
        return 0
    if not _exists(db, new):
        db.execute("UPDATE note SET slug = ? WHERE slug = ?", (new, old))
        db.execute("UPDATE note_search SET slug = ? WHERE slug = ?", (new, old))
        return 1
    texts = [db.execute("SELECT text FROM current_note WHERE slug = ?", (slug,)).fetchone()[0] for slug in (new, old)]
    both = "\n\n---\n\n".join(text for text in texts if text.strip())
    # ids order the revisions, so the joined text has to be the last of them
    db.execute("UPDATE revision SET slug = ? WHERE slug = ?", (new, old))
    db.execute("INSERT INTO revision (slug, text, closed) VALUES (?, ?, ?)", (new, both, now))
    db.execute("DELETE FROM link WHERE source = ?", (old,))
    db.execute("DELETE FROM note_search WHERE slug = ?", (old,))
    db.execute("DELETE FROM note WHERE slug = ?", (old,))
    return 1
