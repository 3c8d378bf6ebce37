"""Which lines of reports tell names by their capitals: neither those all in capitals nor headings in title case.

There every word has a capital; "REPORT" beside "REPORTER" is no state, "Attacks So Far" no movement. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sayso.values.learnt import Learnt
from sayso.values.local_states import is_heading
from sayso.values.party_tables import BODY_HEADS
from sayso.values.party_words import is_loud


def prose_of(texts: Iterable[str]) -> str:
    """The lines of ``texts`` in which a capital tells a name."""
    lines = (line for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if not (is_loud(line) or (is_heading(line) and not _ENDS.search(line))))


_ENDS = re.compile(r"[.!?]\W*$")
"""How a sentence ends, a short one after a dateline, and a heading does not."""


_WEAK = re.compile(r'^"[^"]+" beside "[^"]+"$| is spoken of as ')
"""Reasons for a side that the form of words alone gives, and no army or ministry."""


def named_in_prose(found: Mapping[str, Learnt], prose: str) -> dict[str, Learnt]:
    """What was learnt of names that stand in ``prose``, themselves or their parties, that end on a word for a body, or
    of which an army or the like is named.
    """
    firm = {one.party for one in found.values() if not _WEAK.search(one.because)}
    kept = {one.party for one in found.values() if one.party in firm or _is_body(one.party) or one.party in prose}
    return {name: one for name, one in found.items() if one.party in kept or name in prose}


def _is_body(name: str) -> bool:
    return " " in name and name.split()[-1] in BODY_HEADS
