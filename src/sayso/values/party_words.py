"""The words and patterns by which reports show their parties, compiled once from ``tables/party_words.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.values.on_board import load_table
from sayso.values.openings import openings, small, starts_of

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
"""Every capital letter of the Latin scripts."""

NAME = rf"[{UPPER}][\w’'ʼ]*(?:-[\w’'ʼ]+)*"
"""One capitalised word, hyphens included; the possessive is cut off by ``bare``."""

_SMALL = "al|el|ed|ad|as|ar|de los|de las|de la|del|de|des|du|da|do|dos|das|of the|of|the|e|i|wal|ul"

NAMES = rf"{NAME}(?:[ -](?:(?:{_SMALL})[ -])?{NAME}){{0,6}}"
"""A run of capitalised words with the small words that may stand between them."""

START = r"(?<![\w’'ʼ-])"

REBEL = "rebel|insurgent|guerrilla|militant|separatist|dissident|jihadist|mutineer"
"""Who fights a state from within, one of them."""

NAMED = re.compile(START + NAME)
TWO_NAMES = re.compile(rf"{START}({NAME})(?= ({NAME}))")
"""Two capitalised words side by side; each may be the first of the next two."""

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"

DATELINE = re.compile(
    rf"^\s*((?:{NAME}(?: {NAME}){{0,2}})(?:\s*/\s*{NAME}(?: {NAME}){{0,2}})*)\s*"
    rf"(?:,|\(|[–—-]\s|(?=\d{{1,2}} {MONTH}))",
    re.MULTILINE,
)
"""The places at the head of a report, on a line of their own or before its first sentence."""

COMMON = frozenset(
    """The This That These Those There Their Its His Her Our Your My It He She They We You I In On At From And But Or
    For No Not Nor Neither Both Either Each Every All Some Many Most After Before While When Where What Who Why How
    If As By With Without Of To Since Until During According Yesterday Today Tomorrow Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August September October November December North
    South East West Northern Southern Eastern Western Central New Old Upper Lower God Islam Christmas Easter Ramadan
    Breaking Live Update Updated Read More Photo Video Editors Note Editor Reporting Additional Writing Editing Local
    Senior Former Official Officials Authorities Authority President Minister Ministry General Colonel Major Captain
    Brigadier Admiral Prime Foreign Defence Defense Interior Army Government State National Federal Armed Forces Air
    Security Council Parliament Senate Committee Commission Mr Mrs Ms Dr Sheikh King Queen Prince One Two Three Four
    Five Six Seven Eight Nine Ten First Second Third Fourth Fifth Sixth Seventh Eighth Ninth
    Tenth Armies Several Another Other Such Only Even Still Then Now Here Yes Well
    Asked Speaking Meanwhile However Earlier Later Also Separately Neighbouring Neighboring Western Arab African
    European Asian Muslim Christian Islamic Islamist Communist Marxist Nazi Soviet Kurdish Jewish Sunni Shia Shiite
    CEO EDT EST GMT HQ IED IEDs INS MP MPs NGO NGOs PM TV UAV UAVs USS UTC VBIED""".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled table."""

    organ: str
    firm: re.Pattern[str]
    country: str
    separate: str
    region: str
    heads: re.Pattern[str]
    fronts: re.Pattern[str]
    movement: str
    says: str
    accounts: str


@lru_cache(maxsize=1)
def party_words() -> Words:
    """The table on board."""
    table = load_table("party_words")

    def either(key: str) -> str:
        return "|".join(table[key].strip().splitlines())

    return Words(
        organ=rf"(?i:{either('organs')})\b",
        firm=re.compile(rf"(?:{either('firm')})$", re.IGNORECASE),
        country=rf"(?i:{either('country')})",
        separate=rf"(?i:{table['separate']})",
        region=rf"(?i:{table['region']})",
        heads=re.compile(rf"\b(?:{table['movement_heads']})\b"),
        fronts=re.compile(rf"^(?:{table['movement_fronts']})\b"),
        movement=rf"(?i:{table['movement']})\b",
        says=rf"(?:{table['says']})\b",
        accounts=rf"(?:{table['accounts']})\b",
    )


