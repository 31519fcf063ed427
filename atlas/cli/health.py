"""The command check: says what is wrong with resources, catalogue and notebook, and what to do about it."""

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

from atlas.cli.output import write_out
from atlas.paths import Paths
from atlas.store.catalogue import Catalogue
from atlas.store.errors import CatalogueError


@dataclass(slots=True)
class Report:
    """What was found: problems in words, and counts of what there is."""

    problems: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def run_check(args: argparse.Namespace, paths: Paths) -> int:
    """Print the report; return 1 where a problem was found."""
    report = Report()
    _check_catalogue(paths, report)
    _check_bundled("terrain", paths.terrain, report)
    _check_bundled("sky", paths.sky, report)
    _check_own_terrain(paths, report)
    _check_notebook(paths, report)
    if args.format == "json":
        write_out(
            json.dumps(
                {"ok": not report.problems, "problems": report.problems, "counts": report.counts},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        lines = [f"{name.replace('_', ' ')}: {count}" for name, count in report.counts.items()]
        lines += [f"PROBLEM: {problem}" for problem in report.problems] or ["All is well."]
        write_out("\n".join(lines))
    return 1 if report.problems else 0


def _check_catalogue(paths: Paths, report: Report) -> None:
    try:
        catalogue = Catalogue.open(paths.catalogue)
    except CatalogueError as error:
        report.problems.append(str(error))
        return
    report.problems.extend(f"The catalogue is damaged: {found}" for found in dict.fromkeys(catalogue.problems()))
    report.counts.update(catalogue.counts())
    if paths.content.is_dir():
        from atlas.content.load import content_digest

        if content_digest(paths.content) != catalogue.meta["content_digest"]:
            report.problems.append(
                "The catalogue is older than its text files. Compile it again with: "
                f"ilrs-atlas catalogue build -o {paths.catalogue}"
            )
    _check_pictures(catalogue, paths, report)
    _check_drawings(catalogue, paths, report)
    catalogue.close()


def _check_pictures(catalogue: Catalogue, paths: Paths, report: Report) -> None:
    for _, picture in catalogue.pictures(catalogue.date):
        if picture.file is not None and not (paths.resources / picture.file).is_file():
            report.problems.append(
                f"The bundled picture {paths.resources / picture.file} is missing. Install the atlas again."
            )
    for record in sorted((paths.resources / "plates").glob("*/ORIGIN.toml")):
        _check_bundled(f"plates_{record.parent.name}", record.parent, report)


def _check_drawings(catalogue: Catalogue, paths: Paths, report: Report) -> None:
    from atlas.domain.line_drawing import read_drawing

    for profile in catalogue.profiles(catalogue.date):
        file = paths.resources / profile.file
        try:
            read_drawing(file.read_bytes())
        except OSError as error:
            report.problems.append(
                f"The bundled drawing {file} can't be read: {error.strerror}. Install the atlas again."
            )
        except ValueError as error:
            report.problems.append(f"The bundled drawing {file} is damaged: {error}. Install the atlas again.")


def _check_bundled(name: str, folder: Path, report: Report) -> None:
    import hashlib
    import tomllib

    record = folder / "ORIGIN.toml"
    if not record.is_file():
        report.problems.append(f"The bundled {name} is missing: there is no {record}. Install the atlas again.")
        return
    files = tomllib.loads(record.read_text(encoding="utf-8")).get("file", [])
    for entry in files:
        file = folder / entry["name"]
        if not file.is_file():
            report.problems.append(f"The bundled file {file} is missing. Install the atlas again.")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != entry["sha256"]:
            report.problems.append(f"The bundled file {file} is damaged. Install the atlas again.")
    report.counts[f"{name}_files"] = len(files)


def _check_own_terrain(paths: Paths, report: Report) -> None:
    if not paths.own_terrain.is_dir():
        return
    from atlas.services.terrain.library import Library

    library = Library(paths.own_terrain)
    report.problems.extend(library.problems())
    report.counts["own_terrains"] = len(library.records()[0])


def _check_notebook(paths: Paths, report: Report) -> None:
    if not paths.notebook.is_file():
        return
    from atlas.cli.notebook import check_notebook

    check_notebook(paths, report.problems, report.counts)
