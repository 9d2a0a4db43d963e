"""Everything that a meeting can do, one act each, picked by numbers: for tests of all of it."""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar, cast

from sample_minutes import BINH, GATE, HIEN, LAMP, MUI, SWEEP
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.meeting.meetings import Office
from storage.records.cases import When
from storage.records.consent import Consents
from storage.records.home_care import SurveyDraft
from storage.records.kinds import (
    Consent,
    FulfilmentState,
    HelperKind,
    HelpForm,
    MatterKind,
    Position,
    ReferralState,
    Step,
)
from storage.records.member_drafts import MemberDraft, PersonDraft
from storage.records.pledges import PledgeDraft
from storage.records.urgent import UrgentDraft
from storage.rules.selection import WAYS
from storage.tables import RECORDED_TABLES, Table

Picked = TypeVar("Picked")


class Deeds:
    """One act each; the numbers pick what it is done to."""

    def __init__(self, books: Books, meeting_id: int, one: int, two: int) -> None:
        self.books, self.meeting, self.one, self.two = books, meeting_id, one, two
        self.group = pick([group.id for group in books.register.groups()], one)
        self.members = [member.id for member in books.register.members()]
        self.member = pick(self.members, two)

    # What is on the table.

    def case(self) -> int:
        overview = self.books.selection.overview(self.meeting)
        return pick([each.case.id for each in overview.cases], self.one)

    def matter(self) -> int:
        overview = self.books.community.overview(self.meeting)
        return pick([each.matter.id for each in overview.on_table], self.one)

    def person(self) -> int:
        stories = self.books.consents.stories()
        return pick([each.person.id for each in stories], self.one)

    def pledge(self) -> int:
        cases = self.books.pledges.overview(self.meeting).cases
        return pick([pledge.id for case in cases for pledge in case.pledges], self.two)

    def proposal(self) -> int:
        rows = self.books.proposals.overview(self.meeting).groups
        cases = [each.proposal_id for row in rows for each in row.cases]
        matters = [each.proposal_id for row in rows for each in row.matters]
        return pick([*cases, *matters], self.two)

    def draft(self) -> PledgeDraft:
        form = pick(list(HelpForm), self.one)
        if self.two % 3 == 0:
            return PledgeDraft(form, HelperKind.NUMBER, what="gạo", quantity=2, number=3)
        if self.two % 3 == 1:
            return PledgeDraft(form, HelperKind.EVERYONE, what="gạo")
        helpers = tuple(self.members[self.two % 50 : self.two % 50 + 3])
        return PledgeDraft(form, HelperKind.MEMBERS, what="chăn", quantity=1, members=helpers)

    # Steps 1 and 2.

    def tick(self) -> None:
        self.books.attendance.tick(self.meeting, self.member, present=self.one % 2 == 0)

    def tick_all(self) -> None:
        present = frozenset(self.members[: self.two])
        self.books.attendance.tick_all(self.meeting, self.group, present)

    def count_group(self) -> None:
        self.books.attendance.count_group(self.meeting, self.group, self.two)

    def officer(self) -> None:
        self.books.meetings.set_officer(self.meeting, pick(list(Office), self.one), self.member)

    def place(self) -> None:
        self.books.meetings.set_place(self.meeting, f"sân đình {self.one}")

    def guest(self) -> None:
        self.books.meetings.add_guest(self.meeting, f"Hoàng Văn {self.one}", "Trưởng thôn")

    def no_guest(self) -> None:
        guests = self.books.meetings.guests(self.meeting)
        self.books.meetings.remove_guest(self.meeting, pick([each.id for each in guests], self.one))

    def member_of_today(self) -> None:
        self.books.register.add_member("Đinh Thị Sáu", self.group, meeting_id=self.meeting)

    def changed_member(self) -> None:
        person = self.books.members.story(self.member).member
        draft = MemberDraft(person.name, person.group_id, telephone=f"0912 {self.one}")
        self.books.members.change(self.member, draft)

    def moved(self) -> None:
        self.books.members.move(self.member, self.group, self.books.clock.today())

    def left(self) -> None:
        own = self.books.register.members(self.group)[self.one % 3].id
        self.books.members.leave(self.member, self.books.clock.today(), own)

    def came_back(self) -> None:
        gone = [each.id for each in self.books.members.register_now().members if each.left]
        member = pick(gone, self.one)
        self.books.members.come_back(member, self.group, self.books.clock.today())

    def offices(self) -> None:
        positions = list(Position)[self.one % 4 :: 2]
        leads = self.two % 3 == 0
        today = self.books.clock.today()
        self.books.members.set_offices(self.member, positions, today, leads=leads)

    def leader(self) -> None:
        own = self.books.register.members(self.group)[self.two % 5].id
        self.books.groups.set_leader(self.group, own, self.books.clock.today())

    def renamed_group(self) -> None:
        name = f"Tổ {self.group} số {self.one}"
        own = self.books.register.members(self.group)[self.two % 3].id
        today = self.books.clock.today()
        self.books.groups.change(self.group, name, "xóm Mới", leader_id=own, on=today)

    def told(self) -> None:
        promises = self.books.follow_up.overview(self.meeting).promises
        self.books.follow_up.record(
            self.meeting,
            pick([each.pledge.id for each in promises], self.one),
            pick(list(FulfilmentState), self.two),
            reason="mưa bão",
            postponed_to=When("tuần sau", date(2026, 12, 1), date(2026, 12, 7)),
        )

    def answered(self) -> None:
        answers = self.books.follow_up.overview(self.meeting).answers
        matter = pick([each.matter.id for each in answers], self.one)
        self.books.follow_up.answer(self.meeting, matter, "UBND xã", f"Lần {self.two}")

    # Steps 3 and 4.

    def agreed(self) -> None:
        self.books.discussion.toggle_agreed(self.meeting, self.group)

    def propose(self) -> None:
        draft = replace(pick([MUI, BINH, HIEN], self.two), relative_of=self.member)
        self.books.proposals.propose_case(self.meeting, self.group, draft)

    def propose_again(self) -> None:
        self.books.proposals.propose_existing(self.meeting, self.group, self.case())

    def change_case(self) -> None:
        draft = self.books.proposals.case_draft(self.case())
        changed = replace(draft, circumstances=f"Ốm {self.two} ngày")
        self.books.proposals.change_case(self.meeting, self.case(), changed)

    def join(self) -> None:
        cases = [each.case.id for each in self.books.selection.overview(self.meeting).cases]
        self.books.proposals.join_cases(self.meeting, self.case(), pick(cases, self.two))

    def propose_matter(self) -> None:
        draft = pick([SWEEP, LAMP, GATE], self.two)
        self.books.proposals.propose_matter(self.meeting, self.group, draft)

    def nothing(self) -> None:
        self.books.proposals.nothing(self.meeting, self.group, case=True, matter=self.two % 2 == 0)

    def postpone(self) -> None:
        self.books.proposals.postpone(self.meeting, self.group)

    def presenter(self) -> None:
        self.books.proposals.set_presenter(self.meeting, self.group, self.member)

    def withdraw(self) -> None:
        self.books.proposals.remove_proposal(self.meeting, self.proposal())

    # Step 5.

    def choose(self) -> None:
        self.books.selection.choose_unanimously(self.meeting, [self.case()])

    def count(self) -> None:
        self.books.selection.begin_count(self.meeting, 1 + self.one % 3)

    def hands(self) -> None:
        self.books.selection.count_hands(self.meeting, self.case(), self.two % 20)

    def count_again(self) -> None:
        self.books.selection.begin_second_count(self.meeting)

    def settle(self) -> None:
        self.books.selection.settle(self.meeting)

    def clear(self) -> None:
        self.books.selection.clear_counts(self.meeting)

    def way(self) -> None:
        way = pick(list(WAYS), self.two)
        self.books.selection.set_way(self.meeting, self.case(), way, "đã ổn", "sửa đường")

    def undecide(self) -> None:
        self.books.selection.remove_decision(self.meeting, self.case())

    def reason(self) -> None:
        self.books.selection.give_reason(self.meeting, self.case(), f"Lý do {self.two}")

    # Steps 6 to 8.

    def promise(self) -> None:
        self.books.pledges.pledge(self.meeting, self.case(), self.draft())

    def promise_otherwise(self) -> None:
        self.books.pledges.change(self.meeting, self.pledge(), self.draft())

    def name(self) -> None:
        self.books.pledges.name_helpers(self.meeting, self.pledge(), [self.member])

    def take_back(self) -> None:
        self.books.pledges.remove(self.meeting, self.pledge())

    def refer(self) -> None:
        self.books.pledges.refer(self.meeting, self.case(), f"khảo sát {self.two}")

    def keep_home(self) -> None:
        self.books.pledges.remove_referral(self.meeting, self.case())

    def agree_help(self) -> None:
        unanimous = self.two % 2 == 0
        self.books.pledges.agree(
            self.meeting, self.case(), unanimous=unanimous, in_favour=self.two % 20, against=1
        )

    def add_matter(self) -> None:
        draft = replace(SWEEP, kind=pick(list(MatterKind), self.one), addressee="UBND xã")
        self.books.community.add(self.meeting, draft)

    def change_matter(self) -> None:
        changed = replace(SWEEP, what=f"quét ngõ {self.two}")
        self.books.community.change(self.meeting, self.matter(), changed)

    def agree_matter(self) -> None:
        self.books.community.agree(
            self.meeting, self.matter(), unanimous=self.two % 2 == 0, in_favour=self.two % 20
        )

    def drop_matter(self) -> None:
        self.books.community.drop(self.meeting, self.matter(), "để sau Tết")

    def reopen_matter(self) -> None:
        self.books.community.reopen(self.meeting, self.matter())

    def report_urgent(self) -> None:
        now = self.books.clock.now()
        draft = UrgentDraft(BINH, now, cause="cần ngay", decision="giúp")
        self.books.urgent.report(draft)

    def change_urgent(self) -> None:
        report = pick(self.books.urgent.overview().open, self.one)
        now = self.books.clock.now()
        if self.two % 3 == 0:
            self.books.urgent.remove(report.id)
        elif self.two % 3 == 1:
            self.books.urgent.done(report.id, "đã đưa đi viện", now)
        else:
            self.books.urgent.pledge(report.id, self.draft())

    def care_at_home(self) -> None:
        care = pick(self.books.home_care.overview().cases, self.one)
        if self.two % 3 == 0:
            self.books.home_care.bring_back(care.id, "cần xe lăn")
        elif self.two % 3 == 1:
            self.books.home_care.set_state(care.id, pick(list(ReferralState), self.two))
        else:
            today = self.books.clock.today()
            self.books.home_care.survey(care.id, SurveyDraft("người nấu ăn", self.member, today))

    def consent(self) -> None:
        stories = self.books.consents.stories()
        person = pick([each.person.id for each in stories], self.one)
        answers = [pick(list(Consent), self.two + scope) for scope in range(3)]
        self.books.consents.record(person, Consents(*answers), guardian=f"chị {self.two}")

    def correct_person(self) -> None:
        person = self.books.people.story(self.person()).person
        draft = PersonDraft(person.name, person.address_form, 1950 + self.two, f"xóm {self.two}")
        self.books.people.change(person.id, draft)

    def merge_persons(self) -> None:
        stories = self.books.consents.stories()
        other = pick([each.person.id for each in stories], self.two)
        self.books.people.merge(self.person(), other)

    def separate_persons(self) -> None:
        merged = [each.id for each in self.books.people.story(self.person()).merged]
        self.books.people.separate(pick(merged, self.two))

    def note(self) -> None:
        text = f"Ghi chú {self.two}" if self.two % 3 else ""
        self.books.secretary.write_note(self.meeting, pick(list(Step), self.one), text)

    def reword(self) -> None:
        self.books.secretary.reword(self.meeting, pick(list(Step), self.one), f"Lời {self.two}")

    def composed(self) -> None:
        self.books.secretary.remove_wording(self.meeting, pick(list(Step), self.one))

    def explain(self) -> None:
        self.books.minutes.give_reason(self.meeting, no_case="không có", no_community="mưa")


def pick(among: Sequence[Picked], number: int) -> Picked:
    """One of these; where there are none, it is refused as the books would."""
    if not among:
        raise Refusal(RefusalKind.PROPOSAL_MISSING)
    return among[number % len(among)]


_NO_DEEDS = {"__init__", "case", "matter", "pledge", "proposal", "draft", "person"}
DEEDS: tuple[Callable[[Deeds], None], ...] = tuple(
    deed for name, deed in vars(Deeds).items() if callable(deed) and name not in _NO_DEEDS
)


def recorded_rows() -> dict[str, list[dict[str, object]]]:
    """Everything that the tables hold whose changes can be undone."""
    return {table.__name__: _rows(table) for table in RECORDED_TABLES}


def _rows(table: type[Table]) -> list[dict[str, object]]:
    rows = table.select().order_by(table.id).dicts()
    return list(cast("Iterable[dict[str, object]]", rows))
