"""Numbered migrations of the books, each in one transaction."""
