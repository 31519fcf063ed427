"""People in lunar suits, 1.9 m with the helmet, in poses.

The suit is no nation's: a hard upper torso with a large pack, soft limbs with bearings and bellows, a gilded visor.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from mathutils import Matrix, Vector

from kit import suit_parts as wear
from kit.assembly import Assembly
from kit.assembly import pose as aimed
from kit.suit_tools import TOOLS

THIGH, SHANK, UPPER, FORE = 0.43, 0.42, 0.29, 0.27
SOLE: Final = 0.1
"""How high the ankle stands over the ground."""
HIP, WAIST = 0.95, 0.93
"""How high the hip joints and the trunk's foot stand over the soles of straight legs."""
HEEL, TOE = Vector((-0.11, 0, -SOLE)), Vector((0.2, 0, -SOLE))


@dataclass(frozen=True)
class Pose:
    """Angles in degrees, left side first: legs swing forward, bend and stand apart; arms swing forward, out and bend.

    `inward` turns the forearms towards the chest; `roll` drops the left shoulder, `twist` turns it forward; `tool`
    is held in the right hand, one of suit_tools.TOOLS.
    """

    hips: tuple[float, float] = (14.0, -3.0)
    knees: tuple[float, float] = (20.0, 12.0)
    apart: tuple[float, float] = (5.0, 5.0)
    arms: tuple[float, float] = (14.0, 6.0)
    out: tuple[float, float] = (17.0, 20.0)
    elbows: tuple[float, float] = (46.0, 34.0)
    inward: tuple[float, float] = (22.0, 16.0)
    lean: float = 8.0
    roll: float = 2.0
    twist: float = 0.0
    look: float = 0.0
    nod: float = 0.0
    tool: str = ""


STANDING: Final = Pose()
RESTING: Final = Pose(
    hips=(2, 16), knees=(14, 30), apart=(4, 9), arms=(4, 22), out=(22, 18), elbows=(30, 62), roll=-3, look=18
)
WALKING: Final = Pose(
    hips=(30, -16), knees=(34, 30), arms=(-16, 30), out=(20, 16), elbows=(38, 52), lean=15, twist=-7, roll=0
)
LOPING: Final = Pose(
    hips=(44, -22), knees=(52, 38), apart=(6, 4), arms=(-6, 40), out=(28, 20), elbows=(58, 60), lean=19, twist=-9
)
CARRYING: Final = Pose(
    hips=(24, -12), knees=(30, 22), arms=(20, -2), out=(26, 10), elbows=(44, 10), lean=11, roll=-5, tool="case"
)
WORKING: Final = Pose(
    hips=(22, 6), knees=(34, 26), arms=(48, 40), out=(10, 12), elbows=(52, 60), inward=(26, 24), lean=19, nod=8
)
READING: Final = Pose(
    hips=(12, -2), knees=(18, 12), arms=(26, 30), out=(12, 10), elbows=(74, 70), inward=(34, 30), nod=14, tool="tablet"
)
WAVING: Final = Pose(
    hips=(-2, 14), knees=(8, 22), apart=(4, 8), arms=(150, 8), out=(-26, 20), elbows=(36, 34), lean=4, roll=-4
)
POINTING: Final = Pose(hips=(-2, 14), knees=(9, 22), arms=(80, 10), out=(14, 18), elbows=(8, 40), lean=6, twist=-12)
SAMPLING: Final = Pose(
    hips=(34, -4), knees=(46, 34), arms=(34, 44), out=(18, 10), elbows=(50, 22), lean=30, nod=10, tool="tongs"
)
SEATED: Final = Pose(
    hips=(84, 80), knees=(80, 72), apart=(7, 7), arms=(40, 36), out=(10, 10), elbows=(50, 54), lean=-2, roll=0
)


def astronaut(frame: Assembly, pose: Pose = STANDING, *, band: tuple[float, float, float] | None = None) -> None:
    """Add a person who looks along +x, the lower foot on z = 0; `band` colours rings on arms and legs."""
    legs = []
    for side, hip, knee, apart in zip((1, -1), pose.hips, pose.knees, pose.apart, strict=True):
        legs.append(_limb(Vector((0, side * 0.125, HIP)), (hip, hip - knee), side * apart))
    feet = [
        Assembly().sub(ankle, y=_pitch(hip - knee), z=side * 9.0)
        for (_, _, ankle), side, hip, knee in zip(legs, (1, -1), pose.hips, pose.knees, strict=True)
    ]
    body = frame.sub((0, 0, -min(foot.world(end).z for foot in feet for end in (HEEL, TOE))))
    for line, foot in zip(legs, feet, strict=True):
        wear.leg(body, line, band)
        wear.boot(Assembly(body.frame @ foot.frame))
    wear.briefs(body.sub((0, 0, WAIST), y=pose.lean * 0.4))
    trunk = body.sub((0, 0, WAIST), y=pose.lean, x=-pose.roll).sub((0, 0, 0), z=pose.twist)
    wear.torso(trunk)
    wear.pack(trunk)
    wear.hoses(trunk)
    for side in (1, -1):
        _arm(trunk, pose, side, band)
    wear.helmet(trunk.sub((0.02, 0, 0.77), z=pose.look, y=pose.nod))


def _limb(start: Vector, swings: tuple[float, float], apart: float) -> tuple[Vector, Vector, Vector]:
    """Give hip, knee and ankle of a leg whose parts swing forward by degrees; `apart`: degrees out towards +y."""
    aside = Matrix.Rotation(math.radians(apart), 4, "X")
    thigh, shank = (Matrix.Rotation(-math.radians(a), 4, "Y") @ Vector((0, 0, -1)) for a in swings)
    knee = start + aside @ (thigh * THIGH)
    return start, knee, knee + Matrix.Rotation(math.radians(apart * 0.3), 4, "X") @ (shank * SHANK)


def _pitch(shank: float) -> float:
    """Say how far a foot turns its toe down: flat under an upright shank, on the ball or the heel otherwise."""
    if shank < -14:
        return -(shank + 14) * 0.9
    return -(shank - 8) * 0.8 if 8 < shank < 40 else 0.0


def _arm(trunk: Assembly, pose: Pose, side: int, band: tuple[float, float, float] | None) -> None:
    k = 0 if side > 0 else 1
    shoulder = Vector((0.0, side * 0.255, 0.5))
    turned = (
        Matrix.Rotation(math.radians(side * pose.out[k]), 4, "X")
        @ Matrix.Rotation(math.radians(-pose.arms[k]), 4, "Y")
        @ Matrix.Rotation(math.radians(-side * pose.inward[k]), 4, "Z")
    )
    bent = turned @ Matrix.Rotation(math.radians(-pose.elbows[k]), 4, "Y")
    elbow = shoulder + turned @ Vector((0, 0, -UPPER))
    wrist = elbow + bent @ Vector((0, 0, -FORE))
    wear.arm(trunk, (shoulder, elbow, wrist), side, band)
    hand = Assembly(trunk.frame @ aimed(wrist - elbow, bent @ Vector((1, 0, 0)), wrist))
    wear.glove(hand, side, grip=bool(pose.tool) and side < 0)
    if pose.tool and side < 0:
        TOOLS[pose.tool](hand)
