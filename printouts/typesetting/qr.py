"""A QR code on paper, drawn of squares; its encoder is loaded with the first one."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas


def draw_qr(canvas: Canvas, text: str, left: float, foot: float, size: float) -> None:
    """Draws the text as a square code with its lower left corner there.

    ReportLab's own drawing of it would list a Helvetica that is not embedded.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    rows = code.modules
    side = size / len(rows)
    path = canvas.beginPath()
    for down, row in enumerate(rows, start=1):
        for right, dark in enumerate(row):
            if dark:
                path.rect(left + right * side, foot + size - down * side, side, side)
    canvas.drawPath(path, stroke=0, fill=1)
