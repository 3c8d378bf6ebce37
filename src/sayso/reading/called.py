"""What one report calls a party: a region, and by which people's name."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.values.demonyms import is_people_of


@lru_cache(maxsize=512)
def is_region_in(text: str, party: str) -> bool:
    """True where ``text`` calls ``party`` a region, or not recognised."""
    name = re.escape(party)
    called = rf"(?:region|territory|enclave|authorities|leadership) (?:of|in) {name}\b|{name}, the "
    return re.search(rf"{called}(?:breakaway|separatist|renegade)|{name}’?'? authorities", text) is not None


@lru_cache(maxsize=512)
def people_in(text: str, party: str) -> str:
    """The first capitalised word of ``text`` that is the adjective of ``party``."""
    for word in dict.fromkeys(re.findall(r"(?<!\w)[A-ZÀ-Þ][\w]+", text)):
        if word != party and is_people_of(word, party) and not word.endswith(party[-3:] + "s"):
            return str(word.removesuffix("s")) if word.endswith("ns") else str(word)
    return ""
