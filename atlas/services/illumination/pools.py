"""Who does the work: the processors of this machine, or a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from atlas.services.cores import usable_cores
from atlas.services.illumination.job import IlluminationError

_WAIT_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Pool:
    """Where pieces of work are submitted."""

    executor: Executor
    workers: int


@contextmanager
def local_pool(workers: int | None = None, nice: int = 0) -> Iterator[Pool]:
    """Give processes of this machine, one a processor; fresh ones, because a window's threads don't survive a fork.

    Threads share one interpreter, which the many short operations of the sweep hold more than half of the time.
    """
    count = workers or usable_cores()
    executor = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin, (nice,))
    try:
        yield Pool(executor, count)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def cluster_pool(address: str) -> Iterator[Pool]:
    """Give the workers of a Dask cluster. Raises IlluminationError where there is none, or no Dask."""
    try:
        from distributed import Client
    except ImportError as error:
        raise IlluminationError(
            "a Dask cluster needs the extra [cluster], which is not installed: pip install 'ilrs-atlas[cluster]'"
        ) from error
    try:
        client = Client(address, timeout=_WAIT_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise IlluminationError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise IlluminationError(f"the Dask scheduler at {address} has no workers")
        executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        try:
            yield Pool(executor, workers)
        finally:
            executor.shutdown(wait=False)


def _begin(nice: int) -> None:
    """Let the process that waits for this one deal with Ctrl+C, and give way to others by so much."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        # Windows has no such thing
        os.nice(nice)
