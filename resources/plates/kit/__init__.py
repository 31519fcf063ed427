"""Materials, parts, ground and stage of the drawn plates (Blender's `bpy`, a developer's tool only)."""

import bpy  # noqa: F401  before anything else: only Blender's module brings mathutils, which the kit imports by itself
