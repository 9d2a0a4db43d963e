"""The report of half a year or a year, put into words from the club's figures.

It is the one paper that is also made in another language, for those who support the clubs.
"""

from __future__ import annotations

from datetime import date

from storage.records.figures import Figures
from storage.records.minutes import Block, Column, MinutesTable, Paragraph, Signature
from storage.records.people import Club
from storage.records.report import Bar, BarChart, ReportContent, ReportPart
from storage.rules.letters import place_name
from storage.rules.minutes_parts import phrases
from storage.rules.minutes_parts.tokens import capital
from storage.rules.pledge_words import total_words
from storage.rules.report_frame import report_frame
from storage.rules.terms import HELP_FORM
from storage.rules.tracking_columns import month_in_words, months_in_words
from storage.said import Say, as_written
from storage.vietnamese import money


def content(
    club: Club, figures: Figures, signer: Signature, say: Say = as_written
) -> ReportContent:
    """The report of the months that the figures tell of."""
    months = months_in_words(figures.period, say)
    parts = (
        _meetings(figures, say),
        _persons(figures, say),
        _given(figures, say),
        _community(figures, say),
        _locality(figures, say),
        _targets(figures, say),
    )
    day_by_hand = say("ngày …… tháng …… năm ………")
    return ReportContent(
        parent_body=club.parent_body,
        club_name=club.name,
        number=say("Số: ……/BC-{abbreviation}").format(abbreviation=club.abbreviation),
        place_and_day=f"{place_name(club)}, {day_by_hand}",
        subject=say("Hoạt động Tự giúp nhau và hỗ trợ cộng đồng {months}").format(months=months),
        addressee=club.parent_body or phrases.BLANK,
        opening=_opening(figures, months, say),
        parts=parts,
        signature=Signature(say(signer.capacity), signer.name),
        recipients=tuple(dict.fromkeys((club.parent_body or say("Như trên"),))),
        filed=say("CLB"),
        frame=report_frame(say),
    )


def _opening(figures: Figures, months: str, say: Say) -> str:
    opening = say(
        "Câu lạc bộ (CLB) báo cáo hoạt động Tự giúp nhau và hỗ trợ cộng đồng {months} như sau:"
    )
    counted = [month.month for month in figures.months if month.counts]
    if counted and counted[-1] < figures.period.last.replace(day=1):
        until = say("{months} (số liệu đến hết {month})")
        months = until.format(months=months, month=month_in_words(counted[-1], say))
    return opening.format(months=months)


def _meetings(figures: Figures, say: Say) -> ReportPart:
    said = [
        say("CLB đã họp {meetings} buổi trong {counted} tháng.").format(
            meetings=figures.meetings, counted=figures.counted
        )
    ]
    if figures.missed:
        missed = ", ".join(_in_figures(month) for month in figures.missed)
        said.append(say("Tháng không họp: {months}.").format(months=missed))
    if figures.members:
        average = say("Bình quân mỗi buổi có {present} thành viên dự ({share} %).")
        present = round(figures.present / figures.meetings)
        said.append(average.format(present=present, share=round(100 * figures.attendance)))
    return ReportPart(say("Sinh hoạt câu lạc bộ"), _paragraphs(said))


def _persons(figures: Figures, say: Say) -> ReportPart:
    said = [
        say(
            "Các tổ đề xuất {proposed} trường hợp khó khăn, CLB chọn {chosen} trường hợp; đã giúp "
            "{helped} trường hợp."
        ).format(proposed=figures.proposed, chosen=figures.chosen, helped=figures.helped)
    ]
    if figures.urgent:
        urgent = say("Việc cần giúp ngay giữa hai kỳ họp: {urgent}, đã giúp {helped}.")
        said.append(urgent.format(urgent=figures.urgent, helped=figures.urgent_helped))
    if figures.referred:
        referred = say("Chuyển nhóm tình nguyện viên chăm sóc tại nhà: {count} trường hợp.")
        said.append(referred.format(count=figures.referred))
    groups = MinutesTable(
        (
            Column(say("Tổ"), 0.4),
            Column(say("Đề xuất"), 0.2, numeric=True),
            Column(say("Được chọn"), 0.2, numeric=True),
            Column(say("Được giúp"), 0.2, numeric=True),
        ),
        tuple(
            (each.name, str(each.proposed), str(each.chosen), str(each.helped))
            for each in figures.by_group
        ),
    )
    given = say("Một trường hợp do nhiều tổ đề xuất được tính cho từng tổ.")
    return ReportPart(
        say("Giúp người có khó khăn"),
        (*_paragraphs(said), Paragraph(say("Theo tổ:")), groups, Paragraph(given)),
        _by_month(say("Số người được giúp trong từng tháng"), figures, _helped(figures), say),
    )


