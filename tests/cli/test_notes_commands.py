"""backup, restore, notes export and import as a script uses them, also while a window holds the notebook."""

import subprocess
import sys
from pathlib import Path

import pytest

from atlas.__main__ import main
from atlas.services.instance import Instance
from atlas.services.notebook import NotebookService
from atlas.services.notebook_care import NotebookCare
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook

ROOT = Path(__file__).parents[2]
MIGRATIONS = ROOT / "db" / "notebook"


@pytest.fixture
def data(tmp_path):
    data = tmp_path / "data"
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        book.save_draft("change-7", "first")
        book.set_star("luna-25", True)
    return data


@pytest.fixture
def run(data, capsys):
    def run(*argv: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(data), *map(str, argv)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def text(data: Path) -> str:
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        return book.note("change-7").text


def change(data: Path, words: str) -> None:
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        book.save_draft("change-7", words)


def test_backup_and_restore(run, data, tmp_path):
    file = tmp_path / "my.db"
    code, out, err = run("backup", file)
    assert (code, out) == (0, "")
    assert "1 note, 1 star, 0 tags" in err
    assert run("backup", file)[0] == 2
    assert run("backup", file, "--replace")[0] == 0
    change(data, "second")
    code, out, err = run("restore", file, "--yes")
    assert code == 0
    assert out.startswith("in the file:      1 note, 1 star")
    assert "in the notebook:  1 note" in out
    assert "before-restore" in err
    assert text(data) == "first"
    (kept,) = (data / "backups").iterdir()
    assert run("restore", kept, "--yes")[0] == 0
    assert text(data) == "second"


def test_restore_asks(run, data, tmp_path, monkeypatch):
    file = tmp_path / "my.db"
    run("backup", file)
    change(data, "second")
    code, _, err = run("restore", file)
    assert code == 2
    assert "--yes" in err
    assert err.count("\n") == 1

    class Terminal:
        def __init__(self, answer: str) -> None:
            self.readline = answer.__str__

        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    assert run("restore", file)[::2] == (0, f"{ASKED}Nothing was changed.\n")
    assert text(data) == "second"
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert run("restore", file)[0] == 0
    assert text(data) == "first"


ASKED = "Put the file in the place of the notebook? The present one becomes a backup. [y/N] "


def test_a_damaged_notebook_is_restored(run, data, tmp_path):
    run("backup", tmp_path / "my.db")
    (data / "notebook.db").write_bytes(b"damaged" * 1000)
    code, out, _ = run("check")
    assert code == 1
    assert "ilrs-atlas restore" in out
    code, out, err = run("restore", tmp_path / "my.db", "--yes")
    assert code == 0
    assert "it cannot be read" in out
    assert "notebook-damaged-" in err
    assert text(data) == "first"


def test_what_cannot_be_done_is_one_sentence(run, data, tmp_path):
    (tmp_path / "foreign.db").write_text("no notebook")
    for argv in (
        ("backup", data / "notebook.db"),
        ("backup", data / "notebook.db", "--replace"),
        ("backup", tmp_path / "nowhere" / "x.db"),
        ("restore", data / "notebook.db"),
        ("restore", tmp_path / "foreign.db", "--yes"),
        ("restore", tmp_path / "nothing.db", "--yes"),
        ("notes", "import", tmp_path / "foreign.db"),
        ("notes", "export", data),
        ("notes",),
    ):
        code, out, err = run(*argv)
        assert (code, out) == (2, ""), argv
        assert err.startswith("ilrs-atlas: ")
        assert err.count("\n") == 1
    assert text(data) == "first"


def test_without_a_notebook(capsys, tmp_path):
    for argv in (("backup", "x.db"), ("notes", "export", "x.zip")):
        assert main(["--data-dir", str(tmp_path / "new"), *argv]) == 2
        assert "no notebook yet" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_export_and_import(run, data, tmp_path, capsys, name):
    assert run("notes", "export", tmp_path / name)[2].endswith(": 1 note\n")
    assert main(["--data-dir", str(tmp_path / "new"), "notes", "import", str(tmp_path / name)]) == 0
    assert "Notes added or changed: 1;" in capsys.readouterr().err
    assert text(tmp_path / "new") == "first"
    change(data, "second")
    assert run("notes", "import", tmp_path / name)[0] == 0
    assert text(data) == "second"
    assert list((data / "backups").glob("*-before-import-notebook.db"))


@pytest.fixture
def window(qapp, data):
    """Stand in for the window: what holds the folder and listens is the real thing."""
    instance, tasks = Instance(data), Tasks()
    notebook = NotebookService(tasks, data / "notebook.db", MIGRATIONS)
    care = NotebookCare(notebook, tasks)
    assert instance.acquire()
    notebook.open()
    instance.serve(notebook, care)
    yield notebook
    instance.close()
    care.close()
    notebook.close()
    tasks.close()


def outside(qtbot, data: Path, *argv: object) -> tuple[int, str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "atlas", "--data-dir", str(data), *map(str, argv)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    _, err = process.communicate()
    return process.returncode, err


def test_the_window_does_the_work_where_it_holds_the_notebook(window, data, tmp_path, qtbot):
    qtbot.waitUntil(lambda: window.is_open)
    assert outside(qtbot, data, "backup", tmp_path / "my.db")[0] == 0
    assert outside(qtbot, data, "notes", "export", tmp_path / "my.zip")[0] == 0
    window.type_text("change-7", "typed in the window")
    window.set_star("viper", True)
    with qtbot.waitSignal(window.replaced, timeout=20_000):
        code, err = outside(qtbot, data, "restore", tmp_path / "my.db", "--yes")
    assert (code, err) == (0, "The open window restored it.\n")
    qtbot.waitUntil(lambda: window.stars == {"luna-25"})
    assert text(data) == "first"
    (kept,) = (data / "backups").glob("*-before-restore-notebook.db")
    with Notebook.open(kept, MIGRATIONS) as book:
        assert book.note("change-7").text == "typed in the window"
    window.type_text("viper", "new")
    code, err = outside(qtbot, data, "notes", "import", tmp_path / "my.zip")
    assert (code, err) == (0, "The open window imported them.\n")
    assert window.flush()
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        assert book.note("viper").text == "new"


def test_the_window_refuses_with_the_same_sentence(window, data, tmp_path, qtbot):
    (tmp_path / "foreign.db").write_text("no notebook")
    code, err = outside(qtbot, data, "restore", tmp_path / "foreign.db", "--yes")
    assert code == 2
    assert "it is not a notebook" in err
