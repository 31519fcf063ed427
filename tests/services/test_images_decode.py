"""Decoding: upright, in sRGB, from every kind of pixels, within the box, side by side."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from sample_pictures import SIZE, exif, kinds, scene, with_alpha, write

from atlas.services.images import decode, gate, limits, pixels

RGB32, ARGB32 = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied


def pixels_of(image: QImage) -> np.ndarray:
    """Return a picture as rows of RGBA."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4).copy()


Primary = tuple[float, float, float]


def matrix_profile(red: Primary, green: Primary, blue: Primary) -> bytes:
    """Return a linear RGB profile of three primaries (XYZ for D50; ICC.1, matrix and curve tags)."""

    def fixed(number: float) -> bytes:
        return round(number * 65536).to_bytes(4, signed=True)

    def xyz(values: tuple[float, float, float]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    curve = b"curv\0\0\0\0\0\0\0\1\1\0\0\0"
    text = b"desc\0\0\0\0\0\0\0\x05Trap\0" + bytes(78) + b"\0" * 3
    tags = {b"desc": text, b"wtpt": xyz((0.9642, 1.0, 0.8249)), b"rXYZ": xyz(red), b"gXYZ": xyz(green)}
    tags |= {b"bXYZ": xyz(blue), b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    at, table, data = 128 + 4 + 12 * len(tags), b"", b""
    for name, value in tags.items():
        value += b"\0" * (-len(value) % 4)
        table += name + (at + len(data)).to_bytes(4) + len(value).to_bytes(4)
        data += value
    size = at + len(data)
    head = size.to_bytes(4) + bytes(4) + b"\2\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28)
    head += fixed(0.9642) + fixed(1.0) + fixed(0.8249)
    return head.ljust(128, b"\0") + len(tags).to_bytes(4) + table + data


@pytest.mark.parametrize("name", sorted(kinds()))
def test_each_kind_is_shown_as_pillow_shows_it(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, {name: kinds()[name]})[0]
    image = decode.load(path, None)
    assert (image.width(), image.height()) == SIZE
    assert image.format() == (ARGB32 if "clear" in name else RGB32)
    with Image.open(path) as picture:
        if picture.mode in {"I", "F"} or picture.mode.startswith("I;16"):
            return
        wanted = np.asarray(picture.convert("RGBA")).astype(int)
    found = pixels_of(image).astype(int)
    # colours of what is nearly invisible do not survive multiplying by the alpha
    seen = wanted[..., 3] > 64
    assert np.abs(found[seen] - wanted[seen]).max() <= 4


@pytest.mark.parametrize(("name", "low", "high"), [("deep.png", 0, 255), ("deep.tif", 0, 255)])
def test_sixteen_bits_keep_their_range(name: str, low: int, high: int, tmp_path: Path) -> None:
    grey = pixels_of(decode.load(write(tmp_path, {name: kinds()[name]})[0], None))[..., 0]
    assert (grey[0, 0], grey[-1, -1]) == (low, high)
    assert abs(int(grey[SIZE[1] // 2, 0]) - 128) <= 2


@pytest.mark.parametrize("name", ["heights.tif", "whole-numbers.tif"])
def test_measurements_are_stretched(name: str, tmp_path: Path) -> None:
    grey = pixels_of(decode.load(write(tmp_path, {name: kinds()[name]})[0], None))[..., 0]
    assert (grey.min(), grey.max()) == (0, 255)
    assert abs(int(grey[SIZE[1] // 2, 0]) - 128) <= 3


def test_measurements_without_data_are_black(tmp_path: Path) -> None:
    values = np.linspace(0, 1, 64 * 64, dtype=np.float32).reshape(64, 64).copy()
    values[:8] = np.nan
    Image.fromarray(values).save(tmp_path / "holes.tif")
    grey = pixels_of(decode.load(tmp_path / "holes.tif", None))[..., 0]
    assert not grey[:8].any()
    assert grey[-1, -1] == 255


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["jpg", "png", "webp", "tif"])
def test_pictures_stand_upright(turn: int, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"turned.{form}"
    scene().save(path, exif=exif(t274=turn), **({"quality": 95} if form == "jpg" else {"lossless": True}))
    with Image.open(path) as picture:
        wanted = np.asarray(ImageOps.exif_transpose(picture).convert("RGBA")).astype(int)
    facts, image = gate.examine(path), decode.load(path, None)
    assert (facts.width, facts.height) == (image.width(), image.height()) == (SIZE if turn < 5 else SIZE[::-1])
    assert np.abs(pixels_of(image).astype(int) - wanted).max() <= 4
    small = decode.load(path, (20, 40))
    assert (small.width(), small.height()) == ((20, 13) if turn < 5 else (20, 30))


@given(turn=st.integers(1, 8), rect=st.tuples(st.integers(-20, 100), st.integers(-20, 100), st.integers(1, 90),
                                              st.integers(1, 90)))  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_a_part_is_what_the_whole_shows_there(
    turn: int, rect: tuple[int, int, int, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("part") / "turned.png"
    scene().save(path, exif=exif(t274=turn))
    whole = decode.load(path, None)
    wanted = QRect(*rect) & whole.rect()
    part = decode.crop(path, QRect(*rect), (1000, 1000))
    assert part.isNull() if wanted.isEmpty() else part == whole.copy(wanted)


def test_a_part_is_scaled_down_and_never_up(tmp_path: Path) -> None:
    path = write(tmp_path, {"plain.jpg": kinds()["plain.jpg"]})[0]
    assert decode.crop(path, QRect(10, 10, 60, 30), (30, 30)).size().toTuple() == (30, 15)
    assert decode.load(path, (500, 500)).size().toTuple() == SIZE
    assert decode.load(path, (1, 1)).size().toTuple() == (1, 1)


@pytest.mark.parametrize("form", ["jpg", "png", "tif", "webp"])
def test_an_embedded_profile_is_followed(form: str, tmp_path: Path) -> None:
    swapped = matrix_profile((0.1431, 0.0606, 0.7141), (0.3851, 0.7169, 0.0971), (0.4361, 0.2225, 0.0139))
    flat = Image.new("RGB", (64, 64), (255, 0, 0))
    options = {"quality": 95} if form == "jpg" else {"lossless": True}
    flat.save(tmp_path / f"red.{form}", icc_profile=swapped, **options)
    # its red is what sRGB calls blue
    seen = decode.load(tmp_path / f"red.{form}", None).pixelColor(5, 5)
    assert seen.blue() > 240
    assert max(seen.red(), seen.green()) < 15
    assert gate.examine(tmp_path / f"red.{form}").profile == "Trap"


def test_a_profile_that_is_broken_or_for_other_colours_changes_nothing(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    good = matrix_profile((0.1431, 0.0606, 0.7141), (0.3851, 0.7169, 0.0971), (0.4361, 0.2225, 0.0139))
    for number, profile in enumerate((lab, good[:300], good[:128] + b"\xff" * 200, b"nothing at all" * 20)):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (8, 8), (255, 0, 0)).save(path, icc_profile=profile)
        assert decode.load(path, None).pixelColor(1, 1) == QColor(255, 0, 0)


def test_transparency_is_kept_and_colours_do_not_bleed_from_it(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (64, 64), (0, 255, 0, 0))
    picture.paste((255, 0, 0, 255), (0, 0, 32, 64))
    picture.save(tmp_path / "edge.png")
    edge = decode.load(tmp_path / "edge.png", (9, 9))
    assert edge.format() == ARGB32
    assert max(edge.pixelColor(x, 4).green() for x in range(9) if edge.pixelColor(x, 4).alpha() > 20) < 20
    opaque = with_alpha().convert("RGB").convert("RGBA")
    opaque.save(tmp_path / "opaque.png")
    assert decode.load(tmp_path / "opaque.png", None).format() == RGB32


def test_strips_meet_without_a_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (331, 217, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    at_once = decode.load(tmp_path / "noise.png", (100, 100))
    monkeypatch.setattr(pixels, "_STRIP_PIXELS", 3000)
    in_strips = decode.load(tmp_path / "noise.png", (100, 100))
    difference = np.abs(pixels_of(at_once).astype(int) - pixels_of(in_strips))
    assert difference.max() <= 2
    assert decode.load(tmp_path / "noise.png", None) == QImage(str(tmp_path / "noise.png")).convertToFormat(RGB32)


def test_too_large_pictures_come_out_smaller_and_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("plain.jpg", "plain.png"):
        path = write(tmp_path, {name: kinds()[name]})[0]
        full = decode.load(path, None)
        with monkeypatch.context() as small:
            # room for the decoder's four bytes a pixel and a quarter of the picture beside it
            small.setattr(limits, "BOTH_BYTES", 5 * SIZE[0] * SIZE[1])
            held = decode.load(path, None)
            assert held.size().toTuple() == (SIZE[0] // 2, SIZE[1] // 2)
            part = decode.crop(path, QRect(40, 20, 30, 20), (30, 20))
        assert part == full.copy(40, 20, 30, 20)


def test_a_jpeg_beyond_memory_is_decoded_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"plain.jpg": kinds()["plain.jpg"]})[0]
    monkeypatch.setattr(limits, "DECODE_BYTES", 2 * SIZE[0] * SIZE[1])
    assert decode.load(path, None).size().toTuple() == (SIZE[0] // 2, SIZE[1] // 2)


def test_workers_decode_side_by_side(tmp_path: Path) -> None:
    paths = write(tmp_path, kinds())
    alone = [decode.load(path, (60, 60)) for path in paths]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(decode.load, paths * 3, [(60, 60)] * len(paths) * 3))
    assert together == alone * 3


def test_big_pictures_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"plain.png": kinds()["plain.png"]})[0]
    inside, most, counting = 0, 0, threading.Lock()
    decoded: Callable[..., Image.Image] = pixels._decoded

    def watched(*args: object) -> Image.Image:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        found = decoded(*args)
        with counting:
            inside -= 1
        return found

    monkeypatch.setattr(pixels, "_decoded", watched)
    monkeypatch.setattr(limits, "BIG_BYTES", 100)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(decode.load, [path] * 24, [None] * 24))
    assert most == 1


def test_memory_that_runs_out_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, {"plain.png": kinds()["plain.png"]})[0]

    def without_room(*_args: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pixels, "_painted", without_room)
    with pytest.raises(gate.PictureRefusedError, match="memory that is free"):
        decode.load(path, None)


def test_a_decoder_gets_the_pixels_and_nothing_else() -> None:
    from atlas.services.images.source import Source, Spliced

    data = kinds()["plain.jpg"]
    source = Source(BytesIO(data), len(data))
    survey = gate.survey_of(source, thorough=True)
    handed = Spliced(source, survey.parts, 5.0).read()
    assert b"Exif" not in handed
    assert b"made by code" not in handed
    assert len(handed) < len(data)
