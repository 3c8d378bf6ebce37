"""Excerpts of marked reports: they hold whole statements, and every span still stands on its words."""

from __future__ import annotations

import random

from training.corpora import Attribution, Sample
from training.excerpts import excerpt_spans, excerpts, sentences, with_signs_apart

TEXT = (
    "Rain fell. Mr. Tarov left Orsk.\n\n"
    "The army said: “The bridge is ours.” It holds, the major added, “as of today.” Nobody was hurt.\n"
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def sample() -> Sample:
    first = Attribution((span("The army"),), (span("said"),), (span("“The bridge is ours.”"),))
    second = Attribution((span("the major"),), (span("added"),), (span("It holds"), span("“as of today.”")))
    return Sample("one", TEXT, attributions=(first, second))


def test_sentences_end_where_they_end() -> None:
    assert [TEXT[s:e] for s, e in sentences(TEXT)] == [
        "Rain fell.",
        "Mr. Tarov left Orsk.",
        "The army said: “The bridge is ours.”",
        "It holds, the major added, “as of today.”",
        "Nobody was hurt.",
    ]


def test_what_a_statement_joins_stays_together() -> None:
    over_two = Attribution((span("The army"),), (span("said"),), (span("“The bridge is ours.” It holds"),))
    joined = Sample("one", TEXT, attributions=(over_two,))
    found = [TEXT[s:e] for s, e in excerpt_spans(joined)]
    assert found[0] == "Rain fell. Mr. Tarov left Orsk."  # quiet sentences of one paragraph
    assert found[1] == "The army said: “The bridge is ours.” It holds, the major added, “as of today.”"
    assert len(excerpt_spans(sample())) == 4


def test_spans_stand_on_their_words() -> None:
    for seed in range(12):
        found = list(excerpts([sample()], seed))
        letters = ["".join(filter(str.isalpha, text)) for text in (TEXT, "".join(each.text for each in found))]
        assert letters[0] == letters[1]
        said = [a for each in found for a in each.attributions or () if a.cue]
        texts = [each.text for each in found for a in each.attributions or () if a.cue]
        assert [text[slice(*a.cue[0])].strip() for text, a in zip(texts, said, strict=True)] == ["said", "added"]
        assert texts[0][slice(*said[0].source[0])].strip() == "The army"
        assert len(said[1].content) == 2


def test_signs_stand_apart() -> None:
    apart = with_signs_apart(sample(), random.Random(1))
    assert "said : “ The bridge is ours . ”" in apart.text
    assert "Mr. Tarov" in apart.text
    [first, _] = apart.attributions or ()
    assert apart.text[slice(*first.content[0])].strip() == "“ The bridge is ours . ”"
