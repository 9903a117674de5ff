"""The command line: one table of commands, each in a module of its own that is imported only when it is called.

Knows neither Qt nor the window; `gui.launch` hands sub-commands on to `main`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple, NoReturn, Protocol

from engine.cli.wording import exit_status, reason
from engine.errors import PiyueError

INTERRUPTED = 130
WRONG_ARGUMENTS = 2


class Command(NamedTuple):
    """A sub-command: `module` has `add_arguments(parser)` and `run(arguments) -> exit status`."""

    name: str
    module: str
    summary: str


COMMANDS = (
    Command("parse", "engine.cli.parse", "parse a PDF and print what it says as data"),
    Command("quantities", "engine.cli.quantities", "find the quantities of sentences, one a line on standard input"),
    Command("export", "engine.cli.export", "write a PDF's text in another format"),
    Command("log", "engine.cli.log", "print who changed what in the review of a PDF, and when"),
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, as every command says why it could not do its work."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_ARGUMENTS, f"{self.prog}: {message} ({self.prog} --help)\n")


class _Module(Protocol):
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(words: Sequence[str] | None = None) -> int:
    """Run a sub-command; returns the exit status: 0 done, 2 wrong arguments, 3 no readable PDF, 4 password needed,
    5 worker stopped, 130 interrupted."""
    given = list(sys.argv[1:] if words is None else words)
    called = next((command for command in COMMANDS if given[:1] == [command.name]), None)
    parser, module = _parser(called)
    try:
        arguments = parser.parse_args(["--help"] if given[:1] == ["help"] else given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_ARGUMENTS
    if module is None:
        parser.print_help(sys.stderr)
        return WRONG_ARGUMENTS
    try:
        return module.run(arguments)
    except PiyueError as error:
        sys.stderr.write(f"piyue: {reason(error)}\n")
        return exit_status(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has read enough; keep Python from complaining when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser(called: Command | None) -> tuple[argparse.ArgumentParser, _Module | None]:
    """The parser of the whole command line; only the called command's own arguments are filled in."""
    parser = _Parser(prog="piyue", description="piyue FILE opens a PDF in the window.")
    parser.add_argument("--version", action="version", version=f"piyue {_version()}")
    commands = parser.add_subparsers(metavar="COMMAND")
    module: _Module | None = None
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=command.summary, description=command.summary)
        if command is called:
            module = import_module(command.module)
            assert module is not None  # noqa: S101
            module.add_arguments(own)
    return parser, module


def _version() -> str:
    try:
        return version("piyue")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
