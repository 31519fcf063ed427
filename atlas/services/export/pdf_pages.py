"""The words of the PDF: cards and contents as HTML of the subset that Qt's rich text knows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.domain.claims import Source
from atlas.domain.entries import Entry, EntryRow, Picture
from atlas.services.card.build import Card, build_card, marks
from atlas.services.card.format import format_day, format_edtf, format_partial, picture_credit
from atlas.services.card.html import CardStyle, card_html
from atlas.services.export.formats import TITLE, Export
from atlas.services.labels import kind_label, language_label, phase_label, source_kind_label, status_label
from atlas.services.language import shown_language
from atlas.services.names import main_name, other_names
from atlas.services.nations import nation_label

PAPER: Final = CardStyle(
    text="#111111",
    muted="#4a4f57",
    faint="#6b7078",
    link="#1a4f8f",
    line="#c9ccd1",
    raised="#ffffff",
    warn="#8a4b00",
    small=10,
    body=13,
)
"""How a card looks on paper; sizes in pixels of 1/96 inch."""

PLATE: Final = "plate:first"
"""The address of an entry's picture in its page."""
PLATE_WIDTH: Final = 642
PLATE_HEIGHT: Final = 440
"""The room for a picture in pixels of 1/96 inch: as wide as the text, not half as high."""

DRAWINGS: Final = "drawings:all"
"""The address of an entry's line drawings in its page."""

_SIGN: Final = re.compile(r'src="(icon:([a-z-]+)/([a-z-]+)[^"]*)"')
_TOKEN_COLOURS: Final = {"planned": PAPER.warn, "overdue": PAPER.warn}
_SOURCE_MARK: Final = re.compile(r'<a href="source:\d+"( style="[^"]*")?>(.*?)</a>', re.DOTALL)
_DRAWINGS_LINK: Final = re.compile(r'<a href="profile:[^"]*"><img src="[^"]*"([^>]*)></a>')


def signs(html: str) -> dict[str, tuple[str, str]]:
    """Return the signs that a page refers to: address, and the icon with its colour on paper."""
    return {m[1]: (m[2], _TOKEN_COLOURS.get(m[3], PAPER.muted)) for m in _SIGN.finditer(html)}


def entry_page(entry: Entry, plate: Picture | None = None, *, drawn: bool = False) -> str:
    """Return an entry in full: names, a picture (to be had at `PLATE`), facts, and sources with their addresses.

    `drawn`: its line drawings (to be had at `DRAWINGS`) are shown, not only told of.
    """
    card = build_card(entry)
    # the card on the screen keeps addresses in a popup; on paper they must be written out
    # and the picture over the facts has its words under it
    others = tuple(picture for picture in entry.pictures if picture is not plate)
    style = replace(PAPER, drawings=PLATE_WIDTH if drawn else 0)
    body = card_html(replace(card, sources=(), entry=replace(entry, pictures=others)), style)
    # nothing on paper is there to be clicked but addresses
    body = _DRAWINGS_LINK.sub(rf'<img src="{DRAWINGS}"\1>', _SOURCE_MARK.sub(r"<span\1>\2</span>", body))
    return _head(entry) + _plate(plate, card) + body + _sources(card.sources)


def _head(entry: Entry) -> str:
    row, language = entry.row, shown_language()
    words = [kind_label(row.kind)]
    if row.status is not None:
        words.append(status_label(row.status))
    words += [nation_label(code) for code in row.nations]
    words += [phase_label(phase) for phase in row.phases]
    words.append(QCoreApplication.translate("Card", "as known on {day}").format(day=format_day(entry.as_of)))
    return (
        f"{_title(main_name(row, language))}"
        f"{_line(' · '.join(other_names(row, language)), PAPER.text, PAPER.body + 2)}"
        f"{_line(' · '.join(words), PAPER.muted, PAPER.body - 1, below=14)}"
    )


