"""The catalogues of the other languages: gathers what is to be translated, and compiles it.

    python tests/catalogue.py

renews `screens/locale/*/LC_MESSAGES/chungtay.po` from the code and makes the `.mo` files, which the
program reads, of them. What is new is left empty, what is gone is left out; both are told.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "screens" / "locale"
Keyword: TypeAlias = dict[int | None, tuple[int | tuple[int, int] | tuple[int, str], ...] | None]
_PLURAL_WHERE_COUNTED: Keyword = {None: (1,), 2: (1, 1)}
"""A second argument is a number: there is a singular and a plural, of the same words here."""
KEYWORDS = {
    "screens": {"N_": _PLURAL_WHERE_COUNTED, "_": _PLURAL_WHERE_COUNTED},
    "tui": {"N_": _PLURAL_WHERE_COUNTED, "_": _PLURAL_WHERE_COUNTED},
    "storage": {"N_": _PLURAL_WHERE_COUNTED, "say": _PLURAL_WHERE_COUNTED},
}
"""What marks a text, in which folder."""
_WIDTH = 100


def gathered() -> Catalog:
    """Every text that is marked in the code, with the files where it stands."""
    catalogue = Catalog(project="Chung Tay", fuzzy=False)
    for folder, keywords in KEYWORDS.items():
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=keywords)
        for file, line, message, comments, context in found:
            place = (f"{folder}/{Path(file).as_posix()}", line)
            catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def catalogue_of(language: str) -> Catalog:
    """The catalogue of a language, as it is kept."""
    with _file(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """What the program reads of it."""
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def compiled_file(language: str) -> Path:
    """Where that lies."""
    return _file(language).with_suffix(".mo")


def languages() -> list[str]:
    """The languages that there are catalogues of."""
    return sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())


def renew(language: str) -> list[str]:
    """Brings a catalogue up to what the code says; gives what is still to be translated."""
    catalogue, template = catalogue_of(language), gathered()
    # The days in the heading would change with every run.
    template.creation_date = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for each in catalogue:
        if each.id and each.fuzzy:  # it is said of a number now, or no longer
            each.string = ("", "") if each.pluralizable else ""
            each.flags.discard("fuzzy")
    write(language, catalogue)
    return [str(each.id) for each in catalogue if each.id and not _translated(each.string)]


def write(language: str, catalogue: Catalog) -> None:
    """Keeps a catalogue, and makes of it what the program reads."""
    file = _file(language)
    with file.open("wb") as written:
        write_po(written, catalogue, _WIDTH, sort_by_file=True, include_lineno=False)
    compiled_file(language).write_bytes(compiled(catalogue))


def _translated(text: str | tuple[str, ...] | list[str] | None) -> bool:
    if isinstance(text, (tuple, list)):
        return all(text)
    return bool(text)


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "chungtay.po"


if __name__ == "__main__":
    for each in languages():
        missing = renew(each)
        sys.stdout.write(f"{each}: {len(missing)} left\n")
        sys.stdout.writelines(f"  {text}\n" for text in missing)
