"""The Association's report of a year, put into words from what was gathered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from storage.records.association import AssociationFigures, PlaceYear
from storage.records.figures import Period
from storage.records.minutes import Block, Column, MinutesTable, Paragraph, Signature
from storage.records.report import Bar, BarChart, ReportContent, ReportPart
from storage.rules.association import by_commune, by_province, everywhere, province_key
from storage.rules.minutes_parts.tokens import capital
from storage.rules.report_frame import report_frame
from storage.vietnamese import grouped, money

NO_PROVINCE = "chưa ghi tỉnh"
NO_COMMUNE = "chưa ghi xã"
_TOTAL = "Tổng cộng"
_BY_HAND = "……………………"
_DAY_BY_HAND = "……………, ngày …… tháng …… năm ………"
_NUMBERS = (
    Column("CLB", 0.09, numeric=True),
    Column("Tháng có họp", 0.11, numeric=True),
    Column("Lượt người", 0.11, numeric=True),
    Column("Ngày công", 0.125, numeric=True),
    Column("Tiền (đ)", 0.185, numeric=True),
    Column("CLB đạt 1", 0.09, numeric=True),
    Column("CLB đạt 2", 0.09, numeric=True),
)
"""Wide enough for thirty thousand clubs together."""
_PROVINCES = (Column("Tỉnh, thành phố", 0.2), *_NUMBERS)
_COMMUNES = (Column("Xã, phường", 0.2), *_NUMBERS)
_EXPLAINED = (
    "Lượt người: mỗi người được tính một lần trong một tháng. Đạt 1, đạt 2: hai mục tiêu ở mục II."
)


def content(figures: AssociationFigures, association: str = "") -> ReportContent:
    """The report of a year; what it leaves empty is filled in by hand."""
    provinces = by_province(figures.clubs)
    communes = by_commune(figures.clubs)
    total = everywhere(figures.clubs)
    provinces_named = sum(bool(each.province) for each in provinces)
    communes_named = sum(bool(each.commune) for each in communes)
    return ReportContent(
        parent_body="",
        club_name=association or _BY_HAND,
        number="Số: ……/BC",
        place_and_day=_DAY_BY_HAND,
        subject=(
            "Hoạt động Tự giúp nhau và hỗ trợ cộng đồng của các câu lạc bộ Liên thế hệ "
            f"năm {figures.year}"
        ),
        addressee=_BY_HAND,
        opening=(
            f"Số liệu năm {figures.year} tổng hợp từ {grouped(total.clubs)} câu lạc bộ (CLB) ở "
            f"{grouped(communes_named)} xã, phường của {grouped(provinces_named)} tỉnh, thành phố:"
        ),
        parts=(
            _results(figures, total),
            _targets(figures, total),
            ReportPart("Theo tỉnh, thành phố", tuple(_provinces(provinces, total))),
            ReportPart("Theo xã, phường", tuple(_communes(provinces, communes))),
        ),
        signature=Signature("Người lập báo cáo", ""),
        recipients=("Như trên",),
        filed="Hội",
        frame=report_frame(),
    )


def province_words(place: PlaceYear) -> str:
    """The province as the club wrote it."""
    return place.province or NO_PROVINCE


def _results(figures: AssociationFigures, total: PlaceYear) -> ReportPart:
    said = [
        f"{grouped(total.clubs)} CLB có {grouped(total.members)} thành viên. Cộng lại, các CLB có "
        f"họp trong {grouped(total.held)} trên {grouped(total.counted)} tháng.",
        f"Đã giúp {grouped(total.persons)} lượt người có khó khăn đột xuất, với "
        f"{grouped(total.labour)} ngày công và {money(total.money)}.",
        f"Đã làm {grouped(total.activities)} lượt việc cho cộng đồng.",
    ]
    if figures.silent:
        said.append(
            f"Ngoài ra {grouped(figures.silent)} CLB đã gửi gói số liệu mà chưa có tháng nào của "
            f"năm {figures.year}."
        )
    helped = {month.month: month.helped for month in figures.months}
    return ReportPart(
        "Kết quả chung",
        tuple(Paragraph(capital(text)) for text in said),
        _by_month("Số lượt người được giúp trong từng tháng", figures.year, helped),
    )


def _targets(figures: AssociationFigures, total: PlaceYear) -> ReportPart:
    community = (
        "Hàng tháng CLB giúp cộng đồng ít nhất 1 lần (hoặc số lần CLB tự đặt): "
        f"{_share(total.community_met, total.clubs)}."
    )
    persons = (
        "Trung bình mỗi tháng giúp được ít nhất 01 người có khó khăn đột xuất (hoặc số người "
        f"CLB tự đặt): {_share(total.persons_met, total.clubs)}."
    )
    done = {month.month: month.activities for month in figures.months}
    return ReportPart(
        "Hai mục tiêu",
        (Paragraph(community, "1."), Paragraph(persons, "2.")),
        _by_month("Số lượt việc cho cộng đồng trong từng tháng", figures.year, done),
    )


def _share(met: int, clubs: int) -> str:
    share = f"{100 * met / clubs:.1f}".replace(".", ",")
    return f"{grouped(met)}/{grouped(clubs)} CLB đạt ({share} %)"


def _provinces(provinces: Sequence[PlaceYear], total: PlaceYear) -> Iterable[Block]:
    rows = [_row(capital(province_words(place)), place) for place in provinces]
    yield MinutesTable(_PROVINCES, (*rows, _row(_TOTAL, total)))
    yield Paragraph(_EXPLAINED)


def _communes(provinces: Sequence[PlaceYear], communes: Sequence[PlaceYear]) -> Iterable[Block]:
    for province in provinces:
        key = province_key(province.province)
        own = [place for place in communes if province_key(place.province) == key]
        yield Paragraph(f"{capital(province_words(province))}:")
        yield MinutesTable(
            _COMMUNES, tuple(_row(capital(place.commune or NO_COMMUNE), place) for place in own)
        )


def _row(name: str, place: PlaceYear) -> tuple[str, ...]:
    numbers = (
        place.clubs,
        place.held,
        place.persons,
        place.labour,
        place.money,
        place.community_met,
        place.persons_met,
    )
    return (name, *(grouped(number) for number in numbers))


def _by_month(title: str, year: int, values: dict[date, int]) -> BarChart:
    return BarChart(
        title, tuple(Bar(f"T{month.month}", values.get(month)) for month in Period(year).months)
    )
