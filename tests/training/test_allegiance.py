"""Whose names and speakers are: what is marked of it, and a pointer that learns it and is read alike on board."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

import torch
from training.allegiance import Called, Ties, called, joined, pointed, tie_losses, ties_right
from training.model import Meaning

from sayso.reading.belonging import Belonging
from sayso.reading.meanings import LAYERS, TABLES, Floats, Judge, Layer, Meanings, Pointer
from sayso.types import Span
from sayso.values.actors import KINDS

TEXT = "Colonel Tassa of Ostria met Vell. He left the Vellan town of Kestrin."
CONFLICT = {
    "reports": [TEXT],
    "names": [
        {"kind": "state", "party": "Ostria", "forms": ["Ostria"]},
        {"kind": "person", "party": "Ostria", "forms": ["Tassa"]},
        {"kind": "region", "party": "Vell", "forms": ["Vell"]},
        {"kind": "people", "party": "Vell", "forms": ["Vellan"]},
        {"kind": "place", "party": "", "forms": ["Kestrin"]},
    ],
    "statements": [{"report": 0, "source": "He", "cue": "left", "content": ["the Vellan town"], "party": "Ostria"}],
}
OFFSETS = [(i, i + len(word)) for i, word in ((TEXT.index(w), w) for w in TEXT.replace(".", "").split())]


@pytest.fixture
def branch() -> Meaning:
    torch.manual_seed(1)
    made: Meaning = Meaning(384).eval()
    for table in (made.away, made.alike, made.near_away, made.near_alike):
        torch.nn.init.normal_(table.weight)
    return made


def ties(found: list[Called]) -> Ties:
    places = [[i for i, (start, end) in enumerate(OFFSETS) if c.span.start < end and start < c.span.end] for c in found]
    return Ties.of(list(zip(found, places, strict=True)))


def rows() -> torch.Tensor:
    return torch.from_numpy(np.random.default_rng(0).standard_normal((len(OFFSETS), 256)).astype(np.float32))


def test_names_and_speakers_are_marked() -> None:
    found = called(CONFLICT, 0)
    assert [(one.words, one.party, one.kind) for one in found] == [
        ("Tassa", "Ostria", "person"),
        ("Ostria", "Ostria", "state"),
        ("Vell", "Vell", "state"),
        ("Vellan", "Vell", "people"),
        ("Kestrin", "", "place"),
        ("He", "Ostria", ""),
    ]
    assert all(TEXT[one.span.start : one.span.end] == one.words for one in found)


def test_the_pointer_may_go_to_names_of_one_party() -> None:
    one = ties(called(CONFLICT, 0))
    assert one.right.tolist() == [
        [False, True, False, False, False],
        [True, False, False, False, False],
        [False, False, False, True, False],
        [False, False, True, False, False],
        [False] * 5,
        [True, True, False, False, False],
    ]
    assert not one.may.diagonal().any()
    assert one.kinds[:-1].tolist() == [KINDS.index(k) for k in ("person", "state", "state", "people", "place")]


def test_it_is_learnt(branch: Meaning) -> None:
    one, read = ties(called(CONFLICT, 0)), rows()
    steps = torch.optim.AdamW(branch.parameters(), lr=1e-2)
    for _ in range(30):
        steps.zero_grad()
        loss = torch.stack(list(tie_losses(*pointed(branch, read, one), one).values())).sum()
        torch.autograd.backward(loss)
        steps.step()
    assert float(loss.detach()) < 0.5
    assert all(ties_right(pointed(branch, read, one)[0], one))


def test_two_reports_as_one_point_as_each_alone(branch: Meaning) -> None:
    one, read = ties(called(CONFLICT, 0)), rows()
    both = joined([one, one], [0, len(read)])
    with torch.no_grad():
        alone, _ = pointed(branch, read, one)
        chances, _ = pointed(branch, torch.cat([read, read]), both)
    names, speakers = 5, 1
    second = [*range(names, 2 * names), 2 * names + speakers]
    columns = [*range(names, 2 * names), 2 * names]
    assert torch.allclose(chances[second][:, columns], alone, atol=1e-4)
    assert float(chances[second][:, :names].max()) < -100
    assert both.right.sum() == 2 * one.right.sum()


def test_on_board_the_pointer_says_the_same(branch: Meaning) -> None:
    state = {name: value.numpy() for name, value in branch.state_dict().items()}

    def layer(name: str) -> Layer:
        weight: Floats = state[f"{name}.weight"]
        return Layer(weight, state.get(f"{name}.bias", np.zeros(len(weight), dtype=np.float32)))

    pointer = Pointer({name: layer(name) for name in LAYERS}, {name: state[f"{name}.weight"] for name in TABLES})
    judge = Judge((), (), layer("wide"), layer("kind"), layer("stance"), layer("matter"))
    read = Belonging.of(TEXT, Meanings(OFFSETS, rows().numpy(), judge, pointer))
    assert read is not None
    found = called(CONFLICT, 0)
    names = [one.words for one in found if one.kind]
    assert [one.words for one in read.names] == names
    with torch.no_grad():
        chances, _ = pointed(branch, rows(), ties(found))
    wanted = chances.exp().numpy()
    spoke = dict(read.ties([Span(TEXT.index("He"), TEXT.index("He") + 2)], lambda name: True))
    assert [spoke.get(other, 0.0) for other in names] == pytest.approx(wanted[-1, :-1].tolist(), abs=0.006)
