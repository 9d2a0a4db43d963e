"""The seal on the minutes of a meeting: how it is made, kept and read."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace

from storage.acts.desk import Desk
from storage.acts.undo import drop_images
from storage.drafts import forget_drafts
from storage.people.consent_rows import agreed_among
from storage.records.kinds import ConsentScope
from storage.records.minutes import MinutesContent
from storage.rules.minutes_parts.tokens import Personal, person_of, texts_of
from storage.sealing.frozen_rows import row_digests
from storage.sealing.frozen_words import frozen_words, words_digest
from storage.sealing.seal import (
    FORMAT,
    Sealed,
    canonical,
    check_code,
    kept_values,
    read,
    salt_of_words,
    told_values,
)
from storage.sealing.seal_chain import last_digest
from storage.sealing.seal_text import KeptValue, chain_digest
from storage.tables import (
    DraftRow,
    MinutesRow,
    MinutesValueRow,
)


@dataclass(frozen=True, slots=True)
class SealDraft:
    """A seal as it would be now."""

    meeting_id: int
    text: str
    """Canonical."""
    previous: str
    values: tuple[KeptValue, ...]

    @property
    def digest(self) -> str:
        """Of the text and of the seal before it."""
        return chain_digest(self.previous, self.text)


class MinutesSeal:
    """Makes and reads the seals; each holds the digest of the one before."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def previous_digest(self) -> str:
        """The digest of the newest seal, be it of minutes or of an addendum."""
        return last_digest()

    def of(self, meeting_id: int, content: MinutesContent, personal: Personal) -> SealDraft:
        """The seal of this content, in a meeting that has a secret."""
        secret = current_secret(meeting_id) or ""
        values = kept_values(texts_of(content), personal, secret)
        words = frozen_words(meeting_id)
        salts = {name: salt_of_words(secret, name) for name in words}
        sealed = Sealed(
            content,
            {each.token: each.digest for each in values},
            row_digests(meeting_id),
            {name: words_digest(salts[name].salt, text) for name, text in words.items()},
        )
        kept = (*values, *salts.values())
        return SealDraft(meeting_id, canonical(sealed), self.previous_digest(), kept)

    @contextmanager
    def sealing(self, meeting_id: int) -> Iterator[None]:
        """One transaction around the seal, after which nothing is left to undo."""
        with self.desk.writing():
            make_secret(meeting_id)
            yield
            drop_images(meeting_id)
            forget_drafts(meeting_id)

    def write(self, draft: SealDraft) -> None:
        """Keeps the seal, and beside it the personal values with their salts."""
        row = MinutesRow.create(
            meeting=draft.meeting_id,
            format=FORMAT,
            content=draft.text,
            digest=draft.digest,
            previous_digest=draft.previous,
            sealed_at=self.desk.moment(),
        )
        MinutesValueRow.create_all({"minutes": row.id, **asdict(each)} for each in draft.values)


def read_seal(row: MinutesRow) -> tuple[MinutesContent, Personal]:
    """What was sealed, with the personal values that are still kept."""
    rows = MinutesValueRow.select().where(MinutesValueRow.minutes == row.id)
    told = told_values({each.token: each.value for each in rows})
    content = replace(
        read(row.content).content,
        check_code=check_code(row.digest),
        previous_code=check_code(row.previous_digest),
    )
    return content, Personal(told, agreed_persons(told))


def sealed_row(meeting_id: int) -> MinutesRow | None:
    """The sealed minutes of a meeting, if they are sealed."""
    return MinutesRow.get_or_none(MinutesRow.meeting == meeting_id)


def current_secret(meeting_id: int) -> str | None:
    """What the salts of a meeting follow from, between its first approval and its seal."""
    row = DraftRow.get_or_none(DraftRow.form == _secret_key(meeting_id))
    return str(json.loads(row.content)["secret"]) if row else None


def make_secret(meeting_id: int) -> None:
    """Makes the secret of a meeting; within the transaction of its approval."""
    if current_secret(meeting_id) is None:
        content = json.dumps({"secret": secrets.token_hex(32)})
        DraftRow.create(form=_secret_key(meeting_id), content=content)


def _secret_key(meeting_id: int) -> str:
    # Among the drafts of the meeting: it is no record, is not undone, and goes with them.
    return f"seal:{meeting_id}"


def agreed_persons(names: Iterable[str]) -> dict[ConsentScope, frozenset[int]]:
    """Who of those told of agrees now: a consent withdrawn after the seal counts as withdrawn."""
    found = (person_of(name) for name in names)
    persons = {person for person in found if person is not None}
    return {scope: agreed_among(persons, scope) for scope in ConsentScope}
