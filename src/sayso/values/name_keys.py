"""Names as keys, alike for alike spellings: what tells at a glance which reports may be about one conflict.

Coarse on purpose. Reports that share keys are looked at together; what they really have in common, and which spellings
are one name, is decided there with reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

_WORD = re.compile(r"[^\W\d_](?:\w|[-’'](?=\w))*")
_SHORTEST_WORD, _SHORTEST_KEY = 4, 3  # letters
_SOUNDS = [  # what languages write for one sound, the longest first
    pair.split("=")
    for pair in (
        "tsch=s dsch=s tch=s sch=s zh=s sh=s ch=s kh=k gh=g ph=f th=t dh=d ts=s tz=s dj=s dz=s cz=s ck=k x=k".split()
    )
]
_LETTERS = str.maketrans({"z": "s", "j": "s", "c": "k", "q": "k", "w": "v", "f": "v", "y": None, "h": None})
_COMMON = frozenset(  # parts of names that many conflicts share
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday president vice minister ministry ministers prime premier foreign defence defense "
    "interior health state states secretary general colonel major captain lieutenant brigadier commander chief staff "
    "army navy force forces armed guard national united nations council security assembly parliament senate government "
    "authority authorities republic people peoples democratic federal federation union party front movement liberation "
    "office department agency news press radio television times post herald tribune daily gazette telegram facebook "
    "twitter reuters northern southern eastern western north south east west central upper lower middle city town "
    "village district province region valley river mountain mountains lake port bridge road street hospital school "
    "university church mosque mister madam doctor professor ambassador spokesman spokeswoman governor mayor sheikh "
    "observer observers mission accord relief command joint coordination committee local market committee soviet "
    "commission coalition militia international human rights cross crescent red world court bureau service services "
    "information community organisation organization humanitarian affairs resistance revolutionary islamic".split()
)


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """The consonants of every word in ``names`` that is not common, sounds written alike.

    >>> sorted(name_keys(["General Droschniza"]))
    ['drsns']
    >>> name_keys(["Drozhnitsa"]) == name_keys(["Droschniza"])
    True
    """
    words = (anyascii(match.group()).casefold() for name in names for match in _WORD.finditer(name))
    plain = (re.sub(r"['’]s?$", "", word) for word in words)
    keys = (_key(word) for word in plain if len(word) >= _SHORTEST_WORD and word not in _COMMON)
    return frozenset(key for key in keys if len(key) >= _SHORTEST_KEY)


def _key(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = re.sub(r"[^a-z]", "", word.translate(_LETTERS))
    word = re.sub(r"^[aeiou]", "a", word)
    return re.sub(r"(.)\1+", r"\1", word[:1] + re.sub(r"[aeiou]", "", word[1:]))
