"""Draws the plates of machines: `render.py SUBJECT… | --changed | --all [--preview] [-o FOLDER]`.

A developer's tool: it needs Blender as a module (`pip install bpy==5.0.1 numpy Pillow`, Python 3.11) and neither the
application nor CI ever runs it. Each subject is a file in `subjects/` with one function a plate.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = HERE / "machines"
MOST_BYTES: Final = 290_000

sys.path.insert(0, str(HERE))


@dataclass(frozen=True)
class Scene:
    """One plate: who draws it, from which file, how many samples it needs and how bright it is developed."""

    name: str
    source: Path
    draw: Callable[[], None]
    samples: int = 64
    exposure: float = 0.0


def scenes() -> dict[str, Scene]:
    """Find every subject's plates: each module lists its own as PLATES = {name: (function, samples, exposure)}."""
    found: dict[str, Scene] = {}
    for file in sorted((HERE / "subjects").glob("[a-z]*.py")):
        module = importlib.import_module(f"subjects.{file.stem}")
        for name, (draw, samples, exposure) in module.PLATES.items():
            found[name] = Scene(name, file, draw, samples, exposure)
    return found


def _changed(scene: Scene) -> bool:
    drawn = FOLDER / f"{scene.name}.webp"
    return not drawn.exists() or drawn.stat().st_mtime < scene.source.stat().st_mtime


def _pack(png: Path, webp: Path) -> int:
    """Save as WebP as good as the size allows, under a temporary name first."""
    from PIL import Image

    with Image.open(png) as picture:
        plain = picture.convert("RGB")
    part = webp.with_suffix(".part")
    for quality in (92, 88, 84, 80, 74, 68, 60):
        plain.save(part, "WEBP", quality=quality, method=6)
        if part.stat().st_size <= MOST_BYTES:
            break
    part.replace(webp)
    return webp.stat().st_size


def _draw(scene: Scene, folder: Path, *, preview: bool) -> None:
    from kit import stage

    began = time.monotonic()
    stage.empty()
    scene.draw()
    folder.mkdir(parents=True, exist_ok=True)
    png = folder / f".{scene.name}.png" if not preview else folder / f"{scene.name}.png"
    stage.render(png, preview=preview, samples=scene.samples, exposure=scene.exposure)
    size = png.stat().st_size
    if not preview:
        size = _pack(png, folder / f"{scene.name}.webp")
        png.unlink()
    sys.stdout.write(f"{scene.name}: {size} bytes, {time.monotonic() - began:.0f} s\n")


def main() -> int:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("subject", nargs="*", help="a plate's name; none: list them")
    parser.add_argument("--changed", action="store_true", help="every plate older than its subject's file")
    parser.add_argument("--all", action="store_true", help="every plate, after a change of the kit")
    parser.add_argument("--preview", action="store_true", help="480x300, to judge a scene by")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, help="folder for the pictures")
    options = parser.parse_args()
    known = scenes()
    unknown = [name for name in options.subject if name not in known]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(known)}")
    chosen = [
        s for s in known.values() if options.all or s.name in options.subject or (options.changed and _changed(s))
    ]
    if not chosen:
        sys.stdout.write("\n".join(known) + "\n")
    for scene in chosen:
        _draw(scene, options.output, preview=options.preview)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
