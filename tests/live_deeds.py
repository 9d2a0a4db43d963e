"""What people do at the keyboard in each step of a live meeting; what is typed is by chance.

A deed begins on its step and may end anywhere, refused too: the next one leads back to the step.
"""

from __future__ import annotations

from collections.abc import Callable

from live_meeting import LiveMeeting

Deed = Callable[[LiveMeeting], None]

_WORDS = (
    "gãy chân", "đau yếu", "neo người", "mái nhà dột", "vụ gặt", "chăn màn", "đường làng",
    "ngõ xóm", "thôn Đông", "xóm Chùa", "bà con", "lên xã", "đèn điện", "cống rãnh", "rào giậu",
)  # fmt: skip
_NAMES = ("Ưng", "Tý", "Nhàn", "Khuê", "Thược", "Dậu", "Phượng", "Quyết", "Sửu", "Mão")
_WAYS_BACK = 8


def words(meeting: LiveMeeting) -> str:
    """Some words, with a number that no other entry has."""
    some = meeting.chance.sample(_WORDS, meeting.chance.randint(1, 3))
    return f"{' '.join(some)} {meeting.chance.randrange(1000)}"


def name(meeting: LiveMeeting) -> str:
    """A name that nobody in the club has."""
    return f"Đỗ Thị {' '.join(meeting.chance.sample(_NAMES, 2))}"


def back_to_the_step(meeting: LiveMeeting) -> None:
    """Leaves forms and popups."""
    for _turn in range(_WAYS_BACK):
        if meeting.step:
            return
        meeting.press("escape")
        meeting.until(lambda: bool(meeting.step), 0.3)


def walk(meeting: LiveMeeting, most: int = 6) -> None:
    """Moves the cursor."""
    way = meeting.chance.choice(("down", "down", "up"))
    for _line in range(meeting.chance.randint(0, most)):
        meeting.press(way)


def number(meeting: LiveMeeting, most: int) -> None:
    """Types a number on the line, and Enter."""
    meeting.type(str(meeting.chance.randint(0, most)))
    meeting.press("enter")


def fill_in(meeting: LiveMeeting) -> None:
    """Fills in some of a form, and saves it."""
    for _field in range(meeting.chance.randint(1, 9)):
        if "Ctrl+S lưu" not in meeting.rows[-1]:
            return
        if "Gõ số" in meeting.text:
            meeting.press(meeting.chance.choice("1231"))
        else:
            meeting.type(words(meeting) if meeting.chance.random() < 0.9 else "")
            meeting.press("enter")
    meeting.press("save")
    meeting.until(lambda: "Ctrl+S lưu" not in meeting.rows[-1], 0.5)


def note(meeting: LiveMeeting) -> None:
    """The secretary's note on the step."""
    meeting.press("f3")
    meeting.until(lambda: "Ghi chú" in meeting.rows[1])
    meeting.type(f"{words(meeting)}, {words(meeting)}")
    meeting.press("save")


def take_back(meeting: LiveMeeting) -> None:
    """Undo, and perhaps redo."""
    for key in meeting.chance.choice((["undo"], ["undo", "undo"], ["undo", "redo"])):
        said = len(meeting.acknowledged)
        meeting.press(key)
        meeting.until(lambda: len(meeting.acknowledged) > said, 1)  # noqa: B023 - asked at once


def to_another_step(meeting: LiveMeeting) -> None:
    """One step on or back."""
    meeting.press(meeting.chance.choice(("pagedown", "pageup")))


def count_groups(meeting: LiveMeeting) -> None:
    """Step 1: how many are here, group by group."""
    walk(meeting)
    for _group in range(3):
        number(meeting, 11)


def tick_names(meeting: LiveMeeting) -> None:
    """Step 1: who of a group is here, name by name."""
    walk(meeting)
    meeting.press("enter")
    if not meeting.until(lambda: "ai có mặt?" in meeting.text, 1):
        return
    for key in meeting.chance.choices((" ", "down"), (3, 1), k=meeting.chance.randint(2, 8)):
        meeting.press(key)
    meeting.press(meeting.chance.choice(("pagedown", "pagedown", "escape")))


