"""Developer's script: sets the plates of organisations, agreements and programmes from what the catalogue says of them.

    python resources/plates/typeset.py [--all | --check] [--png FOLDER]

Needs the development environment, a compiled catalogue and the fonts of `sheet.py`. It draws what changed, removes what
is no longer said, and writes the records (`resources/content/pictures/typeset.toml`); compile the catalogue after it.
`--check` only says which plates no longer say what the catalogue does.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Final

sys.dont_write_bytecode = True
HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import imprint  # noqa: E402
import plate_files  # noqa: E402
import sheet  # noqa: E402
import typeset_page  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402

from atlas.paths import Paths  # noqa: E402
from atlas.store.catalogue import Catalogue  # noqa: E402

FOLDER: Final = HERE / "typeset"
ORIGIN: Final = FOLDER / "ORIGIN.toml"
RECORDS: Final = HERE.parent / "content" / "pictures" / "typeset.toml"
_HEAD: Final = (
    "# Written by resources/plates/typeset.py: `sha256` of every plate and of what it says",
    "# (drawn again when that changes; after a change of the layout: --all).",
)


def main() -> int:
    """Draw what changed and write the records."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="draw every plate, after a change of the layout")
    parser.add_argument("--check", action="store_true", help="draw nothing; fail if a plate is not up to date")
    parser.add_argument("--png", type=Path, metavar="FOLDER", help="write PNGs there too, to look at")
    args = parser.parse_args()
    application = QGuiApplication(sys.argv[:1])
    catalogue = Catalogue.open(Paths.find().catalogue)
    said = imprint.all_editions(catalogue)
    before = plate_files.recorded(ORIGIN)
    if args.check:
        stale = [made.id for made in said if before.get(made.id) != made.digest]
        gone = sorted(set(before) - {made.id for made in said})
        if not stale and not gone and RECORDS.read_text(encoding="utf-8") != _page(said):
            stale = [RECORDS.name]
        print("\n".join([*stale, *gone]) or f"{len(said)} plates say what the catalogue does")
        return 1 if stale or gone else 0
    sheet.check_fonts()
    FOLDER.mkdir(exist_ok=True)
    files = {made.id: FOLDER / f"{made.id}.webp" for made in said}
    for made in said:
        if args.all or before.get(made.id) != made.digest or not files[made.id].is_file():
            size = plate_files.write(typeset_page.draw(made), files[made.id], args.png, flat=True)
            print(f"{made.id:50} {size / 1000:6.0f} kB", flush=True)
    for stray in set(FOLDER.glob("*.webp")) - set(files.values()):
        stray.unlink()
    plate_files.record(ORIGIN, _HEAD, files.values(), {made.id: made.digest for made in said})
    RECORDS.parent.mkdir(exist_ok=True)
    RECORDS.write_text(_page(said), encoding="utf-8")
    total = sum(file.stat().st_size for file in files.values())
    print(f"{len(said)} plates of {len({made.slug for made in said})} entries; {total / 1e6:.1f} MB in all")
    del application
    return 0


def _page(said: list[imprint.Imprint]) -> str:
    return "\n".join(_records(said)) + "\n"


def _records(said: list[imprint.Imprint]) -> list[str]:
    """Return the records; an edition stands in the place of the one before it."""
    lines = ["# Written by resources/plates/typeset.py; changes belong there."]
    before: dict[str, str] = {}
    for made in said:
        record = {
            "entry": made.slug,
            "id": f"typeset-{made.id}",
            "kind": "plate",
            "caption": imprint.caption(made),
            "alt": imprint.spoken(made),
            "credit": "ILRS Atlas",
            "licence": "CC BY 4.0",
            "file": f"plates/typeset/{made.id}.webp",
            "width": sheet.WIDTH,
            "height": sheet.HEIGHT,
            "date": "2026-11-22",
            "known": made.known.isoformat(),
            "made": "Typeset from the entry's claims by resources/plates/typeset.py; their sources stand with them",
        }
        if made.slug in before:
            record["replaces"] = before[made.slug]
        before[made.slug] = f"typeset-{made.id}"
        lines += ["", "[[picture]]", *(f"{key} = {_toml(value)}" for key, value in record.items())]
    return lines


def _toml(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    raise SystemExit(main())
