"""Which state, group or body a phrase stands for: "the Azerbaijani Defense Ministry", "Baku", "the Kremlin".

Tables hold the world's states with their adjectives, capitals and seats, armed groups, and bodies that take no side
(party_tables.py). What the reports themselves teach (local_parties.py) wins over them. Unknown stays unknown. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from sayso.types import Statement
from sayso.values.actors import Weights
from sayso.values.learnt import BODIES, LIKELY, Learnt
from sayso.values.local_home import Home
from sayso.values.local_parties import HEADS, learn
from sayso.values.local_sittings import Heard
from sayso.values.name_parts import is_post
from sayso.values.names import SAME, compare_names, compare_places
from sayso.values.party_tables import (
    Entry,
    Index,
    Token,
    governed,
    separatists,
    tokens,
    world,
    world_index,
    world_names,
    world_people,
    world_states,
)
from sayso.values.party_words import NAME, REBEL, party_words
from sayso.values.remembered import remembered
from sayso.values.sides_file import GivenSides

_AND = re.compile(
    r"^(?:['’]s)?(?: (?!(?:and|to|of|in|with|against|for|from|on|by|at|who|that|which|as|over)\b)[\w’'-]+){0,4}\s*"
    r"(?:,|and|, and|/|&|as well as)\s*(?:of |in |from )?(?:the |his |her |its |their )?$"
)
_AWAY = re.compile(
    r"\b(?:to|against|with|on|into|over|near|visiting|towards?|for talks in|than|outside|opposite|facing)\s+"
    r"(?:the\s+)?$",
    re.I,
)
_OWNED = re.compile(
    r"^(?:['’ʼ]s?)?(?:\s+(?!(?:of|in|for|to|against|from|with|by|on|and|or|at|who|which|that)\b)[\w’'-]+){0,4}\s*$"
)
_ENVOY = re.compile(r"^\s+(?:\w+ ){0,2}?(?:ambassador|envoy|representative|mission|delegate|delegation)\b", re.I)
_SEPARATE = re.compile(
    rf"\b(?:separatists?|{party_words().separate}|rebels?|insurgents?|\w+-(?:installed|appointed|backed))\b", re.I
)
_GOVERNS = re.compile(
    r"\b(?:ministry|ministries|officials?|authorit(?:y|ies)|government|police|civil defen[cs]e|media office)\b", re.I
)
_AGAINST = re.compile(
    rf"^['’]?s?\s+(?:[\w-]+ ){{0,2}}?(?:(?:{REBEL}|exile|refugee|protester|activist)s?|insurgency|opposition)\b",
    re.I,
)
_REBELS_IN = re.compile(
    rf"\b(?:{REBEL})s?\s+(?:in|from|across|inside|throughout)\s+(?:the\s+)?"
    r"(?:\w+ern\s+|(?:north|south|east|west)\s+of\s+)?$",
    re.I,
)
_PREFIX = re.compile(r"(?:^|[^\w])[a-z]+-$")
_BEFORE = frozenset(
    """the a an and of in from for by at to on with against or both neither nor between north northern south southern
    east eastern west western central former ex greater new mainland president according
    despite since after before while when as via per""".split()
)
_AFTER = frozenset(
    """says said denies denied confirms rejects accuses claims announces warns vows reports calls orders blames defence
    defense foreign prime interior finance health state national armed army air navy military government general
    security intelligence police coast border presidential supreme central nuclear atomic oil energy red ministry and
    information justice war forces troops parliament senate assembly council high joint command special federal
    embassy ambassador chief head official officials authorities president premier king crown royal today on in at
    of the vice first ruling deputy top senior leader rebels militants press media home naval public""".split()
)
_RUN = re.compile(rf"{NAME}(?:[ -](?:[a-z]{{1,2}}[ -])?{NAME}){{1,3}}")
_SPELLING = 0.87
"""How alike a word must be to a name that the reports taught."""


BY_MODEL = "party: by the model"
"""How the reason for the party of a speaker begins whom the model, and no rule, ties to names of a party."""

BY_USER = "the user: "
"""How the reason for a party begins that the user gave."""

_GROUNDS = (  # what the reason for a party rests on, and words of such a reason
    ("model", re.compile(rf"^{BY_MODEL}")),
    ("dateline", re.compile(r"dateline")),
    ("home", re.compile(r"at home, ")),
    ("named last", re.compile(r"the side named last before")),
    ("looks back", re.compile(r"looks back")),
    ("seat", re.compile(r"stands for the side|: a seat of|is where reports on it|itself$")),
    ("none", re.compile(r"^party: none")),
    ("spoke just before", re.compile(r"who spoke just before")),
)
_GUESSES = ("dateline", "home", "named last", "looks back", "seat")


def ground_of(why: str) -> str:
    """What the reason for a party rests on: the model, a guess of the rules, "none" for words that say that the speaker
    is of no side, or else words for the party.

    >>> ground_of('party: "the army" at home, these reports are mostly about Ostraya'), ground_of('party: "Ostraya"')
    ('home', 'words')
    """
    return next((ground for ground, words in _GROUNDS if words.search(why)), "words")


def party_reason(statement: Statement) -> str:
    """The reason for a statement's party, "" where it has none."""
    return next((line for line in statement.because if line.startswith("party:")), "")


