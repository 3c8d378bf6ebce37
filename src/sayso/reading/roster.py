"""Who is who in one report: persons with every spelling, gender and posts, and the bodies named in it.

Built from the names that the model found and the words around them, before any statement is given a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.types import Span
from sayso.values.name_parts import strip_titles
from sayso.values.names import SAME, compare_names
from sayso.values.office_holders import NO_SIDE, holder_of_office
from sayso.values.on_board import load_table
from sayso.values.party_tables import world

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
LINK = frozenset("of the for to in and de del la le du des der von van at s his her its their a an".split())
APPOSITION = re.compile(
    r",? ?\(?(?=[a-z])((?:who|which)\b[^,.;:“”\"]{3,70}|(?:the |a |an |its |his |her )?[^,.;:“”\"()]{3,80})"
)
PREMIER = re.compile(r"\b(?:prime[ -]minister|head of (?:the )?government)\b", re.I)
STATE_HEAD = re.compile(r"\bhead of (?:the )?state\b", re.I)
SPOKEN_AFTER = re.compile(
    r"(?:,? )?(?:said|told|says|wrote|added|announced|stated|declared|reported|also|had|has|was|is|on|in|at|"
    r"you|he|she|they|we)\b"
)


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The table of sources: words for persons by gender, for bodies, for the independent, and the patterns."""

    gender: dict[str, str]
    bodies: frozenset[str]
    rulers: frozenset[str]
    forces: frozenset[str]
    independent: frozenset[str]
    independent_bodies: re.Pattern[str]
    own_voice: re.Pattern[str]
    press: frozenset[str]
    interviewers: frozenset[str]
    answerers: frozenset[str]
    anonymity: re.Pattern[str]
    about: re.Pattern[str]


@lru_cache(maxsize=1)
def source_words() -> SourceWords:
    """The table on board, read once."""
    data = load_table("sources", "reading")
    persons = data["persons"]
    gender = {word: kind for kind in ("either", "woman", "man") for word in persons[kind].split()}
    bodies = "|".join(re.escape(name) for name in data["independent"]["bodies"])
    return SourceWords(
        gender,
        frozenset(data["bodies"]["words"].split()),
        frozenset(data["bodies"]["rulers"].split()),
        frozenset(data["bodies"]["forces"].split()),
        frozenset(data["independent"]["words"].split()),
        re.compile(rf"(?<!\w)(?:{bodies})(?!\w)"),
        re.compile(data["voice"]["own"], re.I),
        frozenset(data["voice"]["press"].split()),
        frozenset(data["voice"]["interviewers"].split()),
        frozenset(data["voice"]["answerers"].split()),
        re.compile(data["wording"]["anonymity"], re.I),
        re.compile(data["wording"]["about"], re.I),
    )


@dataclass(slots=True)
class Person:
    """A person in one report: fullest form, where named, the words that describe them, "man", "woman" or ""."""

    name: str
    spans: list[Span] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    gender: str = ""

    @property
    def roles(self) -> set[str]:
        """The words for posts in all descriptions: {"colonel", "spokesman"}."""
        return {word for post in self.posts for word in role_words(post)}


@dataclass(frozen=True, slots=True)
class Roster:
    """Persons and bodies of one report, each in the order in which they are first named."""

    persons: tuple[Person, ...]
    bodies: tuple[tuple[str, Span], ...]
    places: tuple[tuple[str, Span], ...]

    def expand(self, acronym: str) -> str:
        """The body whose initials ``acronym`` are, as this report names it; the acronym itself if there is none."""
        for name, _ in self.bodies:
            initials = "".join(word[0] for word in WORD.findall(name) if word[0].isupper())
            if initials == acronym and len(acronym) > 1 and name != acronym:
                return name
        return acronym

    def person_named(self, name: str) -> Person | None:
        """The person whom ``name`` means, by its sound; None for nobody in this report."""
        return next((p for p in self.persons if is_same_person(name, p.name)), None)

    def person_at(self, span: Span) -> Person | None:
        """The first person named inside ``span``."""
        found = [(s.start, i) for i, p in enumerate(self.persons) for s in p.spans if _overlap(s, span)]
        return self.persons[min(found)[1]] if found else None


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in lower case, possessive endings cut."""
    words = [word.lower() for word in WORD.findall(phrase)]
    return [POSSESSIVE.sub("", word) if word[-1] in "s’'" else word for word in words]


def without_name(phrase: str, name: str) -> str:
    """A source phrase without the person's own name, which may sound like a country ("Liban", "Georgia")."""
    own = {word.casefold() for word in name.split()}
    return " ".join(word for word in phrase.split() if word.strip(",.’'").casefold() not in own)


