"""Paragraphs of our own in which it is marked whom each pronoun stands for (`training/references`).

Each line is one paragraph with marks in it: ``{Elena Marsh|p1}``, ``{her|p1}``, ``{the surgeon|p1}`` for the mentions
of one person, numbered within the paragraph, ``{Torvik|LOC}`` for other names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Name, Sample
from training.layers import PRONOUNS, Mention, links_of
from training.parses import Span

FOLDER = Path(__file__).parent / "references"
MARK = re.compile(r"\{([^{}|]+)\|(p\d+|ORG|LOC|MISC)\}")
KINDS = frozenset({"PER", "ORG", "LOC"})  # other names are left open
ARTICLES = ("a ", "an ", "the ", "one ")


def mention(span: Span, words: str) -> Mention:
    """A marked mention; by its last word a phrase is known that stands for somebody."""
    name = words[0].isupper() and words.lower() not in PRONOUNS and not words.lower().startswith(ARTICLES)
    return Mention(span, words, span if name else (span[1] - len(words.split()[-1]), span[1]), name)


def reference_samples(folder: Path = FOLDER) -> Iterator[Sample]:
    """Every paragraph with its names and with whom each pronoun and each phrase with "the" stands for."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf8").splitlines()
        for number, line in enumerate((line for line in lines if line.strip()), 1):
            yield read_line(f"{path.stem}/{number}", line)


def read_line(identity: str, line: str) -> Sample:
    """One paragraph without its marks, and what they say.

    Raises:
        ValueError: a mark is broken.
    """
    parts, names, chains = [], [], defaultdict[str, list[Mention]](list)
    at = end = 0
    for mark in MARK.finditer(line):
        parts += [line[end : mark.start()], mark[1]]
        at += mark.start() - end
        span = (at, at + len(mark[1]))
        if mark[2] in KINDS:
            names.append((*span, mark[2]))
        elif mark[2] != "MISC":
            chains[mark[2]].append(mention(span, mark[1]))
        at, end = span[1], mark.end()
    text = "".join([*parts, line[end:]])
    if set("{}|") & set(text):
        raise ValueError(f"{identity}: a mark is broken")
    persons: list[Name] = [(*one.span, "PER") for chain in chains.values() for one in chain if one.is_name]
    links = tuple(link for chain in chains.values() for link in links_of(chain))
    return Sample(identity, text, names=tuple(sorted([*names, *persons])), kinds=KINDS, links=links)
