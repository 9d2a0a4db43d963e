"""The sample meeting of the handbook's own examples, played through the screens by keys alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from driver import Driver
from screens.forms.controls import ChoiceControl
from screens.widgets.line_list import LineList
from screens.widgets.people_picker import PeoplePicker

TEXT, KEYS, LONG, PEOPLE, INSTEAD = "text", "keys", "long", "people", "instead"
Entry = tuple[str, str, str]
"""A field, how it is filled, and with what."""


async def fill(driver: Driver, *entries: Entry) -> None:
    """Goes from field to field with Enter, fills these, and accepts the form."""
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
    await accept(driver)


async def accept(driver: Driver) -> None:
    """Ctrl+S, and waits until the form is gone."""
    form = driver.app.screen
    await driver.press("ctrl+s")
    await driver.until_closed(form)


async def go_to(driver: Driver, field: str, way: str) -> None:
    """Presses Enter, or Tab in a long field, until a field has the focus.

    From answers with digits a letter leads to the next field of text by itself.
    """
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
    """Ticks several people in one list: each name's beginning, then Enter."""
    if not isinstance(driver.app.screen, PeoplePicker):
        await driver.press("enter")
    for name in names.split(", "):
        await driver.type(name)
        await driver.rest()
        await driver.press("enter")
    await driver.press("pagedown")


async def open_group(driver: Driver, number: int) -> None:
    """Opens the menu of a group on the board."""
    await driver.press(str(number))
    await driver.until("Trường hợp khó khăn")


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
    await driver.press("down")
    for _group in range(5):
        await driver.press("space")
    await driver.until("►3 Các tổ thảo luận")


CASES: tuple[tuple[int, tuple[Entry, ...]], ...] = (
    (
        1,
        (
            ("name", TEXT, "bà Nguyễn Thị Mùi"),
            ("circumstances", LONG, "sống một mình, neo người, ngã gãy chân đúng vụ gặt"),
            ("needs", KEYS, "2"),
            ("thing-labour", TEXT, "gặt 3 sào lúa"),
            ("when", TEXT, "trong hai tuần tới"),
            ("consent", KEYS, "1"),
            ("facts", KEYS, "2 4"),
        ),
    ),
    (
        2,
        (
            ("name", TEXT, "anh Trần Văn Lực, 41, ngõ 3"),
            ("relation", KEYS, "3"),
            ("circumstances", LONG, "tai nạn giao thông, đang nằm viện"),
            ("needs", KEYS, "3"),
            ("thing-money", TEXT, "viện phí"),
            ("when", TEXT, "ngay"),
            ("consent", KEYS, "1"),
        ),
    ),
    (
        3,
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
    ),
    (
        4,
        (
            ("name", TEXT, "ông Lê Văn Sơn"),
            ("circumstances", LONG, "khuyết tật, không đi lại được"),
            ("needs", KEYS, "1"),
            ("thing-goods", TEXT, "xe lăn"),
            ("amount-goods", TEXT, "1"),
            ("when", TEXT, "trong quý"),
            ("consent", KEYS, "1"),
        ),
    ),
    (
        5,
        (
            ("name", TEXT, "hộ bà Vũ Thị Bình, 59, xóm Trại"),
            ("relation", KEYS, "3"),
            ("circumstances", LONG, "đàn lợn bị bệnh"),
            ("needs", KEYS, "4"),
            ("thing-skill", TEXT, "người có kinh nghiệm hướng dẫn"),
            ("when", TEXT, "ngay"),
            ("consent", KEYS, "1"),
        ),
    ),
)
"""What each group proposes as a case."""

ACTIVITIES: tuple[tuple[int, tuple[Entry, ...]], ...] = (
    (1, (("what", TEXT, "tổng vệ sinh đường làng"), ("when", TEXT, "chủ nhật tới"))),
    (2, (("what", TEXT, "quét vôi lại cổng làng"),)),
    (
        3,
        (
            ("what", TEXT, "quét dọn nhà Văn hóa"),
            ("role", KEYS, "2"),
            ("partner", TEXT, "Chi hội Phụ nữ thôn"),
        ),
    ),
    (
        4,
        (
            ("what", TEXT, "khơi thông cống rãnh"),
            ("role", KEYS, "2"),
            ("partner", TEXT, "thôn"),
            ("when", TEXT, "trước Tết"),
        ),
    ),
)
"""What each group proposes to do for the community."""


