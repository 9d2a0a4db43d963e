"""The words of step 1, Điểm danh."""

from __future__ import annotations

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.OFFICER_SET: "{office} là {member}",
    ActKind.PLACE_SET: "địa điểm: {place}",
    ActKind.GUEST_ADDED: "khách mời {name}",
    ActKind.GUEST_CHANGED: "sửa khách mời {name}",
    ActKind.GUEST_REMOVED: "bỏ khách mời {name}",
    ActKind.MEMBER_TICKED: "điểm danh {member}",
    ActKind.MEMBERS_TICKED: "{group} có mặt {count} người (ghi tên)",
    ActKind.GROUP_COUNTED: "{group} có mặt {count} người",
}

LACKS: dict[LackKind, str] = {
    LackKind.CHAIR: "người chủ trì",
    LackKind.FACILITATOR: "người điều hành",
    LackKind.SECRETARY: "thư ký",
    LackKind.GROUPS_NOT_COUNTED: "chưa điểm danh {groups}",
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.MORE_PRESENT_THAN_MEMBERS: (
        "Tổ chỉ có {members} thành viên, không thể có mặt {count} người. Xin đếm lại."
    ),
}
