"""Gathers what the gallery shows: the catalogue's pictures of a day, the user's own, chosen and ordered by workers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from atlas.domain.entries import EntryRow, Picture
from atlas.domain.own_pictures import OwnPicture, PictureQuery
from atlas.models.gallery import GalleryQuery, PictureItem, Shelf, arranged, asked_for, is_found
from atlas.models.gallery_own import Holdings, Records, collected
from atlas.services.language import shown_language
from atlas.services.names import main_name
from atlas.services.pictures.bundled import pictures_on

if TYPE_CHECKING:
    from atlas.context import AppContext


class GalleryData(QObject):
    """Tells of what is to be shown after every change. Nothing is read before `look` says that somebody looks."""

    arranged = Signal(list)
    """The pictures of the query, in their order."""
    collected = Signal()
    """There are other pictures, or other words about them."""

    def __init__(self, context: "AppContext", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._service = context.pictures
        self._day = context.catalogue.date
        self._records = Records()
        self._holdings = Holdings()
        self._names: dict[str, str] = {}
        self._query = GalleryQuery()
        self._looked_at = False
        self._stale = True
        self._day_read = False
        self._own_stale = True
        self._service.changed.connect(self._on_own_changed)
        self._service.missing_changed.connect(self._on_missing)

    @property
    def names(self) -> Mapping[str, str]:
        """Names of the entries known on the day, by slug."""
        return self._names

    @property
    def query(self) -> GalleryQuery:
        """What is shown."""
        return self._query

    @property
    def unshown(self) -> Sequence[tuple[str, Picture]]:
        """Pictures of listed entries that the atlas knows of and may not reproduce, as far as they match the text."""
        listed, wanted = set(self._query.listed), asked_for(self._query.text)
        found = [(slug, picture) for slug, picture in self._holdings.unshown if slug in listed]
        if not wanted:
            return found
        return [
            (slug, picture)
            for slug, picture in found
            if is_found(wanted, picture.caption, picture.credit, self._records.names.get(slug, ""))
        ]

    @property
    def missing(self) -> int:
        """How many own pictures have lost their file."""
        return len(self._service.missing)

    def on_shelf(self, shelf: Shelf) -> list[PictureItem]:
        """Return all pictures of one of the user's own shelves."""
        wanted = shelf is Shelf.BIN
        return [item for item in self._holdings.items if item.mine and item.binned is wanted]

    def set_day(self, day: date) -> None:
        """Show what was known on a day."""
        self._day = day
        self._stale = True
        self._go()

    def set_listed(self, rows: Sequence[EntryRow]) -> None:
        """Follow the filtered list."""
        self.set_query(replace(self._query, listed=tuple(row.slug for row in rows)))

    def set_query(self, query: GalleryQuery) -> None:
        """Show something else of what there is."""
        if query != self._query:
            self._query = query
            self._arrange()

    def look(self, *, looking: bool) -> None:
        """Say whether somebody looks: what has changed meanwhile is read then."""
        self._looked_at = looking
        if looking:
            self._go()

    def _go(self) -> None:
        if not self._looked_at:
            return
        if self._own_stale:
            self._own_stale = False
            # what is shown first: with the first question the service begins to look for every file
            self._service.rows(PictureQuery(), self._on_rows, key=f"gallery-{id(self)}")
            self._service.rows(PictureQuery(binned=True), self._on_binned, key=f"gallery-bin-{id(self)}")
        if self._stale:
            self._stale = False
            self._read_day()

    def _read_day(self) -> None:
        self._day_read = False
        self._context.tasks.submit(
            pictures_on,
            self._context.paths.catalogue,
            self._day,
            done=partial(self._on_pictures, self._day),
            failed=self._on_unread,
            key=f"gallery-day-{id(self)}",
        )

    def _on_pictures(self, day: date, pictures: tuple[tuple[str, Picture], ...]) -> None:
        language = shown_language()
        rows = self._context.catalogue.snapshot(day).rows
        self._names = {row.slug: main_name(row, language) for row in rows}
        names = {row.slug: "\n".join(row.names.values()) for row in rows}
        self._records = replace(self._records, pictures=pictures, names=names)
        self._day_read = True
        self._collect()

    def _on_unread(self, error: BaseException) -> None:
        """Read again at the next look."""
        self._stale = True
        self._context.tasks.error.emit(error)

    @Slot()
    def _on_own_changed(self) -> None:
        self._own_stale = True
        self._go()

    @Slot()
    def _on_missing(self) -> None:
        self._records = replace(self._records, missing=self._service.missing)
        self._collect()

    def _on_rows(self, rows: list[OwnPicture]) -> None:
        self._records = replace(self._records, rows=tuple(rows), missing=self._service.missing)
        self._collect()

    def _on_binned(self, rows: list[OwnPicture]) -> None:
        if rows or self._records.binned:
            self._records = replace(self._records, binned=tuple(rows))
            self._collect()

    def _collect(self) -> None:
        if not self._day_read:
            # never own pictures alone, nor names of one day beside pictures of another: all comes with the day's
            return
        if self._looked_at:
            self._context.tasks.submit(
                collected,
                self._records,
                dict(self._names),
                self._context.paths.resources,
                self._service.folder,
                done=self._on_collected,
                key=f"gallery-collect-{id(self)}",
            )
        else:
            self._stale = True

    def _on_collected(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self.collected.emit()
        self._arrange()

    def _arrange(self) -> None:
        if self._looked_at:
            self._context.tasks.submit(
                arranged,
                self._holdings.items,
                self._query,
                self._holdings.words,
                done=self._on_arranged,
                key=f"gallery-show-{id(self)}",
            )
        else:
            self._stale = True

    def _on_arranged(self, items: list[PictureItem]) -> None:
        self.arranged.emit(items)
