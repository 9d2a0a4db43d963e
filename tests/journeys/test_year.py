"""A year of a club: what its books say at the end, beside what was worked out by hand.

| 2027 | meetings  | persons helped | activities done | labour | money  |
| ---- | --------- | -------------- | --------------- | ------ | ------ |
| Jan  | 10        |                |                 |        |        |
| Feb  | none, Tết |                |                 |        |        |
| Mar  | 14 and 28 | Mùi, Lực       | the sweeping    |     11 | 20.000 |
| Apr  | 11        | Lực            |                 |        | 40.000 |
| May  | 9         | Sơn            |                 |        |        |
| Jun  | 13        |                |                 |        |        |
| Jul  | 11        | Hiền           |                 |        |        |
| Aug  | none      | Bình, urgent   |                 |        |        |
| Sep  | 12 and 26 |                |                 |        |        |
| Oct  | 10        |                |                 |        |        |
| Nov  | 14        |                | the ditches     |        |        |
| Dec  | 12        |                |                 |        |        |

Promised were ten days of labour and 50.000 đ. Nine of the ten came to bà Mùi, and two who had
not signed up; anh Lực was given 20.000 đ, and by the next meeting 60.000 đ in all. Ông Sơn was
kept three times and then chosen. Cụ Hiền went to home care, was surveyed and brought back; of
the two things promised to her one was given, since a helper left on 20 June. Painting the gate
was decided in July, and nobody told of it again.

At the first meeting 50 of 55 members came; at the next five all 55, at the last six all 54.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sample_cases import BINH, HIEN, LUC, MUI, SON, goods, labour
from sample_minutes import GATE, LAMP, SWEEP
from storage.books import Books
from storage.clock import FixedClock
from storage.records.case_draft import CaseDraft
from storage.records.cases import When
from storage.records.community import MatterDraft
from storage.records.figures import GroupFigures, MonthFigures, Period
from storage.records.help_totals import HelpTotal
from storage.records.home_care import SurveyDraft
from storage.records.kinds import FulfilmentState, HelperKind, HelpForm, MatterKind, Outcome
from storage.records.pledges import PledgeDraft
from storage.records.tracking import EntryState, TrackingFilter
from storage.records.urgent import UrgentDraft

DONE, PARTLY, NOT_DONE = FulfilmentState.DONE, FulfilmentState.PARTLY, FulfilmentState.NOT_DONE
MONEY = PledgeDraft(HelpForm.MONEY, HelperKind.MEMBERS, quantity=10_000)
CHAIR = PledgeDraft(
    HelpForm.GOODS,
    HelperKind.ORGANISATION,
    what="xe lăn",
    quantity=1,
    unit="cái",
    organisation="Hội NCT",
)
DITCHES = MatterDraft(MatterKind.ACTIVITY, "khơi thông cống rãnh")
ROAD = replace(LAMP, what="đường xóm Trại lầy lội")


class Year:
    """The club's year, led from day to day."""

    def __init__(self, books: Books, clock: FixedClock) -> None:
        self.books = books
        self.clock = clock
        self.groups = [group.id for group in books.register.groups()]
        self.members = [member.id for member in books.register.members()]
        self.meeting = 0

    def until(self, month: int, day: int) -> None:
        """The morning of another day comes."""
        self.clock.advance((date(2027, month, day) - self.clock.today()).days * 24 * 3600)

    def begin(self, month: int, day: int, *, away: int = 0) -> None:
        """A meeting, to which all come but some of Tổ 1."""
        self.until(month, day)
        self.meeting = self.books.meetings.begin().id
        for group in self.books.register.groups():
            missing = away if group.id == self.groups[0] else 0
            self.books.attendance.count_group(self.meeting, group.id, group.members - missing)

    def close(self) -> None:
        """The minutes are approved and sealed, with the reasons that they may owe."""
        self.books.minutes.give_reason(
            self.meeting, no_case="không có ai", no_community="bận việc mùa"
        )
        self.books.minutes.approve(self.meeting, unanimous=True)
        self.books.minutes.seal(self.meeting)

    def propose(self, group: int, draft: CaseDraft) -> int:
        """A group, from nought, brings a case."""
        return self.books.proposals.propose_case(self.meeting, self.groups[group], draft)

    def choose(self, case: int, *drafts: PledgeDraft) -> list[int]:
        """Everyone agrees on a case, and on what is pledged."""
        self.books.selection.choose_unanimously(self.meeting, [case])
        return [self.books.pledges.pledge(self.meeting, case, draft) for draft in drafts]

    def keep(self, case: int) -> None:
        """A case is left for the next meeting."""
        self.books.selection.set_way(self.meeting, case, Outcome.KEPT)

    def agree(self, draft: MatterDraft) -> int:
        """Tổ 1 brings something for the community, and everyone agrees."""
        proposed = self.books.proposals.propose_matter(self.meeting, self.groups[0], draft)
        self.books.community.agree(self.meeting, proposed, unanimous=True)
        return proposed

    def tell(self, pledge: int, state: FulfilmentState, given: int | None = None) -> None:
        """What became of a promise."""
        reason = "người hứa đã ra khỏi CLB" if state is NOT_DONE else ""
        self.books.follow_up.record(self.meeting, pledge, state, given=given, reason=reason)

    def of_matter(self, matter: int) -> int:
        """The promise to do an activity."""
        promises = self.books.follow_up.overview(self.meeting).promises
        return next(each.pledge.id for each in promises if each.pledge.matter_id == matter)

    def quiet(self, month: int, day: int) -> None:
        """A meeting that decides nothing."""
        self.begin(month, day)
        self.close()


