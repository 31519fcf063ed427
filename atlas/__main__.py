"""The command `ilrs-atlas`: opens the window, or runs one of the commands of `atlas.cli`."""

import gc
import os
import sys
from pathlib import Path

from atlas.cli.errors import CliError


def main(argv: list[str] | None = None) -> int:
    """Run and return the exit status: 0, also for no hits; 1 `check` found problems; 2 an error, told in one line."""
    from atlas.cli.parser import parse
    from atlas.store.errors import CatalogueError

    # products of small matrices only: more threads took twice the processor's time and saved none of ours
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        args = parse(arguments)
        if args.command is None:
            return _open_window(args.data_dir, args.link)
        from atlas.cli.run import run_command

        return run_command(args)
    except (CliError, CatalogueError) as error:
        print(f"ilrs-atlas: {_one_line(str(error))}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # the reader of a pipe (such as `head`) went away: nothing is wrong
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"ilrs-atlas: {_one_line(str(error))}", file=sys.stderr)
        return 2


def _open_window(data_dir: Path | None, link: str | None) -> int:
    from atlas.paths import Paths

    _need_a_screen()
    # what is loaded now stays: looking for rubbish among it would only hold up the first frame
    gc.disable()
    try:
        from atlas.app import run
    except ImportError as error:
        # a library of the system that Qt needs, where it is not our own installation that is broken
        raise CliError(
            f"the window cannot be opened, because a part of Qt is missing: {error}. On Debian or Ubuntu: "
            "apt-get install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 (README.md has the whole line); "
            "the commands work without, see: ilrs-atlas --help"
        ) from error
    return run(Paths.find(data_dir), link)


def _need_a_screen() -> None:
    """Say in a sentence what Qt would say by aborting. Raises CliError."""
    if sys.platform.startswith(("win", "darwin")) or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise CliError(
            "there is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "the commands work without, see: ilrs-atlas --help"
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # a process that computes for the frozen application begins here too
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
