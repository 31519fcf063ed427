"""Where machines stand that are drawn at one scale: plain arithmetic, in pixels and metres."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from atlas.domain.entries import Profile


class Companion(StrEnum):
    """What stands beside the machines for scale; the name is that of its drawing."""

    PERSON = "person"
    HAND = "hand"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in metres."""

    wide: float
    tall: float


FIGURES: Final = {Companion.PERSON: Size(0.662, 1.8), Companion.HAND: Size(0.1265, 0.19)}
"""As drawn in `plates/figures`; `tests/services/test_to_scale.py` compares them."""
_PERSON_FROM_M: Final = 0.7
"""A machine smaller than this would be dwarfed by a person: a hand stands beside it."""
_HAND_FROM_M: Final = 0.06
_CARD_HEIGHT: Final = 320.0


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to draw on, in pixels. `height` is the most that may be taken; less is where the width decides.

    `side`: what every machine needs at its left (its dimension line); `least`: the narrowest place for a machine and
    what is written under it; `label`: the height of that; `foot`: the height of the scale bar and its words.
    """

    width: float
    height: float
    margin: float = 8.0
    gap: float = 20.0
    side: float = 18.0
    least: float = 0.0
    label: float = 0.0
    foot: float = 26.0


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a machine: where it begins and how wide it is, and the part of the width that is its own."""

    left: float
    width: float
    own_left: float
    own_width: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands, in pixels from the upper left corner; y = `ground` is what machines stand on."""

    scale: float
    """Pixels a metre."""
    width: float
    height: float
    ground: float
    slots: tuple[Slot, ...]
    companion: Companion
    figure: Slot | None
    bar_m: float
    """Length of the scale bar, in metres."""
    bar_left: float
    bar_top: float

    @property
    def bar_width(self) -> float:
        """Length of the scale bar, in pixels."""
        return self.bar_m * self.scale


def profile_sizes(profiles: Sequence[Profile]) -> tuple[Size, ...]:
    """Return sizes as the records tell them, without a look at the files."""
    return tuple(Size(profile.width_m, profile.height_m) for profile in profiles)


def card_room(width: float, height: float) -> Room:
    """Return the room on a card of a width: no higher than `height` (0: any), and never so high as to fill a screen."""
    return Room(width, min(height or _CARD_HEIGHT, _CARD_HEIGHT), margin=4.0)


def companion_of(sizes: Sequence[Size]) -> Companion:
    """Say what is best put beside machines: somebody, a hand beside small ones, nothing beside the tiniest."""
    most = max((max(size.wide, size.tall) for size in sizes), default=0.0)
    if most >= _PERSON_FROM_M:
        return Companion.PERSON
    return Companion.HAND if most >= _HAND_FROM_M else Companion.NONE


def arrange(sizes: Sequence[Size], room: Room, unit_m: float = 1.0) -> Arrangement:
    """Put machines side by side at the largest scale at which they all fit.

    `unit_m` is the unit that the scale bar is a round number of. Raises ValueError where there is no machine.
    """
    if not sizes:
        raise ValueError("there is nothing to arrange")
    companion = companion_of(sizes)
    beside = FIGURES.get(companion)
    every = [*sizes, *([beside] if beside else [])]
    sides = [room.side] * len(sizes) + ([0.0] if beside else [])
    scale = _scale(every, sides, room)
    widths = [max(size.wide * scale + side, room.least) for size, side in zip(every, sides, strict=True)]
    left = (room.width - sum(widths) - room.gap * (len(every) - 1)) / 2
    slots: list[Slot] = []
    for size, side, width in zip(every, sides, widths, strict=True):
        drawn = size.wide * scale
        slots.append(Slot(left + side + (width - side - drawn) / 2, drawn, left, width))
        left += width + room.gap
    ground = room.margin + max(size.tall for size in every) * scale
    most = max(max(size.wide, size.tall) for size in sizes)
    bar = round_length(min(room.width * 0.3 / scale, most * 0.6), unit_m)
    return Arrangement(
        scale,
        room.width,
        ground + room.label + room.foot + room.margin,
        ground,
        tuple(slots[: len(sizes)]),
        companion,
        slots[-1] if beside else None,
        bar,
        max(room.margin, slots[0].own_left),
        ground + room.label + room.foot * 0.62,
    )


def _scale(sizes: Sequence[Size], sides: Sequence[float], room: Room) -> float:
    tall = max(size.tall for size in sizes)
    high = max(1.0, room.height - 2 * room.margin - room.label - room.foot) / tall
    across = max(1.0, room.width - 2 * room.margin - room.gap * (len(sizes) - 1))

    def width(scale: float) -> float:
        return sum(max(size.wide * scale + side, room.least) for size, side in zip(sizes, sides, strict=True))

    if width(high) <= across:
        return high
    low = 0.0
    for _ in range(48):
        middle = (low + high) / 2
        low, high = (middle, high) if width(middle) <= across else (low, middle)
    # where the labels alone are wider than the room, something must still be seen
    return low if low > 1e-6 else 0.25 * across / sum(size.wide for size in sizes)


def round_length(most_m: float, unit_m: float = 1.0) -> float:
    """Return the largest 1, 2 or 5 times a power of ten of a unit that is not longer than `most_m`, in metres."""
    power = 10.0 ** math.floor(math.log10(most_m / unit_m))
    steps = [step for step in (1.0, 2.0, 5.0) if step * power * unit_m <= most_m * (1 + 1e-9)]
    return (steps[-1] if steps else 1.0) * power * unit_m
