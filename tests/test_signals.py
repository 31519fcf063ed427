"""PySide6 6.12.0 on Python 3.11 loses one reference to True at every emit and then aborts the process."""

import sys

from PySide6.QtCore import QObject, Signal


class Speaker(QObject):
    said = Signal(int)


def test_five_thousand_signals_keep_their_references(qapp):
    speaker = Speaker()
    heard: list[int] = []
    speaker.said.connect(heard.append)
    speaker.said.emit(-1)
    before_true, before_none = sys.getrefcount(True), sys.getrefcount(None)
    for number in range(5000):
        speaker.said.emit(number)
    assert len(heard) == 5001
    assert abs(sys.getrefcount(True) - before_true) < 50
    assert abs(sys.getrefcount(None) - before_none) < 500
