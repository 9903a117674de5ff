"""`piyue parse FILE`: the machine's parse as JSON or as a readable summary."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from engine.cli.summary import summary
from engine.worker.parse_client import parse_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, what to print and what to use."""
    parser.add_argument("file", type=Path, metavar="FILE")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object (this is the default)")
    form.add_argument("--text", action="store_true", help="a readable summary")
    parser.add_argument("--no-bookmarks", action="store_true", help="do not use the PDF's own bookmarks")


def run(arguments: argparse.Namespace) -> int:
    """Parse and print. Raises PiyueError."""
    parse = parse_file(arguments.file, bookmarks=not arguments.no_bookmarks)
    if arguments.text:
        sys.stdout.buffer.write(summary(parse).encode())
    else:
        sys.stdout.buffer.write(msgspec.json.encode(parse) + b"\n")
    if all(page.text == "none" for page in parse.source.pages):
        sys.stderr.write("piyue: no page has text (a scan?)\n")
    return 0