@pytest.fixture
def year(books: Books, clock: FixedClock) -> Year:
    """The books at the end of the year."""
    year = Year(books, clock)
    for part in (_winter, _spring, _summer, _autumn):
        part(year)
    return year


def _winter(year: Year) -> None:
    year.begin(1, 10, away=5)
    mui, son = year.propose(0, MUI), year.propose(3, SON)
    (reaping,) = year.choose(mui, labour(tuple(year.members[:10])))
    year.keep(son)
    sweeping = year.agree(replace(SWEEP, when=When("sau Tết")))
    year.close()

    year.begin(3, 14)
    year.books.follow_up.record(year.meeting, reaping, DONE, given=11, came=2)
    year.tell(year.of_matter(sweeping), DONE)
    luc = year.propose(1, LUC)
    (money,) = year.choose(luc, replace(MONEY, members=tuple(year.members[10:15])))
    year.keep(son)
    year.close()

    year.begin(3, 28)
    year.tell(money, PARTLY, 20_000)
    year.keep(son)
    lamp = year.agree(LAMP)
    year.close()
    assert [each.case.id for each in year.books.attention.overview().kept] == [son]

    year.begin(4, 11)
    year.tell(money, DONE, 60_000)
    year.books.follow_up.answer(year.meeting, lamp, "UBND xã", "đã thay bóng")
    (chair,) = year.choose(son, replace(CHAIR, members=(year.members[0],)))
    year.close()

    year.begin(5, 9)
    year.tell(chair, DONE)


def _spring(year: Year) -> None:
    home_care = year.books.home_care
    hien = year.propose(2, replace(HIEN, relative_of=year.members[22]))
    year.choose(hien)
    year.books.pledges.refer(year.meeting, hien)
    year.close()
    year.until(5, 20)
    (referral,) = year.books.attention.overview().referrals
    found = SurveyDraft("thiếu chăn, màn", on=year.clock.today(), solution="nhờ CLB giúp")
    home_care.survey(referral.id, found)
    home_care.bring_back(referral.id, "cần cả CLB giúp")
    assert year.books.attention.overview().referrals == ()

    year.begin(6, 13)
    year.books.proposals.propose_existing(year.meeting, year.groups[2], hien)
    blanket, net = year.choose(
        hien, goods("chăn", 1, "cái", year.members[15]), goods("màn", 1, "cái", year.members[16])
    )
    year.close()
    year.until(6, 20)
    year.books.members.leave(year.members[16], year.clock.today())

    year.begin(7, 11)
    year.tell(blanket, DONE)
    year.tell(net, NOT_DONE)


def _summer(year: Year) -> None:
    july = When("25/7", date(2027, 7, 25), date(2027, 7, 25))
    year.agree(replace(GATE, when=july))
    year.close()
    urgent = year.books.urgent
    year.until(8, 5)
    report = urgent.report(
        UrgentDraft(BINH, year.clock.now(), reported_by=year.members[44], cause="lợn đang chết")
    )
    assert [story.id for story in year.books.attention.overview().urgent] == [report]
    urgent.decide(report, "cử người đến ngay", year.members[0], year.clock.now())
    assert year.books.attention.overview().urgent == ()
    year.until(8, 6)
    urgent.done(report, "đã tiêm cho cả đàn", year.clock.now())


