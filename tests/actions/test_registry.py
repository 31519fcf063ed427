from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from atlas.actions.action import Menu, Need
from atlas.actions.commands import all_actions, menu_title
from atlas.actions.registry import Registry, shortcut_text


@pytest.fixture
def registry(qtbot) -> Registry:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Registry(owner)
    made.owner = owner
    return made


def test_names_are_unique_and_titled() -> None:
    names = Counter(command.id for command in all_actions())
    assert max(names.values()) == 1
    assert all(command.title for command in all_actions())


def test_no_shortcut_stands_twice() -> None:
    keys = Counter(
        QKeySequence(text).toString()
        for command in all_actions()
        if command.shortcut
        for text in command.shortcut.split("; ")
    )
    assert "" not in keys, "a shortcut that Qt cannot read"
    assert [text for text, count in keys.items() if count > 1] == []


def test_every_menu_has_a_title_and_holds_its_commands(registry: Registry) -> None:
    for menu in Menu:
        if menu is Menu.NONE:
            continue
        assert menu_title(menu)
        made = QMenu()
        registry.fill(made, menu)
        titles = [action.text() for action in made.actions() if not action.isSeparator()]
        assert titles == [command.title for command in all_actions() if command.menu is menu]
        made.deleteLater()


def test_needs_enable_and_disable(registry: Registry) -> None:
    registry.set_met([])
    assert not registry["back"].isEnabled()
    assert registry["search"].isEnabled()
    registry.set_met([Need.BACK])
    assert registry["back"].isEnabled()
    assert registry["star"] not in [action for _, action in registry.runnable()]


def test_bind_runs_and_refuses_unknown_names(registry: Registry) -> None:
    ran: list[str] = []
    registry.bind({"palette": lambda: ran.append("palette")})
    registry["palette"].trigger()
    assert ran == ["palette"]
    with pytest.raises(KeyError):
        registry.bind({"no-such-command": ran.clear})


def test_tips_tell_the_shortcut(registry: Registry) -> None:
    assert registry["back"].toolTip() == f"Back ({shortcut_text(registry.commands['back'])})"


def test_exports_and_preferences_are_commands() -> None:
    keys = {command.id: command.shortcut for command in all_actions()}
    assert keys["export-entry"] == "Ctrl+Shift+E"
    assert keys["export-list"] == "Ctrl+Shift+X"
    assert keys["preferences"] == "Ctrl+,"
    assert "export-map" in keys
