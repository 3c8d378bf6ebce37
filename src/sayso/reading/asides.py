"""Lines beside a report that are none of it: what else to read, captions and credits of pictures, sign-offs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.types import Span

TEASER = re.compile(
    r"[\s*>•▶→#(\[-]*(?:read(?: more| also| next| on| the full \w+)|also read|see also|more on th(?:is|ese)(?: \w+)?|"
    r"(?:more )?related(?: (?:stor(?:y|ies)|articles?|news|content|coverage|reading|topics?|links?|reports?))?|"
    r"(?:you )?(?:may|might) also (?:like|be interested in)|recommended(?: (?:stories|for you|reading))?|"
    r"further reading|lire aussi|à lire aussi|lea también|leia também|lesen sie auch|mehr zum thema)"
    r"(?P<stop>[ \t]*[:|»>–—]+|[ \t]*(?=\n|$))",
    re.IGNORECASE,
)
"""A line that leads to another report."""
PICTURE = r"(?:photo(?:graph)?|picture|image|illustration)"
CAPTION = re.compile(
    rf"\W*(?:(?:file|stock|main|lead|cover|handout|representative|illustrative|top)[ -])?"
    rf"(?:{PICTURE}(?: (?:caption|credits?|source|courtesy(?: of)?|by))?|caption|photos by|ph\.)"
    r"[ \t]*(?:[:©|–—]|(?<=source),)",
    re.IGNORECASE,
)
"""How a caption or the credit of a picture begins."""
NAME = r"[A-ZÀ-Þ@][^\n:;.!?\[\]()]{1,60}(?:\.[a-z]{2,4})?"
CREDITED = re.compile(
    rf"(?:(?:^|[\s.(\[])(?:(?i:{PICTURE}s?|credits?)(?: (?:by|source|credits?|courtesy of))?[ \t]*(?:[:©]|(?<=source),)"
    rf"|[Pp][Hh]\. )[ \t]*|\((?:AP|AFP|Reuters|EPA) (?:Photo|Images?)/|\[(?=[^/\n]{{2,40}}/)){NAME}[\])]*\.?[ \t]*$"
)
"""How a caption ends: on whose picture it is."""
NAMES = r"[A-ZÀ-Þ][\w’'.-]*(?:(?:,|,? and|,? in)? [A-ZÀ-Þ][\w’'.-]*){0,15}"  # a word at a time: no two ways to read it
SIGN_OFF = re.compile(
    rf"[ \t_*(\[]*{NAMES},? (?:(?:also )?reported|reporting) (?:\w+ ){{0,3}}?from "
    rf"{NAMES}(?:; [^\n]{{5,80}})?\.?[ \t)\]]*"
    r"(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}\.?)?[ \t)\]]*$"
)
"""A reporter who says from where, and nothing more."""
LONGEST = 400  # characters of a caption
LINE = re.compile(r"[^\n]+")


def asides(text: str) -> Iterator[Span]:
    """Each such line of a text; of a line that only heads others the others, too."""
    heads = False
    for match in LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        teaser = TEASER.match(line)
        if teaser or (heads and _is_link(line)):
            heads = bool(teaser and not line[teaser.end() :].strip()) or not teaser
            yield Span(match.start(), match.end())
            continue
        heads = False
        if len(line) <= LONGEST and (CAPTION.match(line) or CREDITED.search(line) or SIGN_OFF.match(line)):
            yield Span(match.start(), match.end())


def _is_link(line: str) -> bool:
    """Whether a line may be the headline of another report."""
    return len(line) < 160 and line.rstrip()[-1] not in '.!?”":'
