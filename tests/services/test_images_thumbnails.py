"""The cache of thumbnails: what is kept, what is made anew, what is thrown away, what a batch survives."""

import os
import threading
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from faults import read_only
from PIL import Image
from PySide6.QtGui import QImage
from sample_pictures import SIZE, exif, kinds, scene, write

from atlas.services.images import decode, shipped, thumbnail_store
from atlas.services.images.errors import PictureRefusedError
from atlas.services.images.thumbnails import Thumbnails
from atlas.services.tasks import CancelToken

BOX = (48, 48)


class Counting:
    """A loader that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self._lock = threading.Lock()

    def __call__(self, path: Path, box: tuple[int, int] | None) -> QImage:
        with self._lock:
            self.asked += 1
        return decode.load(path, box)


def nothing(_done: int, _total: int) -> None:
    return None


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("??/*.thumb"))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return write(tmp_path, {"plain.jpg": kinds()["plain.jpg"]})[0]


def test_a_thumbnail_is_made_once(tmp_path: Path, picture: Path) -> None:
    loader = Counting()
    cache = Thumbnails(tmp_path / "cache", loader=loader)
    assert cache.cached(picture, BOX) is None
    first = cache.get(picture, BOX)
    assert first.size().toTuple() == (48, 32)
    again = Thumbnails(tmp_path / "cache", loader=loader).get(picture, BOX)
    assert loader.asked == 1
    assert again.size() == first.size()
    assert abs(again.pixelColor(20, 20).red() - first.pixelColor(20, 20).red()) <= 6
    kept = cache.cached(picture, BOX)
    assert kept is not None
    assert kept.format() == QImage.Format.Format_RGB32


def test_box_ratio_and_file_make_a_thumbnail_their_own(tmp_path: Path, picture: Path) -> None:
    loader = Counting()
    cache = Thumbnails(tmp_path / "cache", loader=loader)
    sharp = cache.get(picture, (24, 24), 2.0)
    assert sharp.size().toTuple() == (48, 32)
    assert sharp.devicePixelRatio() == 2.0
    kept = cache.cached(picture, (24, 24), 2.0)
    assert kept is not None
    assert kept.devicePixelRatio() == 2.0
    assert cache.cached(picture, (24, 24)) is None
    assert cache.get(picture, BOX).devicePixelRatio() == 1.0
    scene((64, 96)).save(picture)
    assert cache.cached(picture, BOX) is None
    assert cache.get(picture, BOX).size().toTuple() == (32, 48)
    assert loader.asked == 3


def test_a_file_of_the_same_size_that_changed_is_seen(tmp_path: Path, picture: Path) -> None:
    cache = Thumbnails(tmp_path / "cache")
    cache.get(picture, BOX)
    known = picture.stat()
    os.utime(picture, ns=(known.st_atime_ns, known.st_mtime_ns + 1))
    assert cache.cached(picture, BOX) is None


def test_thumbnails_are_upright_and_carry_no_turn(tmp_path: Path) -> None:
    scene().save(tmp_path / "turned.jpg", exif=exif(t274=6))
    cache = Thumbnails(tmp_path / "cache")
    for _ in range(2):
        assert cache.get(tmp_path / "turned.jpg", BOX).size().toTuple() == (32, 48)
    with Image.open(entries(tmp_path / "cache")[0]) as kept:
        assert kept.format == "JPEG"
        assert not kept.getexif()


def test_transparency_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, {"clear.png": kinds()["clear.png"]})[0]
    cache = Thumbnails(tmp_path / "cache")
    made, kept = cache.get(path, BOX), cache.get(path, BOX)
    assert kept.format() == made.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert abs(kept.pixelColor(20, 16).alpha() - made.pixelColor(20, 16).alpha()) <= 4


@pytest.mark.parametrize("harm", ["cut", "bit", "empty", "foreign"])
def test_a_damaged_thumbnail_is_made_again(harm: str, tmp_path: Path, picture: Path) -> None:
    cache = Thumbnails(tmp_path / "cache")
    good = cache.get(picture, BOX)
    place = entries(tmp_path / "cache")[0]
    data = place.read_bytes()
    middle = len(data) // 2
    harmed = {
        "cut": data[:middle],
        "bit": data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :],
        "empty": b"",
        "foreign": b"something else altogether",
    }[harm]
    place.write_bytes(harmed)
    assert cache.cached(picture, BOX) is None
    assert not place.exists()
    assert cache.get(picture, BOX) == good
    assert place.read_bytes() == data


def test_the_cache_stays_within_its_limit_and_keeps_what_is_used(tmp_path: Path) -> None:
    paths = []
    for number in range(30):
        paths.append(tmp_path / f"{number}.jpg")
        scene().rotate(number).save(paths[-1])
    limit = 20_000
    cache = Thumbnails(tmp_path / "cache", limit=limit)
    cache.get(paths[0], BOX)
    first = entries(tmp_path / "cache")[0]
    os.utime(first, (1_000_000, 1_000_000))
    # read long ago and again today: the least used go first, and this is none of them any more
    assert cache.cached(paths[0], BOX) is not None
    assert first.stat().st_mtime > 2_000_000
    for path in paths[1:]:
        cache.get(path, BOX)
        for place in entries(tmp_path / "cache"):
            if place != first:
                os.utime(place, (1_500_000, 1_500_000))
        assert sum(place.stat().st_size for place in entries(tmp_path / "cache")) <= limit
    assert first.exists()
    assert len(entries(tmp_path / "cache")) < 30


def test_drafts_that_a_crash_left_are_cleared_away(tmp_path: Path, picture: Path) -> None:
    left = tmp_path / "cache" / "ab" / ".0123.tmp"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half a thumbnail")
    os.utime(left, (1_000_000, 1_000_000))
    Thumbnails(tmp_path / "cache").get(picture, BOX)
    assert not left.exists()


def test_a_cache_that_cannot_be_written_only_costs_time(
    tmp_path: Path, picture: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").mkdir()
    with read_only(tmp_path / "cache"):
        cache = Thumbnails(tmp_path / "cache")
        for _ in range(2):
            assert cache.get(picture, BOX).size().toTuple() == (48, 32)
    assert [record.name for record in caplog.records] == [thumbnail_store.__name__]
    assert str(tmp_path) not in caplog.text


def test_a_picture_that_is_gone_or_bad_is_refused(tmp_path: Path) -> None:
    cache = Thumbnails(tmp_path / "cache")
    with pytest.raises(PictureRefusedError, match="cannot be read"):
        cache.get(tmp_path / "missing.jpg", BOX)
    assert cache.cached(tmp_path / "missing.jpg", BOX) is None
    (tmp_path / "bad.jpg").write_bytes(b"<svg/>")
    with pytest.raises(PictureRefusedError, match="SVG"):
        cache.get(tmp_path / "bad.jpg", BOX)
    assert entries(tmp_path / "cache") == []


def test_a_batch_goes_on_past_bad_files(tmp_path: Path) -> None:
    paths = write(tmp_path, kinds())
    bad = [tmp_path / "missing.jpg", tmp_path, tmp_path / "text.png"]
    bad[2].write_text("no picture")
    cache, told = Thumbnails(tmp_path / "cache"), []
    refused = cache.make_many([*bad, *paths, *paths], BOX, lambda *step: told.append(step), CancelToken())
    assert {problem.path for problem in refused} == set(bad)
    total = len(paths) + len(bad)
    assert told == [(done, total) for done in range(1, total + 1)]
    assert all(cache.cached(path, BOX) is not None for path in paths)


def test_a_batch_makes_only_what_is_missing(tmp_path: Path) -> None:
    paths = write(tmp_path, kinds())
    loader = Counting()
    cache = Thumbnails(tmp_path / "cache", loader=loader)
    cache.make_many(paths[:10], BOX, nothing, CancelToken())
    cache.make_many(paths, BOX, nothing, CancelToken())
    assert loader.asked == len(paths)


def test_a_batch_is_cancelled_between_two_pictures(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(200)]
    plain = kinds()["plain.jpg"]
    for path in paths:
        path.write_bytes(plain)
    token, loader = CancelToken(), Counting()

    def after_five(done: int, _total: int) -> None:
        if done == 5:
            token.cancel()

    with pytest.raises(CancelledError):
        Thumbnails(tmp_path / "cache", loader=loader).make_many(paths, BOX, after_five, token)
    assert 5 <= loader.asked < 100
    assert threading.active_count() == 1


def test_pictures_that_ship_are_read_alike(tmp_path: Path) -> None:
    for name in ("plain.jpg", "lossy.webp"):
        path = write(tmp_path, {name: kinds()[name]})[0]
        assert shipped.load(path, None) == decode.load(path, None)
        assert shipped.load(path, None).size().toTuple() == SIZE
        thumbs = shipped.thumbnails(tmp_path / "cache")
        assert thumbs.get(path, BOX).size() == thumbs.get(path, BOX).size()
    (tmp_path / "plate.webp").write_bytes(b"RIFF")
    for name in ("plate.webp", "missing.webp"):
        with pytest.raises(PictureRefusedError, match="Install the atlas again"):
            shipped.load(tmp_path / name, None)
