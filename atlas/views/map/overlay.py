"""Translucent panels that float over the map."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from atlas.views.icons import icon
from atlas.views.theme import UNIT, current_theme, theme_manager
from atlas.views.themed import follow_theme

_OPACITY = 232
_RADIUS = 8.0


class Overlay(QWidget):
    """A rounded translucent ground in the theme's colours; the mouse does not fall through to the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_theme(self._forget_ground)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        del event
        ratio = self.devicePixelRatioF()
        # the map below redraws sixty times a second: a copy is cheaper than a rounded rectangle
        if self._ground is None or self._ground.size() != self.size() * ratio:
            self._ground = self._draw_ground(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        painter.end()

    def _draw_ground(self, ratio: float) -> QPixmap:
        theme = current_theme()
        ground = QColor(theme.window)
        ground.setAlpha(_OPACITY)
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()
        return pixmap

    def _forget_ground(self) -> None:
        self._ground = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.accept()


class Panel(Overlay):
    """An overlay with a heading that folds its body away."""

    folded = Signal(bool)
    """The body was shown or hidden by the user; True when open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self.heading = QToolButton(self)
        self.heading.setAutoRaise(True)
        self.heading.setProperty("look", "plain")
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(16, 16))
        self.heading.clicked.connect(self._on_clicked)
        self.body = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT // 2, UNIT // 2, UNIT // 2, UNIT // 2)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.body, 1)
        follow_theme(self.dress)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._open

    def set_open(self, *, opened: bool) -> None:
        """Show or fold the body."""
        self._open = opened
        self.body.setVisible(opened)
        self.dress()
        self._name()

    def set_title(self, title: str) -> None:
        """Set the heading."""
        self.heading.setText(title)
        if not self._open:
            # folded it is no wider than its heading, which may have grown
            self.adjustSize()
        self._name()

    def dress(self) -> None:
        """Take the theme's colours and its small type."""
        theme = current_theme()
        manager = theme_manager()
        if manager is not None:
            small = manager.type_scale.small
            # the application's sheet sets fonts anew when the theme changes; a sheet of one's own outlives that
            self.setStyleSheet(f"QCheckBox, QLabel, QListView {{ font-size: {small}px; }}")
        self.heading.setIcon(icon("chevron-down" if self._open else "chevron-right", theme, theme.muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()

    def _on_clicked(self) -> None:
        self.set_open(opened=not self._open)
        self.folded.emit(self._open)

    def _name(self) -> None:
        title = self.heading.text()
        if self._open:
            self.heading.setAccessibleName(self.tr("{title}, open; press to fold").format(title=title))
            self.heading.setToolTip(self.tr("Fold"))
        else:
            self.heading.setAccessibleName(self.tr("{title}, folded; press to open").format(title=title))
            self.heading.setToolTip(self.tr("Open"))
