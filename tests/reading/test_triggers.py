from __future__ import annotations

from pathlib import Path

import pytest

from sayso.reading.sentences import sentences
from sayso.reading.triggers import _matches, beginnings, find_triggers, senses
from sayso.types import Span

REPORTS = sorted((Path(__file__).parents[2] / "training" / "data").glob("*-03.txt"))


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
        ("61 soldiers were killed", ("casualties", "killed")),
        ("mercenaries from Marn", ("foreign fighters", "")),
        ("three hundred soldiers of Marn stand there", ("foreign fighters", "")),
        ("the truce was broken", ("truce", "")),
        ("thousands fled", ("displacement", "")),
        ("Thirty soldiers fell at the mill", ("casualties", "killed")),
        ("The base fell before sunrise", ("control", "lost")),
        ("two shells fell on the mill", ("attack", "")),
        ("the helicopter fell into the lake", ("equipment", "lost")),
        ("nobody knows who fired", ("responsibility", "")),
        ("a new commander was appointed", ("office", "")),
        ("it condemns the killing", ("condemnation", "")),
        ("the movement thanks the villagers", ("support", "")),
        ("the army must leave", ("demand", "")),
        ("the general promises an answer", ("plan", "")),
        ("Ostria has lost 1,120 soldiers", ("casualties", "killed")),
        ("Ostria lost 1,120 men and 30 tanks", ("equipment", "lost")),
        ("it destroyed two BX-3 launchers", ("equipment", "downed")),
        ("jets destroyed a bridge at Orlin", ("attack", "")),
        ("he was killed by a drone", ("attack", "")),
        ("two farmers were shot dead by Vell guards", ("attack", "")),
        ("the rebels claimed the town of Orlin", ("control", "gained")),
        ("Vell is “in control” of Orlin", ("control", "gained")),
        ("there were no Vell troops in Orlin", ("control", "held")),
        ("men took down the Vell flag", ("control", "gained")),
        ("the hill flies an Ostrian flag again", ("control", "gained")),
        ("contact with the post had been lost", ("control", "lost")),
        ("drones were sent against Orlin", ("attack", "")),
        ("forces took complete control of the pass", ("control", "gained")),
        ("the army held “the town, the road and the river”", ("control", "held")),
        ("the colours of Ostria are still flying", ("control", "held")),
        ("the flag is gone from the islet", ("control", "lost")),
        ("jets hit a jail across the strait", ("attack", "")),
        ("Vell has halted the thrust", ("fighting", "")),
        ("no civilian was harmed", ("casualties", "killed")),
        ("the two agreed to end all fighting", ("truce", "")),
        ("Vell had made no request", ("talks", "")),
        ("residents were told to leave", ("displacement", "")),
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
        "The frigate captured 23 pirates in the gulf.",
        "The blaze at the mill is under control.",
        "Ostria claims control of the skies.",
        "A truce agreed in Orlin took hold along the river",
        "Truce holds in the east, except at Orlin",
        "Vell had taken more than 450 prisoners",
        "Orlin counts nine dead and 93 captured",
        "Gunmen turned back the observers near Orlin",
        "the governor of the part of the valley under Vell's control",
    ],
)
def test_look_alikes_are_no_claims_of_control_or_attack(text: str) -> None:
    assert not [k for k, _ in kinds(text) if k in ("control", "attack")]


@pytest.mark.parametrize(
    "text",
    [
        "The security advisers of Ostria and Vell spoke by telephone.",
        "Jihadists were still in the town.",
        "Vell was charged with sending 40 drones over the border.",
        "Volunteers for the Defence of Orlin died.",
        "The junta blocked aid deliveries to Orlin.",
        "Aid deliveries were blocked.",
        "They captured Ostrian soldiers in the fighting.",
        "40 soldiers of the Ostrian army were killed.",
        "Vell fights a proxy war of Ostria.",
        "The pictures do not support the claim.",
    ],
)
def test_look_alikes_name_nobody_who_helps_or_fights_abroad(text: str) -> None:
    assert not [k for k, _ in kinds(text) if k in ("support", "foreign fighters")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ostrian jihadists fight there.", ("foreign fighters", "")),
        ("Jihadists recruited abroad fight there.", ("foreign fighters", "")),
        ("Vell sends drones to the rebels.", ("support", "backs")),
        ("Ostria sent Vell drones.", ("support", "backs")),
        ("Ostria sheltered militants.", ("support", "backs")),
        ("Ostria promised aid deliveries.", ("support", "")),
    ],
)
def test_who_comes_from_abroad_or_is_given_arms_still_counts(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in kinds(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Vell's troops had captured 28 towns.", ("casualties", "captured")),
        ("They say that the mill was captured by Ostrian troops.", ("casualties", "captured")),
        ("Volunteers helped to bring out the sick.", ("foreign fighters", "")),
        ("He spoke of a buffer zone on their soil.", ("truce", "")),
        ("Storm Petrel may not be used.", ("attack", "")),
        ("Storm Petrel may not be used.", ("control", "gained")),
        ("Forty of them had defended the Orlin works.", ("control", "held")),
    ],
)
def test_bare_words_give_no_claim(text: str, never: tuple[str, str]) -> None:
    assert never not in kinds(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nine soldiers captured at the mill were shown.", ("casualties", "captured")),
        ("Four servicemen were reportedly captured.", ("casualties", "captured")),
        ("Foreign volunteers hold the mill.", ("foreign fighters", "")),
        ("Rebels storm the bridge.", ("attack", "")),
        ("The garrison defended Orlin.", ("control", "held")),
    ],
)
def test_with_what_they_need_they_do(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The leaders of the front are sheltered in Vell.", "displacement"),
        ("Traders suffer losses of two million dollars a day.", "casualties"),
        ("Posts in Orlin district were seized.", "casualties"),
    ],
)
def test_look_alikes_are_no_claims_of_flight_or_of_persons(text: str, kind: str) -> None:
    assert kind not in [k for k, _ in kinds(text)]


def test_offsets_are_exact_and_only_inside_the_span() -> None:
    text = "They captured it. They captured it again."
    found = find_triggers(text, Span(18, len(text)))
    assert [text[t.span.start : t.span.end] for t in found] == ["captured"]
    assert found[0].span.start > 18


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("shell(?:ed|ing)", {"shel"}),
        ("at?e", {"a"}),
        ("a (?:city|town)", {"a "}),
        ("(?:own |heavy )*losses", {"own ", "heavy ", "loss"}),
        (r"(?:[Aa]ny )?loss", None),
        (r"\d+ captured", set("0123456789")),
        (r"(?:\w+ )?fallen", None),
    ],
)
def test_how_a_wording_begins(pattern: str, wanted: set[str] | None) -> None:
    assert beginnings([pattern]) == wanted


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", [str, str.upper], ids=["as written", "capitals"])
def test_a_wording_that_is_looked_up_is_found_wherever_a_search_finds_it(path: Path, change: type[str]) -> None:
    text = change(path.read_text(encoding="utf8"))
    for sentence in sentences(text):
        looked_up = sorted((s.kind, s.change, m.span()) for s, m in _matches(text, sentence))
        searched = [(s, m) for s in senses() for m in s.words.finditer(text, sentence.start, sentence.end)]
        assert looked_up == sorted((s.kind, s.change, m.span()) for s, m in searched)
