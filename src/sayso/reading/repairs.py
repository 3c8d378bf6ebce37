"""Attributions put right by rules that a person can read: edges, quotations cut short, contents that ran over.

Each rule takes the attributions of one report and gives them back; each is kept because it helped on the development
reports. ``gaps`` adds what the model misses and a pattern finds safely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reading.accusations import find_accuser, leave_far_owner
from sayso.reading.denials import find_denier, find_passive_denier, leave_denied, take_ownerless
from sayso.reading.gaps import find_gaps
from sayso.reading.page import Page, Rule
from sayso.reading.quotes import Quotation, is_speech
from sayso.reading.sentences import sentence_at, trim
from sayso.reading.source_edges import drop_no_source, find_opening, keep_near_source, leave_beside, leave_verb
from sayso.reading.stance import base_forms, look_up, stances
from sayso.types import Attribution, Span, cover

DATELINE = re.compile(r"(?:^|(?<=\n))[^\n]{2,110}?\([^)\n]{2,60}\)\.?[ \t]?[-–—]+[ \t]")
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\b(?:\s+\w+){0,2}?\s+\w+(?:ed|en|id)$", re.I)
LEADING = re.compile(r"(?:[\s,;:–—-]|that\b(?!\s+(?:is|was)\b)(?=\s))+", re.I)
TRAILING = re.compile(r"[\s;:–—]+$")
ANAPHOR = re.compile(
    r"(?:this|that|it|these|those|(?:the|this|that|these|those) (?:claims?|figures?|numbers?|reports?"
    r"|allegations?|accusations?|account|version|story|charges?))(?=\s+(?:on|at|the same|in|already|furthermore"
    r"|however|also|yesterday|today|immediately|again|by)\b)",
    re.I,
)
REJECTS = re.compile(
    r"\b(?:den\w+|reject\w*|dismiss\w*|disput\w+|contest\w*|contradict\w*|refus\w+|refut\w+|confirm\w*|admi\w+|conced\w+)\b",
    re.I,
)
NAMING = re.compile(
    r"^(?:still |also )?(?:calls?|called|knows?|known|names?|named|is called|are called|is considered|is regarded"
    r"|considers?|known as|refers? to|can refer to)$",
    re.I,
)
PLACE_NAMED = re.compile(r"(?:it|(?:(?:the|our|this|that|its) )?(?:\w+ ){0,2}(?:[A-ZÀ-Þ][\w’'-]+ ?){0,4})")
REPORTING = re.compile(
    r"\b(?:said|says|told|added|stated|declared|announced|reported|claimed|alleged|charged|insisted|retorted|countered|established|explained|warned|noted|argued|"
    r"contended|affirmed|maintained|stressed|wrote|admitted|conceded|acknowledged|confirmed|informed|specified"
    r"|reckon|reckons|testified|recalled|swore|according to|asserted|indicated|complained|observed|estimated"
    r"|revealed|disclosed|suggested)\b",
    re.I,
)
OF_A_KIND = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:live|analysis|corrected|update(?: \d+)?|exclusive|breaking|explainer):\s+", re.I
)
HEADED = re.compile(r"says?|claims?|reports?|tells?|admits?|warns?")


def repair(
    text: str, attributions: list[Attribution], sentences: list[Span], quotations: list[Quotation]
) -> list[Attribution]:
    """The attributions in the order of their cues, put right and completed. Offsets count characters of ``text``."""
    repaired = apply(RULES, text, attributions, sentences, quotations)
    return [
        Attribution(_trimmed(text, each.source), _trimmed(text, each.cue), _trimmed(text, each.content), each.score)
        for each in repaired
    ]


def _trimmed(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """``spans`` without white space at their edges; what holds nothing else is left out."""
    return tuple(span for span in (trim(text, each) for each in spans) if span.start < span.end)


def apply(
    rules: Sequence[Rule],
    text: str,
    attributions: list[Attribution],
    sentences: list[Span],
    quotations: list[Quotation],
) -> list[Attribution]:
    """Some of the rules, one after the other; a rule that answers None drops the attribution."""
    page = Page(text, sentences, quotations, tuple(m.end() for m in DATELINE.finditer(text)))
    if fill_gaps in rules:
        attributions = find_gaps(text, attributions, sentences, quotations)
    for rule in rules:
        if rule is not fill_gaps:
            changed = [rule(page, each, attributions) for each in attributions]
            attributions = [each for each in changed if each is not None]
    return sorted(attributions, key=lambda each: (each.cue or each.source or each.content)[0])


def fill_gaps(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """Stands for ``gaps.find_gaps``, which adds and replaces and so sees all attributions at once."""
    return attribution


def stay_in_paragraph(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """No content runs from a headline or a dateline into the text, or on into a paragraph without the cue.

    Whoever speaks in another paragraph is not the one by whom something "is admitted" here, and nobody who is named
    only there says what stands before.
    """
    if not attribution.cue:
        return attribution
    at = attribution.cue[0].start
    content = [part for piece in attribution.content for part in _split(page, piece)]
    here = [part for part in content if _paragraph(page, part.start) == _paragraph(page, at)]
    far = [part for part in content if part not in here and (_is_quoted(page, part) or not here)]
    source = [part for piece in attribution.source for part in _split(page, piece)]
    near = [part for part in source if _paragraph(page, part.start) == _paragraph(page, at)]
    later = all(_paragraph(page, part.start) > _paragraph(page, attribution.cue[-1].end) for part in source)
    if not near and (later or PASSIVE.search(page.words(attribution.cue[-1]))):
        source = []
    return replace(attribution, content=tuple(sorted((*here, *far))), source=tuple(near or source))


def _split(page: Page, piece: Span) -> list[Span]:
    """A piece cut at paragraph ends and after a dateline, unless one quotation holds it all."""
    cuts = [m.start() for m in re.finditer(r"\n", page.words(piece))]
    marks = sorted(
        {
            piece.start,
            piece.end,
            *(piece.start + c for c in cuts),
            *(s for s in page.starts if piece.start < s < piece.end),
        }
    )
    parts = [_trim(page, Span(a, b)) for a, b in pairwise(marks)]
    return [part for part in parts if (part.end - part.start > 1 or part == piece) and not _is_dateline(page, part)]


def _is_dateline(page: Page, part: Span) -> bool:
    return any(part.end <= start <= part.end + 6 for start in page.starts)


def _paragraph(page: Page, at: int) -> int:
    return page.text.count("\n", 0, at)


def _is_quoted(page: Page, part: Span) -> bool:
    return any(q.outer.start <= part.start and part.end <= q.outer.end for q in page.quotations)


def complete_quotations(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """A piece inside quoted speech is the whole of it, marks outside; quoted words in a sentence keep their marks."""
    content = [_whole_quotation(page, piece, attribution) for piece in attribution.content]
    return replace(attribution, content=tuple(_merge(page, content)))


def _whole_quotation(page: Page, piece: Span, attribution: Attribution) -> Span:
    for quotation in page.quotations:
        inner, outer = quotation.inner, quotation.outer
        shared = min(inner.end, piece.end) - max(inner.start, piece.start)
        if shared <= 0 or any(inner.start <= c.start < inner.end for c in (*attribution.cue, *attribution.source)):
            continue
        beyond = (piece.end - piece.start) - (min(outer.end, piece.end) - max(outer.start, piece.start))
        if is_speech(page.text, quotation) and beyond <= 3 and shared > 0.3 * (inner.end - inner.start):
            return inner
        if (
            not is_speech(page.text, quotation)
            and quotation.closed
            and (piece.start > outer.start or piece.end < outer.end)
        ):
            return Span(min(piece.start, outer.start), max(piece.end, outer.end))
    return piece


def _merge(page: Page, pieces: list[Span]) -> list[Span]:
    """Pieces that overlap made one."""
    out: list[Span] = []
    for piece in sorted(set(pieces)):
        if out and piece.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return out


def share_quotations(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """A quotation in another sentence goes to the cue that stands beside it, if that has it too or has nothing."""
    if not attribution.cue or len(attribution.content) < 2:
        return attribution
    kept = []
    for piece in attribution.content:
        own = sentence_at(page.sentences, attribution.cue[0].start)
        rivals = [o for o in others if o is not attribution and piece in o.content and o.cue]
        closer = [o for o in rivals if abs(o.cue[0].start - piece.end) < abs(attribution.cue[0].start - piece.end)]
        if own and not own.start <= piece.start < own.end and closer:
            continue
        kept.append(piece)
    return replace(attribution, content=tuple(kept))


def share_sources(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`He said X but refused to say Y`: a verb after "and" or "but" without a subject has that of the verb before.

    So has a participle ("..., saying that Y") whose subject was read from a later sentence.
    """
    if not attribution.cue:
        return attribution
    cue = attribution.cue[0]
    sentence = sentence_at(page.sentences, cue.start)
    strays = sentence is not None and all(s.start >= sentence.end for s in attribution.source)
    if attribution.source and not (strays and page.words(cue).endswith("ing")):
        return attribution
    before = re.search(
        r"(?:\b(?:and|but|yet|then|only to)|,)\s+(?:also |then |nevertheless |however )?$",
        page.text[max(0, cue.start - 30) : cue.start],
    )
    if sentence is None or before is None or re.match(r"(?:could|was|were|is|are|it)\b", page.words(cue), re.I):
        return attribution
    earlier = [o for o in others if o.cue and o.source and sentence.start <= o.cue[0].start < cue.start]
    return replace(attribution, source=earlier[-1].source) if earlier else attribution


