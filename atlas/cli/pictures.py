"""The commands `pictures list|add|find|export`: the user's own pictures from a script."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.cli.errors import CliError
from atlas.cli.holding import ask_window, held
from atlas.cli.output import write_out
from atlas.domain.own_pictures import (
    Batch,
    Keeping,
    Order,
    OwnPicture,
    PictureQuery,
    PictureWords,
    RefusedPicture,
    clean_words,
    picture_id,
)
from atlas.paths import Paths
from atlas.store.notebook import Notebook, NotebookError

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser
    from atlas.services.pictures.folder import PictureFolder
    from atlas.services.pictures.runs import Run

_PATIENCE_MS: Final = 3_600_000
"""A folder of ten thousand pictures takes the window some minutes."""


def add_pictures_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `pictures list|add|find|export`."""
    pictures = commands.add_parser("pictures", help="list, add, find again or export your own pictures")
    steps = pictures.add_subparsers(
        dest="step", required=True, metavar="list|add|find|export", parser_class=type(pictures)
    )
    shown = steps.add_parser("list", help="list your own pictures; files that are missing are marked")
    shown.add_argument(
        "text", nargs="*", metavar="TEXT", help="only those whose caption, credit, licence or name has it"
    )
    shown.add_argument("--on", default="", metavar="SLUG", help="only those attached to an entry")
    shown.add_argument("--order", choices=tuple(Order), default=Order.ADDED)
    shown.add_argument("--format", choices=("table", "json"), default="table")
    add = steps.add_parser(
        "add", help="add pictures and whole folders of them; what is refused is told on standard error"
    )
    add.add_argument("files", nargs="+", type=Path, metavar="FILE|DIR")
    for name, told in (("caption", "what they show"), ("credit", "who made them"), ("licence", "such as 'CC BY 4.0'")):
        add.add_argument(f"--{name}", default="", metavar="TEXT", help=told)
    add.add_argument("--on", action="append", default=[], metavar="SLUG", help="attach them to an entry")
    add.add_argument("--keep", choices=("copy", "in-place"), help="default: copy up to 100 MB, leave more in place")
    find = steps.add_parser("find", help="search a folder for pictures whose file is missing")
    find.add_argument("folder", type=Path, metavar="DIR")
    export = steps.add_parser("export", help="write clean copies, without the place they were taken, into a folder")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument("slugs", nargs="*", metavar="picture.N", help="default: all")


def run_pictures(args: argparse.Namespace, paths: Paths) -> int:
    """Carry out one of the commands. Raises CliError."""
    step = {"list": _list, "add": _add, "find": _find, "export": _export}[args.step]
    try:
        return step(args, paths)
    except NotebookError as error:
        raise CliError(str(error)) from error
    except OSError as error:
        raise CliError(
            f"{error.filename or paths.data}: {error.strerror or error}. What was done before stays"
        ) from error


def _folder(paths: Paths) -> "PictureFolder":
    from atlas.services.pictures.folder import PictureFolder

    return PictureFolder(paths.data / "pictures")


def _open(paths: Paths) -> Notebook:
    return Notebook.open(paths.notebook, paths.notebook_migrations)


def _rows(paths: Paths, query: PictureQuery) -> list[OwnPicture]:
    if not paths.notebook.is_file():
        return []
    with _open(paths) as notebook:
        return notebook.pictures.rows(query)


def _list(args: argparse.Namespace, paths: Paths) -> int:
    rows = _rows(paths, PictureQuery(" ".join(args.text), args.on, Order(args.order)))
    folder = _folder(paths)
    if args.format == "json":
        write_out(json.dumps([_object(row, folder) for row in rows], ensure_ascii=False, indent=1))
        return 0
    lines: list[str] = []
    for row in rows:
        path = folder.path(row)
        said = " · ".join(part for part in (row.title.replace("\n", " "), row.credit, row.licence, row.taken) if part)
        lines.append(f"{row.slug}\t{said}\t{path}{'' if path.is_file() else '  (missing)'}")
    if lines:
        write_out("\n".join(lines))
    return 0


