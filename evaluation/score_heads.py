"""How well the model on board reads names, trees and references, finds likeness, and does on CofeNet's items.

    python -m evaluation.score_heads names syntax reference cofenet likeness [
       --model FOLDER] [--shared FOLDER] [--most N]

The texts lie outside the project; none of them is kept here.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.parses import Document, documents
from training.score import Count

from sayso.reading.syntax import Sentence
from sayso.reading.tagger import MODEL_FOLDER, Tagger
from sayso.types import Span

OPENING = 300  # characters
SHARED = Path(__file__).parents[2] / "shared"
SETS = ("names", "syntax", "reference", "cofenet", "likeness")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def names(tagger: Tagger, corpora: Path, most: int | None) -> Iterator[str]:
    """Exact names, of the texts that mark names and not whole mentions."""
    counts = {kind: Count() for kind in ("PER", "ORG", "LOC")}
    texts = [row for row in rows(corpora / "ner" / "dev.jsonl") if row["scheme"] != "whole mention"]
    for row in texts[:most]:
        found = {(span.start, span.end, kind) for kind, span in tagger.read(row["text"])[1]}
        marked = {tuple(entity) for entity in row["entities"]}
        for kind, count in counts.items():
            mine, gold = ({n for n in side if n[2] == kind} for side in (found, marked))
            count.add(len(mine & gold), len(mine), len(gold))
    whole = Count()
    for kind, count in counts.items():
        whole.add(count.hits, count.found, count.wanted)
        yield f"names {kind} {shown(count)}"
    yield f"names all {shown(whole)}"


def shown(count: Count) -> str:
    """A count as figures."""
    return f"F1 {100 * count.f1:.1f} (P {100 * count.precision:.1f} R {100 * count.recall:.1f})"


def arcs(sentences: Sequence[Sentence]) -> dict[tuple[int, int], tuple[str, Span, str]]:
    """Each word by its place: its tag, the place of its head, its relation."""
    return {
        (word.span.start, word.span.end): (word.upos, sentence[word.head].span, word.relation)
        for sentence in sentences
        for word in sentence
    }


def marked_arcs(document: Document) -> dict[tuple[int, int], tuple[str, Span, str]]:
    """The same, as marked by hand."""
    return {
        (w.start, w.end): (w.upos, Span(sentence[w.head].start, sentence[w.head].end), w.label)
        for sentence in document.sentences
        for w in sentence
    }


def syntax(tagger: Tagger, corpora: Path, most: int | None) -> Iterator[str]:
    """Tags, heads and relations (with subtypes) over words as marked, and over our own words."""
    for corpus in ("ewt", "gum"):
        given, own = ({key: Count() for key in ("UPOS", "UAS", "LAS")} for _ in range(2))
        for document in documents(corpora / "parse" / f"{corpus}_dev.conllu")[:most]:
            gold = marked_arcs(document)
            cut = [[Span(w.start, w.end) for w in sentence] for sentence in document.sentences]
            for counts, found in ((given, tagger.parse(document.text, cut)), (own, tagger.syntax(document.text))):
                mine = arcs(found)
                both = [(mine[place], gold[place]) for place in mine.keys() & gold.keys()]
                counts["UPOS"].add(sum(a[0] == b[0] for a, b in both), len(mine), len(gold))
                counts["UAS"].add(sum(a[1] == b[1] for a, b in both), len(mine), len(gold))
                counts["LAS"].add(sum(a[1:] == b[1:] for a, b in both), len(mine), len(gold))
        for label, counts in (("words as marked", given), ("own words", own)):
            yield f"syntax {corpus} {label}: " + " ".join(f"{key} {100 * c.f1:.1f}" for key, c in counts.items())


def reference(tagger: Tagger, corpora: Path, most: int | None) -> Iterator[str]:
    """GAP: of each of the two names, whether the pronoun stands for it (F1); and by gender."""
    counts = {"all": Count(), "masculine": Count(), "feminine": Count()}
    for row in list(rows(corpora / "gap" / "development.jsonl"))[:most]:
        pronoun, choices = Span(*row["pronoun"]), [Span(*row["a"]), Span(*row["b"])]
        taken = tagger.choose(row["text"], pronoun, choices)
        said = [taken == 0, taken == 1]
        marked = [row["a_coref"], row["b_coref"]]
        hits = sum(a and b for a, b in zip(said, marked, strict=True))
        word = row["text"][pronoun.start : pronoun.end].lower()
        for key in ("all", "masculine" if word in ("he", "him", "his") else "feminine"):
            counts[key].add(hits, sum(said), sum(marked))
    yield "reference GAP " + ", ".join(f"{key} {shown(count)}" for key, count in counts.items())


PRINTED = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
CLITIC = re.compile(r"(?:n't|'[a-z]{1,2})$", re.IGNORECASE)


def spoken(words: Sequence[str]) -> tuple[str, list[Span]]:
    """Words of a treebank as one text, with the place of each: brackets and quotation marks as they are printed,
    "do n't" as "don't"."""
    text, spans = "", []
    for word in words:
        printed = PRINTED.get(word, word)
        text = text.rstrip() if CLITIC.match(word) else text
        spans.append(Span(len(text), len(text) + len(printed)))
        text += printed + " "
    return text.rstrip(), spans


def bio_spans(labels: Sequence[str]) -> set[tuple[str, int, int]]:
    """Spans of BIO labels, as (role, first word, one past the last)."""
    out: list[tuple[str, int, int]] = []
    for i, label in enumerate(labels):
        mark, _, role = label.partition("-")
        if mark == "B" or (mark == "I" and not (out and out[-1][0] == role and out[-1][2] == i)):
            out.append((role, i, i + 1))
        elif mark == "I":
            out[-1] = (role, out[-1][1], i + 1)
    return set(out)


def cofenet(tagger: Tagger, corpora: Path, most: int | None) -> Iterator[str]:
    """Exact spans over the items that CofeNet was chosen on, in their words."""
    counts = {role: Count() for role in ("source", "cue", "content")}
    for row in list(rows(corpora / "attribution" / "cofenet_valid.jsonl"))[:most]:
        text, spans = spoken(row["tokens"])
        starts = [s.start for s in spans]
        found = set()
        for a in tagger.read(text)[0]:
            for role in counts:
                for span in getattr(a, role):
                    found.add((role, bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)))
        marked = bio_spans(row["labels"])
        for role, count in counts.items():
            mine, gold = ({s for s in side if s[0] == role} for side in (found, marked))
            count.add(len(mine & gold), len(mine), len(gold))
    yield "cofenet exact source / cue / content " + " / ".join(f"{100 * c.f1:.1f}" for c in counts.values())


def counted(texts: Sequence[str]) -> NDArray[np.float32]:
    """Texts as counts of their words, weighed down by how many texts hold them: what likeness is compared with."""
    held = [Counter(re.findall(r"\w+", text.lower())) for text in texts]
    place = {word: i for i, word in enumerate(sorted({word for counts in held for word in counts}))}
    table = np.zeros((len(texts), len(place)), dtype=np.float32)
    for row, counts in zip(table, held, strict=True):
        for word, number in counts.items():
            row[place[word]] = 1 + np.log(number)
    table *= np.log(len(texts) / (table > 0).sum(axis=0))
    normed: NDArray[np.float32] = table / np.linalg.norm(table, axis=1, keepdims=True)
    return normed


def likeness(tagger: Tagger, corpora: Path, most: int | None) -> Iterator[str]:
    """ECB+: by the opening of each text, how often the likeliest other text tells of the same event."""
    found = [(row["text"], row["topic"], row["subtopic"]) for row in rows(corpora / "ecbplus" / "dev.jsonl")][:most]
    openings = [text[:OPENING] for text, _, _ in found]
    vectors = np.concatenate([tagger.likeness(text, [Span(0, len(text))]) for text in openings])
    for label, table in (("vectors", vectors), ("words", counted(openings))):
        near = table @ table.T
        np.fill_diagonal(near, -1)
        first = near.argmax(axis=1)
        same = np.mean([found[i][1:] == found[j][1:] for i, j in enumerate(first)])
        topic = np.mean([found[i][1] == found[j][1] for i, j in enumerate(first)])
        yield f"likeness by {label}: same event {100 * same:.1f} %, same kind of event {100 * topic:.1f} %"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", choices=SETS)
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--most", type=int, help="read only the first so many texts")
    chosen = parser.parse_args()
    tagger = Tagger(chosen.model)
    measures = {"names": names, "syntax": syntax, "reference": reference, "cofenet": cofenet, "likeness": likeness}
    for name in chosen.sets:
        for line in measures[name](tagger, chosen.shared / "corpora", chosen.most):
            print(line, flush=True)


if __name__ == "__main__":
    main()
