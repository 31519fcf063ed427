"""The bar under the map: how far the work is, then what its colours mean and what is under the pointer."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from atlas.services.card.format import format_day_short
from atlas.services.illumination.result import Band, Facts, LightResult, band_title, shade, value_text
from atlas.views.icons import icon
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label, tool_button

_STEPS: Final = 1000
_STOPS: Final = 16


class Scale(QWidget):
    """The colours of a band, from nothing to the most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._band = Band.LIT
        self.setFixedHeight(2 * UNIT)
        self.setMinimumWidth(12 * UNIT)

    def set_band(self, band: Band) -> None:
        """Show the colours of a band."""
        self._band = band
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        del event
        painter = QPainter(self)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        run = QLinearGradient(frame.topLeft(), frame.topRight())
        for stop in range(_STOPS + 1):
            run.setColorAt(stop / _STOPS, shade(self._band, stop / _STOPS))
        painter.fillRect(frame, run)
        painter.setPen(QPen(current_theme().line, 1.0))
        painter.drawRect(frame)
        painter.end()


class IlluminationBar(QWidget):
    """Shows progress with `set_share`, a result with `set_result`."""

    band_chosen = Signal(object)
    opacity_chosen = Signal(float)
    cancelled = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("illuminationBar")
        self.setAccessibleName(self.tr("Illumination"))
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        self.work = self._make_work()
        self.shown = self._make_shown()
        column.addWidget(self.work)
        column.addWidget(self.shown)
        self.work.hide()
        self.shown.hide()
        follow_theme(self._dress)

    def _make_work(self) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.words = label("", "muted", part)
        self.progress = QProgressBar(part)
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the illumination"))
        self.stop = QPushButton(self.tr("Cancel"), part)
        self.stop.setAccessibleName(self.tr("Cancel the illumination"))
        self.stop.clicked.connect(self.cancelled)
        row.addWidget(self.words)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        return part

    def _make_shown(self) -> QWidget:
        part = QWidget(self)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(UNIT)
        self.bands = QComboBox(part)
        self.bands.setAccessibleName(self.tr("What the illumination map shows"))
        self.bands.currentIndexChanged.connect(self._on_band)
        self._said = ""
        self.span = label("", "faint", part)
        self.span.setAccessibleName(self.tr("Span of the illumination map"))
        self.span.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._least, self._most = label("", "faint", part), label("", "faint", part)
        self._scale = Scale(part)
        self.value = label("", "strong", part)
        self.value.setAccessibleName(self.tr("Under the pointer"))
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance("8888.8 h (888.8 d)"))
        self.opacity = QSlider(Qt.Orientation.Horizontal, part)
        self.opacity.setRange(10, 100)
        self.opacity.setValue(75)
        self.opacity.setFixedWidth(9 * UNIT)
        self.opacity.setToolTip(self.tr("Opacity of the illumination map"))
        self.opacity.setAccessibleName(self.tr("Opacity of the illumination map"))
        self.opacity.valueChanged.connect(self._on_opacity)
        self.close_button = tool_button("close", self.tr("Close the illumination map; its file stays"), part)
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.clicked.connect(self.closed)
        for widgets, wide in (
            ((self.bands, self.span, self.opacity, self.close_button), self.span),
            ((self._least, self._scale, self._most, self.value), self._scale),
        ):
            row = QHBoxLayout()
            row.setSpacing(UNIT)
            for widget in widgets:
                row.addWidget(widget, int(widget is wide))
            rows.addLayout(row)
        return part

    @property
    def band(self) -> Band:
        """The band that is chosen."""
        found = self.bands.currentData()
        return Band(found) if found is not None else Band.LIT

    def set_share(self, share: float | None, words: str = "") -> None:
        """Show how far the work is, None for no work."""
        self.work.setVisible(share is not None)
        self.words.setText(words)
        self.progress.setValue(round((share or 0.0) * _STEPS))

    def set_result(self, result: LightResult | None, band: Band | None = None) -> None:
        """Offer the bands of a result, None for none; the band shown stays where no other is named."""
        self.shown.setVisible(result is not None)
        if result is None:
            return
        before = band or self.band
        with QSignalBlocker(self.bands):
            self.bands.clear()
            for band in result.facts.bands:
                self.bands.addItem(band_title(band), int(band))
            self.bands.setCurrentIndex(max(0, self.bands.findData(int(before))))
        facts = result.facts
        tip = self.tr("{name}: {begin} to {end}, every {step} h, {width} × {height} cells, terrain {terrain}").format(
            name=result.path.name, begin=facts.begin[:16], end=facts.end[:16],
            step=QLocale().toString(facts.step_hours), width=facts.width, height=facts.height, terrain=facts.terrain,
        )  # fmt: skip
        self.bands.setToolTip(tip)
        self.setToolTip(tip)
        self._said = self._span_words(facts)
        self.span.setAccessibleDescription(self._said)
        self._elide()

    def _span_words(self, facts: Facts) -> str:
        begin, end = (format_day_short(datetime.fromisoformat(when).date()) for when in (facts.begin, facts.end))
        return self.tr("{begin} – {end}, every {step} h · {terrain}").format(
            begin=begin, end=end, step=QLocale().toString(facts.step_hours), terrain=facts.terrain
        )

    def set_scale(self, band: Band, most: float) -> None:
        """Tell what the colours of a band mean."""
        self._scale.set_band(band)
        self._least.setText(value_text(band, 0.0))
        self._most.setText(value_text(band, most))

    def set_value(self, text: str) -> None:
        """Tell the value under the pointer."""
        self.value.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        others = (self.bands.sizeHint().width(), self.opacity.width(), self.close_button.sizeHint().width())
        room = self.width() - sum(others) - 6 * UNIT
        self.span.setText(self.span.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, max(0, room)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.window)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def _on_band(self, _index: int) -> None:
        self.band_chosen.emit(self.band)

    def _on_opacity(self, percent: int) -> None:
        self.opacity_chosen.emit(percent / 100.0)

    def _dress(self) -> None:
        self.close_button.setIcon(icon("close", current_theme()))
        self.update()
