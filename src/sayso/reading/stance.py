"""What a speaker does by the wording: asserts, denies, concedes, withholds ...

The cue is looked up in ``tables/stances.toml`` in base forms, the longest phrase first; a negation in the cue turns
the look-up to another list; a neutral cue ("said") leaves the decision to the content.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import get_args

from sayso.types import Stance
from sayso.values.clauses import main_clauses
from sayso.values.openings import Wordings

Words = tuple[str, ...]
WORD = re.compile(r"[^\W_]+(?:[-][^\W_]+)*(?:[’'](?:t|s|re|ve|ll|d|m)\b)?|[:]")
NEGATIONS = frozenset(
    "not no never neither nor nothing nobody none cannot without hardly unable impossible refuse decline little".split()
)
NEGATING = frozenset("refuse decline unable impossible hardly little".split())
LEFT_OUT = frozenset(
    "a an the any this that these those his her its their our my your have has had having be is are was were been "
    "being am do does did would will could can may might must shall should to also now again already once still so "
    "far today yesterday then only just even yet too earlier later before initially previously at first immediately "
    "independently directly publicly officially flatly categorically firmly strongly vigorously formally sharply "
    "energetically themselves himself herself itself ourselves hereby there it further immediate official "
    "reliable".split()
)
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "gave": "give", "given": "give", "made": "make", "held": "hold", "kept": "keep", "left": "leave", "laid": "lay",
    "swore": "swear", "sworn": "swear", "threw": "throw", "thrown": "throw", "shot": "shoot", "swept": "sweep",
    "withdrew": "withdraw", "withdrawn": "withdraw", "took": "take", "taken": "take", "knew": "know", "known": "know",
    "saw": "see", "seen": "see", "heard": "hear", "found": "find", "stood": "stand", "came": "come", "went": "go",
    "gone": "go", "rang": "ring", "fell": "fall", "fallen": "fall", "hung": "hang", "got": "get", "put": "put",
    "thought": "think", "wept": "weep", "struck": "strike", "drawn": "draw", "meant": "mean", "paid": "pay",
    "forgave": "forgive", "sought": "seek", "brought": "bring", "chose": "choose", "began": "begin", "had": "have",
    "has": "have", "does": "do", "did": "do", "was": "be", "were": "be", "been": "be", "is": "be", "are": "be",
    "stuck": "stick", "bore": "bear", "bears": "bear",
    "rode": "ride", "beseeched": "beseech", "read": "read", "ran": "run", "laughed": "laugh", "upheld": "uphold",
    "withheld": "withhold", "denies": "deny", "denied": "deny", "lied": "lie", "lies": "lie", "led": "lead",
}  # fmt: skip
NOBODY = re.compile(r"(neither|no|nobody|none|no one|not one|not a)\b", re.I)
NOTHING = re.compile(r"(neither|none|nothing|no|little)\b", re.I)
NOTHING_AT_ALL = re.compile(r"(next to |almost )?nothing\W*$", re.I)
SCARE_QUOTED = re.compile(r"^(an? |the |its |this |that |as |\w+ (as )?)?\W?[“\"‘«„'][^”\"’»]+[”\"’»']\W*$")
STANCES: tuple[Stance, ...] = get_args(Stance)
VERIFYING = re.compile(
    r"verif|confirm|check|authentic|establish|determin|ascertain|clarif|corroborat|geolocat|prov|assess"
)


@dataclass(frozen=True, slots=True)
class Stances:
    """The table: phrases of base forms to stances, for plain and for negated cues, and the patterns for content."""

    cues: dict[Words, str]
    negated: dict[Words, str]
    gapped: tuple[tuple[str, re.Pattern[str]], ...]
    naming: frozenset[str]
    named: tuple[tuple[str, re.Pattern[str]], ...]
    content: tuple[tuple[str, Wordings], ...]
    words: frozenset[str]


@lru_cache(maxsize=1)
def stances() -> Stances:
    """The table on board, read once."""
    data = tomllib.loads(files("sayso.reading").joinpath("tables/stances.toml").read_text(encoding="utf8"))

    def phrases(group: dict[str, list[str]]) -> dict[Words, str]:
        return {tuple(phrase.split()): stance for stance, lines in group.items() for phrase in lines}

    cues, negated = phrases(data["cues"]), phrases(data["negated"])
    naming = frozenset(data["naming"].pop("cues"))
    return Stances(
        {words: stance for words, stance in cues.items() if "..." not in words},
        negated,
        tuple(
            (stance, re.compile(".*".join(" ".join(words).split("..."))))
            for words, stance in cues.items()
            if "..." in words
        ),
        naming,
        tuple((stance, re.compile(line, re.I)) for stance, line in data["naming"].items()),
        tuple(
            (stance, Wordings.of("|".join(lines)))
            for table in ("retraction", "content")
            for stance, lines in data[table].items()
        ),
        frozenset(word for words in (*cues, *negated) for word in words),
    )


def base_form(word: str, known: frozenset[str]) -> str:
    """``word`` in the form in which the table has it: "denies" -> "deny"; itself where the table has none."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in known:
        return word
    stems = [word[: -len(end)] + new for end, new in ENDINGS if word.endswith(end)]
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1:] == stem[-2:-1]]
    return next((stem for stem in stems if stem in known), word)


ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)


