"""Words as the treebanks of English cut them: punctuation, hyphens and clitics stand alone. Pure; offsets are exact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.types import Span

# Written with a full stop that belongs to them.
SHORT = (
    "Mr Mrs Ms Dr Gen Lt Col Maj Capt Sgt Cpl Pvt Adm Cmdr Brig Gov Sen Rep Pres Prof Hon Rev St Jr Sr Inc Ltd Co Corp "
    "No Nos vs etc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri approx dept est fig al"
).split()
TOKEN = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"“”«»]*[\w/]         # an address
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                # a mail address
    | [@\#]\w+                                    # a handle, a hashtag
    | (?:[^\W\d_]\.){2,}                          # U.S., a.m.
    | (?<!\w)[A-Z]\.(?=\s+[^\W\d_])              # an initial before a name
    | (?:"""
    + "|".join(SHORT)
    + r""")\.(?=\s)                               # Gen.
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?(?![^\W_]) # 1,000; 3.5; 10:30; 21st
    | \d+(?:[.,:/]\d+)*(?=[^\W\d_]{1,3}\b)        # 5 of 5pm, 30 of 30km
    | [^\W_]+(?:['’][^\W_]+)*                     # a word, with apostrophes inside
    | \.{2,} | -{2,} | [!?]{2,} | _+ | \*+ | =+   # runs of one sign
    | \S
    """,
    re.VERBOSE,
)
CLITIC = re.compile(r"(?:n['’]t|['’](?:s|m|re|ve|d|ll))$", re.IGNORECASE)
JOINED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}  # where the second word begins


def words(text: str, span: Span) -> list[Span]:
    """The words of ``text`` within ``span``, in order."""
    return [word for m in TOKEN.finditer(text, span.start, span.end) for word in _parts(m.group(), m.start())]


def _parts(surface: str, start: int) -> Iterator[Span]:
    """A match in its words: with its clitic, or what is written as one, apart."""
    end = start + len(surface)
    clitic = CLITIC.search(surface)
    cut = clitic.start() if clitic else JOINED.get(surface.lower(), 0)
    if cut:
        yield Span(start, start + cut)
        yield Span(start + cut, end)
    else:
        yield Span(start, end)
