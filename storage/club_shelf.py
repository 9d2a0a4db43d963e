"""The repositories of the time between meetings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.shelf import Shelf

if TYPE_CHECKING:
    from storage.acts.history import HistoryBook
    from storage.between_meetings.attention import AttentionBook
    from storage.between_meetings.figures import FiguresBook
    from storage.between_meetings.home_care import HomeCareBook
    from storage.between_meetings.notebook import NotebookBook
    from storage.between_meetings.tracking_book import TrackingBook
    from storage.between_meetings.urgent import UrgentBook
    from storage.exports import ExportBook
    from storage.importing.import_book import ImportBook
    from storage.people.everyone import PeopleBook
    from storage.people.groups import GroupBook
    from storage.people.members import MemberBook


class ClubShelf(Shelf):
    """What the club's books between meetings read and write."""

    @cached_property
    def attention(self) -> AttentionBook:
        """What waits for someone."""
        from storage.between_meetings.attention import AttentionBook

        return AttentionBook(self.desk)

    @cached_property
    def members(self) -> MemberBook:
        """The register as it is kept."""
        from storage.people.members import MemberBook

        return MemberBook(self.desk, self.register)

    @cached_property
    def groups(self) -> GroupBook:
        """The groups as they are kept."""
        from storage.people.groups import GroupBook

        return GroupBook(self.desk, self.register)

    @cached_property
    def imports(self) -> ImportBook:
        """Lists taken into the register."""
        from storage.importing.import_book import ImportBook

        return ImportBook(self.desk, self.members)

    @cached_property
    def exports(self) -> ExportBook:
        """What was carried out of the books."""
        from storage.exports import ExportBook

        return ExportBook(self.desk)

    @cached_property
    def urgent(self) -> UrgentBook:
        """Help that could not wait."""
        from storage.between_meetings.urgent import UrgentBook

        return UrgentBook(self.desk)

    @cached_property
    def notebook(self) -> NotebookBook:
        """What leaders saw in their areas."""
        from storage.between_meetings.notebook import NotebookBook

        return NotebookBook(self.desk, self.register)

    @cached_property
    def home_care(self) -> HomeCareBook:
        """Those passed on to the home-care volunteers."""
        from storage.between_meetings.home_care import HomeCareBook

        return HomeCareBook(self.desk, self.register)

    @cached_property
    def tracking(self) -> TrackingBook:
        """All that was promised, with what came of it."""
        from storage.between_meetings.tracking_book import TrackingBook

        return TrackingBook(self.desk)

    @cached_property
    def figures(self) -> FiguresBook:
        """The figures of a time."""
        from storage.between_meetings.figures import FiguresBook

        return FiguresBook(self.desk, self.tracking)

    @cached_property
    def people(self) -> PeopleBook:
        """Everyone with a name, each with the whole story."""
        from storage.people.everyone import PeopleBook

        return PeopleBook(self.desk, self.register, self.tracking)

    @cached_property
    def history(self) -> HistoryBook:
        """Who or what changed a record, and when."""
        from storage.acts.history import HistoryBook

        return HistoryBook()
