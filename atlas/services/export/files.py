"""Writing a file so that a failure leaves what was there before."""

import os
import stat
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`, replacing it only when all was written and synced. Raises OSError.

    A symbolic link goes on pointing where it did, and a file that is replaced keeps its permissions. What is no
    file (a pipe, `/dev/stdout`) is written to as it is.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    # beside the target: only within one file system is replacing a single step; short, as the name may be a long one
    draft = target.with_name(f".atlas-{os.urandom(6).hex()}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        # a disk that fails may refuse this too; what is told is the failure that came first
        with suppress(OSError):
            draft.unlink(missing_ok=True)
