"""The user's notes as the commands see them. These functions are called only where a notebook exists."""

from collections.abc import Iterable

from atlas.cli.errors import CliError
from atlas.domain.entries import EntryRow
from atlas.paths import Paths
from atlas.services.export.records import JsonObject, names_object
from atlas.store.notebook import Notebook, NotebookError


def _open(paths: Paths) -> Notebook:
    try:
        return Notebook.open(paths.notebook, paths.notebook_migrations)
    except NotebookError as error:
        raise CliError(str(error)) from error


def notes_on(slug: str, paths: Paths) -> list[JsonObject]:
    """Return the note on an entry as `show --format json` writes it; an empty list where there is none."""
    with _open(paths) as notebook:
        note = notebook.note(slug)
        tags = notebook.tags_by_slug().get(slug, ())
        starred = slug in notebook.stars()
    if not note.text and not tags and not starred:
        return []
    changed = note.changed.isoformat() if note.changed else None
    return [
        {"text": note.text, "changed": changed, "revisions": note.revisions, "tags": list(tags), "starred": starred}
    ]


def notes_found(text: str, paths: Paths, rows: Iterable[EntryRow]) -> list[JsonObject]:
    """Return the notes that a text finds as items of `search`: kind `note`, the slug of what they are on."""
    names = {row.slug: row.names for row in rows}
    with _open(paths) as notebook:
        found = notebook.search(text)
    hits: list[JsonObject] = []
    for note in found:
        name = names_object(names[note.slug]) if note.slug in names else names_object({"en": note.excerpt})
        date = note.changed.date().isoformat()
        hits.append({"slug": note.slug, "kind": "note", "name": name, "status": None, "date": date})
    return hits


def _check_pictures(notebook: Notebook, paths: Paths, problems: list[str], counts: dict[str, int]) -> None:
    from atlas.services.pictures.folder import PictureFolder

    folder = PictureFolder(paths.data / "pictures")
    rows = notebook.pictures.every()
    shown = [row for row in rows if not row.binned]
    counts["pictures"] = len(shown)
    counts["pictures_in_bin"] = len(rows) - len(shown)
    missing = [row for row in shown if not folder.path(row).is_file()]
    counts["pictures_missing"] = len(missing)
    if missing:
        problems.append(
            f"{len(missing)} of your pictures are not where they were, such as {folder.path(missing[0])}. "
            "Put the files back, or let the atlas search a folder for them with: ilrs-atlas pictures find DIR"
        )
    try:
        counts["pictures_not_in_gallery"] = len(folder.strays({row.file for row in rows if row.is_own}))
    except OSError as error:
        problems.append(f"The folder of your pictures {folder.root} cannot be read: {error.strerror or error}.")


def check_notebook(paths: Paths, problems: list[str], counts: dict[str, int]) -> None:
    """Add what is wrong with the notebook, and how many notes, stars and tags it holds."""
    try:
        with Notebook.open(paths.notebook, paths.notebook_migrations) as notebook:
            counts["notes"] = len(notebook.notes())
            counts["stars"] = len(notebook.stars())
            counts["tags"] = len(notebook.tags())
            _check_pictures(notebook, paths, problems, counts)
    except NotebookError as error:
        problems.append(str(error))
