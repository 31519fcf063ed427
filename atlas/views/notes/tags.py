"""Tags as chips with a line to add more; words used before are proposed."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from atlas.domain.notes import MAX_TAG, clean_tags
from atlas.views.flow import FlowLayout
from atlas.views.icons import icon
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme


class TagChip(QToolButton):
    """One tag; pressing it takes the tag off."""

    removed = Signal(str)

    def __init__(self, tag: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag = tag
        self.setProperty("chip", True)
        self.setText(tag)
        self.setIconSize(QSize(12, 12))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # the cross stands after the word
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._remove)
        self._retranslate()
        follow_theme(self._dress)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.tag)

    def _retranslate(self) -> None:
        self.setToolTip(self.tr("Take this tag off"))
        self.setAccessibleName(self.tr("Tag {tag}; press to take it off").format(tag=self.tag))

    def _dress(self) -> None:
        self.setIcon(icon("close", current_theme()))


class _TagLine(QLineEdit):
    """A line that tells when Backspace is pressed in it and there is nothing to delete."""

    emptied = Signal()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        hint = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(hint.width(), words + 4 * UNIT), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        super().keyPressEvent(event)


class TagEditor(QWidget):
    """The tags of one entry. `tags_edited` comes with every change the user makes."""

    tags_edited = Signal(object)
    """The new tags, a tuple of texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[TagChip] = []
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._add, Qt.ConnectionType.QueuedConnection)
        self._line = _TagLine(self)
        self._line.emptied.connect(self._take_last_off)
        self._line.setMaxLength(MAX_TAG)
        self._line.setCompleter(completer)
        self._line.setMinimumWidth(13 * UNIT)
        self._line.returnPressed.connect(self._add)
        self._line.textEdited.connect(self._typed)
        self._flow = FlowLayout(self, UNIT // 2)
        self._flow.addWidget(self._line)
        self._retranslate()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as they stand."""
        return tuple(chip.tag for chip in self._chips)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show the tags of an entry; what is being typed is kept."""
        if tags == self.tags:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._line)
        self._chips = [TagChip(tag, self) for tag in tags]
        for chip in self._chips:
            chip.removed.connect(self._take_off)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._line)
        self._order_focus()
        self.updateGeometry()

    def show_known(self, tags: list[str]) -> None:
        """Set the words that are proposed."""
        self._known.setStringList(tags)

    def clear_typing(self) -> None:
        """Empty the line: another entry is shown."""
        self._line.clear()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot()
    def _add(self) -> None:
        text = self._line.text()
        self._line.clear()
        self._edited(clean_tags((*self.tags, text)))

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.endswith(","):
            self._add()

    @Slot()
    def _take_last_off(self) -> None:
        if self._chips:
            self._take_off(self._chips[-1].tag)

    @Slot(str)
    def _take_off(self, tag: str) -> None:
        self._line.setFocus()
        self._edited(tuple(kept for kept in self.tags if kept != tag))

    def _edited(self, tags: tuple[str, ...]) -> None:
        if tags != self.tags:
            self.show_tags(tags)
            self.tags_edited.emit(tags)

    def _order_focus(self) -> None:
        order = [*self._chips, self._line]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _retranslate(self) -> None:
        self._line.setPlaceholderText(self.tr("Add a tag …"))
        self._line.setAccessibleName(self.tr("Add a tag"))
        self.setAccessibleName(self.tr("Tags"))
