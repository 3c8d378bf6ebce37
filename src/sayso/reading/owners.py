"""Whose a post or a body is by the name that stands with it: "Castavel's Defence Secretary", "the Assembly's army".

What only states and movements have (an army, a foreign minister) belongs to a side, though nothing else in the reports
says that the name is one's. Pure.
"""

from __future__ import annotations

import re

from sayso.reading.party_table import Table
from sayso.reading.roster import Roster
from sayso.values.local_states import NO_STATE
from sayso.values.name_parts import is_post
from sayso.values.party_words import COMMON


def owner_of(phrase: str, text: str, roster: Roster, table: Table) -> str:
    """The party to which the post or body in ``phrase`` belongs, unknown as it may be; "" where no name says so.

    Args:
        phrase: the words of a source or of a description.
        text: the report.
        roster: the names of the report.
        table: what is known of parties.
    """
    placed = _PLACED.search(phrase)
    place = (placed[1] or placed[2]) if placed else ""
    if place and any(place == name for name, _ in roster.places):
        return place
    owned = _OWNED.search(phrase)
    if owned is None or any(map(is_post, owned["name"].split())) or roster.person_named(owned["name"]):
        return ""
    name, known = owned["name"], table.party_of(owned["name"])
    if name in COMMON or name in NO_STATE:  # "the Assembly's"
        return _whole(name, text, table)
    if known:
        return known.party
    return (owned["the"] and _whole(name, text, table)) or name


_PLACED = re.compile(
    r"([A-ZÀ-Þ][\w-]+)[’']s (?:\w+ ){0,3}?(?:army|government|forces?|presidents?|prime|premier|foreign|minister"
    r"|ministry|head|"
    r"ambassador|defen[cs]e|military|air)\b|(?:Ministry|Government|Army|President) of (?:\w+ of )?([A-ZÀ-Þ][\w-]+)"
)

_NAME = r"[A-ZÀ-Þ][\w-]*[a-zß-ÿ][\w-]*"
_OWNED = re.compile(
    rf"(?<![\w’'-])(?P<the>[Tt]he |[Oo]ur )?(?P<name>{_NAME}(?: (?:of (?:the )?)?{_NAME}){{0,3}})(?:[’']s|(?<=s)[’']) "
    r"(?:own |new |deputy |former |acting )?"
    r"(?i:army|navy|air force|coast guard|armed forces|troops|soldiers|fighters|militia|commander|government|premier|"
    r"prime minister|foreign (?:minist(?:er|ry)|office|secretary)|(?:[\w-]+ )?minist(?:er|ry)|defen[cs]e secretary|"
    r"ambassador|embassy|consul(?:ate)?|general staff|chief of staff)\b"
)


def _whole(word: str, text: str, table: Table) -> str:
    """The party of the one longer name in ``text`` that begins or ends with ``word``: "the Assembly's"."""
    longer = rf"(?<![\w’'-])(?:(?!The )(?:{_NAME} )+{word}|{word}(?: (?:of|for)(?: the)? {_NAME})+)(?![\w-])"
    names = dict.fromkeys(match.group() for match in re.finditer(longer, text))
    parties = {known.party if (known := table.party_of(name)) else name for name in names}
    return parties.pop() if len(parties) == 1 else ""
