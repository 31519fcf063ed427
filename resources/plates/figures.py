"""Draws what stands beside machines for scale: a person of 1.8 m and a hand (`pip install shapely`; no Blender)."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import shapely
from strokes import Line, simplify, svg_text
from subject_code import fingerprint

FOLDER: Final = Path(__file__).resolve().parent / "figures"
TALL: Final = 1.8
"""Height of the person in metres."""
HAND: Final = 0.19
"""Length of the hand in metres, from the wrist to the tip of the middle finger."""

Round = tuple[float, float, float]
"""A circle: x, y and radius in metres."""


def _limb(*circles: Round) -> Any:  # noqa: ANN401 - shapely is not annotated
    """Wrap a skin round circles, each with the next."""
    discs = [shapely.Point(x, y).buffer(r, quad_segs=24) for x, y, r in circles]
    return shapely.union_all([shapely.union(a, b).convex_hull for a, b in pairwise(discs)])


def _mirrored(shape: Any) -> Any:  # noqa: ANN401
    return shapely.union(shape, shapely.transform(shape, lambda p: p * (-1, 1)))


def _softened(shape: Any, by: float) -> Any:  # noqa: ANN401
    """Round the inner corners."""
    return shape.buffer(by).buffer(-by)


def person() -> Any:  # noqa: ANN401
    """Return somebody who stands at ease, seen from the front."""
    head = _limb((0, 1.67, 0.093), (0, 1.605, 0.07))
    neck = _limb((0, 1.62, 0.056), (0, 1.44, 0.07))
    shoulder = _limb((0.175, 1.405, 0.05), (0, 1.47, 0.05))
    trunk = _limb((0.135, 1.38, 0.062), (0.075, 1.1, 0.072), (0.088, 0.94, 0.09))
    arm = _limb(
        (0.182, 1.395, 0.055), (0.252, 1.13, 0.041), (0.29, 0.89, 0.029), (0.297, 0.82, 0.034), (0.29, 0.76, 0.02)
    )
    leg = _limb(
        (0.085, 0.93, 0.092), (0.1, 0.72, 0.08), (0.112, 0.48, 0.056), (0.118, 0.34, 0.058), (0.122, 0.09, 0.037)
    )
    foot = _limb((0.122, 0.04, 0.04), (0.172, 0.026, 0.026))
    middle = shapely.box(-0.1, 0.94, 0.1, 1.42)
    body = shapely.union(middle, _mirrored(shapely.union_all([neck, shoulder, trunk, leg, foot])))
    shape = shapely.union_all([_softened(shapely.union(head, body), 0.028), _mirrored(arm)])
    shape = shape.buffer(-0.012).buffer(0.012)
    return _stood(_softened(shape, 0.006), TALL)


def hand() -> Any:  # noqa: ANN401
    """Return an open hand, its fingers up."""
    palm = _limb((-0.027, 0.07, 0.014), (-0.017, 0.02, 0.02), (0.014, 0.02, 0.02), (0.027, 0.074, 0.014)).convex_hull
    wrist = _limb((-0.008, 0.02, 0.022), (-0.006, -0.02, 0.02), (0.004, -0.02, 0.02), (0.006, 0.02, 0.022)).convex_hull
    fingers = (
        (-0.033, 0.076, 106.0, 0.049, 0.0079),
        (-0.012, 0.084, 97.0, 0.067, 0.0087),
        (0.009, 0.086, 89.0, 0.074, 0.009),
        (0.029, 0.079, 80.0, 0.064, 0.0086),
    )
    shapes = [palm, shapely.intersection(wrist, shapely.box(-1, -0.02, 1, 1))]
    for x, y, lean, run, thick in fingers:
        a = math.radians(lean)
        shapes.append(_limb((x, y - 0.02, thick), (x + run * math.cos(a), y + run * math.sin(a), thick * 0.82)))
    shapes.append(_limb((0.012, 0.025, 0.022), (0.042, 0.055, 0.0125), (0.064, 0.092, 0.0085)))
    return _stood(_softened(shapely.union_all(shapes), 0.006), HAND)


def _curved(line: Line, rounds: int = 3) -> Line:
    """Round the corners of a closed line by cutting them, again and again (Chaikin 1974)."""
    for _ in range(rounds):
        cut: Line = []
        for (ax, ay), (bx, by) in pairwise(line):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        line = [*cut, cut[0]]
    return line


def _stood(shape: Any, tall: float) -> Any:  # noqa: ANN401
    """Stand a shape on 0 and give it its height."""
    left, low, _, high = shape.bounds
    scale = tall / (high - low)
    return shapely.transform(shape, lambda p: (p - (left, low)) * scale)


def main() -> int:
    """Write both figures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    code = fingerprint(Path(__file__))
    for name, words, shape in (
        ("person", f"A person of {TALL} m", person()),
        ("hand", f"A hand of {HAND} m", hand()),
    ):
        coarse = simplify(list(shape.exterior.coords), max(shape.bounds) / 260)
        rounded = _stood(shapely.Polygon(_curved(coarse)), max(shape.bounds))
        rings = [simplify(list(rounded.exterior.coords), max(shape.bounds) / 2500)]
        about = "Drawn for scale by resources/plates/figures.py. ILRS Atlas, CC BY 4.0. One unit is one millimetre."
        text = svg_text(rounded.bounds, rings, {"outline": rings}, (words, about), code)
        (FOLDER / f"{name}.svg").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
