"""The user guide: pages of Markdown that ship with the atlas, with links between them and words to search for.

A page is a file `resources/guide/NN-name.md` that begins with its title as `# Title`; the numbers give the order. Its
links to other pages are those of Markdown (`[Light](40-light.md)`), so that they work wherever the files are read; here
they become `atlas://guide/light`. A paragraph is one line: the renderer keeps line breaks.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from atlas.domain.links import GUIDE, Link
from atlas.services.markdown import to_safe_html

_FILE: Final = re.compile(r"\d\d-([a-z0-9-]+)\.md")
_LINK: Final = re.compile(r"\]\((\d\d-[a-z0-9-]+\.md)\)")
_TITLE: Final = re.compile(r"# (.+)\n")
_TARGET: Final = re.compile(r"\]\([^)]*\)")
_MARKS: Final = re.compile(r"[*`#>|\[\]]")


class GuideError(Exception):
    """The guide cannot be read."""


@dataclass(frozen=True)
class GuidePage:
    """One page: its name in links, its title and its Markdown."""

    name: str
    title: str
    text: str

    @cached_property
    def html(self) -> str:
        """The page for a SafeTextBrowser."""
        return to_safe_html(_LINK.sub(_inner_link, self.text))

    @cached_property
    def words(self) -> str:
        """The page without its marks, for searching."""
        return " ".join(_MARKS.sub("", _TARGET.sub("]", self.text)).casefold().split())

    def holds(self, wanted: str) -> bool:
        """Whether a text stands on the page, in capitals or not."""
        return " ".join(wanted.casefold().split()) in self.words


def load_guide(folder: Path) -> tuple[GuidePage, ...]:
    """Return the pages in their order. Raises GuideError where there are none or one cannot be read."""
    try:
        pages = tuple(_page(path) for path in sorted(folder.glob("[0-9][0-9]-*.md")))
    except (OSError, UnicodeDecodeError) as error:
        raise GuideError(f"The guide in {folder} cannot be read: {error}. Install the atlas again.") from error
    if not pages:
        raise GuideError(f"The guide in {folder} is missing. Install the atlas again.")
    return pages


def page_name(file: str) -> str | None:
    """Return the name of the page in a file (`40-light.md` is `light`), None for a file that is no page."""
    found = _FILE.fullmatch(file)
    return found[1] if found else None


def _page(path: Path) -> GuidePage:
    text = path.read_text(encoding="utf-8")
    title = _TITLE.match(text)
    name = page_name(path.name) or path.stem
    return GuidePage(name, title[1].strip() if title else name, text)


def _inner_link(found: re.Match[str]) -> str:
    return f"]({Link(GUIDE, page_name(found[1]) or '')})"
