"""Cities that act as only states do, and what says whose each is: "Tolmigrad disputes the figure".

A city may be a seat where it speaks as states do and is a place all the same (a dateline, "in Tolmigrad"). Here it is
heard, in all its spellings, with the signs of whose it is: a ministry of that state that speaks there, the state whose
body a report from there quotes first, who is charged when the city answers. ``local_chairs`` counts further
signs, ``local_sittings`` chooses by all of them. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import dropwhile

from sayso.values.name_parts import is_post
from sayso.values.names import SAME, compare_places
from sayso.values.openings import found_at
from sayso.values.party_words import COMMON, DATELINE, NAME, START, any_of, bare, datelines, organ_places, party_words
from sayso.values.sounds import read_word

_CLAUSE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")
_LEAD = 700

Signs = dict[str, dict[str, Counter[str]]]
"""City -> party -> what speaks for it and against it, counted."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Cities that act as states do, with the words; each name under the spelling that stands for it; their signs."""

    because: Mapping[str, str]
    spelt: Mapping[str, str]
    signs: Signs


@dataclass(frozen=True, slots=True)
class _Organs:
    """Bodies as states own them, after the name of one. Its names differ from report to report, and with them these
    long expressions would be made anew for each: so the names are looked for first, and these from there.
    """

    near: re.Pattern[str]
    nearer: re.Pattern[str]
    post: re.Pattern[str]
    alone: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is known before a vote: whose each name is, the people of each side, the cities that may be seats."""

    owner_of: Mapping[str, str]
    people: Mapping[str, str]
    cities: frozenset[str]
    named: re.Pattern[str]
    side: re.Pattern[str]
    side_of: re.Pattern[str]
    bodies: Mapping[str, str]  # a body that is somewhere called a side's, "Erketani Frontier Service" -> the side


def hear(
    texts: Sequence[str],
    owner_of: Mapping[str, str],
    known: frozenset[str],
    persons: frozenset[str],
    near: frozenset[str],
    media: Mapping[str, str],
) -> Heard:
    """The cities that act in ``texts``, and the signs of whose they are.

    Args:
        texts: calm texts (party_words), one a report.
        owner_of: names and adjectives of states and regions -> the party, those on board that the texts name included.
        known: names that the tables on board hold.
        persons: words that stand after titles and given names.
        near: the states that reports call a neighbour or an ally; no report is written from there for that alone.
        media: news agencies and newspapers of states -> the state.
    """
    side = any_of(owner_of)
    heads = Counter(place for text in texts for place in datelines(text))
    places = _places(texts) - persons
    acting = {
        c: why for c, why in _acting(texts, heads).items() if c in places and c not in owner_of and c not in known
    }
    spelt = spellings([*acting, *places])
    seats = {spelt[city] for city in acting}
    ground = _ground(texts, side, owner_of, frozenset(city for city, one in spelt.items() if one in seats))
    signs: Signs = defaultdict(lambda: defaultdict(Counter))
    for text in texts:
        _hear_capitals(text, side, owner_of, signs)
        for clause in _clauses(text):
            _hear_clause(clause, ground, signs)
        _hear_dateline(text, ground, signs, near)
        _hear_answer(text, ground, signs)
        _hear_agency(text, media, ground, signs)
    return Heard(acting, {city: one for city, one in spelt.items() if one in seats}, signs)


def _hear_agency(text: str, media: Mapping[str, str], ground: _Ground, signs: Signs) -> None:
    """A state's own news agency writes from that state's seat: "Bandar Selayu, 10 September (KBT)"."""
    heads = datelines(text)
    source = re.search(r"\(([^()\n]{2,40})\)", text[:400])
    for name, party in media.items():
        if heads and source and heads[0] in ground.cities and re.search(rf"\b{re.escape(name)}\b", source[1], re.I):
            signs[heads[0]][party]["its agency"] += 1


def _hear_answer(text: str, ground: _Ground, signs: Signs) -> None:
    """Who is accused in one sentence answers in the next: "Kivalo accuses Nyangaro of .... Rusave denies it"."""
    for city in (city for city in ground.cities if f" {city} " in text):
        answer = (
            rf"(?:[.!?]['’”\"]?|, (?:something|which|a charge|an accusation|as)(?: that)?) {re.escape(city)} "
            r"(?:[“\"„«]\w+ |has (?:\w+ )?|have )?(?:(?:den|reject|dismiss|contest|disput|call)\w+|(?:had|has|have|"
            r"did) not (?:yet )?(?:comment|answer|respond|react)\w*)"
        )
        for match in re.finditer(answer, text):
            before = re.split(r"[.!?]\s|\n", text[: match.start()])[-1]
            charged = re.search(r"\b(?:accus|blam|suspect|charg)(?:e[ds]?|es|ing|s)? ", before)
            accused = ground.named.search(before[charged.end() :]) if charged else None
            if accused:
                signs[city][ground.owner_of[accused[1]]]["answers the charge"] += 1


def _ground(texts: Sequence[str], side: str, owner_of: Mapping[str, str], cities: frozenset[str]) -> _Ground:
    named = re.compile(rf"{START}({side})(?![\w])")
    before = re.compile(rf"{START}({side})(?:['’]s)?(?= )")
    after = re.compile(rf" (?:of|for) (?:the )?(?:neutral |neighbou?ring )?({side})\b")
    return _Ground(
        owner_of, _people(texts, before, owner_of), cities, named, before, after, _owned(texts, before, owner_of)
    )


_BODY = re.compile(
    r" ((?:[A-ZÀ-Þ][\w-]+ (?:of (?:the )?)?){1,3}"
    r"(?:Service|Committee|Command|Staff|Guards?|Police|Directorate|Agency|Office|Corps|Authority|Board|Division))\b"
)


def _owned(texts: Iterable[str], side: re.Pattern[str], owner_of: Mapping[str, str]) -> dict[str, str]:
    """Bodies of more than one word that stand right behind the name of one side alone."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in side.finditer(text):
            if body := _BODY.match(text, match.end()):
                owners[body[1]].add(owner_of[match[1]])
    return {body: found.pop() for body, found in owners.items() if len(found) == 1}


