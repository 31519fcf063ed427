"""One process holds a data folder; later starts hand their request to it over a local socket.

A request is one line of JSON: `{"do": "open", "link": "atlas://…" or ""}` or
`{"do": "save_note", "slug": "change-7", "text": "…"}` or `{"do": "restore", "file": "/…/backup.db"}` or
`{"do": "import", "file": "/…/notes.zip"}` or `{"do": "find_pictures", "file": "/…/folder"}` or
`{"do": "add_pictures", "file": "/…/rim.jpg", "caption": …, "credit": …, "licence": …, "on": "change-7 luna-25",
"keeping": "own", "in-place" or ""}`. The answer is one line too:
`{"ok": true}` or `{"ok": false, "error": "a sentence"}`.
"""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from atlas.domain.links import is_slug, parse_link
from atlas.domain.notes import MAX_NOTE
from atlas.services.notebook import NotebookService
from atlas.services.notebook_care import NotebookCare

if TYPE_CHECKING:
    from atlas.domain.own_pictures import Batch
    from atlas.services.pictures.service import PictureService

# JSON may write one character as twelve ("\ud83c\udf19"), and the frame takes some more
MAX_REQUEST: Final = 4 * MAX_NOTE + 1000
MAX_CLIENTS: Final = 16
PATIENCE_MS: Final = 5000
_POLL_SECONDS: Final = 0.05


class InstanceError(Exception):
    """Nobody answered, or the answer was no; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Raise the window and, when `link` is not empty, go there."""

    link: str = ""

    def encode(self) -> bytes:
        """Return the line that goes over the socket."""
        return _line({"do": "open", "link": self.link})


@dataclass(frozen=True, slots=True)
class SaveNoteRequest:
    """Write a note on an entry."""

    slug: str
    text: str

    def encode(self) -> bytes:
        """Return the line that goes over the socket."""
        return _line({"do": "save_note", "slug": self.slug, "text": self.text})


@dataclass(frozen=True, slots=True)
class FileRequest:
    """Do something with a file of notes (`restore` or `import`), or a folder of pictures (`find_pictures`)."""

    do: str
    file: Path

    def encode(self) -> bytes:
        """Return the line that goes over the socket."""
        return _line({"do": self.do, "file": str(self.file.absolute())})


@dataclass(frozen=True, slots=True)
class AddPicturesRequest:
    """Add a picture, or a folder of them, to the user's own."""

    file: Path
    caption: str = ""
    credit: str = ""
    licence: str = ""
    on: tuple[str, ...] = ()
    keeping: str = ""

    def encode(self) -> bytes:
        """Return the line that goes over the socket."""
        return _line({
            "do": "add_pictures", "file": str(self.file.absolute()), "caption": self.caption, "credit": self.credit,
            "licence": self.licence, "on": " ".join(self.on), "keeping": self.keeping,
        })  # fmt: skip

    def batch(self) -> "Batch":
        """Return what is said of them; raise ValueError, with a sentence, for what cannot be."""
        from atlas.domain.own_pictures import Batch, Keeping, PictureWords, clean_words

        words = clean_words(PictureWords(self.caption, self.credit, self.licence, on=self.on))
        return Batch(words, Keeping(self.keeping) if self.keeping else None)


Request = OpenRequest | SaveNoteRequest | FileRequest | AddPicturesRequest


def decode_request(line: bytes) -> Request:
    """Read a request; raise ValueError, with a sentence, on anything that is not exactly one."""
    if len(line) > MAX_REQUEST:
        raise ValueError("the request is too long")
    try:
        fields = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise ValueError("the request is not a line of JSON") from problem
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise ValueError("the request is not an object of texts")
    match fields:
        case {"do": "open", "link": link} if len(fields) == 2:
            if link:
                parse_link(link)
            return OpenRequest(link)
        case {"do": "save_note", "slug": slug, "text": text} if len(fields) == 3:
            if not is_slug(slug) or len(text) > MAX_NOTE:
                raise ValueError("the note has no proper slug or is too long")
            return SaveNoteRequest(slug, text)
        case {"do": ("restore" | "import" | "find_pictures") as do, "file": file} if len(fields) == 2:
            return FileRequest(do, _full_path(file))
        case {
            "do": "add_pictures", "file": file, "caption": caption, "credit": credit, "licence": licence, "on": on,
            "keeping": keeping,
        } if len(fields) == 7:  # fmt: skip
            request = AddPicturesRequest(_full_path(file), caption, credit, licence, tuple(on.split()), keeping)
            request.batch()
            return request
    raise ValueError("the request asks for nothing this atlas does")


