"""The viewer: one picture, or two side by side, on a dark ground, with what is known of it."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from atlas.models.gallery import PictureItem
from atlas.models.gallery_list import GalleryListModel
from atlas.models.gallery_words import about_html, pair_html
from atlas.services.units import METRIC, Units
from atlas.views.gallery.about import AboutPicture
from atlas.views.gallery.bar import ViewerBar, edge_button
from atlas.views.gallery.canvas import PictureCanvas
from atlas.views.gallery.loader import PictureLoader
from atlas.views.gallery.strip import FilmStrip
from atlas.views.gallery.thumbs import TileStore
from atlas.views.stylesheet import style_sheet
from atlas.views.theme import UNIT, Theme, TypeScale, mix, palette, theme_manager

if TYPE_CHECKING:
    from atlas.models.gallery_files import PictureFiles
    from atlas.services.tasks import Tasks

_ZOOM: Final = 1.25
_USUAL_SECONDS: Final = 5
_RESIZE_MS: Final = 120
_KEYS: Final = {
    Qt.Key.Key_Escape: "close",
    Qt.Key.Key_Backspace: "close",
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",
    Qt.Key.Key_Minus: "smaller",
    Qt.Key.Key_0: "fit",
    Qt.Key.Key_1: "true",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_Space: "play",
    Qt.Key.Key_F: "full",
    Qt.Key.Key_F11: "full",
    Qt.Key.Key_C: "compare",
    Qt.Key.Key_X: "other",
    Qt.Key.Key_Delete: "bin",
}
"""What keys without Ctrl or Alt do."""


class Viewer(QWidget):
    """Goes through the pictures of the grid. Keys: arrows, Home, End, +, −, 0, 1, Space, C, F11, Esc."""

    closed = Signal()
    full_screen_wanted = Signal(bool)
    link_clicked = Signal(str)
    menu_wanted = Signal(QMenu)
    """The menu of the picture is about to open: fill it."""
    copy_wanted = Signal()
    bin_wanted = Signal()

    def __init__(
        self,
        model: GalleryListModel,
        grid_store: TileStore,
        tasks: "Tasks",
        files: "PictureFiles",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._grid_store = grid_store
        self._names: Mapping[str, str] = {}
        self._units = METRIC
        self._step = 1
        self._row = 0
        """Where the picture shown stood: what comes after it takes its place when it is gone."""
        self.seconds = _USUAL_SECONDS
        self.loader = PictureLoader(tasks, files, self)
        self._strip_store = TileStore(tasks, files, self)
        self.bar = ViewerBar(self)
        self.stage = QWidget(self)
        self.canvases = (PictureCanvas(self.stage), PictureCanvas(self.stage))
        self._active = 0
        self.previous = edge_button("chevron-left", self.tr("Previous picture (←)"), self.stage)
        self.next = edge_button("chevron-right", self.tr("Next picture (→)"), self.stage)
        self.strip = FilmStrip(model, self._strip_store, self)
        self.about = AboutPicture(self)
        self._menu = QMenu(self)
        self._slides = QTimer(self)
        self._slides.timeout.connect(self._next_slide)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZE_MS)
        self._resized.timeout.connect(self._ask)
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        row = QHBoxLayout(self.stage)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for canvas in self.canvases:
            row.addWidget(canvas, 1)
        self.canvases[1].hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stage, 1)
        column.addWidget(self.strip)
        column.addWidget(self.about)
        self.bar.more.setMenu(self._menu)
        self.setFocusProxy(self.canvases[0])
        self.setAccessibleName(self.tr("Picture viewer"))

    def _connect(self) -> None:
        bar = self.bar
        bar.back.clicked.connect(self.close_viewer)
        bar.smaller.clicked.connect(partial(self._zoom, 1.0 / _ZOOM))
        bar.larger.clicked.connect(partial(self._zoom, _ZOOM))
        bar.fit.clicked.connect(self._fit)
        bar.true_size.clicked.connect(self._true_size)
        bar.compare.toggled.connect(self.set_comparing)
        bar.link.toggled.connect(self._on_linked)
        bar.play.toggled.connect(self.set_playing)
        bar.full.toggled.connect(self.full_screen_wanted)
        bar.interval_chosen.connect(self.set_seconds)
        self._menu.aboutToShow.connect(self._on_menu)
        self.previous.clicked.connect(partial(self.go, -1))
        self.next.clicked.connect(partial(self.go, 1))
        self.strip.chosen.connect(self.show_row)
        self.about.link_clicked.connect(self.link_clicked)
        self.loader.arrived.connect(self._on_arrived)
        self._grid_store.arrived.connect(self._on_tile)
        self._model.modelReset.connect(self._on_reset)
        for place, canvas in enumerate(self.canvases):
            canvas.stepped.connect(self.go)
            canvas.chosen.connect(partial(self._activate, place))
            canvas.sight_changed.connect(partial(self._on_sight, place))
            canvas.full_wanted.connect(partial(self._on_full, place))
            canvas.resized.connect(self._resized.start)

    def _dress(self) -> None:
        """Put on the colours of the dark theme: pictures are looked at on a dark ground, by day as by night."""
        theme, manager = Theme.dark(), theme_manager()
        scale = manager.type_scale if manager is not None else TypeScale(12, 14, 22)
        tokens = {name: colour.name() for name, colour in theme.colours()}
        ground = mix(theme.window, theme.shadow, 0.3).name()
        tokens |= {"window": ground, "surface": ground}
        edge = f"QToolButton#edge {{ background: {theme.raised.name()}; border-radius: {5 * UNIT // 2}px; }}"
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(tokens, scale.small, scale.body, scale.title) + edge)
        colours = self.palette()
        colours.setColor(self.backgroundRole(), mix(theme.window, theme.shadow, 0.3))
        self.setPalette(colours)
        self.setAutoFillBackground(True)

    # what is shown

    @property
    def item(self) -> PictureItem | None:
        """The picture that keys and buttons act on."""
        return self.canvases[self._active].item

    @property
    def comparing(self) -> bool:
        """Whether two pictures are side by side."""
        return not self.canvases[1].isHidden()

    @property
    def playing(self) -> bool:
        """Whether a slide show runs."""
        return self._slides.isActive()

    def set_names(self, names: Mapping[str, str]) -> None:
        """Take over the names of the entries."""
        self._names = names
        self._tell()

    def set_units(self, units: Units) -> None:
        """Write places in other units."""
        self._units = units
        self._tell()

    def open_key(self, key: str) -> None:
        """Show a picture of the grid."""
        row = self._model.row_of(key)
        if row >= 0:
            self.show_row(row)

    def open_two(self, one: str, other: str) -> None:
        """Show two pictures of the grid side by side."""
        self.set_comparing(False)
        self.open_key(one)
        self.set_comparing(True)
        self._activate(1)
        self.open_key(other)
        self._activate(0)

    def show_row(self, row: int) -> None:
        """Show the picture of a row of the grid."""
        items = self._model.items
        if not 0 <= row < len(items):
            return
        self._row = row
        self._show_in(self._active, items[row])
        self.strip.show_row(row)
        self._ask()
        self._tell()

    def go(self, step: int) -> None:
        """Show the next picture (1) or the one before (-1); after the last comes the first."""
        item, count = self.item, len(self._model.items)
        if item is not None and count:
            self._step = 1 if step >= 0 else -1
            self.show_row((max(0, self._model.row_of(item.key)) + step) % count)

    def _show_in(self, place: int, item: PictureItem) -> None:
        canvas = self.canvases[place]
        keep = canvas.sight if self.comparing and self.bar.link.isChecked() else None
        canvas.show_item(item, self.loader.levels(item.key), self._grid_store.pixmap(item.key))
        if item.missing:
            canvas.say(self.tr("The file is not where it was: {file}").format(file=item.file))
        if keep is not None:
            canvas.set_sight(keep)

    def _ask(self) -> None:
        """Fetch what is shown and its neighbours, the one ahead first."""
        item = self.item
        size = self.canvases[self._active].device_size
        if item is None or not self.isVisible() or size.isEmpty():
            return
        items, row = self._model.items, self._model.row_of(item.key)
        shown = [each for each in self._shown() if not each.missing]
        ahead = (
            [items[(row + way * self._step) % len(items)] for way in (1, 2, -1)] if row >= 0 and len(items) > 1 else []
        )
        self.loader.keep(shown, [i for i in ahead if not i.missing and i not in shown], size)

    def _on_full(self, place: int) -> None:
        canvas = self.canvases[place]
        if canvas.item is not None and not canvas.item.missing:
            self.loader.ask(canvas.item, canvas.device_size, full=True)

    def _on_arrived(self, key: str) -> None:
        for canvas in self.canvases:
            if canvas.item is not None and canvas.item.key == key:
                canvas.take_levels(self.loader.levels(key))
                if canvas.needs_full:
                    canvas.full_wanted.emit()
        self._tell_scale()

    def _on_tile(self, key: str) -> None:
        for canvas in self.canvases:
            if canvas.item is not None and canvas.item.key == key:
                canvas.take_tile(self._grid_store.pixmap(key))

    def _on_reset(self) -> None:
        """Take over what became of the pictures shown: another caption, another place in the order, or gone."""
        if not self.isVisible():
            return
        for place, canvas in enumerate(self.canvases):
            row = self._model.row_of(canvas.item.key) if canvas.item is not None else -1
            if row >= 0:
                fresh = self._model.items[row]
                changed = canvas.item is not None and canvas.item.file != fresh.file
                canvas.item = fresh
                if changed:
                    self._show_in(place, fresh)
        item = self.item
        row = self._model.row_of(item.key) if item is not None else -1
        if row >= 0:
            self.strip.show_row(row)
        elif self._model.items:
            self.show_row(min(self._row, len(self._model.items) - 1))
        else:
            self.close_viewer()
        self._tell()

    # two at once

    def set_comparing(self, on: bool) -> None:
        """Show two pictures side by side, or the one in use alone."""
        if on == self.comparing:
            return
        self.bar.compare.setChecked(on)
        self.bar.link.setVisible(on)
        if on:
            first = self.item
            self.canvases[1].show()
            if first is not None and len(self._model.items) > 1:
                row = (max(0, self._model.row_of(first.key)) + 1) % len(self._model.items)
                self._show_in(1, self._model.items[row])
                self.canvases[1].set_sight(self.canvases[0].sight)
        else:
            kept = self.item
            self._activate(0)
            self.canvases[1].hide()
            if kept is not None and kept is not self.canvases[0].item:
                self._show_in(0, kept)
        self._mark()
        self._tell()
        self._resized.start()

    def _shown(self) -> list[PictureItem]:
        """Return the picture that is looked at, or the two."""
        return [canvas.item for canvas in self.canvases if canvas.item is not None and not canvas.isHidden()]

    def _activate(self, place: int) -> None:
        if place == self._active:
            return
        self._active = place
        self.setFocusProxy(self.canvases[place])
        self._mark()
        self._tell()
        item = self.item
        row = self._model.row_of(item.key) if item is not None else -1
        if row >= 0:
            self.strip.show_row(row)

    def _mark(self) -> None:
        for place, canvas in enumerate(self.canvases):
            canvas.marked = self.comparing and place == self._active
            canvas.update()

    def _on_linked(self, linked: bool) -> None:
        if linked:
            self._on_sight(self._active)

    def _on_sight(self, place: int) -> None:
        if self.comparing and self.bar.link.isChecked():
            other = self.canvases[1 - place]
            other.set_sight(self.canvases[place].sight)
        self._tell_scale()

    # words

    def _tell(self) -> None:
        item = self.item
        if item is None:
            return
        theme = Theme.dark()
        text, muted, link = theme.text.name(), theme.muted.name(), theme.link.name()
        shown = self._shown()
        say = partial(pair_html, shown) if len(shown) > 1 else partial(about_html, item)
        self.about.show_html(say(self._names, text=text, muted=muted, link=link, units=self._units))
        row = self._model.row_of(item.key)
        place = self.tr("{number} of {count}").format(number=row + 1, count=len(self._model.items)) if row >= 0 else ""
        self.bar.place.setText(place)
        self._tell_scale()

    def _tell_scale(self) -> None:
        canvas = self.canvases[self._active]
        self.bar.scale.setText(canvas.status_text())

    def _on_menu(self) -> None:
        self._menu.clear()
        self.menu_wanted.emit(self._menu)
        self._menu.addSeparator()
        self._menu.addMenu(self.bar.intervals)

    # slide show and screen

    def set_playing(self, on: bool) -> None:
        """Begin or stop the slide show."""
        if on and len(self._model.items) > 1:
            self._slides.start(self.seconds * 1000)
        else:
            self._slides.stop()
        self.bar.show_playing(playing=self.playing)

    def set_seconds(self, seconds: int) -> None:
        """Let a picture of the slide show stay that long."""
        self.seconds = seconds
        self.bar.show_interval(seconds)
        if self.playing:
            self._slides.start(seconds * 1000)

    def _next_slide(self) -> None:
        item = self.item
        if item is None:
            return
        items = self._model.items
        following = items[(max(0, self._model.row_of(item.key)) + 1) % len(items)]
        # a slide comes when it is whole: a slow disk makes the one before stay
        if following.missing or self.loader.levels(following.key) is not None:
            self.go(1)

    def show_full_screen(self, *, on: bool) -> None:
        """Leave room for the picture where it fills the screen."""
        self.bar.full.blockSignals(True)
        self.bar.full.setChecked(on)
        self.bar.full.blockSignals(False)
        self.strip.setVisible(not on)

    def close_viewer(self) -> None:
        """Go back to the grid."""
        self.set_playing(False)
        self.set_comparing(False)
        self._resized.stop()
        self._strip_store.stop()
        self.loader.stop()
        self.closed.emit()

    # keys

    def _zoom(self, factor: float) -> None:
        self.canvases[self._active].zoom(factor)

    def _fit(self) -> None:
        self.canvases[self._active].show_fitted()

    def _true_size(self) -> None:
        self.canvases[self._active].show_true()

    def event(self, event: QEvent) -> bool:
        """Keep keys that the window uses otherwise, while a picture is looked at."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        return self._name_of(event) != "" or event.matches(QKeySequence.StandardKey.Copy)

    @staticmethod
    def _name_of(event: QKeyEvent) -> str:
        """Return what a key does here; empty where it is another's, with Ctrl or Alt."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return "" if plain else _KEYS.get(Qt.Key(event.key()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        name = self._name_of(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif name:
            self._do(name)
        else:
            super().keyPressEvent(event)

    def _do(self, name: str) -> None:
        canvas, count = self.canvases[self._active], len(self._model.items)
        match name:
            case "close":
                self._escape()
            case "larger" | "smaller":
                canvas.zoom(_ZOOM if name == "larger" else 1.0 / _ZOOM)
            case "fit":
                canvas.show_fitted()
            case "true":
                canvas.show_true()
            case "first" | "last":
                self.show_row(0 if name == "first" else count - 1)
            case "next" | "previous":
                self.go(1 if name == "next" else -1)
            case "play":
                self.set_playing(not self.playing)
            case "full":
                self.bar.full.toggle()
            case "compare":
                self.set_comparing(not self.comparing)
            case "other":
                self._activate(1 - self._active if self.comparing else 0)
            case "bin":
                self.bin_wanted.emit()

    def _escape(self) -> None:
        """End one thing at a time: the full screen, the slide show, comparing, the viewer."""
        if self.bar.full.isChecked():
            self.bar.full.setChecked(False)
        elif self.playing:
            self.set_playing(False)
        elif self.comparing:
            self.set_comparing(False)
        else:
            self.close_viewer()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self.about.set_room(self.height())
        self._place_edges()

    def _place_edges(self) -> None:
        middle = (self.stage.height() - self.next.height()) // 2
        self.previous.move(UNIT, middle)
        self.next.move(self.stage.width() - self.next.width() - UNIT, middle)
        for button in (self.previous, self.next):
            button.raise_()
