"""The words around every report, in the language of whoever reads it."""

from __future__ import annotations

from storage.records.report import ReportFrame
from storage.said import Say, as_written


def report_frame(say: Say = as_written) -> ReportFrame:
    """What a report is, of which country, to whom, and who has a copy."""
    return ReportFrame(
        document_type=say("BÁO CÁO"),
        country=say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        motto=say("Độc lập - Tự do - Hạnh phúc"),
        to=say("Kính gửi: {addressee}"),
        copies_to=say("Nơi nhận:"),
        kept_by=say("Lưu: {who}."),
    )
