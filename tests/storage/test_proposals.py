"""Step 4: what the groups propose, who has not spoken, and one person proposed twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.books import Books
from storage.case_rows import case_of_row, cases_of_rows, matter_of_row
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.cases import CaseDraft, Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    Fact,
    FulfilmentState,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Outcome,
    Relation,
    Source,
)
from storage.records.lacks import Lack, LackKind
from storage.records.proposals import TurnState
from storage.rules.proposals import joined, listed, united_needs
from storage.tables import (
    AnswerRow,
    CaseNeedRow,
    DecisionRow,
    FulfilmentRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    PersonRow,
    PledgeRow,
    ProposalRow,
    connection,
)

HARVEST = Need(HelpForm.LABOUR, "gặt 3 sào lúa")
HIEN = CaseDraft(
    name="Phạm Thị Hiền",
    address_form=Address.CU,
    birth_year=1940,
    relation=Relation.FAMILY,
    address="xóm Chùa",
    circumstances="bệnh nặng, mùa lạnh thiếu chăn",
    needs=(Need(HelpForm.GOODS, "chăn, màn, quần áo"),),
    when=When("trước ngày 15 tháng tới", None, date(2026, 11, 14)),
    facts=frozenset({Fact.ILL}),
    home_care=True,
    consent=Consent.AGREED,
)
LAMP = MatterDraft(
    kind=MatterKind.LOCALITY,
    what="đèn đường ngõ 3 hỏng",
    addressee="UBND xã An Bình",
    way=LocalityWay.MEETINGS,
)
SWEEPING = MatterDraft(
    kind=MatterKind.ACTIVITY,
    what="quét dọn nhà Văn hóa",
    role=ClubRole.JOINS,
    partner="Chi hội Phụ nữ thôn",
)


@pytest.fixture
def groups(books: Books) -> list[int]:
    """The five groups of the club, by number."""
    return [group.id for group in books.register.groups()]


def _refused(write: Callable[[], object]) -> RefusalKind:
    with pytest.raises(Refusal) as refusal:
        write()
    return RefusalKind(refusal.value.kind)


def test_a_case_is_kept_as_the_form_gave_it(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """All that S14 asks for, and whose family it is (S5)."""
    relative = books.register.members(groups[2])[0]
    draft = replace(HIEN, relative_of=relative.id)
    case_id = books.proposals.propose_case(meeting_id, groups[2], draft)
    assert books.proposals.case_draft(case_id) == draft
    row = books.proposals.overview(meeting_id).of_group(groups[2])
    assert row is not None
    case = row.cases[0].case
    assert case.addressed == "cụ Phạm Thị Hiền"
    assert case.relative_name == relative.addressed
    assert case.groups == ("Tổ 3",)


def test_what_comes_in_is_cleaned(books: Books, meeting_id: int, groups: list[int]) -> None:
    """Spaces, empty lines and doubled needs are gone before anything is stored."""
    messy = CaseDraft(
        name="  Phạm  Thị\tHiền ",
        circumstances=" bệnh nặng\n\n\n\nthiếu chăn ",
        needs=(Need(HelpForm.GOODS, " chăn "), Need(HelpForm.GOODS, "Chăn", 1, "cái")),
        relation=Relation.OUTSIDE,
        relative_of=books.register.members()[0].id,
    )
    case_id = books.proposals.propose_case(meeting_id, groups[0], messy)
    draft = books.proposals.case_draft(case_id)
    assert draft.name == "Phạm Thị Hiền"
    assert draft.circumstances == "bệnh nặng\n\nthiếu chăn"
    assert draft.needs == (Need(HelpForm.GOODS, "Chăn", 1, "cái"),)
    assert draft.relative_of is None


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (replace(HIEN, name="  "), RefusalKind.NAME_MISSING),
        (replace(HIEN, circumstances="\n"), RefusalKind.SENTENCE_MISSING),
        (replace(HIEN, needs=(), home_care=False), RefusalKind.NEED_MISSING),
    ],
)
def test_a_name_one_sentence_and_one_need_make_a_valid_case(
    books: Books, meeting_id: int, groups: list[int], draft: CaseDraft, kind: RefusalKind
) -> None:
    """Less is refused, and nothing of it is stored."""
    assert _refused(lambda: books.proposals.propose_case(meeting_id, groups[0], draft)) == kind
    assert PersonRow.select().where(PersonRow.name == "Phạm Thị Hiền").count() == 0
    assert not books.proposals.begun(meeting_id)


def test_home_care_alone_is_a_need(books: Books, meeting_id: int, groups: list[int]) -> None:
    """Such a case is passed on to the volunteers (S29)."""
    books.proposals.propose_case(meeting_id, groups[0], replace(HIEN, needs=()))
    assert books.proposals.begun(meeting_id)


def test_a_member_keeps_the_entry_of_the_register(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """The form adds to it, and no blank takes anything away."""
    member_id = books.register.add_member(
        "Nguyễn Thị Mùi", groups[0], address_form=Address.BA, birth_year=1948, address="xóm Đình"
    )
    people = PersonRow.select().count()
    case_id = books.proposals.propose_case(
        meeting_id,
        groups[0],
        CaseDraft("Mùi", "ngã gãy chân", (HARVEST,), member_id=member_id, telephone="0912"),
    )
    assert PersonRow.select().count() == people
    draft = books.proposals.case_draft(case_id)
    assert (draft.name, draft.birth_year, draft.address) == ("Nguyễn Thị Mùi", 1948, "xóm Đình")
    assert (draft.telephone, draft.relation) == ("0912", Relation.MEMBER)


def test_a_case_can_be_changed_and_its_needs_with_it(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """And the change taken back as one act."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    changed = replace(HIEN, name="Phạm Thị Hiên", birth_year=None, needs=(HARVEST,), address="")
    books.proposals.change_case(meeting_id, case_id, changed)
    assert books.proposals.case_draft(case_id) == changed
    books.undo.undo(meeting_id)
    assert books.proposals.case_draft(case_id) == HIEN


