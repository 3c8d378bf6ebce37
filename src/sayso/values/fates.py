"""What became of people, in words: killed, injured, missing, captured, displaced. Pure.

Several lists, since several questions are asked: the widest finds that a sentence tells of harm ("toll", "losses"),
the narrowest, of whole words, what became of those whom the number of a position counts.
"""

from __future__ import annotations

import re

HARM = {
    "killed": r"kill(?!er|joy)|dead(?!l|pan|beat)|death(?!bed)|died|dies|fatalit|lives|fallen|martyr|buried|perish|"
    r"slain|murder(?!er)|bodies|body(?!guard)|toll|"
    r"losses|lost|victim|balance sheet",
    "injured": r"wound|injur|hurt|maimed",
    "missing": r"missing",
    "captured": r"prisoner|captive",
}
"""Beginnings of words by which a sentence tells of harm to people."""

_PUT_OUT = r"neutrali[sz]|eliminat|liquidat|annihilat"
_NUMBERED = HARM | {"killed": f"{HARM['killed']}|loss of|drown|suffocat|starv|burnt? to death|succumb|{_PUT_OUT}"}
_LEFT = (
    r"(?:displaced|homeless|driven from|fled|homes|on the run|refugees?|evacuat\w+|(?:have|has|had) left|"
    r"driven out)\b"
)
BESIDE_A_NUMBER = {
    "displaced": re.compile(rf"\b{_LEFT}", re.I),
    **{fate: re.compile(rf"\b(?:{words})", re.I) for fate, words in _NUMBERED.items()},
}
"""Words near a number that tell what it counts, for figures: those of ``HARM`` and some more."""

_NOUNS = {
    "killed": ("dead", "killed", "slain", "fallen", "martyred", "martyrs", "drowned"),
    "injured": ("wounded", "injured"),
    "missing": ("missing", "unaccounted"),
    "captured": ("captured", "detained"),
    "displaced": ("displaced", "homeless", "evacuated"),
}
AS_NOUN = {word: fate for fate, words in _NOUNS.items() for word in words}
"""Words that stand for the people after a number: "29 killed, 30 wounded and 25 captured"."""

DEAD_ONES = r"(?:killed|dead|slain|fallen|martyred|died|deaths?)"
HURT_ONES = r"(?:wounded|injured|hurt|maimed|injuries)"
"""Words for the dead and the hurt that stand beside each other: "40 killed and wounded"."""

_IN_HOSPITAL = (
    r"(?:admitted|taken|brought|rushed|evacuated|transferred|sent) to (?:(?:an?|the|local|nearby|several) ){0,2}"
    r"hospitals?|hospitali[sz]ed"
)
SAID_OF = {
    "killed": r"(?:killed|slain|dead(?!\s+body)|died|dies|die|murdered|executed|beheaded|massacred|slaughtered|"
    r"perished|drowned|suffocated|martyred|shot dead|deaths?|fatalit(?:y|ies)|lost (?:their|his|her) (?:lives|life)|"
    r"neutrali[sz]ed|eliminated|liquidated|annihilated|with their throats (?:cut|slit))",
    "injured": rf"(?:wounded|injured|hurt|maimed|injuries|{_IN_HOSPITAL}|"
    r"lost (?:an?|one|his|her|their|both|two) (?:legs?|arms?|f(?:oo|ee)t|hands?|eyes?|limbs?|sight))",
    "missing": r"(?:missing|unaccounted for)",
    "captured": r"(?:captured|captive|taken (?:prisoner|captive|hostage)|detained|arrested|in captivity)",
    "displaced": r"(?:displaced|homeless|evacuated|driven (?:out|from)|on the run|fled|have left their homes)",
}
"""What is said of those whom a number counts: "nine people are still missing"."""

FATES = {
    "killed": re.compile(
        r"\b(?:kill(?:ed|ing|s)?|dead|deaths?|died|dies|fallen|fell|bodies|buried|slain|murdered|lives)\b", re.I
    ),
    "injured": re.compile(rf"\b(?:wound(?:ed|ing|s)?|injur(?:ed|ing|ies)|hurt|maimed|{_IN_HOSPITAL})\b", re.I),
    "missing": re.compile(r"\bmissing\b", re.I),
    "captured": re.compile(r"\b(?:captured|prisoners?|captives?|detained|surrendered)\b", re.I),
    "displaced": re.compile(r"\b(?:displaced|fled|homeless|evacuated|refugees?|left their homes)\b", re.I),
}
"""Whole words that say what became of those whom the number of a position counts."""

DEAD = re.compile(
    r"\b(?:dead|kill|died|deaths?|bod(?:y|ies)|toll|graves?|buried|wounded|injur|casualt|losses|victims?|fallen|martyr|"
    r"morgue|coffin)",
    re.IGNORECASE,
)
CAPTIVE = re.compile(
    r"\b(?:prisoner|captive|captivity|hostage|captur|surrender|gave up|deserter|custody|detain|abduct|released|freed|"
    r"taken alive|in (?:our|their|its) hands|laid down|under (?:our )?guard)",
    re.IGNORECASE,
)
"""Beginnings of words by which a statement may be on the dead and hurt, or on those who are held."""
