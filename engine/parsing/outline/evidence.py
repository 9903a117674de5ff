"""What else speaks for a heading: the table of contents and the PDF's bookmarks. Evidence, not truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from engine.model.flow import Flow
from engine.model.link import Bookmark
from engine.parsing.outline.contents import Contents, key_of
from engine.parsing.outline.items import Item

_NEAR = 1  # bookmarks lead to the page, or to the end of the one before


class Backing(NamedTuple):
    """The evidence for one item: its level in the contents and in the bookmarks."""

    listed: int | None
    bookmarked: int | None

    def __bool__(self) -> bool:
        return self.listed is not None or self.bookmarked is not None


class Evidence:
    """Looks titles up in contents and bookmarks; levels count from 1, None where a title is in neither."""

    def __init__(self, flow: Flow, contents: Contents, bookmarks: Sequence[Bookmark]) -> None:
        self._flow = flow
        self._contents = contents
        self._bookmarks: dict[str, list[Bookmark]] = {}
        for bookmark in bookmarks:
            key = key_of(bookmark.title)
            if key:
                self._bookmarks.setdefault(key, []).append(bookmark)

    def is_complete(self, least: int) -> int:
        """How many of the two (contents, bookmarks) have at least so many entries."""
        return (len(self._contents.levels) >= least) + (len(self._bookmarks) >= least)

    def listed(self, item: Item) -> int | None:
        """The level at which the table of contents lists an item."""
        levels = self._contents.levels
        for key in self._keys(item):
            if key in levels:
                return levels[key]
        return None

    def backings(self, items: Sequence[Item], weights: Sequence[float]) -> list[Backing]:
        """The evidence for every item. A bookmark speaks for one item, the one that stands out most by `weights`: a
        heading, not the list item that repeats its words."""
        bookmarks = [self.bookmark(item) for item in items]
        best: dict[Bookmark, int] = {}
        for at, bookmark in enumerate(bookmarks):
            if bookmark is not None and (bookmark not in best or weights[at] > weights[best[bookmark]]):
                best[bookmark] = at
        return [
            Backing(self.listed(item), bookmark.level if bookmark is not None and best[bookmark] == at else None)
            for at, (item, bookmark) in enumerate(zip(items, bookmarks, strict=True))
        ]

    def bookmark(self, item: Item) -> Bookmark | None:
        """The bookmark of an item's title that leads to its page."""
        if not self._bookmarks:
            return None
        page = self._flow.page_at(item.start)
        for key in self._keys(item):
            for bookmark in self._bookmarks.get(key, ()):
                if not bookmark.page or abs(bookmark.page - page) <= _NEAR:
                    return bookmark
        return None

    def _keys(self, item: Item) -> Iterable[str]:
        text = self._flow.text
        yield key_of(text[item.start : item.end])
        if item.readings and item.end - item.text >= 4:
            yield key_of(text[item.text : item.end])


def typical_level(backings: Iterable[Backing]) -> tuple[float | None, float | None]:
    """The middle level of a class of headings in the contents and in the bookmarks."""
    listed: list[int] = []
    bookmarked: list[int] = []
    for backing in backings:
        if backing.listed is not None:
            listed.append(backing.listed)
        if backing.bookmarked is not None:
            bookmarked.append(backing.bookmarked)
    return (median(listed) if listed else None, median(bookmarked) if bookmarked else None)