_ANY_WORD = r"(?:[\w-]+ )?"
"""Any word, as some organs of state may have it before them: "(Alzan) forces"."""


@cache
def _organ_starts() -> re.Pattern[str]:
    return starts_of(openings(party_words().organ.replace(_ANY_WORD, "")), before=r"\b")


@lru_cache(maxsize=64)  # asked for several times for a text
def organ_places(text: str) -> tuple[int, ...]:
    """Where ``organ`` (Words) may begin in ``text``, in order: at a word of its own or anywhere in the word before."""
    places: set[int] = set()
    for at in (place.start() for place in _organ_starts().finditer(small(text))):
        places.add(at)
        before = at - 1
        if text[before:at] == " ":
            while before > 0 and (text[before - 1].isalnum() or text[before - 1] in "_-"):
                before -= 1
                places.add(before)
    return tuple(sorted(places))


def any_of(names: Iterable[str]) -> str:
    """An expression for any of ``names``, the longest first.

    >>> any_of(["Ost", "Ostraya"])
    'Ostraya|Ost'
    """
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def bare(word: str) -> str:
    """A capitalised word without the possessive: "Kebrania's" -> "Kebrania"."""
    return _POSSESSIVE.sub("", word) if word[-1:] in ("s", "'", "’", "ʼ", "\n") else word


_POSSESSIVE = re.compile(r"['’ʼ]s?$")


def calm(text: str) -> str:
    """The text with lines and datelines in capitals brought to mixed case; as long as it was."""
    return "".join(_calm_line(line) for line in text.splitlines(keepends=True))


def is_loud(line: str) -> bool:
    """Whether a line is in capitals.

    >>> is_loud("ORLIN FELL TODAY"), is_loud("ORLIN, May 3 - The town fell")
    (True, False)
    """
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 11 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _calm_line(line: str) -> str:
    if is_loud(line):
        return _titled(line)
    head = _CAPITALS.match(line)
    return _titled(head.group()) + line[head.end() :] if head else line


_CAPITALS = re.compile(
    rf"\s*(?:[{UPPER}'’.]{{2,}}[ /,-]{{1,3}})*[{UPPER}'’]{{3,}}(?=[ ,/–—-][^.!?\n]{{0,70}}?(?:\b{MONTH}\b|\d{{4}}|\(|"
    rf"[–—]))"
)
"""The places of a dateline in capitals: a date, an agency in brackets or a dash follows in the line."""


def _titled(text: str) -> str:
    """Every word with a capital, but those that are no names: of what was all in capitals nothing else is known."""
    return re.sub(r"\w[\w’']*", lambda match: _cased(match.group()), text)


def _cased(word: str) -> str:
    small = word.lower()
    return small if small in _NO_NAMES else word[0].upper() + small[1:]


_NO_NAMES = frozenset(
    """a an the this that these those its his her their our he she it they we who which and or but nor not for of in on
    at by to from with as than into over under is are was were be been has have had do does did will would can could
    may might must said says say told tells denied denies blamed blames accused accuses claimed claims announced
    announces confirmed confirms ordered orders using used""".split()
)
"""Words of a line in capitals that no name begins with."""


def datelines(text: str) -> list[str]:
    """The places at the head of a calm text: "Ostrovar/Khvorostin, Oct 11"."""
    return list(_datelines(text))


@lru_cache(maxsize=64)  # asked for many times for a text
def _datelines(text: str) -> tuple[str, ...]:
    match = next((m for m in DATELINE.finditer(text) if m.start() < 400), None)
    return tuple(bare(name.strip()) for name in match[1].split("/")) if match else ()
