"""The field for the date of the light: typed or pasted as one text, or stepped part by part with the arrow keys."""

import calendar
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from atlas.domain.light import to_minute

_PARTS: Final = ((4, "year"), (7, "month"), (10, "day"), (13, "hour"), (16, "minute"))
"""Where the parts of `2026-11-22 18:00` end."""
_LENGTHS: Final = {"day": timedelta(days=1), "hour": timedelta(hours=1), "minute": timedelta(minutes=1)}
_ROOM: Final = 28


class MomentField(QLineEdit):
    """A moment in UTC. What cannot be read stays as it was typed, and is told."""

    moment_chosen = Signal(object)
    """A `datetime`: by Enter, by leaving the field, or by a step."""
    unreadable = Signal(str)
    """What was typed is no moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = to_minute(datetime.now(UTC))
        self.returnPressed.connect(self._read)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0000-00-00 00:00 UTC") + _ROOM)

    def set_time(self, time: datetime) -> None:
        """Show a moment, unless the user is at typing another."""
        self._time = time
        text = f"{time.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        if text != self.text() and not self.isModified():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - names of this class are Qt's
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._step(step)
        elif Qt.Key(event.key()) is Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.set_time(self._time)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus() and event.angleDelta().y():
            self._step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if self.isModified() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._read()

    def _read(self) -> None:
        try:
            time = read_typed(self.text())
        except (ValueError, OverflowError):
            self.unreadable.emit(self.text())
            return
        self.moment_chosen.emit(time)

    def _step(self, step: int) -> None:
        """Change the part under the cursor and mark it."""
        begin = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        part = next((k for k, (end, _) in enumerate(_PARTS) if begin <= end), len(_PARTS) - 1)
        self.moment_chosen.emit(stepped(self._time, _PARTS[part][1], step))
        first = _PARTS[part - 1][0] + 1 if part else 0
        self.setSelection(first, _PARTS[part][0] - first)


def read_typed(text: str) -> datetime:
    """Read `2026-11-22 18:00`, with or without the time, with T, Z or UTC. Raises ValueError for anything else."""
    plain = text.strip().upper().removesuffix("UTC").strip()
    time = datetime.fromisoformat(plain)
    return to_minute(time if time.tzinfo is not None else time.replace(tzinfo=UTC))


def stepped(time: datetime, part: str, step: int) -> datetime:
    """Return a moment with one of its parts some steps on; the day stays, or becomes the last of its month."""
    if part in _LENGTHS:
        return time + step * _LENGTHS[part]
    months = time.year * 12 + time.month - 1 + step * (12 if part == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return time.replace(year=year, month=month, day=min(time.day, calendar.monthrange(year, month)[1]))
