"""What a typeset plate says: names, dates, signatories and flights of an entry, as the catalogue holds them on a day.

Organisations, agreements and programmes have no look; their plates are set from their own data and from nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale

from atlas.domain.claims import Holding
from atlas.domain.entries import Entry, EntryRow
from atlas.domain.properties import EVENT_PROPERTIES
from atlas.domain.vocabulary import Basis, Kind
from atlas.services.card.format import format_claim, format_day, format_edtf, format_partial
from atlas.services.labels import kind_label
from atlas.services.nations import nation_label
from atlas.services.property_labels import property_label
from atlas.store.catalogue import Catalogue

KINDS: Final = (Kind.AGREEMENT, Kind.ORGANISATION, Kind.PROGRAMME)
DRAWN: Final = frozenset(
    {"artemis-base-camp", "china-crewed-landing", "gateway", "ilrs", "iss", "ru-crewed-lunar", "tiangong"}
)
"""Programmes whose machines are drawn instead."""
_LONGEST_QUOTE: Final = 330
_TOLD_ELSEWHERE: Final = frozenset({"remark", "plan"})
THREAD_DAY: Final = date(2021, 3, 10)
"""The day of the forum thread: what was known then has an edition of its own."""

_OPENING: Final = ("signed", "opened", "held", "founded", "announced", "started")
_FACTS: Final = (*_OPENING, "paused", "ended", "form", "headquarters", "head", "role", "definition", "effect", "cost")
_ROLL: Final = {
    Kind.AGREEMENT: ("signatory", "member"),
    Kind.ORGANISATION: (),
    Kind.PROGRAMME: ("member", "element"),
}
_LINKED: Final = {
    Kind.AGREEMENT: ("signed-by",),
    Kind.ORGANISATION: ("operates", "signed"),
    Kind.PROGRAMME: ("has-part",),
}


@dataclass(frozen=True)
class Line:
    """A label with what it says; `sure` is False for plans."""

    label: str
    text: str
    sure: bool = True


@dataclass(frozen=True)
class Tick:
    """A dated happening on the line of years."""

    day: date
    text: str
    sure: bool = True


@dataclass(frozen=True)
class Imprint:
    """A plate's whole text. `counts`: (day, members) as sources counted them; `quote`: words and who said them."""

    slug: str
    known: date
    kind: Kind
    heading: str
    names: tuple[tuple[str, str], ...]
    tagline: str
    opening: Tick | None
    facts: tuple[Line, ...]
    roll_title: str
    roll: tuple[Line, ...]
    counts: tuple[tuple[date, int], ...]
    quote: tuple[str, str] | None
    ticks: tuple[Tick, ...]

    @property
    def id(self) -> str:
        """The plate's file name without its ending: entry and the day from which it holds."""
        return f"{self.slug}-{self.known:%Y-%m-%d}"

    @property
    def digest(self) -> str:
        """A digest of all that the plate says."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def all_editions(catalogue: Catalogue) -> list[Imprint]:
    """Return every plate that should be there, entry by entry, oldest first."""
    rows = sorted(catalogue.snapshot(catalogue.date).rows, key=lambda row: row.slug)
    wanted = [row.slug for row in rows if row.kind in KINDS and row.slug not in DRAWN]
    return [made for slug in wanted for made in editions(catalogue, slug)]


def editions(catalogue: Catalogue, slug: str) -> list[Imprint]:
    """Return the plates of an entry, oldest first; each is known from the day on which what it says changed.

    An agreement has its first and the last of each year: who signs when is what it is about. The others have three:
    their first day, the thread's, and the newest.
    """
    now = catalogue.entry(slug, catalogue.date)
    first = _first_day(now)
    made: list[Imprint] = []
    for day in sorted({first, *_days(catalogue, now), max(THREAD_DAY, first)}):
        newest = imprint(catalogue, slug, day)
        if not made or replace(newest, known=made[-1].known) != made[-1]:
            made.append(newest)
    if now.row.kind is Kind.AGREEMENT:
        last_of_year = {m.known.year: m for m in made}
        return [m for m in made if m is made[0] or last_of_year[m.known.year] is m]
    thread = max(m.known for m in made if m.known <= max(THREAD_DAY, first))
    return [m for m in made if m.known in {first, thread, made[-1].known}]


def _days(catalogue: Catalogue, entry: Entry) -> set[date]:
    """Return the days on which something that the plate might say became known."""
    linked = [r.slug for r in entry.relations if r.type in _LINKED[entry.row.kind]]
    others = [catalogue.entry(slug, catalogue.date) for slug in linked]
    days = {
        claim.known for whole in (entry, *others) for claim in whole.claims if claim.property not in _TOLD_ELSEWHERE
    }
    return {day for day in days | {r.known for r in entry.relations} if day >= _first_day(entry)}


def _first_day(entry: Entry) -> date:
    return min(claim.known for claim in entry.claims)


def imprint(catalogue: Catalogue, slug: str, day: date) -> Imprint:
    """Read what holds for an entry on a day. The interface's language must be English."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    entry = catalogue.entry(slug, day)
    rows = {row.slug: row for row in catalogue.snapshot(day).rows}
    kind = entry.row.kind
    title, roll = _roll(entry, rows)
    return Imprint(
        slug,
        day,
        kind,
        " · ".join([kind_label(kind), *map(nation_label, entry.row.nations)]),
        tuple(sorted(entry.row.names.items())),
        entry.row.tagline,
        next(_openings(entry), None),
        tuple(_facts(entry)),
        title,
        roll,
        _counts(entry),
        _quote(entry),
        tuple(sorted(_ticks(entry, rows), key=lambda tick: (tick.day, tick.text))),
    )


