import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from atlas import app as app_module
from atlas.app import Atlas, run
from atlas.paths import Paths
from atlas.store.errors import CatalogueError
from atlas.views.errors import ErrorReporter, confirm_loss, report_text, show_fatal


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
