"""Checks entry and source files against the vocabularies and builds their records."""

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from atlas.content.fields import Fields, is_slug
from atlas.content.pictures import check_picture
from atlas.content.reader import Document, Problem, Table
from atlas.content.records import (
    ClaimRecord,
    EntryRecord,
    NameRecord,
    PictureRecord,
    QuoteRecord,
    RelationRecord,
    SourceRecord,
)
from atlas.domain.dates import last_day
from atlas.domain.properties import PROPERTIES, ValueType
from atlas.domain.vocabulary import (
    LANGUAGES,
    NATION_EU,
    NATION_INTERNATIONAL,
    RELATION_TYPES,
    Basis,
    Kind,
    SourceKind,
)

_NATION = re.compile(r"[A-Z]{2}")
_TABLES = ("name", "alias", "claim", "event", "relation", "quote", "picture")
_CLAIM_KEYS = (
    "property",
    "value",
    "unit",
    "uncertainty",
    "basis",
    "asserted",
    "known",
    "note",
    "replaces",
    "id",
    "sources",
)
_EVENT_KEYS = ("date", "title", "basis", "asserted", "known", "note", "sources")


def check_source(table: Table, problems: list[Problem]) -> SourceRecord | None:
    """Check one `[[source]]` table."""
    fields = Fields(table, problems)
    fields.only(("id", "title", "publisher", "date", "url", "language", "kind", "remark"))
    slug = fields.text("id")
    if slug and not is_slug(slug):
        fields.complain("id", f"id: expected lower-case words joined by hyphens, found {slug!r}")
    url = fields.optional_text("url")
    if url is not None and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc):
        fields.complain("url", f"url: expected an http or https address, found {url!r}")
    kind = fields.choice("kind", tuple(SourceKind))
    record = SourceRecord(
        slug,
        fields.text("title"),
        fields.text("publisher"),
        fields.partial_date("date"),
        url,
        fields.optional_text("language"),
        SourceKind(kind or SourceKind.SECONDARY),
        fields.optional_text("remark"),
    )
    return record if slug else None


