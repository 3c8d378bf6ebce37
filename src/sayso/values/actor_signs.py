"""The capitalised names of reports, and the signs beside each of what it names: a state, a movement, a seat, a person.

A sign is a word before or after a name, a word in it, or where it stands; actors.py weighs them. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.values.demonyms import is_people_of
from sayso.values.name_parts import is_post
from sayso.values.openings import openings, small, starts_of
from sayso.values.party_words import COMMON, NAMES, START, party_words

BODY_NOUNS = frozenset(
    """staff command council assembly secretariat corps division brigade battalion regiment ministry army navy force
    forces front movement guard guards agency office bureau committee commission party union league alliance coalition
    mission police directorate radio television house palace court""".split()
)
"""Nouns at the end of the name of a body, before which the adjective of its state may stand."""

_RUN = re.compile(START + NAMES)
_HEADLINE = re.compile(r"(?<= )(?:Of|In|Is|At|By|And|The|For|To|On|As|After|From|With|Are|Not|But|Has|Its)(?= |$)")
"""A small word with a capital is one of a line that was all in capitals, in which no name can be told from the rest."""

_POSSESSIVE = re.compile(r"(?<!People)(?<!Women)(?<!Lord)(?:['’ʼ]s|(?<=s)['’ʼ])$")
_WORD = re.compile(r"[\w’'ʼ-]+|[^\w\s]")
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-ÿ]{4,}(?![\w’'-])")
_STARTS = frozenset('.!?:\n“"„«”')
_LINKS = frozenset("of for the de del al du des".split())
_SHARED = 4
"""So many letters at the beginning make two names near: Anbaran, Anbar."""


@dataclass(slots=True)
class Seen:
    """One name over all reports: how often it stands, in which reports, with which signs how often."""

    count: int = 0
    reports: set[int] = field(default_factory=set)
    signs: Counter[str] = field(default_factory=Counter)


def names_in(text: str, common: frozenset[str] = frozenset()) -> Iterator[tuple[str, int, int, str]]:
    """Each capitalised name of a calm text (party_words): form, start, end, the titles cut off before it.

    A possessive parts two names ("Ostraya's Hill Guard"), and so does "of" after a title ("Colonel Sark of the Hill
    Guard"). The first word of a body stands for itself too ("Ostrayan Border Guard"), and so does what follows "of".

    Args:
        text: a calm text.
        common: words that stand in small letters somewhere; at the head of a sentence they belong to no name.
    """
    for run in _RUN.finditer(text):
        if _HEADLINE.search(run.group()):
            continue
        for start, end in _pieces(run):
            cut = _without_titles(text[start:end])
            before = text[start : start + cut].split()
            title = text[start : start + cut].strip().lower() if any(map(is_post, before)) else ""
            if not cut and text[start:end].split()[0].casefold() in common and _opens(text, start):
                cut = len(re.match(r"\S+ ?", text[start:end])[0])  # type: ignore[index]
                title = ""
            yield from _named(text, start + cut, end, title)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins at ``start``."""
    before = text[max(0, start - 2) : start]
    return start == 0 or "\n" in before or before.rstrip(" ")[-1:] in _STARTS


def _named(text: str, start: int, end: int, title: str) -> Iterator[tuple[str, int, int, str]]:
    """The name between two offsets and those within it that stand for themselves."""
    name = text[start:end]
    of = _OF.search(name)
    if of and title:
        yield from (
            (name[: of.start()], start, start + of.start(), title),
            (name[of.end() :], start + of.end(), end, ""),
        )
        return
    if name:
        yield name, start, end, title
    if of:
        yield name[of.end() :], start + of.end(), end, ""
    first, _, rest = name.partition(" ")
    if rest and len(first) > 3 and {word.lower() for word in re.split("[ -]", rest)} & BODY_NOUNS:
        yield first, start, start + len(first), ""


_OF = re.compile(r" of (?:the )?")


def _pieces(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    start = run.start()
    for word in re.finditer(r"\S+", run.group()):
        if found := _POSSESSIVE.search(word.group()):
            yield start, run.start() + word.start() + found.start()
            start = run.start() + word.end() + 1
    if start < run.end():
        yield start, run.end()


def _without_titles(name: str) -> int:
    """Where a name begins after titles and words that only open a sentence; its length where nothing is left."""
    words = list(re.finditer(r"\S+", name))
    for word, after in zip(words, [*words[1:], None], strict=True):
        plain = word.group()
        if after is not None and after.group().lower() in BODY_NOUNS and plain in ("General", "Major", "Royal"):
            return word.start()
        if plain in _IN_BODIES and after is not None and after.group() not in _NO_NAMES:
            return word.start()
        if plain not in COMMON and not is_post(plain) and re.search(r"[^\W\d]", plain):
            return word.start()
        if after is not None and not after.group()[0].isupper():
            return len(name) if plain in COMMON else word.start()
    return len(name)


_IN_BODIES = frozenset(
    """North South East West Northern Southern Eastern Western Central New Old Upper Lower Army Government State
    National Federal Armed Security Council Parliament Senate Committee Commission One Two Three Four Five Six Seven
    Eight Nine Ten First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Arab African European Asian Muslim
    Christian Islamic Air Foreign Defence Defense Interior Ministry Authority""".split()
)
"""Words that a body's name may begin with, where more than a title follows."""

_NO_NAMES = frozenset("Minister Ministers Secretary Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of all reports with what stands beside it, and those of one word by their first letters."""

    seen: Mapping[str, Seen]
    near: Mapping[str, Sequence[str]]
    longer: Mapping[str, Sequence[str]]
    reports: int


def read_names(texts: Sequence[str]) -> Names:
    """Every name of calm ``texts`` with its signs over all of them."""
    seen: defaultdict[str, Seen] = defaultdict(Seen)
    common = frozenset(word for text in texts for word in _SMALL.findall(text))
    for number, text in enumerate(texts):
        for name, start, end, title in names_in(text, common):
            one = seen[name]
            one.count += 1
            one.reports.add(number)
            one.signs.update(set(_around(text, start, end, title)))
    near: defaultdict[str, list[str]] = defaultdict(list)
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for name in seen:
        if " " not in name:
            near[name[:_SHARED].casefold()].append(name)
        else:
            longer[name.split()[-1]].append(name)
            longer[name.split()[0]].append(name)
    return Names(dict(seen), near, longer, len(texts))


def signs_of(name: str, names: Names) -> dict[str, float]:
    """The signs of one name with their values: in what share of its places it has them; more where it stands often."""
    seen = names.seen[name]
    sure = min(2.0, seen.count**0.5) / seen.count
    out = {sign: count * sure for sign, count in seen.signs.items()}
    out |= dict.fromkeys(_within(name), 1.0)
    out["count"] = min(seen.count, 16) / 8
    out["spread"] = len(seen.reports) / max(names.reports, 1)
    if " " not in name:
        out |= dict.fromkeys(_beside_others(name, names), 1.0)
    return out


def _beside_others(name: str, names: Names) -> Iterator[str]:
    """Signs of a name of one word in the other names: who has a people, whose family name stands in a longer one."""
    for other in names.near[name[:_SHARED].casefold()]:
        if other == name or other.casefold() == name.casefold():
            continue
        if is_people_of(other, name):
            yield "has people"
        elif is_people_of(name, other):
            yield "is people"
        elif other.startswith(name[: max(_SHARED, len(name) - 3)]):
            yield f"like {'longer' if len(other) > len(name) else 'shorter'}"
    for other in names.longer.get(name, ())[:4]:
        if other.startswith(name):
            yield "begins longer"
            yield f"begins {other.split()[-1].lower()}"
        else:
            yield "ends longer"
            yield from (f"longer {sign}" for sign in names.seen[other].signs if sign[:2] in ("t=", "a="))


def _within(name: str) -> Iterator[str]:
    """Signs in the name itself."""
    words = re.split(r"[ -]", name.lower())
    yield f"words={min(len(words), 5)}"
    if len(words) > 1:
        yield from (f"w={word}" for word in words)
        yield f"first={words[0]}"
        yield f"last={words[-1]}"
        yield from (f"named for {what}" for what, talk in _TALK.items() if talk.search(name))
        if any(word in _LINKS for word in words[1:-1]):
            yield "linked"
    else:
        yield from (f"end={words[0][-length:]}" for length in (1, 2, 3))
    if name.isupper() and 1 < len(name) < 8 and len(words) == 1:
        yield "acronym"


@lru_cache(maxsize=1)
def _says() -> re.Pattern[str]:
    return re.compile(rf" (?:itself |has |had |also |still )?{party_words().says}")


@lru_cache(maxsize=1)
def _organ() -> re.Pattern[str]:
    return re.compile(rf"(?:['’ʼ]s?)? (?:[\w-]+ ){{0,2}}?{party_words().organ}", re.IGNORECASE)


_DATED = re.compile(r"[^.\n]{0,40}\(|,? \d{1,2} |, [A-Z][a-z]+ \d|[,/] ?[A-Z]")
_LINE_START = re.compile(r"(?:^|\n)[^.\n]{0,40}$")


def _around(text: str, start: int, end: int, title: str) -> Iterator[str]:
    """The words beside a name as signs: "p=in" before it, "n=forces" after it, "a=movement" in an apposition."""
    yield from _before(text, start, title)
    yield from _after(text, end)
    sentence = _sentence(text, start, end)
    begun = [place.start() for place in _talk_starts().finditer(small(sentence))]
    yield from (f"talk of {what}" for what, words in _TALK.items() if any(words.match(sentence, at) for at in begun))
    if _says().match(text, end):
        yield "says"
    if _organ().match(text, end):
        yield "organ after"
    if start < 200 and text[start - 1 : start] == "(":
        yield "in head brackets"
    line = text[: start - len(title)].rpartition("\n")[2].strip(' “"*#-'), text[end:].partition("\n")[0].strip(' ”"*.')
    if line[0] in ("", "The") and not line[1]:
        yield "own line"
    if start < 300 and _DATED.match(text[end : end + 60]) and _LINE_START.search(text[max(0, start - 60) : start]):
        yield "dateline"


_TALK = {
    what: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for what, words in {
        "relief": r"clinic|hospital|patient|treat(?:ed|s|ing)|medic|doctor|nurs|bod(?:y|ies)\b|convoys?|food|aid\b|"
        r"humanit|ambulance|relief|volunteer|shelter|displaced|refugee|donor|charit|injur|health",
        "watch": r"monitor|observ|overs(?:ee|aw)|mediat|inspect|verif|record|register|neutral|independent|impartial|"
        r"mission|investigat|both sides|talks",
        "fight": r"fighter|gunm[ae]n|rebel|insurgen|guerrill|ambush|seiz|captur|overran|militia|weapon|checkpoint|"
        r"arms\b|attack|movement|column|stronghold|ranks",
        "rule": r"parliament|decree|govern|minist|president|capital|embass|border|sovereign|elect|law\b|treaty|cabinet",
        "print": r"reporter|newspaper|editor|correspond|publish|journal|broadcast|bulletin|readers|seen by|told the",
    }.items()
}


@lru_cache(maxsize=1)
def _talk_starts() -> re.Pattern[str]:
    """Finds in a text in small letters where any of these words may begin."""
    return starts_of(openings("|".join(words.pattern for words in _TALK.values())), before=r"\b")


def _sentence(text: str, start: int, end: int) -> str:
    """What stands near a name in its sentence."""
    left = re.split(r"[.!?\n]", text[max(0, start - 100) : start])[-1]
    right = re.split(r"[.!?\n]", text[end : end + 100])[0]
    return f"{left} {right}"


def _before(text: str, start: int, title: str) -> Iterator[str]:
    before = _WORD.findall(text[max(0, start - 60) : start - len(title) if title else start])[-4:]
    first = before[-1].lower() if before else "^"
    if _opens(text, start):
        first = f"^{first}" if first in ("“", '"', "„", "«", ":") else "^"
    yield f"p={first}"
    if len(before) > 1 and first[0] != "^":
        yield f"p={before[-2].lower()} {first}"
        if len(before) > 2 and before[-2].lower() in ("the", "a", "of", "its", "their", "in"):
            yield f"pp={before[-3].lower()}"
        yield from (f"b={word.lower()}" for word in before[:-1] if word.isalpha())
    if before and before[-1][0].isupper() and first[0] != "^":
        yield "cap before"
    if title:
        yield "titled"
        yield f"t={title.split()[-1]}"


def _after(text: str, end: int) -> Iterator[str]:
    own = re.match(r"['’ʼ]s\b|(?<=s)['’ʼ](?= )", text[end:]) if text[end : end + 1] in "'’ʼ" else None
    if own:
        yield "owns"
        end += own.end()
    after = _WORD.findall(text[end : end + 80])[:5]
    first = after[0].lower() if after else "$"
    yield f"{'o' if own else 'n'}={first}"
    if len(after) > 1:
        yield f"n={first} {after[1].lower()}"
        if first not in (",", ".", "(") and after[1].isalpha():
            yield f"n2={after[1].lower()}"
    if first in (",", "(", "–", "—", "-"):
        yield from (f"a={word.lower()}" for word in after[1:5] if word.isalpha())
