"""A paragraph whose characters are damaged: the text as it should read, and where each piece of it comes from.

Blanks count here: where a font lost its 〇, nothing but a blank is left of it ("二 一一年").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from engine.lexicon.damage import Damage
from engine.text.damage import TextRepair, repairs_of
from engine.text.records import Line, Sheet


class Piece(NamedTuple):
    """A stretch of repaired text and its raw range, one to one where the lengths are equal."""

    text: str
    page: int
    start: int
    end: int


class Spelled(NamedTuple):
    """A repaired paragraph: its pieces, the offset at which each line begins, and its repairs (offsets of the text
    as repaired)."""

    pieces: list[Piece]
    lines: list[int]
    repairs: list[TextRepair]


class _Sign(NamedTuple):
    """One raw character: `stays` is false for a blank that the text does not keep, `line` where it stands."""

    text: str
    page: int
    at: int
    stays: bool
    line: int


def spelled(lines: Sequence[Line], sheets: Mapping[int, Sheet], damage: Damage) -> Spelled | None:
    """The repaired paragraph, None where nothing is damaged."""
    loose = "".join(_loose_text(line, sheets[line.page].text) for line in lines)
    repairs = repairs_of(loose, damage)
    if not repairs:
        return None
    signs = [sign for number, line in enumerate(lines) for sign in _signs(line, sheets[line.page].text, number)]
    return _put_together(signs, repairs)


def _gaps(line: Line, raw: str) -> list[tuple[int, int, bool]]:
    """A line's raw ranges with the blanks between them: start, end, whether the range stays."""
    found: list[tuple[int, int, bool]] = []
    for start, end in line.ranges:
        if found:
            before = found[-1][1]
            if before < start <= before + 4 and not raw[before:start].strip():
                found.append((before, start, False))
        found.append((start, end, True))
    return found


def _loose_text(line: Line, raw: str) -> str:
    if len(line.ranges) == 1:
        return line.text
    return "".join(raw[start:end] for start, end, _ in _gaps(line, raw))


def _signs(line: Line, raw: str, number: int) -> list[_Sign]:
    signs = [
        _Sign(raw[at], line.page, at, stays, number)
        for start, end, stays in _gaps(line, raw)
        for at in range(start, end)
    ]
    return [sign._replace(text=" ") if sign.stays and sign.text.isspace() else sign for sign in signs]


def _put_together(signs: list[_Sign], repairs: Sequence[TextRepair]) -> Spelled:
    pieces: list[Piece] = []
    moved: list[TextRepair] = []
    starts: dict[int, int] = {}
    length = at = 0
    for repair in (*repairs, None):
        stop = len(signs) if repair is None else repair.start
        for sign in signs[at:stop]:
            starts.setdefault(sign.line, length)
            if sign.stays:
                _add(pieces, Piece(sign.text, sign.page, sign.at, sign.at + 1))
                length += 1
        if repair is None:
            break
        broken = signs[repair.start : repair.end]
        for sign in broken:
            starts.setdefault(sign.line, length)
        for piece in _mended(broken, repair.after):
            _add(pieces, piece)
        moved.append(repair._replace(start=length, end=length + len(repair.after)))
        length += len(repair.after)
        at = repair.end
    return Spelled(pieces, [starts[number] for number in sorted(starts)], moved)


def _mended(broken: Sequence[_Sign], after: str) -> list[Piece]:
    """Pieces of what a repair puts: character for character where the count is the same, else as a whole."""
    if not after or not broken:
        return []
    if len(after) == len(broken):
        return [Piece(sign, old.page, old.at, old.at + 1) for sign, old in zip(after, broken, strict=True)]
    page = broken[0].page
    same_page = [sign.at for sign in broken if sign.page == page]
    return [Piece(after, page, min(same_page), max(same_page) + 1)]


def _add(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    joins = (
        last is not None
        and last.page == piece.page
        and last.end == piece.start
        and len(last.text) == last.end - last.start
        and len(piece.text) == piece.end - piece.start
    )
    if last is not None and joins:
        pieces[-1] = Piece(last.text + piece.text, last.page, last.start, piece.end)
    else:
        pieces.append(piece)
