"""Deeds that were taken for statements: what somebody tried to do, and whom somebody met or called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.types import Attribution

TRIED = re.compile(
    r"(?:(?:ha[sd]|have|also|then|already|repeatedly|once|again) )*(?:attempt(?:ed|s)|tri(?:ed|es)|managed)(?: to)?",
    re.I,
)
TO_DO = re.compile(
    r"\s*to (?!(?:sa|tell|expla|assur|reassur|den[iy]|play|downplay|convinc|persuad|justif|argu|claim|confirm|comment|"
    r"respond|answer|clarif|show|blam|portra|present|calm|distanc|reject|address|giv|provid|mention|specif|nam|elaborat|call|speak|"
    r"talk|warn|remind|mak)\w*\b)[a-z]+",
    re.I,
)
"""What follows "tried" where it is no saying: "tried to seize", not "tried to explain"."""
MET = re.compile(
    r"(?:(?:in|during|after|by|an?|the|his|her|their|phone|telephone|video|recent) )*"
    r"(?:call|conversation|meeting|talks) with(?: the)?",
    re.I,
)
DEED = 24  # characters behind a cue in which the deed, or whom somebody met, begins


def without_deeds(text: str, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions that tell what somebody said, and not only what somebody tried to do or was told in a call."""
    return [each for each in attributions if not _tells_a_deed(text, each)]


def _tells_a_deed(text: str, attribution: Attribution) -> bool:
    """True for "Vell guards attempted to seize the mill", and for whom somebody met: "in a call with Ana Osk"."""
    if len(attribution.cue) != 1:
        return False
    [cue] = attribution.cue
    words, after = text[cue.start : cue.end], text[cue.end : cue.end + DEED]
    if TRIED.fullmatch(words):
        does = TO_DO.match(words.rpartition(" ")[2] + after if words.endswith("to") else after)
        return does is not None
    met = bool(attribution.source) and attribution.source[0].start - DEED < cue.end <= attribution.source[0].start
    return met and MET.fullmatch(words) is not None
