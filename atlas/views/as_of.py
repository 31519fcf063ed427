"""The as-of date: the button in the top bar, its popup, and the bar that says one looks at the past."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from atlas.services.card.format import format_day, format_day_short
from atlas.views.icons import icon
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import dress, follow_theme, label, tool_button

THREAD_DAY: Final = date(2021, 3, 10)
"""The day of the discussion that the atlas grew from."""
_FIRST_DAY: Final = date(1957, 10, 4)


class _Choice(QPushButton):
    """A day to choose at once."""

    chosen = Signal(object)

    def __init__(self, day: date, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = day
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("look", "row")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.day)


class AsOfPopup(QFrame):
    """A calendar, and days that are often wanted."""

    chosen = Signal(object)
    """A `date`."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("As-of date"))
        self._calendar = self._make_calendar(today)
        quick = QVBoxLayout()
        quick.setSpacing(2)
        heading = label(self.tr("Known as of"), "section", self)
        heading.setContentsMargins(UNIT + 2, 4, 0, UNIT // 2)
        quick.addWidget(heading)
        self._choices: list[_Choice] = []
        choices = [(today, self.tr("Today: {day}").format(day=format_day_short(today)))]
        choices += [
            (day, self.tr("End of {year}").format(year=day.year))
            for day in (date(year, 12, 31) for year in range(today.year, 2020, -1))
            if day < today
        ]
        choices.append((THREAD_DAY, self.tr("The thread: 10 March 2021")))
        for day, text in choices:
            choice = _Choice(day, text, self)
            choice.chosen.connect(self._choose)
            self._choices.append(choice)
            quick.addWidget(choice)
        quick.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        row.setSpacing(2 * UNIT)
        row.addLayout(quick)
        row.addWidget(self._calendar)
        follow_theme(self._dress)

    def _make_calendar(self, today: date) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setDateRange(_qdate(_FIRST_DAY), _qdate(today))
        calendar.setAccessibleName(self.tr("As-of date"))
        calendar.activated.connect(self._on_day)
        calendar.clicked.connect(self._on_day)
        return calendar

    def open_under(self, anchor: QWidget, day: date) -> None:
        """Show the popup below a widget, its right edge under the widget's."""
        self._calendar.setSelectedDate(_qdate(day))
        for choice in self._choices:
            choice.setChecked(choice.day == day)
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + UNIT // 2)))
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_day(self, day: QDate) -> None:
        self._choose(date(day.year(), day.month(), day.day()))

    def _choose(self, day: date) -> None:
        self.hide()
        self.chosen.emit(day)

    def _dress(self) -> None:
        theme = current_theme()
        plain = QTextCharFormat()
        plain.setForeground(theme.text)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekend, plain)
        head = QTextCharFormat()
        head.setForeground(theme.muted)
        head.setBackground(theme.raised)
        self._calendar.setHeaderTextFormat(head)
        for name, shape, words in (
            ("qt_calendar_prevmonth", "chevron-left", self.tr("Month before")),
            ("qt_calendar_nextmonth", "chevron-right", self.tr("Month after")),
        ):
            button = self._calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(shape, theme))
                button.setAccessibleName(words)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class AsOfButton(QToolButton):
    """Says the day and opens the popup; accented while it is not the catalogue's own."""

    day_chosen = Signal(object)
    """A `date`."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today
        self._popup: AsOfPopup | None = None
        self.clicked.connect(self.open_popup)
        self.show_day(today)

    def show_day(self, day: date) -> None:
        """Show which day is in force."""
        self._day = day
        self.setText(f"{format_day_short(day)} ▾")
        self.setToolTip(self.tr("Show everything as it was known on a day (Ctrl+T)"))
        self.setAccessibleName(self.tr("Known as of {day}; press to change").format(day=format_day(day)))
        look = "button" if day == self._today else "accent"
        if self.property("look") != look:
            # the style reads properties only then, and takes milliseconds for it
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)

    def open_popup(self) -> None:
        """Let the user choose a day."""
        if self._popup is None:
            self._popup = AsOfPopup(self._today, self)
            self._popup.chosen.connect(self.day_chosen)
        self._popup.open_under(self, self._day)


class AsOfBar(QToolBar):
    """A bar across the window while the as-of day lies in the past."""

    closed = Signal()
    """The user wants today's knowledge back."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("asOfBar")
        self.setMovable(False)
        self._today = today
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton(self)
        self._back.setProperty("look", "link")
        self._back.clicked.connect(self._on_closed)
        self._close = tool_button("close", self.tr("Back to today's knowledge"), self)
        self._close.setIconSize(QSize(16, 16))
        self._close.setMinimumSize(3 * UNIT + 4, 3 * UNIT + 4)
        self._close.clicked.connect(self._on_closed)
        spring = QWidget(self)
        row = QHBoxLayout(spring)
        row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        for part in (self._words, self._back):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(spring)
        # taken from the style before the bar had the name by which the style sheet knows it
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(0, 0, 0, 0)
        self.toggleViewAction().setVisible(False)
        follow_theme(self._dress)

    def show_day(self, day: date, not_yet_known: int) -> None:
        """Say which day is in force and what it hides; hidden on the catalogue's own day."""
        text = self.tr("As known on {day}").format(day=format_day(day))
        if not_yet_known:
            later = self.tr("%n entries were not known yet", "", not_yet_known)
            text = f"{text}  ·  {later}"
        self._words.setText(text)
        self._back.setText(self.tr("Back to {day}").format(day=format_day_short(self._today)))
        self._back.setAccessibleName(self._back.text())
        self.setVisible(day != self._today)

    def words(self) -> str:
        """Return what the bar says."""
        return self._words.text()

    def _dress(self) -> None:
        dress(self._close)

    def _on_closed(self) -> None:
        self.closed.emit()
