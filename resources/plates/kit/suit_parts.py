"""What a lunar suit is made of: torso, pack, helmet, limbs, boots, gloves."""

from __future__ import annotations

import math
from typing import Final

from mathutils import Matrix, Vector

from kit import materials as m
from kit.assembly import Assembly, Material
from kit.soft import Section, block, loft, sleeve, suit_cloth, visor

Line = tuple[Vector, Vector, Vector]
Colour = tuple[float, float, float]

WHITE: Final = (0.43, 0.427, 0.415)
SHADE: Final = (0.24, 0.24, 0.237)


def _cloth() -> Material:
    return suit_cloth(WHITE, "upper")


def _shell() -> Material:
    return m.paint((0.47, 0.466, 0.455), "suit-shell", 0.5)


def _grey() -> Material:
    return m.paint(SHADE, "suit-grey", 0.55)


def _dark() -> Material:
    return m.metal((0.33, 0.33, 0.34), "suit-bearing", 0.38)


def _bellows(s: float, middle: float, half: float, pitch: float) -> float:
    """Give the rise and fall of a joint's convolutes at a place along a limb, 0 to 1."""
    if abs(s - middle) > half:
        return 0.0
    fade = min(1.0, (half - abs(s - middle)) / (half * 0.35))
    return fade * abs(math.sin(math.pi * (s - middle) / pitch))


def leg(body: Assembly, line: Line, band: Colour | None) -> None:
    """Clothe a leg from the hip's bearing to the ankle: wide thigh, bellows at the knee, dusty shin."""
    hip, knee, ankle = line
    long = (knee - hip).length

    def radius(s: float) -> float:
        t = s / (long + (ankle - knee).length)
        plain = 0.137 - 0.034 * t - 0.016 * math.exp(-(((s - long) / 0.09) ** 2))
        calf = 0.01 * math.exp(-(((s - long - 0.17) / 0.1) ** 2))
        joint = 0.017 * _bellows(s, long, 0.12, 0.042) + 0.012 * _bellows(s, 0.13, 0.06, 0.04)
        return plain + calf + joint

    skin = suit_cloth(WHITE, "leg", dust=(0.2, 0.82))
    sleeve(body, (hip, knee, ankle - (ankle - knee) * 0.02), radius, skin, crumple=0.0065)
    along = knee - hip
    body.facing(hip.lerp(knee, 0.2), along).ring(0.137, 0.013, (0, 0, 0), _dark())
    if band:
        cuff = body.facing(hip.lerp(knee, 0.56), along)
        cuff.lathe([(0.12, -0.034), (0.14, -0.028), (0.138, 0.028), (0.118, 0.034)], m.paint(band, "band", 0.7))
    for share, wide in ((0.3, 0.117), (0.86, 0.105)):
        strap = body.facing(knee.lerp(ankle, share), ankle - knee)
        strap.lathe([(wide, -0.014), (wide + 0.005, 0.0), (wide, 0.014)], suit_cloth(SHADE, "strap", dust=(0.1, 0.5)))


def boot(foot: Assembly) -> None:
    """Put the boot under an ankle at the origin: gaiter, overshoe with strap, thick ribbed sole."""
    skin = suit_cloth((0.36, 0.356, 0.345), "boot", dust=(-0.06, 0.42))
    loft(
        foot,
        [
            Section(0.05, -0.075, 0.165, 0.076, 2.6),
            Section(0.05, -0.045, 0.17, 0.082, 2.5),
            Section(0.042, -0.012, 0.152, 0.08, 2.4),
            Section(0.014, 0.03, 0.115, 0.083, 2.2),
            Section(-0.008, 0.075, 0.1, 0.094, 2.0),
            Section(-0.01, 0.13, 0.108, 0.106, 2.0),
            Section(-0.006, 0.2, 0.106, 0.105, 2.0),
        ],
        skin,
        crumple=0.004,
    )
    rubber = m.paint((0.085, 0.083, 0.08), "suit-sole", 0.9)
    sole = [Section(0.052, z, 0.178, 0.088, 2.7) for z in (-0.1, -0.072)]
    loft(foot, [sole[0], sole[1], Section(0.052, -0.066, 0.172, 0.083, 2.7)], rubber, between=2)
    for k in range(8):
        foot.box((0.014, 0.18, 0.022), (-0.1 + 0.043 * k, 0, -0.094), rubber, bevel=0.004)
    for x, high, tilt in ((0.085, 0.0, 38.0), (0.0, 0.055, 24.0)):
        strap = foot.sub((x, 0, high - 0.012), y=tilt)
        strap.box((0.028, 0.182, 0.02), (0, 0, 0), suit_cloth(SHADE, "strap", dust=(0.1, 0.5)), bevel=0.008)
    foot.ring(0.109, 0.011, (-0.006, 0, 0.2), _grey())


