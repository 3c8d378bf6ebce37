"""Long regular expressions without regard to case, tried only where one of their wordings can begin.

The engine would try every alternative at every character. What a wording can begin with, up to five characters, is
read from the expression itself; another expression finds these places fast. What is found stays the same. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

LENGTH = 5
REACH = 40  # characters of a text that hold an opening with all its blanks
MOST = 3000  # beginnings that are kept apart
WIDE = 12  # single characters: what may begin with more is searched for by the expression itself
DIGIT, BLANK, HEAD = "0", " ", "\x02"  # stand for any digit, one blank or more, the beginning of the text
TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|[a-z]*(?:-[a-z]+)?:|<?[=!])|.", re.S)
"""Of an expression: an escape, a class, the beginning of a group, or a character."""

_COUNT = re.compile(r"(?:[?*+]|\{(?:\d*,)?\d*\})\??")
_COUNTS = (("?",), ("*",), ("+",), ("{",))
_NO_WIDTH = frozenset(("^", "$", r"\b", r"\B", r"\A", r"\Z"))
_BLANKS = frozenset((r"\s", r"\t", r"\n"))
_RANGE = re.compile(r"(\w)-(\w)")
_EVEN = re.compile(r"\s+")
ALIKE = str.maketrans({"ı": "i", "İ": "i", "ſ": "s", "\u212a": "k"})  # re.IGNORECASE takes them for these letters

Beginnings = frozenset[tuple[str, bool]]
"""What a part of an expression begins with; True where nothing is known of what follows."""

_EMPTY: Beginnings = frozenset({("", False)})
_UNKNOWN: Beginnings = frozenset({("", True)})


@dataclass(frozen=True, slots=True)
class Wordings:
    """An expression, and where one of its alternatives can begin in a text in small letters."""

    full: re.Pattern[str]
    starts: re.Pattern[str] | None

    @classmethod
    def of(cls, pattern: str, before: str = "", flags: re.RegexFlag = re.IGNORECASE) -> Wordings:
        """From an expression; ``before`` holds at every place where it begins: a boundary, what must not precede."""
        found = openings(pattern)
        narrow = found and sum(len(begun) == 1 for begun in found) <= WIDE
        starts = starts_of(found, before) if narrow else None
        return cls(re.compile(f"{before}(?:{pattern})", flags), starts)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As ``full.search``."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As ``full.finditer``."""
        end = len(text) if end is None else end
        if self.starts is None:
            yield from self.full.finditer(text, start, end)
            return
        places = (place.start() for place in self.starts.finditer(small(text), start, end))
        yield from found_at(self.full, text, places, end)


