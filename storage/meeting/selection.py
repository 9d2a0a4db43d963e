"""Choosing the hardest cases (step 5): by agreement or by hands, and a way for all others."""

from __future__ import annotations

from collections.abc import Sequence

from storage.errors import Refusal, RefusalKind
from storage.meeting import count_rows
from storage.meeting import selection_rows as rows
from storage.meeting.case_rows import case_row
from storage.meeting.hand_counting import HandCounting, act_of_choosing, drop_void_agreement
from storage.meeting.proposal_rows import forget_case
from storage.meeting.selection_overview import anything_decided, read_lacks, read_overview
from storage.records.acts import ActKind
from storage.records.kinds import Outcome
from storage.records.lacks import Lack
from storage.records.selection import SelectionOverview
from storage.rules import selection as rules
from storage.tables import MeetingRow
from storage.vietnamese import clean_line


class SelectionBook(HandCounting):
    """What the club chose in a meeting, and how its opinion was taken."""

    def overview(self, meeting_id: int) -> SelectionOverview:
        """All cases of the meeting with what was decided, and the rounds of counting."""
        return read_overview(meeting_id)

    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""
        return read_lacks(meeting_id)

    def begun(self, meeting_id: int) -> bool:
        """Whether anything was decided or counted."""
        return anything_decided(meeting_id)

    def locality_words(self, meeting_id: int, case_id: int) -> str:
        """What is proposed to the locality for a case, if it is passed on so."""
        return rows.locality_words(meeting_id, case_id)

    def choose_unanimously(
        self, meeting_id: int, case_ids: Sequence[int], reason: str = ""
    ) -> None:
        """The whole club agrees on these cases (nhất trí), besides those chosen already.

        Where hands were counted before, those who are through by them are chosen with these,
        and every round that was counted stays in the books.

        Raises:
            Refusal: no case is named.
        """
        overview = read_overview(meeting_id)
        through = overview.standing.chosen if overview.counting else ()
        before = {each.case.id for each in overview.chosen}
        agreed = [case for case in dict.fromkeys((*through, *case_ids)) if case not in before]
        if not agreed:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        with act_of_choosing(self.desk, meeting_id, agreed):
            if not any(counted.hands for counted in count_rows.rounds_of(meeting_id)):
                count_rows.forget_rounds(meeting_id)
            count_rows.write_agreement(meeting_id, overview.present)
            rows.choose(meeting_id, agreed, overview.day, clean_line(reason))
            count_rows.set_seats(meeting_id, len(before) + len(agreed))

    # The ways of the others.

    def set_way(
        self, meeting_id: int, case_id: int, way: Outcome, reason: str = "", matter: str = ""
    ) -> None:
        """Says what becomes of a case that is not chosen; what was decided before gives way.

        A case for home care is passed on at once. One for the locality becomes a matter of
        step 7 with the words of `matter`; they are shown on the wall.

        Raises:
            Refusal: a case is ended without a reason, or passed to the locality without
                saying what is proposed.
        """
        if way not in rules.WAYS:
            raise ValueError(way)
        cleaned, what = clean_line(reason), clean_line(matter)
        if way is Outcome.ENDED and not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        if way is Outcome.LOCALITY and not what:
            raise Refusal(RefusalKind.WHAT_MISSING)
        person = case_row(case_id).person_id
        with self.desk.act(meeting_id, ActKind.CASE_WAY_SET, person_id=person, way=str(way)):
            rows.undecide(meeting_id, case_id)
            rows.decide(meeting_id, case_id, way, cleaned, MeetingRow.get_by_id(meeting_id).day)
            if way is Outcome.LOCALITY:
                rows.write_locality_matter(meeting_id, case_id, what)
            else:
                rows.drop_locality_matter(meeting_id, case_id)
            drop_void_agreement(meeting_id)

    def give_reason(self, meeting_id: int, case_id: int, reason: str) -> None:
        """Keeps why a case was chosen, or why it takes its way.

        Raises:
            Refusal: a case is ended, and the reason is taken away.
        """
        cleaned = clean_line(reason)
        made = rows.decisions_of(meeting_id).get(case_id)
        if made is None:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        if made.outcome == Outcome.ENDED and not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        person = case_row(case_id).person_id
        with self.desk.act(meeting_id, ActKind.CASE_REASON_GIVEN, person_id=person):
            rows.write_reason(made, cleaned)

    def remove_decision(self, meeting_id: int, case_id: int) -> None:
        """Takes back what was decided on a case."""
        row = case_row(case_id)
        with self.desk.act(meeting_id, ActKind.DECISION_REMOVED, person_id=row.person_id):
            rows.undecide(meeting_id, case_id)
            rows.drop_locality_matter(meeting_id, case_id)
            drop_void_agreement(meeting_id)
            forget_case(meeting_id, row)