def is_named(statement: Statement) -> bool:
    """Whether the speaker has a name."""
    return statement.speaker[:1].isupper()


def is_guess(why: str) -> bool:
    """Whether the reason for a party is no word for it, but where its speaker is written of, or who is named near.

    >>> is_guess('party: "Ostraya" beside "Ostrayan"')
    False
    >>> is_guess('party: "Kyiv" is a seat of Ukraine'), is_guess('party: "Velm" is named: a seat of Ostraya')
    (False, True)
    """
    return ground_of(why) in _GUESSES


@dataclass(frozen=True, slots=True)
class PartyGuess:
    """A party and why: ``party`` "" for a body that takes no side.

    ``kind`` is state, region, group or body; ``by`` what named it: name, demonym, seat, acronym, spelling and so on;
    ``source`` who decided it: the reports' text, a table on board, the user.
    """

    party: str
    kind: str
    by: str
    because: str
    source: Literal["text", "table", "user"] = "text"


class _Found(NamedTuple):
    start: int
    end: int
    entry: Entry
    because: str


@dataclass(frozen=True)
class PartyTable:
    """The tables on board with what reports taught on top. Use ``learn_parties`` to make one."""

    learnt: Mapping[str, Learnt]
    home: Home | None = None
    given: GivenSides = field(default_factory=GivenSides)

    def __hash__(self) -> int:
        return len(self.learnt)

    @cached_property
    def seats(self) -> Mapping[str, Learnt]:
        """The cities and palaces that the reports are thought to show as seats."""
        return {name: one for name, one in self.learnt.items() if one.by in ("seat", LIKELY)}

    def without_seats(self) -> PartyTable:
        """The same table before it is thought whose seats they are."""
        return replace(self, learnt={name: one for name, one in self.learnt.items() if name not in self.seats})

    @remembered
    def party_of(self, phrase: str) -> PartyGuess | None:
        """The party that the words of ``phrase`` stand for, None where they name none.

        >>> learn_parties([]).party_of("the Azerbaijani Defense Ministry").party
        'Azerbaijan'
        >>> learn_parties([]).party_of("Authorities in Nagorno-Karabakh and Armenia").party
        'Nagorno-Karabakh; Armenia'
        >>> learn_parties([]).party_of("Yemen's Houthi rebels").party
        'Houthis'
        """
        words = tokens(phrase)
        apart = self._separatists(phrase, words)
        if apart:
            return apart
        named = self._names(phrase, words)
        if not named:
            return self._spelt(phrase, words) or self._described(phrase)
        found = [one for one in named if not (_is_aside(phrase, one) or _AWAY.search(phrase[: one.start]))]
        if not found:
            return None
        first = _owner(phrase, found)
        against = _AGAINST.match(phrase[first.end :]) or _REBELS_IN.search(phrase[: first.start])
        if first.entry.kind == "state" and against:
            return self._described(phrase)
        chosen, end = [first], first.end
        for one in found[found.index(first) + 1 :]:
            if _AND.match(phrase[end : one.start]):
                chosen.append(one)
                end = one.end
        parties = dict.fromkeys(one.entry.party for one in chosen if one.entry.kind != "body")
        return PartyGuess(
            "; ".join(parties), first.entry.kind, first.entry.by, first.because, self._source(first.entry)
        )

    def people_of(self, party: str) -> str:
        """The adjective of a party, as the reports have it or the tables on board; "" where neither does.

        >>> learn_parties([]).people_of("Armenia")
        'Armenian'
        """
        found = (name for name, one in self.learnt.items() if one.party == party and one.by == "demonym")
        own = next((name for name in found if name != party and not name.endswith("s")), "")
        return own or world_people().get(party, "")

    def _source(self, entry: Entry) -> Literal["text", "table", "user"]:
        learnt = self.learnt.get(entry.words)
        if learnt is None:
            return "table"
        return "user" if learnt.by == "user" else "text"

    def _names(self, phrase: str, words: list[Token]) -> list[_Found]:
        """Every name of a party in the phrase, in order; none overlaps another, those learnt come first."""
        out: list[_Found] = []
        at = 0
        while at < len(words):
            local = self._local.find(words, at, phrase)
            found = local or world_index().find(words, at, phrase)
            if found and _stands_free(phrase, words, at, found, learnt=bool(local)):
                end, entry = found
                out.append(_Found(words[at].start, words[end - 1].end, entry, self._because(entry)))
                at = end
            else:
                at += 1
        return out

    def _because(self, entry: Entry) -> str:
        learnt = self.learnt.get(entry.words)
        if learnt:
            return learnt.because
        if entry.words == entry.party:
            return f'"{entry.words}" is named'
        article = "the" if entry.by == "name" else "an" if entry.by[0] in "aeiou" else "a"
        return f'"{entry.words}" is {article} {entry.by} of {entry.party}'

    def _separatists(self, phrase: str, words: list[Token]) -> PartyGuess | None:
        """The breakaway body of a place, "separatist authorities in Donetsk", unless the reports taught otherwise."""
        separate, governs = _SEPARATE.search(phrase), _GOVERNS.search(phrase)
        for token in words if separate or governs else ():
            sign = separate or (governs if token.word in governed() else None)
            party = separatists().get(token.plain) if sign else None
            taught = self.learnt.get(token.word)
            free = taught is None or taught.by == "map" or (sign is governs and taught.by != "user")
            if sign and party and free and token.word[0].isupper():
                return PartyGuess(party, "region", "separatists", f'"{sign.group()}" and "{token.word}": {party}')
        return None

    def _spelt(self, phrase: str, words: list[Token]) -> PartyGuess | None:
        """A word that sounds like a name that the reports taught: Welgorian, Velgorian; "Bairak-e Scharq"."""
        for match in _RUN.finditer(phrase):
            run = _without_links(match.group())
            for name, one in self._bodies.items():
                if abs(len(run) - len(name)) < 5 and compare_names(run, _without_links(name), "ORG").score >= SAME:
                    return PartyGuess(one.party, one.kind, "spelling", f'"{match.group()}" is "{name}"')
        for token in words:
            if len(token.word) < 6 or not token.word[0].isupper() or _in_person(phrase, words, words.index(token)):
                continue
            for name, one in self.learnt.items():
                if " " in name and one.by == "seat":
                    pair = " ".join(phrase[token.start :].split()[:2]).strip(",.;:’'")
                    if len(name.split()) == 2 and compare_names(pair, name, "LOC").score >= _SPELLING:
                        return PartyGuess(one.party, one.kind, "spelling", f'"{token.word}" is of "{name}"')
                elif " " not in name and one.by in ("name", "demonym", "seat") and name[-1] == token.word[-1]:
                    likeness = compare_places(token.word, name)
                    if likeness.score >= _SPELLING:
                        return PartyGuess(
                            one.party, one.kind, "spelling", f'"{token.word}" is "{name}": {likeness.because}'
                        )
        return None

    def _described(self, phrase: str) -> PartyGuess | None:
        """Who "the rebels" are, where the reports know one movement only."""
        who = _WHO.search(phrase)
        if who and not _HEADS.search(phrase, who.end()):  # "Jan Orlin, who had said that no man was in rebel hands"
            phrase = phrase[: who.start()]
        for word in re.findall(r"[a-z]+", _ONCE.sub(" ", phrase.lower())):
            one = self.learnt.get(word)
            if one and one.by == "description":
                whole = rf"(?:the |this |that )?{word}(?:['’]s? .*| circles| officials?)?$"
                if word not in HEADS or re.match(whole, phrase.lower()):
                    return PartyGuess(one.party, one.kind, one.by, one.because)
        return None

    @cached_property
    def _bodies(self) -> dict[str, Learnt]:
        """The movements and blocs that the reports named, by names of several words."""
        return {
            name: one for name, one in self.learnt.items() if one.by == "name" and one.kind in BODIES and " " in name
        }

    @cached_property
    def _local(self) -> Index:
        return Index(
            {
                name: Entry(one.party, one.kind, one.by, name)
                for name, one in self.learnt.items()
                if one.by not in ("description", "place", "map")
            }
        )

    def home_of(self, town: str) -> PartyGuess | None:
        """The state that a dateline or the map puts ``town`` in, None where none does."""
        head, _, country = town.rpartition(", ")
        if head:
            return self.party_of(country) or self.home_of(head)
        words = town.casefold().split()
        tails = (" ".join(words[i:]) for i in range(len(words)))
        return next((guess for tail in tails if (guess := self._towns.get(tail))), None)

    @cached_property
    def _towns(self) -> dict[str, PartyGuess]:
        """The towns of datelines and those on the map, by their names and by the last words of these."""
        found: dict[str, PartyGuess] = {}
        for name, one in self.learnt.items():
            if one.by in ("place", "map"):
                guess = PartyGuess(one.party, one.kind, one.by, one.because, "table" if one.by == "map" else "text")
                words = name.casefold().split()
                for i in range(len(words)):
                    found.setdefault(" ".join(words[i:]), guess)
        return found


