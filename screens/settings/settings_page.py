"""Cài đặt: everything the club can set, each with its effect shown under the list."""

from __future__ import annotations

from typing import ClassVar

from screens.base import Page
from screens.between_meetings.book import BookScreen
from screens.forms.fields import Field, LongField, TextField
from screens.forms.form import Form
from screens.forms.values import Values
from screens.language import N_, _
from screens.popups import Choice
from screens.settings.choose_language import choose_language, language_words
from screens.settings.setting import Setting, SettingKind
from screens.settings.settings_list import SECTIONS, SETTINGS, limits
from screens.settings.typing_method import choose_typing, other_style, style_words, typing_words
from screens.widgets.lines import Column, Line, act, blank, heading
from storage.books import Books
from storage.club import Value, with_settings
from storage.records.people import Club


class SettingsScreen(BookScreen[Club]):
    """One line a setting: what it is called, and how it is set."""

    HELP: ClassVar[str] = N_(
        "Mỗi dòng là một điều câu lạc bộ tự đặt. Dưới danh sách là kết quả của nó trên màn hình "
        "hoặc trên giấy. Enter để sửa; chỗ là số thì gõ số rồi Enter, hoặc bấm + và −. Biên bản đã "
        "chốt giữ nguyên như lúc chốt."
    )

    def read(self, books: Books) -> Club:
        """The club with all its settings."""
        return books.club.known()

    def page(self, overview: Club) -> Page:
        """The sections with their settings, then what is no setting of the books."""
        lines: list[Line] = []
        for section in SECTIONS:
            lines += [blank(section.title), heading(_(section.title))]
            lines += [self._line(setting, overview) for setting in section.settings]
        lines += [
            blank("computer"),
            heading(_("Máy này")),
            act(
                "passphrase",
                _("Mật khẩu và khóa màn hình"),
                _("Có mật khẩu thì người khác lấy được máy cũng không đọc được sổ."),
            ),
            act(
                "exports",
                _("Đã in, đã ghi ra ngoài sổ"),
                _("Giấy, bảng tính, gói số liệu, bản sao lưu: lúc nào, ra đâu."),
            ),
            act("theme", _("Nền tối hoặc nền sáng"), _("Enter là đổi ngay; lần sau vẫn như vậy.")),
            act(
                "typing",
                typing_words(self.room.keyboard),
                _("Ctrl+G đổi cách gõ ở bất cứ đâu; ô đang gõ ghi rõ cách gõ."),
            ),
            act("tones", style_words(self.room.keyboard), _("Với cách gõ Telex và VNI.")),
            _sounds(on=self.room.sounds),
            act("language", language_words(), _("Giấy tờ và biên bản vẫn bằng tiếng Việt.")),
        ]
        return Page(
            title=_("Cài đặt"),
            columns=(Column(26), Column()),
            lines=tuple(lines),
            keys=(("Enter", _("sửa")), ("+ −", _("thêm, bớt"))),
        )

    def _line(self, setting: Setting, club: Club) -> Line:
        typed = self.number.shown(setting.key)
        shown = setting.shown(club)
        if typed is not None:
            shown = _("{number}   Enter để lưu").format(number=typed)
        return Line(setting.key, (_(setting.label), shown), detail=setting.effect(club))

    async def entered(self, line: Line) -> None:
        """Enter: changes what the line says."""
        if line.key == "passphrase":
            from screens.safekeeping.passphrase_page import PassphrasePage

            await self.app.push_screen(PassphrasePage())
            return
        if line.key == "exports":
            from screens.safekeeping.exports_page import open_exports

            await open_exports(self)
            return
        if line.key == "theme":
            self.room.change_theme()
            return
        if line.key == "typing":
            await choose_typing(self)
            return
        if line.key == "language":
            await choose_language(self)
            return
        if line.key == "tones":
            self.room.use_keyboard(other_style(self.room.keyboard))
            return
        if line.key == "sounds":
            self.room.change_sounds()
            self.show_page()
            return
        setting, club = SETTINGS[line.key], self.overview
        if club is None:
            return
        if setting.kind is SettingKind.CHOICE:
            await self._choose(setting, club)
        else:
            await self._type(setting, club)

    async def reopen(self, form_key: str) -> None:
        """Opens the form again in which a setting was half typed."""
        setting = SETTINGS.get(form_key.removeprefix("settings/"))
        if setting is not None and self.overview is not None:
            await self._type(setting, self.overview)

    async def _choose(self, setting: Setting, club: Club) -> None:
        choices = [
            Choice(value, _(word), setting.effect(with_settings(club, {setting.key: value})))
            for value, word in setting.options
        ]
        chosen = await self.choose(_(setting.label), choices)
        if chosen is not None:
            await self._change(setting, chosen)

    async def _type(self, setting: Setting, club: Club) -> None:
        number = setting.kind is SettingKind.NUMBER

        def accept(books: Books, values: Values) -> bool:
            typed: Value = values.text(setting.key)
            if number:
                typed = values.number(setting.key) or 0
            books.club.change(**{setting.key: typed})
            return True

        stored = await self.fill(
            Form(
                key=f"settings/{setting.key}",
                title=f"{_('Cài đặt')}: {_(setting.label)}",
                fields=(_field(setting),),
                accept=accept,
                initial={setting.key: str(setting.value(club))},
            )
        )
        if stored:
            self._say_stored(setting)

    def number_of(self, line: Line) -> int | None:
        """The number of a setting that is one."""
        setting = SETTINGS.get(line.key)
        if setting is None or setting.kind is not SettingKind.NUMBER or self.overview is None:
            return None
        return int(setting.value(self.overview))

    async def number_entered(self, line: Line, number: int) -> bool:
        """A number was typed on its line."""
        await self._change(SETTINGS[line.key], number)
        return True

    async def _change(self, setting: Setting, value: Value) -> None:
        await self.room.ask(lambda books: books.club.change(**{setting.key: value}))
        await self.refresh_page()
        self._say_stored(setting)

    def _say_stored(self, setting: Setting) -> None:
        if self.overview is not None:
            self.say(
                _("Đã lưu: {label}: {value}").format(
                    label=_(setting.label), value=setting.shown(self.overview)
                )
            )


def _sounds(*, on: bool) -> Line:
    if on:
        return act(
            "sounds",
            _("Tiếng chuông: bật"),
            _("Bước 3 kêu khi còn một phút và khi hết giờ; cũng kêu khi ghi chưa được."),
        )
    return act("sounds", _("Tiếng chuông: tắt"), _("Không kêu; hết giờ chỉ hiện chữ."))


def _field(setting: Setting) -> Field:
    label, hint = _(setting.label), _(setting.hint)
    match setting.kind:
        case SettingKind.TEXT:
            return LongField(setting.key, label, hint, rows=5, lines=True)
        case SettingKind.NUMBER:
            low, high = limits(setting)
            told = _("Một số từ {low} đến {high}.").format(low=low, high=high)
            return TextField(setting.key, label, told)
        case _:
            return TextField(setting.key, label, hint)
