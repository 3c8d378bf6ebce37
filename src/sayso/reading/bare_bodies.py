"""Whose a body without a nation is, by what its own report says: who speaks for it, who has it elsewhere, who writes.

"The Armed Forces" are those of the movement whose man is their spokesman; "state television" is that of the state
that the report has named with it before; "our region" in a town's own paper puts the paper on the town's side. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.reading.local_posts import land_of
from sayso.reading.party_table import Table
from sayso.reading.roster import Person, words_of
from sayso.reading.source_phrases import ARTICLE
from sayso.types import Report, Span
from sayso.values.passages import sentence_around

_BODY = re.compile(r"(?:armed forces|army|military|navy|air force|general command|general staff|police)", re.I)
_SPEAKS_FOR = re.compile(
    r"(?i:spokes\w+) (?:for|of) (?:the |its )?(?P<body>[\w -]+)|(?P<before>[\w ]+?) (?i:spokes\w+)(?:,|$)"
)
_TITLED = re.compile(r"((?i:spokes\w+) (?:for|of) [\w -]{3,50}), (?:[A-Z][\w.]+ ){0,3}\Z")
"""Who a body's spokesman is called: "the spokesman for the Army, General ..."."""
_ITS_VOICE = re.compile(r"(?:the|a) (?:same |later )?(?:spokes\w+|statement|communiqu[eé])", re.I)
_MEDIA = re.compile(
    r"state(?:[- ](?:run|owned|controlled))?(?: news)? (?:television|radio|tv|media|broadcaster|agency|newspapers?)",
    re.I,
)
_ORGAN = re.compile(r"(?:the )?(?:army|military|armed forces|air force|navy|(?:defen[cs]e|foreign) ministry)", re.I)
_AGAINST = re.compile(
    r"\b(?:den(?:y|ie[ds]|ying)|reject|dismiss|disput|contradict|refut|(?:did|has|would)(?: not|n[’']t))", re.I
)
_NATION = r"([A-ZÀ-Þ][\w-]+)(?:[’']s?)? (?:[a-z-]+ )?"
_OUR = re.compile(
    r"\b[Oo]ur (?:own )?(?:region|side|soldiers|troops|army|men|town|city|province|oblast|border|defenders|forces)\b"
)
_OPEN = re.compile('[“”"]')


def by_spokesman(phrase: str, text: str, persons: Sequence[tuple[Person, str]], table: Table) -> tuple[str, str] | None:
    """The movement of "the Armed Forces", "the spokesman", "the statement" by who speaks for it in the report.

    Args:
        phrase: of a source.
        text: of the report.
        persons: of the report, each with the party that is known to be theirs whatever the report says, "" for none.
        table: the parties.

    Returns:
        The party and the reason; None where nobody of a movement is known to speak for the body.
    """
    spoken_for = [(person, party, body) for person, party in persons if party for body in _spoken_for(person, text)]
    wanted = _BODY.search(phrase)
    if wanted:
        spoken_for = [each for each in spoken_for if wanted[0].casefold() in each[2].casefold()]
    elif not _ITS_VOICE.fullmatch(phrase):
        return None
    if len({party for _, party, _ in spoken_for}) != 1:
        return None
    person, party, body = spoken_for[0]
    movement = table.party_of(party)
    if movement is None or movement.kind != "group":  # a state's own bodies are told from those of other states
        return None
    return party, f"{person.name}, who speaks for the {body}, is of {party}"


def _spoken_for(person: Person, text: str) -> Iterator[str]:
    before = (_TITLED.search(text, max(0, at.start - 100), at.start) for at in person.spans)
    for post in (*person.posts, *(match[1] for match in before if match)):
        for match in _SPEAKS_FOR.finditer(post):
            body = _BODY.search(match["body"] or match["before"])
            if body:
                yield body[0]


def by_same_body(phrase: str, text: str, span: Span, table: Table) -> tuple[str, str] | None:
    """The state of "state television" by the only one named with it, else by who opens its sentence.

    The second is why.
    """
    media = _MEDIA.fullmatch(ARTICLE.sub("", phrase))
    if media is None:
        return None
    before = [match for match in re.finditer(rf"{_NATION}{re.escape(media[0])}", text, re.I) if match[1][0].isupper()]
    found = {guess.party: match[0] for match in before if (guess := table.party_of(match[1])) and guess.party}
    if len(found) == 1:
        [(party, words)] = found.items()
        return party, f'the report has "{words}"'
    opening = re.match(rf"(?:The )?{_NATION}", sentence_around(text, span).lstrip())
    guess = table.party_of(opening[1]) if opening else None
    return (guess.party, f'its sentence begins with "{opening[1]}"') if opening and guess and guess.party else None


def by_speaker_before(
    phrase: str, text: str, span: Span, cue: Span | None, spoke: tuple[str, int], table: Table
) -> tuple[str, str] | None:
    """The state of "the military" right after somebody of a state has spoken in the paragraph, unless it denies that.

    The second is why.

    Args:
        phrase: of a source.
        text: of the report.
        span: of the phrase.
        cue: what it does.
        spoke: which party spoke last, and where.
        table: the parties.
    """
    guess = table.party_of(spoke[0]) if spoke[0] else None
    begin = text.rfind("\n", 0, span.start) + 1
    against = cue and _AGAINST.search(text, cue.start, cue.end)
    if not _ORGAN.fullmatch(phrase) or guess is None or guess.kind != "state" or spoke[1] < begin or against:
        return None
    return spoke[0], f"is of who spoke just before, for {spoke[0]}"


def by_own_paper(report: Report, places: Sequence[tuple[str, Span]], table: Table) -> tuple[str, str] | None:
    """The side of a local paper: that of the town it is called after, or of those that it tells of where it says "our".

    The second is why. None for a paper that never says "our region", "our side", whatever it is called.
    """
    text = report.text
    ours = next((match for match in _OUR.finditer(text) if not is_quoted(text, match.start())), None)
    if ours is None:
        return None
    for word in words_of(report.outlet or ""):
        party = land_of(word.capitalize(), text, table)
        if party:
            return party, f'the paper of {word.capitalize()} says "{ours[0]}"'
    begin, end = text.rfind("\n", 0, ours.start()) + 1, text.find("\n", ours.end())
    near = [name for name, at in places if begin <= at.start < (end if end >= 0 else len(text))]
    lands = {party: name for name in near if (party := land_of(name, text, table))}
    return (next(iter(lands)), f'"{ours[0]}" beside {next(iter(lands.values()))}') if len(lands) == 1 else None


def is_quoted(text: str, at: int) -> bool:
    """Whether marks are open at ``at`` in its line."""
    return len(_OPEN.findall(text, text.rfind("\n", 0, at) + 1, at)) % 2 == 1
