"""The body of a card: rich text that loads nothing but the atlas's own icons and follows no link by itself."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser, QToolTip, QWidget

from atlas.domain.claims import Source
from atlas.domain.entries import Entry, Picture
from atlas.domain.links import parse_link
from atlas.services.card.build import Card, build_card
from atlas.services.card.html import CardStyle, Section, card_sections, plate_size, profiles_size, source_html
from atlas.services.drawn_icons import render
from atlas.services.to_scale.layout import card_room
from atlas.services.units import METRIC, Units
from atlas.views.theme import UNIT, Theme, current_theme, theme_manager
from atlas.views.themed import follow_theme

if TYPE_CHECKING:
    from atlas.views.detail.drawings import CardDrawings
    from atlas.views.detail.plates import CardPlates

_MAX_SIDE: Final = 64
_PLATE_SHARE: Final = 0.42
"""A picture takes no more than this share of the card's height, its head included, when the card is opened."""
_OBJECT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in the text for a picture."""
_LEAST_PLATE: Final = 120
_PICTURE: Final = "picture"
"""Scheme of a picture of the entry."""
_PROFILE: Final = "profile"
"""Scheme of the entry's line drawings, all in one picture."""


def card_style(theme: Theme) -> CardStyle:
    """Return the look of a card in a theme."""
    manager = theme_manager()
    small, body = (manager.type_scale.small, manager.type_scale.body) if manager is not None else (12, 14)
    return CardStyle(
        text=theme.text.name(),
        muted=theme.muted.name(),
        faint=theme.faint.name(),
        link=theme.link.name(),
        line=theme.line.name(),
        raised=theme.raised.name(),
        warn=theme.warn.name(),
        small=small,
        body=body,
    )


