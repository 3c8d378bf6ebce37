"""What is said of a truce, as an answer to the question whether it holds: it does, it is broken, or neither.

"The ceasefire is holding" says so, "they violated it" blames, "the calm is over" denies it; "it is not violating the
ceasefire" denies a breach, and "if they violate it" says nothing of what has happened.
"""

from __future__ import annotations

import re

from sayso.claims.matters import Draft
from sayso.claims.told import Told
from sayso.types import Stance

_BREAK = r"(?:violat(?:e[ds]?|ing|ions?)|breach(?:e[ds]|ing)?|br(?:eaks?|eaking|oken?)|infring\w+)"
_TRUCE = r"(?:cease-?\s?fires?|truces?|armistice|cessation|accords?|agreements?|deals?|pact|calm|lull|pause|it|this)"
BROKEN = re.compile(
    rf"\b{_BREAK}\b(?! (?:out|down|through|into|off|up)\b)|"
    rf"\b{_TRUCE} (?:\w+ )?(?:collapsed|unravel\w*|is over|is dead)\b",
    re.IGNORECASE,
)
_NO_BREACH = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno|\bnone of|\bwithout|\bden(?:y|ies|ied|ying)(?: having| that)?)\s+"
    rf"(?:[\w’'-]+\s+){{0,3}}{_BREAK}\b",
    re.IGNORECASE,
)
_MAY_BE = re.compile(
    r"\b(?:if|unless|should|in case|in the event|whenever|once|any|against|whoever|those who)\s"
    rf"(?:[\w’',“\"-]+\s){{0,6}}(?:{_BREAK}|collaps(?:es?|ed))\b|"
    r"\b(?:would|will|could|may|might|must|to) (?:not )?(?:be )?(?:violate|breach|break)[nde]*\b|"
    rf"\b(?:answer|respond to|retaliate for|punish) (?:\w+ ){{0,2}}{_BREAK}\b",
    re.IGNORECASE,
)
HOLDS = re.compile(
    rf"\b{_TRUCE}\W+(?:[\w’'-]+\W+){{0,4}}(?:holds?|holding|held|in (?:force|effect|place)|was quiet|was calm|"
    r"(?:is|was|were|been|being) (?:\w+ )?(?:observed|respected|kept|honou?red|upheld|maintained))\b|"
    rf"\b(?<!to )(?<!must )(?<!should )(?<!shall )(?<!will )(?<!would )"
    r"(?:observ|respect|honou?r|uphold|upheld|abid|compl|stick|keep|kept|adher|committed|enforc)\w*"
    rf"\W+(?:[\w’'-]+\W+){{0,3}}{_TRUCE}\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno longer|\bhardly|\bfail\w* to|\brefus\w+ to)\s(?:[\w’'-]+\s){0,3}"
    r"(?:hold|held|in force|in effect|observ|respect|keep|kept|honou?r|uph[eo]ld|abid|compl|stick|adher)",
    re.IGNORECASE,
)
BLAMES, NO_BREACH = "it says who broke it", "it says that it was not broken"
MAY_BE, HOLDS_SO, IS_BROKEN = (
    "it speaks of a breach that may come",
    "it says that it holds",
    "it says that it is broken",
)

FIRM = (BLAMES, NO_BREACH, MAY_BE, HOLDS_SO, IS_BROKEN)  # reasons that go before a guess


def on_truce(words: str, stance: Stance, *, takes_sides: bool) -> tuple[Stance, str] | None:
    """What a claim of a truce does to the question whether it holds; None where its words leave that open.

    Args:
        words: those of the claim and of what is said with it.
        stance: by the wording.
        takes_sides: whether a side of the conflict speaks, of which a breach is the other's, or one is named.
    """
    if stance not in ("asserts", "accuses", "confirms", "other"):
        return None
    broken = [found.start() for found in BROKEN.finditer(words)]
    if broken and _NO_BREACH.search(words):
        return "denies", NO_BREACH
    if broken and _MAY_BE.search(words):
        return ("other", MAY_BE) if len(broken) == 1 else None
    if stance in ("other", "confirms"):
        return None
    if broken or _NOT_HELD.search(words):
        return ("accuses", BLAMES) if stance == "accuses" or takes_sides else ("denies", IS_BROKEN)
    return ("asserts", HOLDS_SO) if HOLDS.search(words) else None


def takes_sides(one: Told, draft: Draft) -> bool:
    """Whether a side of the conflict speaks, or an outsider names one side alone."""
    named = [side for side in one.claim.slot("sides").split("; ") if side and side != one.party]
    return bool(set(one.party.split("; ")) & draft.conflict.belligerents()) or (one.own and len(named) == 1)
