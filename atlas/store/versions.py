"""Of which version the database engine is."""

import sqlite3


def sqlite_version() -> str:
    """Return the version of SQLite that this Python uses, such as `3.46.1`."""
    return sqlite3.sqlite_version
