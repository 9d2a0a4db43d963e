"""The forms of step 7: what a group proposed, and what the club settles about it (S24, S25)."""

from __future__ import annotations

from dataclasses import replace

from screens.forms.fields import ChoiceField, Field, LongField, MemberField, TextField, WhenField
from screens.forms.matter_form import matter_fields, matter_of_values, matter_texts
from screens.forms.values import Values
from screens.language import _
from storage.records.community import Answer, MatterDraft
from storage.records.guests import Guest
from storage.records.kinds import MatterKind

SOMEONE_ELSE = "else"
"""The answer of someone who is no guest of this meeting."""


def settled_fields(kind: MatterKind) -> tuple[Field, ...]:
    """The group's own fields, then who takes part, who is in charge, or who speaks."""
    if kind is MatterKind.ACTIVITY:
        return (
            *matter_fields(kind),
            TextField(
                "participants", _("Ai tham gia"), _("Để trống là tất cả các TV CLB tham gia")
            ),
            MemberField("in_charge", _("Ai phụ trách"), _("Gõ tên, không cần dấu")),
        )
    return (
        *matter_fields(kind),
        MemberField("representative", _("Ai nói thay CLB"), _("Gõ tên, không cần dấu")),
        WhenField(
            "when", _("Trước khi nào"), _("Ví dụ: buổi họp xã tới, trước 15/11"), coming=True
        ),
    )


def settled_texts(draft: MatterDraft) -> dict[str, str]:
    """What the form says of a matter."""
    return matter_texts(draft) | {
        "participants": draft.participants,
        "in_charge": str(draft.in_charge or ""),
        "representative": str(draft.representative or ""),
        "when": draft.when.text,
    }


def settled_of_values(values: Values, before: MatterDraft) -> MatterDraft:
    """The matter that the form tells of."""
    told = matter_of_values(values, before)
    if before.kind is MatterKind.ACTIVITY:
        return replace(
            told,
            participants=values.text("participants"),
            in_charge=values.member("in_charge"),
        )
    return replace(
        told,
        representative=values.member("representative"),
        when=values.when("when"),
    )


def answer_fields(guests: tuple[Guest, ...]) -> tuple[Field, ...]:
    """Who answers, one of the guests or someone else, and what."""
    words = LongField("text", _("Trả lời thế nào"))
    named = _("Ví dụ: ông Hà, Phó chủ tịch UBND xã")
    if not guests:
        return (TextField("by", _("Ai trả lời"), named), words)
    options = tuple((str(guest.id), described(guest)) for guest in guests[:8])
    return (
        ChoiceField("guest", _("Ai trả lời"), options=(*options, (SOMEONE_ELSE, _("người khác")))),
        TextField(
            "by",
            _("Họ tên, chức vụ"),
            named,
            shown=lambda values: values.choice("guest") == SOMEONE_ELSE,
        ),
        words,
    )


def answer_texts(before: Answer | None, guests: tuple[Guest, ...]) -> dict[str, str]:
    """What the form says of an answer of this meeting; at first, that the first guest gives it."""
    if before is None:
        return {"guest": str(guests[0].id)} if guests else {}
    guest = next((each for each in guests if described(each) == before.by), None)
    chosen = str(guest.id) if guest else SOMEONE_ELSE
    return {"guest": chosen, "by": before.by, "text": before.text}


def answered_by(values: Values, guests: tuple[Guest, ...]) -> str:
    """Who answered, with the position."""
    chosen = values.choice("guest")
    guest = next((each for each in guests if str(each.id) == chosen), None)
    return described(guest) if guest else values.text("by")


def described(guest: Guest) -> str:
    """A guest with the position: "Đỗ Văn Tài, Trưởng thôn"."""
    return f"{guest.name}, {guest.position}" if guest.position else guest.name
