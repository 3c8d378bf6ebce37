"""The question that a matter asks, in words, from its key."""

from __future__ import annotations

import re

from sayso.claims.conflicts import Conflict
from sayso.claims.deeds import question_of
from sayso.claims.losses import TOLL
from sayso.claims.outsiders import MOVEMENT
from sayso.claims.vocabulary import BACKS, NAMED_SHIP, Key

OF_A_PARTY = {
    "plan": "What are the plans of {}",
    "demand": "What are the demands of {}",
    "office": "Who takes or leaves office, by the word of {}",
    "attack": "What did {} attack",
}
# Not the ends of a name by which it is read as a body's (reading/statements.py): these take an article and may be many.
BODY = rf"(?:{MOVEMENT}|Group|Company)"
COLLECTIVE = re.compile(
    rf"United |Republic of |.*\b(?:{BODY}|Emirates?|Kingdom|States|Republic|Houthis|Taliban|Netherlands|Philippines)$|"
    rf".*\b{BODY} (?:of|for) |.*\bRepublic of "
)
"""Names with an article in a sentence: "the Rapid Support Forces". Verbs are such as go with one and with many."""
OF_A_CONFLICT = {
    "foreign fighters": "Do foreign fighters take part",
    "truce": "Does the truce hold",
    "displacement": "Who has left their home",
    "talks": "Who talks with whom",
    "condemnation": "Who welcomes or condemns what, and who calls for restraint",
}

LOST = "was {} lost, how and by whose hand"


def question(
    key: Key, place: str, party: str, conflict: Conflict, whom: str = "", called: str = "", since: str = ""
) -> str:
    """The question of the matter ``key``.

    Args:
        key: kind and defining slots.
        place: its place with the spellings to be shown, "" where it has none.
        party: whose losses, count or plan it is, "" where it is nobody's.
        conflict: the conflict that it belongs to.
        whom: who is said to be supported, "" where nobody is named or many are.
        called: the type or name of what was lost, or the one who is said to be a prisoner, "" where most speak of none.
        since: the ISO day on which the place is said to have changed hands again, or from which on a toll counts, ""
            for none.
    """
    kind, where = key[0], conflict.title
    if place:
        return _of_a_place(key, place, since)
    if kind == "support" and key[1] == BACKS:
        return _of_support(party, whom, where)
    if kind == "foreign fighters" and party:
        return f"Do soldiers or fighters from {_in_a_sentence(party)} take part ({where})?"
    if kind in OF_A_PARTY:
        return f"{OF_A_PARTY[kind].format(_in_a_sentence(party))} ({where})?"
    if kind == "equipment":
        what = " ".join(filter(None, (key[1].capitalize(), called, f"of {key[3]}" if key[2] == "of" else "")))
        return f"{what}: {LOST.format('it' if called and key[1] == 'ship' else 'one')} ({where})?"
    if key[:2] == TOLL:
        return f"How many have been killed {(since and f'since {since}') or 'in all'} ({where})?"
    if kind == "casualties" and key[1] == "fate":
        return f"What has become of {party}?"
    if kind == "casualties" and key[1] == "captured" and called:
        return f"Was {'an' if called[0] in 'aeiou' else 'a'} {called} of {_in_a_sentence(party)} taken prisoner?"
    if kind == "casualties":
        lost = "prisoners" if key[1] == "captured" else "dead and wounded"
        return f"How many {lost} did {_in_a_sentence(party)} lose?"
    if kind == "figure":
        taken = key[1] == "settlements taken"
        whose = where if party == ", ".join(conflict.names[:2]) else party
        return f"How many settlements did {_in_a_sentence(party)} take?" if taken else f"How many {key[1]} ({whose})?"
    if kind == "responsibility":
        return f"{question_of(key[1], by=_in_a_sentence(party) if party else '')} ({where})?"
    return f"{OF_A_CONFLICT.get(kind, 'What is said of ' + kind)} ({where})?"


def _of_support(party: str, whom: str, where: str) -> str:
    if not party:
        return f"Who arms or backs whom ({where})?"
    if not whom:
        return f"Whom does {_in_a_sentence(party)} arm or back ({where})?"
    return f"Does {_in_a_sentence(party)} arm or back {_in_a_sentence(whom)} ({where})?"


def _of_a_ship(key: Key, name: str) -> str:
    if key[0] == "casualties":
        return f"How many were {'captured' if key[1] == 'captured' else 'killed or hurt'} on the {name}?"
    return f"Was the {name} attacked or lost, how and by whose hand?"


def _in_a_sentence(party: str) -> str:
    return f"the {party}" if COLLECTIVE.match(party) else party


def _of_a_place(key: Key, place: str, since: str) -> str:
    if key[-2] in ("ship", NAMED_SHIP):
        return _of_a_ship(key, place)
    if key[0] == "control":
        return f"Who controls {place}{since and f' since {since}'}?"
    if key[0] == "responsibility":
        return f"{question_of(key[1], place)}?"
    if key[0] == "plan":
        return f"What is planned for {place}?"
    if key[:2] == TOLL:
        return f"How many have been killed in {place} {(since and f'since {since}') or 'in all'}?"
    if key[0] == "casualties":
        return f"How many were {'captured' if key[1] == 'captured' else 'killed or hurt'} at {place}?"
    return f"Who attacked {place}{since and f' on {since}'}, and how?"
