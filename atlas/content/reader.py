"""Reads TOML content files and remembers on which line each table and key stands."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")
_TOML_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in a content file: where, and what was expected."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class ContentError(Exception):
    """Content that may not be compiled; `problems` says why, one by one."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table with the line of its header and of each of its keys."""

    file: str
    line: int
    data: dict[str, Any]
    key_lines: dict[str, int]

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the table where the key is missing."""
        return self.key_lines.get(key, self.line)

    def problem(self, key: str, message: str) -> Problem:
        """Return a problem at that key."""
        return Problem(self.file, self.line_of(key), message)


@dataclass(frozen=True, slots=True)
class Document:
    """A content file: its top-level keys and its arrays of tables by name."""

    path: Path
    top: Table
    tables: dict[str, list[Table]]


def read_document(path: Path, root: Path) -> Document:
    """Read one file. Raises ContentError naming file and line where it is not UTF-8 text or not TOML."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ContentError([Problem(name, line, "expected UTF-8 text")]) from error
    except OSError as error:
        raise ContentError([Problem(name, 1, f"cannot be read: {error.strerror}")]) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _TOML_LINE.search(str(error))
        line = int(match.group(1)) if match else text.count("\n") + 1
        raise ContentError([Problem(name, line, f"expected valid TOML: {error}")]) from error
    return _locate(path, name, text, data)


def _locate(path: Path, name: str, text: str, data: dict[str, Any]) -> Document:
    top_lines: dict[str, int] = {}
    found: dict[str, list[tuple[int, dict[str, int]]]] = {}
    current = top_lines
    quote: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if quote is None:
            header = _HEADER.match(line)
            key = _KEY.match(line)
            if header:
                current = {}
                found.setdefault(header.group(2), []).append((number, current))
            elif key:
                current.setdefault(key.group(1), number)
        quote = _open_quote(line, quote)
    top = {k: v for k, v in data.items() if not _is_table_array(v)}
    tables: dict[str, list[Table]] = {}
    for name_of_array, value in data.items():
        if _is_table_array(value):
            places = found.get(name_of_array, [])
            missing = len(value) - len(places)
            places = places + [(1, {})] * missing  # arrays written inline have no header of their own
            tables[name_of_array] = [
                Table(name, line, item, lines) for item, (line, lines) in zip(value, places, strict=False)
            ]
    return Document(path, Table(name, 1, top, top_lines), tables)


def _is_table_array(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _open_quote(line: str, quote: str | None) -> str | None:
    """Follow multi-line strings so that their text is not taken for keys."""
    position = 0
    while position < len(line):
        if quote is not None:
            end = line.find(quote, position)
            if end < 0:
                return quote
            position, quote = end + 3, None
            continue
        starts = [(line.find(q, position), q) for q in ('"""', "'''")]
        opened = min(((at, q) for at, q in starts if at >= 0), default=None)
        if opened is None:
            return None
        position, quote = opened[0] + 3, opened[1]
    return quote