POSSESSIVE = re.compile(r"[’']s?$")


def role_words(phrase: str) -> list[str]:
    """The words for persons: "the army's spokesman, Brigadier" -> spokesman, brigadier; not in "General Staff"."""
    words = words_of(PREMIER.sub("premier", STATE_HEAD.sub("president", phrase)))
    return [
        word
        for word, after in zip(words, [*words[1:], ""], strict=False)
        if word in source_words().gender
        and not (word in ("general", "chief", "director") and after in source_words().bodies)
    ]


def gender_of(phrase: str) -> str:
    """The gender that a description gives away, "" where it does not."""
    found = {source_words().gender[word] for word in role_words(phrase)} - {"either"}
    return found.pop() if len(found) == 1 else ""


def is_same_person(a: str, b: str) -> bool:
    """Whether two names may mean one person of a report: the same sounds, or a family name alone."""
    if a.casefold() == b.casefold():
        return True
    return compare_names(a, b, "PER").score >= SAME


def build_roster(text: str, names: Iterable[tuple[str, Span]]) -> Roster:
    """The roster of a report. ``names`` holds type (PER, ORG, LOC, MISC) and place of every name."""
    ordered = sorted(names, key=lambda each: each[1])
    persons = [span for kind, span in ordered if kind == "PER"]
    return Roster(
        tuple(_persons(text, persons)),
        tuple((text[s.start : s.end], s) for kind, s in ordered if kind == "ORG"),
        tuple((text[s.start : s.end], s) for kind, s in ordered if kind == "LOC"),
    )


OF_A_GROUP = re.compile(
    r" (?:rebels?|insurgents?|fighters?|forces|militia(?:men)?|movement|military (?:source|spokes\w+|official)s?|"
    r"officials?|media|group|administration|authorities)\b"
)
"""What after a lone name makes it that of a group, though one who leads it may bear it, too: "Orlin rebels"."""


def _persons(text: str, spans: list[Span]) -> list[Person]:
    """Longest names first, so that a family name alone finds its bearer; then back in reading order."""
    out: list[Person] = []
    for span in sorted(spans, key=lambda s: (-len(WORD.findall(strip_titles(text[s.start : s.end]))), s.start)):
        name = tidy_name(text[span.start : span.end])
        if not name or set(words_of(name)) <= source_words().bodies:  # "General | Command" is nobody
            continue
        if " " not in name and OF_A_GROUP.match(text, span.end):
            continue
        person = _bearer(name, span, out) or _first_named(name, out)
        if person is None:
            person = Person(name)
            out.append(person)
        person.spans.append(span)
    for person in out:
        person.spans += _by_family_name(text, person.name, person.spans)
        person.spans.sort()
        person.posts = [post for span in person.spans for post in posts_at(text, span) if post]
        person.gender = next((g for g in map(gender_of, person.posts) if g), "")
    return sorted(out, key=lambda p: p.spans[0])


def _bearer(name: str, at: Span, persons: Iterable[Person]) -> Person | None:
    """The one whom a name means: of several with one family name, who is named last before where it stands alone."""
    alike = [person for person in persons if is_same_person(name, person.name)]
    if len(alike) < 2 or " " in name:
        return next(iter(alike), None)
    return max(alike, key=lambda person: max((s.start for s in person.spans if s.start < at.start), default=-1))


