"""What speaks for one matter rather than another where a statement names no claim: signs, each with a weight.

The weights in ``tables/signs.toml`` were learnt from the gold of invented conflicts by choosing one matter, or none,
for each statement (``training/choose_matters.py``). They are few, each can be read, and the strongest are the reason.
Where a statement has no meaning by the model, since another reader read it, those of ``signs_of_words.toml`` are taken.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sayso.claims import deeds
from sayso.claims.topics import spoken
from sayso.claims.vocabulary import Key
from sayso.values.fates import CAPTIVE, DEAD

TABLES = Path(__file__).with_name("tables")
NUMBERED = ("casualties", "figure", "displacement")
NEAR = (0.55, 0.4, 0.3, 0.2)  # a statement on the matter one, two ... statements before in the same paragraph
NEXT = 0.3  # the last statement of the paragraph before
EARLIER = 0.1  # anywhere earlier in the report
PLACE_SIGNS = ("own_place", "place_before", "place_earlier")
FEW = 4  # places of matters, more of which make it the more telling which one is named
LOOKS_BACK = 4  # statements before in which the same kind may have been spoken of
LEAST_SHARE = 0.001  # smaller ones count as this
MOST_ODDS = 4.0  # greater odds, for or against a kind, count as these
MADE_OF = {  # kinds of matter that are made of claims of other kinds
    "control": ("control", "fighting"),
    "condemnation": ("support",),
    "demand": ("plan",),
}
READ_AS = MADE_OF | {"attack": ("attack", "responsibility"), "responsibility": ("attack", "responsibility")}
WEIGHED_AS = {"responsibility": "attack"}  # kinds of matter for which what was learnt of another is taken
SHOWN = 3  # signs told as the reason
NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|dozens?|hundreds?|thousands|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
    r"forty|fifty|sixty|fewer|how many|figures?|numbers?|toll|count\w*|tall(?:y|ies))\b",
    re.IGNORECASE,
)
THE_FIGURE = re.compile(
    r"\b(?:this|that|these|those|the|their|its|both) (?:\w+ )?(?:figure|number|toll|count|tally|tallie)s?\b",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(
    r"^\W*(?:that|this|it|these|those|both|neither|he|she|they|"
    r"the (?:claim|report|account|charge|allegation|accusation|figure|number)s?)\b",
    re.IGNORECASE,
)
ALL_ACCOUNTS = re.compile(
    r"\b(?:accounts|claims|reports|versions|allegations|statements|affirmations|assertions|sides?)\b", re.IGNORECASE
)
OBJECTS = {
    "aircraft": re.compile(r"\b(?:aircraft|plane|jet|helicopter|pilot|gunship|crew|flight|engine)", re.IGNORECASE),
    "ship": re.compile(
        r"\b(?:ship|vessel|boat|frigate|tanker|ferry|corvette|cutter|sunk|sank|harbour|berth|afloat)", re.IGNORECASE
    ),
    "vehicle": re.compile(r"\b(?:tank|vehicle|truck|lorr|convoy|armoured|launcher)", re.IGNORECASE),
    "drone": re.compile(r"\b(?:drone|uav|unmanned)", re.IGNORECASE),
}
IN_WORDS = {
    "alike": "it is like what was said of it",
    "several_alike": "it is like what was said of it",
    "kind_read": "read as speaking of its kind",
    "likeliest_kind": "read as speaking of its kind",
    "spoken": "words that go with its kind",
    "told_of": "much is told of it",
    "defining": "words of its kind",
    "near": "words that go with its kind",
    "rarest": "a word that few others have",
    "same_paragraph": "spoken of in this paragraph",
    "just_before": "spoken of just before",
    "kind_in_paragraph": "its kind is spoken of in this paragraph",
    "place_noun": "what it calls the place",
    "own_place": "its place is named",
    "place_before": "its place is named just before",
    "place_earlier": "its place was named last",
    "taken_up": "it takes up a claim on it",
    "object": "the same thing",
    "outcome": "the same fate",
    "points_back": "it points back",
    "other_side": "it answers the other side",
    "part_of_report": "much of the report is on it",
    "all_accounts": "it is about all accounts",
    "party_named": "its party is named in it",
}


@dataclass(frozen=True, slots=True)
class Row:
    """An earlier statement of the report: its paragraph, who spoke for whom, the matters that it was found to be on."""

    paragraph: int
    speaker: str
    party: str
    keys: tuple[Key, ...]


@dataclass(slots=True)
class Line:
    """The statements of one report that stand before the one at hand: paragraph, speaker, matters."""

    rows: list[Row] = field(default_factory=list)

    def nearness(self, key: Key, paragraph: int) -> float:
        """How close before the matter ``key`` was spoken of."""
        best = 0.0
        for back, row in enumerate(reversed(self.rows)):
            if key not in row.keys:
                continue
            if row.paragraph == paragraph and back < len(NEAR):
                return max(best, NEAR[back])
            best = max(best, NEXT if back == 0 else EARLIER)
        return best


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement that asks for its matter, and what stands before it.

    ``before`` is the nearest first. ``claimed`` holds the kinds of claims that are its own and made no matter,
    ``spoken`` the log of the odds by its words that it speaks of each kind, ``read`` how likely it does by the model.
    """

    statement: str
    words: str
    content: str
    paragraph: int
    party: str
    unverified: bool
    claimed: tuple[str, ...]
    spoken: Mapping[str, float]
    read: Mapping[str, float]
    before: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that a passage may be on: its key, how many claims are on it, and what ties the two together.

    ``alike`` is how like the passage the most alike of its statements is, and the three most alike on the mean.
    ``own_place`` is True where the passage names the place of the matter, False where it names those of others alone,
    None where it names none, or the matter has none. ``place_before`` is the same of the place that stands last before
    it in its paragraph, where the passage names none, ``place_earlier`` of the last one before it in the report, where
    the paragraph names none. ``places`` is how many the matters of the conflict have.
    """

    key: Key
    claims: int
    rarest: float
    taken_up: bool
    place_noun: bool
    party_named: bool
    alike: tuple[float, float] | None
    own_place: bool | None
    place_before: bool | None
    place_earlier: bool | None
    places: int


Signs = Mapping[str, float]  # sign -> how much of it there is
Shown = Mapping[Key, Signs]  # matter -> sign -> how much of it there is, or what it adds


@lru_cache(maxsize=2)
def weights(table: str) -> Mapping[str, float]:
    """Sign -> its weight; ``none`` is what speaks against every matter."""
    text = (TABLES / f"{table}.toml").read_text(encoding="utf8")
    return {name: float(value) for name, value in tomllib.loads(text).items()}


def signs(passage: Passage, matter: Matter, most: int, told: Mapping[Key, Earlier] | None = None) -> dict[str, float]:
    """Every sign that is not nought, by its name in the table.

    ``most`` is how many claims any matter has, ``told`` where the passage's report spoke of each (``spoken_of``).
    """
    kind = matter.key[0]
    like = weighed_as(kind)
    found = {
        "told_of": math.log1p(matter.claims) / math.log1p(max(1, most)),
        "rarest": matter.rarest,
        "taken_up": float(matter.taken_up),
        "place_noun": float(matter.place_noun),
        "party_named": float(matter.party_named),
        "another_kind": float(bool(passage.claimed) and kind not in passage.claimed),
        "spoken": max(-MOST_ODDS, min(MOST_ODDS, _odds(passage.spoken, like))) / MOST_ODDS,
        "no_number": float(kind in NUMBERED and not _has_number(passage.words)),
        f"kind {like}": 1.0,
        **_by_place(matter),
        **_by_reading(passage, matter),
        **_by_topic(passage.words, like),
        **_by_thing(passage.words, matter.key),
        **_by_place_in_text(passage, matter.key, spoken_of(passage) if told is None else told),
    }
    return {name: value for name, value in found.items() if value}


def _by_place(matter: Matter) -> dict[str, float]:
    """Whether its place is named here or last before, or that of another; the same once more by how many there are."""
    named = dict(zip(PLACE_SIGNS, (matter.own_place, matter.place_before, matter.place_earlier), strict=True))
    found = [name if its else f"{name} of another" for name, its in named.items() if its is not None]
    many = math.log(max(1, matter.places) / FEW)
    return dict.fromkeys(found, 1.0) | {f"{name}, many": many for name in found}


def _by_reading(passage: Passage, matter: Matter) -> dict[str, float]:
    """What the model makes of the passage: the kinds it speaks of, how like it is to what was said of the matter."""
    if not passage.read:
        return {}
    share = max(passage.read.get(kind, 0.0) for kind in read_as(matter.key[0], matter.key[1]))
    alike, several = matter.alike or (0.0, 0.0)
    return {
        "kind_read": log_odds(share),
        "likeliest_kind": float(share == max(passage.read.values())),
        "alike": alike,
        "several_alike": several,
        "like_none": float(matter.alike is None),
    }


def read_as(kind: str, deed: str = "") -> tuple[str, ...]:
    """The kinds as which the model reads what is said on a matter of ``kind``, or of a ``deed``."""
    kinds = READ_AS.get(kind, (kind,))
    return kinds + deeds.read_as(deed) if kind == deeds.KIND else kinds


def weighed_as(kind: str) -> str:
    """The kind of matter whose weights a kind has: what was learnt of an attack holds for any other deed."""
    return WEIGHED_AS.get(kind, kind)


def chance_of(signs: Signs, weights: Mapping[str, float]) -> float:
    """How likely what has these signs is right, 0 to 1, by weights that are log odds."""
    return 1 / (1 + math.exp(-sum(n * weights.get(sign, 0.0) for sign, n in signs.items())))


def log_odds(share: float) -> float:
    """The log of the odds of a share, 0 to 1, within bounds."""
    return math.log(max(share, LEAST_SHARE) / max(1 - share, LEAST_SHARE))


def _odds(spoken: Mapping[str, float], kind: str) -> float:
    """The log of the odds that a kind of claim is spoken of that makes a matter of ``kind``; 0 where none is known."""
    return max((spoken[each] for each in MADE_OF.get(kind, (kind,)) if each in spoken), default=0.0)


@lru_cache(maxsize=256)
def _has_number(words: str) -> bool:
    return NUMBER.search(words) is not None


@lru_cache(maxsize=256)
def _by_topic(words: str, kind: str) -> Mapping[str, float]:
    """Words of the kind, and whether another kind has more of those that define it."""
    said = spoken(words)
    defining, near = said.get(kind, (0, 0))
    most = max(n for n, _ in said.values())
    return {"defining": float(defining > 0), "near": min(1.0, near / 2), "fewer": (most - defining) / 2}


def _by_thing(words: str, key: Key) -> dict[str, float]:
    """The thing that was lost or is counted, the fate of people: the matter's or another one."""
    if key[0] == "casualties":
        captive, dead = CAPTIVE.search(words) is not None, DEAD.search(words) is not None
        ours = captive if key[1] in ("captured", "fate") else dead
        return {"outcome": float(ours), "other_outcome": float(not ours)} if captive != dead else {}
    if key[0] == "equipment":
        named = {name for name, pattern in OBJECTS.items() if pattern.search(words)}
        return {"object": float(key[1] in named), "other_object": float(bool(named) and key[1] not in named)}
    if key[0] == "responsibility":
        deed = deeds.is_told_of(words, key[1])
        return {} if deed is None else {"object": float(deed), "other_object": float(not deed)}
    if key[0] == "figure":
        same = key[1].rstrip("s") in words.casefold()
        return {"object": float(same), "other_object": float(not same)}
    return {}


