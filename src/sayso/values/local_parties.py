"""The parties that reports themselves introduce: states that no table knows, breakaway regions, movements, capitals.

Word forms and a few fixed phrases are enough: "Velgoria" beside "Velgorian forces"; "the authorities in Slatovina, the
breakaway region"; "Harakat al-Jurf, the movement that runs the valley"; "Tolmigrad disputes the figure". Spellings of
one name (Velgoria, Welgoria) become one party. Each entry says which words taught it. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.values.actors import SIDES, Actors, Weights, read_actors
from sayso.values.at_home import at_home, homes, most_told_of
from sayso.values.demonyms import demonym_forms, is_people_of, state_of
from sayso.values.learnt import BODIES, LIKELY, Learnt, kind_of
from sayso.values.local_actors import find_sides, in_brackets, names_another
from sayso.values.local_agencies import agencies
from sayso.values.local_bodies import find_bodies
from sayso.values.local_coalitions import with_coalitions
from sayso.values.local_groups import (
    find_blocs,
    find_groups,
    full_names,
    group_aliases,
    is_allied,
    owned_bodies,
)
from sayso.values.local_home import Home
from sayso.values.local_lands import land_at_war, without_owners
from sayso.values.local_other_names import content_words, other_names
from sayso.values.local_own_bodies import own_bodies
from sayso.values.local_rebels import find_hired, find_rebels
from sayso.values.local_regions import find_region, own_way
from sayso.values.local_rivals import rivals
from sayso.values.local_sittings import Heard, Sitting, choose_seats, sittings
from sayso.values.local_states import Signs, read_signs, states
from sayso.values.local_whole_names import whole_names
from sayso.values.mapped_places import countries_named, land_of, on_the_map, towns_in
from sayso.values.names import SAME, compare_names, compare_places, compare_words
from sayso.values.party_tables import BODY_HEADS, Entry, by_letters, governed, in_small, long_names_in, world_groups
from sayso.values.party_words import UPPER, calm, party_words
from sayso.values.prose import named_in_prose, prose_of

LONGEST = 200_000
"""Characters of a text that are read: what is longer is no single report, and its parties stand near its head."""


_LOUD = re.compile(rf"\b[{UPPER}]{{3,}}\b")


def learn(
    texts: Sequence[str],
    known: Mapping[str, str],
    world: Mapping[str, str],
    weights: Weights | None = None,
    heard: Heard | None = None,
) -> tuple[dict[str, Learnt], Home | None]:
    """Name -> what ``texts`` say that it stands for, and the party at home in them.

    Args:
        texts: the reports of one ledger, or one report.
        known: the names of the tables on board -> their party; they are not learnt anew.
        world: those among them that are names, adjectives and seats of states.
        weights: of the signs beside names (actors.py); those on board by default.
        heard: what those who speak from a city say of whose seat it is.
    """
    out, early = _learn(texts, known, world, weights, heard)
    return out, at_home(early.quiet, out, world, early.signs, _near(out, early.signs, world))


def _learn(
    texts: Sequence[str],
    known: Mapping[str, str],
    world: Mapping[str, str],
    weights: Weights | None,
    heard: Heard | None = None,
) -> tuple[dict[str, Learnt], _Early]:
    early = _early(texts, known, world, weights)
    out, quiet, signs = early.out, early.quiet, early.signs
    seats = _seats(early, known, heard)
    mapped = on_the_map(seats.keys() | early.of_states, world)
    out |= {city: one for city, one in seats.items() if city not in mapped}
    out |= rivals(quiet, out, signs)
    out |= _bodies(quiet, out, early.names)
    out |= _by_noun(quiet, out)
    out |= _placed(out, signs)
    out |= {
        name: Learnt("" if one.kind == "body" else one.party, one.kind, "acronym", f'"{one.words} ({name})"')
        for name, one in early.letters.items()
        if name not in known
    }
    return out | with_coalitions(texts, out), early


class _Early(NamedTuple):
    """What the reports teach before it is asked whose seat a city is: names, calm texts, signs, names on board."""

    out: dict[str, Learnt]
    quiet: list[str]
    signs: Signs
    names: frozenset[str]
    of_states: set[str]
    letters: Mapping[str, Entry]


def _early(texts: Sequence[str], known: Mapping[str, str], world: Mapping[str, str], weights: Weights | None) -> _Early:
    read = [text[:LONGEST] for text in texts]
    long = [long_names_in(text) for text in read]
    quiet = [calm(in_small(text, found)) for text, found in zip(read, long, strict=True)]
    letters = {n: one for text, found in zip(read, long, strict=True) for n, one in by_letters(text, found).items()}
    names = frozenset(known) | letters.keys() | governed()
    loud = frozenset(word.casefold() for text in read for word in _LOUD.findall(text))
    signs, actors, prose = read_signs(quiet, loud), read_actors(quiet, weights), prose_of(read)
    out = named_in_prose(_states(signs, names), prose)
    may = out.keys() | {n for n in actors.chances if actors.chance(n, _LANDS) > _HALF}
    of_states = {word for word in signs.count if word in world}
    mapped = on_the_map(may | of_states, world)
    if mapped:
        out = named_in_prose(_states(signs, names | mapped), prose)
    out = without_owners(_whole(out, quiet), actors)
    out = {name: one for name, one in out.items() if not _TERRAIN.search(one.party)}
    out |= _region(quiet, {*out, *names})
    out |= {name: one for name, one in _groups(quiet, out, names) if name not in out or _of_no_land(out[name], signs)}
    longer = frozenset(name for name in actors.chances if names_another(name, world))
    out |= named_in_prose(_sides(quiet, actors, out, names | mapped | longer, signs), prose)
    out |= named_in_prose(land_at_war(quiet, actors, out, names | mapped, world, signs), prose)
    own, gone = own_bodies(quiet, out, names)
    out = {name: one for name, one in out.items() if one.party not in gone} | named_in_prose(own, prose)
    out = _of_movements(_in_full(_of_lands(out), quiet))
    out = _as_on_board(_one_spelling(out, signs, quiet), signs, world)
    out |= other_names(quiet, out)
    out |= _rebels(read, quiet, out, _movements(long, signs))
    out |= _by_head(out)
    owner_of = {name: one.party for name, one in out.items() if one.kind not in BODIES}
    for name, (party, why) in owned_bodies(quiet, owner_of).items():
        by = "short name" if name.startswith("the ") else "body"
        out.setdefault(name, Learnt(party, kind_of(out, party), by, why))
    for name, party, why in agencies(quiet, owner_of):
        out.setdefault(name, Learnt(party, kind_of(out, party), "agency", why))
    out |= _mapped_towns({*signs.datelines, *towns_in(read)}, signs, known, world, out)
    return _Early(out, quiet, signs, names, of_states, letters)


def _region(quiet: Sequence[str], known: Collection[str]) -> dict[str, Learnt]:
    """A region that fights its state, under its name and as "the regional government"."""
    found = find_region(quiet, known)
    if found is None:
        return {name: Learnt(name, "region", "name", why) for name, why in own_way(quiet, known).items()}
    name, phrases, capitals = found
    why = next(iter(phrases.values()))
    return (
        {name: Learnt(name, "region", "name", why)}
        | {phrase: Learnt(name, "region", "short name", words) for phrase, words in phrases.items()}
        | {city: Learnt(name, "region", "seat", f'"{words}"') for city, words in capitals.items() if city not in known}
    )


_TERRAIN = re.compile(r" (?:Island|River|Lake|Bay|Bridge|Airport|Pass|Ridge|Hill|Dam|Strait|Sea|Canal|Station)$")
"""What a name of land and water ends on is no state: "the border guards on Snake Island"."""


def _whole(out: Mapping[str, Learnt], quiet: Sequence[str]) -> dict[str, Learnt]:
    """The same entries with lands of two words under both."""
    whole = whole_names({one.party for one in out.values()}, quiet)
    named = {name: replace(one, party=whole.get(one.party, one.party)) for name, one in out.items()}
    return named | {name: replace(named[half], by="name") for half, name in whole.items() if half in named}


def _in_full(out: Mapping[str, Learnt], quiet: Sequence[str]) -> dict[str, Learnt]:
    """The same entries with movements that go by letters under their names; two names of the same letters are one."""
    acronyms = sorted(name for name, one in out.items() if one.kind in BODIES and name.isupper())
    beside, full, found = in_brackets(quiet), full_names(frozenset(acronyms), quiet), dict(out)
    for letters in acronyms:
        names = {*beside.get(letters, ()), full.get(letters, "")} - {""}
        groups = {name for name in names if name in found and found[name].kind in BODIES}
        new = {full.get(letters, "")} - {""} - found.keys()
        if not groups | new:
            continue
        name = max(groups | new, key=lambda one: (sum(text.count(one) for text in quiet), one))
        why = f'"{letters}" are the initials of {name}'
        named = found.setdefault(name, Learnt(name, found[letters].kind, "name", why)).party
        party = name if named == letters else named
        same = {found[one].party for one in (letters, *groups)}
        found |= {one: replace(each, party=party) for one, each in found.items() if each.party in same}
    return found


_OF = re.compile(r" of (?:the )?")


def _of_movements(out: Mapping[str, Learnt]) -> dict[str, Learnt]:
    """The same entries with a movement's own bodies under it: "Provisional Council of the Orlin Hill Front"."""
    groups = {one.party: one.kind for one in out.values() if one.kind in BODIES}
    heads = party_words().heads
    bodies = {party for party, kind in groups.items() if " " in party and (kind == "alliance" or heads.search(party))}
    owner = {party: tail for party in groups for tail in _OF.split(party, maxsplit=1)[1:] if tail in bodies}
    return {
        name: replace(one, party=owner[one.party], by="body" if name == one.party else one.by)
        if one.kind in BODIES and one.party in owner
        else one
        for name, one in out.items()
    }


