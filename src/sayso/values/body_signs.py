"""Whether what bears a body's name is a side of its own: "the Vanguard Corps", "the Constitutional Command".

A state's corps and a rebel's have the same names. What tells them apart are the sentences in which they stand, under
their full name and by its noun alone ("the corps"): whether the army fights it, whether it has a leader and spokesmen,
whose it is said to be. How much each sign weighs (``tables/body_signs.toml``) was learnt from small invented conflicts
(``training/own_bodies.py``). Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp

from sayso.values.on_board import load_table
from sayso.values.party_words import NAME, START, UPPER

Signs = Mapping[str, float]
"""What is seen of a body, and how much of each."""

_NOUNS = (
    "Corps|Guards?|Forces?|Army|Command|Brigades?|Legion|Regiment|Directorate|Directory|Council|Column|Coalition|"
    "Mission|Staff|Division|Battalion|Rifles|Committee|Government|Militia|Junta|Cabinet|Administration|Commission|"
    "Authority|Assembly|Congress|Union|League|Alliance|Compact|Pact|Bloc|Shield|Convention|Chamber"
)
_TAIL = rf" (?:of|for) (?:the )?{NAME}(?: (?:and |of the |of )?{NAME}){{0,3}}"
_BODY = re.compile(
    rf"{START}(?:The )?((?!The )(?:[{UPPER}][\w’'-]*[\w’'] ){{1,3}}(?:{_NOUNS})(?:{_TAIL})?|(?:{_NOUNS}){_TAIL})"
    rf"(?![\w’'-]| [{UPPER}])"
)
_NO_SMALL = frozenset("army force forces government staff mission union shield authority".split())
"""Nouns that in small letters mean another: "the army"."""

_ENEMY = (
    r"(?:army|armed forces|military|government(?:['’]s)?(?: (?:forces|troops|army|side))?|regime|soldiers|troops|"
    r"general staff|state|paratroopers|garrison)"
)
_IT = "§"
"""Stands for the body in a sentence."""

_SIGNS = {
    "the army acts on it": (
        rf"\b{_ENEMY}\b[^§.]{{0,40}}\b(?:accus|blam|den(?:y|ie)|fight|fought|battl|reject|drov|driv|repel|repuls|bomb|"
        r"shell|lost|surround|attack|clash|dislodg|oust|retook|retak|recaptur|war with|at war|against)\w*[^§.]{0,40}§"
    ),
    "it acts on the army": (
        r"§[^§.]{0,40}\b(?:accus|blam|fight|fought|battl|besieg|attack|captur|seiz|ambush|repel|kill|drov|surround|"
        rf"shell|rose|clash|against|prisoner)\w*[^§.]{{0,40}}\b{_ENEMY}\b"
    ),
    "between": (
        rf"\b(?:between|both)\b[^§.]{{0,40}}(?:\b{_ENEMY}\b[^§.]{{0,20}} and (?:the )?§|§ and (?:the )?(?:\w+ )?"
        rf"{_ENEMY}\b)"
    ),
    "and the army": rf"\b{_ENEMY} and (?:the )?§|§ and (?:the )?{_ENEMY}\b",
    "held by it": r"§[- ](?:held|controlled|run)\b",
    "lost to it": (
        r"\b(?:fell|lost|surrender\w*|captured|seized|taken|overrun|held|controlled|besieged|encircled|occupied|run|"
        r"ruled|stormed) (?:to|by) (?:the )?§"
    ),
    "against it": (
        r"\b(?:against|fighting|battling|combat|war with|war on|clashes with|offensive on|strikes? on) (?:the )?§"
    ),
    "it takes": (
        r"§(?:['’]s? \w+| (?:fighters|troops|men|forces|units))? (?:has |have |had )?(?:taken|took|captured|seized|"
        r"overran|overrun|stormed|entered|holds?|held|controls?|besieg\w+|encircl\w+|occup\w+|attacked|ambushed|rules?|"
        r"ruled)\b"
    ),
    "its men": (
        r"§(?:['’]s)? (?:fighters|men|gunmen|militia|columns?|members|commanders?|guerrillas|recruits|ranks)\b"
    ),
    "fighters of it": (
        r"\b(?:fighters|gunmen|rebels|insurgents|militiamen|mutineers|followers|supporters|ranks|members|cadres) "
        r"(?:of|from|for|in) (?:the )?§"
    ),
    "its leader": (
        r"\b(?:leader|leadership|head|chief|chairman|chairwoman|president|founder|headed by|led by)(?:,| of| for) "
        r"(?:the )?§|§['’]s? (?:\w+ )?(?:leader|leadership|chief|head|chairman|chairwoman|president|founder)\b"
    ),
    "its spokesman": r"\bspokes\w+(?:,| of| for) (?:the )?§|§['’]?s? (?:\w+ )?spokes\w+|speaks? for (?:the )?§",
    "its delegates": (
        r"\b(?:delegat\w+|representative|negotiator|office|radio|channel)s?(?:,| of| for) (?:the )?§|"
        r"§['’]?s? (?:delegat\w+|negotiators?|representatives?|radio|channel|television|gazette)\b"
    ),
    "its envoy": (
        r"\b(?:envoy|mediators?|observers?|monitors|inspectors|experts|teams?|emissary|special representative|"
        r"head of mission)(?:,| of| from| for) (?:the )?§|§['’]?s? (?:\w+ )?(?:envoy|mediators?|observers?|monitors|"
        r"inspectors|experts|emissary|mission|patrols?|teams?|headquarters|secretariat|volunteers|clinics?|hospital)\b"
    ),
    "brings together": (
        r"§[^§.]{0,60}\b(?:invit\w+|broker\w*|propos\w+|mediat\w+|called on|urg\w+|appeal\w*|both|all sides|the "
        r"parties|the two)\b|\b(?:brokered|mediated|proposed|hosted|supervised|monitored) by (?:the )?§"
    ),
    "counts": r"§[^§.]{0,60}\b(?:counted|registered|treated|recorded|documented|put the (?:toll|number)|estimates?)\b",
    "its minister": r"§['’]?s? (?:\w+ )?(?:minister|ministry|premier|governor|administrat\w+|foreign|health)\b",
    "it says": (
        r"§ (?:\w+ )?(?:said|says|claimed|claims|announced|denied|denies|declared|insisted|accused|accuses|blamed|"
        r"rejects|rejected|confirmed|admitted|conceded|maintains|answered|replied|called|acknowledged)\b"
    ),
    "it agrees": (
        r"§[^§.]{0,60}\b(?:truce|ceasefire|cease-fire|sign\w*|talks|agree\w*|accord)\b|"
        r"\b(?:talks|truce|ceasefire|accord|agreement|negotiat\w+|deal) with (?:the )?§"
    ),
    "accused": (
        r"\b(?:accus\w+|blam\w+|denounc\w+|condemn\w+) (?:the )?§|§ (?:was|is|were) (?:accused|blamed)|"
        r"§['’]s? (?:denial|claim)"
    ),
    "rebel": (
        r"\b(?:rebel|breakaway|rival|self-styled|insurgent|secessionist|separatist|paramilitary|terrorist|"
        r"mutinous|outlawed|banned|dissident|splinter|renegade)(?: \w+)? §"
    ),
    "ruling": r"\b(?:ruling|governing|military) §",
    "owned before": r"\b(?:its|their|his|her|our|whose) (?:own )?§",
    "joined": (
        r"\b(?:join\w*|loyal to|defect\w+ (?:to|from)|allied (?:to|with)|backs?|backed|supports?|supporting|"
        r"arm(?:s|ed|ing)|side with|sided with|on the side of|in the hands of) (?:the )?§"
    ),
    "called a movement": (
        r"§(?: \([A-Z]+\))?, (?:an?|the|which|who)\b[^.]{0,50}\b(?:movement|militia|group|alliance|rebel\w*|"
        r"insurgen\w+|coalition|paramilitar\w+|faction|fights?|broke|split|rose|formed|founded|grew)\b"
    ),
    "called a watcher": (
        r"§[^.]{0,60}\b(?:monitor\w*|observ\w*|mediat\w*|oversee\w*|verif\w*|inspect\w*|neutral|independent|charity|"
        r"relief|volunteers|aid)\b"
    ),
    "relief": (
        r"\b(?:monitor\w*|observ\w*|mediat\w*|inspect\w*|relief|aid|charity|doctors|nurse|medic\w*|ambulance\w*)\b"
    ),
    "of states": r"§[^.]{0,60}\b(?:states|nations|countries|members|armies)\b",
    "ordered": r"\b(?:order\w*|decree\w*|appoint\w*|promot\w*|minister|parliament)\b[^§.]{0,40}§",
    "a unit": (
        r"\b(?:deploy\w*|sent|stationed|commander|commanded|colonel|general|major|officer|soldiers|recruits|troops|"
        r"barracks) (?:of|from|in) (?:the )?§"
    ),
    "statement": (
        r"^\W*(?:\w+ ){0,3}(?:statement|communiqu[eé]|bulletin|declaration|press|information|order|message)\b"
        r"[^.]{0,40}§"
    ),
    "own line": r"^(?:The )?§[^.]{0,40}$",
    "owned": r"(?:['’]s|s['’]) (?:\w+ )?§",
    "of a people": r"\b(?-i:[A-Z])\w+(?:an|ian|ese|ish|i) §",
    "of a name": r"§ of (?-i:[A-Z])",
}
_PATTERNS = {sign: re.compile(pattern, re.IGNORECASE) for sign, pattern in _SIGNS.items()}


@cache
def learnt_weights() -> Mapping[str, float]:
    """What each sign weighs, ``tables/body_signs.toml``."""
    return load_table("body_signs")


def chance_of_side(signs: Signs, weights: Mapping[str, float] | None = None) -> float:
    """How likely a body with ``signs`` is a side of its own; ``weights`` are those on board by default."""
    weights = learnt_weights() if weights is None else weights
    return 1 / (1 + exp(-sum(weights.get(sign, 0.0) * n for sign, n in signs.items())))


def strongest(signs: Signs) -> list[str]:
    """The signs of a body that speak most for a side of its own, in words."""
    weights = learnt_weights()
    told = [sign for sign in signs if sign in _PATTERNS and weights.get(sign, 0.0) > 0]
    return sorted(told, key=lambda sign: -weights[sign] * signs[sign])[:_REASONS]


_REASONS = 3


def bodies_in(texts: Sequence[str]) -> Counter[str]:
    """The names of several words that bodies have, without their owners, and how often each stands in calm ``texts``.

    >>> bodies_in(["Orlin's Hill Corps fled. The Joint Command of Sark denied it."])
    Counter({'Hill Corps': 1, 'Joint Command of Sark': 1})
    """
    found: Counter[str] = Counter()
    for match in (match for text in texts for match in _BODY.finditer(text)):
        words = _OWNER.sub("", match[1]).split()
        while words and words[0] in _OPENERS:
            words = words[1:]
        if len(words) > 1:
            found[" ".join(words)] += 1
    return found


def noun_of(name: str) -> str:
    """The noun that says what kind of body a name is of.

    >>> noun_of("Joint Command of Sark")
    'Command'
    """
    return re.split(r" (?:of|for) ", name)[0].split()[-1]


def stands_alone(noun: str) -> bool:
    """Whether a noun in small letters can mean the one body that bears it: "the corps", not "the army"."""
    return noun.lower() not in _NO_SMALL


def signs_of_body(name: str, texts: Sequence[str], *, alone: bool) -> dict[str, float]:
    """The signs of a body; ``alone`` where no other bears its noun, so that "the corps" is it."""
    sentences = list(_sentences(name, texts, alone=alone))
    seen = Counter(sign for one in sentences for sign, pattern in _PATTERNS.items() if pattern.search(one))
    words = name.lower().split()
    return (
        {sign: min(count, 4) / 2 for sign, count in seen.items()}
        | {f"mostly {sign}": count / len(sentences) for sign, count in seen.items()}
        | {f"word {word}": 1.0 for word in words}
        | {f"words {min(len(words), 5)}": 1.0, "count": min(len(sentences), 16) / 8, "any": 1.0}
    )


def _sentences(name: str, texts: Sequence[str], *, alone: bool) -> Iterator[str]:
    """The sentences that name a body, "§" for its name."""
    noun = noun_of(name)
    short = rf"|(?<=[Tt]he ){noun}\b(?! (?:of|for) )(?! [{UPPER}])" if alone else ""
    short += rf"|(?<=the ){noun.lower()}\b(?! of)" if alone and stands_alone(noun) else ""
    whole = re.compile(rf"(?<![\w’'-]){re.escape(name)}\b{short}")
    for text in texts:
        for sentence in _SENTENCES.split(text):
            if whole.search(sentence):
                yield whole.sub(_IT, sentence)


_SENTENCES = re.compile(r"(?<=[.!?])[”\"’]?\s+|\n")
_OWNER = re.compile(r"^.*\b(?!People|Women|Men|Children|Citizen|Lord)\w+['’]s (?=\w)")
_OPENERS = frozenset(
    """The This That These In On At By From And But For As While When If To With Of After Before Our Its Their His Her
    Both Neither A An""".split()
)
