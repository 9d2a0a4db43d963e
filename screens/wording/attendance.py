"""The words of step 1, Điểm danh."""

from __future__ import annotations

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.lacks import LackKind

ACTS: dict[ActKind, str] = {
    ActKind.OFFICER_SET: N_("{office} là {member}"),
    ActKind.PLACE_SET: N_("địa điểm: {place}"),
    ActKind.GUEST_ADDED: N_("khách mời {name}"),
    ActKind.GUEST_CHANGED: N_("sửa khách mời {name}"),
    ActKind.GUEST_REMOVED: N_("bỏ khách mời {name}"),
    ActKind.MEMBER_TICKED: N_("điểm danh {member}"),
    ActKind.MEMBERS_TICKED: N_("{group} có mặt {count} người (ghi tên)"),
    ActKind.GROUP_COUNTED: N_("{group} có mặt {count} người"),
}

LACKS: dict[LackKind, str] = {
    LackKind.CHAIR: N_("người chủ trì"),
    LackKind.FACILITATOR: N_("người điều hành"),
    LackKind.SECRETARY: N_("thư ký"),
    LackKind.GROUPS_NOT_COUNTED: N_("chưa điểm danh {groups}"),
}

REFUSALS: dict[RefusalKind, str] = {
    RefusalKind.MORE_PRESENT_THAN_MEMBERS: N_(
        "Tổ chỉ có {members} thành viên, không thể có mặt {count} người. Xin đếm lại."
    ),
}
