"""What step 1, Điểm danh, still lacks."""

from __future__ import annotations

from storage.records.attendance import AttendanceOverview
from storage.records.lacks import Lack, LackKind


def lacking(overview: AttendanceOverview) -> tuple[Lack, ...]:
    """The officers who are not named, and the groups that nobody has counted."""
    lacks: list[Lack] = []
    if overview.chair is None:
        lacks.append(Lack(LackKind.CHAIR))
    if overview.facilitator is None:
        lacks.append(Lack(LackKind.FACILITATOR))
    if overview.secretary is None:
        lacks.append(Lack(LackKind.SECRETARY))
    uncounted = [group.name for group in overview.groups if group.total and not group.taken]
    if uncounted:
        lacks.append(Lack(LackKind.GROUPS_NOT_COUNTED, {"groups": ", ".join(uncounted)}))
    return tuple(lacks)
