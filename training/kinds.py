"""Learn by which words statements speak of which kinds of claim.

`python -m training.kinds` reads the small conflicts of `training/actors`, the project's own annotated reports with
their claims and the clusters of `evaluation/clusters-own`, prints how well each kind is told on conflicts and clusters
that are left out, and writes `src/sayso/claims/tables/spoken_kinds.json`. A logistic regression each kind with an L1
penalty, which keeps few weights. `--check` writes nothing. Needs scikit-learn (`pip install -e '.[training]'`).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.claims.spoken_kinds import ALWAYS, TABLE, word_signs, words_of
from training.align import Span, occurrences, read_annotated
from training.conflicts import FOLDER, aligned, is_held
from training.corpora import CLUSTERS_HELD_OUT

ROOT = Path(__file__).parents[1]
OWN, CLUSTERS = ROOT / "training" / "data", ROOT / "evaluation" / "clusters-own"
ALSO = {"condemnation": "support", "demand": "plan"}
CONFLICTS_EACH = 4  # in so many conflicts a sign must stand to be learnt
FREEDOM = 1.0  # scikit-learn's C
LEAST = 0.05  # smaller weights are left out
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One marked statement: its signs, the kinds of claim that it speaks of, its conflict, whether it is left out."""

    signs: Mapping[str, float]
    kinds: frozenset[str]
    conflict: str
    left_out: bool


def case(text: str, row: Row, kinds: Iterable[str], conflict: str, *, left_out: bool) -> Case:
    """An aligned statement of a text as a case."""
    words, before = words_of(text, (*row["source"], *row["cue"], *row["content"]))
    return Case(word_signs(words, before), frozenset(ALSO.get(k, k) for k in kinds), conflict, left_out)


def from_conflicts(folder: Path) -> Iterator[Case]:
    """The statements of the small conflicts, with the kinds of the questions that they answer."""
    for path in sorted(folder.glob("*.json")):
        conflict = json.loads(path.read_text(encoding="utf8"))
        for number, text in enumerate(conflict["reports"]):
            for row in aligned(conflict, number):
                asked = (conflict["questions"][question]["kind"] for question, _, _ in row["on"])
                yield case(text, row, (*row["kinds"], *asked), path.stem, left_out=is_held(path.stem))


def from_own(folder: Path) -> Iterator[Case]:
    """The statements of the project's own reports, with the kinds of the claims that stand in them."""
    for report in read_annotated(folder):
        path = folder / "claims" / f"{report['id']}.json"
        claims = json.loads(path.read_text(encoding="utf8"))["claims"] if path.exists() else []
        told = [(s, claim["kind"]) for claim in claims for s in occurrences(report["text"], claim["evidence"])]
        for row in report["attributions"] if claims else ():
            kinds = [kind for span, kind in told if 2 * _shared(span, row["content"]) >= span[1] - span[0]]
            yield case(report["text"], row, kinds, report["id"].split("-")[0], left_out=False)


def from_cluster(folder: Path) -> Iterator[Case]:
    """The statements of a cluster that hold a position of its ledger, with the kinds of the matters."""
    matters = json.loads((folder / "ledger.json").read_text(encoding="utf8"))["matters"]
    for report in read_annotated(folder):
        told = [
            (span, matter["kind"])
            for matter in matters
            for position in matter["positions"]
            if str(position["report"]) == report["id"]
            for span in occurrences(report["text"], position["evidence"])
        ]
        for row in report["attributions"]:
            spans = row["content"] or row["cue"] or row["source"]
            size = sum(end - start for start, end in spans)
            kinds = [kind for span, kind in told if 2 * _shared(span, spans) >= size]
            if kinds:
                yield case(report["text"], row, kinds, folder.name, left_out=folder.name in CLUSTERS_HELD_OUT)


def _shared(span: Span, spans: Sequence[Span]) -> int:
    """Characters of ``span`` in any of ``spans``."""
    return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in spans)


def learn(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Kind -> sign -> weight."""
    held: dict[str, set[str]] = defaultdict(set)
    for each in cases:
        for sign in each.signs:
            held[sign].add(each.conflict)
    known = {sign for sign, conflicts in held.items() if len(conflicts) >= CONFLICTS_EACH} - {ALWAYS}
    vectors = DictVectorizer()
    x = vectors.fit_transform([{s: v for s, v in each.signs.items() if s in known} for each in cases])
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)  # liblinear takes no others
    names, out = vectors.get_feature_names_out(), {}
    for kind in sorted({kind for each in cases for kind in each.kinds}):
        model = LogisticRegression(C=FREEDOM, l1_ratio=1.0, solver="liblinear", random_state=0)
        model.fit(x, [kind in each.kinds for each in cases])
        found = zip(names, model.coef_[0].tolist(), strict=True)
        out[kind] = {ALWAYS: round(float(model.intercept_[0]), 2)} | {
            str(name): round(weight, 2) for name, weight in found if abs(weight) >= LEAST
        }
    return out


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
    cases = [*from_conflicts(FOLDER), *from_own(OWN)]
    clusters = [c for folder in sorted(CLUSTERS.iterdir()) if folder.is_dir() for c in from_cluster(folder)]
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
