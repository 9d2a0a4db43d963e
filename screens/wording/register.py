"""The words of the register: what was changed about members and groups, and what is refused."""

from __future__ import annotations

from enum import StrEnum

from screens.language import N_
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.kinds import SpanRole

ACTS: dict[ActKind, str] = {
    ActKind.MEMBER_ADDED: N_("thêm thành viên {name} vào {group}"),
    ActKind.MEMBER_CHANGED: N_("sửa thông tin {member}"),
    ActKind.MEMBER_MOVED: N_("chuyển {member} sang {group}"),
    ActKind.MEMBER_LEFT: N_("{member} ra khỏi CLB, ngày {day}"),
    ActKind.MEMBER_RETURNED: N_("{member} vào lại CLB, ở {group}"),
    ActKind.OFFICES_SET: N_("chức vụ của {member}: {offices}"),
    ActKind.GROUP_ADDED: N_("thêm {name}"),
    ActKind.GROUP_CHANGED: N_("sửa {group}"),
    ActKind.LEADER_SET: N_("{member} làm Tổ trưởng {group}"),
    ActKind.LEADER_MISSING: N_("{group} chưa có Tổ trưởng"),
    ActKind.MEMBERS_IMPORTED: N_("nhập danh sách từ bảng tính: thêm {added}, sửa {changed} người"),
}

REFUSALS: dict[StrEnum, str] = {
    RefusalKind.GROUP_KNOWN: N_("Đã có {name}. Xin đặt tên khác."),
    RefusalKind.MEMBER_KNOWN: N_(
        "Trong sổ đã có {name}. Nếu là người khác cùng tên, xin ghi năm sinh để phân biệt."
    ),
    RefusalKind.MEMBER_MISSING: N_("Không tìm thấy người này trong danh sách."),
    RefusalKind.MEMBER_GONE: N_("{name} đã ra khỏi CLB. Muốn ghi tiếp, xin cho vào lại CLB trước."),
    RefusalKind.NOT_OF_GROUP: N_("{name} không ở {group}. Xin chọn một người trong tổ."),
    RefusalKind.DAY_AHEAD: N_("Ngày này chưa tới. Xin ghi ngày hôm nay hoặc trước đó."),
    RefusalKind.DAY_TOO_EARLY: N_("Ngày này trước ngày bắt đầu ({day}). Xin ghi ngày sau đó."),
    RefusalKind.DAY_UNCLEAR: N_("Ngày chưa rõ. Xin ghi một ngày, ví dụ: hôm nay, 05/11/2026."),
}

ROLES: dict[SpanRole, str] = {
    SpanRole.MEMBER: N_("Thành viên"),
    SpanRole.LEADER: N_("Tổ trưởng"),
    SpanRole.CHAIR: N_("Chủ nhiệm"),
    SpanRole.VICE_CHAIR: N_("Phó chủ nhiệm"),
    SpanRole.BOARD: N_("Ban chủ nhiệm"),
    SpanRole.SECRETARY: N_("Thư ký"),
}

NO_OFFICE = N_("không giữ chức vụ nào")
