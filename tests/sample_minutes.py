"""The sample meeting as the minutes tell it: proposed, counted, decided, pledged, agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import sample_cases
from sample_cases import SampleCases, goods
from storage.books import Books
from storage.clock import FixedClock
from storage.records.case_draft import CaseDraft
from storage.records.cases import When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    ClubRole,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Outcome,
)
from storage.records.pledges import PledgeDraft

MUI = replace(sample_cases.MUI, address="xóm Đình", when=When("trong hai tuần tới"))
LUC = replace(sample_cases.LUC, address="ngõ 3", when=When("ngay"))
HIEN = replace(
    sample_cases.HIEN,
    address="xóm Chùa",
    when=When("trước ngày 15 tháng tới", None, date(2026, 11, 14)),
)
SON = replace(sample_cases.SON, address="xóm Đông", when=When("trong quý"))
BINH = replace(sample_cases.BINH, address="xóm Trại", when=When("ngay"))

SWEEP = MatterDraft(
    MatterKind.ACTIVITY,
    "tổng vệ sinh đường làng",
    when=When("chủ nhật tới", date(2026, 11, 1), date(2026, 11, 1)),
)
LAMP = MatterDraft(
    MatterKind.LOCALITY,
    "đèn đường ngõ 3 hỏng",
    addressee="UBND xã",
    way=LocalityWay.MEETINGS,
)
GATE = MatterDraft(
    MatterKind.ACTIVITY, "quét vôi lại cổng làng", role=ClubRole.JOINS, partner="thôn"
)


def propose(books: Books, meeting_id: int) -> SampleCases:
    """What the five groups bring: cụ Hiền twice, and nothing for the community by Tổ 5."""
    groups = [group.id for group in books.register.groups()]
    mui, luc, hien, son, binh = (
        _propose(books, meeting_id, group, draft)
        for group, draft in zip(groups, (MUI, LUC, HIEN, SON, BINH), strict=True)
    )
    books.proposals.propose_existing(meeting_id, groups[4], hien)
    books.proposals.nothing(meeting_id, groups[4], case=False, matter=True)
    return SampleCases(hien=hien, mui=mui, luc=luc, son=son, binh=binh)


def _propose(books: Books, meeting_id: int, group: int, draft: CaseDraft) -> int:
    relative = books.register.members(group)[0].id if draft is HIEN else None
    return books.proposals.propose_case(meeting_id, group, replace(draft, relative_of=relative))


def choose(books: Books, meeting_id: int, cases: SampleCases) -> None:
    """Two counts of hands, three cases chosen, and a way for the other two."""
    everyone = (cases.hien, cases.mui, cases.luc, cases.son, cases.binh)
    books.selection.begin_count(meeting_id, 3)
    for case, hands in zip(everyone, (41, 38, 33, 33, 17), strict=True):
        books.selection.count_hands(meeting_id, case, hands)
    books.selection.begin_second_count(meeting_id)
    books.selection.count_hands(meeting_id, cases.luc, 29)
    books.selection.count_hands(meeting_id, cases.son, 21)
    books.selection.settle(meeting_id)
    books.selection.give_reason(meeting_id, cases.hien, "bệnh nặng, không có người chăm")
    books.selection.set_way(meeting_id, cases.son, Outcome.KEPT, "chờ Hội NCT trả lời")
    books.selection.set_way(meeting_id, cases.binh, Outcome.OWN_GROUP)


def pledge(books: Books, meeting_id: int, cases: SampleCases) -> None:
    """Help for all five, agreed on for the first; cụ Hiền goes to home care too."""
    members = [member.id for member in books.register.members()]
    reaping = PledgeDraft(
        HelpForm.LABOUR,
        HelperKind.MEMBERS,
        what="gặt lúa",
        quantity=1,
        members=tuple(members[:10]),
        when=When("thứ bảy tới", date(2026, 10, 31), date(2026, 10, 31)),
        place="ruộng nhà bà Nguyễn Thị Mùi",
        in_charge=members[0],
    )
    money = PledgeDraft(
        HelpForm.MONEY, HelperKind.MEMBERS, quantity=10_000, members=tuple(members[10:15])
    )
    chair = PledgeDraft(
        HelpForm.GOODS,
        HelperKind.ORGANISATION,
        what="xe lăn",
        quantity=1,
        members=(members[0],),
        organisation="Hội NCT",
    )
    advice = PledgeDraft(
        HelpForm.SKILL, HelperKind.MEMBERS, what="chữa bệnh cho lợn", members=(members[20],)
    )
    for case, draft in (
        (cases.hien, goods("chăn", 1, "cái", members[15])),
        (cases.hien, goods("quần áo", 2, "bộ", members[17])),
        (cases.mui, reaping),
        (cases.luc, money),
        (cases.son, chair),
        (cases.binh, advice),
    ):
        books.pledges.pledge(meeting_id, case, draft)
    books.pledges.refer(meeting_id, cases.hien)
    books.pledges.agree(meeting_id, cases.hien, unanimous=True)


def settle_community(books: Books, meeting_id: int) -> None:
    """The sweeping by agreement, the lamp by hands, the gate dropped."""
    groups = [group.id for group in books.register.groups()]
    chair = books.meetings.get(meeting_id).chair_id
    sweep = books.proposals.propose_matter(meeting_id, groups[0], SWEEP)
    lamp = books.proposals.propose_matter(
        meeting_id, groups[1], replace(LAMP, representative=chair)
    )
    gate = books.proposals.propose_matter(meeting_id, groups[1], GATE)
    books.community.agree(meeting_id, sweep, unanimous=True)
    books.community.agree(meeting_id, lamp, unanimous=False, in_favour=48, against=3, other=1)
    books.community.drop(meeting_id, gate, "để sau Tết")


def hold(books: Books, meeting_id: int) -> SampleCases:
    """The whole meeting, up to the approval of its minutes."""
    cases = propose(books, meeting_id)
    choose(books, meeting_id, cases)
    pledge(books, meeting_id, cases)
    settle_community(books, meeting_id)
    return cases


def hold_and_seal(books: Books, meeting_id: int) -> SampleCases:
    """The whole meeting, closed."""
    cases = hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    return cases


def next_month(books: Books, clock: FixedClock) -> int:
    """Begins the meeting four weeks later, with everyone present by count."""
    clock.advance(28 * 24 * 3600)
    following = books.meetings.begin().id
    for group in books.register.groups():
        books.attendance.count_group(following, group.id, group.members)
    return following
