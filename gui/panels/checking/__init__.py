"""Deciding by keys, coverage, and what the menus do with the list in front."""
