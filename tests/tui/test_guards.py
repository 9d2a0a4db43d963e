"""The guards in a real terminal: nothing is lost, nothing is left behind, no name is shown."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal", allow_module_level=True)

from pseudo_terminal import PseudoTerminal
from tui.guards import GuardedApp

PROGRAM = Path(__file__).with_name("guarded_program.py")
F1, F2, F3, F4 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"
F5, F6, F7, F12 = "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[24~"
CRASHED = (
    "Chương trình gặp lỗi nên phải dừng; việc đã lưu vẫn còn nguyên, xin mở lại chương trình "
    "(lỗi được ghi ở tệp chungtay.log bên cạnh sổ)."
)
DISK_FULL = "Đĩa đã đầy, việc vừa làm chưa được lưu. Xin xóa bớt tệp khác rồi làm lại."


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[PseudoTerminal]:
    """The small app, open, with a name half typed."""
    with PseudoTerminal([str(PROGRAM), str(tmp_path)]) as terminal:
        terminal.read_until("mở rồi")
        terminal.send("bà Mùi")
        terminal.read_until("có: bà Mùi.")
        yield terminal


def kept(folder: Path) -> str:
    return (folder / "kept.txt").read_text(encoding="utf-8")


def log(folder: Path) -> str:
    return (folder / "chungtay.log").read_text(encoding="utf-8")


def said(terminal: PseudoTerminal) -> str:
    """What stands in the window once the screen is gone, its broken lines joined."""
    return " ".join(re.sub(r"\x1b\[[?0-9]*[a-z]", "", terminal.after_the_screen).split())


def assert_restored(terminal: PseudoTerminal) -> None:
    assert terminal.modes() == terminal.modes_before
    assert "\x1b[?1049l" in terminal.output, "the full screen was not left"
    assert terminal.output.rindex("\x1b[?25h") > terminal.output.rindex("\x1b[?25l")
    assert terminal.output.rindex("\x1b[?1003l") > terminal.output.rindex("\x1b[?1003h")


def test_bytes_that_are_no_utf8_do_not_end_the_program(terminal: PseudoTerminal) -> None:
    terminal.send(b"\xff")
    terminal.read_until("có: bà Mùi�.")
    terminal.send(" và bà Bình")
    terminal.read_until("có: bà Mùi� và bà Bình.")
    terminal.send(F12)
    assert terminal.wait() == 0


@pytest.mark.parametrize("sequence", ["\x1b[:~", "\x1b[97:65;2u", "\x1b[1114112u"])
def test_a_sequence_that_is_no_key_does_not_end_the_program(
    sequence: str, terminal: PseudoTerminal
) -> None:
    terminal.send(sequence)
    terminal.send(" và bà Bình")
    terminal.read_until("và bà Bình.")
    terminal.send(F12)
    assert terminal.wait() == 0


def test_a_letter_that_comes_in_two_pieces_is_one_letter(terminal: PseudoTerminal) -> None:
    first, rest = "ế".encode()[:1], "ế".encode()[1:]
    terminal.send(first)
    terminal.send(rest)
    terminal.read_until("có: bà Mùiế.")


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGTERM, 143)],
    ids=["SIGHUP", "SIGINT", "SIGTERM"],
)
def test_a_signal_ends_it_with_everything_kept_and_the_terminal_restored(
    terminal: PseudoTerminal, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    terminal.process.send_signal(number)
    assert terminal.wait() == status
    assert kept(tmp_path) == "bà Mùi"
    assert_restored(terminal)
    assert said(terminal) == ""


def test_what_works_beside_the_screen_is_not_waited_for(
    terminal: PseudoTerminal, tmp_path: Path
) -> None:
    terminal.send(F7)
    terminal.read_until("đang chép")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.wait() == 143
    assert kept(tmp_path) == "bà Mùi"
    assert_restored(terminal)


def test_a_second_signal_does_not_disturb_the_first(
    terminal: PseudoTerminal, tmp_path: Path
) -> None:
    terminal.process.send_signal(signal.SIGTERM)
    terminal.process.send_signal(signal.SIGHUP)
    assert terminal.wait() in {129, 143}
    assert kept(tmp_path) == "bà Mùi"
    assert_restored(terminal)


def test_a_signal_ends_it_also_when_nothing_can_be_saved(
    terminal: PseudoTerminal, tmp_path: Path
) -> None:
    terminal.send(F6)
    terminal.read_until("đĩa đầy")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.wait() == 143
    assert_restored(terminal)
    assert "storage.errors.Trouble" in log(tmp_path)


def test_it_ends_when_the_terminal_goes_without_a_signal(
    terminal: PseudoTerminal, tmp_path: Path
) -> None:
    terminal.close()
    assert terminal.wait() == 129
    assert kept(tmp_path) == "bà Mùi"


def test_it_ends_when_the_terminal_goes_while_it_draws(
    terminal: PseudoTerminal, tmp_path: Path
) -> None:
    terminal.send(F1)
    terminal.read_until("vẽ ")
    terminal.close()
    assert terminal.wait() == 129
    assert kept(tmp_path) == "bà Mùi"


@pytest.mark.parametrize(
    ("key", "kind"),
    [(F2, "builtins.ValueError"), (F3, "builtins.LookupError")],
    ids=["in a handler", "in a worker"],
)
def test_a_crash_shows_one_sentence_and_logs_where_it_was_without_a_name(
    terminal: PseudoTerminal, tmp_path: Path, key: str, kind: str
) -> None:
    terminal.send(key)
    assert terminal.wait() == 1
    assert said(terminal) == CRASHED
    assert "Hiền" not in terminal.output
    assert_restored(terminal)
    assert kind in log(tmp_path)
    assert "tui/guarded_program.py:" in log(tmp_path)
    assert "Hiền" not in log(tmp_path)
    assert (tmp_path / "chungtay.log").stat().st_mode & 0o777 == 0o600
    assert kept(tmp_path) == "bà Mùi"


def test_a_crash_that_cannot_be_saved_still_shows_only_the_sentence(
    terminal: PseudoTerminal,
) -> None:
    terminal.send(F6)
    terminal.read_until("đĩa đầy")
    terminal.send(F2)
    assert terminal.wait() == 1
    assert said(terminal) == CRASHED


def test_a_trouble_of_the_books_is_said_by_its_own_sentence(terminal: PseudoTerminal) -> None:
    terminal.send(F4)
    assert terminal.wait() == 1
    assert said(terminal) == DISK_FULL


def test_an_error_that_nobody_waits_for_goes_into_the_log_and_the_meeting_goes_on(
    terminal: PseudoTerminal, tmp_path: Path
) -> None:
    terminal.send(F5)
    terminal.read_until("mất rồi")
    terminal.send(F12)
    assert terminal.wait() == 0
    assert said(terminal) == ""
    assert "builtins.LookupError" in log(tmp_path)
    assert "Hiền" not in log(tmp_path)


def test_text_cannot_be_selected_with_the_mouse() -> None:
    assert GuardedApp.ALLOW_SELECT is False
