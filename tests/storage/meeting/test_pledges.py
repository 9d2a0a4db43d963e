"""Who helps whom with what: pledges, referrals to home care, and the club's agreement."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest

from sample_cases import SampleCases, decide, goods, labour, pledge_all
from screens.wording import act_sentence, error_sentence, lack_sentence
from statements import statements_of
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.cases import When
from storage.records.kinds import CaseEventKind, HelperKind, HelpForm, Outcome
from storage.records.lacks import Lack, LackKind
from storage.records.pledges import PledgeDraft
from storage.rules.amounts import MOST_GIVEN, MOST_PEOPLE
from storage.rules.pledge_words import given_words, total_words
from storage.tables import CaseEventRow, PledgeHelperRow, PledgeRow, ReferralRow

SUNDAY = When("chủ nhật", date(2026, 10, 25), date(2026, 10, 25))


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The five cases of the sample meeting, three of them chosen."""
    return decide(books, meeting_id)


@pytest.fixture
def members(books: Books) -> tuple[int, ...]:
    """The members in the order of their names."""
    return tuple(member.id for member in books.register.members())


def last_act(books: Books, meeting_id: int) -> str:
    """What Ctrl+Z would take back."""
    act = books.undo.undoable(meeting_id)
    assert act is not None
    return act_sentence(act)


def refused(kind: RefusalKind) -> AbstractContextManager[pytest.ExceptionInfo[Refusal]]:
    """A refusal of this kind."""
    return pytest.raises(Refusal, match=f"^{kind}$")


# The sample meeting.


def test_the_sample_meeting_adds_up(books: Books, meeting_id: int, cases: SampleCases) -> None:
    pledge_all(books, meeting_id, cases)
    totals = books.pledges.overview(meeting_id).totals
    assert [total_words(total) for total in totals] == [
        "10 ngày công",
        "50.000 đ",
        "01 chăn",
        "01 màn",
        "02 bộ quần áo",
        "01 xe lăn (vận động)",
        "01 lượt hướng dẫn",
    ]


