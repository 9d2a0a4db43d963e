"""What the club can set: one declaration a setting, with the effect that is shown of it.

A new setting is a column of the club's row, its field in the record, and one entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from screens.language import _
from storage.club import LIMITS, STEP_MINUTES, Value
from storage.records.kinds import Step
from storage.records.people import Club
from storage.rules.terms import STEP
from storage.vietnamese import count


class SettingKind(StrEnum):
    """How a setting is changed."""

    LINE = "line"
    """One line of text."""
    TEXT = "text"
    """Several lines."""
    NUMBER = "number"
    """Typed, or with plus and minus."""
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the club."""

    key: str
    """The field of the club's record."""
    label: str
    effect: Callable[[Club], str]
    """What it does, with the value as it is."""
    kind: SettingKind = SettingKind.LINE
    hint: str = ""
    """Said while it is being typed."""
    options: tuple[tuple[Value, str], ...] = ()
    """The answers of a choice."""
    said: str = "{value}"
    """How a value stands in the list."""
    none: str = "chưa ghi"
    """How no value, or nought, stands there."""

    def value(self, club: Club) -> Value:
        """The value as it is."""
        found: Value = getattr(club, self.key)
        return found

    def shown(self, club: Club) -> str:
        """The value as it stands in the list."""
        value = self.value(club)
        if self.options:
            return _(dict(self.options)[value])
        if not value:
            return _(self.none)
        return _(self.said).format(value=str(value).replace("\n", "; "))


@dataclass(frozen=True, slots=True)
class Section:
    """Settings under one heading."""

    title: str
    settings: tuple[Setting, ...]


YES_OR_NO: tuple[tuple[Value, str], ...] = ((True, "Có"), (False, "Không"))
LETTER_FORMS: tuple[tuple[Value, str], ...] = ((False, "Giấy đề nghị"), (True, "Công văn"))


def _line(template: str) -> Callable[[Club], str]:
    """An effect that names the club's own values: "{name}"."""
    return lambda club: _(template).format(
        name=club.name,
        hamlet=club.hamlet,
        commune=club.commune,
        province=club.province,
        parent=club.parent_body,
        abbreviation=club.abbreviation,
        part=club.part_number,
        place=club.place,
        minutes=club.discussion_minutes,
        activities=club.community_target,
        persons=count(club.persons_target),
    )


def _either(key: str, yes: str, no: str) -> Callable[[Club], str]:
    """An effect that depends on whether something is set."""
    return lambda club: _line(yes if getattr(club, key) else no)(club)


def _recipients(club: Club) -> str:
    lines = [f"- {line};" for line in club.recipients.split("\n") if line]
    return _("Cuối biên bản: Nơi nhận: {lines}").format(lines=" ".join([*lines, "- Lưu: CLB."]))


def _copies(club: Club) -> str:
    if not club.minutes_copies:
        return _("Biên bản không ghi câu này.")
    return _(
        "Cuối biên bản: “Biên bản được lập thành {copies} bản có giá trị như nhau.” "
        "In ra cũng ngần ấy bản."
    ).format(copies=count(club.minutes_copies))


def _third(club: Club) -> str:
    capacities = ["Thư ký", *filter(None, [club.third_signature]), "Chủ tọa"]
    return _("Cuối biên bản, từ trái sang phải: {capacities}").format(
        capacities=" │ ".join(capacities)
    )


def _backup_folder(club: Club) -> str:
    if not club.backup_folder:
        return _("Chỉ sao lưu trên máy này. Ghi thư mục của một USB cắm sẵn thì có thêm một bản.")
    return _("Mỗi lần tự sao lưu, thêm một bản vào {folder}.").format(folder=club.backup_folder)


def _meeting_day(club: Club) -> str:
    if not club.meeting_day:
        return _("Trang chính không nhắc ngày họp. Ghi ngày trong tháng, từ 1 đến 31.")
    return _("Trang chính: Bắt đầu phần {part} – CLB họp vào ngày {day} hằng tháng").format(
        part=club.part_number, day=count(club.meeting_day)
    )


def _removal(club: Club) -> str:
    if not club.removal_years:
        return _("Trang chính không nhắc; chuyện riêng trong sổ ở lại mãi.")
    return _(
        "Trường hợp xong quá {years} năm: trang chính có dòng nhắc xóa hoàn cảnh, lời kể. Số liệu "
        "vẫn giữ."
    ).format(years=club.removal_years)


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
            Setting("name", "Tên câu lạc bộ", _line(_LETTERHEAD), hint="Ghi đủ, như trên giấy tờ."),
            Setting("parent_body", "Cơ quan cấp trên", _line(_LETTERHEAD)),
            Setting("abbreviation", "Tên viết tắt", _line(_LETTERHEAD)),
            Setting(
                "hamlet",
                "Thôn / tổ dân phố",
                _line("Ghi trong sổ; giấy tờ chưa in điều này."),
            ),
            Setting("commune", "Xã / phường", _line("Giấy đề nghị ghi nơi viết: {commune}")),
            Setting(
                "province",
                "Tỉnh / thành phố",
                _line("Ghi trong sổ; giấy tờ chưa in điều này."),
            ),
            Setting("place", "Thường họp ở đâu", _line("Biên bản ghi sẵn: Địa điểm: {place}")),
        ),
    ),
    Section(
        "Buổi họp",
        (
            Setting(
                "part_number", "Phần thứ mấy của buổi", _line("Trên màn hình và giấy: Phần {part}")
            ),
            Setting(
                "meeting_day",
                "Ngày họp hằng tháng",
                _meeting_day,
                SettingKind.NUMBER,
                said="ngày {value}",
                none="không cố định",
            ),
            Setting(
                "discussion_minutes",
                "Các tổ thảo luận",
                _line("Bước 3: đồng hồ đếm ngược từ {minutes} phút, tính từ buổi họp sau."),
                SettingKind.NUMBER,
                said="{value} phút",
            ),
            Setting(
                "community_target",
                "Giúp cộng đồng",
                _line("Bước 2: mỗi tháng giúp cộng đồng ít nhất {activities} lần"),
                SettingKind.NUMBER,
                said="ít nhất {value} lần một tháng",
            ),
            Setting(
                "persons_target",
                "Giúp người khó khăn",
                _line("Bước 2: trung bình mỗi tháng giúp được ít nhất {persons} người"),
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
                _recipients,
                SettingKind.TEXT,
                hint="Mỗi dòng một nơi. Tab để đi tiếp.",
            ),
            Setting(
                "minutes_read_aloud",
                "Câu “đã đọc lại”",
                _either(
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
                _copies,
                SettingKind.NUMBER,
                said="{value} bản",
                none="không ghi",
            ),
            Setting(
                "signature_hint",
                "(Ký, ghi rõ họ tên)",
                _either(
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
                _either(
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
                _either(
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
                _third,
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
                _removal,
                SettingKind.NUMBER,
                said="sau {value} năm",
                none="không nhắc",
            ),
            Setting(
                "backup_folder",
                "Thêm một bản sao lưu ở",
                _backup_folder,
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
