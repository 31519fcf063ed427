"""Materials, parts, ground and stage of the drawn plates (Blender's `bpy`, a developer's tool only)."""
