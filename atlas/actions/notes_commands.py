"""The commands about the notebook as a whole."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu


def notes_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    menu = Menu.NOTES
    return (
        Action("back-up-notes", translate("Actions", "Back up my notes…"), menu, "", "export", "a"),
        Action("restore-notes", translate("Actions", "Restore my notes…"), menu, "", "undo", "a"),
        Action("export-notes", translate("Actions", "Export my notes as Markdown…"), menu, "", "export", "b"),
        Action("import-notes", translate("Actions", "Import notes…"), menu, "", "import", "b"),
    )
