"""Decides what is drawn where over the ground: lines, markers, and labels that never overlap."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QColor

from atlas.domain.entries import Region
from atlas.domain.text import fold
from atlas.services.map import style
from atlas.services.map.data import MapData, Named, Spot, region_label
from atlas.services.map.graticule import Graticule, Points, degrees_text, graticule, ray
from atlas.services.map.labels import Box, Layout, beside, over
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.marks import PIN_HEIGHT, MarkSign, marks_in
from atlas.services.map.outline import outline, touches
from atlas.services.map.view import MapView
from atlas.services.terrain.files import HALF_SIDE_M

_SMALLEST_NAMED: Final = 15.0
_SMALLEST_LETTERED: Final = 34.0
_POINT_NAMES_FROM: Final = 700.0
_ENOUGH_NAMES: Final = 90
_EDGE: Final = 4.0


@dataclass(frozen=True, slots=True)
class SiteSign:
    """A marker at (x, y); `tag` is the box of its plate, None where there was no room."""

    spot: Spot
    x: float
    y: float
    tag: Box | None


@dataclass(frozen=True, slots=True)
class Text:
    """An edged text with its box."""

    text: str
    role: Role
    box: Box
    colour: QColor


@dataclass(frozen=True, slots=True)
class RegionShape:
    """A region's outline in pixels."""

    region: Region
    points: Points


@dataclass
class Plan:
    """Everything over the ground of one view, in logical pixels."""

    view: MapView
    selected: str | None = None
    sites: list[SiteSign] = field(default_factory=list)
    names: list[tuple[Named, Text]] = field(default_factory=list)
    regions: list[RegionShape] = field(default_factory=list)
    region_texts: list[Text] = field(default_factory=list)
    marks: list[MarkSign] = field(default_factory=list)
    mark_texts: list[Text] = field(default_factory=list)
    grid: Graticule | None = None
    grid_texts: list[Text] = field(default_factory=list)
    reserved: Sequence[Box] = ()
    """What was to be kept free of labels."""

    def boxes(self) -> list[Box]:
        """Return the boxes of all labels."""
        texts = [text for _, text in self.names] + self.region_texts + self.grid_texts + self.mark_texts
        return [sign.tag for sign in self.sites if sign.tag is not None] + [text.box for text in texts]

    def site_at(self, px: float, py: float, reach: float = 5.0) -> SiteSign | None:
        """Return the marker whose sign or plate is at a pixel, the nearest sign first."""
        near = [(abs(s.x - px) + abs(s.y - py), k) for k, s in enumerate(self.sites)]
        if near:
            distance, k = min(near)
            if distance <= (style.MARKER_R + reach) * 1.2:
                return self.sites[k]
        for sign in self.sites:
            if sign.tag and sign.tag[0] <= px <= sign.tag[2] and sign.tag[1] <= py <= sign.tag[3]:
                return sign
        return None

    def mark_at(self, px: float, py: float) -> MarkSign | None:
        """Return the user's mark at a pixel, a pin before a line."""
        found = [sign for sign in self.marks if sign.is_at(px, py)]
        return min(found, key=_pins_first, default=None)


def _pins_first(sign: MarkSign) -> bool:
    return sign.mark.shape != "pin"


def make_plan(
    view: MapView,
    data: MapData,
    layers: Layers,
    lettering: Lettering,
    *,
    selected: str | None = None,
    reserved: Sequence[Box] = (),
) -> Plan:
    """Lay a view out. `reserved` boxes (panels, scale bar) are kept free of labels."""
    plan = Plan(view, selected, reserved=reserved)
    layout = Layout((_EDGE, _EDGE, view.width - _EDGE, view.height - _EDGE))
    layout.reserve(reserved)
    if layers.strength(Layer.SITES):
        _lay_sites(plan, data, lettering, layout)
    # plates may hang over the square's edge, names and figures of the grid may not
    layout.frame = _ground_frame(view)
    if layers.strength(Layer.PINS):
        _lay_marks(plan, data, lettering, layout)
    if layers.strength(Layer.REGIONS):
        _lay_regions(plan, data, lettering, layout)
    if layers.strength(Layer.NAMES):
        _lay_names(plan, data, lettering, layout)
    if layers.strength(Layer.GRID):
        plan.grid = graticule(view)
        _lay_grid_texts(plan, plan.grid, lettering, layout)
    return plan


