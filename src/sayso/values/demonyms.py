"""What the people of a place may be called, from the form of the word alone: Velgoria -> Velgorian.

English makes such words by a few endings, for invented names as for real ones. Irregular ones (French, Dutch) are in
the table of states. Pure.
"""

from __future__ import annotations

import re

ENDINGS = ("ian", "ean", "an", "n", "i", "ese", "ish", "ite", "er", "ar", "ic", "enian")
"""The endings that make a people of a place."""

_STEMS = (
    (re.compile(r"istan$|estan$"), ("",)),
    (re.compile(r"(?:z|d|kh|r|n)?eti$"), ("",)),
    (re.compile(r"ia$|ya$"), ("", "i", "ia")),
    (re.compile(r"[aeiouy]h?$"), ("",)),
    (re.compile(r"land$|lande$"), ("", "land")),
)


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
    folded, forms = word.casefold(), {form.casefold() for form in demonym_forms(name)}
    return folded in forms or folded.removesuffix("s") in forms
