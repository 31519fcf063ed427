"""Pictures' records and files: what the checker refuses, and what it compiles."""

import io
import shutil
import tomllib
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from atlas.content.compile import build_catalogue
from atlas.content.credits import credits_page, write_credits
from atlas.content.image_header import picture_size
from atlas.content.load import load_content
from atlas.content.pictures import MOST_BYTES
from atlas.content.reader import ContentError
from atlas.domain.vocabulary import PictureKind
from atlas.paths import Paths
from atlas.store.catalogue import Catalogue

FIXTURE = Path(__file__).parents[1] / "fixtures" / "content"
PATHS = Paths.find()
PLATES = PATHS.resources / "plates"
RECORD = """
[[picture]]
id = "map-flown-1"
kind = "map"
caption = "The ground that was flown over."
alt = "A grey plain"
credit = "A. Painter"
licence = "CC BY 4.0"
file = "plates/map.webp"
width = 64
height = 40
date = "2024-05-06"
known = "2011-01-02"
made = "Drawn by hand"
"""


def encoded(form: str, size: tuple[int, int] = (64, 40), mode: str = "RGB", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, 90).save(buffer, form, **options)
    return buffer.getvalue()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one picture that is there."""
    folder = Path(shutil.copytree(FIXTURE, tmp_path / "content"))
    with (folder / "mission" / "flown-1.toml").open("a", encoding="utf-8") as file:
        file.write(RECORD)
    (tmp_path / "plates").mkdir()
    (tmp_path / "plates" / "map.webp").write_bytes(encoded("WEBP"))
    return folder


def problems(content: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_content(content)
    return [str(p) for p in caught.value.problems]


def line_of(file: Path, text: str) -> int:
    return file.read_text(encoding="utf-8").splitlines().index(text) + 1


def test_a_whole_record_is_compiled(content: Path, tmp_path: Path) -> None:
    build_catalogue(content, PATHS.catalogue_schema, tmp_path / "a.db")
    with closing(Catalogue.open(tmp_path / "a.db")) as catalogue:
        known = {p.id: (slug, p) for slug, p in catalogue.pictures(date(2011, 1, 2))}
        assert catalogue.pictures(date(2011, 1, 1)) == []
        slug, picture = known["map-flown-1"]
        assert picture in catalogue.entry("flown-1", date(2011, 1, 2)).pictures
        assert {p.id for _, p in catalogue.pictures(catalogue.date)} == {"map-flown-1", "thread-1"}
    assert (slug, picture.kind, picture.file) == ("flown-1", PictureKind.MAP, "plates/map.webp")
    assert (picture.width, picture.height, picture.date) == (64, 40, "2024-05-06")
    assert (picture.made, picture.description) == ("Drawn by hand", "A grey plain")


def test_a_picture_shows_with_other_entries_and_gives_way_to_a_newer_one(content: Path, tmp_path: Path) -> None:
    (tmp_path / "plates" / "newer.webp").write_bytes(encoded("WEBP"))
    newer = (
        RECORD.replace('"map-flown-1"', '"newer"').replace("map.webp", "newer.webp").replace("2011-01-02", "2012-03-04")
    )
    with (content / "mission" / "flown-1.toml").open("a", encoding="utf-8") as file:
        file.write(newer + 'replaces = "map-flown-1"\nabout = ["probe-1"]\n')
    build_catalogue(content, PATHS.catalogue_schema, tmp_path / "a.db")
    with closing(Catalogue.open(tmp_path / "a.db")) as catalogue:
        for day, shown in ((date(2012, 3, 3), {"map-flown-1"}), (date(2012, 3, 4), {"newer"})):
            assert {p.id for _, p in catalogue.pictures(day)} == shown
            assert {p.id for p in catalogue.entry("flown-1", day).pictures} == shown
        assert "newer" in {p.id for p in catalogue.entry("probe-1", catalogue.date).pictures}
        assert ("flown-1", "newer") in {(slug, p.id) for slug, p in catalogue.pictures(catalogue.date)}


def test_a_further_entry_shows_a_picture_once_the_two_are_known_to_be_related(content: Path, tmp_path: Path) -> None:
    with (content / "mission" / "flown-1.toml").open("a", encoding="utf-8") as file:
        file.write('about = ["probe-1"]\n[[relation]]\ntype = "carries"\nto = "probe-1"\nknown = "2025-08-07"\n')
    build_catalogue(content, PATHS.catalogue_schema, tmp_path / "a.db")
    with closing(Catalogue.open(tmp_path / "a.db")) as catalogue:
        before, since = date(2025, 8, 6), date(2025, 8, 7)
        for day, shown in ((before, ["flown-1"]), (since, ["flown-1", "probe-1"])):
            on = [slug for slug, p in catalogue.pictures_on_entries(day) if p.id == "map-flown-1"]
            assert on == shown, "the entry that it is of comes first"
        assert "map-flown-1" not in {p.id for p in catalogue.entry("probe-1", before).pictures}
        assert "map-flown-1" in {p.id for p in catalogue.entry("probe-1", since).pictures}
        assert "map-flown-1" in {p.id for p in catalogue.entry("flown-1", before).pictures}


def test_an_entry_shows_its_own_pictures_first_and_what_it_looks_like_before_where_it_is() -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        day = catalogue.date
        own = {(slug, p.id) for slug, p in catalogue.pictures(day)}
        for row in catalogue.snapshot(day).rows:
            shown = [p for p in catalogue.entry(row.slug, day).pictures if p.file]
            mine = [(row.slug, p.id) in own for p in shown]
            assert mine == sorted(mine, reverse=True), row.slug
            files = [str(p.file) for p in shown if (row.slug, p.id) in own]
            assert files, f"{row.slug} has a picture of its own"
            if any(file.startswith("plates/machines/") for file in files):
                assert files[0].startswith("plates/machines/"), row.slug


@pytest.mark.parametrize("line", ['replaces = "nothing"', 'replaces = "map-flown-1"', 'about = ["nobody"]'])
def test_a_picture_can_only_replace_an_older_one_of_its_entry(content: Path, line: str) -> None:
    with (content / "mission" / "flown-1.toml").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    (found,) = problems(content)
    assert line.split('"')[1] in found


def test_the_same_pictures_give_the_same_bytes(content: Path, tmp_path: Path) -> None:
    build_catalogue(content, PATHS.catalogue_schema, tmp_path / "a.db")
    build_catalogue(content, PATHS.catalogue_schema, tmp_path / "b.db")
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


@pytest.mark.parametrize("key", ["caption", "credit", "licence", "date", "made", "width", "height", "kind"])
def test_what_every_file_must_have(content: Path, key: str) -> None:
    file = content / "mission" / "flown-1.toml"
    wanted = next(line for line in RECORD.splitlines() if line.startswith(f"{key} ="))
    header = len(file.read_text(encoding="utf-8").splitlines()) - len(RECORD.splitlines()) + 2
    file.write_text(file.read_text(encoding="utf-8").replace(wanted + "\n", ""), encoding="utf-8")
    (found,) = problems(content)
    assert found.startswith(f"mission/flown-1.toml:{header}: ")
    assert key in found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('file = "plates/map.webp"', 'file = "plates/gone.webp"', "expected to find"),
        ('file = "plates/map.webp"', 'file = "../map.webp"', "lower-case words ending in"),
        ('file = "plates/map.webp"', 'file = "plates/Map.png"', "lower-case words ending in"),
        ("width = 64", "width = 65", "expected 64 and 40 as in the file"),
        ("width = 64", "width = 0", "whole number of pixels"),
        ('kind = "map"', 'kind = "photo"', "expected one of plate, map, imagery"),
        ('kind = "map"', 'kind = "mentioned"', "expected one of plate, map, imagery"),
        ('date = "2024-05-06"', 'date = "May"', "date"),
        ('made = "Drawn by hand"', 'made = ""', "expected text"),
    ],
)
def test_a_fault_of_a_record_is_named_with_its_line(content: Path, old: str, new: str, expected: str) -> None:
    file = content / "mission" / "flown-1.toml"
    line = line_of(file, old)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    matching = [p for p in problems(content) if expected in p]
    assert matching
    assert matching[0].startswith(f"mission/flown-1.toml:{line}: ")


def test_a_record_without_a_file_says_nothing_of_pixels(content: Path, tmp_path: Path) -> None:
    file = content / "mission" / "flown-1.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('file = "plates/map.webp"\n', ""), encoding="utf-8")
    (tmp_path / "plates" / "map.webp").unlink()
    found = problems(content)
    assert [p.split(": ")[1] for p in found] == ["kind", "alt", "width", "height", "made"]


@pytest.mark.parametrize("name", ["stray.webp", "deep/stray.JPG"])
def test_a_file_that_nobody_names(content: Path, tmp_path: Path, name: str) -> None:
    stray = tmp_path / "plates" / name
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(encoded("JPEG"))
    (tmp_path / "plates" / "script.py").write_text("pass")
    assert problems(content) == [
        f"plates/{name}:1: expected a [[picture]] that names this file with caption, credit and licence"
    ]


def test_a_file_that_two_name(content: Path) -> None:
    with (content / "mission" / "flown-1.toml").open("a", encoding="utf-8") as file:
        file.write(RECORD.replace("map-flown-1", "second"))
    assert "second: plates/map.webp is the file of map-flown-1" in problems(content)[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (encoded("PNG"), "expected a WebP or JPEG picture"),
        (b"", "expected a WebP or JPEG picture"),
        (b"<svg/>", "expected a WebP or JPEG picture"),
        (encoded("WEBP") + bytes(MOST_BYTES), f"expected at most {MOST_BYTES} bytes"),
    ],
)
def test_a_file_that_may_not_be_published(content: Path, tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "plates" / "map.webp").write_bytes(data)
    assert expected in problems(content)[0]


@pytest.mark.parametrize("size", [(1, 1), (64, 40), (1600, 1000), (3, 2000)])
def test_sizes_are_those_that_a_decoder_finds(size: tuple[int, int]) -> None:
    for data in (
        encoded("WEBP", size),
        encoded("WEBP", size, lossless=True),
        encoded("WEBP", size, mode="RGBA"),
        encoded("WEBP", size, exif=Image.Exif().tobytes(), icc_profile=b"x" * 200),
        encoded("JPEG", size),
        encoded("JPEG", size, progressive=True, icc_profile=b"x" * 70_000),
    ):
        with Image.open(io.BytesIO(data)) as picture:
            assert picture_size(data) == picture.size == size


def test_no_header_cut_short_is_an_error() -> None:
    for whole in (encoded("WEBP"), encoded("WEBP", lossless=True), encoded("JPEG")):
        assert all(picture_size(whole[:end]) in {None, (64, 40)} for end in range(len(whole)))
    assert picture_size(b"\xff\xd8" + b"\xff" * 50) is None


def test_the_page_of_credits_names_every_picture(content: Path, tmp_path: Path) -> None:
    loaded = load_content(content)
    page = credits_page(loaded)
    assert "1 pictures that ship, and 1 that are known of" in page
    line = next(line for line in page.splitlines() if "plates/map.webp" in line)
    for part in ("The ground that was flown over", "A. Painter", "CC BY 4.0", "2024-05-06", "Drawn by hand"):
        assert part in line
    assert "As the thread has it. Credit: not stated. Licence: unknown; not reproduced." in page
    write_credits(loaded, tmp_path)
    assert (tmp_path / "CREDITS.md").read_text(encoding="utf-8") == page
    assert not list(tmp_path.glob(".CREDITS*"))


def site_plates() -> list[dict[str, object]]:
    return list(tomllib.loads((PLATES / "site_maps.toml").read_text(encoding="utf-8"))["plate"])


def test_every_site_plate_has_a_record_that_agrees() -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        records = {p.id: (slug, p) for slug, p in catalogue.pictures(catalogue.date)}
    kinds = {"relief": PictureKind.MAP, "light": PictureKind.MAP, "imagery": PictureKind.IMAGERY}
    for plate in site_plates():
        slug, record = records[str(plate["id"])]
        assert slug == plate["entry"]
        assert record.file == f"plates/sites/{plate['id']}.webp"
        assert record.known == plate["known"]
        assert record.kind is kinds.get(str(plate["style"]), PictureKind.PLATE)
        if "width_km" in plate:
            assert f"; {plate['width_km']} km wide" in str(record.made)
        if "when" in plate:
            assert f"{plate['when']:%Y-%m-%d %H:%M} UTC" in str(record.made)


def test_a_site_plate_marks_what_was_known_on_its_day() -> None:
    with closing(Catalogue.open(PATHS.catalogue)) as catalogue:
        for plate in site_plates():
            day = plate["known"]
            assert isinstance(day, date)
            if plate.get("feature"):
                named = {p.name: [p.lat, p.lon] for p in catalogue.places(day)}
                assert named[str(plate["feature"])] == plate["position"]
                continue
            claims = catalogue.entry(str(plate["entry"]), day).claims
            places = [list(c.value) for c in claims if c.property.endswith("location") and isinstance(c.value, tuple)]
            assert plate["position"] in places, plate["id"]


def test_the_record_of_origin_holds_for_every_site_plate() -> None:
    files = tomllib.loads((PLATES / "sites" / "ORIGIN.toml").read_text(encoding="utf-8"))["file"]
    assert {f["name"] for f in files} == {f"{plate['id']}.webp" for plate in site_plates()}
    for file in files:
        assert sha256((PLATES / "sites" / file["name"]).read_bytes()).hexdigest() == file["sha256"]
