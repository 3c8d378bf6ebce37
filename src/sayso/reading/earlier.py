"""Who spoke earlier in a report, for words that point back: "it", "the ministry", "the president"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.roster import role_words, source_words, words_of
from sayso.reading.scene import Speaker, Told
from sayso.reading.source_phrases import SEVERAL
from sayso.types import Span

FAR = 900
"""Characters back in which a pronoun looks for its person: about three paragraphs of wire text."""
EVIDENCE = re.compile(
    r"\b(?:intelligence|images?|imagery|pictures?|photographs?|footage|videos?|documents?|records|maps?|data|media|"
    r"newspapers|sources?)\b",
    re.I,
)
THE = re.compile(r"the (?:same )?(?=\w+(?:[ -]\w+){0,2}$)", re.I)
HANGS_ON = re.compile(r",| (?:of|for|from|in|at|on|near|with|to|who|close|familiar|speaking|quoted|reached)\b")


def party_lines(speaker: Speaker) -> tuple[str, ...]:
    """The reasons for a speaker's party."""
    return tuple(line for line in speaker.because if line.startswith("party:"))


def opens_sentence(text: str, at: int) -> bool:
    """True for a name within the first words of its sentence, as a subject is."""
    return len(re.split(r"[.!?]\s|\n", text[max(0, at - 200) : at])[-1].split()) <= 4


_ACTS = re.compile(
    r"(?:The )?(?P<who>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,4}(?: (?:fighters|forces|troops|units))?) "
    r"(?:had |has |have )?(?:attacked|captured|seized|took|taken|stormed|shelled|struck|ambushed|raided|fired|launched|"
    r"overran|overrun|entered|retook|retaken|killed|destroyed|bombed|opened|withdrew|withdrawn|left|released|freed)\b"
)


def acting_before(text: str, span: Span, earlier: Sequence[Told]) -> Span | None:
    """Who acts in the sentence right before "it", where nobody speaks in it: "The Guard took a post. It claims ..."."""
    begin = max(0, span.start - FAR // 3)
    before = text[begin : span.start].rstrip(" ")
    words = re.split(r"(?<=[.!?])[”\"’»]?\s+|\n", before)[-1]
    start = begin + before.rfind(words)
    acts = _ACTS.match(words)
    if not acts or not words.endswith(".") or any(start <= told.at < span.start for told in earlier):
        return None
    return Span(start + acts.start("who"), start + acts.end("who"))


def may_be_he(speaker: Speaker) -> bool:
    """Whether "he" or "she" may mean a speaker: a person, and none of "two operatives", "the media"."""
    described = speaker.kind == "described"
    return speaker.kind == "person" or (
        described and not SEVERAL.match(speaker.name) and not EVIDENCE.search(speaker.name.split(",")[0])
    )


def last_body(span: Span, phrase: str, earlier: Sequence[Told], *, several: bool) -> Speaker | None:
    """What "it" or, where ``several``, "they" means: the last that spoke and is no person; pictures and people last."""
    fits = [
        told.speaker
        for told in reversed(earlier)
        if told.at < span.start
        and told.speaker.name
        and (several or told.speaker.kind not in ("person", "outlet", "none", "several"))
    ]
    found = next((each for each in fits if several or _may_be_it(each)), fits[0] if fits else None)
    return again(found, phrase, "which") if found else None


def _may_be_it(speaker: Speaker) -> bool:
    plain = set(words_of(speaker.name))
    return speaker.kind != "described" or not (
        SEVERAL.match(speaker.name)
        or EVIDENCE.search(speaker.name)
        or role_words(speaker.name)
        or plain & source_words().independent
    )


def same_body(span: Span, phrase: str, earlier: Sequence[Told]) -> Speaker | None:
    """The body that spoke last under a name that holds the words of "the ministry", "the Task Force"."""
    article = THE.match(phrase)
    wanted = words_of(phrase[article.end() :]) if article else []
    if not {*wanted} & source_words().bodies or {*wanted} & source_words().rulers or role_words(phrase):
        return None
    for told in reversed(earlier):
        name = words_of(told.speaker.name)
        nouns = (*name[-1:], *words_of(HANGS_ON.split(told.speaker.name)[0])[-1:])  # "Ministry of Works" is a ministry
        if told.at < span.start and told.speaker.kind == "body" and {*wanted} < {*name} and wanted[-1] in nouns:
            return again(told.speaker, phrase, "which")
    return None


def described_again(span: Span, phrase: str, earlier: Sequence[Told]) -> Told | None:
    """The last that was told by who is not named, where "the field commander" means "a rebel field commander"."""
    article = THE.match(phrase)
    wanted = words_of(phrase[article.end() :]) if article else []
    for told in reversed(earlier):
        head = words_of(HANGS_ON.split(told.speaker.name)[0])
        same = bool(wanted) and told.speaker.kind == "described" and wanted[-1:] == head[-1:] and {*wanted} < {*head}
        if same and told.at < span.start:
            return told
    return None


def again(speaker: Speaker, phrase: str, who: str = "who") -> Speaker:
    """The same speaker under other words."""
    why = f'speaker: "{phrase}" is {speaker.name}, {who} spoke before'
    return Speaker(speaker.name, speaker.party, (why, *party_lines(speaker)), speaker.kind)
