"""The words of step 3: which groups have agreed, and which still talk."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.GROUP_AGREED: "{group} đã thống nhất",
    ActKind.GROUP_TALKS_ON: "{group} còn đang bàn",
}

LACKS: dict[LackKind, str] = {
    LackKind.GROUPS_NOT_AGREED: "thống nhất trong {groups}",
}

REFUSALS: dict[RefusalKind, str] = {}