@cache
def _organs() -> _Organs:
    organ = party_words().organ
    post = rf"{organ}(?:[, ]+(?:[\w.-]+ ){{0,3}}?)({NAME}(?: {NAME}){{1,5}})"
    return _Organs(
        near=re.compile(rf" (?:[\w-]+ ){{0,3}}?{organ}"),
        nearer=re.compile(rf" (?:[\w-]+ ){{0,2}}?{organ}"),
        post=re.compile(rf" (?:[\w-]+ ){{0,3}}?{post}"),
        alone=re.compile(rf"\b{organ}(?= (?:of|for) )"),
    )


def _owners(clause: str, ground: _Ground) -> list[str]:
    """Whose bodies a clause names: "Velgorian defence ministry", "the ministry of Velgoria"."""
    found = [m for m in ground.side.finditer(clause) if _organs().near.match(clause, m.end())]
    alone = found_at(_organs().alone, clause, organ_places(clause), len(clause))
    found += [m for o in alone if (m := ground.side_of.match(clause, o.end()))]
    return [ground.owner_of[m[1]] for m in sorted(found, key=lambda m: m.start())]


def spellings(cities: Iterable[str]) -> dict[str, str]:
    """Each city under one of its spellings. Only names that share a sound key are compared: there may be thousands."""
    out: dict[str, str] = {}
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for city in sorted(dict.fromkeys(cities)):
        keys = read_word(city).keys
        near = dict.fromkeys(one for key in keys for one in by_key[key])
        out[city] = next((one for one in near if compare_places(city, one).score >= SAME), city)
        if out[city] == city:
            for key in keys:
                by_key[key].append(city)
    return out


def office_holders(texts: Iterable[str], owner_of: Mapping[str, str]) -> dict[str, str]:
    """Family names of those who hold a post of a state -> the state."""
    if not owner_of:
        return {}
    side = any_of(owner_of)
    return _people(texts, re.compile(rf"{START}({side})(?:['’]s)?(?= )"), owner_of)


def named_bodies(texts: Iterable[str], owner_of: Mapping[str, str]) -> dict[str, str]:
    """Bodies that are somewhere called a side's: "Frontier Service" of "the Ostrian Frontier Service" -> the side."""
    return _owned(texts, re.compile(rf"{START}({any_of(owner_of)})(?:['’]s)?(?= )"), owner_of) if owner_of else {}


