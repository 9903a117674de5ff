"""Front and back matter of official documents after GB/T 9704-2012, and of laws, reports and speeches."""

from engine.parsing.front.head import find_front
from engine.parsing.front.matter import FrontMatter

__all__ = ["FrontMatter", "find_front"]
