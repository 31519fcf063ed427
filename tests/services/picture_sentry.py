"""Runs the gate and the decoder over files, each in a child of its own, and tells what each cost.

    python picture_sentry.py ADDRESS_SPACE_MB SECONDS < names, zero-separated

Prints one JSON object a line: what came out of `examine` and of `load`, processor seconds, most memory held.
"""

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path

from atlas.services.images import decode, gate, pixels


def outcome(path: Path) -> dict[str, object]:
    """Examine the file, then load it three ways though it may have been refused: views do so with old records."""
    began = time.thread_time()
    found: dict[str, object] = {}
    try:
        facts = gate.examine(path)
        found["examined"] = f"{facts.format} {facts.width}x{facts.height}, {facts.frames}"
    except gate.PictureRefusedError as problem:
        found["refused"], found["reason"] = str(problem), problem.reason.value
    found["decided"] = round(time.thread_time() - began, 3)
    for box in ((320, 320), None):
        try:
            image = decode.load(path, box)
            found[f"shown {box}"] = f"{image.width()}x{image.height()}"
        except gate.PictureRefusedError as problem:
            found[f"shown {box}"] = problem.reason.value
    found["seconds"] = round(time.thread_time() - began, 3)
    return found


def guarded(path: Path, memory_mb: int, seconds: int) -> dict[str, object]:
    """Do it in a child that the system stops when it takes too much."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        signal.alarm(10 * seconds)
        os.write(writing, json.dumps(outcome(path)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    _, status, usage = os.wait4(child, 0)
    found = json.loads(said) if said else {"died": status}
    return {"name": path.name, **found, "megabytes": round(usage.ru_maxrss / 1024)}


def main() -> None:
    memory_mb, seconds = int(sys.argv[1]), int(sys.argv[2])
    # loaded before the fork, so that children measure pictures and not imports
    import numpy as np  # noqa: F401
    from PIL import ImageCms, WebPImagePlugin  # noqa: F401

    pixels._plugin("JPEG")
    for name in sys.stdin.buffer.read().split(b"\0\0"):
        if name:
            print(json.dumps(guarded(Path(os.fsdecode(name)), memory_mb, seconds)), flush=True)


if __name__ == "__main__":
    main()
