"""What the commands' argument parsers share."""

import argparse
from datetime import date
from typing import NoReturn

from atlas.cli.errors import CliError
from atlas.domain.dates import last_day


class Parser(argparse.ArgumentParser):
    """An argument parser that raises CliError instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Raise the message as a CliError."""
        raise CliError(f"{message}. See: {self.prog} --help")


def day(text: str) -> date:
    """Read a partial ISO date as its last day."""
    try:
        return last_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def nation(text: str) -> str:
    """Read an ISO 3166 alpha-2 code, EU or INT, in any case."""
    code = text.upper()
    if not (code.isascii() and code.isalpha() and len(code) == 2) and code != "INT":
        raise argparse.ArgumentTypeError(f"{text!r} is not a nation: write an ISO code such as CN, or EU or INT")
    return code
