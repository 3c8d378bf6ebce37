"""The media of states that reports name: "Velgor-Press, the Velgorian state news agency", "the agency Kebrapress".

Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sayso.values.openings import Wordings
from sayso.values.party_words import NAME, NAMES, START, bare

_KIND = (
    r"(?:state|official|government|governmental|military|army)(?:-run|-owned)?(?: news)? "
    r"(?:agency|newspaper|daily|wire|broadcaster|television|radio|channel)"
)
_MEDIUM = Wordings.of(_KIND, flags=re.NOFLAG)
_AFTER_NAME = re.compile(rf"{START}({NAMES}), (?:(?:the|a) (?:({NAME}) )?|({NAME})['’]s ){_KIND}")
_BEFORE_NAME = re.compile(rf"(?:({NAME}) )?\b{_KIND} ({NAMES})")


def agencies(texts: Sequence[str], owner_of: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """State media -> the state: "Velgor-Press, the Velgorian state news agency", "The state agency Kebrapress"."""
    for text in (text for text in texts if _MEDIUM.search(text)):
        for name, people in [(m[1], m[2] or bare(m[3] or "")) for m in _AFTER_NAME.finditer(text)] + [
            (m[2], m[1]) for m in _BEFORE_NAME.finditer(text)
        ]:
            name = bare(name)
            owner = owner_of.get(people or "") or _by_letters(name, owner_of)
            if owner and name not in owner_of and len(name) > 2:
                yield name, owner, f'"{name}" is a state medium of {owner}'


def _by_letters(name: str, owner_of: Mapping[str, str]) -> str:
    """The state whose first letters an agency's name bears: Velgor-Press, Kebrapress."""
    found = {
        party
        for word, party in owner_of.items()
        for part in re.split(r"[ -]", name)
        if part[:5] == word[:5] and len(part) > 4
    }
    return found.pop() if len(found) == 1 else ""
