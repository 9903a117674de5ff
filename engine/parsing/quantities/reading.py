"""A text made ready for reading numbers: full-width and traditional forms folded, blanks beside Chinese dropped.

Everything downstream works on `Reading.text`; `original` maps its offsets back.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FOLD = {0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in ",;:!?()[]<>"}
_FOLD |= {
    ord(a): b
    for a, b in zip("萬億兩點負個倆幾餘貳陸圓仟佰塊噸−–―〜～銭", "万亿两点负个俩几余贰陆元千百块吨---~~钱", strict=True)
}
_WIDE_COMMA = re.compile("(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3})")
_FOLD |= {ord(a): b for a, b in zip("():;", "（）：；", strict=True)}
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_BLANKS = re.compile(r"[ \t\n\r\u00a0\u2002-\u200a\u3000]+")


class Reading(NamedTuple):
    """`text` is folded and squeezed; `shown` the same characters unfolded; `offsets` the place of each in the source
    (None when nothing was dropped)."""

    text: str
    shown: str
    offsets: list[int] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The source range of [start, end)."""
        if self.offsets is None:
            return start, end
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self.offsets[-1] + 1 if self.offsets else 0
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1


def _is_plain(char: str) -> bool:
    return char < "\u2000"


def read_text(source: str) -> Reading:
    """Fold and squeeze a text. Blanks stay (as one) only between two characters that are not Chinese: `1 4/3`."""
    folded = _COMMA.sub("，", _WIDE_COMMA.sub(",", source)).translate(_FOLD)
    if not _BLANKS.search(source):
        return Reading(folded, source, None)
    text: list[str] = []
    shown: list[str] = []
    offsets: list[int] = []
    at = 0
    for blank in _BLANKS.finditer(source):
        text.append(folded[at : blank.start()])
        shown.append(source[at : blank.start()])
        offsets.extend(range(at, blank.start()))
        at = blank.end()
        before, after = folded[blank.start() - 1 : blank.start()], folded[at : at + 1]
        if before and after and _is_plain(before) and _is_plain(after):
            text.append(" ")
            shown.append(" ")
            offsets.append(blank.start())
    text.append(folded[at:])
    shown.append(source[at:])
    offsets.extend(range(at, len(source)))
    return Reading("".join(text), "".join(shown), offsets)
