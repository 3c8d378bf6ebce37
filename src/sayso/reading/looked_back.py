"""Sources that point back at what was named before: "the MoD", "the agency", "one of them", "another", "the statement".

``earlier`` knows who spoke; here stands what was only named, and who gave what is quoted again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.earlier import FAR, again, party_lines
from sayso.reading.roster import Roster, source_words
from sayso.reading.scene import Scene, Speaker, Told
from sayso.reading.state_bodies import STATE_BODIES
from sayso.types import Span

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_SHORT = re.compile(rf"(?:the )?(?:{_WORD} )?(?P<short>(?=\w*[a-z])[A-ZÀ-Þ]\w*[A-ZÀ-Þ]\w*)", re.IGNORECASE)
_FULL = rf"(?P<full>(?:{_WORD} (?:(?:of|for|and) (?:the )?)?){{2,7}})"
_THE_BODY = re.compile(r"[Tt]he (?P<noun>[a-z]+)")
_OF_THEM = re.compile(r"(?:one|two|some|several|another|many) of them", re.IGNORECASE)
_THEM = re.compile(
    rf"(?P<them>{_WORD} (?:[a-z]+ )?(?:soldiers|troops|fighters|officers|officials|men|women|residents|pilots|bloggers|"
    r"lawmakers|diplomats|prisoners|captives|commanders|gunmen))\b"
)
_ONE = re.compile(r"(?:an?|one) (?=\w)", re.IGNORECASE)
_STATEMENT = re.compile(r"the (?:same )?(?:statement|communiqu[eé]|message)", re.IGNORECASE)


def long_form(text: str, phrase: str, span: Span) -> Span | None:
    """Where a text spells out "the MoD": the name with "(MoD)" behind it, the last one before ``span`` if one is."""
    short = _SHORT.fullmatch(phrase)
    if short is None or short["short"].islower() or short["short"].isupper():
        return None
    found = [match.span("full") for match in re.finditer(rf"{_FULL}\({re.escape(short['short'])}\)", text)]
    before = [each for each in found if each[1] < span.start] or found
    return Span(before[-1][0], before[-1][1] - 1) if before else None


def named_before(text: str, phrase: str, span: Span, roster: Roster) -> Span | None:
    """The body named last before "the agency" in its paragraph, if its name ends so or its letters do: the "IAEA"."""
    the = _THE_BODY.fullmatch(phrase)
    if the is None or the["noun"] not in source_words().bodies - source_words().rulers - STATE_BODIES:
        return None
    begin = text.rfind("\n", 0, span.start) + 1
    before = max((at for _, at in roster.bodies if begin <= at.start and at.end <= span.start), default=None)
    name = text[before.start : before.end] if before else ""
    ends_so = " " in name and name.casefold().endswith(f" {the['noun']}")
    in_letters = re.fullmatch(r"[A-Z]{3,6}", name) and name[-1].casefold() == the["noun"][0]
    return before if ends_so or in_letters else None


def one_more(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """One of a group that was named, "one of them", or the next of a kind of whom one has spoken: "another"."""
    text = scene.report.text
    begin = text.rfind("\n", 0, span.start) + 1
    if _OF_THEM.fullmatch(phrase):
        them = list(_THEM.finditer(text, begin, span.start))
        if not them:
            return None
        words = them[-1]["them"]
        party, why = scene.sides.of_phrase(words, Span(*them[-1].span("them")), None)
        name = re.sub(r"them$", f"the {words}", phrase[:1].lower() + phrase[1:])
        return Speaker(name, party, (f'speaker: "{phrase}" is of the {words}', *why), "described")
    last = earlier[-1] if earlier else None
    if phrase.lower() != "another" or last is None or last.at < begin or not _ONE.match(last.speaker.name):
        return None
    name = _ONE.sub("another ", last.speaker.name, count=1)
    return Speaker(
        name, last.speaker.party, (f'speaker: "{phrase}" is {name}', *party_lines(last.speaker)), "described"
    )


def giver_again(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """Whose "the statement" is: who spoke last, a person or a body."""
    last = earlier[-1] if earlier else None
    if last is None or not _STATEMENT.fullmatch(phrase) or span.start - last.at > FAR:
        return None
    return again(last.speaker, phrase) if last.speaker.kind in ("person", "body", "place") else None
