"""The party of a speaker whom no rule gives one: that of the names to which the model ties the speaker."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.types import Statement
from sayso.values.parties import BY_MODEL, PartyTable

SURE = 0.4
"""How likely the names of one party must be together."""

MORE = 2
"""How many times as likely as those of another party."""


def lacks_party(statement: Statement) -> bool:
    """Whether a statement has no party, though its speaker is not known to speak for none."""
    return not statement.party and not any(line.startswith("party: none") for line in statement.because)


def with_tied_party(statement: Statement, table: PartyTable) -> Statement:
    """The statement with the party that its ties tell, where it lacks one."""
    ties = statement.meaning.ties if statement.meaning else ()
    if not ties or not lacks_party(statement):
        return statement
    shares: Counter[str] = Counter()
    best: dict[str, tuple[float, str]] = {}
    for name, share in ties:
        guess = table.party_of(name)
        if guess and guess.party:
            shares[guess.party] += share  # type: ignore[assignment]
            best[guess.party] = max(best.get(guess.party, (0.0, "")), (share, name))
    ranked = [*shares.most_common(2), ("", 0), ("", 0)]
    (party, share), (_, second) = ranked[0], ranked[1]
    if not party or share < SURE or share < MORE * second:
        return statement
    why = f'{BY_MODEL}, the speaker stands with "{best[party][1]}"'
    return replace(statement, party=party, because=(*statement.because, why))
