"""Score what ``sayso extract --json`` prints against statements marked by hand.

In: two JSON-lines files, one report a line, matched by their text. Out: one record of figures: how many statements were
found (contents that share at least 0.5 or 0.8 of their characters), how many of them with the right source, exact
spans by role, and stance and channel on the statements found. Run: ``python -m evaluation.score_statements PRED GOLD``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Edge = tuple[int, int]
ROLES = ("source", "cue", "content")
TRIMMED = frozenset(" \t\r\n.,;:!?\"'“”‘’«»„`-–—()[]")
CUE_BONUS = 0.05  # two contents alike: the one with the same cue is the pair


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement as marked: spans by role, trimmed and as characters, with stance and channel (None: not said)."""

    spans: Mapping[str, frozenset[Edge]]
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    stance: str | None
    channel: str


@dataclass(slots=True)
class Tally:
    """Counts over all reports."""

    missing: int = 0
    predicted: int = 0
    gold: int = 0
    at_half: int = 0
    at_four_fifths: int = 0
    with_source: int = 0
    stances: list[bool] = field(default_factory=list)
    channels: list[bool] = field(default_factory=list)
    exact: dict[str, list[int]] = field(default_factory=lambda: {role: [0, 0, 0] for role in ROLES})


def trim(text: str, start: int, end: int) -> Edge:
    """The span without blanks, stops and quotation marks at its edges; empty where nothing is left."""
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return start, end


def characters(spans: Iterable[Edge]) -> frozenset[int]:
    """The offsets that the spans cover."""
    return frozenset(offset for start, end in spans for offset in range(start, end))


def read_marked(text: str, row: Mapping[str, Any]) -> Marked:
    """One statement from its JSON, offsets into ``text``."""
    raw = {role: [(int(start), int(end)) for start, end in row.get(role) or []] for role in ROLES}
    trimmed = {role: [trim(text, *span) for span in spans] for role, spans in raw.items()}
    return Marked(
        spans={role: frozenset(span for span in spans if span[0] < span[1]) for role, spans in trimmed.items()},
        source=characters(trimmed["source"]),
        cue=characters(raw["cue"]),
        content=characters(trimmed["content"]),
        stance=row.get("stance"),
        channel=fold_channel(row.get("channel")),
    )


def fold_channel(channel: str | None) -> str:
    """A channel's words in small letters, without blanks."""
    return (channel or "").lower().replace(" ", "")


def pair(predicted: Sequence[Marked], gold: Sequence[Marked], floor: float) -> list[tuple[Marked, Marked]]:
    """Pairs of gold and predicted whose contents share ``floor`` or more of their characters, best first, each once."""
    likely: list[tuple[float, float, int, int]] = []
    for i, wanted in enumerate(gold):
        for j, found in enumerate(predicted):
            if shared := len(wanted.content & found.content):
                share = shared / len(wanted.content | found.content)
                likely.append((share + CUE_BONUS * bool(wanted.cue & found.cue), share, i, j))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, share, i, j in sorted(likely, reverse=True):
        if share >= floor and i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def same_source(gold: Marked, found: Marked) -> bool:
    """Whether both sources share a character, or neither has one."""
    return bool(gold.source & found.source) or not (gold.source or found.source)


def count_report(tally: Tally, predicted: Sequence[Marked], gold: Sequence[Marked]) -> None:
    """Add one report to the counts."""
    tally.predicted += len(predicted)
    tally.gold += len(gold)
    for role in ROLES:
        wanted = {span for statement in gold for span in statement.spans[role]}
        found = {span for statement in predicted for span in statement.spans[role]}
        for place, number in enumerate((len(wanted & found), len(found), len(wanted))):
            tally.exact[role][place] += number
    tally.at_four_fifths += len(pair(predicted, gold, 0.8))
    for wanted_one, found_one in pair(predicted, gold, 0.5):
        tally.at_half += 1
        tally.with_source += same_source(wanted_one, found_one)
        if wanted_one.stance is not None:
            tally.stances.append(wanted_one.stance == found_one.stance)
        if wanted_one.channel:
            tally.channels.append(wanted_one.channel == found_one.channel)


def f_score(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean, to four places, with the counts."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    mean = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(mean, 4), "pred": predicted, "gold": gold}


def accuracy(judged: Sequence[bool]) -> list[float]:
    """The share that is right, to four places, and of how many."""
    return [round(sum(judged) / len(judged), 4), len(judged)]


def figures(tally: Tally) -> dict[str, Any]:
    """The counts as figures."""
    out: dict[str, Any] = {
        "reports_missing": tally.missing,
        "content@0.5": f_score(tally.at_half, tally.predicted, tally.gold),
        "content@0.8": f_score(tally.at_four_fifths, tally.predicted, tally.gold),
        "content@0.5+source": f_score(tally.with_source, tally.predicted, tally.gold),
    }
    for role, (right, predicted, gold) in tally.exact.items():
        out[f"exact_{role}"] = f_score(right, predicted, gold)
    if tally.stances:
        out["stance_accuracy"] = accuracy(tally.stances)
    if tally.channels:
        out["channel_accuracy"] = accuracy(tally.channels)
    return out


def score(predictions: Iterable[Mapping[str, Any]], gold: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Figures for reports as ``sayso extract --json`` prints them against reports marked by hand.

    A statement without content is not judged, nor a predicted one that has neither cue nor source.
    """
    by_text = {row["report"]["text"]: row["statements"] for row in predictions}
    tally = Tally()
    for report in gold:
        text = report["text"]
        tally.missing += text not in by_text
        wanted = [row for row in report["attributions"] if row.get("content")]
        found = [s for s in by_text.get(text, ()) if s.get("content") and (s.get("cue") or s.get("source"))]
        count_report(tally, [read_marked(text, row) for row in found], [read_marked(text, row) for row in wanted])
    return figures(tally)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Every object of a JSON-lines file. Lines end at a line feed only: a text may hold other line breaks."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def main(arguments: Sequence[str]) -> int:
    """Print the figures for two files; 2 where they are not two."""
    if len(arguments) != 2:
        print("usage: python -m evaluation.score_statements PRED.jsonl GOLD.jsonl", file=sys.stderr)
        return 2
    predicted, gold = (read_lines(Path(name)) for name in arguments)
    print(json.dumps(score(predicted, gold), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
