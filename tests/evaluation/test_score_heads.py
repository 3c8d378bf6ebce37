from __future__ import annotations

import pytest
from evaluation.score_heads import bio_spans, spoken


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["He", "did", "n't", "say", "."], "He didn't say ."),
        (["``", "No", ",", "''", "said", "Tarov", "'s", "son"], '" No , " said Tarov\'s son'),
        (["-LRB-", "R-Wis", ".", "-RRB-", "'"], "( R-Wis . ) '"),
        ([], ""),
    ],
)
def test_words_of_a_treebank_are_written_as_they_are_printed(words: list[str], text: str) -> None:
    written, spans = spoken(words)
    assert written == text
    assert len(spans) == len(words)
    assert "".join(written[span.start : span.end] for span in spans) == written.replace(" ", "")


def test_a_label_that_goes_on_from_another_kind_begins_anew() -> None:
    labels = ["B-cue", "I-cue", "I-content", "O", "I-content", "B-content"]
    assert bio_spans(labels) == {("cue", 0, 2), ("content", 2, 3), ("content", 4, 5), ("content", 5, 6)}
