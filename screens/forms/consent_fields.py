"""What a form asks of being named: one usual question, or each scope apart with who asked."""

from __future__ import annotations

from collections.abc import Callable

from screens.forms.fields import ChoiceField, Field, MemberField, TextField
from screens.forms.values import Values
from screens.language import N_, _
from storage.records.consent import Consents
from storage.records.kinds import Consent, ConsentScope
from storage.rules.consent import plain
from storage.rules.terms import CONSENT, CONSENT_SCOPE

APART = "apart"
"""In the place of an answer to the usual question: each scope by itself."""


def usual_field() -> Field:
    """The question as it is asked in the meeting; its last answer opens the details."""
    return ChoiceField(
        "consent",
        _("Đồng ý nêu tên?"),
        _("Trước CLB và trong biên bản. Chưa hỏi: để “Chưa hỏi”. Riêng từng việc: 4."),
        options=(*_answers(), (APART, _("Ghi rõ"))),
    )


def detail_fields(shown: Callable[[Values], bool] | None = None) -> tuple[Field, ...]:
    """Each scope by itself, who asked, and who answered for the person."""
    return (
        *(
            ChoiceField(
                _key(scope),
                f"– {_(CONSENT_SCOPE[scope])}",
                _(_HINTS[scope]),
                options=_answers(),
                shown=shown,
            )
            for scope in ConsentScope
        ),
        MemberField(
            "asked_by", _("– ai đã hỏi"), _("Tên thành viên; hỏi trong họp: để trống."), shown=shown
        ),
        TextField(
            "guardian",
            _("– người đại diện"),
            _("Trả lời thay trẻ em, người không tự trả lời được; không có: để trống."),
            shown=shown,
        ),
    )


def wanted_apart(values: Values) -> bool:
    """Whether the details are asked for."""
    return values.choice("consent") == APART


def texts_of_consents(consents: Consents) -> dict[str, str]:
    """What the detail fields say at the beginning."""
    return {_key(scope): str(plain(consents.to(scope))) for scope in ConsentScope}


def consents_of_values(values: Values) -> Consents:
    """What the detail fields tell; a question that was passed over is not asked."""
    club, minutes, locality = (
        Consent(values.choice(_key(scope)) or Consent.NOT_ASKED) for scope in ConsentScope
    )
    return Consents(club, minutes, locality)


def texts_of_answers(usual: Consent, apart: Consents | None) -> dict[str, str]:
    """The usual answer alone, or what was answered to each scope."""
    if apart is None:
        return {"consent": str(usual), **texts_of_consents(Consents(club=usual, minutes=usual))}
    return {"consent": APART, **texts_of_consents(apart)}


_HINTS = {
    ConsentScope.CLUB: N_("Nêu tên, hoàn cảnh khi họp, trên màn chiếu."),
    ConsentScope.MINUTES: N_("Nêu tên trong bản biên bản đưa ra ngoài CLB."),
    ConsentScope.LOCALITY: N_("Nêu tên trong giấy đề nghị gửi chính quyền, ban ngành."),
}


def _answers() -> tuple[tuple[str, str], ...]:
    return tuple((str(value), _(word)) for value, word in CONSENT.items())


def _key(scope: ConsentScope) -> str:
    return f"consent-{scope}"
