"""Draws machines in line, to scale: `profiles.py NAME… | --changed | --all [-o FOLDER]`.

A developer's tool: it needs Blender as a module (`pip install bpy==5.0.1 numpy shapely`, Python 3.11) and neither the
application nor CI ever runs it. A subject's file lists its machines as PROFILES = {"entry" or "entry--part":
(function, degrees)}. A drawing is made once a plate of the same subject is recorded: that record says how much of the
machine is published, from which sources and since when. The drawings' own records, `content/profiles/machines.toml`,
are written from it.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from strokes import svg_text
from subject_code import fingerprint, listed

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = HERE / "profiles"
CONTENT: Final = HERE.parent / "content"
RECORDS: Final = CONTENT / "profiles" / "machines.toml"
LICENCE: Final = "CC BY 4.0"
CREDIT: Final = "ILRS Atlas"
_PLATE: Final = "Original illustration, "
_DRAWING: Final = "Original line drawing to scale, "
_HEAD: Final = """\
# Line drawings to scale, written by resources/plates/profiles.py, not by hand: what is said of a drawing comes from the
# record of the plate that was made from the same model.
"""
_ATTRIBUTE: Final = re.compile(r'data-(width-m|height-m|code)="([^"]*)"')

Record = dict[str, Any]


@dataclass(frozen=True)
class Subject:
    """A machine that can be drawn: its name in PROFILES, its file, its entry and the record of its plate."""

    name: str
    file: Path
    entry: Record
    plate: Record | None

    @property
    def slug(self) -> str:
        """The entry that it belongs to."""
        return self.name.partition("--")[0]

    @property
    def part(self) -> str:
        """Which part of the entry it is, in words; empty for all of it."""
        return self.name.partition("--")[2].replace("-", " ")

    @property
    def title(self) -> str:
        """What it is called."""
        named = [name["en"] for name in self.entry["name"] if "en" in name][-1]
        return f"{named}: {self.part}" if self.part else str(named)

    @property
    def made(self) -> str:
        """How it was drawn, and how much of the machine is published, as its plate says."""
        said = str(self.plate["made"]) if self.plate else ""
        return said.replace(_PLATE, _DRAWING, 1).replace(" with Blender", "", 1)


def subjects() -> dict[str, Subject]:
    """Find every machine that a subject's file lists under PROFILES."""
    entries = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in CONTENT.glob("*/*.toml")}
    found = {}
    for name, file in listed("PROFILES").items():
        slug = name.partition("--")[0]
        if slug in entries:
            found[name] = Subject(name, file, entries[slug], _plate(file, entries, slug))
        else:
            sys.stdout.write(f"{name}: no entry is called {slug}\n")
    return found


def _plate(file: Path, entries: dict[str, Record], slug: str) -> Record | None:
    """Return the record of a plate that was drawn from a file, the entry's own if it has one."""
    mark = f"resources/plates/subjects/{file.name}"
    for entry in (entries[slug], *entries.values()):
        for picture in entry.get("picture", ()):
            if mark in picture.get("made", ""):
                return dict(picture)
    return None


def _attributes(file: Path) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(file.read_text(encoding="utf-8")[:600]))


def _changed(subject: Subject) -> bool:
    file = FOLDER / f"{subject.name}.svg"
    return not file.exists() or _attributes(file)["code"] != fingerprint(subject.file)


def _draw(subject: Subject, folder: Path) -> None:
    from kit import lines, stage
    from kit.assembly import Assembly

    began = time.monotonic()
    stage.empty()
    build, turn = importlib.import_module(f"subjects.{subject.file.stem}").PROFILES[subject.name]
    build(Assembly())
    drawing = lines.draw(float(turn))
    words = f"{subject.made}. {CREDIT}, {LICENCE}. One unit is one millimetre."
    text = svg_text(drawing.box, drawing.body, drawing.layers, (subject.title, words), fingerprint(subject.file))
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{subject.name}.part"
    part.write_text(text, encoding="utf-8")
    part.replace(folder / f"{subject.name}.svg")
    left, low, right, high = drawing.box
    sys.stdout.write(
        f"{subject.name}: {right - left:.2f} m x {high - low:.2f} m, {len(text)} bytes, "
        f"{time.monotonic() - began:.1f} s\n"
    )


def write_records(known: Iterable[Subject]) -> int:
    """Write the records of all drawings that are there; a drawing keeps the day on which its code last changed."""
    before = tomllib.loads(RECORDS.read_text(encoding="utf-8")).get("profile", []) if RECORDS.exists() else []
    days = {(row["file"], row["code"]): row["date"] for row in before}
    today = datetime.now(tz=UTC).date().isoformat()
    rows = []
    for subject in sorted(known, key=lambda s: s.name):
        file = FOLDER / f"{subject.name}.svg"
        if file.exists() and subject.plate is not None:
            rows.append(_record(subject, _attributes(file), days, today))
    RECORDS.parent.mkdir(exist_ok=True)
    part = RECORDS.with_suffix(".part")
    part.write_text("\n".join([_HEAD, *rows]), encoding="utf-8")
    part.replace(RECORDS)
    return len(rows)


def _record(subject: Subject, drawn: dict[str, str], days: dict[tuple[str, str], str], today: str) -> str:
    assert subject.plate is not None
    name = f"plates/profiles/{subject.name}.svg"
    rows = {
        "entry": subject.slug,
        "part": subject.part,
        "file": name,
        "width_m": float(drawn["width-m"]),
        "height_m": float(drawn["height-m"]),
        "made": subject.made,
        "credit": CREDIT,
        "licence": LICENCE,
        "date": days.get((name, drawn["code"]), today),
        "known": subject.plate["known"],
        "code": drawn["code"],
        "sources": subject.plate.get("sources", []),
    }
    return "[[profile]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in rows.items() if value != "")


def _toml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, float):
        return repr(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> int:
    """Draw what was asked for, and record what is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("name", nargs="*", help="a machine's name in PROFILES; none: list them")
    parser.add_argument("--changed", action="store_true", help="every machine whose subject's code changed since")
    parser.add_argument("--all", action="store_true", help="every machine, after a change of the kit")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, help="another folder, to look at: no records")
    options = parser.parse_args()
    known = subjects()
    unknown = [name for name in options.name if name not in known]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(known)}")
    chosen = [
        subject
        for name, subject in known.items()
        if options.all or name in options.name or (options.changed and _changed(subject))
    ]
    if not chosen and not options.changed:
        sys.stdout.write("\n".join(known) + "\n")
    for subject in chosen:
        if subject.plate is None and options.output == FOLDER:
            sys.stdout.write(f"{subject.name}: waits for the record of a plate drawn by {subject.file.name}\n")
        else:
            _draw(subject, options.output)
    if options.output == FOLDER:
        sys.stdout.write(f"{write_records(known.values())} records in {RECORDS.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
