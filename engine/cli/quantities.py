"""`piyue quantities`: sentences on standard input, one JSON array of quantities a line on standard output."""

from __future__ import annotations

import argparse
import sys
from typing import Any

import msgspec

from engine.lexicon.lexicon import Lexicon
from engine.parsing.quantities.find import find_quantities
from engine.parsing.quantities.quantity import Quantity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing: sentences come on standard input."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """One answer a line, empty lines too."""
    del arguments
    lexicon = Lexicon()
    for line in sys.stdin.buffer:
        sentence = line.decode("utf-8", "replace").rstrip("\r\n")
        answer = [_published(quantity) for quantity in find_quantities(sentence, lexicon)]
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    return 0


def _published(quantity: Quantity) -> dict[str, Any]:
    return {
        "quote": quantity.quote,
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "kind": quantity.kind,
        "span": (quantity.start, quantity.end),
    }
