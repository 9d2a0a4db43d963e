"""The words of the register: what was changed about members and groups, and what is refused."""

from __future__ import annotations

from enum import StrEnum

from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.kinds import SpanRole

ACTS: dict[ActKind, str] = {
    ActKind.MEMBER_ADDED: "thêm thành viên {name} vào {group}",
    ActKind.MEMBER_CHANGED: "sửa thông tin {member}",
    ActKind.MEMBER_MOVED: "chuyển {member} sang {group}",
    ActKind.MEMBER_LEFT: "{member} ra khỏi CLB, ngày {day}",
    ActKind.MEMBER_RETURNED: "{member} vào lại CLB, ở {group}",
    ActKind.OFFICES_SET: "chức vụ của {member}: {offices}",
    ActKind.GROUP_ADDED: "thêm {name}",
    ActKind.GROUP_CHANGED: "sửa {group}",
    ActKind.LEADER_SET: "{member} làm Tổ trưởng {group}",
    ActKind.LEADER_MISSING: "{group} chưa có Tổ trưởng",
    ActKind.MEMBERS_IMPORTED: "nhập danh sách từ bảng tính: thêm {added}, sửa {changed} người",
}

REFUSALS: dict[StrEnum, str] = {
    RefusalKind.GROUP_KNOWN: "Đã có {name}. Xin đặt tên khác.",
    RefusalKind.MEMBER_KNOWN: (
        "Trong sổ đã có {name}. Nếu là người khác cùng tên, xin ghi năm sinh để phân biệt."
    ),
    RefusalKind.MEMBER_MISSING: "Không tìm thấy người này trong danh sách.",
    RefusalKind.MEMBER_GONE: "{name} đã ra khỏi CLB. Muốn ghi tiếp, xin cho vào lại CLB trước.",
    RefusalKind.NOT_OF_GROUP: "{name} không ở {group}. Xin chọn một người trong tổ.",
    RefusalKind.DAY_AHEAD: "Ngày này chưa tới. Xin ghi ngày hôm nay hoặc trước đó.",
    RefusalKind.DAY_TOO_EARLY: "Ngày này trước ngày bắt đầu ({day}). Xin ghi ngày sau đó.",
    RefusalKind.DAY_UNCLEAR: "Ngày chưa rõ. Xin ghi một ngày, ví dụ: hôm nay, 05/11/2026.",
}

ROLES: dict[SpanRole, str] = {
    SpanRole.MEMBER: "Thành viên",
    SpanRole.LEADER: "Tổ trưởng",
    SpanRole.CHAIR: "Chủ nhiệm",
    SpanRole.VICE_CHAIR: "Phó chủ nhiệm",
    SpanRole.BOARD: "Ban chủ nhiệm",
    SpanRole.SECRETARY: "Thư ký",
}

NO_OFFICE = "không giữ chức vụ nào"
