"""What was corrected in a record: its columns in the club's words."""

from __future__ import annotations

from collections.abc import Iterable

from screens.language import _

_COLUMNS = {
    "name": "họ tên",
    "address_form": "xưng hô",
    "sex": "nam, nữ",
    "birth_year": "năm sinh",
    "address": "địa chỉ",
    "household": "hộ",
    "telephone": "điện thoại",
    "private_details": "chuyện riêng, sức khỏe",
    "guardian": "người giám hộ",
    "group_id": "tổ",
    "positions": "chức vụ",
    "home_care": "chăm sóc tại nhà",
    "can_help": "giúp được việc gì",
    "joined": "ngày vào CLB",
    "left": "ngày ra khỏi CLB",
    "person_id": "là ai",
    "relation": "đối tượng",
    "circumstances": "hoàn cảnh",
    "facts": "điều cần biết thêm",
    "when_text": "thời gian",
    "when_first": "thời gian",
    "when_last": "thời gian",
    "what": "việc gì",
    "form": "hình thức giúp",
    "quantity": "số lượng",
    "unit": "đơn vị",
    "helper_kind": "ai giúp",
    "number": "số người",
    "organisation": "tổ chức",
    "place": "nơi làm",
    "in_charge_id": "người phụ trách",
    "partner": "cùng với ai",
    "participants": "ai tham gia",
    "addressee": "gửi ai",
    "way": "cách đề xuất",
    "representative_id": "ai nói",
}
"""Those that someone would ask for; the others follow from these."""


def changed_words(columns: Iterable[str]) -> str:
    """What was written over, as a phrase; empty where nothing was."""
    words = dict.fromkeys(_(_COLUMNS[column]) for column in columns if column in _COLUMNS)
    return _("sửa {what}").format(what=", ".join(words)) if words else ""
