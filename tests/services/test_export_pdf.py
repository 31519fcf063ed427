"""The PDF is read back by poppler where it is there, and by its own bytes where it is not."""

import re
import shutil
import subprocess
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPalette

from atlas.domain.entries import Entry
from atlas.paths import Paths
from atlas.services.export.formats import export_entries
from atlas.services.export.pdf_pages import entry_page, signs
from atlas.services.export.pdf_text import mend_text
from atlas.services.to_scale.export import PAPER as DRAWN
from atlas.store.catalogue import Catalogue

DAY = date(2026, 11, 22)
SLUGS = ("change-7", "luna-25", "ilrs", "chandrayaan-3")
CREDIT = "ILRS Atlas, catalogue of 2026-11-22, CC BY 4.0"


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    with closing(Catalogue.open(Paths.find().catalogue)) as catalogue:
        return [catalogue.entry(slug, DAY) for slug in SLUGS]


def pdf_file(entries: list[Entry], path: Path) -> Path:
    export_entries(entries, path, as_of=DAY, catalogue_day=DAY)
    return path


def tool(name: str, *argv: str) -> str:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed (Debian: poppler-utils)")
    done = subprocess.run([program, *argv], capture_output=True, text=True, check=True, timeout=60)
    assert "Error" not in done.stderr
    return done.stdout


def has_han() -> bool:
    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems()