def base_forms(cue: str) -> list[str]:
    """The words of a cue in base form, lower case, negations kept: "has NOT confirmed" -> [have, not, confirm]."""
    words = [word.replace("’", "'") for word in WORD.findall(cue.lower())]
    split = [part for word in words for part in ((word[:-3], "not") if word.endswith("n't") else (word,))]
    return [base_form(word.removesuffix("'s"), stances().words) for word in split]


def look_up(words: list[str], table: dict[Words, str]) -> tuple[str, str] | None:
    """The stance of the longest phrase of ``table`` in ``words``, and the phrase; None where it holds none."""
    best: Words = ()
    for line in (words, [word for word in words if word not in LEFT_OUT]):
        for start in range(len(line)):
            for end in range(len(line), start + len(best), -1):
                if tuple(line[start:end]) in table:
                    best = tuple(line[start:end])
                    break
    return (table[best], " ".join(best)) if best else None


LONG = 220  # characters of a content of which the first sentence decides
FIRST_SENTENCE = re.compile(r".{40,}?[.!?](?=[”’\"]?\s)", re.S)
RECOGNISING = ("recognise", "recognize")
RECOGNISED = re.compile(
    r"\W*(?:it|(?:the )?(?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}|its independence|(?:the|this) (?:region|republic|state))?\W*"
)
"""What is recognised as a state; a fact that is recognised is more words and is conceded."""
NEGATED = re.compile(r"(?:\bnot|n['’]t|\bnever) (?:\w+ ){0,2}$", re.IGNORECASE)
"""Before words that blame: "it isn't violating the truce" denies."""
NOT_CONFIRMED = re.compile(r"^\W*(?:\w+ )?(?:confirmed|verified)\b.{0,6}\bit (?:is|was|has) not\b", re.IGNORECASE)


def stance_of(cue: str, content: str, *, source: str, own_voice: bool) -> tuple[Stance, str]:
    """What the speaker does, and why.

    ``source`` is "" where the text names nobody; ``own_voice`` is True where the outlet speaks of itself ("we"), or
    an agency that it carries.
    """
    words = base_forms(cue)
    sourced = bool(source) and not own_voice
    if NOT_CONFIRMED.search(f"{source} {cue} {content}"[:80]):
        stance, why = "unverified", f'"{cue}" is denied right after'
    elif is_negated(words):
        stance, why = _negated(words, cue, sourced=sourced)
    elif NOBODY.match(source):
        stance, why = "withholds", f'nobody speaks: "{source}"'
    elif VERIFYING.search(cue.lower()) and not sourced and NOTHING.match(content):
        stance, why = "unverified", f'negation before "{cue}"'
    elif NOTHING_AT_ALL.match(content):
        stance, why = "withholds", f'the words "{content}"'
    else:
        stance, why = _plain(words, cue, content, sourced=sourced)
    return _as_stance(stance), f"{stance}: {why}"


