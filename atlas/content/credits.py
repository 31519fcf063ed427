"""The page that names whom every picture of the atlas comes from, written from the checked content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from atlas.content.records import Content, EntryRecord, PictureRecord

FILE: Final = "CREDITS.md"
_HEAD: Final = """\
# Pictures of the ILRS Atlas

Generated from the catalogue of {day}: {shown} pictures that ship, and {mentioned} that are known of and not reproduced.
Terrain, imagery, names and the tables of the sky have records of their own beside them (`terrain/ORIGIN.toml`,
`content/places/ORIGIN.md`, `sky/ORIGIN.toml`).
"""


def credits_page(content: Content) -> str:
    """Return the page as Markdown: every picture with its caption, credit, licence, date and how it was made."""
    pictures = [picture for entry in content.entries.values() for picture in entry.pictures]
    shown = sum(1 for picture in pictures if picture.file is not None)
    head = _HEAD.format(day=content.date.isoformat(), shown=shown, mentioned=len(pictures) - shown)
    return "\n".join([head, *_shown(content), "## Known of, not reproduced", "", *_mentioned(content), ""])


def write_credits(content: Content, folder: Path) -> None:
    """Write the page into the folder of resources. Raises OSError."""
    draft = folder / f".{FILE}.tmp"
    draft.write_text(credits_page(content), encoding="utf-8")
    draft.replace(folder / FILE)


def _shown(content: Content) -> Iterator[str]:
    for entry in content.entries.values():
        found = [picture for picture in entry.pictures if picture.file is not None]
        if found or entry.profiles:
            yield f"## {_name(entry)}\n"
            yield from (f"- `{p.file}`, {p.date}: {_line(p)} {p.made}." for p in found)
            yield from (
                f"- `{p.file}`, {p.date}: Credit: {p.credit}. Licence: {p.licence}. {p.made}." for p in entry.profiles
            )
            yield ""


def _mentioned(content: Content) -> Iterator[str]:
    for entry in content.entries.values():
        yield from (f"- {_name(entry)}: {_line(p)}" for p in entry.pictures if p.file is None)


def _line(picture: PictureRecord) -> str:
    caption = picture.caption.rstrip(".")
    return f"{caption}. Credit: {picture.credit}. Licence: {picture.licence}."


def _name(entry: EntryRecord) -> str:
    names = [name for name in entry.names if (name.lang, name.role) == ("en", "main")]
    return names[-1].text if names else entry.slug
