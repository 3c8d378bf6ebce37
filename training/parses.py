"""CoNLL-U files as documents: words with their places in the text, one text for every layer that marks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One word of a tree: its place in the text, tag, head (a place in its sentence; itself for the root), label."""

    start: int
    end: int
    upos: str
    head: int
    label: str


Sentence = tuple[Parsed, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its sentences joined by line breaks."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]


def blocks(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """``(document, text, rows)`` of every sentence."""
    document, text, rows = "", "", []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# newdoc id = "):
            document = line[14:]
        elif line.startswith("# text = "):
            text = line[9:]
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield document, text, rows
            rows = []
    if rows:
        yield document, text, rows


def places(text: str, rows: list[list[str]]) -> dict[str, Span]:
    """Where each word stands, by its number. Words written as one are cut where their forms allow it."""
    at, out = 0, {}
    joined_until, joined_end = 0, 0
    for row in rows:
        number, form = row[0], row[1]
        if "." in number:
            continue
        if "-" in number:
            at = text.index(form, at)
            joined_until, joined_end = int(number.split("-")[1]), at + len(form)
            continue
        if int(number) <= joined_until:
            last = int(number) == joined_until
            end = joined_end if last else min(joined_end, at + len(form))
            out[number] = (min(at, joined_end - 1), max(end, min(at, joined_end - 1) + 1))
            at = end
            continue
        start = text.index(form, at)
        at = start + len(form)
        out[number] = (start, at)
    return out


def sentence_of(text: str, rows: list[list[str]], shift: int) -> Sentence:
    """One tree."""
    where = places(text, rows)
    order = {number: i for i, number in enumerate(where)}
    out = []
    for row in rows:
        if row[0] not in where:
            continue
        start, end = where[row[0]]
        head = order[row[0]] if row[6] == "0" else order[row[6]]
        out.append(Parsed(start + shift, end + shift, row[3], head, row[7]))
    return tuple(out)


def documents(path: Path) -> list[Document]:
    """Every document of a file."""
    texts: dict[str, list[str]] = {}
    sentences: dict[str, list[Sentence]] = {}
    lengths: dict[str, int] = {}
    for name, text, rows in blocks(path):
        shift = lengths.get(name, 0)
        sentences.setdefault(name, []).append(sentence_of(text, rows, shift))
        texts.setdefault(name, []).append(text)
        lengths[name] = shift + len(text) + 1
    return [Document(name, "\n".join(parts), tuple(sentences[name])) for name, parts in texts.items()]
