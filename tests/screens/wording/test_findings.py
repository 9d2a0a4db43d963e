"""What the check finds is said in the club's words, of the file too."""

from __future__ import annotations

import pytest

from screens.wording.findings import finding_sentence
from storage.records.findings import Finding, FindingKind
from storage.tables import ALL_TABLES, Table

_VALUES: dict[str, str | int] = {
    "day": "24/10/2026",
    "table": "pledge",
    "parent": "member",
    "what": "page 3",
    "word": "asleep",
    "number": 3,
    "year": 2026,
}


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_has_its_sentence(kind: FindingKind) -> None:
    sentence = finding_sentence(Finding(kind, _VALUES))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "pledge" not in sentence
    assert "member" not in sentence


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: str(table._meta.table_name))
def test_every_part_of_the_file_has_a_name_that_a_club_understands(table: type[Table]) -> None:
    name = str(table._meta.table_name)
    said = finding_sentence(Finding(FindingKind.WORD_UNKNOWN, {**_VALUES, "table": name}))
    assert f"“{name}”" not in said
