"""`ilrs-atlas export` into every format, as a script uses it."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from atlas.__main__ import main

NARROWED = ("--kind", "mission", "--nation", "RU", "--as-of", "2023-12-31")


def export(tmp_path: Path, name: str) -> Path:
    target = tmp_path / name
    assert main(["--data-dir", str(tmp_path / "data"), "export", "-o", str(target), *NARROWED]) == 0
    return target


def test_geopackage(tmp_path: Path) -> None:
    with closing(sqlite3.connect(export(tmp_path, "a.gpkg"))) as db:
        rows = dict(db.execute("SELECT slug, as_of FROM entries").fetchall())
        assert rows["luna-25"] == "2023-12-31"
        assert "viper" not in rows
        (latest,) = db.execute("SELECT max(known) FROM claims").fetchone()
        assert latest <= "2023-12-31"


def test_claims(tmp_path: Path) -> None:
    with export(tmp_path, "a.claims.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {"luna-25"} <= {r["entry"] for r in rows}
    assert {r["as_of"] for r in rows} == {"2023-12-31"}


def test_all_formats_hold_the_same_entries(tmp_path: Path) -> None:
    with export(tmp_path, "a.csv").open(encoding="utf-8", newline="") as stream:
        listed = [r["slug"] for r in csv.DictReader(stream)]
    assert [i["slug"] for i in json.loads(export(tmp_path, "a.json").read_bytes())] == listed
    assert [f["id"] for f in json.loads(export(tmp_path, "a.geojson").read_bytes())["features"]] == listed
    with closing(sqlite3.connect(export(tmp_path, "a.gpkg"))) as db:
        assert [slug for (slug,) in db.execute("SELECT slug FROM entries ORDER BY fid")] == listed
    text = export(tmp_path, "a.md").read_text(encoding="utf-8")
    assert sum(line.startswith("# ") for line in text.splitlines()) == len(listed)


def test_a_pdf_without_a_display(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "--data-dir", str(tmp_path), "export", "-o", str(target), *NARROWED],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_bytes().startswith(b"%PDF-")
    if program := shutil.which("pdftotext"):
        said = subprocess.run([program, str(target), "-"], capture_output=True, text=True, check=True).stdout
        assert "Luna-25" in said
        assert "as known on 31 December 2023" in said


def test_formats_without_pages_need_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom atlas.__main__ import main\n"
        "for name in ('a.csv', 'a.claims.csv', 'a.json', 'a.geojson', 'a.gpkg'):\n"
        "    assert main(['export', '-o', sys.argv[1] + '/' + name, '--kind', 'agreement']) == 0\n"
        "print([m for m in ('PySide6', 'numpy', 'rasterio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(["export", *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def test_what_can_not_be_written_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ".claims.csv" in refused(capsys, "-o", str(tmp_path / "a.docx"))
    (tmp_path / "b.csv").mkdir()
    assert "is a folder" in refused(capsys, "-o", str(tmp_path / "b.csv"))
    if sys.platform.startswith("linux"):
        full = tmp_path / "full.json"
        full.symlink_to("/dev/full")
        said = refused(capsys, "-o", str(full))
        assert "There is no room for full.json" in said
        assert "Make room" in said
