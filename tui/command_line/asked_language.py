"""Which language the command line asks for; it is looked up first, since help is said in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from screens.language import Language
from tui.data_folder import VARIABLE as DATA_VARIABLE
from tui.data_folder import data_folder
from tui.kept_language import kept_language

OPTION = "--lang"
VARIABLE = "CHUNGTAY_LANG"
"""The variable of the environment that names the language."""


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """What is said on the command line, else in the environment, else what was chosen before.

    A language that we do not speak is none here; the command line is refused for it later.
    """
    for said in (_after(OPTION, arguments), environment.get(VARIABLE, "")):
        if said in set(Language):
            return Language(said)
    named = _after("--data", arguments) or environment.get(DATA_VARIABLE, "")
    try:
        folder = data_folder(Path(named).expanduser() if named else None, practice=False)
    except RuntimeError:  # no such user
        return Language.VIETNAMESE
    return kept_language(folder) or Language.VIETNAMESE


def _after(option: str, arguments: Sequence[str]) -> str:
    """The value of an option, wherever it stands; the last one counts."""
    value = ""
    for place, word in enumerate(arguments):
        if word == option and place + 1 < len(arguments):
            value = arguments[place + 1]
        elif word.startswith(f"{option}="):
            value = word.partition("=")[2]
    return value
