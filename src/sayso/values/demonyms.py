"""What the people of a place may be called, from the form of the word alone: Velgoria -> Velgorian.

English makes such words by a few endings, for invented names as for real ones. Irregular ones (French, Dutch) are in
the table of states. Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache

ENDINGS = ("ian", "ean", "an", "n", "i", "ese", "ish", "ite", "er", "ar", "ic", "enian")
"""The endings that make a people of a place."""

_STEMS = (
    (re.compile(r"istan$|estan$"), ("",)),
    (re.compile(r"(?:z|d|kh|r|n)?eti$"), ("",)),
    (re.compile(r"ia$|ya$"), ("", "i", "ia")),
    (re.compile(r"[aeiouy]h?$"), ("",)),
    (re.compile(r"land$|lande$"), ("", "land")),
)


@lru_cache(maxsize=4096)
def demonym_forms(name: str) -> tuple[str, ...]:
    """Every adjective that English might make of a place's name, likely or not.

    >>> {"Velgorian", "Gvardzian", "Hazmari"} <= {*demonym_forms("Velgoria"), *demonym_forms("Gvardzeti"),
    ...     *demonym_forms("Hazmar")}
    True
    """
    stems = {name: None}
    for pattern, endings in _STEMS:
        match = pattern.search(name)
        if match and match.start() > 2:
            stems |= dict.fromkeys(name[: match.start()] + ending for ending in endings)
    if name.endswith("eti") and len(name) > 5:
        stems[name[:-3]] = None
    forms = dict.fromkeys(stem + ending for stem in stems for ending in ENDINGS)
    return tuple(form for form in forms if form != name)


def is_people_of(word: str, name: str) -> bool:
    """Whether ``word`` may be the adjective or the people of the place ``name``, singular or plural."""
    folded, forms = word.casefold(), _folded_forms(name)
    return folded in forms or folded.removesuffix("s") in forms


@lru_cache(maxsize=4096)
def _folded_forms(name: str) -> frozenset[str]:
    return frozenset(form.casefold() for form in demonym_forms(name))


_STATE_OF = (("ian", "ia"), ("ean", "ea"), ("ese", ""), ("ish", "ia"), ("an", "a"), ("i", ""), ("en", ""))


def state_of(form: str) -> str:
    """The state that an adjective is most likely of, where no text names it: Lipovian -> Lipovia, Zarhani -> Zarhan.

    >>> state_of("Lipovian"), state_of("Zarhani"), state_of("Tacurvan"), state_of("Ost")
    ('Lipovia', 'Zarhan', 'Tacurva', 'Ost')
    """
    for ending, own in _STATE_OF:
        if form.endswith(ending) and len(form) - len(ending) > 2:
            return form[: -len(ending)] + own
    return form
