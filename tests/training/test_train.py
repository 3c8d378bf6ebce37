"""Training runs from end to end on a handful of texts, and what it writes is read again."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("onnx", reason="the training extra is not installed")

from tokenizers import Tokenizer
from training.conflicts import is_later
from training.corpora import CLUSTERS_HELD_OUT, CLUSTERS_LATER, Sample
from training.export import export
from training.mix import mixed
from training.model import Reader, Shape, load_reader
from training.parses import Parsed
from training.train import (
    CLUSTERS_OWN,
    NEVER,
    Corpus,
    Run,
    Taught,
    cluster_samples,
    drawn,
    epoch_steps,
    optimiser,
    small_conflicts,
    stage_at,
)

from sayso.reading.tagger import MODEL_FOLDER, Tagger

SETTINGS = Path(__file__).parents[2] / "training" / "settings.toml"
SMALL = Shape(vocabulary=200, layers=2)
TEXT = "General Davlan Tarov fled. He said the bridge was lost."
WORDS = ("General", "Davlan", "Tarov", "fled", ".")


def sentence() -> tuple[Parsed, ...]:
    at, out = 0, []
    for word, tag, relation in zip(
        WORDS, ("PROPN", "PROPN", "PROPN", "VERB", "PUNCT"), ("nsubj", "flat", "flat", "root", "punct"), strict=True
    ):
        start = TEXT.index(word, at)
        at = start + len(word)
        out.append(Parsed(start, at, tag, 0 if relation == "flat" else 3, relation))
    return tuple(out)


def settings(tmp_path: Path) -> dict[str, object]:
    found = tomllib.loads(SETTINGS.read_text(encoding="utf8"))
    stage = found["stage"][0] | {"epochs": 1, "share": {"own": 1}}
    model = str(MODEL_FOLDER / "model.onnx")
    here = {"to": str(tmp_path / "run"), "warm_start": model, "teacher": model, "threads": 1}
    return found | {"stage": [stage]} | here


@pytest.mark.model
def test_an_epoch_is_trained_resumed_exported_and_read(tmp_path: Path) -> None:
    sample = Sample("one", TEXT, names=((8, 20, "PER"),), sentences=(sentence(),))
    chosen = settings(tmp_path)
    run = Run(chosen)
    before = run.reader.syntax.upos.weight.detach().clone()
    run.train_epoch(Taught([Corpus("own", [sample], NEVER)], [], [], run.tokenizer))
    assert not torch.equal(before, run.reader.syntax.upos.weight)
    again = Run(chosen)
    again.resume()
    assert again.epoch == 1
    assert torch.equal(again.reader.syntax.upos.weight, run.reader.syntax.upos.weight)
    folder = tmp_path / "model"
    export(load_reader(tmp_path / "run" / "last.pt"), MODEL_FOLDER / "tokenizer.json", folder, "tried")
    assert json.loads((folder / "model.json").read_text(encoding="utf8"))["version"] == "tried"
    tagger = Tagger(folder)
    assert tagger.heads == {"statements", "names", "syntax", "reference", "likeness", "meaning"}
    trees = tagger.syntax(TEXT)
    assert [TEXT[w.span.start : w.span.end] for w in trees[0]] == list(WORDS)
    assert all(sum(i == w.head for i, w in enumerate(tree)) == 1 for tree in trees)


def test_every_text_is_drawn_in_turn() -> None:
    texts = [str(i) for i in range(5)]
    assert sorted(text for epoch in range(5) for text in drawn(texts, 0.4, epoch, seed=1)) == sorted(texts * 2)
    assert len(list(drawn(texts, 2.2, 0, seed=1))) == 11


def test_workers_share_the_texts_out(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    texts = [Sample(str(i), TEXT * (i + 1), names=()) for i in range(5)]
    taught, chosen = Taught([Corpus("own", texts, NEVER)], [], [], tokenizer), settings(tmp_path)

    def lengths(place: int, of: int) -> list[int]:
        steps = epoch_steps(taught, 0, chosen, place, of)
        return [int(n) for step in steps for n in step.batch.inputs[1].sum(1)]

    alone = sorted(lengths(0, 1))
    assert len(alone) == 5
    assert alone == sorted(lengths(0, 2) + lengths(1, 2))


def test_rates_join_where_stages_meet() -> None:
    stages = {"stage": [{"epochs": 1, "rate": [0.1, 1.0]}, {"epochs": 2, "rate": [1.0, 0.0]}]}
    assert [stage_at(stages, epoch)[1:] for epoch in range(3)] == [(0.1, 1.0), (1.0, 0.5), (0.5, 0.0)]
    with pytest.raises(ValueError, match="no stage"):
        stage_at(stages, 3)


def test_weights_are_mixed_by_their_share() -> None:
    new, old = Reader(SMALL), Reader(SMALL)
    mix = mixed(new, old, 0.75).state_dict()
    before, after = old.state_dict(), new.state_dict()
    assert all(torch.allclose(value, 0.75 * after[key] + 0.25 * before[key]) for key, value in mix.items())
    assert not torch.equal(mix["role.weight"], after["role.weight"])


def test_every_weight_has_one_rate_and_the_marks_have_their_own() -> None:
    reader, turn = Reader(SMALL), torch.nn.Linear(SMALL.width, 1)
    rate = {"encoder": 1.0, "marks": 2.0, "heads": 3.0, "decay": 0.0}
    groups = optimiser(reader, turn, {"rate": rate}).param_groups
    rates = {id(p): group["lr"] for group in groups for p in group["params"]}
    assert (
        sum(len(group["params"]) for group in groups) == len(rates) == len([*reader.parameters(), *turn.parameters()])
    )
    marks = (reader.embeddings.case.weight, reader.embeddings.newline.weight)
    assert [rates[id(p)] for p in (*marks, reader.embeddings.word.weight, reader.role.weight)] == [2.0, 2.0, 1.0, 3.0]


def test_the_conflicts_of_the_signs_may_be_left_out() -> None:
    every, without = ({s.id.rpartition("/")[0] for s in small_conflicts(later)} for later in (True, False))
    assert {name for name in every if is_later(name)} == every - without != set()


def test_so_may_the_later_clusters() -> None:
    every, without = ({s.id.partition("/")[0] for s in cluster_samples(CLUSTERS_OWN, later)} for later in (True, False))
    assert every - without == set(CLUSTERS_LATER)
    assert not every & set(CLUSTERS_HELD_OUT)
