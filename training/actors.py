"""Learn what the names of a conflict are from small invented ones, in which every name is marked.

`python -m training.actors` reads `training/actors/*.json`, prints how well the kinds of names are told on conflicts
that were left out (five parts) and on those that are held out, which nothing is ever learnt from, learns from all
others and writes `src/sayso/values/tables/actors.json`. Multinomial logistic regression over the signs of
actor_signs.py. `--check` prints and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.optimize
import scipy.sparse

from sayso.values.actor_signs import read_names, signs_of
from sayso.values.actors import KINDS, Weights, read_actors
from sayso.values.party_words import calm
from training.conflicts import FOLDER, is_held

TABLE = Path(__file__).parents[1] / "src/sayso/values/tables/actors.json"
CONFLICTS = 3
"""In so many conflicts a sign must stand to be learnt."""
STRENGTH = 2.5
"""Of the pull of all weights to 0."""
UNIT, LEAST = 0.05, 0.15
"""Weights are written in units of this; a sign whose weights are all below the second is left out."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Conflict:
    """The reports of one conflict and the kind of every name, by its form in small letters."""

    name: str
    texts: tuple[str, ...]
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One name with its signs, its kind and how often it stands."""

    name: str
    signs: Mapping[str, float]
    kind: str
    count: int


def read_conflicts(paths: Iterable[Path]) -> list[Conflict]:
    """The conflicts of files as training/actors has them."""
    return [_conflict(path.stem, json.loads(path.read_text(encoding="utf8"))) for path in paths]


def _conflict(name: str, marked: Mapping[str, Any]) -> Conflict:
    kinds = {
        fold(form): _SAME.get(entry["kind"], entry["kind"]) for entry in marked["names"] for form in entry["forms"]
    }
    return Conflict(name, tuple(marked["reports"]), kinds)


_SAME = {"region": "state"}
"""What is spoken of in the same way."""


def fold(form: str) -> str:
    """A form in small letters without its article."""
    return form.casefold().removeprefix("the ")


def rows(conflict: Conflict) -> Iterator[Row]:
    """The names of a conflict; what is a part of a marked name or has one as its part is left out, being neither."""
    names = read_names([calm(text) for text in conflict.texts])
    for name, seen in names.seen.items():
        form = name.casefold()
        kind = conflict.kinds.get(form)
        if kind or not any(f" {form} " in f" {one} " or f" {one} " in f" {form} " for one in conflict.kinds):
            yield Row(name, signs_of(name, names), kind or "other", seen.count)


def learn(conflicts: Sequence[Conflict]) -> Weights:
    """The weights of all signs that stand in enough conflicts."""
    found = {conflict.name: list(rows(conflict)) for conflict in conflicts}
    standing: defaultdict[str, set[str]] = defaultdict(set)
    for name, each in found.items():
        for row in each:
            for sign in row.signs:
                standing[sign].add(name)
    signs = ["", *sorted(sign for sign, names in standing.items() if len(names) >= CONFLICTS)]
    flat = [row for each in found.values() for row in each]
    weights = _fit(flat, {sign: at for at, sign in enumerate(signs)})
    return Weights.of(dict(zip(signs, weights.tolist(), strict=True)))


def _fit(flat: Sequence[Row], at: Mapping[str, int]) -> Any:
    cells = [(r, at[s], v) for r, row in enumerate(flat) for s, v in (*row.signs.items(), ("", 1.0)) if s in at]
    where, columns, values = zip(*cells, strict=True)
    matrix = scipy.sparse.csr_matrix((values, (where, columns)), shape=(len(flat), len(at)))
    wanted = np.zeros((len(flat), len(KINDS)))
    wanted[np.arange(len(flat)), [KINDS.index(row.kind) for row in flat]] = 1
    heavy = np.array([min(row.count, 4) ** 0.5 for row in flat])[:, None]
    pull = np.full((len(at), 1), STRENGTH)
    pull[0] = 0

    def loss(flat_weights: Any) -> tuple[float, Any]:
        weights = flat_weights.reshape(len(at), len(KINDS))
        scores = matrix @ weights
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
        value = -(heavy * wanted * np.log(chances + 1e-12)).sum() + 0.5 * (pull * weights**2).sum()
        return value, np.asarray(matrix.T @ ((chances - wanted) * heavy) + pull * weights).ravel()

    start = np.zeros(len(at) * len(KINDS))
    found = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return found.x.reshape(len(at), len(KINDS))


def check(conflicts: Sequence[Conflict]) -> Counter[tuple[str, str]]:
    """(Marked, told) -> how often, each conflict told by what was learnt from the other parts."""
    out: Counter[tuple[str, str]] = Counter()
    for part in range(FOLDS):
        apart = conflicts[part::FOLDS]
        out += told_by(learn([conflict for conflict in conflicts if conflict not in apart]), apart)
    return out


def told_by(weights: Weights, conflicts: Iterable[Conflict]) -> Counter[tuple[str, str]]:
    """(Marked, told by ``weights``) -> how often."""
    out: Counter[tuple[str, str]] = Counter()
    for conflict in conflicts:
        told = read_actors([calm(text) for text in conflict.texts], weights)
        out.update((row.kind, told.kind(row.name)) for row in rows(conflict))
    return out


def write(weights: Weights, path: Path) -> None:
    """Write the weights, rounded; signs that weigh nearly nothing are left out."""
    table = {
        sign: [round(float(value) / UNIT) for value in weights.matrix[row]]
        for sign, row in weights.rows.items()
        if not sign or abs(weights.matrix[row]).max() >= LEAST
    }
    lines = ",\n".join(
        f"{json.dumps(s, ensure_ascii=False)}:{json.dumps(w, separators=(',', ':'))}" for s, w in table.items()
    )
    path.write_text(f'{{"unit":{UNIT},"weights":{{\n{lines}\n}}}}\n', encoding="utf8")


def main(arguments: Sequence[str]) -> int:
    """Print what was measured and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only measure")
    chosen = parser.parse_args(arguments)
    paths = sorted(FOLDER.glob("*.json"))
    conflicts = read_conflicts(path for path in paths if not is_held(path.stem))
    held = read_conflicts(path for path in paths if is_held(path.stem))
    print("\n".join(shares("left out", len(conflicts), check(conflicts))))
    weights = learn(conflicts)
    print("\n".join(shares("held out", len(held), told_by(weights, held))))
    if not chosen.check:
        write(weights, TABLE)
        print(f"{TABLE.stat().st_size} bytes")
    return 0


def shares(name: str, conflicts: int, told: Counter[tuple[str, str]]) -> Iterator[str]:
    """The lines that are printed: of all names the share told right, of each kind those found and those right."""
    right = sum(count for (marked, said), count in told.items() if marked == said)
    yield f"{name}: {conflicts} conflicts, {told.total()} names, {right / (told.total() or 1):.3f} told right"
    for kind in KINDS:
        marked = sum(count for (one, _), count in told.items() if one == kind)
        said = sum(count for (_, one), count in told.items() if one == kind)
        found, sure = told[kind, kind] / (marked or 1), told[kind, kind] / (said or 1)
        yield f"{kind:8}{marked:6} found {found:.3f} right {sure:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
