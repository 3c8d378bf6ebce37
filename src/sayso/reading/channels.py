"""How it was said, where the text names it: in the clause of the statement, or for the same occasion beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.reading.roster import source_words
from sayso.reading.said import LOOKING_BACK, NOT_SIMPLE
from sayso.reading.sentences import sentence_at
from sayso.types import Attribution, Span, Statement, cover
from sayso.values.channels import channel_of

BREAK = re.compile(r"[;\n]|, (?:but|while|and|whereas) (?=\w+ \w+)")


def named_channel(text: str, attribution: Attribution, everything: Sequence[Attribution], sentences: list[Span]) -> str:
    """The channel that the statement's own clause names, "" for none; what the content speaks of does not count."""
    if not attribution.cue:
        return ""
    cue = attribution.cue[0]
    sentence = sentence_at(sentences, cue.start)
    if sentence is None:
        return ""
    parts = (*attribution.source, *attribution.cue)
    whole = cover(parts)
    own = " ".join(text[p.start : p.end] for p in sorted(parts))
    found = channel_of(own)
    if found:
        return found
    if attribution.source and _is_anonymous(text, attribution.source):
        return "anonymous source"
    return channel_of(
        _clause(text, sentence, whole.start, whole.end, [p for a in everything for p in a.content], attribution)
    )


def _is_anonymous(text: str, source: tuple[Span, ...]) -> bool:
    """True for somebody who will not be named, said in the phrase or right after it."""
    words = text[source[0].start : source[-1].end].lstrip('“”" ')
    anonymity = source_words().anonymity
    hidden = anonymity.search(words) or anonymity.match(text, source[-1].end, source[-1].end + 80)
    asked = (
        hidden is not None
        and re.search(r"by (?:telephone|phone)|reached|contacted|interviewed|consulted|quoted|cited", hidden[0]) is None
    )
    return asked or (ANONYMOUS.match(words) is not None and not re.match(r"[A-ZÀ-Þ]\w+n sources", words))


def _clause(text: str, sentence: Span, low: int, high: int, contents: list[Span], attribution: Attribution) -> str:
    """The words of the sentence around source and cue, without any content, up to the next clause and the next cue."""
    start, end = max(sentence.start, low - 120), min(max(sentence.end, high), high + 160)
    for cut in BREAK.finditer(text, high, end):
        if not any(p.start <= cut.start() < p.end for p in attribution.content):
            end = cut.start()
            break
    near = [p for p in contents if p.start < end and start < p.end]
    kept, at = "", start
    for piece in sorted(near):
        kept += text[at : max(at, piece.start)] + " "
        at = max(at, piece.end)
    return re.sub(r"\s+", " ", kept + text[at:end])


def share_channels(text: str, statements: list[Statement]) -> list[Statement]:
    """A channel passes to the next statement of a speaker on the same occasion, and back to the one before."""
    out = list(statements)
    for order, step in ((range(1, len(out)), -1), (range(len(out) - 2, -1, -1), 1)):
        for i in order:
            giver = out[i + step]
            if (
                not out[i].channel
                and _same_occasion(text, giver, out[i])
                and _fits(text, giver.channel, out[i], back=step > 0)
            ):
                out[i] = replace(out[i], channel=giver.channel)
    return out


SPOKEN = frozenset(
    "speech|interview|telephone|tv|radio|press conference|parliament|voice message|anonymous source".split("|")
)
WRITTEN = frozenset(
    "twitter|facebook|telegram|letter|messaging channel|social media|report|press statement|communiqué|e-mail"
    "|text message".split("|")
)
WRITES = re.compile(
    r"\b(?:wrote|writes|added|adds|posted|reads|read|continued|gives|puts|lists|counts|made no|gave no|did not)\b", re.I
)
TELLS = re.compile(r"\b(?:told|declared|asked)\b", re.I)


def _fits(text: str, channel: str, taker: Statement, *, back: bool) -> bool:
    """True where the verb suits the channel: what is written is not said; backwards only to "told" and "declared"."""
    verb = text[taker.cue[0].start : taker.cue[0].end]
    if back:
        return channel in SPOKEN and TELLS.search(verb) is not None
    return (channel in SPOKEN and not re.search(r"\bwr[io]t", verb)) or (
        channel in WRITTEN and WRITES.search(verb) is not None
    )


ISSUED = re.compile(
    r"\b(?:statement|communiqu[eé]s?|declaration|bulletin|proclamation)\b[^\n]{0,30}\b(?:no\b|nr\b|number|on|of)"
    r"|issued the following|carried as received|(?:text )?as (?:received|released)|carried whole|"
    r"makes? (?:of )?know(?:n|ledge)|brings? to the knowledge|full text of (?:the|a) (?:statement|communiqu)",
    re.I,
)
NUMBERED = re.compile(r"^(?:\d{1,2}[.)°]|[-–•]|(?:FIRST|SECOND|THIRD|FOURTH):)\s", re.M)
BROADCAST = re.compile(
    r"\b(?:as broadcast|as aired|broadcast|television|interview|press conference|news conference|briefing"
    r"|parliament|assembly|house|senate|radio)\b",
    re.I,
)


@lru_cache(maxsize=4)  # asked for each statement of a report
def channel_of_whole(text: str) -> tuple[str, str]:
    """What a report is as a whole: ("issued", "press statement"), ("transcript", "tv"), or ("", "")."""
    opening = text[:600]
    if ISSUED.search(opening) and (
        len(NUMBERED.findall(text)) >= 3 or re.search(r"issued the following|as received", opening, re.I)
    ):
        return "issued", "press statement"
    match = BROADCAST.search(opening)
    return ("transcript", channel_of(opening[max(0, match.start() - 30) : match.end() + 30])) if match else ("", "")


def whole_channel(text: str, attribution: Attribution, whole: tuple[str, str]) -> str:
    """The channel that a statement has because the report is all one communiqué, or all one broadcast."""
    kind, channel = whole
    label = bool(attribution.cue) and text[attribution.cue[0].start : attribution.cue[0].end].strip() in (
        ":",
        "-",
        "–",
        "—",
    )
    if kind == "transcript":
        return channel if label and attribution.source and text[: attribution.source[0].start].endswith("\n") else ""
    if kind == "issued" and attribution.cue:
        low = text.rfind("\n", 0, attribution.cue[0].start) + 1
        return channel if NUMBERED.match(text, low) or text[:low].rstrip().endswith(":") else ""
    return ""


ANONYMOUS = re.compile(
    r"^(?:an?|one|two|three|several|some|the)?\s*(?:\w+ ){0,3}(?:sources?\b|circles\b|insiders?\b|(?:person"
    r"|people|persons|officials?|officers?|aides?|advisers?|diplomats?) (?:close to|familiar with|briefed on"
    r"|with knowledge|in (?:his|her|its|their) own|who were in|employed there|in the room|of the presidency))",
    re.I,
)


def _same_occasion(text: str, giver: Statement, taker: Statement) -> bool:
    if (
        giver.speaker != taker.speaker
        or not giver.speaker
        or giver.said != taker.said
        or not giver.cue
        or not taker.cue
    ):
        return False
    first, last = sorted((giver.cue[0].start, taker.cue[0].start))
    words = text[taker.cue[0].start : taker.cue[0].end]
    looking_back = LOOKING_BACK.search(words) or LOOKING_BACK.search(text[giver.cue[0].start : giver.cue[0].end])
    return (
        text.count("\n\n", first, last) <= 1
        and last - first < 600
        and not looking_back
        and not NOT_SIMPLE.search(words)
    )
