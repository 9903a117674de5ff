"""Code points (the engine) to UTF-16 units (Qt) and back: "𠀀a" ends at 2 for Python and at 3 for Qt. And words, as a
reader means them."""

from __future__ import annotations

from bisect import bisect_left

_BMP_END = "\uffff"


class Units:
    """The two ways to count one text, for many questions; costs nothing where they are the same."""

    __slots__ = ("_at", "_length")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        is_plain = not text or max(text) <= _BMP_END
        self._at = [] if is_plain else [index for index, sign in enumerate(text) if sign > _BMP_END]

    def utf16(self, index: int) -> int:
        """The UTF-16 offset at which code point `index` begins."""
        return index + bisect_left(self._at, index) if self._at else index

    def code_point(self, offset: int) -> int:
        """The index of the code point that holds UTF-16 unit `offset`; the length at or past the end."""
        if self._at:
            for before, index in enumerate(self._at):
                if offset <= index + before + 1:
                    return min(offset - before, index)
            offset -= len(self._at)
        return min(offset, self._length)


def word_around(text: str, caret: int) -> tuple[int, int]:
    """The word at a caret: a run of letters, of digits, or of Chinese characters up to the punctuation."""
    if not text:
        return 0, 0
    at = min(caret, len(text) - 1)
    kind = _kind(text[at])
    start, end = at, at + 1
    while start > 0 and _kind(text[start - 1]) == kind:
        start -= 1
    while end < len(text) and _kind(text[end]) == kind:
        end += 1
    return start, end


def word_edge(text: str, caret: int, step: int) -> int:
    """The next (1) or previous (-1) beginning of a word, blanks left behind; the end of the text past the last one."""
    if step > 0:
        at = word_around(text, caret)[1] if caret < len(text) else caret
        while at < len(text) and text[at].isspace():
            at += 1
        return at
    at = caret
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return word_around(text, at - 1)[0] if at > 0 else 0


def is_wide(sign: str) -> bool:
    """Chinese characters and full-width punctuation, which take no blank beside them."""
    return sign >= "⺀" or sign in "“”‘’—…·"


def _kind(sign: str) -> str:
    if sign.isdecimal() or sign in ".%‰,":
        return "digit"
    if sign.isspace():
        return "blank"
    if sign.isalpha():
        return "chinese" if is_wide(sign) else "latin"
    return "sign"
