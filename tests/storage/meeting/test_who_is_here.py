"""Who is here, as the books keep it; and how little they write for it."""

from __future__ import annotations

from statements import heard_statements
from storage.books import Books


def test_a_count_gives_way_to_ticks_and_ticks_to_a_count(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0]
    first, second = (member.id for member in books.register.members(group.id)[:2])
    before = books.attendance.overview(meeting_id)
    books.attendance.count_group(meeting_id, group.id, 5)

    books.attendance.tick(meeting_id, first, present=True)
    books.attendance.tick(meeting_id, second, present=True)
    (ticked, *_others) = books.attendance.overview(meeting_id).groups
    assert (ticked.counted, ticked.ticked) == (None, frozenset({first, second}))

    books.attendance.count_group(meeting_id, group.id, 7)
    (counted, *_others) = books.attendance.overview(meeting_id).groups
    assert (counted.counted, counted.ticked) == (7, frozenset())

    for _act in range(4):
        books.undo.undo(meeting_id)
    assert books.attendance.overview(meeting_id) == before


def test_a_number_that_is_counted_again_is_all_that_is_written(
    books: Books, meeting_id: int
) -> None:
    group = books.register.groups()[0]
    books.attendance.count_group(meeting_id, group.id, 5)
    with heard_statements() as statements:
        books.attendance.overview(meeting_id)
        statements.clear()
        books.attendance.count_group(meeting_id, group.id, 6)
        own = {each for each in statements if '"group_count"' in each or '"attendance"' in each}

    # What was read before is remembered, and the column that changed is written alone.
    (only,) = own
    assert only.startswith('UPDATE "group_count" SET "count" = 6 WHERE')
