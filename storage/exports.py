"""What was written out of the books: personal data that lies in a file elsewhere now."""

from __future__ import annotations

from storage.acts.desk import Desk, parse_moment
from storage.records.kinds import ExportKind
from storage.records.register import Export
from storage.tables import ExportRow
from storage.vietnamese import clean_line


class ExportBook:
    """The list of exports, so that a club can say where its members' data went (Law 91/2025)."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def note(self, what: ExportKind, rows: int, file: str) -> None:
        """Keeps that something was written out; no act, since the file is not taken back."""
        with self.desk.writing():
            ExportRow.create(
                what=str(what), at=self.desk.moment(), rows=rows, file=clean_line(file)
            )

    def all(self) -> tuple[Export, ...]:
        """Every export, the newest first."""
        rows = ExportRow.select().order_by(ExportRow.id.desc())
        return tuple(
            Export(ExportKind(row.what), parse_moment(row.at), row.rows, row.file) for row in rows
        )
