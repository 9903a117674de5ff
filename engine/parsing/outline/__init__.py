"""From the flow and its font hints to the outline: headings with level, marker, title, style and confidence."""

from engine.parsing.outline.compose import find_outline

__all__ = ["find_outline"]
