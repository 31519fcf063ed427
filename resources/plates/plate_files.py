"""Writes plates that Qt drew, and keeps a record of what each was drawn from."""

from __future__ import annotations

import hashlib
import io
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtGui import QImage

MOST_BYTES: Final = 290_000
QUALITIES: Final = (88, 84, 80, 76, 72, 66, 60)
_TONES: Final = 64


def write(image: QImage, file: Path, png: Path | None = None, *, flat: bool = False) -> int:
    """Write a plate as WebP, as good as its size allows, and as PNG into a folder to look at; return its bytes.

    `flat`: a page of type in few tones, kept without loss.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    picture = Image.frombuffer(
        "RGB", (plain.width(), plain.height()), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1
    )
    buffer = io.BytesIO()
    if flat:
        picture.quantize(_TONES).convert("RGB").save(buffer, "WEBP", lossless=True, quality=90, method=6)
    for quality in QUALITIES if not flat else ():
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= MOST_BYTES:
            break
    draft = file.with_suffix(".tmp")
    draft.write_bytes(buffer.getvalue())
    draft.replace(file)
    if png is not None:
        png.mkdir(parents=True, exist_ok=True)
        picture.save(png / f"{file.stem}.png")
    return buffer.tell()


def recorded(origin: Path) -> dict[str, str]:
    """Return what each plate was drawn from, by its id; empty where there is no record yet."""
    if not origin.is_file():
        return {}
    return {f["name"].removesuffix(".webp"): f["inputs"] for f in tomllib.loads(origin.read_text("utf-8"))["file"]}


def record(origin: Path, head: Iterable[str], files: Iterable[Path], inputs: Mapping[str, str]) -> None:
    """Write the record: the digest of every plate that is there and of what it was drawn from."""
    lines = list(head)
    for file in sorted(f for f in files if f.is_file()):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        lines += [
            "",
            "[[file]]",
            f'name = "{file.name}"',
            f'sha256 = "{digest}"',
            f'inputs = "{inputs.get(file.stem, "")}"',
        ]
    origin.write_text("\n".join(lines) + "\n", encoding="utf-8")
