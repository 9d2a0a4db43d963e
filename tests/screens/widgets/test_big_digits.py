"""Digits that the last row can read, without a colour and without blocks."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from screens.widgets.big_digits import BigDigits


class Wall(App[None]):
    """Nothing but big digits."""

    def __init__(self, text: str, *, tall: bool = True) -> None:
        super().__init__()
        self.shown, self.tall = text, tall

    def compose(self) -> ComposeResult:
        """The digits."""
        yield BigDigits(self.shown, tall=self.tall)


def picture(digits: BigDigits) -> list[str]:
    """The cells that are reversed, as "#"."""
    rows = []
    for row in range(digits.size.height):
        cells = "".join(
            ("#" if segment.style and segment.style.reverse else " ") * len(segment.text)
            for segment in digits.render_line(row)
        )
        rows.append(cells.rstrip())
    return rows


async def test_five_rows_of_cells() -> None:
    app = Wall("1:4")
    async with app.run_test():
        assert picture(app.query_one(BigDigits)) == [
            "  ##        ##  ##",
            "####    ##  ##  ##",
            "  ##        ######",
            "  ##    ##      ##",
            "######          ##",
        ]


async def test_three_rows_where_there_is_less_room() -> None:
    app = Wall("41", tall=False)
    async with app.run_test():
        assert picture(app.query_one(BigDigits)) == [
            "#  #   ##",
            "####    #",
            "   #   ###",
        ]


async def test_it_is_as_wide_as_its_letters_and_grows_with_them() -> None:
    app = Wall("09:58")
    async with app.run_test() as pilot:
        digits = app.query_one(BigDigits)
        assert digits.size == (34, 5)
        digits.text = "7"
        await pilot.pause()
        assert digits.size == (6, 5)


@pytest.mark.parametrize("tall", [True, False])
def test_no_two_digits_look_alike(tall: bool) -> None:
    pictures = {BigDigits(digit, tall=tall).rows for digit in "0123456789"}
    assert len(pictures) == 10
    assert {len(rows) for rows in pictures} == {5 if tall else 3}


def test_other_signs_are_left_out() -> None:
    assert BigDigits("4a1").rows == BigDigits("41").rows
