"""An entry as a citation, and the text that reports a wrong fact."""

import json
import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas import __version__
from atlas.domain.entries import Entry
from atlas.services.card.format import format_day

TITLE: Final = "ILRS Atlas"
_BRACES: Final = re.compile(r"([{}\\%&#_$])")


def link(entry: Entry) -> str:
    """Return the address that opens the entry: `atlas://mission/change-7`."""
    return f"atlas://{entry.row.kind}/{entry.slug}"


def bibtex(entry: Entry) -> str:
    """Return the entry as a BibTeX record."""
    key = entry.slug.replace("-", "")
    return (
        f"@misc{{ilrsatlas-{key}-{entry.as_of:%Y%m%d},\n"
        f"  title        = {{{_tex(entry.row.name)}}},\n"
        f"  author       = {{{{The ILRS Atlas authors}}}},\n"
        f"  howpublished = {{{TITLE} {__version__}, {link(entry)}}},\n"
        f"  year         = {{{entry.as_of.year}}},\n"
        f"  note         = {{As known on {entry.as_of.isoformat()}. CC BY 4.0}}\n"
        f"}}\n"
    )


def _tex(text: str) -> str:
    return _BRACES.sub(r"\\\1", text)


def csl_json(entry: Entry) -> str:
    """Return the entry as a CSL-JSON array of one item."""
    day = entry.as_of
    item = {
        "id": f"ilrsatlas-{entry.slug}-{day:%Y%m%d}",
        "type": "entry-encyclopedia",
        "title": entry.row.name,
        "container-title": TITLE,
        "author": [{"literal": "The ILRS Atlas authors"}],
        "version": __version__,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": link(entry),
        "license": "CC BY 4.0",
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def wrong_fact_report(entry: Entry) -> str:
    """Return a text to send to the makers of the catalogue: what is wrong and where it was read."""
    translate = QCoreApplication.translate
    lines = [
        translate("Report", "A fact in the ILRS Atlas is wrong"),
        "",
        translate("Report", "Entry: {name} ({link})").format(name=entry.row.name, link=link(entry)),
        translate("Report", "As known on: {day}").format(day=format_day(entry.as_of)),
        translate("Report", "Atlas: {version}").format(version=__version__),
        "",
        translate("Report", "What it says:"),
        "",
        translate("Report", "What is right:"),
        "",
        translate("Report", "Where this can be read (title, publisher, date, address):"),
        "",
    ]
    return "\n".join(lines)
