"""Meaning: what it learns from, that it learns, and that what is on board says the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")

from tokenizers import Tokenizer
from training.export import export
from training.marked import Marked
from training.meanings import Conflict, area, conflicts, judge, losses, measure, merged
from training.model import Reader, load_reader

from sayso.reading.tagger import MODEL_FOLDER, Tagger
from sayso.types import Span

TOKENIZER = MODEL_FOLDER / "tokenizer.json"
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
    made: Reader = load_reader(MODEL_FOLDER / "model.onnx").eval()
    return made


@pytest.fixture(scope="module")
def one() -> Conflict:
    (found,) = conflicts(Tokenizer.from_file(str(TOKENIZER)), ALL)
    return found


def test_statements_are_marked(one: Conflict) -> None:
    assert one.asker.mean(torch.ones(int(one.centre.sum()), 1)).flatten().tolist() == pytest.approx([1.0] * 3)
    assert one.alike.tolist() == [[False, True, False], [True, False, False], [False, False, False]]


@pytest.mark.model
def test_kinds_and_questions_are_learnt_and_read_alike_on_board(reader: Reader, one: Conflict, tmp_path: Path) -> None:
    steps = torch.optim.AdamW(reader.meaning.parameters(), lr=1e-3)
    seen = []
    for _ in range(40):
        parts = losses(judge(reader, one, reader.encode(*one.inputs)), one)
        seen.append(float(parts["kind"].detach()))
        steps.zero_grad()
        torch.autograd.backward(torch.stack(list(parts.values())).sum())
        steps.step()
    assert seen[-1] < seen[0] / 2
    with torch.no_grad():
        said = judge(reader, one, reader.encode(*one.inputs))
    assert (one.kinds.gather(1, said.kinds.argmax(1, keepdim=True)) > 0).all()
    assert said.near[0, 1] > said.near[0, 2]
    assert "kinds 1.000 of 3" in measure(reader, [one])
    export(reader, TOKENIZER, tmp_path, "tried")
    read = Tagger(tmp_path).meanings(TEXT)
    assert read is not None
    first, second, third = (
        read.of(*(tuple(Span(*span) for span in spans) for spans in (each.source, each.cue, each.content)))
        for each in ALL
    )
    assert first is not None
    assert second is not None
    assert third is not None
    assert max(first.kinds, key=lambda each: each[1])[0] == "control"
    town, same, dead = (np.frombuffer(each.vector, dtype=np.int8).astype(float) for each in (first, second, third))
    assert town @ same > town @ dead


@pytest.mark.model
def test_two_conflicts_at_once_are_judged_as_each_alone(reader: Reader, one: Conflict) -> None:
    longer = TEXT.replace("Nine", "Some nineteen")
    told = [marked("Ostria", "Lies", "control", "town", "r2", longer)]
    (other,) = conflicts(Tokenizer.from_file(str(TOKENIZER)), told)
    both = merged([one, other])
    with torch.no_grad():
        alone = [judge(reader, each, reader.encode(*each.inputs)) for each in (one, other)]
        found = judge(reader, both, reader.encode(*both.inputs))
    wanted = torch.cat([each.kinds for each in alone])
    assert torch.allclose(found.kinds, wanted, atol=1e-4)
    assert not both.compared[:3, 3:].any()


def test_nearer_pairs_are_counted() -> None:
    assert area([(0.9, True), (0.1, False), (0.2, False)]) == 1
    assert area([(0.1, True), (0.9, False)]) == 0
    assert area([(0.5, True), (0.1, False), (0.9, False)]) == 0.5
