"""What else reports call a movement: "Hill Host, known as the Walkers", "the Host, HHC by its initials", "the Walkers".

A word of its name stands for it after "the" where no other name has that word. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.values.learnt import BODIES, Learnt, kind_of
from sayso.values.names import SAME, compare_names
from sayso.values.party_words import COMMON, NAMES, START, any_of, bare

_LETTERS = r"[A-Z][A-Z0-9]{1,7}"
_KNOWN = (
    rf"(?: \({_LETTERS}\))?(?:,? (?:also|better|or|which is|is|are)|,?[^.!?\n“”\"]{{0,70}} and is|,)? "
    rf"(?:known|referred to)(?: \w+){{0,3}} (?:as|by) (?:the )?[“\"‘']?(?P<n>{NAMES})"
)
_CALLED = (
    rf"(?: \({_LETTERS}\))?(?:, (?:also|or|which is)| is(?: also)?| are(?: also)?) (?:called|nicknamed|dubbed) "
    rf"(?:the )?[“\"‘']?(?P<n>{NAMES})"
)
"""Not "the Host called Orlin a liar"."""

_BY_LETTERS = r"(?:initials|acronym|letters|abbreviation)"
_INITIALS = rf",? (?:known as )?(?P<n>{_LETTERS}),? (?:by|after|from|for) its (?:\w+ )?{_BY_LETTERS}\b"
_LETTERED = (
    rf"(?:,? |,? \()(?:also |better |which is |who are |is |are )?(?:known|called|abbreviated|referred to)"
    rf"(?: (?:as|by|to|under))?(?: (?:its|the) (?:\w+ )?{_BY_LETTERS})?(?:,? (?:of|as))? (?:the )?"
    rf"[“\"‘']?(?P<n>{_LETTERS})\b"
)
_IN_SHORT = rf"(?:, or| \(or)(?: the)? (?P<n>{_LETTERS})(?=[,;.)–—])"
_FOR_SHORT = rf",? \(?(?:or )?(?P<n>{_LETTERS})(?=,? (?:for|in) short)"
_IS_KNOWN = (
    rf"(?P<n>{_LETTERS}), as (?:the )?(?P<g>(?:[Tt]he )?<names>) (?:is|are) (?:also |better |commonly |widely )?"
    r"(?:known|called|referred to)"
)
_APPOSED = rf", (?:the|or) (?P<n>{NAMES})(?=,|\))"


def other_names(texts: Sequence[str], out: Mapping[str, Learnt]) -> dict[str, Learnt]:
    """The entries of ``out`` that change and that are new where movements have other names.

    Args:
        texts: calm texts (party_words).
        out: what the reports have taught so far.
    """
    groups = {name: one.party for name, one in out.items() if one.kind in BODIES}
    short = {name: why for name, why in own_words(texts, groups).items() if name not in out}
    found = same_movements(texts, groups | {name: party for name, (party, _) in short.items()})
    found |= {n: one for n, one in in_other_order(texts, groups).items() if n not in found}
    same = {groups[name]: party for name, (party, _) in found.items() if groups.get(name, party) != party}
    moved = {n: replace(one, party=same[one.party]) for n, one in out.items() if groups.get(n) in same}
    new = [(name, "short name", *why) for name, why in short.items()]
    new += [(name, "other name", *why) for name, why in found.items() if name in groups or name not in out]
    return moved | {n: Learnt(same.get(of, of), kind_of(out, of), by, why) for n, by, of, why in new}


def same_movements(texts: Sequence[str], groups: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Other name -> the movement that a report says is the same, and the words.

    Args:
        texts: calm texts (party_words).
        groups: the names of movements -> the movement. A name that only stands behind another between commas must
            be one of them, since it may be another body.

    >>> same_movements(["The Host, HHC by its initials, left."], {"the Host": "Hill Host"})
    {'HHC': ('Hill Host', '"The Host, HHC by its initials"')}
    """
    if not groups:
        return {}
    either = any_of({name.removeprefix("the ") for name in groups})
    found: dict[str, tuple[str, str]] = {}
    for pattern in (_KNOWN, _CALLED, _INITIALS, _LETTERED, _IN_SHORT, _FOR_SHORT, _IS_KNOWN, _APPOSED):
        whole = re.compile(START + _around(pattern, either))
        for match in (match for text in texts for match in whole.finditer(text)):
            name, other = match["g"].replace("The ", "the "), bare(match["n"])
            party = groups.get(name) or groups.get(name.removeprefix("the "))
            if not party or other in COMMON or groups.get(other) == party:
                continue
            if pattern is not _APPOSED or other in groups:
                found.setdefault(other, (party, f'"{match.group().strip()}"'))
    return found


