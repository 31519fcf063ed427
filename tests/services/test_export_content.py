"""What is written into each format, read back by something that knows nothing of the atlas."""

import csv
import io
import json
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from atlas.domain.claim_lines import CLAIM_LINE_FIELDS, claim_lines, value_text
from atlas.domain.entries import Entry
from atlas.paths import Paths
from atlas.services.card.markdown import entry_text
from atlas.services.export.formats import FORMATS, credit_line, export_entries, format_of
from atlas.services.export.pdf_pages import entry_page
from atlas.services.export.tables import CSV_COLUMNS
from atlas.store.catalogue import Catalogue

DAY = date(2026, 11, 22)
CREDIT = "ILRS Atlas, catalogue of 2026-11-22, CC BY 4.0"
NASTY = 'He said: "a, b"; c\r\nд\t嫦娥 <b>|*_[x](y)'


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    with closing(Catalogue.open(Paths.find().catalogue)) as catalogue:
        return [catalogue.entry(slug, DAY) for slug in ("change-7", "luna-25", "ilrs")]


def named(entry: Entry, name: str, tagline: str = "") -> Entry:
    """Return the entry under another name, with claims that say the same."""
    claims = tuple(replace(c, value=name) if isinstance(c.value, str) and c.span is None else c for c in entry.claims)
    row = replace(entry.row, names={**entry.row.names, "en": name}, tagline=tagline or name)
    return replace(entry, row=row, claims=claims, summary=name)


def written(entries: list[Entry], path: Path, format_id: str | None = None) -> bytes:
    size = export_entries(entries, path, format_id, as_of=DAY, catalogue_day=DAY)
    data = path.read_bytes()
    assert len(data) == size
    return data


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_the_ending_says_the_format() -> None:
    assert [format_of(Path(f"a{f.suffix}")).id for f in FORMATS.values()] == list(FORMATS)
    assert format_of(Path("A.CLAIMS.CSV")).id == "claims"
    assert format_of(Path("a.b.PDF")).id == "pdf"
    for name in ("a.docx", "a", ".csv", "csv", "a.csv.bak"):
        with pytest.raises(ValueError, match=r"the ending says the format, one of \.csv"):
            format_of(Path(name))


def test_credit() -> None:
    assert credit_line(DAY) == CREDIT


def test_csv(entries: list[Entry], tmp_path: Path) -> None:
    data = written(entries, tmp_path / "a.csv")
    assert data.count(b"\r\n") == len(entries) + 1
    rows = table(data)
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [r["slug"] for r in rows] == ["change-7", "luna-25", "ilrs"]
    assert (rows[0]["name_zh"], rows[0]["latitude_deg"], rows[0]["longitude_deg_east"]) == (
        "嫦娥七号",
        "-88.8",
        "123.4",
    )
    assert rows[2]["latitude_deg"] == ""


def test_text_survives_a_csv(entries: list[Entry], tmp_path: Path) -> None:
    (row,) = table(written([named(entries[0], NASTY)], tmp_path / "a.csv"))
    assert row["name_en"] == NASTY
    lines = table(written([named(entries[0], NASTY)], tmp_path / "a.claims.csv"))
    assert NASTY in {line["value"] for line in lines}


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("name", ["a.csv", "a.claims.csv"])
def test_no_cell_is_a_formula(entries: list[Entry], tmp_path: Path, name: str, first: str) -> None:
    formula = f"{first}HYPERLINK(1)"
    rows = table(written([named(entries[0], formula)], tmp_path / name))
    cells = [cell for row in rows for cell in row.values()]
    assert f"'{formula}" in cells
    assert not [cell for cell in cells if cell.startswith(first) and not _is_number(cell)]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_claims_csv_has_every_claim(entries: list[Entry], tmp_path: Path) -> None:
    rows = table(written(entries, tmp_path / "a.claims.csv"))
    assert tuple(rows[0]) == CLAIM_LINE_FIELDS
    assert len(rows) == sum(len(e.claims) for e in entries)
    ids = {r["claim"] for r in rows}
    assert {r["superseded_by"] for r in rows} - {""} <= ids
    (first,) = [r for r in rows if r["entry"] == "change-7" and r["value"] == "2023/2024"]
    assert (first["property"], first["basis"], first["asserted"]) == ("launch", "planned", "2021-02-17")
    assert (first["date_earliest"], first["date_latest"]) == ("2023-01-01", "2024-12-31")
    assert first["superseded_by"]
    (place,) = [r for r in rows if r["property"] == "target_location" and r["entry"] == "change-7"]
    assert json.loads(place["value"]) == [-88.8, 123.4]
    assert place["unit"] == "deg"


