import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from atlas.services.tasks import CancelToken, Tasks


@pytest.fixture
def tasks(qapp) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


class Desk(QObject):
    """Takes results on the GUI thread and remembers where it was called."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())


def square(number: int) -> int:
    return number * number


def fail(message: str) -> None:
    raise ValueError(message)


def where() -> str:
    return threading.current_thread().name


def test_every_result_arrives_on_the_gui_thread(tasks, qtbot):
    desk = Desk()
    for number in range(3000):
        tasks.submit(square, number, done=desk.take)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert sorted(desk.results) == [number * number for number in range(3000)]
    assert desk.threads == {threading.get_ident()}


def test_notebook_jobs_run_in_order_on_one_thread(tasks, qtbot):
    order: list[int] = []
    names: set[str] = set()

    def note(number: int) -> str:
        order.append(number)
        return where()

    for number in range(200):
        tasks.notebook(note, number, done=names.add)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == list(range(200))
    assert len(names) == 1
    assert names.pop().startswith("notebook")


def test_a_newer_job_with_the_key_drops_the_older_result(tasks, qtbot):
    desk = Desk()
    gate = threading.Event()

    def slow() -> str:
        gate.wait(5)
        return "old"

    tasks.submit(slow, done=desk.take, key="preview")
    tasks.submit(square, 3, done=desk.take, key="preview")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.results == [9]


def test_a_newer_notebook_job_never_stops_an_older_write(tasks, qtbot):
    written: list[int] = []
    desk = Desk()

    def write(number: int) -> int:
        written.append(number)
        return number

    for number in range(20):
        tasks.notebook(write, number, done=desk.take, key="k")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert written == list(range(20))
    assert desk.results == [19]


def test_exceptions_go_to_failed_or_to_the_error_signal(tasks, qtbot):
    failures: list[BaseException] = []
    errors: list[BaseException] = []
    tasks.error.connect(errors.append)
    tasks.submit(fail, "asked for", failed=failures.append)
    tasks.submit(fail, "not asked for")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [str(problem) for problem in failures] == ["asked for"]
    assert [str(problem) for problem in errors] == ["not asked for"]


def test_cancelling_stops_a_worker_that_checks_its_token(tasks, qtbot):
    desk = Desk()
    begun = threading.Event()
    rounds: list[int] = []

    def long(token: CancelToken) -> str:
        begun.set()
        for number in range(10_000):
            token.check()
            rounds.append(number)
            time.sleep(0.001)
        return "finished"

    job = tasks.submit(long, CancelToken(), done=desk.take, failed=desk.take)
    assert begun.wait(5)
    job.cancel()
    assert job.wait(5)
    tasks.deliver()
    assert desk.results == []
    assert len(rounds) < 10_000
    assert not tasks.busy


@pytest.mark.parametrize("wrap", [lambda take: take, lambda take: partial(partial(take))], ids=["method", "partial"])
def test_results_for_a_deleted_receiver_are_dropped(tasks, qtbot, wrap):
    desk = Desk()
    results = desk.results
    job = tasks.submit(square, 4, done=wrap(desk.take))
    job.wait()
    delete(desk)
    tasks.deliver()
    assert results == []
    assert not tasks.busy


def test_wait_and_deliver_need_no_event_loop(tasks):
    desk = Desk()
    assert tasks.notebook(square, 5, done=desk.take).wait(5)
    tasks.deliver()
    assert desk.results == [25]


def test_closing_while_busy_ignores_results_and_joins(qapp):
    tasks = Tasks()
    desk = Desk()
    token = CancelToken()

    def until_cancelled(token: CancelToken) -> None:
        while not token.cancelled:
            time.sleep(0.001)

    tasks.submit(until_cancelled, token, done=desk.take)
    for number in range(500):
        tasks.submit(square, number, done=desk.take)
    written: list[int] = []
    for number in range(50):
        tasks.notebook(written.append, number, done=desk.take)
    tasks.close()
    qapp.processEvents()
    assert desk.results == []
    assert written == list(range(50)), "writes that were queued are carried out"
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("notebook", "compute"))]
    tasks.close()
    with pytest.raises(RuntimeError, match="closed"):
        tasks.submit(square, 1)
