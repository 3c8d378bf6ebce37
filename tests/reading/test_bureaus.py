from __future__ import annotations

from sayso.reading.bureaus import states_named
from sayso.reading.roster import build_roster
from sayso.types import Report, Span
from sayso.values.parties import learn_parties


def test_what_only_enemies_call_a_state_is_no_state_at_home() -> None:
    text = "The Zionist army fired. Tehran answered."
    names = [("MISC", "Zionist"), ("LOC", "Zionist"), ("LOC", "Tehran")]
    roster = build_roster(text, [(kind, Span(text.index(w), text.index(w) + len(w))) for kind, w in names])
    table = learn_parties([text])
    assert table.party_of("Zionist").party == "Israel"  # type: ignore[union-attr]
    assert list(states_named(Report("r", text, "r.txt"), roster, table)) == ["Iran"]