def _ground_frame(view: MapView) -> Box:
    """Return the part of the view that lies in the terrain's square, less a margin."""
    left, top = view.to_screen(-HALF_SIDE_M, HALF_SIDE_M)
    right, bottom = view.to_screen(HALF_SIDE_M, -HALF_SIDE_M)
    return (
        max(left, 0.0) + _EDGE,
        max(top, 0.0) + _EDGE,
        min(right, view.width) - _EDGE,
        min(bottom, view.height) - _EDGE,
    )


def _lay_sites(plan: Plan, data: MapData, lettering: Lettering, layout: Layout) -> None:
    view = plan.view
    spots = data.spots_in(view, style.MARKER_R)
    # the selected one chooses first, then what has happened, the newest before the older
    spots.sort(key=lambda s: (s.marker.slug != plan.selected, s.marker.planned, _backwards(s.marker.year)))
    placed = [(spot, *view.to_screen(spot.x, spot.y)) for spot in spots]
    r = style.MARKER_R + 1.0
    layout.reserve((x - r, y - r, x + r, y + r) for _, x, y in placed)
    for spot, x, y in placed:
        size = lettering.plate_size(spot.marker.name, spot.marker.year)
        box = layout.place(size, beside(x, y, size, style.MARKER_R + 5.0))
        plan.sites.append(SiteSign(spot, x, y, box))


def _backwards(year: str) -> int:
    digits = "".join(c for c in year if c.isdigit())[:4]
    return -int(digits) if digits else 0


def _lay_marks(plan: Plan, data: MapData, lettering: Lettering, layout: Layout) -> None:
    plan.marks = marks_in(plan.view, data.marks)
    shown = {sign.mark.id for sign in plan.marks}
    for placed in data.marks:
        mark = placed.mark
        if mark.id not in shown:
            continue
        x, y = plan.view.to_screen(*placed.anchor)
        if mark.shape == "pin":
            layout.reserve([(x - 7.0, y - PIN_HEIGHT, x + 7.0, y)])
            y -= PIN_HEIGHT * 0.6
        if not mark.name:
            continue
        size = lettering.size(mark.name, Role.NAME)
        corners = beside(x, y, size, 9.0)
        if mark.shape == "area":
            corners = [(x - size[0] / 2.0, y - size[1] / 2.0), *corners]
        box = layout.place(size, corners)
        if box is not None:
            plan.mark_texts.append(Text(mark.name, Role.NAME, box, style.MARK_TEXT))


def _lay_regions(plan: Plan, data: MapData, lettering: Lettering, layout: Layout) -> None:
    view = plan.view
    for region in data.regions:
        points = outline(view, region)
        if not touches(points, view):
            continue
        plan.regions.append(RegionShape(region, points))
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if max(xs) - min(xs) < 12.0:
            continue
        name = region_label(region)
        size = lettering.size(name, Role.REGION)
        middle_x = (min(xs) + max(xs)) / 2.0 - size[0] / 2.0
        middle_y = (min(ys) + max(ys)) / 2.0 - size[1] / 2.0
        corners = [(middle_x, min(ys) - size[1]), (middle_x, max(ys)), (middle_x, middle_y)]
        corners += [(max(xs) + 2.0, middle_y), (min(xs) - size[0] - 2.0, middle_y)]
        box = layout.place(size, corners)
        if box is not None:
            plan.region_texts.append(Text(name, Role.REGION, box, style.REGION_TEXT))


def _lay_names(plan: Plan, data: MapData, lettering: Lettering, layout: Layout) -> None:
    view = plan.view
    taken = {fold(text.text) for text in plan.region_texts}
    for named in data.names_in(view):
        if len(plan.names) >= _ENOUGH_NAMES:
            break
        radius = named.radius / view.mpp
        if not _shown(named, radius, view.mpp) or (named.place.informal and fold(named.place.name) in taken):
            continue
        place = named.place
        role = _role(named)
        size = lettering.size(place.name, role)
        x, y = view.to_screen(named.x, named.y)
        corners = _name_corners(named, x, y, size, radius)
        box = layout.place(size, corners)
        if box is not None:
            colour = style.HEIGHT_NAME if named.high else style.NAME
            plan.names.append((named, Text(place.name, role, box, colour)))


