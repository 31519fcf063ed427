"""Reads positions as people type and paste them: signs, hemispheres, labels, degrees-minutes-seconds."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

EXAMPLE: Final = "write it like -89.67, 129.78 or 89.67S 129.78E"

# NFKC would pull these apart into spaces and combining marks, so they are mapped first
_MARKS: Final = str.maketrans(
    {
        "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
        "\u00ba": "°", "\u02da": "°", "\u5ea6": "°",
        "\u2032": "'", "\u2019": "'", "\u2018": "'", "\u00b4": "'", "\u5206": "'",
        "\u2033": '"', "\u201d": '"', "\u201c": '"', "\u79d2": '"',
    }
)  # fmt: skip
_WORDS: Final = (
    (r"南[纬緯]", " S"), (r"北[纬緯]", " N"), (r"东[经經]|東[经經]", " E"), (r"西[经經]", " W"),
    (r"[纬緯]°?", " lat "), (r"[经經]°?", " lon "),
    (r"\bю\.?\s*ш\.?", "S "), (r"\bс\.?\s*ш\.?", "N "), (r"\bв\.?\s*д\.?", "E "), (r"\bз\.?\s*д\.?", "W "),
    (r"\bширота", " lat "), (r"\bдолгота", " lon "),
    (r"\b(north|south|east|west)\b", lambda m: m.group(1)[0].upper()),
    (r"''", '"'),
)  # fmt: skip
_NUMBER: Final = r"(?:\d+(?:\.\d*)?|\.\d+)"
_ANGLE: Final = re.compile(
    rf"""
    (?: (?P<label>latitude|longitude|lat|long|lng|lon) \.? \s* [:=]? \s* )?
    (?: (?P<before>(?<![A-Z\d])[NSEW]) [.:]? \s* )?
    (?P<sign>[+-])? \s* (?P<deg>{_NUMBER}) \s* (?: (?:°|deg(?:rees)?\b) \s* )?
    (?: (?P<min>{_NUMBER}) \s* (?:'|min\b) \s* )?
    (?: (?P<sec>{_NUMBER}) \s* (?:"|sec\b) \s* )?
    (?(before)| (?P<after>[NSEW] (?![A-Z]) (?! (?<=E) \d) )? )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACED_DMS: Final = re.compile(
    rf"(?P<deg>\d+)\s+(?P<min>{_NUMBER})(?:\s+(?P<sec>{_NUMBER}))?\s*(?P<hem>[NSEW])(?![A-Z])", re.IGNORECASE
)
_DECIMAL_COMMAS: Final = re.compile(r"[^\d,.]*\d+,\d+[^\d,.]*[\s;][^\d,.]*\d+,\d+[^\d,.]*")
_BETWEEN: Final = re.compile(r"[\s,;/|()\[\]{}:]*")


@dataclass(frozen=True, slots=True)
class _Angle:
    """One angle as read: degrees with sign, and the axis (`lat`, `lon`) if the text named it."""

    value: float
    axis: str | None


def read_position(text: str) -> tuple[float, float]:
    """Return (latitude, longitude) in degrees, longitude as written (±360).

    Raises ValueError with one sentence for people.
    """
    cleaned = _clean(text)
    if not cleaned:
        raise ValueError(f"There is no position in an empty text: {EXAMPLE}.")
    angles = _angles(cleaned, text)
    if len(angles) != 2:
        found = "one number" if len(angles) == 1 else f"{len(angles)} numbers"
        raise ValueError(f"“{_short(text)}” holds {found}, not a latitude and a longitude: {EXAMPLE}.")
    lat, lon = _assign(angles[0], angles[1], text)
    if abs(lat) > 90.0:
        raise ValueError(f"Latitude {lat:g} is outside -90 to 90; the latitude comes first: {EXAMPLE}.")
    if abs(lon) > 360.0:
        raise ValueError(f"Longitude {lon:g} is outside -360 to 360: {EXAMPLE}.")
    return lat, lon


def _clean(text: str) -> str:
    """Bring signs, quotes, words of other languages and decimal commas to one form."""
    out = unicodedata.normalize("NFKC", text.translate(_MARKS)).translate(_MARKS)
    for pattern, becomes in _WORDS:
        out = re.sub(pattern, becomes, out, flags=re.IGNORECASE)
    out = _SPACED_DMS.sub(_mark_dms, out)
    if _DECIMAL_COMMAS.fullmatch(out):
        out = re.sub(r"(\d),(\d)", r"\1.\2", out)
    return out.strip().rstrip(".,;")


def _mark_dms(match: re.Match[str]) -> str:
    seconds = f'{match["sec"]}"' if match["sec"] else ""
    return f"{match['deg']}°{match['min']}'{seconds}{match['hem']}"


def _angles(cleaned: str, original: str) -> list[_Angle]:
    """Split the cleaned text into angles; anything else than separators between them is refused."""
    angles: list[_Angle] = []
    at = _skip(cleaned, 0)
    while at < len(cleaned):
        match = _ANGLE.match(cleaned, at)
        if match is None or match.end() == at:
            raise ValueError(f"“{_short(original)}” is not a position: {EXAMPLE}.")
        angles.append(_angle(match))
        at = _skip(cleaned, match.end())
    return angles


def _skip(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _angle(match: re.Match[str]) -> _Angle:
    degrees = float(match["deg"])
    minutes, seconds = float(match["min"] or 0), float(match["sec"] or 0)
    if (match["min"] or match["sec"]) and not degrees.is_integer():
        raise ValueError(f"{match['deg']}° has a fraction and minutes as well: {EXAMPLE}.")
    if minutes >= 60.0 or seconds >= 60.0:
        raise ValueError("Minutes and seconds of arc go up to 59.99, then the next degree begins.")
    value = degrees + minutes / 60.0 + seconds / 3600.0
    if match["sign"] == "-":
        value = -value
    hemisphere = (match["before"] or match["after"] or "").upper()
    if hemisphere in {"S", "W"}:
        # people write both "89.67 S" and "-89.67 S"; nobody means the north by the second
        value = -abs(value)
    axis = {"N": "lat", "S": "lat", "E": "lon", "W": "lon"}.get(hemisphere)
    label = (match["label"] or "")[:2].lower()
    if label:
        named = "lat" if label == "la" else "lon"
        if axis not in {None, named}:
            word = "latitude" if named == "lat" else "longitude"
            raise ValueError(f"A {word} cannot point to {hemisphere}.")
        axis = named
    return _Angle(value, axis)


def _assign(first: _Angle, second: _Angle, text: str) -> tuple[float, float]:
    if first.axis is not None and first.axis == second.axis:
        both = "latitudes" if first.axis == "lat" else "longitudes"
        raise ValueError(f"“{_short(text)}” gives two {both}: {EXAMPLE}.")
    if first.axis == "lon" or second.axis == "lat":
        return second.value, first.value
    return first.value, second.value


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
