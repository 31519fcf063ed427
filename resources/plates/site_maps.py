"""Developer's script: draws the plates of landing, impact and candidate sites listed in `site_maps.toml`.

    python resources/plates/site_maps.py --toolkit FOLDER [--changed] [--only ID …] [--jobs N] [--png FOLDER]

Needs the development environment, a compiled catalogue, the fonts of `sheet.py`, and for globes the unpacked PyPI
wheel `lunar-toolkit` 0.1.0 (see `resources/terrain/derive.py`), whose global mosaic is finer than the one that ships.
Every plate is drawn in a process of its own; the same input, fonts and library versions give the same bytes.
`sites/ORIGIN.toml` says of every file what it was made from; `--changed` draws only what differs from that. A plate's
caption, credit, licence and date stand in the `[[picture]]` of its entry: without them the catalogue is not compiled.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import sys
import time
from pathlib import Path
from typing import Final

sys.dont_write_bytecode = True
HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import globe  # noqa: E402
import land  # noqa: E402
import plate_files  # noqa: E402
import sheet  # noqa: E402
from plate_list import FOLDER, Plate, Subject, read_plates, subject  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402

from atlas.paths import Paths  # noqa: E402
from atlas.services.map.sunlit import SunlitRelief  # noqa: E402
from atlas.services.sky import Sky  # noqa: E402
from atlas.services.terrain import GroundPictures, Terrain  # noqa: E402
from atlas.store.catalogue import Catalogue  # noqa: E402

ORIGIN: Final = FOLDER / "ORIGIN.toml"
_HEAD: Final = (
    "# Written by resources/plates/site_maps.py: `sha256` of every plate and of what it was drawn from",
    "# (the scripts, the terrain's record, its table in site_maps.toml, what the catalogue says of its entry).",
)
_DRAWN_WITH: Final = ("site_maps.py", "sheet.py", "land.py", "globe.py", "plate_list.py", "plate_files.py")


def main() -> None:
    """Draw what is asked for and record it."""
    args = _arguments()
    FOLDER.mkdir(exist_ok=True)
    plates = read_plates()
    paths = Paths.find()
    catalogue = Catalogue.open(paths.catalogue)
    stamps = {plate.id: _stamp(plate, subject(plate, catalogue), paths) for plate in plates}
    before = plate_files.recorded(ORIGIN)
    wanted = [p for p in plates if (not args.only or p.id in args.only)]
    if args.changed:
        wanted = [p for p in wanted if before.get(p.id) != stamps[p.id] or not p.file.is_file()]
    begun = time.monotonic()
    jobs = [(plate, args.toolkit, args.png) for plate in wanted]
    # a process for each: Qt's outlines of letters depend by a trace on what was lettered before
    with multiprocessing.get_context("spawn").Pool(args.jobs, maxtasksperchild=1) as pool:
        for plate, size in zip(wanted, pool.imap(_draw, jobs, chunksize=1), strict=True):
            print(f"{plate.id:44} {size / 1000:6.0f} kB", flush=True)
            before[plate.id] = stamps[plate.id]
    for stray in set(FOLDER.glob("*.webp")) - {p.file for p in plates}:
        stray.unlink()
    plate_files.record(ORIGIN, _HEAD, [p.file for p in plates], before)
    total = sum(p.file.stat().st_size for p in plates if p.file.is_file())
    spent = time.monotonic() - begun
    print(f"{len(wanted)} of {len(plates)} plates drawn in {spent:.0f} s; {total / 1e6:.1f} MB in all")


def _draw(job: tuple[Plate, Path | None, Path | None]) -> int:
    """Draw one plate in a process of its own; return the bytes of its file."""
    plate, toolkit, png = job
    application = QGuiApplication(sys.argv[:1])
    sheet.check_fonts()
    paths = Paths.find()
    catalogue = Catalogue.open(paths.catalogue)
    about = subject(plate, catalogue)
    if plate.style == "globe":
        image = globe.draw(plate, about, globe.Mosaic.read(toolkit))
    else:
        image = land.draw(plate, about, _studio(paths, catalogue))
    size = plate_files.write(image, plate.file, png)
    del application
    return size


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--toolkit", type=Path, help="folder into which the wheel lunar-toolkit 0.1.0 was unpacked")
    parser.add_argument("--changed", action="store_true", help="draw only what differs from sites/ORIGIN.toml")
    parser.add_argument("--only", nargs="+", metavar="ID", help="draw only these")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes at a time; default: 1")
    parser.add_argument("--png", type=Path, metavar="FOLDER", help="write PNGs there too, to look at")
    return parser.parse_args()


def _studio(paths: Paths, catalogue: Catalogue) -> land.Studio:
    terrain, sky = Terrain(paths.terrain), Sky.load(paths.sky)
    return land.Studio(
        terrain, GroundPictures(paths.terrain), sky, SunlitRelief(sky, terrain), catalogue.places(catalogue.date)
    )


def _stamp(plate: Plate, about: Subject, paths: Paths) -> str:
    """Return a digest of everything a plate is made from, fonts and libraries apart."""
    total = hashlib.sha256()
    for name in _DRAWN_WITH:
        total.update((HERE / name).read_bytes())
    total.update((paths.terrain / "ORIGIN.toml").read_bytes())
    said = (sorted(about.names.items()), about.tagline, about.marker, about.region, about.place)
    total.update(repr((plate, said)).encode())
    return total.hexdigest()


if __name__ == "__main__":
    main()
