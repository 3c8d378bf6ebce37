"""Who is said to send foreign fighters, by name: words by which a statement points at the matter of these fighters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.claims.vocabulary import SHORT_NAME, WORD, Key, stem

FOREIGN = "foreign fighters"


def find_senders(
    anchors: Mapping[tuple[str, Key], Sequence[Told]],
    conflicts: Mapping[str, Conflict],
    naming: Naming,
    spellings: Mapping[str, str],
) -> dict[str, frozenset[str]]:
    """Conflict -> the words by which those are named who are said to send fighters, the main sides left out.

    Args:
        anchors: conflict and matter -> the claims on it.
        conflicts: report id -> its conflict.
        naming: how names are resolved.
        spellings: stem -> that of the name's first spelling.
    """
    out: dict[str, frozenset[str]] = {}
    for (conflict, key), ours in anchors.items():
        if key[0] != FOREIGN:
            continue
        sides = max(conflicts[ours[0].report.id].opposed.items(), key=lambda x: x[1], default=(frozenset(), 0))
        sent = {p for a in ours for p in a.claim.slot("sides").split("; ") if p} - sides[0]
        names = [s for k in naming.known if k.party in sent or k.name in sent for s in k.spellings] + sorted(sent)
        words = {stem(w) for name in names for w in WORD.findall(name) if len(w) > SHORT_NAME and w[0].isupper()}
        main = {stem(w) for side in sides[0] for w in WORD.findall(side)}
        out[conflict] = frozenset(spellings.get(w, w) for w in words - main)
    return out
