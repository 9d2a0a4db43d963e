"""The changes that someone makes to sealed records who has the file, SQL and all the time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, cast

from storage.sealing.seal_text import chain_digest
from storage.tables import connection

ROWS: dict[str, tuple[str, ...]] = {
    "meeting": ("day", "began", "ended", "place", "chair_id", "secretary_id", "number", "seats"),
    "guest": ("name", "position"),
    "attendance": ("member_id",),
    "group_count": ("group_id", "count"),
    "group_turn": ("group_id", "agreed", "presenter_id", "no_case", "no_matter"),
    "proposal": ("group_id", "hardship_case_id", "matter_id"),
    "selection_round": ("round", "seats", "cases"),
    "hand_count": ("present", "unanimous", "in_favour", "against", "other"),
    "decision": ("hardship_case_id", "outcome", "reason"),
    "note": ("step", "text"),
    "part_wording": ("step", "text"),
    "pledge": ("form", "what", "quantity", "unit", "number", "when_first", "place", "organisation"),
    "pledge_helper": ("member_id",),
    "fulfilment": ("state", "on_day", "given", "came", "result", "thanks", "reason"),
    "answer": ("on_day", "text", "answered_by", "settled"),
    "case_event": ("kind", "on_day", "reason"),
    "referral": ("hardship_case_id", "note"),
}
"""What a seal freezes, table by table, with the columns that a liar would like to change."""
_SEALED = "meeting_id IN (SELECT meeting_id FROM minutes)"
_WHERE = {
    "meeting": "id IN (SELECT meeting_id FROM minutes)",
    "pledge_helper": f"pledge_id IN (SELECT id FROM pledge WHERE {_SEALED} "
    "AND helper_kind <> 'number')",
}
_LINK_TABLES = ("minutes", "addendum")


class Tamperer:
    """Changes the books past the program; each change is one method."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    # Rows.

    def change_a_cell(self) -> bool:
        """One column of one row."""
        table = self.chance.choice(list(ROWS))
        column = self.chance.choice(ROWS[table])
        row = self._row(table)
        if row is None:
            return False
        (old,) = _ask(f'SELECT "{column}" FROM "{table}" WHERE id = ?', row)[0]
        return self._set(table, row, column, old)

    def remove_a_row(self) -> bool:
        """One row and what hangs on it."""
        table = self.chance.choice([each for each in ROWS if each != "meeting"])
        row = self._row(table)
        if row is None:
            return False
        if table == "pledge":
            _do("DELETE FROM pledge_helper WHERE pledge_id = ?", row)
            _do("DELETE FROM fulfilment WHERE pledge_id = ?", row)
            _do("DELETE FROM open_pledge WHERE pledge_id = ?", row)
        return _do(f'DELETE FROM "{table}" WHERE id = ?', row) > 0

    def add_a_row(self) -> bool:
        """A copy of a row, and something in it another."""
        table = self.chance.choice(
            [each for each in ROWS if each not in ("meeting", "group_count")]
        )
        row = self._row(table)
        if row is None:
            return False
        names = [name for name in _columns(table) if name != "id"]
        values: dict[str, object] = dict(
            zip(
                names,
                _ask(f'SELECT {_listed(names)} FROM "{table}" WHERE id = ?', row)[0],
                strict=True,
            )
        )
        for unique, most in (("member_id", 58), ("step", 8), ("round", 9), ("group_id", 5)):
            if unique in values:
                values[unique] = self.chance.randint(1, most)
        marks = ", ".join("?" * len(names))
        statement = f'INSERT OR IGNORE INTO "{table}" ({_listed(names)}) VALUES ({marks})'
        return _do(statement, *values.values()) > 0

    def move_a_row(self) -> bool:
        """A row of one sealed meeting becomes one of another."""
        table = self.chance.choice([t for t in ROWS if t not in ("meeting", "pledge_helper")])
        row = self._row(table)
        if row is None:
            return False
        (old,) = _ask(f'SELECT meeting_id FROM "{table}" WHERE id = ?', row)[0]
        new = self.chance.choice(
            [each for (each,) in _ask("SELECT id FROM meeting") if each != old]
        )
        return _do(f'UPDATE OR IGNORE "{table}" SET meeting_id = ? WHERE id = ?', new, row) > 0

    # Seals.

    def reword_minutes(self) -> bool:
        """Other words in the sealed text, its digest left."""
        return self._reworded(_LINK_TABLES[0]) is not None

    def reword_minutes_with_digest(self) -> bool:
        """Other words, and a digest that fits them."""
        return self._reworded("minutes", digest=True) is not None

    def reword_minutes_and_chain(self) -> bool:
        """Other words, and every digest after them computed anew: only paper tells of it."""
        number = self._reworded("minutes", digest=True)
        if number is None:
            return False
        return _rechain()

    def reword_an_addendum(self) -> bool:
        """Other words in an addendum, with or without a digest that fits."""
        digest = self.chance.random() < 0.5
        return self._reworded("addendum", digest=digest) is not None

    def remove_an_addendum(self) -> bool:
        """An addendum goes with its values."""
        (number,) = self.chance.choice(_ask("SELECT id FROM addendum"))
        _do("DELETE FROM addendum_value WHERE addendum_id = ?", number)
        return _do("DELETE FROM addendum WHERE id = ?", number) > 0

    def renumber_an_addendum(self) -> bool:
        """An addendum of another number, of another meeting, or not sealed."""
        (number,) = self.chance.choice(_ask("SELECT id FROM addendum"))
        change = self.chance.choice(("number = number + 7", "meeting_id = 1", "sealed = 0"))
        return _do(f"UPDATE OR IGNORE addendum SET {change} WHERE id = ?", number) > 0

    def swap_two_minutes(self) -> bool:
        """The order of two seals."""
        one, other = self.chance.sample([each for (each,) in _ask("SELECT id FROM minutes")], 2)
        for old, new in ((one, -1), (other, one), (-1, other)):
            _do("UPDATE minutes SET id = ? WHERE id = ?", new, old)
            _do("UPDATE minutes_value SET minutes_id = ? WHERE minutes_id = ?", new, old)
        return True

    def swap_two_texts(self) -> bool:
        """Two meetings exchange their minutes."""
        one, other = self.chance.sample([each for (each,) in _ask("SELECT id FROM minutes")], 2)
        meetings = dict(_ask("SELECT id, meeting_id FROM minutes"))
        _do("UPDATE minutes SET meeting_id = -1 WHERE id = ?", one)
        _do("UPDATE minutes SET meeting_id = ? WHERE id = ?", meetings[one], other)
        _do("UPDATE minutes SET meeting_id = ? WHERE id = ?", meetings[other], one)
        return True

    def open_a_meeting_again(self) -> bool:
        """A sealed meeting is said to be under way."""
        (meeting,) = self.chance.choice(_ask("SELECT meeting_id FROM minutes"))
        state = self.chance.choice(("running", "approved", "abandoned"))
        return _do("UPDATE meeting SET state = ? WHERE id = ?", state, meeting) > 0

    def remove_minutes(self) -> bool:
        """The minutes go, their meeting stays."""
        (number,) = self.chance.choice(_ask("SELECT id FROM minutes"))
        _remove_minutes(number)
        return True

    def remove_a_meeting(self) -> bool:
        """A meeting with all that is of it, not the last."""
        meetings = _ask("SELECT meeting_id FROM minutes ORDER BY id")[:-1]
        _remove_meeting(self.chance.choice(meetings)[0])
        return True

    def remove_a_meeting_and_chain(self) -> bool:
        """The same, and every digest after it computed anew, the numbers closed up."""
        self.remove_a_meeting()
        _forget_references()
        return _rechain()

    def remove_the_last_meeting(self) -> bool:
        """Nothing in the file says that there was one: only paper tells of it."""
        (last,) = _ask("SELECT meeting_id FROM minutes ORDER BY id DESC")[0]
        # The addenda were sealed after it.
        _do("DELETE FROM addendum_value")
        _do("DELETE FROM addendum")
        _remove_meeting(last)
        _forget_references()
        return True

    # Personal values.

    def change_a_value(self) -> bool:
        """A name in sealed minutes or an addendum, or its salt."""
        table = self.chance.choice(("minutes_value", "addendum_value"))
        column = self.chance.choice(("value", "salt"))
        (number,) = self.chance.choice(_ask(f'SELECT rowid FROM "{table}"'))
        return (
            _do(f'UPDATE "{table}" SET "{column}" = "{column}" || \'x\' WHERE rowid = ?', number)
            > 0
        )

    def exchange_two_values(self) -> bool:
        """Two people exchange what the minutes say of them."""
        rows = _ask(
            "SELECT a.rowid, a.value, a.salt, b.rowid, b.value, b.salt FROM minutes_value a "
            "JOIN minutes_value b ON a.minutes_id = b.minutes_id AND a.value <> b.value"
        )
        one, value, salt, other, another, pepper = self.chance.choice(rows)
        change = "UPDATE minutes_value SET value = ?, salt = ? WHERE rowid = ?"
        return _do(change, another, pepper, one) + _do(change, value, salt, other) == 2

    def add_a_value(self) -> bool:
        """A name for a token that the sealed text does not have."""
        (number,) = self.chance.choice(_ask("SELECT id FROM minutes"))
        values = (number, "person.9999.name", "Người Khác", "")
        return _do("INSERT INTO minutes_value VALUES (?, ?, ?, ?)", *values) > 0

    def remove_a_value(self) -> bool:
        """A name goes, though nobody asked for it."""
        table = self.chance.choice(("minutes_value", "addendum_value"))
        (number,) = self.chance.choice(_ask(f'SELECT rowid FROM "{table}"'))
        return _do(f'DELETE FROM "{table}" WHERE rowid = ?', number) > 0

    # What they share.

    def _row(self, table: str) -> int | None:
        rows = _ask(f'SELECT id FROM "{table}" WHERE {_WHERE.get(table, _SEALED)}')
        return self.chance.choice(rows)[0] if rows else None

    def _set(self, table: str, row: int, column: str, old: object) -> bool:
        new: object
        if isinstance(old, int):
            new = old + self.chance.choice((-1, 1, 5))
        elif isinstance(old, str) and old[:4].isdigit():
            new = f"2024{old[4:]}"
        else:
            new = f"{old or ''}x" if column != "cases" else f"{old} 1"
        if column.endswith("_id") and isinstance(new, int):
            new = max(1, new) if max(1, new) != old else 2
        done = _do(f'UPDATE OR IGNORE "{table}" SET "{column}" = ? WHERE id = ?', new, row)
        return (
            bool(done) and _ask(f'SELECT "{column}" FROM "{table}" WHERE id = ?', row)[0][0] != old
        )

    def _reworded(self, table: str, *, digest: bool = False) -> int | None:
        number, content, previous = self.chance.choice(
            _ask(f'SELECT id, content, previous_digest FROM "{table}"')
        )
        words = [each for each in _words(json.loads(content)) if content.count(each) == 1]
        if not words:
            return None
        word = self.chance.choice(words)
        changed = content.replace(word, word[::-1] if word != word[::-1] else f"{word}x")
        _do(f'UPDATE "{table}" SET content = ? WHERE id = ?', changed, number)
        if digest:
            new = chain_digest(previous, changed)
            _do(f'UPDATE "{table}" SET digest = ? WHERE id = ?', new, number)
        return int(number)