def _by_family_name(text: str, name: str, known: Iterable[Span]) -> list[Span]:
    """Where a person stands under a family name that is a people's name as well: "Turk said" after "Volker Turk"."""
    family = name.split()[-1]
    entry = world().get(family) if " " in name else None
    if entry is None or entry.by != "demonym":
        return []
    lone = re.compile(
        rf"(?<![\w-]){re.escape(family)}(?=(?:,|\.| (?:also|has|had|is|was|did)\b|"
        r" (?:said|says|told|added|wrote|called|warned|urged|noted|condemned|denied|confirmed|accused|claimed)\b))"
    )
    spans = (Span(match.start(), match.end()) for match in lone.finditer(text))
    return [span for span in spans if not any(_overlap(span, each) for each in known)]


def _first_named(name: str, persons: Iterable[Person]) -> Person | None:
    """The only one whose full name begins with ``name``: "Redwan" for Redwan Hussein, "Hussein" being his father."""
    found = [person for person in persons if person.name.startswith(f"{name} ")]
    return found[0] if len(found) == 1 else None


def tidy_name(name: str) -> str:
    """A person's name without titles and a possessive ending: "President Tskalobeli's" -> "Tskalobeli"."""
    bare = strip_titles(re.sub(r"[’']s?$", "", name.strip(' ,.“”"')))
    return re.sub(r"\s+", " ", bare)


def posts_at(text: str, span: Span) -> list[str]:
    """The words that describe the person named at ``span``: titles before it, an apposition after it."""
    return [before_name(text, span), after_name(text, span)]


def before_name(text: str, span: Span) -> str:
    """Titles and body right before a name, as `the Ruzhenian Defence Ministry's spokeswoman,`."""
    left = re.split(r"[.;:!?“”\"()\n–—]", CUT_SHORT.sub(r"\1", text[max(0, span.start - 100) : span.start]))[-1]
    tokens = list(re.finditer(r"[^\s,]+|,", left))
    kept = len(left)
    for token in reversed(tokens):
        word = token[0]
        if word == ",":
            if not set(words_of(left[: token.start()])[-3:]) & set(source_words().gender):
                break
            continue
        plain = words_of(word)
        known = bool(plain) and (
            plain[0] in source_words().gender or plain[0] in source_words().bodies or plain[0] in LINK
        )
        if not (known or word[:1].isupper() or word.lower() in DESCRIBING):
            break
        kept = token.start()
    phrase = left[kept:].strip(" ,")
    return phrase if role_words(phrase) or re.search(r"[’']s$", phrase) else ""


CUT_SHORT = re.compile(r"\b(St|Capt|Cmdr|Lt|Col|Gen|Maj|Sgt|Cpl|Adm|Brig)\.(?= )")
DESCRIBING = frozenset(
    "foreign defence defense interior military prime vice deputy former acting senior chief general army naval air "
    "presidential governmental government state regional local opposition finance information health federal "
    "first second "
    "political rebel interim ruling national official separatist outgoing new".split()
)


def after_name(text: str, span: Span) -> str:
    """An apposition after a name: ", spokesman for the Ministry of Defence", ", who heads the Council"."""
    land = re.compile(r" of (?:the )?[A-ZÀ-Þ][\w-]+").match(text, span.end)
    if land:
        return land[0].strip()
    match = APPOSITION.match(text, span.end) if text[span.end : span.end + 2] in (", ", " (") else None
    if match is None or SPOKEN_AFTER.match(match[1]):
        return ""
    words = role_words(match[1])
    return match[1].strip() if words or match[1].startswith("who ") else ""


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def in_office(name: str) -> tuple[str, str] | None:
    """Whom the holder of an office speaks for, and the reason: "Peskov", "Kokoity's administration"."""
    owner = re.match(r"([A-ZÀ-Þ][\w-]+)[’']s? ", name)
    holder = holder_of_office(owner[1] if owner else strip_titles(name))
    if holder is None:
        return None
    known, party = holder
    return ("", f"party: none, {known} takes no side") if party == NO_SIDE else (party, f"party: {known} is of {party}")
