"""Signs of whose seat a city or a palace is, counted from the words around it in all reports.

What counts for a side: a capital called its own, its bodies and persons that speak there, reports that are written from
there about it, a name alike. What counts against it: being named beside the city that answers it, its embassy there.
``local_sittings`` chooses by them. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.values.local_abroad import published_in, shown_beside
from sayso.values.local_capitals import Candidate, is_hall
from sayso.values.local_seats import DONE_BY
from sayso.values.party_words import NAME, START, any_of, datelines, party_words

SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*(?:[.!?]+|\n|$)")
_ANSWERS = re.compile(
    r"\s*(?:[“\"„«]|for its part|(?:has |had |itself )?(?:\w+ly )?(?:den|reject|dismiss|contest|disput|repl|"
    r"refus|counter|retort|declin|disagree|described|called|said it|did not|has not|gave another|recalled|summoned)\w*)"
)
_CHARGE = re.compile(
    r"\b(?:accus|blam|suspect|charg|point(?:s|ed) (?:at|to)|condemn|struck|hit|shell|attack|arm(?:s|ed|ing)\b)\w*"
)
_OTHER = re.compile(
    r"\b(?:say|says|said|told|accus\w+|blam\w+|that|who|which|embass\w+|ambassador|envoy|consul\w*|against|fled|left|visit\w*|"
    r"land(?:ed|ing)|cross\w+|enter\w+|attack\w*|str[iu]k\w+|str[iu]ck|shell\w*|bomb\w*|fir(?:ed|ing)|kill\w*|died|dead|"
    r"hit|s[ae]nk|seiz\w+|captur\w+|shot|fight\w*|fought|advanc\w+|march\w*|stationed|deployed|prisoners?)\b",
    re.IGNORECASE,
)
_IN = r"(?:[Ii]n|[Ff]rom|[Aa]t|of)(?: the)?(?: capital,?)? "
HOST = re.compile(
    r"\b(?:embass\w+|ambassadors?|consul\w*|legations?|chargé|envoys?|missions?|visit\w*|talks|arriv\w+|due|printed)\b[^,;.]{0,45}$",
    re.IGNORECASE,
)
"""Before a city in which somebody is a guest."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides that may sit somewhere: whose each name is, and the family names of those who hold a side's post."""

    owner_of: Mapping[str, str]
    people: Mapping[str, str]
    named: re.Pattern[str]
    bodies: Mapping[str, str]

    @classmethod
    def of(cls, owner_of: Mapping[str, str], people: Mapping[str, str], bodies: Mapping[str, str]) -> Sides:
        """From names, family names, and bodies that are called by no side's name everywhere."""
        side = any_of({**owner_of, **bodies})
        return cls(owner_of, people, re.compile(rf"{START}({side})(?:['’]s?)?(?![\w-])"), bodies)

    def in_order(self, words: str) -> list[tuple[int, str, str]]:
        """Where each side is named in ``words``, and how: with a body of its own, by its name, by its people."""
        return [
            (m.start(), self.owner_of.get(m[1]) or self.bodies[m[1]], self._how(words, m))
            for m in self.named.finditer(words)
            if m[1] in self.owner_of or not self._is_named_before(words, m.start())
        ]

    def end_of(self, words: str, at: int) -> int:
        """Where the name that begins at ``at`` ends."""
        match = self.named.match(words, at)
        return match.end(1) if match else at

    def _is_named_before(self, words: str, at: int) -> bool:
        """Whether a side's name stands right before a body: "the Ostrian Frontier Service"."""
        return any(m.end() == at - 1 for m in self.named.finditer(words, max(0, at - 40), at))

    def _how(self, words: str, match: re.Match[str]) -> str:
        if match[1] in self.bodies:
            return "body"
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
    everywhere = [sides.in_order(text) for text in texts]
    total = Counter(party for each in everywhere for _, party, _ in each)
    for text, here in zip(texts, everywhere, strict=True):
        sentences = [m.group() for m in SENTENCE.finditer(text)]
        named = [sides.in_order(one) for one in sentences]
        heads = places_of(text)
        for name in found:
            if name not in text:
                continue
            if name in heads:
                _written_there(text, here, sides, total, out[name], alone=len(heads) == 1)
            for at, sentence in enumerate(sentences):
                for match in re.finditer(rf"{START}{re.escape(name)}(?![\w-])", sentence):
                    _one(sentence, match, named, at, sentences[at - 1] if at else "", sides, out[name])
    first = max(found, key=lambda name: found[name].weight, default="")
    for name, votes in out.items():
        for rank, (party, _) in enumerate(total.most_common(3)):
            votes[party][f"rank {rank}, first"] += name == first
        for party in total:
            votes[party]["alike"] += _is_alike(name, party)
    return out


def places_of(text: str) -> Sequence[str]:
    """Where a report is written or published, by its head."""
    return datelines(text) or _bylines(text) or published_in(text)


