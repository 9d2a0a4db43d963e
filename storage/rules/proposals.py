"""The club's rules on proposals: what makes one valid, what is missing, what is one case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.errors import RefusalKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind, Relation
from storage.records.lacks import Lack, LackKind
from storage.records.proposals import GroupProposals, GroupSpoken, TurnState
from storage.rules.amounts import is_too_high
from storage.rules.consent import joined_answers, stricter
from storage.vietnamese import clean_line, clean_text


def cleaned_case(draft: CaseDraft) -> CaseDraft:
    """The draft with every text cleaned, and without what contradicts its relation."""
    relation = Relation.MEMBER if draft.member_id is not None else draft.relation
    return replace(
        draft,
        name=clean_line(draft.name),
        circumstances=clean_text(draft.circumstances),
        needs=united_needs((), map(_cleaned_need, draft.needs)),
        relation=relation,
        relative_of=draft.relative_of if relation is Relation.FAMILY else None,
        address=clean_line(draft.address),
        telephone=clean_line(draft.telephone),
        private_details=clean_text(draft.private_details),
        guardian=clean_line(draft.guardian),
        when=replace(draft.when, text=clean_line(draft.when.text)),
    )


def _cleaned_need(need: Need) -> Need:
    return replace(need, what=clean_line(need.what), unit=clean_line(need.unit))


def cleaned_matter(draft: MatterDraft) -> MatterDraft:
    """The draft with every text cleaned, and without what the other kind of matter asks."""
    cleaned = replace(
        draft,
        what=clean_text(draft.what),
        partner=clean_line(draft.partner),
        place=clean_line(draft.place),
        when=replace(draft.when, text=clean_line(draft.when.text)),
        participants=clean_line(draft.participants),
        addressee=clean_line(draft.addressee),
    )
    if draft.kind is MatterKind.ACTIVITY:
        return replace(cleaned, addressee="", way=None, representative=None)
    return replace(cleaned, partner="", participants="")


def case_fault(draft: CaseDraft) -> RefusalKind | None:
    """What keeps a case from being valid: no name, sentence or need (S14), or too high a number."""
    if not draft.name:
        return RefusalKind.NAME_MISSING
    if not draft.circumstances:
        return RefusalKind.SENTENCE_MISSING
    if not draft.needs and not draft.home_care:
        return RefusalKind.NEED_MISSING
    if any(is_too_high(need.quantity) for need in draft.needs):
        return RefusalKind.NUMBER_TOO_HIGH
    return None


def matter_fault(draft: MatterDraft) -> RefusalKind | None:
    """What a matter lacks to be valid: what is to be done or said."""
    return None if draft.what else RefusalKind.WHAT_MISSING


def lacking(groups: Sequence[GroupSpoken]) -> tuple[Lack, ...]:
    """Which groups have not spoken yet, on a case and on the community."""
    without = (
        (LackKind.GROUPS_WITHOUT_CASE, [each.name for each in groups if not each.on_case]),
        (LackKind.GROUPS_WITHOUT_MATTER, [each.name for each in groups if not each.on_matter]),
    )
    return tuple(Lack(kind, {"groups": listed(names)}) for kind, names in without if names)


def listed(names: Sequence[str]) -> str:
    """Names of groups in one line, the word that all begin with said once: "Tổ 1, 2, 5"."""
    words = {name.partition(" ")[0] for name in names}
    rests = [name.partition(" ")[2] for name in names]
    if len(words) == 1 and all(rests):
        return f"{words.pop()} {', '.join(rests)}"
    return ", ".join(names)


def whose_turn(groups: Sequence[GroupProposals]) -> int | None:
    """The first group that has not spoken in full; those that asked to wait come last."""
    for states in ({TurnState.WAITING, TurnState.PARTLY}, {TurnState.POSTPONED}):
        for row in groups:
            if row.state in states:
                return row.group.id
    return None


def united_needs(kept: Iterable[Need], others: Iterable[Need]) -> tuple[Need, ...]:
    """The needs of both, each once; of two that differ in the number only, the one with it.

    A form that is named without saying what gives way to one that says it.
    """
    united: dict[tuple[str, str], Need] = {}
    everything = (*kept, *others)
    said = {need.form for need in everything if need.what}
    for need in everything:
        if not need.what and need.form in said and need.quantity is None:
            continue
        key = (str(need.form), need.what.casefold())
        known = united.get(key)
        if known is None or (known.quantity is None and need.quantity is not None):
            united[key] = need
    return tuple(united.values())


def joined(kept: CaseDraft, other: CaseDraft) -> CaseDraft:
    """One case of two that are about one person; what the kept one says comes first.

    Of two answers about being named, a refusal stands over an agreement.
    """
    sentences = [kept.circumstances]
    if other.circumstances.casefold() not in kept.circumstances.casefold():
        sentences.append(other.circumstances)
    register = kept if kept.member_id is not None or other.member_id is None else other
    family = register.relation is Relation.OUTSIDE and other.relation is Relation.FAMILY
    return replace(
        kept,
        name=register.name,
        circumstances="\n".join(filter(None, sentences)),
        needs=united_needs(kept.needs, other.needs),
        address_form=kept.address_form or other.address_form,
        birth_year=kept.birth_year or other.birth_year,
        household=kept.household or other.household,
        relation=Relation.FAMILY if family else register.relation,
        relative_of=kept.relative_of or other.relative_of,
        member_id=register.member_id,
        address=kept.address or other.address,
        telephone=kept.telephone or other.telephone,
        private_details=kept.private_details or other.private_details,
        guardian=kept.guardian or other.guardian,
        when=kept.when if kept.when.text else other.when,
        facts=kept.facts | other.facts,
        home_care=kept.home_care or other.home_care,
        consent=stricter(kept.consent, other.consent),
        consents=joined_answers(kept, other),
        asked_by=kept.asked_by or other.asked_by,
    )
