"""The sample meeting of the handbook's own examples, played through the screens by keys alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from driver import Driver
from screens.forms.controls import ChoiceControl
from screens.forms.form_screen import FormScreen
from screens.widgets.line_list import LineList
from screens.widgets.people_picker import PeoplePicker

TEXT, KEYS, LONG, PEOPLE, INSTEAD = "text", "keys", "long", "people", "instead"
NUMBER_FIRST = "number first"
"""A text that begins with a digit: the field must have the focus first."""
Entry = tuple[str, str, str]
"""A field, how it is filled, and with what."""


async def fill(driver: Driver, *entries: Entry) -> None:
    """Goes from field to field with Enter, fills these, and accepts the form."""
    form = next(each for each in driver.app.screen_stack if isinstance(each, FormScreen))
    for field, way, value in entries:
        await go_to(driver, field, way)
        if way == KEYS:
            for key in value.split():
                await driver.press(key)
        elif way == PEOPLE:
            await tick_people(driver, value)
        elif way == INSTEAD:
            await driver.type(value)
            await driver.press("enter", "enter")
        else:
            # The first letter may have to find its field.
            await driver.type(value[0])
            await driver.type(value[1:])
            await driver.rest()
    await driver.press("ctrl+s")
    await driver.until_closed(form)


async def go_to(driver: Driver, field: str, way: str) -> None:
    """Presses Enter, or Tab in a long field, until a field has the focus.

    From answers with digits a letter leads to the next field of text by itself.
    """
    if isinstance(driver.app.screen, PeoplePicker) and way not in (PEOPLE, INSTEAD):
        await driver.press("pagedown")
        await driver.rest()
    for _turn in range(30):
        focused = driver.app.focused
        if focused is not None and focused.id == f"field-{field}":
            return
        if way in (PEOPLE, INSTEAD) and isinstance(driver.app.screen, PeoplePicker):
            return
        if way in (TEXT, LONG) and isinstance(focused, ChoiceControl):
            return
        before = focused
        await driver.press("enter")
        await driver.until_focus_leaves(before)
    raise AssertionError(f"no field {field}\n{driver.text()}")


async def tick_people(driver: Driver, names: str) -> None:
    """Ticks people in one list: each name, then Enter; the last one waits for what ends it."""
    if not isinstance(driver.app.screen, PeoplePicker):
        await driver.press("enter")
    *others, last = names.split(", ")
    for name in others:
        await driver.type(name)
        await driver.rest()
        await driver.press("enter")
    await driver.type(last)
    await driver.rest()


async def attendance(driver: Driver) -> None:
    """Step 1: the five groups are counted."""
    await driver.press("enter")
    await driver.until("Điểm danh: mỗi tổ có bao nhiêu người?")
    for count in ("11", "10", "12", "9", "10"):
        await driver.type_number(count)
        await driver.press("enter")
    await driver.until("Có mặt 52 / 58")


async def last_month(driver: Driver) -> None:
    """Step 2: what was promised is done, all but what is put off."""
    await driver.press("pagedown")
    await driver.until("Việc kỳ trước: đã làm tới đâu?")
    await driver.press("1", "1", "1")
    await driver.until("Đã báo 3 / 3")


async def discussion(driver: Driver) -> None:
    """Step 3: the clock runs; the groups agree one after the other."""
    await driver.press("pagedown")
    await driver.until("►3 Các tổ thảo luận")
    await driver.press("f4")
    for _group in range(5):
        await driver.press("space")
    await driver.until("►3 Các tổ thảo luận")


CASES: tuple[tuple[Entry, ...], ...] = (
    (
        ("name", TEXT, "bà Nguyễn Thị Mùi"),
        ("circumstances", LONG, "sống một mình, neo người, ngã gãy chân đúng vụ gặt"),
        ("needs", KEYS, "2"),
        ("thing-labour", TEXT, "gặt 3 sào lúa"),
        ("when", TEXT, "trong hai tuần tới"),
        ("consent", KEYS, "1"),
        ("facts", KEYS, "2 4"),
    ),
    (
        ("name", TEXT, "anh Trần Văn Lực, 41, ngõ 3"),
        ("relation", KEYS, "3"),
        ("circumstances", LONG, "tai nạn giao thông, đang nằm viện"),
        ("needs", KEYS, "3"),
        ("thing-money", TEXT, "viện phí"),
        ("when", TEXT, "ngay"),
        ("consent", KEYS, "1"),
    ),
    (
        ("name", TEXT, "cụ Phạm Thị Hiền, 86, xóm Chùa"),
        ("relation", KEYS, "2"),
        ("circumstances", LONG, "bệnh nặng, mùa lạnh thiếu chăn"),
        ("needs", KEYS, "1"),
        ("thing-goods", TEXT, "chăn, màn, quần áo"),
        ("when", TEXT, "trước ngày 15 tháng tới"),
        ("consent", KEYS, "1"),
        ("facts", KEYS, "1"),
    ),
    (
        ("name", TEXT, "ông Lê Văn Sơn"),
        ("circumstances", LONG, "khuyết tật, không đi lại được"),
        ("needs", KEYS, "1"),
        ("thing-goods", NUMBER_FIRST, "1 xe lăn"),
        ("when", TEXT, "trong quý"),
        ("consent", KEYS, "1"),
    ),
    (
        ("name", TEXT, "hộ bà Vũ Thị Bình, 59, xóm Trại"),
        ("relation", KEYS, "3"),
        ("circumstances", LONG, "đàn lợn bị bệnh"),
        ("needs", KEYS, "4"),
        ("thing-skill", TEXT, "người có kinh nghiệm hướng dẫn"),
        ("when", TEXT, "ngay"),
        ("consent", KEYS, "1"),
    ),
)
"""What each group proposes as a case."""

ACTIVITIES = (
    "tổng vệ sinh đường làng, chủ nhật tới",
    "quét vôi lại cổng làng",
    "quét dọn nhà Văn hóa, cùng Chi hội Phụ nữ thôn",
    "khơi thông cống rãnh, cùng thôn, trước Tết",
)
"""What the first four groups propose to do for the community, each said in one breath."""


async def proposals(driver: Driver) -> None:
    """Step 4: group by group a case and an activity; one case is proposed by two groups."""
    await driver.press("pagedown")
    await driver.until("►4 Các tổ trình bày")
    await driver.press("enter")
    for number, (entries, activity) in enumerate(zip(CASES, ACTIVITIES, strict=False), start=1):
        await driver.until(f"Tổ {number} – ")
        await driver.press("enter")
        await fill(driver, *entries)
        await driver.until(f"Tổ {number} – 2)")
        await driver.press("enter")
        await fill(driver, ("what", TEXT, activity))
        await driver.until(f"Tổ {number} đã trình bày đủ. Còn gì nữa không?")
        if number == 2:
            await driver.press("3")
            await fill(driver, ("what", TEXT, "đèn đường ngõ 3 hỏng"), ("way", KEYS, "1"))
            await driver.until("Tổ 2 đã trình bày đủ. Còn gì nữa không?")
        await driver.press("enter")
    await driver.until("Tổ 5 – ")
    await driver.press("enter")
    await fill(driver, *CASES[-1])
    await driver.until("Tổ 5 – 2)")
    await driver.press("1")
    await driver.type("cụ Phạm Thị Hiền")
    await driver.press("enter")
    await driver.until("Cùng một người?")
    await driver.press("1")
    await driver.until("Tổ 5 – 2)")
    await driver.press("4")
    await driver.until("Đã trình bày 5 / 5 tổ")


HANDS = {
    "Nguyễn Thị Mùi": "38",
    "Trần Văn Lực": "33",
    "Phạm Thị Hiền": "41",
    "Lê Văn Sơn": "33",
}
"""In the order of the list: Enter goes on to the next."""
TOO_MANY, LEFT_OVER = "17", "11"
"""52 people with three hands each make 156: with the others' 145, no more than 11 are left."""


