"""The bin: records are marked and files moved together, and only emptying it removes any."""

from collections.abc import Callable, Iterable

from atlas.domain.own_pictures import OwnPicture
from atlas.services.pictures.folder import PictureFolder
from atlas.store.notebook import Notebook, NotebookError


def throw(ids: Iterable[int], folder: PictureFolder, notebook: Notebook) -> list[int]:
    """Put pictures into the bin; return which. A file left in place stays there. Raises NotebookError, OSError."""
    rows = [row for row in notebook.pictures.some(ids) if not row.binned]
    return _move(rows, folder.to_bin, folder.from_bin, True, notebook)


def bring_back(ids: Iterable[int], folder: PictureFolder, notebook: Notebook) -> list[int]:
    """Take pictures out of the bin; return which. Raises NotebookError, OSError."""
    rows = [row for row in notebook.pictures.some(ids) if row.binned]
    return _move(rows, folder.from_bin, folder.to_bin, False, notebook)


def empty(ids: Iterable[int] | None, folder: PictureFolder, notebook: Notebook) -> tuple[int, list[OwnPicture]]:
    """Remove pictures in the bin for good, all for None; return how many, and those whose file would not go."""
    return notebook.pictures.forget_binned(ids, folder.remove_binned)


def _move(
    rows: list[OwnPicture],
    there: Callable[[OwnPicture], str],
    back: Callable[[OwnPicture], str],
    binned: bool,
    notebook: Notebook,
) -> list[int]:
    files: dict[int, str] = {}
    try:
        for row in rows:
            files[row.id] = there(row)
        notebook.pictures.set_binned(files, binned)
    except (NotebookError, OSError):
        for row in rows:
            if files.get(row.id, row.file) != row.file:
                back(row._replace(file=files[row.id]))
        raise
    return list(files)
