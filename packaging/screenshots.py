"""Takes the README's pictures of the real application on a virtual X server, the same every time.

    python packaging/screenshots.py [--frozen dist/ilrs-atlas/ilrs-atlas] [-o packaging/screenshots]

Needs Xvfb and xdotool, and the fonts that the README lists. Each picture comes from a start of its own with a fresh
data folder, and is taken when nothing has changed for a second.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageGrab

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1920, 1080
POINTER = (900, 760)
"""A bare spot of the map: the status bar reads out its position and height."""
REST_S = 1.0
PATIENCE_S = 30.0
LEAST_COLOURS = 5000


@dataclass(frozen=True)
class Shot:
    """A picture: the name of its file, the theme, and the link that the atlas opens at."""

    name: str
    theme: str
    link: str


SHOTS = (
    Shot("window-dark.png", "dark", "atlas://mission/change-7"),
    Shot("window-light.png", "light", "atlas://mission/change-7"),
    Shot("as-of-2021.png", "dark", "atlas://mission/change-6?as-of=2021-03-10"),
)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Run an X server without a window manager; give the environment in which programs find it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-dpi", "96", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise OSError("the X server did not start")
        yield {"DISPLAY": f":{number}", "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def take(shot: Shot, command: list[str], environment: dict[str, str], home: Path) -> Image.Image:
    """Start the atlas, wait until it has drawn all it will, and return the picture. Raises TimeoutError."""
    data = home / "data"
    data.mkdir(parents=True)
    (data / "settings.ini").write_text(f"[General]\ntheme={shot.theme}\n", encoding="utf-8")
    subprocess.run(["xdotool", "mousemove", "0", "0"], env=environment, check=True)
    own = {**environment, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    process = subprocess.Popen([*command, "--data-dir", str(data), shot.link], cwd=ROOT, env=own)
    try:
        window = _window(environment)
        # a resize in the middle of the start leaves panels as wide as they happened to be
        _settled(environment["DISPLAY"])
        for words in (["windowmove", window, "0", "0"], ["windowsize", window, str(WIDTH), str(HEIGHT)]):
            subprocess.run(["xdotool", *words], env=environment, check=True)
        _settled(environment["DISPLAY"])
        subprocess.run(["xdotool", "mousemove", *map(str, POINTER)], env=environment, check=True)
        return _settled(environment["DISPLAY"])
    finally:
        process.terminate()
        process.wait()


def _window(environment: dict[str, str]) -> str:
    search = ["xdotool", "search", "--onlyvisible", "--name", "ILRS Atlas"]
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = subprocess.run(search, env=environment, capture_output=True, text=True, check=False).stdout.split()
        if found:
            return found[0]
        time.sleep(0.1)
    raise TimeoutError("no window appeared")


def _settled(display: str) -> Image.Image:
    end = time.monotonic() + PATIENCE_S
    last, since = ImageGrab.grab(xdisplay=display), time.monotonic()
    while time.monotonic() < end:
        time.sleep(0.1)
        picture = ImageGrab.grab(xdisplay=display)
        if picture.tobytes() != last.tobytes():
            last, since = picture, time.monotonic()
        elif time.monotonic() - since > REST_S and len(picture.getcolors(1 << 24) or []) > LEAST_COLOURS:
            return picture
    raise TimeoutError("the window did not come to rest, or nothing was drawn in it")


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frozen", type=Path, metavar="PROGRAM", help="take them of a frozen bundle")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "packaging" / "screenshots", metavar="DIR")
    args = parser.parse_args()
    command = [str(args.frozen.absolute())] if args.frozen else [sys.executable, "-m", "atlas"]
    args.output.mkdir(parents=True, exist_ok=True)
    with screen() as environment, tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            picture = take(shot, command, environment, Path(folder) / shot.name)
            picture.save(args.output / shot.name, optimize=True)
            print(args.output / shot.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
