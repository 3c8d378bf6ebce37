"""Whether the words around a date expression speak of what has happened or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

from sayso.types import Span
from sayso.values.date_words import TABLE
from sayso.values.number_words import GAP, any_of

Tense = Literal["past", "future", "perfect"]
SENTENCE = re.compile(r"[.!?;\n“”\"]")
"""What ends the words that can say something of a date's tense."""

_IGNORE = re.IGNORECASE
_TENSE = TABLE["tense"]
_FUTURE = re.compile(
    rf"\b{any_of(_TENSE['future'])}\b(?<!\bwould)(?<!\bshould)(?<!\bmust)|\b(?:would|should|must)\b(?!\s+have\s)|'ll\b|’ll\b",
    _IGNORE,
)
_PAST = re.compile(rf"\b{any_of(_TENSE['past'])}\b|\b\w{{2,}}ed\b", _IGNORE)
_PROMISE = re.compile(rf"\b{any_of(_TENSE['promise'])}{GAP}(?:(?!to\b)\w+{GAP}){{0,3}}to{GAP}\w+", _IGNORE)

_AWAITED = re.compile(r"\b(?:until|till|ahead of)\s+(?:the\s+)?\Z", _IGNORE)


def read_tense(text: str, span: Span) -> Tense:
    """Whether the words around a date expression speak of what is to come ("future"), or look back ("perfect", "past").

    "perfect" means that a verb in the past stands nearest: only "by" and "until" make a difference between the two.
    """
    start, end = max(span.start, 0), min(max(span.end, 0), len(text))
    before = text[max(0, start - 12) : start]
    if re.search(r"['’]s$", text[start:end]) or before.endswith("of "):
        return "future" if _AWAITED.search(before) else "past"
    left = SENTENCE.split(text[max(0, start - 200) : start])[-1]
    future = max((match.end() for pattern in (_FUTURE, _PROMISE) for match in pattern.finditer(left)), default=-1)
    past = max((match.end() for match in _PAST.finditer(left)), default=-1)
    if future >= 0 and not _finite_past(left[future:]):
        return "future"
    if past >= 0:
        return "perfect"
    right = SENTENCE.split(text[end : end + 120])[0]
    ahead, back = _FUTURE.search(right), _PAST.search(right)
    if ahead and (back is None or ahead.start() <= back.start()):
        return "future"
    return "perfect" if back else "past"


def _finite_past(words: str) -> bool:
    """True where a verb in the past stands in ``words`` that is no participle after "be"."""
    bare = re.sub(
        r"^\s*(?:not\s+|also\s+)?(?:be|have)?(?:\s+been)?\s*\w+(?:ed|en|wn|ld|nt)\b|\b(?:be|been|being)\s+(?:\w+ly\s+)?\w+",
        " ",
        words,
    )
    return any(
        not re.fullmatch(r"\w+ed", match[0])
        or match[0] in ("reported", "announced", "declared", "denied", "claimed", "confirmed")
        for match in _PAST.finditer(bare)
    )
