"""`piyue parse FILE`: the machine's parse as JSON or as a readable summary, on demand with the human work over it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from engine.cli.reviewed import review_of, reviewed
from engine.cli.summary import summary
from engine.cli.wording import notice_line
from engine.errors import FileMissing
from engine.lexicon.office import Office, load_office
from engine.model.parse import Parse
from engine.parsing.office import for_office
from engine.settings import Settings, office_folder
from engine.worker.parse_client import parse_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, what to print and what to use."""
    parser.add_argument("file", type=Path, metavar="FILE")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object (this is the default)")
    form.add_argument("--text", action="store_true", help="a readable summary")
    parser.add_argument("--no-bookmarks", action="store_true", help="do not use the PDF's own bookmarks")
    parser.add_argument("--reviewed", action="store_true", help="with the work of its review over the machine's parse")
    parser.add_argument(
        "--office", type=Path, metavar="FOLDER", help="where units.csv and silence.tsv of the office stand"
    )
    parser.add_argument(
        "--silence",
        action="append",
        default=[],
        metavar="RULE[=QUOTE]",
        help="leave out a rule's findings, or one of them",
    )


def run(arguments: argparse.Namespace) -> int:
    """Parse and print. Raises PiyueError."""
    office = _office(arguments)
    is_reviewed = arguments.reviewed
    parse = for_office(parse_file(arguments.file, bookmarks=not arguments.no_bookmarks, is_traced=is_reviewed), office)
    shown = _with_review(arguments.file, parse) if is_reviewed else msgspec.to_builtins(parse)
    if arguments.text:
        sys.stdout.buffer.write(summary(shown).encode())
    else:
        sys.stdout.buffer.write(msgspec.json.encode(shown) + b"\n")
    if all(page.text == "none" for page in parse.source.pages):
        sys.stderr.write(notice_line("no-text", {}))
    return 0


def _office(arguments: argparse.Namespace) -> Office:
    """The office's lists, and what this call silences. Raises FileMissing, FileUnreadable."""
    if arguments.office is not None and not arguments.office.is_dir():
        raise FileMissing(name=arguments.office.name)
    office = load_office(arguments.office or office_folder(Settings.load()))
    told = {(rule.strip(), quote.strip()) for rule, _, quote in (one.partition("=") for one in arguments.silence)}
    return office._replace(silence=office.silence | told)


def _with_review(path: Path, parse: Parse) -> dict[str, object]:
    settings = Settings.load()
    opened = review_of(path, parse, settings)
    for notice in opened.notices:
        sys.stderr.write(notice_line(notice.code, notice.values))
    return reviewed(parse, opened, settings)
