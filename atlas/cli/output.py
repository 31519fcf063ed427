"""Standard output of the commands, and how far they are on standard error."""

import sys


def write_out(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    if not text.endswith("\n"):
        sys.stdout.buffer.write(b"\n")
    sys.stdout.flush()


class Progress:
    """Tells on standard error how far long work is: over one line on a terminal, else every tenth part."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = -1

    def __call__(self, share: float) -> None:
        percent = int(share * 100)
        if percent == self._last or (not self._live and percent < self._last + 10 and percent < 100):
            return
        self._last = percent
        print(f"\r{percent:3d} %" if self._live else f"{percent:3d} %", end="" if self._live else "\n", file=sys.stderr)
        sys.stderr.flush()

    def end(self) -> None:
        """Begin a new line."""
        if self._live and self._last >= 0:
            print(file=sys.stderr)