async def proposals(driver: Driver) -> None:
    """Step 4: five cases, one of them proposed by two groups; activities and the street lamp."""
    await driver.press("pagedown")
    await driver.until("►4 Các tổ trình bày")
    for group, entries in CASES:
        await open_group(driver, group)
        await driver.press("1")
        await fill(driver, *entries)
        await driver.until("►4 Các tổ trình bày")
    for group, entries in ACTIVITIES:
        await open_group(driver, group)
        await driver.press("2")
        await fill(driver, *entries)
        await driver.until("►4 Các tổ trình bày")
    await open_group(driver, 2)
    await driver.press("3")
    await fill(
        driver,
        ("what", TEXT, "đèn đường ngõ 3 hỏng"),
        ("addressee", TEXT, "UBND xã An Bình"),
        ("way", KEYS, "1"),
    )
    await driver.until("►4 Các tổ trình bày")
    await open_group(driver, 5)
    await driver.press("1")
    await driver.type("cụ Phạm Thị Hiền")
    await driver.press("enter")
    await driver.until("Cùng một người?")
    await driver.press("1")
    await driver.until_gone("Cùng một người?")
    await open_group(driver, 5)
    await driver.press("4")
    await driver.rest()


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
    for name, way in (("Lê Văn Sơn", "1"), ("Vũ Thị Bình", "2")):
        await driver.go_to_text(name)
        await driver.press("enter", way)
        await driver.rest()


async def open_case(driver: Driver, name: str, answer: int) -> None:
    """The digit of a case, and one of its answers."""
    lines = driver.app.screen.query_one("#lines", LineList).shown_lines
    titles = [line.cells[0] for line in lines if line.key.startswith("case:")]
    number = next(number for number, title in enumerate(titles, start=1) if name in title)
    await driver.press(str(number))
    await driver.until("Ý kiến khác nhau: giơ tay")
    await driver.press(str(answer))


async def pledge(driver: Driver, name: str, *entries: Entry) -> None:
    """Opens the form of a pledge for a case, and fills it."""
    await open_case(driver, name, 1)
    await driver.rest()
    await fill(driver, *entries)
    await driver.until("►6 Đăng ký giúp")


async def assignment(driver: Driver) -> None:
    """Step 6: who helps whom, with what and when."""
    await driver.press("pagedown")
    await driver.until("►6 Đăng ký giúp")
    members = await driver.app.ask(lambda books: books.register.members())
    named = {"Nguyễn Thị Mùi", "Lê Văn Sơn"}
    names = [member.name for member in members if member.name not in named]
    await pledge(
        driver,
        "Nguyễn Thị Mùi",
        ("members", PEOPLE, ", ".join(names[:10])),
        ("when", TEXT, "25/10"),
    )
    await pledge(
        driver,
        "Trần Văn Lực",
        ("members", PEOPLE, ", ".join(names[10:15])),
        ("amount-each", TEXT, "10.000"),
    )
    for what, given, helper in (
        ("chăn", "1 cái", names[15]),
        ("màn", "1 cái", names[16]),
        ("quần áo", "2 bộ", names[17]),
    ):
        await pledge(
            driver,
            "Phạm Thị Hiền",
            ("what", TEXT, what),
            ("members", PEOPLE, helper),
            ("amount-each", TEXT, given),
            ("used", KEYS, "1"),
        )
    await pledge(
        driver,
        "Lê Văn Sơn",
        ("members", INSTEAD, "Hội NCT"),
        ("approached_by", TEXT, names[18]),
    )
    await pledge(
        driver,
        "Vũ Thị Bình",
        ("members", PEOPLE, names[19]),
    )
    await open_case(driver, "Phạm Thị Hiền", 2)
    await driver.press("1")
    await driver.until("Đã lưu: chuyển")
    for name in ("Phạm Thị Hiền", "Nguyễn Thị Mùi", "Trần Văn Lực"):
        await open_case(driver, name, 3)
        await driver.rest()


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
    await driver.press("enter", "enter", "enter", "enter")
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
