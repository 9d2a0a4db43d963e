"""Choosing the hardest cases (step 5): by agreement, by hands, and a way for all others."""

from __future__ import annotations

from collections.abc import Sequence

from storage.attendance import present_count
from storage.case_history import kept_cases
from storage.case_rows import cases_of_rows
from storage.case_writing import add_matter
from storage.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.cases import HardshipCase
from storage.records.community import MatterDraft
from storage.records.kinds import (
    CaseEventKind,
    CountSubject,
    MatterKind,
    Outcome,
    ReferralState,
    Source,
)
from storage.records.lacks import Lack
from storage.records.selection import CaseOnTable, Round, SelectionOverview
from storage.rules import selection as rules
from storage.tables import (
    CaseEventRow,
    DecisionRow,
    HandCountRow,
    HardshipCaseRow,
    MeetingRow,
    ProposalRow,
    ReferralRow,
    SelectionRoundRow,
)
from storage.vietnamese import clean_line


class SelectionBook:
    """What the club chose in a meeting, and how its opinion was taken."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def overview(self, meeting_id: int) -> SelectionOverview:
        """All cases of the meeting with what was decided, and the rounds of counting."""
        decisions = {
            row.hardship_case_id: row
            for row in DecisionRow.select().where(
                DecisionRow.meeting == meeting_id, DecisionRow.hardship_case.is_null(False)
            )
        }
        meeting = MeetingRow.get_by_id(meeting_id)
        rounds = _rounds(meeting_id)
        tables = tuple(
            CaseOnTable(
                case,
                Outcome(decisions[case.id].outcome) if case.id in decisions else None,
                decisions[case.id].reason if case.id in decisions else "",
            )
            for case in _cases(meeting_id, set(decisions))
        )
        return SelectionOverview(
            cases=tables,
            day=meeting.day,
            seats=meeting.seats,
            present=present_count(meeting_id),
            rounds=rounds,
            standing=rules.standing(rounds),
        )

    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """What the step still lacks."""
        return rules.lacking(self.overview(meeting_id))

    def begun(self, meeting_id: int) -> bool:
        """Whether anything was decided or counted."""
        decided = DecisionRow.select().where(
            DecisionRow.meeting == meeting_id, DecisionRow.hardship_case.is_null(False)
        )
        return bool(decided.exists() or _round_rows(meeting_id))

    def choose_unanimously(self, meeting_id: int, case_ids: Sequence[int]) -> None:
        """The whole club agrees on these cases; what was chosen or counted before gives way.

        Raises:
            Refusal: no case is named, or nobody is present.
        """
        chosen = list(dict.fromkeys(case_ids))
        if not chosen:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        present = _require_present(meeting_id)
        with self.desk.act(
            meeting_id, ActKind.CASES_CHOSEN, person_ids=_people(chosen), count=len(chosen)
        ):
            self._forget_choice(meeting_id)
            MeetingRow.update(seats=len(chosen)).where(MeetingRow.id == meeting_id).execute()
            HandCountRow.create(
                meeting=meeting_id,
                subject=str(CountSubject.SELECTION),
                present=present,
                unanimous=True,
                in_favour=present,
            )
            for case_id in chosen:
                self._decide(meeting_id, case_id, Outcome.CHOSEN)

    def begin_count(self, meeting_id: int, seats: int) -> None:
        """Begins to count hands for so many places; what was chosen or counted gives way.

        Raises:
            Refusal: there are fewer cases than places, or nobody is present.
        """
        _require_present(meeting_id)
        open_cases = [
            each.case.id
            for each in self.overview(meeting_id).cases
            if each.outcome in (None, Outcome.CHOSEN)
        ]
        if not 1 <= seats <= len(open_cases):
            raise Refusal(RefusalKind.SEATS_INVALID, cases=len(open_cases))
        with self.desk.act(meeting_id, ActKind.SEATS_SET, count=seats):
            self._forget_choice(meeting_id)
            MeetingRow.update(seats=seats).where(MeetingRow.id == meeting_id).execute()
            _add_round(meeting_id, 1, seats, open_cases)

    def count_hands(self, meeting_id: int, case_id: int, hands: int) -> None:
        """Keeps how many raised a hand for a case in the last round; a recount replaces it.

        Raises:
            Refusal: more hands than people, or in all more than people times places.
        """
        rounds = _rounds(meeting_id)
        if not rounds or case_id not in rounds[-1].cases:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        present = _require_present(meeting_id)
        counted = rounds[-1]
        refusal = rules.refusal_of(counted, case_id, hands, present)
        if refusal is not None:
            raise Refusal(
                refusal,
                present=present,
                limit=rules.most_hands(present, counted.seats),
                times=counted.seats,
            )
        person = HardshipCaseRow.get_by_id(case_id).person_id
        with self.desk.act(meeting_id, ActKind.HANDS_COUNTED, person_id=person, count=hands):
            row = _count_row(meeting_id, case_id, counted.number)
            if row is None:
                HandCountRow.create(
                    meeting=meeting_id,
                    subject=str(CountSubject.CASE),
                    hardship_case=case_id,
                    round=counted.number,
                    present=present,
                    in_favour=hands,
                )
            elif (row.in_favour, row.present) != (hands, present):
                row.in_favour, row.present = hands, present
                row.save()

    def begin_second_count(self, meeting_id: int) -> None:
        """Begins a further count among the cases that tie at the edge.

        Raises:
            Refusal: nothing ties.
        """
        rounds = _rounds(meeting_id)
        standing = rules.standing(rounds)
        if not standing.tied:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        with self.desk.act(
            meeting_id, ActKind.SECOND_COUNT_BEGUN, person_ids=_people(standing.tied)
        ):
            _add_round(meeting_id, rounds[-1].number + 1, standing.places_left, standing.tied)

    def settle(self, meeting_id: int) -> None:
        """Keeps those who are through by the counts as chosen.

        Raises:
            Refusal: nobody is through yet.
        """
        chosen = rules.standing(_rounds(meeting_id)).chosen
        if not chosen:
            raise Refusal(RefusalKind.NOTHING_CHOSEN)
        with self.desk.act(
            meeting_id, ActKind.CASES_CHOSEN, person_ids=_people(chosen), count=len(chosen)
        ):
            for case_id in chosen:
                self._decide(meeting_id, case_id, Outcome.CHOSEN)

    def set_way(
        self, meeting_id: int, case_id: int, way: Outcome, reason: str = "", matter: str = ""
    ) -> None:
        """Says what becomes of a case that is not chosen.

        Raises:
            Refusal: a case is ended without a reason, or passed to the locality without
                saying what is proposed.
        """
        cleaned, what = clean_line(reason), clean_line(matter)
        if way is Outcome.ENDED and not cleaned:
            raise Refusal(RefusalKind.REASON_MISSING)
        if way is Outcome.LOCALITY and not what:
            raise Refusal(RefusalKind.WHAT_MISSING)
        person = HardshipCaseRow.get_by_id(case_id).person_id
        with self.desk.act(meeting_id, ActKind.CASE_WAY_SET, person_id=person, way=str(way)):
            self._undecide(meeting_id, case_id)
            self._decide(meeting_id, case_id, way, cleaned)
            if way is Outcome.HOME_CARE:
                ReferralRow.create(hardship_case=case_id, meeting=meeting_id)
            if way is Outcome.LOCALITY:
                row = add_matter(MatterDraft(MatterKind.LOCALITY, what), Source.MEETING)
                ProposalRow.create(meeting=meeting_id, matter=row.id)

    def give_reason(self, meeting_id: int, case_id: int, reason: str) -> None:
        """Keeps why a case was chosen, or why it takes its way."""
        cleaned = clean_line(reason)
        with self.desk.act(meeting_id, ActKind.REASON_GIVEN, reason=cleaned):
            DecisionRow.update(reason=cleaned).where(
                DecisionRow.meeting == meeting_id, DecisionRow.hardship_case == case_id
            ).execute()

    def remove_decision(self, meeting_id: int, case_id: int) -> None:
        """Takes back what was decided on a case."""
        person = HardshipCaseRow.get_by_id(case_id).person_id
        with self.desk.act(meeting_id, ActKind.DECISION_REMOVED, person_id=person):
            self._undecide(meeting_id, case_id)

    def _decide(self, meeting_id: int, case_id: int, outcome: Outcome, reason: str = "") -> None:
        DecisionRow.create(
            meeting=meeting_id, hardship_case=case_id, outcome=str(outcome), reason=reason
        )
        CaseEventRow.create(
            hardship_case=case_id,
            meeting=meeting_id,
            kind=str(CaseEventKind(str(outcome))),
            on=self.desk.clock.today(),
            reason=reason,
        )

    def _undecide(self, meeting_id: int, case_id: int) -> None:
        """Takes the decision on a case back, with what it alone brought about."""
        decision = DecisionRow.get_or_none(
            DecisionRow.meeting == meeting_id, DecisionRow.hardship_case == case_id
        )
        if decision is None:
            return
        CaseEventRow.delete().where(
            CaseEventRow.meeting == meeting_id,
            CaseEventRow.hardship_case == case_id,
            CaseEventRow.kind == decision.outcome,
        ).execute()
        if decision.outcome == Outcome.HOME_CARE:
            ReferralRow.delete().where(
                ReferralRow.meeting == meeting_id,
                ReferralRow.hardship_case == case_id,
                ReferralRow.state == str(ReferralState.WAITING),
            ).execute()
        decision.delete_instance()

    def _forget_choice(self, meeting_id: int) -> None:
        """Takes back what was chosen and counted; the ways of other cases stay."""
        chosen = DecisionRow.select(DecisionRow.hardship_case).where(
            DecisionRow.meeting == meeting_id, DecisionRow.outcome == str(Outcome.CHOSEN)
        )
        for case_id in [row.hardship_case_id for row in chosen]:
            self._undecide(meeting_id, case_id)
        HandCountRow.delete().where(
            HandCountRow.meeting == meeting_id,
            HandCountRow.subject.in_([str(CountSubject.SELECTION), str(CountSubject.CASE)]),
        ).execute()
        SelectionRoundRow.delete().where(SelectionRoundRow.meeting == meeting_id).execute()


def _cases(meeting_id: int, decided: set[int]) -> list[HardshipCase]:
    """The cases proposed in the meeting, decided in it, or kept by an earlier one."""
    proposed = [
        row.hardship_case_id
        for row in ProposalRow.select()
        .where(ProposalRow.meeting == meeting_id, ProposalRow.hardship_case.is_null(False))
        .order_by(ProposalRow.id)
    ]
    earlier = CaseEventRow.select(CaseEventRow.hardship_case).where(
        CaseEventRow.kind == str(CaseEventKind.KEPT)
    )
    kept = kept_cases([row.hardship_case_id for row in earlier], meeting_id)
    order = list(dict.fromkeys([*proposed, *sorted(kept | decided)]))
    rows = {row.id: row for row in HardshipCaseRow.select().where(HardshipCaseRow.id.in_(order))}
    return cases_of_rows([rows[case_id] for case_id in order], meeting_id)


def _round_rows(meeting_id: int) -> list[SelectionRoundRow]:
    return list(
        SelectionRoundRow.select()
        .where(SelectionRoundRow.meeting == meeting_id)
        .order_by(SelectionRoundRow.round)
    )


def _rounds(meeting_id: int) -> tuple[Round, ...]:
    counts = HandCountRow.select().where(
        HandCountRow.meeting == meeting_id, HandCountRow.subject == str(CountSubject.CASE)
    )
    hands: dict[int, dict[int, int]] = {}
    for row in counts:
        hands.setdefault(row.round, {})[row.hardship_case_id] = row.in_favour
    return tuple(
        Round(
            number=row.round,
            seats=row.seats,
            cases=tuple(int(word) for word in row.cases.split()),
            hands=hands.get(row.round, {}),
        )
        for row in _round_rows(meeting_id)
    )


def _add_round(meeting_id: int, number: int, seats: int, cases: Sequence[int]) -> None:
    SelectionRoundRow.create(
        meeting=meeting_id,
        round=number,
        seats=seats,
        cases=" ".join(str(case_id) for case_id in cases),
    )


def _count_row(meeting_id: int, case_id: int, number: int) -> HandCountRow | None:
    return HandCountRow.get_or_none(
        HandCountRow.meeting == meeting_id,
        HandCountRow.subject == str(CountSubject.CASE),
        HandCountRow.hardship_case == case_id,
        HandCountRow.round == number,
    )


def _require_present(meeting_id: int) -> int:
    present = present_count(meeting_id)
    if present == 0:
        raise Refusal(RefusalKind.NOBODY_PRESENT)
    return present


def _people(case_ids: Sequence[int]) -> str:
    """The numbers of the people whom cases are about, as an act keeps them."""
    rows = {row.id: row for row in HardshipCaseRow.select().where(HardshipCaseRow.id.in_(case_ids))}
    return " ".join(str(rows[each].person_id) for each in case_ids)