def test_what_was_chosen_comes_before_what_was_kept_or_is_helped_by_its_group(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    shown = books.pledges.overview(meeting_id).cases
    assert [(each.case.id, each.outcome) for each in shown] == [
        (cases.hien, Outcome.CHOSEN),
        (cases.mui, Outcome.CHOSEN),
        (cases.luc, Outcome.CHOSEN),
        (cases.son, Outcome.KEPT),
        (cases.binh, Outcome.OWN_GROUP),
    ]


def test_the_step_takes_a_bounded_number_of_queries(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    pledge_all(books, meeting_id, cases)
    before = statements_of(lambda: books.pledges.overview(meeting_id))
    for _round in range(3):
        pledge_all(books, meeting_id, cases)
    assert statements_of(lambda: books.pledges.overview(meeting_id)) == before > 0


# A pledge.


def test_ten_names_are_one_act(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    number = books.pledges.pledge(meeting_id, cases.mui, labour(members[:10], when=SUNDAY))
    assert last_act(books, meeting_id) == (
        "10 người đăng ký giúp bà Nguyễn Thị Mùi: 10 ngày công gặt lúa"
    )
    pledge = books.pledges.overview(meeting_id).pledge(number)
    assert pledge is not None
    assert pledge.total == 10
    assert len(pledge.helpers) == 10
    books.undo.undo(meeting_id)
    assert PledgeRow.select().count() == PledgeHelperRow.select().count() == 0


def test_helpers_stand_in_vietnamese_order(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    number = books.pledges.pledge(meeting_id, cases.mui, labour(tuple(reversed(members))))
    pledge = books.pledges.overview(meeting_id).pledge(number)
    assert pledge is not None
    assert pledge.draft.members == members
    assert pledge.helpers[:2] == ("bà Lê Thị An", "bà Nguyễn Thị An")


def test_what_was_pledged_reads_as_the_club_says_it(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    pledge_all(books, meeting_id, cases)
    shown = books.pledges.overview(meeting_id).cases
    assert [given_words(pledge) for each in shown for pledge in each.pledges] == [
        "01 chăn (đã sử dụng)",
        "01 màn (đã sử dụng)",
        "02 bộ quần áo (đã sử dụng)",
        "10 ngày công gặt lúa",
        "50.000 đ",
        "01 xe lăn (vận động)",
        "01 lượt hướng dẫn (chữa bệnh cho lợn)",
    ]


def test_where_nobody_agreed_to_be_named_the_act_does_not_say_the_thing(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    books.pledges.pledge(meeting_id, cases.hien, goods("chăn", 1, "cái", members[0]))
    act = books.undo.undoable(meeting_id)
    assert act is not None
    assert act_sentence(act, hidden=True) == "1 người đăng ký giúp cụ H.: hiện vật"
    assert act_sentence(act).endswith(": 01 chăn (đã sử dụng)")


def test_a_whole_group_gives_as_many_days_as_it_has_members(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    group = books.register.groups()[1]
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.GROUP, quantity=1, group_id=group.id)
    number = books.pledges.pledge(meeting_id, cases.mui, draft)
    pledge = books.pledges.overview(meeting_id).pledge(number)
    assert pledge is not None
    assert (pledge.group_name, pledge.total) == ("Tổ 2", 11)


def test_a_whole_group_gives_a_thing_once(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    group = books.register.groups()[1]
    draft = PledgeDraft(
        HelpForm.GOODS, HelperKind.GROUP, what="quạt", quantity=1, group_id=group.id
    )
    number = books.pledges.pledge(meeting_id, cases.hien, draft)
    pledge = books.pledges.overview(meeting_id).pledge(number)
    assert pledge is not None
    assert pledge.total == 1


def test_money_without_a_sum_is_kept_and_adds_nothing(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    draft = PledgeDraft(HelpForm.MONEY, HelperKind.MEMBERS, members=members[:1])
    number = books.pledges.pledge(meeting_id, cases.luc, draft)
    overview = books.pledges.overview(meeting_id)
    pledge = overview.pledge(number)
    assert pledge is not None
    assert (given_words(pledge), overview.totals) == ("tiền", ())


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (PledgeDraft(HelpForm.LABOUR, HelperKind.MEMBERS), RefusalKind.HELPER_MISSING),
        (PledgeDraft(HelpForm.LABOUR, HelperKind.GROUP), RefusalKind.HELPER_MISSING),
        (PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER), RefusalKind.HELPER_MISSING),
        (
            PledgeDraft(HelpForm.GOODS, HelperKind.ORGANISATION, what="xe", organisation="  "),
            RefusalKind.HELPER_MISSING,
        ),
        (
            PledgeDraft(HelpForm.GOODS, HelperKind.EVERYONE, what=" \u200b "),
            RefusalKind.WHAT_MISSING,
        ),
        (
            PledgeDraft(HelpForm.MONEY, HelperKind.EVERYONE, quantity=0),
            RefusalKind.NUMBER_INVALID,
        ),
        (
            PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, number=-3),
            RefusalKind.NUMBER_INVALID,
        ),
        (
            PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, number=MOST_PEOPLE + 1),
            RefusalKind.NUMBER_TOO_HIGH,
        ),
        (
            PledgeDraft(HelpForm.MONEY, HelperKind.EVERYONE, quantity=MOST_GIVEN + 1),
            RefusalKind.NUMBER_TOO_HIGH,
        ),
        (
            PledgeDraft(HelpForm.LABOUR, HelperKind.MEMBERS, members=(9999,)),
            RefusalKind.HELPER_MISSING,
        ),
        (
            PledgeDraft(HelpForm.LABOUR, HelperKind.GROUP, group_id=9999),
            RefusalKind.GROUP_MISSING,
        ),
    ],
)
def test_what_is_no_pledge_is_refused_and_nothing_is_stored(
    books: Books, meeting_id: int, cases: SampleCases, draft: PledgeDraft, kind: RefusalKind
) -> None:
    with refused(kind) as raised:
        books.pledges.pledge(meeting_id, cases.mui, draft)
    assert error_sentence(raised.value)
    assert PledgeRow.select().count() == 0


def test_a_pledge_is_changed_and_changed_back(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    number = books.pledges.pledge(meeting_id, cases.mui, labour(members[:3]))
    before = books.pledges.draft_of(number)
    after = replace(before, members=members[1:5], place="  cánh đồng  Đông ", when=SUNDAY)
    books.pledges.change(meeting_id, number, after)
    assert books.pledges.draft_of(number) == replace(after, place="cánh đồng Đông")
    assert last_act(books, meeting_id) == (
        "sửa đăng ký giúp bà Nguyễn Thị Mùi: 4 ngày công gặt lúa, 4 người"
    )
    books.undo.undo(meeting_id)
    assert books.pledges.draft_of(number) == before


def test_a_change_that_changes_nothing_is_no_act(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    number = books.pledges.pledge(meeting_id, cases.mui, labour(members[:3]))
    books.pledges.change(meeting_id, number, books.pledges.draft_of(number))
    assert last_act(books, meeting_id).startswith("3 người đăng ký giúp")


def test_a_pledge_is_taken_back_with_its_helpers(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    number = books.pledges.pledge(meeting_id, cases.mui, labour(members[:3]))
    books.pledges.remove(meeting_id, number)
    assert PledgeHelperRow.select().count() == 0
    assert last_act(books, meeting_id) == (
        "bỏ đăng ký giúp bà Nguyễn Thị Mùi: 3 ngày công gặt lúa, 3 người"
    )
    books.undo.undo(meeting_id)
    assert books.pledges.draft_of(number).members == members[:3]
    with refused(RefusalKind.PLEDGE_MISSING):
        books.pledges.remove(meeting_id, number + 1)


# Number first, names later.


def test_names_follow_a_number_until_all_are_known(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.NUMBER, quantity=1, number=10)
    number = books.pledges.pledge(meeting_id, cases.mui, draft)
    assert "tên của 10 người giúp" in lack_sentence(books.pledges.lacking(meeting_id))
    books.pledges.name_helpers(meeting_id, number, members[:7])
    assert "tên của 3 người giúp" in lack_sentence(books.pledges.lacking(meeting_id))
    assert books.pledges.draft_of(number).helper_kind is HelperKind.NUMBER
    books.pledges.name_helpers(meeting_id, number, members[:10])
    assert books.pledges.draft_of(number).helper_kind is HelperKind.MEMBERS
    assert "tên của" not in lack_sentence(books.pledges.lacking(meeting_id))
    with refused(RefusalKind.HELPER_MISSING):
        books.pledges.name_helpers(meeting_id, number, ())


# Who is busy.


def test_a_member_who_promised_that_day_is_pointed_out(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    number = books.pledges.pledge(meeting_id, cases.mui, labour(members[:2], when=SUNDAY))
    day = date(2026, 10, 25)
    assert books.pledges.busy(members, day, meeting_id) == {
        members[0]: "25/10",
        members[1]: "25/10",
    }
    assert books.pledges.busy(members[1:], day, meeting_id) == {members[1]: "25/10"}
    assert books.pledges.busy(members, date(2026, 10, 26), meeting_id) == {}
    assert books.pledges.busy(members, day, meeting_id, besides=number) == {}


def test_money_and_spans_leave_the_day_free(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    span = When("tuần tới", date(2026, 10, 25), date(2026, 10, 31))
    money = PledgeDraft(
        HelpForm.MONEY, HelperKind.MEMBERS, quantity=10_000, members=members[:3], when=SUNDAY
    )
    books.pledges.pledge(meeting_id, cases.luc, money)
    books.pledges.pledge(meeting_id, cases.mui, labour(members[:3], when=span))
    assert books.pledges.busy(members, date(2026, 10, 25), meeting_id) == {}


def test_a_promise_of_a_meeting_that_was_given_up_takes_no_day(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    books.pledges.pledge(meeting_id, cases.mui, labour(members[:2], when=SUNDAY))
    books.meetings.abandon(meeting_id, "bắt đầu nhầm")
    following = books.meetings.begin().id
    assert books.pledges.busy(members, date(2026, 10, 25), following) == {}


# Home care.


def test_a_case_is_passed_to_the_home_care_volunteers(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.pledges.refer(meeting_id, cases.hien, "khảo sát trong tuần")
    assert last_act(books, meeting_id) == ("chuyển cụ Phạm Thị Hiền cho nhóm TNV chăm sóc tại nhà")
    shown = books.pledges.overview(meeting_id).of_case(cases.hien)
    assert shown is not None
    assert shown.referral is not None
    assert shown.referral.note == "khảo sát trong tuần"
    event = CaseEventRow.get()
    assert (event.kind, event.on) == (CaseEventKind.HOME_CARE, date(2026, 10, 24))
    books.undo.undo(meeting_id)
    assert ReferralRow.select().count() == CaseEventRow.select().count() == 0


def test_passing_a_case_on_again_rewrites_the_note(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.pledges.refer(meeting_id, cases.hien)
    books.pledges.refer(meeting_id, cases.hien, "cần người trực đêm")
    assert [row.note for row in ReferralRow.select()] == ["cần người trực đêm"]
    assert CaseEventRow.select().count() == 1


def test_a_referral_is_taken_back(books: Books, meeting_id: int, cases: SampleCases) -> None:
    books.pledges.refer(meeting_id, cases.hien)
    books.pledges.remove_referral(meeting_id, cases.hien)
    assert ReferralRow.select().count() == CaseEventRow.select().count() == 0


# The club's opinion, and what is missing.


def test_the_club_agrees_by_nhat_tri_or_by_hands(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.pledges.agree(meeting_id, cases.mui, unanimous=True)
    assert last_act(books, meeting_id) == ("lấy ý kiến về việc giúp bà Nguyễn Thị Mùi: nhất trí")
    books.pledges.agree(meeting_id, cases.mui, unanimous=False, in_favour=41, against=5, other=6)
    assert last_act(books, meeting_id) == (
        "lấy ý kiến về việc giúp bà Nguyễn Thị Mùi: 41 tán thành, 5 không tán thành, 6 ý kiến khác"
    )
    shown = books.pledges.overview(meeting_id).of_case(cases.mui)
    assert shown is not None
    assert shown.opinion is not None
    assert (shown.opinion.present, shown.agreed) == (55, True)


@pytest.mark.parametrize(
    ("hands", "kind"),
    [
        ((50, 5, 1), RefusalKind.MORE_HANDS_THAN_PRESENT),
        ((0, 0, 0), RefusalKind.NUMBER_INVALID),
        ((10, -1, 0), RefusalKind.NUMBER_INVALID),
    ],
)
def test_hands_that_cannot_be_are_refused(
    books: Books,
    meeting_id: int,
    cases: SampleCases,
    hands: tuple[int, int, int],
    kind: RefusalKind,
) -> None:
    in_favour, against, other = hands
    with refused(kind):
        books.pledges.agree(
            meeting_id,
            cases.mui,
            unanimous=False,
            in_favour=in_favour,
            against=against,
            other=other,
        )
    assert not books.pledges.begun(meeting_id)


def test_a_minority_does_not_carry_it(
    books: Books, meeting_id: int, cases: SampleCases, members: tuple[int, ...]
) -> None:
    books.pledges.pledge(meeting_id, cases.mui, labour(members[:10]))
    books.pledges.agree(meeting_id, cases.mui, unanimous=False, in_favour=20, against=25)
    assert "chưa lấy ý kiến về việc giúp bà Nguyễn Thị Mùi" in lack_sentence(
        books.pledges.lacking(meeting_id)
    )


def test_what_is_missing_names_nobody_who_did_not_agree_to_it(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert not books.pledges.begun(meeting_id)
    assert lack_sentence(books.pledges.lacking(meeting_id)) == (
        "Còn thiếu: chưa ai đăng ký giúp cụ H., bà Nguyễn Thị Mùi, anh Trần Văn Lực"
    )


def test_nothing_is_missing_once_all_is_pledged_and_agreed(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    pledge_all(books, meeting_id, cases)
    assert books.pledges.begun(meeting_id)
    for case in (cases.hien, cases.mui, cases.luc):
        books.pledges.agree(meeting_id, case, unanimous=True)
    assert books.pledges.lacking(meeting_id) == ()


def test_home_care_is_help_too(books: Books, meeting_id: int, cases: SampleCases) -> None:
    books.pledges.refer(meeting_id, cases.hien)
    sentence = lack_sentence(books.pledges.lacking(meeting_id))
    assert sentence == (
        "Còn thiếu: chưa ai đăng ký giúp bà Nguyễn Thị Mùi, anh Trần Văn Lực"
        " · chưa lấy ý kiến về việc giúp cụ H."
    )


def test_without_a_chosen_case_that_is_lacking_until_the_club_has_said_why(
    books: Books, meeting_id: int
) -> None:
    assert books.pledges.lacking(meeting_id) == (Lack(LackKind.NO_CASE_CHOSEN),)
    books.minutes.give_reason(meeting_id, no_case="tháng này chưa có ai cần")
    assert books.pledges.lacking(meeting_id) == ()
