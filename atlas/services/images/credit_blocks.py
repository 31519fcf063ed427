"""The blocks that carry a clean copy's caption, credit, licence and date: EXIF and XMP."""

import struct
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from atlas.services.images.structure import tiff

_LONGEST: Final = 8000
"""Characters of one text: three of them in four bytes each, twice, still fit into JPEG's segments of 64 KB."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is written into a copy; empty texts are left out."""

    caption: str
    credit: str
    licence: str
    taken: str | None
    orientation: int

    @property
    def rights(self) -> str:
        """Credit and licence in one line."""
        return ". ".join(text for text in (self.credit, self.licence) if text)


def exif(words: Words) -> bytes:
    """Return an EXIF block (a TIFF without pixels), without the mark before it."""
    tags = {274: (3, struct.pack("<H", words.orientation)), **text_tags(words)}
    if words.taken is None:
        return struct.pack("<2sHI", b"II", 42, 8) + tiff.written(tags, "<", 8)
    moment = f"{words.taken.replace('-', ':').replace('T', ' '):<19}"[:19]
    below = {36_864: (7, b"0232"), 36_867: (2, moment.encode("ascii") + b"\0")}
    head = struct.pack("<2sHI", b"II", 42, 8)
    # the length does not depend on the number that the tag holds
    at = 8 + len(tiff.written({**tags, 34_665: (4, bytes(4))}, "<", 8))
    main = tiff.written({**tags, 34_665: (4, struct.pack("<I", at))}, "<", 8)
    return head + main + tiff.written(below, "<", at)


def text_tags(words: Words) -> tiff.Tags:
    """Return caption, credit and rights as the tags that TIFF and EXIF share."""
    texts = {270: words.caption, 315: words.credit, 33_432: words.rights}
    return {tag: (2, _short(text).encode() + b"\0") for tag, text in texts.items() if text}


def xmp(words: Words) -> bytes:
    """Return an XMP packet."""
    parts = []
    if words.caption:
        parts.append(f"<dc:description><rdf:Alt>{_item(words.caption)}</rdf:Alt></dc:description>")
    if words.credit:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{_text(words.credit)}</rdf:li></rdf:Seq></dc:creator>")
        parts.append(f"<photoshop:Credit>{_text(words.credit)}</photoshop:Credit>")
    if words.rights:
        parts.append(f"<dc:rights><rdf:Alt>{_item(words.rights)}</rdf:Alt></dc:rights>")
    if words.licence:
        parts.append(f"<xmpRights:UsageTerms><rdf:Alt>{_item(words.licence)}</rdf:Alt></xmpRights:UsageTerms>")
    if words.taken:
        parts.append(f"<exif:DateTimeOriginal>{_text(words.taken)}</exif:DateTimeOriginal>")
    spaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
        "exif": "http://ns.adobe.com/exif/1.0/",
    }
    declared = " ".join(f"xmlns:{prefix}={quoteattr(address)}" for prefix, address in spaces.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {declared}>{"".join(parts)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _short(text: str) -> str:
    """Return the text without what XML and C strings cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")[:_LONGEST].encode("utf-8", "ignore").decode()


def _text(text: str) -> str:
    return escape(_short(text))


def _item(text: str) -> str:
    return f'<rdf:li xml:lang="x-default">{_text(text)}</rdf:li>'
