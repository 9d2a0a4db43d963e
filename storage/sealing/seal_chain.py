"""The chain of seals: minutes and addenda, each holding the digest of the one before."""

from __future__ import annotations

from collections.abc import Iterator

from storage.tables import AddendumRow, MinutesRow

Link = MinutesRow | AddendumRow


def last_digest() -> str:
    """The digest that the next seal holds; empty before the first."""
    minutes = MinutesRow.select().order_by(MinutesRow.id.desc()).first()
    if minutes is None:
        return ""
    followed = AddendumRow.select().where(AddendumRow.previous_digest == minutes.digest)
    if not followed.exists():
        return str(minutes.digest)
    addendum: AddendumRow = AddendumRow.select().order_by(AddendumRow.id.desc()).get()
    return addendum.digest


def links() -> Iterator[tuple[Link, bool]]:
    """Every link in its order, and whether it follows on the one before.

    Where the chain is broken it goes on with the next minutes.
    """
    # Without their texts: those of thirty years at once would fill an old laptop.
    minutes: list[Link] = list(
        MinutesRow.select(MinutesRow.id, MinutesRow.previous_digest, MinutesRow.digest).order_by(
            MinutesRow.id
        )
    )
    addenda: list[Link] = list(
        AddendumRow.select(
            AddendumRow.id, AddendumRow.previous_digest, AddendumRow.digest
        ).order_by(AddendumRow.id)
    )
    previous = ""
    while minutes or addenda:
        following = next(
            (rows for rows in (minutes, addenda) if rows and rows[0].previous_digest == previous),
            None,
        )
        link: Link = (following or minutes or addenda).pop(0)
        yield type(link).get_by_id(link.id), following is not None
        previous = link.digest
