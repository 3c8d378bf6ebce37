"""Statements that the model misses and a pattern finds safely.

What could not be verified, who gave no comment, whose calls went unanswered, who rejects what: wires word these alike.
A cue found here yields to one of the model's that overlaps it, except where the model has cut it short. Then transcripts
("Label: sentences"), and quotations that no statement has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reading.quotes import Quotation, is_speech
from sayso.reading.stance import base_forms, look_up, stances
from sayso.types import Attribution, Span

VERIFY = r"(?:verif\w+|confirm\w*|check\w*|authenticat\w+|establish\w*|determin\w+|ascertain\w*|corroborat\w+|clarif\w+|geolocat\w+|assess\w*|prov(?:e|ed|en))"
ADVERB = r"(?:(?:independently|immediately|initially|so far|at first|yet|officially|directly|fully|reliably|for now|as yet|still|also|himself|herself|itself|themselves|publicly|reliably) )*"
CHAR = r"(?:[^.;,“”\"]|(?<=\d)[.,](?=\d))"
REST = r"(?P<content>(?:[^.;“”\"]|(?<=\d)\.(?=\d)){2,160}?)(?=[.;]|, (?:but|and|which|who|saying|adding|while|although|though)\b|$| but | by (?:an? )?independent| for now)"
NOUN = r"(?P<source>(?:(?:[^\s.;:,“”\"]+ ){0,7}[^\s.;:,“”\"]+|[^\s.;:,“”\"]+(?: [^\s.;:,“”\"]+){0,7}, (?:who|which|whose|the|a|an)[^.;:,“”\"]{3,80},))"
SAY = r"(?:say|comment|elaborate|specify|answer|discuss|disclose|reveal|explain|confirm|give|name|provide|tell|speak|talk|be drawn|respond|react|reply|go into|identify|speculate|release|clarify|pronounce \w+|express \w+)"
SAID = r"(?:said|says|declared|stated|announced|claimed|reported|charged|alleged|warned|insisted|complained|acknowledged|admitted|conceded|confirmed|stressed|noted|argued|contended|maintained|asserted)"
SUBJECT = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Ss]ome|[A-Z][\w’'-]+)(?: [\w’'-]+){0,8}(?:, (?:who|which|whose|an? )[^,.;“”\"]{3,60},)?|[Hh]e|[Ss]he|[Ii]t|[Tt]hey)"
TEXT = r"[^;“”\"\n]{15,300}?"
FORMS: tuple[str, ...] = (
    # Neither account could be independently verified.
    rf"(?P<content>[^.;:“”\"]{{3,120}}?)(?:,)? (?P<cue>(?:could|can|cannot|can not)(?: (?:not|so far|initially|hardly|neither))* (?:not )?be {ADVERB}{VERIFY}|(?:has|have) not been {ADVERB}{VERIFY}|(?:is|was|were) not to be {VERIFY}(?: independently)?)",
    # It was not possible to verify the information.
    rf"(?:It|it) (?:was|is|has been) (?:{ADVERB})?(?P<cue>(?:not (?:{ADVERB})?possible|impossible)(?: for \w+)? to {ADVERB}{VERIFY}) {REST}",
    # Tesserine could not independently verify either account.
    rf"{NOUN} (?P<cue>(?:(?:could|can) ?not|was unable to|were unable to|has been unable to|have been unable to|(?:was|were|has|have)(?: so far)? not (?:been )?able to|had no means of|has no means of|had no way of|has no way of|was not in a position to|were not in a position to) {ADVERB}{VERIFY}) {REST}",
    # There was no immediate confirmation from the authorities (of the loss).
    r"[Tt]here (?:was|is|has been|were) (?:initially |at first |still |so far |as yet )?(?P<cue>no (?:\w+ ){0,2}(?:confirmation|comment|reaction|response|word|reply|statement))(?: (?:from|by) (?P<source>[^.;,“”\"]{3,80}?))?(?: (?:of|that|on|about|to) (?P<content>[^.;,“”\"]{3,120}?))?(?=[.;,]|$)",
    # From Armenia ... there was initially no confirmation of the loss of the city.
    r"From (?P<source>(?:the )?[^.;,“”\"]{3,60}?)(?:, [^.;“”\"]{3,80},)? (?:there )?(?:was|came|is)(?: there)? (?:initially |at first |still |so far )?(?P<cue>no (?:\w+ ){0,2}(?:confirmation|comment|reaction|response|word)(?: of)?)(?: (?P<content>[^.;,“”\"]{3,100}?))?(?=[.;,]|$)",
    # To the whereabouts of the garrison he made no information.
    r"(?:To|On|About|Over) (?P<content>(?:the |his |her |its )?[^.;,“”\"]{3,70}?) (?P<source>he|she|it|they|the \w+(?: \w+)?|[A-Z]\w+(?: [A-Z]\w+)?) (?P<cue>(?:made|gave) no (?:information|statements?|details)|did not (?:react|reply|respond|answer)|(?:did|does) not (?:want to |wish to )?(?:comment|express (?:him|her|it)self|say)|lost no word|breathed no word)",
    # X did not respond to a request for comment.
    rf"{NOUN} (?P<cue>(?:did|does|do|has|have|had) not (?:immediately |so far |yet )?(?:respond(?:ed)?|repl(?:y|ied)|react(?:ed)?|answer(?:ed)?|comment(?:ed)?)(?: (?:to|on))?)(?: {REST})?",
    # She declined to comment; refused to say how many were missing; would not be drawn on reports.
    rf"{NOUN} (?:but )?(?P<cue>(?:declin\w+|refus\w+) to {SAY}(?: on| about)?|(?:would|will|did|does|do|could|has|have) not {SAY}(?:ed)?(?: on| about)?|would not be drawn(?: on)?|(?:gave|offered|provided|made|has given|gives|offers) no(?= \w+)|had no comment(?: on)?|has no comment|kept silent|remained silent|neither confirmed nor denied|has neither confirmed nor denied|will neither confirm nor (?:deny|rule out)|would neither confirm nor deny|made no (?:information|statements?|mention of)|left open)(?: {REST})?",
    # Where they were now he could not or would not tell.
    r"(?:^|(?<=[.;:–—] ))(?P<content>(?:Where|Who|Whether|When|How|If|Why|What|Which)[^.;:“”\"?]{5,100}?),? (?P<source>he|she|it|they|we|the \w+(?: \w+)?|[A-Z]\w+(?: [A-Z]\w+)?) (?P<cue>left open|(?:(?:did|does|do|could|would|will|can)(?: not|not)(?: or would not)?|cannot) (?:say|tell|specify|reveal|explain|know|confirm|disclose)|kept to (?:him|her|it)self)",
    # Asked about reports of a retreat, she declined to comment.
    rf"Asked (?:about|whether|if|how|why|when|where) (?P<content>[^.;,“”\"]{{3,100}}), (?P<source>[^\s.;,“”\"]+(?: [^\s.;,“”\"]+){{0,3}}) (?P<cue>(?:declin\w+|refus\w+) to {SAY}|would not be drawn|would not say|did not (?:answer|reply|respond)|had no comment|hangs? up|hung up)",
    # Calls to his Defence Ministry go unanswered.
    r"(?:Calls|Repeated calls|Questions|E-?mails|Messages|Requests)(?: for comment)? to (?P<source>[^.;,“”\"]{3,60}?) (?P<cue>(?:go|went|were|remained|have gone) (?:un(?:answered|returned)|without (?:an )?(?:answer|reply)))",
    # by most estimates, 17,000 people died
    r"(?:, |^|\b(?:that|which),? )?(?P<cue>by) (?P<source>(?:most|some|several|many|official|independent|other|its own|their own|[^.;,“”\"]{3,40}?[’']s?(?: own)?) (?:estimates?|counts?|reckoning|accounts?|tall(?:y|ies)|calculations?)), (?P<content>CHAR{5,140}?)(?=[.;,](?!\d)|$)".replace("CHAR", CHAR),
    # Tolmigrad disputes the figure.
    r"(?P<source>[A-Z][^\s.;:,“”\"]*(?: [^\s.;:,“”\"]+){0,5}?) (?P<cue>(?:(?:has|have|had|promptly|immediately|also|later|strongly|flatly|firmly|categorically) )*(?:(?:reject|den|dismiss|disput|contest|refut|contradict)(?:s|ed|ies|ied|es|y)?|rul(?:es|ed) out)) (?P<content>(?:this|these|those|that|it|the (?:claims?|figures?|numbers?|reports?|allegations?|accusations?|account|version|story|charges?)|any (?:involvement|responsibility|such \w+))(?: \w+)?)(?=[.;,]|$| (?:on|already|as|at|ever)\b)",
    # a claim contested by Ruzhenia; a claim that Ruzhenia contests
    r"(?P<content>an? (?:claim|account|version|allegation|accusation|charge|figure|report)) (?P<cue>contested|disputed|denied|rejected|dismissed|confirmed) by (?P<source>[^.;,“”\"]{3,50}?)(?=[.;,]|$)",
    r"(?P<content>an? (?:claim|account|version|allegation|accusation|charge|figure|report)) (?:that|which) (?P<source>[^.;,“”\"]{3,50}?) (?P<cue>contests|disputes|denies|rejects|dismisses|contested|disputed|denied|rejected|dismissed)(?=[.;,]|$)",
    # Federal artillery put 22 shells into the town, the Front charged. / ..., charged the Front.
    rf"^(?P<content>{TEXT}), (?P<source>{SUBJECT}) (?P<cue>{SAID})(?=[.,;]|$| (?:on|in|at|to|late|early|during|after|by|overnight|yesterday|today)\b| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
    rf"^(?P<content>{TEXT}), (?P<cue>{SAID}) (?P<source>{SUBJECT})(?=[.;]|$)",
    # The general staff said (in a morning update) that the road remained open.
    rf"^(?P<source>{SUBJECT}) (?P<cue>(?:also |had |has |have )?{SAID})(?: (?:on|in|at|to) [\w ]{{3,30}}?)? that (?P<content>{TEXT})(?=[.;]|$| but )",
)
PATTERNS = tuple(re.compile(form) for form in FORMS)
LABEL = re.compile(r"^(?P<source>(?:[A-ZÀ-Þ][\w.’']*)(?: [A-ZÀ-Þ(][\w.’')]*){0,3})(?P<cue>:|\.? [–—-]) (?P<content>\S.{3,})$", re.M)
INTRODUCTION = re.compile(rf"(?:^|(?<=[.!?”\"»\n] )|(?<=\n))(?P<source>{SUBJECT}),? (?P<cue>(?:also |had |has |then )?\w+)(?: [^.;:“”\"\n]{{0,60}})?:\s$")
AFTER = re.compile(
    r"[,.!?…]?[”\"’»]?[ \t]*[”\"]?[ \t]*(?:(?P<verb>[Ss]aid|[Ss]ays|[Aa]dded|[Ww]rote|[Dd]eclared|[Ss]tated|[Aa]sked|[Ww]arned|[Tt]old|[Rr]eplied|[Ii]nsisted|[Cc]ried|was the reply of|[Cc]ountered|[Rr]etorted) (?P<who>[^.;,:“”\"\n]{2,70}?)(?=[.,;\n]| (?:in|on|at|to|when|after|before|as|during|happily|from)\b)"
    r"|(?P<who2>(?:[^\s.;:“”\"]+,? ){0,8}?[^\s.;:,“”\"]+),? (?P<verb2>said|says|added|wrote|declared|stated|asked|warned|told|replied|insisted|posted|tweeted)\b)"
)


FIRST_PERSON = re.compile(r"(?:I|you)$")


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a pattern: the attribution and the stretch that the pattern covers."""

    attribution: Attribution
    cue: Span


