"""Loads the tables of resources/lexicon."""
