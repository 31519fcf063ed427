"""Every test runs off-screen, in a home of its own, without a network, and leaves nothing behind."""

import gc
import os
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# the interface follows the system: here it is English everywhere
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
_HOME_VARIABLES = {
    "HOME": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


def _settle_in(home: Path) -> dict[str, str]:
    """Make the folders of a new home and return the variables that lead there."""
    places = {name: home / below for name, below in _HOME_VARIABLES.items()}
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {name: str(place) for name, place in places.items()}


# before anything asks Qt or platformdirs for a folder, at import of a test module for instance
_session_home = tempfile.TemporaryDirectory(prefix="atlas-tests-")
os.environ.update(_settle_in(Path(_session_home.name)))

import pytest  # noqa: E402

_QT_FIXTURES = frozenset({"qapp", "qtbot", "qtmodeltester", "qapp_args"})
_PATIENCE = 2.0


def pytest_collection_finish() -> None:
    """Take what the imports made out of the garbage collector's sight: it runs after every test with Qt."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home; the real one is never read or written."""
    home = tmp_path_factory.mktemp("home")
    for name, value in _settle_in(home).items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture(autouse=True)
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that opens an internet socket or asks for an address, even when it swallows the refusal."""
    opened: list[str] = []
    real_init = socket.socket.__init__

    def guarded_init(self, family=-1, type=-1, proto=-1, fileno=None):  # noqa: A002
        if family in (-1, socket.AF_INET, socket.AF_INET6) and fileno is None:
            opened.append("an internet socket")
            raise OSError("the tests open no internet sockets")
        real_init(self, family, type, proto, fileno)

    def guarded_lookup(host, *args, **kwargs):
        opened.append(f"a look-up of {host!r}")
        raise OSError("the tests look up no addresses")

    monkeypatch.setattr(socket.socket, "__init__", guarded_init)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)
    yield
    if opened:
        pytest.fail("the test reached for the network: " + ", ".join(opened), pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a window behind."""
    threads_before = set(threading.enumerate())
    uses_qt = bool(_QT_FIXTURES & set(request.fixturenames))
    timers_before = {id(timer) for timer in _running_timers()} if uses_qt else set()
    yield
    left: list[str] = []
    if uses_qt:
        _settle()
        left += _left_windows()
        left += [f"timer {timer!r}" for timer in _running_timers() if id(timer) not in timers_before]
    left += [f"thread {thread.name}" for thread in _left_threads(threads_before)]
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)


def _settle() -> None:
    """Carry out every deletion that waits, in Qt and in Python."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None:
        return
    for _ in range(2):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def _left_windows() -> list[str]:
    import shiboken6
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    left = []
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget):
            left.append(f"window {type(widget).__name__} {widget.objectName()!r}")
            widget.close()
            # the window may have been the last thing that held another one of the list
            if shiboken6.isValid(widget):
                # not shiboken6.delete: it crashes on a window whose wrappers hold each other
                widget.deleteLater()
    _settle()
    return left


def _running_timers() -> list[object]:
    if "PySide6.QtCore" not in sys.modules:
        return []
    import shiboken6
    from PySide6.QtCore import QTimer

    found = [thing for thing in gc.get_objects() if type(thing) is QTimer]
    return [timer for timer in found if shiboken6.isValid(timer) and timer.isActive()]


def _left_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    deadline = time.monotonic() + _PATIENCE
    while True:
        left = [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.01)
