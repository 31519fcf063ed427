"""People in lunar suits, 1.9 m with the helmet, in poses."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mathutils import Matrix, Vector

from kit import materials as m
from kit.assembly import Assembly, Material

THIGH, SHANK, UPPER, FORE = 0.43, 0.42, 0.29, 0.27
SOLE: Final = 0.1
"""How high the ankle stands over the ground."""


@dataclass(frozen=True)
class Pose:
    """Angles in degrees, left side first: legs swing forward and bend, arms swing forward, out and bend."""

    hips: tuple[float, float] = (4.0, -3.0)
    knees: tuple[float, float] = (10.0, 8.0)
    arms: tuple[float, float] = (18.0, 12.0)
    out: tuple[float, float] = (16.0, 16.0)
    elbows: tuple[float, float] = (40.0, 35.0)
    lean: float = 3.0
    look: float = 0.0


STANDING: Final = Pose()
WALKING: Final = Pose(hips=(28, -20), knees=(30, 22), arms=(-18, 30), elbows=(35, 48), lean=9)
WORKING: Final = Pose(hips=(8, 2), knees=(16, 12), arms=(58, 48), out=(8, 12), elbows=(42, 55), lean=16, look=-12)
WAVING: Final = Pose(arms=(160, 10), out=(22, 18), elbows=(30, 35))
POINTING: Final = Pose(arms=(88, 14), out=(10, 18), elbows=(4, 40))
SEATED: Final = Pose(hips=(82, 80), knees=(78, 72), arms=(38, 36), out=(6, 6), elbows=(48, 50), lean=-2)


def astronaut(frame: Assembly, pose: Pose = STANDING, *, band: tuple[float, float, float] | None = None) -> None:
    """Add a person who looks along +x, the lower foot on z = 0; `band` colours rings on arms and legs."""
    suit = m.cloth((0.82, 0.82, 0.8), "suit")
    ankles = []
    for side, hip, knee in zip((1, -1), pose.hips, pose.knees, strict=True):
        h, k = math.radians(hip), math.radians(hip - knee)
        start = Vector((0, side * 0.12, 0.95))
        bend = start + Vector((THIGH * math.sin(h), side * 0.015, -THIGH * math.cos(h)))
        ankles.append((start, bend, bend + Vector((SHANK * math.sin(k), side * 0.01, -SHANK * math.cos(k))), k))
    lift = SOLE - min(end.z for _, _, end, _ in ankles)
    body = frame.sub((0, 0, lift))
    for start, bend, end, tilt in ankles:
        _leg(body, start, bend, end, tilt, suit, band)
    trunk = body.sub((0, 0, 0.93), y=pose.lean)
    _trunk(trunk, suit)
    for side, swing, out, elbow in zip((1, -1), pose.arms, pose.out, pose.elbows, strict=True):
        _arm(trunk, side, swing, out, elbow, suit, band)
    _helmet(trunk.sub((0.015, 0, 0.78), z=pose.look))


def _leg(
    body: Assembly,
    hip: Vector,
    knee: Vector,
    ankle: Vector,
    tilt: float,
    suit: Material,
    band: tuple[float, float, float] | None,
) -> None:
    dark = m.paint((0.3, 0.3, 0.31), "boot", 0.7)
    body.ball(0.135, hip, suit, rows=16)
    body.tube(hip, knee, 0.132, suit, end_radius=0.1)
    body.tube(knee, ankle, 0.105, suit, end_radius=0.088)
    for k in range(3):
        body.ball(0.109, knee + (ankle - knee) * (0.07 * k - 0.07), suit, squash=0.62, rows=12)
    if band:
        body.facing(hip.lerp(knee, 0.5), knee - hip).ring(0.112, 0.018, (0, 0, 0), m.paint(band, "band"))
    foot = body.sub(ankle, y=-math.degrees(tilt) * 0.35)
    foot.tube((0, 0, 0.16), (0, 0, -0.03), 0.098, m.cloth((0.72, 0.72, 0.7), "gaiter"), end_radius=0.1)
    foot.ring(0.1, 0.014, (0, 0, 0.1), dark)
    foot.box((0.33, 0.15, 0.085), (0.055, 0, -0.035), suit, bevel=0.035, top=0.82)
    foot.box((0.35, 0.165, 0.035), (0.055, 0, -0.083), dark, bevel=0.012)


def _trunk(trunk: Assembly, suit: Material) -> None:
    wide = Assembly(trunk.frame @ Matrix.Diagonal((0.78, 1.0, 1.0, 1.0)))
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    wide.lathe(
        [
            (0.0, -0.1),
            (0.19, -0.08),
            (0.245, 0.02),
            (0.23, 0.12),
            (0.25, 0.22),
            (0.285, 0.42),
            (0.26, 0.56),
            (0.0, 0.64),
        ],
        suit,
        sides=36,
        smooth=60,
    )
    wide.ring(0.24, 0.02, (0, 0, 0.1), dark)
    trunk.box((0.26, 0.5, 0.74), (-0.3, 0, 0.38), m.cloth((0.8, 0.8, 0.78), "pack"), bevel=0.07)
    trunk.box((0.2, 0.4, 0.1), (-0.3, 0, 0.79), m.paint((0.66, 0.66, 0.66), "packtop"), bevel=0.03)
    trunk.box((0.012, 0.34, 0.4), (-0.435, 0, 0.36), m.paint((0.6, 0.6, 0.6), "packplate"), bevel=0.004)
    trunk.tube((-0.32, -0.2, 0.8), (-0.34, -0.2, 1.08), 0.006, m.metal(), sides=8)
    trunk.box((0.12, 0.27, 0.17), (0.235, 0, 0.33), m.paint((0.42, 0.43, 0.45), "chest"), bevel=0.025)
    for y in (-0.08, 0.0, 0.08):
        trunk.facing((0.295, y, 0.37), (1, 0, 0)).lathe([(0.022, 0), (0.022, 0.014)], m.paint(), sides=14)
    for side in (-1, 1):
        points = [
            (0.26, side * 0.1, 0.26),
            (0.24, side * 0.27, 0.2),
            (-0.12, side * 0.31, 0.24),
            (-0.24, side * 0.25, 0.3),
        ]
        for p, q in pairwise(points):
            trunk.tube(p, q, 0.02, m.paint((0.62, 0.62, 0.6), "hose"), sides=10)


def _arm(
    trunk: Assembly,
    side: int,
    swing: float,
    out: float,
    elbow: float,
    suit: Material,
    band: tuple[float, float, float] | None,
) -> None:
    shoulder = Vector((0, side * 0.27, 0.5))
    aside = Matrix.Rotation(math.radians(side * out), 4, "X")
    turned = Matrix.Rotation(math.radians(-swing), 4, "Y")
    bent = Matrix.Rotation(math.radians(-swing - elbow), 4, "Y")
    joint = shoulder + aside @ (turned @ Vector((0, 0, -UPPER)))
    hand = joint + aside @ (bent @ Vector((0, 0, -FORE)))
    trunk.ball(0.118, shoulder, suit, rows=16)
    trunk.facing(shoulder.lerp(joint, 0.22), joint - shoulder).ring(0.1, 0.014, (0, 0, 0), m.metal())
    trunk.tube(shoulder, joint, 0.102, suit, end_radius=0.082)
    trunk.tube(joint, hand, 0.084, suit, end_radius=0.064)
    for k in range(3):
        trunk.ball(0.088, joint + (hand - joint) * (0.1 * k - 0.1), suit, squash=0.7, rows=12)
    if band:
        trunk.facing(shoulder.lerp(joint, 0.62), joint - shoulder).ring(0.088, 0.014, (0, 0, 0), m.paint(band, "band"))
    along = (hand - joint).normalized()
    wrist = trunk.facing(hand, along)
    wrist.ring(0.066, 0.012, (0, 0, 0), m.metal((0.35, 0.35, 0.36), "dark"))
    glove = m.cloth((0.62, 0.62, 0.6), "glove")
    wrist.ball(0.062, (0, 0, 0.06), glove, squash=1.25, rows=12)
    wrist.box((0.05, 0.085, 0.09), (0.012, 0, 0.125), glove, bevel=0.02)
    wrist.tube((0.0, 0.05, 0.05), (0.03, 0.075, 0.12), 0.02, glove, sides=10)


def _helmet(head: Assembly) -> None:
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    head.ring(0.165, 0.022, (0, 0, -0.145), dark)
    head.ball(0.178, (-0.015, 0, 0), m.paint(), squash=1.06, rows=32)
    head.ball(0.168, (0.03, 0, 0.0), m.foil(m.GOLD, 3.0, 0.001, "visor"), squash=0.98, rows=32)
    for side in (-1, 1):
        head.facing((0.02, side * 0.172, 0.03), (0, side, 0)).lathe([(0.05, -0.02), (0.045, 0.02)], m.paint(), sides=20)
        head.facing((0.08, side * 0.165, 0.11), (1, 0, 0)).lathe([(0.024, -0.03), (0.03, 0.03)], m.black(), sides=14)
    head.box((0.13, 0.24, 0.022), (0.05, 0, 0.182), m.paint(), bevel=0.01)
