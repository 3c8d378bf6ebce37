"""Learn what tells for which side a speaker speaks: the weights of signs and of the model's numbers.

    python -m training.choose_sides CLUSTER ... [--model FOLDER] [--out FOLDER/sides.json]

Learnt from the small conflicts that came later, of which the model has learnt least, and from clusters, folders of
reports with their gold (`evaluation/clusters-own/NAME`): each statement of which the gold tells the party is one
choice, among the sides that its reports teach and none. What is learnt goes with the very model that read them. Each
fifth of the conflicts is judged by what is learnt from the others; that is printed.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from evaluation.clusters import report_paths
from evaluation.conflicts import write_cluster
from evaluation.score_ledger import same_party
from evaluation.score_statements import read_lines

from sayso.reading.heard_seats import unseated
from sayso.reading.reader import read_by_rules
from sayso.reading.side_signs import Options, Telling, options_of
from sayso.reading.side_weights import CLASSES, SideWeights, class_of
from sayso.reading.tagger import MODEL_FOLDER, Tagger, load_tagger
from sayso.reports import read_path
from sayso.types import Problem, Report, Statement
from sayso.values.likely_sides import chosen, pooled
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import is_named, learn_parties
from training.choose import log_totals
from training.conflicts import FOLDER, is_later
from training.marked import shared

CONFLICTS = 8  # in so many a word must stand to be learnt
WORDS = ("w ", "b ")  # how the signs that are words begin
PULL, PULL_OF_WORDS, PULL_OF_ROWS = 1.0, 3.0, 120.0  # of weights to 0
LEANING = ("rule", "dateline")  # how the signs begin that lean on whose seat a city is thought to be
STEPS = 200
PARTS = 5
HALF = 0.5  # of the marked words that those of a statement must hold to be it


@dataclass(frozen=True, slots=True)
class Remark:
    """A statement whose party is marked: its options, what the model makes of it, and what the rules say; ``unseated``
    are the options before it is thought whose seats the cities are.
    """

    conflict: str
    speaker: str
    party: str
    ruled: str
    home: str
    options: Options
    row: np.ndarray[Any, np.dtype[np.float32]]
    unseated: Options


def of_small(path: Path, reader: Tagger) -> list[Remark]:
    """The remarks of a small conflict."""
    with tempfile.TemporaryDirectory() as scratch:
        write_cluster(json.loads(path.read_text(encoding="utf8")), Path(scratch) / path.stem)
        return of_cluster(Path(scratch) / path.stem, reader)


def of_cluster(folder: Path, reader: Tagger) -> list[Remark]:
    """The remarks of a cluster."""
    read = [one for path in report_paths(folder) for one in read_path(str(path))]
    reports = [one for one in read if not isinstance(one, Problem)]
    rows = {row["text"]: row["attributions"] for row in read_lines(folder / "statements.jsonl")}
    return list(_remarks(folder.name, reports, rows, reader))


def _remarks(
    name: str, reports: Sequence[Report], rows: Mapping[str, Sequence[Mapping[str, Any]]], reader: Tagger
) -> Iterator[Remark]:
    texts = [report.text for report in reports]
    table, kinds = learn_parties(texts), learn_kinds(texts)
    home = table.home.party if table.home else ""
    for report in reports:
        ruled, meanings = read_by_rules(report, reader, table, kinds)
        options = options_of(Telling(report, ruled.statements, table))
        _, before = unseated(report, reader, table, kinds)
        for one in ruled.statements:
            party = party_marked(one, rows.get(report.text, ()))
            row = meanings.means(one.source, one.cue, one.content) if meanings else None
            if party is not None and row is not None and one.id in options:
                speaker = one.speaker if is_named(one) else ""
                bare_ones = without_leaning(before.get(one.id, {}))
                yield Remark(name, speaker, party, one.party, home, options[one.id], np.concatenate(row), bare_ones)


def without_leaning(options: Options) -> Options:
    """The signs that lean on no seat: neither the guesses of rules nor whose city the dateline has."""
    return {side: {n: v for n, v in signs.items() if not n.startswith(LEANING)} for side, signs in options.items()}


def party_marked(statement: Statement, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """The party of the marked statement that this one is by half of its content; None where it is none of them."""

    said = [(span.start, span.end) for span in statement.content]

    def share(row: Mapping[str, Any]) -> float:
        whole = sum(end - start for start, end in row["content"])
        return sum(shared((start, end), said) for start, end in row["content"]) / max(1, whole)

    best = max(rows, key=share, default=None)
    return str(best["party"]) if best is not None and share(best) >= HALF else None


def learn(remarks: Sequence[Remark]) -> SideWeights:
    """The weights that make what is marked likeliest, less the squares of the weights, with those without seats."""
    bare = _learn([replace(one, options=one.unseated) for one in remarks])
    return replace(_learn(remarks), without_seats=bare)


def _learn(remarks: Sequence[Remark]) -> SideWeights:
    remarks = [one for one in remarks if any(same_party(one.party, side) for side in one.options)]
    signs = _signs(remarks)
    column = {sign: at for at, sign in enumerate(signs)}
    options = [(at, side, one.options[side], one) for at, one in enumerate(remarks) for side in one.options]
    of = torch.tensor([at for at, *_ in options])
    right = torch.tensor([same_party(one.party, side) for _, side, _, one in options])
    kind = torch.tensor([CLASSES.index(class_of(side, found, one.home)) for _, side, found, one in options])
    cells = [
        (row, column[s], float(n))
        for row, (*_, found, _) in enumerate(options)
        for s, n in found.items()
        if s in column
    ]
    rows_of, columns, values = (torch.tensor(each) for each in zip(*cells, strict=True))
    rows = torch.tensor(np.stack([one.row for one in remarks]))
    middle, spread = rows.mean(0), rows.std(0) + 1e-3
    rows = (rows - middle) / spread
    weights = torch.zeros(len(signs), requires_grad=True)
    leaning = torch.zeros(len(CLASSES), rows.shape[1], requires_grad=True)
    pull = torch.tensor([PULL_OF_WORDS if sign.startswith(WORDS) else PULL for sign in signs])
    steps = torch.optim.LBFGS([weights, leaning], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        steps.zero_grad()
        scores = torch.zeros(len(options)).index_add(0, rows_of, weights[columns] * values)
        scores = scores + (rows @ leaning.T)[of, kind]
        value = (log_totals(scores, of) - log_totals(scores.masked_fill(~right, -1e9), of)).sum()
        value = value + (pull * weights**2).sum() + PULL_OF_ROWS * (leaning**2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    steps.step(loss)  # type: ignore[no-untyped-call]
    scaled = (leaning / spread).detach()
    found = dict(zip(signs, map(float, weights.detach()), strict=True))
    return SideWeights(found, (-scaled @ middle).numpy(), scaled.numpy())


def _signs(remarks: Sequence[Remark]) -> list[str]:
    """The signs to learn: words that stand in enough conflicts, all others that are seen."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for one in remarks:
        for signs in one.options.values():
            for sign in signs:
                seen[sign].add(one.conflict)
    return sorted(sign for sign, where in seen.items() if len(where) >= (CONFLICTS if sign.startswith(WORDS) else 2))


