"""Trees, names and chains that different files mark in one text, brought together.

The files space their texts differently ("do n't", "don't"); places are carried from one to the other by their
characters that are no space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.values.name_parts import is_post
from training.corpora import Link, Name, Sample, Span, may_ship, rows
from training.parses import Document, Parsed, Sentence, documents

PRONOUNS = frozenset("he she him his her hers himself herself they them their theirs themselves it its itself".split())
INSIDE = frozenset({"flat", "compound", "nmod:desc", "nummod"})  # labels of the words that make up a name with its head


class Carrier:
    """Places in one text -> places in another that differs in its spaces alone."""

    def __init__(self, source: str, target: str) -> None:
        before = [i for i, c in enumerate(source) if not c.isspace()]
        after = [i for i, c in enumerate(target) if not c.isspace()]
        if [source[i] for i in before] != [target[i] for i in after]:
            raise ValueError("the texts differ in more than their spaces")
        self.at = dict(zip(before, after, strict=True))

    def __call__(self, span: Span) -> Span:
        inner = [self.at[i] for i in range(*span) if i in self.at]
        return inner[0], inner[-1] + 1


def moved(sentences: Iterable[Sentence], carry: Carrier) -> tuple[Sentence, ...]:
    """Trees with their words in another text."""
    out = []
    for sentence in sentences:
        places = [carry((w.start, w.end)) for w in sentence]
        out.append(tuple(replace(w, start=s, end=e) for w, (s, e) in zip(sentence, places, strict=True)))
    return tuple(out)


def core(span: Span, words: list[tuple[Parsed, Parsed]]) -> Span:
    """The part of a phrase that names: its head with the words that are flat or compound with it.

    ``words`` are the words inside the phrase, each with its head.
    """
    inside = {w.start for w, _ in words}
    heads = [w for w, head in words if head.start not in inside or head == w]
    if not heads:
        return span
    top = heads[0]
    kept = [w for w, head in words if w == top or (head == top and w.label in INSIDE and w.upos in ("PROPN", "NOUN"))]
    return min(w.start for w in kept), max(w.end for w in kept)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention in a chain: its words, the part of them that names or is the head, and whether that is a name."""

    span: Span
    words: str
    place: Span
    is_name: bool

    @property
    def is_pronoun(self) -> bool:
        """Whether it is "she", "its" and the like."""
        return self.words.lower() in PRONOUNS


def links_of(chain: list[Mention]) -> Iterator[Link]:
    """What each pronoun and each phrase with "the" refers to: the names, else the other phrases, of its chain."""
    for one in chain:
        definite = one.words.lower().startswith("the ")
        if not (one.is_pronoun or definite):
            continue
        (start, end), apart = one.span, (m for m in chain if m.span[0] != one.span[0] and not m.is_pronoun)
        others = [m for m in apart if not (m.span[0] <= start and end <= m.span[1])]
        named = [m.place for m in others if m.is_name] or [m.place for m in others]
        if named or definite:
            yield Link(*(one.span if one.is_pronoun else one.place), tuple(named))


def chain_links(clusters: list[list[list[Any]]], text: str, sentences: tuple[Sentence, ...]) -> tuple[Link, ...]:
    """The links of all chains of a text."""
    heads = [(word, sentence[word.head]) for sentence in sentences for word in sentence]
    out = []
    for cluster in clusters:
        mentions = []
        for start, end, *_ in cluster:
            words = [(w, head) for w, head in heads if start <= w.start and w.end <= end]
            named = any(w.upos == "PROPN" for w, _ in words)
            mentions.append(Mention((start, end), text[start:end], core((start, end), words), named))
        out += links_of(mentions)
    return tuple(out)


