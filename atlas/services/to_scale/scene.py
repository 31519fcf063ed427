"""Line drawings read from their files, ready to be painted; for a worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from atlas.domain.entries import Profile
from atlas.domain.line_drawing import BODY, WEIGHTS, Stroke, read_drawing
from atlas.services.to_scale.layout import FIGURES, Companion, Size, companion_of

_FIGURES: Final = "plates/figures"


@dataclass(frozen=True)
class Shape:
    """A drawing as paths in metres, y down from its upper left corner."""

    size: Size
    body: QPainterPath
    lines: Mapping[str, tuple[QPainterPath, ...]]
    """Every line by itself, under its weight: Qt strokes many short paths several times as fast as one long one."""


@dataclass(frozen=True)
class Machine:
    """A machine under the title that it is shown by."""

    title: str
    profile: Profile
    shape: Shape


@dataclass(frozen=True)
class Scene:
    """Machines to be shown at one scale, and what stands beside them."""

    machines: tuple[Machine, ...]
    companion: Companion
    figure: Shape | None

    @property
    def sizes(self) -> tuple[Size, ...]:
        """The machines' sizes, in their order."""
        return tuple(machine.shape.size for machine in self.machines)


def load_scene(resources: Path, titled: Sequence[tuple[str, Profile]]) -> Scene:
    """Read drawings by their records. Raises OSError or ValueError where a file is missing or no drawing."""
    machines = tuple(
        Machine(title, profile, _shape(resources / profile.file, profile.file)) for title, profile in titled
    )
    companion = companion_of([machine.shape.size for machine in machines])
    name = f"{_FIGURES}/{companion}.svg"
    figure = _shape(resources / name, name) if companion in FIGURES else None
    return Scene(machines, companion, figure)


def _shape(file: Path, name: str) -> Shape:
    try:
        drawing = read_drawing(file.read_bytes())
    except ValueError as error:
        raise ValueError(f"{name} is not a line drawing: {error}. Install the atlas again.") from error
    body = QPainterPath()
    for line in drawing.layers[BODY]:
        body.addPath(_path(line))
    lines = {kind: tuple(map(_path, drawing.layers.get(kind, ()))) for kind in WEIGHTS}
    return Shape(Size(drawing.width_m, drawing.height_m), body, lines)


def _path(line: Stroke) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line.points]))
    if line.closed:
        path.closeSubpath()
    return path
