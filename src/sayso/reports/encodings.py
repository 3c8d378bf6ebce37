"""Bytes -> text: by byte order mark, as UTF-8, as the page declares, else as detected. Line ends are kept.

What is no text (a PDF file, an image, a program) is refused with a word on what it is.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from sayso.reports.languages import language_margin

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip, Word or LibreOffice file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
# the encodings that news texts have been kept in; free choice finds ones that none was
_ENCODINGS = (
    *("cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "cp1255", "cp1253", "cp1257", "koi8_r", "koi8_u", "iso8859_2"),
    *("iso8859_5", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp949", "cp874", "cp1258", "mac_roman"),
)
_SAMPLE = 200_000  # bytes that detection looks at
_MOST_CHAOS = 0.12  # of charset-normalizer: right answers stayed below 0.07, in 18 files of 12 languages
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
_WORDS = re.compile(r"[\w\s.,;:!?'\"()«»“”‘’–—-]")
_ACCENTS = re.compile(rb"[\x85\x91-\x97]|[\xc0-\xcf\xd1\xd3\xd4\xd6\xd8-\xdc\xdf-\xef\xf1-\xf6\xf8-\xfc]")
_HALVES = re.compile(rb"(?<=[a-z])[\xc2-\xc5](?![\x80-\xff])|(?<=[A-Z])[\xc2-\xc5](?=[a-z])")
_FEW = 8  # high bytes: so few do not tell one encoding from another
_SAME_SCRIPT = 0.8  # share of a text's letters that its main scripts have
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
MOST_CONTROLS = 0.01  # share of control characters above which a text is none


class NotTextError(ValueError):
    """Bytes that are no text in any encoding tried; the message says what they look like and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and how many broken places stand in it as U+FFFD."""

    text: str
    encoding: str
    broken: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text that ``data`` holds.

    Args:
        data: The bytes of a whole text.
        declared: The encoding that the page itself names, tried after UTF-8.

    Raises:
        NotTextError: When the bytes are of another kind, or decode to nothing sensible.

    >>> decode("Şuşa azad edildi".encode()).text
    'Şuşa azad edildi'
    """
    refuse_other_kinds(data)
    tries = (_by_mark, _as_utf8, lambda raw: _as(raw, declared), _as_wide, _broken_utf8, _few_accents, _detected)
    for attempt in tries:
        decoded = attempt(data)
        if decoded is not None and _is_text(decoded.text):
            return decoded
    raise NotTextError("this is no text, or in an encoding that cannot be told; save it as UTF-8 text first")


def refuse_other_kinds(data: bytes) -> None:
    """Refuse what begins as a file of another kind does.

    Raises:
        NotTextError: It does; the message says which kind.
    """
    sign = next((what for start, what in _SIGNS if data.startswith(start)), None)
    if sign:
        raise NotTextError(f"this is {sign}; save it as plain text or as an HTML page first")


def _by_mark(data: bytes) -> Decoded | None:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    decoded = _as(data, encoding)
    return decoded if decoded and (encoding == "utf-8-sig" or _in_few_scripts(decoded.text)) else None


def _in_few_scripts(text: str) -> bool:
    """Whether the letters are of a script or two, as a text's are; those that chance makes of other bytes are not."""
    letters = [letter for letter in text[:_SAMPLE] if letter.isalpha()]
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in letters)
    if sum(not letter.isprintable() and not letter.isspace() for letter in text) > MOST_CONTROLS * len(text):
        return False
    eastern = sum(scripts[name] for name in (*_EAST_ASIAN, "LATIN"))
    others = sum(n for name, n in scripts.items() if name not in _EAST_ASIAN and n > len(letters) / 20)
    return max(eastern, others) >= _SAME_SCRIPT * len(letters)


def _as_utf8(data: bytes) -> Decoded | None:
    return _as(data, "utf-8")


def _as(data: bytes, encoding: str | None) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _as_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the noughts, of spaces at least, stand in one half of the pairs, and words come out."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    decoded = _as(data, "utf-16-be" if even > odd else "utf-16-le") if even or odd else None
    if decoded is None or len(_WORDS.findall(decoded.text)) < 0.97 * len(decoded.text):
        return None
    return decoded if decoded.text.count(" ") * 25 >= len(decoded.text) else None


def _broken_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few characters were cut or garbled: the rest still reads as meant."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(letter > "\x7f" for letter in text) - broken
    return Decoded(text, "utf-8", broken) if 0 < broken * 4 <= good or _is_halved(data) else None


def _is_halved(data: bytes) -> bool:
    """Whether a few first halves of letters are all that is not plain: in Western encodings, each would be a capital
    letter within a word.
    """
    high = re.findall(rb"[\x80-\xff]+", data[:_SAMPLE])
    return 0 < len(high) <= _FEW and len(_HALVES.findall(data[:_SAMPLE])) == len(high)


def _few_accents(data: bytes) -> Decoded | None:
    """A Western text with hardly an accent: each stands alone in a word of plain letters, as in no other script."""
    runs = re.findall(rb"[\x80-\xff]+", data[:_SAMPLE])
    alone = all(len(run) == 1 and _ACCENTS.fullmatch(run) for run in runs)
    shouted = re.search(rb"[a-z][\xc0-\xde]", data)
    return _as(data, "cp1252") if 0 < len(runs) <= _FEW and alone and not shouted else None


def _detected(data: bytes) -> Decoded | None:
    """The encoding, of those that leave no debris, in which the text is most plainly in one language: debris alone does
    not tell Polish from Turkish letters.
    """
    from charset_normalizer import from_bytes

    if b"\0" in data:
        return None
    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(_ENCODINGS))
    clean = [match for match in matches if match.chaos <= _MOST_CHAOS]
    ranked = sorted(clean, key=lambda match: language_margin(str(match)), reverse=True)
    return next((decoded for match in ranked if (decoded := _as(data, match.encoding))), None)


def _is_text(text: str) -> bool:
    return "\0" not in text and len(_CONTROLS.findall(text)) <= MOST_CONTROLS * len(text)
