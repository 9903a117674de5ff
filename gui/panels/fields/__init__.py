"""Editors of single fields: phrases, proposals, one row of the card."""
