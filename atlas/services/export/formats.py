"""The formats that entries can be written in: one table, read by the command line and the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from atlas.domain.entries import Entry
from atlas.services.export.files import write_atomically

TITLE: Final = "ILRS Atlas"
LICENCE: Final = "CC BY 4.0"

Step = Callable[[], object]
"""Called once for each entry that was written; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written: entries as known on one day, out of the catalogue of another."""

    entries: tuple[Entry, ...]
    as_of: date
    catalogue_day: date
    licence: str = LICENCE
    resources: Path | None = None
    """The folder that pictures' files are named from; without it nothing is pictured."""

    @property
    def credit(self) -> str:
        """The line that every export carries which has room for one."""
        return credit_line(self.catalogue_day, self.licence)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its id, the ending of its files, and what turns an export into their bytes."""

    id: str
    suffix: str
    write: Callable[[Export, Step], bytes]


def credit_line(catalogue_day: date, licence: str = LICENCE) -> str:
    """Return `ILRS Atlas, catalogue of 2026-11-22, CC BY 4.0`; the same in every language."""
    return f"{TITLE}, catalogue of {catalogue_day.isoformat()}, {licence}"


def export_entries(
    entries: Sequence[Entry],
    target: Path,
    format_id: str | None = None,
    *,
    as_of: date,
    catalogue_day: date,
    licence: str = LICENCE,
    resources: Path | None = None,
    step: Step | None = None,
) -> int:
    """Write entries to a file, in the format of its ending if none is named, and return its size in bytes.

    `resources` is the folder that pictures' files are named from. The file that was there before stays until the new
    one is whole. Raises ValueError for an ending that is not one of ours, OSError where the file can't be written. A
    PDF needs a QGuiApplication.
    """
    chosen = format_of(target) if format_id is None else FORMATS[format_id]
    data = chosen.write(Export(tuple(entries), as_of, catalogue_day, licence, resources), step or _no_step)
    write_atomically(target, data)
    return len(data)


def format_of(path: Path) -> Format:
    """Return the format that a file's ending says. Raises ValueError with one sentence."""
    name = path.name.casefold()
    fitting = [f for f in FORMATS.values() if name.endswith(f.suffix) and name != f.suffix]
    if not fitting:
        raise ValueError(f"{path.name}: the ending says the format, one of {', '.join(endings())}")
    return max(fitting, key=_ending_length)


def endings() -> tuple[str, ...]:
    """Return the endings of all formats."""
    return tuple(f.suffix for f in FORMATS.values())


def _ending_length(chosen: Format) -> int:
    return len(chosen.suffix)


def _no_step() -> None:
    return None


def _text(text: str) -> bytes:
    return (text if text.endswith("\n") else f"{text}\n").encode("utf-8")


def _csv(export: Export, step: Step) -> bytes:
    from atlas.services.export.tables import rows_csv

    return _text(rows_csv([_stepped(e, step).row for e in export.entries], export.as_of))


def _claims(export: Export, step: Step) -> bytes:
    from atlas.services.export.tables import claims_csv

    return _text(claims_csv(_stepped(e, step) for e in export.entries))


def _json(export: Export, step: Step) -> bytes:
    from atlas.services.export.tables import entries_json

    return _text(entries_json([_stepped(e, step) for e in export.entries]))


def _geojson(export: Export, step: Step) -> bytes:
    from atlas.services.export.tables import rows_geojson

    rows = [_stepped(e, step).row for e in export.entries]
    return _text(rows_geojson(rows, export.as_of, credit=export.credit))


def _geopackage(export: Export, step: Step) -> bytes:
    from atlas.store.geopackage import geopackage

    entries = [_stepped(e, step) for e in export.entries]
    return geopackage(entries, title=TITLE, credit=export.credit, licence=export.licence, day=export.catalogue_day)


def _markdown(export: Export, step: Step) -> bytes:
    from atlas.services.card.markdown import entry_markdown

    cards = [entry_markdown(_stepped(e, step)) for e in export.entries]
    return _text("\n\n---\n\n".join([*cards, f"*{export.credit}*\n"]))


def _pdf(export: Export, step: Step) -> bytes:
    from atlas.services.export.pdf import pdf

    return pdf(export, step)


def _stepped(entry: Entry, step: Step) -> Entry:
    step()
    return entry


_ALL: Final = (
    Format("csv", ".csv", _csv),
    Format("claims", ".claims.csv", _claims),
    Format("json", ".json", _json),
    Format("geojson", ".geojson", _geojson),
    Format("gpkg", ".gpkg", _geopackage),
    Format("md", ".md", _markdown),
    Format("pdf", ".pdf", _pdf),
)

FORMATS: Final[dict[str, Format]] = {f.id: f for f in _ALL}
"""Every format by its id, in the order in which they are offered."""
