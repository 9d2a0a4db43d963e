"""The shell of Chung Tay: starts the program, dresses it, routes it."""

__version__ = "0.1.0"
