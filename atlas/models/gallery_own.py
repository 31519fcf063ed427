"""The user's own pictures as the gallery shows them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from atlas.domain.entries import Picture
from atlas.domain.own_pictures import PICTURE_PREFIX, OwnPicture
from atlas.domain.text import fold
from atlas.models.gallery import PictureItem, atlas_items
from atlas.services.pictures.folder import PictureFolder


def own_items(
    records: Iterable[OwnPicture],
    names: Mapping[str, str],
    folder: Path,
    missing: Collection[int] = (),
    searched: Mapping[str, str] | None = None,
) -> list[PictureItem]:
    """Return own pictures as items; `names` are those of entries, `missing` the ids of those whose file is gone.

    `searched`: folded names by which entries are found, in all languages; without it those in `names`.
    """
    mine = PictureFolder(folder)
    found_by = searched if searched is not None else {slug: fold(name) for slug, name in names.items()}
    return [_item(record, names, found_by, mine, record.id in missing) for record in records]


def _item(
    record: OwnPicture, names: Mapping[str, str], searched: Mapping[str, str], folder: PictureFolder, missing: bool
) -> PictureItem:
    slugs = tuple(record.slugs.split())
    place = None if record.lat is None or record.lon is None else (record.lat, record.lon)
    return PictureItem(
        key=f"{PICTURE_PREFIX}{record.id}",
        caption=record.caption,
        credit=record.credit,
        licence=record.licence,
        path=folder.path_text(record),
        width=record.width,
        height=record.height,
        date=record.taken,
        slugs=slugs,
        entry=names.get(slugs[0], "") if slugs else "",
        mine=True,
        binned=record.binned is not None,
        missing=missing,
        added=record.added,
        place=place,
        names="\n".join([searched.get(slug, "") for slug in slugs]) if slugs else "",
    )


@dataclass(frozen=True, slots=True)
class Records:
    """What the gallery is made of, as it was read."""

    pictures: tuple[tuple[str, Picture], ...] = ()
    rows: tuple[OwnPicture, ...] = ()
    binned: tuple[OwnPicture, ...] = ()
    missing: frozenset[int] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    """What the entries of the day are called in all languages, by slug."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """All pictures there are on a day, and those that the atlas knows of without showing them."""

    items: tuple[PictureItem, ...] = ()
    unshown: tuple[tuple[str, Picture], ...] = ()
    words: dict[str, str] = field(default_factory=dict, repr=False)
    """What pictures are searched by, as far as somebody has searched."""


def collected(records: Records, names: Mapping[str, str], resources: Path, folder: Path) -> Holdings:
    """Return what the records describe; for a worker, as there may be ten thousand of them."""
    searched = {slug: fold(name) for slug, name in (records.names or names).items()}
    shipped, unshown = atlas_items(records.pictures, names, resources, searched)
    own = own_items((*records.rows, *records.binned), names, folder, records.missing, searched)
    return Holdings((*shipped, *own), tuple(unshown))
