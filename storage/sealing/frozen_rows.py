"""Digests of the rows that a seal freezes: what is checked besides the sealed text.

A damaged file can pass SQLite's own checks. The columns are numbers and closed lists; the words
that people said have digests of their own (`frozen_words`), since they may have to go. The
helpers of a pledge in numbers may be named after the seal, and are left out; so is how far the
home-care volunteers are.
"""

from __future__ import annotations

import hashlib

from storage.sealing.seal_text import canonical_json
from storage.tables import connection

_ROWS: dict[str, str] = {
    "meeting": """
        SELECT day, began, ended, chair_id, facilitator_id, secretary_id, number, seats
        FROM meeting WHERE id = ?""",
    "attendance": "SELECT member_id FROM attendance WHERE meeting_id = ? ORDER BY member_id",
    "group_count": """
        SELECT group_id, count FROM group_count WHERE meeting_id = ? ORDER BY group_id""",
    "group_turn": """
        SELECT group_id, agreed, presenter_id, no_case, no_matter
        FROM group_turn WHERE meeting_id = ? ORDER BY group_id""",
    "proposal": """
        SELECT group_id, hardship_case_id, matter_id
        FROM proposal WHERE meeting_id = ? ORDER BY id""",
    "selection_round": """
        SELECT round, seats, cases FROM selection_round WHERE meeting_id = ? ORDER BY round""",
    "hand_count": """
        SELECT subject, hardship_case_id, matter_id, round, present, unanimous, in_favour,
               against, other
        FROM hand_count WHERE meeting_id = ? ORDER BY id""",
    "decision": """
        SELECT hardship_case_id, matter_id, outcome
        FROM decision WHERE meeting_id = ? ORDER BY id""",
    "pledge": """
        SELECT id, hardship_case_id, matter_id, form, quantity, helper_kind, group_id, number,
               when_first, when_last, in_charge_id, used
        FROM pledge WHERE meeting_id = ? ORDER BY id""",
    "pledge_helper": """
        SELECT pledge_id, member_id FROM pledge_helper
        WHERE pledge_id IN (
            SELECT id FROM pledge WHERE meeting_id = ? AND helper_kind <> 'number')
        ORDER BY pledge_id, member_id""",
    "fulfilment": """
        SELECT pledge_id, state, on_day, given, came
        FROM fulfilment WHERE meeting_id = ? ORDER BY id""",
    # From here on since format 2.
    "guest": "SELECT id FROM guest WHERE meeting_id = ? ORDER BY id",
    "note": "SELECT id, step FROM note WHERE meeting_id = ? ORDER BY id",
    "part_wording": """
        SELECT id, step, composed_digest FROM part_wording WHERE meeting_id = ? ORDER BY id""",
    "answer": """
        SELECT id, matter_id, on_day, settled, between_meetings
        FROM answer WHERE meeting_id = ? ORDER BY id""",
    "case_event": """
        SELECT id, hardship_case_id, kind, on_day
        FROM case_event WHERE meeting_id = ? ORDER BY id""",
    "referral": "SELECT id, hardship_case_id FROM referral WHERE meeting_id = ? ORDER BY id",
    "group_turn.postponed": """
        SELECT group_id FROM group_turn WHERE meeting_id = ? AND postponed ORDER BY group_id""",
    "fulfilment.postponed": """
        SELECT id, postponed_first, postponed_last, between_meetings
        FROM fulfilment WHERE meeting_id = ? ORDER BY id""",
}
"""What is frozen, named column by column: a later migration does not change it. A seal holds the
digests that there were when it was made; a query that stands here is never changed."""


def row_digests(meeting_id: int) -> dict[str, str]:
    """The digest of a meeting's rows, table by table."""
    return {table: _digest(query, meeting_id) for table, query in _ROWS.items()}


def _digest(query: str, meeting_id: int) -> str:
    rows = connection.execute_sql(query, (meeting_id,)).fetchall()
    return hashlib.sha256(canonical_json([list(row) for row in rows]).encode()).hexdigest()
