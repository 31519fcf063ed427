"""Line drawings to scale in the window: on the card, large, copied, saved; in both themes and other units."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QPushButton
from sample_drawings import drawing, record

from atlas.app import Atlas
from atlas.content.compile import build_catalogue
from atlas.paths import Paths
from atlas.services.to_scale.export import Sheet, write_sheet
from atlas.services.units import Units
from atlas.views.theme import current_theme
from atlas.views.to_scale.dialog import ScaleDialog
from atlas.views.to_scale.view import ScaleView

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """The small resources with drawings of Chang'e 7 and its rover."""
    folder = tmp_path / "resources"
    (folder / "plates" / "profiles").mkdir(parents=True)
    for part in ("guide", "icons", "sky", "terrain", "translations", "plates/figures"):
        (folder / part).symlink_to(ROOT / "resources" / part, target_is_directory=True)
    content = Path(shutil.copytree(ROOT / "tests/fixtures/small", folder / "content"))
    (content / "profiles").mkdir()
    (content / "profiles" / "machines.toml").write_text(
        record("change-7", wide=7.2, tall=4.3) + record("change-7", "rover", 2.0, 1.5), encoding="utf-8"
    )
    (folder / "plates" / "profiles" / "change-7.svg").write_bytes(drawing(7.2, 4.3))
    (folder / "plates" / "profiles" / "change-7--rover.svg").write_bytes(drawing(2.0, 1.5))
    build_catalogue(content, ROOT / "db/catalogue.sql", folder / "catalogue.db")
    return folder


@pytest.fixture
def drawn(qapp: QApplication, qtbot, resources: Path, tmp_path: Path) -> Iterator[Atlas]:
    opened = Atlas(qapp, Paths(tmp_path / "data", resources, ROOT / "db"))
    opened.window.resize(1280, 800)
    opened.window.show()
    qtbot.waitUntil(lambda: not opened.context.tasks.busy, timeout=10_000)
    yield opened
    opened.close()


def show(atlas: Atlas, qtbot, slug: str) -> None:
    atlas.window.session.open(slug)
    atlas.window.detail.body.finish()
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=10_000)


def card_picture(atlas: Atlas) -> QImage:
    document = atlas.window.detail.body.document()
    kind = QTextDocument.ResourceType.ImageResource.value
    found = document.resource(kind, QUrl("profile:change-7"))
    assert isinstance(found, QImage)
    return found


def open_dialog(atlas: Atlas, qtbot) -> ScaleDialog:
    (dialog,) = atlas.window.detail.findChildren(ScaleDialog)
    qtbot.waitUntil(lambda: dialog.view.scene is not None, timeout=10_000)
    return dialog


def test_the_card_shows_and_says_what_is_drawn(drawn: Atlas, qtbot) -> None:
    show(drawn, qtbot, "change-7")
    text = drawn.window.detail.body.toPlainText()
    assert "TO SCALE" in text
    assert "Chang'e 7: about 4.3 m high and 7.2 m wide as drawn. Rover: about 1.5 m high and 2 m wide as drawn." in text
    assert "a person of 1.8 m" in text
    assert "Original line drawing to scale, drawn for tests." in text
    assert "A. Drawer · CC BY 4.0 · made 22 November 2026" in text
    picture = card_picture(drawn)
    assert picture.width() == drawn.window.detail.body._plate_width() * picture.devicePixelRatio()


def test_a_heading_keeps_its_distance_from_the_table_above(drawn: Atlas, qtbot) -> None:
    show(drawn, qtbot, "change-7")
    body = drawn.window.detail.body
    heading = body.document().find("TO SCALE")
    heading.setPosition(heading.selectionStart() - 1)
    table = heading.currentTable()
    assert table is not None
    assert table.format().bottomMargin() == 20


def test_an_entry_without_drawings_has_no_such_section(drawn: Atlas, qtbot) -> None:
    show(drawn, qtbot, "luna-25")
    assert "TO SCALE" not in drawn.window.detail.body.toPlainText()
    drawn.window.registry["to-scale"].trigger()
    assert not drawn.window.detail.findChildren(ScaleDialog)


def test_drawings_take_the_colours_of_the_theme(drawn: Atlas, qtbot) -> None:
    show(drawn, qtbot, "change-7")
    drawn.window.theme.set_mode("light")
    drawn.window.detail.body.finish()
    qtbot.waitUntil(lambda: not drawn.context.tasks.busy, timeout=10_000)
    light = card_picture(drawn).copy()
    drawn.window.theme.set_mode("dark")
    drawn.window.detail.body.finish()
    qtbot.waitUntil(lambda: not drawn.context.tasks.busy, timeout=10_000)
    assert card_picture(drawn) != light


def test_sizes_are_told_in_feet_where_the_user_wants_feet(drawn: Atlas, qtbot) -> None:
    show(drawn, qtbot, "change-7")
    drawn.window.detail.set_units(Units(feet=True))
    assert "about 14.1 ft high" in drawn.window.detail.body.toPlainText()
    drawn.window.registry["to-scale"].trigger()
    assert "14.1 ft" in open_dialog(drawn, qtbot).words.text()


