"""Clean copies: nothing of place or person but the credit, the same pixels, the original as it was."""

import hashlib
from pathlib import Path

import pytest
from hostile_pictures import grey_tiff, segment
from PIL import Image, ImageCms
from sample_pictures import exif, kinds, scene, write

from atlas.services.images import decode, gate
from atlas.services.images.clean import export_clean
from atlas.services.images.gate import PictureRefusedError, examine

CREDIT, CAPTION, LICENCE = "Анна & 嫦娥 <team>", "Кратер Шеклтон\nat dawn", "CC BY 4.0"
SECRETS = (b"GPS", b"SERIAL-4711", b"NOTES", b"Camera X", b"made by code", b"Anna M", b"hidden")
WITHOUT_EXIF = (".gif", ".bmp", ".tif")


def cleaned(source: Path, target: Path, caption: str = CAPTION) -> Path:
    export_clean(source, target, credit=CREDIT, caption=caption, licence=LICENCE)
    return target


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_copy_shows_the_same(name: str, tmp_path: Path) -> None:
    source = write(tmp_path, {name: kinds()[name]})[0]
    before = source.read_bytes()
    target = cleaned(source, tmp_path / f"copy{source.suffix}")
    assert source.read_bytes() == before
    assert decode.load(target, None) == decode.load(source, None)
    old, new = examine(source), examine(target)
    assert (new.format, new.width, new.height) == (old.format, old.width, old.height)
    assert new.frames == (1 if name == "pages.tif" else old.frames)
    assert not new.has_gps
    assert not any(secret in target.read_bytes() for secret in SECRETS)
    if source.suffix not in {".gif", ".bmp"}:
        assert new.proposed_credit == f"{CREDIT}. {LICENCE}"
        assert new.taken == old.taken


@pytest.mark.parametrize("form", ["jpg", "png", "webp", "tif"])
def test_turn_date_and_profile_stay(form: str, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = tmp_path / f"turned.{form}"
    scene().save(source, exif=exif(t274=6), icc_profile=profile)
    target = cleaned(source, tmp_path / f"copy.{form}")
    with Image.open(target) as copy:
        # a TIFF is turned as it is opened
        assert copy.getexif().get(274) == 6
        assert copy.info["icc_profile"] == profile
        assert copy.getexif().get(315).encode("latin-1").decode() == CREDIT
    assert examine(target).profile == examine(source).profile
    assert decode.load(target, None) == decode.load(source, None)


def test_the_compressed_pixels_of_a_jpeg_are_untouched(tmp_path: Path) -> None:
    source = write(tmp_path, {"plain.jpg": kinds()["plain.jpg"]})[0]
    data = source.read_bytes()
    pixels = data[data.index(b"\xff\xda") :]
    assert cleaned(source, tmp_path / "copy.jpg").read_bytes().endswith(pixels)


def test_what_hides_behind_or_inside_a_jpeg_stays_here(tmp_path: Path) -> None:
    data = kinds()["plain.jpg"]
    extras = segment(0xE2, b"MPF\0hidden") + segment(0xE0, b"JFXX\0hidden") + segment(0xFE, b"hidden")
    jfif = data.index(b"JFIF") - 4
    # a small picture inside JFIF: its size at the end of the header, its pixels behind
    length = int.from_bytes(data[jfif + 2 : jfif + 4])
    with_preview = segment(0xE0, data[jfif + 4 : jfif + 16] + b"\2\1" + b"hidden")
    source = tmp_path / "crowded.jpg"
    source.write_bytes(data[:jfif] + with_preview + extras + data[jfif + 2 + length :] + b"hidden film")
    target = cleaned(source, tmp_path / "copy.jpg")
    assert b"hidden" not in target.read_bytes()
    assert decode.load(target, None) == decode.load(source, None)


def test_a_large_profile_is_split_and_whole_again(tmp_path: Path) -> None:
    base = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = (len(base) + 150_000).to_bytes(4) + base[4:] + bytes(150_000)
    scene().save(tmp_path / "wide.jpg", icc_profile=profile)
    with Image.open(cleaned(tmp_path / "wide.jpg", tmp_path / "copy.jpg")) as copy:
        assert copy.info["icc_profile"] == profile


def test_gif_keeps_its_motion_and_gets_the_credit(tmp_path: Path) -> None:
    source = tmp_path / "moving.gif"
    scene().save(source, save_all=True, append_images=[scene().rotate(180)], loop=3, duration=70, comment=b"hidden")
    with Image.open(cleaned(source, tmp_path / "copy.gif")) as copy:
        assert copy.info["loop"] == 3
        assert copy.info["duration"] == 70
        assert copy.n_frames == 2
    assert CREDIT.encode() in (tmp_path / "copy.gif").read_bytes()


def test_a_place_in_a_tiff_does_not_come_along(tmp_path: Path) -> None:
    place = (1).to_bytes(2, "little") + bytes(2) + b"\5\0\1\0\0\0" + bytes(8)
    (tmp_path / "a.tif").write_bytes(grey_tiff(2, 2, bytes(4) + place, 1, ((8,), (4,)), more={34_853: (4, (12,))}))
    with Image.open(cleaned(tmp_path / "a.tif", tmp_path / "b.tif")) as copy:
        assert 34_853 not in copy.tag_v2


def test_long_and_empty_words(tmp_path: Path) -> None:
    source = write(tmp_path, {"plain.jpg": kinds()["plain.jpg"]})[0]
    target = cleaned(source, tmp_path / "long.jpg", "\U0001f311" * 50_000)
    assert examine(target).proposed_credit == f"{CREDIT}. {LICENCE}"
    export_clean(source, tmp_path / "bare.jpg", credit="", caption=" ", licence="")
    assert examine(tmp_path / "bare.jpg").proposed_credit == ""
    export_clean(source, tmp_path / "odd.jpg", credit="a\0b\x1b\ud800c", caption="", licence="")
    assert examine(tmp_path / "odd.jpg").proposed_credit == "abc"


def test_a_refused_picture_is_not_copied_and_a_file_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text("<svg/>")
    (tmp_path / "there.jpg").write_text("precious")
    with pytest.raises(PictureRefusedError, match="SVG"):
        cleaned(tmp_path / "drawing.svg", tmp_path / "there.jpg")
    assert (tmp_path / "there.jpg").read_text() == "precious"
    source = write(tmp_path, {"plain.jpg": kinds()["plain.jpg"]})[0]
    with pytest.raises(OSError, match="No such file"):
        cleaned(source, tmp_path / "no folder" / "copy.jpg")


def test_a_copy_of_a_copy_is_the_same(tmp_path: Path) -> None:
    for source in write(tmp_path, kinds()):
        once = cleaned(source, tmp_path / f"once{source.suffix}")
        twice = cleaned(once, tmp_path / f"twice{source.suffix}")
        assert hashlib.sha256(once.read_bytes()).digest() == hashlib.sha256(twice.read_bytes()).digest(), source.name
        assert gate.examine(twice).digest == gate.examine(once).digest