def briefs(waist: Assembly) -> None:
    """Close the body between the waist's bearing and the thighs."""
    loft(
        waist,
        [
            Section(0.0, -0.17, 0.07, 0.09, 2.0),
            Section(0.0, -0.12, 0.13, 0.19, 2.2),
            Section(0.0, -0.04, 0.168, 0.235, 2.3),
            Section(0.0, 0.05, 0.172, 0.225, 2.3),
            Section(0.0, 0.12, 0.175, 0.215, 2.3),
        ],
        _cloth(),
        crumple=0.008,
    )


def torso(trunk: Assembly) -> None:
    """Build the hard upper torso with its waist ring, shoulder bearings, neck ring and display unit."""
    wide = Assembly(trunk.frame @ Matrix.Diagonal((0.8, 1.0, 1.0, 1.0)))
    for z, radius, thick, skin in ((0.115, 0.218, 0.019, _dark()), (0.15, 0.222, 0.012, _grey())):
        wide.ring(radius, thick, (0, 0, z), skin)
    loft(
        trunk,
        [
            Section(0.0, 0.13, 0.172, 0.212, 2.4),
            Section(0.005, 0.2, 0.178, 0.222, 2.5),
            Section(0.008, 0.32, 0.192, 0.245, 2.6),
            Section(0.006, 0.43, 0.194, 0.255, 2.5),
            Section(0.0, 0.52, 0.182, 0.235, 2.3),
            Section(0.0, 0.585, 0.16, 0.19, 2.1),
            Section(0.005, 0.625, 0.14, 0.15, 2.0),
        ],
        suit_cloth(WHITE, "torso"),
        crumple=0.002,
    )
    trunk.sub((0.006, 0, 0.625), y=7).ring(0.152, 0.02, (0, 0, 0), _dark())
    for side in (-1, 1):
        bearing = trunk.facing((0.0, side * 0.232, 0.475), (0.12, side, -0.3))
        bearing.ring(0.124, 0.018, (0, 0, 0.0), _dark())
        strap = [(0.165, side * 0.12, 0.56), (0.198, side * 0.15, 0.42), (0.19, side * 0.17, 0.25)]
        sleeve(trunk, strap, 0.014, _grey(), reach=0.05, sides=10)
    _display(trunk.sub((0.19, 0, 0.33), y=-9))


def _display(unit: Assembly) -> None:
    """Set the display and control unit on the chest."""
    block(unit, (0.13, 0.29, 0.19), (0.055, 0, 0), _grey(), 0.028)
    block(unit, (0.02, 0.21, 0.075), (0.118, 0, 0.04), m.paint((0.47, 0.466, 0.455), "suit-shell", 0.5), 0.008)
    unit.box((0.006, 0.09, 0.045), (0.13, 0.045, 0.04), m.glass(), bevel=0.004)
    for y, colour, name in ((-0.035, (0.55, 0.05, 0.04), "suit-red"), (-0.08, (0.05, 0.13, 0.42), "suit-blue")):
        unit.facing((0.128, y, 0.04), (1, 0, 0)).lathe([(0.015, 0), (0.013, 0.018)], m.paint(colour, name), sides=14)
    for k in range(5):
        knob = unit.facing((0.12, -0.1 + 0.05 * k, -0.04), (1, 0, 0))
        knob.lathe([(0.017, 0), (0.014, 0.022)], m.paint((0.7, 0.7, 0.68), "knob") if k % 2 else m.black(), sides=14)
    unit.box((0.03, 0.31, 0.014), (0.1, 0, -0.088), _dark(), bevel=0.005)


