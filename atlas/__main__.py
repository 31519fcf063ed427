"""The command `ilrs-atlas`: opens the window, or runs one of the commands of `atlas.cli`."""

import sys
from pathlib import Path

from atlas.cli.errors import CliError


def main(argv: list[str] | None = None) -> int:
    """Run and return the exit status: 0, also for no hits; 1 `check` found problems; 2 an error, told in one line."""
    from atlas.cli.parser import parse
    from atlas.store.errors import CatalogueError

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
    from atlas.app import run
    from atlas.paths import Paths

    return run(Paths.find(data_dir), link)


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
