"""Illumination in the real window: ask, compute while one browses, show, close, open again, refuse."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import rasterio
from PySide6.QtWidgets import QMessageBox

from atlas.services.illumination.desk import Share, compute
from atlas.services.illumination.job import IlluminationError, IlluminationJob, fitted
from atlas.services.illumination.result import Band, LightResult
from atlas.services.map.layers import Layer
from atlas.views.illumination.commands import SHOWN

pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")


def idle(qtbot, atlas):
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=60_000)


@pytest.fixture
def desk(qtbot, atlas):
    atlas.window.resize(1280, 800)
    atlas.window.show()
    idle(qtbot, atlas)
    canvas = atlas.window.centre.map.canvas
    canvas.set_view(canvas.view.zoomed(12.0))
    return atlas.window.commands.illumination.desk


def small(qtbot, desk):
    """Open the dialog and ask for the least work."""
    desk.ask()
    dialog = desk.dialog
    dialog.begin.setText("2026-11-22")
    dialog.span.setCurrentIndex(0)
    dialog.step.setCurrentIndex(4)
    dialog.cells.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    return dialog


def test_a_view_is_computed_shown_closed_and_opened_again(qtbot, atlas, desk, tmp_path):
    dialog = small(qtbot, desk)
    assert "2 moment" in dialog.estimate.text()
    jobs = []
    dialog.wanted.disconnect()
    dialog.wanted.connect(jobs.append)
    dialog.compute.click()
    target = tmp_path / "light.tif"
    desk.start(jobs[0], target)
    assert desk.busy
    assert desk.bar.work.isVisible()
    qtbot.waitUntil(lambda: desk.result is not None, timeout=60_000)
    idle(qtbot, atlas)
    assert not desk.bar.work.isVisible()
    canvas = atlas.window.centre.map.canvas
    assert canvas.over is not None
    assert canvas.over.band is Band.LIT
    with rasterio.open(target) as dataset:
        assert dataset.width == desk.result.facts.width
    desk.bar.bands.setCurrentIndex(1)
    qtbot.waitUntil(lambda: canvas.over.band is Band.NIGHT, timeout=10_000)
    view, ratio = canvas.view, canvas.devicePixelRatioF()
    qtbot.waitUntil(lambda: canvas._ground.is_sharp(view, ratio), timeout=20_000)
    sharp = canvas._ground._sharp[0]
    assert sharp.wish.over is canvas.over
    colours = {sharp.image.pixel(x, y) for x in range(300, 500, 5) for y in range(300, 500, 5)}
    assert any((c >> 16 & 255) > (c & 255) + 20 for c in colours), "no colour of the scale is in the picture"
    value = desk.result.value(Band.NIGHT, view.x + 1.0, view.y + 1.0)
    assert value in {0.0, 12.0, 24.0}
    desk.close()
    assert canvas.over is None
    assert target.exists()
    desk.open(target)
    qtbot.waitUntil(lambda: canvas.over is not None, timeout=10_000)
    idle(qtbot, atlas)


@pytest.fixture
def light_file(tmp_path, atlas):
    """A file of a day's light round Malapert."""
    target = tmp_path / "malapert.tif"
    job = IlluminationJob(
        fitted(-10_000.0, 110_000.0, 10_000.0, 130_000.0, 4000.0),
        datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 2, tzinfo=UTC), timedelta(hours=12), earth=False,
    )  # fmt: skip
    compute(job, atlas.context.terrain, atlas.context.paths.sky, target, Share())
    return target


def test_an_opened_file_is_brought_into_view_told_and_shown_again_the_next_time(qtbot, atlas, desk, light_file):
    canvas = atlas.window.centre.map.canvas
    assert not canvas.view.bounds[3] > 110_000.0
    desk.open(light_file)
    qtbot.waitUntil(lambda: canvas.over is not None, timeout=10_000)
    qtbot.waitUntil(lambda: canvas._route is None, timeout=5_000)
    assert canvas.view.x == pytest.approx(0.0, abs=1.0)
    assert canvas.view.y == pytest.approx(120_000.0, abs=1.0)
    for word in ("1 Mar 2027", "2 Mar 2027", "12 h", "LOLA"):
        assert word in desk.bar.span.accessibleDescription()
    desk.bar.bands.setCurrentIndex(1)
    desk.bar.opacity.setValue(40)
    idle(qtbot, atlas)

    # another window, as at the next start or in another language
    before = atlas.window
    before.registry["language-ru"].trigger()
    qtbot.waitUntil(lambda: atlas.window is not before, timeout=10_000)
    qtbot.waitUntil(lambda: atlas.window.commands.illumination.desk.result is not None, timeout=10_000)
    again = atlas.window.commands.illumination.desk
    assert again is not desk
    assert again.result.path == light_file
    assert again.bar.band is Band.NIGHT
    assert again.bar.opacity.value() == 40
    idle(qtbot, atlas)
    assert atlas.window.centre.map.canvas.over.opacity == pytest.approx(0.4)
    again.close()
    assert not atlas.context.settings.text(SHOWN)
    idle(qtbot, atlas)


def test_a_file_of_the_last_time_that_is_gone_is_let_go_in_words(qtbot, atlas, desk, tmp_path):
    atlas.context.settings.set_text(SHOWN, str(tmp_path / "gone.tif"))
    atlas.window.commands.illumination.take_up()
    qtbot.waitUntil(lambda: "gone.tif" in atlas.window.status.currentMessage(), timeout=10_000)
    assert not atlas.context.settings.text(SHOWN)
    assert not atlas.window.findChildren(QMessageBox)


