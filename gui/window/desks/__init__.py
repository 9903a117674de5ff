"""Answers to the actions of the window, one desk a part of it."""
