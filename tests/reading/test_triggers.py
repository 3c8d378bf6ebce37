from __future__ import annotations

import pytest

from sayso.reading.triggers import find_triggers
from sayso.types import Span


def kinds(text: str) -> list[tuple[str, str]]:
    return [(t.kind, t.change) for t in find_triggers(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ostrian troops have captured the port of Orlin", ("control", "gained")),
        ("The port is under the full control of the army", ("control", "gained")),
        ("the loss of the city", ("control", "lost")),
        ("Orlin is completely out of our control", ("control", "lost")),
        ("our units repelled them", ("control", "held")),
        ("street fights at the mill", ("fighting", "")),
        ("shells fell on the market after an air raid", ("attack", "")),
        ("two jets were shot down", ("equipment", "downed")),
        ("All our aircraft are back at base", ("equipment", "lost")),
        ("61 soldiers were killed", ("casualties", "")),
        ("mercenaries from Marn", ("foreign fighters", "")),
        ("three hundred soldiers of Marn stand there", ("foreign fighters", "")),
        ("the truce was broken", ("truce", "")),
        ("thousands fled", ("displacement", "")),
    ],
)
def test_a_kind_is_found(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The workers will strike a deal with the owners",
        "He fell ill in the spring and fell behind",
        "The ministry withdrew its statement",
        "She took part in the talks of others",
        "They set out to strike a balance",
        "",
    ],
)
def test_look_alikes_are_no_claims_of_control_or_attack(text: str) -> None:
    assert not [k for k, _ in kinds(text) if k in ("control", "attack")]


def test_offsets_are_exact_and_only_inside_the_span() -> None:
    text = "They captured it. They captured it again."
    found = find_triggers(text, Span(18, len(text)))
    assert [text[t.span.start : t.span.end] for t in found] == ["captured"]
    assert found[0].span.start > 18
