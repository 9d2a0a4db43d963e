"""The people of the practice club: invented, and like those of any village in the delta."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.kinds import Address


@dataclass(frozen=True, slots=True)
class Villager:
    """A member as the practice register has it."""

    address_form: Address
    name: str
    birth_year: int
    can_help: str = ""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A group of the practice club; its leader is the first who is named."""

    name: str
    area: str
    people: str
    """A member a line: form of address, name, year of birth, and what they can help with."""

    @property
    def villagers(self) -> tuple[Villager, ...]:
        """The members, one a line."""
        return tuple(_villager(line) for line in self.people.strip().splitlines())


def _villager(line: str) -> Villager:
    person, _colon, can_help = line.partition(":")
    form, *names, year = person.split()
    return Villager(Address(form), " ".join(names), int(year), can_help.strip())


CHAIR = "Đặng Thị Hòa"
VICE_CHAIR = "Nguyễn Hữu Phúc"
SECRETARY = "Trần Thị Thu Hà"
HOME_CARE = ("Phan Thị Liên", "Lý Thị Ngân", "Mai Thị Dung")

NEIGHBOURHOODS = (
    Neighbourhood(
        "Tổ 1",
        "xóm Đình",
        """
        bà Nguyễn Thị Lành 1957: gặt lúa, cấy
        bà Đặng Thị Hòa 1958: thủ tục giấy tờ
        bà Nguyễn Thị Mùi 1948
        ông Nguyễn Văn Khánh 1954: gặt lúa
        bà Đỗ Thị Thơm 1961: gặt lúa, nấu ăn
        bà Hoàng Thị Nụ 1953
        ông Trịnh Đình Quý 1951: đan lát
        bà Nguyễn Thị Tươi 1962: gặt lúa
        bà Phan Thị Liên 1964: chăm sóc tại nhà
        ông Bùi Xuân Trường 1959: gặt lúa, lái máy cày
        chị Nguyễn Thị Hạnh 1983: máy tính, giấy tờ
        bà Tạ Thị Sáu 1949
        """,
    ),
    Neighbourhood(
        "Tổ 2",
        "xóm Giữa",
        """
        ông Trần Quốc Vượng 1956: chữa điện
        bà Trần Thị Thu Hà 1965: viết biên bản
        bà Lương Thị Chanh 1955
        bà Vũ Thị Nhâm 1952
        ông Cao Bá Thịnh 1950
        bà Trần Thị Hợi 1959: cấy, gặt lúa
        bà Nguyễn Thị Bích Ngọc 1963: nấu ăn
        anh Trần Văn Hưng 1979: thợ xây
        bà Đinh Thị Lượt 1947
        bà Lê Thị Gái 1954
        ông Ngô Văn Tuất 1958: gặt lúa
        """,
    ),
    Neighbourhood(
        "Tổ 3",
        "xóm Chùa",
        """
        bà Phạm Thị Vân 1960: may vá
        ông Phạm Văn Thắng 1962: thợ mộc
        ông Nguyễn Hữu Phúc 1955: thú y
        bà Đoàn Thị Mận 1951
        bà Lý Thị Ngân 1966: chăm sóc tại nhà
        bà Phạm Thị Là 1949
        bà Chu Thị Xuân 1958: gặt lúa
        cụ Hà Thị Tẹo 1943
        ông Phùng Văn Bảy 1953: gặt lúa
        bà Nguyễn Thị Kim Oanh 1961: nấu ăn
        bà Phạm Thị Dần 1950
        chị Vương Thị Thảo 1986: y tế thôn
        bà Đào Thị Nhàn 1956
        """,
    ),
    Neighbourhood(
        "Tổ 4",
        "xóm Đông",
        """
        bà Lê Thị Hường 1959: gặt lúa
        ông Lê Văn Sơn 1963
        bà Mai Thị Dung 1962: chăm sóc tại nhà
        bà Lê Thị Ba 1948
        ông Dương Văn Chiến 1957: thợ xây
        bà Hồ Thị Quyên 1954
        bà Tô Thị Nga 1960: cấy, gặt lúa
        ông Lê Đức Minh 1952
        bà Thái Thị Lụa 1955: may vá
        bà Nguyễn Thị Yến 1964: gặt lúa
        anh Lê Quang Huy 1981: chữa xe, chữa điện
        """,
    ),
    Neighbourhood(
        "Tổ 5",
        "xóm Trại",
        """
        ông Vũ Đình Toàn 1958: chăn nuôi
        bà Vũ Thị Nhung 1957: chăn nuôi, thú y
        bà Kiều Thị Mơ 1953
        bà Trương Thị Én 1949
        ông Vũ Ngọc Bình 1950
        bà Đồng Thị Huệ 1961: nấu ăn
        bà Lại Thị Cúc 1956: gặt lúa
        bà Nguyễn Thị Sen 1959
        chị Vũ Thị Hồng Nhung 1985: giấy tờ, BHYT
        ông Quách Văn Lộc 1955: gặt lúa
        bà Vũ Thị Ổn 1946
        """,
    ),
)
