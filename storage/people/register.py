"""The register: groups, members, and everyone with a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from peewee import fn

from storage.errors import Refusal, RefusalKind
from storage.memory import remembered
from storage.people.consent_rows import NOBODY_ASKED, consents_of
from storage.people.member_writing import add_member, set_leader, set_positions
from storage.records.acts import ActKind
from storage.records.kinds import Address, Position, Sex
from storage.records.people import Group, Member, Person
from storage.tables import GroupRow, MemberRow, PersonRow, connection
from storage.vietnamese import clean_line, found_by_name, name_sort_key

if TYPE_CHECKING:
    from storage.acts.desk import Desk
    from storage.records.consent import Consents


def person_of_row(row: PersonRow, consents: Consents) -> Person:
    """The record of a person's row, with the latest answers to being named."""
    return Person(
        id=row.id,
        name=row.name,
        address_form=Address(row.address_form) if row.address_form else None,
        birth_year=row.birth_year,
        sex=Sex(row.sex) if row.sex else None,
        household=row.household,
        address=row.address,
        telephone=row.telephone,
        private_details=row.private_details,
        guardian=row.guardian,
        consents=consents,
    )


def member_of_row(row: MemberRow, leaders: frozenset[int] = frozenset()) -> Member:
    """The record of a member's row; `leaders` are the members who lead a group.

    Who helps is named to all: what a member answered as a person in hardship is read by
    those alone who ask for one member.
    """
    return Member(
        id=row.id,
        person=person_of_row(row.person, NOBODY_ASKED),
        group_id=row.group_id,
        positions=frozenset(Position(word) for word in row.positions.split()),
        leads_group=row.id in leaders,
        home_care=row.home_care,
        can_help=row.can_help,
        joined=row.joined,
        left=row.left,
    )


def addressed(row: PersonRow) -> str:
    """The name with the form of address."""
    return f"{row.address_form} {row.name}" if row.address_form else row.name


def member_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of these members, with their forms of address."""
    wanted = list(ids)
    known = _all_names() if wanted else {}
    return {member_id: known[member_id] for member_id in wanted if member_id in known}


@remembered
def _all_names() -> Mapping[int, str]:
    """Everybody's name: a register is small, and each screen asks for some of it several times."""
    rows = MemberRow.select(MemberRow.id, PersonRow.address_form, PersonRow.name).join(PersonRow)
    found = cast("Iterable[tuple[int, str, str]]", rows.tuples())
    return {number: f"{form} {name}" if form else name for number, form, name in found}


class RegisterBook:
    """Members by group, in Vietnamese order, found without diacritics."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def groups(self) -> tuple[Group, ...]:
        """The groups in their order, each with its leader and how many belong to it now."""
        return _groups()

    def size(self) -> tuple[int, int]:
        """How many members belong to the club now, and how many groups there are."""
        return _size()

    def members(self, group_id: int | None = None) -> tuple[Member, ...]:
        """The members who belong to the club now, sorted by given name."""
        everybody = _members()
        if group_id is None:
            return everybody
        return tuple(member for member in everybody if member.group_id == group_id)

    def member(self, member_id: int) -> Member | None:
        """One member, also one who has left."""
        row = MemberRow.get_or_none(MemberRow.id == member_id)
        return _with_consents([member_of_row(row, _leaders())])[0] if row else None

    def search(self, words: str, limit: int = 8) -> tuple[Member, ...]:
        """The members whose names match, by given name first ("duc" finds Đức)."""
        found = found_by_name(words, self.members(), lambda member: member.name)
        return _with_consents(found[:limit])

    def holder(self, position: Position) -> Member | None:
        """Who holds an office of the club."""
        holders = (member for member in self.members() if position in member.positions)
        return next(holders, None)

    def add_group(self, name: str, area: str = "") -> int:
        """Adds a group, and gives its number.

        Raises:
            Refusal: it has no name.
        """
        cleaned = clean_line(name)
        if not cleaned:
            raise Refusal(RefusalKind.NAME_MISSING)
        with self.desk.writing():
            return int(GroupRow.create(name=cleaned, area=clean_line(area)).id)

    def set_leader(self, group_id: int, member_id: int | None) -> None:
        """Makes a member the leader of a group."""
        with self.desk.writing():
            set_leader(group_id, member_id, self.desk.clock.today(), known=False)

    def add_member(
        self,
        name: str,
        group_id: int,
        *,
        address_form: Address | None = None,
        birth_year: int | None = None,
        address: str = "",
        positions: Iterable[Position] = (),
        home_care: bool = False,
        can_help: str = "",
        meeting_id: int | None = None,
    ) -> int:
        """Adds a member, and gives the number; within a meeting it is one of its acts.

        Raises:
            Refusal: the member has no name.
        """
        cleaned = clean_line(name)
        if not cleaned:
            raise Refusal(RefusalKind.NAME_MISSING)

        from storage.records.member_drafts import MemberDraft

        today = self.desk.clock.today()
        draft = MemberDraft(
            name=cleaned,
            group_id=group_id,
            address_form=address_form,
            birth_year=birth_year,
            address=address,
            home_care=home_care,
            can_help=can_help,
            joined=today,
        )

        def add() -> int:
            member_id = add_member(draft)
            set_positions(member_id, positions, today, known=False)
            return member_id

        if meeting_id is None:
            with self.desk.writing():
                return add()
        with self.desk.act(meeting_id, ActKind.MEMBER_ADDED, name=cleaned, group_id=group_id):
            return add()

    def set_positions(self, member_id: int, positions: Iterable[Position]) -> None:
        """Gives a member these offices and no others."""
        with self.desk.writing():
            set_positions(member_id, positions, self.desk.clock.today(), known=False)


def _with_consents(members: Sequence[Member]) -> tuple[Member, ...]:
    """The members with what they answered about being named, as a case of theirs needs it."""
    consents = consents_of(member.person.id for member in members)
    return tuple(
        replace(member, person=replace(member.person, consents=consents[member.person.id]))
        for member in members
    )


@remembered
def _groups() -> tuple[Group, ...]:
    found = list(GroupRow.select().order_by(GroupRow.id))
    sizes = _sizes()
    leaders = member_names(row.leader_id for row in found if row.leader_id is not None)
    return tuple(
        Group(
            id=row.id,
            name=row.name,
            area=row.area,
            leader_id=row.leader_id,
            leader=leaders.get(row.leader_id or 0, ""),
            members=sizes.get(row.id, 0),
        )
        for row in found
    )


@remembered
def _members() -> tuple[Member, ...]:
    query = MemberRow.select(MemberRow, PersonRow).join(PersonRow).where(MemberRow.left.is_null())
    leaders = _leaders()
    members = [member_of_row(row, leaders) for row in query]
    return tuple(sorted(members, key=lambda member: name_sort_key(member.name)))


@remembered
def _size() -> tuple[int, int]:
    members, groups = connection.execute_sql(
        'SELECT (SELECT count(*) FROM member WHERE "left" IS NULL), count(*) FROM club_group'
    ).fetchone()
    return int(members), int(groups)


def _sizes() -> dict[int, int]:
    """How many belong to each group now."""
    rows = (
        MemberRow.select(MemberRow.group, fn.COUNT(MemberRow.id))
        .where(MemberRow.left.is_null())
        .group_by(MemberRow.group)
    )
    return dict(cast("Iterable[tuple[int, int]]", rows.tuples()))


def _leaders() -> frozenset[int]:
    rows = GroupRow.select(GroupRow.leader_id).where(GroupRow.leader_id.is_null(False))
    return frozenset(row.leader_id for row in rows if row.leader_id is not None)