class CardBrowser(QTextBrowser):
    """Shows a card; tells which source, entry or address was clicked.

    A long card takes Qt many milliseconds, so only its beginning is there at once; the rest follows section by
    section while the window goes on answering.
    """

    source_wanted = Signal(int, QPoint)
    """A source by its number, and where on the screen."""
    entry_wanted = Signal(str)
    picture_wanted = Signal(str)
    """A picture of the entry, by its id."""
    drawings_wanted = Signal()
    """The line drawings of the entry, large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._card: Card | None = None
        self._units = METRIC
        self._plates: CardPlates | None = None
        self._drawings: CardDrawings | None = None
        self._plate_height = 0
        self._rest: Iterator[Section] = iter(())
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._add_next)
        # not while Qt lays the text out: it is changed afterwards
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_plates)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Facts and sources"))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(2 * UNIT, UNIT // 2, UNIT, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_clicked)
        self.highlighted.connect(self._on_hovered)
        follow_theme(self._refresh)

    def set_plates(self, plates: "CardPlates") -> None:
        """Say who decodes the pictures; without it there are none."""
        self._plates = plates
        plates.arrived.connect(self._on_plate)

    def set_drawings(self, drawings: "CardDrawings") -> None:
        """Say who paints the line drawings; without it there are none."""
        self._drawings = drawings
        drawings.arrived.connect(self._on_drawings)

    def show_entry(self, entry: Entry) -> None:
        """Show an entry from its beginning."""
        self._entry = entry
        if self._drawings is not None:
            self._drawings.set_entry(entry)
        if self._plates is not None:
            self._plates.set_entry(entry)
        self._card = build_card(entry, self._units)
        self._begin()
        self.verticalScrollBar().setValue(0)

    def clear_entry(self) -> None:
        """Show nothing."""
        self._entry = self._card = None
        self._rest = iter(())
        self._turn.stop()
        self.clear()

    def set_units(self, units: Units) -> None:
        """Write positions in other units."""
        if units == self._units:
            return
        self._units = units
        if self._drawings is not None:
            self._drawings.set_units(units)
        if self._entry is not None:
            self._card = build_card(self._entry, units)
            self._refresh()

    def finish(self) -> None:
        """Add at once what is still to come of the card."""
        while self._turn.isActive():
            self._add_next()

    def source_at(self, number: int) -> Source | None:
        """Return a source of the card by its number, None where there is none."""
        if self._card is None or not 1 <= number <= len(self._card.sources):
            return None
        return self._card.sources[number - 1]

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401 - Qt's name and type
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value and url.scheme() == _PICTURE:
            return self._plate(url.path())
        if kind == QTextDocument.ResourceType.ImageResource.value and url.scheme() == _PROFILE:
            return self._drawn(url.path())
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() != "icon":
            return None
        name, token, side = (*url.path().split("/"), "", "")[:3]
        colour = dict(current_theme().colours()).get(token)
        if colour is None or not side.isdecimal():
            return None
        return self._icon(name, colour.name(), min(int(side), _MAX_SIDE))

    def _icon(self, name: str, colour: str, side: int) -> QImage | None:
        ratio = self.devicePixelRatioF()
        try:
            image = render(name, colour, round(side * ratio)).copy()
        except FileNotFoundError:
            return None
        image.setDevicePixelRatio(ratio)
        return image

    def _refresh(self) -> None:
        """Write the card anew, in other colours or another size, and stay where the reader is."""
        if self._card is None:
            return
        place = self.verticalScrollBar().value()
        self._begin()
        self.finish()
        self.verticalScrollBar().setValue(place)

    def _begin(self) -> None:
        if self._card is None:
            return
        self.document().clear()
        # a small window shows the beginning of the text too
        self._plate_height = self._plate_room()
        look, width = card_style(current_theme()), self._plate_width()
        self._rest = card_sections(
            self._card,
            replace(look, plate=width, drawings=width, plate_height=self._plate_height, units=self._units),
        )
        self.setHtml(next(self._rest).html)
        self._turn.start()

    def _add_next(self) -> None:
        part = next(self._rest, None)
        if part is None:
            self._turn.stop()
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if cursor.block().length() > 1:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        start = cursor.position()
        cursor.insertHtml(part.html)
        if part.gap:
            # Qt lets go of the margin above when HTML is added to a document
            cursor.setPosition(start)
            margin = QTextBlockFormat()
            margin.setTopMargin(part.gap)
            cursor.mergeBlockFormat(margin)
            self._part_from_table(start, part.gap)
        cursor.endEditBlock()

    def _part_from_table(self, start: int, gap: int) -> None:
        """Keep a gap below the table that ends where a section starts: Qt knows none above what follows a table."""
        before = QTextCursor(self.document())
        before.setPosition(max(0, start - 1))
        table = before.currentTable()
        if table is not None:
            shape = table.format()
            shape.setBottomMargin(gap)
            table.setFormat(shape)

    # pictures

    def _plate_width(self) -> int:
        """Return how wide a picture may be, whether a scroll bar stands there or not; 0 without pictures."""
        if self._plates is None and self._drawings is None:
            return 0
        bar = 0 if self.verticalScrollBar().isVisible() else self.verticalScrollBar().sizeHint().width()
        return max(0, self.viewport().width() - bar)

    def _plate_room(self) -> int:
        """Return how high a picture may be: the same for every entry, however high its head is."""
        card = self.parentWidget() or self
        return max(_LEAST_PLATE, round(card.height() * _PLATE_SHARE))

    def _plate(self, key: str) -> QImage | None:
        picture = self._picture(key)
        if self._plates is None or picture is None:
            return None
        size = QSize(*plate_size(picture, self._plate_width(), self._plate_height))
        return self._plates.image(key, size, self.devicePixelRatioF())

    def _picture(self, key: str) -> Picture | None:
        entry = self._entry
        return next((p for p in entry.pictures if p.id == key), None) if entry is not None else None

    def _on_plate(self, key: str) -> None:
        """Paint a picture that has come; its place was kept, so nothing moves."""
        image = self._plate(key)
        if image is not None:
            name = QUrl(f"{_PICTURE}:{key}")
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
            self.viewport().update()

    def _drawn(self, slug: str) -> QImage | None:
        if self._drawings is None or self._entry is None or self._entry.slug != slug:
            return None
        room = card_room(self._plate_width(), self._plate_height)
        font = self.font()
        font.setPixelSize(card_style(current_theme()).small)
        return self._drawings.image(room, self.devicePixelRatioF(), font)

    def _on_drawings(self, slug: str) -> None:
        """Paint the line drawings that have come; their place was kept."""
        image = self._drawn(slug)
        if image is not None:
            name = QUrl(f"{_PROFILE}:{slug}")
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        taller = self._plate_room() > self._plate_height
        shown = self._plates is not None or self._drawings is not None
        if shown and (taller or event.size().width() != event.oldSize().width()):
            # a card made before its window was laid out gets its picture's size here; a lower one keeps it
            self._plate_height = max(self._plate_height, self._plate_room())
            self._fit.start()

    def _fit_plates(self) -> None:
        """Let the pictures be as wide as the card is now."""
        width = self._plate_width()
        for cursor, shape in _images(self.document()):
            scheme, _, key = shape.name().partition(":")
            picture = self._picture(key)
            if picture is not None and scheme == _PICTURE:
                _resize(cursor, shape, plate_size(picture, width, self._plate_height))
                self._on_plate(picture.id)
            elif self._entry is not None and scheme == _PROFILE:
                _resize(cursor, shape, profiles_size(self._entry, width, self._plate_height))
                self._on_drawings(key)

    def _number(self, url: QUrl) -> int:
        """Return the number of the source that a link names, 0 where it names none."""
        text = url.path()
        if self._card is None or url.scheme() != "source" or not text.isdecimal():
            return 0
        number = int(text)
        return number if self.source_at(number) is not None else 0

    def _on_clicked(self, url: QUrl) -> None:
        number = self._number(url)
        if number:
            self.source_wanted.emit(number, self.cursor().pos())
            return
        if url.scheme() == _PICTURE:
            self.picture_wanted.emit(url.path())
            return
        if url.scheme() == _PROFILE:
            self.drawings_wanted.emit()
            return
        try:
            self.entry_wanted.emit(parse_link(url.toString()).slug)
        except ValueError:
            return

    def _on_hovered(self, url: QUrl) -> None:
        number = self._number(url)
        source = self.source_at(number)
        if source is not None:
            QToolTip.showText(self.cursor().pos(), source_html(number, source, card_style(current_theme())), self)
        else:
            QToolTip.hideText()


def _resize(cursor: QTextCursor, shape: QTextImageFormat, size: tuple[int, int]) -> None:
    shape.setWidth(size[0])
    shape.setHeight(size[1])
    cursor.setCharFormat(shape)


def _images(document: QTextDocument) -> list[tuple[QTextCursor, QTextImageFormat]]:
    """Return every picture of a text: what stands for it, selected, and its format."""
    found = []
    # not by the iterators of blocks: counted up from Python, they leave broken memory behind
    text = document.toRawText()
    place = text.find(_OBJECT)
    while place >= 0:
        cursor = QTextCursor(document)
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        shape = cursor.charFormat()
        if shape.isImageFormat():
            found.append((cursor, shape.toImageFormat()))
        place = text.find(_OBJECT, place + 1)
    return found