def _plate(picture: Picture | None, card: Card) -> str:
    if picture is None or not picture.width or not picture.height:
        return ""
    width = PLATE_WIDTH
    if picture.height * width > PLATE_HEIGHT * picture.width:
        width = PLATE_HEIGHT * picture.width // picture.height
    height = width * picture.height // picture.width
    numbers = " ".join(str(number) for number in marks(picture.sources, card.numbers))
    look = f"color:{PAPER.link};font-size:{PAPER.body}px;vertical-align:super"
    mark = f'&nbsp;<span style="{look}">{numbers}</span>' if numbers else ""
    about = [picture_credit(picture), *([f"{picture.made}."] if picture.made else [])]
    return (
        f'<p style="margin:0 0 4px 0"><img src="{PLATE}" width="{width}" height="{height}"></p>'
        f'<p style="margin:0 0 14px 0;font-size:{PAPER.small}px;color:{PAPER.text}">{escape(picture.caption)}{mark}'
        f'<br><span style="color:{PAPER.muted}">{"<br>".join(map(escape, about))}</span></p>'
    )


def _title(text: str) -> str:
    return f'<p style="margin:0 0 2px 0;font-size:24px;font-weight:600;color:{PAPER.text}">{escape(text)}</p>'


def _line(text: str, colour: str, size: int, below: int = 6) -> str:
    if not text:
        return ""
    return f'<p style="margin:0 0 {below}px 0;font-size:{size}px;color:{colour}">{escape(text)}</p>'


def _heading(text: str) -> str:
    return (
        f'<p style="margin:20px 0 4px 0;color:{PAPER.muted};font-size:{PAPER.small}px;font-weight:600;'
        f'letter-spacing:0.6px">{escape(text.upper())}</p>'
    )


def _sources(sources: Sequence[Source]) -> str:
    if not sources:
        return ""
    rows = "".join(
        f'<tr><td width="28" style="padding:2px 8px 2px 0;color:{PAPER.muted}">{number}</td>'
        f'<td style="padding:2px 0">{_source(source)}</td></tr>'
        for number, source in enumerate(sources, start=1)
    )
    heading = _heading(QCoreApplication.translate("Card", "Sources"))
    return f'{heading}<table width="100%" cellspacing="0" cellpadding="0" style="font-size:11px">{rows}</table>'


def _source(source: Source) -> str:
    translate = QCoreApplication.translate
    about = [source.publisher, format_partial(source.date) if source.date else translate("Card", "undated")]
    if source.language and source.language != "en":
        about.append(language_label(source.language))
    kind = source_kind_label(source.kind)
    if kind:
        about.append(kind)
    text = f'{escape(source.title)}<br><span style="color:{PAPER.muted}">{escape(" · ".join(about))}</span>'
    return f"{text}<br>{_address(source.url)}" if source.url else text


def _address(url: str) -> str:
    look = f'style="color:{PAPER.link};text-decoration:none"'
    # only web addresses become links that a reader of the file can click
    if url.startswith(("https://", "http://")):
        return f'<a href="{escape(url)}" {look}>{escape(url)}</a>'
    return escape(url)


def contents_page(export: Export, pages: Sequence[int]) -> str:
    """Return the first pages of a list: what it is, and on which page each entry begins."""
    translate = QCoreApplication.translate
    day = format_day(export.as_of)
    about = translate("Export", "%n entries, as known on {day}", "", len(export.entries)).format(day=day)
    rows = "".join(_contents_row(entry.row, page) for entry, page in zip(export.entries, pages, strict=True))
    credit = _line(export.credit, PAPER.muted, PAPER.body - 1, below=14)
    head = f"{_title(TITLE)}{_line(about, PAPER.text, PAPER.body + 2)}{credit}"
    look = "font-size:11px;margin-top:14px"
    return f'{head}<table width="100%" cellspacing="0" cellpadding="0" style="{look}">{rows}</table>'


def _contents_row(row: EntryRow, page: int) -> str:
    cell = f"border-bottom:1px solid {PAPER.line};padding:3px 8px 3px 0;vertical-align:top"
    language = shown_language()
    names = escape(" · ".join(other_names(row, language)))
    names = f'<br><span style="color:{PAPER.muted}">{names}</span>' if names else ""
    when = format_edtf(row.when.text.partition("T")[0], short=True) if row.when else ""
    status = status_label(row.status) if row.status else ""
    return (
        f'<tr><td style="{cell}">{escape(main_name(row, language))}{names}</td>'
        f'<td width="13%" style="{cell}">{escape(kind_label(row.kind))}</td>'
        f'<td width="14%" style="{cell}">{escape(status)}</td>'
        f'<td width="20%" style="{cell}">{escape(when)}</td>'
        f'<td width="5%" align="right" style="{cell};padding-right:0">{page}</td></tr>'
    )