def _without_links(name: str) -> str:
    """A name without the small words that tie its parts, which are spelt in many ways: "Bayraq-e Sharq"."""
    return " ".join(word for word in re.split(r"[ -]", name) if len(word) > 2)


def _owner(phrase: str, found: list[_Found]) -> _Found:
    """The name that the phrase is about: the first one, but the group in "Yemen's Houthi rebels"."""
    first, later = found[0], found[1:]
    if first.entry.kind == "state" and later and _OWNED.match(phrase[first.end : later[0].start]):
        other = later[0]
        if other.entry.kind == "group" or (other.entry.kind == "body" and not _ENVOY.match(phrase[other.end :])):
            return other
    a_states = first.entry.by == "body" and first.entry.kind == "state"
    if a_states and later and _OF_OWNER.fullmatch(phrase[first.end : later[0].start]):
        return later[0]
    return first


_OF_OWNER = re.compile(r" of (?:the )?(?:[A-Z]\w+ )?(?:(?:Republic|Kingdom|Emirate|Union|Federation) of (?:the )?)?")
"""Between a body that others have too and whose it is: "the Ministry of Defence of Velgoria"."""


def _is_aside(phrase: str, one: _Found) -> bool:
    """Whether a name only describes somebody else: "people who fled the Gambori town".

    After "spokesman", "who heads" and the like it is the one spoken for.
    """
    before = phrase[: one.start]
    who = _WHO.search(before)
    if who and who.group().lower() == "whose" and before.rstrip().lower().endswith("whose"):
        return one.entry.kind not in ("group", "alliance")  # "Hkun, whose Home Guard watched the hill"
    if who:
        return not _HEADS.search(before[who.end() :])
    comma = before.find(",")
    if comma < 0 or _AND.match(before[comma:] + " and "):
        return False
    head, rest = before[:comma], phrase[comma:]
    if rest.strip(" ,") == phrase[one.start : one.end] and re.match(
        r"(?i)(?:the )?(?:ministry|army|general staff)\b", head
    ):
        return False  # "Ministry of Defence, Stelnograd"
    return re.search(r"[A-Z]", head.removeprefix("The ")) is not None and not any(
        (is_post(token.word) and token.plain not in _NO_POST) or token.plain in _ROLES for token in tokens(rest)
    )


