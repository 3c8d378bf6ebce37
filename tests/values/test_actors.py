from __future__ import annotations

import pytest

from sayso.values.actors import KINDS, Weights, read_actors, weights_on_board

TEXTS = [
    "Velin, 3 May (Harbour Wire) - Ostraya's army crossed the river on Monday, the defence ministry in Velin said. "
    "Ostrayan troops took the town of Kestrin. Mila Ordan, who teaches in Kestrin, saw them. The Free Hill Front, a "
    "rebel movement that holds the valley, denied it; a spokesman for the Free Hill Front said its fighters stood.",
    "Ostraya denies that. The neighbouring state of Lurvia has called on Ostraya to withdraw, and Lurvian diplomats "
    "spoke of talks with neighbouring countries. Neighbouring Lurvia has closed the border. Colonel Dorin Sarkavets of "
    "the Free Hill Front told reporters that the Ostrayan army had lost forty soldiers.",
]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ostraya", "state"),
        ("Lurvia", "state"),
        ("Ostrayan", "people"),
        ("Lurvian", "people"),
        ("Free Hill Front", "group"),
        ("Dorin Sarkavets", "person"),
        ("Mila Ordan", "person"),
        ("Kestrin", "place"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(name: str, kind: str) -> None:
    actors = read_actors(TEXTS)
    assert actors.kind(name) == kind
    assert sum(actors.chance(name, (one,)) for one in KINDS) == pytest.approx(1)


def test_an_unknown_name_has_no_kind() -> None:
    actors = read_actors(TEXTS)
    assert actors.kind("Nowhere") == ""
    assert actors.chance("Nowhere", KINDS) == 0


def test_the_reason_names_the_strongest_signs() -> None:
    because = read_actors(TEXTS).because("Ostraya", "state")
    assert because.startswith('"Ostraya" is spoken of as a state: ')
    assert because.count(", ") == 2


def test_weights_of_a_table() -> None:
    table = {"": [0.0] * len(KINDS), "says": [float(kind == "seat") for kind in KINDS]}
    actors = read_actors(["On Monday Velin said so."], Weights.of(table, 4.0))
    assert actors.kind("Velin") == "seat"


def test_the_table_on_board_is_whole() -> None:
    weights = weights_on_board()
    assert weights.matrix.shape == (len(weights.rows), len(KINDS))
    assert weights.rows[""] == 0
