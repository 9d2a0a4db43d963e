"""The words of what the check of the books finds."""

from __future__ import annotations

from screens.language import N_, _
from storage.records.findings import Finding, FindingKind

FINDINGS: dict[FindingKind, str] = {
    FindingKind.DAMAGED: N_("Tệp sổ bị hỏng: {what}. Xin mở bản sao lưu gần nhất."),
    FindingKind.REFERENCE_LOST: N_(
        "Phần “{table}” của sổ nhắc tới điều không còn ở phần “{parent}”. "
        "Xin mở bản sao lưu gần nhất."
    ),
    FindingKind.CHAIN_BROKEN: N_(
        "Biên bản ngày {day}: không nối với biên bản chốt trước đó. Xin so mã kiểm tra trên giấy."
    ),
    FindingKind.TEXT_CHANGED: N_(
        "Biên bản ngày {day}: nội dung đã chốt bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.VALUE_CHANGED: N_(
        "Biên bản ngày {day}: tên hoặc chi tiết riêng bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.VALUE_GONE: N_(
        "Biên bản ngày {day}: có tên hoặc lời ghi bị mất, mà sổ không ghi là đã xóa theo yêu cầu. "
        "Xin so với bản giấy có chữ ký."
    ),
    FindingKind.SEALS_OPEN: N_(
        "Phần giữ biên bản đã chốt khỏi bị sửa không còn đủ trong tệp sổ. "
        "Xin mở bản sao lưu gần nhất."
    ),
    FindingKind.ADDENDUM_CHANGED: N_(
        "Phụ lục {number} của biên bản ngày {day} bị thay đổi. Xin so với bản giấy có chữ ký."
    ),
    FindingKind.ROWS_CHANGED: N_(
        "Biên bản ngày {day}: phần “{table}” của buổi họp khác lúc chốt. "
        "Xin so với bản giấy có chữ ký."
    ),
    FindingKind.MINUTES_MISSING: N_("Buổi họp ngày {day} đã chốt mà không còn biên bản."),
    FindingKind.NOT_MARKED_SEALED: N_("Biên bản ngày {day} đã chốt mà buổi họp vẫn để mở."),
    FindingKind.WORD_UNKNOWN: N_(
        "Phần “{table}” của sổ có chữ lạ: {word}. Xin mở bản sao lưu gần nhất."
    ),
    FindingKind.PRESENT_WRONG: N_("Buổi họp ngày {day}: số người dự nhiều hơn số thành viên."),
    FindingKind.HANDS_WRONG: N_("Buổi họp ngày {day}: số người giơ tay nhiều hơn số người dự."),
    FindingKind.ROUND_WRONG: N_(
        "Buổi họp ngày {day}: một lần giơ tay chọn trường hợp có tổng số không khớp."
    ),
    FindingKind.TOO_MANY_CHOSEN: N_(
        "Buổi họp ngày {day}: chọn nhiều trường hợp hơn số đã định mà không ghi lý do."
    ),
    FindingKind.DECISION_ASTRAY: N_(
        "Buổi họp ngày {day}: có quyết định về một trường hợp không được đề xuất."
    ),
    FindingKind.PLEDGE_WRONG: N_(
        "Đăng ký giúp số {number} trong sổ: số lượng hoặc người giúp sai."
    ),
    FindingKind.MEMBER_WRONG: N_(
        "Thành viên số {number} trong sổ: tổ hoặc chức vụ không khớp với lịch sử."
    ),
    FindingKind.ENTRY_ASTRAY: N_(
        "Người số {number} trong sổ đã gộp vào người khác mà vẫn còn việc ghi riêng."
    ),
    FindingKind.FULFILMENT_WRONG: N_("Kết quả số {number} trong sổ: số lượng nhỏ hơn không."),
    FindingKind.NUMBERS_BROKEN: N_("Biên bản năm {year}: số thứ tự bị trùng hoặc thiếu."),
    FindingKind.COUNTDOWN_WRONG: N_("Buổi họp ngày {day}: đồng hồ thảo luận hoặc bước họp sai."),
    FindingKind.ACT_UNREADABLE: N_("Việc số {number} trong sổ không đọc được, không bỏ lại được."),
    FindingKind.ACT_UNFINISHED: N_("Sổ còn một việc ghi dở. Xin mở bản sao lưu gần nhất."),
    FindingKind.DRAFT_LEFT: N_("Buổi họp ngày {day} đã chốt mà còn chữ gõ dở."),
}

_TABLES = {
    "club": N_("tên và cài đặt của CLB"),
    "club_group": N_("các tổ"),
    "person": N_("tên và chi tiết riêng"),
    "member": N_("thành viên"),
    "member_span": N_("tổ và chức vụ từng thời gian"),
    "export": N_("đã in, đã ghi ra ngoài sổ"),
    "consent": N_("đồng ý nêu tên"),
    "hardship_case": N_("trường hợp khó khăn"),
    "case_need": N_("nhu cầu của trường hợp"),
    "case_event": N_("diễn biến của trường hợp"),
    "matter": N_("việc cộng đồng và đề xuất với địa phương"),
    "answer": N_("trả lời của địa phương"),
    "meeting": N_("các buổi họp"),
    "meeting_progress": N_("bước họp và đồng hồ"),
    "guest": N_("khách mời"),
    "attendance": N_("điểm danh từng người"),
    "group_count": N_("số người có mặt của từng tổ"),
    "group_turn": N_("lượt trình bày của các tổ"),
    "proposal": N_("đề xuất của các tổ"),
    "hand_count": N_("số người giơ tay"),
    "selection_round": N_("các lần giơ tay chọn trường hợp"),
    "decision": N_("điều CLB đã thống nhất"),
    "note": N_("ghi chú của thư ký"),
    "part_wording": N_("lời thư ký trong biên bản"),
    "minutes": N_("biên bản"),
    "minutes_value": N_("tên và chi tiết riêng trong biên bản"),
    "minutes_print": N_("các lần in biên bản"),
    "addendum": N_("phụ lục biên bản"),
    "addendum_value": N_("tên và chi tiết riêng trong phụ lục"),
    "urgent_report": N_("việc cần giúp ngay"),
    "referral": N_("chuyển chăm sóc tại nhà"),
    "pledge": N_("đăng ký giúp"),
    "open_pledge": N_("việc đã hứa còn chờ"),
    "pledge_helper": N_("người nhận giúp"),
    "fulfilment": N_("kết quả giúp"),
    "act": N_("nhật ký việc đã ghi"),
    "act_subject": N_("nhật ký: việc ghi về ai"),
    "row_change": N_("phần để bỏ việc vừa làm"),
    "current_act": N_("việc đang ghi"),
    "draft": N_("phần ghi dở"),
}
"""What the club calls what stands in a table of the file."""


def finding_sentence(finding: Finding) -> str:
    """What is wrong, and what to do."""
    values = dict(finding.values)
    for name in ("table", "parent"):
        table = str(values.get(name, ""))
        if table in _TABLES:
            values[name] = _(_TABLES[table])
    return _(FINDINGS[finding.kind]).format_map(values)
