"""The practice club: invented, and on the morning of its October meeting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from storage.acts.desk import Desk
from storage.clock import FixedClock
from storage.day_words.typed import understand_when
from storage.meeting.meetings import Office
from storage.practice.people import (
    CHAIR,
    HOME_CARE,
    NEIGHBOURHOODS,
    SECRETARY,
    VICE_CHAIR,
    Villager,
)
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    Consent,
    Fact,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Position,
)
from storage.records.people import Club
from storage.records.pledges import PledgeDraft

if TYPE_CHECKING:
    from storage.books import Books

CLUB = Club(
    name="CLB Liên thế hệ tự giúp nhau thôn Đông",
    hamlet="thôn Đông",
    commune="xã An Bình",
    parent_body="Hội Người cao tuổi xã An Bình",
    place="Nhà văn hóa thôn Đông",
    recipients="Hội Người cao tuổi xã An Bình",
)

_VIETNAM = timezone(timedelta(hours=7))
_FOUNDED = datetime(2026, 1, 10, 8, 0, tzinfo=_VIETNAM)
_SEPTEMBER = datetime(2026, 9, 26, 8, 30, tzinfo=_VIETNAM)
_PRESENT = (11, 10, 12, 10, 10)
_POSITIONS = {
    CHAIR: (Position.CHAIR, Position.BOARD),
    VICE_CHAIR: (Position.VICE_CHAIR, Position.BOARD),
    SECRETARY: (Position.SECRETARY, Position.BOARD),
}
_ROOF_HELPERS = ("Trần Văn Hưng", "Dương Văn Chiến", "Ngô Văn Tuất", "Phạm Văn Thắng")
_SCHOOL_HELPERS = (
    "Nguyễn Thị Lành",
    "Đặng Thị Hòa",
    "Phạm Thị Vân",
    "Lê Thị Hường",
    "Tô Thị Nga",
    "Vũ Thị Nhung",
)


def make_practice_club(books: Books) -> None:
    """Fills new books with the practice club and its sealed September meeting.

    Three promises are open from it, one of them overdue, and one matter without an answer.
    """
    desk = books.meetings.desk
    with _at(desk, _FOUNDED):
        members = _make_register(books)
    with _at(desk, _SEPTEMBER) as clock:
        _September(books, members, clock).hold()


@contextmanager
def _at(desk: Desk, moment: datetime) -> Iterator[FixedClock]:
    """What is written within is written as if at that moment."""
    own = desk.clock
    clock = FixedClock(moment)
    desk.clock = clock
    try:
        yield clock
    finally:
        desk.clock = own


def _make_register(books: Books) -> dict[str, int]:
    """The club, its groups and their members; gives the members by name."""
    books.club.save(CLUB)
    members: dict[str, int] = {}
    for neighbourhood in NEIGHBOURHOODS:
        group = books.register.add_group(neighbourhood.name, neighbourhood.area)
        for villager in neighbourhood.villagers:
            members[villager.name] = _add(books, group, neighbourhood.area, villager)
        books.register.set_leader(group, members[neighbourhood.villagers[0].name])
    return members


def _add(books: Books, group: int, area: str, villager: Villager) -> int:
    return books.register.add_member(
        villager.name,
        group,
        address_form=villager.address_form,
        birth_year=villager.birth_year,
        address=area,
        positions=_POSITIONS.get(villager.name, ()),
        home_care=villager.name in HOME_CARE,
        can_help=villager.can_help,
    )


class _September:
    """The meeting before, from which something is open in each of the ways that step 2 knows."""

    def __init__(self, books: Books, members: dict[str, int], clock: FixedClock) -> None:
        self._books = books
        self._members = members
        self._clock = clock
        self._groups = [group.id for group in books.register.groups()]
        self._id = books.meetings.begin().id

    def hold(self) -> None:
        """Leads the meeting through its steps, and seals it."""
        for step in (self._gather, self._help, self._settle_matters, self._close):
            step()
            self._clock.advance(900)

    def _gather(self) -> None:
        books = self._books
        books.meetings.set_officer(self._id, Office.FACILITATOR, self._members[VICE_CHAIR])
        for group, present in zip(self._groups, _PRESENT, strict=True):
            books.attendance.count_group(self._id, group, present)
            books.discussion.toggle_agreed(self._id, group)

    def _help(self) -> None:
        """Two cases are proposed and chosen, and help is pledged for both."""
        books = self._books
        roof = books.proposals.propose_case(self._id, self._groups[1], self._roof())
        school = books.proposals.propose_case(self._id, self._groups[3], self._school())
        books.selection.choose_unanimously(self._id, (roof, school))
        books.pledges.pledge(self._id, roof, self._roofing())
        books.pledges.pledge(self._id, school, self._school_money())
        for case in (roof, school):
            books.pledges.agree(self._id, case, unanimous=True)
        for group in (self._groups[0], self._groups[2], self._groups[4]):
            books.proposals.nothing(self._id, group, case=True, matter=False)

    def _settle_matters(self) -> None:
        """The house of culture is swept; the commune is told of the road."""
        books = self._books
        sweeping = books.proposals.propose_matter(self._id, self._groups[0], self._sweeping())
        road = books.proposals.propose_matter(self._id, self._groups[4], self._road())
        for group in self._groups[1:4]:
            books.proposals.nothing(self._id, group, case=False, matter=True)
        books.community.agree(self._id, sweeping, unanimous=True)
        books.community.agree(self._id, road, unanimous=False, in_favour=49, other=4)

    def _close(self) -> None:
        self._books.minutes.approve(self._id, unanimous=True)
        self._books.minutes.seal(self._id)

    def _roof(self) -> CaseDraft:
        return CaseDraft(
            name="Đinh Thị Lượt",
            address_form=Address.BA,
            birth_year=1947,
            member_id=self._members["Đinh Thị Lượt"],
            address="xóm Giữa",
            circumstances="sống một mình, mái bếp tốc ngói sau bão",
            needs=(Need(HelpForm.LABOUR, "lợp lại mái bếp", 4, "ngày công"),),
            when=self._when("trước ngày 10/10"),
            facts=frozenset({Fact.ALONE}),
            consent=Consent.AGREED,
        )

    def _school(self) -> CaseDraft:
        return CaseDraft(
            name="Hoàng Gia Bảo",
            address_form=Address.CHAU,
            birth_year=2014,
            address="xóm Đông",
            guardian="chị Hoàng Thị Lam (mẹ)",
            circumstances="bố mất, mẹ ốm, thiếu tiền đóng học đầu năm",
            needs=(Need(HelpForm.MONEY, "tiền đóng học", 120_000, "đ"),),
            when=self._when("trong tháng 10"),
            consent=Consent.AGREED,
        )

    def _roofing(self) -> PledgeDraft:
        """Labour; on the day of practice it is overdue."""
        return PledgeDraft(
            form=HelpForm.LABOUR,
            helper_kind=HelperKind.MEMBERS,
            what="lợp lại mái bếp",
            quantity=1,
            members=tuple(self._members[name] for name in _ROOF_HELPERS),
            when=self._when("trước ngày 10/10"),
            place="nhà bà Lượt",
            in_charge=self._members["Trần Văn Hưng"],
        )

    def _school_money(self) -> PledgeDraft:
        """Money, still in time."""
        return PledgeDraft(
            form=HelpForm.MONEY,
            helper_kind=HelperKind.MEMBERS,
            what="tiền đóng học",
            quantity=20_000,
            members=tuple(self._members[name] for name in _SCHOOL_HELPERS),
            when=self._when("trong tháng 10"),
            in_charge=self._members["Lê Thị Hường"],
        )

    def _sweeping(self) -> MatterDraft:
        return MatterDraft(
            kind=MatterKind.ACTIVITY,
            what="quét dọn sân và nhà Văn hóa",
            place="nhà văn hóa thôn",
            when=self._when("04/10/2026"),
            in_charge=self._members["Nguyễn Thị Lành"],
        )

    def _road(self) -> MatterDraft:
        return MatterDraft(
            kind=MatterKind.LOCALITY,
            what="đoạn đường xóm Trại đọng nước, khó đi lại",
            addressee="UBND xã An Bình",
            way=LocalityWay.MEETINGS,
            when=self._when("trong tháng 10"),
            representative=self._members[CHAIR],
        )

    def _when(self, said: str) -> When:
        return understand_when(said, self._clock.today())
