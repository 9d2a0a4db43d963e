"""Digests of the words in the rows that a seal freezes: what someone typed, cell by cell.

Each enters the seal with a salt of its own, as personal values do: when words have to go, the
salt goes with them, and the seal stays as it is. Only the salt is kept beside the seal; the
words stand in their row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from storage.sealing.seal_text import WORDS, frozen_in
from storage.tables import MinutesRow, MinutesValueRow, connection
from storage.vietnamese import REMOVED_NAME, REMOVED_WORDS

_COLUMNS: dict[str, tuple[str, ...]] = {
    "guest": ("name", "position"),
    "decision": ("reason",),
    "note": ("text",),
    "part_wording": ("text",),
    "pledge": ("what", "unit", "when_text", "place", "organisation"),
    "fulfilment": ("result", "thanks", "reason", "postponed_text"),
    "answer": ("answered_by", "text"),
    "case_event": ("reason",),
    "referral": ("note",),
    "meeting": ("place", "no_case_reason", "no_community_reason"),
}


def _cells() -> Iterator[str]:
    for table, columns in _COLUMNS.items():
        meeting = "id" if table == "meeting" else "meeting_id"
        for column in columns:
            yield (
                f"SELECT '{table}.' || id || '.{column}', \"{column}\""  # noqa: S608
                f' FROM "{table}" WHERE "{meeting}" = :meeting AND "{column}" <> \'\''
            )


_ALL_CELLS = " UNION ALL ".join(_cells())
"""One statement: every step of the approval asks it."""


def frozen_words(meeting_id: int) -> dict[str, str]:
    """What is written in a meeting's rows, by table, row and column; what is empty is left out."""
    rows = connection.execute_sql(_ALL_CELLS, {"meeting": meeting_id}).fetchall()
    return {str(name): str(text) for name, text in rows}


def words_digest(salt: str, text: str) -> str:
    """What the seal holds of one cell."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def changed_words(
    sealed: Mapping[str, str], now: Mapping[str, str], salts: Mapping[str, str]
) -> set[str]:
    """The cells that are not as they were sealed.

    Of one without its salt it is known alone that it has to say that something was removed.

    Args:
        sealed: The digests in the seal.
        now: What is written in the rows.
        salts: Those that are kept, by their cells.
    """
    added = now.keys() - sealed.keys()
    gone = sealed.keys() - salts.keys()
    kept = sealed.keys() - gone
    return (
        added
        | {name for name in gone if not _says_removed(now.get(name, ""))}
        | {name for name in kept if words_digest(salts[name], now.get(name, "")) != sealed[name]}
    )


def _says_removed(text: str) -> bool:
    return REMOVED_WORDS in text or REMOVED_NAME in text


def kept_salts(minutes: MinutesRow) -> dict[str, str]:
    """The salts that are kept beside sealed minutes, by their cells."""
    rows = MinutesValueRow.select().where(
        MinutesValueRow.minutes == minutes.id,
        MinutesValueRow.token.startswith(WORDS),
        MinutesValueRow.value == "",
    )
    return {row.token.removeprefix(WORDS): row.salt for row in rows}


@contextmanager
def words_removed() -> Iterator[None]:
    """Around a removal of someone's data: of the cells that it changes the salts go too.

    A cell that was changed before, past the program, is found afterwards as it was before.
    """
    before = _changed_everywhere()
    yield
    for minutes, changed in _changed_everywhere().items():
        for name in changed - before.get(minutes, set()):
            MinutesValueRow.delete().where(
                MinutesValueRow.minutes == minutes, MinutesValueRow.token == f"{WORDS}{name}"
            ).execute()


def _changed_everywhere() -> dict[int, set[str]]:
    ids = [row.id for row in MinutesRow.select(MinutesRow.id)]
    return {number: _changed_in(MinutesRow.get_by_id(number)) for number in ids}


def _changed_in(minutes: MinutesRow) -> set[str]:
    sealed = frozen_in(minutes.content).words
    return changed_words(sealed, frozen_words(minutes.meeting_id), kept_salts(minutes))
