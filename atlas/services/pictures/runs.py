"""Long work with pictures, cut into steps: each is short, so that one worker serves others in between.

A run is first given the notebook (`begin`), then makes `step`s on any worker; each step may return what is to be
written, which is called with the notebook before the next step. The window and the command line drive the same runs.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from atlas.domain.own_pictures import PICTURE_ENDINGS, RefusedPicture
from atlas.services.tasks import CancelToken
from atlas.store.notebook import Notebook

STEP_SECONDS: Final = 0.25
Write = Callable[[Notebook], object]


class Run(Protocol):
    """Long work in steps."""

    done: int
    total: int
    """0 while it is still being counted."""
    finished: bool
    refused: list[RefusedPicture]

    def begin(self, notebook: Notebook) -> None:
        """Read what is needed from the notebook; on the notebook's worker."""

    def step(self, token: CancelToken) -> Write | None:
        """Work for a moment; return what is to be written then. Raises OSError where going on makes no sense."""


class Clock:
    """Says when a step has worked long enough."""

    def __init__(self) -> None:
        self._end = time.monotonic() + STEP_SECONDS

    @property
    def over(self) -> bool:
        """Whether it has."""
        return time.monotonic() >= self._end


class Walk:
    """Finds the files in a choice of files and folders, some at a time.

    Of a folder only what its name says is a picture is taken; a file that was named is always taken. Links to folders
    are not followed, so that a walk ends.
    """

    def __init__(self, sources: Sequence[Path], endings: frozenset[str] | None = PICTURE_ENDINGS) -> None:
        self._endings = endings
        self._walk = self._files(sources)
        self.found: list[Path] = []

    def go_on(self, clock: Clock, token: CancelToken) -> bool:
        """Find more files until the time is over or nobody waits any more; return whether all are found."""
        for file in self._walk:
            if file is not None:
                self.found.append(file)
            if clock.over or token.cancelled:
                return False
        return True

    def _files(self, sources: Sequence[Path]) -> Iterator[Path | None]:
        """Give files; now and then None, so that a folder without pictures can be left too."""
        for source in sources:
            path = source.absolute()
            if not path.is_dir():
                yield path
                continue
            for folder, below, names in os.walk(path):
                below[:] = sorted(name for name in below if not name.startswith("."))
                yield None
                for name in sorted(names):
                    wanted = self._endings is None or os.path.splitext(name)[1].lower() in self._endings  # noqa: PTH122
                    yield Path(folder, name) if wanted and not name.startswith(".") else None


def size_of(path: Path) -> int:
    """Return a file's size, 0 where it cannot be asked."""
    with suppress(OSError):
        return path.stat().st_size
    return 0


def carry_out(run: Run, notebook: Notebook, told: Callable[[int, int], object] | None = None) -> None:
    """Drive a run to its end here and now. Raises NotebookError, OSError."""
    token = CancelToken()
    run.begin(notebook)
    while not run.finished:
        write = run.step(token)
        if write is not None:
            write(notebook)
        if told is not None:
            told(run.done, run.total)
