"""The words of step 7: what was done, what is missing, what is not accepted."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.MATTER_ADDED: N_("thêm: {what}"),
    ActKind.MATTER_AGREED: N_("cả CLB nhất trí: {what}"),
    ActKind.MATTER_COUNTED: N_("{count} người tán thành: {what}"),
    ActKind.MATTER_DROPPED: N_("không làm: {what}"),
    ActKind.MATTER_REOPENED: N_("lấy ý kiến lại: {what}"),
}

LACKS: dict[LackKind, str] = {
    LackKind.NOTHING_FOR_COMMUNITY: N_("chưa có việc cho cộng đồng hoặc đề xuất với địa phương"),
    LackKind.MATTERS_NOT_AGREED: N_("chưa lấy ý kiến về {count} việc"),
    LackKind.SPEAKER_MISSING: N_("ai nói, nói với ai: {what}"),
}

REFUSALS: dict[RefusalKind, str] = {}
