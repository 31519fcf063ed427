"""A card's body as HTML of the subset that Qt's rich text knows. Every text of the catalogue is escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.domain.claims import Source
from atlas.domain.entries import Entry, Picture, Quote, Relation
from atlas.domain.vocabulary import Basis
from atlas.services.card.build import Card, Fact, History, Said, Value, marks
from atlas.services.card.format import format_partial, picture_credit
from atlas.services.labels import kind_label, language_label, relation_label, source_kind_label
from atlas.services.language import Language, shown_language
from atlas.services.names import main_name
from atlas.services.to_scale.layout import arrange, card_room, profile_sizes
from atlas.services.to_scale.words import credit_lines, describe, part_title
from atlas.services.units import METRIC, Units

_ABOVE: Final = 20
"""Pixels above a heading."""
_BETWEEN: Final = 8


@dataclass(frozen=True, slots=True)
class CardStyle:
    """Colours (`#rrggbb`) and type sizes (pixels) that the body is written with."""

    text: str
    muted: str
    faint: str
    link: str
    line: str
    raised: str
    warn: str
    small: int
    body: int
    plate: int = 0
    """Width of pictures in pixels; 0 leaves them out, and only tells of them."""
    plate_height: int = 0
    """Height that no picture goes beyond; 0 for any."""
    drawings: int = 0
    """Width of the line drawings in pixels; 0 leaves them out, and only tells of them."""
    units: Units = METRIC
    """What sizes are told in."""


def card_html(card: Card, style: CardStyle) -> str:
    """Return the body of a card; parts with nothing to say are left out.

    Links are `source:<n>` for the n-th source, `atlas://<kind>/<slug>` for entries; pictures are
    `icon:<name>/<token>/<side>` with a token of the theme, `picture:<id>` for those of the entry and `profile:<slug>`
    for its line drawings; these two are links of that name too. Nothing else is referred to.
    """
    return "".join(section.html for section in card_sections(card, style))


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a card's body, and the space above it in pixels."""

    html: str
    gap: int


def card_sections(card: Card, style: CardStyle) -> Iterator[Section]:
    """Yield the body piece by piece, made when asked for: the summary (it may be empty), then what is there."""
    yield _section(_plate(card, style) + _summary(card, style), style, 0)
    facts = _facts(card, style)
    if facts:
        yield _section(facts, style, 0)
    drawings = _profiles(card, style)
    if drawings:
        yield _section(drawings, style, _ABOVE)
    for place, history in enumerate(card.histories):
        heading = "" if place else _heading(QCoreApplication.translate("Card", "What was said, and when"), style)
        yield _section(heading + _history(history, style), style, _BETWEEN if place else _ABOVE)
    for make in (_events, _texts_sections, _relations, _quotes, _pictures, _sources):
        made = make(card, style)
        for part in [made] if isinstance(made, str) else made:
            if part:
                yield _section(part, style, _ABOVE)


def _section(html: str, style: CardStyle, gap: int) -> Section:
    return Section(f'<div style="color:{style.text}">{html}</div>', gap)


def source_html(number: int, source: Source, style: CardStyle) -> str:
    """Return one source in full, without its address: for a tip or a popup."""
    facts = [source.publisher, format_partial(source.date) if source.date else _undated()]
    if source.language and source.language != "en":
        facts.append(language_label(source.language))
    kind = source_kind_label(source.kind)
    mark = f'<br><span style="color:{style.warn}">{escape(kind)}</span>' if kind else ""
    remark = f'<br><span style="color:{style.muted}">{escape(source.remark)}</span>' if source.remark else ""
    return (
        f"<b>{number}. {escape(source.title)}</b><br>"
        f'<span style="color:{style.muted}">{escape(" · ".join(facts))}</span>{mark}{remark}'
    )


def _undated() -> str:
    return QCoreApplication.translate("Card", "undated")


def _leading(style: CardStyle) -> str:
    # in pixels: faces that hold Han characters have a very tall line of their own
    return f"line-height:{round(style.body * 1.5)}px;-qt-line-height-type:fixed"


def _heading(text: str, style: CardStyle) -> str:
    return (
        f'<p style="margin-top:{_ABOVE}px;margin-bottom:4px;color:{style.muted};font-size:{style.small}px;'
        f'font-weight:600;letter-spacing:0.6px">{escape(text.upper())}</p>'
    )


