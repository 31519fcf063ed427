"""Asks about another notebook in the place of the present one, with what both hold side by side."""

from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.domain.backups import CheckedBackup, Contents
from atlas.views.theme import UNIT
from atlas.views.themed import label


class Choice(IntEnum):
    """What the user chose; LATER when the dialog was closed without a choice."""

    LATER = 0
    RESTORE = 1
    ANEW = 2
    QUIT = 3


class _Question(QDialog):
    """A question in a few sentences over a row of buttons; its result is a Choice."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(58 * UNIT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        self._column.setSpacing(UNIT)
        self._row = QHBoxLayout()
        self._row.setSpacing(UNIT)
        self._row.addStretch(1)

    def _say(self, text: str, role: str) -> QLabel:
        words = label(text, role, self)
        words.setWordWrap(True)
        self._column.addWidget(words)
        return words

    def _offer(self, text: str, choice: Choice, *, default: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(default)
        button.setDefault(default)
        button.setProperty("choice", int(choice))
        button.clicked.connect(self._chosen)
        self._row.addWidget(button)
        if default:
            button.setFocus()
        return button

    def _finish(self) -> None:
        self._column.addSpacing(UNIT)
        self._column.addLayout(self._row)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        # wrapped words need a height that is known only now, with the fonts of the screen
        self.ensurePolished()
        width = max(self.width(), self.minimumWidth())
        self.resize(width, self._column.totalHeightForWidth(width))
        super().showEvent(event)

    @Slot()
    def _chosen(self) -> None:
        button = self.sender()
        if button is not None:
            self.done(int(button.property("choice")))

    def text(self) -> str:
        """Return all that the dialog says."""
        return " ".join(words.text() for words in self.findChildren(QLabel))


class DamagedDialog(_Question):
    """The notebook is damaged or gone: bring the newest good backup back, begin anew, or quit."""

    def __init__(self, file: str, backup: CheckedBackup | None, parent: QWidget | None, *, gone: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your notebook"))
        self._say(self.tr("Your notebook is not there") if gone else self.tr("Your notebook is damaged"), "strong")
        why = (
            self.tr("There is no file {file}, but backups of it lie beside it. Perhaps it was moved or deleted.")
            if gone
            else self.tr("The file {file} cannot be read as a notebook. Nothing was changed in it.")
        )
        self._say(why.format(file=file), "muted")
        if backup is not None:
            self._say(
                self.tr("The newest good backup is of {date}: {contents}.").format(
                    date=_full(backup.backup.made, self.locale()), contents=counted(backup.contents)
                ),
                "",
            )
        else:
            self._say(self.tr("There is no backup beside it."), "")
        if not gone:
            self._say(self.tr("Whatever you choose, the damaged file is kept under a dated name."), "muted")
        self._offer(self.tr("Quit"), Choice.QUIT)
        self._offer(self.tr("Start empty"), Choice.ANEW, default=backup is None)
        if backup is not None:
            self._offer(self.tr("Restore it"), Choice.RESTORE, default=True)
        self._finish()


class PreviewDialog(_Question):
    """What is in a file, what is now, and whether the one shall take the place of the other."""

    def __init__(self, name: str, inside: Contents, now: Contents | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore my notes"))
        self._say(self.tr("Put “{name}” in the place of your notebook?").format(name=name), "strong")
        self._column.addLayout(self._table(inside, now))
        self._say(self.tr("Your present notebook becomes a backup first, so you can come back to it."), "muted")
        if inside.pictures or (now is not None and now.pictures):
            self._say(self.tr("What you said of your pictures is restored too; their files stay as they are."), "muted")
        self._offer(self.tr("Cancel"), Choice.LATER)
        self._offer(self.tr("Restore it"), Choice.RESTORE, default=True)
        self._finish()

    def _table(self, inside: Contents, now: Contents | None) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        grid.addWidget(label(self.tr("In the file"), "section", self), 0, 1)
        grid.addWidget(label(self.tr("Now"), "section", self), 0, 2)
        rows = (
            (self.tr("Notes"), inside.notes, now and now.notes),
            (self.tr("Stars"), inside.stars, now and now.stars),
            (self.tr("Tags"), inside.tags, now and now.tags),
            (self.tr("Marks on the map"), inside.marks, now and now.marks),
            (self.tr("My pictures"), inside.pictures, now and now.pictures),
        )
        for number, (title, there, here) in enumerate(rows, 1):
            self._fill(grid, number, title, str(there), "–" if here is None else str(here))
        self._fill(grid, len(rows) + 1, self.tr("Newest change"), self._moment(inside), self._moment(now))
        grid.setColumnStretch(2, 1)
        return grid

    def _fill(self, grid: QGridLayout, row: int, *texts: str) -> None:
        for column, text in enumerate(texts):
            grid.addWidget(label(text, "muted" if column == 0 else "", self), row, column)

    def _moment(self, contents: Contents | None) -> str:
        if contents is None or contents.newest is None:
            return "–"
        return _full(contents.newest, self.locale())


def _full(time: datetime, locale: QLocale) -> str:
    """Return a moment with its day as the locale writes it, by the user's clock."""
    moment = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    return locale.toString(moment, QLocale.FormatType.ShortFormat)


def counted(contents: Contents) -> str:
    """Return how much a notebook holds, in words."""
    words = QCoreApplication.translate(
        "Notebook", "notes: {notes}, stars: {stars}, tags: {tags}, marks on the map: {marks}, pictures: {pictures}"
    )
    return words.format(
        notes=contents.notes,
        stars=contents.stars,
        tags=contents.tags,
        marks=contents.marks,
        pictures=contents.pictures,
    )
