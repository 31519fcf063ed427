"""The plates of machines: what is drawn is recorded, what is recorded can be drawn again, and the kit stays small."""

import ast
from contextlib import closing
from pathlib import Path

import pytest

from atlas.content.image_header import picture_size
from atlas.domain.entries import Picture
from atlas.domain.vocabulary import PictureKind
from atlas.paths import Paths
from atlas.store.catalogue import Catalogue

PATHS = Paths.find()
PLATES = PATHS.resources / "plates"
SUBJECTS = sorted(f for f in (PLATES / "subjects").glob("*.py") if f.stem != "__init__")
FOLDER = "plates/machines/"


def plates_of(subject: Path) -> list[str]:
    """Read the names under PLATES without running the file: Blender is not there."""
    for node in ast.parse(subject.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "PLATES" for t in node.targets):
            assert isinstance(node.value, ast.Dict)
            return [str(ast.literal_eval(key)) for key in node.value.keys if key is not None]
    raise AssertionError(f"{subject.name} lists no PLATES")


@pytest.fixture(scope="module")
def records() -> dict[str, Picture]:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        shown = [p for _, p in catalogue.pictures(catalogue.date) if (p.file or "").startswith(FOLDER)]
    return {Path(str(p.file)).stem: p for p in shown}


def test_every_plate_of_a_subject_is_drawn_and_recorded(records: dict[str, Picture]) -> None:
    made_by = {name: subject for subject in SUBJECTS for name in plates_of(subject)}
    assert set(made_by) == set(records) == {f.stem for f in (PLATES / "machines").glob("*.webp")}
    for name, record in records.items():
        assert record.kind is PictureKind.PLATE
        assert f"resources/plates/subjects/{made_by[name].name}" in str(record.made)
        assert str(record.made).startswith("Original illustration, simplified from published ")
        assert record.licence == "CC BY 4.0"


def test_every_plate_is_large_enough(records: dict[str, Picture]) -> None:
    for name in records:
        size = picture_size((PLATES / "machines" / f"{name}.webp").read_bytes())
        assert size is not None
        assert size >= (1600, 1000), name


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda f: f.stem)
def test_a_subject_says_where_its_proportions_come_from(subject: Path) -> None:
    text = ast.get_docstring(ast.parse(subject.read_text(encoding="utf-8"))) or ""
    assert "Read: " in text
    assert len(text) > 200


def test_the_kit_stays_small() -> None:
    files = [*(PLATES / "kit").glob("*.py"), *SUBJECTS, PLATES / "render.py"]
    assert all(len(f.read_text(encoding="utf-8").splitlines()) < 300 for f in files)


def test_what_the_thread_pictured_has_a_plate() -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        pictures = catalogue.pictures(catalogue.date)
    pictured = {slug for slug, p in pictures if p.id.startswith("thread-")}
    drawn = {slug for slug, p in pictures if (p.file or "").startswith(FOLDER)}
    assert len(pictured) >= 7
    assert pictured <= drawn
