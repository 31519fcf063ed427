"""A check box that is seen in both themes, checked or not."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from atlas.views.icons import draw
from atlas.views.theme import UNIT, current_theme, mix

_SIDE: Final = 16
_RING: Final = 2


class CheckBox(QCheckBox):
    """Draws its box in the theme's colours: Fusion's own is as dark as the ground of the dark theme."""

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(2 * _RING + _SIDE + UNIT + words.width() + 2, max(_SIDE + 2 * _RING, words.height()) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_RING + 0.5, (self.height() - _SIDE) // 2 + 0.5, _SIDE - 1, _SIDE - 1)
        edge = theme.accent if self.underMouse() or self.isChecked() else theme.faint
        fill = theme.accent if self.isChecked() else theme.raised
        if not self.isEnabled():
            edge, fill = mix(edge, theme.window, 0.5), mix(fill, theme.window, 0.5)
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3.0, 3.0)
        if self.isChecked():
            side = round(_SIDE * self.devicePixelRatioF())
            draw(
                painter,
                QRectF(box.topLeft().x() - 0.5, box.top() - 0.5, _SIDE, _SIDE),
                "check",
                theme.accent_text.name(),
                side,
            )
        words = QRect(2 * _RING + _SIDE + UNIT, 0, self.width(), self.height())
        painter.setPen(theme.text if self.isEnabled() else theme.faint)
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, flags, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4.0, 4.0)
        painter.end()
