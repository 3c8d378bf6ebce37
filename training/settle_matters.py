"""Learn what the signs weigh by which statements settle which matters they are on (`sayso.claims.together`).

    python -m training.settle_matters CLUSTER ... [--out src/sayso/claims/tables/settling.toml]

A cluster is a folder of reports with its gold. Each statement is one choice, among the matters of its conflict or none;
right is the matter in which most positions of the gold matter were found. First the signs of each statement alone are
weighed, then what those like it and beside it lean to, by weights that were learnt from other clusters. Each quarter of
the clusters is judged by the others; that is printed. Clusters from which the model learnt what statements mean are no
use here: of these it is too sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.claims.alike import Alike
from sayso.claims.signs import Shown
from sayso.claims.together import Leaning, Shares, settle, shares_by, signs_beside
from sayso.claims.vocabulary import Key
from training import choose
from training.choose_matters import answered
from training.conflicts import is_held, is_small

PARTS = 4
OUTSIDE = 0.3  # what a statement weighs that is in no gold matter, beside one that is
PENALTY = 0.002  # of the square of each weight
SMALL, REAL = 0.3, 2.0  # what a statement of a small conflict weighs, and of a war that was
SEEN = 20  # so often a sign must be seen to be learnt
REAL_WARS = Path(__file__).parents[1] / "evaluation/clusters-real"
HEAD = "# What each sign weighs for a matter where statements settle theirs (training/settle_matters.py).\n"
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of a conflict, what each weighs, and on which matters the gold has those that it has."""

    cluster: str
    weight: float
    leanings: Sequence[Leaning]
    alike: Alike
    held: Mapping[str, frozenset[Key]]


def groups_of(folder: Path) -> list[Group]:
    """The conflicts of a cluster."""
    one = answered(folder)
    weight = SMALL if is_small(one.cluster) else REAL if folder.resolve().parent == REAL_WARS else 1.0
    return [Group(one.cluster, weight, each, one.choices.alike, one.held) for each in one.choices.leanings]


def alone(groups: Sequence[Group]) -> Weights:
    """What the signs of a statement by itself weigh."""
    return _learn((each, one.statement, one.signs) for each in groups for one in each.leanings)


def together(groups: Sequence[Group], shares: Sequence[Sequence[Shares]]) -> Weights:
    """What it weighs to what others lean; ``shares`` are those by the signs alone."""
    beside = [signs_beside(each.leanings, each.alike, of) for each, of in zip(groups, shares, strict=True)]
    return _learn(
        (each, one.statement, signs)
        for each, of in zip(groups, beside, strict=True)
        for one, signs in zip(each.leanings, of, strict=True)
    )


def _learn(rows: Iterable[tuple[Group, str, Shown]]) -> Weights:
    choices = [_choice(group, statement, signs) for group, statement, signs in rows]
    seen = Counter(sign for one in choices for signs in one.signs for sign, n in signs.items() if n)
    return choose.learn(choices, {sign: PENALTY for sign in sorted(seen) if seen[sign] >= SEEN})


def _choice(group: Group, statement: str, signs: Shown) -> choose.Choice:
    """One statement; it counts for nothing where the gold has it on a matter that is not among these."""
    held = group.held.get(statement)
    right = [key in held if held else held is None and not key for key in signs]
    weight = group.weight * (OUTSIDE if held is None else 1.0)
    return choose.Choice(list(signs.values()), right, weight * any(right))


def by_the_others(groups: Sequence[Group]) -> tuple[list[list[Shares]], list[list[list[Key]]]]:
    """What the statements of each group lean to alone, and the matters that they settle on, by weights from the other
    parts.
    """
    names = sorted({each.cluster for each in groups})
    part = {name: at % PARTS for at, name in enumerate(names)}
    shares: dict[int, list[Shares]] = {}
    for now in range(PARTS):
        weights = alone([each for each in groups if part[each.cluster] != now])
        for at, each in enumerate(groups):
            if part[each.cluster] == now:
                shares[at] = [shares_by(one.signs, weights) for one in each.leanings]
    settled: dict[int, list[list[Key]]] = {}
    for now in range(PARTS):
        others = [at for at, each in enumerate(groups) if part[each.cluster] != now]
        weights = together([groups[at] for at in others], [shares[at] for at in others])
        for at, each in enumerate(groups):
            if part[each.cluster] == now:
                beside = signs_beside(each.leanings, each.alike, shares[at])
                settled[at] = settle(each.leanings, [shares_by(signs, weights) for signs in beside])
    return [shares[at] for at in range(len(groups))], [settled[at] for at in range(len(groups))]


def judge(groups: Sequence[Group], settled: Sequence[Sequence[Sequence[Key]]]) -> Counter[str]:
    """How many lines are told, of what the gold has rightly or wrongly, and of what it has not."""
    out: Counter[str] = Counter()
    for each, lines in zip(groups, settled, strict=True):
        for one, keys in zip(each.leanings, lines, strict=True):
            held = each.held.get(one.statement)
            out["could be"] += bool(held)
            for key in keys:
                out["not in the gold" if held is None else "right" if key in held else "wrong"] += 1
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how each part is judged by the others; write the weights learnt from all."""
    clusters, out = choose.asked(__doc__, arguments)
    groups = [each for folder in clusters if not is_held(folder.name) for each in groups_of(folder)]
    shares, settled = by_the_others(groups)
    for name, small in (("small conflicts", True), ("clusters", False)):
        ours = [at for at, each in enumerate(groups) if is_small(each.cluster) == small]
        counts = judge([groups[at] for at in ours], [settled[at] for at in ours])
        print(f"{name}: {', '.join(f'{word} {count}' for word, count in sorted(counts.items()))}")
    parts = {"alone": alone(groups), "together": together(groups, shares)}
    choose.write("".join(f"\n[{part}]\n{choose.rows(signs)}" for part, signs in parts.items()), HEAD, out)


if __name__ == "__main__":
    main()