def pack(trunk: Assembly) -> None:
    """Hang the life-support pack on the back: rounded shell with seams, doors, sublimator, antennas, handles."""
    at = trunk.sub((-0.315, 0, 0.4))
    block(at, (0.27, 0.56, 0.8), (0, 0, 0), suit_cloth(WHITE, "pack"), 0.085)
    block(at, (0.22, 0.44, 0.16), (0.01, 0, 0.42), _shell(), 0.05, top=0.9)
    seam = m.paint((0.2, 0.2, 0.2), "suit-seam", 0.8)
    for z in (-0.25, 0.24):
        block(at, (0.276, 0.566, 0.012), (0, 0, z), seam, 0.085)
    block(at, (0.03, 0.4, 0.36), (-0.133, 0, 0.0), _shell(), 0.02)
    block(at, (0.012, 0.3, 0.1), (-0.15, 0, 0.1), _grey(), 0.02)
    for y in (-0.12, 0.0, 0.12):
        at.box((0.006, 0.09, 0.012), (-0.149, y, -0.06), seam, bevel=0.003)
        at.box((0.006, 0.09, 0.012), (-0.149, y, -0.1), seam, bevel=0.003)
    block(at, (0.03, 0.34, 0.09), (-0.132, 0, -0.32), _grey(), 0.02)
    block(at, (0.03, 0.2, 0.07), (-0.132, 0, 0.31), _grey(), 0.02)
    for side in (-1, 1):
        grip = [(-0.12, side * 0.24, 0.2), (-0.18, side * 0.25, 0.16), (-0.18, side * 0.25, -0.14)]
        sleeve(at, [*grip, (-0.12, side * 0.24, -0.18)], 0.011, _dark(), reach=0.03, sides=10)
        block(at, (0.17, 0.05, 0.44), (0.01, side * 0.285, -0.04), _shell(), 0.022)
        at.box((0.06, 0.008, 0.06), (0.02, side * 0.311, 0.08), seam, bevel=0.01)
        _lamp(at.sub((0.1, side * 0.19, 0.46)))
    at.tube((-0.02, 0.17, 0.48), (-0.05, 0.185, 0.86), 0.006, _dark(), end_radius=0.003, sides=8)
    block(at, (0.03, 0.012, 0.17), (-0.03, -0.16, 0.56), m.paint((0.7, 0.7, 0.68), "knob"), 0.006)
    block(at, (0.05, 0.02, 0.1), (-0.03, -0.315, 0.2), m.paint((0.7, 0.7, 0.68), "knob"), 0.006)


def _lamp(at: Assembly) -> None:
    """Set a lamp that looks along +x."""
    block(at, (0.09, 0.06, 0.05), (0, 0, 0), _grey(), 0.012)
    at.facing((0.046, 0, 0), (1, 0, 0)).lathe([(0.019, 0), (0.0, 0.006)], m.paint((0.8, 0.8, 0.82), "bulb", 0.1))


def _ribbed(s: float) -> float:
    """Give a hose's radius at a place along it."""
    return 0.017 + 0.0035 * math.sin(2 * math.pi * s / 0.022)


def hoses(trunk: Assembly) -> None:
    """Lead hoses from the pack round under the arms to their fittings on the chest."""
    skin = m.paint((0.3, 0.3, 0.3), "suit-hose", 0.7)
    for side, colour, name in ((1, (0.5, 0.06, 0.05), "suit-red"), (-1, (0.05, 0.13, 0.42), "suit-blue")):
        for low, far, end in ((0.0, 0.0, 0.17), (0.07, 0.012, 0.25)):
            points = [
                (-0.24, side * 0.22, 0.14 + low),
                (-0.1, side * (0.315 + far), 0.16 + low),
                (0.12, side * (0.285 + far), 0.14 + low),
                (0.235, side * 0.16, 0.17 + low),
                (0.195, side * 0.115, end + 0.03),
            ]
            sleeve(trunk, points, _ribbed, skin, reach=0.09, step=0.0055, sides=14)
            fitting = trunk.facing((0.185, side * 0.115, end + 0.03), (1, 0, 0))
            fitting.lathe([(0.031, -0.02), (0.031, 0.022), (0.022, 0.034)], m.metal((*colour,), name, 0.35), sides=20)


