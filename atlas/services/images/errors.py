"""Why a picture is refused, in a sentence for the user."""

import unicodedata
from enum import Enum
from os import PathLike, fspath
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale


class Reason(Enum):
    """What is wrong with a file, for programs; the error's text is for people."""

    UNREADABLE = "unreadable"
    NOT_A_FILE = "not-a-file"
    EMPTY = "empty"
    NOT_A_PICTURE = "not-a-picture"
    OTHER_FORMAT = "other-format"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"


class PictureRefusedError(Exception):
    """A picture stays outside; the text is one sentence that says what is wrong with it and what the user can do."""

    def __init__(self, text: str, path: Path, reason: Reason) -> None:
        super().__init__(text)
        self.path = path
        self.reason = reason


class UnfitError(Exception):
    """The same before the file's name is known: `text` has a place for it, the rest is for the log."""

    def __init__(self, reason: Reason, text: str, detail: str = "") -> None:
        super().__init__(detail or text)
        self.reason = reason
        self.text = text

    def refusal(self, path: Path) -> PictureRefusedError:
        """Return the error for the user."""
        return PictureRefusedError(self.text.replace("{name}", shown_name(path)), path, self.reason)


def shown_name(path: str | PathLike[str], longest: int = 60) -> str:
    """Return a file's name fit for a sentence: no line breaks, control or direction marks, not too long."""
    name = Path(fspath(path)).name or fspath(path)
    plain = "".join(c if unicodedata.category(c)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for c in name)
    return plain if len(plain) <= longest else f"{plain[: longest - 16]}\N{HORIZONTAL ELLIPSIS}{plain[-15:]}"


def unreadable(problem: OSError) -> UnfitError:
    """Return the refusal of a file that the system does not hand out."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” cannot be read ({problem}): check that it is still there and that you may open it.",
    )
    said = problem.strerror or type(problem).__name__
    return UnfitError(Reason.UNREADABLE, text.replace("{problem}", said), repr(problem))


def empty() -> UnfitError:
    """Return the refusal of a file of zero bytes."""
    text = QCoreApplication.translate(
        "Pictures", "“{name}” is empty: it was probably never written to its end; copy it again from where it came."
    )
    return UnfitError(Reason.EMPTY, text)


def other_format(name: str) -> UnfitError:
    """Return the refusal of a file of another kind, named."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” is in the format {format}, which the atlas does not open: save it as JPEG or PNG and add that.",
    )
    return UnfitError(Reason.OTHER_FORMAT, text.replace("{format}", name))


def truncated(detail: str = "") -> UnfitError:
    """Return the refusal of a file that ends too early."""
    text = QCoreApplication.translate(
        "Pictures", "“{name}” ends in the middle of the picture: it was probably not copied whole; copy it again."
    )
    return UnfitError(Reason.TRUNCATED, text, detail)


def damaged(detail: str) -> UnfitError:
    """Return the refusal of a file that contradicts itself or its format; `detail` is for the log."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” is damaged or of an unusual kind, and cannot be shown safely: open it in a picture editor, "
        "save it anew as PNG or JPEG, and add that.",
    )
    return UnfitError(Reason.DAMAGED, text, detail)


def too_many_pixels(width: int, height: int) -> UnfitError:
    """Return the refusal of a picture that would not fit into memory."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” says it has {width} × {height} pixels, more than the atlas opens safely in this format: "
        "save a smaller copy and add that.",
    )
    locale = QLocale()
    text = text.replace("{width}", locale.toString(width)).replace("{height}", locale.toString(height))
    return UnfitError(Reason.TOO_LARGE, text)


def no_memory() -> UnfitError:
    """Return the refusal of a picture for which this machine has no room just now."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” does not fit into the memory that is free: close other programs, or add a smaller copy.",
    )
    return UnfitError(Reason.TOO_LARGE, text)


def file_too_large(limit: int) -> UnfitError:
    """Return the refusal of a file with too many bytes."""
    text = QCoreApplication.translate(
        "Pictures", "“{name}” is larger than {limit}: save a smaller copy, as JPEG for instance, and add that."
    )
    return UnfitError(Reason.TOO_LARGE, text.replace("{limit}", QLocale().formattedDataSize(limit, 0)))


def too_many_frames(limit: int) -> UnfitError:
    """Return the refusal of an animation or a document without an end."""
    text = QCoreApplication.translate(
        "Pictures", "“{name}” holds more than {limit} frames or pages: save the one that you want, and add that."
    )
    return UnfitError(Reason.TOO_LARGE, text.replace("{limit}", QLocale().toString(limit)))


def too_much_text(detail: str) -> UnfitError:
    """Return the refusal of a file that carries far more text or data than a picture needs."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” carries far more text or hidden data than a picture needs: save it anew without metadata, "
        "and add that.",
    )
    return UnfitError(Reason.TOO_LARGE, text, detail)


def too_slow(detail: str) -> UnfitError:
    """Return the refusal of a picture made so that decoding it takes too long."""
    text = QCoreApplication.translate(
        "Pictures",
        "“{name}” would take too long to open: save it anew as PNG or as a plain (not progressive) JPEG, and add that.",
    )
    return UnfitError(Reason.TOO_SLOW, text, detail)
