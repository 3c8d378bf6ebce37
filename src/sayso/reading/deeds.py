"""Deeds that are told apart from attacks: abductions, mines, burning, looting, closing, executions and the like.

Their words stand in ``tables/kinds/responsibility.toml``, with the deed as ``change``. Whatever such words say is a
claim of that deed and no attack as well; what burnt because it was shelled is an attack.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.triggers import Trigger

SHOT = re.compile(
    r"shell|rocket|missile|mortar|artiller|bomb|grenade|phosphorus|incendiar|air ?-?strik|air ?-?raid|drone|strik|"
    r"struck|\bhit\b|projectile|munition|explo|blast|fired|impact",
    re.IGNORECASE,
)
"""Words for an attack by which what burns was set on fire."""


def without_other_words(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence; those that tell of a deed go before those that only ask who did it, or that take the
    same words for an attack.
    """
    shot = [t for t in triggers if t.kind == "attack" and SHOT.search(t.words)]
    deeds = [t for t in triggers if is_deed(t) and not (t.change == "burning" and shot)]
    told = [t for t in triggers if not is_deed(t)]
    return sorted([*(t for t in told if not _is_of(t, deeds)), *deeds], key=lambda t: t.span)


def is_deed(trigger: Trigger) -> bool:
    """Whether the words tell of a deed of which a question of its own asks."""
    return trigger.kind == "responsibility" and bool(trigger.change)


def _is_of(trigger: Trigger, deeds: Sequence[Trigger]) -> bool:
    """Whether the words of ``deeds`` say what these do: all responsibility of a sentence is for them."""
    if trigger.kind == "responsibility":
        return bool(deeds)
    over = (d for d in deeds if d.span.start < trigger.span.end and trigger.span.start < d.span.end)
    return trigger.kind == "attack" and any(over)
