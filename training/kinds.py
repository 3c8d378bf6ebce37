"""Learn by which words statements speak of which kinds of claim.

`python -m training.kinds` reads the small conflicts of `training/actors`, the project's own annotated reports with
their claims and the clusters of `evaluation/clusters-own`, prints how well each kind is told on conflicts and clusters
that are left out, and writes `src/sayso/claims/tables/spoken_kinds.json`. A logistic regression each kind with an L1
penalty, which keeps few weights. `--check` writes nothing. Needs scikit-learn (`pip install -e '.[training]'`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.claims.spoken_kinds import word_signs, words_of
from training.conflicts import FOLDER
from training.marked import CLUSTERS, OWN, ROOT, Marked, from_cluster, from_conflicts, from_own
from training.regressions import learn_tables

TABLE = ROOT / "src/sayso/claims/tables/spoken_kinds.json"
LEAST = 0.05  # smaller weights are left out


@dataclass(frozen=True, slots=True)
class Case:
    """One marked statement: its signs, the kinds of claim that it speaks of, its conflict, whether it is left out."""

    signs: Mapping[str, float]
    kinds: frozenset[str]
    conflict: str
    left_out: bool


def case(marked: Marked) -> Case:
    """A marked statement as a case."""
    words, before = words_of(marked.text, marked.spans)
    return Case(word_signs(words, before), marked.kinds or frozenset(), marked.conflict, marked.held_out)


def learn(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Kind -> sign -> weight."""
    right = {kind: [kind in each.kinds for each in cases] for kind in {kind for each in cases for kind in each.kinds}}
    return learn_tables([each.signs for each in cases], [each.conflict for each in cases], right, LEAST)


def judge(cases: Sequence[Case], weights: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A line each kind: precision and recall at even odds, and at odds of one to two and of one to four."""
    for kind, held in weights.items():
        right = np.array([kind in each.kinds for each in cases])
        odds = np.array([sum(v * held.get(s, 0.0) for s, v in each.signs.items()) for each in cases])
        parts = [f"{kind:<17}{right.sum():>5}"]
        for bar in (0.0, -0.7, -1.4):
            hit, found = int(((odds > bar) & right).sum()), int((odds > bar).sum())
            parts.append(f"{hit / max(1, found):.2f} / {hit / max(1, right.sum()):.2f}")
        yield "   ".join(parts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how well kinds are told where nothing was learnt from; write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args(arguments)
    own = [replace(case(one), left_out=False) for one in from_own(OWN) if one.kinds is not None]  # all are learnt from
    cases = [*(case(one) for one in from_conflicts(FOLDER)), *own]
    folders = [folder for folder in sorted(CLUSTERS.iterdir()) if folder.is_dir()]
    clusters = [case(one) for folder in folders for one in from_cluster(folder) if one.kinds is not None]
    weights = learn([c for c in (*cases, *clusters) if not c.left_out])
    for name, group in (("conflicts", cases), ("clusters", clusters)):
        print(f"{name} left out: of each kind, how many; precision / recall at even odds, one to two, one to four")
        print("\n".join(judge([c for c in group if c.left_out], weights)))
    print(f"{sum(map(len, weights.values()))} weights")
    if not chosen.check:
        text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
        TABLE.write_text(text + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
