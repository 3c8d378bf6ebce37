"""Forces that a report does not name, and whose they are: "the army shelled Orlin", "junta troops", "the rebels".

Whose such a force is, is known where the report lets it speak, else as a speaker's party is found. What neither tells
stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from sayso.reading.named import Named
from sayso.types import Span, Statement
from sayso.values.party_words import REBEL

_OWNER = r"(?:army|military|junta|regime|government|federal|security|state|air force|navy)"
_UNITS = (
    r"(?:forces|troops|soldiers|units?|columns?|gunners|snipers|artillery|tanks|boats?|gunboats?|ships?|jets?|planes?|"
    r"aircraft|warplanes?|helicopters?|gunships?|drones?|bombers?|paragliders?|paramotors?|army|air force|navy)"
)
_BODY = r"(?:(?:national |regular |ruling |state )?(?:army|military|junta|regime|air force|navy|armed forces))"
_NO_FORCE = (
    r"(?!['’]s? (?:\w+ )?(?:\w*positions?|posts?|bases?|camps?|barracks|convoys?|headquarters|hospitals?|deaths?|dead|"
    r"losses)|[ -](?:bases?|camps?|posts?|positions?|convoys?|barracks|headquarters|checkpoints?|commands?|officers?|"
    r"commanders?|spokes\w+|depots?|garrisons?|vehicles?|trucks?|hospitals?|chiefs?|leaders?|heads?|council|police|"
    r"bloggers?|sources?|statements?|court|prisons?|outposts?|personnel|aid|service|academy|school|patrols?|"
    r"installations?|sites?|targets?|of (?:the )?[A-ZÀ-Þ]|backed|led|held|run|controlled|installed|appointed))"
)
_FORCE = re.compile(
    rf"\b(?:(?P<units>(?:[Tt]he |[Aa]n? )?(?i:{_OWNER})(?:['’]s)? {_UNITS})\b|"
    rf"(?P<body>[Tt]he {_BODY})\b{_NO_FORCE}|"
    r"(?:(?<=\bthat )|(?<=\bwhen )|(?<=\bsaid )|(?<=\bsays )|(?<=\bsay ))(?P<men>soldiers|troops)\b"
    r"(?! (?:of|from|who)\b))"
)
_REBELS = re.compile(rf"\b(?:{REBEL})s\b(?![’'])", re.IGNORECASE)
_NAMED_BEFORE = 2  # characters between a name and "army" that say whose it is: "Vell army", "Vell's army"
_HEADS = re.compile(rf"\b(?:{_OWNER}|armed forces)\b", re.IGNORECASE)
_SAME = {"air force": "army", "navy": "army", "armed forces": "army", "military": "army"}


def unnamed_forces(
    text: str, statements: Sequence[Statement], named: Sequence[Named], side_of: Callable[[str, Span], str]
) -> list[Named]:
    """Every force without a name whose side is known, as a name would be, in reading order.

    Args:
        text: the report's.
        statements: its statements, with the parties that they are for.
        named: its names; "the Vell army" is Vell's by its name.
        side_of: the side of such words at a place of the text, as those of a speaker, "" where it stays open.
    """
    spoken = _spoken(text, statements)
    ends = {name.span.end for name in named}
    out = []
    for match in _FORCE.finditer(text):
        span, words = Span(match.start(), match.end()), match[0]
        if ends & set(range(span.start - _NAMED_BEFORE - 1, span.start + 1)) or _inside(span, named):
            continue
        party = _told(spoken, words) or side_of("the army" if match["men"] else words, span)
        if party and "; " not in party:
            out.append(Named(span, words, "party", party))
    return out


def rebels_in(text: str, span: Span, party_of: Callable[[str], str]) -> list[Named]:
    """Where a movement stands in ``span`` as "rebels" or "insurgents", if all reports know whom that means."""
    found = ((Span(m.start(), m.end()), m[0]) for m in _REBELS.finditer(text, span.start, span.end))
    named = (Named(at, words, "party", party_of(f"the {words.lower()}")) for at, words in found)
    return [each for each in named if each.party]


def _spoken(text: str, statements: Sequence[Statement]) -> dict[str, Counter[str]]:
    """Word for a force -> the parties that the report has speak under it: "the army said", "an army spokesman"."""
    out: dict[str, Counter[str]] = {}
    for one in statements:
        words = " ".join(text[span.start : span.end] for span in one.source)
        for head in {_head(match[0]) for match in _HEADS.finditer(words)}:
            if one.party:
                out.setdefault(head, Counter())[one.party] += 1
    return out


def _told(spoken: dict[str, Counter[str]], words: str) -> str:
    """The one party that speaks under the word for a force, "" where there is none or several."""
    heads = [_head(match[0]) for match in _HEADS.finditer(words)]
    parties = spoken.get(heads[0], Counter()) if heads else Counter[str]()
    return next(iter(parties)) if len(parties) == 1 else ""


def _head(words: str) -> str:
    return _SAME.get(words.lower(), words.lower())


def _inside(span: Span, named: Sequence[Named]) -> bool:
    return any(name.span.start <= span.start and span.end <= name.span.end for name in named)
