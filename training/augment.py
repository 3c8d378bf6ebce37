"""Texts made harder, as wires and web pages make them: quotation marks changed or lost, case lost, titles dropped.

Every change is a list of edits; spans are carried through them.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from training.corpora import Attribution, Link, Sample
from training.parses import Span

Edit = tuple[int, int, str]  # start, end, what stands there afterwards
MARKS = '"“”„«»'
OPENING = re.compile(r"(?:^|(?<=[\s(\[:–—-]))[" + MARKS + "]")
ANY_MARK = re.compile("[" + MARKS + "]")
STYLES = [
    ('"', '"'),
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("''", "''"),
    ("'", "'"),
    ("``", "''"),
    ("« ", " »"),
    ("“ ", " ”"),
]


LOOKALIKES = {"l": "1I", "I": "l1", "O": "0", "0": "O", "e": "c", "c": "e", "rn": "m", "m": ["rn"], "S": "5", "B": "8"}
MISREAD = re.compile("|".join(LOOKALIKES))
FAR = 1200  # characters between a pronoun and the name that it stands for
PLAIN_BEFORE = re.compile(r"(?:[a-z]|[,;:—–-]|[.!?”\"]\s*|\n)\s*$")  # no title, no given name
SUBJECT_BEFORE = re.compile(r"(?:^|[.!?\n”\"]|\b(?:that|and|but|as|while|when|because))[\s“\"]*$")
VERB_AFTER = re.compile(r"\s+(?:said|says|told|added|was|is|had|has|would|will|did|also|denied|called|[a-z]+ed)\b")
SWAPPED = ("PER", "ORG", "LOC")
WORDLY = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*")  # words of letters alone, each with a capital
LINE_BEFORE = re.compile(r"(?:^|[.!?\n])[\s“”\"]*$")


@dataclass(frozen=True, slots=True)
class Chances:
    """How often each change is made to a text."""

    marks: float
    lower: float
    capitals: float
    no_title: float
    joined: float = 0.0  # sentences that stand on lines of their own, run together
    scanned: float = 0.0  # letters misread, as from a scan
    pronouns: float = 0.0  # names that come again, replaced by a pronoun
    renamed: float = 0.0  # some names replaced by others of their kind


def edited(sample: Sample, edits: list[Edit]) -> Sample:
    """The sample after some edits that do not overlap; spans that vanish are dropped."""
    parts: list[str] = []
    moved: list[int] = []
    before = length = 0
    for start, end, new in [*sorted(edits), (len(sample.text), len(sample.text), "")]:
        kept = sample.text[before:start]
        parts += [kept, new]
        moved += range(length, length + len(kept))
        length += len(kept)
        moved += [length] * (end - start)
        length += len(new)
        before = end
    moved.append(length)

    def carry(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        carried = ((moved[start], moved[end]) for start, end in spans)
        return tuple((start, end) for start, end in carried if end > start)

    text = "".join(parts)
    attributions = sample.attributions and tuple(
        Attribution(carry(a.source), carry(a.cue), carry(a.content)) for a in sample.attributions
    )
    names = sample.names and tuple(
        (moved[start], moved[end], kind) for start, end, kind in sample.names if moved[end] > moved[start]
    )
    sentences = sample.sentences and tuple(
        tuple(replace(word, start=moved[word.start], end=moved[word.end]) for word in sentence)
        for sentence in sample.sentences
    )
    links = sample.links and tuple(
        Link(moved[link.start], moved[link.end], carry(link.targets))
        for link in sample.links
        if moved[link.end] > moved[link.start]
    )
    carried = replace(sample, text=text, attributions=attributions, names=names, masked=carry(sample.masked))
    return replace(carried, sentences=sentences, links=links)


def other_marks(sample: Sample, chance: random.Random) -> Sample:
    """Other quotation marks, or none, or some of them lost."""
    opening = {m.start() for m in OPENING.finditer(sample.text)}
    places = [m.start() for m in ANY_MARK.finditer(sample.text)]
    way = chance.choice(["style", "style", "none", "some"])
    if way == "style":
        left, right = chance.choice(STYLES)
        return edited(sample, [(i, i + 1, left if i in opening else right) for i in places])
    lost = places if way == "none" else [i for i in places if chance.random() < 0.4]
    return edited(sample, [(i, i + 1, "") for i in lost])


def without_title(sample: Sample) -> Sample:
    """The text after its first blank line."""
    title = re.match(r"[^\n]+\n\n+", sample.text)
    return edited(sample, [(0, title.end(), "")]) if title and title.end() < len(sample.text) else sample


def joined(text: str, chance: random.Random) -> str:
    """Lines run together into paragraphs; the text keeps its length."""
    return "".join(" " if c == "\n" and chance.random() < 0.8 else c for c in text)


def scanned(sample: Sample, chance: random.Random) -> Sample:
    """Some letters misread."""
    places = [m for m in MISREAD.finditer(sample.text) if chance.random() < 0.02]
    return edited(sample, [(*m.span(), chance.choice(LOOKALIKES[m.group()])) for m in places])


def with_pronouns(sample: Sample, chance: random.Random) -> Sample:
    """Persons who are named again, some of them as "he" or "she"; what the pronoun stands for is marked."""
    persons = [(s, e) for s, e, kind in sample.names or () if kind == "PER"]
    gender: dict[str, tuple[str, str, str]] = {}
    edits, links, gone = [], [], set()
    for start, end in persons:
        surname = sample.text[start:end].split()[-1]
        earlier = [(s, e) for s, e in persons if e <= start and sample.text[s:e].split()[-1] == surname]
        earlier = [span for span in earlier if span not in gone and start - span[0] < FAR]
        if not earlier or not PLAIN_BEFORE.search(sample.text[:start]) or chance.random() < 0.4:
            continue
        subject, other, own = gender.setdefault(surname, chance.choice([("he", "him", "his"), ("she", "her", "her")]))
        possessive = re.match(r"['’]s\b", sample.text[end:])
        first = SUBJECT_BEFORE.search(sample.text[:start])
        word = own if possessive else subject if first or VERB_AFTER.match(sample.text[end:]) else other
        edits.append(
            (
                start,
                end + (2 if possessive else 0),
                word.capitalize() if LINE_BEFORE.search(sample.text[:start]) else word,
            )
        )
        links.append(Link(start, end + (2 if possessive else 0), tuple(earlier)))
        gone.add((start, end))
    names = tuple(n for n in sample.names or () if (n[0], n[1]) not in gone)
    return edited(replace(sample, names=names, links=(*(sample.links or ()), *links)), edits)


Pool = dict[tuple[str, int], list[str]]  # names by kind and number of words


def name_pool(samples: list[Sample]) -> Pool:
    """The persons, organisations and places of some texts, each spelling once."""
    found = {(kind, sample.text[s:e]) for sample in samples for s, e, kind in sample.names or () if kind in SWAPPED}
    pool: Pool = {}
    for kind, name in sorted(found):
        if WORDLY.fullmatch(name):
            pool.setdefault((kind, len(name.split(" "))), []).append(name)
    return pool


def renamed(sample: Sample, pool: Pool, chance: random.Random) -> Sample:
    """Four in ten names replaced, all through, by others of their kind and length, word for word."""
    others: dict[str, str] = {}
    edits: list[Edit] = []
    for start, end, kind in sample.names or ():
        name = sample.text[start:end]
        choices = pool.get((kind, len(name.split(" "))), [])
        if not choices or not WORDLY.fullmatch(name):
            continue
        if name not in others:
            others[name] = chance.choice(choices) if chance.random() < 0.4 else name
        if others[name] != name:
            for word, new in zip(re.finditer(r"[^ ]+", name), others[name].split(" "), strict=True):
                edits.append((start + word.start(), start + word.end(), new))
    return edited(sample, edits)


def augmented(sample: Sample, chances: Chances, chance: random.Random, pool: Pool | None = None) -> Sample:
    """The sample with changes drawn by chance; ``pool``: the names that may stand in for others."""
    if pool and chance.random() < chances.renamed:
        sample = renamed(sample, pool, chance)
    if chance.random() < chances.joined:
        sample = replace(sample, text=joined(sample.text, chance))
    if chance.random() < chances.no_title:
        sample = without_title(sample)
    if chance.random() < chances.marks:
        sample = other_marks(sample, chance)
    if sample.names and sample.sentences is None and chance.random() < chances.pronouns:
        sample = with_pronouns(sample, chance)
    if chance.random() < chances.scanned:
        sample = scanned(sample, chance)
    drawn = chance.random()
    if drawn < chances.lower:
        sample = replace(sample, text="".join(c.lower() if len(c.lower()) == 1 else c for c in sample.text))
    elif drawn < chances.lower + chances.capitals:
        sample = replace(sample, text="".join(c.upper() if len(c.upper()) == 1 else c for c in sample.text))
    return sample
