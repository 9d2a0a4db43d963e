"""The forms of what a group proposes for the community, and to the locality (S6, S7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from screens.forms.fields import ChoiceField, Field, TextField, WhenField
from screens.forms.spoken_things import spoken_activity
from screens.forms.values import Values
from screens.language import _
from storage.records.community import MatterDraft
from storage.records.kinds import ClubRole, LocalityWay, MatterKind
from storage.rules.terms import CLUB_ROLE, LOCALITY_WAY


def matter_fields(kind: MatterKind) -> tuple[Field, ...]:
    """The fields of an activity, or of a matter for the locality."""
    return _activity_fields() if kind is MatterKind.ACTIVITY else _locality_fields()


def _activity_fields() -> tuple[Field, ...]:
    return (
        TextField(
            "what",
            _("Việc gì"),
            _("Ví dụ: quét dọn nhà Văn hóa, cùng Chi hội Phụ nữ, chủ nhật tới"),
            read=_as_spoken,
        ),
        ChoiceField(
            "role",
            _("CLB"),
            options=tuple((str(role), _(word)) for role, word in CLUB_ROLE.items()),
        ),
        TextField(
            "partner",
            _("Cùng với ai"),
            _("Ví dụ: Chi hội Phụ nữ thôn"),
            shown=lambda values: values.choice("role") == ClubRole.JOINS,
        ),
        WhenField("when", _("Khi nào"), _("Ví dụ: chủ nhật tới, trước Tết"), coming=True),
        TextField("place", _("Ở đâu"), _("Ví dụ: từ cổng làng đến nhà văn hóa")),
    )


def _locality_fields() -> tuple[Field, ...]:
    return (
        TextField("what", _("Vấn đề gì"), _("Ví dụ: đèn đường ngõ 3 hỏng")),
        TextField(
            "addressee",
            _("Với ai"),
            _("Chính quyền địa phương, ban ngành đoàn thể. Ví dụ: UBND xã"),
        ),
        ChoiceField(
            "way",
            _("Cách nào"),
            options=tuple((str(way), _(word)) for way, word in LOCALITY_WAY.items()),
        ),
    )


def matter_texts(draft: MatterDraft) -> dict[str, str]:
    """What the form says of an activity or a matter."""
    return {
        "what": draft.what,
        "role": str(draft.role),
        "partner": draft.partner,
        "place": draft.place,
        "when": draft.when.text,
        "addressee": draft.addressee,
        "way": str(draft.way or ""),
    }


def matter_of_values(values: Values, before: MatterDraft) -> MatterDraft:
    """The activity or matter that the form tells of; what it does not ask stays as it was."""
    what = values.text("what")
    if before.kind is MatterKind.LOCALITY:
        way = values.choice("way")
        return replace(
            before,
            what=what,
            addressee=values.text("addressee"),
            way=LocalityWay(way) if way else None,
        )
    said = _as_spoken(values)
    everything = values.told(said)
    return replace(
        before,
        what=everything.text("what"),
        role=ClubRole(everything.choice("role") or ClubRole.LEADS),
        partner=everything.text("partner"),
        place=everything.text("place"),
        when=everything.when("when"),
    )


def _as_spoken(values: Values) -> Mapping[str, str]:
    """The activity alone, and with whom and when, as far as the form does not say it yet."""
    said = spoken_activity(
        values.text("what"),
        values.today,
        with_partner=not values.text("partner"),
        with_time=not values.text("when"),
    )
    if not said.partner and not said.when:
        return {}
    texts = {"what": said.what}
    if said.partner:
        texts |= {"role": str(ClubRole.JOINS), "partner": said.partner}
    return texts | ({"when": said.when} if said.when else {})