def is_negated(words: list[str]) -> bool:
    """True for a cue that says what the speaker did not do."""
    if "without" in words and len(words) == 1:
        return True
    if ("doubt" in words and "no" in words) or words[:3] == ["no", "longer", "uphold"]:
        return False
    return bool((NEGATIONS - {"without"}) & set(words))


def _negated(words: list[str], cue: str, *, sourced: bool) -> tuple[str, str]:
    why = f'negated cue "{cue}"'
    if {"neither", "nor"} & set(words):
        return ("unverified" if VERIFYING.search(cue.lower()) and not sourced else "withholds"), why
    found = look_up([word for word in words if word not in NEGATIONS], stances().negated)
    stance = found[0] if found else "withholds"
    if stance == "unverified" and sourced and "independently" not in words:
        stance = "denies" if found and found[1] == "know" and "nothing" in words else "withholds"
    if NEGATING & set(words) and stance != "unverified":
        stance = "withholds"
    return stance, why


def _plain(words: list[str], cue: str, content: str, *, sourced: bool) -> tuple[str, str]:
    """A cue without negation: the longer phrase decides, a neutral or a naming one leaves it to the content."""
    found = look_up(words, stances().cues)
    joined = " ".join(words)
    gapped = next((stance for stance, pattern in stances().gapped if pattern.search(joined)), None)
    if gapped:
        return gapped, f'cue "{cue}"'
    if found and found[1] in stances().naming:
        return _named(found, content)
    if found and found[0] == "unverified":
        return ("withholds" if sourced else "unverified"), f'cue "{cue}"'
    if found and found[1] in RECOGNISING and RECOGNISED.fullmatch(content):
        return "endorses", f'"{found[1]}" with a state'
    if found and found[0] != "neutral":
        return _firm(found[0], found[1], content)
    return _match(content) or ("asserts", f'cue "{cue}"')


def _named(found: tuple[str, str], content: str) -> tuple[str, str]:
    """A cue that gives something a name: "called it a fabrication" denies, "spoke of “boasting”" judges."""
    for stance, pattern in stances().named:
        match = pattern.search(content)
        if match:
            return stance, f'"{found[1]}" with "{match[0]}"'
    if found[0] != "neutral":
        return found[0], f'cue "{found[1]}"'
    if not re.search(r"\d", content) and SCARE_QUOTED.search(content):
        return "other", f'"{found[1]}" with a quoted judgement'
    return _match(content) or ("asserts", f'cue "{found[1]}"')


def _firm(stance: str, phrase: str, content: str) -> tuple[str, str]:
    """A cue that decides, except where the content says otherwise: a confirmed plan, a confirmed denial."""
    refined = _match(content)
    if stance == "confirms" and refined and refined[0] in ("announces", "denies"):
        word = "asserts" if refined[0] == "announces" else "denies"
        return word, f'"{phrase}" with {refined[1]}'
    return stance, f'cue "{phrase}"'


def _match(content: str) -> tuple[str, str] | None:
    """The stance that the words of the content have; of a long one its first sentence decides."""
    first = FIRST_SENTENCE.match(content) if len(content) > LONG else None
    said = first[0] if first else content
    for stance, pattern in stances().content:
        match = pattern.search(main_clauses(said) if stance == "denies" else said)
        if match and stance == "accuses" and NEGATED.search(said, 0, match.start()):
            return "denies", f'a negation before the words "{match[0].strip()}"'
        if match:
            return stance, f'the words "{match[0].strip()}"'
    return None


def _as_stance(word: str) -> Stance:
    for stance in STANCES:
        if stance == word:
            return stance
    raise ValueError(f"{word} is no stance")
