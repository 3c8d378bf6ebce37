"""The question that a matter asks, in words, from its key."""

from __future__ import annotations

from sayso.claims.conflicts import Conflict
from sayso.claims.vocabulary import Key

OF_A_PARTY = {
    "plan": "What does {} plan",
    "demand": "What does {} demand",
    "support": "Whom does {} support",
    "condemnation": "What does {} condemn",
    "office": "Who takes or leaves office, by the word of {}",
    "attack": "What did {} attack",
}
OF_A_CONFLICT = {
    "foreign fighters": "Do foreign fighters take part",
    "truce": "Does the truce hold",
    "displacement": "Who has left their home",
    "talks": "Who talks with whom",
}

LOST = "was {} lost, how and by whose hand"


def question(key: Key, place: str, party: str, conflict: Conflict, whom: str = "", called: str = "") -> str:
    """The question of the matter ``key``.

    Args:
        key: kind and defining slots.
        place: its place with the spellings to be shown, "" where it has none.
        party: whose losses, count or plan it is, "" where it is nobody's.
        conflict: the conflict that it belongs to.
        whom: who is said to be supported, or to have sent fighters, "" where nobody is named or many are.
        called: the type or name of what was lost, "" where most speak of none.
    """
    kind, where = key[0], conflict.title
    if place:
        return _of_a_place(key, place)
    if kind == "support" and not party:
        return f"Who arms or backs whom ({where})?"
    if kind == "foreign fighters" and whom:
        return f"Do foreign fighters of {whom} take part ({where})?"
    if kind == "support" and whom:
        return f"Does {party} support {whom} ({where})?"
    if kind in OF_A_PARTY:
        return f"{OF_A_PARTY[kind].format(party)} ({where})?"
    if kind == "equipment":
        what = " ".join(filter(None, (key[1].capitalize(), called, f"of {key[3]}" if key[2] == "of" else "")))
        return f"{what}: {LOST.format('it' if called and key[1] == 'ship' else 'one')} ({where})?"
    if kind == "casualties" and key[1] == "fate":
        return f"What has become of {party}?"
    if kind == "casualties":
        lost = (
            "How many prisoners has {} lost?" if key[1] == "captured" else "What losses in dead and wounded has {} had?"
        )
        return lost.format(party)
    if kind == "figure":
        taken = key[1] == "settlements taken"
        whose = where if party == ", ".join(conflict.names[:2]) else party
        return f"How many settlements has {party} taken?" if taken else f"How many {key[1]} ({whose})?"
    return f"{OF_A_CONFLICT.get(kind, 'What is said of ' + kind)} ({where})?"


def _of_a_place(key: Key, place: str) -> str:
    if key[0] == "control":
        return f"Who controls {place}?"
    if key[0] == "plan":
        return f"What is planned for {place}?"
    if key[0] == "casualties":
        return f"How many were {'captured' if key[1] == 'captured' else 'killed or hurt'} at {place}?"
    return f"Who attacked {place}, and how?"
