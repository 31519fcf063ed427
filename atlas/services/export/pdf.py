"""Entries as a PDF to read and print: A4, contents with page numbers, fonts embedded, a credit on every page."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from atlas import __version__
from atlas.domain.entries import Entry, Picture
from atlas.services.drawn_icons import render
from atlas.services.export.formats import TITLE, Export, Step
from atlas.services.export.pdf_drawings import PageDrawings
from atlas.services.export.pdf_pages import PAPER, PLATE, contents_page, entry_page, signs
from atlas.services.export.pdf_text import mend_text
from atlas.services.language import shown_language
from atlas.services.names import main_name

_PIXELS_PER_INCH: Final = 96.0
_DOTS_PER_INCH: Final = 1200
_MM: Final = _PIXELS_PER_INCH / 25.4
_SHEET: Final = QSizeF(210.0 * _MM, 297.0 * _MM)
_MARGINS: Final = QMarginsF(20.0 * _MM, 17.0 * _MM, 20.0 * _MM, 22.0 * _MM)
_FOOTER_FROM_BOTTOM: Final = 11.0 * _MM
_SIGN_SIDE: Final = 128
_PLATE_BOX: Final = (1070, 1070)
"""160 dots an inch on paper."""
_LOG: Final = logging.getLogger(__name__)

# before any face for Han characters: those set “ ” and ’ as wide as a character of their own
_LATIN_FAMILIES: Final = (
    "Inter",
    "Noto Sans",
    "Open Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Liberation Sans",
    "Arial",
    "DejaVu Sans",
)
# Han characters must come from a Simplified Chinese face, not from whichever is found first
_HAN_FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
_UNSEARCHABLE: Final = ("locl", "liga")


def pdf(export: Export, step: Step) -> bytes:
    """Return the export as a PDF; each entry begins on a page of its own.

    Needs a QGuiApplication for its fonts; any thread may call it. Raises RuntimeError without one, and OSError
    where Qt cannot write the pages.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("a PDF needs a QGuiApplication for its fonts")
    # text documents start timers, which a thread that is not Qt's own can hold only with a loop
    loop = QEventLoop()
    font = paper_font()
    cards: list[_Part] = []
    for entry in export.entries:
        picture, file = _plate(entry, export.resources)
        drawings = _drawings(entry, export.resources, font)
        cards.append(_lay_out(entry_page(entry, picture, drawn=drawings is not None), font, file, drawings))
        step()
    parts = [*_contents(export, cards, font), *cards]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _write(buffer, parts, export, font)
    del loop
    return mend_text(bytes(buffer.data().data()))


@dataclass(frozen=True, slots=True)
class _Part:
    """A text laid out in pages."""

    document: QTextDocument
    pages: int
    plate: Path | None = None
    """The file of its picture: decoded only while it is drawn, or a long list would hold all at once."""
    drawings: PageDrawings | None = None


def paper_font() -> QFont:
    """Return the body font of the paper: a sans serif, with a face for Han characters behind it."""
    there = set(QFontDatabase.families())
    families = [name for name in (*_LATIN_FAMILIES, *_HAN_FAMILIES) if name in there]
    font = QFont(QGuiApplication.font())
    font.setFamilies([*families, font.family()])
    font.setPixelSize(PAPER.body)
    # outlines are placed by their design, not by the pixels of a screen
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # what these put in the place of digits and letters could not be searched for or copied out of the file
    for feature in _UNSEARCHABLE:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _plate(entry: Entry, resources: Path | None) -> tuple[Picture | None, Path | None]:
    """Return the first picture of an entry that is there to be shown, and its file."""
    if resources is None:
        return None, None
    for picture in entry.pictures:
        if picture.file is not None and (resources / picture.file).is_file():
            return picture, resources / picture.file
    return None, None


def _drawings(entry: Entry, resources: Path | None, font: QFont) -> PageDrawings | None:
    """Return the line drawings of an entry where all of them are there to be shown."""
    if resources is None or not entry.profiles or not all((resources / p.file).is_file() for p in entry.profiles):
        return None
    small = QFont(font)
    small.setPixelSize(PAPER.small)
    return PageDrawings(main_name(entry.row, shown_language()), entry.profiles, resources, small)