def arm(trunk: Assembly, line: Line, side: int, band: Colour | None) -> None:
    """Clothe an arm from the shoulder to the wrist: bellows at shoulder and elbow, bearings between."""
    shoulder, elbow, wrist = line
    long = (elbow - shoulder).length

    def radius(s: float) -> float:
        t = s / (long + (wrist - elbow).length)
        plain = 0.115 - 0.042 * t - 0.004 * math.exp(-(((s - long) / 0.07) ** 2))
        return plain + 0.013 * _bellows(s, 0.12, 0.07, 0.036) + 0.014 * _bellows(s, long, 0.1, 0.036)

    root = Vector((0.0, side * 0.18, 0.5))
    sleeve(trunk, (shoulder.lerp(root, 0.6), shoulder, elbow, wrist), radius, _cloth(), crumple=0.005, reach=0.09)
    upper = trunk.facing(shoulder.lerp(elbow, 0.66), elbow - shoulder)
    upper.ring(0.098, 0.012, (0, 0, 0), _dark())
    if band:
        skin = m.paint(band, "band", 0.7)
        trunk.facing(shoulder.lerp(elbow, 0.48), elbow - shoulder).lathe(
            [(0.104, -0.03), (0.121, -0.024), (0.12, 0.024), (0.102, 0.03)], skin
        )
    pocket = trunk.facing(elbow.lerp(wrist, 0.62), wrist - elbow)
    pocket.lathe([(0.083, -0.03), (0.089, 0.0), (0.081, 0.03)], _grey(), sides=32)


def glove(hand: Assembly, side: int, *, grip: bool = False) -> None:
    """Put a glove on a wrist at the origin: the hand along +z, the thumb towards +x, curled towards the palm."""
    skin = suit_cloth((0.24, 0.24, 0.236), "glove")
    hand.lathe([(0.076, -0.035), (0.082, -0.02), (0.08, 0.012), (0.07, 0.02)], _dark(), sides=32)
    loft(
        hand,
        [
            Section(0.0, 0.0, 0.062, 0.06, 2.0),
            Section(0.0, 0.04, 0.056, 0.046, 2.2),
            Section(0.002, 0.085, 0.06, 0.04, 2.4),
            Section(0.002, 0.125, 0.055, 0.034, 2.6),
        ],
        skin,
        sides=28,
        crumple=0.003,
    )
    curl = 1.9 if grip else 1.0
    tip = suit_cloth((0.14, 0.14, 0.145), "fingertip")
    for k in range(4):
        x = 0.042 - 0.027 * k
        long = (0.075, 0.085, 0.08, 0.062)[k]
        knuckle, joint = Vector((x, 0, 0.118)), Vector((x * 1.08, side * 0.02 * curl, 0.118 + long * 0.62))
        end = joint + Vector((0, side * 0.03 * curl, long * (0.42 if not grip else -0.1)))
        sleeve(hand, (knuckle, joint, end), 0.0165, skin, reach=0.03, sides=12)
        hand.ball(0.0172, end, tip, rows=10)
    base, joint = Vector((0.04, side * 0.012, 0.04)), Vector((0.078, side * 0.03, 0.085))
    sleeve(hand, (base, joint, joint + Vector((-0.01, side * 0.02, 0.04))), 0.02, skin, reach=0.03, sides=12)


def helmet(head: Assembly) -> None:
    """Set the helmet: gilded bubble under a hood that leaves the face free, lamps, camera, neck's collar."""
    head.lathe([(0.158, -0.15), (0.168, -0.12), (0.15, -0.09)], _shell(), sides=48, smooth=60)
    head.ball(0.166, (0.012, 0, 0.004), visor(), squash=1.03, rows=48)
    hood = head.facing((-0.004, 0, 0.004), (-1, 0, 0.34))
    arc = [math.radians(4 * k) for k in range(26)]
    hood.lathe([(0.181 * math.sin(a), 0.181 * math.cos(a)) for a in arc], _shell(), sides=64, smooth=70)
    edge = arc[-1]
    hood.ring(0.178 * math.sin(edge), 0.011, (0, 0, 0.178 * math.cos(edge)), _grey())
    for side in (-1, 1):
        ear = head.facing((-0.01, side * 0.172, 0.0), (0, side, 0))
        ear.lathe([(0.05, -0.02), (0.045, 0.012), (0.03, 0.018)], _grey(), sides=28)
        _lamp(head.sub((0.045, side * 0.165, 0.105), y=6))
    block(head, (0.12, 0.07, 0.04), (-0.02, 0, 0.186), _grey(), 0.014)
    head.facing((0.042, 0, 0.186), (1, 0, 0)).lathe([(0.014, 0), (0.012, 0.012), (0.0, 0.012)], m.glass(), sides=16)
