"""What was corrected in a record: its columns in the club's words."""

from __future__ import annotations

from collections.abc import Iterable

from screens.language import N_, _

_COLUMNS = {
    "name": N_("họ tên"),
    "address_form": N_("xưng hô"),
    "sex": N_("nam, nữ"),
    "birth_year": N_("năm sinh"),
    "address": N_("địa chỉ"),
    "household": N_("hộ"),
    "telephone": N_("điện thoại"),
    "private_details": N_("chuyện riêng, sức khỏe"),
    "guardian": N_("người giám hộ"),
    "group_id": N_("tổ"),
    "positions": N_("chức vụ"),
    "home_care": N_("chăm sóc tại nhà"),
    "can_help": N_("giúp được việc gì"),
    "joined": N_("ngày vào CLB"),
    "left": N_("ngày ra khỏi CLB"),
    "person_id": N_("là ai"),
    "relation": N_("đối tượng"),
    "circumstances": N_("hoàn cảnh"),
    "facts": N_("điều cần biết thêm"),
    "when_text": N_("thời gian"),
    "when_first": N_("thời gian"),
    "when_last": N_("thời gian"),
    "what": N_("việc gì"),
    "form": N_("hình thức giúp"),
    "quantity": N_("số lượng"),
    "unit": N_("đơn vị"),
    "helper_kind": N_("ai giúp"),
    "number": N_("số người"),
    "organisation": N_("tổ chức"),
    "place": N_("nơi làm"),
    "in_charge_id": N_("người phụ trách"),
    "partner": N_("cùng với ai"),
    "participants": N_("ai tham gia"),
    "addressee": N_("gửi ai"),
    "way": N_("cách đề xuất"),
    "representative_id": N_("ai nói"),
}
"""Those that someone would ask for; the others follow from these."""


def changed_words(columns: Iterable[str]) -> str:
    """What was written over, as a phrase; empty where nothing was."""
    words = dict.fromkeys(_(_COLUMNS[column]) for column in columns if column in _COLUMNS)
    return _("sửa {what}").format(what=", ".join(words)) if words else ""