def _marks(numbers: Iterable[int], style: CardStyle) -> str:
    links = [f'<a href="source:{n}" style="color:{style.link};text-decoration:none">{n}</a>' for n in numbers]
    if links:
        look = f"font-size:{style.body}px;vertical-align:super"
        return f'&nbsp;<span style="{look}">{"&nbsp;".join(links)}</span>'
    word = escape(QCoreApplication.translate("Card", "unverified"))
    return f'&nbsp; <span style="color:{style.warn};font-size:{style.small - 1}px"><i>{word}</i></span>'


def _note(text: str | None, style: CardStyle) -> str:
    if not text:
        return ""
    return f'<br><span style="color:{style.muted};font-size:{style.small}px">{escape(text)}</span>'


def _summary(card: Card, style: CardStyle) -> str:
    lines = ""
    if card.overdue:
        icon = _icon("status-overdue", "overdue", style.body)
        lines += f'<p style="margin-top:0;margin-bottom:10px">{icon}&nbsp; {escape(card.overdue)}</p>'
    text = card.entry.summary.strip()
    if text:
        paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
        lines += "".join(
            f'<p style="margin-top:0;margin-bottom:8px;{_leading(style)}">{escape(part)}</p>' for part in paragraphs
        )
    return lines + _spoken_in(style)


def _spoken_in(style: CardStyle) -> str:
    """Return the remark that the catalogue's own texts are English, in an interface that is not."""
    if shown_language() is Language.EN:
        return ""
    words = QCoreApplication.translate("Card", "The texts of the catalogue are in English.")
    look = f"margin-top:0;margin-bottom:4px;color:{style.muted};font-size:{style.small}px"
    return f'<p style="{look}">{escape(words)}</p>'


def _icon(name: str, token: str, side: int) -> str:
    return f'<img src="icon:{name}/{token}/{side}" width="{side}" height="{side}" style="vertical-align:middle">'


def _facts(card: Card, style: CardStyle) -> str:
    rows = [(fact.label, _fact_value(fact, style)) for fact in card.facts]
    if card.other_names:
        label = QCoreApplication.translate("Card", "Other names")
        rows.append((label, escape(" · ".join(card.other_names))))
    if not rows:
        return ""
    cell = f"border-bottom:1px solid {style.line};padding-top:5px;padding-bottom:5px;vertical-align:top"
    lines = "".join(
        f'<tr><td style="{cell};padding-right:12px;color:{style.muted}" width="34%">{escape(label)}</td>'
        f'<td style="{cell}">{value}</td></tr>'
        for label, value in rows
    )
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0" '
        f'style="border-collapse:collapse;border-top:1px solid {style.line};margin-top:6px">{lines}</table>'
    )


def _fact_value(fact: Fact, style: CardStyle) -> str:
    gap = f"margin-top:0;margin-bottom:{4 if len(fact.values) > 1 else 0}px"
    return "".join(f'<p style="{gap}">{_one_value(value, style)}</p>' for value in fact.values)


def _one_value(value: Value, style: CardStyle) -> str:
    """Return a value; a plan has the ring of what is planned before it, a report the word behind it."""
    translate = QCoreApplication.translate
    ring = f"{_sign(value.basis, style)}&nbsp;" if value.basis is Basis.PLANNED else ""
    word = ""
    if value.basis is Basis.REPORTED:
        reported = escape(translate("Card", "reported"))
        word = f'&nbsp; <span style="color:{style.muted};font-size:{style.small}px">{reported}</span>'
    text = f"{ring}{escape(value.text)}{word}{_marks(value.numbers, style)}{_note(value.note, style)}"
    for other in value.others:
        words = escape(translate("Card", "sources differ:"))
        text += (
            f'<br><span style="color:{style.warn};font-size:{style.small}px">{words}</span> '
            f"{escape(other.text)}{_marks(other.numbers, style)}{_note(other.note, style)}"
        )
    return text


def _texts_sections(card: Card, style: CardStyle) -> Iterable[str]:
    translate = QCoreApplication.translate
    sections = [(fact.label, fact.values) for fact in card.lists]
    sections += [(translate("Card", "Results"), card.results), (translate("Card", "Remarks"), card.remarks)]
    for heading, values in sections:
        if values:
            yield _heading(heading, style) + "".join(
                f'<p style="margin-top:0;margin-bottom:6px;{_leading(style)}">{_one_value(value, style)}</p>'
                for value in values
            )


def _history(history: History, style: CardStyle) -> str:
    slip = f' <span style="color:{style.muted}">· {escape(history.slip)}</span>' if history.slip else ""
    title = f'<p style="margin-top:{_BETWEEN}px;margin-bottom:2px"><b>{escape(history.label)}</b>{slip}</p>'
    return title + _timeline((_step(step, style) for step in history.steps), style)


