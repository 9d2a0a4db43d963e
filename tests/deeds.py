"""Everything that a meeting can do, one act each, picked by numbers: for tests of all of it."""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lasting_deeds import LastingDeeds
from on_the_table import OnTheTable, pick
from sample_minutes import BINH, GATE, HIEN, LAMP, MUI, SWEEP
from storage.meeting.meetings import Office
from storage.records.cases import When
from storage.records.kinds import FulfilmentState, MatterKind, Step
from storage.rules.selection import WAYS


class MeetingDeeds(OnTheTable):
    """One act each, of any step."""

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

    def note(self) -> None:
        text = f"Ghi chú {self.two}" if self.two % 3 else ""
        self.books.secretary.write_note(self.meeting, pick(list(Step), self.one), text)

    def reword(self) -> None:
        self.books.secretary.reword(self.meeting, pick(list(Step), self.one), f"Lời {self.two}")

    def composed(self) -> None:
        self.books.secretary.remove_wording(self.meeting, pick(list(Step), self.one))

    def explain(self) -> None:
        self.books.minutes.give_reason(self.meeting, no_case="không có", no_community="mưa")


class Deeds(MeetingDeeds, LastingDeeds):
    """One act each; the numbers pick what it is done to."""


DEEDS: tuple[Callable[[Deeds], None], ...] = tuple(
    deed
    for deeds in (MeetingDeeds, LastingDeeds)
    for name, deed in vars(deeds).items()
    if callable(deed) and not name.startswith("_")
)