async def selection(driver: Driver) -> None:
    """Step 5: opinions differ, so hands are counted; a tie is counted again."""
    await driver.press("pagedown")
    await driver.until("►5 Chọn trường hợp")
    await driver.press("2")
    await driver.until("Chọn mấy trường hợp?")
    await driver.type_number("3")
    await driver.press("enter")
    await driver.until("mỗi người giơ tay tối đa 3 lần")
    for name, hands in HANDS.items():
        await driver.go_to_text(name)
        await driver.type_number(hands)
        await driver.press("enter")
    await driver.go_to_text("Vũ Thị Bình")
    await driver.type_number(TOO_MANY)
    await driver.press("enter")
    await driver.until("Mỗi người giơ tay tối đa 3 lần, nên tất cả không quá 156. Xin đếm lại.")
    await driver.type_number(LEFT_OVER)
    await driver.press("enter")
    await driver.until("Anh Lực và ông Sơn bằng nhau (33 người). Xin ý kiến lại giữa hai")
    await driver.press("1")
    await driver.until("mỗi người giơ tay tối đa 1 lần")
    for name, hands in (("Trần Văn Lực", "29"), ("Lê Văn Sơn", "21")):
        await driver.go_to_text(name)
        await driver.type_number(hands)
        await driver.press("enter")
    await driver.until("Đã lưu: chọn")
    await driver.go_to_text("Lê Văn Sơn")
    await driver.press("enter")
    for name, way in (("Lê Văn Sơn", "1"), ("Vũ Thị Bình", "2")):
        await driver.until(f"{name} chưa được chọn: giải quyết thế nào?")
        await driver.press(way)
    await driver.rest()


