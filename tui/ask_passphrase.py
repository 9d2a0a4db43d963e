"""Asks for the passphrase of books on the command line: at the terminal unseen, else a line."""

from __future__ import annotations

import sys
from getpass import getpass

from screens.language import _
from tui.command_line import command_words as words


def ask_passphrase(file: str) -> str:
    """What is typed, or the next line of what is piped in."""
    question = _(words.PASSPHRASE_OF).format(file=file)
    if sys.stdin.isatty():
        return getpass(question)
    return sys.stdin.readline()
