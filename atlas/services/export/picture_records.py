"""Records of own pictures in `notebook.json`. What is read is never trusted."""

from collections.abc import Iterable, Mapping
from typing import Any

from atlas.domain.notebook_copy import NotebookCopy
from atlas.domain.own_pictures import OwnPicture, is_own_file
from atlas.store.notebook.inspect import check_picture


def written(copy: NotebookCopy) -> list[dict[str, object]]:
    """Return the records as JSON has them; `copy` names the file that travels along."""
    records = []
    for row in copy.pictures:
        fields: dict[str, object] = {**row._asdict(), "slugs": list(row.on)}
        del fields["id"], fields["binned"]
        if row.digest in copy.picture_files:
            fields["copy"] = copy.picture_files[row.digest]
        records.append(fields)
    return records


def read(fields: Mapping[str, Any]) -> OwnPicture:
    """Read a record; raise ValueError, TypeError, KeyError or AttributeError for anything that is amiss."""
    slugs = fields["slugs"]
    if not isinstance(slugs, list) or not all(isinstance(slug, str) for slug in slugs):
        raise TypeError("not the entries of a picture")
    plain = {name: fields[name] for name in OwnPicture._fields if name not in {"id", "binned", "slugs"}}
    row = OwnPicture(id=0, binned=None, slugs=" ".join(slugs), **plain)
    check_picture(row)
    for text in (row.caption, row.credit, row.licence):
        # half of a surrogate pair cannot be written anywhere
        text.encode("utf-8")
    return row


def read_names(records: Iterable[Mapping[str, Any]], folder: str) -> dict[str, str]:
    """Return the names of the files that travel along, by digest; raise as `read` does."""
    names = {}
    for fields in records:
        name = fields.get("copy")
        if name is None:
            continue
        if not isinstance(name, str) or not name.startswith(folder) or not is_own_file(name.removeprefix(folder)):
            raise ValueError("not the file of a picture")
        names[str(fields["digest"])] = name
    return names
