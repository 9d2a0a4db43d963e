"""As much as a club can do in one meeting, in its books: ten groups, thirty cases, long names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from prepared import MORNING
from storage.books import Books
from storage.clock import FixedClock
from storage.records.addenda import AddendumDraft
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Outcome,
    Position,
    Relation,
)
from storage.records.people import Club
from storage.records.pledges import PledgeDraft
from storage.tables import connection

GROUPS, GROUP_MEMBERS, CASES, PLEDGES = 10, 12, 30, 200
LONG_CLUB = "CLB Liên thế hệ tự giúp nhau các thôn Đông, Đoài, Nam, Bắc và khu dân cư mới"
LONG_PLACE = "số nhà 128, ngõ 12, xóm Chùa – thôn Đông – xã An Bình – tỉnh Hưng Yên"
_FAMILY = ("Nguyễn Trần Tôn Nữ", "Công Tằng Tôn Nữ", "Nguyễn Phúc Vĩnh", "Trần Đặng Hoàng Lê")
_GIVEN = ("Ngọc", "Ánh", "Đức", "Quỳnh", "Trang", "Ước", "Yến", "Thảo", "Bình", "Ẩn", "Kết", "Ý")
_MIDDLE = "Hoàng Thị Phương Thảo Uyên Khánh Linh Thanh Xuân Mỹ"
_LENGTH = 60
_WHEN = When("thứ bảy tới", date(2026, 10, 31), date(2026, 10, 31))
_WAYS = (Outcome.KEPT, Outcome.OWN_GROUP, Outcome.HOME_CARE, Outcome.LOCALITY)


@dataclass(frozen=True, slots=True)
class FullMeeting:
    """The books, which the caller closes, and the meeting in them."""

    books: Books
    id: int


def long_name(number: int) -> str:
    """A name of sixty letters, another for each number."""
    family, given = _FAMILY[number % len(_FAMILY)], _GIVEN[number % len(_GIVEN)]
    middle = f"{_GIVEN[number // len(_GIVEN) % len(_GIVEN)]} {_MIDDLE}"
    return f"{family} {middle[: _LENGTH - len(family) - len(given) - 2].strip()} {given}"


def hold_full_meeting(folder: Path) -> FullMeeting:
    """Makes books, and leads their meeting up to the approval of its minutes."""
    clock = FixedClock(MORNING - timedelta(days=60))
    books = Books(folder, clock)
    connection.execute_sql("PRAGMA synchronous = OFF")
    _make_club(books)
    clock.advance(timedelta(days=60).total_seconds())
    meeting_id = books.meetings.begin().id
    groups = [group.id for group in books.register.groups()]
    for group in groups:
        books.attendance.count_group(meeting_id, group, GROUP_MEMBERS)
    books.meetings.add_guest(meeting_id, long_name(900), "Phó Chủ tịch Ủy ban nhân dân xã An Bình")
    cases = [
        books.proposals.propose_case(meeting_id, group, _case(number))
        for number, group in zip(range(CASES), cycle(groups), strict=False)
    ]
    _choose(books, meeting_id, cases)
    _pledge(books, meeting_id, cases)
    _settle(books, meeting_id, groups)
    clock.advance(timedelta(hours=2).total_seconds())
    return FullMeeting(books, meeting_id)


def seal_and_correct(held: FullMeeting) -> None:
    """Approves the minutes, closes them, and writes an addendum of many lines."""
    books, meeting = held.books, held.books.meetings.get(held.id)
    books.minutes.approve(held.id, unanimous=True)
    books.minutes.seal(held.id)
    text = "\n".join(f"{long_name(number)} 86 tuổi, không phải 68 tuổi." for number in range(40))
    day = date(2026, 10, 24)
    books.addenda.write(held.id, AddendumDraft(text, day, meeting.secretary_id, meeting.chair_id))


def _make_club(books: Books) -> None:
    books.club.save(
        Club(
            name=LONG_CLUB,
            hamlet="thôn Đông",
            commune="xã An Bình",
            parent_body="Hội Người cao tuổi xã An Bình và các thôn lân cận",
            place="Nhà văn hóa thôn Đông",
            recipients="\n".join(f"Cơ quan thứ {number} của xã An Bình" for number in range(1, 6)),
            minutes_read_aloud=True,
            signature_hint=True,
            minutes_qr=True,
        )
    )
    numbers = iter(range(GROUPS * GROUP_MEMBERS))
    for number in range(1, GROUPS + 1):
        group = books.register.add_group(f"Tổ {number}", "xóm Đình")
        own = [
            books.register.add_member(
                long_name(next(numbers)), group, address_form=Address.BA, birth_year=1950
            )
            for _ in range(GROUP_MEMBERS)
        ]
        books.register.set_leader(group, own[0])
    chair, secretary, *_others = books.register.members()
    books.register.set_positions(chair.id, [Position.CHAIR, Position.BOARD])
    books.register.set_positions(secretary.id, [Position.SECRETARY, Position.BOARD])


def _case(number: int) -> CaseDraft:
    forms = tuple(HelpForm)
    return CaseDraft(
        name=long_name(300 + number),
        circumstances="Sống một mình, ngã gãy chân đúng vụ gặt, con cháu đều ở xa, nhà dột nát",
        needs=(
            Need(HelpForm.LABOUR, "gặt 3 sào lúa, phơi rơm", 10, "ngày công"),
            Need(forms[number % len(forms)], "chăn, màn, quần áo ấm"),
        ),
        address_form=Address.CU,
        birth_year=1940,
        relation=Relation.OUTSIDE,
        address=LONG_PLACE,
        when=When("trước ngày 15 tháng tới", None, date(2026, 11, 14)),
        home_care=number % 5 == 0,
        consent=Consent.AGREED if number % 3 else Consent.NOT_ASKED,
    )


def _choose(books: Books, meeting_id: int, cases: list[int]) -> None:
    """Twelve by hands, two of them after a second count; a way for each of the others."""
    books.selection.begin_count(meeting_id, 12)
    for number, case in enumerate(cases):
        books.selection.count_hands(meeting_id, case, 60 - number if number != 12 else 49)
    books.selection.begin_second_count(meeting_id)
    books.selection.count_hands(meeting_id, cases[11], 60)
    books.selection.count_hands(meeting_id, cases[12], 40)
    books.selection.settle(meeting_id)
    for case, way in zip(cases[12:], cycle(_WAYS), strict=False):
        matter = "sửa đường vào nhà" if way is Outcome.LOCALITY else ""
        books.selection.set_way(meeting_id, case, way, "chờ kỳ sau", matter)


def _pledge(books: Books, meeting_id: int, cases: list[int]) -> None:
    drafts = _drafts([member.id for member in books.register.members()])
    for number, draft in zip(range(PLEDGES), drafts, strict=False):
        books.pledges.pledge(meeting_id, cases[number * len(cases) // PLEDGES], draft)
    for case in cases[:12]:
        books.pledges.agree(meeting_id, case, unanimous=True)
    for case in cases[:3]:
        books.pledges.refer(meeting_id, case)


def _drafts(members: list[int]) -> Iterator[PledgeDraft]:
    """Help of many kinds, by one, by three, and in every fortieth by all of a group."""
    for number in range(PLEDGES):
        helpers = 12 if number % 40 == 0 else 1 + 2 * (number % 3 == 0)
        own = tuple(members[(number + each) % len(members)] for each in range(helpers))
        yield PledgeDraft(
            HelpForm.LABOUR if number % 2 else HelpForm.GOODS,
            HelperKind.MEMBERS,
            what="gặt lúa" if number % 2 else "chăn",
            quantity=1,
            unit="" if number % 2 else "cái",
            members=own,
            when=_WHEN,
            place=LONG_PLACE,
            in_charge=own[0],
            used=not number % 2,
        )


def _settle(books: Books, meeting_id: int, groups: list[int]) -> None:
    chair = books.meetings.get(meeting_id).chair_id
    for number, group in zip(range(CASES), cycle(groups), strict=False):
        activity = number % 2 == 0
        draft = MatterDraft(
            MatterKind.ACTIVITY if activity else MatterKind.LOCALITY,
            f"việc thứ {number}: dọn vệ sinh đường làng ngõ phố, khơi thông cống rãnh",
            role=ClubRole.JOINS,
            partner="Chi hội Phụ nữ thôn Đông",
            when=_WHEN,
            addressee="" if activity else "Ủy ban nhân dân xã An Bình",
            way=None if activity else LocalityWay.MEETINGS,
            representative=None if activity else chair,
        )
        matter = books.proposals.propose_matter(meeting_id, group, draft)
        books.community.agree(meeting_id, matter, unanimous=True)
