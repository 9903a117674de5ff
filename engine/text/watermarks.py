"""Matter laid over or behind the text: slanted and repeated watermarks, text that paints nothing, seals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from engine.model.flow import FurnitureKind
from engine.model.geometry import Box
from engine.text.records import Fragment, Running, Sheet

_SEAL_SIDES = (60.0, 220.0)
"""Points: seals of offices are 4 to 5 cm wide, some are drawn larger."""


def find_watermarks(sheets: Sequence[Sheet]) -> list[Running]:
    """Watermarks and seals of all pages."""
    running = [found for sheet in sheets for found in _on_page(sheet)]
    running += _repeated(sheets)
    return running


def _on_page(sheet: Sheet) -> list[Running]:
    found: list[Running] = []
    number = sheet.info.number
    slanted = [part for part in sheet.fragments if part.angle % 90 and part.visible]
    if slanted:
        kind: FurnitureKind = "seal" if _is_round(slanted) else "watermark"
        found += [Running(number, kind, ((part.start, part.end),)) for part in slanted]
    turned = [part for part in sheet.fragments if part.angle and part.angle % 90 == 0 and part.visible]
    found += [
        Running(number, "watermark", ((part.start, part.end),))
        for part in turned
        if not any(_holds(grid.box, part) for grid in sheet.grids)
    ]
    hidden = [part for part in sheet.fragments if not part.visible]
    found += [Running(number, "watermark", ((part.start, part.end),)) for part in hidden]
    found += [Running(number, "watermark", ((part.start, part.end),)) for part in _laid_over(sheet)]
    found += [Running(number, "seal", (), picture) for picture in _seals(sheet)]
    return found


def _laid_over(sheet: Sheet) -> list[Fragment]:
    """Level text much larger than the page's that lies over several of its lines."""
    level = [part for part in sheet.fragments if part.angle == 0 and part.visible]
    if len(level) < 4:
        return []
    usual = sorted(part.size for part in level)[len(level) // 2]
    large = [part for part in level if part.size > 1.6 * usual]
    over = [part for part in large if _count_under(part, level) > 1]
    return [part for part in large if any(_is_one_mark(part, other) for other in over)]


def _is_one_mark(part: Fragment, other: Fragment) -> bool:
    """Whether two stretches are set alike on one line."""
    return abs(part.size - other.size) < 0.5 and abs(part.centre - other.centre) < 0.5 * part.size


def _count_under(part: Fragment, others: list[Fragment]) -> int:
    """How many smaller stretches share a good part of a stretch's room."""
    return sum(
        1
        for other in others
        if other.size < 0.8 * part.size
        and min(part.right, other.right) - max(part.left, other.left) > part.size
        and min(part.top, other.top) - max(part.bottom, other.bottom) > 0.4 * other.size
    )


def _is_round(slanted: list[Fragment]) -> bool:
    """Whether slanted text runs round a seal: single characters, each at its own angle."""
    return len({part.angle for part in slanted}) >= 4 and max(part.end - part.start for part in slanted) <= 3


def _holds(box: Box, part: Fragment) -> bool:
    return box.left < (part.left + part.right) / 2 < box.right and box.bottom < part.centre < box.top


def _seals(sheet: Sheet) -> list[Box]:
    """Square pictures that lie over text, as a seal lies over the signature and the date."""
    low, high = _SEAL_SIDES
    found = []
    for picture in sheet.pictures:
        if not (low < picture.width < high and 0.8 * picture.height < picture.width < 1.25 * picture.height):
            continue
        over = [part for part in sheet.fragments if part.angle == 0 and _holds(picture, part)]
        if 0 < len(over) <= 4:
            found.append(picture)
    return found


def _repeated(sheets: Sequence[Sheet]) -> list[Running]:
    """Level text at the same place of most pages that lies over other text."""
    places: defaultdict[tuple[str, int, int], list[tuple[Sheet, Fragment]]] = defaultdict(list)
    for sheet in sheets:
        for part in sheet.fragments:
            if part.angle == 0 and part.visible and part.end - part.start > 1:
                text = sheet.text[part.start : part.end]
                places[text, round(part.left / 4), round(part.bottom / 4)].append((sheet, part))
    need = max(2, 0.5 * len(sheets))
    found: list[Running] = []
    for group in places.values():
        if len({sheet.info.number for sheet, _ in group}) >= need and any(_lies_over(*one) for one in group):
            found += [Running(sheet.info.number, "watermark", ((part.start, part.end),)) for sheet, part in group]
    return found


def _lies_over(sheet: Sheet, part: Fragment) -> bool:
    """Whether a stretch shares a good part of its room with another one."""
    for other in sheet.fragments:
        if other is part or other.angle:
            continue
        across = min(part.right, other.right) - max(part.left, other.left)
        up = min(part.top, other.top) - max(part.bottom, other.bottom)
        if across > 0.5 * part.size and up > 0.25 * min(part.size, other.size) and abs(part.size - other.size) > 1:
            return True
    return False