def test_a_file_of_a4_pages(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    raw = pdf_file(entries[:1], tmp_path / "a.pdf").read_bytes()
    assert raw.startswith(b"%PDF-1.")
    assert raw.rstrip().endswith(b"%%EOF")
    boxes = set(re.findall(rb"/MediaBox \[([^\]]*)\]", raw))
    assert len(boxes) == 1
    assert [float(n) for n in boxes.pop().split()] == pytest.approx([0, 0, 595, 842], abs=1)
    # every font is embedded
    assert raw.count(b"/Type /FontDescriptor") == len(re.findall(rb"/FontFile[23]? \d+ 0 R", raw)) > 0


def test_names_can_be_searched_in_three_scripts(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    text = tool("pdftotext", str(pdf_file(entries, tmp_path / "a.pdf")), "-")
    for name in ("Chang'e 7", "Luna-25", "Чанъэ-7", "Луна-25"):
        assert name in text
    assert "2027" in text
    assert "filipino" in text, "no letters are joined into one sign"
    if has_han():
        assert "嫦娥七号" in text
        assert "月" in text
        assert not re.search("[\u2e80-\u2fdf]", text), "radicals stand for characters"


def test_han_faces_are_embedded(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    if not has_han():
        pytest.skip("this machine has no face for Chinese")
    lines = tool("pdffonts", str(pdf_file(entries[:1], tmp_path / "a.pdf"))).splitlines()[2:]
    assert lines
    assert all(re.search(r" yes +(yes|no) +yes +\d+ +\d+$", line) for line in lines), lines


def test_pages_are_numbered_and_credited(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    text = tool("pdftotext", "-layout", str(pdf_file(entries, tmp_path / "a.pdf")), "-")
    pages = text.split("\f")[:-1]
    for number, page in enumerate(pages, start=1):
        assert CREDIT in page
        assert f"{number} of {len(pages)}" in page.strip().splitlines()[-1]


def test_the_contents_lead_to_the_right_pages(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    text = tool("pdftotext", "-layout", str(pdf_file(entries, tmp_path / "a.pdf")), "-")
    pages = text.split("\f")
    assert "4 entries, as known on 22 November 2026" in pages[0]
    for entry in entries:
        (line,) = [x for x in pages[0].splitlines() if x.strip().startswith(entry.row.name)][:1]
        number = int(line.split()[-1])
        assert pages[number - 1].strip().startswith(entry.row.name)


def test_one_entry_has_no_contents(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    text = tool("pdftotext", "-layout", str(pdf_file(entries[:1], tmp_path / "a.pdf")), "-")
    assert text.strip().startswith("Chang'e 7")


def test_links_lead_to_entries_and_sources_only(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    raw = pdf_file(entries, tmp_path / "a.pdf").read_bytes()
    schemes = {m.partition(b":")[0] for m in re.findall(rb"/URI \(([^)]*)\)", raw)}
    assert b"atlas" in schemes
    assert schemes <= {b"atlas", b"http", b"https"}


def test_addresses_are_written_out_once(entries: list[Entry]) -> None:
    page = entry_page(entries[0])
    for source in entries[0].sources:
        if source.url:
            assert source.url.replace("&", "&amp;").replace("'", "&#x27;") in page
    assert "source:" not in page
    assert page.upper().count(">SOURCES<") == 1


def test_signs_are_drawn(entries: list[Entry]) -> None:
    found = signs(entry_page(entries[0]))
    assert found
    assert all((Paths.find().icons / f"{icon}.svg").is_file() for icon, _ in found.values())


def test_dark_theme_prints_black(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    light = pdf_file(entries[1:2], tmp_path / "light.pdf")
    before = QGuiApplication.palette()
    dark = QPalette(before)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        dark.setColor(role, "#ffffff")
    QGuiApplication.setPalette(dark)
    try:
        other = pdf_file(entries[1:2], tmp_path / "dark.pdf")
    finally:
        QGuiApplication.setPalette(before)
    picture = tool("pdftoppm", "-r", "50", "-png", "-singlefile", str(light), str(tmp_path / "light"))
    tool("pdftoppm", "-r", "50", "-png", "-singlefile", str(other), str(tmp_path / "dark"))
    assert picture == ""
    assert (tmp_path / "light.png").read_bytes() == (tmp_path / "dark.png").read_bytes()


def test_another_thread_writes_the_same_pages_and_qt_says_nothing(
    qapp: QGuiApplication, entries: list[Entry], tmp_path: Path
) -> None:
    said: list[str] = []

    def hear(_kind: QtMsgType, _context: object, text: str) -> None:
        if "OpenType support missing" not in text:
            said.append(text)

    qInstallMessageHandler(hear)
    try:
        worker = threading.Thread(target=pdf_file, args=(entries, tmp_path / "a.pdf"))
        worker.start()
        worker.join()
    finally:
        qInstallMessageHandler(None)
    assert said == []
    assert (tmp_path / "a.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def test_the_table_of_letters_is_mended_in_place() -> None:
    before = (
        b"x beginbfrange\n<0000> <0000> <0000>\n<2F49> <2F49> <2F49>\n<0002> <0004> [<0009> <2EC9> <0041> ]\n"
        b"<0005> <0009> <2F00>\nendbfrange <2F49>"
    )
    after = mend_text(before)
    assert len(after) == len(before)
    assert after == (
        b"x beginbfrange\n<0000> <0000> <0000>\n<2F49> <2F49> <6708>\n<0002> <0004> [<0020> <8D1D> <0041> ]\n"
        b"<0005> <0009> <2F00>\nendbfrange <2F49>"
    )


def with_pictures(entry: Entry, path: Path, resources: Path) -> bytes:
    export_entries([entry], path, as_of=DAY, catalogue_day=DAY, resources=resources)
    return path.read_bytes()


def images_in(raw: bytes) -> list[tuple[int, int]]:
    found = re.findall(rb"/Subtype /Image\s+/Width (\d+)\s+/Height (\d+)", raw)
    return [(int(width), int(height)) for width, height in found]


def test_the_first_picture_stands_over_the_facts(qapp: QGuiApplication, entries: list[Entry], tmp_path: Path) -> None:
    entry = next(e for e in entries if e.slug == "change-7")
    path = tmp_path / "a.pdf"
    plates = [size for size in images_in(with_pictures(entry, path, Paths.find().resources)) if size[0] > 500]
    assert plates == [(1070, 669)]
    text = " ".join(tool("pdftotext", "-layout", str(path), "-").split())
    picture = next(p for p in entry.pictures if p.file)
    assert text.count(picture.caption) == 1
    assert f"{picture.credit} · {picture.licence}" in text


def test_a_picture_that_is_gone_or_damaged_stops_nothing(
    qapp: QGuiApplication, entries: list[Entry], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry = next(e for e in entries if e.slug == "change-7")
    picture = next(p for p in entry.pictures if p.file)
    assert picture.file is not None
    assert not [s for s in images_in(with_pictures(entry, tmp_path / "a.pdf", tmp_path)) if s[0] > 500]
    damaged = tmp_path / picture.file
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"RIFF")
    assert not [s for s in images_in(with_pictures(entry, tmp_path / "b.pdf", tmp_path)) if s[0] > 500]
    assert damaged.name in caplog.text


def test_line_drawings_are_drawn_as_lines_under_their_heading(
    qapp: QGuiApplication, entries: list[Entry], tmp_path: Path
) -> None:
    entry = next(e for e in entries if e.slug == "change-7")
    raw = with_pictures(entry, tmp_path / "a.pdf", Paths.find().resources)
    bare = with_pictures(replace(entry, profiles=()), tmp_path / "b.pdf", Paths.find().resources)
    assert len(images_in(raw)) == len(images_in(bare))
    text = tool("pdftotext", "-layout", str(tmp_path / "a.pdf"), "-")
    (page,) = [page for page in text.split("\f") if "TO SCALE" in page]
    drawn, caption = page.partition("TO SCALE")[2].split("Chang'e 7: about 4.3 m high and 7.2 m wide as drawn.")
    # both heights, and the length of the scale bar
    assert {"4.3m", "2.1m", "2m"} <= {"".join(line.split()) for line in drawn.splitlines()}
    for part in (
        "a person of 1.8 m",
        "Original line drawing to scale",
        "ILRS Atlas · CC BY 4.0 · made 22 November 2026",
    ):
        assert part in caption
    shot = painted(tmp_path / "a.pdf", page=text[: text.index("TO SCALE")].count("\f") + 1, folder=tmp_path)
    colours = {shot.pixelColor(x, y).name() for x in range(shot.width()) for y in range(shot.height())}
    assert {DRAWN.figure.name(), DRAWN.paper.name()} <= colours


def painted(path: Path, page: int, folder: Path) -> QImage:
    tool("pdftoppm", "-r", "80", "-f", f"{page}", "-l", f"{page}", "-png", "-singlefile", str(path), str(folder / "p"))
    return QImage(str(folder / "p.png"))


def test_heading_drawing_and_caption_stay_on_one_page(
    qapp: QGuiApplication, entries: list[Entry], tmp_path: Path
) -> None:
    entry = next(e for e in entries if e.slug == "change-7")
    plain = replace(entry, claims=(), holdings=(), pictures=(), relations=(), quotes=(), sources=())
    path = tmp_path / "a.pdf"
    # the drawings begin further and further down the page, and then on the next
    lengthening = [replace(plain, summary="A paragraph.\n\n" * count) for count in range(8, 40, 2)]
    export_entries(lengthening, path, as_of=DAY, catalogue_day=DAY, resources=Paths.find().resources)
    pages = [page.strip() for page in tool("pdftotext", "-layout", str(path), "-").split("\f")]
    shown = [page for page in pages if "TO SCALE" in page]
    assert len(shown) == len(lengthening)
    assert all("a person of 1.8 m" in page and "4.3 m\n" in page for page in shown)
    assert any(page.startswith("TO SCALE") for page in shown)
    assert any(page.startswith("Chang'e 7") for page in shown)


def test_drawings_that_are_gone_or_damaged_are_told_of_all_the_same(
    qapp: QGuiApplication, entries: list[Entry], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry = next(e for e in entries if e.slug == "change-7")
    for name in ("gone", "damaged"):
        with_pictures(entry, tmp_path / "a.pdf", tmp_path)
        text = " ".join(tool("pdftotext", "-layout", str(tmp_path / "a.pdf"), "-").split())
        assert "Chang'e 7: about 4.3 m high and 7.2 m wide as drawn." in text
        if name == "gone":
            for profile in entry.profiles:
                (tmp_path / profile.file).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / profile.file).write_bytes(b"<svg/>")
    assert "plates/profiles/change-7.svg is not a line drawing" in caplog.text


def test_a_picture_says_how_it_was_made_and_from_what(entries: list[Entry]) -> None:
    entry = next(e for e in entries if e.slug == "change-7")
    plate = next(p for p in entry.pictures if p.file and p.sources)
    page = entry_page(entry, plate)
    assert plate.made is not None
    under = page[page.index("plate:first") :].partition("</p><")[2].partition("</p>")[0]
    assert escape(f"{plate.made}.") in under
    assert re.search(r"super\">\d+<", under)
