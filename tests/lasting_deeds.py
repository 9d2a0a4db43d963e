"""What can be done to what lasts beyond a meeting, one act each, picked by numbers."""

# ruff: noqa: D102 - each deed is named for the act that it is

from __future__ import annotations

from on_the_table import OnTheTable, pick
from sample_minutes import BINH
from storage.records.consent import Consents
from storage.records.home_care import SurveyDraft
from storage.records.kinds import Consent, Position, ReferralState
from storage.records.member_drafts import MemberDraft, PersonDraft
from storage.records.urgent import UrgentDraft


class LastingDeeds(OnTheTable):
    """One act each, on the register, urgent help, home care and persons."""

    # The register.

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

    # Urgent help and home care.

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

    # Persons.

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