def found_at(pattern: re.Pattern[str], text: str, places: Iterable[int], end: int) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that begin at one of ``places``, given in order, none within another."""
    reach = 0
    for at in places:
        if at >= reach and (match := pattern.match(text, at, end)):
            yield match
            reach = match.end()


@lru_cache(maxsize=256)  # one text is searched for many things
def small(text: str) -> str:
    """``text`` in small letters, as long as it was."""
    return text.translate(ALIKE).lower()


def starts_of(found: frozenset[str], before: str = "") -> re.Pattern[str]:
    """Finds in a text in small letters what begins as one of ``openings``; ``before`` holds at each such place."""
    return re.compile(before + _tree(found))


def begins(begun: str, found: frozenset[str]) -> bool:
    r"""Whether words that begin so (``opening_at``) may be a wording whose openings are ``found``.

    >>> found = openings(r"(?:the )?monday|\d+ May")
    >>> [begins(opening_at(words, 0), found) for words in ("The Monday", "7  May", "May")]
    [True, True, False]
    """
    return any(begun[:size] in found for size in range(1, LENGTH + 1))


def opening_at(text: str, at: int) -> str:
    """How the words at an offset begin, as ``openings`` has it: small letters, 0 for any digit, a space for blanks."""
    return _opening(_EVEN.sub(BLANK, text[at : at + REACH])[:LENGTH])


@lru_cache(maxsize=8192)
def _opening(words: str) -> str:
    return "".join(map(_plain, words))


def openings(pattern: str) -> frozenset[str]:
    r"""What a match of ``pattern`` can begin with, up to ``LENGTH`` characters; none where that may be anything.

    >>> sorted(openings(r"(?:the )?(?P<day>[Mm]onday)|\d{4}|(?:on|at) May"))
    ['0', 'at ma', 'monda', 'on ma', 'the m']
    >>> openings(r"\w+ ago"), openings("(?:the )?")
    (frozenset(), frozenset())
    """
    found = {begun for begun, _ in _of_tokens(tuple(TOKEN.findall(pattern)))}
    return frozenset() if "" in found else frozenset(found)


@lru_cache(maxsize=1024)  # the same groups stand in many expressions
def _of_tokens(tokens: tuple[str, ...]) -> Beginnings:
    """What one of the alternatives begins with."""
    found: Beginnings = frozenset()
    depth = first = 0
    for at, token in enumerate((*tokens, "|")):
        depth += token.startswith("(")
        depth -= token == ")"
        if token == "|" and not depth:
            found |= _of_sequence(tokens[first:at])
            first = at + 1
    return found


def _of_sequence(tokens: tuple[str, ...]) -> Beginnings:
    if tokens[:1] == ("^",):
        return frozenset(((HEAD, True),))
    found, at = _EMPTY, 0
    while at < len(tokens) and any(not closed for _, closed in found):
        end = _element_end(tokens, at)
        count = _COUNT.match("".join(tokens[end : end + 12])) if tokens[end : end + 1] in _COUNTS else None
        if tokens[at] not in _NO_WIDTH and not re.fullmatch(r"\(\?<?[=!]", tokens[at]):
            found = _joined(found, _counted(_of_element(tokens[at:end]), count[0] if count else ""))
        at = end + (len(count[0]) if count else 0)
    return found


def _element_end(tokens: Sequence[str], at: int) -> int:
    """One past the group that begins at ``at``; one past it where no group does."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += tokens[end].startswith("(")
        depth -= tokens[end] == ")"
        if not depth:
            return end + 1
    return len(tokens)


def _of_element(tokens: tuple[str, ...]) -> Beginnings:
    if not tokens[0].startswith("("):
        return frozenset((char, False) for char in _characters(tokens[0])) or _UNKNOWN
    if tokens[0] == "(" and tokens[1] == "?":  # flags, conditions
        return _UNKNOWN
    return _of_tokens(tokens[1:-1])


def _counted(each: Beginnings, count: str) -> Beginnings:
    """What a part that may be left out or stand more than once begins with."""
    if count not in ("", "?", "??"):
        each = frozenset((begun, closed or begun != BLANK) for begun, closed in each)
    return each | _EMPTY if re.match(r"[?*]|\{0?,|\{0", count) else each


def _joined(found: Beginnings, then: Beginnings) -> Beginnings:
    out = {one for one in found if one[1]}
    for begun in (begun for begun, closed in found if not closed):
        for more, closed in then:
            longer = begun + (more.removeprefix(BLANK) if begun.endswith(BLANK) else more)
            out.add((longer[:LENGTH], closed or len(longer) >= LENGTH))
    return frozenset(out) if len(out) <= MOST else frozenset((begun, True) for begun, _ in found)


def _characters(token: str) -> frozenset[str]:
    """The characters of a class, an escape or a character, in small letters; none where they may be any."""
    if token == r"\d" or token in _BLANKS:
        return frozenset((DIGIT if token == r"\d" else BLANK,))
    if token == "." or (token[0] == "\\" and token[1].isalnum()) or token.startswith("[^"):
        return frozenset()
    if token[0] != "[":
        return frozenset((_plain(token[-1]),))
    inside = token[1:-1].replace(r"\d", DIGIT)
    for blank in _BLANKS:
        inside = inside.replace(blank, BLANK)
    if re.search(r"\\\w", inside):
        return frozenset()
    ends = ((ord(first), ord(last)) for first, last in _RANGE.findall(inside))
    ranged = {_plain(chr(code)) for first, last in ends for code in range(first, last + 1)}
    return frozenset(ranged | {_plain(char) for char in _RANGE.sub("", inside).replace("\\", "")})


def _plain(char: str) -> str:
    return DIGIT if char.isdigit() else BLANK if char.isspace() else small(char)


def _tree(words: Iterable[str]) -> str:
    """An expression for the first character of any of ``words``, where the others follow it."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        after[word[0]].add(word[1:])
    parts = []
    for char, rest in sorted(after.items()):
        first = {DIGIT: r"\d", BLANK: r"\s+", HEAD: r"\A"}.get(char) or re.escape(char)
        parts.append(first if "" in rest else f"{first}(?={_tree(rest)})")
    return f"(?:{'|'.join(parts)})"
