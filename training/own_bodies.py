"""Learn what each sign weighs by which a body with a name such as "Vanguard Corps" is a side of its own.

    python -m training.own_bodies [--out src/sayso/values/tables/body_signs.toml]

The small conflicts of `training/actors` mark each name as a side's own or as that of a body of a side, or of one that
takes none; those that are held out are left out. Each fifth is judged by the weights learnt from the others; that is
printed, and how those that are held out are judged.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.values.actors import SIDES
from sayso.values.body_signs import Signs, bodies_in, chance_of_side, noun_of, signs_of_body
from sayso.values.local_own_bodies import ENOUGH
from sayso.values.party_words import calm
from training import choose
from training.conflicts import FOLDER, is_held

PENALTY = 0.0007
CONFLICTS = 5  # in so many a sign must stand to be learnt
PARTS = 5


@dataclass(frozen=True, slots=True)
class Body:
    """One body of a conflict, with its signs, and whether it is a side."""

    conflict: str
    name: str
    signs: Signs
    side: bool


def of_conflict(path: Path) -> Iterator[Body]:
    """The bodies of a small conflict that it marks."""
    conflict = json.loads(path.read_text(encoding="utf8"))
    kinds = {
        form.casefold().removeprefix("the "): entry["kind"] for entry in conflict["names"] for form in entry["forms"]
    }
    texts = [calm(text) for text in conflict["reports"]]
    found = bodies_in(texts)
    nouns = Counter(map(noun_of, found))
    for name in found:
        kind = kinds.get(name.casefold())
        if kind:
            signs = signs_of_body(name, texts, alone=nouns[noun_of(name)] == 1)
            yield Body(path.stem, name, signs, kind in (*SIDES, "region"))


def learn(bodies: Sequence[Body]) -> dict[str, float]:
    """The weight of each sign that stands in enough conflicts."""
    standing: defaultdict[str, set[str]] = defaultdict(set)
    for one in bodies:
        for sign in one.signs:
            standing[sign].add(one.conflict)
    signs = sorted(sign for sign, names in standing.items() if len(names) >= CONFLICTS)
    choices = [choose.Choice((one.signs, {}), (one.side, not one.side)) for one in bodies]
    return choose.learn(choices, dict.fromkeys(signs, PENALTY) | {"any": 0.0})


def judge(bodies: Iterable[Body], weights: dict[str, float]) -> Counter[str]:
    """How many bodies are sides, how many are taken for one, and how many of these rightly."""
    out: Counter[str] = Counter()
    for one in bodies:
        told = chance_of_side(one.signs, weights) >= ENOUGH
        out.update(bodies=1, sides=one.side, taken=told, right=told and one.side)
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how the small conflicts are judged; write the weights learnt from all but those that are held out."""
    _, out = choose.asked(__doc__, arguments)
    paths = sorted(FOLDER.glob("*.json"))
    every = [one for path in paths if not is_held(path.stem) for one in of_conflict(path)]
    part = {name: at % PARTS for at, name in enumerate(dict.fromkeys(one.conflict for one in every))}
    total: Counter[str] = Counter()
    for at in range(PARTS):
        weights = learn([one for one in every if part[one.conflict] != at])
        total += judge((one for one in every if part[one.conflict] == at), weights)
    print("each fifth by the others", dict(total))
    weights = learn(every)
    print("held out", dict(judge([one for path in paths if is_held(path.stem) for one in of_conflict(path)], weights)))
    head = "# What each sign weighs for a body to be a side of its own (training/own_bodies.py).\n"
    choose.give({sign: weight for sign, weight in weights.items() if abs(weight) >= 0.05}, head, out)


if __name__ == "__main__":
    main()
