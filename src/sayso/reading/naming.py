"""The names of a report: runs of capitalised words, typed by what the model says and by the words around them.

The model's spans are snapped to whole words; an invented or foreign name that it cuts up or mistypes is put right by
the evidence of the text: a post in front makes a person, "in" and a people's name a place, a word for a body a body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sayso.reading.marks import Marks
from sayso.reading.roster import DESCRIBING, is_same_person, source_words, tidy_name, words_of
from sayso.types import Name, NameType, Span
from sayso.values.demonyms import demonym_forms
from sayso.values.name_parts import ARTICLED, has_title, offices_end
from sayso.values.names import SAME, compare_words

UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚʿ]"
WORD = rf"(?:(?:[A-Za-z]{{1,3}}[-’'])?{UPPER}[\w’'.-]*\w|{UPPER}\.|{UPPER})"
PARTICLE = (
    r"(?:al|el|bin|ibn|ben|bint|de|da|di|do|dos|del|della|von|van|der|den|du|la|le|y|e|ter|abu|ould|-e|ul|ud|bou)"
)
RUN = re.compile(rf"{WORD}(?:(?: {PARTICLE}){{0,2}} {WORD})*")
OF = re.compile(rf" (?:of|for|against|des|du|de|del) (?:the |la |los |el )?(?={UPPER})")
POSSESSIVE = re.compile(r"[’']s$")
NUMBERED = re.compile(r"(?<= N[or])\.? ?\d+|(?<=\bHill) \d+")  # "Post No. 9", "Hill 214"
"""What a family name has in full and may lack alone: "Dorin al-Sark" and "Sark"."""
LINE = re.compile(r"(?:[A-Z][a-z]+ )?Line")
LINE_OF = re.compile(rf"{LINE.pattern} of ")  # "Line of Control"
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
FEASTS = frozenset("good black bloody easter holy palm ash maundy super".split())  # "Bloody Sunday" is a name
QUOTES = tuple("”\"»’'")
STARTERS = DAYS | frozenset(
    "the a an in on at it he she they we i his her its their our this that these those there from to for of by "
    "with as and but or if when while "
    "after before since until not no nobody none neither both each all some many most more one two three four "
    "five six seven eight nine ten eleven twelve "
    "according asked meanwhile however earlier later also still only even so then now yesterday today tomorrow "
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep "
    "sept oct nov dec heavy fighting what who where why how whether our your my let long unfortunately state "
    "statement live breaking update urgent "
    "did do does is are was were will would can could has have had about over under between during against "
    "without within news report reports another "
    "because once such near again that's it's i'm we're north south east west northern southern eastern western "
    "authorities officials residents".split()
)
SAYS = frozenset(
    "says said tells told claims denies warns vows admits confirms accuses rejects announces urges reports".split()
)
_HELD_BY = re.compile(r"^\S+-(?:held|led|backed|controlled|occupied|linked|affiliated|allied|aligned|run)$")
"""What only says whose something is: "Front-held"."""
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|towards?|around|outside|inside|into|over|via|of (?:the )?(?:town|city|village|region"
    r"|province|district|capital|port|valley|country|republic) of)\s$",
    re.I,
)
PLACE_WORDS = frozenset(
    "province region district city town village valley river lake ridge bridge island islands mountains heights "
    "county airport republic republic's desert strait peninsula street square".split()
)
SITE_AFTER = re.compile(rf"(?:[’']s)?[ -](?:{'|'.join(sorted(PLACE_WORDS))})\b", re.I)
HE_AFTER = re.compile(
    r"(?:,| (?:has|had|did|does|was|is|would|will|said|told|[a-z]+ed)\b)(?:(?!\n\n).){0,60}?\b(?:he|she|his|her)\b",
    re.S,
)
PERSON_AFTER = re.compile(
    r",? (?:said|told|wrote|added|tweeted|posted)\b|, (?:who|the |a |an |its |his |her )?(?:who|spokes|spokesman"
    r"|spokeswoman|head|leader|president|minister|commander|director)\b|, \d\d\b"
)


def find_names(text: str, tagged: Iterable[tuple[str, Span]]) -> list[tuple[NameType, Span]]:
    """Type and place of every name in reading order. ``tagged`` is what the model found: type and span."""
    marks = Marks.of(tagged)
    runs = [span for run in _runs(text) for span in _split(text, run)]
    runs = [span for span in runs if _is_name(text, span, marks)]
    runs = sorted(runs + [_whole_words(text, span) for _, span in marks.each if _in_capitals(text, span.start)])
    votes = _votes(text, runs, marks)
    places = _places(text, runs)
    typed: list[tuple[NameType, Span]] = [(_type(text, span, votes, places), span) for span in runs]
    return _agree(text, typed)


def _runs(text: str) -> Iterable[Span]:
    """Runs of capitalised words, ended by a possessive; one with a word for a body goes on after "of"."""
    at = 0
    while match := RUN.search(text, at):
        if _in_capitals(text, match.start()):
            at = text.find("\n", match.start()) + 1 or len(text)
            continue
        start, end = match.span()
        owned = next(
            (
                w.end()
                for w in re.finditer(r"\S+", match[0])
                if POSSESSIVE.search(w[0]) and not _is_body_next(match[0][w.end() :])
            ),
            None,
        )
        end = start + owned if owned else end
        line = LINE.fullmatch(text, start, end)
        while (link := OF.match(text, end)) and (
            line or any(word in source_words().bodies for word in words_of(text[start:end]))
        ):
            after = RUN.match(text, link.end())
            if after is None:
                break
            end = after.end()
        numbered = NUMBERED.match(text, end)
        end = numbered.end() if numbered else end
        yield Span(start, end)
        at = end


def _whole_words(text: str, span: Span) -> Span:
    """A span of the model widened to the words that it cuts."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end)


