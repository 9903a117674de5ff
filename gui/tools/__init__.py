"""Pointer and caret gestures on the page."""
