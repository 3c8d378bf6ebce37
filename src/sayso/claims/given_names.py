"""Persons who are called by the first part of their names: "Anurak" for "Anurak Sorlin", as in Thai or Amharic.

Where the last part is a family name it stands alone; there a first name alone may be anybody's. So a first name alone
is a person's only where one person of all reports is called so, and where a report has it after the full name, or no
report has the last part of that name alone. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.claims.same_names import Pair
from sayso.types import KnownName, Reading
from sayso.values.name_parts import strip_titles
from sayso.values.sounds import plain_letters

_ANOTHER = re.compile(r"(?:, (?:\d\d\b|(?:an?|who lives)\b)| \(\d\d\))")
"""Behind the name of somebody who goes by it alone: "Anurak, 34,", "Anurak, a farmer"."""
_CALLED = re.compile(
    r"\b(?:named|called|identified (?:\w+ ){0,2}as|by the name of|gave (?:his|her) name as) (?:only )?$"
)


def called_by_given_names(
    joined: Sequence[KnownName], readings: Sequence[Reading], texts: Mapping[str, str]
) -> list[Pair]:
    """Pairs of a full name and the first name that stands alone for it, with the reason.

    Args:
        joined: the names of all reports so far.
        readings: of the reports.
        texts: report -> its text.
    """
    alone, strangers = _alone(readings, texts), _strangers(readings, texts)
    persons = [known for known in joined if known.type == "PER"]
    spelt = [(known, [strip_titles(spelling).split() for spelling in known.spellings]) for known in persons]
    firsts, later = defaultdict[str, list[KnownName]](list), set[str]()
    for known, names in spelt:
        full = [words for words in names if len(words) > 1]
        for first in {plain_letters(words[0]) for words in full}:
            firsts[first].append(known)
        later |= {plain_letters(word) for words in full for word in words[1:]}
    pairs = []
    for known, names in spelt:
        own = {plain_letters(word) for words in names for word in words}
        given = next(iter(own)) if len(own) == 1 and all(len(words) == 1 for words in names) else ""
        if not given or given in later or len(firsts[given]) != 1 or given in strangers:
            continue
        [full_name] = firsts[given]
        family = plain_letters(full_name.name.split()[-1])
        if given in alone.get(full_name.name, ()) or family not in alone.get(full_name.name, ()):
            pairs.append((full_name.name, known.name, f"{known.name} is the first name of {full_name.name} alone"))
    return pairs


def _alone(readings: Sequence[Reading], texts: Mapping[str, str]) -> dict[str, set[str]]:
    """The full name of a person, as a report has it -> the single words under which that report names the person."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for name in reading.names:
            words = {texts[reading.report][span.start : span.end] for span in name.spans if name.type == "PER"}
            out[name.name] |= {plain_letters(re.sub(r"[’']s?$", "", word)) for word in words if " " not in word}
    return out


def _strangers(readings: Sequence[Reading], texts: Mapping[str, str]) -> set[str]:
    """The single names under which reports bring somebody in: "Anurak, 34, a farmer", "a man named Anurak"."""
    out = set()
    for reading in readings:
        text = texts[reading.report]
        for name in reading.names:
            for span in name.spans if " " not in name.name else ():
                if _ANOTHER.match(text, span.end) or _CALLED.search(text[max(0, span.start - 30) : span.start]):
                    out.add(plain_letters(name.name))
    return out
