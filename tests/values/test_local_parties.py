from __future__ import annotations

from collections.abc import Mapping

import pytest

from sayso.values.local_parties import Learnt
from sayso.values.parties import learn_parties

TEXT = """OSTGRAD, March 3 (Meridian) - Velgorian troops have taken Orlin, Velgoria's defence ministry said.

The Velgorian president spoke in Ostgrad. Ostgrad said that the war goes on.
The army of Tarmakia has not confirmed it; Tarmakian officials in Luzhin were silent. Luzhin rejected the claim.

The authorities in Slatovina, the breakaway region, called for talks.
Harakat al-Jurf, the movement that runs the valley, said it fights on. Harakat al-Jurf denied a truce.
The rebels were silent.
"""


def learn(*texts: str) -> Mapping[str, Learnt]:
    return learn_parties(texts).learnt


@pytest.mark.parametrize(
    ("words", "party", "kind", "by"),
    [
        ("Velgoria", "Velgoria", "state", "name"),
        ("Velgorian", "Velgoria", "state", "demonym"),
        ("Tarmakian", "Tarmakia", "state", "demonym"),
        ("Ostgrad", "Velgoria", "state", "seat"),
        ("Luzhin", "Tarmakia", "state", "seat"),
        ("Slatovina", "Slatovina", "region", "name"),
        ("Harakat al-Jurf", "Harakat al-Jurf", "group", "name"),
        ("rebels", "Harakat al-Jurf", "group", "description"),
        ("VELGORIA", "Velgoria", "state", "name"),
    ],
)
def test_what_a_report_teaches(words: str, party: str, kind: str, by: str) -> None:
    learnt = learn(TEXT)[words]
    assert (learnt.party, learnt.kind, learnt.by) == (party, kind, by)
    assert learnt.because


def test_a_place_that_only_changes_hands_is_no_party() -> None:
    assert "Orlin" not in learn(TEXT)


def test_names_on_board_are_not_learnt_anew() -> None:
    assert not {"Chile", "Chilean"} & set(learn("Chilean troops have crossed. Chile said so. " + TEXT))


def test_two_movements_leave_the_rebels_open() -> None:
    other = "The Ossuran Liberation Front attacked a depot. The Ossuran Liberation Front said so itself."
    learnt = learn(TEXT, other)
    assert learnt["Ossuran Liberation Front"].kind == "group"
    assert "rebels" not in learnt


def test_one_report_teaches_what_another_needs() -> None:
    first, second = "Velgorian forces crossed the river.", "Velgoria has lost men, a nurse said."
    assert "Velgoria" not in learn(second)
    assert learn(first, second)["Velgoria"].kind == "state"


@pytest.mark.parametrize("dateline", ["OSTGRAD, March 3 (Meridian) - ", "Ostgrad / Orlin (Meridian) – ", ""])
def test_a_capital_is_known_by_its_dateline_or_by_name(dateline: str) -> None:
    text = dateline + "Velgorian troops have crossed the river. Ostgrad said that the war goes on."
    assert ("Ostgrad" in learn(text, "The Velgorian premier left Ostgrad, the capital of Velgoria.")) is True
    assert "Orlin" not in learn(text)
