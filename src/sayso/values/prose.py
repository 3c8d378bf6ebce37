"""Which lines of reports tell names by their capitals: neither those all in capitals nor headings in title case.

There every word has a capital; "REPORT" beside "REPORTER" is no state, "Attacks So Far" no movement. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.values.learnt import Learnt
from sayso.values.local_states import is_heading
from sayso.values.party_tables import BODY_HEADS
from sayso.values.party_words import is_loud


def prose_of(texts: Iterable[str]) -> str:
    """The lines of ``texts`` in which a capital tells a name."""
    lines = (line for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if not (is_loud(line) or is_heading(line)))


def named_in_prose(found: Mapping[str, Learnt], prose: str) -> dict[str, Learnt]:
    """What was learnt of names that stand in ``prose``, themselves or their parties, or end on a word for a body."""
    seen: dict[str, bool] = {}
    for one in found.values():
        if one.party not in seen:
            ends = one.party.split()[-1] if " " in one.party else ""
            seen[one.party] = one.party in prose or ends in BODY_HEADS
    return {name: one for name, one in found.items() if seen[one.party] or name in prose}