async def open_case(driver: Driver, name: str) -> None:
    """The digit of a case."""
    lines = driver.app.screen.query_one("#lines", LineList).shown_lines
    titles = [line.cells[0] for line in lines if line.key.startswith("case:")]
    number = next(number for number, title in enumerate(titles, start=1) if name in title)
    await driver.press(str(number))


async def pledge(driver: Driver, name: str, *entries: Entry, key: str = "enter") -> None:
    """Opens the form of a pledge from the popup of a case, and fills it."""
    await driver.until("Ý kiến khác nhau: giơ tay")
    assert name in driver.text()
    await driver.press(key)
    await driver.rest()
    await fill(driver, *entries)


async def assignment(driver: Driver) -> None:
    """Step 6: who helps whom, with what and when."""
    await driver.press("pagedown")
    await driver.until("►6 Đăng ký giúp")
    members = await driver.app.ask(lambda books: books.register.members())
    named = {"Nguyễn Thị Mùi", "Lê Văn Sơn"}
    names = [member.name for member in members if member.name not in named]
    await open_case(driver, "Phạm Thị Hiền")
    for number, thing in enumerate(("1 chăn cũ", "1 màn cũ", "2 bộ quần áo cũ")):
        entries = (("what", TEXT, thing), ("members", PEOPLE, names[15 + number]))
        await pledge(driver, "Phạm Thị Hiền", *entries, key="1")
    await driver.press("2")
    await driver.until("Đã chuyển nhóm TNV")
    await driver.press("enter")
    await pledge(
        driver,
        "Nguyễn Thị Mùi",
        ("members", PEOPLE, ", ".join(names[:10])),
        ("when", TEXT, "25/10"),
    )
    await driver.press("enter")
    await pledge(
        driver,
        "Trần Văn Lực",
        ("members", PEOPLE, ", ".join(names[10:15])),
        ("amount-each", TEXT, "10.000"),
    )
    await driver.press("enter")
    await driver.until("Đã thống nhất 3 / 3")
    await open_case(driver, "Lê Văn Sơn")
    await pledge(
        driver,
        "Lê Văn Sơn",
        ("members", INSTEAD, "Hội NCT"),
        ("approached_by", TEXT, names[18]),
    )
    await open_case(driver, "Vũ Thị Bình")
    await pledge(driver, "Vũ Thị Bình", ("members", PEOPLE, names[19]))
    await driver.until("►6 Đăng ký giúp")


async def community(driver: Driver) -> None:
    """Step 7: the cleaning by agreement, the street lamp by hands, two others not now."""
    await driver.press("pagedown")
    await driver.until("►7 Việc cộng đồng")
    await driver.go_to_text("tổng vệ sinh đường làng")
    await driver.press("1")
    await driver.until("Đã lưu: cả CLB nhất trí: tổng vệ sinh đường làng")
    for what in ("quét vôi lại cổng làng", "quét dọn nhà Văn hóa", "khơi thông cống rãnh"):
        await driver.go_to_text(what)
        await driver.press("4")
        await fill(driver, ("reason", LONG, "để tháng sau"))
        await driver.until("►7 Việc cộng đồng")
    await driver.go_to_text("đèn đường ngõ 3 hỏng")
    await driver.press("3")
    await fill(driver, ("representative", TEXT, "Đặng Thị Hòa"))
    await driver.until("►7 Việc cộng đồng")
    await driver.go_to_text("đèn đường ngõ 3 hỏng")
    await driver.press("2")
    await driver.until("Tán thành")
    await driver.type_number("48")
    await driver.press("ctrl+s")
    await driver.until("48 người tán thành")


async def approval(driver: Driver) -> None:
    """Step 8: the agreed points, the approval, and the seal once it is signed."""
    await driver.press("pagedown")
    await driver.until("Nội dung đã thống nhất")
    await driver.press("1")
    await driver.until("Thông qua biên bản: cả CLB nhất trí?")
    await driver.press("1")
    await driver.until("Đã thông qua. In ra, ký trên giấy rồi mới chốt.")
    await driver.press("4")
    await driver.until("Chốt biên bản")
    await driver.press("1")
    await driver.until("Đã chốt. Mã kiểm tra")


Act = Callable[[Driver], Awaitable[None]]
STEPS: tuple[Act, ...] = (
    attendance,
    last_month,
    discussion,
    proposals,
    selection,
    assignment,
    community,
    approval,
)
