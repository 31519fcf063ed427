"""Reads the pictures of the catalogue, for workers."""

from contextlib import closing
from datetime import date
from pathlib import Path

from atlas.domain.entries import Picture
from atlas.store.catalogue import Catalogue


def pictures_on(catalogue: Path, day: date) -> tuple[tuple[str, Picture], ...]:
    """Return every picture known on a day once for each entry that shows it, by slug. Raises CatalogueError."""
    with closing(Catalogue.open(catalogue)) as opened:
        return tuple(opened.pictures_on_entries(day))
