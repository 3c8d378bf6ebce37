"""The words that give a claim its kind: the tables in ``tables/kinds``, a file a kind, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from sayso.types import Span
from sayso.values.openings import begins, opening_at, openings, small

TABLES = Path(__file__).with_name("tables") / "kinds"
CAPITALS = re.compile("[A-ZÀ-ÖØ-ÞĀ-Ž]")
NAME = rf"(?-i:{CAPITALS.pattern})[\w’'-]*"
AROUND = 40  # characters before a match in which a wording that takes it away may begin
OPENING = 4  # letters by which a wording is looked up
ANY, NUMBER = re.compile(r"((?:\\w|\[\\w’'-\])\+)(?=[ ),])"), r"\1(?:[.,]\\d+)*"  # any word of a table may be "1,120"
CAPITAL = "^"
WORD = re.compile(r"(?<![\w-])\w+")  # where a wording may begin


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place in a text whose words give a claim its kind, and what they say happened (``change``)."""

    kind: str
    change: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a kind: its words, and the wordings that take a match away."""

    kind: str
    change: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None
    openings: frozenset[str] = frozenset()  # how its wordings begin, in small letters; empty where one begins otherwise
    finer: frozenset[str] = frozenset()  # the same up to a name, with the words that follow (``values.openings``)
    named: re.Pattern[str] | None = None  # the wordings among them that may begin with a name


@lru_cache(maxsize=1)
def senses() -> tuple[Sense, ...]:
    """Every sense of every kind in the tables."""
    nouns = {
        f"<{name}>": f"(?:{'|'.join(words.split())})"
        for name, words in tomllib.loads((TABLES / "nouns.toml").read_text(encoding="utf8")).items()
    }
    out = []
    for path in sorted(TABLES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf8"))
        for sense in table.get("sense", ()):
            unless = sense.get("unless")
            full = _full(sense["words"], nouns)
            named = [each for each in full if CAPITAL in (beginnings([each]) or ())]
            out.append(
                Sense(
                    table["kind"],
                    sense.get("change", ""),
                    _pattern(full),
                    _pattern(_full(unless, nouns)) if unless else None,
                    beginnings(full) or frozenset(),
                    frozenset(each.split("\x03")[0] for each in openings("|".join(full).replace(NAME, "\x03"))),
                    _pattern(named) if named else None,
                )
            )
    return tuple(out)


def _full(words: list[str], nouns: dict[str, str]) -> list[str]:
    """The wordings of a table as regular expressions, the longest line first."""
    full = []
    for each in sorted(words, key=len, reverse=True):
        for noun, pattern in nouns.items():
            each = each.replace(noun, pattern)
        full.append(ANY.sub(NUMBER, each).replace("<NAME>", NAME).replace("~", r"\w*"))
    return full


def _pattern(full: list[str]) -> re.Pattern[str]:
    """One pattern for all of them, whole words only; any case, except the capitals of a name."""
    return re.compile(rf"(?<![\w-])(?:{_branches(full)})(?:(?<!\w)|(?!\w))", re.IGNORECASE)


def _branches(full: list[str]) -> str:
    """Alternatives in their order; of those in a row that begin with a letter, each letter is tried once."""
    out: list[str] = []
    for plain, run in groupby(full, key=lambda each: re.match(r"[a-z](?![?*{+])", each) is not None):
        by_letter: dict[str, list[str]] = defaultdict(list)
        for each in run:
            by_letter[each[0] if plain else ""].append(each[plain:])
        out += [f"{letter}(?:{'|'.join(rest)})" if letter else "|".join(rest) for letter, rest in by_letter.items()]
    return "|".join(out)


def beginnings(patterns: list[str]) -> frozenset[str] | None:
    """The letters, at most ``OPENING``, with which whatever the patterns match begins; None where that is not plain.

    A whole word is followed by a blank; ``CAPITAL`` stands for any word with a capital.

    >>> sorted(beginnings(["shell(?:ed|ing)", "(?:heavy |the )*losses", "at?e"]))
    ['a', 'heavy ', 'loss', 'shel', 'the ']
    """
    out: set[str] = set()
    for pattern in patterns:
        if pattern.startswith((r"\d", NAME)):
            out |= set("0123456789") if pattern[0] == "\\" else {CAPITAL}
            continue
        found = re.match(r"[a-z]+", pattern)
        if found:
            after = pattern[found.end() :]
            letters = found[0][:-1] if after[:1] in (*"?*{",) else found[0]
            if not letters:
                return None
            whole = after[:1] == " " and after[1:2] not in (*"?*{",)
            out.add(f"{letters} " if whole else letters[:OPENING])
            continue
        end = _group_end(pattern)
        if end is None:
            return None
        rest, counted = pattern[end:], re.match(r"[?*]|\{0", pattern[end:])
        inner = _alternatives(pattern[3 : end - 1])
        if counted:
            inner.append(re.sub(r"^(?:[?*]|\{[\d,]*\})\??", "", rest))
        found_inside = beginnings(inner)
        if found_inside is None:
            return None
        out |= found_inside
    return frozenset(out)


TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.S)  # of a pattern: an escape, a class, or a character


def _group_end(pattern: str) -> int | None:
    """One past the group ``(?:...)`` that a pattern begins with; None where it begins otherwise."""
    if not pattern.startswith("(?:"):
        return None
    depth = 0
    for token in TOKEN.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if not depth:
            return token.end()
    return None


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no group."""
    out, depth = [""], 0
    for token in TOKEN.findall(pattern):
        depth += {"(": 1, ")": -1}.get(token, 0)
        if token == "|" and not depth:
            out.append("")
        else:
            out[-1] += token
    return out


