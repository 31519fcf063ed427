"""Many entries at once: CSV, JSON, GeoJSON and Markdown."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date

from atlas.domain.claim_lines import CLAIM_LINE_FIELDS, claim_lines
from atlas.domain.entries import Entry, EntryRow
from atlas.services.export.records import JsonObject, entry_object, names_object, row_object

CSV_COLUMNS = (
    "slug",
    "kind",
    "name_en",
    "name_zh",
    "name_ru",
    "status",
    "date_edtf",
    "date_earliest",
    "date_latest",
    "nations",
    "phase",
    "latitude_deg",
    "longitude_deg_east",
    "slip_days",
    "tagline",
    "as_of",
)
# the wide forms are read like the narrow ones by spreadsheets of East Asian systems
_UNSAFE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows_json(rows: Sequence[EntryRow]) -> str:
    """Return the array of `list --format json`."""
    return json.dumps([row_object(r) for r in rows], ensure_ascii=False, indent=1)


def entries_json(entries: Sequence[Entry]) -> str:
    """Return an array of full entries, each as `show --format json` writes it, without notes."""
    return json.dumps([entry_object(e) for e in entries], ensure_ascii=False, indent=1)


def rows_csv(rows: Sequence[EntryRow], as_of: date) -> str:
    """Return CSV (RFC 4180) with `CSV_COLUMNS`; units stand in the header, lists are joined by a semicolon."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for row in rows:
        span = row.when
        lat, lon = row.location if row.location else ("", "")
        writer.writerow(
            [
                row.slug,
                row.kind,
                *(_cell(row.names.get(lang)) for lang in ("en", "zh", "ru")),
                row.status or "",
                span.text if span else "",
                span.earliest if span and span.earliest else "",
                span.latest if span and span.latest else "",
                ";".join(row.nations),
                ";".join(row.phases),
                lat,
                lon,
                "" if row.slip_days is None else row.slip_days,
                _cell(row.tagline),
                as_of,
            ]
        )
    return stream.getvalue()


def claims_csv(entries: Iterable[Entry]) -> str:
    """Return CSV (RFC 4180) with one line a claim, in the columns of `ClaimLine`."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(CLAIM_LINE_FIELDS)
    for entry in entries:
        for line in claim_lines(entry):
            writer.writerow([cell if _is_number(cell) else _cell(str(cell or "")) for cell in line])
    return stream.getvalue()


def _is_number(cell: str | float | None) -> bool:
    """Tell a negative number, which may stay as it is, from a formula that begins with a minus."""
    try:
        float(cell if cell is not None else "")
    except ValueError:
        return False
    return True


def _cell(text: str | None) -> str:
    """Keep spreadsheet programs from taking text for a formula."""
    text = text or ""
    return f"'{text}" if text.startswith(_UNSAFE) else text


def rows_geojson(rows: Sequence[EntryRow], as_of: date, *, credit: str = "") -> str:
    """Return a FeatureCollection of points on the Moon; entries that are nowhere have a null geometry.

    RFC 7946 knows only the Earth: foreign members name the Moon and IAU_2015:30100, longitudes run 0–360 east.
    """
    features = [_feature(row) for row in rows]
    collection: JsonObject = {
        "type": "FeatureCollection",
        "body": "Moon",
        "as_of": as_of.isoformat(),
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:IAU:2015:30100"}},
        **({"credit": credit} if credit else {}),
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1)


def _feature(row: EntryRow) -> JsonObject:
    point = {"type": "Point", "coordinates": [row.location[1], row.location[0]]} if row.location else None
    properties = {
        **row_object(row),
        "nations": list(row.nations),
        "phase": [str(p) for p in row.phases],
        "tagline": row.tagline,
    }
    properties["name"] = row.name
    properties.update({f"name_{lang}": text for lang, text in names_object(row.names).items()})
    return {"type": "Feature", "id": row.slug, "geometry": point, "properties": properties}


def rows_markdown(rows: Sequence[EntryRow]) -> str:
    """Return a Markdown table."""
    lines = ["| name | 中文 | русский | kind | status | date | slug |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = (
            row.name,
            row.names.get("zh", ""),
            row.names.get("ru", ""),
            str(row.kind),
            str(row.status or ""),
            row.when.text if row.when else "",
            row.slug,
        )
        lines.append("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |")
    return "\n".join(lines) + "\n"
