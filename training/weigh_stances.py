"""Learn what rules, words and model count for where a line of the ledger takes its stance.

    python -m training.weigh_stances CLUSTER ... [--out src/sayso/claims/tables/weighed_stances.json]

A cluster is a folder of reports with its gold. Those from which the model learnt what statements mean are no use here:
of these it is too sure. Each position that the gold has and the program finds is one choice among all stances. Each
quarter of the clusters is judged by what is learnt from the others; that is printed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from evaluation.score_ledger import STANCES as ALIKE
from evaluation.score_ledger import goes_with
from sklearn.model_selection import GroupKFold

from sayso.claims.learnt_stances import FIRM, Read, settled, signs_weighed, weighed_once_more, weights
from sayso.claims.weighed_stances import STANCES
from sayso.ledger import load_reader
from training import choose
from training.stances import Case, from_cluster

QUARTERS = 4
SEEN = 4  # conflicts in which a sign must stand to be learnt
COST = 15.0  # of the square of a weight, over all choices
LEAST = 0.02  # smaller weights are left out


def learn(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Stance -> sign -> its weight."""
    shown = [signs_weighed(case.one, case.about, _so_far(case), case.signs) for case in cases]
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for case, signs in zip(cases, shown, strict=True):
        for sign in signs:
            seen[sign].add(case.conflict)
    names = [f"{stance}|{sign}" for stance in STANCES for sign in sorted(seen) if len(seen[sign]) >= SEEN]
    choices = [
        choose.Choice(
            [{f"{stance}|{sign}": n for sign, n in signs.items()} for stance in STANCES],
            [float(stance in case.right) for stance in STANCES],
        )
        for case, signs in zip(cases, shown, strict=True)
    ]
    out: dict[str, dict[str, float]] = {stance: {} for stance in STANCES}
    for name, weight in choose.learn(choices, dict.fromkeys(names, COST / len(cases))).items():
        stance, sign = name.split("|", 1)
        if abs(weight) >= LEAST:
            out[stance][sign] = round(weight, 2)
    return out


def _so_far(case: Case) -> Read:
    return settled(case.one, case.about, case.read, case.signs, weights())


def _is_right(stance: str, case: Case) -> bool:
    return any(goes_with(right, stance, ALIKE) for right in case.right)


def by_the_others(cases: Sequence[Case]) -> str:
    """How many stances are right before and after, each quarter weighed by what is learnt from the others."""
    before = after = 0
    for others, ours in GroupKFold(QUARTERS).split(cases, groups=[case.conflict for case in cases]):
        table = learn([cases[at] for at in others])
        for case in (cases[at] for at in ours):
            last = weighed_once_more(case.one, case.about, case.read, _so_far(case), case.signs, table)
            before += _is_right(_so_far(case)[0], case)
            after += _is_right(last[0], case)
    return f"of {len(cases)} stances {before} right before, {after} after"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how each quarter fares by the others; write the weights learnt from all."""
    clusters, out = choose.asked(__doc__, arguments)
    reader = load_reader()
    cases = [case for folder in clusters for case in from_cluster(folder, reader)]
    cases = [case for case in cases if case.read[1] not in FIRM and case.one.statement.meaning]
    print(by_the_others(cases))
    if out:
        out.write_text(json.dumps(learn(cases), indent=0, sort_keys=True) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
