"""The list of plates (`site_maps.toml`) with what the catalogue says of each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Marker, Place, Region
from atlas.store.catalogue import Catalogue

HERE: Final = Path(__file__).resolve().parent
LIST: Final = HERE / "site_maps.toml"
FOLDER: Final = HERE / "sites"
STYLES: Final = ("relief", "light", "imagery", "globe")


@dataclass(frozen=True)
class Plate:
    """One plate. `when`: the moment of the light; `known`: the day as of which names and markers are shown.

    `feature`: the named place that the position is of, where the catalogue has none of the entry itself.
    """

    id: str
    entry: str
    style: str
    heading: str
    position: LatLon
    centre: LatLon
    width_km: float
    known: date
    remark: str = ""
    when: datetime | None = None
    moment: str = ""
    feature: str = ""

    @property
    def file(self) -> Path:
        """Where the plate is written."""
        return FOLDER / f"{self.id}.webp"


@dataclass(frozen=True)
class Subject:
    """What the catalogue says of a plate's entry on the plate's day."""

    names: dict[str, str]
    tagline: str
    marker: Marker | None
    region: Region | None
    place: Place | None


def read_plates() -> list[Plate]:
    """Read the list. Raises ValueError for a plate that can't be drawn as written."""
    rows = tomllib.loads(LIST.read_text(encoding="utf-8"))["plate"]
    plates = [_plate(row) for row in rows]
    ids = [plate.id for plate in plates]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise ValueError(f"{LIST.name}: these ids stand twice: {', '.join(twice)}")
    return plates


def subject(plate: Plate, catalogue: Catalogue) -> Subject:
    """Look a plate's entry up."""
    row = next(r for r in catalogue.snapshot(plate.known).rows if r.slug == plate.entry)
    marker = next((m for m in catalogue.markers(plate.known) if m.slug == plate.entry), None)
    region = next((r for r in catalogue.regions(plate.known) if r.slug == plate.entry), None)
    feature = (plate.feature or row.name).casefold()
    place = next((p for p in catalogue.places(plate.known) if p.name.casefold() == feature), None)
    return Subject(dict(row.names), row.tagline, marker, region, place)


def _plate(row: dict[str, object]) -> Plate:
    style = str(row["style"])
    if style not in STYLES:
        raise ValueError(f"{row['id']}: style is one of {', '.join(STYLES)}")
    when = row.get("when")
    position = _position(row["position"])
    return Plate(
        str(row["id"]),
        str(row["entry"]),
        style,
        str(row["heading"]),
        position,
        _position(row.get("centre", row["position"])),
        float(str(row.get("width_km", 0))),
        date.fromisoformat(str(row["known"])),
        str(row.get("remark", "")),
        when.astimezone(UTC) if isinstance(when, datetime) else None,
        str(row.get("moment", "")),
        str(row.get("feature", "")),
    )


def _position(value: object) -> LatLon:
    if not isinstance(value, list):
        raise TypeError(f"expected [latitude, longitude], found {value!r}")
    lat, lon = value
    return LatLon(float(lat), float(lon))
