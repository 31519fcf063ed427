"""Developer's script: computes the layer of permanent shadow from the bundled terrain; a few minutes.

    python resources/terrain/permanent_shadow.py

Run it after derive.py, which writes ORIGIN.toml anew; this adds the entry of its own file.
"""

import hashlib
import re
import sys
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from atlas.services.illumination.ever import highest_suns, southernmost_suns  # noqa: E402
from atlas.services.map.shadow_layer import LIT, STEPS_A_DEGREE  # noqa: E402
from atlas.services.sky import Ground, Sky  # noqa: E402
from atlas.services.sky.shadow import Rect  # noqa: E402
from atlas.services.terrain import Terrain, files  # noqa: E402

FILE = files.PERMANENT_SHADOW
DONE = (
    "computed: 762 x 762, 1600 m a pixel, 8-bit grey: 64 steps a degree by which the Sun's upper limb ever overtops "
    "the horizon, 128 and less never; 720 directions, in each the southernmost upper limb of every hour from 1959 to "
    "2060 (five draconic cycles); what 1.6 km cells do not resolve is not in it"
)


def main() -> None:
    """Write the layer and its entry in ORIGIN.toml."""
    terrain = Terrain(HERE)
    half = files.HALF_SIDE_M
    side = round(2.0 * half / files.DEM_CELL_M)
    suns = southernmost_suns(Sky.load(HERE.parent / "sky"))
    height = np.empty((side, side), np.float32)
    for number, found in enumerate(highest_suns(Ground.of(terrain), Rect(-half, -half, half, half, side, side), suns)):
        height = found
        print(f"\r{number + 1} of {len(suns.lat)} directions", end="", file=sys.stderr)
    steps = height * STEPS_A_DEGREE
    # a limb that shows at all is never rounded away
    grey = LIT + np.where(steps > 0.0, np.ceil(steps), np.floor(steps))
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(HERE / FILE, optimize=True)
    share = float((height <= 0.0).mean())
    print(f"\n{FILE}: {(HERE / FILE).stat().st_size / 1e3:.0f} kB, {share:.2%} of the cells never lit", file=sys.stderr)
    note()


def note() -> None:
    """Put the entry into ORIGIN.toml, in the place of an older one."""
    origin = HERE / "ORIGIN.toml"
    text = re.sub(rf'\[\[file\]\]\nname = "{re.escape(FILE)}"\n.*?(?=\[\[file\]\]|\Z)', "", origin.read_text("utf-8"),
                  flags=re.DOTALL)  # fmt: skip
    entry = [
        "[[file]]",
        f'name = "{FILE}"',
        f'sha256 = "{_digest(HERE / FILE)}"',
        'credit = "NASA/GSFC/LOLA"',
        f'done = "{DONE}"',
        "inputs = [",
        *(f'  {{ name = "{path.name}", sha256 = "{_digest(path)}" }},' for path in (
            HERE / files.DEM, HERE.parent / "sky" / "sky.npz"
        )),
        "]",
    ]  # fmt: skip
    origin.write_text(text.rstrip() + "\n\n" + "\n".join(entry) + "\n", encoding="utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
