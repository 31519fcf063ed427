"""Lines of a drawing, without Blender: what of a line is seen, runs joined, thinned out, and written as SVG.

Points are (x, y) in metres, x to the right and y up; `size` is the drawing's longer side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Line = list[Point]
Span = tuple[float, float]

LAYERS: Final = ("fine", "edge", "outline")
"""From the lightest line to the heaviest, in the order in which they are drawn."""
WEIGHTS: Final = {"fine": 0.9, "edge": 1.5, "outline": 3.0}
"""Widths of lines in thousandths of a drawing's longer side, for those who open the file by itself."""
INK: Final = "#22272e"
PAPER: Final = "#f3f1ea"
_MARGIN: Final = 0.004
_BISECTIONS: Final = 5
_NOTHING: Final = 1e-9


def length(line: Sequence[Point]) -> float:
    """Return how long a line is."""
    return sum(math.dist(a, b) for a, b in pairwise(line))


def true_spans(holds: Callable[[float], bool], end: float, step: float) -> list[Span]:
    """Return where between 0 and `end` something holds: sampled every `step`, the changes found by halving."""
    count = max(2, math.ceil(end / step))
    # not at the very ends: there a line touches its neighbours
    places = [end * (k + 0.5) / count for k in range(count)]
    answers = [holds(place) for place in places]
    spans: list[Span] = []
    start = 0.0 if answers[0] else None
    for k in range(1, count):
        if answers[k] == answers[k - 1]:
            continue
        change = _change(holds, places[k - 1], places[k], after=answers[k])
        if answers[k]:
            start = change
        elif start is not None:
            spans.append((start, change))
            start = None
    if start is not None:
        spans.append((start, end))
    return spans


def _change(holds: Callable[[float], bool], low: float, high: float, *, after: bool) -> float:
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) == after else (middle, high)
    return (low + high) / 2


def tidy_spans(spans: Iterable[Span], gap: float, least: float) -> list[Span]:
    """Close gaps smaller than `gap`, then leave out what is shorter than `least`."""
    closed: list[Span] = []
    for start, end in sorted(spans):
        if closed and start - closed[-1][1] <= gap:
            closed[-1] = (closed[-1][0], max(end, closed[-1][1]))
        else:
            closed.append((start, end))
    return [(start, end) for start, end in closed if end - start >= least]


class Ruler:
    """A line that is walked along: the place and direction at a distance from its start, and pieces cut out of it."""

    def __init__(self, line: Sequence[Point]) -> None:
        self.line: Line = [line[0]]
        self.marks = [0.0]
        for place in line[1:]:
            mark = self.marks[-1] + math.dist(self.line[-1], place)
            # two places that are told apart by nothing but rounding are one
            if mark - self.marks[-1] > _NOTHING:
                self.line.append(place)
                self.marks.append(mark)

    @property
    def end(self) -> float:
        """How long the line is."""
        return self.marks[-1]

    def at(self, distance: float) -> tuple[Point, Point]:
        """Return the place at a distance and the direction of the line there (of length 1)."""
        k = self._piece(distance)
        (ax, ay), (bx, by) = self.line[k], self.line[k + 1]
        run = self.marks[k + 1] - self.marks[k]
        part = (distance - self.marks[k]) / run
        return (ax + (bx - ax) * part, ay + (by - ay) * part), ((bx - ax) / run, (by - ay) / run)

    def cut(self, span: Span) -> Line:
        """Return the piece between two distances."""
        start, end = span
        inside = [p for p, mark in zip(self.line, self.marks, strict=True) if start < mark < end]
        return [self.at(start)[0], *inside, self.at(end)[0]]

    def _piece(self, distance: float) -> int:
        low, high = 0, len(self.marks) - 2
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.marks[middle] <= distance else (low, middle - 1)
        return low


class Crowd:
    """What is drawn already: a line that would run close beside another of the same direction is left out there."""

    def __init__(self, spacing: float, angle: float = 20.0) -> None:
        self._spacing = spacing
        self._least = math.cos(math.radians(angle))
        self._cells: dict[tuple[int, int], list[tuple[Point, Point]]] = defaultdict(list)

    def add(self, line: Sequence[Point]) -> None:
        """Remember a line as drawn."""
        ruler = Ruler(line)
        count = max(1, math.ceil(ruler.end / (self._spacing * 0.5)))
        for k in range(count + 1):
            place, along = ruler.at(min(ruler.end * k / count, ruler.end))
            self._cells[self._cell(place)].append((place, along))

    def free(self, place: Point, along: Point) -> bool:
        """Say whether nothing alike is drawn near a place."""
        cx, cy = self._cell(place)
        near = (item for dx in (-1, 0, 1) for dy in (-1, 0, 1) for item in self._cells.get((cx + dx, cy + dy), ()))
        return not any(
            math.dist(place, there) < self._spacing and abs(along[0] * way[0] + along[1] * way[1]) > self._least
            for there, way in near
        )

    def thin(self, line: Sequence[Point]) -> list[Line]:
        """Return the pieces of a line that have room, and remember them as drawn."""
        ruler = Ruler(line)
        if ruler.end <= 0:
            return []
        spans = true_spans(lambda d: self.free(*ruler.at(d)), ruler.end, self._spacing * 0.5)
        pieces = [ruler.cut(span) for span in tidy_spans(spans, self._spacing, self._spacing)]
        for piece in pieces:
            self.add(piece)
        return pieces

    def _cell(self, place: Point) -> tuple[int, int]:
        return math.floor(place[0] / self._spacing), math.floor(place[1] / self._spacing)