def names_thing(words: str, key: Key) -> bool:
    """Whether ``words`` name a thing of the kind that was lost in a matter of equipment."""
    return key[1] in OBJECTS and OBJECTS[key[1]].search(words) is not None


class Earlier(NamedTuple):
    """Where a report spoke of a matter before: the last statement on it, how many stand between, its share of all."""

    last: Row
    back: int
    part: float


def spoken_of(passage: Passage) -> dict[Key, Earlier]:
    """The matters of which the report spoke before."""
    rows = passage.before
    counts = Counter(key for row in rows for key in row.keys)
    told = sum(counts.values())
    latest = {key: (row, back) for back, row in reversed(list(enumerate(rows))) for key in row.keys}
    return {key: Earlier(*latest[key], count / told if told > 2 else 0.0) for key, count in counts.items()}


def _by_place_in_text(passage: Passage, key: Key, told: Mapping[Key, Earlier]) -> dict[str, float]:
    """Where and by whom the report spoke of the matter before."""
    close = [row for row in passage.before[:LOOKS_BACK] if row.paragraph == passage.paragraph]
    out = {"kind_in_paragraph": float(any(k[0] == key[0] for row in close for k in row.keys))}
    if key not in told:
        return out
    last, back, part = told[key]
    points = POINTS_BACK.match(passage.content) or POINTS_BACK.match(passage.words)
    return {
        **out,
        "same_paragraph": float(last.paragraph == passage.paragraph),
        "just_before": float(back == 0),
        "points_back": float(points is not None and back <= 1),
        "other_side": float(bool(passage.party and last.party) and passage.party != last.party),
        "part_of_report": part,
        "all_accounts": float(passage.unverified and ALL_ACCOUNTS.search(passage.words) is not None),
    }


