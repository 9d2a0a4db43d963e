"""How often each member has helped, as the promises that were kept tell it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from storage.meeting.case_history import year_before
from storage.records.kinds import HELPED
from storage.tables import FulfilmentRow, PledgeHelperRow, PledgeRow


def helping_times(until: date) -> dict[int, int]:
    """How often each member helped in the twelve months up to a day; who did not is left out.

    A pledge that was kept, if only in part, is one time for each who is named in it.
    """
    rows = (
        PledgeHelperRow.select(PledgeHelperRow.member, PledgeHelperRow.pledge)
        .join(PledgeRow)
        .join(FulfilmentRow)
        .where(
            FulfilmentRow.state.in_(HELPED),
            FulfilmentRow.on > year_before(until),
            FulfilmentRow.on <= until,
        )
        .distinct()
    )
    return dict(Counter(row.member_id for row in rows))
