"""The real process on a real X server, driven by keys: as a user would, from start to end."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.xserver,
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed (Debian: xvfb)"),
    pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not installed (Debian: xdotool)"),
]
PATIENCE_S = 30.0


def wait_for(what: Callable[[], bool], why: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < end, f"waited in vain for {why}"
        time.sleep(0.05)


class Screen:
    """An X server, and the atlas on it with a data folder of its own."""

    def __init__(self, display: str, data: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.display = display
        self.data = data
        self.log = data.with_name("stderr.txt")

    def start(self, *argv: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "atlas", "--data-dir", str(self.data), *argv]
        with self.log.open("ab") as log:
            return subprocess.Popen(command, env=self.environment, stderr=log)

    def xdotool(self, *argv: str) -> str:
        done = subprocess.run(["xdotool", *argv], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def title(self) -> str:
        windows = self.xdotool("search", "--onlyvisible", "--name", "ILRS Atlas").split()
        return self.xdotool("getwindowname", windows[0]) if windows else ""

    def focus(self) -> None:
        """Give the window the keyboard: there is no window manager here to do it."""
        window = self.xdotool("search", "--onlyvisible", "--name", "ILRS Atlas").split()[0]
        self.xdotool("windowfocus", "--sync", window)

    def colours(self) -> int:
        from PIL import ImageGrab

        found = ImageGrab.grab(xdisplay=self.display).getcolors(maxcolors=1 << 24)
        return len(found or [])


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "the X server did not start"
    try:
        yield Screen(f":{number}", tmp_path / "data")
    finally:
        server.terminate()
        server.wait()


def test_a_visit(screen: Screen) -> None:
    process = screen.start()
    try:
        wait_for(lambda: "ILRS Atlas" in screen.title(), "the window")
        wait_for(lambda: screen.colours() > 2000, "the map")
        screen.focus()

        screen.xdotool("key", "ctrl+k")
        screen.xdotool("type", "Luna-25")
        screen.xdotool("key", "Return")
        wait_for(lambda: screen.title().startswith("Luna-25"), "the entry that was searched for")

        second = screen.start("atlas://mission/change-6")
        assert second.wait(PATIENCE_S) == 0, screen.log.read_text()
        wait_for(lambda: screen.title().startswith("Chang'e 6"), "the link that the second start handed over")

        screen.focus()
        screen.xdotool("key", "alt+Left")
        wait_for(lambda: screen.title().startswith("Luna-25"), "the step back")

        screen.xdotool("key", "ctrl+q")
        assert process.wait(PATIENCE_S) == 0
        assert screen.log.read_text() == ""
    finally:
        process.kill()
        process.wait()

    again = screen.start()
    try:
        wait_for(lambda: screen.title().startswith("Luna-25"), "the entry of the last time")
    finally:
        again.kill()
        again.wait()
