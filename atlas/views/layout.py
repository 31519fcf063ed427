"""What the window remembers: its place and panes, the entry, the as-of day, the filter, the order."""

from datetime import date
from typing import Any

from PySide6.QtCore import QByteArray

from atlas.domain.facets import FACETS, Filter
from atlas.models.sorting import SortKey
from atlas.services.settings import Settings

STATE_VERSION = 1
"""Raised when docks are added or renamed, so that an old layout is not forced on a new window."""


def load_filter(settings: Settings) -> Filter:
    """Return the filter of the last time."""
    chosen: dict[str, Any] = {facet: frozenset(settings.texts(f"list/{facet}")) for facet in FACETS}
    return Filter(starred=settings.flag("list/starred"), **chosen)


def save_filter(settings: Settings, flt: Filter) -> None:
    """Remember the filter."""
    settings.set_flag("list/starred", value=flt.starred)
    for facet in FACETS:
        settings.set_texts(f"list/{facet}", sorted(getattr(flt, facet)))


def load_sort(settings: Settings) -> SortKey:
    """Return the order of the last time."""
    word = settings.text("list/sort", SortKey.NEWEST)
    return SortKey(word) if word in set(SortKey) else SortKey.NEWEST


def load_day(settings: Settings) -> date | None:
    """Return the as-of day of the last time, None for the catalogue's own."""
    try:
        return date.fromisoformat(settings.text("as-of"))
    except ValueError:
        return None


def save_layout(settings: Settings, geometry: QByteArray, docks: QByteArray, splitter: QByteArray) -> None:
    """Remember where the window and its panes stand."""
    settings.set_state("window/geometry", geometry)
    settings.set_state("window/docks", docks)
    settings.set_state("window/notes", splitter)
