"""Step 4: what the groups propose, and who has not spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sample_proposals import HARVEST, HIEN, LAMP, SWEEPING, refused
from statements import statements_of
from storage.books import Books
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import (
    Address,
    HelpForm,
    MatterKind,
    Relation,
    Source,
)
from storage.records.lacks import Lack, LackKind
from storage.records.proposals import TurnState
from storage.tables import (
    CaseNeedRow,
    HardshipCaseRow,
    PersonRow,
)


@pytest.fixture
def groups(books: Books) -> list[int]:
    """The five groups of the club, by number."""
    return [group.id for group in books.register.groups()]


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
    assert refused(lambda: books.proposals.propose_case(meeting_id, groups[0], draft)) == kind
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
    kind = refused(lambda: books.proposals.propose_matter(meeting_id, groups[1], empty))
    assert kind is RefusalKind.WHAT_MISSING


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
    assert refused(lambda: books.proposals.case_draft(case_id)) is RefusalKind.PROPOSAL_MISSING
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
    kind = refused(lambda: books.proposals.remove_proposal(meeting_id, proposal))
    assert kind is RefusalKind.PROPOSAL_MISSING


def test_a_removed_matter_is_gone(books: Books, meeting_id: int, groups: list[int]) -> None:
    """Nothing else speaks of it."""
    matter_id = books.proposals.propose_matter(meeting_id, groups[1], LAMP)
    board = books.proposals.overview(meeting_id)
    books.proposals.remove_proposal(meeting_id, board.groups[1].matters[0].proposal_id)
    assert refused(lambda: books.proposals.matter_draft(matter_id)) is RefusalKind.PROPOSAL_MISSING


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
    books.proposals.propose_case(meeting_id, groups[0], HIEN)
    books.proposals.propose_matter(meeting_id, groups[0], LAMP)
    books.proposals.set_presenter(meeting_id, groups[0], books.register.members()[0].id)
    few = statements_of(lambda: books.proposals.overview(meeting_id))
    for number in range(15):
        name = f"{HIEN.name} {number}"
        books.proposals.propose_case(meeting_id, groups[1], replace(HIEN, name=name))
        books.proposals.propose_matter(meeting_id, groups[2], SWEEPING)
    assert statements_of(lambda: books.proposals.overview(meeting_id)) == few
