"""Pictures made to do harm, each in a child process that counts: refused or shown, within memory, never a crash.

The suite leaves out the slowest; ILRS_ATLAS_HOSTILE=1 runs all and prints what each cost (pytest -s).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_pictures import FAMILIES

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each picture gets a child that is forked")

ALL = bool(os.environ.get("ILRS_ATLAS_HOSTILE"))
HERE = Path(__file__).parent
MEGABYTES = 500
KILLED_AFTER = 60
"""Seconds of the processor after which the system stops a child: a machine may be slow, a picture not endless."""
SHOWN = frozenset(
    {
        "png-65000-by-1",
        "png-1-by-65000",
        "png-grey-16000-squared",
        "png-colour-8400-squared",
        "png-alpha-8400-squared",
        "png-palette-8400-squared",
        "png-interlaced-8400-squared",
        "png-16-bit-colour-8400-squared",
        "png-16-bit-grey-8400-squared",
        "png-one-bit-16000-squared",
        "png-more-pixels-than-said",
        "png-many-texts",
        "jpeg-grey-17000-squared",
        "jpeg-colour-17000-squared",
        "jpeg-cmyk-17000-squared",
        "jpeg-colour-8000-squared",
        "jpeg-65000-by-1000",
        "jpeg-progressive-colour-6500-squared",
        "jpeg-progressive-3800-squared-100-scans",
        "gif-8400-squared",
        "gif-many-comments",
        "webp-4100-squared",
        "tiff-deflate-9400-squared",
        "tiff-60000-strips",
        "tiff-directories-in-a-ring",
    }
)
"""What is large or strange and still a picture."""
QUICK = {"png-65000-by-1", "png-more-pixels-than-said", "jpeg-colour-17000-squared", "tiff-directories-in-a-ring"}
SLOW = (SHOWN - QUICK) | {"png-many-pieces", "bmp-run-lengths-2000-squared", "tiff-many-scans"}


def test_hostile_pictures_cost_little_and_end(tmp_path: Path) -> None:
    wanted = [name for name in FAMILIES if ALL or name.rpartition(".")[0] not in SLOW]
    for name in wanted:
        (tmp_path / name).write_bytes(FAMILIES[name]())
    done = subprocess.run(
        [sys.executable, HERE / "picture_sentry.py", str(3 * MEGABYTES), str(KILLED_AFTER)],
        input=b"\0\0".join(os.fsencode(tmp_path / name) for name in wanted),
        capture_output=True,
        cwd=HERE.parents[1],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
        check=True,
    )
    told = {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}
    assert told.keys() == set(wanted)
    for name, found in told.items():
        if ALL:
            costs = f"{found['megabytes']:4} MB  decided {found['decided']:.2f} s  all {found['seconds']:.2f} s"
            print(f"{name:48} {costs}  {found.get('reason', 'shown')}")
        assert "died" not in found, found
        assert found["megabytes"] <= MEGABYTES, found
        assert ("refused" in found) == (name.rpartition(".")[0] not in SHOWN), found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("png-text-bomb.png", "far more text"),
        ("jpeg-many-scans.jpg", "too long to open"),
        ("gif-million-frames.gif", "more than 10.?000 frames"),
        ("script.svg", "SVG drawing"),
    ],
)
def test_the_reason_says_what_is_wrong(name: str, said: str, tmp_path: Path) -> None:
    from atlas.services.images.gate import PictureRefusedError, examine

    (tmp_path / name).write_bytes(FAMILIES[name]())
    with pytest.raises(PictureRefusedError, match=said) as caught:
        examine(tmp_path / name)
    assert name in str(caught.value)
