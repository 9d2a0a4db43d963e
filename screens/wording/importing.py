"""The words of lists that are read in: what a row changes, and why one is refused."""

from __future__ import annotations

from enum import StrEnum

from screens.language import N_, _
from screens.wording.register import ROLES
from storage.errors import RefusalKind
from storage.records.importing import Change, ImportPlan, PlannedRow, Remark, RowRemark, RowState
from storage.records.kinds import Sex, SpanRole

FONTS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}

REMARKS: dict[Remark, str] = {
    Remark.NO_NAME: N_("không có họ tên"),
    Remark.NAME_STRANGE: N_("“{text}” không phải họ tên"),
    Remark.NO_GROUP: N_("không rõ ở tổ nào"),
    Remark.TWICE: N_("trùng với dòng {row}"),
    Remark.HAS_LEFT: N_("đã ra khỏi CLB ngày {day}; cho vào lại ở trang của người ấy"),
    Remark.IN_OTHER_GROUP: N_("đã có ở {group}; chuyển tổ thì làm ở trang của người ấy"),
    Remark.NAMESAKE: N_("cùng tên với một người ở {group}"),
    Remark.YEAR_UNCLEAR: N_("năm sinh “{text}” không rõ, để trống"),
    Remark.TELEPHONE_UNCLEAR: N_("điện thoại “{text}” không rõ, để trống"),
    Remark.SEX_UNCLEAR: N_("giới tính “{text}” không rõ, để trống"),
    Remark.FORM_UNCLEAR: N_("xưng hô “{text}” không rõ, để trống"),
    Remark.JOINED_UNCLEAR: N_("ngày vào CLB “{text}” không rõ, để trống"),
    Remark.OFFICE_UNKNOWN: N_("chức vụ “{text}” không có trong sổ, bỏ qua"),
    Remark.OFFICE_THERE: N_("{office} đang là {name}, không đổi"),
    Remark.LEADER_THERE: N_("{group} đã có Tổ trưởng, không đổi"),
    Remark.GROUP_NEW: N_("{group} là tổ mới"),
}

_FIELDS = {
    "address": N_("địa chỉ"),
    "telephone": N_("điện thoại"),
    "household": N_("chủ hộ"),
    "can_help": N_("giúp được"),
    "birth_year": N_("năm sinh"),
    "sex": N_("giới tính"),
    "address_form": N_("xưng hô"),
    "home_care": N_("TNV chăm sóc tại nhà"),
    "office": N_("chức vụ"),
}
_SEX = {Sex.FEMALE: N_("nữ"), Sex.MALE: N_("nam")}

REFUSALS: dict[StrEnum, str] = {
    RefusalKind.FILE_UNREADABLE: N_(
        "Không mở được tệp {file}. Xin xem lại tên tệp, hoặc cắm lại USB."
    ),
    RefusalKind.FILE_EMPTY: N_("Tệp này trống. Xin chọn tệp khác."),
    RefusalKind.FILE_LOCKED: N_(
        "Tệp này có mật khẩu. Xin mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập."
    ),
    RefusalKind.FILE_DAMAGED: N_(
        "Tệp này hỏng, không đọc được. Xin mở bằng Excel, lưu thành tệp .xlsx mới rồi nhập lại."
    ),
    RefusalKind.FILE_TOO_LARGE: N_(
        "Tệp này quá lớn, không giống danh sách thành viên. Xin chép riêng danh sách ra tệp mới."
    ),
    RefusalKind.TOO_MANY_ROWS: N_(
        "Tệp này có hơn {most} dòng. Xin chép riêng danh sách của câu lạc bộ ra tệp mới."
    ),
    RefusalKind.NO_SPREADSHEET: N_(
        "Tệp này không phải bảng tính. Xin chọn tệp Excel (.xlsx, .xls) hoặc CSV."
    ),
    RefusalKind.NO_HEADINGS: N_(
        "Không thấy dòng tiêu đề có cột “Họ và tên”. Xin thêm dòng tiêu đề vào bảng tính."
    ),
    RefusalKind.NOTHING_TO_IMPORT: N_("Tệp này không có gì mới: sổ đã có đủ. Sổ không đổi."),
}


def plan_words(plan: ImportPlan) -> str:
    """What accepting would do, as the line to press."""
    return _("Nhập: thêm {added} người, sửa {changed} người").format(
        added=plan.count(RowState.ADDED), changed=plan.count(RowState.CHANGED)
    )


def row_words(row: PlannedRow, *, private: bool = False) -> str:
    """All that is to be said of a row; where the wall may look on, without what it says."""
    told = [remark_sentence(remark, private=private) for remark in row.remarks]
    told += [change_words(change, private=private) for change in row.changes]
    return "; ".join(told)


def remark_sentence(remark: RowRemark, *, private: bool = False) -> str:
    """A remark as a phrase."""
    values = dict(remark.values)
    if private and remark.kind is Remark.TELEPHONE_UNCLEAR:
        values["text"] = "…"
    if remark.kind is Remark.OFFICE_THERE:
        values["office"] = _value("office", str(values["office"]))
    return _(REMARKS[remark.kind]).format_map(values)


def change_words(change: Change, *, private: bool = False) -> str:
    """A change as a phrase: "điện thoại: 0912… thành 0987…"."""
    field = _(_FIELDS[change.field])
    after = _value(change.field, change.after)
    if not after or private:
        return field
    if not change.before:
        return f"{field}: {after}"
    return _("{field}: {before} thành {after}").format(
        field=field, before=change.before, after=after
    )


def row_number(row: PlannedRow) -> str:
    """Where the row stands in the file."""
    number = _("dòng {number}").format(number=row.number)
    return f"{row.sheet}, {number}" if row.sheet and row.sheet == row.group else number


def _value(field: str, value: str) -> str:
    if field == "office":
        return _(ROLES[SpanRole(value)])
    if field == "sex":
        return _(_SEX[Sex(value)])
    return "" if field == "home_care" else value