def add_guest(meeting: LiveMeeting) -> None:
    """Step 1: a guest, in the last line."""
    meeting.press("end")
    meeting.press("enter")
    meeting.until(lambda: "Ctrl+S lưu" in meeting.rows[-1])
    meeting.type(name(meeting))
    meeting.press("enter")
    meeting.type(words(meeting))
    meeting.press("save")


def tell_of_promises(meeting: LiveMeeting) -> None:
    """Step 2: what became of a promise; a form asks for the rest."""
    walk(meeting)
    meeting.press(meeting.chance.choice("1234"))
    fill_in(meeting)


def agree_in_groups(meeting: LiveMeeting) -> None:
    """Step 3: the groups agree, the clock runs and rests."""
    walk(meeting)
    for key in meeting.chance.choices((" ", "f4", "+", "-"), (5, 1, 1, 1), k=4):
        meeting.press(key)


def propose(meeting: LiveMeeting) -> None:
    """Step 4: a group proposes a case, an activity, or a matter for the locality."""
    group, kind = meeting.chance.randint(1, 5), meeting.chance.choice("1123")
    meeting.press(str(group))
    meeting.until(lambda: "┌" in meeting.text, 1)
    meeting.press(kind)
    meeting.until(lambda: "Ctrl+S lưu" in meeting.rows[-1], 2)
    if kind != "1":
        fill_in(meeting)
        return
    meeting.type(f"bà {name(meeting)}, {meeting.chance.randint(50, 90)}, xóm Đình")
    meeting.press("enter")
    meeting.rest(0.15)
    fill_in(meeting)


def mark_or_count(meeting: LiveMeeting) -> None:
    """Step 5: marks, or hands where they are counted."""
    if "giơ tay tối đa" in meeting.text:
        walk(meeting, 3)
        number(meeting, 40)
        return
    walk(meeting, 3)
    meeting.press(meeting.chance.choice((" ", " ", " ", "2", "enter")))
    if "┌" in meeting.text:
        meeting.press(meeting.chance.choice("123"))
        fill_in(meeting)


def pledge(meeting: LiveMeeting) -> None:
    """Step 6: somebody helps, or the club agrees on it."""
    meeting.press(str(meeting.chance.randint(1, 3)))
    meeting.until(lambda: "┌" in meeting.text, 1)
    meeting.press(meeting.chance.choice("1134"))
    meeting.rest(0.15)
    if "Tán thành" in meeting.text:
        hands(meeting)
    fill_in(meeting)


def settle_matters(meeting: LiveMeeting) -> None:
    """Step 7: agreed, counted, worded, or not now."""
    walk(meeting)
    meeting.press(meeting.chance.choice("1234"))
    meeting.rest(0.15)
    if "Tán thành" in meeting.text:
        hands(meeting)
    fill_in(meeting)


def hands(meeting: LiveMeeting) -> None:
    """The hands for and against, and of another opinion."""
    for most in (40, 6, 6):
        number(meeting, most)
    meeting.press("enter")


def approve(meeting: LiveMeeting) -> None:
    """Step 8: approved, opened again, worded."""
    walk(meeting, 3)
    meeting.press(meeting.chance.choice(("1", "2", "3", "enter")))
    meeting.rest(0.15)
    if "┌" in meeting.text:
        meeting.press("1")
    fill_in(meeting)


_OF_STEP: dict[int, tuple[Deed, ...]] = {
    1: (count_groups, tick_names, add_guest),
    2: (tell_of_promises,),
    3: (agree_in_groups,),
    4: (propose, propose),
    5: (mark_or_count, mark_or_count),
    6: (pledge, pledge),
    7: (settle_matters, settle_matters),
    8: (approve,),
}
_ANYWHERE: tuple[Deed, ...] = (note, take_back, to_another_step)


def do_something(meeting: LiveMeeting) -> None:
    """One deed of the step that is shown, or one that can be done in every step."""
    back_to_the_step(meeting)
    usual = _OF_STEP.get(meeting.step, ())
    if usual:
        meeting.chance.choice((*usual, *usual, *_ANYWHERE))(meeting)
    else:
        # The minutes were closed, and this is the main page.
        meeting.press("enter")
