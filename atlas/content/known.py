"""Derives since when each claim, name, relation, quotation and picture could be known."""

from collections.abc import Mapping
from datetime import date

from atlas.content.reader import Problem
from atlas.content.records import ClaimRecord, EntryRecord, SourceRecord
from atlas.domain.dates import last_day
from atlas.domain.properties import PROPERTIES
from atlas.domain.vocabulary import Basis

_FALLBACK = ("launch", "first_flight", "started", "signed", "opened", "held", "founded", "landing")


def derive_known(entries: Mapping[str, EntryRecord], sources: Mapping[str, SourceRecord], today: date) -> list[Problem]:
    """Fill in every missing `known`, in place, and return what can't be right.

    A dated actual event is known from its own day; an undated actual fact from the event it belongs to; a plan or
    report from the day it was asserted; with neither, from the catalogue's own date.
    """
    problems: list[Problem] = []
    for entry in entries.values():
        _claims(entry, today)
        entry.known = min(c.known for c in entry.claims if c.known)
        for name in entry.names:
            name.known = name.known or entry.known
        if not any(n.known and n.known <= entry.known for n in entry.names if n.role == "main" and n.lang == "en"):
            problems.append(
                Problem(
                    entry.file,
                    1,
                    f"expected an English [[name]] known by {entry.known}, the day from which the entry exists",
                )
            )
        for quote in entry.quotes:
            said = quote.said or next((d for s in quote.sources if (d := sources[s].date)), None)
            quote.known = quote.known or (min(last_day(said), today) if said else today)
        for picture in entry.pictures:
            dated = next((d for s in picture.sources if (d := sources[s].date)), None)
            picture.known = picture.known or (last_day(dated) if dated else entry.known)
        for profile in entry.profiles:
            profile.known = profile.known or entry.known
    for entry in entries.values():
        for relation in entry.relations:
            other = entries[relation.to].known
            assert entry.known is not None
            assert other is not None
            relation.known = relation.known or max(entry.known, other)
    _shared_pictures(entries)
    return problems


def _shared_pictures(entries: Mapping[str, EntryRecord]) -> None:
    """Let a further entry show a picture once it is known what the two have to do with each other.

    A rocket on its pad does not stand on a mission's card before it was said that it launches the mission. What no
    relation joins, such as two landers of one make, shows it from the picture's own day.
    """
    related: dict[frozenset[str], date] = {}
    for entry in entries.values():
        for relation in entry.relations:
            both = frozenset((entry.slug, relation.to))
            related[both] = min(relation.known or date.max, related.get(both, date.max))
    for entry in entries.values():
        for picture in entry.pictures:
            since = picture.known or date.min
            picture.shared = {
                slug: max(since, related.get(frozenset((entry.slug, slug)), since)) for slug in picture.about
            }


def _claims(entry: EntryRecord, today: date) -> None:
    events: dict[str, date] = {}
    for claim in entry.claims:
        if claim.known is None and claim.basis is Basis.ACTUAL and claim.span is not None:
            claim.known = min(claim.span.latest or claim.span.earliest or today, today)
        if claim.basis is Basis.ACTUAL and claim.span is not None and claim.known is not None:
            events[claim.property] = min(claim.known, events.get(claim.property, date.max))
    for claim in entry.claims:
        if claim.known is None:
            claim.known = _undated(claim, events, today)


def _undated(claim: ClaimRecord, events: Mapping[str, date], today: date) -> date:
    if claim.basis is Basis.ACTUAL:
        for anchor in (*PROPERTIES[claim.property].anchors, *_FALLBACK):
            if anchor in events:
                return events[anchor]
    if claim.asserted:
        # a partial date counts from its last day, but nothing is known later than the catalogue knows it
        return min(last_day(claim.asserted), today)
    return today
