"""What each setting does, said under the list with the value as it is."""

from __future__ import annotations

from collections.abc import Callable

from screens.language import _
from storage.records.people import Club
from storage.vietnamese import count


def saying(template: str) -> Callable[[Club], str]:
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


def either(key: str, yes: str, no: str) -> Callable[[Club], str]:
    """An effect that depends on whether something is set."""
    return lambda club: saying(yes if getattr(club, key) else no)(club)


def recipients(club: Club) -> str:
    """Who receives the minutes."""
    lines = [f"- {each};" for each in club.recipients.split("\n") if each]
    return _("Cuối biên bản: Nơi nhận: {lines}").format(lines=" ".join([*lines, "- Lưu: CLB."]))


def copies(club: Club) -> str:
    """In how many copies the minutes say they are made."""
    if not club.minutes_copies:
        return _("Biên bản không ghi câu này.")
    return _(
        "Cuối biên bản: “Biên bản được lập thành {copies} bản có giá trị như nhau.” "
        "In ra cũng ngần ấy bản."
    ).format(copies=count(club.minutes_copies))


def third_signature(club: Club) -> str:
    """Who signs the minutes, from left to right."""
    capacities = ["Thư ký", *filter(None, [club.third_signature]), "Chủ tọa"]
    return _("Cuối biên bản, từ trái sang phải: {capacities}").format(
        capacities=" │ ".join(capacities)
    )


def backup_folder(club: Club) -> str:
    """Where a backup more goes."""
    if not club.backup_folder:
        return _("Chỉ sao lưu trên máy này. Ghi thư mục của một USB cắm sẵn thì có thêm một bản.")
    return _("Mỗi lần tự sao lưu, thêm một bản vào {folder}.").format(folder=club.backup_folder)


def meeting_day(club: Club) -> str:
    """On which day of the month the club meets."""
    if not club.meeting_day:
        return _("Trang chính không nhắc ngày họp. Ghi ngày trong tháng, từ 1 đến 31.")
    return _("Trang chính: Bắt đầu phần {part} – CLB họp vào ngày {day} hằng tháng").format(
        part=club.part_number, day=count(club.meeting_day)
    )


def removal(club: Club) -> str:
    """When what was said in closed cases is offered for removal."""
    if not club.removal_years:
        return _("Trang chính không nhắc; chuyện riêng trong sổ ở lại mãi.")
    return _(
        "Trường hợp xong quá {years} năm: trang chính có dòng nhắc xóa hoàn cảnh, lời kể. Số liệu "
        "vẫn giữ.",
        club.removal_years,
    ).format(years=club.removal_years)
