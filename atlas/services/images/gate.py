"""The one gate that every picture which does not ship with the atlas passes.

A file is opened without waiting, named by its first bytes, and its structure gone through in bounded steps before any
decoder sees it; the decoder then gets a file of pixels only (`Survey.parts`): no metadata, no further frames.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from atlas.services.images import limits, metadata, sniff
from atlas.services.images.errors import PictureRefusedError, Reason, UnfitError, shown_name
from atlas.services.images.source import Source, opened
from atlas.services.images.structure import bmp, gif, ifd, jpeg, png, tiff, webp
from atlas.services.images.structure.survey import Survey

__all__ = ["PictureFacts", "PictureRefusedError", "Reason", "admitted", "examine", "own_tags", "shown_name"]


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the gate knows of a picture that passed.

    `width` and `height` are those of the picture as displayed, its EXIF orientation applied. `taken` is ISO 8601
    without a time zone ("2024-05-01T12:33:10"), `proposed_credit` what the file itself says of author and rights,
    or "". `has_gps` also stands for a place in words.
    """

    format: str
    mime: str
    width: int
    height: int
    frames: int
    size: int
    profile: str | None
    has_gps: bool
    taken: str | None
    proposed_credit: str
    digest: str


def examine(path: Path, *, decode: bool = True) -> PictureFacts:
    """Return the facts of a picture that may come in, or raise `PictureRefusedError`; for workers, not the GUI thread.

    The content decides, not the name. With `decode` the pixels are decoded too (small, and thrown away), so what passes
    can be shown; a caller that makes the thumbnail at once may save that.
    """
    with admitted(path, thorough=True) as (source, survey):
        if decode:
            from atlas.services.images.pixels import try_out

            try_out(source, survey)
        known = metadata.read(survey, own_tags(source, survey))
        digest = hashlib.sha256()
        for piece in source.pieces():
            digest.update(piece)
        turned = known.orientation >= 5
        return PictureFacts(
            survey.format,
            survey.mime,
            survey.height if turned else survey.width,
            survey.width if turned else survey.height,
            survey.frames,
            source.size,
            known.profile,
            known.has_gps,
            known.taken,
            known.credit,
            digest.hexdigest(),
        )


@contextmanager
def admitted(path: Path, *, thorough: bool = False) -> Iterator[tuple[Source, Survey]]:
    """Open a picture whose structure is sound and whose cost is bounded, or raise `PictureRefusedError`.

    `thorough` reads on to the last byte (what an import needs), else to where the decoder takes over.
    """
    try:
        with opened(path) as source:
            yield source, survey_of(source, thorough=thorough)
    except UnfitError as problem:
        raise problem.refusal(path) from problem


def survey_of(source: Source, *, thorough: bool) -> Survey:
    """Name the format by the content and read its structure."""
    match sniff.known(source.head(limits.SNIFF_BYTES)):
        case "JPEG":
            return jpeg.survey(source, thorough=thorough)
        case "PNG":
            return png.survey(source, thorough=thorough)
        case "TIFF":
            return tiff.survey(source, thorough=thorough)
        case "WEBP":
            return webp.survey(source)
        case "GIF":
            return gif.survey(source)
        case _:
            return bmp.survey(source)


def own_tags(source: Source, survey: Survey) -> ifd.Directory | None:
    """Return the tags of a TIFF, which are its metadata too; None for other formats."""
    if survey.format != "TIFF":
        return None
    order, big, offset = ifd.header(source.at)
    return ifd.directory(source.at, order, big, offset)
