"""Entries as plain JSON objects: the stable form that `show`, `list`, `search` and `export` write."""

from collections.abc import Mapping, Sequence
from typing import Any

from atlas.domain.claims import Claim, Holding, Source
from atlas.domain.entries import Entry, EntryRow, Hit, Picture, Profile, Quote, Relation
from atlas.domain.properties import EVENT_PROPERTIES, PROPERTIES
from atlas.domain.vocabulary import LANGUAGES

JsonObject = dict[str, Any]


def names_object(names: Mapping[str, str]) -> JsonObject:
    """Return `{en, zh, ru}`; a language without a name is null."""
    return {lang: names.get(lang) for lang in LANGUAGES}


def row_object(row: EntryRow) -> JsonObject:
    """Return an item of `list --format json`."""
    return {
        "slug": row.slug,
        "kind": str(row.kind),
        "name": names_object(row.names),
        "status": str(row.status) if row.status else None,
        "date": row.when.text if row.when else None,
    }


def hit_object(hit: Hit) -> JsonObject:
    """Return an item of `search --format json`."""
    return {
        "slug": hit.slug,
        "kind": hit.kind,
        "name": names_object(hit.names),
        "status": str(hit.status) if hit.status else None,
        "date": hit.date,
    }


def entry_object(entry: Entry, notes: Sequence[JsonObject] = ()) -> JsonObject:
    """Return the object of `show --format json`; `notes` are the user's own."""
    row = entry.row
    superseded = superseded_ids(entry.holdings)
    facts = [claim_object(c, superseded.get(c.id)) for c in entry.claims if c.property != "event"]
    events = [c for c in (*(h.claim for h in entry.holdings), *_disagreeing(entry)) if c.property in EVENT_PROPERTIES]
    events.sort(key=lambda c: (c.span.earliest or c.span.latest or c.known if c.span else c.known, c.id))
    return {
        "slug": row.slug,
        "kind": str(row.kind),
        "name": names_object(row.names),
        "tagline": row.tagline,
        "summary": entry.summary,
        "status": str(row.status) if row.status else None,
        "date": row.when.text if row.when else None,
        "nations": list(row.nations),
        "phase": [str(p) for p in row.phases],
        "as_of": entry.as_of.isoformat(),
        "names": [
            {
                "text": n.text,
                "lang": n.lang,
                "role": n.role,
                "known": n.known.isoformat(),
                "sources": [s.id for s in n.sources],
                "note": n.note,
            }
            for n in entry.names
        ],
        "facts": facts,
        "events": [event_object(c) for c in events],
        "relations": [_relation(r) for r in entry.relations],
        "quotes": [_quote(q) for q in entry.quotes],
        "images": [_image(p) for p in entry.pictures],
        "profiles": [_profile(p) for p in entry.profiles],
        "sources": [source_object(s) for s in entry.sources],
        "notes": list(notes),
    }


def _disagreeing(entry: Entry) -> list[Claim]:
    return [c for h in entry.holdings for c in h.disagreeing]


def superseded_ids(holdings: Sequence[Holding]) -> dict[str, str]:
    """Return, by claim id, the id of the claim that took its place."""
    return {old.id: h.claim.id for h in holdings for old in h.superseded}


def claim_object(claim: Claim, superseded_by: str | None) -> JsonObject:
    """Return a fact of `show --format json`. `precision` is a date's, or a number's uncertainty in its unit."""
    value = list(claim.value) if isinstance(claim.value, tuple) else claim.value
    precision: str | float | None = str(claim.span.precision) if claim.span else claim.uncertainty
    return {
        "id": claim.id,
        "property": claim.property,
        "value": value,
        "unit": claim.unit,
        "precision": precision,
        "basis": str(claim.basis),
        "asserted": claim.asserted,
        "known": claim.known.isoformat(),
        "sources": [s.id for s in claim.sources],
        "unverified": claim.unverified,
        "superseded_by": superseded_by,
        "note": claim.note,
    }


def event_object(claim: Claim) -> JsonObject:
    """Return an event of `show --format json`."""
    span = claim.span
    return {
        "id": claim.id,
        "property": claim.property,
        "title": claim.title or PROPERTIES[claim.property].label,
        "date": claim.value,
        "earliest": span.earliest.isoformat() if span and span.earliest else None,
        "latest": span.latest.isoformat() if span and span.latest else None,
        "basis": str(claim.basis),
        "asserted": claim.asserted,
        "known": claim.known.isoformat(),
        "sources": [s.id for s in claim.sources],
        "unverified": claim.unverified,
        "note": claim.note,
    }


def source_object(source: Source) -> JsonObject:
    """Return `{id, title, publisher, date, url, language, kind, remark}`."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "language": source.language,
        "kind": str(source.kind),
        "remark": source.remark,
    }


def _relation(relation: Relation) -> JsonObject:
    return {
        "type": relation.type,
        "slug": relation.slug,
        "name": relation.name,
        "kind": str(relation.kind),
        "known": relation.known.isoformat(),
        "note": relation.note,
        "sources": [s.id for s in relation.sources],
    }


def _quote(quote: Quote) -> JsonObject:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "office": quote.office,
        "said": quote.said,
        "lang": quote.lang,
        "known": quote.known.isoformat(),
        "on": list(quote.on),
        "note": quote.note,
        "sources": [s.id for s in quote.sources],
    }


def _profile(profile: Profile) -> JsonObject:
    return {
        "part": profile.part or None,
        "file": profile.file,
        "width_m": profile.width_m,
        "height_m": profile.height_m,
        "made": profile.made,
        "credit": profile.credit,
        "licence": profile.licence,
        "date": profile.date,
        "known": profile.known.isoformat(),
        "sources": [s.id for s in profile.sources],
    }


def _image(picture: Picture) -> JsonObject:
    return {
        "id": picture.id,
        "kind": str(picture.kind),
        "caption": picture.caption,
        "alt": picture.alt,
        "credit": picture.credit,
        "licence": picture.licence,
        "file": picture.file,
        "width": picture.width,
        "height": picture.height,
        "date": picture.date,
        "made": picture.made,
        "known": picture.known.isoformat(),
        "note": picture.note,
        "sources": [s.id for s in picture.sources],
    }
