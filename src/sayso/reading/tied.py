"""The party of a speaker by the names to which the model ties the speaker: where no rule gives one, or only a guess."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.types import Statement
from sayso.values.parties import BY_MODEL, BY_USER, PartyTable, is_guess

SURE = 0.3
"""How likely the names of one party must be together where no rule gives a party."""

SURER = 0.4
"""How likely where a rule guesses another. Words that name a party go before any tie."""

MORE = 1.5
"""How many times as likely as those of another party."""


def may_be_tied(statement: Statement) -> bool:
    """Whether the model may say whose a speaker is: not where words say so, nor that he speaks for none."""
    why = next((line for line in statement.because if line.startswith("party:")), "")
    return not why or (is_guess(why) and not why.startswith("party: none") and BY_USER not in why)


def is_known(table: PartyTable, name: str) -> bool:
    """Whether the party of a name is known."""
    guess = table.party_of(name)
    return bool(guess and guess.party)


def with_tied_party(statement: Statement, table: PartyTable) -> Statement:
    """The statement with the party that its ties tell, where it lacks one or has but a guess."""
    ties = statement.meaning.ties if statement.meaning else ()
    if not ties or not may_be_tied(statement):
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
    sure = SURER if statement.party else SURE
    if party in ("", statement.party) or share < sure or share < MORE * second:
        return statement
    rather = f", not with {statement.party} as the rules have it" if statement.party else ""
    why = f'{BY_MODEL}, the speaker stands with "{best[party][1]}"{rather}'
    kept = (line for line in statement.because if not line.startswith("party:"))
    return replace(statement, party=party, because=(*kept, why))
