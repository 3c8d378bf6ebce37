"""Targets: which pieces teach what."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")
from tokenizers import Tokenizer
from training.corpora import Link, Sample
from training.decode import read_pieces
from training.labels import NAMES, RELATIONS, UPOS
from training.parses import Parsed
from training.windows import UNMARKED, Window, collate, targets_of

TOKENIZER = Path(__file__).parents[2] / "src" / "sayso" / "reading" / "model" / "tokenizer.json"
TEXT = "Tarov fled. He hid."
SENTENCES = (
    (Parsed(0, 5, "PROPN", 1, "nsubj"), Parsed(6, 10, "VERB", 1, "root"), Parsed(10, 11, "PUNCT", 1, "punct")),
    (Parsed(12, 14, "PRON", 1, "nsubj"), Parsed(15, 18, "VERB", 1, "root"), Parsed(18, 19, "PUNCT", 1, "punct")),
)
SAMPLE = Sample("one", TEXT, names=((0, 5, "PER"),), sentences=SENTENCES, links=(Link(12, 14, ((0, 5),)),))


def window() -> Window:
    pieces = read_pieces(Tokenizer.from_file(str(TOKENIZER)), TEXT)
    return Window(pieces, targets_of(SAMPLE, pieces), 0, len(pieces))


def test_kinds_that_were_not_marked_are_left_open() -> None:
    allowed = window().targets.names
    assert [NAMES[i] for i in allowed[0].nonzero()[0]] == ["B-PER"]
    assert {NAMES[i] for i in allowed[-1].nonzero()[0]} == {"O"}  # a full stop is no name
    he = window().pieces.offsets.index((12, 14))
    assert {NAMES[i] for i in allowed[he].nonzero()[0]} == {
        "O",
        *(f"{m}-{k}" for m in "BI" for k in ("NATIONALITY", "WEAPON")),
    }


def test_trees_and_links_reach_the_batch() -> None:
    whole = window()
    batch = collate([whole, whole], margin=0)
    assert batch.words is not None
    assert batch.words.row.tolist() == [0, 0, 1, 1]
    assert batch.words.head[0].tolist() == [1, 1, 1]
    assert [RELATIONS[i] for i in batch.words.relation[1]] == ["nsubj", "root", "punct"]
    assert [UPOS[i] for i in batch.words.upos[1]] == ["PRON", "VERB", "PUNCT"]
    rows, pieces, right = batch.links
    assert rows.tolist() == [0, 1]
    offsets = whole.pieces.offsets
    assert offsets[int(pieces[0]) - 1] == (12, 14)
    marked = [offsets[i - 1] for i in right[0].nonzero().flatten().tolist()]
    assert (marked[0][0], marked[-1][1]) == (0, 5)
    assert batch.named.sum().item() == 2 * len(whole.pieces)
    assert not batch.known.any()


def test_a_sentence_that_is_cut_teaches_nothing() -> None:
    whole = window()
    batch = collate([Window(whole.pieces, whole.targets, 2, len(whole.pieces))], margin=0)
    assert batch.words is not None
    assert len(batch.words.row) == 1
    assert (batch.words.upos != UNMARKED).sum().item() == 3
    assert len(batch.links[0]) == 0
