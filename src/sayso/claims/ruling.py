"""States that a council rules by its own name, shown with both: "Ostraya (State Order Council)". Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.types import Statement
from sayso.values.parties import PartyTable

_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_NOUN = r"(?:Council|Command|Committee|Directorate|Directory|Commission|Junta|Presidium)"
_OF = rf"(?: (?:of|for) (?:the )?{_WORD}(?: {_WORD})*)"
_BODY = rf"((?!The )(?:{_WORD} ){{1,4}}?{_NOUN}\b{_OF}?|{_NOUN}{_OF})"
_RULING = tuple(
    re.compile(words)
    for words in (
        rf"\b(?:ruling|governing) (?:military )?{_BODY}",
        rf"\bjunta,? (?:officially|formally|known as|called|calling itself|which calls itself) (?:the )?{_BODY}",
        rf"\b{_BODY}(?: \([A-Z]+\))?, (?:as the junta calls itself|(?:the|its) (?:ruling )?(?:military )?junta)\b",
        rf"\b{_BODY}(?: \([A-Z]+\))?,? (?:which|that) (?:has )?(?:seized power|rules|ruled|governs|governed)\b",
    )
)


def ruled(table: PartyTable, texts: Sequence[str], statements: Iterable[Statement]) -> dict[str, str]:
    """State -> its name with that of the council that the reports say rules it, where its speakers are that state's.

    Args:
        table: what the reports teach of parties.
        texts: the reports.
        statements: what was read from them.
    """
    named = Counter(match[1] for text in texts for words in _RULING for match in words.finditer(text))
    parties = {body: Counter[str]() for body in named if body not in table.learnt}
    for statement in statements:
        for body in parties:
            if body in statement.speaker and statement.party:
                parties[body][statement.party] += 1
    out = dict[str, str]()
    for body in sorted(parties, key=lambda each: (-named[each], each)):
        party = max(parties[body], key=lambda each: (parties[body][each], each), default="")
        found = table.party_of(party)
        if found and found.kind == "state" and party not in body:
            out.setdefault(party, f"{party} ({body})")
    return out
