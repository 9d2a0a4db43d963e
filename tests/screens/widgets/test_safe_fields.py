"""The text fields, typed into as input methods do: whole bursts of keys, without waiting."""

from __future__ import annotations

import pytest
from textual import events
from textual.events import Paste
from textual.widgets import Input, TextArea

from one_field import (
    SENTENCE,
    Field,
    OneField,
    burst,
    text_of,
    typed_as_unikey_does,
    unikey,
)
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea


@pytest.fixture(params=[VietnameseInput, VietnameseTextArea])
def field(request: pytest.FixtureRequest) -> Field:
    """Each of the two fields."""
    made: Field = request.param()
    return made


async def test_backspaces_and_letters_of_one_burst_stay_in_order(field: Field) -> None:
    """What UniKey sends for "tiếng" becomes "tiếng"."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"tieng", "backspace", "backspace", "backspace", *"ếng"])
        assert text_of(field) == "tiếng"


async def test_a_whole_sentence_at_once_has_no_wrong_word(field: Field) -> None:
    """Five hundred words in the two fields, all their keys in one burst."""
    words = " ".join([SENTENCE] * 6)
    assert 2 * len(words.split()) >= 500
    app = OneField(field)
    async with app.run_test():
        await burst(app, typed_as_unikey_does(words))
        assert text_of(field) == words


async def test_a_sentence_keystroke_by_keystroke_has_no_wrong_word(field: Field) -> None:
    """The same, a burst a word."""
    app = OneField(field)
    async with app.run_test():
        for word in SENTENCE.split():
            await burst(app, [*unikey(word), " "])
        assert text_of(field) == f"{SENTENCE} "


@pytest.mark.parametrize("stock", [Input, TextArea])
async def test_textuals_own_fields_still_need_ours(stock: type[Input | TextArea]) -> None:
    """When this fails, Textual has mended its fields and ours may go."""
    made = stock()
    app = OneField(made)
    async with app.run_test():
        await burst(app, [*"tieng", "backspace", "backspace", "backspace", *"ếng"])
        assert text_of(made) != "tiếng"


async def test_ctrl_h_is_a_backspace(field: Field) -> None:
    """Some machines send 0x08."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"tieng", "ctrl+h", "ctrl+h", "ctrl+h", *"ếng"])
        assert text_of(field) == "tiếng"


async def test_arrows_stay_in_order_with_letters(field: Field) -> None:
    """A correction in the middle of a word, faster than the screen."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"Mui", "left", "backspace", "ù", "end", *" 78"])
        assert text_of(field) == "Mùi 78"


async def test_marks_that_come_by_themselves_are_composed(field: Field) -> None:
    """The Vietnamese keyboard of Windows sends letters and marks apart."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, "Tie\u0302\u0301ng")
        assert text_of(field) == "Tiếng"
        await burst(app, ["backspace"] * 3)
        assert text_of(field) == "Ti"


async def test_a_mark_typed_after_going_back_joins_the_letter_before_it(field: Field) -> None:
    """And the cursor stays behind that letter."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"Tieng", "left", "left", "\u0302", "\u0301", "x"])
        assert text_of(field) == "Tiếxng"


async def test_a_mark_over_selected_text_joins_what_is_left(field: Field) -> None:
    """The selection goes, the letter before it takes the mark."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"Mun", "shift+left", "\u0300", "i"])
        assert text_of(field) == "Mùi"


async def test_digits_signs_and_space_are_text(field: Field) -> None:
    """Lists and counts give these keys a meaning; a field does not."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, "01 + 2 − 3-4.")
        await burst(app, ["add", "subtract", "multiply", "divide", "decimal"])
        assert text_of(field) == "01 + 2 − 3-4.+-*/."
        assert app.came_up == []


async def test_keys_of_the_app_come_up_to_it(field: Field) -> None:
    """F6, F7, Esc and the page keys mean the same everywhere."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"Mùi", "f6", "f7", "escape", "pagedown"])
        assert app.came_up == ["f6", "f7", "escape", "pagedown"]
        assert text_of(field) == "Mùi"


async def test_up_and_down_leave_a_line_and_move_in_lines() -> None:
    """A form moves between its fields with them."""
    line, lines = VietnameseInput(), VietnameseTextArea("một\nhai")
    app = OneField(line)
    async with app.run_test():
        await burst(app, ["down", "up"])
        assert app.came_up == ["down", "up"]
    app = OneField(lines)
    async with app.run_test():
        await burst(app, ["down", "0", "up", "1"])
        assert app.came_up == []
        assert lines.text == "m1ột\n0hai"
    app = OneField(VietnameseTextArea("một\nhai"))
    async with app.run_test():
        await burst(app, ["down", "down"])
        await burst(app, "3")
        assert app.query_one("#next", VietnameseInput).value == "3"


async def test_enter_begins_a_line_and_tab_goes_on() -> None:
    """In the field of several lines; the keypad's Enter may come as Ctrl+J."""
    field = VietnameseTextArea()
    app = OneField(field)
    async with app.run_test():
        await burst(app, ["1", "enter", "2", "ctrl+j", "3", "tab"])
        await burst(app, "4")
        assert field.text == "1\n2\n3"
        assert app.query_one("#next", VietnameseInput).value == "4"


