"""Parties that the rules missed: names that are spoken of as states or movements (actors.py), brought together.

One party has many names: initials, a short form, another spelling, a people. A body of a state is no party of its
own; whose it is, the name beside it says. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.values.actor_signs import BODY_NOUNS
from sayso.values.actors import SIDES, Actors
from sayso.values.demonyms import ENDINGS, is_people_of
from sayso.values.local_groups import has_troops, initials
from sayso.values.local_peoples import WHO_FIGHT, without_fighters
from sayso.values.local_states import NO_STATE
from sayso.values.name_parts import body_parts, has_title, is_common, is_post
from sayso.values.names import SAME, compare_names
from sayso.values.party_words import COMMON, NAMES, START, bare
from sayso.values.sounds import read_word

ENOUGH, _TOGETHER = 0.8, 0.5
"""How likely a name must be a side to be taken for one; how likely all its spellings must be together."""

_ONCE = 0.6
"""The same for a land that is named once."""

_PEOPLED, _STEM = 0.6, 5
"""The same for a land beside whose name a people's stands that begins like it, with so many letters."""

_PEOPLE = 0.5
"""How likely a word must be a people to be joined to its land."""

_TWO, _FEW = 2, 0.65
"""A conflict has so many sides; where fewer are sure, what is this likely to be a side is taken too."""


class Found(NamedTuple):
    """A name, the party it stands for, of which kind, by what, and the words that say so."""

    name: str
    party: str
    kind: str
    by: str
    because: str


def find_sides(
    texts: Sequence[str],
    actors: Actors,
    taken: Mapping[str, tuple[str, str]],
    known: frozenset[str],
    towns: Container[str],
) -> Iterator[Found]:
    """The states, regions, movements and their peoples that ``taken`` lacks.

    Args:
        texts: calm texts (party_words).
        actors: what each name of the reports is.
        taken: name -> party and kind, as the rules have found them.
        known: names that the tables on board hold.
        towns: names that are called towns or stand at the head of reports.
    """
    common = frozenset(word for text in texts for word in _SMALL.findall(text))
    free = [
        name
        for name in actors.chances
        if name not in taken and name not in known and name.casefold() not in common and may_be_side(name, taken)
    ]
    beside = in_brackets(texts)
    names = actors.names.seen
    may = [
        name
        for name in free
        if _is_firm(name, actors) and name not in towns and _is_no_treaty(name, texts) and not _has_a_post(name, texts)
    ]
    peoples = [n for n in actors.chances if " " not in n and actors.chance(n, ("people",)) > _PEOPLE]
    sides = _sides(may, peoples, actors, ENOUGH)
    if len({party for party, _ in taken.values() if party} | set(sides)) < _TWO and not known & names.keys():
        sides = _sides(may, peoples, actors, _FEW)
    parties = dict(taken)
    for name in sorted(sides, key=lambda name: (" " not in name, -names[name].count, -len(name), name)):
        kind = max(SIDES, key=lambda kind: actors.chance(name, (kind,)))
        if kind == "state" and name in NO_STATE:
            continue
        party, of = next(_same(name, parties, beside), (name, kind))
        parties[name] = party, of
        why = actors.because(name, kind)
        yield Found(name, party, of, "name", why if party == name else f"{why}; it is {party}")
    for name in sorted(set(peoples) & set(free), key=lambda name: (-names[name].count, name)):
        if name not in parties and (own := _land_of(name, parties, actors)):
            parties[name] = own
            yield Found(name, *own, "demonym", f'"{name}" of {own[0]}')


def _is_no_treaty(name: str, texts: Sequence[str]) -> bool:
    """Whether a name is no province, no road and nothing that treaties make without troops of its own."""
    parts = (f"mission {name}", f"{name} province", f"province of {name}")
    return (
        not any(part in text for part in parts for text in texts)
        and not _is_road(name, texts)
        and (not _TREATY.search(name) or has_troops(name, texts))
    )


