"""What the books hold, row by row: to see that nothing changed, or that all of it came back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from storage.tables import RECORDED_TABLES, Table


def recorded_rows() -> dict[str, list[dict[str, object]]]:
    """Everything that the tables hold whose changes can be undone."""
    return {table.__name__: _rows(table) for table in RECORDED_TABLES}


def _rows(table: type[Table]) -> list[dict[str, object]]:
    rows = table.select().order_by(table.id).dicts()
    return list(cast("Iterable[dict[str, object]]", rows))