def _around(pattern: str, names: str) -> str:
    """``pattern`` with ``names``, which it holds or which stand before it."""
    if "<names>" in pattern:
        return pattern.replace("<names>", f"(?:{names})")
    return rf"(?P<g>(?:[Tt]he )?(?:{names})){pattern}"


def content_words(name: str) -> list[str]:
    """The words of a name that carry it, whatever their order and number.

    >>> content_words("Union of the Peoples of the Hills") == content_words("Hill Peoples' Union")
    True
    """
    return sorted(
        re.sub(r"['’]?s?['’]?$", "", word) for word in name.split() if word not in ("of", "the", "for", "and")
    )


def in_other_order(texts: Sequence[str], groups: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Names with the words of a movement's in another order, and letters in brackets behind them; arguments as above.

    >>> in_other_order(["The Front of the River (FR) left."], {"River Front": "River Front"})["FR"]
    ('River Front', '"Front of the River (FR)" for River Front')
    """
    long = {name: party for name, party in groups.items() if " " in name and not name.startswith("the ")}
    words = {tuple(content_words(name)): party for name, party in long.items()}
    found: dict[str, tuple[str, str]] = {}
    for match in (match for text in texts for match in _LONG.finditer(text)):
        name = bare(match[1])
        party = words.get(tuple(content_words(name)))
        if party:
            names = [one for one in (name, match[2]) if one and one not in groups]
            found |= dict.fromkeys(names, (party, f'"{match[0]}" for {party}'))
    return found


_LONG = re.compile(
    rf"{START}(?!The )([A-Z][\w’'-]+(?: (?:(?:of|for|and) )?(?:the )?[A-Z][\w’'-]+){{1,6}})(?: \(({_LETTERS})\))?"
)


def own_words(texts: Sequence[str], groups: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Words that stand alone after "the" and in no other name: "the Walkers" of "Hill Walkers' Host", and why.

    Arguments as of ``same_movements``.

    >>> own_words(["The Laskar Timur fled, and the Laskar wept."], {"Laskar Timur": "Laskar Timur"})
    {'the Laskar': ('Laskar Timur', '"the Laskar" for Laskar Timur')}
    """
    runs = {bare(run).removeprefix("The ") for text in texts for run in _RUN.findall(text)}
    alone = {bare(word) for text in texts for word in _ALONE.findall(text)}
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for run in runs:
        for word in _words(run) if " " in run else ():
            holding[word].append(run)
    found: dict[str, tuple[str, str]] = {}
    for name, party in groups.items():
        for word in _words(name) if " " in name and not name.startswith("the ") else ():
            if word not in alone or f"the {word}" in groups or word in groups:
                continue
            if all(_is_of(run, party, groups) for run in holding[word]):
                found[f"the {word}"] = party, f'"the {word}" for {party}'
    return found


_RUN = re.compile(rf"{START}{NAMES}")
_ALONE = re.compile(rf"\b[Tt]he ({NAMES})")


def _words(name: str) -> Iterable[str]:
    return (word for word in re.split("[ -]", name) if len(word) > 3 and word[0].isupper() and word not in COMMON)


def _is_of(run: str, party: str, groups: Mapping[str, str]) -> bool:
    """Whether a run of capitalised words is a name of the party, or holds one, or is another spelling of its name."""
    names = [name for name, of in groups.items() if of == party and " " in name]
    return any(name in run or compare_names(run, name, "ORG").score >= SAME for name in names)
