"""Names at which nothing happens, whatever they were taken for: weapons, days, faiths, peoples, parts of names."""

from __future__ import annotations

import re

from sayso.types import Name
from sayso.values.gazetteers import gazetteer_on_board
from sayso.values.party_tables import world

WEAPON = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,3}s?")
DAY = re.compile(r"\b(?:Day|Eve|Christmas|Easter|Ramadan|Thanksgiving)$")
BASED = re.compile(r"[\w’']{1,40}-(?:based|registered|owned|listed|flagged|affiliated|linked|made|built|born) ", re.I)
"""Before the name of a firm, a ship or a person: "Ostria-based Golden Lantern"."""
ARMS = re.compile(
    r" (?:(?:air-launched|cruise|ballistic|guided|glide|anti-\w+|main battle|battle|infantry|fighting|armou?red|rocket|"
    r"missile|attack|strike) )*(?:missiles|rockets|launchers|tanks|howitzers|vehicles|drones|jets|bombs)\b"
)
"""After the name of a make of arms: "Velgor Lance cruise missiles"."""
AT = re.compile(r"\b(?:in|at|near|from|to|of|into|outside|around|over|on) $")
FAITHS = frozenset("Islam Christ Jesus Christianity Buddha Muhammad Mohammed Koran Quran Bible".split())
AGAINST = re.compile(r"(?:Counter|Anti|Pro|Non|Pre|Post)-")
LETTERS = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{2,4})?")
SHORT = frozenset("Capt Col Dr Ft Gen Gov Lt Maj Mt Rev Sen Sgt St".split())  # cut from the name that it begins
NOUNS = frozenset(
    "border camp central control college front frontier general government hall hill hospital hotel house line market "
    "mosque office palace police post press promenade republican school sector square state street temple tower town "
    "university village zone".split()
)
"""Words for what stands anywhere: part of a longer name, or capital only in a heading."""


def is_no_place(text: str, name: Name) -> bool:
    """Whether a name that stands like a place in ``text`` cannot be one."""
    words = name.name
    known = world().get(words)
    if known is not None:
        return known.by in ("demonym", "enemy's name") and words not in ("US", "U.S.")
    if WEAPON.fullmatch(words) or DAY.search(words) or AGAINST.match(words) or BASED.match(words):
        return True
    if words in FAITHS | SHORT or words.lower() in NOUNS:
        return True
    if any(ARMS.match(text, span.end) for span in name.spans) and not any(
        AT.search(text[max(0, span.start - 8) : span.start]) for span in name.spans
    ):
        return True
    return LETTERS.fullmatch(words) is not None and not _is_shouted(text, name) and not _on_the_map(words)


def _is_shouted(text: str, name: Name) -> bool:
    """True where a name in capitals is no acronym: the text has it in small letters too, or is all in capitals."""
    if re.search(rf"\b{re.escape(name.name.title())}\b", text):
        return True
    return any(_line(text, span.start).isupper() for span in name.spans)


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _on_the_map(words: str) -> bool:
    return any(main for _, main in gazetteer_on_board().find(words))
