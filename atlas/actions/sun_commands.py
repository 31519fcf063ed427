"""The commands about the light on the map."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu


def sun_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    title = translate("Actions", "Sunlight on the map")
    return (
        Action("sunlight", title, Menu.VIEW, "Ctrl+L", "sun", "g", checkable=True),
        Action("light-date", translate("Actions", "Choose the date of the light"), Menu.GO, "Ctrl+J", "calendar", "c"),
        Action("light-play", translate("Actions", "Let the light run, or stop it"), Menu.NONE, "Ctrl+Shift+J", "play"),
    )
