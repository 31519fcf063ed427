"""The folder `pictures/` in the user's data: copies come in whole or not at all, and nothing is written over.

A copy is written to a name that begins with `.part-`, synced and then given its own name; what begins so when the
atlas opens was left behind by a crash. Deleted pictures lie in `pictures/bin/` until the user empties it.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from atlas.domain.own_pictures import BIN, PICTURE_ENDINGS, OwnPicture, is_own_file, is_recorded_path

_PART: Final = ".part-"
_CHUNK: Final = 1024 * 1024
_STEM_BYTES: Final = 150
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_SUFFIXES: Final = {
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/tiff": (".tif", ".tiff"),
    "image/gif": (".gif",),
    "image/bmp": (".bmp", ".dib"),
}
_NO_LINKS: Final = frozenset({errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS})


class ChangedError(Exception):
    """The file was another one when it was copied than when it was looked at."""


class PictureFolder:
    """Knows where the files of own pictures lie, takes copies in and moves them to the bin and back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._mine = f"{_PART}{secrets.token_hex(4)}-"

    def path(self, row: OwnPicture) -> Path:
        """Return where the picture's file is, or was when it was last seen."""
        return Path(self.path_text(row))

    def path_text(self, row: OwnPicture) -> str:
        """Return the same as text: ten thousand of them are asked for at once."""
        believed = is_recorded_path(row.file, row.keeping)
        if believed and not row.is_own and is_local_path(row.file):
            return row.file
        # a damaged record, or one that leads to another computer, leads nowhere: nothing of that name is ever made
        return os.path.join(self.root, row.file if believed and row.is_own else f"{_PART}nowhere")  # noqa: PTH118

    def name_within(self, path: Path) -> str | None:
        """Return what the record calls a file that lies in this folder or its bin, None for any other."""
        with suppress(OSError, ValueError):
            name = path.resolve().relative_to(self.root.resolve()).as_posix()
            return name if is_own_file(name) else None
        return None

    def take_copy(self, source: Path, name: str, digest: str, taken: Collection[str]) -> str:
        """Copy a file in and return its name here: `name`, numbered where that is taken.

        Raise ChangedError where the content is not the one of the digest, OSError where it cannot be copied; then
        nothing was added.
        """
        part = self.new_part()
        try:
            found = _copy(source, part)
            if found != digest:
                raise ChangedError(source.name)
            found_at = source.stat()
            os.utime(part, ns=(found_at.st_atime_ns, found_at.st_mtime_ns))
            return self.settle(part, name, digest, taken)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def new_part(self) -> Path:
        """Return a name for a file that is not whole yet; the folder is made."""
        self.root.mkdir(parents=True, exist_ok=True)
        return self.root / f"{self._mine}{secrets.token_hex(4)}"

    def write_part(self, data: bytes) -> Path:
        """Write bytes to a file that is not in the gallery yet. Raises OSError."""
        part = self.new_part()
        try:
            with part.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        return part

    def settle(self, part: Path, name: str, digest: str, taken: Collection[str]) -> str:
        """Give a whole file its name here, which is returned; a file of an earlier, interrupted run is used again."""
        for own in _numbered(name):
            if own in taken or f"{BIN}/{own}" in taken:
                continue
            target = self.root / own
            if target.is_file() and _same(target, part, digest):
                return own
            if _moved(part, target):
                _sync(self.root)
                return own
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.root / name))

    def free_name(self, name: str, taken: Collection[str]) -> str:
        """Return a name under which nothing lies here and nothing is recorded."""
        return next(
            own
            for own in _numbered(name)
            if own not in taken and f"{BIN}/{own}" not in taken and not (self.root / own).exists()
        )

    # the bin

    def to_bin(self, row: OwnPicture) -> str:
        """Move the file to the bin; return what the record calls it now. Raises OSError."""
        return self._moved_row(row, BIN)

    def from_bin(self, row: OwnPicture) -> str:
        """Move the file back from the bin; return what the record calls it now. Raises OSError."""
        return self._moved_row(row, "")

    def _moved_row(self, row: OwnPicture, below: str) -> str:
        """Return the new name; a file that is left in place or is not there stays what it was."""
        there = below == (BIN if row.file.startswith(f"{BIN}/") else "")
        if there or not row.is_own or not is_own_file(row.file) or not (self.root / row.file).is_file():
            return row.file
        folder = self.root / below
        folder.mkdir(exist_ok=True)
        for name in _numbered(row.name):
            if _moved(self.root / row.file, folder / name):
                return f"{below}/{name}" if below else name
        return row.file

    def remove_binned(self, row: OwnPicture) -> None:
        """Remove the file of a picture in the bin for good: the only place where a picture is. Raises OSError."""
        if row.is_own and is_own_file(row.file) and row.file.startswith(f"{BIN}/"):
            (self.root / row.file).unlink(missing_ok=True)

    def put_right(self, row: OwnPicture) -> bool:
        """Bring a file where its record says it is, from the bin or from beside it: a crash came between the two."""
        if not row.is_own or not is_own_file(row.file):
            return False
        place = self.root / row.file
        other = self.root / (row.name if row.file.startswith(f"{BIN}/") else f"{BIN}/{row.name}")
        try:
            if place.exists() or not is_picture_of(row, other):
                # what has only its name and size is somebody else's
                return False
            place.parent.mkdir(exist_ok=True)
            return _moved(other, place)
        except OSError:
            # it stays missing, which the window shows
            return False

    # what lies here

    def strays(self, recorded: Collection[str]) -> list[Path]:
        """Return what looks like a picture here and is in no record, by name; not in the bin. Raises OSError."""
        if not self.root.is_dir():
            return []
        unknown = (file for file in self.root.iterdir() if is_own_file(file.name) and file.name not in recorded)
        return sorted(file for file in unknown if file.suffix.lower() in PICTURE_ENDINGS and file.is_file())

    def remove_parts(self) -> int:
        """Remove what an earlier run of the atlas left half copied; return how many."""
        if not self.root.is_dir():
            return 0
        removed = 0
        for file in self.root.glob(f"{_PART}*"):
            if file.name.startswith(self._mine):
                continue
            with suppress(OSError):
                file.unlink()
                removed += 1
        return removed


