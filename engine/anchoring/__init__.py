"""A place on a page to a quote and back: pure functions."""
