"""Whose seat a city or a palace is, weighed from the words around it in all reports.

What counts for a side: a capital called its own, its bodies and persons that speak there, reports that are written from
there about it, a name alike. What counts against it: being named beside the city that answers it, its embassy there.
Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.values.local_capitals import Candidate, is_hall
from sayso.values.party_words import NAME, START, any_of, datelines, party_words

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*(?:[.!?]+|\n|$)")
_ANSWERS = re.compile(
    r"\s*(?:[“\"„«]|for its part|(?:has |had |itself )?(?:\w+ly )?(?:den|reject|dismiss|contest|disput|repl|"
    r"refus|counter|retort|declin|disagree|described|called|said it|did not|has not|gave another|recalled|summoned)\w*)"
)
_CHARGE = re.compile(
    r"\b(?:accus|blam|suspect|charg|point(?:s|ed) (?:at|to)|condemn|struck|hit|shell|attack|arm(?:s|ed|ing)\b)\w*"
)
_OTHER = re.compile(
    r"\b(?:say|says|said|told|accus\w+|blam\w+|that|who|which|embass\w+|ambassador|envoy|consul\w*|against|fled|left|visit\w*)\b"
)
_IN = r"(?:[Ii]n|[Ff]rom|[Aa]t|of)(?: the)?(?: capital,?)? "
_HOST = re.compile(
    r"\b(?:embass\w+|ambassadors?|consul\w*|legations?|chargé|envoy|visit\w*|talks|arrived|due|printed)\b[^,;.]{0,25}$"
)


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides that may sit somewhere: whose each name is, and the family names of those who hold a side's post."""

    owner_of: Mapping[str, str]
    people: Mapping[str, str]
    named: re.Pattern[str]

    @classmethod
    def of(cls, owner_of: Mapping[str, str], people: Mapping[str, str]) -> Sides:
        """From names and family names."""
        side = any_of(owner_of)
        return cls(owner_of, people, re.compile(rf"{START}({side})(?:['’]s?)?(?![\w-])"))

    def in_order(self, words: str) -> list[tuple[int, str, str]]:
        """Where each side is named in ``words``, and how: with a body of its own, by its name, by its people."""
        return [(m.start(), self.owner_of[m[1]], self._how(words, m)) for m in self.named.finditer(words)]

    def _how(self, words: str, match: re.Match[str]) -> str:
        organ, organ_of = _organs()
        start = match.start()
        if organ.match(words, match.end()) or (
            _OF.search(words, max(0, start - 30), start) and organ_of.search(words, 0, start)
        ):
            return "body"
        return "name" if match[1] == self.owner_of[match[1]] else "people"


_OF_SIDE = r" (?:of|for) (?:the )?(?:Republic of |Kingdom of )?$"
_OF = re.compile(_OF_SIDE)


@cache
def _organs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An organ of state after its owner, and one before it."""
    organ = party_words().organ
    return re.compile(rf" (?:[\w-]+ ){{0,2}}?{organ}"), re.compile(rf"\b{organ}{_OF_SIDE}")


def weigh(texts: Sequence[str], found: Mapping[str, Candidate], sides: Sides) -> dict[str, dict[str, Counter[str]]]:
    """City -> side -> what speaks for and against it, counted."""
    out: dict[str, dict[str, Counter[str]]] = {name: defaultdict(Counter) for name in found}
    total = Counter(party for text in texts for _, party, _ in sides.in_order(text))
    for text in texts:
        sentences = [m.group() for m in _SENTENCE.finditer(text)]
        named = [sides.in_order(one) for one in sentences]
        here = Counter(party for one in named for _, party, _ in one)
        heads = datelines(text) or _bylines(text)
        for name in found:
            if name not in text:
                continue
            for party in total:
                out[name][party]["apart"] += party not in here
            if name in heads:
                _dateline(heads, named, here, out[name], capital=_IN_THE_CAPITAL.search(text) is not None)
            for at, sentence in enumerate(sentences):
                for match in re.finditer(rf"{START}{re.escape(name)}(?![\w-])", sentence):
                    _one(sentence, match, named, at, sentences[at - 1] if at else "", sides, out[name])
    first = max(found, key=lambda name: found[name].weight, default="")
    for name, votes in out.items():
        _standing(name, votes, total, name == first)
    return out


def _bylines(text: str) -> list[str]:
    """The city after an outlet's name at the head: "The Nation-Herald, Jubilee City"."""
    match = re.search(rf"(?m)^(?:[^\n,.]{{4,50}}), ({NAME}(?: {NAME})?)\s*$", text[:300])
    return [match[1]] if match else []


