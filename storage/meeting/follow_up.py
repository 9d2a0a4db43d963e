"""What became of earlier promises, told in step 2 and kept as new rows (S11, S31)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from storage.acts.desk import Desk, Values, meeting_now
from storage.between_meetings.reached import targets_of, urgent_stories
from storage.errors import Refusal, RefusalKind
from storage.meeting.meeting_rows import meeting_by_number
from storage.meeting.open_pledges import (
    awaited_answers,
    missed_promises,
    open_promises,
    promise_between,
)
from storage.memory import remembered
from storage.records.acts import ActKind
from storage.records.cases import When
from storage.records.community import Answer
from storage.records.follow_up import Promise
from storage.records.kinds import HELPED, FulfilmentState, MatterKind
from storage.records.lacks import Lack
from storage.records.last_month import FollowUpOverview
from storage.records.pledges import Fulfilment
from storage.rules import follow_up as rules
from storage.tables import AnswerRow, DecisionRow, FulfilmentRow, MatterRow
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

    @remembered
    def overview(self, meeting_id: int) -> FollowUpOverview:
        """Both targets, the open promises, the answers awaited, and what could not wait."""
        day = meeting_by_number(meeting_id).day
        return FollowUpOverview(
            day=day,
            targets=targets_of(meeting_id, day),
            promises=open_promises(meeting_id, day),
            answers=awaited_answers(meeting_id, day),
            urgent=urgent_stories(meeting_id),
        )

    @remembered
    def lacking(self, meeting_id: int) -> tuple[Lack, ...]:
        """How many promises and answers, due by now, the meeting has not heard of."""
        day = meeting_by_number(meeting_id).day
        answers = sum(answer.missed for answer in awaited_answers(meeting_id, day))
        return rules.lacking(missed_promises(meeting_id, day), answers)

    @remembered
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
        day = meeting_by_number(meeting_id).day
        promise = _promise(meeting_id, pledge_id, day)
        told = Fulfilment(0, state, day, given, came, result, thanks, reason, postponed_to)
        told = _checked(told, promise, day, on)
        with self.desk.act(meeting_id, _ACTS[state], **_about(promise)):
            _keep(meeting_id, pledge_id, told)

    def promise_now(self, pledge_id: int) -> Promise:
        """A pledge as it stands now, in a meeting or between two.

        Raises:
            Refusal: there is no such pledge, or the end of it was told in a meeting.
        """
        meeting_id = meeting_now()
        if meeting_id is None:
            return promise_between(pledge_id, self.desk.clock.today())
        return _promise(meeting_id, pledge_id, meeting_by_number(meeting_id).day)

    def record_between(self, pledge_id: int, told: Fulfilment, on: date | None = None) -> None:
        """Keeps what became of a pledge, told between meetings; the next one takes it up.

        Told again before that, it replaces what was told; in a meeting that is held now it
        is as if it were told in its step 2.

        Raises:
            Refusal: as in `record`; a pledge whose end was told in a meeting stays as told.
        """
        meeting_id = meeting_now()
        today = self.desk.clock.today()
        promise = self.promise_now(pledge_id)
        checked = _checked(replace(told, on=today), promise, today, on)
        with self.desk.act_now(_ACTS[told.state], **_about(promise)):
            _keep(meeting_id, pledge_id, checked)

    def answer(
        self, meeting_id: int, matter_id: int, by: str, text: str, *, settled: bool = True
    ) -> None:
        """Keeps what the locality answered to a matter; told again here, it replaces that.

        Raises:
            Refusal: nothing was answered, or there is no such matter for the locality.
        """
        matter = _locality_matter(matter_id, text)
        answer = Answer(
            meeting_by_number(meeting_id).day, clean_line(by), clean_text(text), settled
        )
        with self.desk.act(meeting_id, ActKind.ANSWER_RECORDED, what=matter.what):
            _keep_answer(matter_id, answer, meeting_id)

    def answer_between(self, matter_id: int, answer: Answer) -> None:
        """Keeps one more answer to a matter, after those that came before (S11).

        Raises:
            Refusal: nothing was answered, or there is no such matter for the locality.
        """
        matter = _locality_matter(matter_id, answer.text)
        cleaned = replace(answer, by=clean_line(answer.by), text=clean_text(answer.text))
        with self.desk.act_now(ActKind.ANSWER_RECORDED, what=matter.what):
            _keep_answer(matter_id, cleaned, meeting_now())


def take_up(meeting_id: int) -> None:
    """Gives a meeting that begins what was told since the one before."""
    for table in (FulfilmentRow, AnswerRow):
        table.update(meeting=meeting_id).where(
            table.meeting.is_null(), table.between_meetings
        ).execute()


def give_back(meeting_id: int) -> None:
    """Keeps what a meeting that is abandoned had taken up, for the next one."""
    for table in (FulfilmentRow, AnswerRow):
        table.update(meeting=None).where(
            table.meeting == meeting_id, table.between_meetings
        ).execute()


def _checked(told: Fulfilment, promise: Promise, day: date, on: date | None) -> Fulfilment:
    """What was told, cleaned, with the day on which it was done."""
    cleaned = rules.cleaned(told, promise.pledge.total)
    fault = rules.fault(cleaned)
    if fault is not None:
        raise Refusal(fault)
    if on is not None and on > day:
        raise Refusal(RefusalKind.DAY_DONE_INVALID)
    if told.state in HELPED:
        return replace(cleaned, on=on or promise.kept_on or day)
    return cleaned


def _about(promise: Promise) -> Values:
    """Whom or what the act of telling is about."""
    return {
        "person_id": promise.case.person.id if promise.case else 0,
        "what": promise.matter.what if promise.matter else "",
        "pledge": promise.pledge.id,
    }


def _locality_matter(matter_id: int, text: str) -> MatterRow:
    if not clean_text(text):
        raise Refusal(RefusalKind.TEXT_MISSING)
    matter = MatterRow.get_or_none(
        MatterRow.id == matter_id, MatterRow.kind == str(MatterKind.LOCALITY)
    )
    if matter is None:
        raise Refusal(RefusalKind.PROPOSAL_MISSING)
    return matter


def _keep_answer(matter_id: int, answer: Answer, meeting_id: int | None) -> None:
    """Writes an answer: over the one of this meeting, or after those told between meetings."""
    row = None
    if meeting_id is not None:
        told = AnswerRow.select().where(
            AnswerRow.meeting == meeting_id, AnswerRow.matter == matter_id
        )
        row = told.order_by(AnswerRow.id.desc()).first()
    row = row or AnswerRow(
        meeting=meeting_id, matter=matter_id, between_meetings=meeting_id is None
    )
    row.on, row.by, row.text = answer.on, answer.by, answer.text
    row.settled = answer.settled
    row.save()


def _keep(meeting_id: int | None, pledge_id: int, told: Fulfilment) -> None:
    """Writes what was told in this meeting, or since the last, over what was told there before."""
    here = FulfilmentRow.meeting == meeting_id
    if meeting_id is None:
        here = FulfilmentRow.meeting.is_null() & FulfilmentRow.between_meetings
    row = FulfilmentRow.get_or_none(here, FulfilmentRow.pledge == pledge_id)
    row = row or FulfilmentRow(
        meeting=meeting_id, pledge=pledge_id, between_meetings=meeting_id is None
    )
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