def test_a_click_opens_them_large(drawn: Atlas, qtbot) -> None:
    show(drawn, qtbot, "change-7")
    drawn.window.detail.body.anchorClicked.emit(QUrl("profile:change-7"))
    dialog = open_dialog(drawn, qtbot)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "To scale: Chang'e 7"
    assert [machine.title for machine in dialog.view.scene.machines] == ["Chang'e 7", "Rover"]
    assert dialog.view.accessibleName() == "Drawn to scale"
    assert "Rover: about 1.5 m high" in dialog.view.accessibleDescription()
    assert "A. Drawer · CC BY 4.0" in dialog.words.text()
    assert all(button.accessibleName() for button in dialog.findChildren(QPushButton))
    at = dialog.view.arrangement()
    assert at is not None
    assert at.slots[0].width / at.slots[1].width == pytest.approx(7.2 / 2.0)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Close).click()
    qtbot.waitUntil(lambda: not drawn.window.detail.findChildren(ScaleDialog))


def test_copied_and_saved_with_their_credit(drawn: Atlas, qtbot, tmp_path: Path) -> None:
    show(drawn, qtbot, "change-7")
    drawn.window.registry["to-scale"].trigger()
    dialog = open_dialog(drawn, qtbot)
    said: list[str] = []
    drawn.window.detail.message.connect(said.append)
    dialog.copy()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert QGuiApplication.clipboard().image().size() == dialog.sheet().size * 2
    dialog.save()
    choose(tmp_path / "out")
    qtbot.waitUntil(lambda: len(said) == 2, timeout=10_000)
    assert "A. Drawer · CC BY 4.0" in (tmp_path / "out.svg").read_text(encoding="utf-8")
    QGuiApplication.clipboard().clear()


def choose(target: Path) -> None:
    """Answer the file dialog, which takes no file of a folder that is not there."""
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]
    dialog.fileSelected.emit(str(target))
    dialog.reject()


def test_how_saving_went_is_said_when_the_dialog_is_closed_by_then(
    drawn: Atlas, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def late(target: Path, sheet: Sheet) -> None:
        gate.wait(5)
        write_sheet(target, sheet)

    monkeypatch.setattr("atlas.views.to_scale.dialog.write_sheet", late)
    said: list[str] = []
    drawn.window.detail.message.connect(said.append)
    show(drawn, qtbot, "change-7")
    drawn.window.registry["to-scale"].trigger()
    dialog = open_dialog(drawn, qtbot)
    dialog.save()
    choose(tmp_path / "gone" / "out")
    dialog.close()
    qtbot.waitUntil(lambda: not drawn.window.detail.findChildren(ScaleDialog))
    gate.set()
    qtbot.waitUntil(lambda: not drawn.context.tasks.busy, timeout=10_000)
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    assert str(tmp_path / "gone") in box.informativeText()
    box.findChild(QPushButton, "again").click()
    choose(tmp_path / "out")
    qtbot.waitUntil(lambda: not drawn.context.tasks.busy, timeout=10_000)
    assert said == [f"Written: {tmp_path / 'out.svg'}"]
    assert (tmp_path / "out.svg").is_file()


def test_drawings_that_cannot_be_read_say_so(drawn: Atlas, qtbot, resources: Path) -> None:
    (resources / "plates" / "profiles" / "change-7.svg").write_bytes(b"<svg/>")
    show(drawn, qtbot, "change-7")
    drawn.window.registry["to-scale"].trigger()
    (dialog,) = drawn.window.detail.findChildren(ScaleDialog)
    qtbot.waitUntil(lambda: "can't be read" in dialog.view.accessibleDescription(), timeout=10_000)
    dialog.copy()
    assert dialog.sheet() is None


@pytest.mark.parametrize("ratio_width", [(480, 200), (760, 460), (1800, 900)])
def test_the_view_draws_in_any_room(drawn: Atlas, qtbot, ratio_width: tuple[int, int]) -> None:
    profiles = drawn.context.catalogue.profiles(drawn.context.catalogue.date)
    view = ScaleView(drawn.context)
    qtbot.addWidget(view)
    view.resize(*ratio_width)
    view.show_profiles([(profile.key, profile) for profile in profiles * 2])
    view.show()
    qtbot.waitUntil(lambda: view.scene is not None, timeout=10_000)
    at = view.arrangement()
    assert at is not None
    assert len(at.slots) == 4
    assert at.height <= view.height()
    view.repaint()
    qtbot.waitUntil(lambda: not drawn.context.tasks.busy, timeout=10_000)
    shot = view.grab().toImage()
    colours = {shot.pixelColor(x, y).name() for x in range(0, shot.width(), 3) for y in range(0, shot.height(), 3)}
    theme = current_theme()
    assert {theme.surface.name(), theme.raised.name()} <= colours


def test_drawings_that_are_shown_again_are_drawn_again(drawn: Atlas, qtbot) -> None:
    profile = drawn.context.catalogue.profiles(drawn.context.catalogue.date)[0]
    view = ScaleView(drawn.context)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show()
    for _ in range(2):
        view.show_profiles([("A", profile)])
        qtbot.waitUntil(lambda: view.scene is not None, timeout=10_000)
        view.repaint()
        qtbot.waitUntil(lambda: not drawn.context.tasks.busy, timeout=10_000)
        shot = view.grab().toImage()
        colours = {shot.pixelColor(x, y).name() for x in range(0, 480, 3) for y in range(0, 300, 3)}
        assert current_theme().raised.name() in colours