_ONCE = re.compile(
    r"\b(?:former|onetime|one-time|erstwhile|ex)[ -](?:\w+ )?(?:rebels?|insurgents?|fighters|guerrillas?)\b"
)
"""Who are rebels no longer: "a coalition of former rebels"."""
_WHO = re.compile(r"\b(?:who|which|that|whose|where|when)\b", re.I)
_HEADS = re.compile(
    r"\b(?:heads?|leads?|led|runs?|ran|commands?|commanded|speaks? for|spoke for|signed for|fights for|fought for|"
    r"represents?|chairs?|governs?|rules?|serves?|directs?|directed|oversees|oversaw|manages?|coordinates?|advises?)\b|"
    r"^ (?!asked|calls?|called|looks?|waits?|waited|votes?|voted|left|fled|searched)[a-z]+ [^,;]{0,30}\bfor (?:the )?$"
)
_NO_POST = frozenset("private general major mother father sister saint citizen opposition".split())
_ROLES = frozenset(
    """member members officer officers official officials soldier fighter commander veteran minister ministry army
    government force forces mouth voice arm wing branch authorities agency broadcaster newspaper movement militia rebels
    station service office front council court parliament embassy staff""".split()
)


def _stands_free(phrase: str, words: list[Token], at: int, found: tuple[int, Entry], *, learnt: bool) -> bool:
    """Whether a name stands for its party: not part of "pro-Russian" or "Russian-backed", nor of a person's name."""
    end, entry = found
    start, stop = words[at].start, words[end - 1].end
    if re.match(r"-[a-z]", phrase[stop:]) or _PREFIX.search(phrase[:start]):
        return False
    if phrase[start - 1 : start] == "-" and at and not _is_known(words[at - 1].word):
        return False
    if at and words[at].plain in ("american", "americans", "america") and words[at - 1].plain in _CONTINENTS:
        return False
    if entry.by in ("short name", "user"):
        return True
    if entry.by == "demonym" and not learnt and at and end == len(words) and _in_person(phrase, words, at):
        return False  # "Volker Turk"
    if entry.by == "demonym" or (learnt and end - at > 1):
        return True
    if end - at > 1 and entry.kind == "body" and _is_plain(entry.words) and _LONGER.search(phrase[:start]):
        return False
    if end - at > 1:
        return entry.kind == "state" or not _capital_before(phrase, words, at) or not _is_plain(entry.words)
    return _OF_A_BODY.search(phrase[:start]) is not None or not _in_person(phrase, words, at)