def find_gaps(text: str, attributions: list[Attribution], sentences: list[Span], quotations: list[Quotation]) -> list[Attribution]:
    """The attributions, completed by what patterns, labels and loose quotations add."""
    out = list(attributions)
    for found in (*_by_pattern(text, sentences, quotations), *_labels(text)):
        out = _add(text, out, found)
    for found in _introduced(text, quotations):
        out = _take_over(out, found)
    return [*out, *_loose_quotations(text, out, quotations)]


def _by_pattern(text: str, sentences: list[Span], quotations: list[Quotation]) -> Iterator[Found]:
    for sentence in sentences:
        for pattern in PATTERNS:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                cue = Span(*match.span("cue"))
                if match["cue"][:2] != "by" and FIRST_PERSON.match(match.groupdict().get("source") or ""):
                    continue
                if any(q.inner.start <= cue.start < q.inner.end for q in quotations):
                    continue
                source = _clause(text, match, "source")
                content = _clause(text, match, "content")
                yield Found(Attribution(source, (cue,), content, 0.5), cue)
                break


STARTS = re.compile(r"^(?:.*\([^)\n]{2,60}\)\.?[ \t]?[-–—]+ |.*(?:[,;:] |[–—-] | )(?:but|and|while|as|though|although|yet) |(?:but|and|while|yet|meanwhile,?|however,?) |that )", re.I | re.S)


