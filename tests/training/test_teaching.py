"""What a larger network teaches: nothing where both say the same, and towards it where they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

import torch
from training.model import Outputs, Reader, Shape
from training.teaching import taught, taught_rows
from training.windows import Batch

SHAPE = Shape(vocabulary=120, layers=1)
LENGTH = 6


def inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    ids = torch.arange(2 * LENGTH).reshape(2, LENGTH)
    attention = torch.ones_like(ids)
    attention[1, 4:] = 0
    return ids, attention, torch.zeros_like(ids), torch.zeros_like(ids)


def batch() -> Batch:
    every = torch.ones(2, LENGTH, 7, dtype=torch.bool)
    none = torch.zeros(2, LENGTH, dtype=torch.bool)
    links = (torch.tensor([0]), torch.tensor([3]), torch.ones(1, LENGTH, dtype=torch.bool))
    pointers = torch.zeros(2, LENGTH, LENGTH)
    names = torch.ones(2, LENGTH, 13, dtype=torch.bool)
    return Batch(inputs(), every, none, pointers, names, none, words=None, links=links)


def read(reader: Reader) -> Outputs:
    with torch.no_grad():
        out: Outputs = reader.eval().read(*inputs())
    return out


def test_nothing_is_to_learn_from_oneself() -> None:
    torch.manual_seed(3)
    reader = Reader(SHAPE)
    parts = taught(read(reader), read(reader), reader, reader, batch())
    assert set(parts) == {"role", "name", "pointer", "reference"}
    assert all(float(value) == pytest.approx(0, abs=1e-6) for value in parts.values())


def test_a_constant_in_all_labels_is_no_difference_and_another_label_is() -> None:
    torch.manual_seed(3)
    reader = Reader(SHAPE)
    out = read(reader)
    assert float(taught(replace(out, role=out.role + 2), out, reader, reader, batch())["role"]) == pytest.approx(
        0, abs=1e-6
    )
    other = out.role.clone()
    other[0, 1, 3] += 2
    assert float(taught(replace(out, role=other), out, reader, reader, batch())["role"]) > 0.01


def test_padding_teaches_nothing() -> None:
    told = torch.randn(2, LENGTH, 8)
    turned = told.clone()
    turned[1, 4:] = -turned[1, 4:]
    assert float(taught_rows(turned, told, inputs()[1])) == pytest.approx(0, abs=1e-6)
