"""What became of earlier promises, told in step 2 and kept as new rows (S11, S31)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from storage.desk import Desk
from storage.errors import Refusal, RefusalKind
from storage.open_pledges import (
    awaited_answers,
    missed_promises,
    open_promises,
)
from storage.reached import targets_of, urgent_stories
from storage.records.acts import ActKind
from storage.records.cases import When
from storage.records.follow_up import FollowUpOverview, Promise
from storage.records.kinds import FulfilmentState, MatterKind
from storage.records.lacks import Lack
from storage.records.pledges import Fulfilment
from storage.rules import follow_up as rules
from storage.tables import AnswerRow, DecisionRow, FulfilmentRow, MatterRow, MeetingRow
from storage.vietnamese import clean_line, clean_text

_ACTS = {
    FulfilmentState.DONE: ActKind.FULFILMENT_RECORDED,
    FulfilmentState.PARTLY: ActKind.PARTLY_FULFILLED,
    FulfilmentState.POSTPONED: ActKind.PLEDGE_POSTPONED,
    FulfilmentState.NOT_DONE: ActKind.PLEDGE_NOT_KEPT,
}


class FollowUpBook:
    """The promises of earlier meetings, and what this meeting hears of them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def overview(self, meeting_id: int) -> FollowUpOverview:
        """Both targets, the open promises, the answers awaited, and what could not wait."""
        day = _day_of(meeting_id)
        return FollowUpOverview(
            day=day,
            targets=targets_of(meeting_id, day),
            promises=open_promises(meeting_id, day),
            answers=awaited_answers(meeting_id, day),
            urgent=urgent_stories(meeting_id),
        )

    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """How many promises and answers, due by now, the meeting has not heard of."""
        day = _day_of(meeting_id)
        answers = sum(answer.missed for answer in awaited_answers(meeting_id, day))
        return rules.lacking(missed_promises(meeting_id, day), answers)

    def begun(self, meeting_id: int) -> bool:
        """Whether something was told of earlier promises, or an earlier matter was answered."""
        told = FulfilmentRow.select().where(FulfilmentRow.meeting == meeting_id)
        of_this_meeting = DecisionRow.select(DecisionRow.matter).where(
            DecisionRow.meeting == meeting_id, DecisionRow.matter.is_null(False)
        )
        answered = AnswerRow.select().where(
            AnswerRow.meeting == meeting_id, AnswerRow.matter.not_in(of_this_meeting)
        )
        return bool(told.exists() or answered.exists())

    def record(
        self,
        meeting_id: int,
        pledge_id: int,
        state: FulfilmentState,
        *,
        given: int | None = None,
        came: int | None = None,
        result: str = "",
        thanks: str = "",
        reason: str = "",
        postponed_to: When = When(),  # noqa: B008 - a frozen value
        on: date | None = None,
    ) -> None:
        """Keeps what became of an earlier pledge; told again in this meeting, it replaces that.

        Done without a number is done as promised. `on` is the day on which it was done,
        where somebody knows it.

        Raises:
            Refusal: the pledge is not open from earlier, a number is below one, its day is
                still to come, it is put off without a time, or not done without a reason.
        """
        day = _day_of(meeting_id)
        promise = _promise(meeting_id, pledge_id, day)
        told = rules.cleaned(
            Fulfilment(0, state, day, given, came, result, thanks, reason, postponed_to),
            promise.pledge.total,
        )
        fault = rules.fault(told)
        if fault is not None:
            raise Refusal(fault)
        if on is not None and on > day:
            raise Refusal(RefusalKind.DAY_DONE_INVALID)
        if state in {FulfilmentState.DONE, FulfilmentState.PARTLY}:
            told = replace(told, on=on or promise.kept_on or day)
        with self.desk.act(
            meeting_id,
            _ACTS[state],
            person_id=promise.case.person.id if promise.case else 0,
            what=promise.matter.what if promise.matter else "",
        ):
            _keep(meeting_id, pledge_id, told)

    def answer(self, meeting_id: int, matter_id: int, by: str, text: str) -> None:
        """Keeps what the locality answered to a matter; told again here, it replaces that.

        Raises:
            Refusal: nothing was answered, or there is no such matter for the locality.
        """
        cleaned = clean_text(text)
        if not cleaned:
            raise Refusal(RefusalKind.TEXT_MISSING)
        matter = MatterRow.get_or_none(
            MatterRow.id == matter_id, MatterRow.kind == str(MatterKind.LOCALITY)
        )
        if matter is None:
            raise Refusal(RefusalKind.PROPOSAL_MISSING)
        day = _day_of(meeting_id)
        with self.desk.act(meeting_id, ActKind.ANSWER_RECORDED, what=matter.what):
            row = AnswerRow.get_or_none(
                AnswerRow.meeting == meeting_id, AnswerRow.matter == matter_id
            )
            row = row or AnswerRow(meeting=meeting_id, matter=matter_id)
            row.on, row.by, row.text = day, clean_line(by), cleaned
            row.save()


def _day_of(meeting_id: int) -> date:
    row = MeetingRow.get_or_none(MeetingRow.id == meeting_id)
    if row is None:
        raise Refusal(RefusalKind.MEETING_MISSING)
    return row.day


def _keep(meeting_id: int, pledge_id: int, told: Fulfilment) -> None:
    """Writes what was told in this meeting, over what was told in it before."""
    row = FulfilmentRow.get_or_none(
        FulfilmentRow.meeting == meeting_id, FulfilmentRow.pledge == pledge_id
    )
    row = row or FulfilmentRow(meeting=meeting_id, pledge=pledge_id)
    row.state = str(told.state)
    row.on = told.on
    row.given = told.given
    row.came = told.came
    row.result = told.result
    row.thanks = told.thanks
    row.reason = told.reason
    row.postponed_text = told.postponed_to.text
    row.postponed_first = told.postponed_to.first
    row.postponed_last = told.postponed_to.last
    row.save()


def _promise(meeting_id: int, pledge_id: int, day: date) -> Promise:
    found = open_promises(meeting_id, day, pledge_id)
    if not found:
        raise Refusal(RefusalKind.PLEDGE_MISSING)
    return found[0]
