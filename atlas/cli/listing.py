"""The commands list, show and search."""

import argparse
import json
import unicodedata
from collections.abc import Sequence
from datetime import date

from atlas.cli.errors import CliError
from atlas.cli.output import write_out
from atlas.domain.entries import EntryRow
from atlas.domain.facets import Filter, filtered
from atlas.paths import Paths
from atlas.services.export.records import JsonObject, entry_object, hit_object
from atlas.services.export.tables import rows_csv, rows_geojson, rows_json, rows_markdown
from atlas.store.catalogue import Catalogue
from atlas.store.errors import UnknownSlugError


def chosen_rows(args: argparse.Namespace, catalogue: Catalogue) -> tuple[list[EntryRow], date]:
    """Return the entries that pass the filters of the command line, and the day they are known on."""
    as_of = args.as_of or catalogue.date
    wanted = Filter(frozenset(args.kind), frozenset(args.nation), frozenset(args.status), frozenset(args.phase))
    rows, _ = filtered(catalogue.snapshot(as_of).rows, wanted)
    return rows, as_of


def run_list(args: argparse.Namespace, paths: Paths) -> int:
    """List the entries that pass the filters."""
    catalogue = Catalogue.open(paths.catalogue)
    rows, as_of = chosen_rows(args, catalogue)
    match args.format:
        case "json":
            write_out(rows_json(rows))
        case "csv":
            write_out(rows_csv(rows, as_of))
        case "geojson":
            write_out(rows_geojson(rows, as_of))
        case "markdown":
            write_out(rows_markdown(rows))
        case _:
            cells = [(r.slug, str(r.kind), str(r.status or ""), r.when.text if r.when else "", r.name) for r in rows]
            write_out(_table(("slug", "kind", "status", "date", "name"), cells))
    return 0


def run_show(args: argparse.Namespace, paths: Paths) -> int:
    """Show one entry."""
    catalogue = Catalogue.open(paths.catalogue)
    as_of = args.as_of or catalogue.date
    try:
        entry = catalogue.entry(args.slug, as_of)
    except UnknownSlugError as error:
        raise CliError(_unknown(args.slug, as_of, catalogue)) from error
    if args.format == "json":
        write_out(json.dumps(entry_object(entry, _notes(entry.slug, paths)), ensure_ascii=False, indent=1))
    else:
        from atlas.services.card.markdown import entry_markdown
        from atlas.services.language import speak_english

        speak_english()
        write_out(entry_markdown(entry))
    return 0


def _unknown(slug: str, as_of: date, catalogue: Catalogue) -> str:
    try:
        catalogue.entry(slug, catalogue.date)
    except UnknownSlugError:
        import difflib

        near = difflib.get_close_matches(slug, [r.slug for r in catalogue.snapshot(catalogue.date).rows], n=3)
        hint = f" Did you mean {', '.join(near)}?" if near else " Find one with: ilrs-atlas search TEXT"
        return f"there is no entry {slug!r}.{hint}"
    return f"{slug!r} was not known yet on {as_of}"


def _notes(slug: str, paths: Paths) -> list[JsonObject]:
    if not paths.notebook.is_file():
        return []
    from atlas.cli.notebook import notes_on

    return notes_on(slug, paths)


def run_search(args: argparse.Namespace, paths: Paths) -> int:
    """Find entries, places and notes."""
    catalogue = Catalogue.open(paths.catalogue)
    text = " ".join(args.text)
    as_of = args.as_of or catalogue.date
    hits = [hit_object(h) for h in catalogue.search(text, as_of)]
    if paths.notebook.is_file():
        from atlas.cli.notebook import notes_found

        hits.extend(notes_found(text, paths, catalogue.snapshot(as_of).rows))
    if args.format == "json":
        write_out(json.dumps(hits, ensure_ascii=False, indent=1))
    elif hits:
        cells = [(h["slug"], h["kind"], h["status"] or "", h["date"] or "", h["name"]["en"]) for h in hits]
        write_out(_table(("slug", "kind", "status", "date", "name"), cells))
    return 0


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(_width(str(row[i])) for row in (header, *rows)) for i in range(len(header))]
    return "\n".join(
        "  ".join(_pad(str(cell), width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (header, *rows)
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
