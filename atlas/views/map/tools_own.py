"""The user's marks on the map: put there, opened, listed, exported."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path as File
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from atlas.domain.coordinates import LatLon
from atlas.domain.geodesy import Path
from atlas.domain.notes import Mark
from atlas.views.map.canvas import MapCanvas

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.services.marks import MarkService
    from atlas.services.notebook import NotebookService
    from atlas.views.save_dialog import FileSaver

_CLOSE_MPP: Final = 430.0


class OwnMarks(QObject):
    """Shows the marks of a notebook on the canvas, and does what the user wants with them."""

    message = Signal(str)
    link_activated = Signal(str)
    measure_wanted = Signal(object)
    """Measure along a mark: its `Path`."""
    made = Signal()
    """A mark was put on the map: its layer is to be seen."""

    def __init__(self, context: "AppContext", canvas: MapCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._canvas, self._parent = context, canvas, parent
        self._open: dict[int, QDialog] = {}
        self.service: MarkService | None = None
        self.link_title: Callable[[str], str | None] | None = None
        """Names the entry that a note links to."""
        canvas.mark_activated.connect(self.open)

    def use_notebook(self, notebook: "NotebookService") -> None:
        """Show and keep the marks of a notebook."""
        from atlas.services.marks import MarkService

        self.service = MarkService(self._context.tasks, notebook, self)
        self.service.changed.connect(self._show)
        self.service.failed.connect(self._on_failed)
        self._show()

    def add_pin(self, p: LatLon) -> None:
        """Put a pin on the map and open it, so that it can be named."""
        self._add("pin", (p,), self.tr("Pin {number}"))

    def keep(self, path: Path) -> None:
        """Keep a measured path among the marks."""
        if path.is_area:
            self._add("area", path.points, self.tr("Area {number}"))
        elif len(path.points) > 1:
            self._add("path", path.points, self.tr("Path {number}"))
        elif path.points:
            self.add_pin(path.points[0])

    def _add(self, shape: str, points: tuple[LatLon, ...], name: str) -> None:
        if self.service is not None:
            number = 1 + sum(mark.shape == shape for mark in self.service.marks)
            self.service.add(shape, points, name.format(number=number), done=self._added)

    def _added(self, mark: Mark) -> None:
        self.made.emit()
        self.open(mark.id)

    def open(self, number: int) -> None:
        """Open a mark: its name and its note."""
        mark = self.service.mark(number) if self.service is not None else None
        if mark is not None and number not in self._open:
            self._edit(mark, mark)

    def _edit(self, mark: Mark, typed: Mark) -> None:
        from atlas.views.map.tools_marks import MarkEditor

        if self.service is None:
            return
        editor = MarkEditor(self.service, mark, self._canvas.units, self._parent.window(), typed, self.link_title)
        editor.link_activated.connect(self.link_activated)
        editor.measure_wanted.connect(self.measure_wanted)
        editor.finished.connect(partial(self._closed, mark.id))
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._open[mark.id] = editor
        editor.open()

    def _closed(self, number: int, _result: int) -> None:
        self._open.pop(number, None)

    def _on_failed(self, typed: Mark, _problem: object) -> None:
        """Open what could not be written again, where its editor is closed already."""
        mark = self.service.mark(typed.id) if self.service is not None else None
        if mark is not None and typed.id not in self._open:
            self._edit(mark, typed)

    def show_mark(self, number: int) -> None:
        """Bring a mark into view."""
        placed = next((one for one in self._canvas.data.marks if one.mark.id == number), None)
        if placed is None:
            self.message.emit(self.tr("This mark lies outside the map."))
            return
        west, south, east, north = placed.bounds
        view = self._canvas.view
        fitting = 1.5 * max((east - west) / max(1, view.width), (north - south) / max(1, view.height))
        mpp = max(fitting, min(view.mpp, _CLOSE_MPP))
        self._canvas.fly_to(replace(view, x=(west + east) / 2.0, y=(south + north) / 2.0, mpp=mpp).clamped())
        self.made.emit()

    def show_list(self) -> None:
        """Show all marks as a list."""
        from atlas.views.map.tools_list import MarksDialog

        if self.service is None:
            return
        dialog = MarksDialog(self.service, self._canvas.units, self._parent.window())
        dialog.edit_wanted.connect(self.open)
        dialog.show_wanted.connect(partial(self._show_from, dialog))
        dialog.export_wanted.connect(self.export)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_from(self, dialog: QDialog, number: int) -> None:
        dialog.close()
        self.show_mark(number)

    @cached_property
    def saver(self) -> "FileSaver":
        """What asks for a file and has it written."""
        from atlas.views.save_dialog import FileSaver

        saver = FileSaver(self._context, self._parent)
        saver.message.connect(self.message)
        return saver

    def export(self) -> None:
        """Write all marks to a file that the user chooses."""
        if self.service is None or not self.service.marks:
            self.message.emit(self.tr("There are no marks on the map yet."))
            return
        filters = {".geojson": self.tr("Places on the Moon (GeoJSON) (*.geojson)")}
        self.saver.ask(self.tr("Export my marks"), "my-marks", filters, partial(_write, self.service.marks))

    def undo(self) -> None:
        """Take the last change of a mark back."""
        if self.service is None or not self.service.can_undo:
            self.message.emit(self.tr("There is no change of a mark to undo."))
        else:
            self.service.undo()

    def _show(self) -> None:
        if self.service is not None:
            self._canvas.set_marks(self.service.marks)
            # what is in view is listed anew
            self._canvas.view_changed.emit()


def _write(marks: tuple[Mark, ...], target: File) -> None:
    from atlas.services.export.files import write_atomically
    from atlas.services.measure.copies import marks_geojson

    write_atomically(target, marks_geojson(marks).encode("utf-8"))
