"""Takes a bundle into the Association's database: once, whole, and only if it fits.

What the seals froze is only ever added. What can change after a seal (what became of promises,
names, the club's own words) is as the newest bundle of the club says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import peewee

from storage.association.bundle_file import ReadBundle, read_bundle
from storage.association.database import one_file
from storage.association.faults import Fault, NotGathered
from storage.association.tables import (
    GatheredClubRow,
    GatheredMeetingRow,
    GatheredMonthRow,
    GatheredPersonRow,
    GatheredTable,
)
from storage.records.association import Bundle, Gathered, SealedMeeting
from storage.rules.association import club_key

_ROWS_AT_ONCE = 500
"""In one statement; SQLite takes some thirty thousand values."""

Row = dict[str, Any]


def gather_file(path: Path, *, replace: bool = False) -> Gathered:
    """Takes one bundle, in one transaction.

    A club may have restored its books and closed a month anew: where somebody asked it, its new
    chain takes the place of the old one, from where they part.

    Raises:
        NotGathered: it is no sound bundle, or contradicts what was gathered before.
    """
    read = read_bundle(path)
    try:
        with one_file():
            return _taken(read, replace=replace)
    except peewee.IntegrityError as error:
        raise NotGathered(Fault.GATHERED_ELSEWHERE) from error


def _taken(read: ReadBundle, *, replace: bool) -> Gathered:
    bundle = read.bundle
    first_seal = bundle.links[0].seal
    club = GatheredClubRow.get_or_none(GatheredClubRow.first_seal == first_seal)
    if club is None:
        _require_no_other_books(bundle)
        row = GatheredClubRow.create(first_seal=first_seal, **_club(read))
        _insert(GatheredMeetingRow, list(_meetings(row.id, read, known=0)))
        _write_what_can_change(row.id, bundle)
        return _told(bundle, added=len(bundle.meetings))
    if club.bundle == read.digest:
        return _told(bundle, added=0)
    _require_no_other_books(bundle, but=club.id)
    known, parted = _same_past(club.id, read)
    if parted is not None and not replace:
        raise NotGathered(Fault.CONTRADICTS, month=f"{parted:%m/%Y}")
    gone = 0 if parted is None else _part_with(club.id, known)
    new = list(_meetings(club.id, read, known))
    _insert(GatheredMeetingRow, new)
    newer = (len(bundle.meetings), bundle.head.acts) > (club.meetings, club.acts)
    if newer or gone:
        GatheredClubRow.update(**_club(read)).where(GatheredClubRow.id == club.id).execute()
        _write_what_can_change(club.id, bundle)
    return _told(bundle, added=len(new), replaced=gone, updated=newer)


def _told(bundle: Bundle, *, added: int, replaced: int = 0, updated: bool = False) -> Gathered:
    head = bundle.head
    return Gathered(head.name, head.commune, added, replaced=replaced, updated=updated)


def _club(read: ReadBundle) -> Row:
    head = read.bundle.head
    return {
        "place_and_name": club_key(head.name, head.commune, head.province),
        "name": head.name,
        "hamlet": head.hamlet,
        "commune": head.commune,
        "province": head.province,
        "members": head.members,
        "activities_wanted": head.activities_wanted,
        "persons_wanted": head.persons_wanted,
        "meetings": len(read.bundle.meetings),
        "until": max(meeting.day for meeting in read.bundle.meetings),
        "acts": head.acts,
        "bundle": read.digest,
    }


def _require_no_other_books(bundle: Bundle, but: int | None = None) -> None:
    """The same club may have begun new books, but no month stands in both."""
    head = bundle.head
    key = club_key(head.name, head.commune, head.province)
    others = GatheredClubRow.select(GatheredClubRow.id).where(GatheredClubRow.place_and_name == key)
    for other in (each for each in others if each.id != but):
        rows = GatheredMeetingRow.select(GatheredMeetingRow.year, GatheredMeetingRow.month)
        held = {(row.year, row.month) for row in rows.where(GatheredMeetingRow.club_id == other.id)}
        for meeting in bundle.meetings:
            if (meeting.day.year, meeting.day.month) in held:
                raise NotGathered(Fault.OTHER_BOOKS, month=f"{meeting.day:%m/%Y}")


def _same_past(club_id: int, read: ReadBundle) -> tuple[int, date | None]:
    """How many of the club's meetings are here as the bundle has them, and where the two part."""
    rows = (
        GatheredMeetingRow.select(GatheredMeetingRow.digest, GatheredMeetingRow.day)
        .where(GatheredMeetingRow.club_id == club_id)
        .order_by(GatheredMeetingRow.ordinal)
    )
    known = 0
    for row, digest in zip(rows, read.meeting_digests, strict=False):
        if row.digest != digest:
            return known, row.day
        known += 1
    return known, None


def _part_with(club_id: int, known: int) -> int:
    """Takes away the meetings after those that are known; gives how many they were."""
    gone = GatheredMeetingRow.delete().where(
        GatheredMeetingRow.club_id == club_id, GatheredMeetingRow.ordinal > known
    )
    return int(gone.execute())


def _meetings(club_id: int, read: ReadBundle, known: int) -> Iterator[Row]:
    """The meetings that are not here yet."""
    sealed = [link for link in read.bundle.links if link.meeting is not None]
    for ordinal, (link, digest) in enumerate(zip(sealed, read.meeting_digests, strict=True), 1):
        if ordinal > known and link.meeting is not None:
            yield {
                "club_id": club_id,
                "ordinal": ordinal,
                "seal": link.seal,
                "digest": digest,
                **_meeting(link.meeting),
            }


def _meeting(meeting: SealedMeeting) -> Row:
    return {
        "year": meeting.day.year,
        "month": meeting.day.month,
        "day": meeting.day,
        "number": meeting.number,
        "present": meeting.present,
        "proposed": meeting.proposed,
        "chosen": meeting.chosen,
    }


def _write_what_can_change(club_id: int, bundle: Bundle) -> None:
    months = [
        {
            "club_id": club_id,
            "year": each.month.year,
            "month": each.month.month,
            "counted": each.counts,
            "activities": each.activities,
            "persons": each.helped,
            "labour": each.labour,
            "money": each.money,
        }
        for each in bundle.months
    ]
    _replace(GatheredMonthRow, club_id, months)
    _replace(GatheredPersonRow, club_id, list(_persons(club_id, bundle)))


def _persons(club_id: int, bundle: Bundle) -> Iterator[Row]:
    places: Counter[date] = Counter()
    for person in bundle.persons:
        places[person.month] += 1
        yield {
            "club_id": club_id,
            "year": person.month.year,
            "month": person.month.month,
            "place": places[person.month],
            "name": person.name,
        }


def _replace(
    table: type[GatheredMonthRow] | type[GatheredPersonRow], club_id: int, rows: Sequence[Row]
) -> None:
    """Brings the club's rows to these, and leaves alone the months that are the same."""
    stored = cast("Sequence[Row]", table.select().where(table.club_id == club_id).dicts())
    kept = {frozenset(row.items()) for row in stored}
    differing = kept ^ {frozenset(row.items()) for row in rows}
    changed = {(row["year"], row["month"]) for row in map(dict[str, Any], differing)}
    for year, month in sorted(changed):
        table.delete().where(
            table.club_id == club_id, table.year == year, table.month == month
        ).execute()
    _insert(table, [row for row in rows if (row["year"], row["month"]) in changed])


def _insert(table: type[GatheredTable], rows: Sequence[Row]) -> None:
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        table.insert_many(rows[first : first + _ROWS_AT_ONCE]).execute()
