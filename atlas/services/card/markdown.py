"""A card as Markdown and as plain text, for the clipboard, the command line and export."""

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from atlas.domain.claims import Source
from atlas.domain.entries import Entry, Picture, Profile
from atlas.domain.vocabulary import Basis
from atlas.services.card.build import Card, Value, build_card, marks
from atlas.services.card.format import format_day, format_partial, picture_credit
from atlas.services.labels import (
    basis_label,
    kind_label,
    phase_label,
    relation_label,
    source_kind_label,
    status_label,
)
from atlas.services.language import shown_language
from atlas.services.names import main_name, other_names
from atlas.services.nations import nation_label
from atlas.services.to_scale.layout import Size
from atlas.services.to_scale.words import credit, part_title, size_sentence

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def entry_markdown(entry: Entry) -> str:
    """Return an entry in full as Markdown (CommonMark with one table), ending in a line end."""
    card = build_card(entry)
    blocks = [block for block in _blocks(card) if block]
    return "\n\n".join(blocks) + "\n"


def entry_text(entry: Entry) -> str:
    """Return an entry's facts as plain text, a line each."""
    card = build_card(entry)
    head = [main_name(entry.row, shown_language()), *_native(entry), _line_under(entry)]
    lines = [*head, "", " ".join(entry.summary.split()), ""]
    if card.overdue:
        lines += [card.overdue, ""]
    for fact in (*card.facts, *card.lists):
        lines.append(f"{fact.label}: " + "; ".join(_plain(value) for value in fact.values))
    lines += [f"{_to_scale()}: {_drawing(profile, card, str)}" for profile in entry.profiles]
    lines += [f"{relation_label(kind)}: {', '.join(r.name for r in found)}" for kind, found in card.relations]
    if card.sources:
        lines += ["", QCoreApplication.translate("Card", "Sources")]
        lines += [f"[{n}] {_source(card, n)}" for n in range(1, len(card.sources) + 1)]
    return "\n".join(lines) + "\n"


def _plain(value: Value) -> str:
    text = value.text + "".join(f" [{n}]" for n in value.numbers)
    return text if value.numbers else f"{text} ({_unverified()})"


def _unverified() -> str:
    return QCoreApplication.translate("Card", "unverified")


