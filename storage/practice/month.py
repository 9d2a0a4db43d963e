"""One invented meeting, led through its eight steps and sealed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from storage.books import Books
from storage.clock import FixedClock
from storage.practice.drafts import PracticeDrafts
from storage.practice.stock import (
    CONCERNS,
    HINDRANCES,
    THANKS,
)
from storage.records.cases import HardshipCase
from storage.records.follow_up import Promise
from storage.records.home_care import SurveyDraft
from storage.records.kinds import (
    FulfilmentState,
    Outcome,
    ReferralState,
)

_STEP_SECONDS = 480
_OTHER_WAYS = (Outcome.KEPT, Outcome.OWN_GROUP, Outcome.OWN_GROUP, Outcome.ENDED)


class PracticeMonth:
    """A month's meeting, as chance will have it."""

    def __init__(self, books: Books, clock: FixedClock, chance: Random) -> None:
        self._books = books
        self._clock = clock
        self._chance = chance
        self._members = books.register.members()
        self._groups = books.register.groups()
        self._drafts = PracticeDrafts(clock, chance, self._members, self._groups)
        self.id = books.meetings.begin().id
        """Its number."""
        self._present = 0

    def hold(self) -> None:
        """Leads the meeting through its steps, and seals it."""
        self.lead()
        self._books.minutes.approve(self.id, unanimous=True)
        self._books.minutes.seal(self.id)

    def lead(self) -> None:
        """All of it, up to where the minutes are read out."""
        for step in (
            self._gather,
            self._hear_of_last_month,
            self._propose,
            self._choose,
            self._settle_matters,
        ):
            step()
            self._clock.advance(_STEP_SECONDS)

    def _gather(self) -> None:
        """Most come; some groups are ticked by name, and the others counted."""
        for group in self._groups:
            own = self._drafts.of_group(group.id)
            present = len(own) - self._chance.randint(0, 3)
            self._present += present
            if self._chance.random() < 0.3:
                here = self._chance.sample([member.id for member in own], present)
                self._books.attendance.tick_all(self.id, group.id, frozenset(here))
            else:
                self._books.attendance.count_group(self.id, group.id, present)

    def _hear_of_last_month(self) -> None:
        overview = self._books.follow_up.overview(self.id)
        for promise in overview.promises:
            self._tell(promise)
        answers = dict(CONCERNS)
        for awaited in overview.answers:
            if self._chance.random() < 0.6:
                text = answers.get(awaited.matter.what, "Xã đã ghi nhận.")
                self._books.follow_up.answer(self.id, awaited.matter.id, "UBND xã", text)
        self._hear_of_home_care()

    def _tell(self, promise: Promise) -> None:
        """Most promises are kept; the others are put off, kept in part, or given up."""
        pledge, luck = promise.pledge, self._chance.random()
        total = pledge.total
        if luck < 0.8:
            self._books.follow_up.record(
                self.id,
                pledge.id,
                FulfilmentState.DONE,
                came=self._chance.choice((None, None, 1, 2)),
                thanks=self._chance.choice(THANKS),
            )
        elif luck < 0.87 and total and total > 1:
            half = total // 2
            self._books.follow_up.record(
                self.id, pledge.id, FulfilmentState.PARTLY, given=half, result="còn lại làm sau"
            )
        elif luck < 0.95:
            self._books.follow_up.record(
                self.id,
                pledge.id,
                FulfilmentState.POSTPONED,
                postponed_to=self._drafts.when("cuối tháng sau"),
            )
        else:
            self._books.follow_up.record(
                self.id,
                pledge.id,
                FulfilmentState.NOT_DONE,
                reason=self._chance.choice(HINDRANCES),
            )

    def _hear_of_home_care(self) -> None:
        """The volunteers have surveyed what was passed to them, and ended what they surveyed."""
        home_care = self._books.home_care
        for care in home_care.overview().cases:
            if care.state is ReferralState.WAITING:
                found = SurveyDraft("cần người ở cùng buổi tối", on=self._clock.today())
                home_care.survey(care.id, found)
            elif care.open:
                home_care.set_state(care.id, ReferralState.ENDED)

    def _propose(self) -> None:
        """The first group brings a case and an activity; what the others bring is chance."""
        proposals = self._books.proposals
        for noted in proposals.overview(self.id).noted_cases:
            proposer = noted.group_id or self._groups[0].id
            proposals.propose_existing(self.id, proposer, noted.case.id)
        for group in self._groups:
            first = group is self._groups[0]
            case = first or self._chance.random() < 0.6
            if case:
                proposals.propose_case(self.id, group.id, self._drafts.case(group.id))
            matter = first or self._chance.random() < 0.4
            if matter:
                draft = self._drafts.activity() if first else self._drafts.matter()
                proposals.propose_matter(self.id, group.id, draft)
            if not (case and matter):
                proposals.nothing(self.id, group.id, case=not case, matter=not matter)

    def _choose(self) -> None:
        """One or two cases are chosen, each other goes its way, and help is pledged."""
        selection = self._books.selection
        cases = [each.case for each in selection.overview(self.id).cases]
        seats = min(len(cases), self._chance.randint(1, 2))
        if len(cases) > seats and self._chance.random() < 0.25:
            self._count(cases, seats)
        else:
            chosen = self._chance.sample([case.id for case in cases], seats)
            selection.choose_unanimously(self.id, chosen)
        for each in selection.overview(self.id).cases:
            if each.outcome is None and self._goes_its_way(each.case) is not Outcome.OWN_GROUP:
                continue
            self._pledge(each.case)

    def _count(self, cases: Sequence[HardshipCase], seats: int) -> None:
        """Opinions differ: as many hands as each may raise, one fewer from case to case."""
        selection = self._books.selection
        most = min(self._present, self._present * seats // len(cases))
        selection.begin_count(self.id, seats)
        for fewer, case in enumerate(self._chance.sample(cases, len(cases))):
            selection.count_hands(self.id, case.id, max(0, most - fewer))
        selection.settle(self.id)

    def _goes_its_way(self, case: HardshipCase) -> Outcome:
        way = self._chance.choice(_OTHER_WAYS)
        reason = "đã đỡ khó khăn" if way is Outcome.ENDED else ""
        self._books.selection.set_way(self.id, case.id, way, reason)
        return way

    def _pledge(self, case: HardshipCase) -> None:
        for need in case.needs:
            self._books.pledges.pledge(self.id, case.id, self._drafts.help(need, case))
        if case.home_care:
            self._books.pledges.refer(self.id, case.id)
        self._books.pledges.agree(self.id, case.id, unanimous=True)

    def _settle_matters(self) -> None:
        """Most is agreed by all; now and then hands are counted, and something is left."""
        community = self._books.community
        for each in community.overview(self.id).on_table:
            luck = self._chance.random()
            if luck < 0.7:
                community.agree(self.id, each.matter.id, unanimous=True)
            elif luck < 0.9:
                against = self._chance.randint(0, 5)
                community.agree(
                    self.id,
                    each.matter.id,
                    unanimous=False,
                    in_favour=self._present - against,
                    against=against,
                )
            else:
                community.drop(self.id, each.matter.id, "để tháng sau")
        if not any(each.agreed for each in community.overview(self.id).on_table):
            added = community.add(self.id, self._drafts.activity())
            community.agree(self.id, added, unanimous=True)
