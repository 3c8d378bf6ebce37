from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reports.encodings import NotTextError, decode

TEXTS = {
    "en": "The president says that “the town is taken” – the other side does not confirm, the army’s man said.\n",
    "ru": "Президент заявил о взятии города. Армения не подтверждает потерю города, бои идут, сообщил министр.\n",
    "tr": "Cumhurbaşkanı şehrin kurtarıldığını açıkladı. Ermenistan ise şehrin kaybını doğrulamadı.\n",
    "ar": "أعلن الرئيس تحرير المدينة، ولم تؤكد أرمينيا خسارة المدينة وقالت إن القتال مستمر على الطريق.\n",
    "he": "הנשיא הודיע כי העיר נכבשה. ארמניה לא אישרה את נפילת העיר ואמרה כי הקרבות נמשכים.\n",
    "fr": "Le président a annoncé la prise de la ville. L’Arménie n’a pas confirmé ; on se bat encore à l’est.\n",
    "de": "Der Präsident erklärte, die Stadt sei gefallen. Über die Kämpfe berichteten Männer aus größeren Dörfern.\n",
    "pl": "Prezydent ogłosił zdobycie miasta. Armenia nie potwierdziła; żołnierze są źle uzbrojeni, mówił Łukasz.\n",
    "zh": "总统宣布占领舒沙。亚美尼亚没有证实失守，称战斗仍在继续。双方互相指责对方违反停火协议。\n",
    "ja": "大統領は町を制圧したと発表した。アルメニアは確認していない。\n",
    "ko": "대통령은 도시를 점령했다고 발표했다. 아르메니아는 확인하지 않았다.\n",
}
KEPT_IN = [
    *(("en", "cp1252"), ("en", "mac_roman"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "iso8859_5"), ("tr", "cp1254")),
    *(("ar", "cp1256"), ("he", "cp1255"), ("fr", "cp1252"), ("de", "latin-1"), ("pl", "cp1250"), ("pl", "iso8859_2")),
    *(("zh", "gb18030"), ("ja", "shift_jis"), ("ja", "euc_jp"), ("ko", "euc_kr")),
    *(("ru", "utf-16"), ("ar", "utf-32"), ("en", "utf-8-sig"), ("en", "utf-16-le"), ("en", "utf-16-be")),
]


@pytest.mark.parametrize(("language", "encoding"), KEPT_IN)
def test_reads_what_newsrooms_kept_texts_in(language: str, encoding: str) -> None:
    text = TEXTS[language] * 2
    assert decode(text.encode(encoding)).text == text


def test_declared_encoding_is_tried_after_utf8() -> None:
    assert decode("Şuşa".encode("cp1254"), "windows-1254").text == "Şuşa"
    assert decode("Şuşa".encode(), "windows-1254").text == "Şuşa"
    assert decode("Şuşa alındı".encode(), "no-such-encoding").text == "Şuşa alındı"


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_comes_out_as_it_is(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "text",
    [
        "The café was hit, a witness said.\n",
        "Le café.\n",
        "Nobody in Málaga spoke of the army’s plans.",
        "André said no.",
        "Il va à Paris ce soir.",
        "El niño murió en Bogotá.",
        "Ängste, sagte er.",
    ],
)
def test_one_accent_makes_no_other_script(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(("text", "encoding"), [("Łukasz mówił, że są źle uzbrojeni.", "cp1250"), ("привет", "cp1251")])
def test_a_short_text_in_other_letters_is_no_western_one(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).encoding not in ("cp1252", "latin-1")


@pytest.mark.parametrize(
    "text",
    [
        "总统宣布占领",
        "大統領は町を制圧した。",
        "Ministarstvo poriče",
        "He’s in Şuşa.",
        "He said: «Мы здесь, в городе».",
    ],
)
def test_short_texts_with_a_mark_are_read(text: str) -> None:
    assert decode(text.encode("utf-16")).text == text


@pytest.mark.parametrize("seed", range(5))
def test_a_mark_alone_makes_no_text(seed: int) -> None:
    with pytest.raises(NotTextError):
        decode(b"\xff\xfe" + random.Random(seed).randbytes(62).replace(b"\0", b"\1"))


def test_line_ends_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_a_few_broken_characters_do_not_spoil_the_rest() -> None:
    data = TEXTS["ru"].encode()
    decoded = decode(data[:-4] + b"\xd0 " + data[-4:])
    assert (decoded.encoding, decoded.broken) == ("utf-8", 1)
    assert decoded.text.startswith("Президент заявил")


@pytest.mark.parametrize("data", [b"Mayor R\xc3th said no.", b"It was the caf\xc3 on the quay."])
def test_half_a_letter_in_a_plain_text_is_a_broken_one(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.broken) == ("utf-8", 1)


@pytest.mark.parametrize("text", ["Ärzte warnen, sagte er.", "Er kam aus ÄGYPTEN.", "De Åland-eilanden.", "À Paris."])
def test_a_capital_letter_with_an_accent_is_none(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"\x89PNG\r\n", "image"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x7fELF\x02\x01", "program"),
        (random.Random(1).randbytes(3_000), "no text"),
        (b"\0" * 100, "no text"),
        (b"abc\x01\x02\x03\x04" * 50, "no text"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, what: str) -> None:
    with pytest.raises(NotTextError, match=what) as caught:
        decode(data)
    assert "save it as" in str(caught.value)
