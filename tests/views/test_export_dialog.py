"""Exports over the real window: the dialog, the worker, and what the user is told."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QPushButton

from atlas.app import Atlas
from atlas.services.export.formats import FORMATS
from atlas.services.export.job import Progress
from atlas.services.export.words import name_filter
from atlas.views.export_dialog import Exporter


class Desk:
    """An exporter over an open atlas, with what it said."""

    def __init__(self, atlas: Atlas, qtbot) -> None:
        self.atlas = atlas
        self._qtbot = qtbot
        self.exporter = Exporter(atlas.context, atlas.window)
        self.said: list[str] = []
        self.exporter.message.connect(self.said.append)
        self.as_of = atlas.context.catalogue.date
        self.rows = atlas.context.catalogue.snapshot(self.as_of).rows

    def dialog(self) -> QFileDialog:
        (found,) = [d for d in self.atlas.window.findChildren(QFileDialog) if d.isVisible()]
        return found

    def box(self) -> QMessageBox:
        (found,) = [b for b in self.atlas.window.findChildren(QMessageBox) if b.isVisible()]
        return found

    def press(self, name: str) -> None:
        (button,) = [b for b in self.box().findChildren(QPushButton) if b.objectName() == name]
        button.click()

    def choose(self, name: str, format_id: str) -> None:
        """Type a name into the dialog, choose a format and save."""
        dialog = self.dialog()
        dialog.selectNameFilter(name_filter(format_id))
        dialog.filterSelected.emit(name_filter(format_id))
        dialog.selectFile(name)
        dialog.accept()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.exporter.busy, timeout=10_000)


@pytest.fixture
def desk(atlas: Atlas, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "exports"
    folder.mkdir()
    atlas.context.settings.set_text("export/folder", str(folder))
    return Desk(atlas, qtbot)


@pytest.fixture
def folder(desk: Desk) -> Path:
    return Path(desk.atlas.context.settings.text("export/folder"))


def test_the_list_goes_into_a_file(desk: Desk, folder: Path) -> None:
    desk.exporter.export_rows(desk.rows[:3], desk.as_of)
    assert desk.dialog().windowTitle() == "Export 3 entries"
    assert Path(desk.dialog().directory().path()) == folder
    desk.choose("mine", "csv")
    assert desk.exporter.busy
    desk.wait()
    with (folder / "mine.csv").open(encoding="utf-8", newline="") as stream:
        assert [r["slug"] for r in csv.DictReader(stream)] == [r.slug for r in desk.rows[:3]]
    assert desk.said[0].startswith(f"3 entries written: {folder / 'mine.csv'}")


@pytest.mark.parametrize("format_id", list(FORMATS))
def test_every_format_comes_off_the_worker(desk: Desk, folder: Path, format_id: str) -> None:
    desk.exporter.export_entry(desk.rows[0], desk.as_of)
    assert desk.dialog().windowTitle() == "Export this entry"
    desk.choose("one", format_id)
    desk.wait()
    assert (folder / f"one{FORMATS[format_id].suffix}").stat().st_size > 100
    assert [p.name for p in folder.iterdir()] == [f"one{FORMATS[format_id].suffix}"]
    assert desk.said[0].startswith("Written: ")


def test_the_day_is_the_lists(desk: Desk, folder: Path) -> None:
    from atlas.views.as_of import THREAD_DAY

    rows = desk.atlas.context.catalogue.snapshot(THREAD_DAY).rows
    desk.exporter.export_rows(rows, THREAD_DAY)
    desk.choose("then", "gpkg")
    desk.wait()
    with closing(sqlite3.connect(folder / "then.gpkg")) as db:
        assert db.execute("SELECT DISTINCT as_of FROM entries").fetchall() == [("2021-03-10",)]
        assert db.execute("SELECT max(known) FROM claims").fetchone()[0] <= "2021-03-10"


def test_an_ending_that_was_typed_wins(desk: Desk, folder: Path) -> None:
    desk.exporter.export_rows(desk.rows, desk.as_of)
    desk.choose("typed.json", "csv")
    desk.wait()
    assert (folder / "typed.json").read_text(encoding="utf-8").startswith("[")


def test_claims_into_a_plain_csv(desk: Desk, folder: Path) -> None:
    desk.exporter.export_rows(desk.rows, desk.as_of)
    desk.choose("typed.csv", "claims")
    desk.wait()
    assert (folder / "typed.csv").read_text(encoding="utf-8").startswith("claim,entry")


def test_folder_and_format_are_remembered(desk: Desk, folder: Path) -> None:
    desk.exporter.export_rows(desk.rows, desk.as_of)
    desk.choose("a", "gpkg")
    desk.wait()
    desk.exporter.export_rows(desk.rows, desk.as_of)
    assert desk.dialog().selectedNameFilter() == name_filter("gpkg")
    desk.dialog().reject()
    desk.exporter.export_entry(desk.rows[0], desk.as_of)
    assert desk.dialog().selectedNameFilter() == name_filter("pdf")
    desk.dialog().reject()
    assert not desk.exporter.busy


def test_an_ending_that_was_added_is_asked_about(desk: Desk, folder: Path) -> None:
    old = folder / "v1.2.csv"
    old.write_text("old")
    desk.exporter.export_rows(desk.rows, desk.as_of)
    # a file dialog adds no ending to a name with a dot, and asks about the name without it
    desk.exporter.write_to(folder / "v1.2", "csv")
    desk.dialog().reject()
    assert "v1.2.csv is there already." in desk.box().text()
    desk.box().reject()
    assert old.read_text() == "old"
    assert not desk.exporter.busy
    desk.exporter.write_to(folder / "v1.2", "csv")
    desk.press("replace")
    desk.wait()
    assert old.read_text(encoding="utf-8").startswith("slug,")


def test_a_failure_is_told_and_another_place_offered(desk: Desk, folder: Path) -> None:
    desk.exporter.export_rows(desk.rows, desk.as_of)
    desk.dialog().reject()
    desk.exporter.write_to(folder / "gone" / "a.csv", "csv")
    desk.wait()
    assert desk.box().text() == "The export was not written."
    told = desk.box().informativeText()
    assert told == f"The folder {folder / 'gone'} is not there. Nothing was written. Choose another folder."
    assert desk.said == []
    desk.press("again")
    desk.choose("a", "csv")
    desk.wait()
    assert (folder / "a.csv").is_file()


def test_a_fault_of_the_atlas_goes_to_the_report(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("atlas.services.export.job.export_entries", broken)
    told: list[BaseException] = []
    desk.atlas.context.tasks.error.disconnect()
    desk.atlas.context.tasks.error.connect(told.append)
    desk.exporter.export_rows(desk.rows, desk.as_of)
    desk.choose("a", "csv")
    desk.wait()
    assert [str(e) for e in told] == ["broken"]


def test_cancelling_leaves_the_old_file(desk: Desk, folder: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    gate = threading.Event()
    real = Progress.step

    def slow(self: Progress) -> None:
        gate.wait(5)
        real(self)

    monkeypatch.setattr(Progress, "step", slow)
    old = folder / "a.pdf"
    old.write_text("old")
    desk.exporter.export_rows(desk.rows, desk.as_of)
    desk.dialog().reject()
    desk.exporter.write_to(old, "pdf")
    dialogs = desk.atlas.window.findChildren(QProgressDialog)
    qtbot.waitUntil(lambda: dialogs[0].isVisible(), timeout=3000)
    assert desk.exporter.busy
    desk.exporter.export_rows(desk.rows, desk.as_of)
    assert desk.said == ["The last export is still being written."]
    dialogs[0].findChild(QPushButton).click()
    gate.set()
    assert not desk.exporter.busy
    qtbot.waitUntil(lambda: not desk.atlas.context.tasks.busy, timeout=5000)
    assert old.read_text() == "old"
    assert [p.name for p in folder.iterdir()] == ["a.pdf"]
    assert desk.said[-1] == "Export cancelled: nothing was written."


def test_an_empty_list_is_told(desk: Desk) -> None:
    desk.exporter.export_rows([], desk.as_of)
    assert desk.said == ["There is nothing to export: the list is empty."]