def _in_capitals(text: str, at: int) -> bool:
    """True on a line of a telegram: nothing but capitals, which tell nothing of names."""
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[low : high if high >= 0 else len(text)]
    return len(line) > 40 and line == line.upper()


def _is_body_next(rest: str) -> bool:
    """True for "People's | Council": the possessive belongs to the name of a body."""
    words = words_of(rest)
    return (
        bool(words)
        and any(word in source_words().bodies for word in words[:3])
        and words[0] not in source_words().gender
    )


def _split(text: str, span: Span) -> Iterable[Span]:
    """A run cut at words that only open a sentence, at posts before a name, and at line ends."""
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    plain = [word[0].strip(".,’'").lower().removesuffix("'s").removesuffix("’s") for word in words]
    if len(words) > 1 and plain[-1] in DAYS and plain[-2] not in FEASTS:  # "in Orlin Friday"
        words, plain = words[:-1], plain[:-1]
    if text.startswith(". ", span.end) and plain and plain[-1] in RANKS_CUT_SHORT:  # "Navy Capt." before a name
        words, plain = words[:-1], plain[:-1]
        if set(plain) <= source_words().bodies:
            return []
    first = _office(text, span, plain)
    while first < len(words) and _opens(text, span, plain, first):
        first += 1
    if any(word in source_words().bodies for word in plain[first:]) and not _post_then_name(plain[first:]):
        return [_cut(span, words, first, len(words))] if first < len(words) else []
    last_post = max(
        (i for i in range(first, len(words)) if plain[i] in source_words().gender or plain[i] in POSTS), default=-1
    )
    out = []
    if last_post >= 0:
        head = _drop_posts(plain, first, last_post)
        if head is not None:
            out.append(_cut(span, words, first, head))
        first = last_post + 1
    while first < len(words) and not text[span.start + words[first].start()].isupper() and "-" not in words[first][0]:
        first += 1
    return [*out, _cut(span, words, first, len(words))] if first < len(words) else out


RANKS_CUT_SHORT = frozenset("capt cmdr cdr lt col gen maj sgt cpl adm brig pvt cpt ltc".split())
POSTS = frozenset(
    "foreign defence defense interior prime vice deputy information finance health chief opposition".split()
)


def _office(text: str, span: Span, plain: list[str]) -> int:
    """How many words of a run belong to a post in two parts before it: "Secretary of | State | Jan Orlin"."""
    post = _POST_OF.search(text, max(0, span.start - 40), span.start)
    if post is None or post["post"].lower() not in source_words().gender or (post["the"] and plain[0] == "state"):
        return 0
    end = offices_end(plain)
    return end if end < len(plain) and not set(plain[end:]) & source_words().bodies else 0


