"""Telex and VNI: what keys in a row become, every rule and its undoing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screens.vietnamese_typing.syllables import (
    ONSETS,
    RHYMES,
    RHYMES_AFTER_QU,
    Tone,
    may_become_a_syllable,
    parts,
    plain,
    with_tone,
)
from screens.vietnamese_typing.words import Word, typed, typed_in_a_row, word_at_the_end, word_of
from storage.records.keyboard import Keyboard
from storage.records.kinds import ToneStyle, TypingMethod

TELEX = Keyboard(TypingMethod.TELEX)
VNI = Keyboard(TypingMethod.VNI)

Pairs = tuple[tuple[str, str], ...]


def pairs(text: str) -> Pairs:
    """Keys and what they become, from lines of "keys word"."""
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


TELEX_MARKS = pairs(
    """
    aa â aw ă ee ê oo ô ow ơ uw ư dd đ uow ươ uwow ươ uaw ưa uuw ưu uou uou uouw ươu oaw oă
    caan cân caau câu mees mế meesn mến tooi tôi mowi mơi tuw tư tw tư nhw như w ư
    nuwowc nươc nuowc nươc nwowc nươc nuwoc nươc thuow thuơ huow huơ khuow khuơ huwow hươ
    thuowng thương huowng hương muoon muôn luoon luôn ruouw rươu huouw hươu luuw lưu
    xoawn xoăn hoawc hoăc quawng quăng quaan quân quoocs quốc quow quơ quyeen quyên
    aaw ă awa â ooww ow owo ô uowo uô tuaan tuân khuaay khuây khueech khuêch
    """
)
TELEX_TONES = pairs(
    """
    as á af à ar ả ax ã aj ạ asf à asj ạ toois tối toofi tồi tofio tồi
    hoaf hòa hoef hòe thuys thúy hoafn hoàn hoans hoán hoair hoải xoays xoáy khoer khỏe
    ngoeof ngoèo khuyur khuỷu huynhf huỳnh huyts huýt tuyeets tuyết nguyeenx nguyễn
    mias mía muas múa muwas mứa mais mái maus máu mays máy meof mèo diuj dịu
    cuar của cuwar cửa cuarw cửa giaf già gif gì ginf gìn giuwax giữa gieengs giếng giosng gióng
    quas quá quys quý quynhf quỳnh quyeets quyết quaanf quần quanr quản quawts quắt
    thuowr thuở thuorw thuở huow huơ tuooir tuổi nguwowif người dduwowcj được yeeus yếu
    goongf gồng iu iu iux ĩu ys ý lys lý uys úy uyr ủy
    """
)
TELEX_FREE_MARKS = pairs(
    """
    nguyenex nguyễn nguyenxe nguyễn nguyexen nguyễn nguoiwf người nguoifw người nguowif người
    ddoongf đồng doongdf đồng dend đen did đi duocwdj được duocdwj được
    vietej việt vieetj việt viejte việt viejet việt tiengse tiếng tiesnge tiếng
    canaf cần tuanar tuẩn moto môt motoj một benehj bệnh
    """
)
TELEX_UNDONE = pairs(
    """
    aaa aa aaaa aaa eee ee ooo oo ddd dd aww aw oww ow uww uw ww w www ww tww tw
    ass as aff af arr ar axx ax ajj aj tootss tôts toss tos uoww uow uwoww uow
    huoww hươ huowww huow dendd dend didd did nguyeenxx nguyênx
    asz a asfz a tieengsz tiêng vieetjz viêt asza â
    xooong xoong booong boong gooongf goòng sooocs soóc mooocs moóc
    """
)
TELEX_LEFT_ALONE = pairs(
    """
    window window google google covid covid wifi wifi web web website website facebook facebook
    zalo zalo laptop laptop email email gmail gmail internet internet excel excel word word
    work work book book look look USB USB BHYT BHYT UBND UBND CLB CLB NCT NCT HTX HTX TV TV
    video video youtube youtube camera camera printer printer file file pdf pdf
    catf catf cafc cafc bsa bsa tieesk tieesk fax fax jazz jazz z z s s f f zs zs
    """
)
TELEX_CAPITALS = pairs(
    """
    DDoong Đông DDOONG ĐÔNG VIEETJ VIỆT VIEETj VIỆT Vieetj Việt DDieenj Điện dDen đen
    AAnr Ẩn AAts Ất Yr Ỷ W Ư Uw Ư UW Ư UOWNG ƯƠNG Uowng Ương Windows Windows AAA AA aSS aS
    DDDD DDD NGUYEENX NGUYỄN Nguyeenx Nguyễn Phamj Phạm Ddaawsk Đắk LAWSK LẮK
    """
)
VNI_WORDS = pairs(
    """
    a1 á a2 à a3 ả a4 ã a5 ạ a6 â a8 ă e6 ê o6 ô o7 ơ u7 ư d9 đ uo7 ươ u7o7 ươ ua7 ưa uu7 ưu
    nguye6n4 nguyễn nguyen64 nguyễn nguyen46 nguyễn d9u7o7c5 được duoc975 được d9uoc75 được
    ngu7o7i2 người nguoi72 người vie65t việt viet65 việt tie6ng1 tiếng thuo73 thuở huo7ng hương
    hoa2 hòa hoa2n hoàn qua2 quà gia2 già gi2 gì gie6ng1 giếng D9O6NG ĐÔNG VIE65T VIỆT
    D9a81k Đắk mu7a mưa mua7 mưa cu7a3 cửa quang85 quặng xoan8 xoăn tuoi63 tuổi yeu61 yếu
    a11 a1 a22 a2 a66 a6 a88 a8 o77 o7 u77 u7 d99 d9 uo77 uo7 nha22 nha2 d9en9 den9
    a10 a vie65t0 viêt a12 à a86 â a68 ă o67 ơ
    xoong xoong xoong2 xoòng nam2026 nam2026 2026 2026 covid19 covid19 USB3 USB3 15 15 as as aa aa
    window window google google dd dd nam9 nam9
    """
)
MODERN = pairs(
    """
    hoaf hoà hoef hoè thuys thuý khoer khoẻ uyr uỷ hoas hoá toaf toà loas loá tuyf tuỳ
    hoafn hoàn hoafi hoài thuyeets thuyết quys quý quaf quà giaf già muaf mùa mias mía
    """
)
NAMES = (
    ("Nguyeenx Thij Muif", "Nguyễn Thị Mùi"),
    ("Traanf Vawn Luwcj", "Trần Văn Lực"),
    ("Phamj Thij Hieenf", "Phạm Thị Hiền"),
    ("Leee Vawn Sown", "Lee Văn Sơn"),
    ("Vux Thij Binhf, 59 tuooir", "Vũ Thị Bình, 59 tuổi"),
    ("gawtj luas; 10.000 ddoongf", "gặt lúa; 10.000 đồng"),
    ("ttajo", "ttajo"),
    ("khoong-khis", "không-khí"),
)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        *TELEX_MARKS,
        *TELEX_TONES,
        *TELEX_FREE_MARKS,
        *TELEX_UNDONE,
        *TELEX_LEFT_ALONE,
        *TELEX_CAPITALS,
        *NAMES,
    ],
)
def test_telex(keys: str, word: str) -> None:
    """Marks, tones, marks out of their order, undoing, words that are no syllable, capitals."""
    assert typed_in_a_row(keys, TELEX) == word


@pytest.mark.parametrize(("keys", "word"), VNI_WORDS)
def test_vni(keys: str, word: str) -> None:
    """The same rules with digits; four of them in a row are a year."""
    assert typed_in_a_row(keys, VNI) == word


@pytest.mark.parametrize(("keys", "word"), MODERN)
def test_the_modern_style(keys: str, word: str) -> None:
    """Only open oa, oe and uy differ."""
    assert typed_in_a_row(keys, Keyboard(TypingMethod.TELEX, ToneStyle.MODERN)) == word


def test_there_are_enough_examples() -> None:
    """Every rule and its undoing among them."""
    telex = (TELEX_MARKS, TELEX_TONES, TELEX_FREE_MARKS, TELEX_UNDONE, TELEX_LEFT_ALONE)
    assert sum(map(len, (*telex, TELEX_CAPITALS, VNI_WORDS, MODERN))) >= 300


def test_without_a_method_nothing_changes() -> None:
    """The computer has an input method of its own."""
    assert typed_in_a_row("nguyeenx dd a1", Keyboard()) == "nguyeenx dd a1"


def test_a_word_that_stands_there_already_goes_on_as_it_is() -> None:
    """After a backspace, or when the cursor comes back to it."""
    assert typed(word_of("tiến"), "g", TELEX).shown == "tiếng"
    assert typed(word_of("tiêng"), "s", TELEX).shown == "tiếng"
    assert typed(word_of("hoà"), "n", TELEX).shown == "hoàn"
    assert typed(word_of("as"), "s", TELEX).shown == "ass"
    assert typed(word_of("toa"), "1", VNI).shown == "tóa"


def test_what_broke_a_word_up_can_be_taken_back() -> None:
    """A slip of the finger in "tiếp": the backspace brings the marks back."""
    word = Word()
    for key in "tieesk":
        word = typed(word, key, TELEX)
    assert word.shown == "tieesk"
    assert word.before is not None
    assert word.before.shown == "tiế"
    assert typed(word.before, "p", TELEX).shown == "tiếp"


def test_where_a_word_begins() -> None:
    """Digits belong to it with VNI only."""
    assert word_at_the_end("bà Mui", TypingMethod.TELEX) == "Mui"
    assert word_at_the_end("10a", TypingMethod.TELEX) == "a"
    assert word_at_the_end("10a", TypingMethod.VNI) == "10a"
    assert word_at_the_end("bà ", TypingMethod.TELEX) == ""


TELEX_KEYS = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI_KEYS = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
TONE_KEYS = {
    TypingMethod.TELEX: dict(zip(Tone, ("", "f", "r", "x", "s", "j"), strict=True)),
    TypingMethod.VNI: dict(zip(Tone, ("", "2", "3", "4", "1", "5"), strict=True)),
}
_OPEN = ("h", "kh", "th")


def _syllables() -> Iterator[tuple[str, Tone]]:
    for onset in ONSETS:
        for rhyme in RHYMES_AFTER_QU if onset == "qu" else RHYMES:
            letters = onset + rhyme
            spelt = parts(letters)[1] and (rhyme != "uơ" or onset in _OPEN)
            if spelt and may_become_a_syllable(letters, Tone.SAC):
                yield from (
                    (letters, tone) for tone in Tone if may_become_a_syllable(letters, tone)
                )


SYLLABLES = tuple(_syllables())


def at_once(letters: str, tone: Tone, method: TypingMethod) -> str:
    """The keys with each mark right after its letter, and the tone at the end."""
    keys = TELEX_KEYS if method is TypingMethod.TELEX else VNI_KEYS
    marked = "".join(keys.get(letter, letter) for letter in letters)
    if "oo" in letters and method is TypingMethod.TELEX:
        marked = letters.replace("oo", "ooo")
    return marked + TONE_KEYS[method][tone]


def at_the_end(letters: str, tone: Tone, method: TypingMethod) -> str:
    """The plain letters first, then each mark once, then the tone."""
    keys = TELEX_KEYS if method is TypingMethod.TELEX else VNI_KEYS
    if "oo" in letters:
        return at_once(letters, tone, method)
    marks = dict.fromkeys(keys[letter][1] for letter in letters if letter in keys)
    return "".join(map(plain, letters)) + "".join(marks) + TONE_KEYS[method][tone]


def test_the_table_of_syllables_is_whole() -> None:
    """Some thousands, those of the sample meeting among them."""
    spelt = {with_tone(letters, tone, ToneStyle.OLD) for letters, tone in SYLLABLES}
    assert len(spelt) > 15_000
    words = "nguyễn thị mùi sống một mình ngã gãy chân đúng vụ gặt cần người giúp quý khuỷu ngoèo"
    assert spelt.issuperset(words.split())


@settings(max_examples=400)
@given(st.sampled_from(SYLLABLES), st.sampled_from(ToneStyle), st.booleans())
def test_every_syllable_can_be_typed(
    syllable: tuple[str, Tone], style: ToneStyle, large: bool
) -> None:
    """By both methods, in both styles, with the marks at once or at the end, small or large."""
    letters, tone = syllable
    wanted = with_tone(letters, tone, style)
    for method in (TypingMethod.TELEX, TypingMethod.VNI):
        for way in (at_once, at_the_end):
            keys = way(letters, tone, method)
            shown = typed_in_a_row(keys.upper() if large else keys, Keyboard(method, style))
            assert shown == (wanted.upper() if large else wanted)


@settings(max_examples=200)
@given(st.sampled_from(SYLLABLES), st.sampled_from(ToneStyle))
def test_finished_text_stays_as_it_is(syllable: tuple[str, Tone], style: ToneStyle) -> None:
    """What is pasted key by key, or comes from another input method all the same."""
    text = with_tone(*syllable, style)
    if "oo" in text:
        return
    for method in (TypingMethod.TELEX, TypingMethod.VNI):
        assert typed_in_a_row(text, Keyboard(method, style)) == text


@settings(max_examples=200)
@given(st.text("asfrxjzwdoeuiyngthcq12345678 90Đđ́.-", max_size=14), st.sampled_from((TELEX, VNI)))
def test_any_row_of_keys_makes_text_that_can_be_taken_back(keys: str, keyboard: Keyboard) -> None:
    """Nothing breaks, and a word that stands there can be read again at any of its letters."""
    text = typed_in_a_row(keys, keyboard)
    for end in range(len(text) + 1):
        word = word_of(word_at_the_end(text[:end], keyboard.method))
        assert word.shown == word_at_the_end(text[:end], keyboard.method)
        assert typed(word, "b", keyboard).shown.endswith("b")