_IN_THE_CAPITAL = re.compile(
    r"\b(?:reporters|journalists|press|conference|briefing|ministry|government|parliament|palace) in the capital\b"
    r"(?! of| [A-Z]|, [A-Z])"
)
"""Where a report is written that hears those who govern there."""


def _dateline(
    heads: Sequence[str],
    named: Sequence[Sequence[tuple[int, str, str]]],
    here: Counter[str],
    votes: dict[str, Counter[str]],
    *,
    capital: bool,
) -> None:
    flat = [one for sentence in named for one in sentence]
    weight = 1 if len(heads) == 1 else 0
    owner = next((party for _, party, how in flat if how == "body"), "")
    if owner:
        votes[owner]["dateline owner"] += weight
    if flat:
        votes[flat[0][1]]["dateline first"] += weight
        most = here.most_common(1)[0][0]
        votes[most]["dateline most"] += weight
        votes[owner or most]["the capital"] += weight * capital
    if len(heads) > 1:
        for party in dict.fromkeys(party for _, party, _ in flat[:4]):
            votes[party]["dateline of two"] += 1


def _one(
    sentence: str,
    match: re.Match[str],
    named: Sequence[Sequence[tuple[int, str, str]]],
    at: int,
    previous: str,
    sides: Sides,
    votes: dict[str, Counter[str]],
) -> None:
    """One mention of a city."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    own = [one for one in named[at] if not match.start() <= one[0] < match.end()]
    inside = re.search(rf"\b{_IN}$", before)
    host = _HOST.search(before)
    opens = not inside and len(before.strip(" “”\"'*•–—-")) < 4
    for where, party, how in own:
        early = where < match.start()
        gap = sentence[where : match.start()] if early else after[: where - match.end()]
        votes[party][_sign(gap, how, early=early, inside=bool(inside), host=bool(host), opens=opens)] += 1
    for word in re.findall(rf"{START}[A-ZÀ-Þ][\w’'-]+", sentence):
        party = sides.people.get(word.split("’")[0].split("'")[0], "")
        if party and inside and not host:
            votes[party]["person in"] += 1
        elif party:
            votes[party]["person beside"] += 1
    if at and opens:
        last = named[at - 1]
        answers = _ANSWERS.match(after)
        charge = _CHARGE.search(previous)
        for where, party, _ in last:
            if charge and where > charge.start():
                votes[party]["charged before" + (", answers" if answers else "")] += 1
                break
        for where, party, _ in last[:1]:
            if not (charge and where > charge.start()):
                votes[party]["answers" if answers else "follows"] += 1
    if at + 1 < len(named) and named[at + 1]:
        start, party, how = named[at + 1][0]
        votes[party][f"next, {how}{', opens' if start < 6 else ''}"] += 1


def _sign(gap: str, how: str, *, early: bool, inside: bool, host: bool, opens: bool) -> str:
    """What a side named in the sentence of a city shows, by the words between them."""
    close = len(gap) < _CLOSE and not re.search(r"[.;:!?]", gap)
    houses = early and close and how != "name" and not _OTHER.search(gap)
    if close and re.search(r"\b(?:capital|seat of|sits? (?:in|at)|seated)\b", gap):
        return "capital"
    if close and early and re.fullmatch(r"[\w-]+(?:['’]s| government[’']s) ", gap):
        return "its"
    if host and early:
        return "host"
    if inside and (houses or (not early and how == "body" and re.fullmatch(r",? (?:the )?", gap))):
        return "body in"
    if opens and not early:
        return f"object, {how}"
    return f"{'in, ' if inside else ''}{'before' if early else 'after'}, {how}"


_CLOSE = 45


def _standing(name: str, votes: dict[str, Counter[str]], total: Counter[str], first: bool) -> None:
    """What a side is in all reports: named most, or like the city."""
    for rank, (party, _) in enumerate(total.most_common(3)):
        votes[party][f"rank {rank}"] += 1
        votes[party][f"rank {rank}, first"] += first
    for party in total:
        head = name.split()[0] if not is_hall(name) else ""
        if len(head) > 3 and head[:4].casefold() == party[:4].casefold():
            votes[party]["alike"] += 1


_WEIGHTS: Mapping[str, float] = {
    "capital": 8,
    "the capital": 6,
    "its": 6,
    "body in": 4,
    "person in": 4,
    "charged before, answers": 4,
    "alike": 4,
    "in, before, body": 3,
    "in, before, name": 3,
    "in, before, people": 2,
    "charged before": 2,
    "dateline owner": 2,
    "dateline most": 2,
    "rank 0": 1.5,
    "person beside": 1,
    "dateline first": 1,
    "dateline of two": 1,
    "next, body": 1,
    "before, people": 1,
    "after, body": 1,
    "rank 1": 1,
    "next, body, opens": 1,
    "next, people, opens": 1,
    "next, people": 0.5,
    "rank 0, first": 0.5,
    "apart": 0.3,
    "after, name": -1,
    "in, after, people": -1,
    "answers": -1,
    "in, after, name": -1,
    "object, people": -2,
    "object, body": -2,
    "object, name": -3,
    "host": -4,
}
"""How much each sign weighs, set by hand on many small invented conflicts."""
_MANY = 3
"""A sign that stands more often weighs no more."""
_ENOUGH = 1

_WRITTEN = "is where reports on it are written"
_REASONS = {
    "capital": "is called its capital",
    "the capital": "is the capital in which it is heard",
    "its": "is called its own",
    "body in": "houses its bodies",
    "in, before, body": "houses its bodies",
    "person in": "houses those who hold its posts",
    "charged before, answers": "answers for it",
    "alike": "is named like it",
    "dateline owner": _WRITTEN,
    "dateline most": _WRITTEN,
}


def find_further(
    texts: Sequence[str],
    owner_of: Mapping[str, str],
    people: Mapping[str, str],
    found: Mapping[str, Candidate],
    taken: frozenset[str],
) -> dict[str, tuple[str, str, bool]]:
    """City or palace -> the side whose seat it is, why, and whether words say so; one city a side, and any palaces.

    Args:
        texts: calm texts (party_words).
        owner_of: names and adjectives of states and regions -> the party.
        people: family names of those who hold a state's post -> the party.
        found: the names that may be seats.
        taken: the parties whose city is known.
    """
    if not owner_of or not found:
        return {}
    votes = weigh(texts, found, Sides.of(owner_of, people))
    scored = sorted(
        ((-_score(count), name, party) for name, parties in votes.items() for party, count in parties.items()),
        key=lambda one: (one[0], one[1], one[2]),
    )
    cities, out = set(taken), dict[str, tuple[str, str, bool]]()
    prizes = {name for name in found if _is_a_prize(name, texts)}
    for minus, name, party in scored:
        hall = is_hall(name)
        if name in out or -minus < _ENOUGH or (party in cities and not hall):
            continue
        signs = votes[name][party]
        said = next((text for sign, text in _REASONS.items() if signs[sign] > 0), "")
        named = any(signs[sign] > 0 for sign in ("capital", "the capital", "its"))
        if not hall and not named and (name in prizes or not (said or found[name].place)):
            continue
        why = said or f"stands for the side that is left, {party}"
        out[name] = party, f"{found[name].because}; {name} {why}", said not in ("", _WRITTEN)
        if not hall:
            cities.add(party)
    return out


def _is_a_prize(name: str, texts: Sequence[str]) -> bool:
    """Whether a place is called a town, or told to be taken, lost or fought over: no seat unless words say so."""
    taken = (
        r"seized|captur\w+|(?:re)?tak(?:en?|ing)|(?:re)?took|storm\w*|enter\w*|shell\w*|bomb\w*|liberat\w*|lost|besieg\w*|"
        r"encircl\w*|(?:loss|fall|capture|battle|control) (?:of|for|over)|town|village|district|port"
    )
    place = re.escape(name)
    prize = re.compile(
        rf"\b(?:{taken}) (?:of )?{place}\b|"
        rf"{START}{place}, (?:the|a|an) (?:[\w-]+ ){{0,3}}(?:town|village|port|district)\b"
    )
    return any(prize.search(text) for text in texts if name in text)


def _score(signs: Counter[str]) -> float:
    return sum(_WEIGHTS.get(sign, 0) * min(count, _MANY) for sign, count in signs.items())
