"""What is said of a picture: credit lines to show, to copy and to paste."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import LatLon
from atlas.domain.links import MAP, Link, entry_link
from atlas.models.gallery import PictureItem
from atlas.services.card.format import NO_BREAK, format_edtf, made_on
from atlas.services.units import METRIC, Units


def credit_line(item: PictureItem) -> str:
    """Return who made a picture and under which licence it may be used, in one line."""
    return " · ".join(part for part in (item.credit, item.licence) if part)


def credit_text(item: PictureItem) -> str:
    """Return caption, credit, licence and how it was made as a text to paste beside the picture."""
    about = [item.credit, item.licence, date_text(item)]
    lines = [item.caption or item.file.name, " · ".join(part for part in about if part), _made_sentence(item)]
    return "\n".join(line for line in lines if line)


def described(item: PictureItem) -> str:
    """Return the caption with how the picture was made: a copy by itself does not pass for a photograph."""
    return " ".join(part for part in (item.caption, _made_sentence(item)) if part)


def _made_sentence(item: PictureItem) -> str:
    return f"{item.made.rstrip('.')}." if item.made else ""


def date_text(item: PictureItem) -> str:
    """Return when a picture was taken, or that a picture of the atlas was made then; empty where nobody knows."""
    if not item.date:
        return ""
    return format_edtf(item.date) if item.mine else made_on(format_edtf(item.date))


def credit_html(item: PictureItem) -> str:
    """Return the same as HTML, without the picture."""
    lines = [f"<p>{escape(line)}</p>" for line in credit_text(item).split("\n")]
    return "".join(lines)


def size_text(item: PictureItem) -> str:
    """Return how many pixels a picture has; empty where nobody knows."""
    if not item.width or not item.height:
        return ""
    return f"{item.width}{NO_BREAK}×{NO_BREAK}{item.height}"


def about_html(
    item: PictureItem, names: Mapping[str, str], *, text: str, muted: str, link: str, units: Units = METRIC
) -> str:
    """Return all that is known of a picture; `names` has those of the entries known on the day.

    Links are `atlas://…` for entries and the web addresses of sources; every text is escaped.
    """
    translate = QCoreApplication.translate
    look = f'style="color:{link};text-decoration:none"'
    lines = [f'<p style="margin:0">{escape(item.caption or item.file.name)}</p>']
    about = [credit_line(item) or translate("Gallery", "no credit given")]
    about += [part for part in (date_text(item), size_text(item)) if part]
    lines.append(_line(escape(" · ".join(about)), muted))
    if item.made:
        lines.append(_line(f"{escape(translate('Gallery', 'How it was made:'))} {escape(item.made)}", muted))
    if item.note:
        lines.append(_line(escape(item.note), muted))
    links = [f'<a href="{entry_link(slug)}" {look}>{escape(names[slug])}</a>' for slug in item.slugs if slug in names]
    if item.place is not None:
        links.append(_place_link(item.place, units, look))
    if links:
        lines.append(f'<p style="margin:4px 0 0 0">{escape(translate("Gallery", "Shows:"))} {" · ".join(links)}</p>')
    sources = [_source(source.title, source.publisher, source.url, look) for source in item.sources]
    if sources:
        lines.append(_line(f"{escape(translate('Gallery', 'Sources:'))} {' · '.join(sources)}", muted))
    return f'<div style="color:{text}">{"".join(lines)}</div>'


def pair_html(
    items: Sequence[PictureItem], names: Mapping[str, str], *, text: str, muted: str, link: str, units: Units = METRIC
) -> str:
    """Return all that is known of pictures that stand side by side, each below its own."""
    cells = []
    for item in items:
        name = f'<p style="margin:0;color:{text}"><b>{escape(item.entry)}</b></p>' if item.entry else ""
        about = about_html(item, names, text=text, muted=muted, link=link, units=units)
        cells.append(f'<td width="{100 // len(items)}%" style="padding-right:16px">{name}{about}</td>')
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{"".join(cells)}</tr></table>'


def _line(html: str, colour: str) -> str:
    return f'<p style="margin:4px 0 0 0;color:{colour}">{html}</p>'


def _place_link(place: tuple[float, float], units: Units, look: str) -> str:
    link = str(Link(MAP, lat=place[0], lon=place[1]))
    return f'<a href="{escape(link)}" {look}>{escape(units.position(LatLon(*place)))}</a>'


def _source(title: str, publisher: str, url: str | None, look: str) -> str:
    words = escape(f"{title} ({publisher})")
    return f'<a href="{escape(url)}" {look}>{words}</a>' if url else words


def place_text(place: tuple[float, float] | None) -> str:
    """Return a place as it can be typed again; empty for none."""
    return METRIC.position(LatLon(*place)) if place is not None else ""


def safe_name(item: PictureItem) -> str:
    """Return a name for a copy of a picture's file: its key or its own name, without its folder."""
    return item.file.name if item.mine else f"{item.key}{item.file.suffix}"
