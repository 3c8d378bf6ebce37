"""Logistic regressions with few weights, as tables that the program reads without a library for them.

Needs scikit-learn (`pip install -e '.[training]'`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.claims.spoken_kinds import ALWAYS

CONFLICTS_EACH = 4  # in so many conflicts a sign must stand to be learnt
FREEDOM = 1.0  # scikit-learn's C


def learn_tables(
    signs: Sequence[Mapping[str, float]],
    conflicts: Sequence[str],
    right: Mapping[str, Sequence[bool]],
    least: float,
    counts: Sequence[float] | None = None,
) -> dict[str, dict[str, float]]:
    """Label -> sign -> weight: a regression each label, with an L1 penalty.

    Args:
        signs: of each case.
        conflicts: of which conflict each case is.
        right: label -> of each case whether it has the label.
        least: smaller weights are left out.
        counts: what each case counts; all the same where None.

    Raises:
        ValueError: no sign stands in enough conflicts.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for each, conflict in zip(signs, conflicts, strict=True):
        for sign in each:
            held[sign].add(conflict)
    known = {sign for sign, where in held.items() if len(where) >= CONFLICTS_EACH} - {ALWAYS}
    vectors = DictVectorizer()
    x = vectors.fit_transform([{s: v for s, v in each.items() if s in known} for each in signs])
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)  # liblinear takes no others
    names, out = vectors.get_feature_names_out(), {}
    for label in sorted(right):
        model = LogisticRegression(C=FREEDOM, l1_ratio=1.0, solver="liblinear", random_state=0)
        model.fit(x, right[label], sample_weight=counts)
        found = zip(names, model.coef_[0].tolist(), strict=True)
        out[label] = {ALWAYS: round(float(model.intercept_[0]), 2)} | {
            str(name): round(weight, 2) for name, weight in found if abs(weight) >= least
        }
    return out
