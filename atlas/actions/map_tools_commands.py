"""The commands of the map's tools and of what the user puts on the map."""

from PySide6.QtCore import QCoreApplication

from atlas.actions.action import Action, Menu


def map_tools_actions() -> tuple[Action, ...]:
    """Return the commands, with titles in the language of the interface."""
    translate = QCoreApplication.translate
    menu = Menu.MAP
    measure, profile = translate("Actions", "Measure distance and area"), translate("Actions", "Elevation profile")
    pin = translate("Actions", "Put a pin on the map")
    return (
        Action("measure", measure, menu, "Ctrl+R", "ruler", "a", checkable=True),
        Action("profile", profile, menu, "Ctrl+Shift+R", "profile", "a", checkable=True),
        Action("pin", pin, menu, "Ctrl+B", "pin", "a", checkable=True),
        Action("keep-measured", translate("Actions", "Keep the measured path"), menu, "", "pin", "b"),
        Action("copy-measured", translate("Actions", "Copy the measurement"), menu, "", "copy", "b"),
        Action("export-profile", translate("Actions", "Export the profile …"), menu, "", "export", "b"),
        Action("show-marks", translate("Actions", "My marks on the map …"), menu, "Ctrl+Shift+K", "list", "c"),
        Action("undo-mark", translate("Actions", "Undo the last change of a mark"), menu, "", "undo", "c"),
        Action("export-marks", translate("Actions", "Export my marks …"), menu, "", "export", "c"),
    )
