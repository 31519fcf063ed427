"""Sun, sky, Earth, Moon from orbit, camera and the settings of a render."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import bpy
from mathutils import Vector

from kit import earth as earth_kit
from kit import materials as m
from kit.assembly import Point

TERRAIN: Final = Path(__file__).resolve().parents[2] / "terrain"
WIDTH: Final = 1600
HEIGHT: Final = 1000
EARTH_ACROSS: Final = 1.9
"""How wide the Earth stands in the Moon's sky, in degrees: 12,742 km at 384,400 km."""


@dataclass(frozen=True)
class View:
    """Where the camera stands and looks; `fov` is across the picture, in degrees."""

    eye: Vector
    aim: Vector
    fov: float


def empty() -> None:
    """Start with nothing in the scene."""
    bpy.ops.wm.read_factory_settings(use_empty=True)


def look(eye: Point, aim: Point, fov: float = 40.0, *, focus: float = 0.0, shift: float = 0.0) -> View:
    """Place the camera; `focus` is an aperture (f-stop) where some depth of field is wanted.

    `shift` moves the picture up by a part of its width, as the rising front of a view camera does.
    """
    lens = bpy.data.cameras.new("camera")
    lens.angle = math.radians(fov)
    lens.clip_end = 1e6
    lens.shift_y = shift
    thing = bpy.data.objects.new("camera", lens)
    thing.location = Vector(eye)
    thing.rotation_euler = (Vector(aim) - Vector(eye)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing
    if focus > 0:
        lens.dof.use_dof, lens.dof.aperture_fstop = True, focus
        lens.dof.focus_distance = (Vector(aim) - Vector(eye)).length
    return View(Vector(eye), Vector(aim), fov)


def sun(azimuth: float, elevation: float, strength: float = 16.0, fill: float = 0.035) -> None:
    """Light by one hard Sun (degrees from +x towards +y, and up); `fill` lifts the deepest shadows, not the sky."""
    lamp = bpy.data.lights.new("sun", "SUN")
    lamp.energy, lamp.angle, lamp.color = strength, math.radians(0.53), (1.0, 0.975, 0.94)
    thing = bpy.data.objects.new("sun", lamp)
    a, e = math.radians(azimuth), math.radians(elevation)
    towards = Vector((math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)))
    thing.rotation_euler = towards.to_track_quat("Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)
    _sky(fill)


def _sky(fill: float) -> None:
    world = bpy.data.worlds.new("space")
    bpy.context.scene.world = world
    tree = world.node_tree
    back = tree.nodes["Background"]
    back.inputs["Color"].default_value = (1, 1, 1, 1)
    path = tree.nodes.new("ShaderNodeLightPath")
    hidden = tree.nodes.new("ShaderNodeMath")
    hidden.operation = "MULTIPLY_ADD"
    hidden.inputs[1].default_value, hidden.inputs[2].default_value = -fill, fill
    tree.links.new(path.outputs["Is Camera Ray"], hidden.inputs[0])
    tree.links.new(hidden.outputs[0], back.inputs["Strength"])


def _globe(name: str, at: Vector, radius: float) -> bpy.types.Object:
    bpy.ops.mesh.primitive_uv_sphere_add(segments=192, ring_count=96, radius=radius, location=at)
    thing = bpy.context.object
    thing.name = name
    thing.data.shade_smooth()
    return thing


def earth(view: View, right: float, up: float, across: float = EARTH_ACROSS) -> None:
    """Hang the Earth in the sky, degrees right of and above the line of sight; the scene's Sun lights it."""
    forward = (view.aim - view.eye).normalized()
    level = math.asin(forward.z)
    bearing = math.atan2(forward.y, forward.x) - math.radians(right)
    high = level + math.radians(up)
    away = 4000.0
    towards = Vector((math.cos(bearing) * math.cos(high), math.sin(bearing) * math.cos(high), math.sin(high)))
    radius = away * math.tan(math.radians(across / 2))
    thing = _globe("earth", view.eye + towards * away, radius)
    thing.data.materials.append(earth_kit.skin(radius, turn=(20.0, 60.0, 10.0)))
    thing.visible_shadow = False


def moon_below(at: Point, radius: float, turn: tuple[float, float, float]) -> None:
    """Put the Moon under a spacecraft, with the mosaic that the atlas ships."""
    thing = _globe("moon", Vector(at), radius)
    thing.rotation_euler = tuple(math.radians(t) for t in turn)
    n = m._Nodes("moon")
    picture = n.add("TexImage", Vector=n.add("TexCoord").outputs["UV"])
    picture.image = bpy.data.images.load(str(TERRAIN / "globe.jpg"))
    tone = n.add("MixRGB", blend_type="MULTIPLY", i0=1.0, i1=picture.outputs["Color"], i2=(0.40, 0.39, 0.375, 1.0))
    bump = n.add("Bump", Strength=0.6, Distance=radius * 0.004, Height=picture.outputs["Color"])
    n.set(Base_Color=tone.outputs[0], Roughness=1.0, Diffuse_Roughness=1.0, Normal=bump.outputs[0])
    thing.data.materials.append(n.material)


def render(file: Path, *, preview: bool, samples: int = 64, exposure: float = 0.0) -> None:
    """Render to a PNG on one thread, denoised."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = (480, 300) if preview else (WIDTH, HEIGHT)
    scene.render.resolution_percentage = 100
    scene.render.threads_mode, scene.render.threads = "FIXED", 1
    cycles = scene.cycles
    cycles.samples = 8 if preview else samples
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.03
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_prefilter, cycles.denoising_quality = "FAST", "BALANCED"
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 4, 1, 3
    cycles.sample_clamp_indirect = 6.0
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    scene.view_settings.exposure = exposure
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = str(file)
    bpy.ops.render.render(write_still=True)
