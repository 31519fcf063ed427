"""What people in suits hold in their hands: a sample case, tongs, a display."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathutils import Vector

from kit import materials as m
from kit.assembly import Assembly, Material
from kit.soft import block


def _dark() -> Material:
    return m.metal((0.33, 0.33, 0.34), "suit-bearing", 0.38)


def _case(hand: Assembly) -> None:
    """Hang a sample case from the hand by its handle."""
    down = hand.frame.to_3x3().inverted() @ Vector((0, 0, -1))
    case = hand.facing((0, 0, 0.13), down)
    case.tube((0, -0.06, 0.0), (0, 0.06, 0.0), 0.013, _dark(), sides=12)
    for y in (-0.06, 0.06):
        case.tube((0, y, 0), (0, y, 0.07), 0.009, _dark(), sides=8)
    block(case, (0.17, 0.42, 0.26), (0, 0, 0.2), m.paint((0.5, 0.5, 0.485), "suit-case", 0.4), 0.02)
    for y in (-0.14, 0.14):
        case.box((0.18, 0.03, 0.27), (0, y, 0.2), m.paint((0.75, 0.5, 0.12), "amber"), bevel=0.005)


def _tongs(hand: Assembly) -> None:
    """Hold tongs for samples that reach down to the soil."""
    down = hand.frame.to_3x3().inverted() @ Vector((0.18, 0, -1)).normalized()
    rod = hand.facing((0, 0, 0.13), down)
    bar = m.metal((0.66, 0.66, 0.66), "tool", 0.3)
    rod.tube((0, 0, -0.16), (0, 0, 0.62), 0.012, bar, sides=12)
    rod.tube((0, -0.07, -0.16), (0, 0.07, -0.16), 0.014, _dark(), sides=12)
    for side in (-1, 1):
        rod.tube((0, side * 0.012, 0.6), (0, side * 0.05, 0.72), 0.008, bar, sides=8)
        rod.tube((0, side * 0.05, 0.72), (0, side * 0.015, 0.8), 0.008, bar, sides=8)


def _tablet(hand: Assembly) -> None:
    """Hold a display like a clipboard before the chest."""
    board = hand.sub((0.05, 0.09, 0.13), y=-35, z=20)
    block(board, (0.24, 0.32, 0.03), (0, 0, 0), m.paint((0.24, 0.24, 0.237), "suit-grey", 0.55), 0.012)
    block(board, (0.2, 0.27, 0.006), (0, 0, 0.014), m.glass(), 0.003)


TOOLS: Final[dict[str, Callable[[Assembly], None]]] = {"case": _case, "tongs": _tongs, "tablet": _tablet}
