"""Learn what signs weigh where one of several is chosen by them: a matter, a side, a state, or none of these.

Each choice has its options, with the signs of each and how right it is; ``none`` is an option like any other. The
weights maximise the likelihood of what is right, less the squares of the weights (a conditional logit).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

STEPS = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """The signs of each option, how right each is (0 to 1), and how much the choice counts."""

    signs: Sequence[Mapping[str, float]]
    right: Sequence[float]
    weight: float = 1.0


def learn(
    choices: Sequence[Choice], penalties: Mapping[str, float], before: Mapping[str, float] | None = None
) -> dict[str, float]:
    """The weight of each sign of ``penalties``.

    Args:
        choices: what is learnt from; signs without a penalty are left out.
        penalties: sign -> what the square of its weight costs.
        before: sign -> the weight from which the distance is taken, 0 by default.
    """
    column = {sign: at for at, sign in enumerate(penalties)}
    options = [(row, found) for row, one in enumerate(choices) for found in one.signs]
    of = torch.tensor([row for row, _ in options])
    right = torch.tensor([float(share) for one in choices for share in one.right])
    cells = [
        (at, column[sign], float(n))
        for at, (_, found) in enumerate(options)
        for sign, n in found.items()
        if sign in column
    ]
    at, columns, values = (torch.tensor(each) for each in zip(*cells, strict=True))
    counts = torch.tensor([one.weight for one in choices])
    cost = torch.tensor(list(penalties.values()))
    start = torch.tensor([(before or {}).get(sign, 0.0) for sign in penalties])
    weights = torch.zeros(len(column), requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        steps.zero_grad()
        scores = torch.zeros(len(options)).index_add(0, at, weights[columns] * values)
        likely = log_totals(scores + right.clamp(min=1e-30).log(), of) - log_totals(scores, of)
        value = -(likely * counts).sum() / counts.sum() + (cost * (weights - start) ** 2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    steps.step(loss)  # type: ignore[no-untyped-call]
    return dict(zip(penalties, (float(w) for w in weights.detach()), strict=True))


def log_totals(scores: torch.Tensor, of: torch.Tensor) -> torch.Tensor:
    """Of each choice the logarithm of what its options' exponentials add up to; option n is of choice ``of[n]``."""
    count = int(of.max()) + 1
    most = torch.full((count,), -1e9).scatter_reduce(0, of, scores.detach(), "amax")
    return most + torch.zeros(count).index_add(0, of, torch.exp(scores - most[of])).log()


def asked(about: str | None, arguments: Sequence[str] | None) -> tuple[list[Path], Path | None]:
    """The clusters that a command names to learn from, and the file for the weights."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("clusters", nargs="*", type=Path)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args(arguments)
    torch.manual_seed(0)
    return chosen.clusters, chosen.out


def give(weights: Mapping[str, float], head: str, out: Path | None) -> None:
    """Write a table of weights under its ``head``, the strongest first; print it where no file is named."""
    write(rows(weights), head, out)


def rows(weights: Mapping[str, float]) -> str:
    """A line for each weight, the strongest first."""
    ordered = sorted(weights.items(), key=lambda x: -abs(x[1]))
    return "".join(f"{json.dumps(name)} = {value:.2f}\n" for name, value in ordered)


def write(text: str, head: str, out: Path | None) -> None:
    """Write a table under its ``head``; print it where no file is named."""
    if out:
        out.write_text(head + text, encoding="utf8")
    else:
        print(text, end="")
