"""Makes a grid of the size of LDEM_80S_20M: python tests/benchmarks/big_grid.py FILE.tif [cells a side]

30,400 × 30,400 heights of 20 m, ±304 km round the pole, as 16-bit steps of half a metre in an uncompressed GeoTIFF of
1.85 GB: the bundled terrain's smooth relief, and fractal relief below its 1.6 km where the real ground has more. The
same numbers every time.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from atlas.paths import Paths
from atlas.services.terrain import Terrain

SIDE = 30_400
CELL_M = 20.0
STEP_M = 0.5
_ROWS = 1024
_NOISE = 4096
_ROUGHNESS = 1.9
_COARSEST_M = 3200.0
_RELIEF_M = 22.0


def make(target: Path, side: int = SIDE, cell: float = CELL_M) -> None:
    """Write the grid."""
    import rasterio
    from rasterio.transform import from_origin

    terrain = Terrain(Paths.find().terrain)
    noise = _noise(cell)
    half = side * cell / 2.0
    at = (np.arange(side) + 0.5) * cell
    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "int16", "nodata": -32768,
        "crs": "IAU_2015:30135", "transform": from_origin(-half, half, cell, cell), "blockysize": 16,
    }  # fmt: skip
    with rasterio.open(target, "w", **profile) as out:
        out.scales, out.offsets, out.units = (STEP_M,), (0.0,), ("metre",)
        for top in range(0, side, _ROWS):
            rows = slice(top, min(side, top + _ROWS))
            height = terrain.raster(-half + at, half - at[rows])
            lines = np.arange(rows.start, rows.stop) % _NOISE
            height += np.take(np.take(noise, lines, axis=0), np.arange(side) % _NOISE, axis=1)
            steps = np.rint(height / STEP_M).astype(np.int16)
            out.write(steps, 1, window=((rows.start, rows.stop), (0, side)))


def _noise(cell: float) -> np.ndarray:
    """Return relief in metres that repeats itself: a power law over all wavelengths below the coarsest."""
    random = np.random.default_rng(7)
    spectrum = np.fft.rfft2(random.standard_normal((_NOISE, _NOISE)))
    fy, fx = np.fft.fftfreq(_NOISE)[:, None], np.fft.rfftfreq(_NOISE)[None, :]
    frequency = np.hypot(fx, fy)
    lowest = cell / _COARSEST_M
    spectrum *= np.maximum(frequency, lowest) ** -_ROUGHNESS * (frequency > lowest / 4.0)
    field = np.fft.irfft2(spectrum, s=(_NOISE, _NOISE))
    return (field * (_RELIEF_M / field.std())).astype(np.float32)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SIDE)
