"""Every command of the window, in the order of the menus."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu, Need
from atlas.actions.gallery_commands import gallery_actions
from atlas.actions.horizon_commands import horizon_actions
from atlas.actions.illumination_commands import illumination_actions
from atlas.actions.language_commands import language_actions
from atlas.actions.map_tools_commands import map_tools_actions
from atlas.actions.notes_commands import notes_actions
from atlas.actions.sun_commands import sun_actions
from atlas.actions.terrain_commands import terrain_actions


def all_actions() -> tuple[Action, ...]:
    """Return every command, with titles in the language of the interface."""
    own = (*_entry(), *notes_actions(), *gallery_actions(), *_go(), *_view(), *sun_actions(), *horizon_actions())
    return (*own, *illumination_actions(), *map_tools_actions(), *terrain_actions(), *language_actions(), *_help())


def menu_title(menu: Menu) -> str:
    """Return the title of a menu."""
    translate = QCoreApplication.translate
    return {
        Menu.ENTRY: translate("Actions", "Entry"),
        Menu.NOTES: translate("Actions", "My notes"),
        Menu.PICTURES: translate("Actions", "Pictures"),
        Menu.MAP: translate("Actions", "Map tools"),
        Menu.GO: translate("Actions", "Go"),
        Menu.VIEW: translate("Actions", "View"),
        Menu.LANGUAGE: translate("Actions", "Language"),
        Menu.HELP: translate("Actions", "Help"),
        Menu.NONE: "",
    }[menu]


def _entry() -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    entry, need = Menu.ENTRY, Need.ENTRY
    return (
        Action("star", translate("Actions", "Star this entry"), entry, "Ctrl+D", "star", "a", need, checkable=True),
        Action("edit-note", translate("Actions", "Write a note"), entry, "Ctrl+E", "edit", "a", need),
        Action("show-on-map", translate("Actions", "Show on the map"), entry, "Ctrl+M", "map", "a", Need.PLACE),
        Action("to-scale", translate("Actions", "Show to scale"), entry, "", "to-scale", "a", need),
        Action("copy-text", translate("Actions", "Copy as text"), entry, "", "copy", "b", need),
        Action("copy-markdown", translate("Actions", "Copy as Markdown"), entry, "Ctrl+Shift+M", "copy", "b", need),
        Action(
            "copy-bibtex", translate("Actions", "Copy citation (BibTeX)"), entry, "Ctrl+Shift+B", "quote", "b", need
        ),
        Action("copy-csl", translate("Actions", "Copy citation (CSL-JSON)"), entry, "", "quote", "b", need),
        Action("copy-link", translate("Actions", "Copy link"), entry, "Ctrl+Shift+L", "link", "b", need),
        Action("report", translate("Actions", "Report a wrong fact (copies a text)"), entry, "", "warning", "c", need),
        Action("export-entry", translate("Actions", "Export this entry …"), entry, "Ctrl+Shift+E", "export", "d", need),
        Action("export-list", translate("Actions", "Export the list …"), entry, "Ctrl+Shift+X", "export", "d"),
        Action("export-map", translate("Actions", "Export the map …"), entry, "Ctrl+Shift+I", "image", "d"),
        Action("quit", translate("Actions", "Quit"), entry, "Ctrl+Q", "", "e"),
    )


def _go() -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    go = Menu.GO
    return (
        Action("back", translate("Actions", "Back"), go, "Alt+Left", "back", "a", Need.BACK),
        Action("forward", translate("Actions", "Forward"), go, "Alt+Right", "forward", "a", Need.FORWARD),
        Action("search", translate("Actions", "Search"), go, "Ctrl+K; Ctrl+F", "search", "b"),
        Action(
            "clear-filter", translate("Actions", "Show all entries"), go, "Ctrl+Backspace", "filter", "b", Need.FILTERED
        ),
        Action("next-entry", translate("Actions", "Next entry"), go, "Ctrl+Down", "chevron-down", "b"),
        Action("previous-entry", translate("Actions", "Previous entry"), go, "Ctrl+Up", "chevron-up", "b"),
        Action("go-to-place", translate("Actions", "Go to a coordinate or place"), go, "Ctrl+G", "locate", "b"),
        Action("as-of", translate("Actions", "Choose the as-of date"), go, "Ctrl+T", "calendar", "c"),
        Action("as-of-today", translate("Actions", "As known today"), go, "Ctrl+Shift+T", "", "c", Need.PAST),
        Action("as-of-thread", translate("Actions", "As known on 10 March 2021"), go, "", "", "c"),
        Action("next-pane", translate("Actions", "Next pane"), go, "F6", "", "d"),
        Action("previous-pane", translate("Actions", "Previous pane"), go, "Shift+F6", "", "d"),
    )


def _view() -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    view = Menu.VIEW
    return (
        Action("show-map", translate("Actions", "Map"), view, "Ctrl+1", "map", "a"),
        Action("show-gallery", translate("Actions", "Gallery"), view, "Ctrl+3", "pictures", "a"),
        Action("show-notebook", translate("Actions", "Notebook"), view, "Ctrl+4", "notebook", "a"),
        Action("pane-list", translate("Actions", "List of entries"), view, "Ctrl+Shift+1", "list", "b", checkable=True),
        Action("pane-detail", translate("Actions", "Entry"), view, "Ctrl+Shift+2", "card", "b", checkable=True),
        Action("reset-layout", translate("Actions", "Reset the layout"), view, "", "undo", "b"),
        *_sorting(),
        Action(
            "theme-system",
            translate("Actions", "Theme of the system"),
            view,
            "",
            "",
            "d",
            checkable=True,
            choice="theme",
        ),
        Action("theme-light", translate("Actions", "Light theme"), view, "", "", "d", checkable=True, choice="theme"),
        Action("theme-dark", translate("Actions", "Dark theme"), view, "", "", "d", checkable=True, choice="theme"),
        Action(
            "toggle-theme", translate("Actions", "Switch between light and dark"), view, "Ctrl+Shift+D", "theme", "d"
        ),
        Action("full-screen", translate("Actions", "Full screen"), view, "F11", "", "e", checkable=True),
        Action("preferences", translate("Actions", "Preferences …"), view, "Ctrl+,", "settings", "f"),
    )


def _sorting() -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    titles = {
        "sort-newest": translate("Actions", "Newest first"),
        "sort-oldest": translate("Actions", "Oldest first"),
        "sort-name": translate("Actions", "By name"),
        "sort-slip": translate("Actions", "Longest slip first"),
        "sort-pole": translate("Actions", "Nearest to the south pole"),
    }
    return tuple(
        Action(name, title, Menu.VIEW, group="c", checkable=True, choice="sort") for name, title in titles.items()
    )


def _help() -> tuple[Action, ...]:
    translate = QCoreApplication.translate
    menu = Menu.HELP
    return (
        Action("palette", translate("Actions", "Command palette"), menu, "Ctrl+Shift+P", "command", "a"),
        Action("shortcuts", translate("Actions", "Keyboard shortcuts"), menu, "F1", "keyboard", "a"),
        Action("guide", translate("Actions", "User guide"), menu, "Shift+F1", "book", "a"),
        Action("about", translate("Actions", "About the ILRS Atlas"), menu, "", "info", "b"),
        Action("menu", translate("Actions", "Open the menu"), Menu.NONE, "F10", "menu"),
    )
