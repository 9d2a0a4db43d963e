"""What step 7, Việc cộng đồng và đề xuất với địa phương, shows."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.approval import Opinion
from storage.records.community import Matter
from storage.records.guests import Guest
from storage.records.kinds import MatterKind, Outcome


@dataclass(frozen=True, slots=True)
class MatterOnTable:
    """A matter that the meeting speaks about, and how the club's opinion was taken on it."""

    matter: Matter
    opinion: Opinion | None = None
    answered_here: bool = False
    """The locality answered in this meeting, as an invited leader may (S6)."""

    @property
    def undecided(self) -> bool:
        """Whether the club has not settled it yet."""
        return self.matter.outcome is None

    @property
    def agreed(self) -> bool:
        """Whether the club will do it, or say it to the locality."""
        return self.matter.outcome is Outcome.AGREED


@dataclass(frozen=True, slots=True)
class CommunityOverview:
    """All matters of the meeting; similar ones stand beside each other."""

    present: int = 0
    guests: tuple[Guest, ...] = ()
    """Invited leaders among them may answer at once."""
    on_table: tuple[MatterOnTable, ...] = ()
    reason_given: bool = False
    """The meeting has said why it does nothing for the community."""

    @property
    def activities(self) -> tuple[MatterOnTable, ...]:
        """What the club may do for the community (S24)."""
        return self._of(MatterKind.ACTIVITY)

    @property
    def for_locality(self) -> tuple[MatterOnTable, ...]:
        """What the club may say to the locality (S25)."""
        return self._of(MatterKind.LOCALITY)

    def find(self, matter_id: int) -> MatterOnTable | None:
        """One matter of the meeting."""
        return next((each for each in self.on_table if each.matter.id == matter_id), None)

    def _of(self, kind: MatterKind) -> tuple[MatterOnTable, ...]:
        return tuple(each for each in self.on_table if each.matter.kind is kind)
