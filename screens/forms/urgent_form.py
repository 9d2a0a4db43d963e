"""The forms of what could not wait: the report, the decision, and what was given (S32)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from screens.forms.case_form import case_fields, case_of_values, case_texts
from screens.forms.fields import ChoiceField, Field, LongField, MemberField
from screens.forms.form import Form
from screens.forms.moments import moment_fields, moment_in, moment_texts
from screens.forms.values import Values
from screens.language import N_, _
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Consent
from storage.records.urgent import UrgentDraft

_NOT_ASKED_NOW = {"when", "facts"}
"""What the form of a case asks besides: of an urgent one it is for later."""
_WHOLE, _PART = "whole", "part"
_NAME_HINT = N_("Gõ tên, không cần dấu; Enter lấy người đầu tiên.")


def report_fields() -> tuple[Field, ...]:
    """Who is in need and of what, who reported it and when, and what is known of the rest."""
    case = tuple(field for field in case_fields() if field.key not in _NOT_ASKED_NOW)
    return (
        *case,
        LongField(
            "cause",
            _("Vì sao không chờ được"),
            _("Ví dụ: cần cấp cứu ngay. Sẽ ghi vào biên bản kỳ họp tới."),
            rows=1,
            shown=lambda values: values.choice("consent") != Consent.AGREED,
        ),
        MemberField("reported_by", _("Ai báo"), _("Tổ trưởng báo. ") + _(_NAME_HINT)),
        MemberField(
            "reported_to",
            _("Báo cho ai"),
            _("Chủ nhiệm hoặc thành viên Ban chủ nhiệm phụ trách."),
        ),
        *moment_fields("reported", _("Báo ngày nào"), _("Lúc mấy giờ")),
        *_decision_fields(),
        *_help_fields(),
    )


def _decision_fields() -> tuple[Field, ...]:
    return (
        LongField(
            "decision",
            _("Quyết định"),
            _("Ví dụ: đưa đi viện, ứng 200.000 đ. Chưa có thì để trống."),
            rows=1,
        ),
        MemberField("decided_by", _("Ai quyết định"), _(_NAME_HINT)),
    )


def _help_fields() -> tuple[Field, ...]:
    when = moment_fields("helped", _("Giúp ngày nào"), _("Lúc mấy giờ"))
    return (
        LongField(
            "help_given",
            _("Đã giúp được gì"),
            _("Ví dụ: đã đưa đi viện, 2 người trực. Chưa giúp thì để trống."),
            rows=1,
        ),
        ChoiceField(
            "how_far",
            _("Giúp đến đâu"),
            _("Mới giúp một phần thì việc này vẫn chờ."),
            options=((_WHOLE, _("Đã giúp xong")), (_PART, _("Mới giúp một phần"))),
            shown=lambda values: bool(values.text("help_given")),
        ),
        *(replace(each, shown=_wholly_helped) for each in when),
    )


def _wholly_helped(values: Values) -> bool:
    return bool(values.text("help_given")) and values.choice("how_far") != _PART


def _helped_at(values: Values, now: datetime) -> datetime | None:
    """When all was given; None where nothing was, or only a part.

    Raises:
        Refusal: all was given, but the moment is not said or can't be made out.
    """
    if not _wholly_helped(values):
        return None
    at = moment_in(values, "helped", now)
    if at is None:
        raise Refusal(RefusalKind.MOMENT_UNCLEAR)
    return at


def _how_far_texts(draft: UrgentDraft) -> dict[str, str]:
    in_part = draft.help_given and draft.helped_at is None
    return {"how_far": _PART if in_part else _WHOLE}


def new_report_texts(now: datetime, chair: int | None) -> dict[str, str]:
    """What the form of a new report says at first: reported now, to the chair."""
    return {
        **case_texts(),
        **moment_texts("reported", now),
        "how_far": _WHOLE,
        "reported_to": str(chair or ""),
        "decided_by": str(chair or ""),
    }


def report_texts(draft: UrgentDraft) -> dict[str, str]:
    """What the form says of a report that is in the book."""
    return {
        **case_texts(draft.case),
        **moment_texts("reported", draft.reported_at),
        **moment_texts("helped", draft.helped_at),
        **_how_far_texts(draft),
        "cause": draft.cause,
        "reported_by": str(draft.reported_by or ""),
        "reported_to": str(draft.reported_to or ""),
        "decision": draft.decision,
        "decided_by": str(draft.decided_by or ""),
        "help_given": draft.help_given,
    }


def report_in(
    books: Books, values: Values, now: datetime, before: UrgentDraft | None = None
) -> UrgentDraft:
    """The report that the form tells of.

    Raises:
        Refusal: a number or a moment in it can't be read.
    """
    return UrgentDraft(
        case=case_of_values(books, values, before.case if before else None),
        reported_at=moment_in(values, "reported", now) or now,
        reported_by=values.member("reported_by"),
        reported_to=values.member("reported_to"),
        cause=values.text("cause"),
        decision=values.text("decision"),
        decided_by=values.member("decided_by"),
        decided_at=before.decided_at if before else None,
        help_given=values.text("help_given"),
        helped_at=_helped_at(values, now),
    )


def decision_form(
    key: str,
    title: str,
    before: UrgentDraft,
    now: datetime,
    accept: Callable[[Books, str, int | None, datetime], None],
) -> Form[bool]:
    """What was decided on a report, by whom, and when."""

    def keep(books: Books, values: Values) -> bool:
        at = moment_in(values, "decided", now) or now
        accept(books, values.text("decision"), values.member("decided_by"), at)
        return True

    return Form(
        key=key,
        title=title,
        fields=(
            *_decision_fields(),
            *moment_fields("decided", _("Quyết định ngày nào"), _("Lúc mấy giờ")),
        ),
        accept=keep,
        initial={
            "decision": before.decision,
            "decided_by": str(before.decided_by or before.reported_to or ""),
            **moment_texts("decided", before.decided_at or now),
        },
    )


def help_form(
    key: str,
    title: str,
    before: UrgentDraft,
    pledged: str,
    now: datetime,
    accept: Callable[[Books, str, datetime | None], None],
) -> Form[bool]:
    """What was given, and when; at first, what was pledged, now."""

    def keep(books: Books, values: Values) -> bool:
        accept(books, values.text("help_given"), _helped_at(values, now))
        return True

    return Form(
        key=key,
        title=title,
        fields=_help_fields(),
        accept=keep,
        initial={
            "help_given": before.help_given or pledged,
            **moment_texts("helped", before.helped_at or now),
            **_how_far_texts(before),
        },
    )