CHANGES: tuple[Callable[[Tamperer], bool], ...] = tuple(
    change
    for name, change in vars(Tamperer).items()
    if not name.startswith("_") and callable(change)
)


def _remove_minutes(number: int) -> None:
    _do("DELETE FROM minutes_value WHERE minutes_id = ?", number)
    _do("DELETE FROM minutes WHERE id = ?", number)


def _remove_meeting(meeting: int) -> None:
    """Leaves no row that names the meeting."""
    for (number,) in _ask("SELECT id FROM addendum WHERE meeting_id = ?", meeting):
        _do("DELETE FROM addendum_value WHERE addendum_id = ?", number)
        _do("DELETE FROM addendum WHERE id = ?", number)
    _remove_minutes(_ask("SELECT id FROM minutes WHERE meeting_id = ?", meeting)[0][0])
    pledges = "SELECT id FROM pledge WHERE meeting_id = ?"
    for table in ("pledge_helper", "fulfilment", "open_pledge"):
        _do(f'DELETE FROM "{table}" WHERE pledge_id IN ({pledges})', meeting)
    acts = "SELECT id FROM act WHERE meeting_id = ?"
    for table in ("act_subject", "row_change"):
        _do(f'DELETE FROM "{table}" WHERE act_id IN ({acts})', meeting)
    named = [name for (name,) in _ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in named:
        if "meeting_id" in _columns(table):
            _do(f'DELETE FROM "{table}" WHERE meeting_id = ?', meeting)
    _do("DELETE FROM meeting WHERE id = ?", meeting)
    year = "SELECT id FROM meeting WHERE day LIKE '2026%' ORDER BY day"
    for count, (left,) in enumerate(_ask(year), start=1):
        _do("UPDATE meeting SET number = ? WHERE id = ?", count, left)


def _forget_references() -> None:
    """Removes whatever refers to a row that is gone, until nothing does."""
    while lost := _ask("PRAGMA foreign_key_check"):
        for table, row, *_rest in lost:
            _do(f'DELETE FROM "{table}" WHERE rowid = ?', row)


def _rechain() -> bool:
    """Computes every digest anew, in the order in which the seals were made."""
    links = _ask(
        "SELECT 'minutes', id, sealed_at, content FROM minutes "
        "UNION ALL SELECT 'addendum', id, sealed_at, content FROM addendum ORDER BY 3, 1 DESC, 2"
    )
    previous = ""
    for table, number, _at, content in links:
        digest = chain_digest(previous, content)
        change = f'UPDATE "{table}" SET previous_digest = ?, digest = ? WHERE id = ?'
        _do(change, previous, digest, number)
        previous = digest
    return True


def _words(data: object) -> Iterator[str]:
    """The texts in sealed content that a liar would change: no keys, no tokens."""
    if isinstance(data, dict):
        for each in data.values():
            yield from _words(each)
    elif isinstance(data, list):
        for each in data:
            yield from _words(each)
    elif isinstance(data, str) and len(data) > 3 and "\ue000" not in data and '"' not in data:
        yield data


def _columns(table: str) -> list[str]:
    return [row[1] for row in _ask(f'PRAGMA table_info("{table}")')]


def _listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
    return cast("list[tuple[Any, ...]]", connection.execute_sql(statement, values).fetchall())


def _do(statement: str, *values: object) -> int:
    """How many rows a statement changed."""
    return int(connection.execute_sql(statement, values).rowcount)
