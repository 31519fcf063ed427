"""What a command refuses: printed in one line on standard error, exit status 2."""


class CliError(Exception):
    """A command that can't be carried out; the text is for the user."""
