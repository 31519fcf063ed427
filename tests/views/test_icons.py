import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon

from atlas.domain.vocabulary import Kind, Status
from atlas.views.icons import application_icon, icon, kind_name, render, status_name
from atlas.views.theme import Theme

FOLDER = Path(__file__).resolve().parents[2] / "resources/icons"
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg") if file.stem != "atlas")


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_colour_asked_for(qapp, name: str) -> None:
    image = render(name, "#ff0000", 48)
    drawn = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    solid = [colour for colour in drawn if colour.alpha() > 250]
    assert solid, "nothing was drawn"
    assert all(colour.red() > 240 and colour.green() < 15 for colour in solid)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_takes_the_text_colour(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in text
    assert "#" not in text, "an icon has no colour of its own"


def test_statuses_differ_by_shape_alone(qapp) -> None:
    pictures = [bytes(render(status_name(status), "#808080", 32).constBits()) for status in [*Status, None]]
    assert len(set(pictures)) == len(pictures)


def test_there_is_an_icon_for_every_kind(qapp) -> None:
    assert {kind_name(kind) for kind in Kind} <= set(NAMES)


def test_icons_are_sharp_on_a_dense_screen() -> None:
    code = (
        "from atlas.app import make_application; from atlas.views.icons import icon;"
        "from atlas.views.theme import Theme; app = make_application(); made = icon('search', Theme.dark());"
        "print(app.devicePixelRatio(), max(size.width() for size in made.availableSizes()))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["2.0", "40"]


def test_an_unknown_icon_is_an_error(qapp) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", Theme.dark())


def test_the_application_has_an_icon(qapp) -> None:
    made = application_icon()
    assert isinstance(made, QIcon)
    assert max(size.width() for size in made.availableSizes()) == 256
