"""Phiếu chuyển chăm sóc tại nhà: what the home-care volunteers are given (S29)."""

from __future__ import annotations

from storage.days import on_paper
from storage.records.approval import MinutesSource, Referred
from storage.records.cases import HardshipCase
from storage.records.kinds import MeetingState
from storage.records.letters import FormLine, FormPart, ReferralForm, ReferralForms
from storage.records.minutes import Paragraph, Signature
from storage.rules import disclosure
from storage.rules.letters import chair_signature
from storage.rules.minutes_parts import phrases

_OPENING = (
    "Kính gửi: Nhóm tình nguyện viên (TNV) chăm sóc tại nhà.",
    "Buổi sinh hoạt {day} của câu lạc bộ (CLB) chuyển đến Nhóm trường hợp dưới đây. Đề nghị Nhóm "
    "khảo sát cụ thể, xác định nhu cầu, đề ra giải pháp tiếp theo và báo lại CLB.",
)
_NOT_AGREED = (
    "Người được giúp chưa đồng ý để ghi tên và hoàn cảnh vào giấy. Xin hỏi ý kiến, được đồng ý "
    "mới ghi tay vào chỗ trống."
)


def referral_forms(source: MinutesSource, *, public: bool = False) -> ReferralForms:
    """A form for each case that the meeting passed on.

    Args:
        source: the meeting.
        public: leave out what is private, whatever was agreed: the room reads along.
    """
    return ReferralForms(
        source.club.name,
        tuple(_form(source, referred, public=public) for referred in source.referrals),
    )


def _form(source: MinutesSource, referred: Referred, *, public: bool) -> ReferralForm:
    case = source.cases[referred.case_id]
    named = disclosure.may_be_told_to_volunteers(case) and not public
    day = on_paper(source.meeting.day)
    opening = [Paragraph(text.format(day=day)) for text in _OPENING]
    if not disclosure.may_be_told_to_volunteers(case):
        opening.append(Paragraph(_NOT_AGREED))
    return ReferralForm(
        parent_body=source.club.parent_body,
        club_name=source.club.name,
        subject=f"Buổi sinh hoạt {day}",
        opening=tuple(opening),
        parts=(
            _person(source, case, named=named),
            _help(source, case, referred, named=named),
            _survey(referred, told=named),
        ),
        signatures=(Signature("Nhóm TNV chăm sóc tại nhà", ""), chair_signature(source)),
        draft=source.meeting.state is MeetingState.RUNNING,
    )


def _person(source: MinutesSource, case: HardshipCase, *, named: bool) -> FormPart:
    person = case.person
    if not named:
        who = disclosure.who(case, case.groups, named=False)
        return FormPart(
            f"1. Người cần chăm sóc: {who}",
            (
                FormLine("Họ và tên, tuổi"),
                FormLine("Địa chỉ, điện thoại"),
                FormLine("Hoàn cảnh, khó khăn", blank_lines=2),
            ),
        )
    age = source.meeting.day.year - person.birth_year if person.birth_year else None
    told = [
        ("Họ và tên", case.addressed if age is None else f"{case.addressed}, {age} tuổi"),
        ("Địa chỉ", person.address),
        ("Điện thoại", person.telephone),
        ("Đối tượng", disclosure.relation(case, named=True)),
        ("Người giám hộ", person.guardian),
        ("Hoàn cảnh, khó khăn", case.circumstances),
    ]
    always = {"Họ và tên", "Địa chỉ", "Hoàn cảnh, khó khăn"}
    lines = tuple(FormLine(label, text) for label, text in told if text or label in always)
    return FormPart("1. Người cần chăm sóc", lines)


def _help(
    source: MinutesSource, case: HardshipCase, referred: Referred, *, named: bool
) -> FormPart:
    pledged = dict.fromkeys(
        disclosure.given(each, named=named) for each in source.pledges if each.case_id == case.id
    )
    told = [
        ("Nhu cầu đã biết", disclosure.needs(case, named=named)),
        ("Thời gian cần giúp", phrases.when(case.when)),
        ("CLB đã thống nhất giúp", "; ".join(pledged)),
        ("CLB dặn thêm", referred.note if named else ""),
    ]
    lines = tuple(FormLine(label, text) for label, text in told if text)
    return FormPart("2. Nhu cầu và việc CLB giúp", lines)


def _survey(referred: Referred, *, told: bool) -> FormPart:
    """What the volunteers found, where it is told already; else to be filled in by hand.

    In the order of the handbook: survey, needs, next solution.
    """
    on = on_paper(referred.survey_on) if referred.survey_on else ""
    surveyed = ", ".join(each for each in (referred.survey_by, on) if each)
    return FormPart(
        "3. Kết quả khảo sát (Nhóm TNV ghi)",
        (
            FormLine("Người khảo sát, ngày", surveyed),
            FormLine("Nhu cầu xác định được", referred.needs_found if told else "", blank_lines=2),
            FormLine("Giải pháp tiếp theo", referred.solution if told else "", blank_lines=2),
            FormLine("Ngày báo lại CLB"),
        ),
    )
