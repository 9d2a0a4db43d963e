"""The practice club's books with the sample meeting led up to a step, without the screens."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from enum import IntEnum
from pathlib import Path

import sample_minutes
from made_once import made_once
from sample_cases import SampleCases
from storage.books import Books
from storage.clock import FixedClock
from storage.practice.club import make_practice_club
from storage.records.case_draft import CaseDraft
from storage.records.cases import When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    ClubRole,
    FulfilmentState,
    HelpForm,
    MatterKind,
    Outcome,
    Relation,
    Step,
)
from storage.vietnamese import fold

MORNING = datetime(2026, 10, 24, 8, 30, tzinfo=timezone(timedelta(hours=7)))
PRESENT = (11, 10, 12, 9, 10)
HANDS = {"Phạm Thị Hiền": 41, "Nguyễn Thị Mùi": 38, "Trần Văn Lực": 33, "Lê Văn Sơn": 33}
_LAST_HANDS = 11
"""52 people with three hands each make 156; the others' 145 leave no more."""
_HALL = MatterDraft(
    MatterKind.ACTIVITY,
    "quét dọn nhà Văn hóa",
    role=ClubRole.JOINS,
    partner="Chi hội Phụ nữ thôn",
)
_DITCHES = MatterDraft(
    MatterKind.ACTIVITY,
    "khơi thông cống rãnh",
    role=ClubRole.JOINS,
    partner="thôn",
    when=When("trước Tết"),
)


_CASES = (
    sample_minutes.MUI,
    sample_minutes.LUC,
    sample_minutes.HIEN,
    sample_minutes.SON,
    sample_minutes.BINH,
)


class Stage(IntEnum):
    """How far the sample meeting is; a step's own work is done as far as its name says."""

    HOME = 0
    """No meeting is begun."""
    ATTENDANCE = 1
    """The groups are counted."""
    LAST_MONTH = 2
    """Two of three promises are told of."""
    DISCUSSION = 3
    """The clock runs, and two groups have agreed."""
    PROPOSALS = 4
    """All groups have spoken."""
    MARKING = 5
    """Two cases are marked."""
    COUNTING = 6
    """Four of five cases are counted."""
    ASSIGNMENT = 7
    """Three are chosen, and everything is pledged."""
    COMMUNITY = 8
    """Everything for the community is settled."""
    APPROVAL = 9
    """The minutes wait for their approval."""


_STEPS = {
    Stage.ATTENDANCE: Step.ATTENDANCE,
    Stage.LAST_MONTH: Step.LAST_MONTH,
    Stage.DISCUSSION: Step.DISCUSSION,
    Stage.PROPOSALS: Step.PROPOSALS,
    Stage.MARKING: Step.SELECTION,
    Stage.COUNTING: Step.SELECTION,
    Stage.ASSIGNMENT: Step.ASSIGNMENT,
    Stage.COMMUNITY: Step.COMMUNITY,
    Stage.APPROVAL: Step.APPROVAL,
}


def clock_at(stage: Stage) -> FixedClock:
    """The time at which the meeting is so far: ten minutes a stage."""
    return FixedClock(MORNING + timedelta(minutes=10 * max(0, stage - 1)))


class PreparedBooks:
    """Books for every stage; each stage is made once, from the one before."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder

    def copy(self, stage: Stage, target: Path) -> Path:
        """Books of their own for one test."""
        shutil.copytree(self._made(stage), target)
        return target

    def _made(self, stage: Stage) -> Path:
        def make(folder: Path) -> None:
            if stage is not Stage.HOME:
                shutil.copytree(self._made(Stage(stage - 1)), folder)
            lead_to(stage, folder)

        return made_once(self._folder / stage.name.lower(), make)


def lead_to(stage: Stage, folder: Path) -> None:
    """Does what leads from the stage before to this one."""
    books = Books(folder, clock_at(stage))
    try:
        if stage is Stage.HOME:
            make_practice_club(books)
            return
        meeting = books.meetings.current() or books.meetings.begin()
        _DEEDS[stage](books, meeting.id)
        books.meetings.go_to(meeting.id, _STEPS[stage])
    finally:
        books.close()


def _gather(books: Books, meeting_id: int) -> None:
    """The groups are counted, and a guest has come."""
    for group, present in zip(books.register.groups(), PRESENT, strict=True):
        books.attendance.count_group(meeting_id, group.id, present)
    books.meetings.add_guest(meeting_id, "Phạm Văn Thái", "Phó Chủ tịch UBND xã")


def _report(books: Books, meeting_id: int) -> None:
    """What was promised in September: one done, one in part; the third is still to be told."""
    promises = {
        each.pledge.draft.form: each.pledge.id
        for each in books.follow_up.overview(meeting_id).promises
        if each.pledge.case_id is not None
    }
    books.follow_up.record(
        meeting_id, promises[HelpForm.LABOUR], FulfilmentState.DONE, thanks="cảm ơn bà con"
    )
    books.follow_up.record(
        meeting_id, promises[HelpForm.MONEY], FulfilmentState.PARTLY, given=100_000
    )


def _discuss(books: Books, meeting_id: int) -> None:
    """The clock runs, and two groups have agreed."""
    books.discussion.start_or_pause(meeting_id)
    for group in books.register.groups()[:2]:
        books.discussion.toggle_agreed(meeting_id, group.id)


def _propose(books: Books, meeting_id: int) -> None:
    """Five cases, one of them of two groups; activities and the street lamp."""
    books.discussion.end(meeting_id)
    groups = [group.id for group in books.register.groups()]
    cases = [
        books.proposals.propose_case(meeting_id, group, _of_register(books, group, draft))
        for group, draft in zip(groups, _CASES, strict=True)
    ]
    books.proposals.propose_existing(meeting_id, groups[4], cases[2])
    books.proposals.nothing(meeting_id, groups[4], case=False, matter=True)
    chair = books.meetings.get(meeting_id).chair_id
    lamp = replace(sample_minutes.LAMP, representative=chair)
    matters = (
        (groups[0], sample_minutes.SWEEP),
        (groups[1], sample_minutes.GATE),
        (groups[1], lamp),
        (groups[2], _HALL),
        (groups[3], _DITCHES),
    )
    for group, draft in matters:
        books.proposals.propose_matter(meeting_id, group, draft)


def _of_register(books: Books, group: int, draft: CaseDraft) -> CaseDraft:
    """The case with the register's entry of a member, or of the member whose mother she is."""
    if draft.relation is Relation.FAMILY:
        return replace(draft, relative_of=books.register.members(group)[0].id)
    found = books.register.search(draft.name)
    if not found:
        return draft
    return replace(draft, relation=Relation.MEMBER, member_id=found[0].id)