def test_claim_lines_name_their_sources(entries: list[Entry]) -> None:
    for entry in entries:
        for claim, line in zip(entry.claims, claim_lines(entry), strict=True):
            assert line.sources.split(";") == [s.id for s in claim.sources] or not claim.sources
            assert line.source_urls.split() == [s.url for s in claim.sources if s.url]


@pytest.mark.parametrize(
    ("value", "text"), [(8200, "8200"), (0.1, "0.1"), ("203X", "203X"), ((-1.5, 2.0), "[-1.5, 2.0]")]
)
def test_values_as_a_cell(value: object, text: str) -> None:
    assert value_text(value) == text  # type: ignore[arg-type]


def test_json(entries: list[Entry], tmp_path: Path) -> None:
    items = json.loads(written([named(entries[0], NASTY), *entries[1:]], tmp_path / "a.json"))
    assert [i["slug"] for i in items] == ["change-7", "luna-25", "ilrs"]
    assert items[0]["name"] == {"en": NASTY, "zh": "嫦娥七号", "ru": "Чанъэ-7"}
    assert len(items[0]["facts"]) > 10


def test_geojson(entries: list[Entry], tmp_path: Path) -> None:
    data = json.loads(written([named(entries[0], NASTY), *entries[1:]], tmp_path / "a.geojson"))
    assert data["type"] == "FeatureCollection"
    assert (data["body"], data["credit"]) == ("Moon", CREDIT)
    assert "30100" in data["crs"]["properties"]["name"]
    assert [f["type"] for f in data["features"]] == ["Feature"] * 3
    assert data["features"][0]["geometry"] == {"type": "Point", "coordinates": [123.4, -88.8]}
    assert data["features"][2]["geometry"] is None
    assert data["features"][0]["properties"]["name"] == NASTY


def test_markdown(entries: list[Entry], tmp_path: Path) -> None:
    text = written([named(entries[0], NASTY), *entries[1:]], tmp_path / "a.md").decode("utf-8")
    headings = [line for line in text.splitlines() if line.startswith("# ")]
    assert len(headings) == 3
    assert "<b>" not in text
    assert text.count("\n---\n") == 3
    assert text.endswith(f"*{CREDIT}*\n")


def test_geopackage(entries: list[Entry], tmp_path: Path) -> None:
    assert written(entries, tmp_path / "a.gpkg").startswith(b"SQLite format 3\0")


@pytest.mark.parametrize("format_id", [f for f in FORMATS if f != "pdf"])
def test_nothing_is_a_sound_file_too(format_id: str, tmp_path: Path) -> None:
    assert written([], tmp_path / f"none{FORMATS[format_id].suffix}")


def test_a_named_format_needs_no_ending(entries: list[Entry], tmp_path: Path) -> None:
    assert json.loads(written(entries[:1], tmp_path / "change", "json"))


