"""A row of a form: the label, the control, and what is said beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.events import DescendantBlur
from textual.widgets import Input, Static, TextArea

from screens.forms.controls import Changed, ChoiceControl, Filled, Finished
from screens.forms.fields import (
    ChoiceField,
    Field,
    LongField,
    ManyField,
    MemberField,
    NumberField,
    PeopleField,
    TextField,
    WhenField,
)
from screens.forms.form_around import form_around
from screens.forms.people_control import PeopleControl
from screens.forms.spoken import spoken_name
from screens.language import _
from screens.room import room_of
from screens.widgets.line_list import Column, Line, LineKind, LineList
from screens.widgets.safe_fields import VietnameseInput, VietnameseTextArea
from screens.wording.days import describe
from storage.day_words.typed import understand_when
from storage.records.people import Member
from storage.rules.register import namesakes, told_apart

_SUGGESTIONS = 4
_OFFERS = (Column(), Column(20, right=True))
"""Who is offered, and beside the first how one is taken."""


class FieldRow(Vertical):
    """One field with its label."""

    def __init__(self, each: Field, shown: str = "") -> None:
        super().__init__(classes="field-row")
        self.field = each
        self._shown = shown
        self._member = ""
        """The member that a field of one member stands for."""
        self._found: dict[str, Member] = {}
        self._typed = False
        """Something was typed since a member was taken or the field was left."""

    def compose(self) -> ComposeResult:
        """The label and the control, and below them what is offered."""
        with Horizontal(classes="field-line"):
            yield Static(Content(self.field.label), classes="label", markup=False)
            yield self._control()
            if isinstance(self.field, WhenField):
                yield Static("", classes="beside", markup=False)
        if self._offers:
            # Enter takes the first member in a member field; in a field of text it takes none.
            suggestions = LineList(cursor_when_away=isinstance(self.field, MemberField))
            suggestions.display = False
            yield suggestions

    @property
    def hint(self) -> str:
        """What the line below the form says while this field has the focus."""
        match self.field:
            case _ if self.field.hint:
                return self.field.hint
            case LongField(lines=True):
                return _("Enter xuống dòng, Tab sang ô tiếp.")
            case ChoiceField():
                return _("Gõ số là chọn và sang ô tiếp.")
            case ManyField():
                return _("Gõ số để chọn, chọn được nhiều; Enter sang ô tiếp.")
            case _:
                return ""

    @property
    def _offers(self) -> bool:
        return isinstance(self.field, MemberField) or (
            isinstance(self.field, TextField) and self.field.members
        )

    def _control(
        self,
    ) -> VietnameseInput | VietnameseTextArea | ChoiceControl | PeopleControl:
        name = f"field-{self.field.key}"
        match self.field:
            case ChoiceField():
                return ChoiceControl(self.field.key, self.field.options, many=False)
            case ManyField():
                return ChoiceControl(self.field.key, self.field.options, many=True)
            case PeopleField():
                return PeopleControl(self.field)
            case LongField(rows=rows, lines=lines):
                area = VietnameseTextArea(id=name, enter_leaves=not lines)
                area.styles.height = rows
                return area
            case NumberField():
                return VietnameseInput(id=name, compact=True, max_length=15, select_on_focus=True)
            case _:
                # What the form proposes gives way to what is typed.
                proposed = isinstance(self.field, WhenField) or (
                    isinstance(self.field, TextField) and self.field.proposed
                )
                return VietnameseInput(id=name, compact=True, select_on_focus=proposed)

    @property
    def typed(self) -> str | None:
        """What stands in a field of text, though it may not have been told to the form yet.

        None where what stands there is not what is kept: in the other fields, and in that of a
        member, who is kept by number.
        """
        match self.field:
            case LongField():
                areas = self.query(VietnameseTextArea)
                return areas.first().text if areas else None
            case TextField() | WhenField() | NumberField():
                fields = self.query(VietnameseInput)
                return fields.first().value if fields else None
            case _:
                return None

    async def put(self, text: str) -> None:
        """Puts a value into the control."""
        with self.prevent(Input.Changed, TextArea.Changed):
            match self.field:
                case ChoiceField() | ManyField():
                    self.query_one(ChoiceControl).value = text
                case PeopleField():
                    await self.query_one(PeopleControl).put(text)
                case LongField():
                    area = self.query_one(VietnameseTextArea)
                    if area.text != text:
                        area.text = text
                        if self.field.behind:
                            area.move_cursor(area.document.end)
                case MemberField():
                    await self._put_member(text)
                case _:
                    self.query_one(VietnameseInput).value = text
        self._say_when(text)

    async def _put_member(self, text: str) -> None:
        self._member = text
        if not text.isdecimal():
            self.query_one(VietnameseInput).value = text
            return
        number = int(text)
        member = await room_of(self).ask(lambda books: books.register.member(number))
        self.query_one(VietnameseInput).value = member.addressed if member else ""

    @on(Input.Changed)
    async def _on_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed = True
        self._say_when(event.value)
        if isinstance(self.field, MemberField):
            self._member = ""
        self.post_message(Changed(self.field.key, self._as_typed(event.value)))
        if self._offers:
            await self._offer(event.value)

    def _as_typed(self, text: str) -> str:
        """What was typed, which is never taken for the number of a member who was chosen."""
        is_number = isinstance(self.field, MemberField) and text.isdecimal()
        return f"{text} " if is_number else text

    @on(TextArea.Changed)
    def _on_written(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Changed(self.field.key, event.text_area.text))

    @on(VietnameseTextArea.Left)
    def _on_left(self, event: VietnameseTextArea.Left) -> None:
        event.stop()
        self.post_message(Finished(self.field.key))

    @on(Input.Submitted)
    async def _on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        found = list(self._found.values())
        if isinstance(self.field, MemberField) and found and not self._member:
            self._take(found[0])
            return
        filled = await self._filled_by_name(event.value)
        self._hide_offers()
        if filled is not None:
            self.post_message(filled)
            return
        self.post_message(Finished(self.field.key))

    async def _filled_by_name(self, words: str) -> Filled | None:
        """What was said beside the name; of the only member of exactly this name, what is known."""
        if not isinstance(self.field, TextField) or not self._typed:
            return None
        said = self.field.read(form_around(self).values) if self.field.read else {}
        known = await self._known_by_name(said.get(self.field.key, words))
        if known is not None:
            return replace(known, texts={**known.texts, **{k: t for k, t in said.items() if t}})
        return Filled(self.field.key, said) if said else None

    async def _known_by_name(self, words: str) -> Filled | None:
        if not isinstance(self.field, TextField) or self.field.fill is None:
            return None
        spoken = spoken_name(words)
        # Asked anew: Enter can be quicker than the offers.
        members = await room_of(self).ask(lambda books: books.register.search(spoken.name))
        named = [each for each in members if each.name.casefold() == spoken.name.casefold()]
        if len(named) != 1 or spoken.address_form not in (None, named[0].person.address_form):
            return None
        return Filled(self.field.key, self.field.fill(named[0]), by_name=True)

    def _say_when(self, text: str) -> None:
        if not isinstance(self.field, WhenField):
            return
        understood = describe(understand_when(text, room_of(self).clock.today()))
        self.query_one(".beside", Static).update(Content(understood))

    async def _offer(self, words: str) -> None:
        name = spoken_name(words).name
        found = await room_of(self).ask(
            lambda books: (books.register.search(name, _SUGGESTIONS), books.register.groups())
        )
        members, groups = found
        names = {group.id: group.name for group in groups}
        self._found = {str(member.id): member for member in members}
        chosen = isinstance(self.field, MemberField)
        how = _("Enter để lấy") if chosen else _("▼ rồi Enter để lấy")
        lines = [
            Line(
                str(member.id),
                (_offered(member, members, names), "" if place else how),
                LineKind.ACT,
            )
            for place, member in enumerate(members)
        ]
        try:
            offers = self.query_one(LineList)
        except NoMatches:
            return
        offers.display = bool(lines)
        offers.styles.height = len(lines)
        offers.show(_OFFERS, lines)

    def _hide_offers(self) -> None:
        self._found = {}
        self._typed = False
        if self._offers:
            self.query_one(LineList).display = False

    @on(LineList.Entered)
    def _on_taken(self, event: LineList.Entered) -> None:
        event.stop()
        member = self._found.get(event.line.key)
        # Pressed in a hurry, on an offer that has just gone.
        if member is not None:
            self._take(member)

    def _take(self, member: Member) -> None:
        self._choose(member)
        if isinstance(self.field, TextField) and self.field.fill is not None:
            self.post_message(Filled(self.field.key, self.field.fill(member)))
        else:
            self.post_message(Finished(self.field.key))

    def _choose(self, member: Member) -> None:
        control = self.query_one(VietnameseInput)
        self._hide_offers()
        with self.prevent(Input.Changed):
            control.value = member.name if isinstance(self.field, TextField) else member.addressed
        if isinstance(self.field, MemberField):
            self._member = str(member.id)
        text = self._member if isinstance(self.field, MemberField) else member.name
        self.post_message(Changed(self.field.key, text))

    def take_what_is_offered(self) -> Member | None:
        """Takes the first member who fits what is typed, as Enter would."""
        found = next(iter(self._found.values()), None)
        if not isinstance(self.field, MemberField) or self._member or found is None:
            return None
        self._choose(found)
        return found

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Offers are gone when the field is left; the only one that fits is taken."""
        if not self._offers or self.has_focus_within:
            return
        fitting = list(self._found.values())
        if isinstance(self.field, MemberField) and not self._member and len(fitting) == 1:
            self._choose(fitting[0])
        self._hide_offers()


def _offered(member: Member, among: Sequence[Member], groups: Mapping[int, str]) -> str:
    """A member with the group; of namesakes the year of birth too."""
    group = groups[member.group_id]
    if member.name.casefold() in namesakes(among):
        return told_apart(member, group, _)
    return f"{member.addressed}, {group}"
