"""Số liệu: the numbers of some months, worked out by hand beside what the books say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import sample_minutes
from sample_cases import SampleCases
from statements import statements_of
from storage.books import Books
from storage.clock import FixedClock
from storage.records.cases import HardshipCase
from storage.records.figures import (
    Figures,
    FiguresSource,
    FormFigures,
    GroupFigures,
    MeetingHeld,
    MonthFigures,
    Period,
    PledgeTold,
)
from storage.records.help_totals import HelpTotal
from storage.records.kinds import (
    FulfilmentState,
    HelperKind,
    HelpForm,
    MeetingState,
    Relation,
)
from storage.records.people import Person
from storage.records.pledges import Fulfilment, Pledge, PledgeDraft
from storage.rules import figures as rules
from storage.tables import MeetingRow, PledgeRow, UrgentReportRow

YEAR = Period(2026)
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
DONE, PARTLY = FulfilmentState.DONE, FulfilmentState.PARTLY


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting of 24 October."""
    return sample_minutes.hold(books, meeting_id)


@pytest.fixture
def november(books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock) -> int:
    """The meeting of 28 November: it hears of the reaping, some money, a blanket, the road."""
    MeetingRow.update(state=str(MeetingState.SEALED)).where(MeetingRow.id == meeting_id).execute()
    clock.advance(35 * 24 * 3600)
    november = books.meetings.begin().id
    for pledge_id, state, given in (
        (_pledge(PledgeRow.hardship_case == cases.mui), DONE, None),
        (_pledge(PledgeRow.hardship_case == cases.luc), PARTLY, 20_000),
        (_pledge(PledgeRow.what == "chăn"), DONE, None),
        (_pledge(PledgeRow.what == "tổng vệ sinh đường làng"), DONE, None),
    ):
        books.follow_up.record(november, pledge_id, state, given=given)
    return november


def _pledge(about: object) -> int:
    return int(PledgeRow.get(about).id)


def test_the_numbers_of_the_sample_year(books: Books, november: int) -> None:
    found = books.figures.figures(YEAR)
    # The reaping was promised for 31 October, the sweeping for 1 November.
    assert found.months == (
        MonthFigures(OCTOBER, meetings=1, helped=1, labour=10),
        MonthFigures(NOVEMBER, meetings=1, activities=1, helped=2, money=20_000),
    )
    assert (found.labour, found.money) == (10, 20_000)
    assert (found.meetings, found.missed) == (2, ())
    # All 55 came in October; in November nobody is counted yet.
    assert (found.present, found.members, found.attendance) == (55, 110, 0.5)
    assert (found.proposed, found.chosen, found.helped) == (5, 3, 3)
    assert found.by_group == (
        GroupFigures("Tổ 1", 1, 1, 1),
        GroupFigures("Tổ 2", 1, 1, 1),
        GroupFigures("Tổ 3", 1, 1, 1),
        GroupFigures("Tổ 4", 1, 0, 0),
        # Cụ Hiền was brought by Tổ 3 and Tổ 5.
        GroupFigures("Tổ 5", 2, 1, 1),
    )
    assert found.by_form[:4] == (
        FormFigures(HelpForm.GOODS, 2, 1),
        FormFigures(HelpForm.LABOUR, 1, 1),
        FormFigures(HelpForm.MONEY, 1, 1),
        FormFigures(HelpForm.SKILL, 1, 0),
    )
    assert found.given == (
        HelpTotal(HelpForm.LABOUR, "", "ngày công", 10),
        HelpTotal(HelpForm.MONEY, "", "đ", 20_000),
        HelpTotal(HelpForm.GOODS, "chăn", "cái", 1),
    )
    assert (found.activities_agreed, found.activities_done) == (1, 1)
    assert (found.matters, found.answered, found.referred) == (1, 0, 1)


def test_both_targets_count_what_was_done(books: Books, november: int) -> None:
    """S1 each month; S2 three persons in two months."""
    found = books.figures.figures(YEAR)
    assert (found.months_with_activity, found.counted, found.community_met) == (1, 2, False)
    assert (found.persons, found.persons_average, found.persons_met) == (3, 1.5, True)
    alone = books.figures.figures(Period(2026, 11, 11))
    assert (alone.community_met, alone.persons_average) == (True, 2.0)


