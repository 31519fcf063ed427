"""Draws a plan over the ground, and the furniture: scale bar, credits, frame of the square."""

import math

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from atlas.domain.coordinates import scale_factor
from atlas.services.map import style
from atlas.services.map.graticule import Points, arc_points, ray
from atlas.services.map.labels import Box
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.marks import draw_mark
from atlas.services.map.plan import Plan
from atlas.services.map.signs import draw_selection
from atlas.services.map.view import MapView
from atlas.services.terrain.files import HALF_SIDE_M
from atlas.services.units import METRES_PER_FOOT, METRES_PER_MILE


def square(view: MapView) -> QRectF:
    """Return the terrain's square in logical pixels."""
    left, top = view.to_screen(-HALF_SIDE_M, HALF_SIDE_M)
    side = 2.0 * HALF_SIDE_M / view.mpp
    return QRectF(left, top, side, side)


def draw_plan(painter: QPainter, plan: Plan, layers: Layers, lettering: Lettering) -> None:
    """Draw lines, outlines, names and sites; lines and outlines end at the square's edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(square(plan.view))
    if plan.grid is not None:
        painter.setOpacity(layers.strength(Layer.GRID))
        _draw_grid(painter, plan)
    if plan.regions:
        painter.setOpacity(layers.strength(Layer.REGIONS))
        for region in plan.regions:
            _draw_region(painter, region.points)
    if plan.marks:
        painter.setOpacity(layers.strength(Layer.PINS))
        for mark in plan.marks:
            draw_mark(painter, mark)
    painter.restore()
    _draw_texts(painter, plan, layers, lettering)
    painter.save()
    painter.setOpacity(layers.strength(Layer.SITES))
    for sign in reversed(plan.sites):
        shape, colour = style.sign(sign.spot.marker)
        if sign.spot.marker.slug == plan.selected:
            draw_selection(painter, sign.x, sign.y, style.MARKER_R)
        lettering.draw_sign(painter, shape, colour, sign.x, sign.y)
    for sign in plan.sites:
        if sign.tag is not None:
            marker = sign.spot.marker
            marked = marker.slug == plan.selected
            lettering.draw_plate(painter, marker.name, marker.year, sign.tag[0], sign.tag[1], marked=marked)
    painter.restore()


def draw_frame(painter: QPainter, view: MapView) -> None:
    """Draw the edge of the terrain's square."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(style.FRAME, 1.0))
    painter.drawRect(square(view))


def scale_bar(view: MapView, longest: float, *, feet: bool = False) -> tuple[float, str]:
    """Return the length in pixels, at most `longest`, and the text of a round distance on the ground mid-view.

    It is told in kilometres or metres; in miles or feet with `feet`.
    """
    # metres on the ground are shorter than map metres by the projection's stretch
    metres_per_pixel = view.mpp / scale_factor(view.centre.lat)
    reach = longest * metres_per_pixel
    unit, name = _bar_unit(reach, feet=feet)
    power = 10.0 ** math.floor(math.log10(reach / unit))
    count = max(step * power for step in (1.0, 2.0, 5.0) if step * power * unit <= reach)
    return count * unit / metres_per_pixel, f"{count:.0f} {name}"


def _bar_unit(reach: float, *, feet: bool) -> tuple[float, str]:
    """Return metres and sign of the larger unit that fits into so many metres."""
    translate = QCoreApplication.translate
    if feet:
        long = reach >= METRES_PER_MILE
        return (METRES_PER_MILE, translate("Units", "mi")) if long else (METRES_PER_FOOT, translate("Units", "ft"))
    return (1000.0, translate("Units", "km")) if reach >= 1000.0 else (1.0, translate("Units", "m"))


def draw_scale_bar(
    painter: QPainter, view: MapView, lettering: Lettering, left: float, bottom: float, *, feet: bool = False
) -> Box:
    """Draw the scale bar with its lower left corner at (left, bottom); return its box."""
    length, text = scale_bar(view, 150.0, feet=feet)
    y = bottom - 5.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for width, colour in ((4.0, style.HALO), (2.0, style.FURNITURE)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        ticks = [QLineF(x, y - 7.0, x, y + 1.0) for x in (left + 1.0, left + length - 1.0)]
        painter.drawLines([QLineF(left, y, left + length, y), *ticks])
    painter.restore()
    width, height = lettering.size(text, Role.FURNITURE)
    text_left = left + (length - width) / 2.0
    lettering.draw(painter, text, Role.FURNITURE, text_left, y - height - 1.0, style.FURNITURE)
    return left, y - height - 1.0, left + max(length, width), bottom


def draw_credits(painter: QPainter, text: str, lettering: Lettering, right: float, bottom: float) -> Box:
    """Draw the credits line with its lower right corner at (right, bottom); return its box."""
    width, height = lettering.size(text, Role.FURNITURE)
    lettering.draw(painter, text, Role.FURNITURE, right - width, bottom - height, style.FURNITURE_FAINT)
    return right - width, bottom - height, right, bottom


def _draw_grid(painter: QPainter, plan: Plan) -> None:
    grid = plan.grid
    if grid is None:
        return
    painter.setPen(QPen(style.GRID, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pole = QPointF(*plan.view.to_screen(0.0, 0.0))
    for parallel in grid.parallels:
        if parallel.is_whole:
            radius = parallel.rho / plan.view.mpp
            painter.drawEllipse(pole, radius, radius)
        else:
            painter.drawPolyline(_polygon(arc_points(plan.view, parallel.rho, parallel.west, parallel.east)))
    for meridian in grid.meridians:
        start, end = ray(plan.view, meridian.lon, meridian.start, meridian.end)
        painter.drawLine(QPointF(*start), QPointF(*end))


def _draw_region(painter: QPainter, points: Points) -> None:
    shape = _polygon(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.REGION_FILL)
    # its edge lies under the outline: smoothed it would take most of the frame
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawPolygon(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape.append(QPointF(*points[0]))
    # lines of one pixel are drawn several times as fast as wider ones: the dark edge is two of them
    painter.setPen(QPen(style.REGION_CASING, 1.0))
    for aside in (-1.0, 1.0):
        painter.drawPolyline(shape.translated(aside, 1.0))
    painter.setPen(QPen(style.REGION, 1.0))
    painter.drawPolyline(shape)


def _polygon(points: Points) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _draw_texts(painter: QPainter, plan: Plan, layers: Layers, lettering: Lettering) -> None:
    groups = (
        (Layer.GRID, plan.grid_texts),
        (Layer.REGIONS, plan.region_texts),
        (Layer.NAMES, [text for _, text in plan.names]),
        (Layer.PINS, plan.mark_texts),
    )
    painter.save()
    for layer, texts in groups:
        painter.setOpacity(layers.strength(layer))
        for text in texts:
            lettering.draw(painter, text.text, text.role, text.box[0], text.box[1], text.colour)
    painter.restore()
