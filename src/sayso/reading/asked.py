"""Questions of the report or of who asks in it: "How many aircraft does Velgoria say it shot down?" states nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.types import Attribution, Span, cover

AUXILIARY = (
    r"(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|should|shall|might|may|must|"
    r"don['’]t|doesn['’]t|didn['’]t|hasn['’]t|haven['’]t|hadn['’]t|isn['’]t|aren['’]t|won['’]t|wouldn['’]t)"
)
INVERTED = re.compile(rf"\b{AUXILIARY}(?:\s+not)?\s*$", re.IGNORECASE)
"""What stands before the subject of a question: "What does ...", "Has ..."."""
ASKS_WHO = re.compile(r"(?:and |but |so |or )?(?:who|what|which|whose|how many|how much)\b[^,;:]*", re.IGNORECASE)
"""A subject that is asked for: "Who denies it?"."""
BETWEEN = re.compile(r"\s*(?:\w+ly\s+|still\s+|now\s+|also\s+|ever\s+|yet\s+|not\s+|really\s+)?")
"""What may stand between the subject of a question and its verb."""
MARK = re.compile(r"\?[”’\"'»)\]]*\s*$")


def is_asked(text: str, attribution: Attribution, sentences: Sequence[Span]) -> bool:
    """Whether a question asks for what is said, or whether it is: its subject stands behind "does", or is "who".

    Who asks says that it is asked ("..., he asked?"); that is no such question. Nor is a turn of talk, "Q: ...".
    """
    if not attribution.source or not attribution.cue:
        return False
    source, cue = cover(attribution.source), cover(attribution.cue)
    sentence = _around(cue, sentences)
    if sentence is None or source.start < sentence.start or not MARK.search(text, cue.end, sentence.end):
        return False
    if ASKS_WHO.fullmatch(text, source.start, source.end):
        return True
    inverted = INVERTED.search(text, max(sentence.start, source.start - 30), source.start)
    return bool(inverted) and BETWEEN.fullmatch(text, source.end, cue.start) is not None


def _around(span: Span, sentences: Sequence[Span]) -> Span | None:
    """The sentence in which a span begins."""
    place = bisect_right(sentences, Span(span.start, 1 << 60)) - 1
    return sentences[place] if place >= 0 and span.start < sentences[place].end else None
