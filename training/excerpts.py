"""Reports cut into short excerpts, as CofeNet's are: a sentence, or those that one statement joins.

They begin and end where a statement does, and their signs may stand apart from the words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from training.augment import Edit, edited
from training.corpora import Sample
from training.parses import Span

FARTHEST = 450  # characters that one statement may join
SHORT = r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bSt)(?<!\bNo)(?<!\b[A-Z])"
END = re.compile(SHORT + r"[.!?][\"”’'»)]*[ \u00a0]+(?=[\"“‘'«(]?[A-Z0-9])|\n+")
APART = re.compile(r"[,;:?!()\[\]\"“”]|[.](?=[\"”’']*\s*$)|" + SHORT + r"(?<=[a-z])[.](?=[\"”’']*\s)")
PRINTED = {"“": '"', "”": '"', "‘": "`", "’": "'"}


def sentences(text: str) -> list[Span]:
    """The sentences of a text, by rule."""
    ends = [m.end() for m in END.finditer(text)]
    cut = [(s, e) for s, e in zip([0, *ends], [*ends, len(text)], strict=True) if text[s:e].strip()]
    return [(s, s + len(text[s:e].rstrip())) for s, e in cut]


def excerpt_spans(sample: Sample) -> list[Span]:
    """The sentences of a report, those that a statement joins taken together; quiet ones by paragraph."""
    joins = []
    for a in sample.attributions or ():
        spans = [*a.source, *a.cue, *a.content]
        low, high = min(s for s, _ in spans), max(e for _, e in spans)
        joins += [(low, high)] if high - low <= FARTHEST else [(min(c)[0], max(c)[1]) for c in (a.content,) if c]
    out: list[Span] = []
    quiet = False  # whether the excerpt before holds no statement
    for start, end in sentences(sample.text):
        alone = not any(low < end and start < high for low, high in joins)
        joined = any(low < start < high for low, high in joins)
        if out and (joined or (alone and quiet and "\n" not in sample.text[out[-1][1] : start])):
            out[-1] = (out[-1][0], end)
            quiet = quiet and alone
        else:
            out.append((start, end))
            quiet = alone
    return out


def with_signs_apart(sample: Sample, chance: random.Random) -> Sample:
    """Signs set apart from the words and quotation marks made straight, as in a treebank that was printed again."""
    edits: list[Edit] = []
    for found in APART.finditer(sample.text):
        start, end = found.span()
        before = "" if start == 0 or sample.text[start - 1].isspace() else " "
        after = "" if end == len(sample.text) or sample.text[end].isspace() else " "
        if before:
            edits.append((start, start, before))
        if after:
            edits.append((end, end, after))
    return edited(sample, merged(edits))


def merged(edits: list[Edit]) -> list[Edit]:
    """Insertions at one place made one."""
    return [(s, e, " ") for s, e in sorted({(s, e) for s, e, _ in edits})]


def excerpts(samples: list[Sample], seed: int) -> Iterator[Sample]:
    """Every excerpt of some reports; of four, three with their signs apart."""
    chance = random.Random(seed)
    for sample in samples:
        text = "".join(PRINTED.get(c, c) for c in sample.text) if chance.random() < 0.8 else sample.text
        apart = chance.random() < 0.75
        for start, end in excerpt_spans(sample):
            part = edited(
                Sample(sample.id, text, sample.attributions, masked=sample.masked),
                [(0, start, ""), (end, len(text), "")],
            )
            yield with_signs_apart(part, chance) if apart else part
