"""Whom and what an act is about, read from the rows that it wrote."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from storage.tables import connection

_Subject = tuple[str, int]
_IMAGES = "SELECT table_name, row_id, before, after FROM row_change WHERE act_id = ?"
_KEEP = "INSERT INTO act_subject (act_id, kind, row_id, changed) VALUES "
_AT_ONCE = 100
_RECORDS = frozenset({"person", "member", "hardship_case", "matter", "pledge"})
"""The tables whose rows have a history that can be asked for."""
_REFERENCES = {
    "member": {"person_id": "person"},
    "member_span": {"member_id": "member"},
    "consent": {"person_id": "person"},
    "hardship_case": {"person_id": "person"},
    "case_need": {"hardship_case_id": "hardship_case"},
    "proposal": {"hardship_case_id": "hardship_case", "matter_id": "matter"},
    "hand_count": {"hardship_case_id": "hardship_case", "matter_id": "matter"},
    "decision": {"hardship_case_id": "hardship_case", "matter_id": "matter"},
    "pledge": {"hardship_case_id": "hardship_case", "matter_id": "matter"},
    "pledge_helper": {"pledge_id": "pledge"},
    "fulfilment": {"pledge_id": "pledge"},
    "answer": {"matter_id": "matter"},
    "case_event": {"hardship_case_id": "hardship_case"},
    "referral": {"hardship_case_id": "hardship_case"},
    "urgent_report": {"hardship_case_id": "hardship_case"},
}
"""Which records the rows of other tables belong to, by column."""


def keep_subjects(act_id: int | None) -> None:
    """Keeps what an act is about, while the images of its rows are there."""
    changed: dict[_Subject, set[str]] = defaultdict(set)
    for table, row_id, old, new in connection.execute_sql(_IMAGES, (act_id,)).fetchall():
        before, after = json.loads(old or "{}"), json.loads(new or "{}")
        for subject in _subjects(table, row_id, before or after):
            changed[subject] |= set()
        if before and after and table in _RECORDS:
            changed[table, row_id] |= {key for key in after if before[key] != after[key]}
    rows = [
        (act_id, kind, number, " ".join(sorted(columns)))
        for (kind, number), columns in changed.items()
    ]
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        marks = ", ".join(["(?, ?, ?, ?)"] * len(some))
        connection.execute_sql(_KEEP + marks, tuple(value for row in some for value in row))


def _subjects(table: str, row_id: int, image: dict[str, object]) -> Iterator[_Subject]:
    if table in _RECORDS:
        yield table, row_id
    for column, record in _REFERENCES.get(table, {}).items():
        number = image[column]
        if isinstance(number, int):
            yield record, number
