"""The commands about pictures."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu, Need

ADDING = ("add-pictures", "add-picture-folder", "paste-picture")
"""Commands that stand behind the gallery's own button too."""


def gallery_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    menu = Menu.PICTURES
    return (
        Action(
            "show-pictures",
            translate("Actions", "Pictures of this entry"),
            menu,
            "Ctrl+Shift+G",
            "pictures",
            "a",
            Need.ENTRY,
        ),
        Action("slide-show", translate("Actions", "Slide show"), menu, "Ctrl+Shift+F", "play", "a"),
        Action("add-pictures", translate("Actions", "Add pictures …"), menu, "Ctrl+Shift+A", "plus", "b"),
        Action("add-picture-folder", translate("Actions", "Add a folder of pictures …"), menu, "", "folder", "b"),
        Action("paste-picture", translate("Actions", "Paste a picture"), menu, "", "image", "b"),
        Action("find-pictures", translate("Actions", "Find missing pictures …"), menu, "", "search", "c"),
    )
