"""What the club can set: one declaration a setting, with the effect that is shown of it.

A new setting is a column of the club's row, its field in the record, and one entry here.
"""

from __future__ import annotations

from screens.language import N_, _
from screens.settings import setting_effects
from screens.settings.setting import Section, Setting, SettingKind
from screens.settings.setting_effects import saying
from storage.club import LIMITS, STEP_MINUTES, Value
from storage.records.kinds import Step
from storage.records.people import Club
from storage.rules.terms import STEP

YES_OR_NO: tuple[tuple[Value, str], ...] = ((True, N_("Có")), (False, N_("Không")))
LETTER_FORMS: tuple[tuple[Value, str], ...] = ((False, N_("Giấy đề nghị")), (True, N_("Công văn")))


def _step_minutes(step: Step, key: str) -> Setting:
    """How long a step is to take."""

    def effect(club: Club) -> str:
        minutes = getattr(club, key)
        if not minutes:
            return _("Bước {step} họp bao lâu cũng được.").format(step=int(step))
        return _(
            "Bước {step}: sau {minutes} phút, bên tên bước có “■ hết giờ”. Không có chuông, cứ "
            "họp tiếp.",
            minutes,
        ).format(step=int(step), minutes=minutes)

    return Setting(
        key,
        STEP[step],
        effect,
        SettingKind.NUMBER,
        said=N_("{value} phút", 2),
        none=N_("không đặt"),
    )


_LETTERHEAD = N_("Đầu biên bản: {parent} / {name} / Số: 01/BB-{abbreviation}")
_FOLDER_HINT = N_("Ví dụ: E:\\ hoặc /media/ten/USB. Để trống thì thôi.")

SECTIONS: tuple[Section, ...] = (
    Section(
        N_("Câu lạc bộ và đầu biên bản"),
        (
            Setting(
                "name",
                N_("Tên câu lạc bộ"),
                saying(_LETTERHEAD),
                hint=N_("Ghi đủ, như trên giấy tờ."),
            ),
            Setting("parent_body", N_("Cơ quan cấp trên"), saying(_LETTERHEAD)),
            Setting("abbreviation", N_("Tên viết tắt"), saying(_LETTERHEAD)),
            Setting(
                "hamlet",
                N_("Thôn / tổ dân phố"),
                saying(N_("Ghi trong sổ; giấy tờ chưa in điều này.")),
            ),
            Setting(
                "commune", N_("Xã / phường"), saying(N_("Giấy đề nghị ghi nơi viết: {commune}"))
            ),
            Setting(
                "province",
                N_("Tỉnh / thành phố"),
                saying(N_("Ghi trong sổ; giấy tờ chưa in điều này.")),
            ),
            Setting(
                "place", N_("Thường họp ở đâu"), saying(N_("Biên bản ghi sẵn: Địa điểm: {place}"))
            ),
        ),
    ),
    Section(
        N_("Buổi họp"),
        (
            Setting(
                "part_number",
                N_("Phần thứ mấy của buổi"),
                saying(N_("Trên màn hình và giấy: Phần {part}")),
            ),
            Setting(
                "meeting_day",
                N_("Ngày họp hằng tháng"),
                setting_effects.meeting_day,
                SettingKind.NUMBER,
                said=N_("ngày {value}"),
                none=N_("không cố định"),
            ),
            Setting(
                "discussion_minutes",
                N_("Các tổ thảo luận"),
                saying(N_("Bước 3: đồng hồ đếm ngược từ {minutes} phút, tính từ buổi họp sau.")),
                SettingKind.NUMBER,
                said=N_("{value} phút", 2),
            ),
            Setting(
                "community_target",
                N_("Giúp cộng đồng"),
                saying(N_("Bước 2: mỗi tháng giúp cộng đồng ít nhất {activities} lần")),
                SettingKind.NUMBER,
                said=N_("ít nhất {value} lần một tháng", 2),
            ),
            Setting(
                "persons_target",
                N_("Giúp người khó khăn"),
                saying(N_("Bước 2: trung bình mỗi tháng giúp được ít nhất {persons} người")),
                SettingKind.NUMBER,
                said=N_("trung bình {value} người một tháng", 2),
            ),
        ),
    ),
    Section(
        N_("Thời gian cho từng bước"),
        tuple(_step_minutes(step, key) for step, key in STEP_MINUTES.items()),
    ),
    Section(
        N_("Biên bản"),
        (
            Setting(
                "recipients",
                N_("Nơi nhận"),
                setting_effects.recipients,
                SettingKind.TEXT,
                hint=N_("Mỗi dòng một nơi. Tab để đi tiếp."),
            ),
            Setting(
                "minutes_read_aloud",
                N_("Câu “đã đọc lại”"),
                setting_effects.either(
                    "minutes_read_aloud",
                    N_("Cuối biên bản: “Biên bản đã được đọc lại cho mọi người cùng nghe.”"),
                    N_("Biên bản không ghi câu này."),
                ),
                SettingKind.CHOICE,
                options=YES_OR_NO,
            ),
            Setting(
                "minutes_copies",
                N_("Lập thành mấy bản"),
                setting_effects.copies,
                SettingKind.NUMBER,
                said=N_("{value} bản", 2),
                none=N_("không ghi"),
            ),
            Setting(
                "signature_hint",
                N_("(Ký, ghi rõ họ tên)"),
                setting_effects.either(
                    "signature_hint",
                    N_("Dưới mỗi chức danh có dòng “(Ký, ghi rõ họ tên)”."),
                    N_("Dưới chức danh để trống cho chữ ký."),
                ),
                SettingKind.CHOICE,
                options=YES_OR_NO,
            ),
            Setting(
                "minutes_qr",
                N_("Mã QR ở cuối trang"),
                setting_effects.either(
                    "minutes_qr",
                    N_("Mã kiểm tra in thêm thành mã QR ở chân trang biên bản."),
                    N_("Chân trang biên bản chỉ có mã kiểm tra bằng chữ và số."),
                ),
                SettingKind.CHOICE,
                options=YES_OR_NO,
            ),
            Setting(
                "official_letters",
                N_("Giấy gửi địa phương"),
                setting_effects.either(
                    "official_letters",
                    N_("Theo mẫu công văn: có số, “V/v …”, không có tên “Giấy đề nghị”."),
                    N_("Giấy đề nghị thường, có tên và “Về việc: …”."),
                ),
                SettingKind.CHOICE,
                options=LETTER_FORMS,
            ),
            Setting(
                "third_signature",
                N_("Người ký thứ ba"),
                setting_effects.third_signature,
                hint=N_("Ghi chức danh, ví dụ: Trưởng thôn. Để trống thì hai người ký."),
                none=N_("không có"),
            ),
        ),
    ),
    Section(
        N_("Giữ sổ"),
        (
            Setting(
                "removal_years",
                N_("Nhắc xóa chuyện riêng cũ"),
                setting_effects.removal,
                SettingKind.NUMBER,
                said=N_("sau {value} năm", 2),
                none=N_("không nhắc"),
            ),
            Setting(
                "backup_folder",
                N_("Thêm một bản sao lưu ở"),
                setting_effects.backup_folder,
                hint=_FOLDER_HINT,
                none=N_("không có"),
            ),
        ),
    ),
)
"""Every setting, in the order of the page."""

SETTINGS = {setting.key: setting for section in SECTIONS for setting in section.settings}


def limits(setting: Setting) -> tuple[int, int]:
    """The least and the most of a number."""
    return LIMITS[setting.key]