def _timeline(rows: Iterable[tuple[str, str, str]], style: CardStyle) -> str:
    lines = "".join(
        f'<tr><td width="27%" style="padding:3px 8px 3px 0;color:{style.muted};font-size:{style.small}px;'
        f'vertical-align:top">{when}</td>'
        f'<td width="6%" style="padding:4px 0;vertical-align:top">{sign}</td>'
        f'<td style="padding:2px 0;vertical-align:top">{what}</td></tr>'
        for when, sign, what in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'


def _sign(basis: Basis, style: CardStyle) -> str:
    side = style.small
    if basis is Basis.PLANNED:
        return _icon("status-planned", "planned", side)
    return _icon("status-succeeded" if basis is Basis.ACTUAL else "status-under-way", "muted", side)


def _step(step: Said, style: CardStyle) -> tuple[str, str, str]:
    what = f"{escape(step.text)}{_marks(step.numbers, style)}{_note(step.by, style)}{_note(step.note, style)}"
    return escape(format_partial(step.said, short=True)), _sign(step.basis, style), what


def _events(card: Card, style: CardStyle) -> str:
    if not card.events:
        return ""
    rows = (
        (
            escape(event.when),
            _sign(event.basis, style),
            f"{escape(event.title)}{_marks(event.numbers, style)}{_note(event.note, style)}",
        )
        for event in card.events
    )
    return _heading(QCoreApplication.translate("Card", "Events"), style) + _timeline(rows, style)


def _relations(card: Card, style: CardStyle) -> str:
    if not card.relations:
        return ""
    html = _heading(QCoreApplication.translate("Card", "Relations"), style)
    rows = "".join(
        f'<tr><td width="34%" style="padding:3px 12px 3px 0;color:{style.muted};vertical-align:top">'
        f"{escape(relation_label(kind))}</td>"
        '<td style="padding:3px 0;vertical-align:top">'
        f"{'<br>'.join(_link(r, style) for r in found)}</td></tr>"
        for kind, found in card.relations
    )
    return f'{html}<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'


def _link(relation: Relation, style: CardStyle) -> str:
    href = f"atlas://{relation.kind}/{escape(relation.slug)}"
    link = f'<a href="{href}" style="color:{style.link};text-decoration:none">{escape(relation.name)}</a>'
    return link + _note(relation.note, style)


def _quotes(card: Card, style: CardStyle) -> str:
    if not card.entry.quotes:
        return ""
    html = _heading(QCoreApplication.translate("Card", "Quotations"), style)
    return html + "".join(_quote(quote, card, style) for quote in card.entry.quotes)


def _quote(quote: Quote, card: Card, style: CardStyle) -> str:
    who = [quote.speaker]
    if quote.office:
        who.append(quote.office)
    if quote.said:
        who.append(format_partial(quote.said))
    if quote.lang not in {"en", ""}:
        who.append(language_label(quote.lang))
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-bottom:10px"><tr>'
        f'<td width="2" style="background-color:{style.line}"></td>'
        f'<td style="padding-left:12px"><div style="{_leading(style)}">“{escape(_bare(quote.text))}”</div>'
        f'<span style="color:{style.muted};font-size:{style.small}px">{escape(" · ".join(who))}</span>'
        f"{_marks(marks(quote.sources, card.numbers), style)}{_note(quote.note, style)}</td></tr></table>"
    )


def _bare(text: str) -> str:
    """Return the words without quotation marks of their own at both ends."""
    stripped = text.strip()
    pairs = (("“", "”"), ('"', '"'), ("«", "»"))
    for left, right in pairs:
        if len(stripped) > 1 and stripped.startswith(left) and stripped.endswith(right):
            inner = stripped[1:-1]
            return inner if left not in inner and right not in inner else stripped
    return stripped


def plate_size(picture: Picture, width: int, height: int = 0) -> tuple[int, int]:
    """Return how wide and high a picture stands on a card of a width, never blown up; (0, 0) where nobody knows."""
    if picture.file is None or not picture.width or not picture.height or width <= 0:
        return 0, 0
    shown = min(width, picture.width)
    if height:
        shown = max(1, min(shown, round(height * picture.width / picture.height)))
    return shown, max(1, round(shown * picture.height / picture.width))


def _first_plate(card: Card, style: CardStyle) -> Picture | None:
    return next((p for p in card.entry.pictures if plate_size(p, style.plate)[0]), None)


