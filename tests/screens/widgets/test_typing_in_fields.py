"""The program's own Telex and VNI in its text fields: bursts, corrections, taking back, keeping."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import driven
from one_field import SENTENCE, Field, OneField, burst, text_of, typed_as_unikey_does
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea
from storage.clock import FixedClock
from storage.records.keyboard import Keyboard
from storage.records.kinds import ToneStyle, TypingMethod

TELEX = Keyboard(TypingMethod.TELEX)
KEYS = "Nguyeenx Thij Muif soongs mootj minhf, ngax gaxy chaan DDungs vuj gawtj"
WORDS = "Nguyễn Thị Mùi sống một mình, ngã gãy chân Đúng vụ gặt"


class TypingApp(OneField):
    """An app in which a typing method is chosen."""

    def __init__(self, field: Field, keyboard: Keyboard = TELEX) -> None:
        super().__init__(field)
        self.keyboard = keyboard


@pytest.fixture(params=[VietnameseInput, VietnameseTextArea])
def field(request: pytest.FixtureRequest) -> Field:
    """Each of the two fields."""
    made: Field = request.param()
    return made


async def test_a_sentence_in_telex_at_one_go(field: Field) -> None:
    """Faster than the screen."""
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, KEYS)
        assert text_of(field) == WORDS


async def test_vni_and_years(field: Field) -> None:
    """Digits by themselves stay digits."""
    app = TypingApp(field, Keyboard(TypingMethod.VNI))
    async with app.run_test():
        await burst(app, "Tra6n2 Va8n Lu7c5, 41 tuo6i3, 24/10/2026, nam2026")
        assert text_of(field) == "Trần Văn Lực, 41 tuổi, 24/10/2026, nam2026"


async def test_corrections_in_the_middle_and_over_selected_text(field: Field) -> None:
    """The word before the cursor counts, whoever typed it."""
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, [*"tieng Viet", *["left"] * 5, "s", "end", "shift+left", "t", *"ej"])
        assert text_of(field) == "tiéng Việt"


async def test_a_backspace_brings_back_what_a_slip_broke_up(field: Field) -> None:
    """And elsewhere it deletes one letter, as always."""
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, [*"tieesk", "backspace", "p"])
        assert text_of(field) == "tiếp"
        await burst(app, ["backspace", "backspace", *"n"])
        assert text_of(field) == "tin"


async def test_words_that_are_no_syllable_and_undoing(field: Field) -> None:
    """Both need no other key."""
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, "window google ass ddd")
        assert text_of(field) == "window google as dd"


async def test_an_input_method_of_the_computer_may_run_as_well(field: Field) -> None:
    """With both at work the text is still right: its letters have their marks already."""
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, typed_as_unikey_does(SENTENCE))
        assert text_of(field) == SENTENCE


async def test_typing_is_taken_back_word_by_word() -> None:
    """Not mark by mark."""
    field = VietnameseInput()
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, "Nguyeenx google Muif")
        seen = []
        for pressed in ["ctrl+z"] * 3 + ["ctrl+y"] * 3:
            await burst(app, [pressed])
            seen.append(field.value)
        assert seen == [
            *("Nguyễn google ", "Nguyễn ", ""),
            *("Nguyễn ", "Nguyễn google ", "Nguyễn google Mùi"),
        ]


async def test_typing_in_lines_is_taken_back_with_its_marks() -> None:
    """A line is one step, however many marks are in it."""
    field = VietnameseTextArea()
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, [*"Nguyeenx Thij", "enter", *"Muif"])
        await burst(app, ["ctrl+z"])
        assert field.text == "Nguyễn Thị\n"
        await burst(app, ["ctrl+z", "ctrl+z"])
        assert field.text == ""
        await burst(app, ["ctrl+y"] * 3)
        assert field.text == "Nguyễn Thị\nMùi"


async def test_in_a_full_field_nothing_that_was_typed_is_lost() -> None:
    """A word that would grow longer than the field keeps its marks."""
    field = VietnameseInput(max_length=4)
    app = TypingApp(field)
    async with app.run_test():
        await burst(app, [*"Muifx", *"abc"])
        assert field.value == "Mũia"


async def test_the_method_is_switched_by_a_key_shown_and_kept(
    closed_books: Path, clock: FixedClock
) -> None:
    """In a form, in the menu, and after the program is started again."""
    async with driven(closed_books, clock) as driver:
        await driver.press("f3")
        await driver.until("Ctrl+G gõ Telex, VNI")
        await driver.press("ctrl+g")
        await driver.until("Ctrl+G Gõ: Telex")
        await driver.type("baf Muif")
        await driver.press("ctrl+g")
        await driver.until("Ctrl+G Gõ: VNI")
        await driver.type(", o6ng Tua6n1")
        await driver.until("bà Mùi, ông Tuấn")
        await driver.press("escape", "escape")
        await driver.until("Esc quay lại   Gõ: VNI")
    async with driven(closed_books, clock) as driver:
        assert driver.app.keyboard.method is TypingMethod.VNI
        await driver.press("ctrl+g")
        await driver.until("Gõ tiếng Việt: máy đã có bộ gõ")


async def test_the_settings_choose_the_method_and_the_place_of_tones(
    closed_books: Path, clock: FixedClock
) -> None:
    """Both belong to this computer."""
    async with driven(closed_books, clock) as driver:
        await driver.press("escape")
        await driver.type("trang chinh")
        await driver.press("enter")
        await driver.go_to_line("book:settings")
        await driver.press("enter")
        await driver.go_to_line("tones")
        await driver.press("enter")
        await driver.until("Đặt dấu: hoà, khoẻ, thuý")
        await driver.go_to_line("typing")
        await driver.press("enter", "2")
        await driver.until("Gõ tiếng Việt: Telex")
        assert driver.app.keyboard == Keyboard(TypingMethod.TELEX, ToneStyle.MODERN)