BULLET = re.compile(r"(?:^|\n)[ \t]*[-–—•*·][ \t]*$")


def read_lists(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`The staff puts the losses at: – personnel: 45 killed`: a line of a list is said by who introduces the list."""
    if len(attribution.source) != 1 or not attribution.cue or page.words(attribution.cue[0]) != ":":
        return attribution
    label = attribution.source[0]
    if not page.text[label.start].islower() or not BULLET.search(page.text[: label.start]):
        return attribution
    before = [
        o for o in others if o.source and o.cue and o.cue[0].start < label.start and o.source != attribution.source
    ]
    head = next((o for o in reversed(before) if _introduces(page, o, label.start)), None)
    content = (Span(label.start, max(p.end for p in attribution.content)),) if attribution.content else ()
    return replace(attribution, source=head.source if head else (), cue=head.cue if head else (), content=content)


def _introduces(page: Page, attribution: Attribution, at: int) -> bool:
    """True where only lines of a list stand between the line of ``attribution``, which a colon ends, and ``at``."""
    lines = page.text[attribution.cue[0].start : at].split("\n")
    return lines[0].rstrip().endswith(":") and all(not line.strip() or BULLETED.match(line) for line in lines[1:])


BULLETED = re.compile(r"[ \t]*[-–—•*·]")
SUBJECT = re.compile(
    r"(?:^|(?<=[.;!?”\"] ))(?:(?:The|An?|Its|His|Her|Their)\s)?(?:[\w’'-]+ ){0,5}[\w’'-]+(?:, (?:who|which"
    r"|whose)\b[^,.;“”\"]{3,70},)? $"
)


def find_subject(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`The Compact, which oversees the armistice, proposed X`: a verb without a source has the subject before it."""
    if attribution.source or not attribution.cue or not attribution.content:
        return attribution
    cue = attribution.cue[0]
    sentence = sentence_at(page.sentences, cue.start)
    if sentence is None or not ACTIVE.match(page.words(cue)) or cue.start == sentence.start:
        return attribution
    start = max([sentence.start, *(s for s in page.starts if s <= cue.start)])
    match = SUBJECT.search(page.text[start : cue.start])
    if match is None or any(p.start < cue.start and start < p.end for p in attribution.content):
        return attribution
    return replace(attribution, source=(_trim(page, Span(start + match.start(), start + match.end())),))


AFTER_CUE = re.compile(
    r" (?=an? |the |[A-ZÀ-Þ])(?P<who>[^.;,:“”\"\n]{2,60}?)(?=[.,;\n]| (?:in|on|at|to|when|after|before|as|happily"
    r"|from)\b)"
)


def find_subject_after(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`“...” Said a TV presenter happily.`: after a quotation, the verb stands before its subject."""
    if attribution.source or not attribution.cue or not attribution.content:
        return attribution
    cue = attribution.cue[0]
    if attribution.content[0].start > cue.start or not re.match(
        r"(?:said|says|added|adds|wrote|asked)$", page.words(cue), re.I
    ):
        return attribution
    match = AFTER_CUE.match(page.text, cue.end)
    return replace(attribution, source=(Span(*match.span("who")),)) if match else attribution


ACTIVE = re.compile(
    r"(?:(?:has|have|had|also|then|later) )*(?:said|told|proposed|offered|demanded|agreed to|announced|declared"
    r"|claimed|warned|urged|insisted|denied|rejected|accused|called on|vowed|"
    r"promised|reported|confirmed|contended|charged|condemned|pledged|threatened|appealed|admitted|acknowledged|conceded|stated|added)\b",
    re.I,
)


EXPLETIVE = re.compile(
    r"it (?:is|was|has been|had been|remain(?:s|ed)|prove[ds]?|could)"
    r"(?: (?:still|also|so far|initially|yet|at first|not|immediately))* (?:been |be )?(?:not |immediately )?"
    r"(?:possible|impossible|unclear|clear|known|unknown|uncertain|verified|confirmed|established)\b",
    re.I,
)


NO_NAME = re.compile(r"\W*(?:an|the)\W*", re.I)  # "A" may be who answers in an interview
UNVERIFIED = re.compile(
    r"(?:could|can|cannot|can not)(?: not)?(?: \w+)? be (?:\w+ ){0,2}(?:verified|confirmed|established)\b"
)


def drop_expletive(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """The "it" of "it was not possible to verify this" is nobody, and so is "the" alone; what "could not be verified"
    does not speak.
    """
    if not attribution.cue:
        return attribution
    source = tuple(
        each
        for each in attribution.source
        if not EXPLETIVE.match(page.text[each.start : each.start + 80]) and not NO_NAME.fullmatch(page.words(each))
    )
    cue = attribution.cue[0]
    before = all(each.end <= cue.start for each in source)
    if attribution.content in ((), source) and UNVERIFIED.match(page.words(cue)) and before:
        return replace(attribution, source=(), content=source)
    return replace(attribution, source=source)


def fill_content(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Z happened, X said.`: a verb of saying without content has the clause before it, or the one after it."""
    if (
        attribution.content
        or not attribution.cue
        or not attribution.source
        or not (REPORTING.search(page.words(attribution.cue[0])) or _ends_headline(page, attribution.cue[0]))
    ):
        return attribution
    cue = attribution.cue[0]
    nearest = min(attribution.source, key=lambda s: max(s.start - cue.end, cue.start - s.end))
    attribution = replace(attribution, source=(nearest,))  # a far piece is part of what is said
    around = cover((nearest, *attribution.cue))
    low, high = around.start, around.end
    sentence = sentence_at(page.sentences, low)
    if sentence is None:
        return attribution
    after = re.match(
        r"(?: (?:on|in|at) [\w ]{3,25})?(?:\s+that\s+|:\s*|,\s*|\s+(?=(?:the|a|an|it|he|she|they|there|his|its"
        r"|their|[A-Z0-9])\b))",
        page.text[high : sentence.end],
    )
    ends = [
        p.end for o in others if o is not attribution for p in (*o.cue, *o.source) if sentence.start <= p.end <= low
    ]
    last = page.text.rfind(";", sentence.start, low) + 1
    label = OF_A_KIND.match(page.text, sentence.start, low)
    start = max(
        [sentence.start, last if ends else 0, label.end() if label else 0, *(s for s in page.starts if s <= low)]
    )
    before = _trim(page, Span(start, low))
    if before.end - before.start > 15 and page.text[:low].rstrip()[-1:] in ",;–—”":
        return replace(attribution, content=(before,))
    if after and sentence.end - high - after.end() > 12:
        return replace(attribution, content=(_trim(page, Span(high + after.end(), sentence.end)),))
    return attribution


def _ends_headline(page: Page, cue: Span) -> bool:
    """True for the verb of "Bombs kill nine in Keld, medics say" where a line ends with it."""
    return bool(HEADED.fullmatch(page.words(cue))) and re.match(r"[ \t]*(?:\n|$)", page.text[cue.end :]) is not None


def cut_anaphor(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`rejected [this] at the time`: a content that only points back stops where it has done so."""
    if not attribution.cue or not attribution.content or not REJECTS.search(page.words(attribution.cue[0])):
        return attribution
    match = ANAPHOR.match(page.words(attribution.content[0]))
    if match is None:
        return attribution
    first = attribution.content[0]
    return replace(attribution, content=(Span(first.start, first.start + match.end()), *attribution.content[1:]))


def drop_names_for_places(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Ruzhenia calls the place Svilograd` is no statement: it only gives a name."""
    if not attribution.cue or not NAMING.match(page.words(attribution.cue[0])):
        return attribution
    words = " ".join(page.words(piece) for piece in attribution.content)
    named = not re.search(r"[“”\"«»]|\bQUOTE\b", words) and re.fullmatch(PLACE_NAMED, words) is not None
    return None if named or page.words(attribution.cue[0]).lower().endswith("considered") else attribution


EXAMPLES = re.compile(
    r"[ \u00a0]*(?:,|[-–—]+)[ \u00a0]+(?:including|among them|above all|notably|especially|such as)\b", re.I
)


def take_examples(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """A content that stops before "– including with mines" goes on to the end of its sentence, or to the next one."""
    last = max(attribution.content, default=None)
    if last is None or not attribution.cue or attribution.cue[-1].start > last.start:
        return attribution
    after = EXAMPLES.match(page.text, last.end)
    whole = next((s for s in page.sentences if s.start <= last.start < s.end), None)
    if not after or not whole or after.end() > whole.end:
        return attribution
    theirs = (s.start for o in others if o is not attribution for s in (*o.source, *o.cue, *o.content))
    end = min([whole.end, *(start for start in theirs if start >= last.end)])
    end = last.start + len(page.text[last.start : end].rstrip(" .!?\u00a0"))
    return replace(attribution, content=(*sorted(attribution.content)[:-1], Span(last.start, max(last.end, end))))


AUXILIARY = re.compile(r"(?:had|has|have|was|were|is|are|did|does|do|will|would)", re.I)
VERB = re.compile(r"(?: [a-z]+){1,2} $")


def complete_cue(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`had [earlier denied] carrying it out`: a cue of an auxiliary alone goes on to the content right behind it."""
    if len(attribution.cue) != 1 or not attribution.content or not AUXILIARY.fullmatch(page.words(attribution.cue[0])):
        return attribution
    cue, start = attribution.cue[0], attribution.content[0].start
    if not VERB.fullmatch(page.text[cue.end : start]):
        return attribution
    return replace(attribution, cue=(Span(cue.start, start - 1),))


UNCONFIRMED = re.compile(r"\bindependent (?:confirmation|verification)\b", re.I)


def drop_empty(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """A cue with neither source nor content says nothing, unless it is that nobody independent confirmed it."""
    told = attribution.source or attribution.content or any(UNCONFIRMED.search(page.words(c)) for c in attribution.cue)
    return attribution if told else None


def tidy_edges(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """No blanks, commas, "that" or marks of direct speech at the edges of a content, no comma at those of a source."""
    content = tuple(part for piece in attribution.content if (part := _content_edges(page, piece)).end > part.start)
    source = tuple(part for piece in attribution.source if (part := _trim(page, piece)).end > part.start)
    return replace(attribution, content=content, source=source)


def drop_idle_nobody(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Nobody has heeded it`: that nobody does what is no speaking withholds nothing."""
    source = page.words(attribution.source[0]) if attribution.source else ""
    cue = base_forms(" ".join(page.words(each) for each in attribution.cue))
    known = look_up(cue, stances().cues) or look_up(cue, stances().negated)
    return attribution if known or not NOBODY.fullmatch(source) else None


NOBODY = re.compile(r"(?:nobody|no one|no-one|none of (?:them|these|those))", re.I)


def _content_edges(page: Page, piece: Span) -> Span:
    words = page.words(piece)
    lead = LEADING.match(words)
    start = piece.start + (lead.end() if lead else 0)
    for quotation in page.quotations:
        if (
            quotation.outer.start == start
            and piece.end >= quotation.inner.end
            and is_speech(page.text, quotation)
            and piece.end <= quotation.outer.end + 1
        ):
            return quotation.inner
    tail = TRAILING.search(page.text[start : piece.end])
    return Span(start, piece.end - (len(tail[0]) if tail else 0))


def _trim(page: Page, span: Span) -> Span:
    return trim(page.text, span, ",;:–—-")


RULES: tuple[Rule, ...] = (
    fill_gaps,
    leave_verb,
    keep_near_source,
    leave_beside,
    stay_in_paragraph,
    leave_far_owner,
    find_accuser,
    complete_quotations,
    share_quotations,
    share_sources,
    read_lists,
    find_subject,
    find_opening,
    find_subject_after,
    drop_expletive,
    complete_cue,
    take_ownerless,
    leave_denied,
    find_denier,
    find_passive_denier,
    fill_content,
    cut_anaphor,
    take_examples,
    tidy_edges,
    drop_names_for_places,
    drop_idle_nobody,
    drop_no_source,
    drop_empty,
)
