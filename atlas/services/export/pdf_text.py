"""Mends what Qt writes about the letters of a PDF, so that its text can be searched and copied.

For each glyph Qt's table names the first character that the font draws with it. Fonts draw 月 and the radical ⽉
(U+2F49) alike, and the radical stands first; and a tab stands before the space.
"""

import re
import unicodedata
from typing import Final

_TABLE: Final = re.compile(rb"beginbfrange\n(.*?)endbfrange", re.DOTALL)
_LINE: Final = re.compile(rb"(<[0-9A-F]{4}> <[0-9A-F]{4}> )([^\n]*)")
_CODE: Final = re.compile(rb"<([0-9A-F]{4})>")
_RADICALS: Final = range(0x2F00, 0x2FD6)
_SIMPLIFIED: Final = dict(
    zip(
        "⺁⺎⺝⺟⺠⺮⻁⻄⻅⻆⻉⻋⻌⻐⻓⻔⻘⻙⻚⻛⻜⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂兀月母民竹虎西见角贝车辶钅长门青韦页风飞马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Radicals of the supplement, which Unicode does not call compatible, and the characters that are drawn alike."""


def mend_text(pdf: bytes) -> bytes:
    """Return the PDF with the usual character named for each glyph; nothing in it moves."""
    return _TABLE.sub(_table, pdf)


def _table(found: re.Match[bytes]) -> bytes:
    return b"beginbfrange\n" + _LINE.sub(_line, found[1]) + b"endbfrange"


def _line(found: re.Match[bytes]) -> bytes:
    """Mend a line `<from> <to> <character>` or `<from> <to> [<character> …]`; the first two are glyphs."""
    first, last = _CODE.findall(found[1])
    if first != last and not found[2].startswith(b"["):
        # characters that follow each other like their glyphs: the line names only the first of them
        return found[0]
    return found[1] + _CODE.sub(_code, found[2])


def _code(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16)
    if code == 0x09:
        return b"<0020>"
    char = chr(code)
    usual = unicodedata.normalize("NFKC", char) if code in _RADICALS else _SIMPLIFIED.get(char, char)
    return b"<%04X>" % ord(usual)
