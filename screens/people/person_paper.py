"""The paper of one person: the same lines as on the person's page, to be handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from screens.language import N_, as_on_paper
from screens.papers.catalogue import Paper
from screens.people.person_elsewhere import elsewhere
from screens.people.person_lines import BETWEEN, given_lines, held_lines, told_lines
from screens.widgets.lines import Line
from storage.books import Books
from storage.days import on_paper
from storage.errors import Refusal, RefusalKind
from storage.records.kinds import Position
from storage.records.minutes import Block, Paragraph, Signature
from storage.records.papers import PaperOf, PaperWish
from storage.records.person_paper import PersonPaper
from storage.records.whole_person import PersonStory
from storage.rules.minutes_parts.tokens import capital

_RIGHTS = (
    "Người có tên trên đây có quyền xem, sửa và yêu cầu xóa những thông tin này "
    "(Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15). Xóa rồi thì số liệu chung vẫn giữ, tên "
    "không còn."
)


_MARKS = ("√ ", "× ")
"""They stand beside words that say the same; the letters of paper have no such signs."""


def _read(books: Books, wish: PaperWish) -> PersonPaper:
    """Everything that is kept; on the wall only that there is something."""
    if wish.person_id is None:
        raise Refusal(RefusalKind.PERSON_MISSING)
    story = books.people.story(wish.person_id)
    club, chair = books.club.known(), books.register.holder(Position.CHAIR)
    day = on_paper(books.clock.today())
    name = "một người" if wish.public else story.person.addressed
    with as_on_paper():
        blocks = () if wish.public else tuple(_blocks(story, elsewhere(books)))
    return PersonPaper(
        person_id=story.person.id,
        parent_body=club.parent_body,
        club_name=club.name,
        subject=f"{capital(name)}, theo sổ của câu lạc bộ {day}",
        blocks=blocks or (Paragraph("Nội dung riêng đang được che. F8 để hiện."),),
        signatures=(
            Signature("Người nhận", ""),
            Signature("Chủ nhiệm", chair.name if chair else ""),
        ),
    )


def _blocks(story: PersonStory, places: Iterable[str]) -> Iterator[Block]:
    nothing = ("Chưa có việc nào.",)
    yield Paragraph("Thông tin đang giữ:", "1.")
    yield from _points(_said(held_lines(story)))
    yield Paragraph("Được đề xuất và được giúp:", "2.")
    yield from _points(_said(told_lines(story.entries, hidden=False)) or nothing)
    yield Paragraph("Đã giúp người khác và cộng đồng:", "3.")
    yield from _points(_said(given_lines(story.given, hidden=False)) or nothing)
    yield Paragraph("Còn giữ ở nơi khác:", "4.")
    yield from _points(places)
    yield Paragraph(_RIGHTS)


def _points(sentences: Iterable[str]) -> Iterator[Block]:
    return (Paragraph(sentence, "-") for sentence in sentences)


def _said(lines: Iterable[Line]) -> tuple[str, ...]:
    """Each line of the screen as a sentence."""
    return tuple(_sentence(line) for line in lines)


def _sentence(line: Line) -> str:
    said = ", ".join(cell.strip() for cell in line.cells if cell.strip())
    if line.detail and line.key.startswith("entry:"):
        said = f"{said}: {line.detail}"
    for mark in _MARKS:
        said = said.replace(mark, "")
    return said.replace(BETWEEN, "; ")


def _pdf(content: PersonPaper) -> bytes:
    from printouts.person_paper import person_paper_pdf

    return person_paper_pdf(content)


def _text(content: PersonPaper) -> tuple[Block, ...]:
    return (Paragraph(content.subject), *content.blocks)


PERSON_PAPER = Paper(
    kind="person",
    title=N_("Thông tin CLB giữ về một người"),
    about=N_("cho chính người ấy, hoặc người giám hộ"),
    of=PaperOf.PERSON,
    file="thong-tin-mot-nguoi",
    read=_read,
    pdf=_pdf,
    text=_text,
    mark=lambda content: str(content.person_id),
)
"""Begun at the person's page alone: nobody else's is meant."""
