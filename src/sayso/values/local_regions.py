"""A region with a government and forces of its own, which fights its state: "the regional government" of Gerhaw.

It is a side by its region's name where reports call it a region, speak of regional rulers, and give it men under arms.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.values.party_words import COMMON, NAME, START, bare

_ARMED = r"(?:forces|fighters|army|troops|militia|command)"
_RULERS = (
    rf"(?:government|president|administration|authorities|leader(?:ship)?|{_ARMED}|parliament|council|"
    r"spokes(?:man|woman|person))"
)
_REGIONAL = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|so-called) (?:[a-z]+ )?(regional {_RULERS})\b")
_IN_ARMS = re.compile(rf"\bregional {_ARMED}\b")
_CALLED_SO = (
    re.compile(rf"\b(?:region|regional (?:state|government|president)) of ({NAME})(?! {NAME})"),
    re.compile(rf"{START}({NAME}) region\b"),
)
_ITS_OWN = (
    re.compile(rf"{START}({NAME})(?:['’]s)? regional {_RULERS}\b"),
    re.compile(rf"{START}({NAME}) (?:Regional )?(?:Defen[cs]e|Special|Security|Liberation) Forces?\b"),
    re.compile(rf"{START}({NAME})['’]s? (?:[a-z]+ )?(?:{_ARMED}|president)\b"),
)
_TWICE = 2  # words for those who rule it


_CAPITAL = re.compile(
    rf"{START}({NAME}), the (?:regional capital|capital of the region)\b|regional capital,? ({NAME})\b"
)


def find_region(texts: Sequence[str], known: Collection[str]) -> tuple[str, dict[str, str], dict[str, str]] | None:
    """The one region that rules and arms itself, as two phrases at least say: its name, those, and its capitals.

    Phrases and capitals come with words that show them.

    Args:
        texts: of all reports.
        known: names that are taken: states, movements, persons.
    """
    called, own, rulers, capitals = set[str](), dict[str, str](), dict[str, str](), dict[str, str]()
    for text in texts:
        called.update(bare(match[1]) for pattern in _CALLED_SO for match in pattern.finditer(text))
        own |= {bare(m[1]): m.group() for pattern in _ITS_OWN for m in pattern.finditer(text)}
        rulers |= {match[1]: match.group() for match in _REGIONAL.finditer(text)}
        rulers |= {match.group(): match.group() for match in _IN_ARMS.finditer(text)}
        capitals |= {bare(match[1] or match[2]): match.group() for match in _CAPITAL.finditer(text)}
    names = [name for name in called if name in own and name not in known and name not in COMMON]
    if len(names) != 1 or len(rulers) < _TWICE:
        return None
    [name] = names
    return name, {phrase: f'"{words}"; "{own[name]}"' for phrase, words in rulers.items()}, capitals


_LAND = (
    r"(?:province|region|valley|district|islands?|archipelago|territory|highlands?|uplands?|county|peninsula|enclave)"
)
_OF_LAND = rf"(?:the )?(?:(?:[a-z-]+ ){{0,2}}?{_LAND} of )?(?:the )?"
_RULE = r"(?:council|assembly|administration|parliament|authorities|self-government|committee|diet|executive|governor)"
_RULED = (
    re.compile(rf"\b((?i:{_RULE}) (?:of|in) {_OF_LAND}({NAME}))(?! {NAME})"),
    re.compile(rf"{START}(?!The )(({NAME})(?:['’]s)? (?:[a-z]+ )?(?i:{_RULE}))\b"),
)
_OWN_WAY = (
    r"[Ss]elf-defen[cs]e (?:forces|units|militia) of (?:the )?{name}\b",
    r"\b(?:place|placed|placing|put|putting) {name} under the (?:protection|flag|rule)",
    r"\b(?:annexation of|annex|annexed|annexing|recogni[sz]ed? the independence of|independence of) {name}\b",
    r"\b{name}(?: \w+)? (?:Home Guard|Self-Defen[cs]e|[Ss]elf-defen[cs]e|separatists|secessionists|Volunteers)\b",
    r"\b{name} (?:region )?(?:should|to|would|must) (?:leave|secede|break away|be independent)\b",
    r"\b(?:autonomous|self-governing|secessionist|separatist) (?:[a-z]+ )?(?:of )?{name}\b",
    r"\b{name}(?:, which)? (?:has )?(?:governed|ruled|governs|rules) itself\b",
    r"\bflag of {name}\b",
    r"\b(?:secession|independence|autonomy|break-?away) (?:vote|referendum|poll) (?:in|of) (?:the )?{name}\b",
    r"\b{name}(?:['’]s)? (?:secession|independence|self-rule)\b",
    r"\bself-rule (?:in|of|for) {name}\b",
    r"\b{name} Defen[cs]e (?:Council|Columns?|Army|Units)\b",
)
"""What says of a land with rulers of its own that it takes no orders from its state."""


def own_way(texts: Sequence[str], known: Collection[str]) -> dict[str, str]:
    """Lands whose councils go their own way, and the words that show it; arguments as of ``find_region``.

    >>> own_way(["The council of the hill province of Orlin fled.", "The self-defence units of Orlin hold it."], ())
    {'Orlin': '"council of the hill province of Orlin"; "self-defence units of Orlin"'}
    """
    ruled = {bare(m[2]): m[1] for text in texts for pattern in _RULED for m in pattern.finditer(text)}
    out: dict[str, str] = {}
    for name in sorted(ruled.keys() - set(known) - COMMON):
        pattern = re.compile("|".join(_OWN_WAY).replace("{name}", re.escape(name)))
        shown = next((match.group() for text in texts if (match := pattern.search(text))), "")
        if shown:
            out[name] = f'"{ruled[name]}"; "{shown}"'
    return out
