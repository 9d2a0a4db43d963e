"""Rows in which a member is found while the name is typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.events import DescendantBlur
from textual.widgets import Input

from screens.forms.controls import Changed
from screens.forms.fields import Field
from screens.forms.rows import FieldRow
from screens.language import _
from screens.room import room_of
from screens.widgets.line_list import LineList
from screens.widgets.lines import Column, Line, LineKind
from screens.widgets.safe_fields import VietnameseInput
from storage.books import Books
from storage.records.people import Group, Member
from storage.rules.register import told_among

_SUGGESTIONS = 4
_OFFERS = (Column(), Column(20, right=True))
"""Who is offered, and beside the first how one is taken."""


class OfferingRow(FieldRow):
    """Offers, below what is typed, the members whose names fit it."""

    def __init__(self, each: Field) -> None:
        super().__init__(each)
        self.found: tuple[Member, ...] = ()
        """The members who are offered."""

    def compose(self) -> ComposeResult:
        """The label and the control, and below them what is offered."""
        yield from super().compose()
        offers = LineList()
        offers.display = False
        yield offers

    # What each row gives.

    def searched(self, words: str) -> str:
        """What is looked for of what was typed."""
        return words

    def enter_takes_first(self, words: str) -> bool:  # noqa: ARG002 - for the row of a person
        """Whether Enter takes the first who is offered, on whom the cursor stands then."""
        return True

    def take(self, member: Member) -> None:
        """Takes one who is offered."""
        raise NotImplementedError

    # What is typed and taken.

    async def look_for(self, words: str) -> None:
        """Offers whoever fits, unless more was typed until its turn came."""
        if words != self.query_one(VietnameseInput).value:
            return
        name = self.searched(words)

        def look(books: Books) -> tuple[tuple[Member, ...], tuple[Group, ...]]:
            return books.register.search(name, _SUGGESTIONS), books.register.groups()

        self.found, groups = await room_of(self).ask(look)
        names = {group.id: group.name for group in groups}
        takes_first = self.enter_takes_first(words)
        how = _("Enter để lấy") if takes_first else _("▼ rồi Enter để lấy")
        lines = [
            Line(
                str(member.id),
                (told_among(member, self.found, names[member.group_id], _), "" if place else how),
                LineKind.ACT,
            )
            for place, member in enumerate(self.found)
        ]
        try:
            offers = self.query_one(LineList)
        except NoMatches:
            return
        offers.cursor_when_away = takes_first
        offers.display = bool(lines)
        offers.styles.height = len(lines)
        offers.show(_OFFERS, lines)

    def hide_offers(self) -> None:
        """What was typed is settled."""
        self.found = ()
        self._typed = False
        self.query_one(LineList).display = False

    @on(LineList.Entered)
    def _on_taken(self, event: LineList.Entered) -> None:
        event.stop()
        member = next((each for each in self.found if str(each.id) == event.line.key), None)
        # Pressed in a hurry, on an offer that has just gone.
        if member is not None:
            self.take(member)

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Offers are gone when the field is left."""
        if not self.has_focus_within:
            self.left()
            self.hide_offers()

    def left(self) -> None:
        """The field is left, while the offers are still there."""


class MemberRow(OfferingRow):
    """The row of one member, who is kept by number."""

    def __init__(self, each: Field) -> None:
        super().__init__(each)
        self._member = ""
        """The member that it stands for."""

    async def put(self, text: str) -> None:
        """Shows the member with this number, or what was typed and is nobody's name yet."""
        self._member = text
        member = None
        if text.isdecimal():
            number = int(text)
            member = await room_of(self).ask(lambda books: books.register.member(number))
            text = member.addressed if member else ""
        with self.prevent(Input.Changed):
            self.query_one(VietnameseInput).value = text

    def as_typed(self, text: str) -> str:
        """Nobody is chosen any more; digits are never taken for the number of a member who was."""
        self._member = ""
        return f"{text} " if text.isdecimal() else text

    async def submitted(self) -> None:
        """Enter: the first who is offered."""
        first = next(iter(self.found), None)
        if first is not None and not self._member:
            self.take(first)
            return
        self.hide_offers()
        self.finish()

    def take(self, member: Member) -> None:
        """Takes one who is offered, and goes on."""
        self._choose(member)
        self.finish()

    def _choose(self, member: Member) -> None:
        self.hide_offers()
        with self.prevent(Input.Changed):
            self.query_one(VietnameseInput).value = member.addressed
        self._member = str(member.id)
        self.post_message(Changed(self.field.key, self._member))

    def take_what_is_offered(self) -> Member | None:
        """Takes the first member who fits what is typed, as Enter would."""
        found = next(iter(self.found), None)
        if self._member or found is None:
            return None
        self._choose(found)
        return found

    def left(self) -> None:
        """The only one that fits is taken."""
        if not self._member and len(self.found) == 1:
            self._choose(self.found[0])
