"""What was printed or written out of the books: personal data that lies elsewhere now."""

from __future__ import annotations

from storage.acts.desk import Desk, parse_moment
from storage.club import the_club
from storage.records.exports import Export, Exports, NotedExport
from storage.records.kinds import ExportKind, ExportWay
from storage.safekeeping.holder import user_of_computer
from storage.tables import ExportRow
from storage.vietnamese import clean_line

MOST = 300
"""As many as are read at once: some years of a club that prints much."""


class ExportBook:
    """The log of exports, so that a club can say where its people's data went (Law 91/2025)."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def note(self, export: Export) -> None:
        """Keeps that something left the books; no act, since it cannot be taken back."""
        with self.desk.writing():
            ExportRow.create(
                what=str(export.what),
                at=self.desk.moment(),
                rows=export.people,
                file=clean_line(export.file),
                paper=export.paper,
                way=str(export.way),
                place=clean_line(export.place),
                copies=export.copies,
                public=export.public,
                user=clean_line(user_of_computer()),
            )

    def newest(self, most: int = MOST) -> tuple[NotedExport, ...]:
        """The newest entries, the newest first."""
        rows = ExportRow.select().order_by(ExportRow.id.desc()).limit(most)
        return tuple(_noted(row) for row in rows)

    def overview(self) -> Exports:
        """The log as its page shows it."""
        newest = self.newest()
        earlier = ExportRow.select().count() - len(newest) if len(newest) == MOST else 0
        club = the_club()
        return Exports(newest, earlier, club.backup_folder if club else "")


def _noted(row: ExportRow) -> NotedExport:
    export = Export(
        what=ExportKind(row.what),
        file=row.file,
        people=row.rows,
        paper=row.paper,
        way=ExportWay(row.way),
        place=row.place,
        copies=row.copies,
        public=row.public,
    )
    return NotedExport(export, parse_moment(row.at), row.user)
