"""The middle of the window: its pages as tabs, each made when it is first shown."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from atlas.domain.entries import EntryRow
from atlas.services.units import Units
from atlas.views.map import MapPane
from atlas.views.page import Page

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.gallery.pane import GalleryPane
    from atlas.views.horizon.page import HorizonPage
    from atlas.views.notes.pane import NotebookPane

PageT = TypeVar("PageT", bound=Page)


class Centre(QTabWidget):
    """The map, and beside it the pages that cost nothing until somebody opens them."""

    entry_activated = Signal(str)
    link_activated = Signal(str)
    message = Signal(str)

    def __init__(
        self, context: "AppContext", link_title: Callable[[str], str | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._link_title = link_title
        self._as_of: date | None = None
        self._slug: str | None = None
        self._listed: Callable[[], Sequence[EntryRow]] = tuple
        self._units: Units | None = None
        self._holders: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._standing: dict[str, object] = {}
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Map and notebook"))
        self.tabBar().setAccessibleName(self.tr("Map and notebook"))
        self.tabBar().setExpanding(False)
        self._add("map", self.tr("Map"), self._make_map)
        self._add("horizon", self.tr("Horizon"), self._make_horizon)
        self._add("gallery", self.tr("Gallery"), self._make_gallery)
        self._add("notebook", self.tr("Notebook"), self._make_notebook)
        self.currentChanged.connect(self._on_current)
        self.map = self._page("map", MapPane)

    @property
    def gallery(self) -> "GalleryPane":
        """The page of pictures."""
        from atlas.views.gallery.pane import GalleryPane

        return self._page("gallery", GalleryPane)

    @property
    def horizon(self) -> "HorizonPage":
        """The page of what is seen from a place."""
        from atlas.views.horizon.page import HorizonPage

        return self._page("horizon", HorizonPage)

    @property
    def notebook(self) -> "NotebookPane":
        """The page of all notes."""
        from atlas.views.notes.pane import NotebookPane

        return self._page("notebook", NotebookPane)

    @property
    def current_key(self) -> str:
        """The name of the tab in front, such as `map`."""
        return list(self._holders)[self.currentIndex()]

    def show_page(self, key: str) -> None:
        """Bring a tab to the front by its name and give it the keyboard; an unknown name changes nothing."""
        if key in self._holders:
            self.setCurrentWidget(self._holders[key])
            self._made(key).take_focus()

    def show_map(self) -> None:
        """Bring the map to the front."""
        self.show_page("map")

    def show_horizon(self) -> None:
        """Bring the horizon to the front."""
        self.show_page("horizon")

    def show_gallery(self) -> None:
        """Bring the pictures to the front."""
        self.show_page("gallery")

    def show_notebook(self) -> None:
        """Bring the notebook to the front."""
        self.show_page("notebook")

    def set_as_of(self, day: date) -> None:
        """Show what was known on a day, on every page."""
        self._as_of = day
        for page in self._pages.values():
            page.set_as_of(day)

    def select(self, slug: str | None) -> None:
        """Mark the entry that the window shows, on every page."""
        self._slug = slug
        for page in self._pages.values():
            page.select(slug)

    def set_listed(self, rows: Callable[[], Sequence[EntryRow]]) -> None:
        """Pass the filtered list, in its order, on to the pages that want it."""
        self._listed = rows
        for page in self._pages.values():
            if page.wants_list:
                page.set_listed(rows())

    def set_units(self, units: Units) -> None:
        """Tell positions, heights and distances in other units."""
        self._units = units
        for page in self._pages.values():
            page.set_units(units)

    def go_on_from(self, other: "Centre") -> None:
        """Let every page stand where the same page stood in another window; those not made yet when they are made."""
        for key, page in other._pages.items():
            standing = page.standing()
            if standing is None or key not in self._holders:
                continue
            if key in self._pages:
                self._pages[key].go_on_from(standing)
            else:
                self._standing[key] = standing

    def _make_map(self) -> MapPane:
        return MapPane(self._context, self)

    def _make_horizon(self) -> "HorizonPage":
        from atlas.views.horizon.page import HorizonPage

        return HorizonPage(self._context, self)

    def _make_gallery(self) -> "GalleryPane":
        from atlas.views.gallery.pane import GalleryPane

        return GalleryPane(self._context, self)

    def _make_notebook(self) -> "NotebookPane":
        from atlas.views.notes.pane import NotebookPane

        return NotebookPane(self._context.notebook, self._context.tasks, self._link_title, self)

    def _add(self, key: str, title: str, make: Callable[[], Page]) -> None:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._holders[key] = holder
        self._makers[key] = make
        self.addTab(holder, title)

    def _page(self, key: str, kind: type[PageT]) -> PageT:
        page = self._made(key)
        assert isinstance(page, kind)
        return page

    def _made(self, key: str) -> Page:
        """Return a page, made now if nobody has opened it before."""
        if key not in self._pages:
            page = self._pages[key] = self._makers[key]()
            layout = self._holders[key].layout()
            assert layout is not None
            layout.addWidget(page)
            self._holders[key].setFocusProxy(page)
            page.entry_activated.connect(self.entry_activated)
            page.link_activated.connect(self.link_activated)
            page.message.connect(self.message)
            self._tell(page)
            if key in self._standing:
                page.go_on_from(self._standing.pop(key))
        return self._pages[key]

    def _tell(self, page: Page) -> None:
        if self._units is not None:
            page.set_units(self._units)
        if self._as_of is not None:
            page.set_as_of(self._as_of)
        if page.wants_list:
            page.set_listed(self._listed())
        page.select(self._slug)

    @Slot(int)
    def _on_current(self, _index: int) -> None:
        self._made(self.current_key)