def _clause(text: str, match: re.Match[str], part: str) -> tuple[Span, ...]:
    """A named part of a match without the conjunction, dateline or clause that stands before it."""
    if part not in match.re.groupindex or match[part] is None:
        return ()
    start, end = match.span(part)
    lead = STARTS.match(text[start:end]) if text[end : end + 1] == " " and match.start("cue") > start else None
    start += lead.end() if lead and lead.end() < end - start else 0
    while start < end and text[start] in " ,":
        start += 1
    while end > start and text[end - 1] in " ,":
        end -= 1
    return (Span(start, end),) if end > start else ()


def _add(text: str, attributions: list[Attribution], found: Found) -> list[Attribution]:
    """The attributions with one more; a model's cue in the same place stays, unless it was cut short."""
    same = [a for a in attributions if a.cue and any(_overlap(c, found.cue) for c in a.cue)]
    if any(a.content and a.source for a in same) or any(not found.attribution.source and a.content for a in same):
        return attributions
    kept = [a for a in attributions if a not in same]
    merged = found.attribution
    if same:
        merged = Attribution(same[0].source or merged.source, merged.cue, same[0].content or merged.content, merged.score)
    return [*kept, merged]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _labels(text: str) -> Iterator[Found]:
    """`Toghaybeyli: Two.`: in a text with such lines throughout, each is a statement."""
    lines = [m for m in LABEL.finditer(text) if not m["source"].isdigit()]
    seen = Counter(m["source"] for m in lines)
    if len(lines) < 4 or max(seen.values(), default=0) < 2:
        return
    for match in lines:
        if seen[match["source"]] > 1 or len(match["source"].split()) <= 3:
            cue = Span(*match.span("cue"))
            content = Span(match.start("content"), match.start("content") + len(match["content"].rstrip()))
            yield Found(Attribution((Span(*match.span("source")),), (cue,), (content,), 0.5), cue)


