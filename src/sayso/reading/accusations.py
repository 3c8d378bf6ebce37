"""Whose an accusation is: not that of who "has been accused", nor of a name in another paragraph.

Rules of ``repairs.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.denials import CLAIM_NOUN
from sayso.reading.page import Page
from sayso.reading.sentences import ENDED
from sayso.types import Attribution, Span

PASSIVE = re.compile(
    r"(?:(?:has|have|had|having) (?:also |again |long )?been|is|are|was|were|being|been|stands?|stood)"
    r"(?: \w+ly| also| again)? (?:accused|blamed|charged|suspected)(?: of| for| with)?",
    re.I,
)
BY_WHOM = re.compile(
    r" by (?P<who>(?:(?:the|its|some|many|several) )?(?:[a-z]+ ){0,2}[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}"
    r"|(?:the )?[a-z]+(?: groups?| officials?)?)(?= of\b| for\b| with\b|[.,;])"
)


def find_accuser(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`[The Front] has been accused [of burning Orlin]`: the subject is who is accused; who accuses stands behind "by",
    or nowhere.
    """
    if len(attribution.cue) != 1 or not PASSIVE.fullmatch(page.words(attribution.cue[0])):
        return attribution
    cue = attribution.cue[0]
    if not attribution.source or any(part.start >= cue.end for part in attribution.source):
        return attribution
    match = BY_WHOM.match(page.text, cue.end)
    near = tuple(part for part in attribution.source if not ENDED.search(page.text, part.end, cue.start))
    content = tuple(sorted({*near, *attribution.content}))
    return replace(attribution, source=(Span(*match.span("who")),) if match else (), content=content)


def leave_far_owner(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Vell rejects charges¶ ... over [accusations] that it arms rebels`: an accusation of which the paragraph does not
    say whose it is, is not that of who stands in a headline or a paragraph before.
    """
    if len(attribution.cue) != 1 or not CLAIM_NOUN.fullmatch(page.words(attribution.cue[0])):
        return attribution
    cue = attribution.cue[0]
    here = tuple(p for p in attribution.source if "\n" not in page.text[min(p.end, cue.end) : max(p.start, cue.start)])
    return attribution if len(here) == len(attribution.source) else replace(attribution, source=here)
