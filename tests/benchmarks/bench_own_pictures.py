"""How long ten thousand own pictures take: to record, list, search, describe, look for and find again.

Run it with: python tests/benchmarks/bench_own_pictures.py [number of records]
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from atlas.domain.own_pictures import (
    Batch,
    Keeping,
    NewPicture,
    Order,
    PictureEdit,
    PictureQuery,
    PictureWords,
)
from atlas.services.pictures import finding
from atlas.services.pictures.folder import PictureFolder
from atlas.services.pictures.importing import ImportRun
from atlas.services.pictures.runs import carry_out
from atlas.services.tasks import CancelToken
from atlas.store.notebook import Notebook

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"


def best(work: Callable[[], object], times: int = 5) -> float:
    """Return the shortest of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return min(taken)


def records(place: Path, count: int) -> list[NewPicture]:
    """Return records of files that exist, of no content."""
    place.mkdir()
    made = []
    for number in range(count):
        file = place / f"IMG_{number:05}.jpg"
        file.write_bytes(b"x" * (number % 977))
        os.utime(file, ns=(number, number))
        on = (f"entry-{number % 50}",) if number % 3 else ()
        words = PictureWords(
            f"picture {number} of the rim 月球南极", "Ann Example", "CC BY 4.0", f"{1990 + number % 35}", on
        )
        digest = f"{number:064x}"
        made.append(
            NewPicture(str(file), Keeping.IN_PLACE, words, number % 977, number, 4000, 3000, "image/jpeg", digest)
        )
    return made


def cameras(place: Path, count: int) -> None:
    """Make pictures of 12 megapixels, a few megabytes each."""
    import numpy as np
    from PIL import Image

    place.mkdir()
    rng = np.random.default_rng(6)
    for number in range(count):
        base = np.linspace(0, 200, 4000)[None, :, None] + rng.normal(20, 9, (3000, 4000, 3))
        Image.fromarray(base.clip(0, 255).astype("uint8")).save(place / f"{number}.jpg", quality=88)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        book = Notebook.open(place / "notebook.db", MIGRATIONS)
        folder = PictureFolder(place / "pictures")
        new = records(place / "mine", count)
        table = book.pictures
        lines = [(f"record {count}, one transaction", best(lambda: table.add(new), 1))]
        ids = [row.id for row in table.rows()]
        lines += [
            (f"list all ({len(ids)} rows)", best(table.rows)),
            ("list by caption", best(lambda: table.rows(PictureQuery(order=Order.CAPTION)))),
            ("first 200", best(lambda: table.rows(PictureQuery(limit=200)))),
            ("of one entry", best(lambda: table.rows(PictureQuery(on="entry-7")))),
            ("search 'rim 4242'", best(lambda: table.rows(PictureQuery("rim 4242")))),
            ("search '南极' (all)", best(lambda: table.rows(PictureQuery("南极")))),
            ("describe 100", best(lambda: table.edit(ids[:100], PictureEdit(caption=str(time.perf_counter()))))),
            ("look for all files", best(lambda: finding.look(table.every(), folder, CancelToken()))),
        ]
        shutil.move(place / "mine", place / "moved")
        run = finding.FindRun(place / "moved", folder)
        lines.append(("find all in a moved folder", best(lambda: carry_out(run, book), 1)))
        assert run.still_missing == 0
        shots = 12
        cameras(place / "camera", shots)
        batch = Batch(keeping=Keeping.OWN)
        taking = ImportRun([place / "camera"], batch, folder)
        took = best(lambda: carry_out(taking, book), 1)
        assert len(taking.report().added) == shots
        lines.append((f"copy in one 12-megapixel JPEG (mean of {shots})", took / shots))
        book.close()
        for told, milliseconds in lines:
            print(f"{told:<48}{milliseconds:>10.1f} ms")


if __name__ == "__main__":
    main()
