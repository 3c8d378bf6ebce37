"""Who published a report and who sent it: "(The Saltmarket Post, with Tesserine)", "By A. Writer, Reuters".

A credit names an outlet, an agency or both. Known agencies are looked up; of other names wording and order tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reports.agencies import is_broadcaster, known_agency

_SENDS = r"with|from|via|mit|nach|von|avec|selon|con|com|citing"
_SPLIT = re.compile(
    rf"\s*[/|;]\s*|\s*,\s*|(?<!material)(?<!reporting)(?<!files)(?<!inputs)\s+(?=(?:{_SENDS})\s)", re.IGNORECASE
)
_JOINED = re.compile(r"\s+(?:and|und|et|y|e)\s+", re.IGNORECASE)
_SENDER = re.compile(
    rf"(?:(?:{_SENDS})\s+(?:additional\s+)?(?:(?:material|reporting|files|inputs?)\s+(?:by|from|of|von|de)\s+)?"
    r"|(?:additional\s+)?(?:material|reporting|files|inputs?)\s+(?:by|from|of|von|de)\s+)(?:the\s+)?",
    re.IGNORECASE,
)
_WRITER = re.compile(r"^(?:corr|korr|cor)\.\s+(?:of\s+)?", re.IGNORECASE)  # "/Corr. TASS/"
_AGENCY_WORD = re.compile(
    r"(?:^|[\s-])(?:agency|agencies|agence|agencia|agência|agentur|agenzia|ajans[ıi]|agentsia|press|presse|prensa|wire|newswire"
    r"|cable|dispatch|service)\b|wire$|press$",
    re.IGNORECASE,
)
_OUTLET_WORD = re.compile(
    r"^the\s|\b(?:times|post|gazette|herald|courier|kurier|mercury|tribune|daily|weekly|review|examiner|chronicle|journal"
    r"|observer|guardian|telegraph|standard|mail|mirror|star|sun|express|globe|independent|inquirer|bulletin|echo|argus"
    r"|monitor|magazine|lantern|sentinel|beacon|record|register|radio|rádio|tv|television|televisión|télévision|fm"
    r"|channel|online|live|digital|blog|zeitung|bote|anzeiger|rundschau|nachrichten|tagblatt|tageblatt|merkur|blatt|allgemeine"
    r"|courrier|voz|voix|voice|matin|soir|figaro|libération|diario|periódico|giornale|corriere|gazeta|gazetesi|sesi|haber|kanal|canal|office|bureau)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:times|gazette|herald|courier|kurier|mercury|tribune|daily|weekly|chronicle|journal|observer|telegraph|"
    r"independent|inquirer|examiner|ledger|news|today|newspaper|zeitung|rundschau|nachrichten)$|"
    r"^the [\w’'-]+ (?:post|guardian|mail|mirror|star|express|globe|standard|lantern|sentinel|beacon|record|register|"
    r"echo|argus|monitor|bulletin|review|wire)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:office|bureau|ministry|command|army|forces?|front|breaking|mission)\b", re.IGNORECASE)
_SMALL = frozenset("of the and for de la le el du".split())
_NO_CREDIT = frozenset(
    {"left", "right", "file", "photo", "see", "centre", "center", "top", "front", "updated", "archive"}
)
_ALONE = re.compile(r"\s*[(\[/]\s*([^()\[\]/\n]{2,40}?)\s*[)\]/]\W*")
_BYLINE = re.compile(r"(?:by:?|von|par|por|da|di|от|written by|text:)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """The outlet that published and the agency that sent a report, None when not said; two agencies joined by "; "."""

    outlet: str | None = None
    agency: str | None = None


def read_credit(text: str) -> Credit | None:
    """What stands between the brackets of a dateline; None when it names nobody.

    >>> read_credit("The Saltmarket Post, with Tesserine")
    Credit(outlet='The Saltmarket Post', agency='Tesserine')
    >>> read_credit("dpa"), read_credit("centre")
    (Credit(outlet='dpa', agency='dpa'), None)
    """
    whole = _WRITER.sub("", " ".join(text.split()), count=1)
    if known_agency(whole) or is_broadcaster(whole):
        return _lone(whole)
    parts = [piece for part in _SPLIT.split(whole) for piece in _agencies_apart(part)]
    named = [(_SENDER.sub("", part, count=1), bool(_SENDER.match(part))) for part in parts if part]
    named = named[:1] + [pair for pair in named[1:] if is_name(pair[0])]
    if not named or not is_name(named[0][0]):
        return None
    if len(named) == 1:
        return _lone(*named[0])
    return _several([name for name, _ in named], sent=named[1][1])


def is_name(text: str) -> bool:
    """Whether the words can name an outlet or agency: a known one, one in capitals, or a short lower-case sign."""
    words = text.split()
    if not words or len(words) > 7 or text.casefold() in _NO_CREDIT or not any(letter.isalpha() for letter in text):
        return False
    if known_agency(text) or is_broadcaster(text):
        return True
    return not words[0][0].islower() if not text.islower() else len(words) == 1 and 2 <= len(text) <= 4


def is_outlet(name: str) -> bool:
    """Whether the wording says that the name is that of a newspaper, station or site and not of an agency."""
    if known_agency(name) or _AGENCY_WORD.search(name):
        return False
    return is_broadcaster(name) or bool(_OUTLET_WORD.search(name))


def names_outlet(line: str) -> bool:
    """Whether a line is nothing but the name of a newspaper, station or site, by a word that no other name has.

    >>> names_outlet("The Morning Ledger"), names_outlet("The Hague"), names_outlet("Press Office")
    (True, False, False)
    """
    words = line.split()
    if not 2 <= len(words) <= 6 or any(word[0].islower() and word not in _SMALL for word in words):
        return False
    return is_broadcaster(line) or bool(_PAPER.search(line) and not _OFFICE.search(line))


def is_byline(line: str) -> bool:
    """Whether a line of its own names the writer ("By Marit Oddesen, Channel Nine News")."""
    return len(line) < 160 and bool(_BYLINE.match(line)) and not line.rstrip().endswith((".", "?", "!"))


def credit_alone(line: str) -> str | None:
    """The known agency that a line of its own gives in brackets: "(Xinhua)"."""
    match = _ALONE.fullmatch(line)
    return known_agency(match[1]) if match else None


def read_byline(line: str) -> Credit:
    """Outlet and agency where a byline names one that can be told from a writer or a place."""
    names = [name.strip() for name in re.split(r",|;|\||/| for | of ", line)[1:]]
    agency = next((known for name in names if (known := known_agency(name))), None)
    outlet = next((name for name in names if is_outlet(name) or re.search(r"\bnews\b", name, re.IGNORECASE)), None)
    return Credit(outlet or agency, agency)


def _agencies_apart(part: str) -> list[str]:
    """Two names of "AFP and Reuters", where both are known agencies."""
    names = _JOINED.split(part)
    return names if all(known_agency(name) for name in names) else [part]


def _lone(name: str, sender: bool = False) -> Credit:
    known = known_agency(name)
    if known is None and is_outlet(name) and not sender:
        return Credit(outlet=name)
    return Credit(outlet=None if sender else known or name, agency=known or name)


def _several(names: list[str], *, sent: bool) -> Credit:
    """Two names or more: "X, with Y" and "X/Y" are outlet and agency, unless the table or the wording knows better."""
    agencies = [known for name in names if (known := known_agency(name))]
    others = [name for name in names if not known_agency(name)]
    if agencies:
        return Credit(outlet=others[0] if others else agencies[0], agency="; ".join(agencies))
    if not sent and is_outlet(names[1]) and not is_outlet(names[0]):
        return Credit(outlet=names[1], agency=names[0])
    return Credit(outlet=names[0], agency=names[1])
