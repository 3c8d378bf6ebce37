"""Learn what each sign weighs by which a statement without a claim of its own finds its matter.

    python -m training.choose_matters CLUSTER ... [--out src/sayso/claims/tables/signs.toml]

A cluster is a folder of reports with its gold (`evaluation/clusters-own/NAME`). Each statement that the joining of
`sayso.claims.joining` lets choose by signs is one choice, among the matters of its conflict or none. Right is the
matter in which most positions of the gold matter were found. The weights maximise the likelihood of the right choices,
less the squares of the weights, or of how far they are from those of `signs_of_words.toml`, which were learnt from
other clusters; each cluster is judged by the weights learnt from all others, and that is printed. Clusters from which
the model learnt what statements mean are no use here: of these it is too sure.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from evaluation.clusters import read_gold
from evaluation.score_ledger import find_matter, fold, may_be, overlaps
from evaluation.stages import build

from sayso.claims.assemble import find_ground
from sayso.claims.joining import Choices, choices
from sayso.claims.keys import keys_of
from sayso.claims.matters import gather
from sayso.claims.outsiders import before_parting
from sayso.claims.placing import placed_by_words
from sayso.claims.signs import signs
from sayso.claims.signs import weights as table
from sayso.claims.vocabulary import Key
from sayso.types import cover
from sayso.views.shapes import matters_shape
from training import choose

PENALTY = 0.0005
DRAWN = 0.003  # the same for signs that have a weight without the model, and for their distance from it
OUTSIDE = 0.5  # what a statement weighs that is in no gold matter, beside one that is
BARS = (-1.5, -1.1, -0.75, -0.4, 0.0)  # added to what `none` weighs
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remark:
    """One statement of a cluster: the signs of each matter, which of them are right, and whether the gold has it."""

    cluster: str
    signs: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    in_gold: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What is chosen in a cluster, and the gold's answer: of each statement that it has, on which matters it is; on
    none where the matter was not found.
    """

    cluster: str
    choices: Choices
    held: Mapping[str, frozenset[Key]]


def answered(folder: Path) -> Answered:
    """The choices of one cluster with the gold's answer, as the program that is here comes to them."""
    brief, readings, _ = build(folder, {})
    ground = find_ground(brief.reports, list(readings.values()))
    drafts = gather(ground.told, ground.conflicts, ground.naming, ground.voice)
    told = placed_by_words([*ground.told, *ground.voice], ground.conflicts, ground.naming)
    keys = keys_of(told, ground.conflicts, ground.naming)
    texts = {report.id: (fold(report.path), report.text) for report in brief.reports}
    wanted = _wanted(folder, matters_shape(brief))
    held: dict[str, frozenset[Key]] = {}
    for statement in (s for reading in readings.values() for s in reading.statements):
        path, text = texts[statement.report]
        whole = cover(statement.spans)
        words = fold(text[whole.start : whole.end])
        asked = {best for report, evidence, best in wanted if report in path and overlaps(evidence, words)}
        if asked:
            held[statement.id] = frozenset(
                key for draft in drafts if draft.question in asked for key in before_parting(draft.key)
            )
    return Answered(folder.name, choices(told, keys, ground.conflicts, ground.naming), held)


def record(folder: Path) -> list[Remark]:
    """The choices by signs of one cluster."""
    one = answered(folder)
    out = []
    for passage, among in one.choices.asked:
        most, right = max((matter.claims for matter in among), default=0), one.held.get(passage.statement)
        found = tuple(signs(passage, matter, most) for matter in among)
        flags = tuple(matter.key in (right or ()) for matter in among)
        out.append(Remark(folder.name, found, flags, right is not None))
    return out


def _wanted(folder: Path, shown: Sequence[Row]) -> list[tuple[str, str, str]]:
    """Report, evidence and the question read for each position of the gold."""
    gold, stems = read_gold(folder)
    names = {report: fold(stem) for report, stem in stems.items()}
    return [
        (names.get(str(p["report"]), fold(p["report"])), fold(p["evidence"]), best.get("question", ""))
        for matter in gold["matters"]
        for best in [find_matter(matter, [m for m in shown if may_be(matter, m)], names)[0]]
        for p in matter["positions"]
    ]


def learn(choices: Sequence[Remark], names: Sequence[str]) -> dict[str, float]:
    """The weight of each sign, and of ``none``."""
    known = table("signs_of_words")
    penalties = {name: DRAWN if name in known else PENALTY for name in names} | {"none": 0.0}
    before = {name: weight for name, weight in known.items() if name in names}
    return choose.learn([_one_of(choice) for choice in choices], penalties, before)


def _one_of(choice: Remark) -> choose.Choice:
    """What is chosen for a statement: one of the matters, or none."""
    weight = float(any(choice.right)) if choice.in_gold else OUTSIDE
    return choose.Choice((*choice.signs, {"none": 1.0}), (*choice.right, not choice.in_gold), weight)


def judge(choices: Iterable[Remark], weights: Mapping[str, float], bar: float) -> Counter[str]:
    """How many matters are chosen, rightly and wrongly, and how many could be."""
    out: Counter[str] = Counter()
    for choice in choices:
        out["could be"] += any(choice.right)
        totals = [sum(value * weights.get(name, 0.0) for name, value in found.items()) for found in choice.signs]
        best = max(range(len(totals)), key=lambda n: totals[n], default=None)
        if best is not None and totals[best] > weights["none"] + bar:
            out["right" if choice.right[best] else "wrong"] += 1
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how each cluster is judged by the others, for several bars; write the weights learnt from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clusters", nargs="+", type=Path)
    parser.add_argument(
        "--bar", type=float, default=-1.1, help="added to what `none` weighs where the table is written"
    )
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args(arguments)
    torch.manual_seed(0)
    choices = [choice for folder in chosen.clusters for choice in record(folder)]
    names = sorted({name for choice in choices for found in choice.signs for name in found})
    totals = {bar: Counter[str]() for bar in BARS}
    for cluster in dict.fromkeys(choice.cluster for choice in choices):
        weights = learn([c for c in choices if c.cluster != cluster], names)
        for bar, count in totals.items():
            count.update(judge([c for c in choices if c.cluster == cluster], weights, bar))
    for bar, count in totals.items():
        print(f"{bar:+.2f}  right {count['right']}  wrong {count['wrong']}  could be {count['could be']}")
    weights = learn(choices, names)
    weights["none"] += chosen.bar
    head = (
        "# What each sign of a statement weighs for a matter (training/choose_matters.py); any must outweigh `none`.\n"
    )
    choose.give(weights, head, chosen.out)


if __name__ == "__main__":
    main()
