"""The row that belongs to a field."""

from __future__ import annotations

from screens.forms.fields import Field, MemberField, PersonField
from screens.forms.offering_row import MemberRow
from screens.forms.person_row import PersonRow
from screens.forms.rows import FieldRow


def row_of(each: Field) -> FieldRow:
    """A field with its label, and what it offers."""
    match each:
        case PersonField():
            return PersonRow(each)
        case MemberField():
            return MemberRow(each)
        case _:
            return FieldRow(each)