class EntryChecker:
    """Checks entry files; all sources and entry slugs are known beforehand.

    Pictures' files are looked for under `shelf`.
    """

    def __init__(
        self,
        sources: dict[str, SourceRecord],
        slugs: Collection[str],
        catalogue_date: date,
        shelf: Path,
        problems: list[Problem],
    ) -> None:
        self._sources = sources
        self._slugs = slugs
        self._today = catalogue_date
        self._shelf = shelf
        self._problems = problems

    def picture(self, table: Table) -> PictureRecord:
        """Check one `[[picture]]`."""
        fields = Fields(table, self._problems)
        about = fields.slugs("about", self._slugs, "an entry")
        return check_picture(fields, self._source_ids(fields), about, self._shelf)

    def check(self, document: Document, kind: Kind, slug: str) -> EntryRecord:
        """Check one file and return its record (of use only if no problem was noted)."""
        top = Fields(document.top, self._problems)
        top.only(("tagline", "summary", "nations", "former_slugs"))
        for name, tables in document.tables.items():
            if name not in _TABLES:
                self._problems.append(
                    Problem(
                        document.top.file, tables[0].line, f"unknown table [[{name}]]: expected {', '.join(_TABLES)}"
                    )
                )
        if not is_slug(slug):
            top.complain(
                "", f"the file's name is the slug: expected lower-case words joined by hyphens, found {slug!r}"
            )
        entry = EntryRecord(
            slug,
            kind,
            document.top.file,
            top.text("tagline"),
            top.text("summary"),
            self._nations(top),
            top.texts("former_slugs"),
        )
        if len(entry.tagline) > 80:
            top.complain("tagline", f"tagline: expected at most 80 characters, found {len(entry.tagline)}")
        rows = document.tables
        for table in rows.get("name", []):
            entry.names.extend(self._names(Fields(table, self._problems)))
        for table in rows.get("alias", []):
            entry.names.extend(self._alias(Fields(table, self._problems)))
        if not any(n.role == "main" and n.lang == "en" for n in entry.names):
            top.complain("", 'expected a [[name]] with en = "…"')
        self._claims(entry, rows)
        for table in rows.get("relation", []):
            entry.relations.extend(self._relation(Fields(table, self._problems), slug))
        for table in rows.get("quote", []):
            entry.quotes.extend(self._quote(Fields(table, self._problems)))
        entry.pictures.extend(self.picture(table) for table in rows.get("picture", []))
        if not entry.claims:
            top.complain(
                "", "expected at least one [[claim]] or [[event]]: an entry exists from the day its first is known"
            )
        return entry

    def _nations(self, fields: Fields) -> tuple[str, ...]:
        nations = fields.texts("nations")
        for nation in nations:
            if not _NATION.fullmatch(nation) and nation not in {NATION_EU, NATION_INTERNATIONAL}:
                fields.complain("nations", f"nations: expected ISO 3166 alpha-2 codes, EU or INT, found {nation!r}")
        return nations

    def _source_ids(self, fields: Fields) -> tuple[str, ...]:
        return fields.slugs("sources", self._sources, "a source in sources/*.toml")

    def _names(self, fields: Fields) -> list[NameRecord]:
        fields.only((*LANGUAGES, "known", "note", "sources"))
        known, note, sources = fields.day("known"), fields.optional_text("note"), self._source_ids(fields)
        texts = {lang: fields.optional_text(lang) for lang in LANGUAGES}
        if not any(texts.values()):
            fields.complain("", "expected at least one of en, zh, ru")
        return [NameRecord(lang, text, "main", known, note, sources) for lang, text in texts.items() if text]

    def _alias(self, fields: Fields) -> list[NameRecord]:
        fields.only(("text", "lang", "known", "note", "sources"))
        lang = fields.choice("lang", LANGUAGES)
        text = fields.text("text")
        if lang is None or not text:
            return []
        return [
            NameRecord(lang, text, "alias", fields.day("known"), fields.optional_text("note"), self._source_ids(fields))
        ]

    def _claims(self, entry: EntryRecord, rows: dict[str, list[Table]]) -> None:
        numbers: dict[str, int] = {}
        ids: set[str] = set()
        for table in rows.get("claim", []):
            fields = Fields(table, self._problems)
            fields.only(_CLAIM_KEYS)
            name = fields.choice("property", tuple(p for p in PROPERTIES if p != "event"))
            if name is None:
                continue
            record = self._claim(fields, entry.slug, name, numbers)
            if record is None:
                continue
            if record.slug in ids:
                fields.complain("id", f"id: {record.slug!r} stands twice")
            ids.add(record.slug)
            entry.claims.append(record)
        for claim, table in zip(list(entry.claims), rows.get("claim", []), strict=False):
            if claim.replaces is not None and claim.replaces not in ids:
                self._problems.append(
                    table.problem(
                        "replaces", f"replaces: expected the id of a claim of this file, found {claim.replaces!r}"
                    )
                )
        for number, table in enumerate(rows.get("event", []), 1):
            entry.claims.extend(self._event(Fields(table, self._problems), f"{entry.slug}#event-{number}"))

    def _claim(self, fields: Fields, slug: str, name: str, numbers: dict[str, int]) -> ClaimRecord | None:
        prop = PROPERTIES[name]
        value, span = fields.value(prop)
        basis = fields.choice("basis", tuple(Basis))
        asserted, known = fields.partial_date("asserted"), fields.day("known")
        uncertainty = fields.number("uncertainty")
        unit = fields.optional_text("unit") or prop.unit
        if "unit" in fields.table.data and prop.type is not ValueType.NUMBER:
            fields.complain("unit", f"unit: expected only with a number, {name} is {prop.type}")
        numbers[name] = numbers.get(name, 0) + 1
        given = fields.optional_text("id")
        claim_slug = f"{slug}#{given}" if given else f"{slug}#{name}-{numbers[name]}"
        replaces = fields.optional_text("replaces")
        sources = self._source_ids(fields)
        if value is None or basis is None:
            return None
        record = ClaimRecord(
            claim_slug,
            name,
            value,
            unit,
            uncertainty,
            Basis(basis),
            asserted or self._source_date(sources),
            known,
            span,
            None,
            fields.optional_text("note"),
            f"{slug}#{replaces}" if replaces else None,
            sources,
        )
        self._check_days(fields, record, "value")
        return record

    def _event(self, fields: Fields, slug: str) -> list[ClaimRecord]:
        fields.only(_EVENT_KEYS)
        span, title = fields.span("date"), fields.text("title")
        basis = fields.choice("basis", tuple(Basis))
        sources = self._source_ids(fields)
        if span is None or basis is None or not title:
            return []
        asserted = fields.partial_date("asserted") or self._source_date(sources)
        record = ClaimRecord(
            slug,
            "event",
            span.text,
            None,
            None,
            Basis(basis),
            asserted,
            fields.day("known"),
            span,
            title,
            fields.optional_text("note"),
            None,
            sources,
        )
        self._check_days(fields, record, "date")
        return [record]

    def _source_date(self, sources: tuple[str, ...]) -> str | None:
        """Return the date of the first source that has one: the day the claim was asserted, unless written."""
        return next((d for s in sources if (d := self._sources[s].date)), None)

    def _check_days(self, fields: Fields, record: ClaimRecord, value_key: str) -> None:
        for key in ("asserted", "known"):
            text = fields.table.data.get(key)
            if isinstance(text, str) and (fields.day(key) or self._today) > self._today:
                early = len(text) < 10 and text <= self._today.isoformat()
                if not early:
                    fields.complain(key, f"{key}: expected a day up to the catalogue's date {self._today}")
        if record.span is None or record.basis is not Basis.ACTUAL:
            return
        begins = record.span.earliest
        if begins is not None and begins > self._today:
            fields.complain(value_key, "expected basis planned: the date lies after the catalogue's own")
        written = fields.table.data.get("asserted")
        if begins is not None and isinstance(written, str) and last_day(written) < begins:
            fields.complain("asserted", "asserted: expected no day before the actual event itself")

    def _relation(self, fields: Fields, slug: str) -> list[RelationRecord]:
        fields.only(("type", "to", "known", "note", "sources"))
        kind = fields.choice("type", tuple(RELATION_TYPES))
        to = fields.text("to")
        if to and to not in self._slugs:
            fields.complain("to", f"to: expected the slug of an entry, found {to!r}")
            return []
        if to == slug:
            fields.complain("to", "to: expected another entry than this one")
        if kind is None or not to:
            return []
        return [RelationRecord(kind, to, fields.day("known"), fields.optional_text("note"), self._source_ids(fields))]

    def _quote(self, fields: Fields) -> list[QuoteRecord]:
        fields.only(("text", "speaker", "office", "said", "lang", "known", "note", "about", "sources"))
        sources = self._source_ids(fields)
        if not sources:
            fields.complain("sources", "sources: expected where the words were read; a quotation needs a source")
        lang = fields.optional_text("lang") or "en"
        return [
            QuoteRecord(
                fields.text("text"),
                fields.text("speaker"),
                fields.optional_text("office"),
                fields.partial_date("said"),
                lang,
                fields.day("known"),
                fields.optional_text("note"),
                fields.slugs("about", self._slugs, "an entry"),
                sources,
            )
        ]
