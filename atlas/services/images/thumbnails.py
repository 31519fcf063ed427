"""Small pictures kept on disk, made on all cores, thrown away when they take too much room."""

import hashlib
import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from atlas.services.cores import usable_cores
from atlas.services.images import decode
from atlas.services.images.errors import PictureRefusedError
from atlas.services.images.thumbnail_store import ThumbnailStore
from atlas.services.tasks import CancelToken

Box = tuple[int, int]
Loader = Callable[[Path, Box | None], QImage]

USUAL_LIMIT: Final = 512 * 2**20
"""Bytes of a cache: 20,000 thumbnails of 320 pixels, or 6,000 of 640."""
_QUALITY: Final = 85
_WORKERS: Final = 4
"""More would only hold more memory."""


class Thumbnails:
    """Thumbnails in a folder of their own; every method may be called from any worker."""

    def __init__(self, folder: Path, *, loader: Loader = decode.load, limit: int = USUAL_LIMIT) -> None:
        self._loader = loader
        self._store = ThumbnailStore(folder, limit)

    def get(self, path: Path, box: Box, ratio: float = 1.0) -> QImage:
        """Return the thumbnail, from the cache or made and kept. Raises `PictureRefusedError`.

        It has at most `box` times `ratio` pixels and `ratio` as its device pixel ratio.
        """
        key = _key(path, box, ratio)
        kept = self._kept(key) if key else None
        image = self._make(path, box, ratio, key) if kept is None else kept
        image.setDevicePixelRatio(ratio)
        return image

    def cached(self, path: Path, box: Box, ratio: float = 1.0) -> QImage | None:
        """Return the thumbnail if it lies in the cache, whole and made from the file as it is now."""
        key = _key(path, box, ratio)
        kept = self._kept(key) if key else None
        if kept is not None:
            kept.setDevicePixelRatio(ratio)
        return kept

    def make_many(
        self,
        paths: Iterable[Path],
        box: Box,
        progress: Callable[[int, int], object],
        cancel: CancelToken,
        ratio: float = 1.0,
    ) -> list[PictureRefusedError]:
        """Make what is missing, on all cores; return what was refused, while all the rest was made.

        `progress(done, total)` is called on the calling thread. Raises `CancelledError` when cancelled.
        """
        wanted = list(dict.fromkeys(paths))
        refused: list[PictureRefusedError] = []
        # threads of its own, joined before it returns: decoding leaves Python's lock alone, so they share the cores
        with ThreadPoolExecutor(min(_WORKERS, usable_cores()), thread_name_prefix="thumbnails") as pool:
            jobs = [pool.submit(self._provide, path, box, ratio, cancel) for path in wanted]
            try:
                for done, job in enumerate(as_completed(jobs), 1):
                    cancel.check()
                    refused += _refused(job)
                    progress(done, len(wanted))
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
        return refused

    def _provide(self, path: Path, box: Box, ratio: float, cancel: CancelToken) -> None:
        cancel.check()
        key = _key(path, box, ratio)
        if key is None or not self._store.has(key):
            self._make(path, box, ratio, key)

    def _kept(self, key: str) -> QImage | None:
        data = self._store.read(key)
        return None if data is None else _unpacked(data)

    def _make(self, path: Path, box: Box, ratio: float, key: str | None) -> QImage:
        image = self._loader(path, (max(1, round(box[0] * ratio)), max(1, round(box[1] * ratio))))
        if key is not None:
            self._store.write(key, _packed(image))
        return image


def _refused(job: "Future[None]") -> list[PictureRefusedError]:
    try:
        job.result()
    except PictureRefusedError as problem:
        return [problem]
    return []


def _key(path: Path, box: Box, ratio: float) -> str | None:
    """Return the name of a thumbnail of the file as it is now, None where there is no such file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    # the way to the file in the system's own bytes: names need not be text
    parts = (os.fsencode(path.absolute()), found.st_size, found.st_mtime_ns, *box, ratio)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:40]


def _packed(image: QImage) -> bytes:
    """Return a picture as JPEG, or as WebP where it is transparent in places.

    By Pillow: Qt's own writers are plugins, which need an application to be found from a worker.
    """
    from io import BytesIO

    from PIL import Image

    alpha = image.hasAlphaChannel()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888 if alpha else QImage.Format.Format_RGBX8888)
    size = (plain.width(), plain.height())
    picture = Image.frombytes("RGBA" if alpha else "RGB", size, plain.constBits(), "raw", "RGBA" if alpha else "RGBX")
    target = BytesIO()
    if alpha:
        picture.save(target, "WEBP", quality=_QUALITY, method=2)
    else:
        picture.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()


def _unpacked(data: bytes) -> QImage:
    """Return a thumbnail of our own making; its checksum has been found right."""
    from io import BytesIO

    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    alpha = data[:4] == b"RIFF"
    with (WebPImageFile if alpha else JpegImageFile)(BytesIO(data)) as picture:
        picture.load()
        raw = picture.tobytes("raw", "RGBA" if alpha else "RGBX")
        form = QImage.Format.Format_RGBA8888 if alpha else QImage.Format.Format_RGBX8888
        image = QImage(raw, picture.width, picture.height, picture.width * 4, form)
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32)