def _bylines(text: str) -> list[str]:
    """The city after an outlet's name at the head: "The Nation-Herald, Jubilee City"."""
    match = re.search(rf"(?m)^(?:[^\n,.]{{4,50}}), ({NAME}(?: {NAME})?)\s*$", text[:300])
    return [match[1]] if match else []


_ATTACKS = re.compile(
    r"(?: [\w-]+){0,4}? (?:shell|struck|strike|bomb|attack|fir(?:ed|es|ing)|landed|came ashore|cross|invad|"
    r"storm|hit|raid|open(?:ed|s)? fire|kill|advance|seiz|captur|overr[ua]n|violat|drop)",
    re.IGNORECASE,
)
_CHARGED = re.compile(r"\b(?:accus|blam|suspect|charg|condemn|denounc)\w*(?: \w+){0,2} $", re.IGNORECASE)
_POST_OF = re.compile(
    r"\b(?:ministry|government|staff|army|president|minister|spokes\w+) (?:of|for) (?:the )?"
    r"(?:Republic of |Kingdom of )?$",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"(?:according to|said|says|by) (?:the )?$")
_PART_OF = re.compile(r"(?:north|south|east|west)\w*(?: of)? $|\b(?:across|inside|throughout) $")
_BEHIND = re.compile(r"^[\w’'-]*|[.;!?\n].*", re.DOTALL)
_OUTLET = re.compile(r"\(([^(),\n]{2,40})[^()\n]*\)")
_PRESS = re.compile(r"([A-ZÀ-Þ][a-zß-ÿ]{2,})(?:press|inform|info|news|media|tag|tac|pol)", re.IGNORECASE)
_STEM = 5


def _written_there(
    text: str,
    named: Sequence[tuple[int, str, str]],
    sides: Sides,
    parties: Iterable[str],
    votes: dict[str, Counter[str]],
    *,
    alone: bool,
) -> None:
    """What a report that is written in a city tells of each side: who leads it, attacks, is charged, is quoted.

    The state agency's name counts, too: "HalmInform" for Halmeria.
    """
    ends = [match.start() for match in re.finditer(r"[.!?](?=\s)", text)]
    lead = ends[1] if len(ends) > 1 else len(text)
    for at, party, how in named:
        behind = _BEHIND.sub("", text[at : at + 90])
        before = text[max(0, at - 60) : at]
        signs = {
            "there, attacks": _ATTACKS.match(behind),
            "there, done by": DONE_BY.search(before),
            "there, charged": _CHARGED.search(before.rpartition(".")[2]),
            "there, quoted": how == "body" and (quoted().match(behind) or _TOLD_BY.search(before)),
            "there, post of": _POST_OF.search(before),
            "there, part of": _PART_OF.search(before),
            "there, named": how == "name",
        }
        votes[party].update(sign for sign, is_so in signs.items() if is_so)
        votes[party].update(f"there, {sign}" for sign in shown_beside(text, at, sides.end_of(text, at)))
    owner = next((party for _, party, how in named if how == "body"), "")
    if owner:
        votes[owner]["there, first body"] += 1
    for party in {party for at, party, _ in named if at < lead}:
        votes[party]["there, leads"] += 1
    for party in {party for _, party, _ in named[:4]} if not alone else ():
        votes[party]["there, one of two"] += 1
    for rank, (party, _) in enumerate(Counter(party for _, party, _ in named).most_common(2)):
        votes[party][f"there, rank {rank}"] += 1
    outlet = match[1].strip() if (match := _OUTLET.search(text[:400])) else ""
    stem = match[1].casefold()[:_STEM] if (match := _PRESS.match(outlet)) else ""
    for party in parties:
        letters = 1 < len(outlet) < 6 and outlet.isupper() and outlet[0] == party[0]
        votes[party]["there, its letters"] += letters
        votes[party]["there, its name"] += bool(stem) and party.casefold().startswith(stem)


@cache
def quoted() -> re.Pattern[str]:
    """What stands behind whoever is quoted."""
    return re.compile(rf"[^.!?;]{{0,40}}?\b{party_words().says}")


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
    host = HOST.search(before)
    opens = not inside and len(before.strip(" “”\"'*•–—-")) < 4
    for where, party, how in own:
        early = where < match.start()
        gap = sentence[where : match.start()] if early else after[: where - match.end()]
        votes[party][_sign(gap, how, early=early, inside=bool(inside), host=bool(host), opens=opens)] += 1
    for word in re.findall(rf"{START}[A-ZÀ-Þ][\w’'-]+", sentence):
        party = sides.people.get(word.split("’")[0].split("'")[0], "")
        if party and inside and not host:
            votes[party]["person in"] += 1
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


def _is_alike(name: str, party: str) -> bool:
    """Whether a city begins as its land does: "Ostrava" of Ostraya."""
    head = name.split()[0] if not is_hall(name) else ""
    return len(head) > 3 and head[:4].casefold() == party[:4].casefold()
