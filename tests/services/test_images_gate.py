"""The gate: what it tells of pictures that pass, what it says of files that do not."""

import hashlib
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_pictures import FAMILIES, SVGS, chunk, grey_tiff, png, segment, strange_files
from PIL import Image, PngImagePlugin
from sample_pictures import SIZE, exif, kinds, scene, write

from atlas.services.images import gate
from atlas.services.images.gate import PictureRefusedError, Reason, examine

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:a="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/photoshop/1.0/"
 xmlns:e="http://ns.adobe.com/exif/1.0/" p:Credit="Yutu &amp; team" {more}>
<a:creator><rdf:Seq><rdf:li>Wang Wei</rdf:li><rdf:li>Li Na</rdf:li></rdf:Seq></a:creator>
<a:rights><rdf:Alt><rdf:li xml:lang="x-default">CC BY-SA 4.0</rdf:li></rdf:Alt></a:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def one(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def refusal(path: Path) -> PictureRefusedError:
    with pytest.raises(PictureRefusedError) as caught:
        examine(path)
    assert str(caught.value).isprintable()
    assert caught.value.path == path
    return caught.value


@pytest.mark.parametrize("name", sorted(kinds()))
def test_each_kind_passes(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, {name: kinds()[name]})[0]
    facts = examine(path)
    form = {"jpg": "JPEG", "tif": "TIFF"}.get(path.suffix[1:], path.suffix[1:].upper())
    assert (facts.format, facts.mime) == (form, f"image/{form.lower()}")
    assert (facts.width, facts.height) == SIZE
    assert facts.frames == (3 if name.startswith(("frames", "pages")) else 1)
    assert facts.size == path.stat().st_size
    assert facts.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert examine(one(tmp_path, "picture.svg", kinds()["plain.png"])).format == "PNG"
    assert examine(one(tmp_path, "no ending", kinds()["plain.jpg"])).format == "JPEG"
    assert refusal(one(tmp_path, "drawing.png", SVGS["script.svg"].encode())).reason is Reason.OTHER_FORMAT


@pytest.mark.parametrize("form", ["jpg", "png", "webp", "tif"])
def test_exif_is_read(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"told.{form}"
    scene().save(path, exif=exif(t274=6))
    facts = examine(path)
    assert (facts.width, facts.height) == SIZE[::-1]
    assert facts.proposed_credit == "2024 Anna Müller"
    # Pillow leaves the directories below out of a TIFF
    assert facts.has_gps == (form != "tif")
    assert facts.taken == (None if form == "tif" else "2024-05-01T12:33:10")


def test_a_place_in_a_tiffs_own_tags_is_seen(tmp_path: Path) -> None:
    place = struct.pack("<HHHII", 1, 2, 5, 1, 0) + bytes(4)
    data = grey_tiff(2, 2, bytes(4) + place, 1, ((8,), (4,)), more={34_853: (4, (12,))})
    assert examine(one(tmp_path, "placed.tif", data)).has_gps


@pytest.mark.parametrize("form", ["jpg", "png", "webp", "tif"])
def test_xmp_is_read_wherever_its_prefixes_point(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"told.{form}"
    text = XMP.format(more='e:GPSLatitude="89,30.0S" p:DateCreated="2024-06-02T06:23:00+08:00"').encode()
    if form == "png":
        said = PngImagePlugin.PngInfo()
        said.add_itxt("XML:com.adobe.xmp", text.decode())
        scene().save(path, pnginfo=said)
    elif form == "tif":
        scene().save(path, tiffinfo={700: text})
    else:
        scene().save(path, xmp=text)
    facts = examine(path)
    assert facts.proposed_credit == "Wang Wei, Li Na; Yutu & team; CC BY-SA 4.0"
    assert facts.has_gps
    assert facts.taken == "2024-06-02T06:23:00"


def test_xmp_with_entities_is_left_alone(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + XMP.format(more="")
    scene().save(tmp_path / "bomb.jpg", xmp=bomb.encode())
    assert examine(tmp_path / "bomb.jpg").proposed_credit == ""


def test_iptc_and_text_chunks_are_read(tmp_path: Path) -> None:
    def dataset(number: int, text: str) -> bytes:
        return b"\x1c\2" + bytes([number]) + len(text.encode()).to_bytes(2) + text.encode()

    record = dataset(80, "Вера") + dataset(110, "Roscosmos") + dataset(116, "© 2023 Roscosmos")
    resources = b"8BIM\x04\x04\0\0" + len(record).to_bytes(4) + record
    data = kinds()["progressive.jpg"]
    with_iptc = data[:2] + segment(0xED, b"Photoshop 3.0\0" + resources) + data[2:]
    assert examine(one(tmp_path, "press.jpg", with_iptc)).proposed_credit == "Вера; © 2023 Roscosmos"
    texts = chunk(b"tEXt", b"Author\0Anna") + chunk(b"iTXt", "Copyright\0\0\0\0\0嫦娥".encode())
    assert examine(one(tmp_path, "told.png", png(9, 9, extra=texts))).proposed_credit == "Anna; 嫦娥"


@pytest.mark.parametrize(
    ("said", "taken"),
    [("0000:00:00 00:00:00", None), ("2024:13:01 10:00:00", None), ("2024:05:01", "2024-05-01"), ("soon", None)],
)
def test_dates_that_are_none_are_left_out(said: str, taken: str | None, tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[0x0132] = said
    scene().save(tmp_path / "dated.jpg", exif=tags)
    assert examine(tmp_path / "dated.jpg").taken == taken


def test_a_credit_becomes_one_short_line(tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[0x013B] = ("Anna\n\u202e\x1b[31m  Müller " + "x" * 5000).encode()
    scene().save(tmp_path / "long.jpg", exif=tags)
    credit = examine(tmp_path / "long.jpg").proposed_credit
    assert credit.startswith("Anna [31m Müller x")
    assert credit.isprintable()
    assert len(credit) <= 300


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of POSIX")
def test_strange_files_are_told_apart(tmp_path: Path) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "socket.jpg"))
    outcomes = {}
    for path in [*strange_files(tmp_path), tmp_path / "socket.jpg"]:
        try:
            outcomes[path.name] = examine(path).format
        except PictureRefusedError as problem:
            outcomes[path.name] = problem.reason
    listener.close()
    shown = {name for name, outcome in outcomes.items() if outcome == "JPEG"}
    assert len(shown) == 5, "names that break lines are no reason to refuse a picture"
    reasons = {name: outcome for name, outcome in outcomes.items() if name not in shown}
    assert reasons == {
        "pipe.jpg": Reason.NOT_A_FILE,
        "folder.jpg": Reason.NOT_A_FILE,
        "loop.jpg": Reason.NOT_A_FILE,
        "socket.jpg": Reason.NOT_A_FILE,
        "zero": Reason.NOT_A_FILE,
        "stdin": outcomes["stdin"],
        "nowhere.jpg": Reason.UNREADABLE,
        "mem": Reason.EMPTY,
        "zero\0inside.jpg": Reason.UNREADABLE,
    }


def test_a_refusal_names_the_file_without_breaking_the_line(tmp_path: Path) -> None:
    path = one(tmp_path, "line\nbreak \x1b[31m\u202egnp." + "y" * 120, b"nothing")
    assert "line\ufffdbreak \ufffd[31m\ufffdgnp." in str(refusal(path))
    assert len(str(refusal(path))) < 250


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = one(tmp_path, "private.jpg", kinds()["plain.jpg"])
    path.chmod(0o600)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    code = (
        "import os, sys; from pathlib import Path; from atlas.services.images import gate\n"
        "os.setuid(65534)\n"
        "try: gate.examine(Path(sys.argv[1]))\n"
        "except gate.PictureRefusedError as problem: print(problem.reason.value, problem)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("unreadable “private.jpg” cannot be read (Permission denied)")


def test_a_raw_photograph_is_not_taken_for_its_preview(tmp_path: Path) -> None:
    preview = FAMILIES["tiff-directories-in-a-ring.tif"]()
    assert examine(one(tmp_path, "page.tif", preview)).format == "TIFF"
    canon = preview[:8] + b"CR" + preview[10:]
    assert "RAW" in str(refusal(one(tmp_path, "photo.cr2", canon)))


def test_without_decoding_only_the_structure_is_looked_at(tmp_path: Path) -> None:
    data = bytearray(kinds()["plain.png"])
    at = data.index(b"IDAT") + 10
    data[at : at + 40] = b"\xff" * 40
    path = one(tmp_path, "broken.png", bytes(data))
    assert examine(path, decode=False).width == SIZE[0]
    assert refusal(path).reason in {Reason.DAMAGED, Reason.TRUNCATED}


@pytest.mark.parametrize("name", ["plain.jpg", "plain.png", "lossy.webp", "plain.gif", "plain.bmp", "plain.tif"])
def test_half_a_picture_is_told_as_that(name: str, tmp_path: Path) -> None:
    data = kinds()[name]
    assert refusal(one(tmp_path, name, data[: len(data) // 2])).reason is Reason.TRUNCATED
    assert "copy it again" in str(refusal(one(tmp_path, name, data[: len(data) // 2])))


def test_what_follows_a_picture_does_no_harm(tmp_path: Path) -> None:
    for name in ("plain.jpg", "plain.png", "lossy.webp", "plain.gif"):
        assert examine(one(tmp_path, name, kinds()[name] + b"<script>" * 1000)).width == SIZE[0]


def test_pillows_own_limits_stay_as_they_are(tmp_path: Path) -> None:
    before = (Image.MAX_IMAGE_PIXELS, PngImagePlugin.MAX_TEXT_CHUNK, PngImagePlugin.MAX_TEXT_MEMORY)
    gate.examine(one(tmp_path, "wide.png", png(60_000, 1)))
    assert before == (Image.MAX_IMAGE_PIXELS, PngImagePlugin.MAX_TEXT_CHUNK, PngImagePlugin.MAX_TEXT_MEMORY)
