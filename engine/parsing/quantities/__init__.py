"""Quantities: every number of a text with its unit, bound and written form; see `find.find_quantities`."""