def _plate(card: Card, style: CardStyle) -> str:
    """Return the entry's first picture over what it shows and whose it is, as wide as the card."""
    picture = _first_plate(card, style)
    if picture is None:
        return ""
    look = f"margin-top:0;margin-bottom:12px;color:{style.muted};font-size:{style.small}px"
    mark = _marks(marks(picture.sources, card.numbers), style) if picture.sources else ""
    credit = f'<span style="color:{style.faint}">{escape(picture_credit(picture))}</span>'
    return f'{_image(picture, style)}<p style="{look}">{escape(picture.caption)}{mark}<br>{credit}</p>'


def _image(picture: Picture, style: CardStyle) -> str:
    width, height = plate_size(picture, style.plate, style.plate_height)
    if not width:
        return ""
    name = f"picture:{escape(picture.id)}"
    image = f'<img src="{name}" width="{width}" height="{height}">'
    # how it was made is said large in the viewer; here it is there for who points at the picture
    told = f' title="{escape(picture.made)}"' if picture.made else ""
    return f'<p style="margin-top:0;margin-bottom:4px"><a href="{name}"{told}>{image}</a></p>'


def _pictures(card: Card, style: CardStyle) -> str:
    first = _first_plate(card, style)
    others = [picture for picture in card.entry.pictures if picture is not first]
    if not others:
        return ""
    html = _heading(QCoreApplication.translate("Card", "Pictures"), style)
    return html + "".join(_image(picture, style) + _picture(picture, card, style) for picture in others)


def _picture(picture: Picture, card: Card, style: CardStyle) -> str:
    # what is shown carries its own credit; of what is only mentioned somebody must have said so
    shown = picture.file is not None and not picture.sources
    mark = "" if shown else _marks(marks(picture.sources, card.numbers), style)
    return (
        f'<p style="margin-top:0;margin-bottom:8px">{escape(picture.caption)}{mark}'
        f"{_note(picture_credit(picture), style)}{_note(picture.note, style)}</p>"
    )


def profiles_size(entry: Entry, width: int, height: int) -> tuple[int, int]:
    """Return how wide and high an entry's line drawings stand on a card of a width; (0, 0) where there are none."""
    if not entry.profiles or width <= 0:
        return 0, 0
    at = arrange(profile_sizes(entry.profiles), card_room(width, height))
    return width, round(at.height)


def _profiles(card: Card, style: CardStyle) -> str:
    """Return the line drawings to scale over what they show and whose they are."""
    entry = card.entry
    if not entry.profiles:
        return ""
    width, height = profiles_size(entry, style.drawings, style.plate_height)
    name = f"profile:{escape(entry.slug)}"
    image = f'<a href="{name}"><img src="{name}" width="{width}" height="{height}"></a>'
    shown = f'<p style="margin-top:0;margin-bottom:4px">{image}</p>' if width else ""
    titles = [part_title(profile, main_name(entry.row, shown_language())) for profile in entry.profiles]
    words = escape(describe(titles, profile_sizes(entry.profiles), style.units))
    sources = {source.id: source for profile in entry.profiles for source in profile.sources}
    mark = _marks(marks(tuple(sources.values()), card.numbers), style) if sources else ""
    notes = "".join(_note(line, style) for line in credit_lines(entry.profiles))
    return (
        f"{_heading(QCoreApplication.translate('Card', 'To scale'), style)}{shown}"
        f'<p style="margin-top:0;margin-bottom:8px">{words}{mark}{notes}</p>'
    )


def _sources(card: Card, style: CardStyle) -> str:
    if not card.sources:
        return ""
    html = _heading(QCoreApplication.translate("Card", "Sources"), style)
    rows = "".join(
        f'<tr><td width="24" style="padding:4px 8px 4px 0;color:{style.muted};font-size:{style.small}px;'
        f'vertical-align:top"><a name="source-{n}"></a>{n}</td>'
        f'<td style="padding:4px 0;font-size:{style.small}px">{_source_line(n, source, style)}</td></tr>'
        for n, source in enumerate(card.sources, start=1)
    )
    return f'{html}<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'


def _source_line(number: int, source: Source, style: CardStyle) -> str:
    about = [source.publisher, format_partial(source.date) if source.date else _undated()]
    if source.language and source.language != "en":
        about.append(language_label(source.language))
    kind = source_kind_label(source.kind)
    mark = f' · <span style="color:{style.warn}">{escape(kind)}</span>' if kind else ""
    return (
        f'<a href="source:{number}" style="color:{style.text};text-decoration:none">'
        f"{escape(source.title)}</a><br>"
        f'<span style="color:{style.muted}">{escape(" · ".join(about))}</span>{mark}'
    )


def relation_tip(relation: Relation) -> str:
    """Return what a link to an entry says when hovered."""
    return f"{escape(relation.name)} · {escape(kind_label(relation.kind))}"
