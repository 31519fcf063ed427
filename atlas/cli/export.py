"""`ilrs-atlas export`: writes the entries that pass the filters to a file."""

import argparse
from pathlib import Path

from atlas.cli.errors import CliError
from atlas.cli.listing import chosen_rows
from atlas.paths import Paths
from atlas.services.export.formats import Format, export_entries, format_of
from atlas.store.catalogue import Catalogue

_WRITTEN_OUT = frozenset({"md", "pdf"})
"""Formats with days and numbers in words; the others are for programs and need no Qt."""


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Write the file. Raises CliError for what can't be written, and leaves then what was there before."""
    target: Path = args.output
    chosen = _format(target)
    if not target.absolute().parent.is_dir():
        raise CliError(f"there is no folder {target.absolute().parent} to write into")
    catalogue = Catalogue.open(paths.catalogue)
    rows, as_of = chosen_rows(args, catalogue)
    entries = [catalogue.entry(row.slug, as_of) for row in rows]
    fonts = _fonts(chosen)
    if chosen.id in _WRITTEN_OUT:
        from atlas.services.language import speak_english

        speak_english()
    try:
        export_entries(entries, target, chosen.id, as_of=as_of, catalogue_day=catalogue.date, resources=paths.resources)
    except OSError as error:
        from atlas.services.export.words import failure_sentence

        raise CliError(failure_sentence(error, target)) from error
    finally:
        del fonts
    return 0


def _format(target: Path) -> Format:
    try:
        return format_of(target)
    except ValueError as error:
        raise CliError(str(error)) from error


def _fonts(chosen: Format) -> object:
    """Return what a format needs for its fonts: an application object for a PDF."""
    if chosen.id != "pdf":
        return None
    from atlas.cli.offscreen import application

    return application()
