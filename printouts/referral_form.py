"""Phiếu chuyển chăm sóc tại nhà, with room for what the volunteers find (S29)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from reportlab.platypus import Flowable, Paragraph

from printouts.document import Piece, running, with_ending
from printouts.form_lines import form_line
from printouts.letterhead import letterhead, title
from printouts.page import ONE_AT_A_TIME, NewPaper, PageMarks, Sheet
from printouts.signatures import signature_block
from printouts.styles import STYLES
from printouts.text import markup
from storage.records.letters import FormPart, ReferralForm, ReferralForms

_DOCUMENT_TYPE = "PHIẾU CHUYỂN CHĂM SÓC TẠI NHÀ"


def referral_forms_pdf(content: ReferralForms) -> bytes:
    """All referrals of a meeting as PDF, each with pages of its own."""
    with ONE_AT_A_TIME:
        return _printed(content)


def _printed(content: ReferralForms) -> bytes:
    target = BytesIO()
    marks = PageMarks(draft=any(form.draft for form in content.forms))
    sheet = Sheet(target, marks, title="Phiếu chuyển chăm sóc tại nhà", author=content.club_name)
    story: list[Flowable] = []
    for number, form in enumerate(content.forms):
        if number > 0:
            story.append(NewPaper())
        story += _form(form)
    sheet.build(story)
    return target.getvalue()


def _form(form: ReferralForm) -> list[Flowable]:
    pieces = [running(each) for each in form.opening]
    for part in form.parts:
        pieces += _part(part)
    end = signature_block(form.signatures, hint=False)
    return [
        letterhead(form.parent_body, form.club_name, ""),
        *title(_DOCUMENT_TYPE, form.subject),
        *with_ending(pieces, end),
    ]


def _part(part: FormPart) -> Iterator[Piece]:
    yield Piece(Paragraph(markup(part.title), STYLES.form_head), leads=True)
    for line in part.lines:
        yield Piece(form_line(line))