def test_the_window_waits_for_a_file_of_the_last_time_on_a_worker(qtbot, atlas, light_file):
    commands = atlas.window.commands.illumination
    atlas.context.settings.set_text(SHOWN, str(light_file))
    commands.take_up()
    assert commands._desk is None
    qtbot.waitUntil(lambda: atlas.window.centre.map.canvas.over is not None, timeout=10_000)
    assert commands._desk.result.path == light_file
    idle(qtbot, atlas)


def test_what_shows_a_file_again_imports_neither_the_dialog_nor_processes():
    heavy = "{'atlas.views.illumination.dialog', 'multiprocessing'}"
    words = f"import sys, atlas.views.illumination.desk; sys.exit(str({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)
    assert found.stderr.strip() == "set()"


def test_a_band_of_the_last_time_that_cannot_be_read_is_let_go_in_words(qtbot, atlas, light_file, monkeypatch):
    def damaged(result, band):
        raise IlluminationError(f"{result.path} is damaged in band {band}")

    monkeypatch.setattr(LightResult, "most", damaged)
    settings, commands = atlas.context.settings, atlas.window.commands.illumination
    settings.set_text(SHOWN, str(light_file))
    settings.set_text("illumination/band", "2")
    commands.take_up()
    qtbot.waitUntil(lambda: light_file.name in atlas.window.status.currentMessage(), timeout=10_000)
    assert not atlas.window.findChildren(QMessageBox)
    assert not settings.text(SHOWN)
    assert not settings.text("illumination/band")
    assert commands.desk.result is None
    assert not commands.desk.bar.isVisible()
    idle(qtbot, atlas)

    # who asks for a file is told in a box
    commands.desk.open(light_file)
    qtbot.waitUntil(lambda: bool(atlas.window.findChildren(QMessageBox)), timeout=10_000)
    atlas.window.findChildren(QMessageBox)[0].close()
    idle(qtbot, atlas)


def test_it_begins_with_the_day_of_the_light_on_the_map(qtbot, atlas, desk):
    light = atlas.window.centre.map.sunlight
    atlas.window.registry["sunlight"].trigger()
    light.set_time(datetime(2031, 5, 6, 7, tzinfo=UTC))
    desk.ask()
    assert desk.dialog.begin.text() == "2031-05-06"
    desk.dialog.reject()
    idle(qtbot, atlas)


def test_what_is_computed_goes_on_in_a_window_of_another_language(qtbot, atlas, desk, tmp_path):
    dialog = small(qtbot, desk)
    desk.dialog.reject()
    desk.start(dialog.job, tmp_path / "light.tif")
    before = atlas.window
    before.registry["language-ru"].trigger()
    qtbot.waitUntil(lambda: atlas.window is not before, timeout=10_000)
    again = atlas.window.commands.illumination.desk
    assert again.busy
    assert again.bar.work.isVisible()
    qtbot.waitUntil(lambda: again.result is not None, timeout=60_000)
    assert not again.busy
    idle(qtbot, atlas)


def test_cancel_leaves_nothing(qtbot, atlas, desk, tmp_path):
    dialog = small(qtbot, desk)
    dialog.step.setCurrentIndex(0)
    dialog.span.setCurrentIndex(2)
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    jobs = []
    dialog.wanted.disconnect()
    dialog.wanted.connect(jobs.append)
    dialog.compute.click()
    desk.start(jobs[0], tmp_path / "light.tif")
    desk.bar.stop.click()
    assert not desk.busy
    idle(qtbot, atlas)
    assert not list(tmp_path.glob("*.tif"))
    assert not list(tmp_path.glob(".atlas-*"))


def test_what_is_no_illumination_map_is_refused(qtbot, atlas, desk, tmp_path):
    path = tmp_path / "x.tif"
    path.write_bytes(b"nothing of the kind")
    desk.open(path)
    qtbot.waitUntil(lambda: bool(atlas.window.findChildren(QMessageBox)), timeout=10_000)
    box = atlas.window.findChildren(QMessageBox)[0]
    assert "x.tif" in box.informativeText()
    box.close()
    assert desk.result is None


def test_a_wrong_moment_is_told_and_nothing_can_begin(qtbot, atlas, desk):
    desk.ask()
    desk.dialog.begin.setText("yesterday")
    qtbot.waitUntil(lambda: "1959" in desk.dialog.estimate.text(), timeout=5_000)
    with qtbot.assertNotEmitted(desk.dialog.wanted):
        desk.dialog.compute.click()
    assert desk.dialog.isVisible()
    desk.dialog.reject()
    idle(qtbot, atlas)


def test_permanent_shadow_is_a_layer(qtbot, atlas, desk):
    pane = atlas.window.centre.map
    pane.layers.check_box(Layer.SHADOW).click()
    assert pane.canvas.layers.strength(Layer.SHADOW) == pytest.approx(0.7)
    view, ratio = pane.canvas.view, pane.canvas.devicePixelRatioF()
    qtbot.waitUntil(lambda: pane.canvas._ground.is_sharp(view, ratio), timeout=20_000)
    idle(qtbot, atlas)
