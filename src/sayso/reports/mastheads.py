"""The lines over a headline: the name of who publishes it, and lines with a label ("Outlet: ...", "Headline: ...").

"Radio Keld / Army denies loss of the mill / Published on 3 May 2023": the first line is no headline. Whether it names
an outlet is only said where its words do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reports.agencies import is_broadcaster, known_agency
from sayso.reports.credits import Credit, is_byline, names_outlet
from sayso.types import Span

_LONGEST = 60  # characters of a masthead
_LABELLED = re.compile(
    r"[ \t]*(?P<label>outlet|newspaper|publication|publisher|medium|source|agency|headline|title)[ \t]*:[ \t]*"
    r"(?P<value>\S[^\r\n]*?)[ \t]*$",
    re.IGNORECASE,
)
_TITLES = ("headline", "title")
_BESIDE = re.compile(r"\s*(?:\([^()]{2,40}\)|,\s*[A-ZÀ-Þ][^,|–—]{1,30}|\s[–—|-]\s+[A-ZÀ-Þa-z][\w ]{2,20})$")
"""What stands beside the name: the town, the kind of the piece, the channel."""
_ENDS = re.compile(
    r"\b(?:post|monitor|standard|guardian|mail|mirror|express|globe|lantern|sentinel|beacon|echo|argus|review|"
    r"newsroom|online|wire|radio|tv|télévision|television|fm|infos?|actualités?|media|médias?|presse|diario|"
    r"(?:news|press|wire|information) (?:agency|service)|news network|broadcasting(?: corporation| service)?)$|"
    r"^(?:the )?daily\s|^(?:radio|rádio|tv|télé|agence|agencia|agência|agenzia|le journal|la voix|la voz|voice of|"
    r"diario|el diario)\s|"
    r"^(?:the )?[\w-]+(?:inform|press|wire)$",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:www\.)?[\w-]{2,30}(?:\.[\w-]{2,20})?\.[a-z]{2,4}", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:ministry|office|bureau|command|army|forces?|front|council|committee|spokes\w+|headquarters|staff|division|"
    r"brigade|statement|communiqu[eé]s?|bulletin|report|press release|declaration|update|briefing)\b|\d",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:[\w-]+ ){0,2}(?:press release|statement|communiqu[eé]|news release|bulletin|declaration|proclamation)"
    r"(?:,? (?:no|nr|number)\b\.?)?[ \d/-]*\W*",
    re.IGNORECASE,
)
_SMALL = frozenset("of the and for in on de la le les el los las du des del da do di et y e al".split())
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…")


_NOBODY = Credit()


@dataclass(frozen=True, slots=True)
class Masthead:
    """Lines that stand over a headline, whom they name, and the headline where a label marks it."""

    lines: tuple[Span, ...] = ()
    credit: Credit = _NOBODY
    title: Span | None = None


def find_masthead(text: str, lines: list[Span], *, dated: bool) -> Masthead:
    """What stands over the headline among the first ``lines`` of a text.

    Args:
        text: the whole text.
        lines: its head, without labels such as "Analysis", bylines and date lines.
        dated: whether a date line or a dateline stands under them.
    """
    labelled = [(line, match) for line in lines if (match := _LABELLED.match(text, line.start, line.end))]
    if labelled:
        return _of_labels(labelled)
    if len(lines) < 2 or not _is_headline(text, lines[1]):
        return Masthead()
    words = _words(text, lines[0])
    name = outlet_in(words)
    if name and (dated or names_outlet(name) or known_agency(name)):
        return Masthead((lines[0],), _credit(name))
    name = _bare(words)
    if dated and _is_name(words) and (_has_small_words(_words(text, lines[1])) or _recurs(text[lines[1].end :], name)):
        asks = re.search(rf"^[ \t]*{re.escape(name)}[ \t]*:", text[lines[1].end :], re.MULTILINE)
        return Masthead((lines[0],), _credit(name) if asks else _NOBODY)
    return Masthead()


def outlet_in(words: str) -> str | None:
    """The outlet that a line gives by its words alone: "The Daily Lantern, Keld"; None for any other line.

    >>> outlet_in("Radio Keld"), outlet_in("The Keld Ledger (Tor)"), outlet_in("keld24.org"), outlet_in("Hill Front")
    ('Radio Keld', 'The Keld Ledger', 'keld24.org', None)
    """
    for name in (_bare(words), words):
        if known_agency(name) or is_broadcaster(name) or _SITE.fullmatch(name):
            return name
        if _is_name(name) and (names_outlet(name) or (_ENDS.search(name) and not _NO_NAME.search(name))):
            return name
    return None


def _of_labels(labelled: list[tuple[Span, re.Match[str]]]) -> Masthead:
    """What labels say; "Source: Keld Cable" is who sent it where the outlet is named beside it."""
    said = {match["label"].lower(): match["value"].strip() for _, match in reversed(labelled)}
    title = next((Span(*match.span("value")) for _, match in labelled if match["label"].lower() in _TITLES), None)
    source = said.get("source")
    named = (said.get(label) for label in ("outlet", "newspaper", "publication", "publisher", "medium"))
    outlet = next((name for name in named if name), None) or source
    agency = said.get("agency") or (source if source and (source != outlet or known_agency(source)) else None)
    agency = (agency and known_agency(agency)) or agency
    lines = tuple(line for line, match in labelled if match["label"].lower() not in _TITLES)
    return Masthead(lines, Credit(outlet or agency, agency), title)


def _credit(name: str) -> Credit:
    return Credit(name, known_agency(name))


def _words(text: str, line: Span) -> str:
    return text[line.start : line.end].strip()


def _bare(words: str) -> str:
    """The name without what stands beside it."""
    return _BESIDE.sub("", words).strip()


def _is_name(words: str) -> bool:
    """Whether a line is short and all its words are written as those of a name are, the first at least by a capital."""
    bare = _bare(words)
    parts = bare.split()
    return (
        len(words) <= _LONGEST
        and 1 <= len(parts) <= 7
        and bare[:1].isupper()
        and not bare.endswith(_SENTENCE_END)
        and not any(sign in bare for sign in ':;"“”«»?!@#|')
        and all(not part[0].islower() or part in _SMALL for part in parts)
        and not any(part[:1].isdigit() for part in parts[:1])
    )


def _is_headline(text: str, line: Span) -> bool:
    """Whether a line may be a headline: several words that do not end like those of running text, and no number of a
    communiqué, over which stands who gives it out.
    """
    words = _words(text, line)
    ends = words.rstrip('"”’»)')
    may = len(words.split()) > 2 and len(words) <= 200 and not ends.endswith(".") and not is_byline(words)
    return may and not _NUMBERED.fullmatch(words) and "@" not in words


def _recurs(text: str, name: str) -> bool:
    """Whether running text has a name, or the letters that it is shortened to: what a headline in capitals has not."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    told = (name, letters) if len(letters) > 2 else (name,)
    return any(re.search(rf"\b{re.escape(each)}\b", text) for each in told)


def _has_small_words(words: str) -> bool:
    """Whether a headline is written like a sentence, so that one in which all is capital can be told from it."""
    return sum(word[0].islower() and word not in _SMALL for word in words.split()) >= 2