def _is_road(name: str, texts: Sequence[str]) -> bool:
    """Whether letters and a number are those of a road: "the M5 motorway"."""
    if not name[-1].isdigit():
        return False
    road = re.compile(rf"\b{re.escape(name)} (?:motorway|highway|road|expressway|artery)\b")
    return any(road.search(text) for text in texts)


def _has_a_post(name: str, texts: Sequence[str]) -> bool:
    """Whether a name of several words, none of them for a body, is somebody's, or of a post: "army chief Jan Orlin"."""
    if " " not in name or {word.lower() for word in name.split()} & BODY_NOUNS:
        return False
    held, word = [text for text in texts if name in text], re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    found = ((text, match.start()) for text in held for match in word.finditer(text))
    return any(has_title(text, at) or _CHARGE.search(text[max(0, at - 40) : at]) for text, at in found)


_CHARGE = re.compile(r"\b(?:[Mm]inister|[Ss]ecretary|[Ee]nvoy|[Rr]epresentative|[Cc]oordinator) for (?:the )?$")
"""What somebody is in charge of is no side: "Minister for the Far Shore Jan Orlin"."""


_SMALL = re.compile(r"(?<![\w’'-])[a-zß-ÿ]{3,}(?![\w’'-])")


_TREATY = re.compile(r"\b(?:League|Compact|Accord|Pact|Conference|Community|Mission|Union|Bloc|Organi[sz]ation)\b")
"""What treaties make of states is a side only where it has troops."""