def test_each_entry_is_counted_and_the_count_may_stop_it(entries: list[Entry], tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    for format_id in ("csv", "claims", "json", "geojson", "gpkg", "md"):
        seen: list[int] = []

        def step(seen: list[int] = seen) -> None:
            if len(seen) == 2:
                raise KeyboardInterrupt
            seen.append(1)

        with pytest.raises(KeyboardInterrupt):
            export_entries(entries, target, format_id, as_of=DAY, catalogue_day=DAY, step=step)
        assert len(seen) == 2
    assert target.read_text() == "old"


def test_pictures_carry_their_credit(entries: list[Entry], tmp_path: Path) -> None:
    (entry,) = (e for e in entries if e.slug == "change-7")
    shown = next(p for p in entry.pictures if p.file and p.file.startswith("plates/sites/"))
    images = json.loads(written([entry], tmp_path / "a.json"))[0]["images"]
    image = next(i for i in images if i["id"] == shown.id)
    assert image["kind"] == shown.kind
    assert image["file"] == shown.file == f"plates/sites/{shown.id}.webp"
    assert [image["width"], image["height"]] == [1600, 1000]
    for key in ("caption", "credit", "licence", "date", "made"):
        assert image[key] == getattr(shown, key)
    lines = written([entry], tmp_path / "a.md").decode("utf-8").splitlines()
    line = next(line for line in lines if shown.caption.rstrip(".") in line)
    for part in (shown.credit, shown.licence, "22 November 2026", "LOLA heights", "plates/sites/"):
        assert part in line
    mentioned = next(p for p in entry.pictures if not p.file)
    line = next(line for line in lines if mentioned.caption in line)
    assert line.endswith("not reproduced here")


def profiled(day: date) -> Entry:
    with closing(Catalogue.open(Paths.find().catalogue)) as catalogue:
        return catalogue.entry("change-7", day)


def test_line_drawings_are_listed_with_all_that_must_go_with_them(entries: list[Entry], tmp_path: Path) -> None:
    entry = profiled(DAY)
    items = json.loads(written([entry], tmp_path / "a.json"))[0]["profiles"]
    assert [item["part"] for item in items] == [None, "rover"]
    for item, profile in zip(items, entry.profiles, strict=True):
        for key in ("file", "width_m", "height_m", "made", "credit", "licence", "date"):
            assert item[key] == getattr(profile, key)
        assert item["known"] == profile.known.isoformat()
        assert item["sources"] == [source.id for source in profile.sources]
        assert (Paths.find().resources / item["file"]).is_file()


def test_line_drawings_stand_in_the_text_with_size_credit_and_source(entries: list[Entry], tmp_path: Path) -> None:
    text = written([profiled(DAY)], tmp_path / "a.md").decode("utf-8")
    heading, whole, rover = text[text.index("## To scale") :].replace("\n\n", "\n").splitlines()[:3]
    assert heading == "## To scale"
    assert whole.startswith("- Chang'e 7: about 4.3 m high and 7.2 m wide as drawn. [")
    assert rover.startswith("- Rover: about ")
    for part in ("ILRS Atlas · CC BY 4.0 · made 22 November 2026", "as described, appearance not published in detail"):
        assert part in whole
    assert whole.endswith("(plates/profiles/change-7.svg)")
    (source,) = profiled(DAY).profiles[0].sources
    number = whole.partition("[")[2].partition("]")[0]
    assert f"\n{number}. {source.title}" in text


def test_a_picture_names_its_sources_in_the_text(entries: list[Entry], tmp_path: Path) -> None:
    text = written(entries[:1], tmp_path / "a.md").decode("utf-8")
    picture = next(p for p in entries[0].pictures if p.file and p.sources)
    line = next(line for line in text.splitlines() if picture.caption.rstrip(".") in line)
    number = line.partition("[")[2].partition("]")[0]
    assert f"\n{number}. {picture.sources[0].title}" in text


def test_a_drawing_is_not_told_of_before_its_look_was_known(tmp_path: Path) -> None:
    entry = profiled(DAY)
    before = profiled(min(profile.known for profile in entry.profiles) - timedelta(days=1))
    assert json.loads(written([before], tmp_path / "a.json"))[0]["profiles"] == []
    for text in (written([before], tmp_path / "a.md").decode("utf-8"), entry_text(before), entry_page(before)):
        assert "to scale" not in text.casefold()
    for text in (entry_text(entry), entry_page(entry)):
        assert "about 4.3 m high and 7.2 m wide as drawn" in text
        assert "ILRS Atlas · CC BY 4.0 · made 22 November 2026" in text
