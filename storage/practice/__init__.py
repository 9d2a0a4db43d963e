"""Invented books: the practice club, and books of many years."""
