"""Line drawings on the pages of a PDF: as lines and words, not as a picture, so that they stay sharp and searchable."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPyTextObject, QTextBlock, QTextCursor, QTextDocument, QTextFormat

from atlas.domain.entries import Profile
from atlas.services.export.pdf_pages import DRAWINGS
from atlas.services.to_scale.export import PAPER
from atlas.services.to_scale.layout import arrange, card_room
from atlas.services.to_scale.painter import Style, draw_scene
from atlas.services.to_scale.scene import Scene, load_scene
from atlas.services.to_scale.words import part_title

_OBJECT: Final = "\ufffc"
"""What stands for an image in a text."""
_KIND: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_LOG: Final = logging.getLogger(__name__)


class PageDrawings(QPyTextObject):
    """Draws an entry's machines into the room that its page keeps for them.

    Their files are read only while the page is drawn, or a long list would hold all at once.
    """

    def __init__(self, name: str, profiles: Sequence[Profile], resources: Path, font: QFont) -> None:
        super().__init__()
        self._titled = [(part_title(profile, name), profile) for profile in profiles]
        self._resources = resources
        self._style = Style(PAPER, font)
        self._size = QSizeF()
        self._scene: Scene | None = None

    def stand_in(self, document: QTextDocument) -> None:
        """Take the place of the image that a page refers to, at its size."""
        cursor = _image(document, DRAWINGS)
        if cursor is None:
            return
        shape = cursor.charFormat().toImageFormat()
        self._size = QSizeF(shape.width(), shape.height())
        document.documentLayout().registerHandler(_KIND, self)
        shape.setObjectType(_KIND)
        cursor.setCharFormat(shape)
        _keep_together(document, cursor.block())

    def hang(self) -> None:
        """Read the drawings; where that fails the room stays white: the words are worth having without them."""
        try:
            self._scene = load_scene(self._resources, self._titled)
        except (OSError, ValueError) as problem:
            _LOG.warning("%s", problem)

    def take_down(self) -> None:
        """Let go of the drawings."""
        self._scene = None

    def intrinsicSize(  # noqa: N802 - the names are Qt's
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,  # noqa: A002
    ) -> QSizeF:
        del doc, posInDocument, format
        return self._size

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        del doc, posInDocument, format
        if self._scene is None:
            return
        painter.save()
        painter.translate(rect.topLeft())
        at = arrange(self._scene.sizes, card_room(self._size.width(), 0))
        draw_scene(painter, self._scene, at, self._style)
        painter.restore()


def _image(document: QTextDocument, address: str) -> QTextCursor | None:
    """Return the image of an address, selected."""
    # not by the iterators of blocks: counted up from Python, they leave broken memory behind
    text = document.toRawText()
    place = text.find(_OBJECT)
    while place >= 0:
        cursor = QTextCursor(document)
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        shape = cursor.charFormat()
        if shape.isImageFormat() and shape.toImageFormat().name() == address:
            return cursor
        place = text.find(_OBJECT, place + 1)
    return None


def _keep_together(document: QTextDocument, drawings: QTextBlock) -> None:
    """Let the heading above drawings go on to the next page with them, and them with their caption."""
    layout, height = document.documentLayout(), document.pageSize().height()
    heading, caption = drawings.previous(), drawings.next()
    first = layout.blockBoundingRect(heading).top() // height
    if layout.blockBoundingRect(caption).bottom() // height > first:
        shape = heading.blockFormat()
        shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(heading).setBlockFormat(shape)
