"""CoNLL-U: words stand where they stand in the text, those written as one too."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.layers import Carrier, chain_links, core, moved
from training.parses import Parsed, documents

ROWS = """# newdoc id = one
# text = They didn't wait.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\twait\twait\tVERB\t_\t_\t0\troot\t_\t_
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# text = Gone.
1\tGone\tgo\tVERB\t_\t_\t0\troot\t_\t_
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


def test_words_stand_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(ROWS, encoding="utf8")
    [document] = documents(path)
    assert document.text == "They didn't wait.\nGone."
    surfaces = [[document.text[w.start : w.end] for w in sentence] for sentence in document.sentences]
    assert surfaces == [["They", "did", "n't", "wait", "."], ["Gone", "."]]
    assert [w.head for w in document.sentences[0]] == [3, 3, 3, 3, 3]
    assert [w.label for w in document.sentences[1]] == ["root", "punct"]


def test_places_are_carried_between_spacings() -> None:
    carry = Carrier("They do n't go", "They don't  go")
    assert carry((0, 4)) == (0, 4)
    assert carry((8, 11)) == (7, 10)
    assert carry((12, 14)) == (12, 14)
    sentence = (Parsed(0, 4, "PRON", 0, "root"), Parsed(8, 11, "PART", 0, "advmod"))
    assert [(w.start, w.end) for w in moved([sentence], carry)[0]] == [(0, 4), (7, 10)]


def test_texts_that_differ_are_refused() -> None:
    with pytest.raises(ValueError, match="more than their spaces"):
        Carrier("They go", "They went")


def test_pronouns_point_at_the_names_of_their_chain() -> None:
    text = "Ana Tarov left. She slept."
    words = (
        Parsed(0, 3, "PROPN", 2, "nsubj"),
        Parsed(4, 9, "PROPN", 0, "flat"),
        Parsed(10, 14, "VERB", 2, "root"),
        Parsed(16, 19, "PRON", 4, "nsubj"),
        Parsed(20, 25, "VERB", 4, "root"),
    )
    assert core((0, 9), [(words[0], words[2]), (words[1], words[0])]) == (0, 9)
    [link] = chain_links([[[0, 9, "person"], [16, 19, "person"]]], text, (words[:3], (*words[3:],)[:0]))
    assert (link.start, link.end, link.targets) == (16, 19, ((0, 9),))
