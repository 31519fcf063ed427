"""The command line: the same services, for scripts. Imports no Qt before a command needs it."""
