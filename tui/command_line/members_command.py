"""`chungtay members`: the register read in from a spreadsheet, or written out into one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from screens.language import N_, _
from storage.records.exports import Export
from storage.records.importing import ImportPlan, PlannedRow, RowState
from storage.records.kinds import ExportKind
from tui.command_line import command_words as words
from tui.command_line.commands import Outcome, opened

_STATES = {
    RowState.REFUSED: N_("không nhập"),
    RowState.ADDED: N_("thêm"),
    RowState.CHANGED: N_("sửa"),
}
"""What is told of row by row; whoever is known already is only counted."""


def import_members(folder: Path, file: Path, *, dry_run: bool) -> Outcome:
    """Takes a list into the register, or only says what it would change; refused rows end in 1."""
    from storage.errors import Refusal, RefusalKind
    from storage.importing.reading import read_sheets

    sheets = read_sheets(file)
    with opened(folder) as books:
        plan = books.imports.plan(sheets)
        lines = tuple(_told(plan))
        if not dry_run:
            try:
                books.imports.accept(sheets)
            except Refusal as refusal:
                if refusal.kind is not RefusalKind.NOTHING_TO_IMPORT:
                    raise
    last = _(words.IMPORT_PLANNED if dry_run else words.IMPORTED).format(
        added=plan.count(RowState.ADDED),
        changed=plan.count(RowState.CHANGED),
        same=plan.count(RowState.SAME),
        refused=plan.count(RowState.REFUSED),
    )
    return Outcome((*lines, last), status=1 if plan.count(RowState.REFUSED) else 0)


def export_members(folder: Path, file: Path) -> Outcome:
    """Writes those who belong to the club now into a spreadsheet, and keeps that it was done."""
    from printouts.members_sheet import members_xlsx
    from printouts.printing.files import write_document

    with opened(folder) as books:
        register = books.members.register_now()
        data = members_xlsx(register, books.club.known().name, books.clock.today())
        written = write_document(file.parent, file.name, data)
        books.exports.note(Export(ExportKind.MEMBERS, str(written), register.present_members))
    return Outcome((_(words.EXPORTED).format(n=register.present_members, file=written),))


def _told(plan: ImportPlan) -> Iterator[str]:
    from screens.wording.importing import FONTS

    if plan.font in FONTS:
        yield _(words.IMPORT_FONT).format(font=FONTS[plan.font])
    if plan.unused:
        yield _(words.IMPORT_UNUSED).format(columns=", ".join(plan.unused))
    for row in plan.rows:
        if row.state in _STATES:
            yield _row(row)


def _row(row: PlannedRow) -> str:
    from screens.wording.importing import row_number, row_words

    name = ", ".join(word for word in (row.name, row.group) if word)
    head = f"{row_number(row)}: {_(_STATES[row.state])} {name}".rstrip()
    told = row_words(row)
    return f"{head} ({told})" if told else head
