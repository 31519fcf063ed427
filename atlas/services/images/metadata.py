"""What a picture says of itself beside its pixels: how to turn it, when and by whom it was taken, whose colours."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QXmlStreamReader

from atlas.services.images import limits
from atlas.services.images.errors import UnfitError
from atlas.services.images.structure import ifd
from atlas.services.images.structure.survey import Survey

_ORIENTATION, _DATE, _ARTIST, _COPYRIGHT, _EXIF, _GPS = 0x0112, 0x0132, 0x013B, 0x8298, 0x8769, 0x8825
_TAKEN, _DIGITISED = 0x9003, 0x9004
_LONGEST_CREDIT: Final = 300
_BY_LINE, _IPTC_CREDIT, _IPTC_COPYRIGHT, _CITY, _PLACE = 80, 110, 116, 90, 92
"""Datasets of IPTC's application record."""
_DC: Final = "http://purl.org/dc/elements/1.1/"
_EXIF_NS: Final = "http://ns.adobe.com/exif/1.0/"
_PHOTOSHOP: Final = "http://ns.adobe.com/photoshop/1.0/"
_WANTED: Final = {
    (_DC, "creator"): "by",
    (_PHOTOSHOP, "Credit"): "credit",
    (_DC, "rights"): "rights",
    (_EXIF_NS, "DateTimeOriginal"): "taken",
    (_PHOTOSHOP, "DateCreated"): "taken",
    (_EXIF_NS, "GPSLatitude"): "gps",
    (_EXIF_NS, "GPSLongitude"): "gps",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the gate tells of it."""

    orientation: int
    taken: str | None
    credit: str
    has_gps: bool
    profile: str | None


def orientation(survey: Survey) -> int:
    """Return how the picture is to be turned: EXIF's 1 (not at all) to 8."""
    value = survey.orientation
    if value is None:
        tags = _exif(survey.exif)
        try:
            value = tags.integer(_ORIENTATION, 1) if tags else 1
        except UnfitError:
            value = 1
    return value if 1 <= value <= 8 else 1


def read(survey: Survey, tiff: ifd.Directory | None = None) -> Metadata:
    """Gather what EXIF, XMP, IPTC, text chunks and the colour profile say; `tiff` are a TIFF's own tags."""
    main = tiff or _exif(survey.exif)
    xmp = _xmp(survey.xmp)
    iptc = _iptc(survey.iptc)
    texts = {key.lower(): text for key, text in survey.texts}
    by = (_text(main, _ARTIST), xmp.get("by", ""), iptc.get(_BY_LINE, ""), texts.get("author", ""))
    credit = (xmp.get("credit", ""), iptc.get(_IPTC_CREDIT, ""))
    rights = (_text(main, _COPYRIGHT), xmp.get("rights", ""), iptc.get(_IPTC_COPYRIGHT, ""), texts.get("copyright", ""))
    firsts = (next((clean for text in texts_ if (clean := _clean(text))), "") for texts_ in (by, credit, rights))
    gps = _below(main, _GPS)
    return Metadata(
        orientation(survey),
        _taken(main) or _iso(xmp.get("taken", "")),
        _joined(list(firsts)),
        bool(gps and gps.entries.keys() & {2, 4}) or "gps" in xmp or bool(iptc.keys() & {_CITY, _PLACE}),
        profile_name(survey.icc),
    )


def _exif(data: bytes) -> ifd.Directory | None:
    if not data:
        return None
    fetch = ifd.within(data[: limits.EXIF_BYTES])
    try:
        order, big, offset = ifd.header(fetch)
        return ifd.directory(fetch, order, big, offset)
    except UnfitError:
        # EXIF that is broken says nothing; the picture is none the worse
        return None


def _below(main: ifd.Directory | None, tag: int) -> ifd.Directory | None:
    """Return the directory that a tag points to."""
    if main is None or tag not in main.entries:
        return None
    try:
        return ifd.directory(main.fetch, main.order, False, main.integer(tag, 0))
    except UnfitError:
        return None


def _text(tags: ifd.Directory | None, tag: int) -> str:
    if tags is None:
        return ""
    try:
        return tags.text(tag)
    except UnfitError:
        return ""


def _taken(main: ifd.Directory | None) -> str | None:
    below = _below(main, _EXIF)
    for tags, tag in ((below, _TAKEN), (below, _DIGITISED), (main, _DATE)):
        if found := _iso(_text(tags, tag)):
            return found
    return None


def _iso(text: str) -> str | None:
    """Return an EXIF or XMP date in ISO 8601 without its zone, None where it is no date."""
    hit = re.match(r"(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?", text)
    if not hit:
        return None
    numbers = [int(part) for part in hit.groups(default="0")]
    try:
        # cameras tell local time without saying where
        moment = datetime(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])  # noqa: DTZ001
    except ValueError:
        return None
    return moment.isoformat() if hit.group(4) else moment.date().isoformat()