def judge(remarks: Sequence[Remark], weights: SideWeights) -> tuple[int, int]:
    """How many parties are right by the rules, and by what is chosen over all that a speaker says in a conflict."""
    chances = [weights.chances(one.options, one.home, one.row) for one in remarks]
    all_: defaultdict[tuple[str, str], list[Mapping[str, float]]] = defaultdict(list)
    for one, each in zip(remarks, chances, strict=True):
        all_[one.conflict, one.speaker].append(each)
    told = [
        chosen(pooled(all_[one.conflict, one.speaker]) if one.speaker else each, one.ruled)
        for one, each in zip(remarks, chances, strict=True)
    ]
    ruled = sum(same_party(one.party, one.ruled) for one in remarks)
    return ruled, sum(same_party(one.party, side) for one, side in zip(remarks, told, strict=True))


def written(weights: SideWeights, model: str) -> str:
    """The weights as the file that lies beside the model."""
    inner = {"without_seats": _table(weights.without_seats)} if weights.without_seats else {}
    return json.dumps({"model": model, **_table(weights), **inner}, ensure_ascii=False, indent=0) + "\n"


def _table(weights: SideWeights) -> dict[str, Any]:
    ordered = sorted(weights.signs.items(), key=lambda each: (-abs(each[1]), each[0]))
    signs = {sign: round(value, 2) for sign, value in ordered if abs(value) >= 0.01}
    each = zip(CLASSES, weights.bias, weights.rows, strict=True)
    classes = {n: {"bias": round(float(b), 4), "rows": [round(float(w), 4) for w in rows]} for n, b, rows in each}
    return {"signs": signs, "classes": classes}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how each fifth is judged by the others; write the weights learnt from all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", nargs="*", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--out", type=Path)
    chosen_ = parser.parse_args(arguments)
    reader = load_tagger(chosen_.model)
    small = [one for path in sorted(FOLDER.glob("*.json")) if is_later(path.stem) for one in of_small(path, reader)]
    clusters = [one for folder in chosen_.clusters for one in of_cluster(folder, reader)]
    names = sorted({one.conflict for one in (*small, *clusters)})
    part_of = {name: at % PARTS for at, name in enumerate(names)}
    counts: dict[str, list[tuple[int, int]]] = {"small conflicts": [], "clusters": []}
    for part in range(PARTS):
        weights = learn([one for one in (*small, *clusters) if part_of[one.conflict] != part])
        for name, remarks in (("small conflicts", small), ("clusters", clusters)):
            counts[name].append(judge([one for one in remarks if part_of[one.conflict] == part], weights))
    for name, remarks in (("small conflicts", small), ("clusters", clusters)):
        ruled, told = (sum(each) for each in zip(*counts[name], strict=True))
        print(f"{name}: of {len(remarks)} parties {ruled} right by the rules, {told} as chosen")
    if chosen_.out:
        digest = json.loads((chosen_.model / "model.json").read_text(encoding="utf8"))["sha256"]
        chosen_.out.write_text(written(learn([*small, *clusters]), digest), encoding="utf8")


if __name__ == "__main__":
    main()