def _lay_out(html: str, font: QFont, plate: Path | None = None, drawings: PageDrawings | None = None) -> _Part:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    # addresses of sources are longer than a line
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPageSize(_page().size())
    for address, (icon, colour) in signs(html).items():
        image = render(icon, colour, _SIGN_SIDE)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address), image)
    document.setHtml(html)
    if drawings is not None:
        drawings.stand_in(document)
    return _Part(document, document.pageCount(), plate, drawings)


def _page() -> QRectF:
    """Return the part of the sheet that text may fill, in pixels."""
    return QRectF(0.0, 0.0, _SHEET.width(), _SHEET.height()).marginsRemoved(_MARGINS)


def _contents(export: Export, cards: list[_Part], font: QFont) -> list[_Part]:
    if len(cards) < 2:
        return []
    # laid out twice: how many pages the contents take says on which page the first card begins
    taken = _lay_out(contents_page(export, [999] * len(cards)), font).pages
    return [_lay_out(contents_page(export, _first_pages(cards, taken + 1)), font)]


def _first_pages(parts: Iterable[_Part], first: int) -> list[int]:
    found: list[int] = []
    for part in parts:
        found.append(first)
        first += part.pages
    return found


def _write(device: QIODevice, parts: list[_Part], export: Export, font: QFont) -> None:
    writer = QPdfWriter(device)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(_document_title(export))
    writer.setCreator(f"{TITLE} {__version__}")
    sheet = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError("the pages could not be begun")
    scale = _DOTS_PER_INCH / _PIXELS_PER_INCH
    painter.scale(scale, scale)
    total = sum(part.pages for part in parts)
    number = 0
    for part in parts:
        _hang(part)
        for page in range(part.pages):
            if number and not writer.newPage():
                raise OSError("a page could not be begun")
            number += 1
            _draw_page(painter, part.document, page)
            _draw_footer(painter, font, export.credit, number, total)
        _take_down(part)
    if not painter.end():
        raise OSError("the last page could not be written")


def _hang(part: _Part) -> None:
    """Put picture and drawings into the room that was left for them."""
    if part.drawings is not None:
        part.drawings.hang()
    if part.plate is None:
        return
    from atlas.services.images import shipped
    from atlas.services.images.errors import PictureRefusedError

    try:
        _put_plate(part, shipped.load(part.plate, _PLATE_BOX))
    except PictureRefusedError as problem:
        # the words are worth having without it; the room stays white
        _LOG.warning("%s", problem)
        _put_plate(part, QImage())


def _take_down(part: _Part) -> None:
    if part.drawings is not None:
        part.drawings.take_down()
    if part.plate is not None:
        _put_plate(part, QImage())


def _put_plate(part: _Part, image: QImage) -> None:
    part.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(PLATE), image)


def _document_title(export: Export) -> str:
    return f"{TITLE}: {main_name(export.entries[0].row, shown_language())}" if len(export.entries) == 1 else TITLE


def _draw_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    room = _page()
    context = QAbstractTextDocumentLayout.PaintContext()
    # the palette in force may be a dark one
    context.palette.setColor(QPalette.ColorRole.Text, QColor(PAPER.text))
    context.clip = QRectF(0.0, page * room.height(), room.width(), room.height())
    painter.save()
    painter.translate(room.left(), room.top() - page * room.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_footer(painter: QPainter, font: QFont, credit: str, number: int, total: int) -> None:
    room = _page()
    small = QFont(font)
    small.setPixelSize(PAPER.small)
    line = QRectF(room.left(), _SHEET.height() - _FOOTER_FROM_BOTTOM - PAPER.small, room.width(), 2.0 * PAPER.small)
    words = QCoreApplication.translate("Export", "{number} of {total}").format(number=number, total=total)
    painter.save()
    painter.setFont(small)
    painter.setPen(QColor(PAPER.muted))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, credit)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, words)
    painter.restore()
