"""The members as a spreadsheet: read in again it changes nothing; no formula is in it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import python_calamine

from printouts.members_sheet import members_xlsx
from storage.books import Books
from storage.importing.reading import read_sheets
from storage.records.importing import RowState
from storage.records.kinds import Position, Sex
from storage.records.member_drafts import MemberDraft

HOSTILE = '=HYPERLINK("http://x";"bấm vào đây")'


def written(books: Books) -> bytes:
    """The spreadsheet of the club."""
    register = books.members.register_now()
    return members_xlsx(register, books.club.known().name, books.clock.today())


def rows_of(data: bytes) -> list[list[object]]:
    """The rows of the sheet."""
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]


def test_everyone_who_belongs_to_the_club_is_in_it_by_group_and_name(books: Books) -> None:
    gone = books.register.members(1)[3]
    books.members.leave(gone.id, books.clock.today())
    rows = rows_of(written(books))
    assert rows[2][:5] == ["STT", "Tổ", "Họ và tên", "Xưng hô", "Giới tính"]
    assert [row[0] for row in rows[3:]] == [float(number) for number in range(1, 55)]
    assert rows[3][1:3] == ["Tổ 1", "Nguyễn Thị An"]
    assert gone.name not in {row[2] for row in rows}


def test_a_telephone_stays_text_and_a_formula_stays_words(books: Books) -> None:
    books.members.add(MemberDraft("Đinh Thị Sáu", 1, telephone="0912345678", can_help=HOSTILE))
    data = written(books)
    (row,) = [row for row in rows_of(data) if row[2] == "Đinh Thị Sáu"]
    assert (row[7], row[11]) == ("0912345678", HOSTILE)
    sheet = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b'quotePrefix="1"' in zipfile.ZipFile(BytesIO(data)).read("xl/styles.xml")


def test_the_same_members_make_the_same_bytes(books: Books) -> None:
    assert written(books) == written(books)


def test_read_in_again_it_changes_nothing(books: Books, tmp_path: Path) -> None:
    draft = MemberDraft(
        "Đinh Thị Sáu",
        2,
        sex=Sex.FEMALE,
        birth_year=1950,
        household="Đinh Văn Năm",
        address="số 5, xóm Đình",
        telephone="0912 345 678",
        home_care=True,
        can_help="nấu ăn",
    )
    sau = books.members.add(draft)
    today = books.clock.today()
    books.members.set_offices(sau, [Position.VICE_CHAIR, Position.BOARD], today, leads=True)
    path = tmp_path / "thanh-vien.xlsx"
    path.write_bytes(written(books))
    plan = books.imports.plan(read_sheets(path))
    assert len(plan.rows) == 56
    assert {row.state for row in plan.rows} == {RowState.SAME}
