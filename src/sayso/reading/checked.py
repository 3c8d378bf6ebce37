"""What a reader returns, checked against the text: what cannot be so is refused, counted and told; the rest goes on.

The contract that every reader is held to, the model on board as well as a pipeline or a language model of the user's:
offsets stand in the text and hold something, the parts of one statement stand beside each other, no statement is told
twice, and statements come in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol, get_args, runtime_checkable

from sayso.reading.tagger import Reader
from sayso.types import Attribution, NameType, Problem, Span

SHOWN = 5  # refusals told in full; the others are counted
Found = tuple[list[Attribution], list[tuple[str, Span]]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One statement or name that a reader gave and that cannot be so: which of its answer it was (from 1), and why."""

    kind: str
    number: int
    why: str


@runtime_checkable
class RefusingReader(Reader, Protocol):
    """A reader that refuses some of what it found itself, because it stands nowhere in the text, and says so."""

    def read_refusing(self, text: str) -> tuple[Found, list[Refusal]]:
        """As ``read``, with what was refused."""
        ...


def read_checked(reader: Reader, text: str, path: str | None = None) -> tuple[Found, list[Problem]]:
    """What ``reader`` finds in ``text`` and may stand, and a problem for each kind of thing that was refused.

    Args:
        reader: the model on board, or another reader.
        text: the text of the report.
        path: how the user named the report, for the problems.
    """
    (attributions, names), refused = read_refusing(reader, text)
    kept, not_kept = check_attributions(text, attributions)
    named, not_named = check_names(text, names)
    return (kept, named), tell([*refused, *not_kept, *not_named], path)


def read_refusing(reader: Reader, text: str) -> tuple[Found, list[Refusal]]:
    """What any reader gives for ``text``, and what it refused itself, unchecked."""
    return reader.read_refusing(text) if isinstance(reader, RefusingReader) else (reader.read(text), [])


def tell(refused: Sequence[Refusal], path: str | None = None) -> list[Problem]:
    """One problem for the statements that were refused, one for the names: how many, which and why.

    >>> [problem.message for problem in tell([Refusal("statement", 3, "no words")])]
    ['the reader gave 1 statement that was refused: no. 3: no words']
    """
    out = []
    for kind in dict.fromkeys(each.kind for each in refused):
        own = [each for each in refused if each.kind == kind]
        told = "; ".join(f"no. {each.number}: {each.why}" for each in own[:SHOWN])
        more = f"; and {len(own) - SHOWN} more" if len(own) > SHOWN else ""
        what = f"1 {kind} that was" if len(own) == 1 else f"{len(own)} {kind}s that were"
        out.append(Problem(f"the reader gave {what} refused: {told}{more}", path))
    return out


def check_attributions(text: str, given: Sequence[Attribution]) -> tuple[list[Attribution], list[Refusal]]:
    """The attributions that may stand, in the order of their cues, each part's spans in order; and those refused."""
    kept: dict[tuple[tuple[Span, ...], ...], Attribution] = {}
    refused = []
    for number, each in enumerate(given, 1):
        ordered = replace(each, source=_sorted(each.source), cue=_sorted(each.cue), content=_sorted(each.content))
        parts = (ordered.source, ordered.cue, ordered.content)
        why = _broken(text, ordered) or ("the same statement twice" if parts in kept else "")
        if why:
            refused.append(Refusal("statement", number, why))
        else:
            kept[parts] = ordered
    return sorted(kept.values(), key=_place), refused


def _sorted(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans))


def _place(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0].start


def _broken(text: str, attribution: Attribution) -> str:
    """Why an attribution cannot be so, "" where it can."""
    if not attribution.source and not attribution.cue:
        return "neither a source nor a cue"
    placed = []
    for part, spans in _parts(attribution):
        for span in spans:
            why = span_fault(text, span)
            if why:
                return f"{part} {span.start}-{span.end}: {why}"
            placed.append((span, part))
    for (a, first), (b, second) in pairwise(sorted(placed)):
        if b.start < a.end:
            return f"{first} {a.start}-{a.end} and {second} {b.start}-{b.end} overlap"
    return ""


def _parts(attribution: Attribution) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield "source", attribution.source
    yield "cue", attribution.cue
    yield "content", attribution.content


def span_fault(text: str, span: Span) -> str:
    """What is wrong with a span of ``text``, "" for nothing.

    >>> span_fault("The town fell.", Span(4, 40))
    'not in the text, which has 14 characters'
    """
    if not 0 <= span.start <= span.end <= len(text):
        return f"not in the text, which has {len(text)} characters"
    return "" if text[span.start : span.end].strip() else "nothing stands there"


def check_names(text: str, given: Sequence[tuple[str, Span]]) -> tuple[list[tuple[str, Span]], list[Refusal]]:
    """The names that may stand, in reading order, and those refused. One may hold another, none may cut another."""
    kept: list[tuple[str, Span]] = []
    refused = []
    known = get_args(NameType)
    for number, (kind, span) in sorted(enumerate(given, 1), key=lambda each: (each[1][1].start, -each[1][1].end)):
        why = span_fault(text, span) if kind in known else f"of the type {kind}, which is none of {', '.join(known)}"
        near = next((other for _, other in reversed(kept) if other.end > span.start), None)
        if not why and near and (near == span or near.end < span.end):
            why = "named twice" if near == span else f"it cuts the name {near.start}-{near.end}"
        if why:
            refused.append(Refusal("name", number, f"{span.start}-{span.end}: {why}"))
        else:
            kept.append((kind, span))
    return kept, refused
