"""Entries as they are dragged or copied out of the list: as text, as rich text and as links."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, QUrl

from atlas.domain.dates import short_text
from atlas.domain.entries import EntryRow
from atlas.domain.links import Link
from atlas.services.labels import kind_label, status_label
from atlas.services.language import shown_language
from atlas.services.names import main_name, other_names

MIME_TYPES = ("text/uri-list", "text/html", "text/plain")


def row_link(row: EntryRow) -> str:
    """Return the address that opens the entry: `atlas://mission/change-7`."""
    return str(Link(str(row.kind), row.slug))


def entry_mime(rows: Sequence[EntryRow]) -> QMimeData:
    """Return entries as plain text (a line each), HTML with links, and a list of `atlas://` addresses."""
    data = QMimeData()
    data.setText("\n".join(f"{_words(row)} {row_link(row)}" for row in rows))
    data.setHtml("<br>".join(_html(row) for row in rows))
    data.setUrls([QUrl(row_link(row)) for row in rows])
    return data


def _words(row: EntryRow) -> str:
    language = shown_language()
    names = " · ".join((main_name(row, language), *other_names(row, language)))
    return f"{names} ({', '.join(_about(row))})"


def _about(row: EntryRow) -> list[str]:
    words = [kind_label(row.kind)]
    if row.status is not None:
        words.append(status_label(row.status))
    if row.when is not None:
        words.append(short_text(row.when, planned=row.when_planned))
    return words


def _html(row: EntryRow) -> str:
    language = shown_language()
    names = "".join(f" · {escape(name)}" for name in other_names(row, language))
    about = escape(", ".join(_about(row)))
    return f'<a href="{escape(row_link(row))}">{escape(main_name(row, language))}</a>{names} ({about})'
