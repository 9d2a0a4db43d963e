"""What the minutes say on paper, and in which letters: form 1.9 of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paper import MM, read_last_page, read_pages, read_text
from printouts.minutes import minutes_pdf
from storage.records.minutes import (
    MinutesContent,
    MinutesOptions,
    MinutesPart,
    MinutesState,
    Paragraph,
    Signature,
)


@pytest.mark.parametrize(
    ("words", "face", "size"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tinos-Bold", 12),
        ("Độc lập - Tự do - Hạnh phúc", "Tinos-Bold", 13),
        ("HỘI NGƯỜI CAO TUỔI XÃ AN BÌNH", "Tinos-Regular", 12),
        ("GIÚP NHAU THÔN ĐÔNG", "Tinos-Bold", 12),
        ("Số: 05/BB-CLB", "Tinos-Regular", 13),
        ("BIÊN BẢN", "Tinos-Bold", 14),
        ("Buổi sinh hoạt CLB tháng 10 năm 2026", "Tinos-Bold", 14),
        ("Thời gian bắt đầu: 08 giờ 30", "Tinos-Regular", 14),
        ("I. KẾT QUẢ THỰC HIỆN VIỆC KỲ TRƯỚC", "Tinos-Bold", 14),
        ("1. Việc đã hứa:", "Tinos-Regular", 14),
        ("a) Giúp cụ Đỗ Thị Ất", "Tinos-Regular", 14),
        ("Hoàn cảnh, khó khăn", "Tinos-Bold", 12),
        ("Sống một mình, neo", "Tinos-Regular", 12),
    ],
)
def test_each_head_has_its_capitals_weight_and_size(
    content: MinutesContent, words: str, face: str, size: float
) -> None:
    page = next(page for page in read_pages(minutes_pdf(content)) if page.has(words))
    found = page.find(words)
    assert {(letter.face, letter.size) for letter in found.letters} == {(face, size)}


@pytest.mark.parametrize(
    ("words", "face", "size"),
    [
        ("THƯ KÝ", "Tinos-Bold", 14),
        ("CHỦ TỌA", "Tinos-Bold", 14),
        ("Nguyễn Thị Bình", "Tinos-Bold", 14),
        ("Nơi nhận:", "Tinos-BoldItalic", 12),
        ("- Thôn Đông;", "Tinos-Regular", 11),
        ("- Lưu: CLB.", "Tinos-Regular", 11),
    ],
)
def test_the_end_has_its_weights_and_sizes(
    content: MinutesContent, words: str, face: str, size: float
) -> None:
    found = read_last_page(minutes_pdf(content)).find(words)
    assert {(letter.face, letter.size) for letter in found.letters} == {(face, size)}


def test_the_order_is_that_of_the_form(content: MinutesContent) -> None:
    options = MinutesOptions(read_aloud=True, copies=2, signature_hint=True)
    text = read_text(minutes_pdf(replace(content, options=options)))
    order = [
        "HỘI NGƯỜI CAO TUỔI XÃ AN BÌNH",
        "Số: 05/BB-CLB",
        "BIÊN BẢN",
        "Buổi sinh hoạt CLB tháng 10 năm 2026",
        "Thời gian bắt đầu:",
        "Địa điểm:",
        "Thành phần tham dự:",
        "Chủ trì (chủ tọa):",
        "Thư ký (người ghi biên bản):",
        "Nội dung:",
        "I. KẾT QUẢ THỰC HIỆN VIỆC KỲ TRƯỚC",
        "II. ĐỀ XUẤT CỦA CÁC TỔ",
        "III. CHỌN TRƯỜNG HỢP KHÓ KHĂN NHẤT",
        "IV. PHÂN CÔNG GIÚP ĐỠ",
        "V. VIỆC CỘNG ĐỒNG VÀ ĐỀ XUẤT VỚI ĐỊA PHƯƠNG",
        "Thông qua biên bản: CLB nhất trí",
        "Biên bản đã được đọc lại cho mọi người cùng nghe.",
        "Biên bản được lập thành 02 bản có giá trị như nhau.",
        "Cuộc họp kết thúc vào 10 giờ 05, ngày 24 tháng 10 năm 2026./.",
        "THƯ KÝ",
        "CHỦ TỌA",
        "(Ký, ghi rõ họ tên)",
        "Nguyễn Thị Bình",
        "Nơi nhận:",
        "- Hội Người cao tuổi xã An Bình;",
        "- Lưu: CLB.",
    ]
    places = [text.index(order[0])]
    for words in order[1:]:
        places.append(text.index(words, places[-1]))
    assert places == sorted(places)


def test_settings_that_are_off_say_nothing(content: MinutesContent) -> None:
    text = read_text(minutes_pdf(content))
    assert "đọc lại" not in text
    assert "lập thành" not in text
    assert "(Ký, ghi rõ họ tên)" not in text


@pytest.mark.parametrize(
    ("number", "written"),
    [(5, "Số: 05/BB-CLB"), (12, "Số: 12/BB-CLB"), (None, "Số: ……/BB-CLB")],
)
def test_a_number_has_two_digits_or_room_for_them(
    content: MinutesContent, number: int | None, written: str
) -> None:
    assert written in read_text(minutes_pdf(replace(content, number=number)))


def test_the_abbreviation_is_the_clubs(content: MinutesContent) -> None:
    text = read_text(minutes_pdf(replace(content, abbreviation="LTH")))
    assert "Số: 05/BB-LTH" in text


def test_fourteen_parts_are_counted_in_roman_numbers(content: MinutesContent) -> None:
    part = MinutesPart(4, "Việc", (Paragraph("Xong."),))
    text = read_text(minutes_pdf(replace(content, parts=(part,) * 14)))
    for numeral in ("IV", "VI", "IX", "X", "XIV"):
        assert f"{numeral}. VIỆC Xong." in text


def test_without_a_parent_body_the_club_stands_first(content: MinutesContent) -> None:
    alone = replace(content, parent_body="")
    page = read_pages(minutes_pdf(alone))[0]
    country = page.find("CỘNG HÒA XÃ HỘI")
    assert page.find("CLB LIÊN THẾ HỆ TỰ").top == pytest.approx(country.top, abs=0.5)


def test_a_signer_without_a_name_gets_a_dotted_line(content: MinutesContent) -> None:
    unnamed = replace(content, signatures=(Signature("Thư ký", ""), content.signatures[1]))
    assert "…………………………" in read_text(minutes_pdf(unnamed))


def test_a_third_signature_stands_between_the_two(content: MinutesContent) -> None:
    secretary, chair = content.signatures
    third = Signature("Đại diện TNV", "Phạm Thị Lan")
    page = read_last_page(minutes_pdf(replace(content, signatures=(secretary, third, chair))))
    capacities = [page.find(words) for words in ("THƯ KÝ", "ĐẠI DIỆN TNV", "CHỦ TỌA")]
    names = [page.find(each.name, "Tinos-Bold") for each in (secretary, third, chair)]
    assert [line.left for line in capacities] == sorted(line.left for line in capacities)
    for capacity, name in zip(capacities, names, strict=True):
        assert capacity.middle == pytest.approx(name.middle, abs=0.5)


def test_only_a_draft_bears_the_light_mark_on_every_page(content: MinutesContent) -> None:
    draft = read_pages(minutes_pdf(replace(content, state=MinutesState.DRAFT, number=None)))
    for page in draft:
        mark = [letter for letter in page.letters if not letter.upright]
        assert "".join(letter.text for letter in mark).replace(" ", "") == "BẢNNHÁP"
        assert all(letter.grey >= 0.85 for letter in mark)
        # Under the text, never over it.
        assert page.letters[0] == mark[0]
    for state in (MinutesState.APPROVED, MinutesState.SEALED):
        final = read_pages(minutes_pdf(replace(content, state=state)))
        assert all(letter.upright and letter.grey == 0 for page in final for letter in page.letters)


def test_a_public_copy_says_so_under_the_number(content: MinutesContent) -> None:
    page = read_pages(minutes_pdf(replace(content, public=True)))[0]
    said = page.find("Bản công khai")
    number = page.find("Số: 05/BB-CLB")
    assert said.top > number.top
    assert said.middle == pytest.approx(number.middle, abs=0.5)
    assert "Bản công khai" not in read_text(minutes_pdf(content))


def test_the_codes_stand_small_in_the_foot_of_every_page(content: MinutesContent) -> None:
    for page in read_pages(minutes_pdf(content)):
        foot = page.find("Mã kiểm tra: 7F3A-92KD · Mã liền trước: 1B44-0QXE")
        assert foot.top > page.height - 20 * MM
        assert {letter.size for letter in foot.letters} == {9}
    bare = replace(content, check_code="", previous_code="")
    assert "Mã kiểm tra" not in read_text(minutes_pdf(bare))