def _mark(books: Books, meeting_id: int) -> None:
    """The discussion points to two of the cases."""
    cases = _cases(books, meeting_id)
    marked = sorted((cases["Phạm Thị Hiền"], cases["Nguyễn Thị Mùi"]))
    books.drafts.keep(f"marks:{meeting_id}", {"cases": marked})


def _count(books: Books, meeting_id: int) -> None:
    """Four of five cases are counted, and two of them come out even."""
    cases = _cases(books, meeting_id)
    books.selection.begin_count(meeting_id, 3)
    for name, hands in HANDS.items():
        books.selection.count_hands(meeting_id, cases[name], hands)


def _choose_and_pledge(books: Books, meeting_id: int) -> None:
    _choose(books, meeting_id)
    _pledge(books, meeting_id)


def _choose(books: Books, meeting_id: int) -> None:
    """The count is ended, the two are counted again; the others get their way."""
    cases = _cases(books, meeting_id)
    books.selection.count_hands(meeting_id, cases["Vũ Thị Bình"], _LAST_HANDS)
    books.selection.begin_second_count(meeting_id)
    books.selection.count_hands(meeting_id, cases["Trần Văn Lực"], 29)
    books.selection.count_hands(meeting_id, cases["Lê Văn Sơn"], 21)
    books.selection.settle(meeting_id)
    books.selection.set_way(meeting_id, cases["Lê Văn Sơn"], Outcome.KEPT)
    books.selection.set_way(meeting_id, cases["Vũ Thị Bình"], Outcome.OWN_GROUP)


def _pledge(books: Books, meeting_id: int) -> None:
    """Everything is pledged, and cụ Hiền goes to home care too."""
    cases = _cases(books, meeting_id)
    names = ("Phạm Thị Hiền", "Nguyễn Thị Mùi", "Trần Văn Lực", "Lê Văn Sơn", "Vũ Thị Bình")
    hien, mui, luc, son, binh = (cases[name] for name in names)
    sample_minutes.pledge(
        books,
        meeting_id,
        SampleCases(hien=hien, mui=mui, luc=luc, son=son, binh=binh),
    )
    for case in (mui, luc):
        books.pledges.agree(meeting_id, case, unanimous=True)


def _settle_matters(books: Books, meeting_id: int) -> None:
    """The road by agreement, the lamp by hands, three things not now."""
    board = books.proposals.overview(meeting_id)
    matters = {
        fold(each.matter.what): each.matter.id for row in board.groups for each in row.matters
    }
    books.community.agree(meeting_id, matters[fold(sample_minutes.SWEEP.what)], unanimous=True)
    books.community.agree(
        meeting_id,
        matters[fold(sample_minutes.LAMP.what)],
        unanimous=False,
        in_favour=48,
        against=3,
        other=1,
    )
    for draft in (sample_minutes.GATE, _HALL, _DITCHES):
        books.community.drop(meeting_id, matters[fold(draft.what)], "để tháng sau")


def _read_out(books: Books, meeting_id: int) -> None:
    """The secretary notes that the agreed points were read out."""
    books.secretary.write_note(meeting_id, Step.APPROVAL, "Đã đọc lại các điều đã thống nhất.")


_DEEDS: dict[Stage, Callable[[Books, int], None]] = {
    Stage.ATTENDANCE: _gather,
    Stage.LAST_MONTH: _report,
    Stage.DISCUSSION: _discuss,
    Stage.PROPOSALS: _propose,
    Stage.MARKING: _mark,
    Stage.COUNTING: _count,
    Stage.ASSIGNMENT: _choose_and_pledge,
    Stage.COMMUNITY: _settle_matters,
    Stage.APPROVAL: _read_out,
}


def _cases(books: Books, meeting_id: int) -> dict[str, int]:
    """The cases of the meeting by the person's name."""
    overview = books.selection.overview(meeting_id)
    kept = {fold(each.case.person.name): each.case.id for each in overview.cases}
    # Books with names of bare letters are led the same way.
    return {draft.name: kept[fold(draft.name)] for draft in _CASES}
