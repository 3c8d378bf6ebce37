"""How well statements and names are found, against texts marked by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from training.corpora import Attribution, Sample, Span

EDGE = " \t\r\n.,;:!?\"'“”‘’«»„`-–—()[]"  # characters that do not count at the edge of a span
CUE_BONUS = 0.05  # of two pairs with the same overlap, the one whose cues meet is taken first
Name = tuple[int, int, str]


@dataclass(slots=True)
class Count:
    """Hits, found and wanted."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, hits: int, found: int, wanted: int) -> None:
        self.hits += hits
        self.found += found
        self.wanted += wanted

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else 0.0


@dataclass(slots=True)
class Scores:
    """Exact spans by role; statements whose content overlaps by half, and those with the right source too."""

    source: Count = field(default_factory=Count)
    cue: Count = field(default_factory=Count)
    content: Count = field(default_factory=Count)
    half: Count = field(default_factory=Count)
    linked: Count = field(default_factory=Count)

    def line(self) -> str:
        """All figures in one line."""
        exact = " / ".join(f"{100 * c.f1:.1f}" for c in (self.source, self.cue, self.content))
        half, linked = (f"{c.f1:.3f} (P {c.precision:.3f} R {c.recall:.3f})" for c in (self.half, self.linked))
        return f"exact {exact}  content@0.5 {half}  with source {linked}"


def characters(text: str, spans: Iterable[Span]) -> set[int]:
    """The positions that some trimmed spans cover."""
    return {i for span in spans for i in range(*trim(text, span))}


def trim(text: str, span: Span) -> Span:
    """A span without edge characters."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class _Side:
    """One statement as sets of positions."""

    source: set[int]
    cue: set[int]
    content: set[int]


def _side(text: str, item: Attribution) -> _Side:
    held = {i for start, end in item.cue for i in range(start, end)}
    return _Side(characters(text, item.source), held, characters(text, item.content))


def pair(found: list[_Side], wanted: list[_Side]) -> list[tuple[_Side, _Side]]:
    """One-to-one pairs whose contents overlap by half or more, best overlap first."""
    scored = []
    for i, a in enumerate(found):
        for j, b in enumerate(wanted):
            if common := len(a.content & b.content):
                overlap = common / len(a.content | b.content)
                scored.append((overlap + CUE_BONUS * bool(a.cue & b.cue), overlap, j, i))
    out, taken_found, taken_wanted = [], set(), set()
    for _, overlap, j, i in sorted(scored, reverse=True):
        if overlap >= 0.5 and i not in taken_found and j not in taken_wanted:
            taken_found.add(i)
            taken_wanted.add(j)
            out.append((found[i], wanted[j]))
    return out


def score_statements(results: Iterable[tuple[Sample, list[Attribution]]]) -> Scores:
    """Figures over some texts."""
    scores = Scores()
    for sample, read in results:
        text = sample.text
        wanted = [a for a in sample.attributions or () if a.content]
        found = [s for s in read if s.content]
        for role in ("source", "cue", "content"):
            gold = {trim(text, span) for a in wanted for span in getattr(a, role)}
            mine = {trim(text, span) for s in found for span in getattr(s, role)}
            gold, mine = ({(s, e) for s, e in side if e > s} for side in (gold, mine))
            getattr(scores, role).add(len(gold & mine), len(mine), len(gold))
        pairs = pair([_side(text, s) for s in found], [_side(text, a) for a in wanted])
        right = sum(bool(a.source & b.source) or not (a.source or b.source) for a, b in pairs)
        scores.half.add(len(pairs), len(found), len(wanted))
        scores.linked.add(right, len(found), len(wanted))
    return scores


def score_names(results: Iterable[tuple[Sample, list[Name]]], kinds: Iterable[str] = ("PER", "ORG", "LOC")) -> Count:
    """Exact names of some kinds over some texts."""
    count, kept = Count(), set(kinds)
    for sample, read in results:
        gold = {n for n in sample.names or () if n[2] in kept}
        mine = {n for n in read if n[2] in kept}
        count.add(len(gold & mine), len(mine), len(gold))
    return count
