"""`piyue export FILE --format md -o OUT`: the document in another format."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable
from pathlib import Path

from engine.cli.reviewed import revised_file
from engine.cli.wording import notice_line
from engine.errors import NotSaved
from engine.exchange.markdown import to_markdown
from engine.model.parse import Parse
from engine.settings import Settings
from engine.worker.parse_client import parse_file

FORMATS: dict[str, Callable[[Parse], str]] = {"md": to_markdown}
"""What `--format` takes, and what makes it of a parse."""

_CAUSES = {
    errno.EACCES: "read-only",
    errno.EROFS: "read-only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENOENT: "gone",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, the format and where to."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=sorted(FORMATS), required=True)
    parser.add_argument("--no-bookmarks", action="store_true", help="do not use the PDF's own bookmarks")
    parser.add_argument("--reviewed", action="store_true", help="with the corrections of its review")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="standard output without it")


def run(arguments: argparse.Namespace) -> int:
    """Parse and write. Raises PiyueError."""
    is_reviewed = arguments.reviewed
    parse = parse_file(arguments.file, bookmarks=not arguments.no_bookmarks, is_traced=is_reviewed)
    if is_reviewed:
        parse, opened = revised_file(arguments.file, parse, Settings.load())
        for notice in opened.notices:
            sys.stderr.write(notice_line(notice.code, notice.values))
    text = FORMATS[arguments.format](parse)
    if arguments.output is None:
        sys.stdout.buffer.write(text.encode())
    else:
        _write(arguments.output, text)
    return 0


def _write(path: Path, text: str) -> None:
    """Raises NotSaved."""
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise NotSaved(cause=_CAUSES.get(error.errno or 0, "other")) from error
