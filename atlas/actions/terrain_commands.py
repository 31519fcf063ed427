"""The commands about terrain of the user's own."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu


def terrain_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    view = Menu.VIEW
    return (
        Action("import-terrain", translate("Actions", "Import terrain…"), view, "", "import", "h"),
        Action("my-terrains", translate("Actions", "My terrains…"), view, "", "layers", "h"),
    )