def escape(text: str) -> str:
    """Return text in which no sign means anything to Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _native(entry: Entry) -> list[str]:
    names = other_names(entry.row, shown_language())
    return [" · ".join(names)] if names else []


def _line_under(entry: Entry) -> str:
    row = entry.row
    parts = [kind_label(row.kind)]
    if row.status is not None:
        parts.append(status_label(row.status))
    parts += [nation_label(code) for code in row.nations]
    parts += [phase_label(phase) for phase in row.phases]
    day = QCoreApplication.translate("Card", "as known on {day}").format(day=format_day(entry.as_of))
    return " · ".join([*parts, day])


def _blocks(card: Card) -> Iterator[str]:
    entry = card.entry
    translate = QCoreApplication.translate
    yield f"# {escape(main_name(entry.row, shown_language()))}"
    yield "\n".join(escape(line) for line in _native(entry))
    yield f"*{escape(_line_under(entry))}*"
    yield f"**{escape(card.overdue)}**" if card.overdue else ""
    yield from (escape(part) for part in entry.summary.strip().split("\n\n"))
    yield _fact_table(card)
    yield _section(_to_scale(), (f"- {_drawing(profile, card)}" for profile in entry.profiles))
    lists = [(fact.label, fact.values) for fact in card.lists]
    lists += [(translate("Card", "Results"), card.results), (translate("Card", "Remarks"), card.remarks)]
    for heading, values in lists:
        yield _section(heading, (f"- {_value(value)}" for value in values))
    yield from _history_blocks(card)
    yield _section(
        translate("Card", "Events"),
        (f"- {escape(e.when)}: {escape(e.title)}{_marks(e.numbers)}{_planned(e.basis)}" for e in card.events),
    )
    yield _section(
        translate("Card", "Relations"),
        (
            f"- {escape(relation_label(kind))}: "
            + ", ".join(f"[{escape(r.name)}](atlas://{r.kind}/{r.slug})" for r in found)
            for kind, found in card.relations
        ),
    )
    yield _section(translate("Card", "Quotations"), _quotes(card), gap="\n\n")
    yield _section(translate("Card", "Pictures"), (f"- {_picture(p, card)}" for p in entry.pictures))
    yield _section(
        translate("Card", "Sources"), (f"{n}. {escape(_source(card, n))}" for n in range(1, len(card.sources) + 1))
    )


def _section(heading: str, lines: Iterable[str], gap: str = "\n") -> str:
    body = gap.join(lines)
    return f"## {heading}\n\n{body}" if body else ""


def _marks(numbers: Iterable[int]) -> str:
    text = "".join(f" [{n}]" for n in numbers)
    return text or f" *({_unverified()})*"


def _planned(basis: Basis) -> str:
    return "" if basis is Basis.ACTUAL else f" ({basis_label(basis)})"


def _value(value: Value) -> str:
    text = f"{escape(value.text)}{_planned(value.basis)}{_marks(value.numbers)}"
    for other in value.others:
        differ = QCoreApplication.translate("Card", "sources differ:")
        text += f"; {differ} {escape(other.text)}{_marks(other.numbers)}"
    return f"{text}; {escape(value.note)}" if value.note else text


def _fact_table(card: Card) -> str:
    translate = QCoreApplication.translate
    rows = [f"| {escape(f.label)} | {'; '.join(_value(value) for value in f.values)} |" for f in card.facts]
    if card.other_names:
        names = " · ".join(card.other_names)
        rows.append(f"| {escape(translate('Card', 'Other names'))} | {escape(names)} |")
    if not rows:
        return ""
    return "\n".join([f"| {translate('Card', 'Fact')} | {translate('Card', 'Value')} |", "|---|---|", *rows])


def _history_blocks(card: Card) -> Iterator[str]:
    heading = QCoreApplication.translate("Card", "What was said, and when")
    for position, history in enumerate(card.histories):
        lines = (
            f"- {escape(format_partial(step.said))}: {escape(step.text)}{_planned(step.basis)}"
            f"{f', {escape(step.by)}' if step.by else ''}{_marks(step.numbers)}"
            for step in history.steps
        )
        slip = f" ({escape(history.slip)})" if history.slip else ""
        block = f"**{escape(history.label)}**{slip}\n\n" + "\n".join(lines)
        yield block if position else f"## {heading}\n\n{block}"


def _quotes(card: Card) -> Iterator[str]:
    for quote in card.entry.quotes:
        who = [quote.speaker, quote.office, format_partial(quote.said) if quote.said else None]
        by = ", ".join(part for part in who if part)
        yield f"> {escape(quote.text)}\n>\n> — {escape(by)}{_marks(marks(quote.sources, card.numbers))}"


def _picture(picture: Picture, card: Card) -> str:
    """Return a picture's caption with everything that must go with it, and how it was made."""
    parts = [picture_credit(picture)]
    if picture.made:
        parts.append(f"{picture.made} ({picture.file})")
    return _told(f"{picture.caption.rstrip('.')}.", picture.sources, ". ".join(parts), card)


def _to_scale() -> str:
    return QCoreApplication.translate("Card", "To scale")


def _drawing(profile: Profile, card: Card, write: Callable[[str], str] = escape) -> str:
    """Return what a line drawing shows, with everything that must go with it, and how it was made."""
    title = part_title(profile, main_name(card.entry.row, shown_language()))
    words = size_sentence(title, Size(profile.width_m, profile.height_m))
    return _told(words, profile.sources, f"{credit(profile)}. {profile.made} ({profile.file})", card, write)


def _told(text: str, sources: Iterable[Source], rest: str, card: Card, write: Callable[[str], str] = escape) -> str:
    # what the atlas made of data alone has no source to name, and is verified all the same
    numbers = "".join(f" [{n}]" for n in marks(sources, card.numbers))
    return f"{write(text)}{numbers} {write(rest)}"


def _source(card: Card, number: int) -> str:
    source = card.sources[number - 1]
    undated = QCoreApplication.translate("Card", "undated")
    parts = [source.title, source.publisher, format_partial(source.date) if source.date else undated]
    kind = source_kind_label(source.kind)
    if kind:
        parts.append(kind)
    if source.url:
        parts.append(source.url)
    return ". ".join(part for part in parts if part)
