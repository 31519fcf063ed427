import json
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from atlas.domain.notes import MAX_NOTE
from atlas.services import instance as module
from atlas.services.instance import (
    Instance,
    InstanceError,
    OpenRequest,
    SaveNoteRequest,
    decode_request,
    hand_over,
    server_name,
)
from atlas.services.notebook import NotebookService
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook

ROOT = Path(__file__).parents[2]
MIGRATIONS = ROOT / "db" / "notebook"

CALLER = """
import sys
from pathlib import Path
from atlas.services.instance import *
request = OpenRequest(sys.argv[2]) if sys.argv[3] == "" else SaveNoteRequest(sys.argv[2], sys.argv[3])
try:
    hand_over(Path(sys.argv[1]), request, 10_000)
except InstanceError as problem:
    print(problem, file=sys.stderr)
    sys.exit(2)
"""

CRASHER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from atlas.services.instance import Instance
app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
assert instance.acquire()
instance.serve(None)
print("holds", flush=True)
sys.stdin.read(1)
os.abort()
"""


@pytest.fixture
def first(qapp, tmp_path):
    first = Instance(tmp_path)
    assert first.acquire()
    yield first
    first.close()


@pytest.fixture
def served(first, tmp_path):
    tasks = Tasks()
    notebook = NotebookService(tasks, tmp_path / "notebook.db", MIGRATIONS)
    notebook.open()
    first.serve(notebook)
    yield first
    first.close()
    notebook.close()
    tasks.close()


def call(data_dir: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CALLER), str(data_dir), *arguments],
        cwd=ROOT, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finished(qtbot, process: "subprocess.Popen[str]") -> tuple[int, str]:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15_000)
    _, errors = process.communicate()
    return process.returncode, errors


def test_a_second_start_hands_its_link_over(served, tmp_path, qtbot):
    links: list[str] = []
    served.open_requested.connect(links.append)
    assert Instance(tmp_path).acquire() is False
    assert finished(qtbot, call(tmp_path, "atlas://mission/change-7", "")) == (0, "")
    assert finished(qtbot, call(tmp_path, "", "")) == (0, "")
    assert links == ["atlas://mission/change-7", ""]


def test_a_note_is_written_by_the_window(served, tmp_path, qtbot):
    assert finished(qtbot, call(tmp_path, "change-7", "from the command line 月 🌙")) == (0, "")
    with Notebook.open(tmp_path / "notebook.db", MIGRATIONS) as book:
        assert book.note("change-7").text == "from the command line 月 🌙"


def test_refusals_come_back_as_a_sentence(served, tmp_path, qtbot):
    code, errors = finished(qtbot, call(tmp_path, "atlas://rocket/x", ""))
    assert code == 2
    assert "The other atlas refused: unknown kind 'rocket'" in errors
    code, errors = finished(qtbot, call(tmp_path, "../etc", "text"))
    assert code == 2
    assert "refused" in errors


def test_without_a_notebook_notes_are_refused(first, tmp_path, qtbot):
    first.serve(None)
    code, errors = finished(qtbot, call(tmp_path, "change-7", "text"))
    assert code == 2
    assert "keeps no notebook" in errors


def test_the_lock_is_given_back(qapp, tmp_path):
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.acquire()
    assert not second.acquire(50)
    first.close()
    assert second.acquire()
    second.close()
    assert not (tmp_path / "lock").exists()


def test_nobody_listening_is_one_clear_sentence(first, tmp_path):
    with pytest.raises(InstanceError, match="does not answer"):
        hand_over(tmp_path, OpenRequest(), timeout_ms=200)


@pytest.mark.filterwarnings("ignore")
def test_lock_and_socket_of_a_crashed_process_are_taken_over(qapp, tmp_path, qtbot):
    crasher = subprocess.Popen(
        [sys.executable, "-c", CRASHER, str(tmp_path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    with crasher:
        assert crasher.stdout.readline() == "holds\n"
        assert not Instance(tmp_path).acquire()
        crasher.stdin.write("x")
        crasher.stdin.flush()
        crasher.wait(20)
    assert (tmp_path / "lock").exists()
    heir = Instance(tmp_path)
    assert heir.acquire()
    links: list[str] = []
    heir.open_requested.connect(links.append)
    heir.serve(None)
    assert finished(qtbot, call(tmp_path, "atlas://entry/luna-25", "")) == (0, "")
    assert links == ["atlas://entry/luna-25"]
    heir.close()


def raw_answer(qtbot, data_dir: Path, content: bytes, patience: int = 5000) -> bytes:
    socket = QLocalSocket()
    socket.connectToServer(server_name(data_dir))
    assert socket.waitForConnected(2000)
    socket.write(content)
    received = bytearray()

    def gone() -> bool:
        received.extend(socket.readAll().data())
        return socket.state() == QLocalSocket.LocalSocketState.UnconnectedState

    qtbot.waitUntil(gone, timeout=patience)
    received.extend(socket.readAll().data())
    socket.abort()
    return bytes(received)


HOSTILE = [
    b"\n", b"x\n", b"{}\n", b"[]\n", b"null\n", b'{"do": "open"}\n', b'{"do": "open", "link": 3}\n',
    b'{"do": "open", "link": "file:///etc/passwd"}\n', b'{"do": "open", "link": "", "more": ""}\n',
    b'{"do": "quit"}\n', b'{"do": "save_note", "slug": "../x", "text": ""}\n', b"\xff\xfe\n",
    b"[" * 100_000 + b"\n", b'{"do": "open", "link": ""}\nmore', b'{"do": ["open"], "link": ""}\n',
]  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE)
def test_hostile_requests_are_refused(served, tmp_path, qtbot, content):
    links: list[str] = []
    served.open_requested.connect(links.append)
    answer = json.loads(raw_answer(qtbot, tmp_path, content))
    assert answer["ok"] is False
    assert answer["error"]
    assert links == []


def test_an_endless_request_is_cut_off(served, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(module, "MAX_REQUEST", 10_000)
    assert b'"ok": false' in raw_answer(qtbot, tmp_path, b"x" * 20_000)


def test_a_silent_caller_is_cut_off(served, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_MS", 20)
    assert raw_answer(qtbot, tmp_path, b'{"do": "op') == b""


def test_the_window_goes_on_after_all_of_it(served, tmp_path, qtbot):
    callers = [QLocalSocket() for _ in range(30)]
    for caller in callers:
        caller.connectToServer(server_name(tmp_path))
    qtbot.wait(50)
    for caller in callers:
        caller.abort()
    qtbot.waitUntil(lambda: not served._callers)
    links: list[str] = []
    served.open_requested.connect(links.append)
    assert json.loads(raw_answer(qtbot, tmp_path, OpenRequest("atlas://map").encode())) == {"ok": True}
    assert links == ["atlas://map"]


def test_requests_come_back_as_they_went():
    for request in (OpenRequest(), OpenRequest("atlas://map"), SaveNoteRequest("x", "a\nb\0🌙\u2028")):
        assert decode_request(request.encode().rstrip(b"\n")) == request
    longest = SaveNoteRequest("x", "月" * MAX_NOTE)
    assert decode_request(longest.encode()) == longest


@given(st.binary(max_size=300))
def test_any_bytes_are_a_request_or_a_value_error(content):
    try:
        decode_request(content)
    except ValueError:
        return
    raise AssertionError("random bytes were taken for a request")


def test_one_folder_has_one_name_however_it_is_written(tmp_path):
    assert server_name(tmp_path) == server_name(tmp_path / "x" / "..")
    assert server_name(tmp_path) != server_name(tmp_path / "x")


def test_a_folder_that_cannot_be_made_is_one_clear_sentence(qapp, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InstanceError, match="cannot be used"):
        Instance(tmp_path / "file" / "data").acquire()


def test_a_socket_left_behind_is_replaced(first, tmp_path, qtbot):
    stray = QLocalServer()
    assert stray.listen(server_name(tmp_path))
    stray.close()
    began = time.monotonic()
    first.serve(None)
    assert time.monotonic() - began < 2
