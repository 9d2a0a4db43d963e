"""The row in which a person is named: whom the register knows is known by the name."""

from __future__ import annotations

from screens.forms.controls import Named
from screens.forms.fields import PersonField
from screens.forms.form_around import form_around
from screens.forms.member_meant import is_search
from screens.forms.offering_row import OfferingRow
from screens.forms.spoken import spoken_name, spoken_person
from screens.language import _
from screens.popups import Choice, ChoicePopup
from screens.room import room_of
from screens.widgets.safe_fields import VietnameseInput
from storage.records.people import Member
from storage.rules.register import told_apart


class PersonRow(OfferingRow):
    """Reads "bà Nguyễn Thị Mùi, 78, xóm Đình" once Enter is pressed, with what is in the register.

    Of namesakes it asks who is meant.
    """

    field: PersonField

    def searched(self, words: str) -> str:
        """The name without what is said before and behind it."""
        return spoken_name(spoken_person(words).name).name

    def enter_takes_first(self, words: str) -> bool:
        """Only letters without marks are a search: a name written out may be a stranger's."""
        return is_search(self.searched(words))

    async def submitted(self) -> None:
        """Enter: reads what was said, and fills in what is known of the member who is meant."""
        if not self._typed:
            self.finish()
            return
        # Asked anew: Enter can be quicker than the offers.
        name = self.searched(self.query_one(VietnameseInput).value)
        found = await room_of(self).ask(lambda books: books.register.search(name))
        meant = self.field.meant(found, form_around(self).values)
        self.hide_offers()
        if len(meant) > 1:
            await self._ask(meant)
        else:
            self._fill(meant[0] if meant else None)

    async def _ask(self, meant: tuple[Member, ...]) -> None:
        groups = await room_of(self).ask(lambda books: books.register.groups())
        names = {group.id: group.name for group in groups}
        choices: list[Choice[Member | bool]] = [
            Choice(each, told_apart(each, names[each.group_id], _)) for each in meant
        ]
        choices.append(Choice(False, _("Người khác, không có trong danh sách")))
        question = _("Trong danh sách có {count} người tên {name}. Là ai?").format(
            count=len(meant), name=meant[0].name
        )

        def answered(answer: Member | bool | None) -> None:
            if answer is None:
                # Esc: the name is gone on with.
                self._typed = True
                return
            self._fill(answer if isinstance(answer, Member) else None)

        self.app.push_screen(ChoicePopup(question, choices), answered)

    def _fill(self, member: Member | None) -> None:
        values = form_around(self).values
        known = self.field.fill(member, values) if member else None
        self.post_message(Named(self.field.key, self.read_aloud(), known))

    def take(self, member: Member) -> None:
        """Takes a member from the offers."""
        self.hide_offers()
        self._fill(member)
