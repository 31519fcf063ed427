"""Small rasters of heights, written as other people write them."""

import numpy as np
import rasterio
from rasterio.transform import from_origin

from atlas.domain.coordinates import project, unproject

SOUTH = "IAU_2015:30135"
RADIUS = 1_737_400.0


def ground(x, y):
    """Return heights in metres at map metres: smooth, different everywhere, some of them below the sphere."""
    return 500.0 * np.sin(x / 9_000.0) + 400.0 * np.cos(y / 7_000.0) + 0.01 * (x - 2.0 * y)


def on_map(cell, half, centre=(0.0, 0.0)):
    """Return heights on the map's own grid, and its transform."""
    side = round(2 * half / cell)
    west, north = centre[0] - half, centre[1] + half
    x, y = np.meshgrid(west + (np.arange(side) + 0.5) * cell, north - (np.arange(side) + 0.5) * cell)
    return ground(x, y), from_origin(west, north, cell, cell)


def on_degrees(lon0, lon1, lat0, lat1, step):
    """Return heights on a grid of longitude and latitude, and its transform."""
    lons = np.arange(lon0 + step / 2, lon1, step)
    lats = np.arange(lat1 - step / 2, lat0, -step)
    lon, lat = np.meshgrid(np.radians(lons), np.radians(lats))
    rho = 2 * RADIUS * np.tan((np.pi / 2 + lat) / 2)
    return ground(rho * np.sin(lon), rho * np.cos(lon)), from_origin(lon0, lat1, step, step)


def write(path, numbers, transform, crs=SOUTH, nodata=None, scale=1.0, offset=0.0, unit="metre", **more):
    """Write a GeoTIFF."""
    profile = {"driver": "GTiff", "count": 1, "dtype": numbers.dtype, "width": numbers.shape[1],
               "height": numbers.shape[0], "crs": crs, "transform": transform, "nodata": nodata, **more}  # fmt: skip
    with rasterio.open(path, "w", **profile) as out:
        out.write(numbers, 1)
        if (scale, offset) != (1.0, 0.0):
            out.scales, out.offsets = (scale,), (offset,)
        if unit:
            out.units = (unit,)
    return path


def map_tif(path, cell=200.0, half=20_000.0, centre=(0.0, 0.0), kind="float32"):
    """Write heights in metres on the map's own grid."""
    heights, transform = on_map(cell, half, centre)
    return write(path, heights.astype(kind), transform)


PDS3 = """PDS_VERSION_ID = PDS3\r
RECORD_TYPE = FIXED_LENGTH\r
RECORD_BYTES = {record}\r
FILE_RECORDS = {records}\r
{head}^IMAGE = {pointer}\r
TARGET_NAME = MOON\r
OBJECT = IMAGE\r
 LINES = {rows}\r
 LINE_SAMPLES = {columns}\r
 SAMPLE_TYPE = {kind}\r
 SAMPLE_BITS = {bits}\r
 UNIT = {unit}\r
 SCALING_FACTOR = {scale}\r
 OFFSET = {offset}\r
 MISSING_CONSTANT = {missing}\r
END_OBJECT = IMAGE\r
OBJECT = IMAGE_MAP_PROJECTION\r
 MAP_PROJECTION_TYPE = "POLAR STEREOGRAPHIC"\r
 A_AXIS_RADIUS = 1737.4 <KM>\r
 B_AXIS_RADIUS = 1737.4 <KM>\r
 C_AXIS_RADIUS = 1737.4 <KM>\r
 POSITIVE_LONGITUDE_DIRECTION = "EAST"\r
 CENTER_LATITUDE = -90.0 <DEG>\r
 CENTER_LONGITUDE = 0.0 <DEG>\r
 LINE_FIRST_PIXEL = 1\r
 LINE_LAST_PIXEL = {rows}\r
 SAMPLE_FIRST_PIXEL = 1\r
 SAMPLE_LAST_PIXEL = {columns}\r
 MAP_SCALE = {cell} <METERS/PIXEL>\r
 LINE_PROJECTION_OFFSET = {line}\r
 SAMPLE_PROJECTION_OFFSET = {sample}\r
END_OBJECT = IMAGE_MAP_PROJECTION\r
END\r
"""


def pds3(folder, name, *, attached=False, cell=200.0, half=20_000.0, scale=0.5, offset=1_737_400.0, unit="METER"):
    """Write an IMG as the LOLA archive has them: 16-bit steps and the radius of the sphere as an offset."""
    heights, _ = on_map(cell, half)
    factor = 1000.0 if unit.startswith("KILO") else 1.0
    steps = np.rint((heights + RADIUS - offset * factor) / (scale * factor)).astype("<i2")
    rows, columns = steps.shape
    image, label = folder / f"{name}.IMG", folder / f"{name}.LBL"
    values = {
        "record": columns * 2, "rows": rows, "columns": columns, "kind": "LSB_INTEGER", "bits": 16, "unit": unit,
        "scale": scale, "offset": offset, "missing": -32768, "cell": cell, "line": (rows - 1) / 2,
        "sample": (columns - 1) / 2,
    }  # fmt: skip
    if attached:
        head = -(-3000 // (columns * 2))
        text = PDS3.format(**values, records=rows + head, head=f"LABEL_RECORDS = {head}\r\n", pointer=head + 1)
        image.write_bytes(text.encode().ljust(head * columns * 2) + steps.tobytes())
        return image
    label.write_bytes(PDS3.format(**values, records=rows, head="", pointer=f'"{image.name}"').encode())
    image.write_bytes(steps.tobytes())
    return image


def position(x, y):
    """Return the position of map metres."""
    return unproject(x, y)


def plane(p):
    """Return the map metres of a position."""
    return project(p)
