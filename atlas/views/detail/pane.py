"""The card of one entry: head, body, and what can be copied from it."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from atlas.domain.entries import Entry
from atlas.services.card.cite import bibtex, csl_json, link, wrong_fact_report
from atlas.services.card.format import format_day
from atlas.services.card.markdown import entry_markdown, entry_text
from atlas.services.language import Language
from atlas.services.names import localised_entry, main_name
from atlas.services.units import METRIC, Units
from atlas.views.detail.browser import CardBrowser
from atlas.views.detail.header import CardHeader
from atlas.views.detail.source_popup import SourcePopup
from atlas.views.empty_state import EmptyState

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.detail.drawings import CardDrawings
    from atlas.views.detail.plates import CardPlates
    from atlas.views.save_dialog import FileSaver


class DetailPane(QWidget):
    """Shows an entry as known on a day."""

    entry_activated = Signal(str)
    kin_wanted = Signal(str, str)
    picture_activated = Signal(str)
    """The user wants to see a picture large: its id."""
    message = Signal(str)
    """Something short for the status bar."""
    today_wanted = Signal()
    """The user wants to see the entry as known today."""

    def __init__(self, context: "AppContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.entry: Entry | None = None
        self.header = CardHeader(self)
        self.body = CardBrowser(self)
        self._plates: CardPlates | None = None
        self._drawings: CardDrawings | None = None
        self._units = METRIC
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._write)
        self._empty = EmptyState("card", self)
        card = QWidget(self)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        self._card = card
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(card)
        self.header.kin_wanted.connect(self.kin_wanted)
        self.body.entry_wanted.connect(self.entry_activated)
        self.body.source_wanted.connect(self._show_source)
        self.body.picture_wanted.connect(self.picture_activated)
        self.body.drawings_wanted.connect(self.show_to_scale)
        self._empty.acted.connect(self.today_wanted)
        self.show_nothing()

    def show_entry(self, slug: str, as_of: date, *, soon: bool = False) -> None:
        """Show an entry; says so where it was not known yet on that day.

        `soon`: its text may follow once what is waiting to be drawn has been.
        """
        self._turn.stop()
        try:
            entry = self._context.catalogue.entry(slug, as_of)
        except LookupError:
            self._say_unknown(slug, as_of)
            return
        language = self._context.language.language
        if language is not Language.EN:
            entry = localised_entry(entry, self._context.catalogue.snapshot(as_of).rows, language)
        self.entry = entry
        self._make_plates(entry)
        self._make_drawings(entry)
        self.header.show_entry(entry)
        if soon:
            self._turn.start()
        else:
            self._write()
        self._stack.setCurrentWidget(self._card)

    def _write(self) -> None:
        """Write the text of the entry."""
        if self.entry is not None:
            self.body.show_entry(self.entry)

    def _make_plates(self, entry: Entry) -> None:
        """Make what decodes pictures when the first entry that has some is shown."""
        if self._plates is None and any(picture.file for picture in entry.pictures):
            from atlas.views.detail.plates import CardPlates

            self._plates = CardPlates(self._context, self)
            self.body.set_plates(self._plates)

    def _make_drawings(self, entry: Entry) -> None:
        """Make what paints line drawings when the first entry that has some is shown."""
        if self._drawings is None and entry.profiles:
            from atlas.views.detail.drawings import CardDrawings

            self._drawings = CardDrawings(self._context, self)
            self._drawings.set_units(self._units)
            self.body.set_drawings(self._drawings)

    def show_to_scale(self) -> None:
        """Show the entry's line drawings large; says so where it has none."""
        if self.entry is None:
            return
        if not self.entry.profiles:
            name = main_name(self.entry.row, self._context.language.language)
            self.message.emit(self.tr("There is no drawing to scale of {name}.").format(name=name))
            return
        from atlas.views.to_scale.dialog import ScaleDialog

        dialog = ScaleDialog(self._context, self.entry, self._units, self.saver, self)
        dialog.message.connect(self.message)
        dialog.open()

    @cached_property
    def saver(self) -> "FileSaver":
        """What writes the drawings to a file, also when the dialog that shows them has been closed."""
        from atlas.views.save_dialog import FileSaver

        saver = FileSaver(self._context, self)
        saver.message.connect(self.message)
        return saver

    def set_units(self, units: Units) -> None:
        """Write positions and sizes in other units."""
        self._units = units
        self.body.set_units(units)

    def show_nothing(self) -> None:
        """Invite to choose an entry."""
        self._turn.stop()
        self.entry = None
        self._empty.say(self.tr("No entry chosen."), self.tr("Choose one in the list, or search with Ctrl+K."))
        self._stack.setCurrentWidget(self._empty)

    def _say_unknown(self, slug: str, as_of: date) -> None:
        self.entry = None
        self.body.clear_entry()
        name = self._name_today(slug)
        if name is None:
            self._empty.say(
                self.tr("There is no entry “{slug}”.").format(slug=slug), self.tr("Choose one in the list.")
            )
        else:
            self._empty.say(
                self.tr("{name} was not known yet on {day}.").format(name=name, day=format_day(as_of)),
                self.tr("It comes back with a later as-of date."),
                self.tr("Show it as known today"),
            )
        self._stack.setCurrentWidget(self._empty)

    def _name_today(self, slug: str) -> str | None:
        catalogue = self._context.catalogue
        try:
            present = catalogue.resolve_slug(slug)
        except LookupError:
            return None
        # the list of today is at hand; reading the whole entry takes longer than showing that it is not known
        row = next((row for row in catalogue.snapshot(catalogue.date).rows if row.slug == present), None)
        return main_name(row, self._context.language.language) if row is not None else None

    def copy_text(self) -> None:
        """Copy the entry as plain text."""
        self._copy(entry_text, self.tr("Copied as text"))

    def copy_markdown(self) -> None:
        """Copy the entry as Markdown."""
        self._copy(entry_markdown, self.tr("Copied as Markdown"))

    def copy_bibtex(self) -> None:
        """Copy the entry as a BibTeX record."""
        self._copy(bibtex, self.tr("Citation copied (BibTeX)"))

    def copy_csl(self) -> None:
        """Copy the entry as CSL-JSON."""
        self._copy(csl_json, self.tr("Citation copied (CSL-JSON)"))

    def copy_link(self) -> None:
        """Copy the entry's address."""
        self._copy(link, self.tr("Link copied"))

    def copy_report(self) -> None:
        """Copy a text that reports a wrong fact."""
        self._copy(wrong_fact_report, self.tr("A text to fill in was copied: send it to the makers of the atlas"))

    def _copy(self, write: Callable[[Entry], str], said: str) -> None:
        if self.entry is not None:
            QGuiApplication.clipboard().setText(write(self.entry))
            self.message.emit(said)

    def _show_source(self, number: int, point: QPoint) -> None:
        source = self.body.source_at(number)
        if source is None:
            return
        popup = SourcePopup(number, source, self)
        popup.message.connect(self.message)
        popup.open_at(point)
