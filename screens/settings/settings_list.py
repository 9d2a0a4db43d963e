"""What the club can set: one declaration a setting, with the effect that is shown of it.

A new setting is a column of the club's row, its field in the record, and one entry here.
"""

from __future__ import annotations

from screens.language import _
from screens.settings import setting_effects
from screens.settings.setting import Section, Setting, SettingKind
from screens.settings.setting_effects import saying
from storage.club import LIMITS, STEP_MINUTES, Value
from storage.records.kinds import Step
from storage.records.people import Club
from storage.rules.terms import STEP

YES_OR_NO: tuple[tuple[Value, str], ...] = ((True, "Có"), (False, "Không"))
LETTER_FORMS: tuple[tuple[Value, str], ...] = ((False, "Giấy đề nghị"), (True, "Công văn"))


def _step_minutes(step: Step, key: str) -> Setting:
    """How long a step is to take."""

    def effect(club: Club) -> str:
        minutes = getattr(club, key)
        if not minutes:
            return _("Bước {step} họp bao lâu cũng được.").format(step=int(step))
        return _(
            "Bước {step}: sau {minutes} phút, bên tên bước có “■ hết giờ”. Không có chuông, cứ "
            "họp tiếp."
        ).format(step=int(step), minutes=minutes)

    return Setting(
        key,
        STEP[step],
        effect,
        SettingKind.NUMBER,
        said="{value} phút",
        none="không đặt",
    )


_LETTERHEAD = "Đầu biên bản: {parent} / {name} / Số: 01/BB-{abbreviation}"
_FOLDER_HINT = "Ví dụ: E:\\ hoặc /media/ten/USB. Để trống thì thôi."

SECTIONS: tuple[Section, ...] = (
    Section(
        "Câu lạc bộ và đầu biên bản",
        (
            Setting(
                "name",
                "Tên câu lạc bộ",
                saying(_LETTERHEAD),
                hint="Ghi đủ, như trên giấy tờ.",
            ),
            Setting("parent_body", "Cơ quan cấp trên", saying(_LETTERHEAD)),
            Setting("abbreviation", "Tên viết tắt", saying(_LETTERHEAD)),
            Setting(
                "hamlet",
                "Thôn / tổ dân phố",
                saying("Ghi trong sổ; giấy tờ chưa in điều này."),
            ),
            Setting("commune", "Xã / phường", saying("Giấy đề nghị ghi nơi viết: {commune}")),
            Setting(
                "province",
                "Tỉnh / thành phố",
                saying("Ghi trong sổ; giấy tờ chưa in điều này."),
            ),
            Setting("place", "Thường họp ở đâu", saying("Biên bản ghi sẵn: Địa điểm: {place}")),
        ),
    ),
    Section(
        "Buổi họp",
        (
            Setting(
                "part_number",
                "Phần thứ mấy của buổi",
                saying("Trên màn hình và giấy: Phần {part}"),
            ),
            Setting(
                "meeting_day",
                "Ngày họp hằng tháng",
                setting_effects.meeting_day,
                SettingKind.NUMBER,
                said="ngày {value}",
                none="không cố định",
            ),
            Setting(
                "discussion_minutes",
                "Các tổ thảo luận",
                saying("Bước 3: đồng hồ đếm ngược từ {minutes} phút, tính từ buổi họp sau."),
                SettingKind.NUMBER,
                said="{value} phút",
            ),
            Setting(
                "community_target",
                "Giúp cộng đồng",
                saying("Bước 2: mỗi tháng giúp cộng đồng ít nhất {activities} lần"),
                SettingKind.NUMBER,
                said="ít nhất {value} lần một tháng",
            ),
            Setting(
                "persons_target",
                "Giúp người khó khăn",
                saying("Bước 2: trung bình mỗi tháng giúp được ít nhất {persons} người"),
                SettingKind.NUMBER,
                said="trung bình {value} người một tháng",
            ),
        ),
    ),
    Section(
        "Thời gian cho từng bước",
        tuple(_step_minutes(step, key) for step, key in STEP_MINUTES.items()),
    ),
    Section(
        "Biên bản",
        (
            Setting(
                "recipients",
                "Nơi nhận",
                setting_effects.recipients,
                SettingKind.TEXT,
                hint="Mỗi dòng một nơi. Tab để đi tiếp.",
            ),
            Setting(
                "minutes_read_aloud",
                "Câu “đã đọc lại”",
                setting_effects.either(
                    "minutes_read_aloud",
                    "Cuối biên bản: “Biên bản đã được đọc lại cho mọi người cùng nghe.”",
                    "Biên bản không ghi câu này.",
                ),
                SettingKind.CHOICE,
                options=YES_OR_NO,
            ),
            Setting(
                "minutes_copies",
                "Lập thành mấy bản",
                setting_effects.copies,
                SettingKind.NUMBER,
                said="{value} bản",
                none="không ghi",
            ),
            Setting(
                "signature_hint",
                "(Ký, ghi rõ họ tên)",
                setting_effects.either(
                    "signature_hint",
                    "Dưới mỗi chức danh có dòng “(Ký, ghi rõ họ tên)”.",
                    "Dưới chức danh để trống cho chữ ký.",
                ),
                SettingKind.CHOICE,
                options=YES_OR_NO,
            ),
            Setting(
                "minutes_qr",
                "Mã QR ở cuối trang",
                setting_effects.either(
                    "minutes_qr",
                    "Mã kiểm tra in thêm thành mã QR ở chân trang biên bản.",
                    "Chân trang biên bản chỉ có mã kiểm tra bằng chữ và số.",
                ),
                SettingKind.CHOICE,
                options=YES_OR_NO,
            ),
            Setting(
                "official_letters",
                "Giấy gửi địa phương",
                setting_effects.either(
                    "official_letters",
                    "Theo mẫu công văn: có số, “V/v …”, không có tên “Giấy đề nghị”.",
                    "Giấy đề nghị thường, có tên và “Về việc: …”.",
                ),
                SettingKind.CHOICE,
                options=LETTER_FORMS,
            ),
            Setting(
                "third_signature",
                "Người ký thứ ba",
                setting_effects.third_signature,
                hint="Ghi chức danh, ví dụ: Trưởng thôn. Để trống thì hai người ký.",
                none="không có",
            ),
        ),
    ),
    Section(
        "Giữ sổ",
        (
            Setting(
                "removal_years",
                "Nhắc xóa chuyện riêng cũ",
                setting_effects.removal,
                SettingKind.NUMBER,
                said="sau {value} năm",
                none="không nhắc",
            ),
            Setting(
                "backup_folder",
                "Thêm một bản sao lưu ở",
                setting_effects.backup_folder,
                hint=_FOLDER_HINT,
                none="không có",
            ),
        ),
    ),
)
"""Every setting, in the order of the page."""

SETTINGS = {setting.key: setting for section in SECTIONS for setting in section.settings}


def limits(setting: Setting) -> tuple[int, int]:
    """The least and the most of a number."""
    return LIMITS[setting.key]
