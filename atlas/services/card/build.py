"""What a card says, as plain data: every writer (HTML, Markdown, text) works from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.domain.claims import Claim, Holding, Source
from atlas.domain.entries import Entry, Relation
from atlas.domain.properties import EVENT_PROPERTIES, PROPERTIES, START_EVENTS
from atlas.domain.vocabulary import Basis, Status
from atlas.services.card.format import format_claim, format_day, format_days
from atlas.services.property_labels import property_label
from atlas.services.units import METRIC, Units

KEY_DATES: Final = (*START_EVENTS, "landing", "impact", "earth_return", "held", "completion")
"""Dated properties that stand among the key facts; the others are told under Events."""

_FEW: Final = 5
_SHORT: Final = 60
"""Facts that add up stay among the key facts up to so many values of so many letters."""

_NOT_FACTS: Final = frozenset({*EVENT_PROPERTIES, "remark", "result"} - set(KEY_DATES))


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its marks. `numbers` are positions in the card's list of sources, from 1."""

    text: str
    basis: Basis
    numbers: tuple[int, ...]
    note: str | None = None
    others: tuple["Value", ...] = ()
    """Values that other sources give instead."""

    @property
    def unverified(self) -> bool:
        """True where no source is given."""
        return not self.numbers


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts: a label and what holds, several values where they add up."""

    property: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A step of a history: when it was said, what, and by whom."""

    said: str
    text: str
    basis: Basis
    by: str
    numbers: tuple[int, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class History:
    """How what was said of one property changed, oldest first."""

    property: str
    label: str
    steps: tuple[Said, ...]
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated, in words."""

    when: str
    title: str
    basis: Basis
    numbers: tuple[int, ...]
    note: str | None
    order: date = date.min


@dataclass(frozen=True, slots=True)
class Card:
    """Everything a card shows, in the order in which it shows it; what is empty is left out."""

    entry: Entry
    sources: tuple[Source, ...]
    """Every source, in the order in which the card first names it."""
    overdue: str
    facts: tuple[Fact, ...]
    """Key facts, each with few short values."""
    lists: tuple[Fact, ...]
    """Facts of many or long values: payloads, plans, members."""
    histories: tuple[History, ...]
    events: tuple[Event, ...]
    results: tuple[Value, ...]
    remarks: tuple[Value, ...]
    other_names: tuple[str, ...]
    relations: tuple[tuple[str, tuple[Relation, ...]], ...]
    numbers: dict[str, int] = field(default_factory=dict)
    """Position of each source by its id, from 1."""


def build_card(entry: Entry, units: Units = METRIC) -> Card:
    """Return the card of an entry, its positions in the units given."""
    sources = _sources(entry)
    numbers = {source.id: position for position, source in enumerate(sources, start=1)}
    facts = _facts(entry, numbers, units)
    return Card(
        entry=entry,
        sources=sources,
        overdue=_overdue(entry),
        facts=tuple(fact for fact in facts if not _is_list(fact)),
        lists=tuple(fact for fact in facts if _is_list(fact)),
        histories=_histories(entry, numbers, units),
        events=_events(entry, numbers),
        results=_texts(entry, "result", numbers),
        remarks=_texts(entry, "remark", numbers),
        other_names=tuple(dict.fromkeys(name.text for name in entry.aliases)),
        relations=_relations(entry.relations),
        numbers=numbers,
    )


def _sources(entry: Entry) -> tuple[Source, ...]:
    shown = [h for h in entry.holdings if h.property not in _NOT_FACTS]
    rest = [h for h in entry.holdings if h.property in _NOT_FACTS]
    order: dict[str, Source] = {}
    for holding in (*shown, *rest):
        for claim in (holding.claim, *holding.disagreeing):
            order.update((source.id, source) for source in claim.sources if source.id not in order)
    order.update((source.id, source) for source in entry.sources if source.id not in order)
    return tuple(order.values())


def marks(sources: Iterable[Source], numbers: dict[str, int]) -> tuple[int, ...]:
    """Return the positions of sources in the card's list."""
    return tuple(sorted({numbers[source.id] for source in sources if source.id in numbers}))


def _value(claim: Claim, numbers: dict[str, int], others: tuple[Value, ...] = (), *, units: Units = METRIC) -> Value:
    text = format_claim(claim, units=units)
    return Value(text, claim.basis, marks(claim.sources, numbers), claim.note, others)


def _facts(entry: Entry, numbers: dict[str, int], units: Units) -> tuple[Fact, ...]:
    grouped: dict[str, list[Value]] = {}
    for holding in entry.holdings:
        if holding.property in _NOT_FACTS:
            continue
        others = tuple(_value(claim, numbers, units=units) for claim in holding.disagreeing)
        grouped.setdefault(holding.property, []).append(_value(holding.claim, numbers, others, units=units))
    return tuple(Fact(name, property_label(name), tuple(values)) for name, values in grouped.items())


def _is_list(fact: Fact) -> bool:
    if not PROPERTIES[fact.property].many:
        return False
    return len(fact.values) > _FEW or any(len(value.text) > _SHORT for value in fact.values)


def _texts(entry: Entry, name: str, numbers: dict[str, int]) -> tuple[Value, ...]:
    return tuple(_value(h.claim, numbers) for h in entry.holdings if h.property == name)


def _histories(entry: Entry, numbers: dict[str, int], units: Units) -> tuple[History, ...]:
    found: list[History] = []
    for holding in entry.holdings:
        if PROPERTIES[holding.property].many:
            continue
        steps = _steps(holding, numbers, units)
        if len({step.text for step in steps}) > 1:
            slip = _slip(entry) if holding.property in START_EVENTS else ""
            found.append(History(holding.property, property_label(holding.property), steps, slip))
    return tuple(found)


def _steps(holding: Holding, numbers: dict[str, int], units: Units) -> tuple[Said, ...]:
    return tuple(
        Said(
            said=_said(claim),
            text=format_claim(claim, units=units),
            basis=claim.basis,
            by=", ".join(dict.fromkeys(source.publisher for source in claim.sources)),
            numbers=marks(claim.sources, numbers),
            note=claim.note,
        )
        for claim in holding.history
    )


def _said(claim: Claim) -> str:
    # what happened was not said before it happened, however early its source
    if claim.asserted is None or claim.basis is Basis.ACTUAL:
        return claim.known.isoformat()
    return claim.asserted


def _slip(entry: Entry) -> str:
    days = entry.row.slip_days
    if not days:
        return ""
    translate = QCoreApplication.translate
    if days > 0:
        return translate("Card", "{time} later than first planned").format(time=format_days(days))
    return translate("Card", "{time} earlier than first planned").format(time=format_days(days))


def _events(entry: Entry, numbers: dict[str, int]) -> tuple[Event, ...]:
    dated = [h.claim for h in entry.holdings if h.property in EVENT_PROPERTIES]
    if all(claim.property in KEY_DATES for claim in dated):
        return ()
    events = [
        Event(
            when=format_claim(claim, short=True),
            title=claim.title or property_label(claim.property),
            basis=claim.basis,
            numbers=marks(claim.sources, numbers),
            note=claim.note,
            order=_order(claim),
        )
        for claim in dated
    ]
    return tuple(sorted(events, key=lambda event: event.order))


def _order(claim: Claim) -> date:
    span = claim.span
    return (span.earliest or span.latest or claim.known) if span is not None else claim.known


def _relations(relations: Iterable[Relation]) -> tuple[tuple[str, tuple[Relation, ...]], ...]:
    grouped: dict[str, dict[str, Relation]] = {}
    for relation in relations:
        grouped.setdefault(relation.type, {})[relation.slug] = relation
    return tuple((kind, tuple(found.values())) for kind, found in grouped.items())


def _overdue(entry: Entry) -> str:
    if entry.row.status is not Status.OVERDUE:
        return ""
    plan = next((h.claim for h in entry.holdings if h.property in (*START_EVENTS, "held", "landing")), None)
    if plan is None:
        return ""
    translate = QCoreApplication.translate
    return translate("Card", "Planned for {plan}; as of {day} the catalogue has no word that it happened.").format(
        plan=format_claim(plan), day=format_day(entry.as_of)
    )
