"""What comes into the text fields by paste or from the app, and what Ctrl+Z makes of it."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from screens.widgets.safe_fields import MAX_LENGTH, VietnameseInput, VietnameseTextArea

Field = VietnameseInput | VietnameseTextArea


class OneField(App[None]):
    """An app with the field under test."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        """The field."""
        yield self.field


def text_of(field: Field) -> str:
    """What stands in the field."""
    return field.value if isinstance(field, VietnameseInput) else field.text


async def paste(pilot: Pilot[None], text: str) -> None:
    """Pastes as a terminal with bracketed paste does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


@pytest.fixture(params=[VietnameseInput, VietnameseTextArea])
def field(request: pytest.FixtureRequest) -> Field:
    """Each of the two fields."""
    made: Field = request.param()
    return made


async def test_a_paste_in_parts_is_composed(field: Field) -> None:
    """Also where the paste begins with a mark."""
    app = OneField(field)
    async with app.run_test() as pilot:
        await paste(pilot, "Nguye\u0302\u0303n Thi")
        await paste(pilot, "\u0323 Mu\u0300i")
        assert text_of(field) == "Nguyễn Thị Mùi"


async def test_nothing_unseen_comes_in_by_paste(field: Field) -> None:
    """Controls, zero width, bidi, private use, surrogates, and what joins emoji."""
    app = OneField(field)
    async with app.run_test() as pilot:
        await paste(pilot, " M\x1bu\u0300\u200bi\u202e\ue053\ud800\ufeff \U0001f468\u200d\ufe0f ")
        assert text_of(field) == " Mùi \U0001f468 "


async def test_lines_pasted_into_one_line_are_joined() -> None:
    """Textual would keep the first line only."""
    field = VietnameseInput()
    app = OneField(field)
    async with app.run_test() as pilot:
        await paste(pilot, "Nguyễn Thị Mùi\r\nxóm\tĐình\r\n")
        assert field.value == "Nguyễn Thị Mùi xóm Đình"


async def test_lines_pasted_into_lines_stay_lines() -> None:
    """With one kind of line break."""
    field = VietnameseTextArea()
    app = OneField(field)
    async with app.run_test() as pilot:
        await paste(pilot, "Nguyễn Thị Mùi\r\nxóm\tĐình\r")
        assert field.text == "Nguyễn Thị Mùi\nxóm Đình\n"


async def test_an_empty_paste_changes_nothing(field: Field) -> None:
    """Nor one of which nothing can be seen."""
    app = OneField(field)
    async with app.run_test() as pilot:
        await pilot.press("M", "ù", "i")
        await paste(pilot, "")
        await paste(pilot, "\u200b\x07")
        assert text_of(field) == "Mùi"


async def test_ten_thousand_letters_can_be_pasted(field: Field) -> None:
    """And of more, what fits."""
    app = OneField(field)
    async with app.run_test() as pilot:
        await paste(pilot, "e\u0302\u0301" * MAX_LENGTH)
        assert text_of(field) == "ế" * MAX_LENGTH
        await pilot.press("x")
        assert text_of(field) == "ế" * MAX_LENGTH
        await pilot.press("backspace", "x")
        assert text_of(field) == "ế" * (MAX_LENGTH - 1) + "x"


@pytest.mark.parametrize("kind", [VietnameseInput, VietnameseTextArea])
async def test_of_a_paste_that_is_too_long_what_fits_is_kept(kind: type[Field]) -> None:
    """Letters count as they are read, not as they are sent; what is replaced makes room."""
    field = kind(max_length=6)
    app = OneField(field)
    async with app.run_test() as pilot:
        await pilot.press("M", "u")
        await paste(pilot, "\u0300i Đình")
        assert text_of(field) == "Mùi Đì"
        await pilot.press("shift+left", "shift+left")
        await paste(pilot, "Trại")
        assert text_of(field) == "Mùi Tr"


async def test_what_the_app_puts_in_is_as_clean(field: Field) -> None:
    """Text from the books of another time, or from a sheet."""
    app = OneField(field)
    async with app.run_test() as pilot:
        if isinstance(field, VietnameseInput):
            field.value = "Mu\u0300i\u200b "
        else:
            field.text = "Mu\u0300i\u200b "
        await pilot.pause()
        assert text_of(field) == "Mùi "
        assert VietnameseInput("Mu\u0300i").value == VietnameseTextArea("Mu\u0300i").text == "Mùi"


async def test_typing_after_taking_back_begins_anew() -> None:
    """What was taken back then can no longer be typed again."""
    field = VietnameseInput()
    app = OneField(field)
    async with app.run_test() as pilot:
        await pilot.press("x", "e", "space", "l", "ă", "n", "ctrl+z", "đ", "ạ", "p", "ctrl+y")
        assert field.value == "xe đạp"
        await pilot.press("ctrl+z")
        assert field.value == "xe "


async def test_a_paste_and_a_deletion_are_steps_of_their_own() -> None:
    """Each comes back at one stroke."""
    field = VietnameseInput()
    app = OneField(field)
    async with app.run_test() as pilot:
        await pilot.press("x")
        await paste(pilot, "e lăn")
        await pilot.press("ctrl+u")
        assert field.value == ""
        await pilot.press("ctrl+z")
        assert field.value == "xe lăn"
        await pilot.press("ctrl+z")
        assert field.value == "x"


async def test_what_the_app_put_in_is_not_taken_back() -> None:
    """Ctrl+Z takes back typing and never more than that."""
    field = VietnameseInput()
    app = OneField(field)
    async with app.run_test() as pilot:
        await pilot.press("M", "ù", "i")
        field.value = "Phạm Thị Hiền"
        await pilot.pause()
        await pilot.press("ctrl+z", "ctrl+y")
        assert field.value == "Phạm Thị Hiền"
        await pilot.press("end", "space", "8", "6", "ctrl+z", "ctrl+z", "ctrl+z")
        assert field.value == "Phạm Thị Hiền"
