import os
from pathlib import Path

import pytest

from atlas.paths import POINTER, Paths
from atlas.services import data_folder
from atlas.services.data_folder import MoveError, carry_out, failed_move, plan_move, planned_move
from atlas.services.settings import Settings


@pytest.fixture
def paths(monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The usual data folder with a notebook, backups and settings in it."""
    monkeypatch.delenv("ILRS_ATLAS_DATA", raising=False)
    found = Paths.find()
    (found.data / "backups").mkdir(parents=True)
    (found.data / "notebook.db").write_bytes(b"notes" * 1000)
    (found.data / "backups" / "2026-11-22-notebook.db").write_bytes(b"older notes")
    (found.data / "lock").write_text("")
    return found


@pytest.fixture
def settings(paths: Paths) -> Settings:
    return Settings(paths.data / "settings.ini")


def names(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_all_is_moved_and_found_again(paths: Paths, settings: Settings, tmp_path: Path) -> None:
    target = tmp_path / "my data" / "атлас"
    settings.set_text("theme", "dark")
    plan_move(paths, settings, target)
    assert planned_move(settings) == target
    assert (paths.data / "notebook.db").is_file(), "nothing moves before all is closed"
    assert carry_out(paths, settings) == ""
    assert names(target) == {"notebook.db", "backups/2026-11-22-notebook.db", "settings.ini"}
    assert (target / "notebook.db").read_bytes() == b"notes" * 1000
    assert names(paths.data) == {"lock", POINTER}
    later = Paths.find()
    assert later.data == target
    again = Settings(later.data / "settings.ini")
    assert again.text("theme") == "dark"
    assert planned_move(again) is None


def test_back_to_the_usual_folder(paths: Paths, settings: Settings, tmp_path: Path) -> None:
    plan_move(paths, settings, tmp_path / "away")
    carry_out(paths, settings)
    away = Paths.find()
    back = Settings(away.data / "settings.ini")
    plan_move(away, back, paths.data)
    assert carry_out(away, back) == ""
    assert Paths.find().data == paths.data
    assert (paths.data / "notebook.db").is_file()
    assert names(tmp_path / "away") == set()


@pytest.mark.parametrize("place", ["full", "file", "same", "inside", "above"])
def test_what_cannot_be_is_refused_at_once(paths: Paths, settings: Settings, tmp_path: Path, place: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    where = {"same": paths.data, "inside": paths.data / "below", "above": paths.data.parent}
    with pytest.raises(MoveError):
        plan_move(paths, settings, where.get(place, tmp_path / place))
    assert planned_move(settings) is None


def test_a_folder_named_at_the_start_stays(settings: Settings, tmp_path: Path) -> None:
    named = Paths.find(tmp_path / "named")
    assert named.pointer is None
    with pytest.raises(MoveError):
        plan_move(named, settings, tmp_path / "away")


def test_a_failed_copy_leaves_everything(
    paths: Paths, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "away"
    plan_move(paths, settings, target)
    before = names(paths.data)
    real = data_folder.shutil.copy2

    def short(source: Path, into: Path) -> None:
        real(source, into)
        os.truncate(into, 3)

    monkeypatch.setattr("atlas.services.data_folder.shutil.copy2", short)
    assert "could not be moved" in carry_out(paths, settings)
    assert names(paths.data) == before
    assert not target.exists()
    assert Paths.find().data == paths.data
    assert "nothing is lost" in failed_move(settings)
    assert planned_move(settings) is None, "it is not tried again by itself"


def test_a_target_that_filled_up_meanwhile_is_left_alone(paths: Paths, settings: Settings, tmp_path: Path) -> None:
    target = tmp_path / "away"
    plan_move(paths, settings, target)
    target.mkdir()
    (target / "notebook.db").write_text("another one's")
    assert "not empty" in carry_out(paths, settings)
    assert (target / "notebook.db").read_text() == "another one's"
    assert (paths.data / "notebook.db").is_file()


@pytest.mark.parametrize("text", ["", "relative/folder", "\0", b"\xff\xfe".decode("latin-1")])
def test_a_spoilt_pointer_counts_for_nothing(paths: Paths, text: str) -> None:
    (paths.data / POINTER).write_text(text, encoding="latin-1")
    assert Paths.find().data == paths.data
