"""What may stand in a title, a label or a link's target: one printable line that shows what it is.

Light: the worker cleans with it, the window's process checks the worker with it.
"""

from __future__ import annotations

MAX_LABEL = 100
MAX_TITLE = 1_000
MAX_URI = 2_000
SCHEMES = ("http://", "https://", "mailto:")

OVERRIDES = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Characters that turn the direction of the text after them: "exe.fdp" would read "pdf.exe"."""


def clean_text(text: str, limit: int) -> str:
    """One line without control and override characters, blanks folded, at most `limit` characters."""
    kept = "".join(
        character if character.isprintable() else " " for character in text[: 4 * limit] if character not in OVERRIDES
    )
    return " ".join(kept[: 4 * limit].split())[:limit].rstrip()


def clean_label(utf16: bytes, limit: int = MAX_LABEL) -> str:
    """A title or label as PDFium hands it out (UTF-16, little end first), cleaned."""
    return clean_text(utf16.decode("utf-16-le", "replace"), limit)


def clean_uri(text: str) -> str:
    """A target the window may offer to open, or "": http, https and mailto only, nothing unprintable in it."""
    uri = text.strip()
    is_plain = len(uri) <= MAX_URI and all(character.isprintable() and character not in OVERRIDES for character in uri)
    return uri if is_plain and uri.lower().startswith(SCHEMES) else ""