def _full_path(file: str) -> Path:
    if "\0" in file or not Path(file).is_absolute():
        raise ValueError("the file has no full name")
    return Path(file)


def hand_over(data_dir: Path, request: Request, timeout_ms: int = PATIENCE_MS) -> None:
    """Send a request to the process that holds the data folder; needs no event loop.

    Raise InstanceError when nobody takes it within the time or the answer is no.
    """
    name = server_name(data_dir)
    deadline = time.monotonic() + timeout_ms / 1000
    socket = QLocalSocket()
    try:
        # the other one may hold the lock and not listen yet, because it is still starting
        while not _connected(socket, name, deadline):
            if time.monotonic() > deadline:
                raise InstanceError(
                    f"Another atlas holds the folder {data_dir} but does not answer. Close it and try again, "
                    "or start with --data-dir and another folder."
                )
            time.sleep(_POLL_SECONDS)
        socket.write(request.encode())
        answer = _read_line(socket, deadline)
    finally:
        socket.abort()
    _check_answer(answer)


def server_name(data_dir: Path) -> str:
    """Return the name of the local socket of a data folder: the same however the folder is written."""
    digest = hashlib.sha256(str(data_dir.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"ilrs-atlas-{digest[:20]}"


class Instance(QObject):
    """The lock on a data folder and, once it serves, the socket that other starts talk to."""

    open_requested = Signal(str)
    """Raise the window; the link to go to, or an empty text."""

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._notebook: NotebookService | None = None
        self._care: NotebookCare | None = None
        self._pictures: Callable[[], PictureService] | None = None
        self._callers: set[_Caller] = set()

    @property
    def held(self) -> bool:
        """Whether this process holds the lock."""
        return self._lock is not None

    def acquire(self, timeout_ms: int = 0) -> bool:
        """Take the lock, waiting for it if need be; False when another living process holds it.

        Raise InstanceError when the folder cannot be written. The lock of a crashed process is taken over.
        """
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise self._no_folder(problem.strerror or str(problem)) from problem
        lock = QLockFile(str(self._data_dir / "lock"))
        # never by age: a window may stay open for weeks
        lock.setStaleLockTime(0)
        if not lock.tryLock(timeout_ms):
            if lock.error() == QLockFile.LockError.LockFailedError:
                return False
            raise self._no_folder("the lock file cannot be written")
        self._lock = lock
        return True

    def serve(
        self,
        notebook: NotebookService | None,
        care: NotebookCare | None = None,
        pictures: "Callable[[], PictureService] | None" = None,
    ) -> None:
        """Listen for later starts; notes they bring are written by `notebook`, files taken by `care`. Needs the lock.

        `pictures` gives the service of own pictures, which is made when first asked for. Raise InstanceError where
        nothing can listen; the lock stays.
        """
        if self._lock is None:
            raise RuntimeError("serve needs the lock")
        self._notebook, self._care, self._pictures = notebook, care, pictures
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(MAX_CLIENTS)
        server.newConnection.connect(self._take_callers)
        name = server_name(self._data_dir)
        # we hold the lock, so a socket of that name was left behind by a crash
        QLocalServer.removeServer(name)
        if not server.listen(name):
            raise InstanceError(f"The atlas cannot listen for later starts: {server.errorString()}.")
        self._server = server

    def close(self) -> None:
        """Stop listening and give the lock back."""
        for caller in list(self._callers):
            caller.hang_up()
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _no_folder(self, reason: str) -> InstanceError:
        return InstanceError(
            f"The folder {self._data_dir} cannot be used: {reason}. "
            "Make it writable, or start with --data-dir and another folder."
        )

    @Slot()
    def _take_callers(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            if len(self._callers) >= MAX_CLIENTS:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(socket, self)
            self._callers.add(caller)
            caller.asked.connect(self._answer)
            caller.gone.connect(self._forget)
            caller.read()

    @Slot(object, object)
    def _answer(self, caller: "_Caller", request: Request) -> None:
        if isinstance(request, OpenRequest):
            self.open_requested.emit(request.link)
            caller.answer("")
        elif self._notebook is None or (self._care is None and isinstance(request, FileRequest)):
            caller.answer("This atlas keeps no notebook.")
        elif isinstance(request, AddPicturesRequest):
            self._add_pictures(caller, request)
        elif isinstance(request, FileRequest):
            self._take_file(caller, request)
        else:
            self._notebook.write(request.slug, request.text, caller.answer)

    def _take_file(self, caller: "_Caller", request: FileRequest) -> None:
        if request.do == "find_pictures":
            if self._pictures is None:
                caller.answer("This atlas keeps no pictures.")
            else:
                self._pictures().find(request.file, ended=caller.answer)
        elif self._care is not None:
            take = self._care.restore if request.do == "restore" else self._care.import_from
            take(request.file, caller.answer_well, caller.answer)

    def _add_pictures(self, caller: "_Caller", request: AddPicturesRequest) -> None:
        if self._pictures is None:
            caller.answer("This atlas keeps no pictures.")
        else:
            self._pictures().add([request.file], request.batch(), caller.answer)

    @Slot(object)
    def _forget(self, caller: "_Caller") -> None:
        self._callers.discard(caller)
        caller.deleteLater()


class _Caller(QObject):
    """One connection: a single request, answered and hung up; slow or talkative ones are cut off."""

    asked = Signal(object, object)
    gone = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(MAX_REQUEST + 1)
        self._received = bytearray()
        self._heard = False
        self._hung_up = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hang_up)
        self._timer.start(PATIENCE_MS * 4)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self.hang_up)

    @Slot()
    def read(self) -> None:
        """Take what has arrived; ask once a line is whole."""
        if self._heard or self._hung_up:
            return
        self._received += bytes(self._socket.readAll().data())
        line, newline, rest = bytes(self._received).partition(b"\n")
        if not newline and len(self._received) <= MAX_REQUEST:
            return
        self._heard = True
        # from here on it is our time that passes, not the caller's
        self._timer.stop()
        if rest or not newline:
            self.answer("the request is not one line, or too long")
            return
        try:
            request = decode_request(line)
        except ValueError as problem:
            self.answer(str(problem))
            return
        self.asked.emit(self, request)

    def answer_well(self, _result: object) -> None:
        """Say that it went well and hang up."""
        self.answer("")

    def answer(self, problem: str) -> None:
        """Say how it went ("" for well) and hang up."""
        if not self._hung_up:
            self._socket.write(_line({"ok": False, "error": problem} if problem else {"ok": True}))
            self._socket.flush()
            self._socket.disconnectFromServer()

    @Slot()
    def hang_up(self) -> None:
        """Forget this connection."""
        if self._hung_up:
            return
        self._hung_up = True
        self._timer.stop()
        self._socket.abort()
        self.gone.emit(self)


def _line(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8") + b"\n"


def _remaining_ms(deadline: float) -> int:
    return max(1, int((deadline - time.monotonic()) * 1000))


def _connected(socket: QLocalSocket, name: str, deadline: float) -> bool:
    socket.abort()
    socket.connectToServer(name)
    return socket.waitForConnected(_remaining_ms(deadline))


def _read_line(socket: QLocalSocket, deadline: float) -> bytes:
    received = bytes(socket.readAll().data())
    while b"\n" not in received and time.monotonic() < deadline:
        if not socket.waitForReadyRead(_remaining_ms(deadline)):
            break
        received += bytes(socket.readAll().data())
    return received


def _check_answer(line: bytes) -> None:
    try:
        answer = json.loads(line.decode("utf-8"))
    except ValueError as problem:
        raise InstanceError("The other atlas did not answer, so nothing was done. Try again.") from problem
    if answer != {"ok": True}:
        said = answer.get("error") if isinstance(answer, dict) else None
        raise InstanceError(f"The other atlas refused: {said or 'it does not understand the request'}")
