"""Code points (the engine) to UTF-16 units (Qt) and back: "𠀀a" ends at 2 for Python and at 3 for Qt."""

from __future__ import annotations

_BMP_END = 0xFFFF


def utf16_of_code_point(text: str, index: int) -> int:
    """The UTF-16 offset at which code point `index` of `text` begins."""
    if text.isascii():
        return index
    return index + sum(1 for sign in text[:index] if ord(sign) > _BMP_END)


def code_point_of_utf16(text: str, offset: int) -> int:
    """The index of the code point that holds UTF-16 unit `offset`; len(text) at or past the end."""
    if text.isascii():
        return min(offset, len(text))
    at = 0
    for index, sign in enumerate(text):
        width = 2 if ord(sign) > _BMP_END else 1
        if offset < at + width:
            return index
        at += width
    return len(text)