def _of_lands(out: Mapping[str, Learnt]) -> dict[str, Learnt]:
    """The same entries with peoples whose land no text names under the one state that begins alike: "Caldish" of
    Caldemark.
    """
    found = dict(out)
    named = {name for name, one in out.items() if name == one.party and one.kind == "state"}
    for form, one in out.items():
        stem = form.removesuffix("ish")
        lands = {name for name in named if name.startswith(stem) and len(stem) >= _STEM}
        if form != stem and one.by == "demonym" and one.party not in out and len(lands) == 1:
            [land] = lands
            found[form] = replace(one, party=land, because=f"{one.because}; begins as {land}")
    return found


_STEM = 4  # letters of a people's name that its land must begin with


def _bodies(quiet: Sequence[str], out: Mapping[str, Learnt], known: frozenset[str]) -> dict[str, Learnt]:
    """Named bodies of the sides, "the Maritime Directorate", where words say whose they are."""
    owner_of = {
        name: one.party for name, one in out.items() if one.by not in ("description", "place", "map", "agency", LIKELY)
    }
    media = {name: one.party for name, one in out.items() if one.by == "agency"}
    found = find_bodies(quiet, owner_of, {*out, *known}, media)
    return {name: Learnt(party, kind_of(out, party), "body", f"{name}: {why}") for name, (party, why) in found.items()}


