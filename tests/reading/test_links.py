from __future__ import annotations

import time
from dataclasses import replace

import pytest

from sayso.reading.links import BARE, link
from sayso.types import Claim, Span, Stance, Statement

TEXT = (
    "The army of Ostria said that it had taken Orlin. Vell rejected this. Ostria said that 61 villages had been taken. "
    "Vell disputes the figure. Neither claim could be verified. The minister gave no details."
)


def spans(words: str) -> tuple[Span, ...]:
    at = TEXT.index(words)
    return (Span(at, at + len(words)),)


def statement(
    name: str, stance: Stance, party: str, speaker: str, source: str, cue: str, content: str = ""
) -> Statement:
    return Statement(
        name, "r", spans(source) if source else (), spans(cue), spans(content) if content else (),
        "indirect", speaker, party, "", stance, "2021-03-02",
    )  # fmt: skip


def claim(name: str, owner: str, kind: str, words: str) -> Claim:
    return Claim(name, "r", owner, kind, (("place", "Orlin"),), "+", "actual", None, spans(words)[0])


TAKEN = statement("taken", "asserts", "Ostria", "the army", "The army of Ostria", "said", "it had taken Orlin")
REJECTED = statement("rejected", "denies", "Vell", "Vell", "Vell", "rejected", "this")
COUNTED = statement(
    "counted", "asserts", "Ostria", "Ostria", "Ostria said", "said that 61", "61 villages had been taken"
)
DISPUTED = statement("disputed", "denies", "Vell", "Vell", "Vell disputes", "disputes", "the figure")
UNVERIFIED = statement("unverified", "unverified", "", "", "", "could be verified", "Neither claim")
SILENT = statement("silent", "withholds", "Vell", "the minister", "The minister", "gave no details")
CLAIMS = [
    claim("c-control", "taken", "control", "it had taken Orlin"),
    claim("c-figure", "counted", "figure", "61 villages"),
]


def about(*statements: Statement) -> dict[str, tuple[str, ...]]:
    made = {s.id for s in statements}
    return {s.id: s.about for s in link(TEXT, statements, [c for c in CLAIMS if c.statement in made], frozenset())}


def test_this_is_what_was_last_claimed_and_the_figure_is_the_last_number() -> None:
    found = about(TAKEN, REJECTED, COUNTED, DISPUTED)
    assert found["rejected"] == ("c-control",)
    assert found["disputed"] == ("c-figure",)
    assert found["taken"] == found["counted"] == ()


def test_what_could_not_be_verified_and_silence_point_back_too() -> None:
    found = about(TAKEN, UNVERIFIED, SILENT)
    assert found["unverified"] == ("c-control",)
    assert found["silent"] == ("c-control",)


def test_history_is_not_taken_up() -> None:
    [found] = link(TEXT, [REJECTED], CLAIMS[:1], frozenset({"c-control"}))
    assert found.about == ()


def test_nothing_claimed_nothing_taken_up() -> None:
    assert [s.about for s in link(TEXT, [REJECTED, SILENT], [], frozenset())] == [(), ()]


@pytest.mark.parametrize("words", ["", "this", "“this”", "the claim", "any such report, sir", "a -long-drawn- tale"])
def test_hardly_any_words_point_back(words: str) -> None:
    assert BARE.fullmatch(words)


@pytest.mark.parametrize("words", ["the claim was false", "villages had been taken"])
def test_more_words_say_something(words: str) -> None:
    assert not BARE.fullmatch(words)


def test_a_word_without_end_is_read_once() -> None:
    start = time.perf_counter()
    assert not BARE.fullmatch("a" * 200_000 + " was taken there")
    assert not BARE.fullmatch("-" * 200_000 + "a b c d")
    assert time.perf_counter() - start < 1


def test_who_denies_the_charges_denies_each_that_was_laid() -> None:
    text = "Ostria accused Vell of shelling Orlin and of looting Tamm. Vell denied the charges."

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    blamed = replace(TAKEN, id="blamed", stance="accuses", source=at("Ostria"), cue=at("accused Vell"),
                     content=at("of shelling Orlin and of looting Tamm"))  # fmt: skip
    denied = replace(REJECTED, id="denied", source=at("Vell denied"), cue=at("denied"), content=at("the charges"))
    shelled = replace(CLAIMS[0], id="c-shelled", statement="blamed", kind="attack", evidence=at("shelling Orlin")[0])
    looted = replace(shelled, id="c-looted", kind="responsibility", evidence=at("looting Tamm")[0])
    [_, found] = link(text, [blamed, denied], [shelled, looted], frozenset())
    assert sorted(found.about) == ["c-looted", "c-shelled"]
