"""Full-text search over what was known on a day. What is typed is never passed on as search syntax."""

import sqlite3
from datetime import date

from atlas.domain.text import exact_key, query_cjk, query_key, query_words

_WEIGHTS = "10.0, 10.0, 1.0, 1.0"


def match_expression(text: str) -> str:
    """Return the FTS5 expression for a query: every word as a prefix, every CJK run by its grams; empty for nothing."""
    parts = [f'{{names body}} : "{word}"*' for word in query_words(text)]
    for grams in query_cjk(text):
        quoted = " AND ".join(f'"{gram}"' for gram in grams)
        parts.append(f"{{names_cjk body_cjk}} : ({quoted})")
    return " AND ".join(parts)


def find_slugs(db: sqlite3.Connection, text: str, as_of: date) -> list[tuple[str, bool]]:
    """Return (slug, is place) of all that a text finds as of a day, best first.

    A name that is the query comes first, then names that begin with it, then names that hold all its words,
    then whatever mentions them, by FTS5's bm25 with names ten times the weight of text.
    """
    expression = match_expression(text)
    if not expression:
        return []
    day = as_of.isoformat()
    rows = db.execute(
        "SELECT r.slug, r.is_place, r.kind_rank, r.exact, bm25(search_text, " + _WEIGHTS + ") AS score "
        "FROM search_text JOIN search_row r ON r.id = search_text.rowid "
        "WHERE search_text MATCH ? AND r.from_day <= ? AND ? < r.to_day",
        (expression, day, day),
    ).fetchall()
    key = query_key(text)
    ranked = sorted(rows, key=lambda r: (*_rank(r, key), r["score"], r["slug"]))
    return [(r["slug"], bool(r["is_place"])) for r in ranked]


def _rank(row: sqlite3.Row, key: str) -> tuple[int, int]:
    """Return the tier, and within the two first of them missions before vehicles before the other kinds."""
    tier = _tier(row["exact"], key)
    return tier, row["kind_rank"] if tier < 2 else row["is_place"]


def _tier(exact: str, key: str) -> int:
    names = exact.split("|")
    if key in names:
        return 0
    if any(name.startswith(f"{key} ") for name in names):
        return 1
    if any(name.startswith(key) for name in names):
        return 2
    asked = exact_key(key).split()
    return 3 if any(all(word in name for word in asked) for name in names) else 4