def _by_noun(quiet: Sequence[str], out: Mapping[str, Learnt]) -> dict[str, Learnt]:
    """The one body of all reports that is called a council, where it is a side's, as "the Council"."""
    owners: dict[str, dict[str, str]] = {}
    for name, one in out.items():
        noun = re.split(r" (?:of|for) ", name)[0].split()[-1]
        if " " in name and not name.startswith("the ") and noun in BODY_HEADS and one.by in ("name", "body"):
            owners.setdefault(noun, {})[name] = one.party
    found = {}
    for noun, names in owners.items():
        others = re.compile(rf"(?<![\w’'-])(?!The )[A-ZÀ-Þ][\w’'-]+ {noun}\b")
        known = " ".join(names)
        alien = any(m[0] not in known for text in quiet for m in others.finditer(text))
        if len(set(names.values())) == 1 and not alien and f"the {noun}" not in out:
            name, party = min(names.items(), key=lambda each: (-len(each[0]), each[0]))
            found[f"the {noun}"] = Learnt(party, kind_of(out, party), "short name", f'"the {noun}" for {name}')
    return found


def _sides(
    texts: Sequence[str], actors: Actors, out: Mapping[str, Learnt], known: frozenset[str], signs: Signs
) -> dict[str, Learnt]:
    """What is spoken of as a side though no rule says that it is one."""
    taken = {name: (one.party, one.kind) for name, one in out.items()}
    towns = signs.towns.keys() | signs.datelines.keys()
    return {
        one.name: Learnt(one.party, one.kind, one.by, one.because)
        for one in find_sides(texts, actors, taken, known, towns)
    }