_POST_OF = re.compile(r"\b(?P<post>[^\W\d_]+) of (?P<the>the )?$")


def _opens(text: str, span: Span, plain: list[str], first: int) -> bool:
    """True for a word that is capital only because a sentence begins with it: "The", "Following", "Key Orlin road"."""
    if plain[first] in STARTERS:
        return not _held(plain, first)
    before = text[: span.start].rstrip()
    if first or len(plain) < 2:
        return False
    if plain[0] in ("said", "says") and before[-1:] in QUOTES:  # `... is ours!” Said Orlin`
        return True
    opening = not before.rstrip(' “"‘«„') or before.rstrip(' “"‘«„')[-1:] in ".!?\n–—-:"
    return opening and ((plain[0].endswith("ing") and plain[0] != "king") or _is_lent(text, span, plain))


def _is_lent(text: str, span: Span, plain: list[str]) -> bool:
    """True where the text writes the first word of a name small elsewhere, and the rest of it stands alone."""
    words = text[span.start : span.end]
    rest = words.partition(" ")[2]
    alone = text.count(rest) > text.count(words) and not any(word in source_words().bodies for word in plain[1:])
    return alone and _is_common(text, plain[0]) and not _goes_on(text, words)


def _held(plain: list[str], first: int) -> bool:
    return plain[first] in ("south", "north", "east", "west", "new", "state") and first + 1 < len(plain)


def _post_then_name(plain: list[str]) -> bool:
    """True where the last post stands after the last body: "Defence Ministry Spokesman John"."""
    bodies = [i for i, word in enumerate(plain) if word in source_words().bodies]
    posts = [i for i, word in enumerate(plain) if word in source_words().gender]
    return bool(posts) and max(posts) > max(bodies) and max(posts) + 1 < len(plain)


def _drop_posts(plain: list[str], first: int, last: int) -> int | None:
    """Where the words before the posts end: "Turkish | Foreign Minister"; None where there are none."""
    end = first
    while (
        end < last
        and plain[end] not in source_words().gender
        and plain[end] not in POSTS
        and plain[end] not in DESCRIBING
    ):
        end += 1
    return end if end > first else None


def _cut(span: Span, words: list[re.Match[str]], first: int, end: int) -> Span:
    last = words[end - 1]
    tail = re.search(r"(?:[’']s?|[.,])$", last[0])
    shorter = len(tail[0]) if tail and not re.fullmatch(r"(?:\w\.)+", last[0]) else 0
    return Span(span.start + words[first].start(), span.start + last.end() - shorter)


def _is_name(text: str, span: Span, marks: Marks) -> bool:
    """False for a common word that is capital only because a sentence or a headline begins with it."""
    words = text[span.start : span.end]
    if len(words) < 2 or words.lower() in STARTERS or all(w in source_words().gender for w in words_of(words)):
        return False
    if words.lower() in SAYS or _HELD_BY.search(words):
        return False
    if " " not in words and len(words) > 4 and words.endswith("s") and _is_common(text, words[:-1]):
        return False
    if " " in words or any(marks.on(span)):
        return not words[1:].islower() or not _stands_in(text, words.lower())
    before = text[: span.start].rstrip(' \t“"‘«„(')
    starts = not before or before[-1] in '.!?:\n–—-”"’'
    return (not starts or _goes_on(text, words)) and not _stands_in(text, words.lower())


def _goes_on(text: str, words: str) -> bool:
    """True where ``words`` stand somewhere within a sentence."""
    return f" {words}" in text and re.search(rf"[a-z,] {re.escape(words)}(?!\w)", text) is not None


def _is_common(text: str, word: str) -> bool:
    """True for a word that the text also writes small."""
    return _stands_in(text, word.lower())


def _stands_in(text: str, words: str) -> bool:
    """Whether ``words`` stand in the text as whole words; without an expression, of which each name would need one."""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not any(c.isalnum() or c == "_" for c in before + after):
            return True
        at = text.find(words, at + 1)
    return False