def _clean(text: str) -> str:
    """Return one line without control characters and padding."""
    plain = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in text[:4096])
    line = " ".join(plain.split())
    return line if len(line) <= _LONGEST_CREDIT else line[: _LONGEST_CREDIT - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _joined(texts: list[str]) -> str:
    """Return the texts in a row, without those that another one contains."""
    different = list(dict.fromkeys(filter(None, texts)))
    contained = {text for text in different for other in different if text != other and text in other}
    return _clean("; ".join(text for text in different if text not in contained))


def _iptc(record: bytes) -> dict[int, str]:
    """Return the texts of IPTC-IIM's application record (record 2), repeated ones joined."""
    found: dict[int, str] = {}
    at = 0
    while record[at : at + 1] == b"\x1c" and at + 5 <= len(record):
        length = int.from_bytes(record[at + 3 : at + 5])
        if length & 0x8000:
            break
        if record[at + 1] == 2:
            data = record[at + 5 : at + 5 + length]
            text = data.decode("utf-8", "replace")
            number = record[at + 2]
            found[number] = f"{found[number]}, {text}" if number in found else text
        at += 5 + length
    return found


def _xmp(packet: bytes) -> dict[str, str]:
    """Return what is wanted of an XMP packet, wherever its prefixes point; what is broken ends the reading."""
    found: dict[str, list[str]] = {}
    if not packet or len(packet) > limits.XMP_BYTES or b"<!" in packet:
        # no document type, so no entities
        return {}
    reader = QXmlStreamReader(packet.rstrip(b"\0").decode("utf-8", "replace"))
    inside: list[str | None] = []
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.StartElement:
            inside.append(_WANTED.get((reader.namespaceUri(), reader.name())))
            attributes = reader.attributes()
            for attribute in (attributes.at(number) for number in range(attributes.size())):
                if key := _WANTED.get((attribute.namespaceUri(), attribute.name())):
                    found.setdefault(key, []).append(attribute.value())
        elif token == QXmlStreamReader.TokenType.EndElement and inside:
            inside.pop()
        elif token == QXmlStreamReader.TokenType.Characters and not reader.isWhitespace():
            key = next((name for name in reversed(inside) if name), None)
            found.setdefault(key or "", []).append(reader.text())
    return {key: ", ".join(dict.fromkeys(text.strip() for text in texts)) for key, texts in found.items()}


def profile_name(icc: bytes) -> str | None:
    """Return the description of a colour profile (ICC.1, tag 'desc'), None where there is none to be read."""
    if len(icc) < 132 or icc[36:40] != b"acsp":
        return None
    for number in range(min(int.from_bytes(icc[128:132]), 100)):
        at = 132 + 12 * number
        if icc[at : at + 4] == b"desc":
            offset, size = int.from_bytes(icc[at + 4 : at + 8]), int.from_bytes(icc[at + 8 : at + 12])
            return _clean(_description(icc[offset : offset + min(size, 4096)])) or None
    return None


def _description(tag: bytes) -> str:
    if tag[:4] == b"desc":
        length = int.from_bytes(tag[8:12])
        return tag[12 : 12 + length].rstrip(b"\0").decode("latin-1")
    if tag[:4] == b"mluc":
        length, offset = int.from_bytes(tag[20:24]), int.from_bytes(tag[24:28])
        return tag[offset : offset + length].decode("utf-16-be", "replace")
    return ""