def find_sittings(texts: Sequence[str], known: Mapping[str, str], world: Mapping[str, str]) -> list[Sitting]:
    """The cities and palaces of ``texts`` that may be seats; arguments as of ``learn``."""
    return _sittings(_early(texts, known, world, None), known)


def _sittings(early: _Early, known: Mapping[str, str]) -> list[Sitting]:
    out, signs = early.out, early.signs
    owner_of = {name: one.party for name, one in out.items() if one.kind not in BODIES and one.by != "agency"}
    media = {name: one.party for name, one in out.items() if one.by == "agency"}
    near = _near(out, signs, {})
    return sittings(early.quiet, owner_of, known, (*out, *_placed(out, signs)), signs, near, media)


def _seats(early: _Early, known: Mapping[str, str], heard: Heard | None) -> dict[str, Learnt]:
    return {
        city: Learnt(party, kind_of(early.out, party), "seat" if sure else LIKELY, f"{why}: a seat of {party}")
        for city, (party, why, sure) in choose_seats(_sittings(early, known), heard=heard).items()
    }


_FIGHTS = re.compile(
    r"\b(?:army|armies|troops?|soldiers?|forces|navy|artillery|jets?|drones?|warships?|tanks?|border guards?)\b", re.I
)


def _near(out: Mapping[str, Learnt], signs: Signs, world: Mapping[str, str]) -> frozenset[str]:
    """The states that reports call an ally, or a neighbour whose troops they do not speak of: these are no side."""
    on_board = {name: party for name, party in world.items() if signs.count[name]}
    names = on_board | {name: one.party for name, one in out.items() if one.kind == "state"}
    fighting = {
        party
        for name, party in names.items()
        if any(_FIGHTS.search(organ) for organ in (*signs.owners.get(name, ()), *signs.adjectives.get(name, ())))
    }
    beside = {names.get(name, name) for name in signs.neighbours} - fighting
    return frozenset(beside | {names.get(name, name) for name in signs.allies})


def find_homes(
    texts: Sequence[str], known: Mapping[str, str], world: Mapping[str, str]
) -> tuple[Mapping[str, Mapping[str, float]], str]:
    """Each party that may be at home in ``texts``, with its signs, and the state that they are mostly about.

    Arguments as of ``learn``; the state is "" where there is none.
    """
    out, early = _learn(texts, known, world, None)
    given = early.quiet, out, world, early.signs, _near(out, early.signs, world)
    told_of = most_told_of(*given)
    return homes(*given), told_of.party if told_of else ""


def _mapped_towns(
    places: Iterable[str], signs: Signs, known: Mapping[str, str], world: Mapping[str, str], out: Mapping[str, Learnt]
) -> dict[str, Learnt]:
    """Those of ``places`` that a gazetteer knows in one of the states named: Goma, where Congo is named."""
    lands = countries_named(signs.count, world)
    if not lands:
        return {}
    towns = {town: land_of(town) for town in places if town not in known and town not in out}
    return {
        town: Learnt(lands[land], "state", "map", f'"{town}" is in {lands[land]} on the map')
        for town, land in towns.items()
        if land in lands
    }