def _openings(entry: Entry) -> Iterator[Tick]:
    for name in _OPENING:
        for holding in entry.holdings:
            day = _day(holding)
            if holding.property == name and day is not None:
                yield Tick(day, format_edtf(str(holding.claim.value)), holding.claim.basis is not Basis.PLANNED)


def _day(holding: Holding) -> date | None:
    span = holding.claim.span
    return (span.earliest or span.latest) if span is not None else None


def _facts(entry: Entry) -> Iterator[Line]:
    ranked = sorted((h for h in entry.holdings if h.property in _FACTS), key=lambda h: _FACTS.index(h.property))
    for holding in ranked:
        claim = holding.claim
        sure = claim.basis is not Basis.PLANNED
        yield Line(property_label(holding.property), format_claim(claim), sure)


def _roll(entry: Entry, rows: dict[str, EntryRow]) -> tuple[str, tuple[Line, ...]]:
    kind = entry.row.kind
    for name in _ROLL[kind]:
        said = [h.claim for h in entry.holdings if h.property == name]
        if len(said) > 1:
            ordered = sorted(said, key=lambda c: (c.known, str(c.value)))
            since = {c.known for c in said}
            lines = tuple(Line(_when(c.known, since), str(c.value), c.basis is not Basis.PLANNED) for c in ordered)
            return _TITLES[name], lines
    for link in _LINKED[kind]:
        linked = [rows[r.slug] for r in entry.relations if r.type == link and r.slug in rows]
        flights = [row for row in linked if kind is Kind.AGREEMENT or row.kind is Kind.MISSION]
        if len(flights) > 1:
            ordered_rows = sorted(flights, key=lambda row: (_row_day(row) or date.max, row.name))
            return _TITLES[link], tuple(Line(_row_year(row), row.name, not row.when_planned) for row in ordered_rows)
    return "", ()


_TITLES: Final = {
    "signatory": "Signatories named",
    "member": "Members named",
    "element": "Elements",
    "signed-by": "Signed by",
    "operates": "Flights",
    "signed": "Agreements",
    "has-part": "Flights",
}


def _when(known: date, all_known: set[date]) -> str:
    """Say when a member joined, where the claims tell members apart by their day."""
    return format_partial(known.isoformat()[:7], short=True) if len(all_known) > 1 else ""


def _row_day(row: EntryRow) -> date | None:
    return (row.when.earliest or row.when.latest) if row.when is not None else None


def _row_year(row: EntryRow) -> str:
    day = _row_day(row)
    return str(day.year) if day is not None else ""


def _quote(entry: Entry) -> tuple[str, str] | None:
    """Return words of the entry's own (or about it), the oldest that are short enough to be read on a plate."""
    fitting = [q for q in entry.quotes if len(q.text) <= _LONGEST_QUOTE and q.lang == "en"]
    own = [q for q in fitting if q.speaker in {name.text for name in entry.names}]
    for quote in (*own, *fitting):
        said = format_partial(quote.said) if quote.said else ""
        return f"“{quote.text}”", ", ".join(part for part in (quote.speaker, quote.office, said) if part)
    return None


def _counts(entry: Entry) -> tuple[tuple[date, int], ...]:
    said = [c for c in entry.claims if c.property == "member_count" and isinstance(c.value, int | float)]
    return tuple(sorted({(c.known, int(c.value)) for c in said if isinstance(c.value, int | float)}))


def _ticks(entry: Entry, rows: dict[str, EntryRow]) -> Iterator[Tick]:
    for holding in entry.holdings:
        day = _day(holding)
        if holding.property in EVENT_PROPERTIES and day is not None:
            text = holding.claim.title or property_label(holding.property)
            yield Tick(day, text, holding.claim.basis is not Basis.PLANNED)
    for link in _LINKED[entry.row.kind]:
        for relation in entry.relations:
            row = rows.get(relation.slug)
            day = _row_day(row) if row is not None and row.kind is Kind.MISSION else None
            if relation.type == link and row is not None and day is not None:
                yield Tick(day, row.name, not row.when_planned)


def caption(made: Imprint) -> str:
    """Say in one sentence what the plate shows."""
    return f"{dict(made.names)['en']} in names, dates and figures of this atlas, as known on {format_day(made.known)}."


def spoken(made: Imprint) -> str:
    """Say what the plate says, for those who can't see it."""
    parts = [", ".join(text for _, text in made.names), made.tagline]
    parts += [f"{fact.label}: {_told(fact)}" for fact in made.facts]
    if made.roll:
        parts.append(f"{made.roll_title}: " + ", ".join(map(_told, made.roll)))
    if made.counts:
        parts.append("Members counted: " + ", ".join(f"{n} in {day.year}" for day, n in made.counts))
    return ". ".join(part.strip(" .") for part in parts if part) + "."


def _told(line: Line) -> str:
    """Say of plans that they are plans, as the plate does by its type."""
    return line.text if line.sure else f"{line.text} (planned)"