def _people(texts: Iterable[str], side: re.Pattern[str], owner_of: Mapping[str, str]) -> dict[str, str]:
    """Family names of those who hold a state's post: "Gwardseti's head of government Waschiko Zkalobeli"."""
    found: dict[str, str] = {}
    for text in texts:
        for match in side.finditer(text):
            post = _organs().post.match(text, match.end())
            if post and (name := _family_name(post[1])):
                found[name] = owner_of[match[1]]
    return found


def _family_name(words: str) -> str:
    """The last of at most three names behind ranks: "Brigadier General Jan Orlin" -> "Orlin"; "" for none."""
    parts = list(dropwhile(lambda word: word in COMMON or is_post(word), words.split()))[:3]
    cut = next((at for at, word in enumerate(parts) if bare(word) != word), len(parts))
    name = bare(parts[min(cut, len(parts) - 1)]) if parts else ""
    return "" if name in COMMON or is_post(name) else name


def _clauses(text: str) -> list[str]:
    """The clauses of a text without its dateline."""
    match = next((m for m in DATELINE.finditer(text) if m.start() < 400), None)
    body = text[: match.start()] + text[match.end() :] if match else text
    return [clause.group() for clause in _CLAUSE.finditer(body)]


_WHERE = re.compile(rf"\b(?i:in|from|to|at|left|reached) ({NAME})")


def _places(texts: Iterable[str]) -> set[str]:
    found = {bare(name) for text in texts for name in _WHERE.findall(text)}
    return {
        city for city in found | {city for text in texts for city in datelines(text)} if city.split()[0] not in COMMON
    }


def _acting(texts: Iterable[str], heads: Iterable[str]) -> dict[str, str]:
    """Names that speak, deny, are accused or own what states own -> the words; of several words only ``heads``."""
    patterns = _actions("|".join([*(re.escape(head) for head in heads if " " in head), NAME]))
    found: dict[str, str] = {}
    for text in texts:
        both = datelines(text)
        found |= {
            place: f'the dateline "{"/".join(both)}"' for place in both if len(both) == 2 and min(map(len, both)) > 2
        }
        for pattern in patterns:
            for match in pattern.finditer(text):
                found.setdefault(bare(match["c"]), f'"{match.group().strip(" .,;:”“–—-")}"')
    return {name: why for name, why in found.items() if name not in COMMON}


@lru_cache(maxsize=8)
def _actions(city: str) -> tuple[re.Pattern[str], ...]:
    """What shows that a city acts; ``city`` is an expression for its name."""
    words = party_words()
    opens = (
        r"(?:^|[.!?;:,–—-] ?|[”“\"\n] ?|"
        r"\b(?:that|but|and|while|as|to which|which|something|neither|nor|why|how|when|what|says) )"
    )
    bodies = (
        r"(?:deputies|parliament|cabinet|[Mm]inisters?|[Mm]inistry|state (?:television|radio)|[Ff]oreign [Oo]ffice|"
        r"government|presidency|general staff|"
        r"palace|reporters|journalists|ambassadors?|embassy|embassies|authorities|diplomats)"
    )
    return (
        re.compile(
            rf"{opens}(?P<c>{city}) (?:itself |had (?:earlier )?|has (?:\w+ly |always |long |never |since )?|"
            rf"also |still |will (?:not )?|"
            rf"[“\"„«]\w+ )?(?P<w>{words.says})",
            re.M,
        ),
        re.compile(rf"{START}(?P<c>{city})['’]s? (?P<w>{words.accounts})"),
        re.compile(rf"\b(?P<w>{bodies} in) (?P<c>{city})(?! {NAME})"),
        re.compile(
            rf"\b[Tt]he (?P<c>{city}) (?P<w>foreign ministry|foreign office|government|leadership|regime|embassy)"
        ),
        re.compile(
            rf"\b[Ii]n (?P<c>{city}), (?:the )?(?P<w>(?i:foreign|defen[cs]e|prime|information) (?i:minister|ministry|"
            rf"office))"
        ),
        re.compile(rf"{START}(?P<c>{city})(?:['’]s)? (?P<w>(?:state |public )?(?:television|TV))\b"),
        re.compile(rf"\b(?P<w>(?:[Mm]inistry|MINISTRY) (?:of|for) \w+(?: \w+)?, )(?P<c>{city})\b"),
        re.compile(rf"\b(?P<w>begged|urged|accuses?|accused|warned|told|asked) (?P<c>{city}) (?=in|to|of|that|not)"),
    )


