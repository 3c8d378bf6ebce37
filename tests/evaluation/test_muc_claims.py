from __future__ import annotations

import pytest
from evaluation.muc_claims import confidence, is_found

from sayso.reading.sentences import sentences
from sayso.types import Claim, Reading, Span, Stance, Statement

TEXT = "The Red Column attacked the bridge at Orlin. Nobody was hurt."
STRINGS = {"red column"}


def claim(*, kind: str = "attack", statement: str | None = "s", modality: str = "actual") -> Claim:
    return Claim("c", "r", statement, kind, (), "+", modality, None, Span(0, 44))


def reading(one: Claim, speaker: str, stance: Stance = "asserts") -> Reading:
    said = Statement("s", "r", (), (), (Span(0, 44),), "indirect", speaker, "", "", stance, None)
    return Reading("r", "", (said,), (one,), (), (), ())


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        (reading(claim(), "the Red Column"), "claimed or admitted"),
        (reading(claim(), "the army", "accuses"), "suspected or accused"),
        (reading(claim(), "the army", "denies"), "acquitted"),
        (reading(claim(modality="possible"), "the army"), "possible"),
        (reading(claim(statement=None), "the army"), "reported as fact"),
        (reading(claim(kind="talks"), "the army"), None),
    ],
)
def test_how_sure_a_report_is(read: Reading, wanted: str | None) -> None:
    assert confidence(STRINGS, TEXT, sentences(TEXT), read) == wanted


def test_a_template_is_found_where_a_fitting_claim_stands_with_its_words() -> None:
    slots = {
        "INCIDENT: TYPE": [{"value": "ATTACK"}],
        "PHYS TGT: ID": [{"value": None, "strings": ["BRIDGE"]}],
    }
    assert is_found(slots, TEXT, sentences(TEXT), [claim()])
    assert not is_found(slots, TEXT, sentences(TEXT), [claim(kind="talks")])
    elsewhere = {**slots, "PHYS TGT: ID": [{"value": None, "strings": ["DAM"]}]}
    assert not is_found(elsewhere, TEXT, sentences(TEXT), [claim()])
