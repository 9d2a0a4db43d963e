"""What groups of the sample meeting propose, for the tests that need a proposal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from storage.errors import Refusal, RefusalKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need, When
from storage.records.community import MatterDraft
from storage.records.kinds import (
    Address,
    ClubRole,
    Consent,
    Fact,
    HelpForm,
    LocalityWay,
    MatterKind,
    Relation,
)

HARVEST = Need(HelpForm.LABOUR, "gặt 3 sào lúa")
HIEN = CaseDraft(
    name="Phạm Thị Hiền",
    address_form=Address.CU,
    birth_year=1940,
    relation=Relation.FAMILY,
    address="xóm Chùa",
    circumstances="bệnh nặng, mùa lạnh thiếu chăn",
    needs=(Need(HelpForm.GOODS, "chăn, màn, quần áo"),),
    when=When("trước ngày 15 tháng tới", None, date(2026, 11, 14)),
    facts=frozenset({Fact.ILL}),
    home_care=True,
    consent=Consent.AGREED,
)
LUC = CaseDraft(
    name="Trần Văn Lực",
    address_form=Address.ANH,
    birth_year=1985,
    address="ngõ 3",
    circumstances="tai nạn giao thông, đang nằm viện",
    needs=(Need(HelpForm.MONEY, "viện phí"),),
    facts=frozenset({Fact.URGENT}),
)
LAMP = MatterDraft(
    kind=MatterKind.LOCALITY,
    what="đèn đường ngõ 3 hỏng",
    addressee="UBND xã An Bình",
    way=LocalityWay.MEETINGS,
)
SWEEPING = MatterDraft(
    kind=MatterKind.ACTIVITY,
    what="quét dọn nhà Văn hóa",
    role=ClubRole.JOINS,
    partner="Chi hội Phụ nữ thôn",
)


def refused(write: Callable[[], object]) -> RefusalKind:
    """Why the books refuse this entry."""
    with pytest.raises(Refusal) as refusal:
        write()
    return RefusalKind(refusal.value.kind)
