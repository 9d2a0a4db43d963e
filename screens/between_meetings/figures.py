"""Số liệu: the months of a year, the groups and the forms of help, with bars and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.language import N_, _
from screens.widgets.lines import Column, Line, blank, heading, note
from storage.books import Books
from storage.records.figures import Figures, Period
from storage.rules.terms import HELP_FORM
from storage.vietnamese import money

_LONGEST = 9
"""Cells of the longest bar."""


@dataclass(frozen=True, slots=True)
class FiguresOverview:
    """The figures of one year, and the years there are."""

    figures: Figures
    years: tuple[int, ...]


class FiguresScreen(BookScreen[FiguresOverview]):
    """Plus and minus go through the years."""

    HELP: ClassVar[str] = N_(
        "Số liệu một năm: mỗi tháng giúp được mấy người, mấy việc cộng đồng, bao nhiêu ngày công "
        "và tiền; theo tổ và theo hình thức giúp. Bấm + và − để sang năm sau, năm trước."
    )

    def __init__(self) -> None:
        super().__init__()
        self.year: int | None = None
        """The year that is shown; None until the books say which is the last."""

    def read(self, books: Books) -> FiguresOverview:
        """The year's figures."""
        years = books.tracking.years()
        year = self.year or (years[0] if years else books.clock.today().year)
        return FiguresOverview(books.figures.figures(Period(year)), years)

    def page(self, overview: FiguresOverview) -> Page:
        """Both targets, then the months, the groups and the forms."""
        figures = overview.figures
        lines = [
            *_section(_("Số người được giúp mỗi tháng"), _months(figures)),
            *_section(
                _("Theo tổ: số trường hợp được giúp"),
                [(each.name, each.helped, "") for each in figures.by_group],
            ),
            *_section(
                _("Theo hình thức giúp: số trường hợp"),
                [(_(HELP_FORM[each.form]), each.helped, "") for each in figures.by_form],
            ),
        ]
        return Page(
            title=_("Số liệu năm {year}").format(year=figures.period.year),
            aside=_("{meetings} buổi họp", figures.meetings).format(meetings=figures.meetings),
            intro=_targets(figures),
            columns=(Column(21), Column(_LONGEST + 4), Column()),
            lines=tuple(lines),
            keys=(("+ −", _("năm khác")),),
        )

    def works(self, key: str, line: Line | None) -> bool:
        """Another year on every line, where there is one."""
        if key == "+ −":
            return self.overview is not None and len(self.overview.years) > 1
        return super().works(key, line)

    async def amount(self, line: Line, amount: int) -> None:  # noqa: ARG002 - on every line
        """Plus and minus: the year after, the year before."""
        if self.overview is None:
            return
        year = self.overview.figures.period.year + amount
        if year in self.overview.years:
            self.year = year
            await self.refresh_page()


def _targets(figures: Figures) -> str:
    parts = [
        _("Giúp cộng đồng: {months} trên {counted} tháng").format(
            months=figures.months_with_activity, counted=figures.counted
        ),
        _("Trung bình mỗi tháng giúp {average} người").format(
            average=f"{figures.persons_average:.1f}".replace(".", ",")
        ),
        _("{labour} ngày công · {money}").format(labour=figures.labour, money=money(figures.money)),
    ]
    if figures.missed:
        months = ", ".join(str(month.month) for month in figures.missed)
        parts.append(_("Không họp: tháng {months}").format(months=months))
    return "\n".join(parts)


def _months(figures: Figures) -> list[tuple[str, int, str]]:
    return [
        (
            _("Tháng {month}").format(month=each.month.month),
            each.helped,
            _("{activities} việc cộng đồng · {labour} công · {money}").format(
                activities=each.activities, labour=each.labour, money=money(each.money)
            ),
        )
        for each in figures.months
    ]


def _section(title: str, rows: list[tuple[str, int, str]]) -> list[Line]:
    """A heading, and under it a bar a row, with its number in figures."""
    if not rows:
        return [blank(title), heading(title), note(_("Chưa có số liệu."))]
    most = max(1, *(number for _label, number, _rest in rows))
    lines = [blank(title), heading(title)]
    for label, number, rest in rows:
        bar = round(number * min(1, _LONGEST / most))
        cells = (label, f"{' ' * bar} {number}" if bar else str(number), rest)
        lines.append(Line(f"{title}:{label}", cells, detail=f"{label}: {number}", bar=bar))
    return lines
