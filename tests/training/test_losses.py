"""The losses are what they say they are."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")

from training.losses import crf_loss, likeness_loss, log_partition, log_partition_at_once
from training.model import FORBIDDEN
from training.windows import Words


def test_the_partition_is_the_sum_over_all_paths() -> None:
    torch.manual_seed(1)
    emissions, start, trans = torch.randn(2, 4, 3), torch.randn(3), torch.randn(3, 3)
    found = log_partition(emissions, start, trans, torch.tensor([4, 2]))
    for row, length in ((0, 4), (1, 2)):
        scores = [
            start[path[0]]
            + sum(emissions[row, i, label] for i, label in enumerate(path))
            + sum(trans[a, b] for a, b in pairwise(path))
            for path in product(range(3), repeat=length)
        ]
        assert found[row].item() == pytest.approx(torch.logsumexp(torch.stack(scores), 0).item(), abs=1e-4)


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_the_partition_by_halving_is_the_same(count: int) -> None:
    torch.manual_seed(2)
    emissions, start, trans = torch.randn(3, count, 4), torch.randn(4), torch.randn(4, 4)
    trans[1, 2] = FORBIDDEN
    given = (emissions, start, trans, torch.tensor([count, 1, max(1, count - 1)]))
    assert torch.allclose(log_partition_at_once(*given), log_partition(*given), atol=1e-4)


def test_a_closed_step_takes_no_share() -> None:
    trans = torch.tensor([[0.0, FORBIDDEN], [0.0, 0.0]])
    emissions = torch.zeros(1, 2, 2)
    found = log_partition(emissions, torch.zeros(2), trans, torch.tensor([2]))
    assert found.item() == pytest.approx(torch.log(torch.tensor(3.0)).item(), abs=1e-4)


def test_nothing_is_learnt_where_nothing_is_known() -> None:
    scores = torch.randn(1, 5, 3, requires_grad=True)
    crf = (torch.zeros(3, 3), torch.zeros(3))
    every = torch.ones(1, 5, 3, dtype=torch.bool)
    loss = crf_loss(scores, crf, every, ~every.all(-1), torch.ones(1, 5))
    assert loss.item() == 0


def test_likeness_is_nought_where_the_mean_points_right() -> None:
    words = Words(
        row=torch.tensor([0]),
        at=torch.zeros(1, 1, dtype=torch.long),
        upos=torch.zeros(1, 1, dtype=torch.long),
        head=torch.zeros(1, 1, dtype=torch.long),
        relation=torch.zeros(1, 1, dtype=torch.long),
        low=torch.tensor([1]),
        high=torch.tensor([3]),
        keys=["one"],
    )
    likeness = torch.tensor([[[9.0, 9.0], [1.0, 0.0], [0.0, 1.0], [9.0, 0.0]]])
    assert likeness_loss(likeness, words, {"one": torch.tensor([1.0, 1.0])}).item() == pytest.approx(0, abs=1e-5)
    assert likeness_loss(likeness, words, {"one": torch.tensor([1.0, -1.0])}).item() == pytest.approx(1, abs=1e-5)
    assert likeness_loss(likeness, words, {}).item() == 0
