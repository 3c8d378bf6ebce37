"""How likely Sayso holds a line to be read right, against gold: of lines held for so likely, how many are right.

A line is right on its question where the gold has those words there, in party and stance where the gold has the same.
Gold that leaves a line out counts it as wrong, so that more are right than this says.
`python -m evaluation.likely CLUSTER ...`
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from statistics import mean

from evaluation.clusters import read_gold
from evaluation.score_ledger import STANCES, Row, find_matter, find_positions, fold, goes_with, same_party
from evaluation.stages import build
from sayso.claims.assemble import find_ground
from sayso.claims.learnt_stances import settle
from sayso.claims.likely import Shown, likely, signs_of
from sayso.claims.matters import gather
from sayso.claims.positions import by_rules
from sayso.types import Likely
from sayso.views.likely import unsure_of
from sayso.views.shapes import matters_shape, position_shape

PARTS = tuple(part.name for part in fields(Likely))
BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """A line of a cluster: its signs, and in which of the parts it is right. Party and stance are judged where it is on
    its question, else they are None.
    """

    cluster: str
    shown: Shown
    question: bool
    party: bool | None
    stance: bool | None

    @property
    def right(self) -> bool:
        """Whether all of it is right."""
        return bool(self.question and self.party and self.stance)


def record(folder: Path) -> list[Judged]:
    """Every line that the program tells of a cluster, judged by its gold."""
    brief, readings, _ = build(folder, {})
    ground = find_ground(brief.reports, list(readings.values()))
    gold, stems = read_gold(folder)
    names = {report: fold(stem) for report, stem in stems.items()}
    shown = matters_shape(brief)
    wanted: dict[str, list[Row]] = {}
    for matter in gold["matters"]:
        best, _ = find_matter(matter, shown, names)
        wanted.setdefault(best.get("id", ""), []).append(matter)
    paths, told = {r.id: r.path for r in brief.reports}, {m.id: m.positions for m in brief.matters}
    out = []
    for draft in gather(ground.told, ground.conflicts, ground.naming, ground.voice):
        lines = {(p.statement, p.stance): p for p in told.get(draft.id, ())}
        rows, sides = by_rules(draft), draft.conflict.belligerents()
        for (one, _), (stance, why) in zip(rows, settle(draft, rows), strict=True):
            line = lines.pop((one.statement.id, stance), None)
            if line is None or one.share is None:
                continue
            signs = signs_of(one, one.share, sides, stance, why)
            here = {"positions": [position_shape(line, paths)]}
            hits = [hit for matter in wanted.get(draft.id, ()) for hit, _ in find_positions(matter, here, names)]
            party = any(same_party(hit["party"], line.party or (line.speaker if hit["party"] else "")) for hit in hits)
            same = any(goes_with(hit["stance"], stance, STANCES) for hit in hits)
            on = bool(hits)
            out.append(Judged(folder.name, signs, on, party if on else None, same if on else None))
    return out


def table(lines: Sequence[tuple[Judged, Likely]]) -> list[str]:
    """How many lines are held for so likely, how likely on the mean, and how many are right, part by part."""
    out = []
    for part in PARTS:
        rows = [(getattr(held, part), right) for one, held in lines if (right := getattr(one, part)) is not None]
        for low, high in pairwise(BOUNDS):
            within = [(chance, right) for chance, right in rows if low <= chance < high]
            if within:
                held, right = mean(chance for chance, _ in within), mean(right for _, right in within)
                out.append(
                    f"{part:<10}{low:.1f} to {min(high, 1):.1f}{len(within):>7}  held {held:.2f}  right {right:.2f}"
                )
    return [*out, *_marked(lines)]


def _marked(lines: Sequence[tuple[Judged, Likely]]) -> Iterable[str]:
    """How many lines are right of those that are sure in every part, and of those that are marked as unsure."""
    sure = [one for one, held in lines if not unsure_of(held)]
    unsure = [one for one, held in lines if unsure_of(held)]
    for name, some in (("all", [one for one, _ in lines]), ("sure", sure), ("unsure", unsure)):
        if some:
            on, right = mean(one.question for one in some), mean(one.right for one in some)
            yield f"{name:<10}{len(some):>7} lines, on their question {on:.2f}, right in all {right:.2f}"


def main(arguments: Sequence[str]) -> int:
    """Print the table for all clusters together."""
    judged = [one for folder in arguments for one in record(Path(folder))]
    print("\n".join(table([(one, likely(one.shown)) for one in judged])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
