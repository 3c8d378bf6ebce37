"""Score what ``sayso matters --json`` prints against a ledger made by hand.

A gold matter is found where a matter of a kind that goes with it names its place and holds evidence that it holds. A
gold position is found where that matter has a position with overlapping evidence from the same report; party and
stance are judged on those. A standing is right where the word as of the gold's date is the gold's.
MAP names each gold report as the ledger does. ``python -m evaluation.score_ledger MATTERS.json GOLD.json MAP.json``
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
KINDS = (
    {"ceasefire", "truce"},
    {"aircraft", "equipment", "responsibility", "attack"},
    {"mercenaries", "foreign fighters"},
    {"casualties", "figure"},
    {"fighting", "control"},
)
STANCES = ({"asserts", "announces"}, {"withholds", "unverified"})
SHARED_WORDS = 4  # in a row, for two pieces of evidence to overlap
COUNTS = (
    "matters",
    "matters_found",
    "positions",
    "positions_found",
    "party_right",
    "stance_right",
    "standings",
    "standings_right",
)


@dataclass(slots=True)
class Tally:
    """Counts over all gold matters, and what was missed, one line each."""

    matters: int = 0
    matters_found: int = 0
    positions: int = 0
    positions_found: int = 0
    party_right: int = 0
    stance_right: int = 0
    standings: int = 0
    standings_right: int = 0
    missed: list[str] = field(default_factory=list)


def fold(words: object) -> str:
    """Words in small letters without accents; whatever is neither letter nor digit is a blank."""
    text = unicodedata.normalize("NFKD", str(words or "")).casefold()
    kept = (c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return "".join(kept).strip()


def goes_with(one: object, other: object, groups: Iterable[set[str]] = ()) -> bool:
    """Whether two words are the same, or stand in one of the groups."""
    a, b = fold(one), fold(other)
    return a == b or any({a, b} <= group for group in groups)


def runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Every run of as many words as evidence must share."""
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}


def overlaps(one: str, other: str) -> bool:
    """Whether one folded passage holds the other, or both hold the same four words in a row."""
    if not one or not other:
        return False
    return one in other or other in one or bool(runs(one.split()) & runs(other.split()))


def evidence_of(position: Row) -> str:
    """A predicted position's words, folded."""
    evidence = position.get("evidence")
    return fold(evidence.get("text") if isinstance(evidence, Mapping) else evidence)


def same_party(gold: object, said: object) -> bool:
    """Whether the party said is one of the gold's (joined by ";"), or both are none."""
    parties = [fold(party) for party in str(gold or "").split(";")]
    party = fold(said)
    if not party:
        return not any(parties)
    return any(name and (name in party or party in name) for name in parties)


def may_be(gold: Row, matter: Row) -> bool:
    """Whether kind and place allow ``matter`` to be the gold one."""
    if not goes_with(gold["kind"], matter.get("kind"), KINDS):
        return False
    where = fold(matter.get("question")) + " " + fold(json.dumps(matter.get("slots", {}), ensure_ascii=False))
    names = {fold(name) for name in (gold.get("place"), *(gold.get("names") or []))} - {""}
    return not names or any(name in where for name in names)


def find_positions(gold: Row, matter: Row, reports: Mapping[str, str]) -> list[tuple[Row, Row]]:
    """Each gold position with the first of the matter's whose report and evidence are the same."""
    pairs = []
    for wanted in gold["positions"]:
        report = reports.get(str(wanted["report"]), fold(wanted["report"]))
        for position in matter.get("positions", []):
            name = fold(position.get("report"))
            same_report = report in name or name in report
            if same_report and overlaps(fold(wanted["evidence"]), evidence_of(position)):
                pairs.append((wanted, position))
                break
    return pairs


def find_matter(gold: Row, matters: Iterable[Row], reports: Mapping[str, str]) -> tuple[Row, list[tuple[Row, Row]]]:
    """The matter that shares most positions with the gold one, and those; empty where none shares any."""
    best: tuple[Row, list[tuple[Row, Row]]] = ({}, [])
    for matter in matters:
        if may_be(gold, matter):
            pairs = find_positions(gold, matter, reports)
            if len(pairs) > len(best[1]):
                best = (matter, pairs)
    return best