def _autumn(year: Year) -> None:
    year.quiet(9, 12)
    year.begin(9, 26)
    year.agree(ROAD)
    year.close()
    year.begin(10, 10)
    ditches = year.agree(DITCHES)
    year.close()
    year.begin(11, 14)
    year.tell(year.of_matter(ditches), DONE)
    year.close()
    year.quiet(12, 12)


def _month(
    number: int, *, helped: int = 0, activities: int = 0, labour: int = 0, money: int = 0
) -> MonthFigures:
    return MonthFigures(
        date(2027, number, 1),
        meetings={2: 0, 3: 2, 8: 0, 9: 2}.get(number, 1),
        helped=helped,
        activities=activities,
        labour=labour,
        money=money,
    )


def test_the_books_say_what_was_worked_out_by_hand(year: Year) -> None:
    for told in (_figures, _tracking_book, _main_page):
        told(year)


def _figures(year: Year) -> None:
    found = year.books.figures.figures(Period(2027))
    assert found.months == (
        _month(1),
        _month(2),
        _month(3, helped=2, activities=1, labour=11, money=20_000),
        _month(4, helped=1, money=40_000),
        _month(5, helped=1),
        _month(6),
        _month(7, helped=1),
        _month(8, helped=1),
        _month(9),
        _month(10),
        _month(11, activities=1),
        _month(12),
    )
    assert (found.meetings, found.missed) == (12, (date(2027, 2, 1), date(2027, 8, 1)))
    assert (found.present, found.members) == (50 + 5 * 55 + 6 * 54, 6 * 55 + 6 * 54)
    assert (found.months_with_activity, found.counted, found.community_met) == (2, 12, False)
    assert (found.persons, found.persons_average, found.persons_met) == (6, 0.5, False)
    assert (found.proposed, found.chosen, found.helped) == (4, 4, 5)
    assert found.by_group[:4] == tuple(GroupFigures(f"Tổ {n}", 1, 1, 1) for n in range(1, 5))
    assert set(found.given) == {
        HelpTotal(HelpForm.LABOUR, "", "ngày công", 11),
        HelpTotal(HelpForm.MONEY, "", "đ", 60_000),
        HelpTotal(HelpForm.GOODS, "xe lăn", "cái", 1),
        HelpTotal(HelpForm.GOODS, "chăn", "cái", 1),
    }
    assert (found.activities_agreed, found.activities_done) == (3, 2)
    assert (found.matters, found.answered) == (2, 1)
    assert (found.urgent, found.urgent_helped, found.referred) == (1, 1, 1)


def _tracking_book(year: Year) -> None:
    def states(person: str) -> list[EntryState]:
        asked = TrackingFilter(2027, person=person)
        return [entry.state for entry in year.books.tracking.entries(asked)]

    kept = EntryState.KEPT
    assert states("le van son") == [kept, kept, kept, EntryState.DONE]
    assert states("vu thi binh") == [EntryState.DONE]
    assert states("pham thi hien")[1:] == [EntryState.PARTLY]
    (mui,) = year.books.tracking.entries(TrackingFilter(2027, person="nguyen thi mui"))
    (reaping,) = mui.pledges
    assert (reaping.total, reaping.fulfilments[-1].given, reaping.fulfilments[-1].came) == (
        10,
        11,
        2,
    )
    (luc,) = year.books.tracking.entries(TrackingFilter(2027, person="tran van luc"))
    (money,) = luc.pledges
    assert (money.total, [told.given for told in money.fulfilments]) == (50_000, [20_000, 60_000])


def _main_page(year: Year) -> None:
    found = year.books.attention.overview()
    assert (found.targets.activities, found.targets.helped, found.targets.months) == (0, 6, 12)
    assert [month.month for month in found.missed] == [1, 2, 4, 5, 6, 7, 8, 9, 10]
    assert [each.matter.what for each in found.overdue if each.matter] == [GATE.what]
    assert len(found.overdue) == 1
    assert [each.awaited.matter.what for each in found.answers] == [ROAD.what]
    assert (found.urgent, found.due, found.referrals, found.kept) == ((), (), (), ())
