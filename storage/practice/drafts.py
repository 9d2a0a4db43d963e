"""What may be said in an invented meeting: cases, matters and help, as chance will have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from storage.clock import FixedClock
from storage.day_words.typed import understand_when
from storage.practice.stock import (
    ACTIVITIES,
    AREAS,
    CONCERNS,
    FAMILY_NAMES,
    HARDSHIPS,
    MEN,
    WOMEN,
    Hardship,
)
from storage.records.case_draft import CaseDraft
from storage.records.cases import HardshipCase, Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    HelperKind,
    HelpForm,
    LocalityWay,
    MatterKind,
    Relation,
)
from storage.records.people import Group, Member
from storage.records.pledges import PledgeDraft


class PracticeDrafts:
    """The forms of a month, filled in."""

    def __init__(
        self,
        clock: FixedClock,
        chance: Random,
        members: Sequence[Member],
        groups: Sequence[Group],
    ) -> None:
        self._clock = clock
        self._chance = chance
        self._members = members
        self._groups = groups

    def of_group(self, group_id: int) -> list[Member]:
        """The members of a group."""
        return [member for member in self._members if member.group_id == group_id]

    def case(self, group_id: int) -> CaseDraft:
        """A member of the group, one of a member's family, or someone outside the club."""
        told = self._told(self._chance.choice(HARDSHIPS))
        member = self._chance.choice(self.of_group(group_id))
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
            when=self.when(hardship.when),
            facts=hardship.facts,
            home_care=hardship.home_care,
            consent=self._chance.choice((Consent.AGREED, Consent.AGREED, Consent.NOT_ASKED)),
        )

    def matter(self) -> MatterDraft:
        """Something that the club does, or that it proposes to the locality."""
        return self.activity() if self._chance.random() < 0.6 else self._concern()

    def activity(self) -> MatterDraft:
        """Something that the club does for the community."""
        what, partner = self._chance.choice(ACTIVITIES)
        return MatterDraft(
            kind=MatterKind.ACTIVITY,
            what=what,
            role=ClubRole.JOINS if partner else ClubRole.LEADS,
            partner=partner,
            when=self.when("chủ nhật tới"),
            in_charge=self._chance.choice(self._members).id,
        )

    def _concern(self) -> MatterDraft:
        what, _answer = self._chance.choice(CONCERNS)
        return MatterDraft(
            kind=MatterKind.LOCALITY,
            what=what,
            addressee="UBND xã",
            way=self._chance.choice(tuple(LocalityWay)),
            when=self.when("trong tháng tới"),
            representative=self._chance.choice(self._members).id,
        )

    def help(self, need: Need, case: HardshipCase) -> PledgeDraft:
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

    def when(self, said: str) -> When:
        """A time in words, seen from today."""
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
