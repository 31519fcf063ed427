"""The left pane: chips, how many entries there are, their order, and the list."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from atlas.domain.entries import EntryRow, Found
from atlas.domain.facets import FACETS, Filter
from atlas.models.entries import EntryListModel
from atlas.models.sorting import SortKey
from atlas.services.card.format import format_day
from atlas.services.entry_search import EntrySearch
from atlas.views.empty_state import EmptyState
from atlas.views.facets import FacetBar
from atlas.views.list_view import EntryListView
from atlas.views.place_hits import PlaceHits
from atlas.views.theme import UNIT
from atlas.views.themed import label

if TYPE_CHECKING:
    from atlas.context import AppContext


class ListPane(QWidget):
    """Finds and shows entries as of a day."""

    entry_activated = Signal(str)
    """The user chose an entry."""
    entry_passed = Signal(str)
    """The user came to an entry by going from row to row with the keys."""
    place_activated = Signal(str)
    """The user chose a named place (`iau-…`) that the text found."""
    text_typed = Signal(str)
    """Letters were typed into the list; they belong into the search box."""
    changed = Signal()
    """What is shown, filter or order changed."""

    def __init__(self, context: "AppContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._as_of: date = context.catalogue.date
        self._text = ""
        self._open_first = False
        self._search = EntrySearch(context.catalogue, context.paths.catalogue, context.tasks, self)
        self._selected = ""
        self._quiet = False
        self._sort_titles: dict[SortKey, str] = {}
        self.model = EntryListModel(self)
        self.facets = FacetBar(self.model, self)
        self.view = EntryListView(self.model, self)
        self._places = PlaceHits(self)
        self._count = label("", "faint", self)
        self._count.setWordWrap(True)
        self._sort = self._sort_button()
        self._empty = EmptyState("search", self)
        self._build()
        self._connect()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(2 * UNIT, 0, UNIT + 2, 0)
        line.addWidget(self._count, 1)
        line.addWidget(self._sort)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        chips = QVBoxLayout()
        chips.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        chips.addWidget(self.facets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(chips)
        column.addLayout(line)
        column.addWidget(self._places)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.facets.filter_changed.connect(self.set_filter)
        self.view.typed.connect(self.text_typed)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.activated.connect(self._on_activated)
        self._places.activated.connect(self.place_activated)
        self._empty.acted.connect(self.clear)
        self._search.found.connect(self._on_found)
        self.model.modelAboutToBeReset.connect(self._on_reset_begins)
        self.model.changed.connect(self._on_model_changed)

    def _sort_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "plain")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def set_sort_actions(self, actions: dict[SortKey, QAction]) -> None:
        """Take over the commands of the View menu that choose the order."""
        self._sort.menu().addActions(list(actions.values()))
        self._sort_titles = {key: action.text() for key, action in actions.items()}
        self._show_sort()

    def set_as_of(self, day: date) -> None:
        """Show the list as known on a day."""
        self._as_of = day
        self.model.set_snapshot(self._context.catalogue.snapshot(day))
        self._search.prepare(day)
        self.set_text(self._text)

    def set_text(self, text: str) -> None:
        """Narrow the list to what a text finds; an empty one finds everything."""
        self._text = text.strip()
        self._open_first = False
        if self._text:
            self._search.ask(self._text, self._as_of)
            return
        self._search.cancel()
        self._places.show_hits([])
        if self.model.matches is not None:
            self.model.set_filter(self.model.filter, None)

    @property
    def searching(self) -> bool:
        """True while a big catalogue is searched for what was typed last."""
        return self._search.busy

    def set_filter(self, flt: Filter) -> None:
        """Narrow the list to facets."""
        if flt != self.model.filter:
            self.model.set_filter(flt, self.model.matches)

    def filter_by(self, facet: str, value: str) -> None:
        """Show all entries with one value of a facet, and nothing else chosen."""
        self.set_filter(Filter().toggled(facet, value) if facet in FACETS else Filter())

    def set_sort(self, key: SortKey) -> None:
        """Choose the order."""
        self.model.set_sort(key)
        self._show_sort()

    def set_marks(self, tags: Mapping[str, Iterable[str]], starred: frozenset[str]) -> None:
        """Take over the user's tags and stars."""
        self.model.set_marks(tags, starred)

    def clear(self) -> None:
        """Show all entries: no filter, no text."""
        self.text_typed.emit("")
        self._text = ""
        self._search.cancel()
        self._places.show_hits([])
        self.model.set_filter(Filter(), None)

    def select(self, slug: str) -> None:
        """Mark an entry where the list shows it, without telling of it."""
        self._selected = slug
        self._restore()

    def step(self, rows: int) -> None:
        """Go on by that many rows and show the entry there."""
        if not self.model.rowCount():
            return
        there = self.model.row_of(self._selected)
        row = min(max(there + rows, 0), self.model.rowCount() - 1)
        self.view.stepping = True
        self.view.setCurrentIndex(self.model.index(row))
        self.view.stepping = False

    def selected(self) -> tuple[EntryRow, ...]:
        """Return the selected entries in their order; a single one is just the one that is shown."""
        return self.model.rows_at(self.view.selected_rows())

    def activate_first(self) -> None:
        """Show the first entry of the list, once what was typed has been searched for."""
        self._open_first = self.searching
        if self.model.rowCount() and not self.searching:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def count_text(self) -> str:
        """Return the line over the list: how many are shown, and how many were not known yet."""
        shown, total, later = self.model.rowCount(), self.model.total, self.model.not_yet_known
        if self.model.narrowed:
            text = self.tr("{shown} of %n entries", "", total).format(shown=shown)
        else:
            text = self.tr("%n entries", "", total)
        return self.tr("{text} · {later} not yet known").format(text=text, later=later) if later else text

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() == Qt.Key.Key_Escape and self.model.narrowed:
            self.clear()
            return
        super().keyPressEvent(event)

    def _show_sort(self) -> None:
        if not self._sort_titles:
            return
        searching = bool(self._text)
        title = self.tr("Best match first") if searching else self._sort_titles[self.model.sort_key]
        self._sort.setEnabled(not searching)
        self._sort.setText(title if searching else f"{title} ▾")
        self._sort.setAccessibleName(self.tr("Order: {order}").format(order=title))
        self._sort.setToolTip(self.tr("Order of the list"))

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self.model.set_filter(self.model.filter, found.matches)
        self._places.show_hits(found.places)
        # the best match is the first row, wherever the list stood before
        self.view.scrollToTop()
        if self._open_first:
            self.activate_first()

    def _on_reset_begins(self) -> None:
        self._quiet = True

    def _on_model_changed(self) -> None:
        self._quiet = False
        self._show_sort()
        self._count.setText(self.count_text())
        self._count.setToolTip(self.count_text())
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
        else:
            self._say_why_empty()
            self._stack.setCurrentWidget(self._empty)
        self._restore()
        self.changed.emit()

    def _say_why_empty(self) -> None:
        if self.model.narrowed:
            self._empty.say(
                self.tr("No entry matches."),
                self.tr("Remove a filter, or search for something else."),
                self.tr("Show all entries"),
            )
            return
        day = format_day(self._as_of)
        self._empty.say(
            self.tr("Nothing was known yet on {day}.").format(day=day), self.tr("Choose a later as-of date.")
        )

    def _restore(self) -> None:
        index = self.model.index_of(self._selected)
        if index.isValid() and index == self.view.currentIndex():
            # the view itself went there, and selects what its keys and buttons say
            return
        self._quiet = True
        if index.isValid():
            seen = self.view.viewport().rect().contains(self.view.visualRect(index))
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Current)
            if not seen:
                self.view.scrollTo(index, EntryListView.ScrollHint.PositionAtCenter)
        else:
            self.view.selectionModel().clear()
        self._quiet = False

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        slug = self.model.slug_at(current)
        if not self._quiet and slug and slug != self._selected:
            self._selected = slug
            (self.entry_passed if self.view.stepping else self.entry_activated).emit(slug)

    def _on_activated(self, index: QModelIndex) -> None:
        self.entry_activated.emit(self.model.slug_at(index))