async def test_lines_that_an_undo_takes_away_leave_no_cursor_behind() -> None:
    """Textual lays a shorter text out before it moves the cursor, and looks for its line."""
    field = VietnameseTextArea()
    field.styles.height = 3
    app = OneField(field)
    async with app.run_test() as pilot:
        app.post_message(Paste("\n".join("dòng" for _line in range(9))))
        await pilot.pause()
        await burst(app, ["ctrl+z"])
        assert field.text == ""
        await burst(app, ["ctrl+y"])
        assert field.text.count("\n") == 8


async def test_enter_leaves_a_field_where_that_is_wished() -> None:
    """A word that comes late is still in it, and it is left once."""
    field = VietnameseTextArea(enter_leaves=True)
    app = OneField(field)
    async with app.run_test() as pilot:
        await burst(app, [*"Việt ", "enter", *"Nam", "ctrl+j"])
        assert field.submitting
        while field.submitting:
            await pilot.pause(0.01)
        assert field.text == "Việt Nam"


@pytest.mark.parametrize("enter", ["enter", "ctrl+j"])
async def test_a_word_that_comes_after_enter_is_submitted_too(enter: str) -> None:
    """The input method on xterm sends Enter before its last word."""
    app = OneField(VietnameseInput())
    async with app.run_test():
        await burst(app, [*"Việt ", enter, *"Nam"])
        assert app.submitted == []
        await app.was_submitted.wait()
        assert app.submitted == ["Việt Nam"]


async def test_a_word_that_comes_after_tab_stays_in_its_field(field: Field) -> None:
    """The same input method sends Tab before its last word, too."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"Việt ", "tab", *"Nam"])
        await burst(app, "78")
        assert text_of(field) == "Việt Nam"
        assert app.query_one("#next", VietnameseInput).value == "78"


async def test_enter_pressed_twice_submits_once() -> None:
    """Old fingers are not always light."""
    app = OneField(VietnameseInput())
    async with app.run_test() as pilot:
        await burst(app, [*"Mùi", "enter", "enter"])
        await app.was_submitted.wait()
        await pilot.pause()
        assert app.submitted == ["Mùi"]
        app.was_submitted.clear()
        await burst(app, ["enter"])
        await app.was_submitted.wait()
        assert app.submitted == ["Mùi", "Mùi"]


async def test_typing_on_one_line_is_taken_back_word_by_word() -> None:
    """Whatever backspaces the input method needed for a word."""
    field = VietnameseInput()
    app = OneField(field)
    async with app.run_test():
        await burst(app, typed_as_unikey_does("Nguyễn Thị Mùi"))
        seen = []
        for pressed in ["ctrl+z"] * 4 + ["ctrl+y"] * 4:
            await burst(app, [pressed])
            seen.append(field.value)
        assert seen == [
            *("Nguyễn Thị ", "Nguyễn ", "", ""),
            *("Nguyễn ", "Nguyễn Thị ", "Nguyễn Thị Mùi", "Nguyễn Thị Mùi"),
        ]
        assert field.cursor_position == len("Nguyễn Thị Mùi")


async def test_typing_in_lines_is_taken_back() -> None:
    """And typed again."""
    field = VietnameseTextArea()
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*unikey("Tiếng"), "enter", *unikey("Việt")])
        await burst(app, ["ctrl+z"] * 20)
        assert field.text == ""
        await burst(app, ["ctrl+y"] * 20)
        assert field.text == "Tiếng\nViệt"


async def test_taking_back_never_goes_up_to_the_app(field: Field) -> None:
    """Not even where there is nothing to take back: the last act stays."""
    app = OneField(field)
    async with app.run_test():
        await burst(app, ["ctrl+z", "ctrl+y", "a", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y"])
        assert app.came_up == []
        assert text_of(field) == "a"


async def test_the_terminals_cursor_stands_where_the_next_letter_goes(field: Field) -> None:
    """The terminal draws the letters there that the input method holds back."""
    app = OneField(field)
    async with app.run_test() as pilot:
        await burst(app, "Tiếng Vi")
        await pilot.pause()
        assert field.cursor_screen_offset.x == field.content_region.x + 8
        assert app.cursor_position == field.cursor_screen_offset
        await burst(app, ["left", "left"])
        await pilot.pause()
        assert field.cursor_screen_offset.x == field.content_region.x + 6


async def test_the_cursor_does_not_blink_and_can_be_seen(field: Field) -> None:
    """Calm, and cheap."""
    app = OneField(field)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not field.cursor_blink
        assert field._cursor_visible
        await burst(app, ["a", "left"])
        assert field._cursor_visible


async def test_a_field_that_is_entered_again_keeps_what_was_typed() -> None:
    """Nothing is selected on entering, so that a letter does not replace it all."""
    field = VietnameseInput()
    app = OneField(field)
    async with app.run_test():
        await burst(app, [*"Mùi", "tab", "shift+tab", "x"])
        assert field.value == "Mùix"


async def test_lines_that_may_only_be_read_take_nothing() -> None:
    """Keys go on to the app or nowhere."""
    field = VietnameseTextArea("Mùi", read_only=True)
    app = OneField(field)
    async with app.run_test():
        await burst(app, ["a", "enter", "ctrl+j", "backspace", "f6"])
        app.post_message(events.Paste("x"))
        await burst(app, [])
        assert field.text == "Mùi"
        assert app.came_up == ["f6"]