def may_be_side(name: str, taken: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a name has a word of its own: no "Joint Command", no "Ostrayan Army", no first word of a sentence."""
    own = name.partition(" ")[2] if taken.get(name.split()[0], ("", ""))[1] in ("state", "region") else name
    words = {word.lower() for word in re.split(r"[ -]", own)}
    if (
        WHO_FIGHT.match(name)
        or name.startswith(("Troops of ", "Soldiers of "))
        or (name.split()[0] in _OFFICES and not words & BODY_NOUNS)
        or name.split()[-1] in _PAPERS
    ):
        return False
    return len(name) > 1 and name not in COMMON and not words <= _UNITS and not is_common(body_parts(own or name).words)


_OFFICES = frozenset("State Affairs Defence Defense Interior Exterior Justice Emergencies".split())
"""What may stand between a title and a person: "Secretary of State Jan Orlin"."""

_PAPERS = frozenset(
    """Journal Times Post Herald Tribune Gazette Courier Chronicle Telegraph Mirror Monitor Review Magazine Newspaper
    Daily Weekly News Radio Television Broadcasting Newswire""".split()
)
"""Words on which the names of papers and stations end: the Wall Street Journal is no side."""

_UNITS = BODY_NOUNS | frozenset(
    """joint high supreme central general military national royal northern southern eastern western transitional
    sovereignty constitutional presidential republican air border coast home first second third fourth fifth sixth
    seventh eighth ninth tenth of the and armed group defence defense state people's republic government kingdom union
    accord treaty truce agreement""".split()
)
"""Words of the names of bodies that any state may have."""


def _sides(may: Sequence[str], peoples: Sequence[str], actors: Actors, enough: float) -> list[str]:
    """The names that are as likely a side as is enough, and no less likely than not in all their spellings."""
    return [
        name
        for name in may
        if actors.chance(name, SIDES) >= (_PEOPLED if any(_is_stem(name, one) for one in peoples) else enough)
        and _pooled(name, actors) >= _TOGETHER
    ]


def _is_stem(name: str, people: str) -> bool:
    """Whether a land may have a people of that name: "Brennmark" beside "Brennish"."""
    return name != people and " " not in name and name[:_STEM] == people[:_STEM] and people.endswith(ENDINGS)


def _pooled(name: str, actors: Actors) -> float:
    """How likely a name is a side by all its spellings together: "Locavau" is none where "Lokavao" is an airfield."""
    seen = actors.names.seen
    keys = frozenset(read_word(name).keys) if " " not in name else frozenset()
    near = (n for n in actors.chances if keys and " " not in n and not keys.isdisjoint(read_word(n).keys))
    alike = {name, *(n for n in near if compare_names(n, name, "LOC").score >= SAME)}
    shares = [(seen[n].count, actors.chance(n, SIDES)) for n in alike]
    return sum(count * chance for count, chance in shares) / sum(count for count, _ in shares)


def _is_firm(name: str, actors: Actors) -> bool:
    """Whether a name stands often enough, or is made so, that its signs can be trusted, and not only in longer ones."""
    seen = actors.names.seen
    lent = " " in name or actors.kind(name) == "group"  # a state may stand in "Republic of Alzan" alone
    around = {longer for word in {name, name.split()[-1]} for longer in actors.names.longer.get(word, ())}
    ends = tuple(f" {of} {name}" for of in ("of", "of the")) if lent else ()
    within = sum(seen[longer].count for longer in around if longer.startswith(f"{name} ") or longer.endswith(ends))
    return within < seen[name].count and (
        seen[name].count > 1 or " " in name or name.isupper() or actors.chance(name, ("state",)) >= _ONCE
    )


def _same(
    name: str, parties: Mapping[str, tuple[str, str]], beside: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    """The parties that a name is another form of: in brackets behind it, by its letters, its words, its sound."""
    for other in sorted(beside.get(name, ())):
        yield from (parties[other],) if other in parties else _same(other, parties, {})
    for party, kind in dict.fromkeys(parties.values()):
        if not party or party == name:
            continue
        if kind in ("state", "region") and _REALM.sub("", name) == _REALM.sub("", party):
            yield party, kind
            continue
        letters = name.isupper() and len(name) > 1 and name in initials(party)
        ends = party.endswith(f" {name}") and " of " not in party.removesuffix(name)  # not whose the staff is
        short = " " in party and (ends or party.startswith(f"{name} "))
        if letters or short or compare_names(name, party, "ORG" if " " in name else "LOC").score >= SAME:
            yield party, kind


_REALM = re.compile(
    r"^(?:[A-Z][\w’'-]+ )*(?:Republic|Kingdom|Emirate|Sultanate|Federation|Confederation|Duchy|Principality|"
    r"Commonwealth|Khanate|Empire|State|Government) of (?:the )?"
)
"""What a state's name begins with in full: "Kingdom of Ostraya"."""

_BRACKETS = re.compile(rf"{START}({NAMES}) [(\[](?:the )?[“\"‘']?({NAMES})[”\"’']?[)\]]")


def in_brackets(texts: Iterable[str]) -> dict[str, set[str]]:
    """Names that stand one behind the other in brackets, both ways: "Ejército Comunero (ECA)"."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _BRACKETS.finditer(text):
            one, other = without_fighters(match[1]), bare(match[2])
            out[one].add(other)
            out[other].add(one)
    return out


def _land_of(people: str, parties: Mapping[str, tuple[str, str]], actors: Actors) -> tuple[str, str] | None:
    """The party whose adjective or people a word is: by form, or by its beginning."""
    lands = Counter({name: actors.names.seen[name].count for name in parties if name in actors.names.seen})
    single = [name for name, _ in lands.most_common() if " " not in name]
    for name in single:
        if is_people_of(people, name):
            return parties[name]
    for name in single:
        if name[: max(4, len(name) - 3)] == people[: max(4, len(name) - 3)]:
            return parties[name]
    return None


def names_another(name: str, world: Mapping[str, str]) -> bool:
    """Whether a name of several words says whose somebody is: "Government of Iraq", "Secretary of State John Kerry".

    >>> [names_another(name, {"Iraqi": "Iraq"}) for name in ("Iraqi Parliament", "Minister Orlin", "Orlin Front")]
    [True, True, False]
    """
    words = re.split("[ -]", name)
    return len(words) > 1 and any(word in world or is_post(word) for word in words)
