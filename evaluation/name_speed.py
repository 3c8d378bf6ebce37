"""How fast names are compared and brought together, and how well on spellings that others collected.

Usage: python evaluation/name_speed.py [FOLDER with latin_variants_*.jsonl]
Prints pairs a second on the labelled cases (names never seen before); then each name of the cases against each of its
type, every name made ready once, as a ledger meets them; processor seconds for 10,000 names and how many pairs a second
that decides (most by the keys of their sounds alone); and with a folder (rows of one native spelling and its Latin
spellings with counts) the share of frequent variants that are found alike, and of strangers that are.
"""

from __future__ import annotations

import json
import random
import sys
import time
from itertools import combinations, pairwise
from pathlib import Path

from sayso.values.name_clusters import cluster_names
from sayso.values.names import SAME, compare_names, compare_words

CASES = Path(__file__).parent / "cases" / "names.json"
GIVEN = "Anna Boris Chaim Dana Emil Farid Goran Hana Igor Jamal Karim Lena Musa Nadia Omar Pavel Qasim Rosa".split()


def report_cases() -> None:
    """Precision, recall and pairs a second, set by set."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    for part in sorted({case["set"] for case in cases}):
        chosen = [case for case in cases if case["set"] == part]
        began = time.process_time()
        found = [compare_names(case["a"], case["b"], case["type"]).score >= SAME for case in chosen]
        took = time.process_time() - began
        right = sum(alike and case["same"] for alike, case in zip(found, chosen, strict=True))
        precision, recall = right / max(sum(found), 1), right / sum(case["same"] for case in chosen)
        speed = len(chosen) / took
        print(f"set {part}: {len(chosen)} pairs, precision {precision:.3f}, recall {recall:.3f}, {speed:.0f} pairs/s")


def report_each_with_each(most: int = 500) -> None:
    """Pairs a second where each name meets every other: while they are made ready, and when they are."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    for kind in ("PER", "LOC", "ORG"):
        names = sorted({case[side] for case in cases if case["type"] == kind for side in "ab"})
        names = random.Random(9).sample(names, min(most, len(names)))
        pairs = list(combinations(names, 2))
        speeds = []
        for _ in range(2):
            began = time.process_time()
            alike = sum(compare_names(a, b, kind).score >= SAME for a, b in pairs)
            speeds.append(len(pairs) / (time.process_time() - began))
        print(
            f"{kind}: {len(names)} names, {len(pairs)} pairs, {alike} alike: "
            f"{speeds[0]:.0f} pairs/s the first time, {speeds[1]:.0f} with every name ready"
        )


def surnames(count: int) -> list[str]:
    """Invented family names, drawn from syllables with a fixed seed."""
    draw = random.Random(7)
    onsets, rhymes = "b d g k l m n p r s t v z sh ch kh zh".split(), "a e i o u ay ar en il".split()
    ends = "ov ev ski enko yan idze oglu i ani in an ez er ic".split()
    sizes = [draw.choice((1, 2, 2, 3)) for _ in range(count)]
    stems = ["".join(draw.choice(onsets) + draw.choice(rhymes) for _ in range(size)) for size in sizes]
    return [stem.capitalize() + draw.choice(ends) for stem in stems]


def report_clusters(count: int = 10000) -> None:
    """Seconds for ``count`` different names of persons."""
    draw = random.Random(8)
    names = [f"{draw.choice(GIVEN)} {name}" for name in surnames(count)]
    began = time.process_time()
    clusters = cluster_names([(name, "PER", 1) for name in names])
    took, different = time.process_time() - began, len(set(names))
    pairs = different * (different - 1) / 2
    print(f"{different} names -> {len(clusters)} clusters in {took:.1f} s, {pairs / took:.0f} pairs decided a second")


def report_corpus(path: Path) -> None:
    """Frequent Latin spellings of one native name, against spellings of other names that begin and end alike."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    common = []
    for row in rows:
        total = sum(row["latin"].values())
        often = [
            name
            for name, times in row["latin"].items()
            if times >= max(5, 0.1 * total) and len(name) > 4 and name.isalpha()
        ]
        if often and len(row["native"]) > 3:
            common.append(often)
    same = [(a, b) for often in common for a in often[:1] for b in often[1:]]
    firsts = sorted(often[0] for often in common)
    other = [(a, b) for a, b in pairwise(firsts) if a != b]
    for label, pairs in (("variants", same), ("neighbours in the alphabet", other)):
        alike = [pair for pair in pairs if compare_words(*pair).score >= SAME]
        print(f"{path.name}: {len(pairs)} {label}, alike {len(alike) / max(len(pairs), 1):.3f}")


if __name__ == "__main__":
    report_cases()
    report_each_with_each()
    report_clusters()
    for folder in sys.argv[1:]:
        for path in sorted(Path(folder).glob("latin_variants_*.jsonl")):
            report_corpus(path)
