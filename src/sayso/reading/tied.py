"""The party of a speaker by the names to which the model ties the speaker: where no rule gives one, or only a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Statement
from sayso.values.learnt import LIKELY
from sayso.values.parties import BY_MODEL, BY_USER, PartyTable, is_guess
from sayso.values.party_tables import world_states

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


def with_tied_parties(statements: Sequence[Statement], table: PartyTable) -> list[Statement]:
    """The statements of one report with the parties that their ties tell, where they lack one or have but a guess.

    Whoever is named is asked for once: by the mean of the ties of all that he or she says.
    """
    shares = [_shares(statement, table) for statement in statements]
    asked: dict[str, list[Shares]] = {}
    for statement, share in zip(statements, shares, strict=True):
        if share is not None and statement.speaker[:1].isupper():
            asked.setdefault(statement.speaker, []).append(share)
    means = {speaker: _mean(each) for speaker, each in asked.items()}
    return [
        statement if share is None else _tied(statement, means.get(statement.speaker, share))
        for statement, share in zip(statements, shares, strict=True)
    ]


Shares = dict[str, tuple[float, str]]  # party -> how likely the names of it are together, and the likeliest of them


def _shares(statement: Statement, table: PartyTable) -> Shares | None:
    """What the ties of a statement come to; None where the model has no word in it."""
    ties = statement.meaning.ties if statement.meaning else ()
    if not ties or not may_be_tied(statement) or _is_at_home(statement):
        return None
    out: Shares = {}
    for name, share in sorted(ties, key=lambda tie: -tie[1]):
        guess = table.party_of(name)
        if guess and guess.party and guess.by != LIKELY:
            before, first = out.get(guess.party, (0.0, name))
            out[guess.party] = before + share, first
    return out


def _is_at_home(statement: Statement) -> bool:
    """Whether a dateline tells whose a speaker is, and it is a state of the world: no tie is as good as that."""
    told = any("of the dateline" in line or "the report names" in line for line in statement.because)
    return told and statement.party in world_states()


def _mean(each: Sequence[Shares]) -> Shares:
    parties = dict.fromkeys(party for shares in each for party in shares)
    return {
        party: (
            sum(shares[party][0] for shares in each if party in shares) / len(each),
            max(shares[party] for shares in each if party in shares)[1],
        )
        for party in parties
    }


def _tied(statement: Statement, shares: Shares) -> Statement:
    ranked = sorted(shares.items(), key=lambda item: -item[1][0])
    (party, (share, name)), (_, (second, _)) = (*ranked, ("", (0.0, "")), ("", (0.0, "")))[:2]
    sure = SURER if statement.party else SURE
    if party in ("", statement.party) or share < sure or share < MORE * second:
        return statement
    rather = f", not with {statement.party} as the rules have it" if statement.party else ""
    why = f'{BY_MODEL}, the speaker stands with "{name}"{rather}'
    kept = (line for line in statement.because if not line.startswith("party:"))
    return replace(statement, party=party, because=(*kept, why))
