"""Marks texts of tables for translation; the name is the one that pyside6-lupdate looks for."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself, for tables that are translated when shown (Qt's own marker is not typed as a string)."""
    return text