def standing_on(matter: Row, day: str) -> str | None:
    """The last standing on or before ``day``."""
    words = [row.get("standing") for row in matter.get("standings", []) if str(row.get("date", ""))[:10] <= day]
    return words[-1] if words else None


def judge_positions(tally: Tally, question: str, pairs: Iterable[tuple[Row, Row]]) -> None:
    """Count party and stance of the positions found."""
    for wanted, position in pairs:
        tally.positions_found += 1
        said = position.get("party") or (position.get("speaker") if wanted["party"] else "")
        tally.party_right += same_party(wanted["party"], said)
        if goes_with(wanted["stance"], position.get("stance"), STANCES):
            tally.stance_right += 1
        else:
            read = position.get("stance")
            tally.missed.append(f"stance: {question} | {wanted['party']} {wanted['stance']} read as {read}")


def judge_standings(tally: Tally, question: str, standings: Iterable[Row], matter: Row) -> None:
    """Count the standings as of the gold's dates."""
    for wanted in standings:
        read = standing_on(matter, wanted["date"])
        if goes_with(wanted["standing"], read):
            tally.standings_right += 1
        else:
            tally.missed.append(f"standing: {question} | {wanted['date']} {wanted['standing']} read as {read}")


def count_matter(tally: Tally, gold: Row, matters: Iterable[Row], reports: Mapping[str, str]) -> None:
    """Add one gold matter to the counts."""
    question, standings = gold["question"], gold.get("standing") or gold.get("standing_by_date") or []
    tally.matters += 1
    tally.positions += len(gold["positions"])
    tally.standings += len(standings)
    matter, pairs = find_matter(gold, matters, reports)
    if not pairs:
        tally.missed.append(f"matter: {question}")
        return
    tally.matters_found += 1
    found = {id(wanted) for wanted, _ in pairs}
    for wanted in gold["positions"]:
        if id(wanted) not in found:
            tally.missed.append(f"position: {question} | {wanted['party']} {wanted['stance']} {wanted['date']}")
    judge_positions(tally, question, pairs)
    judge_standings(tally, question, standings, matter)


def share(part: int, whole: int) -> float | None:
    """Part of whole to four places, None of nothing."""
    return round(part / whole, 4) if whole else None


def figures(tally: Tally) -> dict[str, float | None]:
    """The counts and the shares."""
    out: dict[str, float | None] = {name: getattr(tally, name) for name in COUNTS}
    out["matter_recall"] = share(tally.matters_found, tally.matters)
    out["position_recall"] = share(tally.positions_found, tally.positions)
    out["party_accuracy"] = share(tally.party_right, tally.positions_found)
    out["stance_accuracy"] = share(tally.stance_right, tally.positions_found)
    out["standing_accuracy"] = share(tally.standings_right, tally.standings)
    return out


def score(matters: Any, gold: Row, reports: Mapping[str, str]) -> tuple[dict[str, float | None], list[str]]:
    """Figures and what was missed, for matters (a list, or an object that holds it) against a gold ledger.

    ``reports`` maps the gold's report ids to the names by which the ledger knows them.
    """
    listed = matters.get("matters", []) if isinstance(matters, Mapping) else matters
    folded = {report: fold(name) for report, name in reports.items()}
    tally = Tally()
    for wanted in gold["matters"]:
        count_matter(tally, wanted, listed, folded)
    return figures(tally), tally.missed


def main(arguments: Sequence[str]) -> int:
    """Print the figures for three files, then what was missed; 2 where they are not three."""
    if len(arguments) != 3:
        print("usage: python -m evaluation.score_ledger MATTERS.json GOLD.json MAP.json", file=sys.stderr)
        return 2
    matters, gold, reports = (json.loads(Path(name).read_text(encoding="utf8")) for name in arguments)
    counted, missed = score(matters, gold, reports)
    print(json.dumps(counted, indent=1))
    print("\n".join(missed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
