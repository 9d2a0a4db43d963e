"""Phiếu giữ mật khẩu: written by hand for the sealed envelope; a lost passphrase is lost."""

from __future__ import annotations

from storage.records.blank_forms import FormSheet, FormSheets
from storage.records.letters import FormLine
from storage.records.minutes import Paragraph, Signature
from storage.records.people import Club

TITLE = "Phiếu giữ mật khẩu"


def passphrase_sheet(club: Club) -> FormSheets:
    """One sheet: the program prints no passphrase, a pen writes it down."""
    items = (
        Paragraph("Ghi bằng tay, chữ in rõ từng chữ, phân biệt chữ hoa và chữ thường."),
        FormLine("Mật khẩu mở sổ Chung Tay", blank_lines=2),
        FormLine("Gợi ý để đọc đúng (dấu cách, chữ số)", blank_lines=1),
        FormLine("Đặt ngày"),
        FormLine("Người đặt"),
        Paragraph(
            "Bỏ phiếu này vào phong bì, dán kín, ký lên mép dán. Chủ nhiệm câu lạc bộ cất; chỉ mở "
            "khi không còn ai nhớ mật khẩu. Đổi mật khẩu thì ghi phiếu mới và hủy phiếu cũ."
        ),
        Paragraph("Quên mật khẩu mà không còn phiếu này là mất sổ: không ai mở lại được."),
    )
    signatures = (Signature("Người ghi", ""), Signature("Chủ nhiệm", ""))
    sheet = FormSheet("PHIẾU GIỮ MẬT KHẨU", "Sổ của câu lạc bộ trong máy tính", items, signatures)
    return FormSheets(TITLE, "", club.name, (sheet,))
