"""The tree of headings."""
