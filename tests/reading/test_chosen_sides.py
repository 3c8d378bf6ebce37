from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.reading.chosen_sides import with_chosen_sides
from sayso.reading.meanings import Judge, Layer, Meanings
from sayso.reading.side_signs import Telling
from sayso.reading.side_weights import CLASSES, SideWeights
from sayso.types import Meaning, Report, Span, Statement
from sayso.values.learnt import Learnt
from sayso.values.local_home import Home
from sayso.values.parties import PartyTable, ground_of

TEXT = "The army of the hills denied it. Sark said so."
TABLE = PartyTable(
    {
        "Ostria": Learnt("Ostria", "state", "name", "x"),
        "Ostrian": Learnt("Ostria", "state", "demonym", "x"),
        "Vell": Learnt("Vell", "state", "name", "x"),
        "Vellan": Learnt("Vell", "state", "demonym", "x"),
        "Hill Front": Learnt("Hill Front", "group", "name", "x"),
    },
    Home("Vell", "x", frozenset()),
)
EMPTY = Layer(np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.float32))
ARMY = Statement("a", "r", (Span(0, 8),), (), (Span(25, 31),), "indirect", "army", "", "", "denies", None)
SARK = replace(ARMY, id="s", source=(Span(33, 37),), content=(Span(43, 45),), speaker="Sark", meaning=None)


def weights(classes: dict[str, float] | None = None, rows: float = 0.0, **signs: float) -> SideWeights:
    """Weights of classes and signs; ``rows`` is what a movement gains by each number of a statement."""
    bias = np.array([(classes or {}).get(name, 0.0) for name in CLASSES], dtype=np.float32)
    leaning = np.zeros((len(CLASSES), 2), dtype=np.float32)
    leaning[CLASSES.index("group")] = rows
    return SideWeights({sign.replace("_", " "): n for sign, n in signs.items()}, bias, leaning)


def told(learnt: SideWeights, *statements: Statement, numbers: float = 1.0, text: str = TEXT) -> list[Statement]:
    meanings = Meanings([(0, 32), (33, 46)], np.full((2, 1), numbers, dtype=np.float32), Judge((), (), *[EMPTY] * 4))
    held = [replace(one, meaning=Meaning((), b"")) for one in statements]
    return with_chosen_sides(Telling(Report("r", text, "r.txt"), held, TABLE), meanings, learnt)


def test_the_likeliest_side_is_told_with_its_chance_and_as_a_guess_of_the_model() -> None:
    [one] = told(weights({"group": 3.0}), ARMY)
    assert one.party == "Hill Front"
    assert one.because[-1] == "party: by the model, Hill Front is likeliest (0.87)"
    assert ground_of(one.because[-1]) == "model"


def test_what_the_model_makes_of_the_words_counts() -> None:
    assert told(weights(rows=2.0), ARMY, numbers=1.0)[0].party == "Hill Front"
    assert told(weights(rows=2.0), ARMY, numbers=-1.0)[0].party != "Hill Front"


def test_who_is_at_home_is_a_class_of_its_own() -> None:
    assert told(weights({"home": 3.0}), ARMY)[0].party == "Vell"


def test_where_no_side_is_likely_a_gap_stays() -> None:
    [one] = told(weights(), ARMY)  # three sides and none are as likely as each other
    assert (one.party, one.because) == ("", ())


def test_the_side_of_the_rules_stays_where_it_is_nearly_as_likely() -> None:
    ruled = replace(ARMY, party="Ostria", because=('party: "army" at home, Ostria',))
    assert told(weights({"group": 0.2}), ruled)[0].party == "Ostria"
    [one] = told(weights({"group": 2.0}), ruled)
    assert one.party == "Hill Front"
    assert one.because == ("party: by the model, Hill Front is likeliest (0.71), not Ostria as the rules have it",)


def test_what_only_a_state_has_is_of_no_movement() -> None:
    ruled = replace(ARMY, party="Ostria", because=('party: "navy" at home, Ostria',))
    assert told(weights({"group": 2.0}), ruled, text=TEXT.replace("army", "navy"))[0].party == "Ostria"
    assert told(weights({"home": 3.0}), ruled, text=TEXT.replace("army", "navy"))[0].party == "Vell"


def test_no_side_may_be_the_likeliest() -> None:
    [one] = told(weights({"nobody": 4.0}), replace(ARMY, party="Ostria", because=('party: "army" at home, Ostria',)))
    assert one.party == ""
    assert one.because[-1].startswith("party: by the model, no side is likeliest (0.9")


def test_whoever_is_named_is_of_one_side_in_a_report() -> None:
    again = replace(SARK, id="t", source=(Span(0, 8),))
    once = told(weights(rule_words=2.0), replace(SARK, party="Ostria", because=('party: "Ostria"',)))
    both = told(weights(rule_words=2.0), replace(SARK, party="Ostria", because=('party: "Ostria"',)), again)
    assert [one.party for one in (*once, *both)] == ["Ostria"] * 3


def test_the_chances_are_kept_with_the_meaning() -> None:
    [one] = told(weights({"group": 3.0}), ARMY)
    assert one.meaning
    assert dict(one.meaning.sides)["Hill Front"] == pytest.approx(0.87, abs=0.01)
    assert sum(chance for _, chance in one.meaning.sides) == pytest.approx(1, abs=0.01)


def test_a_people_that_the_rules_put_before_the_speaker_goes_with_its_side() -> None:
    ruled = replace(ARMY, speaker="Ostrian army", party="Ostria", because=('party: "army" at home, Ostria',))
    assert told(weights({"home": 3.0}), ruled)[0].speaker == "Vellan army"
    assert told(weights({"group": 3.0}), ruled)[0].speaker == "army"
    spelt = replace(ruled, speaker="The army")  # no people that the rules had put
    assert told(weights({"home": 3.0}), spelt)[0].speaker == "The army"


def test_several_sides_that_speak_together_stay() -> None:
    both = replace(ARMY, party="Ostria; Vell")
    assert told(weights({"group": 5.0}), both)[0].party == "Ostria; Vell"


def test_weights_come_from_a_file() -> None:
    classes = {name: {"bias": 0.0, "rows": [0.0, 0.0]} for name in CLASSES} | {
        "group": {"bias": 3.0, "rows": [1.0, 0.0]}
    }
    learnt = SideWeights.from_json({"signs": {"home": 0.5}, "classes": classes})
    options = {"Vell": {"is state": 1.0, "home": 1.0}, "Hill Front": {"is group": 1.0}, "": {}}
    found = learnt.chances(options, "Vell", np.array([1.0, 0.0], dtype=np.float32))
    assert list(found) == list(options)
    assert found["Hill Front"] / found["Vell"] == pytest.approx(np.exp(4 - 0.5))
