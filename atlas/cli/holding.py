"""Who may write the notebook: this command, or the window that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.cli.errors import CliError
from atlas.paths import Paths

if TYPE_CHECKING:
    from atlas.services.instance import Request

_PATIENCE_MS = 120_000


@contextmanager
def held(paths: Paths) -> Iterator[bool]:
    """Hold the data folder while the block runs; gives False where a window holds it. Raises CliError."""
    from atlas.services.instance import Instance, InstanceError

    instance = Instance(paths.data)
    try:
        yield instance.acquire()
    except InstanceError as error:
        raise CliError(str(error)) from error
    finally:
        instance.close()


def hand_to_window(paths: Paths, do: str, file: Path) -> None:
    """Let the window that holds the notebook `restore` or `import` a file. Raises CliError."""
    from atlas.services.instance import FileRequest

    ask_window(paths, FileRequest(do, file), _PATIENCE_MS)


def ask_window(paths: Paths, request: "Request", patience_ms: int) -> None:
    """Let the window that holds the notebook do something. Raises CliError."""
    from atlas.services.instance import InstanceError, hand_over

    try:
        hand_over(paths.data, request, patience_ms)
    except InstanceError as error:
        raise CliError(str(error)) from error
