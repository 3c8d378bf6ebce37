"""Whether who concedes takes back what was said, told from troops that withdraw and shots gone astray."""

from __future__ import annotations

import re

RETRACTS = re.compile(
    r"\b(?:retract\w*|mis(?:heard|spoke\w*|informed)|"
    r"t(?:ake|ook|akes|aken|aking) (?:it|this|that|them|(?:what|everything|all)\b[^.;]{0,40}) back|"
    r"(?:withdr[ae]w\w*|drop(?:s|ped)) (?:it\b|this\b|(?:its|his|her|their) (?:\w+ )?(?=[“\"‘\d])))",
    re.IGNORECASE,
)
GIVES_UP = re.compile(
    r"\b(?:withdr[ae]w(?:s|n|ing)?|t(?:ake|ook|akes|aken|aking) back|drop(?:s|ped)|error|mistakes?|mistaken|wrong|"
    r"cancel\w*|confusion)\b",
    re.IGNORECASE,
)
A_SAYING = re.compile(
    r"\b(?:claims?|statements?|report(?:s|ed)?|figures?|numbers?|counts?|tolls?|tall(?:y|ies)|charges?|accusations?|"
    r"alleg\w+|assertions?|announce\w*|communiqu\w+|remarks?|words?|denials?|accounts?|versions?|inform(?:ation|ed)|"
    r"posts?|messages?|releases?|published|said|told|wrote|stor(?:y|ies))\b",
    re.IGNORECASE,
)
"""What is taken back, beside words that may also speak of troops, flights and shells."""
WITHDREW = re.compile(r"\bwithdr(?:ew|awn|aws?)\b", re.IGNORECASE)
MOVED = ("control", "fighting", "foreign fighters")  # kinds of matter in which troops withdraw
FIRED_ASTRAY = re.compile(
    r"\b(?:fired|struck|hit|shelled|bombed|killed|shot|aims?)\b[^.;]{0,60}\b(?:by mistake|in error|mistakenly)|"
    r"\b(?:error|mistake) of targeting",
    re.IGNORECASE,
)
WITHDRAWS_TROOPS = re.compile(
    r"\bwithdr[ae]w\w* (?:from|to|behind|(?:its|their|his|all|the) (?:\w+ )?(?:troops|forces|men|units|fighters))|"
    r"\b(?:troops|forces|units?|division|brigade|battalion|men|soldiers|fighters|army|they) (?:ha[ds] |have )?"
    r"(?:been )?withdr[ae]w\w*",
    re.IGNORECASE,
)


def takes_back(words: str, kind: str) -> bool:
    """Whether who concedes takes back what was said, by the ``words`` on a matter of this kind, and no troops."""
    words = FIRED_ASTRAY.sub("", WITHDRAWS_TROOPS.sub("", " ".join(words.split())))
    gives_up = GIVES_UP.search(words) and A_SAYING.search(words)
    return bool(RETRACTS.search(words) or gives_up or (kind not in MOVED and WITHDREW.search(words)))
