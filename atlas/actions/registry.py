"""Makes QActions of the commands once, and menus out of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolBar, QWidget

from atlas.actions.action import Action, Menu, Need
from atlas.actions.commands import all_actions, menu_title

IconMaker = Callable[[str], QIcon]
Slot = Callable[[], object]

_IDLE_MS: Final = 1000
"""Icons that nobody sees yet are drawn this long after the window opened."""
_AT_ONCE: Final = 3


class Registry(QObject):
    """Holds a QAction for every command; `bind` gives them what to do."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.commands: dict[str, Action] = {}
        self._made: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._bare: list[str] = []
        """Commands whose icon is still to be drawn."""
        self._make_icon: IconMaker | None = None
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._draw_some)
        for command in all_actions():
            self._add(command)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def _add(self, command: Action) -> None:
        made = QAction(command.title, self)
        made.setObjectName(command.id)
        made.setIconText(command.title)
        made.setToolTip(_tip(command))
        made.setCheckable(command.checkable)
        if command.shortcut:
            made.setShortcuts([QKeySequence(text) for text in command.shortcut.split("; ")])
        if command.choice:
            group = self._groups.setdefault(command.choice, QActionGroup(self))
            group.addAction(made)
        self.commands[command.id] = command
        self._made[command.id] = made
        self._owner.addAction(made)

    def group(self, choice: str) -> QActionGroup:
        """Return the group of the commands of which one holds."""
        return self._groups[choice]

    def bind(self, slots: Mapping[str, Slot]) -> None:
        """Say what commands do. Raises KeyError for a name that is no command."""
        for name, slot in slots.items():
            self._made[name].triggered.connect(slot)

    def set_icons(self, make: IconMaker) -> None:
        """Give every command its icon, in the colours of the theme in force.

        Those on a bar are drawn now, those in menus and the palette when there is time, or when `draw_icons` is called.
        """
        self._make_icon = make
        self._bare = []
        for name, command in self.commands.items():
            if command.icon and _on_bar(self._made[name]):
                self._draw(name)
            elif command.icon:
                self._bare.append(name)
        self._idle.start(_IDLE_MS)

    def draw_icons(self) -> None:
        """Draw the icons that are still missing."""
        while self._bare:
            self._draw(self._bare.pop())
        self._idle.stop()

    def _draw_some(self) -> None:
        self._idle.setInterval(0)
        for _ in range(min(_AT_ONCE, len(self._bare))):
            self._draw(self._bare.pop())
        if not self._bare:
            self._idle.stop()

    def _draw(self, name: str) -> None:
        if self._make_icon is not None:
            self._made[name].setIcon(self._make_icon(self.commands[name].icon))

    def set_met(self, met: Iterable[Need]) -> None:
        """Enable what makes sense now."""
        there = set(met)
        for name, command in self.commands.items():
            self._made[name].setEnabled(command.need is None or command.need in there)

    def set_available(self, name: str, *, available: bool) -> None:
        """Hide a command whose pane this window does not have."""
        self._made[name].setVisible(available)
        self._made[name].setEnabled(available)

    def runnable(self) -> list[tuple[Action, QAction]]:
        """Return the commands that make sense now, in the order of the menus."""
        return [(c, self._made[n]) for n, c in self.commands.items() if self._made[n].isEnabled()]

    def fill(self, menu: QMenu, which: Menu) -> None:
        """Put a menu's commands into it, a line between groups."""
        group = ""
        for name, command in self.commands.items():
            if command.menu is not which:
                continue
            if group and command.group != group:
                menu.addSeparator()
            group = command.group
            menu.addAction(self._made[name])

    def fill_all(self, menu: QMenu) -> None:
        """Put every menu into one menu."""
        menu.aboutToShow.connect(self.draw_icons)
        for which in Menu:
            if which is Menu.NONE:
                continue
            sub = menu.addMenu(menu_title(which))
            sub.setToolTipsVisible(False)
            self.fill(sub, which)

    def retranslate(self) -> None:
        """Take over the titles of the language in force."""
        for command in all_actions():
            self.commands[command.id] = command
            self._made[command.id].setText(command.title)
            self._made[command.id].setToolTip(_tip(command))


def _on_bar(action: QAction) -> bool:
    return any(isinstance(shown, QToolBar | QAbstractButton) for shown in action.associatedObjects())


def _tip(command: Action) -> str:
    keys = shortcut_text(command)
    return f"{command.title} ({keys})" if keys else command.title


def shortcut_text(command: Action) -> str:
    """Return a command's first shortcut as this system writes it; empty where it has none."""
    first = command.shortcut.split("; ")[0]
    return QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText) if first else ""
