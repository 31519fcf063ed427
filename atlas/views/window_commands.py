"""What the commands of the window do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from atlas.actions.action import Need
from atlas.domain.coordinates import LatLon
from atlas.domain.links import GUIDE, MAP, NOTE, PLACE, Link, parse_link
from atlas.models.sorting import SortKey
from atlas.services.units import Units, load_units
from atlas.views.as_of import THREAD_DAY
from atlas.views.gallery_commands import GalleryCommands
from atlas.views.guide.commands import GuideCommands
from atlas.views.horizon_commands import HorizonCommands
from atlas.views.illumination.commands import IlluminationCommands
from atlas.views.map.sunlight_commands import SunlightCommands
from atlas.views.map.tools_commands import MapToolsCommands
from atlas.views.terrain_commands import TerrainCommands
from atlas.views.web import open_web_address
from atlas.views.window_exports import WindowExports

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.main_window import MainWindow


class WindowCommands(QObject):
    """Binds every command of the registry, and follows links."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.exports = WindowExports(context, window)
        self.gallery = GalleryCommands(window)
        self.guide = GuideCommands(context, window)
        self.horizon = HorizonCommands(window)
        self.sunlight = SunlightCommands(window)
        self.illumination = IlluminationCommands(context, window)
        self.map_tools = MapToolsCommands(context, window)
        self.terrain = TerrainCommands(context, window)
        self._bind()
        self.set_units(load_units(context.settings))

    def _bind(self) -> None:
        window = self._window
        session, detail, centre = window.session, window.detail, window.centre
        window.registry.bind(
            {
                "star": window.notes.toggle_star,
                "edit-note": self.edit_note,
                "show-on-map": self.show_on_map,
                "to-scale": detail.show_to_scale,
                "copy-text": detail.copy_text,
                "copy-markdown": detail.copy_markdown,
                "copy-bibtex": detail.copy_bibtex,
                "copy-csl": detail.copy_csl,
                "copy-link": detail.copy_link,
                "report": detail.copy_report,
                "export-entry": self.exports.entry,
                "export-list": self.exports.rows,
                "export-map": self.exports.map,
                "quit": window.close,
                "back-up-notes": window.keeper.back_up,
                "restore-notes": window.keeper.restore,
                "export-notes": window.keeper.export_notes,
                "import-notes": window.keeper.import_notes,
                "back": session.back,
                "forward": session.forward,
                "search": self.focus_search,
                "clear-filter": window.list_pane.clear,
                "next-entry": self.next_entry,
                "previous-entry": self.previous_entry,
                "go-to-place": self.go_to_place,
                "as-of": window.top_bar.as_of.open_popup,
                "as-of-today": self.as_of_today,
                "as-of-thread": self.as_of_thread,
                "next-pane": self.next_pane,
                "previous-pane": self.previous_pane,
                "show-map": centre.show_map,
                "show-notebook": centre.show_notebook,
                "reset-layout": window.reset_layout,
                "toggle-theme": window.theme.toggle,
                "full-screen": self.full_screen,
                "palette": self.open_palette,
                "shortcuts": self.show_shortcuts,
                "about": self.show_about,
                "preferences": self.show_preferences,
                "menu": window.top_bar.open_menu,
            }
        )
        window.registry.group("sort").triggered.connect(self._on_sort)
        window.registry.group("theme").triggered.connect(self._on_theme)
        window.registry.group("language").triggered.connect(self._on_language)
        self._context.language.chosen.connect(self._mark_language)
        self._mark_language()

    def update_needs(self) -> None:
        """Enable the commands that make sense now."""
        window = self._window
        session, entry = window.session, window.detail.entry
        met = {
            Need.ENTRY: entry is not None,
            Need.PLACE: entry is not None and entry.row.location is not None,
            Need.BACK: session.can_go_back,
            Need.FORWARD: session.can_go_forward,
            Need.PAST: session.as_of != session.today,
            Need.FILTERED: window.list_pane.model.narrowed,
        }
        window.registry.set_met(need for need, there in met.items() if there)

    # links

    def open_entry(self, slug: str) -> None:
        """Show an entry by its present or a former slug."""
        try:
            self._window.session.open(self._context.catalogue.resolve_slug(slug))
        except LookupError:
            self._window.status.say(self.tr("There is no entry “{slug}” in this catalogue.").format(slug=slug))

    def open_link(self, address: str) -> None:
        """Follow an `atlas://` link, or a web address that the user clicked."""
        if not address.startswith("atlas:"):
            open_web_address(address)
            return
        try:
            link = parse_link(address)
        except ValueError as problem:
            self._window.status.say(str(problem))
            return
        if link.as_of is not None:
            self._window.session.set_as_of(link.as_of)
        self._follow(link)

    def _follow(self, link: Link) -> None:
        window = self._window
        if link.kind == PLACE:
            self.show_place(link.slug)
        elif link.kind == NOTE:
            window.centre.show_notebook()
            window.centre.notebook.show_note(link.slug)
        elif link.kind == MAP:
            window.centre.show_map()
            window.centre.map.follow(link)
        elif link.kind == GUIDE:
            self.guide.show(link.slug)
        else:
            self.open_entry(link.slug)

    def show_place(self, slug: str) -> None:
        """Show a named place on the map."""
        try:
            place = self._context.catalogue.place(slug)
        except LookupError:
            self._window.status.say(self.tr("There is no place “{slug}” in this catalogue.").format(slug=slug))
            return
        self._show_position(LatLon(place.lat, place.lon), place.diameter_km)

    def _show_position(self, position: LatLon, size_km: float | None = None) -> None:
        self._window.centre.show_map()
        self._window.centre.map.show_place(position, size_km)

    @Slot()
    def show_on_map(self) -> None:
        """Show where the entry touched the Moon."""
        entry = self._window.detail.entry
        if entry is not None and entry.row.location is not None:
            self._show_position(LatLon(*entry.row.location))

    @Slot()
    def go_to_place(self) -> None:
        """Let the user type a coordinate or a name."""
        self._window.centre.show_map()
        self._window.centre.map.focus_goto()

    # list and panes

    @Slot()
    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        search = self._window.top_bar.search
        search.setFocus()
        search.selectAll()

    @Slot(str)
    def type_into_search(self, text: str) -> None:
        """Take letters typed into the list, or an empty text that empties the search."""
        search = self._window.top_bar.search
        if not text:
            search.clear()
            return
        search.setText(search.text() + text)
        search.setFocus()

    @Slot(str, str)
    def list_kin(self, facet: str, value: str) -> None:
        """List every entry that shares a value."""
        window = self._window
        window.top_bar.search.clear()
        window.list_dock.show()
        window.list_pane.filter_by(facet, value)

    @Slot()
    def next_entry(self) -> None:
        """Show the next entry of the list."""
        self._window.list_pane.step(1)

    @Slot()
    def previous_entry(self) -> None:
        """Show the entry before in the list."""
        self._window.list_pane.step(-1)

    @Slot()
    def edit_note(self) -> None:
        """Write on the entry shown."""
        self._window.detail_dock.show()
        self._window.notes.focus_text()

    @Slot()
    def next_pane(self) -> None:
        """Give the keyboard to the next pane."""
        self._window.ring.go(1)

    @Slot()
    def previous_pane(self) -> None:
        """Give the keyboard to the pane before."""
        self._window.ring.go(-1)

    @Slot()
    def full_screen(self) -> None:
        """Fill the screen, or stop."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    # as of

    @Slot()
    def as_of_today(self) -> None:
        """Show what is known today."""
        self._window.session.set_as_of(self._window.session.today)

    @Slot()
    def as_of_thread(self) -> None:
        """Show what was known on the day of the thread."""
        self._window.session.set_as_of(THREAD_DAY)

    # choices and pages

    def _on_sort(self, action: QAction) -> None:
        self._window.list_pane.set_sort(SortKey(action.objectName().removeprefix("sort-")))

    def _on_theme(self, action: QAction) -> None:
        self._window.theme.set_mode(action.objectName().removeprefix("theme-"))

    def _on_language(self, action: QAction) -> None:
        self._context.language.choose(action.objectName().removeprefix("language-"))

    @Slot()
    def _mark_language(self) -> None:
        self._window.registry[f"language-{self._context.language.choice}"].setChecked(True)

    @Slot()
    def open_palette(self) -> None:
        """Open the command palette."""
        from atlas.views.palette import CommandPalette

        self._window.registry.draw_icons()
        CommandPalette(self._window.registry, self._window).open_over(self._window)

    @Slot()
    def show_shortcuts(self) -> None:
        """Show every shortcut."""
        from atlas.views.dialogs import ShortcutsDialog

        self._window.show_page(ShortcutsDialog(self._window.registry, self._window))

    @Slot()
    def show_about(self) -> None:
        """Show what this is."""
        from atlas.views.dialogs import AboutDialog

        page = AboutDialog(self._context, self._window)
        page.copied.connect(self._window.status.say)
        page.guide_wanted.connect(self.guide.open)
        self._window.show_page(page)

    @Slot()
    def show_preferences(self) -> None:
        """Show what the user can choose."""
        from atlas.views.preferences import PreferencesDialog

        page = PreferencesDialog(self._context, self._window.theme, self._window)
        page.units_chosen.connect(self.set_units)
        page.layout_reset.connect(self._window.reset_layout)
        page.message.connect(self._window.status.say)
        self._window.show_page(page)

    @Slot(object)
    def set_units(self, units: Units) -> None:
        """Tell positions, heights and distances in other units everywhere."""
        self._window.status.set_units(units)
        self._window.centre.set_units(units)
        self._window.detail.set_units(units)