def _introduced(text: str, quotations: list[Quotation]) -> Iterator[Found]:
    """`Aliyev triumphed: “...”`: a subject, a verb of the table and a colon right before a quotation."""
    for quotation in quotations:
        match = INTRODUCTION.search(text, max(0, quotation.outer.start - 160), quotation.outer.start)
        if match is None or not is_speech(text, quotation) or look_up(base_forms(match["cue"]), stances().cues) is None:
            continue
        cue = Span(*match.span("cue"))
        if not any(q.inner.start <= cue.start < q.inner.end for q in quotations):
            yield Found(Attribution((Span(*match.span("source")),), (cue,), (quotation.inner,), 0.5), cue)


def _take_over(attributions: list[Attribution], found: Found) -> list[Attribution]:
    """The attributions with the introduced quotation: it is taken from a statement whose cue stands further off."""
    if any(a.cue and _overlap(c, found.cue) for a in attributions for c in a.cue):
        return attributions
    quotation, start = found.attribution.content[0], found.attribution.source[0].start
    out = []
    for each in attributions:
        if each.cue and each.cue[0].end <= start:
            cut = tuple(Span(p.start, min(p.end, start)) if p.start < start < p.end else p for p in each.content)
            each = Attribution(each.source, each.cue, tuple(p for p in cut if not _overlap(p, quotation)), each.score)
        out.append(each)
    return [*out, found.attribution]


def _loose_quotations(text: str, attributions: list[Attribution], quotations: list[Quotation]) -> Iterator[Attribution]:
    """A quotation that no statement has, with the verb and the name that stand right after it."""
    for quotation in quotations:
        if not is_speech(text, quotation) or any(_overlap(quotation.inner, c) for a in attributions for c in (*a.content, *a.cue)):
            continue
        match = AFTER.match(text, quotation.inner.end, min(len(text), quotation.outer.end + 160))
        if match is None:
            continue
        verb, who = ("verb", "who") if match["verb"] else ("verb2", "who2")
        cue, source = Span(*match.span(verb)), Span(*match.span(who))
        if not any(_overlap(cue, c) for a in attributions for c in a.cue):
            yield Attribution((source,), (cue,), (quotation.inner,), 0.5)
