from __future__ import annotations

import numpy as np
import pytest
from tests.reading.test_reader import SaidReader

from sayso.errors import NotReadError
from sayso.reading.heard_seats import added, taught_by, voices
from sayso.reading.meanings import Judge, Layer, Meanings
from sayso.reading.side_weights import CLASSES, SideWeights
from sayso.types import Attribution, Report, Span
from sayso.values.learnt import Learnt
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import PartyTable
from sayso.values.sides_file import GivenSides

NONE = np.zeros(len(CLASSES), dtype=np.float32)
ROWS = np.zeros((len(CLASSES), 2), dtype=np.float32)
WIDE = Layer(np.zeros((1, 2), dtype=np.float32), np.zeros(1, dtype=np.float32))
EMPTY = Layer(np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.float32))
TEXT = "TOR, May 3 - Halde shelled the hills, the army said. Halde burnt the bridge, the army said."
REPORT = Report("r", TEXT, "r.txt", dateline=("TOR",))
TABLE = PartyTable(
    {
        "Ostraya": Learnt("Ostraya", "state", "name", "x"),
        "Halde": Learnt("Halde", "state", "name", "x"),
        "Tor": Learnt("Halde", "state", "seat", "it houses its bodies: a seat of Halde"),
    }
)
KINDS = learn_kinds([TEXT])


class HeardReader(SaidReader):
    """The same with numbers that say nothing: whom the words name is not who speaks."""

    weights: SideWeights | None = SideWeights({}, NONE, ROWS, SideWeights({"in content": -4.0}, NONE, ROWS))

    def meanings(self, text: str) -> Meanings:
        offsets = [(at, at + 1) for at in range(len(text))]
        numbers = np.zeros((len(text), 1), dtype=np.float32)
        return Meanings(offsets, numbers, Judge(("control",), ("asserts",), WIDE, *[EMPTY] * 3), None, self.weights)


class MuteReader(HeardReader):
    """One that gives nothing."""

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        raise NotReadError("nothing")


def test_who_speaks_from_a_city_is_not_whom_they_accuse() -> None:
    heard = voices(REPORT, HeardReader(), TABLE, KINDS)
    assert heard.keys() == {"tor"}
    assert heard["tor"]["Ostraya"] - heard["tor"]["Halde"] == pytest.approx(2 * 4.0, abs=1.5)  # .01 is the least
    assert "" not in heard["tor"]


def test_where_nothing_leans_on_a_seat_nobody_is_heard() -> None:
    assert voices(REPORT, HeardReader(), TABLE.without_seats(), KINDS) == {}
    assert voices(REPORT, SaidReader(), TABLE, KINDS) == {}


def test_voices_are_added_up_by_city_and_side() -> None:
    assert added([{"tor": {"A": -1.0, "B": -2.0}}, {"tor": {"A": -1.0}, "mar": {"B": -3.0}}]) == {
        "tor": {"A": -2.0, "B": -2.0},
        "mar": {"B": -3.0},
    }


def test_what_is_known_of_a_report_is_not_asked_again_and_the_unread_are_passed_over() -> None:
    texts = [
        "Halde lives. Ostraya lives. The Haldish government in Tor voted. Ostraya waited. Tor refused to comment.",
        "TOR, May 3 - The Haldish army burnt the Ostrayan bridge, the army said.",
    ]
    reports = [Report(f"r{n}", text, "r.txt", dateline=("TOR",)) for n, text in enumerate(texts)]
    table, kinds, new = taught_by(reports, HeardReader(), GivenSides(), {})
    assert table.party_of("Tor") is not None
    assert new.keys() == {"r0", "r1"}
    assert taught_by(reports, HeardReader(), GivenSides(), new)[2] == {}
    again = {"r0": new["r0"], "r1": ("other names", new["r1"][1])}
    assert taught_by(reports, HeardReader(), GivenSides(), again)[2].keys() == {"r1"}
    assert taught_by(reports, MuteReader(), GivenSides(), {}) == (
        taught_by(reports, SaidReader(), GivenSides(), {})[0],
        kinds,
        {},
    )
