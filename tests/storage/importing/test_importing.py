"""Lists of members out of spreadsheets: what is read, planned, refused, and taken over once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from recorded_rows import recorded_rows
from screens.wording.importing import row_words
from spreadsheet_files import RIGHT, WRONG
from spreadsheets import PEOPLE, Cell, Table, merged_workbook, tcvn3, vni, workbook
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.importing.cells import birth_year_of, group_of, name_of, telephone_of
from storage.importing.columns import Heading, heading_of
from storage.importing.legacy_fonts import from_tcvn3, from_vni
from storage.importing.reading import Sheet, read_sheets
from storage.records.acts import ActKind
from storage.records.importing import Change, ImportPlan, PlannedRow, Remark, RowState
from storage.records.kinds import Address, Position, Sex
from storage.records.member_drafts import MemberDraft
from storage.records.people import Member
from storage.safekeeping.checking import check_books

EVERY_LETTER = (
    "áàảãạ ăắằẳẵặ âấầẩẫậ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ đ ĂÂĐÊÔƠƯ"
)


def sheets_of(tmp_path: Path, *rows: Sequence[Cell]) -> tuple[Sheet, ...]:
    """The sheets of a list with these rows under usual headings."""
    heads = ("Họ và tên", "Năm sinh", "Tổ", "Điện thoại", "Chức vụ", "Ghi chú")
    table: Table = (heads, *rows)
    return read_sheets(workbook(tmp_path / "danh-sach.xlsx", DS=table))


def row_of(plan: ImportPlan, name: str) -> PlannedRow:
    """The row of a name."""
    return next(row for row in plan.rows if row.name == name)


def named(books: Books, name: str) -> Member:
    """The member of a name."""
    return next(each for each in books.members.register_now().members if each.name == name)


def without_offices(books: Books) -> None:
    """Leaves the club without any of them."""
    for member in books.members.register_now().members:
        books.register.set_positions(member.id, ())


@pytest.mark.parametrize("what", RIGHT)
def test_the_three_people_are_read_from_every_file(what: str, books: Books, tmp_path: Path) -> None:
    before = recorded_rows()
    plan = books.imports.plan(read_sheets(RIGHT[what](tmp_path)))
    assert [(row.state, row.name, row.group) for row in plan.rows] == [
        (RowState.ADDED, "Nguyễn Thị Mùi", "Tổ 1"),
        (RowState.ADDED, "Đặng Văn Đức", "Tổ 2"),
        (RowState.ADDED, "Phạm Thị Ổn", "Tổ 3"),
    ]
    drafts = [row.draft for row in plan.rows if row.draft]
    assert [draft.birth_year for draft in drafts] == [1948, 1955, 1960]
    assert [draft.sex for draft in drafts] == [Sex.FEMALE, Sex.MALE, Sex.FEMALE]
    assert [draft.telephone for draft in drafts] == ["0912345678", "0987654321", ""]
    assert [draft.address_form for draft in drafts] == [Address.BA, Address.ONG, Address.BA]
    assert recorded_rows() == before


@pytest.mark.parametrize("what", WRONG)
def test_a_file_that_cannot_be_a_list_is_refused(what: str, books: Books, tmp_path: Path) -> None:
    make, kind = WRONG[what]
    path = make(tmp_path)
    with pytest.raises(Refusal) as refusal:
        books.imports.plan(read_sheets(path))
    assert refusal.value.kind is kind


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        read_sheets(tmp_path / "khong-co.xlsx")
    assert refusal.value.kind is RefusalKind.FILE_UNREADABLE


def test_titles_merged_groups_years_by_sex_and_sums_are_understood(
    books: Books, tmp_path: Path
) -> None:
    plan = books.imports.plan(read_sheets(merged_workbook(tmp_path / "ds.xlsx")))
    drafts = [(row.number, row.name, row.group, row.draft) for row in plan.rows]
    assert [each[:3] for each in drafts] == [
        (7, "Nguyễn Thị Mùi", "Tổ 1"),
        (8, "Đỗ Thị Thơm", "Tổ 1"),
        (10, "Đặng Văn Đức", "Tổ 2"),
    ]
    told = [draft for *_names, draft in drafts if draft]
    assert [(each.sex, each.birth_year, each.address) for each in told] == [
        (Sex.FEMALE, 1948, "xóm Đình"),
        (Sex.FEMALE, 1961, "xóm Đình"),
        (Sex.MALE, 1955, "xóm Giữa"),
    ]
    assert plan.unused == ("Ghi chú",)


def test_what_is_accepted_is_one_act_and_a_second_time_adds_nothing(
    books: Books, meeting_id: int, tmp_path: Path
) -> None:
    without_offices(books)
    before = recorded_rows()
    sheets = read_sheets(workbook(tmp_path / "ds.xlsx", DS=PEOPLE))
    books.imports.accept(sheets)
    mui = named(books, "Nguyễn Thị Mùi")
    duc = named(books, "Đặng Văn Đức")
    assert mui.person.telephone == "0912345678"
    assert duc.positions == {Position.CHAIR}
    assert check_books() == []
    after = recorded_rows()
    again = books.imports.plan(sheets)
    assert {row.state for row in again.rows} == {RowState.SAME}
    with pytest.raises(Refusal) as refusal:
        books.imports.accept(sheets)
    assert refusal.value.kind is RefusalKind.NOTHING_TO_IMPORT
    assert recorded_rows() == after
    undone = books.undo.undo(meeting_id)
    assert (undone.kind, undone.values) == (
        ActKind.MEMBERS_IMPORTED,
        {"added": 3, "changed": 0},
    )
    assert recorded_rows() == before


def test_people_whose_names_look_like_a_group_or_a_sum_are_people(
    books: Books, tmp_path: Path
) -> None:
    names = ("Tô Thị Nga", "Tống Thị Hoa", "Công Văn Nam", "TỐNG CÔNG MINH")
    rows = [(name, "1950", "2", "", "", "") for name in names]
    sums = (("Tổng cộng: 4 người", "", "", "", "", ""), ("Cộng", "4", "", "", "", ""))
    plan = books.imports.plan(sheets_of(tmp_path, *rows, *sums))
    assert [(row.state, row.name, row.group) for row in plan.rows] == [
        (RowState.ADDED, name, "Tổ 2") for name in (*names[:3], "Tống Công Minh")
    ]


def test_groups_that_are_not_there_yet_are_made(books: Books, tmp_path: Path) -> None:
    sheets = sheets_of(
        tmp_path,
        ("Đinh Thị Sáu", 1950, "Tổ 6", "", "Tổ trưởng"),
        ("Đinh Thị Bảy", 1951, 6, "", "Tổ trưởng"),
    )
    plan = books.imports.plan(sheets)
    assert plan.new_groups == ("Tổ 6",)
    assert Remark.LEADER_THERE in {each.kind for each in row_of(plan, "Đinh Thị Bảy").remarks}
    books.imports.accept(sheets)
    group = books.register.groups()[5]
    assert (group.name, group.members, group.leader) == ("Tổ 6", 2, "Đinh Thị Sáu")
    assert check_books() == []


def test_rows_are_refused_one_by_one_with_the_reason(books: Books, tmp_path: Path) -> None:
    gone = named(books, "Trần Văn Hoa")
    books.members.change(gone.id, MemberDraft("Trần Văn Hoa", 2, birth_year=1950))
    books.members.leave(gone.id, books.clock.today())
    other = named(books, "Lê Thị Hoa")
    books.members.change(other.id, MemberDraft("Lê Thị Hoa", 3, birth_year=1944))
    plan = books.imports.plan(
        sheets_of(
            tmp_path,
            ("", 1950, "Tổ 1"),
            ('=HYPERLINK("http://x","Nguyễn")', 1950, "Tổ 1"),
            ("Đinh Thị Sáu", 1950, ""),
            ("Đinh Thị Bảy", 1950, "Tổ 1"),
            ("ĐINH THỊ BẢY", 1950, "tổ 01"),
            ("Trần Văn Hoa", 1950, "Tổ 2"),
            ("Lê Thị Hoa", 1944, "Tổ 1"),
        )
    )
    assert [(row.number, row.state) for row in plan.rows if row.state is not RowState.ADDED] == [
        (number, RowState.REFUSED) for number in (2, 3, 4, 6, 7, 8)
    ]
    reasons = [row.remarks[0].kind for row in plan.rows if row.state is RowState.REFUSED]
    assert reasons == [
        Remark.NO_NAME,
        Remark.NAME_STRANGE,
        Remark.NO_GROUP,
        Remark.TWICE,
        Remark.HAS_LEFT,
        Remark.IN_OTHER_GROUP,
    ]
    assert plan.rows[4].remarks[0].values == {"row": 5}


def test_a_list_adds_to_what_is_known_and_takes_nothing_away(books: Books, tmp_path: Path) -> None:
    without_offices(books)
    an = named(books, "Phạm Thị Hoa")
    known = MemberDraft("Phạm Thị Hoa", 4, address="xóm Đông", telephone="0912 345 678")
    books.members.change(an.id, known)
    sheets = sheets_of(tmp_path, ("Phạm Thị Hoa", 1950, "Tổ 4", "0987654321", "Thư ký"))
    row = row_of(books.imports.plan(sheets), "Phạm Thị Hoa")
    assert row.state is RowState.CHANGED
    assert row.changes == (
        Change("telephone", "0912 345 678", "0987654321"),
        Change("birth_year", "", "1950"),
        Change("office", "", "secretary"),
    )
    books.imports.accept(sheets)
    after = named(books, "Phạm Thị Hoa")
    assert (after.person.address, after.person.telephone) == ("xóm Đông", "0987654321")
    assert after.positions == {Position.SECRETARY}


def test_what_is_not_understood_is_said_and_left_out(books: Books, tmp_path: Path) -> None:
    plan = books.imports.plan(
        sheets_of(tmp_path, ("Đinh Thị Sáu", "hơn bảy mươi", "Tổ 1", "hỏi con", "Trưởng đoàn"))
    )
    row = row_of(plan, "Đinh Thị Sáu")
    assert [(each.kind, each.values["text"]) for each in row.remarks] == [
        (Remark.YEAR_UNCLEAR, "hơn bảy mươi"),
        (Remark.OFFICE_UNKNOWN, "Trưởng đoàn"),
        (Remark.TELEPHONE_UNCLEAR, "hỏi con"),
    ]
    assert row.draft is not None
    assert (row.draft.birth_year, row.draft.telephone) == (None, "")


def test_what_a_cell_says_otherwise_than_expected(books: Books, tmp_path: Path) -> None:
    heads = ("Họ và tên", "Năm", "Nam", "Nữ", "Xưng hô", "Tổ", "Điện thoại", "Vào CLB", "Phái")
    table: Table = (
        heads,
        ("Đinh Thị Sáu", 1950, 0, "x", "BÀ", 1, "0912345678 hoặc 0987654321", "đầu năm 2020", ""),
        ("Đinh Văn Bảy", 1951, "x", "không", "thầy", 1, "", "01/02/2020", "x"),
    )
    plan = books.imports.plan(read_sheets(workbook(tmp_path / "ds.xlsx", DS=table)))
    six, seven = (row.draft for row in plan.rows)
    assert six is not None
    assert seven is not None
    assert (six.birth_year, six.sex, six.address_form) == (1950, Sex.FEMALE, Address.BA)
    assert (six.telephone, six.joined) == ("0912345678, 0987654321", None)
    assert (seven.birth_year, seven.sex, seven.address_form) == (1951, Sex.MALE, Address.ONG)
    assert seven.joined == date(2020, 2, 1)
    assert [(each.kind, each.values["text"]) for row in plan.rows for each in row.remarks] == [
        (Remark.JOINED_UNCLEAR, "đầu năm 2020"),
        (Remark.SEX_UNCLEAR, "x"),
        (Remark.FORM_UNCLEAR, "thầy"),
    ]


def test_an_office_of_which_there_is_one_is_taken_from_nobody(books: Books, tmp_path: Path) -> None:
    without_offices(books)
    held = named(books, "Lê Thị Hoa")
    books.register.set_positions(held.id, (Position.SECRETARY,))
    sheets = sheets_of(
        tmp_path,
        ("Đinh Thị Sáu", 1950, "Tổ 1", "", "Thư ký"),
        ("Đinh Thị Bảy", 1951, "Tổ 1", "", "Chủ nhiệm"),
        ("Đinh Thị Tám", 1952, "Tổ 1", "", "Chủ nhiệm kiêm ủy viên"),
    )
    plan = books.imports.plan(sheets)
    assert [(set(row.positions), [each.values for each in row.remarks]) for row in plan.rows] == [
        (set(), [{"office": "secretary", "name": "Lê Thị Hoa"}]),
        ({Position.CHAIR}, []),
        ({Position.BOARD}, [{"office": "chair", "name": "Đinh Thị Bảy"}]),
    ]
    assert row_words(plan.rows[0]) == "Thư ký đang là Lê Thị Hoa, không đổi"
    books.imports.accept(sheets)
    assert named(books, "Lê Thị Hoa").positions == {Position.SECRETARY}


def test_two_rows_that_mean_one_member_are_not_both_taken(books: Books, tmp_path: Path) -> None:
    """With the year of birth and without it, and with the mark of the tone elsewhere."""
    known = named(books, "Lê Thị Hoa")
    books.members.change(known.id, MemberDraft("Lê Thị Hòa", known.group_id, birth_year=1944))
    group = f"Tổ {known.group_id}"
    plan = books.imports.plan(
        sheets_of(
            tmp_path,
            ("Lê Thị Hoà", 1944, group, "0912345678"),
            ("LÊ THỊ HÒA", "", group, "0987654321"),
        )
    )
    assert [row.state for row in plan.rows] == [RowState.CHANGED, RowState.REFUSED]
    assert plan.rows[1].remarks[0].kind is Remark.TWICE


@pytest.mark.parametrize("letter", EVERY_LETTER.replace(" ", ""))
def test_every_letter_of_the_old_fonts(letter: str) -> None:
    assert from_tcvn3(tcvn3(letter)) == letter
    assert from_vni(vni(letter)) == letter


def test_known_lines_of_the_old_fonts() -> None:
    assert from_tcvn3("Céng hßa x· héi chñ nghÜa ViÖt Nam") == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam") == (
        "Cộng hòa xã hội chủ nghĩa Việt Nam"
    )
    assert from_vni("ÑAÁT TRÖÔØNG ÑAÏI HOÏC") == "ĐẤT TRƯỜNG ĐẠI HỌC"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Họ và tên", Heading.NAME),
        ("HỌ TÊN THÀNH VIÊN", Heading.NAME),
        ("Họ, tên", Heading.NAME),
        ("Ngày, tháng, năm sinh", Heading.BIRTH),
        ("Số ĐT", Heading.TELEPHONE),
        ("Điện thoại liên hệ", Heading.TELEPHONE),
        ("Tổ dân phố", Heading.HAMLET),
        ("Tổ số", Heading.GROUP),
        ("Nam/Nữ", Heading.SEX),
        ("Chức vụ trong CLB", Heading.OFFICE),
        ("Vào CLB", Heading.JOINED),
        ("Năm", Heading.BIRTH),
        ("Nam", Heading.MALE),
        ("Ghi chú", None),
    ],
)
def test_headings_are_known_in_many_words(text: str, heading: Heading | None) -> None:
    assert heading_of(text) is heading


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("912345678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("9.12345678E+08", "0912345678"),
        ("0912345678 / 0987654321", "0912345678, 0987654321"),
        ("0225 3 123 456", "02253123456"),
        ("hỏi con", None),
        ("12", None),
    ],
)
def test_a_telephone_keeps_its_nought(text: str, number: str | None) -> None:
    assert telephone_of(text) == number


def test_the_day_of_joining_begins_the_history(books: Books, tmp_path: Path) -> None:
    table: Table = (
        ("Họ tên", "Tổ", "Ngày vào CLB"),
        ("Đinh Thị Sáu", "Tổ 1", "05/01/2020"),
        ("Đinh Thị Bảy", "Tổ 1", "lâu rồi"),
    )
    books.imports.accept(read_sheets(workbook(tmp_path / "ds.xlsx", DS=table)))
    began = {
        name: books.members.story(named(books, name).id).spans[0].since
        for name in ("Đinh Thị Sáu", "Đinh Thị Bảy")
    }
    assert began == {"Đinh Thị Sáu": date(2020, 1, 5), "Đinh Thị Bảy": None}


def test_years_names_and_groups_as_they_are_written(books: Books) -> None:
    today = books.clock.today()
    years = [birth_year_of(text, today) for text in ("1948", "05/08/48/1948", "48", "19", "1850")]
    assert years == [1948, 1948, 1948, 2019, None]
    assert birth_year_of("78", today, age=True) == 1948
    assert name_of("BÀ NGUYỄN THỊ ỔN") == name_of("bà Nguyễn Thị Ổn")
    assert name_of("Anh Thơ").name == "Anh Thơ"
    assert group_of("TỔ 01 – xóm Đình (12 người)") == "Tổ 1"
    assert group_of("Tổ dân phố 3") is None
    assert group_of("Tổ Hoa Sen") == "Tổ Hoa Sen"
