"""The report of half a year or a year, put into words from the club's figures."""

from __future__ import annotations

from datetime import date

from storage.records.figures import Figures, Period
from storage.records.minutes import Block, Column, MinutesTable, Paragraph, Signature
from storage.records.people import Club
from storage.records.report import Bar, BarChart, ReportContent, ReportPart
from storage.rules.letters import place_name
from storage.rules.minutes_parts import phrases
from storage.rules.minutes_parts.tokens import capital
from storage.rules.pledge_words import total_words
from storage.rules.terms import HELP_FORM
from storage.rules.tracking_columns import months_in_words
from storage.vietnamese import money

_DAY_BY_HAND = "ngày …… tháng …… năm ………"
_GROUPS = (
    Column("Tổ", 0.4),
    Column("Đề xuất", 0.2, numeric=True),
    Column("Được chọn", 0.2, numeric=True),
    Column("Được giúp", 0.2, numeric=True),
)
_FORMS = (
    Column("Hình thức giúp", 0.6),
    Column("Trường hợp cần", 0.2, numeric=True),
    Column("Trường hợp được giúp", 0.2, numeric=True),
)
_GIVEN = "Một trường hợp do nhiều tổ đề xuất được tính cho từng tổ."


def content(club: Club, figures: Figures, signer: Signature) -> ReportContent:
    """The report of the months that the figures tell of."""
    months = months_in_words(figures.period)
    parts = (
        _meetings(figures),
        _persons(figures),
        _given(figures),
        _community(figures),
        _locality(figures),
        _targets(figures),
    )
    return ReportContent(
        parent_body=club.parent_body,
        club_name=club.name,
        number=f"Số: ……/BC-{club.abbreviation}",
        place_and_day=f"{place_name(club)}, {_DAY_BY_HAND}",
        subject=f"Hoạt động Tự giúp nhau và hỗ trợ cộng đồng {months}",
        addressee=club.parent_body or phrases.BLANK,
        opening=_opening(figures, months),
        parts=parts,
        signature=signer,
        recipients=tuple(dict.fromkeys((club.parent_body or "Như trên",))),
    )


def _opening(figures: Figures, months: str) -> str:
    told = f"Câu lạc bộ (CLB) báo cáo hoạt động Tự giúp nhau và hỗ trợ cộng đồng {months}"
    counted = [month.month for month in figures.months if month.counts]
    if counted and counted[-1] < figures.period.last.replace(day=1):
        told = f"{told} (số liệu đến hết {phrases.month(counted[-1])})"
    return f"{told} như sau:"


def _meetings(figures: Figures) -> ReportPart:
    said = [f"CLB đã họp {figures.meetings} buổi trong {figures.counted} tháng."]
    if figures.missed:
        said.append(
            f"Tháng không họp: {', '.join(_in_figures(month) for month in figures.missed)}."
        )
    if figures.members:
        share = round(100 * figures.attendance)
        present = round(figures.present / figures.meetings)
        said.append(f"Bình quân mỗi buổi có {present} thành viên dự ({share} %).")
    return ReportPart("Sinh hoạt câu lạc bộ", _paragraphs(said))


def _persons(figures: Figures) -> ReportPart:
    said = [
        f"Các tổ đề xuất {figures.proposed} trường hợp khó khăn, CLB chọn {figures.chosen} trường "
        f"hợp; đã giúp {figures.helped} trường hợp."
    ]
    if figures.urgent:
        said.append(
            f"Việc cần giúp ngay giữa hai kỳ họp: {figures.urgent}, đã giúp "
            f"{figures.urgent_helped}."
        )
    if figures.referred:
        said.append(
            f"Chuyển nhóm tình nguyện viên chăm sóc tại nhà: {figures.referred} trường hợp."
        )
    groups = MinutesTable(
        _GROUPS,
        tuple(
            (each.name, str(each.proposed), str(each.chosen), str(each.helped))
            for each in figures.by_group
        ),
    )
    return ReportPart(
        "Giúp người có khó khăn",
        (*_paragraphs(said), Paragraph("Theo tổ:"), groups, Paragraph(_GIVEN)),
        _by_month("Số người được giúp trong từng tháng", figures.period, _helped(figures)),
    )


def _given(figures: Figures) -> ReportPart:
    said = [
        f"Ngày công: {figures.labour} ngày công.",
        f"Tiền: {money(figures.money)}.",
    ]
    things = [total_words(total) for total in figures.given if total.what]
    said.append(f"Hiện vật: {'; '.join(things) or 'không có'}.")
    forms = MinutesTable(
        _FORMS,
        tuple(
            (_in_full(HELP_FORM[each.form]), str(each.needed), str(each.helped))
            for each in figures.by_form
        ),
    )
    return ReportPart(
        "Kết quả đã giúp",
        (*_paragraphs(said), Paragraph("Theo hình thức:"), forms),
    )


def _community(figures: Figures) -> ReportPart:
    said = [
        f"CLB thống nhất {figures.activities_agreed} việc cho cộng đồng; đã làm "
        f"{figures.activities_done} việc."
    ]
    done = {month.month: month.activities for month in figures.months}
    return ReportPart(
        "Hỗ trợ cộng đồng",
        _paragraphs(said),
        _by_month("Số việc cho cộng đồng đã làm trong từng tháng", figures.period, done),
    )


def _locality(figures: Figures) -> ReportPart:
    waiting = figures.matters - figures.answered
    said = f"CLB đề xuất {figures.matters} việc; đã được trả lời {figures.answered} việc"
    said += f", còn chờ trả lời {waiting} việc." if waiting else "."
    return ReportPart("Đề xuất với địa phương", (Paragraph(said),))


def _targets(figures: Figures) -> ReportPart:
    community = (
        f"Hàng tháng CLB giúp cộng đồng ít nhất {figures.activities_wanted} lần: "
        f"{figures.months_with_activity}/{figures.counted} tháng, "
        f"{_met(figures.community_met)}."
    )
    average = f"{figures.persons_average:.1f}".replace(".", ",")
    persons = (
        f"Trung bình mỗi tháng giúp được ít nhất {figures.persons_wanted:02d} người có khó khăn "
        f"đột xuất: {figures.persons} lượt người trong {figures.counted} tháng, bình quân "
        f"{average} người một tháng, {_met(figures.persons_met)}."
    )
    return ReportPart("Hai mục tiêu", (Paragraph(community, "1."), Paragraph(persons, "2.")))


def _in_full(form: str) -> str:
    return form.replace("BHYT", "bảo hiểm y tế (BHYT)")


def _met(met: bool) -> str:
    return "đạt" if met else "chưa đạt"


def _helped(figures: Figures) -> dict[date, int]:
    return {month.month: month.helped for month in figures.months}


def _by_month(title: str, period: Period, values: dict[date, int]) -> BarChart:
    return BarChart(
        title, tuple(Bar(f"T{month.month}", values.get(month)) for month in period.months)
    )


def _in_figures(month: date) -> str:
    return f"{month.month:02d}/{month.year}"


def _paragraphs(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Paragraph(capital(text)) for text in texts)
