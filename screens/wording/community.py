"""The words of step 7: what was done, what is missing, what is not accepted."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.MATTER_ADDED: "thêm: {what}",
    ActKind.MATTER_AGREED: "cả CLB nhất trí: {what}",
    ActKind.MATTER_COUNTED: "{count} người tán thành: {what}",
    ActKind.MATTER_DROPPED: "không làm: {what}",
    ActKind.MATTER_REOPENED: "lấy ý kiến lại: {what}",
}

LACKS: dict[LackKind, str] = {
    LackKind.NOTHING_FOR_COMMUNITY: "chưa có việc cho cộng đồng hoặc đề xuất với địa phương",
    LackKind.MATTERS_NOT_AGREED: "chưa lấy ý kiến về {count} việc",
    LackKind.SPEAKER_MISSING: "ai nói, nói với ai: {what}",
}

REFUSALS: dict[RefusalKind, str] = {}
