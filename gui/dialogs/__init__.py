"""Dialogs: questions, notices, about."""
