"""What argparse says by itself, in Vietnamese instead of its own English."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from screens.language import N_, _
from tui.command_line import command_words as words

_ARGPARSE = {
    "usage: ": N_("Cách dùng: "),
    "options": N_("tùy chọn"),
    "positional arguments": N_("cần ghi"),
    "show this help message and exit": words.HELP_HELP,
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": N_("còn thiếu %s"),
    "one of the arguments %s is required": N_("cần một trong các mục %s"),
    "unrecognized arguments: %s": N_("không hiểu %s"),
    "not allowed with argument %s": N_("không dùng cùng với %s"),
    "expected one argument": N_("cần ghi thêm một giá trị"),
    "ignored explicit argument %r": N_("không nhận giá trị %r"),
    "invalid %(type)s value: %(value)r": N_("giá trị %(value)r không đúng"),
    "invalid choice: %(value)r (choose from %(choices)s)": N_(
        "không có “%(value)s”; xin chọn: %(choices)s"
    ),
}
_LOOK_UP = "_"
"""The name under which argparse looks its texts up."""


@contextmanager
def vietnamese_argparse() -> Iterator[None]:
    """Has argparse speak Vietnamese for a while.

    It asks gettext for its texts, which wants a compiled catalogue and a locale that many
    machines lack; so its own look-up is answered from here, and given back afterwards.
    """
    stock = vars(argparse)[_LOOK_UP]
    setattr(argparse, _LOOK_UP, _vietnamese)
    try:
        yield
    finally:
        setattr(argparse, _LOOK_UP, stock)


def _vietnamese(text: str) -> str:
    return _(_ARGPARSE.get(text, text))
