import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from atlas import app as app_module
from atlas.__main__ import main
from atlas.app import Atlas, run
from atlas.paths import Paths
from atlas.services.log import RecentLog
from atlas.store.errors import CatalogueError
from atlas.views.errors import ErrorReporter, Surroundings, confirm_loss, report_text, show_fatal


def press(text: str) -> list[str]:
    """Press a button of the next message box; returns a list that then holds what the box said."""
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(f"{box.text()} {box.informativeText()} {box.detailedText()}")
        next(b for b in box.buttons() if text in b.text()).click()

    QTimer.singleShot(0, look)
    return said


def caught() -> tuple[type[BaseException], BaseException, object]:
    try:
        int("the Moon is missing")
    except ValueError:
        return sys.exc_info()


def test_a_report_names_versions_and_place() -> None:
    text = report_text(*caught())
    assert text.startswith("ILRS Atlas ")
    assert "the Moon is missing" in text
    assert "test_errors.py" in text


def shown(reporter: ErrorReporter) -> str:
    assert reporter.dialog is not None
    return " ".join(words.text() for words in reporter.dialog.findChildren(QLabel))


def push(reporter: ErrorReporter, text: str) -> None:
    assert reporter.dialog is not None
    next(b for b in reporter.dialog.findChildren(QPushButton) if text in b.text()).click()


def test_an_unexpected_error_is_shown_and_copied(qtbot, capsys) -> None:
    reporter = ErrorReporter()
    reporter.take(*caught())
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "Your notes are safe" in shown(reporter)
    push(reporter, "Copy the report")
    assert "the Moon is missing" in QGuiApplication.clipboard().text()
    push(reporter, "Go on")
    assert reporter.dialog is None
    assert "the Moon is missing" in capsys.readouterr().err


def test_a_fatal_error_is_one_clear_sentence(qtbot) -> None:
    said = press("Close")
    show_fatal("The catalogue is missing.")
    assert "The catalogue is missing." in said[0]


@pytest.mark.parametrize(("button", "closes"), [("Stay", False), ("Close and lose it", True)])
def test_words_are_not_lost_without_asking(qtbot, button: str, closes: bool) -> None:
    press(button)
    assert confirm_loss(None, "The disk is full.") is closes


def test_a_missing_catalogue_says_how_to_mend_it(qapp, small_paths: Paths, tmp_path: Path) -> None:
    nothing = Paths(tmp_path / "data", tmp_path / "nowhere", small_paths.db)
    with pytest.raises(CatalogueError, match="ilrs-atlas catalogue build"):
        Atlas(qapp, nothing)


def test_run_ends_with_2_where_the_catalogue_is_damaged(
    qapp, small_paths: Paths, tmp_path: Path, monkeypatch, capsys
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/catalogue.db").write_bytes(b"no database at all" * 100)
    said: list[str] = []
    monkeypatch.setattr(app_module, "show_fatal", said.append)
    status = run(Paths(tmp_path / "data", tmp_path / "broken", small_paths.db), None)
    assert status == 2
    assert "damaged" in said[0]
    assert "Your notes are not affected" in said[0]
    assert capsys.readouterr().err.startswith("ilrs-atlas: ")


def test_run_opens_on_a_link_and_closes(qapp, small_paths: Paths, monkeypatch) -> None:
    seen: list[str] = []

    def look(self: QApplication) -> int:
        windows = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow"]
        seen.append(windows[0].windowTitle())
        return 0

    monkeypatch.setattr(QApplication, "exec", look)
    assert run(small_paths, "atlas://mission/luna-25") == 0
    assert seen == ["Luna-25 — ILRS Atlas"]
    assert sys.excepthook is sys.__excepthook__ or "atlas" not in repr(sys.excepthook)


class Thrower(QWidget):
    """Throws where nobody catches: in a slot, in painting, on a worker, on a thread of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self)
        self.button.clicked.connect(self.throw)
        self.painting = False

    def throw(self) -> None:
        raise ZeroDivisionError("in a slot")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        if self.painting:
            self.painting = False
            raise LookupError("while painting")


def work() -> None:
    raise ArithmeticError("on a worker")


@pytest.fixture
def installed(atlas: Atlas):
    atlas.install()
    yield atlas
    atlas.uninstall()


@pytest.mark.parametrize("place", ["in a slot", "while painting", "on a worker", "on a thread"])
def test_errors_from_everywhere_are_shown(installed: Atlas, qtbot, capsys, place: str) -> None:
    reporter = installed.reporter
    thrower = Thrower()
    qtbot.addWidget(thrower)
    thrower.show()
    hook = sys.excepthook
    if place == "in a slot":
        # pytest-qt puts a hook of its own before each test; the product's is what is asked here
        with qtbot.captureExceptions():
            sys.excepthook = reporter.take
            thrower.button.click()
    elif place == "while painting":
        with qtbot.captureExceptions():
            sys.excepthook = reporter.take
            thrower.painting = True
            thrower.repaint()
    elif place == "on a worker":
        installed.context.tasks.submit(work)
    else:
        # pytest watches threads too
        threading.excepthook = reporter._take_thread
        thread = threading.Thread(target=_throw_on_thread)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    sys.excepthook = hook
    report = reporter.dialog.report
    assert place in report
    assert f"Catalogue of {installed.context.catalogue.date}" in report
    assert "Qt 6" in report
    assert "Log:" in report
    assert "Your notes are safe" in shown(reporter)
    assert place in capsys.readouterr().err
    push(reporter, "Go on")


def _throw_on_thread() -> None:
    raise ValueError("on a thread")


def test_many_errors_are_one_dialog_and_the_same_one_keeps_quiet_for_a_while(qtbot, capsys) -> None:
    reporter = ErrorReporter()
    for _ in range(30):
        reporter.take(*caught())
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    QApplication.processEvents()
    assert reporter.dialog.report.count("Traceback") == 1
    push(reporter, "Go on")
    reporter.take(*caught())
    QApplication.processEvents()
    assert reporter.dialog is None


def test_words_that_are_not_written_are_offered_to_a_file(qtbot, capsys) -> None:
    saved: list[int] = []
    closed: list[int] = []
    left = [2]

    def save() -> None:
        saved.append(1)
        left[0] = 0

    around = Surroundings("", str, lambda: left[0], save, lambda: closed.append(1))
    reporter = ErrorReporter(None, around)
    reporter.take(*caught())
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "not written yet" in shown(reporter)
    push(reporter, "Save my text to a file…")
    assert saved == [1]
    assert "Your notes are safe" in shown(reporter)
    push(reporter, "Close the atlas")
    assert closed == [1]


def test_the_log_keeps_what_qt_says_and_forgets_old_lines(qapp) -> None:
    log = RecentLog()
    log.install()
    try:
        qWarning("a warning of Qt")
        for number in range(300):
            logging.getLogger("atlas.test").info("line %d", number)
    finally:
        log.uninstall()
    assert log.text().count("\n") == 199
    assert log.text().endswith("line 299")


def test_no_screen_and_no_qt_are_sentences(monkeypatch, capsys, tmp_path: Path) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["--data-dir", str(tmp_path)]) == 2
    assert "no screen" in capsys.readouterr().err
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "atlas.app", None)
    assert main(["--data-dir", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "a part of Qt is missing" in said
    assert said.count("\n") == 1