def test_a_month_without_a_meeting_is_missed_once_it_is_over(
    books: Books, november: int, clock: FixedClock
) -> None:
    clock.advance(30 * 24 * 3600)
    assert books.figures.figures(YEAR).missed == ()
    clock.advance(10 * 24 * 3600)
    assert clock.today() == date(2027, 1, 7)
    found = books.figures.figures(YEAR)
    assert found.missed == (date(2026, 12, 1),)
    assert (found.counted, found.persons_met) == (3, True)
    # Before the books begin there is nothing to miss.
    assert books.figures.figures(Period(2026, 1, 6)).missed == ()
    assert books.figures.figures(Period(2025)) == Figures(
        Period(2025),
        by_group=tuple(GroupFigures(f"Tổ {number}") for number in range(1, 6)),
        by_form=tuple(FormFigures(form) for form in HelpForm),
    )


def test_an_answer_and_help_that_could_not_wait_count(
    books: Books, cases: SampleCases, november: int
) -> None:
    (lamp,) = books.follow_up.overview(november).answers
    books.follow_up.answer(november, lamp.matter.id, "UBND xã", "sẽ thay bóng")
    for reported, helped in (("2026-10-30", "2026-11-02"), ("2026-11-05", None)):
        UrgentReportRow.create(
            hardship_case=cases.son,
            reported_at=f"{reported}T20:00:00+07:00",
            helped_at=f"{helped}T07:00:00+07:00" if helped else None,
        )
    found = books.figures.figures(YEAR)
    assert (found.matters, found.answered) == (1, 1)
    assert (found.urgent, found.urgent_helped) == (2, 1)
    assert found.helped == 4
    assert books.figures.figures(Period(2026, 11, 11)).urgent_helped == 1


def test_what_was_told_again_is_not_added_twice() -> None:
    """Each telling says how much was given in all."""
    case = HardshipCase(1, Person(7, "Lê Văn Sơn"), "ngã", Relation.OUTSIDE)
    told = (
        Fulfilment(1, PARTLY, date(2026, 5, 20), given=4),
        Fulfilment(2, FulfilmentState.POSTPONED, date(2026, 6, 1)),
        Fulfilment(3, DONE, date(2026, 6, 20), given=10),
    )
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, quantity=1, number=10)
    pledge = Pledge(1, draft, case_id=1, fulfilments=told)
    source = FiguresSource(
        today=date(2026, 7, 15),
        since=date(2026, 5, 20),
        meetings=(MeetingHeld(date(2026, 5, 20), 40, 50),),
        told=(PledgeTold(pledge, case),),
    )
    found = rules.figures(YEAR, source)
    assert [(each.month.month, each.labour, each.helped) for each in found.months] == [
        (5, 4, 1),
        (6, 6, 1),
    ]
    assert found.labour == 10
    assert found.missed == (date(2026, 6, 1),)
    assert rules.figures(Period(2026, 6, 6), source).labour == 6
    less = replace(pledge, fulfilments=(told[0], replace(told[2], given=3)))
    assert rules.figures(YEAR, replace(source, told=(PledgeTold(less, case),))).labour == 4


def test_one_person_under_two_entries_is_helped_once_a_month() -> None:
    """Someone outside the register may stand in the books once a case."""
    source = FiguresSource(
        today=date(2026, 5, 30),
        since=date(2026, 5, 20),
        told=tuple(
            PledgeTold(
                Pledge(
                    number,
                    PledgeDraft(HelpForm.MONEY, HelperKind.EVERYONE),
                    case_id=number,
                    fulfilments=(Fulfilment(number, DONE, date(2026, 5, 21)),),
                ),
                HardshipCase(
                    number,
                    Person(number, "Trần Văn Lực", birth_year=year),
                    "ốm",
                    Relation.OUTSIDE,
                ),
            )
            for number, year in ((1, 1985), (2, 1985), (3, 1950))
        ),
    )
    found = rules.figures(YEAR, source)
    assert (found.helped, found.persons) == (3, 2)


def test_the_figures_take_no_more_queries_when_the_books_are_fuller(
    books: Books, november: int
) -> None:
    before = statements_of(lambda: books.figures.figures(YEAR))
    more = sample_minutes.propose(books, november)
    sample_minutes.pledge(books, november, more)
    assert statements_of(lambda: books.figures.figures(YEAR)) == before < 60