def _object(row: OwnPicture, folder: "PictureFolder") -> dict[str, object]:
    place, path = row.place, folder.path(row)
    return {
        "slug": row.slug, "caption": row.caption, "credit": row.credit, "licence": row.licence,
        "taken": row.taken or None, "added": row.added, "on": list(row.on),
        "place": {"lat": place.lat, "lon": place.lon, "radius_m": place.radius_m} if place else None,
        "width": row.width, "height": row.height, "mime": row.mime, "size": row.size, "sha256": row.digest,
        "keeping": row.keeping, "file": str(path), "missing": not path.is_file(),
    }  # fmt: skip


def _add(args: argparse.Namespace, paths: Paths) -> int:
    try:
        words = clean_words(PictureWords(args.caption, args.credit, args.licence, on=tuple(args.on)))
    except ValueError as error:
        raise CliError(str(error)) from error
    keeping = {"copy": Keeping.OWN, "in-place": Keeping.IN_PLACE, None: None}[args.keep]
    files = [file.absolute() for file in args.files]
    with held(paths) as ours:
        if not ours:
            from atlas.services.instance import AddPicturesRequest

            for file in files:
                request = AddPicturesRequest(
                    file, words.caption, words.credit, words.licence, words.on, str(keeping or "")
                )
                ask_window(paths, request, _PATIENCE_MS)
            print("The open window added them.", file=sys.stderr)
            return 0
        from atlas.services.pictures.importing import ImportRun

        folder = _folder(paths)
        folder.remove_parts()
        run = ImportRun(files, Batch(words, keeping), folder)
        _carry_out(run, paths)
    report = run.report()
    _tell_refused(report.refused)
    print(
        f"Added: {len(report.added)}; here already: {len(report.known)}; refused: {len(report.refused)}.",
        file=sys.stderr,
    )
    if report.refused and not (report.added or report.known):
        raise CliError("no picture was added")
    return 0


def _find(args: argparse.Namespace, paths: Paths) -> int:
    folder: Path = args.folder.absolute()
    if not folder.is_dir():
        raise CliError(f"there is no folder {folder}")
    with held(paths) as ours:
        if not ours:
            from atlas.services.instance import FileRequest

            ask_window(paths, FileRequest("find_pictures", folder), _PATIENCE_MS)
            print("The open window searched it.", file=sys.stderr)
            return 0
        from atlas.services.pictures.finding import FindRun

        run = FindRun(folder, _folder(paths))
        _carry_out(run, paths)
    _tell_refused(run.refused)
    print(f"Found again: {len(run.found)}; still missing: {run.still_missing}.", file=sys.stderr)
    return 0


def _export(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.services.pictures.exporting import ExportRun

    wanted = [picture_id(slug) for slug in args.slugs]
    if None in wanted:
        raise CliError(
            f"{args.slugs[wanted.index(None)]!r} is no picture of yours: they are named picture.1, picture.2 …"
        )
    ids = [number for number in wanted if number] or [row.id for row in _rows(paths, PictureQuery())]
    if not ids:
        raise CliError("there are no pictures of your own yet: nothing to export")
    run = ExportRun(ids, args.folder.absolute(), _folder(paths))
    _carry_out(run, paths)
    _tell_refused(run.refused)
    print(f"{args.folder}: {len(run.written)} {'picture' if len(run.written) == 1 else 'pictures'}", file=sys.stderr)
    return 0


def _carry_out(run: "Run", paths: Paths) -> None:
    from atlas.services.pictures.runs import carry_out

    told = _progress if sys.stderr.isatty() else None
    with _open(paths) as notebook:
        carry_out(run, notebook, told)


def _progress(done: int, total: int) -> None:
    print(f"\r{done} / {total} ", end="" if done < total or not total else "\n", file=sys.stderr, flush=True)


def _tell_refused(refused: "tuple[RefusedPicture, ...] | list[RefusedPicture]") -> None:
    for one in refused:
        name = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in one.file)
        print(f"refused: {name}: {one.reason}", file=sys.stderr)
