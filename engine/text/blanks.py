"""Which blanks of the raw text are words' own: between Latin words they stay, beside Chinese characters they go."""

from __future__ import annotations

import re

from engine.text.records import Ranges

_EMPTY = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe]+")
_TOKEN = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe]+")
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")
_LATIN_END = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff][!-/:-@\[-`{-~]*$")
_LATIN_START = re.compile(r"[(\[\"'<#$&@+-]*[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]|[&+/=<>-]")


def cleaned(raw: str, parts: list[tuple[int, int]]) -> tuple[str, Ranges]:
    """Text of raw ranges that follow each other on one line, blanks reduced, and the raw ranges of what is left, one
    to one with it."""
    if len(parts) == 1:
        start, end = parts[0]
        text = raw[start:end]
        if _EMPTY.search(text) is None:
            return text, ((start, end),)
    tokens: list[tuple[int, int]] = []
    for start, end in parts:
        tokens += [match.span() for match in _TOKEN.finditer(raw, start, end)]
    return _put_together(raw, tokens)


def parts_words(before: str, after: str) -> bool:
    """Whether a blank between two stretches of text parts Latin words or numbers."""
    if before[-1] > "\u04ff" or after[0] > "\u04ff":
        return False
    return _LATIN_START.match(after) is not None and _LATIN_END.search(before) is not None


def _put_together(raw: str, tokens: list[tuple[int, int]]) -> tuple[str, Ranges]:
    pieces: list[str] = []
    ranges: list[tuple[int, int]] = []
    previous = ""
    for start, end in tokens:
        token = raw[start:end]
        if ranges:
            gap_start = ranges[-1][1]
            if gap_start == start:
                ranges[-1] = (ranges[-1][0], end)
                pieces.append(token)
                previous = token
                continue
            if gap_start < start and raw[gap_start].isspace() and parts_words(previous, token):
                pieces.append(" ")
                if gap_start + 1 == start:
                    ranges[-1] = (ranges[-1][0], end)
                    pieces.append(token)
                    previous = token
                    continue
                ranges[-1] = (ranges[-1][0], gap_start + 1)
        pieces.append(token)
        ranges.append((start, end))
        previous = token
    return "".join(pieces), tuple(ranges)
