"""Several files in hand at once: each answer names its own file, wherever it was asked for."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from shiboken6 import isValid

from atlas.app import Atlas
from atlas.services.export.files import write_atomically
from atlas.views.save_dialog import FileSaver

FILTERS = {".txt": "Text (*.txt)", ".md": "Markdown (*.md)"}


def visible(kind):
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


class Desk:
    """A saver over an open atlas whose writing waits for a gate."""

    def __init__(self, atlas: Atlas, qtbot) -> None:
        self._atlas = atlas
        self._qtbot = qtbot
        self.window = atlas.window
        self.settings = atlas.context.settings
        self.gate = threading.Event()
        self.saver = FileSaver(atlas.context, atlas.window)
        self.said: list[str] = []
        self.saver.message.connect(self.said.append)

    def save(self, target: Path, words: str = "", suffix: str = ".txt", over: QDialog | None = None) -> None:
        """Ask, choose a file in a format, and have it written once the gate is open."""
        self.saver.ask(f"Save {target.stem}", target.stem, FILTERS, partial(self._write, words), over)
        (dialog,) = visible(QFileDialog)
        dialog.selectNameFilter(FILTERS[suffix])
        dialog.filterSelected.emit(FILTERS[suffix])
        # a file dialog takes no file of a folder that is not there, so its answer is given for it
        dialog.fileSelected.emit(str(target))
        dialog.reject()

    def end(self) -> None:
        self.gate.set()
        self._qtbot.waitUntil(lambda: not self._atlas.context.tasks.busy, timeout=10_000)

    def _write(self, words: str, target: Path) -> None:
        self.gate.wait(5)
        write_atomically(target, words.encode())


@pytest.fixture
def desk(atlas: Atlas, qtbot, tmp_path: Path) -> Iterator[Desk]:
    atlas.context.settings.set_text("export/folder", str(tmp_path))
    made = Desk(atlas, qtbot)
    yield made
    made.gate.set()


def test_each_failure_names_its_own_file_and_offers_its_own_again(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "gone" / "first", "one")
    desk.save(tmp_path / "lost" / "second", "two", ".md")
    desk.end()
    boxes = {box.windowTitle(): box for box in visible(QMessageBox)}
    assert set(boxes) == {"Save first", "Save second"}
    assert str(tmp_path / "gone") in boxes["Save first"].informativeText()
    assert str(tmp_path / "lost") in boxes["Save second"].informativeText()
    boxes["Save second"].reject()
    boxes["Save first"].findChild(QPushButton, "again").click()
    (dialog,) = visible(QFileDialog)
    assert dialog.windowTitle() == "Save first"
    dialog.fileSelected.emit(str(tmp_path / "first"))
    dialog.reject()
    desk.end()
    assert (tmp_path / "first.txt").read_text() == "one"


def test_each_question_replaces_its_own_file(desk: Desk, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text("old")
        desk.save(tmp_path / name, name)
    boxes = {box.windowTitle(): box for box in visible(QMessageBox)}
    boxes["Save second"].reject()
    boxes["Save first"].findChild(QPushButton, "replace").click()
    desk.end()
    assert [(tmp_path / f"{name}.txt").read_text() for name in ("first", "second")] == ["first", "old"]


def test_a_folder_is_offered_again_only_once_it_was_written_to(desk: Desk, tmp_path: Path) -> None:
    desk.save(tmp_path / "gone" / "a")
    desk.end()
    visible(QMessageBox)[0].reject()
    assert desk.settings.text("export/folder") == str(tmp_path)
    (tmp_path / "there").mkdir()
    desk.save(tmp_path / "there" / "a")
    desk.end()
    assert desk.settings.text("export/folder") == str(tmp_path / "there")
    assert desk.said == [f"Written: {tmp_path / 'there' / 'a.txt'}"]


@pytest.mark.parametrize("closed", [False, True])
def test_it_is_told_over_what_asked_or_over_the_window_behind_it(desk: Desk, tmp_path: Path, closed: bool) -> None:
    asking = QDialog(desk.window)
    asking.open()
    desk.save(tmp_path / "gone" / "a", over=asking)
    if closed:
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not isValid(asking)
    desk.end()
    (box,) = visible(QMessageBox)
    assert box.parentWidget() is (desk.window if closed else asking)
    box.reject()
    if not closed:
        asking.close()
