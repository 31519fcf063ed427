"""The commands about light over a span of time."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu


def illumination_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    view = Menu.VIEW
    return (
        Action("illumination", translate("Actions", "Illumination of this view…"), view, "", "sun", "g"),
        Action("open-illumination", translate("Actions", "Open an illumination map…"), view, "", "folder", "g"),
    )