def by_id(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of a file by their ids."""
    return {row["id"]: row for row in rows(path)}


def layered(document: Document, named: dict[str, Any], chains: dict[str, Any] | None, spaced: bool) -> Sample:
    """One text with all that is marked in it; ``spaced``: with the spaces of the file of names."""
    text = named["text"] if spaced else document.text
    sentences = moved(document.sentences, Carrier(document.text, text)) if spaced else document.sentences
    carry = Carrier(named["text"], text)
    names: list[Name] = [(*carry((s, e)), kind) for s, e, kind in named["entities"]]
    links = None
    if chains:
        carry = Carrier(chains["text"], text)
        clusters = [[[*carry((s, e)), kind] for s, e, kind, *_ in cluster] for cluster in chains["clusters"]]
        links = chain_links(clusters, text, sentences)
    return Sample(document.id, text, names=tuple(names), sentences=sentences, links=links)


def tree_samples(corpora: Path, part: str, *, spaced: bool = False, closed: bool = False) -> list[Sample]:
    """EWT and GUM with trees, names and chains; ``closed``: those too whose licence forbids shipping."""
    named = by_id(corpora / "ner" / f"{part}.jsonl")
    chains = by_id(corpora / "coref" / f"gum_{part}.jsonl")
    out = []
    for corpus in ("ewt", "gum"):
        for document in documents(corpora / "parse" / f"{corpus}_{part}.conllu"):
            row = named["UNER-EWT-" + document.id if corpus == "ewt" else document.id]
            if closed or may_ship(row["licence"]):
                out.append(layered(document, row, chains.get(document.id), spaced))
    return out


OWN_KINDS = frozenset({"PER", "ORG", "LOC", "MISC", "NATIONALITY", "WEAPON"})


def own_names(path: Path, text: str) -> tuple[Name, ...]:
    """The places of the names that were listed for one of the project's own reports."""
    from training.align import occurrences

    found: list[Name] = []
    for row in json.loads(path.read_text(encoding="utf8"))["names"]:
        kind = {"OTHER": "MISC"}.get(row["type"], row["type"])
        if kind not in OWN_KINDS:
            raise ValueError(f"{path}: unknown kind of name {kind!r}")
        found += [
            (*span, kind) for spelling in {row["name"], *row["spellings"]} for span in occurrences(text, spelling)
        ]
    kept: list[Name] = []
    for start, end, kind in sorted(found, key=lambda n: (n[0] - n[1], n)):  # the longest first
        if all(end <= s or e <= start for s, e, _ in kept):
            kept.append((start, end, kind))
    return tuple(sorted(kept))


def with_own_names(samples: list[Sample], folder: Path) -> list[Sample]:
    """The project's own reports with their names, where they were listed."""
    out = []
    for sample in samples:
        path = folder / f"{sample.id}.json"
        names = own_names(path, sample.text) if path.exists() else None
        out.append(replace(sample, names=names, kinds=OWN_KINDS))
    return out


OPENERS = frozenset("the a an in at on of to from for and but by as with near after before if when while since".split())
DEMONYM = re.compile(r".*(?:n|i|sh|ese|ns)$")
BEFORE, AFTER = re.compile(r"([\w’'-]+)[ \u00a0]$"), re.compile(r"[ \u00a0]([\w’'-]+)")


def plain_names(entities: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Spelling and kind of what a ledger names, where the spelling is a name and nothing else.

    States are places, as Universal NER has it, also where they act; their adjectives and whoever is told by a common
    noun ("the navy") are left out.
    """
    places = {v for e in entities if e["type"] in ("GPE", "LOC") for v in (e["canonical"], *e["variants"])}
    for entity in entities:
        name, kind = entity["canonical"], {"GPE": "LOC"}.get(entity["type"], entity["type"])
        for spelling in dict.fromkeys((name, *entity["variants"])):
            parts = spelling.split()
            if "’s" in spelling or "'s" in spelling or not (is_capital(parts[0]) and is_capital(parts[-1])):
                continue
            if kind == "PER" and is_post(parts[0]):
                continue
            if kind == "ORG" and (spelling in places or parts[0].lower() in OPENERS):
                continue
            adjective = entity["type"] == "GPE" and spelling != name and spelling[:3] == name[:3]
            if not (adjective and DEMONYM.match(spelling.lower())):
                yield spelling, kind


def is_capital(word: str) -> bool:
    """Whether a word or one of its parts begins with a capital."""
    return any(part[:1].isupper() for part in re.split(r"[-’']", word))


def cluster_names(entities: list[dict[str, Any]], text: str) -> tuple[Name, ...]:
    """The places of the names that the ledger of a cluster of the project's own lists, in one of its reports.

    The ledger names what matters and not all, so what it does not list is to be left open. A name that stands beside
    another word with a capital may be part of a longer one and is left out.
    """
    from training.align import occurrences

    found = {(*span, kind) for spelling, kind in plain_names(entities) for span in occurrences(text, spelling)}
    kept: list[Name] = []
    for start, end, kind in sorted(found, key=lambda n: (n[0] - n[1], n)):  # the longest first
        if any(start < e and s < end for s, e, _ in kept):
            continue
        before, after = BEFORE.search(text[:start]), AFTER.match(text[end:])
        shouted = text[start:end].isupper() and len(text[start:end]) > 1
        alone = not (after and is_capital(after[1])) and not (
            before and is_capital(before[1]) and before[1].lower() not in OPENERS and kind != "PER"
        )
        if shouted or alone:
            kept.append((start, end, kind))
    return tuple(sorted(kept))