@lru_cache(maxsize=1)
def _by_opening() -> dict[str, tuple[Sense, ...]]:
    """Opening letters -> the senses with a wording that begins with them."""
    out: dict[str, list[Sense]] = defaultdict(list)
    for sense in senses():
        for opening in sense.openings:
            out[opening].append(sense)
    return {opening: tuple(found) for opening, found in out.items()}


@lru_cache(maxsize=8192)  # the same words come again and again
def _tried(letters: str, begun: str, *, capital: bool) -> tuple[tuple[Sense, re.Pattern[str]], ...]:
    """The senses of which a wording may begin at a word, each with what shows first whether one does.

    Args:
        letters: the word in small letters.
        begun: how it and what follows begin (``opening_at``).
        capital: whether it may be a name.
    """
    index = _by_opening()
    keys = [f"{letters} ", *(letters[:size] for size in range(1, min(OPENING, len(letters)) + 1))]
    near = (sense for key in keys for sense in index.get(key, ()) if begins(begun, sense.finer))
    found = {id(sense): (sense, sense.words) for sense in near}
    for sense in index.get(CAPITAL, ()) if capital else ():
        found.setdefault(id(sense), (sense, sense.named or sense.words))
    return tuple(found.values())


def _matches(text: str, span: Span) -> Iterator[tuple[Sense, re.Match[str]]]:
    """Every match of every sense, tried only where a word begins as one of its wordings does."""
    for sense in senses():
        if not sense.openings:
            yield from ((sense, match) for match in sense.words.finditer(text, span.start, span.end))
    ends: dict[int, int] = {}
    plain = small(text)
    for word in WORD.finditer(text, span.start, span.end):
        start, capital = word.start(), CAPITALS.match(word[0]) is not None
        for sense, first in _tried(plain[start : word.end()], opening_at(text, start), capital=capital):
            if ends.get(id(sense), 0) > start or not (match := first.match(text, start, span.end)):
                continue
            if first is sense.words or (match := sense.words.match(text, start, span.end)):
                ends[id(sense)] = max(match.end(), start + 1)
                yield sense, match


def find_triggers(text: str, span: Span) -> list[Trigger]:
    """The triggers inside ``span`` in reading order. Of two of one kind that overlap, the longer stays."""
    found = [
        Trigger(sense.kind, sense.change, Span(m.start(), m.end()), m.group().lower())
        for sense, m in _matches(text, span)
        if m.end() > m.start() and not _taken_away(text, span, sense, m)
    ]
    found.sort(key=lambda t: (t.span.start - t.span.end, t.span.start))
    kept: list[Trigger] = []
    for trigger in found:
        if not any(_clash(trigger, other) for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.span)


def _taken_away(text: str, span: Span, sense: Sense, found: re.Match[str]) -> bool:
    """True where a wording of ``unless`` stands over the match."""
    if sense.unless is None:
        return False
    start = max(span.start, found.start() - AROUND)
    return any(
        m.start() < found.end() and found.start() < m.end() for m in sense.unless.finditer(text, start, span.end)
    )


def _clash(a: Trigger, b: Trigger) -> bool:
    return a.kind == b.kind and a.span.start < b.span.end and b.span.start < a.span.end
