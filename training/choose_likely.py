"""Learn what the signs weigh by which a line of the ledger is read right: its question, its party, its stance.

    python -m training.choose_likely CLUSTER ... [--out src/sayso/claims/tables/likely.toml]

A cluster is a folder of reports with its gold. Clusters from which the model learnt what statements mean are no use
here: of these it is too sure. Small conflicts that are held out are left out. Three regressions, each judged cluster by
cluster by what is learnt from the others (in sixths), which is printed. Plans and reactions are learnt from exhaustive
gold alone, since other gold hardly keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.likely import PARTS, Judged, record, table
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from sayso.claims.likely import ALWAYS, SOFT, likely
from training import choose
from training.conflicts import is_held, is_small

SIXTHS = 6
EXHAUSTIVE = Path(__file__).parents[1] / "evaluation/ledgers-real"
HEAD = "# What each sign weighs by which a line is read right (training/choose_likely.py): log odds, part by part.\n"
Weights = dict[str, dict[str, float]]


def learn(lines: Sequence[Judged]) -> Weights:
    """Part -> sign -> its weight."""
    return {part: _weights(lines, part) for part in PARTS}


def _weights(lines: Sequence[Judged], part: str) -> dict[str, float]:
    """The weights of one part. The small conflicts count in all as much as the clusters."""
    known = [one for one in lines if getattr(one, part) is not None and _is_kept(one)]
    small = [is_small(one.cluster) for one in known]
    share = (len(small) - sum(small)) / sum(small) if any(small) and not all(small) else 1.0
    signs = DictVectorizer(sparse=False)
    shown = signs.fit_transform([{s: n for s, n in getattr(one.shown, part).items() if s != ALWAYS} for one in known])
    right = [getattr(one, part) for one in known]
    fitted = LogisticRegression(max_iter=1000).fit(shown, right, [share if each else 1.0 for each in small])
    names = signs.get_feature_names_out()
    return {ALWAYS: float(fitted.intercept_[0])} | dict(zip(names, map(float, fitted.coef_[0]), strict=True))


def _is_kept(one: Judged) -> bool:
    """Whether the gold of a line's cluster would have it if it were right."""
    return SOFT not in one.shown.question or (EXHAUSTIVE / one.cluster).is_dir()


def by_the_others(lines: Sequence[Judged]) -> list[str]:
    """How lines fare whose clusters were not learnt from."""
    out = []
    for others, ours in GroupKFold(SIXTHS).split(lines, groups=[one.cluster for one in lines]):
        weights = learn([lines[at] for at in others])
        out += [(lines[at], likely(lines[at].shown, weights)) for at in ours]
    return table(out)


def written(weights: Mapping[str, Mapping[str, float]]) -> str:
    """The weights as a table, the strongest of each part first."""
    return "".join(f"\n[{part}]\n{choose.rows(signs)}" for part, signs in weights.items())


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how lines fare by the others; write the weights learnt from all."""
    clusters, out = choose.asked(__doc__, arguments)
    lines = [one for folder in clusters if not is_held(folder.name) for one in record(folder)]
    print("\n".join(by_the_others(lines)))
    choose.write(written(learn(lines)), HEAD, out)


if __name__ == "__main__":
    main()
