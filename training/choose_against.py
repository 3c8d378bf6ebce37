"""Learn what the signs weigh by which two positions on one matter stand against each other (`sayso.claims.against`).

    python -m training.choose_against CLUSTER ... [--out src/sayso/claims/tables/against.toml]

A cluster is a folder of reports with its gold. Every pair of positions of one matter is a row; right are those of which
each stands in another passage of one of the gold's discrepancies. Clusters whose gold lists none are left out. Each
fifth of the clusters is judged by the weights learnt from the others; that is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.clusters import read_gold
from evaluation.score_ledger import fold, overlaps
from evaluation.stages import build
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.claims.against import ALWAYS, Pair, listed, pairs_of
from sayso.claims.assemble import find_ground
from sayso.claims.matters import gather
from sayso.claims.origins import find_copies, origin_of
from sayso.claims.positions import weigh
from sayso.types import Position
from training import choose

PARTS = 5
SEEN = 20  # so often a sign must be seen to be learnt
FIRMNESS = 0.3  # what the squares of the weights cost, inverted (``C``)
LEAST = 0.02  # weights nearer to 0 are left out
HEAD = "# What each sign weighs for two positions to stand against each other (training/choose_against.py): log odds.\n"
Passage = tuple[int, str]  # number of a discrepancy of the gold, one of its passages


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of positions of one matter of a cluster, and the gold's discrepancies whose passages it has."""

    cluster: str
    matter: str
    pair: Pair
    right: frozenset[int]


def rows_of(folder: Path) -> tuple[list[Row], int]:
    """The pairs of a cluster, and how many discrepancies its gold lists."""
    gold, stems = read_gold(folder)
    wanted = gold.get("discrepancies", [])
    if not wanted:
        return [], 0
    brief, readings, _ = build(folder, {})
    ground = find_ground(brief.reports, list(readings.values()))
    origins = dict(origin_of(ground.reports, find_copies(ground.reports)))
    names = {report: fold(stem) for report, stem in stems.items()}
    paths = {report.id: fold(report.path) for report in brief.reports}
    passages = [
        (at, names.get(str(report), fold(report)), fold(evidence))
        for at, each in enumerate(wanted)
        for report, evidence in zip(each["reports"], each["evidence"], strict=True)
    ]

    def held(position: Position) -> frozenset[Passage]:
        path, words = paths[position.report], fold(position.text)
        return frozenset((at, text) for at, report, text in passages if report in path and overlaps(text, words))

    out = []
    for draft in gather(ground.told, ground.conflicts, ground.naming, ground.voice):
        for pair in pairs_of(draft, weigh(draft, origins)):
            first, second = held(pair.first.position), held(pair.second.position)
            right = frozenset(at for at, text in first for other, words in second if at == other and text != words)
            out.append(Row(folder.name, draft.id, pair, right))
    return out, len(wanted)


def learn(rows: Sequence[Row]) -> dict[str, float]:
    """The weight of each sign."""
    seen = Counter(sign for row in rows for sign in row.pair.signs)
    signs = DictVectorizer()
    shown = signs.fit_transform(
        [{s: n for s, n in row.pair.signs.items() if seen[s] >= SEEN and s != ALWAYS} for row in rows]
    )
    fitted = LogisticRegression(C=FIRMNESS, max_iter=500).fit(shown, [bool(row.right) for row in rows])
    weights = dict(zip(signs.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True))
    return {ALWAYS: float(fitted.intercept_[0])} | {s: n for s, n in weights.items() if abs(n) >= LEAST}


def by_the_others(rows: Sequence[Row]) -> Counter[str]:
    """How many pairs are listed, how many of these are right, and how many discrepancies they find."""
    names = sorted({row.cluster for row in rows})
    out: Counter[str] = Counter()
    for part in range(PARTS):
        weights = learn([row for row in rows if names.index(row.cluster) % PARTS != part])
        matters: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            if names.index(row.cluster) % PARTS == part:
                matters.setdefault((row.cluster, row.matter), []).append(row)
        found = set()
        for (cluster, _), each in matters.items():
            right = {id(row.pair): row.right for row in each}
            for _, pair in listed([row.pair for row in each], weights):
                out.update(listed=1, right=bool(right[id(pair)]))
                found |= {(cluster, at) for at in right[id(pair)]}
        out["found"] += len(found)
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how the clusters fare by the others; write the weights learnt from all."""
    clusters, out = choose.asked(__doc__, arguments)
    each = [rows_of(folder) for folder in clusters]
    rows = [row for found, _ in each for row in found]
    print(f"of {sum(count for _, count in each)} discrepancies", dict(by_the_others(rows)))
    choose.give(learn(rows), HEAD, out)


if __name__ == "__main__":
    main()
