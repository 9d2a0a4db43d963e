"""The words of step 3: which groups have agreed, and which still talk."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.GROUP_AGREED: N_("{group} đã thống nhất"),
    ActKind.GROUP_TALKS_ON: N_("{group} còn đang bàn"),
}

LACKS: dict[LackKind, str] = {
    LackKind.GROUPS_NOT_AGREED: N_("thống nhất trong {groups}"),
}

REFUSALS: dict[RefusalKind, str] = {}