def readable_name(name: str, mime: str) -> str:
    """Return a file name that every system takes and that ends as its content does."""
    text = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    text = "".join(" " if unicodedata.category(char) in {"Cc", "Cs", "Cf", "Zl", "Zp"} else char for char in text)
    text = _FORBIDDEN.sub("-", " ".join(text.split()))
    stem, dot, ending = text.rpartition(".")
    suffixes = _SUFFIXES.get(mime, ("",))
    if not dot or f".{ending.lower()}" not in PICTURE_ENDINGS:
        stem, ending = text, ""
    suffix = f".{ending.lower()}" if f".{ending.lower()}" in suffixes else suffixes[0]
    stem = stem.encode()[:_STEM_BYTES].decode(errors="ignore").strip(" .-~") or "picture"
    return f"{stem}-{suffix}" if _DEVICES.fullmatch(stem) else f"{stem}{suffix}"


def _numbered(name: str) -> Iterable[str]:
    yield name
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    for number in range(2, 100_000):
        yield f"{stem} {number}{dot}{ending}"


def _copy(source: Path, part: Path) -> str:
    """Copy, sync, and return the digest of what was copied."""
    digest = hashlib.sha256()
    with source.open("rb") as stream, part.open("xb") as out:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_picture_of(row: OwnPicture, path: Path) -> bool:
    """Whether a file is the recorded one: a regular file of its size and content. Raises OSError."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == row.size and digest_of(path) == row.digest


def is_local_path(file: str, *, windows: bool = os.name == "nt") -> bool:
    """Whether a recorded path may be asked for: a full one of this system that leads to no other computer or device.

    Windows gives the user's name and password hash to whatever host a path names, so a record must not choose it.
    """
    if not windows:
        return file.startswith("/") and not file.startswith("//")
    parts = re.split(r"[/\\]", file)
    return re.fullmatch(r"[A-Za-z]:", parts[0]) is not None and not any(
        _DEVICES.fullmatch(re.split(r"[.:]", part)[0].rstrip(" ")) for part in parts[1:]
    )


def _same(one: Path, other: Path, digest: str) -> bool:
    return one.stat().st_size == other.stat().st_size and digest_of(one) == digest


def _moved(source: Path, target: Path) -> bool:
    """Give a file another name in one step; False where something has that name already. Raises OSError."""
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except OSError as problem:
        if problem.errno not in _NO_LINKS:
            raise
        # no second names on this disk; nobody else writes here, so looking before is enough
        if target.exists():
            return False
        source.replace(target)
        return True
    source.unlink()
    return True


def _sync(folder: Path) -> None:
    """Make sure a new name survives a loss of power, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as problem:
        # some network drives cannot; the file itself is written
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
