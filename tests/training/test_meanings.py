"""The branch for meaning: what it learns from, and that it learns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

import tomllib

import torch
from tokenizers import Tokenizer
from training.dequantise import weights
from training.export import export
from training.marked import Marked
from training.meanings import SETTINGS, TOKENIZER, area, begin, conflicts, judged, learn_epoch, main, rows_of
from training.model import TRUNK, Reader, fitted

from sayso.reading.tagger import MODEL_FOLDER, Tagger
from sayso.types import Span

TEXT = "Orlin is ours, Vell said. Lies, said Ostria. Nine of its men died, Vell said."


def marked(source: str, content: str, kind: str, question: str, report: str = "r1", text: str = TEXT) -> Marked:
    said, start = text.index(source), text.index(content)
    cue = text.index("said", start)
    source_at, cue_at, content_at = (said, said + len(source)), (cue, cue + 4), (start, start + len(content))
    kinds, questions = frozenset({kind}), frozenset({question})
    return Marked(
        report, text, (source_at,), (cue_at,), (content_at,), kinds, "asserts", "c", questions, held_out=False
    )


ALL = [
    marked("Vell", "Orlin is ours", "control", "town"),
    marked("Ostria", "Lies", "control", "town"),
    marked("Vell", "Nine of its men died", "casualties", "dead"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(0)
    made = fitted(weights(MODEL_FOLDER / "model.onnx"))
    made.eval()
    return made


@pytest.mark.model
def test_kinds_and_questions_are_learnt_and_the_rest_stays(reader: Reader, tmp_path: Path) -> None:
    (one,) = conflicts(reader, Tokenizer.from_file(str(TOKENIZER)), ALL)
    assert one.asker.sum(1).tolist() == pytest.approx([1.0] * 3)
    assert one.centre.sum() == one.asker.shape[1]
    assert one.together.tolist() == [[False, True, False], [True, False, False], [False, False, False]]
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf8")) | {"epochs": 40, "warm_up": 1}
    role = reader.role.weight.detach().clone()
    state = begin(reader, settings)
    seen = [learn_epoch(reader, [one], settings, state)["kind"] for _ in range(settings["epochs"])]
    assert seen[-1] < seen[0] / 2
    assert torch.equal(role, reader.role.weight)
    with torch.no_grad():
        kinds, _, vectors = judged(reader.meaning, one, rows_of(reader.meaning, one))
    assert (one.kinds.gather(1, kinds.argmax(1, keepdim=True)) > 0).all()
    alike = vectors @ vectors.T
    assert alike[0, 1] > alike[0, 2]
    export(reader, TOKENIZER, tmp_path, "tried")
    read = Tagger(tmp_path).meanings(TEXT)
    assert read is not None
    found = read.of(*(tuple(Span(*span) for span in spans) for spans in (ALL[0].source, ALL[0].cue, ALL[0].content)))
    assert found is not None
    assert max(found.kinds, key=lambda each: each[1])[0] == "control"
    before, after = vectors[0].numpy(), np.frombuffer(found.vector, dtype=np.int8).astype(float)
    assert before @ after / np.linalg.norm(after) > 0.9


def test_the_branch_begins_as_the_layers_beside_it(reader: Reader) -> None:
    assert begin(reader, tomllib.loads(SETTINGS.read_text(encoding="utf8"))).epoch == 0
    beside = reader.layers[TRUNK:].state_dict()
    assert all(torch.equal(value, beside[name]) for name, value in reader.meaning.layers.state_dict().items())


def test_nearer_pairs_are_counted() -> None:
    assert area([(0.9, True), (0.1, False), (0.2, False)]) == 1
    assert area([(0.1, True), (0.9, False)]) == 0
    assert area([(0.5, True), (0.1, False), (0.9, False)]) == 0.5


@pytest.mark.model
def test_learning_goes_on_where_it_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings, out = tmp_path / "s.toml", tmp_path / "m.pt"
    text = SETTINGS.read_text(encoding="utf8")
    given = [
        "--weights",
        str(MODEL_FOLDER / "model.onnx"),
        "--to",
        str(out),
        "--settings",
        str(settings),
        "--most",
        "1",
    ]
    settings.write_text(text.replace("epochs = 7", "epochs = 1"), encoding="utf8")
    main(given)
    settings.write_text(text.replace("epochs = 7", "epochs = 2"), encoding="utf8")
    main([*given, "--resume"])
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:1].isdigit()]
    assert [line.split(":")[0] for line in lines if ":" in line] == ["1", "2"]
    assert torch.load(out, weights_only=True)["epoch"] == 2