def join(lines: Iterable[Sequence[Point]], tolerance: float) -> list[Line]:
    """Join lines whose ends meet, going straight on where several do; a run that comes round is closed."""
    pool = [list(line) for line in lines if length(line) > 0]
    ends: dict[tuple[int, int], set[int]] = defaultdict(set)

    def cell(place: Point) -> tuple[int, int]:
        return round(place[0] / tolerance), round(place[1] / tolerance)

    for number, line in enumerate(pool):
        ends[cell(line[0])].add(number)
        ends[cell(line[-1])].add(number)
    left = dict(enumerate(pool))
    found: list[Line] = []
    while left:
        number, line = next(iter(left.items()))
        del left[number]
        for _ in range(2):
            _grow(line, left, ends, cell, tolerance)
            line.reverse()
        found.append(line)
    return found


def _grow(
    line: Line,
    left: dict[int, Line],
    ends: Mapping[tuple[int, int], set[int]],
    cell: Callable[[Point], tuple[int, int]],
    tolerance: float,
) -> None:
    """Add to a line's end whatever goes on from there."""
    while line[0] != line[-1] or len(line) < 3:
        cx, cy = cell(line[-1])
        best: tuple[float, int, Line] | None = None
        for number in {n for dx in (-1, 0, 1) for dy in (-1, 0, 1) for n in ends.get((cx + dx, cy + dy), ())}:
            for piece in (left[number], left[number][::-1]) if number in left else ():
                if math.dist(piece[0], line[-1]) <= tolerance:
                    bend = -_turn(line[-2], line[-1], piece[1])
                    best = min(best, (bend, number, piece)) if best else (bend, number, piece)
        if best is None:
            return
        del left[best[1]]
        line.extend(best[2][1:])


def _turn(a: Point, b: Point, c: Point) -> float:
    """Return how straight one goes on at b: 1 straight on, -1 back."""
    first, second = math.dist(a, b), math.dist(b, c)
    if not first or not second:
        return -1.0
    return ((b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])) / (first * second)


def simplify(line: Sequence[Point], tolerance: float) -> Line:
    """Leave out points that lie within `tolerance` of the line through the others.

    The way of Douglas and Peucker (The Canadian Cartographer 10, 1973).
    """
    keep = {0, len(line) - 1}
    open_runs = [(0, len(line) - 1)]
    while open_runs:
        first, last = open_runs.pop()
        far, where = tolerance, 0
        for k in range(first + 1, last):
            away = _away(line[k], line[first], line[last])
            if away > far:
                far, where = away, k
        if where:
            keep.add(where)
            open_runs += [(first, where), (where, last)]
    return [line[k] for k in sorted(keep)]


def _away(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    part = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square)) if square else 0.0
    return math.dist(p, (a[0] + part * dx, a[1] + part * dy))


def unit_of(size: float) -> float:
    """Return the step that coordinates are rounded to, a power of ten: at most 1/2500 of a drawing's longer side."""
    return float(10.0 ** math.floor(math.log10(size / 2500)))


def path_data(lines: Iterable[Sequence[Point]], top: float, unit: float, *, closed: bool = False) -> str:
    """Write lines as an SVG path of whole millimetres or tenths, y down from `top`: a start, then steps."""
    parts: list[str] = []
    for line in lines:
        places = [(round(x / unit), round((top - y) / unit)) for x, y in line]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places) if a != b]
        ring = closed or (places[0] == places[-1] and len(steps) > 2)
        if ring:
            steps = steps[:-1]
        if not steps:
            continue
        words = " ".join(_pair(dx, dy, unit) for dx, dy in steps)
        parts.append(f"M{_pair(*places[0], unit)}l{words}{'z' if ring else ''}")
    return "".join(parts)


def _pair(x: int, y: int, unit: float) -> str:
    second = _number(y, unit)
    return f"{_number(x, unit)}{'' if second.startswith('-') else ' '}{second}"


def _number(steps: int, unit: float) -> str:
    """Write so many steps as millimetres, without a nought that says nothing."""
    decimals = max(0, -round(math.log10(unit * 1000)))
    text = f"{steps * unit * 1000:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if decimals else text


def svg_text(
    box: tuple[float, float, float, float],
    body: Iterable[Sequence[Point]],
    layers: Mapping[str, Iterable[Sequence[Point]]],
    words: tuple[str, str],
    code: str,
) -> str:
    """Write a drawing: `box` is (left, low, right, high) in metres, `words` its title and description.

    One unit is a millimetre; x = 0 and y = 0 are the upper left corner of the box, and a margin round it holds the
    lines' own width. `body` is filled under the lines; `code` names the state of the subject's file.
    """
    left, low, right, high = box
    wide, tall = right - left, high - low
    size = max(wide, tall)
    unit = unit_of(size)
    margin = math.ceil(size * 1000 * _MARGIN)
    seen = f"{-margin} {-margin} {round(wide * 1000) + 2 * margin} {round(tall * 1000) + 2 * margin}"

    def data(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
        return path_data([[(x - left, y) for x, y in line] for line in lines], high, unit, closed=closed)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{seen}" data-code="{code}"',
        f' data-width-m="{wide:.4g}" data-height-m="{tall:.4g}">\n',
        f"<title>{escape(words[0])}</title>\n<desc>{escape(words[1])}</desc>\n",
        f'<path class="body" fill="{PAPER}" fill-rule="evenodd" d="{data(body, closed=True)}"/>\n',
        f'<g fill="none" stroke="{INK}" stroke-linecap="round" stroke-linejoin="round">\n',
    ]
    for name in LAYERS:
        path = data(layers.get(name, ()))
        if path:
            parts.append(f'<path class="{name}" stroke-width="{size * WEIGHTS[name]:.3g}" d="{path}"/>\n')
    return "".join([*parts, "</g>\n</svg>\n"])
