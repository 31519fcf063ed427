"""What is said of a picture: credit lines to show, to copy and to paste."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import LatLon
from atlas.domain.links import MAP, Link, entry_link
from atlas.models.gallery import PictureItem
from atlas.services.card.format import NO_BREAK, format_edtf
from atlas.services.units import METRIC, Units


def credit_line(item: PictureItem) -> str:
    """Return who made a picture and under which licence it may be used, in one line."""
    return " · ".join(part for part in (item.credit, item.licence) if part)


def credit_text(item: PictureItem) -> str:
    """Return caption, credit and licence as a text to paste beside the picture."""
    about = [item.credit, item.licence]
    if item.date:
        about.append(format_edtf(item.date))
    lines = [item.caption or item.file.name, " · ".join(part for part in about if part)]
    return "\n".join(line for line in lines if line)


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
    about += [format_edtf(item.date)] if item.date else []
    about += [size_text(item)] if size_text(item) else []
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
