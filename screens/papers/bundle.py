"""The club's bundle for the Association, written and noted: by command and on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from printouts.printing.files import write_document
from storage.association.bundle_text import SUFFIX, bundle_bytes
from storage.association.bundling import bundle_of
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.exports import Export
from storage.records.kinds import ExportKind, ExportWay
from storage.vietnamese import fold

_MOST_OF_A_NAME = 40


@dataclass(frozen=True, slots=True)
class Bundled:
    """What was written."""

    minutes: int
    """How many sealed minutes are in it."""
    persons: int
    """How many people are named in it."""
    file: Path


def write_bundle(books: Books, folder: Path, name: str, *, names: bool, stick: str = "") -> Bundled:
    """Writes the club's sealed months into a file; where names go, the books keep that they did.

    The stick is named where it is written onto one.

    Raises:
        NotGathered: nothing is sealed yet, or the books are not sound.
        Refusal: names shall go, and the books are only looked at.
        Trouble: the disk or the stick does not take it.
    """
    if names and books.looking_on:
        # It could not be noted that the data left the books.
        raise Refusal(RefusalKind.LOOKING_ON)
    made = bundle_of(books, names=names)
    written = write_document(folder, name, bundle_bytes(made))
    persons = len({person.name for person in made.persons})
    if persons:
        way = ExportWay.STICK if stick else ExportWay.FILE
        books.exports.note(Export(ExportKind.BUNDLE, str(written), persons, way=way, place=stick))
    return Bundled(len(made.meetings), persons, written)


def bundle_name(books: Books) -> str:
    """The file's usual name: the club's, so that those of many clubs lie in one folder."""
    club = books.club.known()
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in fold(club.name))
    of = "-".join(words.split())[:_MOST_OF_A_NAME].strip("-")
    return f"goi-so-lieu-{of}-{books.clock.today():%Y-%m-%d}{SUFFIX}"
