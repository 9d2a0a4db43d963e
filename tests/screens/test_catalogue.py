"""No text that can be shown is missing in another language, and none is left unmarked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

import catalogue

_UNMARKED = {
    "screens/vietnamese_typing": "letters and syllables, not words",
    "screens/forms/spoken.py": "what people type is understood, in Vietnamese",
    "screens/forms/spoken_things.py": "what people type is understood, in Vietnamese",
    "screens/forms/setting_up.py": "names of a club and its groups, which are kept in the books",
    "screens/forms/values.py": "the sign of the money",
    "screens/forms/case_form.py": "how a household is spoken of, which is kept in the books",
    "screens/forms/case_person.py": "how a household is spoken of, which is kept in the books",
    "screens/meeting/community_lines.py": "how the groups are called, to be left out",
    "screens/meeting/selection_ways.py": "what a matter is called in the books",
    "screens/papers/handouts.py": "the words of papers, which stay Vietnamese",
    "screens/papers/manual_words.py": "the words of a paper, which stay Vietnamese",
    "screens/papers/paper_makers.py": "the words of papers, which stay Vietnamese",
    "screens/people/person_paper.py": "the words of a paper, which stay Vietnamese",
    "screens/people/import_files.py": "how folders are called",
    "screens/settings/choose_language.py": "the languages, each in its own words",
    "screens/settings/first_run.py": "letters to try a font with",
    "screens/settings/setting_effects.py": "the words of a paper, which stay Vietnamese",
    "tui/__main__.py": "what people answer, in either language",
}
"""Where Vietnamese stands that is translated nowhere, and what it is."""
_MARKS = {"_", "N_"}


@pytest.fixture(scope="module")
def found() -> Catalog:
    """What the code says."""
    return catalogue.gathered()


@pytest.fixture(scope="module", params=catalogue.languages())
def kept(request: pytest.FixtureRequest) -> tuple[str, Catalog]:
    """A language, and what it says."""
    return request.param, catalogue.catalogue_of(request.param)


def test_the_catalogue_says_all_that_the_code_does_and_nothing_else(
    found: Catalog, kept: tuple[str, Catalog]
) -> None:
    assert {each.id for each in found} == {each.id for each in kept[1]}
    assert not kept[1].obsolete


def test_every_text_is_translated(kept: tuple[str, Catalog]) -> None:
    assert [each.id for each in _texts(kept[1]) if each.fuzzy or not all(_said(each))] == []


def test_a_translation_has_the_same_places_to_fill_in(kept: tuple[str, Catalog]) -> None:
    wrong = [
        (source, said)
        for each in _texts(kept[1])
        for source, said in zip(_sources(each), _said(each), strict=True)
        if _places(source) != _places(said)
    ]
    assert wrong == []


def test_the_program_reads_what_the_catalogue_says(kept: tuple[str, Catalog]) -> None:
    language, expected = kept
    with catalogue.compiled_file(language).open("rb") as file:
        read = GNUTranslations(file)
    for each in _texts(expected):
        source = _sources(each)[0]
        if isinstance(each.id, str):
            assert (read.gettext(source),) == _said(each)
        else:
            assert tuple(read.ngettext(source, source, count) for count in (1, 2)) == _said(each)


def test_no_vietnamese_word_is_left_unmarked() -> None:
    unmarked = [
        f"{path}:{text.lineno}: {text.value!r}"
        for folder in ("screens", "tui")
        for path in _sources_of(folder)
        for text in _unmarked(ast.parse((catalogue.ROOT / path).read_text(encoding="utf-8")))
    ]
    assert unmarked == []


def test_a_file_that_may_say_something_unmarked_is_there() -> None:
    assert [path for path in _UNMARKED if not (catalogue.ROOT / path).exists()] == []


def _texts(catalog: Catalog) -> list[Message]:
    return [each for each in catalog if each.id]


def _sources(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _said(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _places(text: str) -> tuple[object, ...]:
    """The fields to be filled in, the spaces at both ends, and the digit of a numbered line."""
    fields = {(name, spec) for _text, name, spec, _way in Formatter().parse(text) if name}
    ends = (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :])
    digit = re.match(r"\d  ", text)
    return fields, sorted(re.findall(r"%(?:\(\w+\))?[sr]", text)), ends, digit and digit[0]


def _sources_of(folder: str) -> Iterator[str]:
    for file in sorted((catalogue.ROOT / folder).rglob("*.py")):
        path = file.relative_to(catalogue.ROOT).as_posix()
        if not any(path == known or Path(known) in Path(path).parents for known in _UNMARKED):
            yield path


def _unmarked(module: ast.Module) -> Iterator[ast.Constant]:
    """Texts with Vietnamese letters that nobody marks; what a docstring says is for us."""
    fine: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _MARKS:
            fine |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(id(node.value))
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in fine:
            yield from [node] * is_vietnamese(node.value)


def is_vietnamese(text: str) -> bool:
    """Whether a letter in it is none of English."""
    return any(letter.isalpha() and not letter.isascii() for letter in text)
