"""Bodies that are sides of their own, as their sentences show (body_signs.py): the corps that fights the army. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sayso.values.body_signs import bodies_in, chance_of_side, noun_of, signs_of_body, stands_alone, strongest
from sayso.values.learnt import BODIES, Learnt
from sayso.values.local_actors import may_be_side
from sayso.values.local_groups import group_aliases
from sayso.values.party_words import NAME

ENOUGH = 0.7
"""How likely a body must be a side to be taken for one."""


def own_bodies(
    texts: Sequence[str], taken: Mapping[str, Learnt], known: Collection[str]
) -> tuple[dict[str, Learnt], set[str]]:
    """The names of bodies that are sides, and the states that are no more than words of such names.

    Args:
        texts: calm texts (party_words).
        taken: what the reports have taught so far.
        known: names that the tables on board hold.
    """
    found = bodies_in(texts)
    nouns = Counter(noun_of(name) for name in found)
    nouns["Coalition"] += any("-led coalition" in text for text in texts)
    out: dict[str, Learnt] = {}
    gone: set[str] = set()
    for name in sorted(found):
        alone = nouns[noun_of(name)] == 1
        if name in taken and taken[name].party == name and taken[name].kind in BODIES:
            out |= {one: new for one, new in _by_noun(name, taken[name].kind, alone=alone).items() if one not in taken}
        words = {word for word in name.split() if word in taken or word in known}
        bound = {word for word in words if word not in known and _only_within(word, found, texts)}
        if name in taken or name in known or words - bound or name.startswith("State ") or not may_be_side(name, {}):
            continue
        signs = signs_of_body(name, texts, alone=alone)
        if chance_of_side(signs) >= ENOUGH:
            out |= _names(name, f'"{name}" is a side of its own: {", ".join(strongest(signs))}', texts, alone=alone)
            gone |= {taken[word].party for word in bound}
    return out, gone


_OF_STATES = frozenset("Coalition Compact Pact Bloc Mission".split())
"""Nouns for what several states have formed."""


def _only_within(word: str, bodies: Mapping[str, int], texts: Sequence[str]) -> bool:
    """Whether a word stands in the names of bodies alone."""
    within = sum(count for name, count in bodies.items() if word in name.split())
    return sum(len(re.findall(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)) for text in texts) <= within


def _names(name: str, why: str, texts: Sequence[str], *, alone: bool) -> dict[str, Learnt]:
    """A body under its name, its letters, its name without the noun, and by its noun where no other bears it."""
    noun, stem = noun_of(name), name.rpartition(" ")[0]
    kind = "alliance" if noun in _OF_STATES else "group"
    out = {name: Learnt(name, kind, "name", why)}
    for alias, _, by, reason in group_aliases(texts, {name: why}, ()):
        out.setdefault(alias, Learnt(name, kind, by, reason))
    by_stem = re.compile(rf"\b{re.escape(stem)}\b(?! {NAME})")
    if " " in stem and name.endswith(noun) and any(by_stem.search(text) for text in texts):
        out.setdefault(stem, Learnt(name, kind, "short name", f'"{stem}" for {name}'))
    return _by_noun(name, kind, alone=alone) | out


def _by_noun(name: str, kind: str, *, alone: bool) -> dict[str, Learnt]:
    """A body by its noun, where no other bears it."""
    noun = noun_of(name)
    if not alone:
        return {}
    out = {f"the {noun}": Learnt(name, kind, "short name", f'"the {noun}" for {name}')}
    if stands_alone(noun):
        out[noun.lower()] = Learnt(name, kind, "description", f'"the {noun.lower()}": the reports know one, {name}')
    return out