_LANDS = (*SIDES, "people", "seat", "place")
_HALF = 0.5


def _states(signs: Signs, known: frozenset[str]) -> dict[str, Learnt]:
    out: dict[str, Learnt] = {}
    for name, why in signs.separate.items():
        if name not in known:
            out[name] = Learnt(name, "region", "name", f'"{why}"')
            out |= {
                form: Learnt(name, "region", "demonym", f'"{form}" of {name}') for form in _forms(name, signs) - known
            }
    for name, form, why in states(signs, known):
        if name in out and out[name].kind == "region":
            continue
        if not form or form == name:
            out.setdefault(name, Learnt(name, "state", "demonym" if form else "name", why))
        else:
            out.setdefault(form, Learnt(name, "state", "demonym", why))
        people = f"{form or name}s"
        if signs.count[people]:
            out.setdefault(people, Learnt(name, "state", "demonym", why))
    return out


def _of_no_land(one: Learnt, signs: Signs) -> bool:
    """Whether a people has been found whose land no text names: "the Koumbari militia" may be no state's."""
    return one.by == "demonym" and not signs.count[one.party]


def _forms(name: str, signs: Signs) -> set[str]:
    return {word for word in signs.count if word != name and word[:3] == name[:3] and is_people_of(word, name)}


def _groups(texts: Sequence[str], out: Mapping[str, Learnt], known: frozenset[str]) -> Iterable[tuple[str, Learnt]]:
    peoples = frozenset(name for name, one in out.items() if one.by == "demonym")
    groups = find_groups(texts, peoples, known)
    blocs = find_blocs(texts, known)
    blocs |= {name: why for name, why in groups.items() if is_allied(name)}
    groups = {name: why for name, why in groups.items() if name not in blocs}
    for kind, found in (("group", groups), ("alliance", blocs)):
        for name, why in found.items():
            yield name, Learnt(name, kind, "name", why)
        for alias, name, by, why in group_aliases(texts, found, known):
            yield alias, Learnt(name, kind, by, why)


def _placed(out: Mapping[str, Learnt], signs: Signs) -> dict[str, Learnt]:
    """Towns that a dateline puts in a state: "the army" in a report from there is that state's."""
    return {
        town: Learnt(out[state].party, out[state].kind, "place", f'"{town}, {state}"')
        for town, state in signs.placed.items()
        if state in out and town not in out
    }


def _by_head(out: Mapping[str, Learnt]) -> dict[str, Learnt]:
    """Who "the alliance" or "the command" is, where one body alone that acts is called so."""
    heads: dict[str, set[tuple[str, str]]] = {}
    for one in out.values():
        if one.kind in ("group", "alliance"):
            for word in HEADS & {word.lower() for word in one.party.split()}:
                heads.setdefault(word, set()).add((one.party, one.kind))
    found = {word: next(iter(named)) for word, named in heads.items() if len(named) == 1}
    allied = {(one.party, one.kind) for one in out.values() if one.kind == "alliance"}
    if len(allied) == 1:
        found.setdefault("coalition", next(iter(allied)))
    return {
        word: Learnt(party, kind, "description", f'"the {word}": the reports know one, {party}')
        for word, (party, kind) in found.items()
        if word not in out
    }


HEADS = frozenset("alliance coalition compact command bloc pact accord league front council directorate".split())


def _movements(long: Iterable[Sequence[tuple[int, int, Entry]]], signs: Signs) -> Counter[str]:
    """How often the reports name each movement of the tables on board."""
    named = Counter(entry.party for found in long for _, _, entry in found if entry.kind == "group")
    for name in sorted(signs.count.keys() & world_groups().keys()):
        named[world_groups()[name]] += signs.count[name]
    return named


