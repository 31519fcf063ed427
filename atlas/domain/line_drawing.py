"""Line drawings to scale: the one narrow kind of SVG that they are written in, and the lines that it holds.

A drawing is a filled ground and lines of three weights, nothing else. Any other element, attribute, character
reference or declaration is refused, so a file can neither fetch, run nor blow up anything.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Point = tuple[float, float]

MOST_BYTES: Final = 150_000
BODY: Final = "body"
WEIGHTS: Final = ("fine", "edge", "outline")
"""Classes of lines, from the lightest to the heaviest."""

_SPACE: Final = "http://www.w3.org/2000/svg"
_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "svg": frozenset({"viewBox", "data-code", "data-width-m", "data-height-m"}),
    "title": frozenset(),
    "desc": frozenset(),
    "g": frozenset({"fill", "stroke", "stroke-linecap", "stroke-linejoin"}),
    "path": frozenset({"class", "fill", "fill-rule", "stroke-width", "d"}),
}
_PLAIN: Final = re.compile(r"#[0-9a-f]{6}|[a-z]+|\d+(?:\.\d+)?")
_REFERENCE: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|#x27);)")
_TOKEN: Final = re.compile(r"[Mlz]|-?\d+(?:\.\d+)?")
_DATA: Final = re.compile(r"(?:M[\d. -]+l[\d. -]+z?)*")
_MILLIMETRES: Final = 1000.0
_SLACK: Final = 0.01


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of points in metres, x to the right and y down from the upper left corner of the machine."""

    points: tuple[Point, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class LineDrawing:
    """A machine in line. `layers` holds the ground under `body` and the lines under the names in WEIGHTS."""

    width_m: float
    height_m: float
    title: str
    about: str
    code: str
    """The state of the model that it was drawn from."""
    layers: Mapping[str, tuple[Stroke, ...]]


def read_drawing(data: bytes) -> LineDrawing:
    """Read a file. Raises ValueError, which says what does not belong into a drawing."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"expected at most {MOST_BYTES} bytes, found {len(data)}")
    root = _root(data)
    wide, tall = _metres(root, "data-width-m"), _metres(root, "data-height-m")
    _check_view(root.get("viewBox", ""), wide, tall)
    layers: dict[str, tuple[Stroke, ...]] = {}
    texts = {"title": "", "desc": ""}
    for element in root.iter():
        name = _checked(element)
        if name in texts:
            texts[name] = (element.text or "").strip()
        elif name == "path":
            kind = element.get("class", "")
            if kind not in {BODY, *WEIGHTS} or kind in layers:
                raise ValueError(f"expected one path of each class {BODY}, {', '.join(WEIGHTS)}, found {kind!r}")
            layers[kind] = _paths(element.get("d", ""), wide, tall)
    if not layers.get(BODY) or not layers.get("outline"):
        raise ValueError("expected paths of the classes body and outline")
    return LineDrawing(wide, tall, texts["title"], texts["desc"], root.get("data-code", ""), layers)


def _root(data: bytes) -> "Element":
    from xml.etree import ElementTree as ET

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError("expected UTF-8 text") from error
    # before anything is parsed: an entity can only be declared in what begins so
    if "<!" in text or "<?" in text or _REFERENCE.search(text):
        raise ValueError("expected no declaration, comment, instruction or entity")
    try:
        root = ET.fromstring(text)  # noqa: S314 - what could be dangerous has been refused
    except ET.ParseError as error:
        raise ValueError(f"expected XML: {error}") from error
    if root.tag != f"{{{_SPACE}}}svg":
        raise ValueError("expected an svg element at the top")
    return root


def _checked(element: "Element") -> str:
    """Return the name of an element that may stand in a drawing."""
    name = element.tag.removeprefix(f"{{{_SPACE}}}")
    allowed = _ATTRIBUTES.get(name)
    if allowed is None:
        raise ValueError(f"expected only {', '.join(_ATTRIBUTES)}, found <{name}>")
    for key, value in element.attrib.items():
        if key not in allowed:
            raise ValueError(f"expected no attribute {key!r} on <{name}>")
        if name in {"g", "path"} and key != "d" and not _PLAIN.fullmatch(value):
            raise ValueError(f"expected a colour, a word or a number in {key}, found {value!r}")
    if name not in {"title", "desc"} and (element.text or "").strip():
        raise ValueError(f"expected no text in <{name}>")
    return name


def _metres(root: "Element", key: str) -> float:
    try:
        value = float(root.get(key, ""))
    except ValueError:
        value = math.nan
    if not 0.01 <= value <= 1000:
        raise ValueError(f"expected {key} in metres, from 0.01 to 1000, found {root.get(key)!r}")
    return value


def _check_view(box: str, wide: float, tall: float) -> None:
    words = box.split()
    if len(words) != 4 or not all(re.fullmatch(r"-?\d+(?:\.\d+)?", word) for word in words):
        raise ValueError(f"expected four numbers in viewBox, found {box!r}")
    left, top, width, height = (float(word) for word in words)
    for margin, found, metres in ((left, width, wide), (top, height, tall)):
        if abs(found + 2 * margin - metres * _MILLIMETRES) > _SLACK * metres * _MILLIMETRES + 1:
            raise ValueError(f"expected a viewBox of {wide} m by {tall} m in millimetres, found {box!r}")


def _paths(data: str, wide: float, tall: float) -> tuple[Stroke, ...]:
    """Read `M x y l dx dy …`, closed by z or not, in millimetres."""
    if not _DATA.fullmatch(data):
        raise ValueError("expected paths of M, l and z with plain numbers")
    found: list[Stroke] = []
    numbers: list[float] = []
    closed = False
    for word in _TOKEN.findall(data):
        if word == "M" and numbers:
            found.append(_path(numbers, closed, wide, tall))
            numbers, closed = [], False
        elif word == "z":
            closed = True
        elif word not in {"M", "l"}:
            numbers.append(float(word))
    return (*found, _path(numbers, closed, wide, tall)) if numbers else tuple(found)


def _path(numbers: list[float], closed: bool, wide: float, tall: float) -> Stroke:
    if len(numbers) % 2 or len(numbers) < 4:
        raise ValueError("expected pairs of numbers in a path")
    x = y = 0.0
    points: list[Point] = []
    room = _SLACK * max(wide, tall)
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx / _MILLIMETRES, y + dy / _MILLIMETRES
        if not (-room <= x <= wide + room and -room <= y <= tall + room):
            raise ValueError(f"expected every point within {wide} m by {tall} m, found ({x:.3f}, {y:.3f})")
        points.append((x, y))
    return Stroke(tuple(points), closed)
