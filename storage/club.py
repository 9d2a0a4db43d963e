"""The club's own row: names, letterhead, settings."""

from __future__ import annotations

from dataclasses import asdict

from storage.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.records.people import Club
from storage.tables import ClubRow
from storage.vietnamese import clean_line, clean_text


class ClubBook:
    """Reads and writes what the club is called and how it wants its papers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def get(self) -> Club | None:
        """The club, or None where the books are new."""
        row = ClubRow.get_or_none(ClubRow.id == 1)
        if row is None:
            return None
        return Club(
            name=row.name,
            hamlet=row.hamlet,
            commune=row.commune,
            province=row.province,
            parent_body=row.parent_body,
            abbreviation=row.abbreviation,
            part_number=row.part_number,
            place=row.place,
            discussion_minutes=row.discussion_minutes,
            recipients=row.recipients,
            minutes_read_aloud=row.minutes_read_aloud,
            minutes_copies=row.minutes_copies,
            signature_hint=row.signature_hint,
        )

    def known(self) -> Club:
        """The club, where the books are set up.

        Raises:
            Refusal: the books have no club yet.
        """
        club = self.get()
        if club is None:
            raise Refusal(RefusalKind.NAME_MISSING)
        return club

    def save(self, club: Club) -> None:
        """Stores the club's names and settings.

        Raises:
            Refusal: the club has no name.
        """
        values = asdict(club) | {
            "name": clean_line(club.name),
            "hamlet": clean_line(club.hamlet),
            "commune": clean_line(club.commune),
            "province": clean_line(club.province),
            "parent_body": clean_line(club.parent_body),
            "abbreviation": clean_line(club.abbreviation) or "CLB",
            "part_number": clean_line(club.part_number) or "IV",
            "place": clean_line(club.place),
            "recipients": clean_text(club.recipients),
        }
        if not values["name"]:
            raise Refusal(RefusalKind.NAME_MISSING)
        with self.desk.quietly():
            ClubRow.insert(id=1, **values).on_conflict_replace().execute()
