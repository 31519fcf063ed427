"""What a file is by its first bytes, whatever it is called."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.services.images.errors import Reason, UnfitError, other_format

_KNOWN: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_OTHER: Final = (
    (b"8BPS", "Photoshop"),
    (b"%PDF-", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"\0\0\1\0", "ICO"),
    (b"\0\0\2\0", "CUR"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"gimp xcf", "GIMP"),
    (b"v/1\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
    (b"DDS ", "DDS"),
    (b"SIMPLE  =", "FITS"),
    (b"CDF\1", "NetCDF"),
    (b"\x89HDF", "HDF5"),
    (b"PDS_VERSION_ID", "PDS"),
    (b"PK\3\4", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"FUJIFILMCCD-RAW", "RAW"),
    (b"IIRS", "RAW"),
    (b"IIRO", "RAW"),
    (b"IIU\0", "RAW"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
)
_BRANDS: Final = {b"heic": "HEIC", b"heix": "HEIC", b"hevc": "HEIC", b"mif1": "HEIF", b"msf1": "HEIF", b"avif": "AVIF",
                  b"avis": "AVIF", b"crx ": "RAW", b"qt  ": "QuickTime"}  # fmt: skip


def known(head: bytes) -> str:
    """Return which of the formats that come in the file is, or raise `UnfitError` with what it is instead."""
    for magic, name in _KNOWN:
        if head.startswith(magic):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    # two letters are little to go by: the length of the header behind must fit as well
    if head[:2] == b"BM" and head[15:18] == b"\0\0\0":
        return "BMP"
    raise _refusal(head)


def _refusal(head: bytes) -> UnfitError:
    if _is_svg(head):
        text = QCoreApplication.translate(
            "Pictures",
            "“{name}” is an SVG drawing, which may hold scripts and links to elsewhere: save it as PNG and add that.",
        )
        return UnfitError(Reason.OTHER_FORMAT, text)
    name = _other(head)
    if name:
        return other_format(name)
    text = QCoreApplication.translate(
        "Pictures", "“{name}” holds no picture that the atlas knows: it takes JPEG, PNG, WebP, TIFF, GIF and BMP."
    )
    return UnfitError(Reason.NOT_A_PICTURE, text)


def _other(head: bytes) -> str:
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "MPEG-4")
    if head[:4] == b"RIFF":
        return "RIFF"
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if plain.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    return next((name for magic, name in _OTHER if head.startswith(magic)), "")


def _is_svg(head: bytes) -> bool:
    for coding in ("utf-16-le", "utf-16-be"):
        if "<svg".encode(coding) in head:
            return True
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return plain.startswith(b"<") and (b"<svg" in plain or b"svg " in plain or b"//dtd svg" in plain)
