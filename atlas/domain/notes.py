"""What the notebook holds, as the window and the command line see it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from atlas.domain.links import is_slug
from atlas.domain.text import fold, query_cjk, query_words

FREE_PREFIX: Final = "note."
"""Slugs of notes that belong to no entry begin so; no slug of the catalogue holds a dot."""
EXCERPT_LENGTH: Final = 160
MAX_NOTE: Final = 2_000_000
MAX_TAG: Final = 40

WIKI_LINK: Final = re.compile(r"\[\[([a-z0-9][a-z0-9.-]*)(?:\|([^\]\[|\n]{1,200}))?\]\]")
"""`[[slug]]` or `[[slug|what to show]]`."""
_LABELLED: Final = re.compile(r"!?\[([^\]\[\n]+)\]\([^)\s]*\)")
_EMPHASIS: Final = re.compile(r"\*{1,3}|~~|`+")
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)+")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands: `text` is the draft where there is one, else the newest revision; times in UTC."""

    slug: str
    text: str
    changed: datetime | None = None
    revisions: int = 0
    has_draft: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A closed state of a note, kept for good. `closed` is UTC."""

    id: int
    slug: str
    text: str
    closed: datetime


@dataclass(frozen=True, slots=True)
class NoteSummary:
    """One line of the list of all notes. `starred` and `tags` are those of the entry it is on."""

    slug: str
    excerpt: str
    changed: datetime
    tags: tuple[str, ...] = ()
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Backlink:
    """A note that holds a link to the entry asked for."""

    slug: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the user drew on the map: degrees north and degrees east, one pair for a pin."""

    id: int
    shape: str
    name: str
    note: str
    points: tuple[tuple[float, float], ...]
    changed: datetime


def wiki_links(text: str) -> list[str]:
    """Return the slugs that the text links to, each once, in the order they stand."""
    return list(dict.fromkeys(found[1] for found in WIKI_LINK.finditer(text) if is_slug(found[1])))


def excerpt(text: str, query: str = "") -> str:
    """Return one line of the note: the first that holds what was searched for, else its beginning."""
    lines = [_plain(line) for line in text.splitlines()]
    lines = [line for line in lines if line]
    wanted = query_words(query) + [gram for grams in query_cjk(query) for gram in grams]
    chosen = 0
    if wanted:
        chosen = next((i for i, line in enumerate(lines) if any(word in fold(line) for word in wanted)), 0)
    joined = " ".join(lines[chosen:])
    if len(joined) <= EXCERPT_LENGTH:
        return joined
    cut = joined[: EXCERPT_LENGTH - 1]
    head, space, _tail = cut.rpartition(" ")
    return (head if space and len(head) > EXCERPT_LENGTH // 2 else cut).rstrip(" ,;:") + "…"


def _plain(line: str) -> str:
    """Return a line of Markdown without its signs, as far as one glance needs."""
    line = WIKI_LINK.sub(_shown, _MARKS.sub("", line.strip()))
    return _SPACE.sub(" ", _EMPHASIS.sub("", _LABELLED.sub(r"\1", line))).strip()


def _shown(link: "re.Match[str]") -> str:
    return str(link[2] or link[1])


def clean_tag(text: str) -> str:
    """Return the tag as it is kept: no leading #, single spaces, no commas; empty when nothing is left."""
    tag = _SPACE.sub(" ", text.replace(",", " ").strip().lstrip("#").strip())
    return "".join(char for char in tag if char.isprintable())[:MAX_TAG].strip()


def clean_tags(tags: "list[str] | tuple[str, ...]") -> tuple[str, ...]:
    """Clean each tag and drop those that differ from an earlier one in case or accents only."""
    kept: dict[str, str] = {}
    for tag in map(clean_tag, tags):
        if tag:
            kept.setdefault(fold(tag), tag)
    return tuple(kept.values())
