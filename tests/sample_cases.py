"""The cases of the sample meeting, proposed and decided on, for the tests of what follows."""

from __future__ import annotations

from dataclasses import dataclass

from storage.books import Books
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import Address, Consent, HelperKind, HelpForm, Outcome, Relation
from storage.records.pledges import PledgeDraft
from storage.tables import DecisionRow

MUI = CaseDraft(
    name="Nguyễn Thị Mùi",
    circumstances="Sống một mình, ngã gãy chân đúng vụ gặt",
    needs=(Need(HelpForm.LABOUR, "gặt lúa", 10, "ngày công"),),
    address_form=Address.BA,
    birth_year=1948,
    consent=Consent.AGREED,
)
LUC = CaseDraft(
    name="Trần Văn Lực",
    circumstances="Tai nạn giao thông, đang nằm viện",
    needs=(Need(HelpForm.MONEY, "viện phí"),),
    address_form=Address.ANH,
    birth_year=1985,
    consent=Consent.AGREED,
)
HIEN = CaseDraft(
    name="Phạm Thị Hiền",
    circumstances="Bệnh nặng, mùa lạnh thiếu chăn",
    needs=(Need(HelpForm.GOODS, "chăn, màn, quần áo"),),
    address_form=Address.CU,
    birth_year=1940,
    relation=Relation.FAMILY,
    home_care=True,
)
SON = CaseDraft(
    name="Lê Văn Sơn",
    circumstances="Không đi lại được",
    needs=(Need(HelpForm.GOODS, "xe lăn", 1, "cái"),),
    address_form=Address.ONG,
    birth_year=1963,
    consent=Consent.AGREED,
)
BINH = CaseDraft(
    name="Vũ Thị Bình",
    circumstances="Đàn lợn bị bệnh",
    needs=(Need(HelpForm.SKILL, "người có kinh nghiệm hướng dẫn"),),
    address_form=Address.BA,
    birth_year=1967,
    household=True,
    consent=Consent.AGREED,
)


@dataclass(frozen=True, slots=True)
class SampleCases:
    """The numbers of the five cases."""

    hien: int
    mui: int
    luc: int
    son: int
    binh: int


def decide(books: Books, meeting_id: int) -> SampleCases:
    """The five cases as the groups brought them, three of them chosen."""
    groups = [group.id for group in books.register.groups()]
    mui, luc, hien, son, binh = (
        books.proposals.propose_case(meeting_id, group, draft)
        for group, draft in zip(groups, (MUI, LUC, HIEN, SON, BINH), strict=True)
    )
    ways = (
        (binh, Outcome.OWN_GROUP),
        (son, Outcome.KEPT),
        (hien, Outcome.CHOSEN),
        (mui, Outcome.CHOSEN),
        (luc, Outcome.CHOSEN),
    )
    for case, outcome in ways:
        DecisionRow.create(meeting=meeting_id, hardship_case=case, outcome=str(outcome))
    return SampleCases(hien=hien, mui=mui, luc=luc, son=son, binh=binh)


def labour(members: tuple[int, ...], **more: object) -> PledgeDraft:
    """A day of reaping by each of these members."""
    return PledgeDraft(
        form=HelpForm.LABOUR,
        helper_kind=HelperKind.MEMBERS,
        what="gặt lúa",
        quantity=1,
        members=members,
        **more,  # type: ignore[arg-type]
    )


def goods(what: str, quantity: int, unit: str, member: int) -> PledgeDraft:
    """A used thing from one member."""
    return PledgeDraft(
        form=HelpForm.GOODS,
        helper_kind=HelperKind.MEMBERS,
        what=what,
        quantity=quantity,
        unit=unit,
        members=(member,),
        used=True,
    )


def pledge_all(books: Books, meeting_id: int, cases: SampleCases) -> None:
    """Everything that the sample meeting pledges."""
    members = [member.id for member in books.register.members()]
    pledges = (
        (cases.mui, labour(tuple(members[:10]))),
        (
            cases.luc,
            PledgeDraft(
                HelpForm.MONEY,
                HelperKind.MEMBERS,
                quantity=10_000,
                members=tuple(members[10:15]),
            ),
        ),
        (cases.hien, goods("chăn", 1, "cái", members[15])),
        (cases.hien, goods("màn", 1, "cái", members[16])),
        (cases.hien, goods("quần áo", 2, "bộ", members[17])),
        (
            cases.son,
            PledgeDraft(
                HelpForm.GOODS,
                HelperKind.ORGANISATION,
                what="xe lăn",
                quantity=1,
                members=(members[0],),
                organisation="Hội NCT",
            ),
        ),
        (
            cases.binh,
            PledgeDraft(
                HelpForm.SKILL,
                HelperKind.MEMBERS,
                what="chữa bệnh cho lợn",
                quantity=1,
                members=(members[20],),
            ),
        ),
    )
    for case, draft in pledges:
        books.pledges.pledge(meeting_id, case, draft)
