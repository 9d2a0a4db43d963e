"""Phiếu chuyển chăm sóc tại nhà, with room for what the volunteers find (S29)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportlab.platypus import Flowable, Paragraph

from printouts.typesetting.document import Piece, running, with_ending
from printouts.typesetting.form_lines import form_line
from printouts.typesetting.letterhead import letterhead, title
from printouts.typesetting.page import OnePaper, PageMarks, print_papers
from printouts.typesetting.signatures import FORM_PEN_ROOM, signature_block
from printouts.typesetting.styles import STYLES
from printouts.typesetting.text import markup
from storage.records.letters import FormPart, ReferralForm, ReferralForms

_DOCUMENT_TYPE = "PHIẾU CHUYỂN CHĂM SÓC TẠI NHÀ"


def referral_forms_pdf(content: ReferralForms) -> bytes:
    """All referrals of a meeting as PDF, each with pages of its own."""
    return print_papers(
        [OnePaper(partial(_form, form)) for form in content.forms],
        title="Phiếu chuyển chăm sóc tại nhà",
        author=content.club_name,
        marks=PageMarks(draft=any(form.draft for form in content.forms)),
    )


def _form(form: ReferralForm) -> list[Flowable]:
    pieces = [running(each) for each in form.opening]
    for part in form.parts:
        pieces += _part(part)
    end = signature_block(form.signatures, hint=False, pen_room=FORM_PEN_ROOM)
    return [
        letterhead(form.parent_body, form.club_name, ""),
        *title(_DOCUMENT_TYPE, form.subject),
        *with_ending(pieces, end),
    ]


def _part(part: FormPart) -> Iterator[Piece]:
    yield Piece(Paragraph(markup(part.title), STYLES.form_head), leads=True)
    for line in part.lines:
        yield Piece(form_line(line))
