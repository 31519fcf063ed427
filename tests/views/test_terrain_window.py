"""Importing terrain in the real window: the look before, progress, cancel, what the map makes of it, the list."""

import numpy as np
import pytest
import rasterio
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolButton
from rasterio.transform import from_origin

from atlas.app import Atlas
from atlas.domain.coordinates import unproject

# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")


def raster(path, height=1234.0, side=400, cell=50.0, unit="m", crs="IAU_2015:30135", numbers=None):
    half = side * cell / 2
    with rasterio.open(
        path, "w", driver="GTiff", count=1, dtype="float32", width=side, height=side, crs=crs,
        transform=from_origin(-half, half, cell, cell),
    ) as out:  # fmt: skip
        out.write(np.full((side, side), height, "float32") if numbers is None else numbers, 1)
        if unit:
            out.units = (unit,)
    return path


def idle(qtbot, atlas):
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=20_000)


def looked(qtbot, atlas, path):
    """Open the dialog over a file."""
    commands = atlas.window.commands.terrain.desk
    commands.look_at(path)
    qtbot.waitUntil(lambda: commands.dialog is not None, timeout=20_000)
    return commands.dialog


def bring_in(qtbot, atlas, path, name="Plain"):
    dialog = looked(qtbot, atlas, path)
    dialog.name.setText(name)
    dialog.credit.setText("Somebody")
    dialog.start()
    qtbot.waitUntil(lambda: atlas.window.commands.terrain.desk.dialog is None, timeout=20_000)
    idle(qtbot, atlas)


def box(atlas):
    """Return the message that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())


def test_the_look_before_tells_what_it_would_be(qtbot, atlas, tmp_path):
    dialog = looked(qtbot, atlas, raster(tmp_path / "plain.tif"))
    told = dialog.text()
    for words in ("plain.tif", "50 m, 400 × 400", "20 × 20 km", "1,234 m", "100 % of the cells"):
        assert words in told
    for widget in dialog.findChildren(QPushButton) + dialog.findChildren(QToolButton):
        assert widget.accessibleName()
    dialog.reject()
    assert not (atlas.context.paths.own_terrain).exists()


def test_imported_terrain_is_under_the_pointer_and_in_the_credits(qtbot, atlas, tmp_path):
    bring_in(qtbot, atlas, raster(tmp_path / "plain.tif"))
    window = atlas.window
    canvas = window.centre.map.canvas
    assert canvas.view.centre.lat == pytest.approx(-90)
    assert canvas.view.finest == pytest.approx(6.25)
    qtbot.waitUntil(lambda: canvas.is_sharp, timeout=20_000)
    qtbot.mouseMove(canvas, canvas.rect().center() - QPoint(20, 20))
    qtbot.waitUntil(lambda: window.status._terrain.text() == "Plain, 50 m", timeout=10_000)
    assert window.status._elevation.text() == "1,234 m"
    assert atlas.context.terrain.sources_in(*canvas.view.bounds)[0].credits == "Relief: Somebody"
    idle(qtbot, atlas)


def test_cancelled_it_leaves_nothing(qtbot, atlas, tmp_path):
    noise = np.random.default_rng(2).normal(0, 500, (4_000, 4_000)).astype("float32")
    dialog = looked(qtbot, atlas, raster(tmp_path / "big.tif", side=4_000, cell=5.0, numbers=noise))
    dialog.start()
    qtbot.waitUntil(lambda: dialog._share.done > 0.05, timeout=20_000)
    assert dialog.progress.isVisible()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    idle(qtbot, atlas)
    qtbot.waitUntil(lambda: not atlas.context.paths.own_terrain.exists(), timeout=10_000)
    assert atlas.context.terrain.own() == ()


def test_a_refusal_is_told_in_words(qtbot, atlas, tmp_path):
    atlas.window.commands.terrain.desk.look_at(raster(tmp_path / "mars.tif", crs="IAU_2015:49935"))
    idle(qtbot, atlas)
    message = box(atlas)
    assert "Mars" in message.informativeText()
    assert "Nothing was changed" in message.text()
    message.close()


def test_the_unit_can_be_overruled(qtbot, atlas, tmp_path):
    dialog = looked(qtbot, atlas, raster(tmp_path / "km.tif", height=1.25, unit=""))
    assert "taken for kilometres" in dialog.text()
    assert "1,250 m" in dialog.text()
    dialog.unit.chosen.emit("m")
    idle(qtbot, atlas)
    assert "1,250 m" not in dialog.text()
    dialog.reject()


def test_the_list_switches_off_on_and_removes(qtbot, atlas, tmp_path):
    source = raster(tmp_path / "plain.tif")
    bring_in(qtbot, atlas, source)
    terrain, commands = atlas.context.terrain, atlas.window.commands.terrain.desk
    p = unproject(100.0, 100.0)
    assert terrain.source_at(p).name == "Plain"
    atlas.window.registry["my-terrains"].trigger()
    idle(qtbot, atlas)
    shown = commands.list
    item = shown.tree.topLevelItem(0)
    assert [item.text(k) for k in range(4)] == ["Plain", "50 m", "1,234 m", "1,234 m"]
    revision = terrain.revision
    item.setCheckState(0, Qt.CheckState.Unchecked)
    idle(qtbot, atlas)
    assert terrain.revision > revision
    assert terrain.source_at(p).name == "LOLA 1.6 km"
    shown.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    idle(qtbot, atlas)
    assert terrain.source_at(p).name == "Plain"
    qtbot.mouseClick(shown.remove_button, Qt.MouseButton.LeftButton)
    message = box(atlas)
    assert "not touched" in message.informativeText()
    qtbot.mouseClick(message.findChild(QPushButton, "remove"), Qt.MouseButton.LeftButton)
    idle(qtbot, atlas)
    assert source.exists()
    assert list(atlas.context.paths.own_terrain.iterdir()) == []
    assert shown.tree.topLevelItemCount() == 0
    shown.accept()


def test_a_file_dropped_on_the_map_is_looked_over(qtbot, atlas, tmp_path):
    canvas, commands = atlas.window.centre.map.canvas, atlas.window.commands.terrain.desk
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(raster(tmp_path / "plain.TIF")))])
    buttons = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *buttons)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(canvas, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *buttons))
    qtbot.waitUntil(lambda: commands.dialog is not None, timeout=20_000)
    commands.dialog.reject()
    other = QMimeData()
    other.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt"))])
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, other, *buttons)
    enter.ignore()
    QApplication.sendEvent(canvas, enter)
    assert not enter.isAccepted()


def test_terrain_is_there_again_after_a_restart(qtbot, qapp, small_paths, tmp_path):
    for start in ("first", "second"):
        atlas = Atlas(qapp, small_paths)
        atlas.window.show()
        idle(qtbot, atlas)
        if start == "first":
            bring_in(qtbot, atlas, raster(tmp_path / "plain.tif"))
        else:
            qtbot.waitUntil(lambda: atlas.context.terrain.ready, timeout=10_000)  # noqa: B023 - asked at once
            assert atlas.context.terrain.source_at(unproject(100.0, 100.0)).name == "Plain"
        atlas.close()