def signs_of_all(passage: Passage, matters: Sequence[Matter]) -> Shown:
    """The signs of every matter; what speaks of a figure is on what is counted."""
    if THE_FIGURE.search(passage.words):
        matters = [matter for matter in matters if matter.key[0] in NUMBERED] or matters
    most = max((matter.claims for matter in matters), default=0)
    told = spoken_of(passage)
    return {matter.key: signs(passage, matter, most, told) for matter in matters}


def weigh(passage: Passage, shown: Shown) -> Shown:
    """What each sign adds for each matter."""
    table = _table(passage)
    return {key: {name: value * table.get(name, 0.0) for name, value in each.items()} for key, each in shown.items()}


def choose(passage: Passage, matters: Sequence[Matter], weighed: Shown) -> tuple[Key, str] | None:
    """The matter for which most speaks of those that are ``weighed``, and why; None where too little speaks for any."""
    if THE_FIGURE.search(passage.words):
        taken_up = [matter for matter in matters if matter.taken_up and matter.key[0] in NUMBERED]
        if len(taken_up) == 1:
            return taken_up[0].key, IN_WORDS["taken_up"]
    key = min(weighed, key=lambda key: (-sum(weighed[key].values()), key), default=None)
    return (key, reason(weighed[key])) if key and sum(weighed[key].values()) > _table(passage)["none"] else None


def _table(passage: Passage) -> Mapping[str, float]:
    return weights("signs" if passage.read else "signs_of_words")


def reason(parts: Mapping[str, float]) -> str:
    """The strongest signs in words, by what each of them adds."""
    strongest = sorted((name for name in parts if parts[name] > 0 and name in IN_WORDS), key=lambda n: -parts[n])
    return "; ".join(IN_WORDS[name] for name in strongest[:SHOWN]) or "earlier in the report"
