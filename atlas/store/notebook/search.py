"""The notebook's full-text index: what is written into it, and how a typed query asks it."""

import sqlite3

from atlas.domain.text import index_cjk, index_words, query_cjk, query_words


def reindex(connection: sqlite3.Connection, slug: str, text: str) -> None:
    """Replace what the index holds about one note."""
    connection.execute("DELETE FROM note_search WHERE slug = ?", (slug,))
    if text.strip():
        connection.execute(
            "INSERT INTO note_search (slug, words, cjk) VALUES (?, ?, ?)",
            (slug, index_words(text), index_cjk(text)),
        )


def match_expression(text: str) -> str:
    """Return the FTS5 expression for what was typed: all words, as beginnings, and all CJK runs."""
    wanted = [f'words : "{word}" *' for word in query_words(text)]
    wanted += ["cjk : (" + " AND ".join(f'"{gram}"' for gram in grams) + ")" for grams in query_cjk(text)]
    return " AND ".join(wanted)


def find(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """Return the slugs of the notes that hold everything that was typed, best first."""
    expression = match_expression(text)
    if not expression:
        return []
    query = "SELECT slug FROM note_search WHERE note_search MATCH ? ORDER BY bm25(note_search), slug LIMIT ?"
    return [row[0] for row in connection.execute(query, (expression, limit))]
