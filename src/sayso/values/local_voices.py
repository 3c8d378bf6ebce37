"""Signs of whose seat a city is by who speaks in it, of whom it speaks, and who speaks of it.

A state's own spokesman tells reporters "in Tolmigrad". Who says what "Tolmigrad's troops" did is of another state, and
so are those whom Tolmigrad accuses. ``local_sittings`` chooses by these and by those of ``local_chairs``. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.values.local_chairs import HOST, SENTENCE, Sides, places_of, quoted
from sayso.values.local_seats import Signs
from sayso.values.party_words import START, any_of, party_words

_TELLS = (
    r"(?:told|tells|said|says|announc\w+|declar\w+|spoke|speaking|confirm\w+|den(?:ied|ies)|insist\w+|brief(?:s|ed|ing)|"
    r"address(?:es|ed|ing)|stat(?:es|ed)|add(?:s|ed)|repeat(?:s|ed)|(?:news|press) (?:conference|briefing)|communiqué|"
    r"statement|bulletin|television|broadcast|published|issued|released|summoned|acknowledged|admitted)"
)
_AUDIENCE = (
    r"(?:reporters|journalists|the|press|correspondents|news|a|an|his|her|its|conference|briefing|parliament|deputies|"
    r"state|national|television|radio|tv|media|on|at|via|by|late|early|\w+day|morning|evening|night|afternoon|"
    r"telephone|statement|crowded|crowd|ministry|headquarters|and|read|out|palace|noon|issued|released|published|"
    r"foreign|defen[cs]e|military|\d+|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|ambassadors|diplomats|mourners|lawmakers|cabinet|meeting|of)"
)
_TOLD_IN = re.compile(rf"\b{_TELLS}(?: {_AUDIENCE}){{0,7}},? (?:in|from|at)(?: the)?(?: capital,?)? $", re.IGNORECASE)
_CARRIED = re.compile(
    r"^[\s“\"”'’*•–—-]*(?:He|She|They|His|Her|The (?:spokes|minister|ministry|president|general|colonel))\b|^\s*[“\"]"
)
_ELSE = re.compile(r"[.;]|\b(?:that|said|says|told|accus\w+|which|after|against|visiting)\b")
_AS_PLACE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nto|[Tt]o|[Oo]ver)(?: the)?(?: capital,?)? $")
_OPENS = re.compile(
    r"(?:^|[;:,–—-] |[”\"’»] ?|\b(?:that|but|and|while|as|which|whom|why|how|when|what|says|neither|nor|or|if|than|"
    r"until|because|since|though|where|after|before|the) )[\s“\"„«*•]*$"
)
_ACTS = re.compile(
    r" (?:has|had|have|will|would|did|does|is|was|wants|must|may|can|could|should|gave|sent|made|took|kept|keeps|holds|"
    r"sees|refus\w+|order\w+|hint\w+|publish\w+|recall\w+|expel\w+|clos\w+|charg\w+|describ\w+)\b"
)
_ACCUSES = re.compile(r"\b(?:accus|blam|suspect|charg|condemn|denounc|point(?:s|ed|ing) (?:at|to))\w*\b", re.IGNORECASE)
_DONE_TO = re.compile(
    r"\b(?:by|told|tells|asked|asks|urged|urges|warned|warns|accus\w+|blam\w+|against|(?:regime|government|junta|"
    r"clique|rulers|leadership|authorities|generals|army|troops|forces|soldiers|ministry|men|gunners|pilots|jets|"
    r"planes|guns) (?:in|of|from))(?: the)? $",
    re.IGNORECASE,
)
_COUPLED = re.compile(r"['’]?s?,? (?:and|or|nor|with|against|versus|as well as) (?:the )?|/")
_NEAR, _HEAD = 70, 300


@dataclass(frozen=True, slots=True)
class _Named:
    """A side that is named: where, until where, which, how."""

    start: int
    end: int
    party: str
    how: str


def voices(texts: Sequence[str], cities: Iterable[str], sides: Sides) -> Signs:
    """City -> side -> what speaks for and against it, counted."""
    votes: Signs = {city: defaultdict(Counter) for city in cities}
    if not votes:
        return votes
    people = re.compile(rf"{START}({any_of(sides.people) or '(?!)'})(?:['’]s?)?(?![\w-])")
    anywhere = re.compile(rf"{START}(?:{any_of(votes)})(?![\w-])")
    for text in texts:
        last, heads = "", places_of(text)
        for match in SENTENCE.finditer(text):
            sentence = match.group()
            named = _named(sentence, sides, people)
            for city in anywhere.finditer(sentence):
                if not (city.group() in heads and match.start() + city.start() < _HEAD):
                    _at_city(sentence, city, named, last, votes[city.group()])
            speaks = next((one.party for one in named if _speaks(sentence, one)), "")
            last = speaks or (last if _CARRIED.match(sentence) else "")
    return votes


def _named(sentence: str, sides: Sides, people: re.Pattern[str]) -> list[_Named]:
    found = [_Named(at, sides.end_of(sentence, at), party, how) for at, party, how in sides.in_order(sentence)]
    taken = [(one.start, one.end) for one in found]
    found += [
        _Named(m.start(), m.end(), sides.people[m[1]], "person")
        for m in people.finditer(sentence)
        if not any(start <= m.start() < end for start, end in taken)
    ]
    return sorted(found, key=lambda one: one.start)


_BY = re.compile(r"(?:according to|says?|said|told by|announced by)(?: the)? $")


def _speaks(sentence: str, one: _Named) -> bool:
    return bool(quoted().match(sentence, one.end) or _BY.search(sentence, max(0, one.start - 30), one.start))


def _at_city(
    sentence: str, city: re.Match[str], named: Sequence[_Named], last: str, votes: dict[str, Counter[str]]
) -> None:
    """One mention of a city, in a sentence after one in which the side ``last`` spoke."""
    before, after = sentence[: city.start()], sentence[city.end() :]
    own = [one for one in named if not city.start() <= one.start < city.end()]
    told, place = _TOLD_IN.search(before), _AS_PLACE.search(before)
    if told and not HOST.search(before):
        who = [one for one in own if one.end <= told.start() + 1][-1:]
        if not who and last and _CARRIED.match(sentence):
            votes[last]["speaks in"] += 1
        for one in who:
            near = told.start() - one.end < _NEAR and not _ELSE.search(sentence, one.end, told.start())
            votes[one.party]["speaks in"] += near and one.how in ("body", "person")
    opens = not place and _OPENS.search(before) and (_ACTS.match(after) or _says().match(after, 1))
    acts = opens or (not told and not place and after[:2] in ("'s", "’s")) or _DONE_TO.search(before)
    for one in own:
        early = one.start < city.start()
        gap = sentence[one.end : city.start()] if early else sentence[city.end() : one.start]
        if _COUPLED.fullmatch(gap):
            votes[one.party]["beside it"] += 1
        elif _ACCUSES.search(gap) and len(gap) < _NEAR and (acts or (early and not place)):
            votes[one.party]["against it"] += 1
        elif not early and acts and one.how in ("name", "people"):
            votes[one.party]["told of by it"] += 1


@cache
def _says() -> re.Pattern[str]:
    """What who speaks does."""
    return re.compile(party_words().says)