def test_a_change_that_changes_nothing_leaves_no_trace(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Opening a form to look is no act."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.change_case(meeting_id, case_id, HIEN)
    act = books.undo.undoable(meeting_id)
    assert act is not None
    assert act.kind is ActKind.CASE_PROPOSED


def test_a_case_found_in_the_register_later_gives_up_its_own_person(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Personal data stands once."""
    people = PersonRow.select().count()
    member = books.register.members()[0]
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.change_case(meeting_id, case_id, replace(HIEN, member_id=member.id))
    assert PersonRow.select().count() == people
    assert books.proposals.case_draft(case_id).name == member.name
    books.proposals.change_case(meeting_id, case_id, HIEN)
    assert books.proposals.case_draft(case_id) == HIEN
    kept = books.register.member(member.id)
    assert kept is not None
    assert kept.name == member.name


def test_the_act_says_which_group_proposed_whom(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """The sentence of the undo needs both names."""
    books.proposals.propose_case(meeting_id, groups[2], HIEN)
    act = books.undo.undo(meeting_id)
    assert act.kind is ActKind.CASE_PROPOSED
    assert act.values == {"group": "Tổ 3", "person": "cụ Phạm Thị Hiền"}
    assert HardshipCaseRow.select().count() == CaseNeedRow.select().count() == 0
    books.undo.redo(meeting_id)
    assert books.proposals.overview(meeting_id).groups[2].cases[0].case.needs == HIEN.needs


def test_one_person_of_two_groups_becomes_one_case_that_names_both(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Nothing that either group said is lost."""
    first = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    second = books.proposals.propose_case(
        meeting_id,
        groups[4],
        CaseDraft(
            "phạm thị hiền",
            "thiếu chăn",
            (Need(HelpForm.GOODS, "Chăn, màn, quần áo", 3, "thứ"), HARVEST),
            telephone="0912",
            facts=frozenset({Fact.ALONE}),
        ),
    )
    twins = books.proposals.same_person(meeting_id, "Pham thi Hien", exclude=second)
    assert [case.id for case in twins] == [first]
    assert books.proposals.join_cases(meeting_id, first, second) == first
    board = books.proposals.overview(meeting_id)
    case = board.groups[2].cases[0].case
    assert case == board.groups[4].cases[0].case
    assert case.groups == ("Tổ 3", "Tổ 5")
    assert case.needs == (Need(HelpForm.GOODS, "Chăn, màn, quần áo", 3, "thứ"), HARVEST)
    assert case.facts == {Fact.ILL, Fact.ALONE}
    assert case.person.telephone == "0912"
    assert HardshipCaseRow.select().count() == 1
    assert PersonRow.select().where(PersonRow.folded == "pham thi hien").count() == 1
    books.undo.undo(meeting_id)
    assert books.proposals.case_draft(first) == HIEN
    assert HardshipCaseRow.select().count() == 2


def test_a_case_with_a_history_is_the_one_that_stays(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """What was decided on a case is never moved to another."""
    first = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    second = books.proposals.propose_case(meeting_id, groups[4], HIEN)
    DecisionRow.create(meeting=meeting_id, hardship_case=second, outcome=str(Outcome.KEPT))
    assert books.proposals.join_cases(meeting_id, first, second) == second
    assert HardshipCaseRow.get_or_none(HardshipCaseRow.id == first) is None
    third = books.proposals.propose_case(meeting_id, groups[1], HIEN)
    DecisionRow.create(meeting=meeting_id, hardship_case=third, outcome=str(Outcome.KEPT))
    refused = _refused(lambda: books.proposals.join_cases(meeting_id, second, third))
    assert refused is RefusalKind.CASES_APART
    refused = _refused(lambda: books.proposals.join_cases(meeting_id, second, second))
    assert refused is RefusalKind.SAME_CASE


def test_a_group_that_proposes_one_person_twice_proposes_them_once(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """The board shows no row twice."""
    first = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    second = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.join_cases(meeting_id, first, second)
    assert len(books.proposals.overview(meeting_id).groups[2].cases) == 1


def test_a_second_group_joins_in_a_case_without_typing_it_again(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """It may do so once."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.propose_existing(meeting_id, groups[4], case_id)
    assert books.proposals.overview(meeting_id).groups[2].cases[0].case.groups == (
        "Tổ 3",
        "Tổ 5",
    )
    refused = _refused(lambda: books.proposals.propose_existing(meeting_id, groups[4], case_id))
    assert refused is RefusalKind.SAME_CASE


def test_nobody_is_found_by_an_empty_name(books: Books, meeting_id: int) -> None:
    """An empty field matches no one."""
    assert books.proposals.same_person(meeting_id, "  ") == ()


def test_what_was_noted_in_the_area_waits_until_a_group_takes_it_over(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """What leaders noted in the month is there (S3)."""
    case_id = books.proposals.propose_case(meeting_id, groups[0], HIEN)
    matter_id = books.proposals.propose_matter(meeting_id, groups[0], LAMP)
    ProposalRow.delete().execute()
    noted = {"source": str(Source.AREA), "noted_by": groups[3], "noted_on": date(2026, 10, 9)}
    HardshipCaseRow.update(noted).execute()
    MatterRow.update(noted).execute()

    board = books.proposals.overview(meeting_id)
    assert [note.case.id for note in board.noted_cases] == [case_id]
    assert (board.noted_cases[0].group, board.noted_cases[0].on) == ("Tổ 4", date(2026, 10, 9))
    assert [note.matter.id for note in board.noted_matters] == [matter_id]
    assert board.noted_for(groups[3]) == (*board.noted_cases, *board.noted_matters)
    assert board.noted_for(groups[0]) == ()
    assert [case.id for case in books.proposals.same_person(meeting_id, HIEN.name)] == [case_id]

    books.proposals.propose_existing(meeting_id, groups[3], case_id)
    books.proposals.propose_existing_matter(meeting_id, groups[3], matter_id)
    board = books.proposals.overview(meeting_id)
    assert (board.noted_cases, board.noted_matters) == ((), ())
    assert board.groups[3].cases[0].case.groups == ("Tổ 4",)
    refused = _refused(
        lambda: books.proposals.propose_existing_matter(meeting_id, groups[3], matter_id)
    )
    assert refused is RefusalKind.SAME_CASE


def test_a_case_that_an_earlier_meeting_kept_waits_until_it_is_settled(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """None is dropped in silence."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    DecisionRow.create(meeting=meeting_id, hardship_case=case_id, outcome=str(Outcome.KEPT))
    MeetingRow.update(state="sealed").where(MeetingRow.id == meeting_id).execute()
    november = books.meetings.begin().id
    board = books.proposals.overview(november)
    assert [note.case.id for note in board.noted_cases] == [case_id]
    assert board.noted_cases[0].case.kept_before
    assert board.noted_for(groups[0]) == board.noted_cases

    books.proposals.propose_existing(november, groups[2], case_id)
    DecisionRow.create(meeting=november, hardship_case=case_id, outcome=str(Outcome.CHOSEN))
    assert case_of_row(HardshipCaseRow.get_by_id(case_id), november).kept_before
    MeetingRow.update(state="sealed").where(MeetingRow.id == november).execute()
    december = books.meetings.begin().id
    assert books.proposals.overview(december).noted_cases == ()
    assert not case_of_row(HardshipCaseRow.get_by_id(case_id), december).kept_before


def test_what_one_meeting_pledged_for_a_case_is_one_time_that_the_club_helped(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Counted over twelve months, for the person."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    other = books.proposals.propose_case(meeting_id, groups[1], HIEN)
    namesake = books.proposals.propose_case(meeting_id, groups[1], replace(HIEN, birth_year=1950))

    def help_given(days: list[date]) -> None:
        for day in days:
            pledge = PledgeRow.create(
                meeting=meeting_id,
                hardship_case=case_id,
                form=str(HelpForm.GOODS),
                helper_kind=str(HelperKind.EVERYONE),
            )
            FulfilmentRow.create(pledge=pledge, state=str(FulfilmentState.DONE), on=day)

    def times() -> list[int]:
        rows = [HardshipCaseRow.get_by_id(number) for number in (case_id, other, namesake)]
        return [case.helped_times for case in cases_of_rows(rows, meeting_id)]

    assert times() == [0, 0, 0]
    help_given([date(2025, 10, 24), date(2026, 10, 25)])
    assert times() == [0, 0, 0]
    help_given([date(2025, 10, 25), date(2026, 10, 24)])
    assert times() == [1, 1, 0]
    alone = case_of_row(HardshipCaseRow.get_by_id(case_id), today=date(2028, 2, 29))
    assert alone.helped_times == 0
    assert case_of_row(HardshipCaseRow.get_by_id(case_id)).helped_times == 0


def test_a_matter_is_kept_as_the_form_gave_it(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """It may turn from one kind into the other."""
    matter_id = books.proposals.propose_matter(meeting_id, groups[1], LAMP)
    assert books.proposals.matter_draft(matter_id) == LAMP
    books.proposals.change_matter(meeting_id, matter_id, SWEEPING)
    assert books.proposals.matter_draft(matter_id) == SWEEPING
    act = books.undo.undo(meeting_id)
    assert (act.kind, act.values) == (ActKind.MATTER_CHANGED, {"what": "quét dọn nhà Văn hóa"})
    assert books.proposals.matter_draft(matter_id) == LAMP


def test_a_matter_forgets_what_the_other_kind_asks(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Fields that the form hides say nothing."""
    speaker = books.register.members()[0].id
    mixed = replace(LAMP, partner="thôn", participants="Tổ 2", representative=speaker)
    as_matter = books.proposals.propose_matter(meeting_id, groups[1], mixed)
    as_activity = books.proposals.propose_matter(
        meeting_id, groups[1], replace(mixed, kind=MatterKind.ACTIVITY)
    )
    matter = books.proposals.matter_draft(as_matter)
    assert (matter.partner, matter.participants, matter.representative) == ("", "", speaker)
    activity = books.proposals.matter_draft(as_activity)
    assert (activity.addressee, activity.way, activity.representative) == ("", None, None)
    assert (activity.partner, activity.participants) == ("thôn", "Tổ 2")


def test_a_matter_says_what(books: Books, meeting_id: int, groups: list[int]) -> None:
    """All else may follow later."""
    empty = replace(LAMP, what=" ")
    refused = _refused(lambda: books.proposals.propose_matter(meeting_id, groups[1], empty))
    assert refused is RefusalKind.WHAT_MISSING


def test_a_matter_is_read_with_its_names_answers_and_decision(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """As steps 2 and 7 and the minutes need it."""
    chair = books.register.members()[0]
    matter_id = books.proposals.propose_matter(
        meeting_id, groups[1], replace(LAMP, representative=chair.id)
    )
    DecisionRow.create(
        meeting=meeting_id, matter=matter_id, outcome=str(Outcome.AGREED), reason="tối quá"
    )
    AnswerRow.create(matter=matter_id, on=date(2026, 11, 2), by="Chủ tịch xã", text="sẽ sửa")
    matter = matter_of_row(MatterRow.get_by_id(matter_id), meeting_id)
    assert matter.groups == ("Tổ 2",)
    assert matter.representative_name == chair.addressed
    assert (matter.outcome, matter.reason) == (Outcome.AGREED, "tối quá")
    assert [answer.text for answer in matter.answers] == ["sẽ sửa"]


def test_a_removed_proposal_takes_its_case_with_it_unless_another_group_has_it(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """No personal data stays without a reason."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.propose_existing(meeting_id, groups[4], case_id)
    board = books.proposals.overview(meeting_id)
    books.proposals.remove_proposal(meeting_id, board.groups[2].cases[0].proposal_id)
    assert books.proposals.case_draft(case_id) == HIEN
    books.proposals.remove_proposal(meeting_id, board.groups[4].cases[0].proposal_id)
    assert HardshipCaseRow.select().count() == CaseNeedRow.select().count() == 0
    assert PersonRow.select().where(PersonRow.name == HIEN.name).count() == 0
    assert _refused(lambda: books.proposals.case_draft(case_id)) is RefusalKind.PROPOSAL_MISSING
    books.undo.undo(meeting_id)
    assert books.proposals.case_draft(case_id) == HIEN


def test_a_removed_proposal_leaves_what_was_noted_in_the_area(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """It waits for another meeting."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    HardshipCaseRow.update(source=str(Source.AREA)).execute()
    board = books.proposals.overview(meeting_id)
    proposal = board.groups[2].cases[0].proposal_id
    books.proposals.remove_proposal(meeting_id, proposal)
    noted = books.proposals.overview(meeting_id).noted_cases
    assert [note.case.id for note in noted] == [case_id]
    refused = _refused(lambda: books.proposals.remove_proposal(meeting_id, proposal))
    assert refused is RefusalKind.PROPOSAL_MISSING


def test_a_removed_matter_is_gone(books: Books, meeting_id: int, groups: list[int]) -> None:
    """Nothing else speaks of it."""
    matter_id = books.proposals.propose_matter(meeting_id, groups[1], LAMP)
    board = books.proposals.overview(meeting_id)
    books.proposals.remove_proposal(meeting_id, board.groups[1].matters[0].proposal_id)
    assert _refused(lambda: books.proposals.matter_draft(matter_id)) is RefusalKind.PROPOSAL_MISSING


def test_the_board_says_whose_turn_it_is(books: Books, meeting_id: int, groups: list[int]) -> None:
    """Those who asked to wait come last."""

    def turn() -> int | None:
        return books.proposals.overview(meeting_id).turn

    def state(index: int) -> TurnState:
        return books.proposals.overview(meeting_id).groups[index].state

    assert turn() == groups[0]
    books.proposals.postpone(meeting_id, groups[0])
    assert (state(0), turn()) == (TurnState.POSTPONED, groups[1])
    books.proposals.propose_case(meeting_id, groups[1], HIEN)
    assert (state(1), turn()) == (TurnState.PARTLY, groups[1])
    books.proposals.nothing(meeting_id, groups[1], case=False, matter=True)
    assert (state(1), turn()) == (TurnState.SPOKEN, groups[2])
    for group in groups[2:]:
        books.proposals.nothing(meeting_id, group, case=True, matter=True)
    assert (state(2), turn()) == (TurnState.NOTHING, groups[0])
    books.proposals.propose_matter(meeting_id, groups[0], LAMP)
    assert state(0) is TurnState.PARTLY
    books.proposals.propose_case(meeting_id, groups[0], HIEN)
    assert turn() is None
    assert books.proposals.overview(meeting_id).spoken == 5


def test_a_group_lacks_nothing_once_it_has_said_that_it_has_nothing(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Saying so is an answer."""
    assert books.proposals.lacking(meeting_id) == (
        Lack(LackKind.GROUPS_WITHOUT_CASE, {"groups": "Tổ 1, 2, 3, 4, 5"}),
        Lack(LackKind.GROUPS_WITHOUT_MATTER, {"groups": "Tổ 1, 2, 3, 4, 5"}),
    )
    for group in groups[:4]:
        books.proposals.nothing(meeting_id, group, case=True, matter=True)
    books.proposals.propose_case(meeting_id, groups[4], HIEN)
    assert books.proposals.begun(meeting_id)
    assert books.proposals.lacking(meeting_id) == (
        Lack(LackKind.GROUPS_WITHOUT_MATTER, {"groups": "Tổ 5"}),
    )
    books.proposals.nothing(meeting_id, groups[4], case=True, matter=True)
    assert books.proposals.lacking(meeting_id) == ()
    assert not books.proposals.overview(meeting_id).groups[4].no_case


def test_a_proposal_takes_back_that_there_was_none(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """And its undo says it again."""
    books.proposals.nothing(meeting_id, groups[0], case=True, matter=True)
    books.proposals.propose_case(meeting_id, groups[0], HIEN)
    row = books.proposals.overview(meeting_id).groups[0]
    assert (row.no_case, row.no_matter) == (False, True)
    act = books.undo.undo(meeting_id)
    assert act.values["person"] == "cụ Phạm Thị Hiền"
    row = books.proposals.overview(meeting_id).groups[0]
    assert (row.no_case, row.no_matter) == (True, True)


def test_someone_else_presents_where_the_leader_is_away(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """The leader does where nobody is named."""
    row = books.proposals.overview(meeting_id).groups[0]
    assert (row.presenter_id, row.presenter) == (row.group.leader_id, row.group.leader)
    other = books.register.members(groups[0])[5]
    books.proposals.set_presenter(meeting_id, groups[0], other.id)
    row = books.proposals.overview(meeting_id).groups[0]
    assert (row.presenter_id, row.presenter) == (other.id, other.addressed)


def test_the_board_asks_as_often_for_thirty_proposals_as_for_one(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Opening the step stays quick."""

    def questions() -> int:
        asked: list[str] = []
        sqlite = connection.connection()  # type: ignore[no-untyped-call]
        sqlite.set_trace_callback(asked.append)
        books.proposals.overview(meeting_id)
        sqlite.set_trace_callback(None)
        return len(asked)

    books.proposals.propose_case(meeting_id, groups[0], HIEN)
    books.proposals.propose_matter(meeting_id, groups[0], LAMP)
    books.proposals.set_presenter(meeting_id, groups[0], books.register.members()[0].id)
    few = questions()
    for number in range(15):
        name = f"{HIEN.name} {number}"
        books.proposals.propose_case(meeting_id, groups[1], replace(HIEN, name=name))
        books.proposals.propose_matter(meeting_id, groups[2], SWEEPING)
    assert questions() == few


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Tổ 1"], "Tổ 1"),
        (["Tổ 1", "Tổ 3"], "Tổ 1, 3"),
        (["Tổ Đình", "Tổ Chùa Cả"], "Tổ Đình, Chùa Cả"),
        (["Tổ 1", "Xóm Trại"], "Tổ 1, Xóm Trại"),
        (["Đình", "Đình"], "Đình, Đình"),
    ],
)
def test_groups_are_listed_with_their_common_word_once(names: list[str], line: str) -> None:
    """The line of what is missing has one row."""
    assert listed(names) == line


NEEDS = st.builds(
    Need,
    st.sampled_from(HelpForm),
    st.sampled_from(["", "gạo", "Gạo", "chăn"]),
    st.none() | st.integers(1, 3),
)
DRAFTS = st.builds(
    CaseDraft,
    name=st.just("Phạm Thị Hiền"),
    circumstances=st.sampled_from(["bệnh nặng", "thiếu chăn", "bệnh nặng, thiếu chăn"]),
    needs=st.lists(NEEDS, max_size=4).map(tuple),
    birth_year=st.none() | st.integers(1930, 1990),
    facts=st.frozensets(st.sampled_from(Fact)),
    home_care=st.booleans(),
    consent=st.sampled_from(Consent),
)


@given(st.lists(NEEDS), st.lists(NEEDS))
def test_united_needs_hold_each_need_once_and_lose_none(one: list[Need], other: list[Need]) -> None:
    """Whatever the groups said."""
    united = united_needs(one, other)
    keys = [(need.form, need.what.casefold()) for need in united]
    assert len(keys) == len(set(keys))
    assert set(keys) == {(need.form, need.what.casefold()) for need in one + other}
    assert united_needs(united, ()) == united


@given(DRAFTS, DRAFTS)
def test_a_joined_case_loses_no_fact_and_never_names_whom_one_refused(
    kept: CaseDraft, other: CaseDraft
) -> None:
    """Silence and refusal are no consent."""
    both = joined(kept, other)
    assert both.facts >= kept.facts | other.facts
    assert both.home_care == (kept.home_care or other.home_care)
    assert both.birth_year == (kept.birth_year or other.birth_year)
    assert kept.circumstances in both.circumstances
    assert other.circumstances in both.circumstances
    if Consent.REFUSED in (kept.consent, other.consent):
        assert both.consent is Consent.REFUSED
    assert joined(both, other).circumstances == both.circumstances
