"""What the gallery shows: pictures of the catalogue and the user's own, as one kind of thing, chosen and in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from atlas.domain.claims import Source
from atlas.domain.entries import Picture
from atlas.domain.text import fold, query_cjk, query_words

_PLAIN = str.maketrans("", "", "'`")


class Shelf(StrEnum):
    """Which pictures are looked at."""

    ALL = "all"
    ATLAS = "atlas"
    MINE = "mine"
    BIN = "bin"


class PictureOrder(StrEnum):
    """In which order pictures lie."""

    ENTRY = "entry"
    """Together with others of their entry, in the order of the list; those on no entry last."""
    NEWEST = "newest"
    OLDEST = "oldest"
    CAPTION = "caption"
    ADDED = "added"


class PictureItem(NamedTuple):
    """A picture that can be shown. `date` is EDTF: when a plate was made, or a photograph taken.

    A plain row: ten thousand of them are made in a few milliseconds.
    """

    key: str
    """The id of a catalogue picture, the slug of an own one: unlike for all pictures."""
    caption: str
    credit: str
    licence: str
    path: str
    width: int
    height: int
    date: str = ""
    slugs: tuple[str, ...] = ()
    """Entries it belongs to; the first names it."""
    entry: str = ""
    """Name of the first entry, empty where it belongs to none."""
    mine: bool = False
    binned: bool = False
    missing: bool = False
    added: str = ""
    made: str = ""
    note: str = ""
    alt: str = ""
    place: tuple[float, float] | None = None
    sources: tuple[Source, ...] = ()
    names: str = ""
    """Names of all entries it belongs to, folded, for who searches."""

    @property
    def file(self) -> Path:
        """Where its file lies, or lay when it was last seen."""
        return Path(self.path)

    @property
    def title(self) -> str:
        """What stands first under it: its entry, else its caption, else its file's name."""
        return self.entry or self.caption or self.file.name

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = (self.entry, self.alt or self.caption or self.file.name, self.credit)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class GalleryQuery:
    """What is to be shown."""

    shelf: Shelf = Shelf.ALL
    order: PictureOrder = PictureOrder.ENTRY
    text: str = ""
    listed: tuple[str, ...] = ()
    """The filtered list of entries, in its order."""


def atlas_items(
    pictures: Iterable[tuple[str, Picture]],
    names: Mapping[str, str],
    resources: Path,
    searched: Mapping[str, str] | None = None,
) -> tuple[list[PictureItem], list[tuple[str, Picture]]]:
    """Return the catalogue's pictures that are reproduced, and those only known of, with their entries' slugs.

    `searched`: folded names by which entries are found, in all languages; without it those in `names`.
    """
    found_by = searched if searched is not None else {slug: fold(name) for slug, name in names.items()}
    belongs: dict[str, list[str]] = {}
    records: dict[str, Picture] = {}
    unshown: list[tuple[str, Picture]] = []
    for slug, picture in pictures:
        if picture.file is None:
            unshown.append((slug, picture))
            continue
        records[picture.id] = picture
        belongs.setdefault(picture.id, []).append(slug)
    items = [_atlas_item(record, tuple(belongs[key]), names, resources, found_by) for key, record in records.items()]
    return items, unshown


def _atlas_item(
    picture: Picture,
    slugs: tuple[str, ...],
    names: Mapping[str, str],
    resources: Path,
    searched: Mapping[str, str],
) -> PictureItem:
    assert picture.file is not None
    entry = names.get(slugs[0], "")
    return PictureItem(
        key=picture.id,
        caption=picture.caption,
        credit=picture.credit,
        licence=picture.licence,
        path=str(resources / picture.file),
        width=picture.width or 0,
        height=picture.height or 0,
        date=picture.date or "",
        slugs=slugs,
        entry=entry,
        made=picture.made or "",
        note=picture.note or "",
        alt=picture.alt or "",
        sources=picture.sources,
        names="\n".join(searched.get(slug, "") for slug in slugs),
    )


def folded_words(item: PictureItem) -> str:
    """Return what a picture is searched by."""
    text = "\n".join((item.caption, item.credit, item.file.name if item.mine else ""))
    # thousands of plain captions are folded at once: what needs no thought gets none
    folded = text.lower().translate(_PLAIN) if text.isascii() else fold(text)
    return f"{folded}\n{item.names}"


def asked_for(text: str) -> list[str]:
    """Return the pieces of folded text that all must stand in what is searched by a text."""
    return query_words(text) + [gram for grams in query_cjk(text) for gram in grams]


def is_found(wanted: Iterable[str], *texts: str) -> bool:
    """Return whether all pieces that are asked for stand in some texts."""
    words = fold("\n".join(texts))
    return all(piece in words for piece in wanted)


def pictures_of(items: Iterable[PictureItem], slug: str) -> list[PictureItem]:
    """Return the pictures that an entry shows, its own before those it shares."""
    return sorted((item for item in items if slug in item.slugs), key=lambda item: item.slugs.index(slug) > 0)


def on_shelf(items: Iterable[PictureItem], shelf: Shelf) -> list[PictureItem]:
    """Return the pictures that lie on a shelf: what is in the bin lies nowhere else."""
    if shelf is Shelf.BIN:
        return [item for item in items if item.binned]
    if shelf is Shelf.MINE:
        return [item for item in items if item.mine and not item.binned]
    if shelf is Shelf.ATLAS:
        return [item for item in items if not item.mine]
    return [item for item in items if not item.binned]


def arranged(
    items: Sequence[PictureItem], query: GalleryQuery, words: dict[str, str] | None = None
) -> list[PictureItem]:
    """Return what a query asks for, in its order; safe in any thread, in one at a time for the same `words`.

    Pictures of the catalogue, and own ones among all others, follow the list; the user's own shelf shows all of them.
    `words` keeps what pictures are searched by, for the next letter that is typed.
    """
    places = {slug: place for place, slug in enumerate(query.listed)}
    found = on_shelf(items, query.shelf)
    if query.shelf in {Shelf.ALL, Shelf.ATLAS}:
        found = [item for item in found if not item.slugs or any(slug in places for slug in item.slugs)]
    wanted = asked_for(query.text)
    if wanted:
        known = words if words is not None else {}
        for item in found:
            if item.key not in known:
                known[item.key] = folded_words(item)
        found = [item for item in found if all(word in known[item.key] for word in wanted)]
    return in_order(found, query.order, places)


def in_order(
    items: Sequence[PictureItem], order: PictureOrder, places: Mapping[str, int] | None = None
) -> list[PictureItem]:
    """Return pictures in an order; what has no date comes last in either direction."""
    there = places or {}
    if order is PictureOrder.ENTRY:
        return sorted(items, key=lambda item: _listed_place(item, there))
    if order is PictureOrder.CAPTION:
        return sorted(items, key=lambda item: fold(item.caption or item.file.name))
    if order is PictureOrder.ADDED:
        return sorted(items, key=lambda item: item.added, reverse=True)
    dated = [item for item in items if item.date]
    undated = [item for item in items if not item.date]
    return sorted(dated, key=_day, reverse=order is PictureOrder.NEWEST) + undated


def _listed_place(item: PictureItem, places: Mapping[str, int]) -> tuple[int, int]:
    """Rank a picture beside the first of its entries that is listed; that entry's own come before those it shares."""
    last = len(places)
    found = next((number for number, slug in enumerate(item.slugs) if slug in places), None)
    if found is None:
        return (last, 0) if item.slugs else (last + 1, 0)
    return places[item.slugs[found]], found


def _day(item: PictureItem) -> str:
    return item.date.lstrip("./").rstrip("~?%")
