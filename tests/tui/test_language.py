"""Which language is spoken: the command line's, the environment's, or the one chosen before."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import driven
from prepared import PreparedBooks, Stage, clock_at
from screens.language import Language, as_on_paper, in_language, speak, spoken
from screens.language import _ as said
from tui.__main__ import main
from tui.command_line.asked_language import VARIABLE, asked_language
from tui.kept_language import FILE_NAME, keep_language, kept_language

_SETTINGS = "Cài đặt"


def test_vietnamese_is_spoken_where_nothing_is_said(tmp_path: Path) -> None:
    assert asked_language(["--data", str(tmp_path)], {}) is Language.VIETNAMESE


@pytest.mark.parametrize("option", [["--lang", "en"], ["--lang=en"]])
def test_the_command_line_counts_before_all(option: list[str], tmp_path: Path) -> None:
    keep_language(tmp_path, Language.VIETNAMESE)
    arguments = ["--data", str(tmp_path), *option]
    assert asked_language(arguments, {VARIABLE: "vi"}) is Language.ENGLISH


def test_the_environment_counts_before_what_was_chosen(tmp_path: Path) -> None:
    keep_language(tmp_path, Language.VIETNAMESE)
    environment = {VARIABLE: "en", "CHUNGTAY_DATA": str(tmp_path)}
    assert asked_language([], environment) is Language.ENGLISH


def test_what_was_chosen_is_spoken_also_in_the_practice_club(tmp_path: Path) -> None:
    assert keep_language(tmp_path / "hop-thu", Language.ENGLISH)
    assert asked_language([f"--data={tmp_path}", "--practice"], {}) is Language.ENGLISH


@pytest.mark.parametrize("kept", ["", "tiếng Việt", "de", "\x00"])
def test_a_file_that_says_nothing_is_no_choice(kept: str, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(kept, encoding="utf-8")
    assert kept_language(tmp_path) is None
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe")
    assert kept_language(tmp_path) is None


def test_a_folder_of_no_user_is_refused_later(tmp_path: Path) -> None:
    assert asked_language(["--data", "~nobody-of-this-name/x"], {}) is Language.VIETNAMESE


def test_the_help_speaks_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Usage: chungtay")
    assert "makes a paper from the books" in told


def test_a_wrong_command_is_refused_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["papers", "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Wrong use: ")
    assert "“papers” is not there; please choose: 'paper'" in told


def test_a_language_that_is_not_spoken_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "fr"]) == 2
    assert "không có “fr”" in capsys.readouterr().err


def test_trouble_is_told_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(tmp_path), "--lang", "en"]) == 1
    assert "has no books" in capsys.readouterr().err


async def test_a_choice_in_the_settings_is_spoken_at_once_and_next_time(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        await driver.go_to_text(_SETTINGS)
        await driver.press("enter")
        await driver.go_to_line("language")
        await driver.press("enter", "2")
        await driver.until("Language (ngôn ngữ): English")
        await driver.press("escape")
        await driver.until("The club’s books")
    assert kept_language(folder) is Language.ENGLISH


async def test_a_choice_that_cannot_be_kept_is_told(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.HOME, tmp_path / "books")
    (folder / FILE_NAME).mkdir()
    async with driven(folder, clock_at(Stage.HOME)) as driver:
        driver.app.use_language(Language.ENGLISH)
        await driver.rest()
        assert driver.notice().startswith("This choice could not be kept")


def test_a_number_has_its_form_and_a_paper_its_language() -> None:
    speak(Language.ENGLISH)
    assert spoken() is Language.ENGLISH
    assert said("{count} người", 1) == "{count} person"
    assert said("{count} người", 2) == "{count} people"
    assert said("") == ""
    with as_on_paper():
        assert said("Biên bản") == "Biên bản"
    speak(Language.VIETNAMESE)
    assert said("{count} người", 1) == "{count} người"
    assert in_language(Language.ENGLISH)("Biên bản") == "Minutes"
    assert in_language(Language.VIETNAMESE)("Biên bản") == "Biên bản"
