"""Illumination in the real window: ask, compute while one browses, show, close, open again, refuse."""

import pytest
import rasterio
from PySide6.QtWidgets import QMessageBox

from atlas.services.illumination.result import Band
from atlas.services.map.layers import Layer

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
