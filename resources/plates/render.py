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

from subject_code import fingerprint, listed

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = HERE / "machines"
MOST_BYTES: Final = 290_000
SOFTWARE: Final = 0x0131
"""The EXIF tag that names what made a picture."""

sys.path.insert(0, str(HERE))


@dataclass(frozen=True)
class Scene:
    """One plate: who draws it, from which file, how many samples it needs and how bright it is developed."""

    name: str
    source: Path
    draw: Callable[[], None]
    samples: int = 64
    exposure: float = 0.0


def names() -> dict[str, Path]:
    """Find every plate and its subject's file without running any: modules list theirs as PLATES = {name: (…)}."""
    return listed("PLATES")


def _scene(name: str, file: Path) -> Scene:
    draw, samples, exposure = importlib.import_module(f"subjects.{file.stem}").PLATES[name]
    return Scene(name, file, draw, samples, exposure)


def _changed(name: str, file: Path) -> bool:
    """Say whether a plate was drawn from other code than its subject's file holds now."""
    from PIL import Image

    drawn = FOLDER / f"{name}.webp"
    if not drawn.exists():
        return True
    with Image.open(drawn) as picture:
        return str(picture.getexif().get(SOFTWARE)) != fingerprint(file)


def _pack(png: Path, webp: Path, fingerprint: str) -> int:
    """Save as WebP as good as the size allows, under a temporary name first, with the state of the code in its EXIF."""
    from PIL import Image

    with Image.open(png) as picture:
        plain = picture.convert("RGB")
    exif = Image.Exif()
    exif[SOFTWARE] = fingerprint
    part = webp.with_suffix(".part")
    for quality in (92, 88, 84, 80, 74, 68, 60):
        plain.save(part, "WEBP", quality=quality, method=6, exif=exif)
        if part.stat().st_size <= MOST_BYTES:
            break
    part.replace(webp)
    return webp.stat().st_size


def _draw(scene: Scene, folder: Path, *, preview: bool, most: int) -> None:
    from kit import stage

    began = time.monotonic()
    stage.empty()
    scene.draw()
    folder.mkdir(parents=True, exist_ok=True)
    png = folder / f".{scene.name}.png" if not preview else folder / f"{scene.name}.png"
    stage.render(png, preview=preview, samples=min(scene.samples, most), exposure=scene.exposure)
    size = png.stat().st_size
    if not preview:
        size = _pack(png, folder / f"{scene.name}.webp", fingerprint(scene.source))
        png.unlink()
    sys.stdout.write(f"{scene.name}: {size} bytes, {time.monotonic() - began:.0f} s\n")


def main() -> int:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("subject", nargs="*", help="a plate's name; none: list them")
    parser.add_argument("--changed", action="store_true", help="every plate whose subject's code changed since")
    parser.add_argument("--all", action="store_true", help="every plate, after a change of the kit")
    parser.add_argument("--preview", action="store_true", help="480x300, to judge a scene by")
    parser.add_argument("--samples", type=int, default=99, metavar="N", help="at most so many a pixel, to save time")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, help="folder for the pictures")
    options = parser.parse_args()
    known = names()
    unknown = [name for name in options.subject if name not in known]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(known)}")
    chosen = [
        name
        for name, file in known.items()
        if options.all or name in options.subject or (options.changed and _changed(name, file))
    ]
    if not chosen:
        sys.stdout.write("\n".join(known) + "\n")
    for name in chosen:
        _draw(_scene(name, known[name]), options.output, preview=options.preview, most=options.samples)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
