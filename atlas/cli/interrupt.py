"""Ctrl+C during long work."""

import signal
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.services.tasks import CancelToken


class StopOnInterrupt:
    """Lets Ctrl+C end the work in good order; a second one ends it anyhow."""

    def __init__(self, token: "CancelToken") -> None:
        self._token = token

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, self._on_signal)

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._token.cancel()
        signal.signal(signal.SIGINT, self._before)
