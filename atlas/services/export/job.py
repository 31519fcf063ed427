"""An export as one piece of work for another thread: plain data in, plain data out."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from atlas.domain.entries import Entry
from atlas.services.export.formats import export_entries, format_of
from atlas.services.tasks import CancelToken
from atlas.store.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to write where. The format is the one of the target's ending unless one is named."""

    catalogue: Path
    slugs: tuple[str, ...]
    as_of: date
    target: Path
    format_id: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    target: Path
    format_id: str
    entries: int
    size: int
    """Bytes."""


class Progress(CancelToken):
    """Counts the entries that are done; read by the window, counted up by the worker, which it can stop."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0

    def step(self) -> None:
        """Count one more entry. Raises CancelledError once nobody waits any more."""
        self.check()
        self.done += 1


def run_order(order: ExportOrder, progress: Progress) -> Exported:
    """Write an export with a catalogue of its own, so that any thread may do it.

    Raises OSError where the file can't be written, ValueError for an unknown ending, CatalogueError where the
    catalogue can't be read, CancelledError when stopped; then the file is as it was.
    """
    chosen = order.format_id or format_of(order.target).id
    with closing(Catalogue.open(order.catalogue)) as catalogue:
        entries = list(_entries(catalogue, order, progress))
        day = catalogue.date
    size = export_entries(
        entries,
        order.target,
        chosen,
        as_of=order.as_of,
        catalogue_day=day,
        # the catalogue names pictures from the folder that it lies in
        resources=order.catalogue.parent,
        step=progress.step,
    )
    return Exported(order.target, chosen, len(entries), size)


def _entries(catalogue: Catalogue, order: ExportOrder, progress: Progress) -> Iterator[Entry]:
    for slug in order.slugs:
        progress.check()
        yield catalogue.entry(slug, order.as_of)
