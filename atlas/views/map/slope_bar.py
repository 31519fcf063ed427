"""The legend of the slopes under the map: what each colour means, over which distance, and what that hides."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from atlas.services.map.legend import over_ground
from atlas.services.map.slope_layer import SlopeWords
from atlas.views.icons import icon
from atlas.views.theme import UNIT, current_theme, theme_manager
from atlas.views.themed import follow_theme, label, tool_button

_HIGH: Final = 10
_GAP: Final = 2
_WIDE: Final = 24 * UNIT


class SlopeScale(QWidget):
    """The colours of the classes side by side, each with its words below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.classes: tuple[tuple[QColor, str], ...] = ()
        follow_theme(self._dress)

    def set_classes(self, classes: tuple[tuple[QColor, str], ...]) -> None:
        """Show colours with their words, from gentle to steep."""
        self.classes = classes
        self.setAccessibleName(", ".join(words for _, words in classes))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - names of this class are Qt's
        return QSize(2 * _WIDE, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(_WIDE, _HIGH + _GAP + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        wide = self.width() / max(1, len(self.classes))
        for number, (colour, words) in enumerate(self.classes):
            left, right = round(number * wide), round((number + 1) * wide)
            painter.fillRect(left, 0, right - left, _HIGH, colour)
            painter.setPen(theme.text)
            below = QRectF(left, _HIGH + _GAP, right - left, self.height() - _HIGH - _GAP)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1.0, _HIGH - 1.0))
        painter.end()

    def _dress(self) -> None:
        manager = theme_manager()
        if manager is not None:
            self.setStyleSheet(f"font-size: {manager.type_scale.small}px;")
        self.updateGeometry()


class SlopeBar(QWidget):
    """Shows what `set_words` tells it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = label("", "faint", self)
        # one line at any width: another one would make the map lower
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sentences = ""
        self.scale = SlopeScale(self)
        self.close_button = tool_button("close", self.tr("Switch the slopes off"), self)
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.clicked.connect(self.closed)
        column = QVBoxLayout()
        column.setSpacing(UNIT // 2)
        column.addWidget(self.words)
        column.addWidget(self.scale)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addLayout(column, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        follow_theme(self._dress)

    def set_words(self, words: SlopeWords, strength: float) -> None:
        """Tell what the colours mean, as strong as the layer is drawn."""
        self.scale.set_classes(tuple((over_ground(colour, strength), text) for colour, text in words.classes))
        self._sentences = words.sentences()
        self.words.setToolTip(self._sentences)
        self.words.setAccessibleName(self._sentences)
        self._elide()
        self.setAccessibleName(words.text())
        self.setAccessibleDescription(words.note)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        # the margins, and what lies between the words and the button
        room = self.width() - 3 * UNIT - self.close_button.sizeHint().width()
        self.words.setText(self.words.fontMetrics().elidedText(self._sentences, Qt.TextElideMode.ElideRight, room))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.window)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def _dress(self) -> None:
        self.close_button.setIcon(icon("close", current_theme()))
        self._elide()
        self.update()