_CONTINENTS = frozenset("central latin south north meso pan inter".split())
"""Before "American": of no state."""

_LONGER = re.compile(r"\b(?:State|National|Supreme|Federal|Military|Royal|High|Public|Republican|People['’]s) $")
"""What makes a state's own body of one that the world has: "the State Security Council"."""

_OF_A_BODY = re.compile(
    r"\b(?:Committee|Council|Ministry|Republic|Government|Army|Forces|Parliament|Assembly|Staff) of (?:the )?$"
)
"""After "the Council of" a name is the place's, whoever's name stands next to it."""


def _in_person(phrase: str, words: list[Token], at: int) -> bool:
    """Whether the word has a capitalised neighbour that is no title, body or state: "Israel Katz", "Michael Jordan"."""
    if _capital_before(phrase, words, at):
        return True
    if at + 1 == len(words) or words[at].word.isupper() or phrase[words[at].end : words[at + 1].start] != " ":
        return False
    after = words[at + 1]
    return (
        after.word[0].isupper() and after.plain not in _AFTER and not is_post(after.word) and not _is_known(after.word)
    )


def _capital_before(phrase: str, words: list[Token], at: int) -> bool:
    if not at or phrase[words[at - 1].end : words[at].start] not in (" ", "-"):
        return False
    before = words[at - 1]
    if before.word.isupper() and phrase.isupper():
        return False
    known = before.plain in _BEFORE | _AFTER or is_post(before.word) or _is_known(before.word)
    return before.word[0].isupper() and not known


def _is_known(word: str) -> bool:
    return word in world()


def _is_plain(name: str) -> bool:
    """Whether a name is made of words that many bodies share: "Security Council", "National Resistance Front"."""
    return all(word.casefold() in _PLAIN for word in re.split(r"[ -]", name))


_PLAIN = frozenset(
    """security council national resistance front liberation army people's defence defense force forces free state
    islamic revolutionary united democratic movement alliance salvation government unity guards guard party popular new
    general    assembly human rights observatory military world red crescent cross group of the for and revolution armed
    real""".split()
)


def learn_parties(
    texts: Sequence[str], given: GivenSides | None = None, weights: Weights | None = None, heard: Heard | None = None
) -> PartyTable:
    """The tables on board and what ``texts`` say of parties: invented or unknown states, groups, capitals.

    Args:
        texts: the reports of one ledger, or one report.
        given: what the user says of the sides; it wins.
        weights: of the signs beside names (actors.py); those on board by default.
        heard: what those who speak from a city say of whose seat it is (reading/heard_seats.py).
    """
    learnt, home = learn(texts, world_names(), world_states(), weights, heard)
    given = given or GivenSides()
    learnt |= {
        name.removeprefix("the "): Learnt(
            "" if given.kinds[party] == "body" else party, given.kinds[party], "user", f'{BY_USER}"{name}" is {party}'
        )
        for name, party in given.parties.items()
    }
    return PartyTable(learnt, home, given)
