"""The guards of conftest.py catch what they are there for: a suite that leaks on purpose fails everywhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

LEAKY = """
import socket
import threading
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

kept = []


def test_thread():
    thread = threading.Thread(target=time.sleep, args=(4,), name="straggler", daemon=True)
    thread.start()


def test_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)


def test_window(qapp):
    window = QWidget()
    window.setObjectName("forgotten")
    kept.append(window)


def test_socket():
    try:
        socket.create_connection(("127.0.0.1", 9))
    except OSError:
        pass


def test_swallowed():
    try:
        socket.socket(socket.AF_INET6)
    except OSError:
        pass


def test_clean(qtbot):
    widget = QWidget()
    QLabel("child", widget)
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(10)
    widget.show()
    one, other = socket.socketpair()
    one.close()
    other.close()
"""


def test_every_guard_catches_its_leak(tmp_path):
    own = Path(__file__).parent
    (tmp_path / "conftest.py").write_text((own / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_leaky.py").write_text(LEAKY)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_leaky.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120, env=os.environ.copy(),
    )  # fmt: skip
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert re.search(r"6 passed, 5 errors", ran.stdout), ran.stdout
    for said in ("thread straggler", "timer <", "window QWidget 'forgotten'", "a look-up of '127.0.0.1'"):
        assert said in ran.stdout, ran.stdout
    assert "reached for the network: an internet socket" in ran.stdout