def _name_corners(
    named: Named, x: float, y: float, size: tuple[float, float], radius: float
) -> list[tuple[float, float]]:
    """Return where a name may stand: in or at its crater; a mountain's across or beside its middle."""
    if named.high or not radius:
        middle = (x - size[0] / 2.0, y - size[1] / 2.0)
        return [middle, *beside(x, y, size, 6.0)]
    return over(x, y, size, radius)


def _shown(named: Named, radius: float, mpp: float) -> bool:
    if not named.radius:
        return mpp <= _POINT_NAMES_FROM
    return radius * 2.0 >= (_SMALLEST_LETTERED if named.place.type == "SF" else _SMALLEST_NAMED)


def _role(named: Named) -> Role:
    if named.place.type == "SF":
        return Role.LESSER
    return Role.GREAT if named.radius >= 40_000.0 else Role.NAME


def _lay_grid_texts(plan: Plan, grid: Graticule, lettering: Lettering, layout: Layout) -> None:
    wishes = _parallel_texts(layout.frame, plan.view, grid, lettering)
    wishes += _meridian_texts(layout.frame, plan.view, grid, lettering)
    for text, corners in wishes:
        box = layout.place(lettering.size(text, Role.GRID), corners)
        if box is not None:
            plan.grid_texts.append(Text(text, Role.GRID, box, style.GRID_TEXT))


_Wish = tuple[str, list[tuple[float, float]]]


def _parallel_texts(frame: Box, view: MapView, grid: Graticule, lettering: Lettering) -> list[_Wish]:
    """Label the parallels along the one meridian that crosses most of them in view, southwards first."""
    best: list[tuple[float, float, float]] = []
    for lon in sorted({m.lon for m in grid.meridians}, key=_from_below):
        s, c = math.sin(math.radians(lon)), math.cos(math.radians(lon))
        crossings = []
        for parallel in grid.parallels:
            x, y = view.to_screen(parallel.rho * s, parallel.rho * c)
            if frame[0] < x < frame[2] - 44.0 and frame[1] + 16.0 < y < frame[3] - 16.0:
                crossings.append((parallel.lat, x, y))
        if len(crossings) > len(best):
            best = crossings
    wishes = []
    for lat, x, y in best:
        text = f"{degrees_text(abs(lat), grid.lat_step)}°S" if lat < 0 else "0°"
        _, height = lettering.size(text, Role.GRID)
        wishes.append((text, [(x + 1.0, y - height + 2.0), (x + 1.0, y - 2.0)]))
    return wishes


def _from_below(lon: float) -> tuple[float, float]:
    return (abs(lon - 180.0), lon)


def _meridian_texts(frame: Box, view: MapView, grid: Graticule, lettering: Lettering) -> list[_Wish]:
    """Label the meridians where they leave the view."""
    wishes = []
    for meridian in grid.meridians:
        text = f"{degrees_text(meridian.lon, grid.lon_step)}°E"
        start, end = ray(view, meridian.lon, meridian.start, meridian.end)
        size = lettering.size(text, Role.GRID)
        exit_point = _exit(start, end, frame, size)
        if exit_point is not None:
            wishes.append((text, [exit_point]))
    return wishes


def _exit(
    start: tuple[float, float], end: tuple[float, float], frame: Box, size: tuple[float, float]
) -> tuple[float, float] | None:
    """Return the top left corner of a label centred where a line leaves the frame shrunk by half the label."""
    half_width, half_height = size[0] / 2.0 + 0.5, size[1] / 2.0 + 0.5
    left, top, right, bottom = (
        frame[0] + half_width, frame[1] + half_height, frame[2] - half_width, frame[3] - half_height
    )  # fmt: skip
    dx, dy = end[0] - start[0], end[1] - start[1]
    enter, leave = 0.0, 1.0
    for origin, step, low, high in ((start[0], dx, left, right), (start[1], dy, top, bottom)):
        if abs(step) < 1e-9:
            if not low <= origin <= high:
                return None
            continue
        a, b = sorted(((low - origin) / step, (high - origin) / step))
        enter, leave = max(enter, a), min(leave, b)
    if enter >= leave or leave >= 1.0:
        return None
    return start[0] + dx * leave - size[0] / 2.0, start[1] + dy * leave - size[1] / 2.0
