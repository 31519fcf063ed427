"""The plates of organisations, agreements and programmes say what the catalogue says, on every day."""

import hashlib
import subprocess
import sys
import tomllib
from contextlib import closing
from datetime import date

import pytest

from atlas.domain.vocabulary import Kind
from atlas.paths import Paths
from atlas.store.catalogue import Catalogue

PATHS = Paths.find()
PLATES = PATHS.resources / "plates"
FOLDER = "plates/typeset/"


def test_no_plate_says_what_the_catalogue_no_longer_does() -> None:
    done = subprocess.run(
        [sys.executable, PLATES / "typeset.py", "--check"], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, f"run resources/plates/typeset.py: {done.stdout}{done.stderr}"


def test_the_files_are_those_that_were_drawn() -> None:
    files = tomllib.loads((PLATES / "typeset" / "ORIGIN.toml").read_text(encoding="utf-8"))["file"]
    assert {f["name"] for f in files} == {f.name for f in (PLATES / "typeset").glob("*.webp")}
    for file in files:
        assert hashlib.sha256((PLATES / "typeset" / file["name"]).read_bytes()).hexdigest() == file["sha256"]


@pytest.mark.parametrize("day", [date(2021, 3, 10), date(2024, 1, 1), date.max], ids=["thread", "between", "newest"])
def test_an_entry_without_a_look_shows_one_typeset_plate_on_every_day(day: date) -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        day = min(day, catalogue.date)
        for row in catalogue.snapshot(day).rows:
            if row.kind in (Kind.AGREEMENT, Kind.ORGANISATION):
                shown = [p for p in catalogue.entry(row.slug, day).pictures if (p.file or "").startswith(FOLDER)]
                assert len(shown) == 1, row.slug
                assert row.names["en"] in shown[0].description
                assert shown[0].known <= day


def test_the_count_of_signatories_grows_with_the_days() -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        said = [
            next(p.description for p in catalogue.entry("artemis-accords", day).pictures if p.file)
            for day in (date(2021, 3, 10), catalogue.date)
        ]
    assert "8 in 2020" in said[0]
    assert "52 in 2024" not in said[0]
    assert "52 in 2024" in said[1]


def test_every_entry_has_a_picture() -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        rows = catalogue.snapshot(catalogue.date).rows
        without = [r.slug for r in rows if not any(p.file for p in catalogue.entry(r.slug, catalogue.date).pictures)]
    assert without == []
