"""The commands about the horizon of a place."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu, Need


def horizon_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    entry = Menu.ENTRY
    return (
        Action("show-horizon", translate("Actions", "Horizon"), Menu.VIEW, "Ctrl+2", "horizon", "a"),
        Action(
            "horizon-from-entry",
            translate("Actions", "Horizon from where it stands"),
            entry,
            "Ctrl+Shift+H",
            "horizon",
            "a",
            Need.PLACE,
        ),
        Action("horizon-go-to", translate("Actions", "Horizon from a coordinate or name"), Menu.GO, "", "horizon", "b"),
        Action("export-horizon", translate("Actions", "Export the horizon …"), entry, "", "image", "d"),
        Action("export-skyline", translate("Actions", "Export the skyline as a table …"), Menu.NONE, "", "export"),
        Action("export-light", translate("Actions", "Export the table of light …"), Menu.NONE, "", "export"),
        Action(
            "export-all-light", translate("Actions", "Export the table of light, 1959–2060 …"), Menu.NONE, "", "export"
        ),
        Action("copy-horizon", translate("Actions", "Copy the panorama as a picture"), Menu.NONE, "", "copy"),
    )
