"""What is half typed: kept while it is typed, forgotten when it is accepted; never undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import reduce
from operator import or_

from storage.acts.desk import Desk
from storage.records.kinds import MeetingState
from storage.tables import DraftRow, MeetingRow

OPEN_FORM = "open-form"
"""Under this name: which form is open, so that it opens again after the program ended."""

OPEN_POPUP = "open-popup"
"""Under this name: the draft of the popup that is open, over a step or a form."""

SETTING_UP = "setting-up"
"""Under this name: the books are being set up, from the club's name until somebody says "done"."""

_OF_MEETING = ("seal", "abandon", "note")
"""Forms of one meeting: what stands before its number in the name of what is half typed."""

NUMBER = "number"
"""So begins the name of each number in the making."""

HANDS = "hands"
"""So begins the name of each count in the making."""

TICKS = "ticks"
"""So begins the name of ticks in the making."""

PART = "/"
"""Between the name of a draft and that of a draft that goes with it."""


def ticks_draft(meeting_id: int, what: str, of: int) -> str:
    """The name under which ticks in the making are kept."""
    return f"{TICKS}:{meeting_id}:{what}:{of}"


def line_draft(meeting_id: int, step: int) -> str:
    """The name under which is kept on which line the cursor of a step is."""
    return f"line:{meeting_id}:{step}"


class DraftBook:
    """Drafts by the key of their form: values that JSON knows.

    One that the disk does not take is held here, and stored with the next that it takes, or when
    the books are closed.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._held: dict[str, str] = {}

    def keep(self, form: str, content: Mapping[str, object]) -> None:
        """Keeps the draft of a form in place of the one before; not of a meeting that is sealed."""
        if _of_sealed(form):
            return
        self._held[form] = json.dumps(dict(content), ensure_ascii=False)
        self.store_held()

    def store_held(self) -> None:
        """Stores what the disk did not take before."""
        if not self._held:
            return
        with self.desk.quietly():
            for each, text in self._held.items():
                if _of_sealed(each):
                    continue
                DraftRow.insert(form=each, content=text).on_conflict_replace().execute()
        self._held.clear()

    def get(self, form: str) -> dict[str, object] | None:
        """The draft of a form, if there is one."""
        if form in self._held:
            return dict(json.loads(self._held[form]))
        row = DraftRow.get_or_none(DraftRow.form == form)
        return dict(json.loads(row.content)) if row else None

    def those(self, *forms: str) -> dict[str, dict[str, object]]:
        """The drafts of these forms, as far as there are any; one statement reads them all."""
        rows = DraftRow.select().where(DraftRow.form.in_(forms))
        texts = {str(row.form): row.content for row in rows}
        texts |= {form: self._held[form] for form in forms if form in self._held}
        return {form: dict(json.loads(text)) for form, text in texts.items()}

    def forget(self, form: str) -> None:
        """Drops the draft of a form with its parts, as when it is accepted."""
        own = (DraftRow.form == form) | DraftRow.form.startswith(form + PART)
        for each in [each for each in self._held if each == form or each.startswith(form + PART)]:
            del self._held[each]
        with self.desk.quietly():
            DraftRow.delete().where(own).execute()


def _of_sealed(form: str) -> bool:
    """Whether a form is of a meeting that was sealed while it was open."""
    kind, _colon, rest = form.partition(":")
    meeting_id = rest.partition(":")[0]
    if kind not in _OF_MEETING or not meeting_id.isdecimal():
        return False
    sealed = MeetingRow.select().where(
        MeetingRow.id == int(meeting_id), MeetingRow.state == str(MeetingState.SEALED)
    )
    return bool(sealed.exists())


def forget_drafts(meeting_id: int) -> None:
    """Drops what is half typed of a meeting that is sealed: "note:5:7" is of meeting 5."""
    of_meeting = DraftRow.form.in_([f"seal:{meeting_id}", f"abandon:{meeting_id}"])
    begins = [f"{what}:{meeting_id}:" for what in ("note", "line", "ticks", NUMBER)]
    begins += [f"{HANDS}:{what}:{meeting_id}:" for what in ("help", "matter")]
    of_meeting |= DraftRow.form == f"{HANDS}:minutes:{meeting_id}"
    of_its_steps = reduce(or_, map(DraftRow.form.startswith, begins))
    DraftRow.delete().where(of_meeting | of_its_steps).execute()
