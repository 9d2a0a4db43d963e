"""Where else a person's data lies: backups, papers that were made, files that were written out."""

from __future__ import annotations

from screens.language import _
from storage.books import Books
from storage.days import on_screen
from storage.passphrase.plain_copies import PAPERS
from storage.records.kinds import ExportKind
from storage.safekeeping.backup import found

_NAMED = 3


def elsewhere(books: Books) -> tuple[str, ...]:
    """One sentence for each place; what was printed or lies on a stick no program can find."""
    backups = [file.path.name for file in found(books.backups.folder)]
    folder = books.path.parent / PAPERS
    papers = sum(1 for path in folder.glob("*") if path.is_file()) if folder.is_dir() else 0
    # Papers are counted where they lie; what was printed is said below.
    exports = [each for each in books.exports.newest() if each.export.what is not ExportKind.PAPER]
    sentences = []
    if backups:
        count = len(backups)
        told = _("{count} bản sao lưu trên máy này, mới nhất: {names}; cả trên USB nếu có.", count)
        sentences.append(told.format(count=count, names=", ".join(backups[-_NAMED:])))
    if papers:
        told = _("{count} giấy đã làm, trong thư mục {folder}.", papers)
        sentences.append(told.format(count=papers, folder=PAPERS))
    told = _("Đã ghi ra tệp ngày {day}: {file}")
    sentences += [
        told.format(day=on_screen(each.at.date()), file=each.export.file)
        for each in exports[:_NAMED]
    ]
    return (*sentences, _("Biên bản và giấy đã in ra giấy."))
