"""What the user reads about exports: names of formats, and why a file was not written."""

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from atlas.services.export.formats import FORMATS
from atlas.store.errors import CatalogueError, UnknownSlugError

_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def format_label(format_id: str) -> str:
    """Return what a format is called where one is chosen."""
    translate = QCoreApplication.translate
    return {
        "csv": translate("Export", "Table for spreadsheets (CSV)"),
        "claims": translate("Export", "All claims, a line each (CSV)"),
        "json": translate("Export", "Everything, for programs (JSON)"),
        "geojson": translate("Export", "Places on the Moon (GeoJSON)"),
        "gpkg": translate("Export", "Map layers and claims for QGIS (GeoPackage)"),
        "md": translate("Export", "Text with headings (Markdown)"),
        "pdf": translate("Export", "Pages to read and print (PDF)"),
    }[format_id]


def name_filter(format_id: str) -> str:
    """Return a format as a file dialog offers it: `Table for spreadsheets (CSV) (*.csv)`."""
    return f"{format_label(format_id)} (*{FORMATS[format_id].suffix})"


def can_be_told(error: BaseException) -> bool:
    """Return whether an error is one of those that an export meets, and not a fault of the atlas."""
    return isinstance(error, OSError | ValueError | CatalogueError | UnknownSlugError)


def failure_sentence(error: BaseException, target: Path) -> str:
    """Return why a file was not written, what that means, and what can be done."""
    translate = QCoreApplication.translate
    if isinstance(error, UnknownSlugError):
        return translate(
            "Export", "The entry “{slug}” is not known on that day. Nothing was written. Choose other entries."
        ).format(slug=error.args[0] if error.args else "")
    if not isinstance(error, OSError):
        # these say it all in a sentence of their own
        return str(error)
    return translate("Export", "{what} {meaning} {remedy}").format(
        what=_what(error, target), meaning=_meaning(target), remedy=_remedy(error)
    )


def _what(error: OSError, target: Path) -> str:
    translate = QCoreApplication.translate
    folder = target.absolute().parent
    if isinstance(error, IsADirectoryError):
        return translate("Export", "{target} is a folder, not a file.").format(target=target)
    # systems of their own such as /proc call it "not found" when nothing can be made in a folder
    if error.errno in _DENIED or (error.errno == errno.ENOENT and folder.is_dir()):
        return translate("Export", "{folder} does not let the atlas write {name}.").format(
            folder=folder, name=target.name
        )
    if error.errno in _FULL:
        return translate("Export", "There is no room for {name} in {folder}.").format(folder=folder, name=target.name)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return translate("Export", "The folder {folder} is not there.").format(folder=folder)
    if error.errno == errno.ENAMETOOLONG:
        return translate("Export", "The name {name} is too long.").format(name=target.name)
    why = error.strerror or str(error)
    return translate("Export", "{target} could not be written: {why}.").format(target=target, why=why)


def _meaning(target: Path) -> str:
    translate = QCoreApplication.translate
    # also asking may fail where the folder is closed or gone
    try:
        there = target.is_file()
    except OSError:
        there = False
    if there:
        return translate("Export", "The file that was there before is unchanged.")
    return translate("Export", "Nothing was written.")


def _remedy(error: OSError) -> str:
    translate = QCoreApplication.translate
    if error.errno in _FULL:
        return translate("Export", "Make room, or choose another folder.")
    if error.errno == errno.ENAMETOOLONG or isinstance(error, IsADirectoryError):
        return translate("Export", "Choose another name.")
    return translate("Export", "Choose another folder.")
