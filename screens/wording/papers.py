"""The words of papers: what may go wrong with carrying one away on a USB stick."""

from __future__ import annotations

from enum import StrEnum

from screens.language import N_
from storage.errors import TroubleKind

REFUSALS: dict[StrEnum, str] = {
    TroubleKind.STICK_FULL: N_(
        "Chưa chép được giấy: USB “{place}” đã hết chỗ. Xin xóa bớt tệp khác ở USB rồi chép lại."
    ),
    TroubleKind.STICK_LOCKED: N_(
        "Chưa chép được giấy: USB “{place}” đang khóa, không cho ghi. "
        "Xin gạt khóa của USB, hoặc dùng USB khác."
    ),
    TroubleKind.STICK_GONE: N_(
        "Chưa chép được giấy: không còn thấy USB “{place}”. Xin cắm lại rồi chép lại."
    ),
    TroubleKind.STICK_FAILED: N_(
        "Chưa chép được giấy vào USB “{place}”: USB ghi không được. Xin dùng USB khác."
    ),
}
