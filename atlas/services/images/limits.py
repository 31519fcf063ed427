"""What a picture may cost, in one place. Whatever lies beyond is refused; nothing here changes a limit of Pillow's.

Together they hold a decision to two seconds and a process that decodes one picture to 500 MB.
"""

from typing import Final

FILE_BYTES: Final = 256 * 2**20
"""The largest file: reading and hashing it fits into the time of a decision."""
MEMORY_BYTES: Final = 32 * 2**20
"""Files up to this are read at once; larger ones piece by piece."""
SIDE: Final = 65_535
"""The longest side; JPEG, GIF and most TIFF writers cannot say more."""
DECODE_BYTES: Final = 272 * 2**20
"""What a decoder may hold: 71 megapixels in colour, 285 in 8-bit grey (a strip of LROC NAC has 264)."""
BOTH_BYTES: Final = 330 * 2**20
"""The decoder's pixels and the 32-bit ones handed out, together: beyond 43 megapixels a picture comes out smaller."""
FULL_SIDE: Final = 32_000
"""Qt's painter counts pixels in 16 bits."""
BIG_BYTES: Final = 64 * 2**20
"""Pictures that cost more than this are decoded one at a time, whoever asks."""
JPEG_PIXELS: Final = 300_000_000
"""JPEGs decode to a half, quarter or eighth, so memory does not bound them; time does."""
SCANS: Final = 100
"""Scans of a progressive JPEG; usual encoders write about ten."""
SCAN_PIXELS: Final = 1_500_000_000
"""Scans times pixels of a progressive JPEG: the time of its entropy decoder, which may pass each block in each scan."""
TIFF_PIXELS: Final = 89_478_485
"""Where Pillow begins to warn; its reader of TIFF cannot be spoken to otherwise."""
RLE_PIXELS: Final = 4_000_000
RLE_BYTES: Final = 2**19
"""A run-length coded BMP, which Pillow unpacks in Python."""
FRAMES: Final = 10_000
"""Frames or pages; only the first is ever decoded, the others are counted."""
BLOCKS: Final = 400_000
"""Chunks, segments or sub-blocks of one file."""
STRIPS: Final = 65_536
"""Strips or tiles of a TIFF."""
TAGS: Final = 1000
"""Entries of one directory of a TIFF or of EXIF."""
TAG_BYTES: Final = 16 * 2**20
"""Values of a TIFF's tags together."""
TEXT_BYTES: Final = 16 * 2**20
"""Comments, text chunks and application segments together, as they lie in the file."""
UNPACKED_TEXT_BYTES: Final = 8 * 2**20
"""Compressed text of a PNG, unpacked."""
PROFILE_BYTES: Final = 8 * 2**20
"""A colour profile; those of presses take about 3 MB."""
EXIF_BYTES: Final = 2**20
XMP_BYTES: Final = 2**20
"""EXIF and XMP beyond this are left unread; JPEG holds 64 KB of each."""
DECODE_SECONDS: Final = 2.0
"""Time of the processor for the gate's trial decoding."""
SHOW_SECONDS: Final = 5.0
"""Time of the processor for decoding a picture that is to be shown."""
SNIFF_BYTES: Final = 4096
"""How much of the beginning tells what a file is."""
