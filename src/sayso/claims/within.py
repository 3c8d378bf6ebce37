"""The kinds of matter among which a claim chooses that does not name its matter."""

from __future__ import annotations

from sayso.claims.deeds import KIND, deed_of, is_harm
from sayso.claims.keys import Keyed
from sayso.types import Claim

DOUBTED = ("control", "attack", KIND, "equipment", "casualties", "foreign fighters", "truce")  # what "accounts" are of
WITHIN = {
    "control": ("control", "plan"),
    "fighting": ("control", "plan"),
    "attack": ("attack", "equipment"),
    "equipment": ("equipment", "attack"),
    "responsibility": ("attack", "equipment", KIND),
}


def within(claim: Claim, key: Keyed) -> tuple[str, ...]:
    """The kinds of matter on which a claim may be, the likeliest first: of a deed that is asked of, that kind alone."""
    kinds = WITHIN.get(claim.kind, (claim.kind,))
    deed, meant = deed_of(claim), key.own or key.guess
    if not deed:
        return kinds
    asked = meant is not None and meant[0] == KIND
    return (KIND,) if asked or not is_harm(deed) else ("attack", "equipment")
