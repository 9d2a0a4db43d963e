"""One invented meeting, led through its eight steps and sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from storage.books import Books
from storage.clock import FixedClock
from storage.days import understand_when
from storage.practice_stock import (
    ACTIVITIES,
    AREAS,
    CONCERNS,
    FAMILY_NAMES,
    HARDSHIPS,
    HINDRANCES,
    MEN,
    THANKS,
    WOMEN,
    Hardship,
)
from storage.records.cases import CaseDraft, HardshipCase, Need, When
from storage.records.community import MatterDraft
from storage.records.follow_up import Promise
from storage.records.home_care import SurveyDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    FulfilmentState,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Outcome,
    ReferralState,
    Relation,
)
from storage.records.people import Member
from storage.records.pledges import PledgeDraft

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
        self._id = books.meetings.begin().id
        self._present = 0

    def hold(self) -> None:
        """Leads the meeting through its steps, and seals it."""
        for step in (
            self._gather,
            self._hear_of_last_month,
            self._propose,
            self._choose,
            self._settle_matters,
        ):
            step()
            self._clock.advance(_STEP_SECONDS)
        self._books.minutes.approve(self._id, unanimous=True)
        self._books.minutes.seal(self._id)

    def _of_group(self, group_id: int) -> list[Member]:
        return [member for member in self._members if member.group_id == group_id]

    def _gather(self) -> None:
        """Most come; some groups are ticked by name, and the others counted."""
        for group in self._groups:
            own = self._of_group(group.id)
            present = len(own) - self._chance.randint(0, 3)
            self._present += present
            if self._chance.random() < 0.3:
                here = self._chance.sample([member.id for member in own], present)
                self._books.attendance.tick_all(self._id, group.id, frozenset(here))
            else:
                self._books.attendance.count_group(self._id, group.id, present)

    def _hear_of_last_month(self) -> None:
        overview = self._books.follow_up.overview(self._id)
        for promise in overview.promises:
            self._tell(promise)
        answers = dict(CONCERNS)
        for awaited in overview.answers:
            if self._chance.random() < 0.6:
                text = answers.get(awaited.matter.what, "Xã đã ghi nhận.")
                self._books.follow_up.answer(self._id, awaited.matter.id, "UBND xã", text)
        self._hear_of_home_care()

    def _tell(self, promise: Promise) -> None:
        """Most promises are kept; the others are put off, kept in part, or given up."""
        pledge, luck = promise.pledge, self._chance.random()
        total = pledge.total
        if luck < 0.8:
            self._books.follow_up.record(
                self._id,
                pledge.id,
                FulfilmentState.DONE,
                came=self._chance.choice((None, None, 1, 2)),
                thanks=self._chance.choice(THANKS),
            )
        elif luck < 0.87 and total and total > 1:
            half = total // 2
            self._books.follow_up.record(
                self._id, pledge.id, FulfilmentState.PARTLY, given=half, result="còn lại làm sau"
            )
        elif luck < 0.95:
            self._books.follow_up.record(
                self._id,
                pledge.id,
                FulfilmentState.POSTPONED,
                postponed_to=self._when("cuối tháng sau"),
            )
        else:
            self._books.follow_up.record(
                self._id,
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
        for noted in proposals.overview(self._id).noted_cases:
            proposer = noted.group_id or self._groups[0].id
            proposals.propose_existing(self._id, proposer, noted.case.id)
        for group in self._groups:
            first = group is self._groups[0]
            case = first or self._chance.random() < 0.6
            if case:
                proposals.propose_case(self._id, group.id, self._case(group.id))
            matter = first or self._chance.random() < 0.4
            if matter:
                draft = self._activity() if first else self._matter()
                proposals.propose_matter(self._id, group.id, draft)
            if not (case and matter):
                proposals.nothing(self._id, group.id, case=not case, matter=not matter)

    def _case(self, group_id: int) -> CaseDraft:
        """A member of the group, one of a member's family, or someone outside the club."""
        told = self._told(self._chance.choice(HARDSHIPS))
        member = self._chance.choice(self._of_group(group_id))
        luck = self._chance.random()
        if luck < 0.4:
            person = member.person
            return replace(
                told,
                name=person.name,
                address_form=person.address_form,
                birth_year=person.birth_year,
                address=person.address,
                member_id=member.id,
            )
        woman = self._chance.random() < 0.6
        given = self._chance.choice(WOMEN if woman else MEN)
        family = luck < 0.7
        return replace(
            told,
            name=f"{self._chance.choice(FAMILY_NAMES)} {given}",
            address_form=Address.BA if woman else Address.ONG,
            birth_year=self._clock.today().year - self._chance.randint(60, 79),
            address=self._chance.choice(AREAS),
            relation=Relation.FAMILY if family else Relation.OUTSIDE,
            relative_of=member.id if family else None,
        )

    def _told(self, hardship: Hardship) -> CaseDraft:
        return CaseDraft(
            name="",
            circumstances=hardship.circumstances,
            needs=(hardship.need,),
            when=self._when(hardship.when),
            facts=hardship.facts,
            home_care=hardship.home_care,
            consent=self._chance.choice((Consent.AGREED, Consent.AGREED, Consent.NOT_ASKED)),
        )

    def _matter(self) -> MatterDraft:
        return self._activity() if self._chance.random() < 0.6 else self._concern()

    def _activity(self) -> MatterDraft:
        what, partner = self._chance.choice(ACTIVITIES)
        return MatterDraft(
            kind=MatterKind.ACTIVITY,
            what=what,
            role=ClubRole.JOINS if partner else ClubRole.LEADS,
            partner=partner,
            when=self._when("chủ nhật tới"),
            in_charge=self._chance.choice(self._members).id,
        )

    def _concern(self) -> MatterDraft:
        what, _answer = self._chance.choice(CONCERNS)
        return MatterDraft(
            kind=MatterKind.LOCALITY,
            what=what,
            addressee="UBND xã",
            way=self._chance.choice(tuple(LocalityWay)),
            when=self._when("trong tháng tới"),
            representative=self._chance.choice(self._members).id,
        )

    def _choose(self) -> None:
        """One or two cases are chosen, each other goes its way, and help is pledged."""
        selection = self._books.selection
        cases = [each.case for each in selection.overview(self._id).cases]
        seats = min(len(cases), self._chance.randint(1, 2))
        if len(cases) > seats and self._chance.random() < 0.25:
            self._count(cases, seats)
        else:
            chosen = self._chance.sample([case.id for case in cases], seats)
            selection.choose_unanimously(self._id, chosen)
        for each in selection.overview(self._id).cases:
            if each.outcome is None and self._goes_its_way(each.case) is not Outcome.OWN_GROUP:
                continue
            self._pledge(each.case)

    def _count(self, cases: Sequence[HardshipCase], seats: int) -> None:
        """Opinions differ: as many hands as each may raise, one fewer from case to case."""
        selection = self._books.selection
        most = min(self._present, self._present * seats // len(cases))
        selection.begin_count(self._id, seats)
        for fewer, case in enumerate(self._chance.sample(cases, len(cases))):
            selection.count_hands(self._id, case.id, max(0, most - fewer))
        selection.settle(self._id)

    def _goes_its_way(self, case: HardshipCase) -> Outcome:
        way = self._chance.choice(_OTHER_WAYS)
        reason = "đã đỡ khó khăn" if way is Outcome.ENDED else ""
        self._books.selection.set_way(self._id, case.id, way, reason)
        return way

    def _pledge(self, case: HardshipCase) -> None:
        for need in case.needs:
            self._books.pledges.pledge(self._id, case.id, self._help(need, case))
        if case.home_care:
            self._books.pledges.refer(self._id, case.id)
        self._books.pledges.agree(self._id, case.id, unanimous=True)

    def _help(self, need: Need, case: HardshipCase) -> PledgeDraft:
        """Who helps with a need: some members, or a group, with as much each as comes out even."""
        if need.form is HelpForm.COMPANY:
            group = self._chance.choice(self._groups)
            return PledgeDraft(
                form=need.form,
                helper_kind=HelperKind.GROUP,
                what=need.what,
                quantity=need.quantity,
                unit=need.unit,
                group_id=group.id,
                when=case.when,
                in_charge=group.leader_id,
            )
        count, each = _shares(need)
        helpers = self._chance.sample([member.id for member in self._members], count)
        return PledgeDraft(
            form=need.form,
            helper_kind=HelperKind.MEMBERS,
            what=need.what,
            quantity=each,
            unit=need.unit,
            members=tuple(helpers),
            when=case.when,
            in_charge=helpers[0],
        )

    def _settle_matters(self) -> None:
        """Most is agreed by all; now and then hands are counted, and something is left."""
        community = self._books.community
        for each in community.overview(self._id).on_table:
            luck = self._chance.random()
            if luck < 0.7:
                community.agree(self._id, each.matter.id, unanimous=True)
            elif luck < 0.9:
                against = self._chance.randint(0, 5)
                community.agree(
                    self._id,
                    each.matter.id,
                    unanimous=False,
                    in_favour=self._present - against,
                    against=against,
                )
            else:
                community.drop(self._id, each.matter.id, "để tháng sau")
        if not any(each.agreed for each in community.overview(self._id).on_table):
            added = community.add(self._id, self._activity())
            community.agree(self._id, added, unanimous=True)

    def _when(self, said: str) -> When:
        return understand_when(said, self._clock.today())


def _shares(need: Need) -> tuple[int, int | None]:
    """How many members share a need, and what each of them gives."""
    if need.quantity is None:
        return 1, None
    match need.form:
        case HelpForm.LABOUR:
            return need.quantity, 1
        case HelpForm.MONEY:
            return need.quantity // 20_000, 20_000
        case HelpForm.GOODS:
            return 2, need.quantity // 2
        case _:
            return 1, need.quantity