def _rebels(
    texts: Sequence[str], quiet: Sequence[str], out: Mapping[str, Learnt], on_board: Counter[str]
) -> dict[str, Learnt]:
    """Who "the rebels" are, and "the company"."""
    learnt = {name: one.party for name, one in out.items() if one.kind == "group"}
    found = find_rebels(texts, quiet, world_groups() | learnt, learnt, on_board)
    hired = find_hired(quiet, learnt)
    company = {"the company": Learnt(hired[0], "group", "short name", hired[1])} if hired else {}
    return company | {word: Learnt(party, "group", "description", why) for word, (party, why) in found.items()}


def _one_spelling(out: dict[str, Learnt], signs: Signs, quiet: Sequence[str]) -> dict[str, Learnt]:
    """The same entries with each party under its most frequent spelling: Welgoria -> Velgoria."""
    count = Counter({party: signs.count[party] for party in {one.party for one in out.values()}})
    count.update({party: sum(text.count(party) for text in quiet) for party in count if " " in party})
    named = {one.party for name, one in out.items() if one.by == "name" and name == one.party}
    for name, one in out.items():
        count[one.party] += signs.count[name] if name != one.party and one.by == "demonym" else 0
    ranked = sorted(count, key=lambda party: (party not in named, -count[party], len(_FOREIGN.findall(party)), party))
    chosen: dict[str, str] = {}
    for party in ranked:
        group = kind_of(out, party) in BODIES
        same = (
            one for one in chosen.values() if (kind_of(out, one) in BODIES) == group and _alike(party, one, group=group)
        )
        chosen[party] = next(same, party)
    english = {party: _english(party, chosen, out) for party in set(chosen.values())}
    spelt = {}
    for name, one in out.items():
        party = english[chosen[one.party]]
        reason = one.because if party == one.party else f"{one.because}; {one.party} is {party}"
        spelt[name] = replace(one, party=party, kind=kind_of(out, chosen[one.party]), because=reason)
    return spelt


def _as_on_board(out: Mapping[str, Learnt], signs: Signs, world: Mapping[str, str]) -> dict[str, Learnt]:
    """The same entries with states that sound like one on board that is named, too, as that one: Kongo for Congo."""
    named = [name for name in world if signs.count[name] and " " not in name]
    states = {one.party for one in out.values() if one.kind == "state" and " " not in one.party}
    same = {
        party: world[name]
        for party in states
        for name in named
        if name[-1] == party[-1] and compare_places(party, name).score >= _SAME_SOUND
    }
    return {
        name: replace(one, party=same[one.party], because=f"{one.because}; {one.party} is {same[one.party]}")
        if one.party in same
        else one
        for name, one in out.items()
    }


_SAME_SOUND = 0.99

_FOREIGN = re.compile(r"(?i)sch|tch|dj|ou|ij")
"""How German and French wires spell what English ones spell otherwise."""


def _english(party: str, chosen: Mapping[str, str], out: Mapping[str, Learnt]) -> str:
    """Lipowien -> Lipovia, where an English adjective ("Lipovian") stands beside the German or French name only."""
    if not re.search(r"(?:ien|ie)$", party):
        return party
    forms = (name for name, one in out.items() if one.by == "demonym" and chosen[one.party] == party)
    return next((state_of(form) for form in forms if form.endswith("ian")), party)


def _alike(a: str, b: str, *, group: bool) -> bool:
    """Whether two parties are one: by sound, or one is the other's people ("Zerayan" and Zerayo)."""
    if group:
        if content_words(a) == content_words(b):
            return True
        return compare_names(a, b, "ORG").score >= SAME
    plain, other = (re.sub(r"(?:ien|ie|iya|ija)$", "ia", name) for name in (a, b))
    if compare_names(plain, other, "LOC").score >= SAME:
        return True
    return any(compare_words(form, plain).score >= SAME for form in demonym_forms(other) if form[-2:] == plain[-2:])
