"""Every command of the window, in the order of the menus."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu, Need


def all_actions() -> tuple[Action, ...]:
    """Return every command, with titles in the language of the interface."""
    return (*_entry(), *_go(), *_view(), *_help())


def menu_title(menu: Menu) -> str:
    """Return the title of a menu."""
    tr = QCoreApplication.translate
    return {
        Menu.ENTRY: tr("Actions", "Entry"),
        Menu.GO: tr("Actions", "Go"),
        Menu.VIEW: tr("Actions", "View"),
        Menu.HELP: tr("Actions", "Help"),
        Menu.NONE: "",
    }[menu]


def _entry() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    entry, need = Menu.ENTRY, Need.ENTRY
    return (
        Action("star", tr("Actions", "Star this entry"), entry, "Ctrl+D", "star", "a", need, checkable=True),
        Action("edit-note", tr("Actions", "Write a note"), entry, "Ctrl+E", "edit", "a", need),
        Action("show-on-map", tr("Actions", "Show on the map"), entry, "Ctrl+M", "map", "a", Need.PLACE),
        Action("copy-text", tr("Actions", "Copy as text"), entry, "", "copy", "b", need),
        Action("copy-markdown", tr("Actions", "Copy as Markdown"), entry, "Ctrl+Shift+M", "copy", "b", need),
        Action("copy-bibtex", tr("Actions", "Copy citation (BibTeX)"), entry, "Ctrl+Shift+B", "quote", "b", need),
        Action("copy-csl", tr("Actions", "Copy citation (CSL-JSON)"), entry, "", "quote", "b", need),
        Action("copy-link", tr("Actions", "Copy link"), entry, "Ctrl+Shift+L", "link", "b", need),
        Action("report", tr("Actions", "Report a wrong fact (copies a text)"), entry, "", "warning", "c", need),
        Action("quit", tr("Actions", "Quit"), entry, "Ctrl+Q", "", "d"),
    )


def _go() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    go = Menu.GO
    return (
        Action("back", tr("Actions", "Back"), go, "Alt+Left", "back", "a", Need.BACK),
        Action("forward", tr("Actions", "Forward"), go, "Alt+Right", "forward", "a", Need.FORWARD),
        Action("search", tr("Actions", "Search"), go, "Ctrl+K; Ctrl+F", "search", "b"),
        Action("clear-filter", tr("Actions", "Show all entries"), go, "Ctrl+Backspace", "filter", "b", Need.FILTERED),
        Action("next-entry", tr("Actions", "Next entry"), go, "Ctrl+Down", "chevron-down", "b"),
        Action("previous-entry", tr("Actions", "Previous entry"), go, "Ctrl+Up", "chevron-up", "b"),
        Action("go-to-place", tr("Actions", "Go to a coordinate or place"), go, "Ctrl+G", "locate", "b"),
        Action("as-of", tr("Actions", "Choose the as-of date"), go, "Ctrl+T", "calendar", "c"),
        Action("as-of-today", tr("Actions", "As known today"), go, "Ctrl+Shift+T", "", "c", Need.PAST),
        Action("as-of-thread", tr("Actions", "As known on 10 March 2021"), go, "", "", "c"),
        Action("next-pane", tr("Actions", "Next pane"), go, "F6", "", "d"),
        Action("previous-pane", tr("Actions", "Previous pane"), go, "Shift+F6", "", "d"),
    )


def _view() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    view = Menu.VIEW
    return (
        Action("show-map", tr("Actions", "Map"), view, "Ctrl+1", "map", "a"),
        Action("show-notebook", tr("Actions", "Notebook"), view, "Ctrl+2", "notebook", "a"),
        Action("pane-list", tr("Actions", "List of entries"), view, "Ctrl+Shift+1", "list", "b", checkable=True),
        Action("pane-detail", tr("Actions", "Entry"), view, "Ctrl+Shift+2", "card", "b", checkable=True),
        Action("reset-layout", tr("Actions", "Reset the layout"), view, "", "undo", "b"),
        *_sorting(),
        Action("theme-system", tr("Actions", "Theme of the system"), view, "", "", "d", checkable=True, choice="theme"),
        Action("theme-light", tr("Actions", "Light theme"), view, "", "", "d", checkable=True, choice="theme"),
        Action("theme-dark", tr("Actions", "Dark theme"), view, "", "", "d", checkable=True, choice="theme"),
        Action("toggle-theme", tr("Actions", "Switch between light and dark"), view, "Ctrl+Shift+D", "theme", "d"),
        Action("full-screen", tr("Actions", "Full screen"), view, "F11", "", "e", checkable=True),
    )


def _sorting() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    titles = {
        "sort-newest": tr("Actions", "Newest first"),
        "sort-oldest": tr("Actions", "Oldest first"),
        "sort-name": tr("Actions", "By name"),
        "sort-slip": tr("Actions", "Longest slip first"),
        "sort-pole": tr("Actions", "Nearest to the south pole"),
    }
    return tuple(
        Action(name, title, Menu.VIEW, group="c", checkable=True, choice="sort") for name, title in titles.items()
    )


def _help() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    menu = Menu.HELP
    return (
        Action("palette", tr("Actions", "Command palette"), menu, "Ctrl+Shift+P", "command", "a"),
        Action("shortcuts", tr("Actions", "Keyboard shortcuts"), menu, "F1", "keyboard", "a"),
        Action("about", tr("Actions", "About the ILRS Atlas"), menu, "", "info", "b"),
        Action("menu", tr("Actions", "Open the menu"), Menu.NONE, "F10", "menu"),
    )