def _given(figures: Figures, say: Say) -> ReportPart:
    things = [total_words(total, say) for total in figures.given if total.what]
    said = [
        say("Ngày công: {count} ngày công.").format(count=figures.labour),
        say("Tiền: {money}.").format(money=money(figures.money)),
        say("Hiện vật: {things}.").format(things="; ".join(things) or say("không có")),
    ]
    forms = MinutesTable(
        (
            Column(say("Hình thức giúp"), 0.6),
            Column(say("Trường hợp cần"), 0.2, numeric=True),
            Column(say("Trường hợp được giúp"), 0.2, numeric=True),
        ),
        tuple(
            (_in_full(say(HELP_FORM[each.form])), str(each.needed), str(each.helped))
            for each in figures.by_form
        ),
    )
    return ReportPart(
        say("Kết quả đã giúp"),
        (*_paragraphs(said), Paragraph(say("Theo hình thức:")), forms),
    )


def _community(figures: Figures, say: Say) -> ReportPart:
    agreed = say("CLB thống nhất {agreed} việc cho cộng đồng; đã làm {done} việc.")
    said = [agreed.format(agreed=figures.activities_agreed, done=figures.activities_done)]
    done = {month.month: month.activities for month in figures.months}
    return ReportPart(
        say("Hỗ trợ cộng đồng"),
        _paragraphs(said),
        _by_month(say("Số việc cho cộng đồng đã làm trong từng tháng"), figures, done, say),
    )


def _locality(figures: Figures, say: Say) -> ReportPart:
    waiting = figures.matters - figures.answered
    said = say("CLB đề xuất {matters} việc; đã được trả lời {answered} việc.")
    if waiting:
        said = say(
            "CLB đề xuất {matters} việc; đã được trả lời {answered} việc, còn chờ trả lời "
            "{waiting} việc."
        )
    said = said.format(matters=figures.matters, answered=figures.answered, waiting=waiting)
    return ReportPart(say("Đề xuất với địa phương"), (Paragraph(said),))


def _targets(figures: Figures, say: Say) -> ReportPart:
    met, not_met = say("đạt"), say("chưa đạt")
    community = say(
        "Hàng tháng CLB giúp cộng đồng ít nhất {wanted} lần: {months}/{counted} tháng, {met}."
    ).format(
        wanted=figures.activities_wanted,
        months=figures.months_with_activity,
        counted=figures.counted,
        met=met if figures.community_met else not_met,
    )
    persons = say(
        "Trung bình mỗi tháng giúp được ít nhất {wanted:02d} người có khó khăn đột xuất: {persons} "
        "lượt người trong {counted} tháng, bình quân {average} người một tháng, {met}."
    ).format(
        wanted=figures.persons_wanted,
        persons=figures.persons,
        counted=figures.counted,
        average=f"{figures.persons_average:.1f}".replace(".", ","),
        met=met if figures.persons_met else not_met,
    )
    return ReportPart(say("Hai mục tiêu"), (Paragraph(community, "1."), Paragraph(persons, "2.")))


def _in_full(form: str) -> str:
    return form.replace("BHYT", "bảo hiểm y tế (BHYT)")


def _helped(figures: Figures) -> dict[date, int]:
    return {month.month: month.helped for month in figures.months}


def _by_month(title: str, figures: Figures, values: dict[date, int], say: Say) -> BarChart:
    label = say("T{month}")
    return BarChart(
        title,
        tuple(
            Bar(label.format(month=month.month), values.get(month))
            for month in figures.period.months
        ),
    )


def _in_figures(month: date) -> str:
    return f"{month.month:02d}/{month.year}"


def _paragraphs(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Paragraph(capital(text)) for text in texts)
