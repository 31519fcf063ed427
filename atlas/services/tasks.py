"""Work off the GUI thread: plain data goes to a worker, plain data comes back through one signal.

The notebook has one worker (its SQLite connection never leaves that thread); computing has a small pool.
Everything here but `CancelToken` is called on the GUI thread only.
"""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

COMPUTE_WORKERS = 2


class CancelToken:
    """Passed to a worker function as one of its arguments; a long function calls `check` now and then."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask the worker to stop; may be called from any thread."""
        self._event.set()

    def check(self) -> None:
        """Raise `concurrent.futures.CancelledError` when cancelled: the job then ends without a result."""
        if self._event.is_set():
            raise CancelledError


@dataclass(eq=False)
class Job:
    """One piece of work in hand. Its callbacks stay on this side, so no worker ever frees a QObject."""

    number: int
    key: str | None
    done: Callable[[Any], object] | None
    failed: Callable[[BaseException], object] | None
    tokens: tuple[CancelToken, ...]
    future: "Future[Any] | None" = field(default=None, repr=False)
    cancelled: bool = False

    def cancel(self) -> None:
        """Neither `done` nor `failed` is called any more; work not yet begun never begins."""
        self.cancelled = True
        for token in self.tokens:
            token.cancel()
        if self.future is not None:
            self.future.cancel()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until the work itself has ended (its callbacks come later), or return False on timeout."""
        return self.future is None or bool(wait([self.future], timeout).done)


class Tasks(QObject):
    """Two executors and the one signal that brings results to the GUI thread.

    `submit` and `notebook` return a `Job`. When it ends, `done(result)` or `failed(exception)` is called on
    the GUI thread; exceptions without a `failed` come out of the `error` signal. Callbacks that are methods
    of a QObject deleted meanwhile, or partials of such methods, are dropped.
    """

    error = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None, *, compute_workers: int = COMPUTE_WORKERS) -> None:
        super().__init__(parent)
        self._notebook = ThreadPoolExecutor(1, thread_name_prefix="notebook")
        self._compute = ThreadPoolExecutor(compute_workers, thread_name_prefix="compute")
        self._numbers = count(1)
        self._jobs: dict[int, Job] = {}
        self._newest: dict[str, Job] = {}
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        key: str | None = None,
    ) -> Job:
        """Run `fn(*args)` on the compute pool; a newer job with the same `key` cancels the older one."""
        if key is not None and (older := self._newest.get(key)) is not None:
            older.cancel()
        return self._start(self._compute, fn, args, Job(0, key, done, failed, _tokens(args)))

    def notebook(
        self,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        key: str | None = None,
    ) -> Job:
        """Run `fn(*args)` on the notebook's worker, in the order of the calls.

        A newer job with the same `key` drops the older one's result, never its work: it may be a write.
        """
        return self._start(self._notebook, fn, args, Job(0, key, done, failed, _tokens(args)))

    @property
    def busy(self) -> bool:
        """Whether any job has not been delivered yet."""
        return bool(self._jobs)

    @property
    def closed(self) -> bool:
        """Whether `close` was called: nothing can be submitted any more."""
        return self._closed

    def deliver(self) -> None:
        """Call the callbacks of all jobs that have ended by now, without waiting for the event loop."""
        # not through the posted signals: who waited for a job may be here before its worker has sent one
        for job in list(self._jobs.values()):
            if job.future is not None and job.future.done():
                self._deliver(job.number)

    def close(self) -> None:
        """Cancel computing, finish what is queued for the notebook, join all threads; results are ignored."""
        if self._closed:
            return
        self._closed = True
        for job in list(self._jobs.values()):
            for token in job.tokens:
                token.cancel()
        self._compute.shutdown(wait=True, cancel_futures=True)
        self._notebook.shutdown(wait=True, cancel_futures=False)
        self._jobs.clear()
        self._newest.clear()

    def _start(self, pool: ThreadPoolExecutor, fn: Callable[..., Any], args: tuple[Any, ...], job: Job) -> Job:
        if self._closed:
            raise RuntimeError("Tasks is closed; nothing can be submitted any more")
        job.number = next(self._numbers)
        self._jobs[job.number] = job
        if job.key is not None:
            self._newest[job.key] = job
        job.future = pool.submit(fn, *args)
        job.future.add_done_callback(_Ending(self._ended.emit, job.number))
        return job

    @Slot(object)
    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None or job.future is None or self._closed:
            return
        stale = False
        if job.key is not None:
            stale = self._newest.get(job.key) is not job
            if not stale:
                del self._newest[job.key]
        if stale or job.cancelled or job.future.cancelled():
            return
        problem = job.future.exception()
        if problem is None:
            if job.done is not None and _alive(job.done):
                job.done(job.future.result())
        elif not isinstance(problem, CancelledError):
            self._fail(job, problem)

    def _fail(self, job: Job, problem: BaseException) -> None:
        if job.failed is None:
            self.error.emit(problem)
        elif _alive(job.failed):
            job.failed(problem)


@dataclass(frozen=True)
class _Ending:
    """Called on the worker when its future is done: sends the job's number home, nothing else."""

    emit: Callable[[int], object]
    number: int

    def __call__(self, _future: "Future[Any]") -> None:
        self.emit(self.number)


def _tokens(args: tuple[object, ...]) -> tuple[CancelToken, ...]:
    return tuple(arg for arg in args if isinstance(arg, CancelToken))


def _alive(callback: Callable[..., object]) -> bool:
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