def _hear_capitals(text: str, side: str, owner_of: Mapping[str, str], signs: Signs) -> None:
    """Cities called capitals: "the Velgorian capital, Ostrovar", "Ostrovar, the capital of Velgoria"."""
    if "capital" not in text and "seat of government" not in text:
        return
    patterns = (
        rf"{START}(?P<s>{side})(?:['’]s)? capital(?: city)?(?: of)?,? (?P<c>{NAME})",
        rf"{START}(?P<c>{NAME}), (?:the )?(?:seat of government|capital)(?: city)? of (?:the )?"
        rf"(?:neighbou?r\w* )?(?P<s>{side})(?!\w|['’]| (?:province|region|district|county|department|governorate))",
        rf"{START}(?P<c>{NAME}), (?:the )?(?P<s>{side})(?:['’]s)? capital",
        rf"\bcapital(?: city)? of (?P<s>{side}),? (?P<c>{NAME})",
    )
    for pattern in patterns:
        for match in re.finditer(pattern, text):
            signs[bare(match["c"])][owner_of[match["s"]]]["called its capital"] += 1


def _hear_clause(clause: str, ground: _Ground, signs: Signs) -> None:
    """A body or a person of a state that speaks "in CITY" is a sign for it; to be named beside the city, against it."""
    for city in (city for city in ground.cities if city in clause):
        name = re.escape(city)
        if re.search(
            rf"\b(?:embassy|ambassador|consul\w*|visit\w*|talks|arrived|due)\b[^,;]{{0,25}}{name}\b", clause, re.I
        ):
            continue
        if not re.search(rf"\b(?:in|from|at) {name}\b", clause, re.IGNORECASE):
            for match in ground.named.finditer(clause):
                signs[city][ground.owner_of[match[1]]]["in one clause"] += match[1] == ground.owner_of[match[1]]
            continue
        owners = _owners(clause, ground)
        owners += [owner for body, owner in ground.bodies.items() if body in clause]
        owners += [ground.people[word] for word in map(bare, re.findall(START + NAME, clause)) if word in ground.people]
        if len(set(owners)) == 1:
            signs[city][owners[0]]["speaks there"] += 1


def _hear_dateline(text: str, ground: _Ground, signs: Signs, near: frozenset[str]) -> None:
    """A report from one city speaks first of the state whose seat that city is, more often than not."""
    heads = datelines(text)
    if not heads or heads[0] not in ground.cities:
        return
    body = " ".join(_clauses(text))[:_LEAD]
    owned = [
        (m, m.start(), o.end()) for m in ground.side.finditer(body) if (o := _organs().nearer.match(body, m.end()))
    ]
    alone = found_at(_organs().alone, body, organ_places(body), len(body))
    owned += [(m, o.start(), m.end()) for o in alone if (m := ground.side_of.match(body, o.end()))]
    owned = sorted((one for one in owned if not DONE_BY.search(body, 0, one[1])), key=lambda one: one[1])
    lead = next((end.start() for _, at, _ in owned if (end := _ENDS.search(body, at))), len(body))
    quoted = [m for m, start, end in owned if start < lead and _is_quoted(body, start, end)]
    named = (m for m in ground.named.finditer(body) if not DONE_BY.search(body, 0, m.start(1)))
    first = next(iter((*quoted, *(m for m, *_ in owned), *named)), None)
    if first and (owner := ground.owner_of[first[1]]) not in near:
        signs[heads[0]][owner]["quoted there" if first in quoted else "told of there"] += 1


DONE_BY = re.compile(r"\b\w+(?:ed|en|it|un|ot) by (?:the )?$", re.IGNORECASE)
"""Before who did it to the side that is spoken for: "shelled by Ostrian guns"."""
_ENDS = re.compile(r"[.!?](?=[\s”\"’»]|$)")


def _is_quoted(body: str, start: int, end: int) -> bool:
    """Whether words of a report quote whoever they name from ``start`` to ``end``: "the Ostrian General Staff said"."""
    says = re.match(
        rf"(?!,? (?i:says?|said) (?:the )?[A-Z])[^.!?;]{{0,40}}?\b{party_words().says}", body[end : end + 60]
    )
    return bool(says or re.search(r"\b(?:according to|says?|said|announced by) (?:the )?$", body[:start]))