def _votes(text: str, runs: list[Span], marks: Marks) -> dict[str, Counter[str]]:
    """What the model calls each string, counted over the report, by the characters that it covers."""
    votes: dict[str, Counter[str]] = {}
    for span in runs:
        seen = votes.setdefault(text[span.start : span.end].casefold(), Counter())
        for kind, mark in marks.on(span):
            seen[kind] += min(mark.end, span.end) - max(mark.start, span.start)
    return votes


def _type(text: str, span: Span, votes: dict[str, Counter[str]], places: set[str]) -> NameType:
    words = text[span.start : span.end]
    plain = words_of(words)
    if LINE_OF.match(words):
        return "LOC"
    if any(word in source_words().bodies for word in plain):
        return "ORG"
    if plain and plain[-1] in PLACE_WORDS:
        return "LOC"
    if has_title(text, span.start) and len(plain) < 6:
        return "PER"
    seen = votes[words.casefold()]
    if words in places:
        return "LOC"
    if " " in words and (seen["PER"] or PERSON_AFTER.match(text, span.end)):
        return "PER"
    surely = seen["PER"] > 0.8 * seen.total()
    if surely and (HE_AFTER.match(text, span.end) or not SITE_AFTER.match(text, span.end)):
        return "PER"
    best = seen.most_common(1)
    kind = best[0][0] if best else "MISC"
    return kind if kind in ("ORG", "LOC", "MISC") or " " in words else "LOC" if kind == "PER" else "MISC"  # type: ignore[return-value]


def _places(text: str, runs: list[Span]) -> set[str]:
    """The names that stand after "in", or have a people called after them, somewhere in this report."""
    peoples = {text[run.start : run.end].split(" ")[0].casefold() for run in runs}
    peoples |= {word.removesuffix("s") for word in peoples}
    found = set()
    for run in runs:
        words = text[run.start : run.end]
        if words in found:
            continue
        named = " " not in words and any(form.casefold() in peoples for form in demonym_forms(words))
        if named or PLACE_BEFORE.search(text, max(0, run.start - 40), run.start):
            found.add(words)
    return found


def _agree(text: str, typed: list[tuple[NameType, Span]]) -> list[tuple[NameType, Span]]:
    """One type for one string; a family name alone is a person where its bearer is named in full."""
    named = (text[s.start : s.end] for kind, s in typed if kind == "PER")
    full = list(dict.fromkeys(tidy_name(words) for words in named if " " in words.strip()))
    counts: dict[str, Counter[NameType]] = {}
    for kind, span in typed:
        counts.setdefault(text[span.start : span.end].casefold(), Counter())[kind] += 1
    out: list[tuple[NameType, Span]] = []
    for kind, span in typed:
        words = text[span.start : span.end]
        seen = counts[words.casefold()]
        best: NameType = "PER" if seen["PER"] else kind if kind != "MISC" else seen.most_common(1)[0][0]
        if best != "PER" and " " not in words and _is_family_name(text, span, words, full):
            best = "PER"
        out.append((best, span))
    return out


def _is_family_name(text: str, span: Span, words: str, full: list[str]) -> bool:
    if words.casefold() in source_words().bodies or PLACE_BEFORE.search(text, max(0, span.start - 40), span.start):
        return False
    own = ARTICLED.sub("", words)
    return any(
        words in name.split() or compare_words(own, ARTICLED.sub("", name.split()[-1])).score >= SAME for name in full
    )


def name_records(text: str, names: list[tuple[NameType, Span]]) -> list[Name]:
    """Names joined over a report: a person's under the fullest form, all others under one spelling."""
    records: dict[tuple[NameType, str], list[Span]] = {}
    persons = dict.fromkeys(tidy_name(text[s.start : s.end]) for kind, s in names if kind == "PER")
    full = sorted(persons, key=lambda n: -len(n.split()))
    for kind, span in names:
        words = re.sub(r"\s+", " ", text[span.start : span.end])
        if kind == "PER":
            words = next((name for name in full if is_same_person(tidy_name(words), name)), tidy_name(words))
        records.setdefault((kind, words), []).append(span)
    return [Name(words, kind, tuple(spans)) for (kind, words), spans in records.items()]
