"""The commands that choose the language of the interface."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu

_OWN_NAMES: Final = {"en": "English", "zh": "中文", "ru": "Русский"}
"""Each language as its speakers call it, in every language alike: whoever cannot read the others finds it."""


def language_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    titles = {"system": translate("Actions", "Language of the system")}
    for code, name in _OWN_NAMES.items():
        titles[code] = translate("Actions", "Language: {name}").format(name=name)
    return tuple(
        Action(f"language-{code}", title, Menu.LANGUAGE, group="a", checkable=True, choice="language")
        for code, title in titles.items()
    )
