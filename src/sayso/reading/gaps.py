"""Statements that the model misses and a pattern finds safely.

What could not be verified, who gave no comment, whose calls went unanswered, who rejects what: wires word these alike.
A cue found here yields to one of the model's that overlaps it, except where the model has cut it short. Then come
transcripts ("Label: sentences"), and quotations that no statement has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.quotes import Quotation, is_speech
from sayso.reading.sentences import ENDED
from sayso.reading.stance import base_forms, look_up, stances
from sayso.types import Attribution, Span
from sayso.values.on_board import load_table

PART = re.compile(r"<([A-Z]+)>")
TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.S)  # of a pattern: an escape, a class, or a character
CONJUNCTIONS = frozenset(("and", "but", "or", "while", "yet", "however", "also"))
FIRST_PERSON = re.compile(r"(?:I|you)$")


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a pattern: the attribution and the stretch that the pattern covers."""

    attribution: Attribution
    cue: Span


@dataclass(frozen=True, slots=True)
class Wordings:
    """The patterns of ``tables/gaps.toml``, ready to use."""

    forms: tuple[re.Pattern[str], ...]
    cues: tuple[re.Pattern[str], ...]  # for each form what its cue looks like: without it the form need not be tried
    label: re.Pattern[str]
    introduction: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """The table on board, read once."""
    data = load_table("gaps", "reading")
    parts, lines = data["parts"], data["lines"]

    def full(pattern: str) -> str:
        while PART.search(pattern):
            pattern = PART.sub(lambda match: str(parts[match[1]]), pattern)
        return pattern

    forms = [full(form["pattern"]) for form in data["forms"]]
    label, introduction, after = (full(lines[name]) for name in ("label", "introduction", "after"))
    return Wordings(
        tuple(map(re.compile, forms)),
        tuple(re.compile(_cue(form)) for form in forms),
        re.compile(label, re.M),
        re.compile(introduction),
        re.compile(after),
    )


def _cue(form: str) -> str:
    """The group ``cue`` of a form, with the blank before it."""
    first = form.index("(?P<cue>")
    depth = 0
    for token in TOKEN.finditer(form, first):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if not depth:
            return " " * (form[first - 1 : first] == " ") + form[first : token.end()]
    raise ValueError(f"the group of the cue has no end: {form}")


def find_gaps(
    text: str, attributions: list[Attribution], sentences: list[Span], quotations: list[Quotation]
) -> list[Attribution]:
    """The attributions, completed by what patterns, labels and loose quotations add."""
    out = list(attributions)
    for found in (*_by_pattern(text, sentences, quotations), *_labels(text)):
        out = _add(text, out, found)
    for found in _introduced(text, quotations):
        out = _take_over(out, found)
    return [*out, *_loose_quotations(text, out, quotations)]


def _by_pattern(text: str, sentences: list[Span], quotations: list[Quotation]) -> Iterator[Found]:
    for sentence in sentences:
        for pattern, cue_pattern in zip(wordings().forms, wordings().cues, strict=True):
            if not cue_pattern.search(text, sentence.start, sentence.end):
                continue
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


STARTS = re.compile(
    r"^(?:.*\([^)\n]{2,60}\)\.?[ \t]?[-–—]+ |.*(?:[,;:] |[–—-] | )(?:but|and|while|as|though|although|yet) "
    r"|(?:.* )?(?:said|says|told (?:[\w-]+ ){1,6}that|announced|reported|stated|added|insisted|stressed|noted|claimed)"
    r"(?: that)? "
    r"|(?:but|and|while|yet|meanwhile,?|however,?) |that )",
    re.I | re.S,
)


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
    return () if end <= start or text[start:end].lower() in CONJUNCTIONS else (Span(start, end),)


def _add(text: str, attributions: list[Attribution], found: Found) -> list[Attribution]:
    """The attributions with one more; a model's cue in the same place stays, unless it was cut short."""
    same = [a for a in attributions if a.cue and any(_overlap(c, found.cue) for c in a.cue)]
    aside = [a for a in same if _names_aside(text, a, found.attribution)]
    if aside:
        source = found.attribution.source
        return [Attribution(source, a.cue, a.content, a.score) if a in aside else a for a in attributions]
    far = [a for a in same if _speaks_before(text, a, found)]
    same = [Attribution((), a.cue, (), a.score) if a in far else a for a in same]
    attributions = [a for a in attributions if a not in far]
    if any(a.content and a.source for a in same) or any(not found.attribution.source and a.content for a in same):
        return attributions
    kept = [a for a in attributions if a not in same]
    merged = found.attribution
    if same:
        merged = Attribution(
            same[0].source or merged.source, merged.cue, same[0].content or merged.content, merged.score
        )
    return [*kept, merged]


ASIDE = re.compile(r", (?:which|who|whose|where)\b")


def _names_aside(text: str, read: Attribution, found: Attribution) -> bool:
    """True where the source that was read stands in the aside after the one that the pattern finds: "From Ostria, which
    calls the city Orlin, there was no confirmation".
    """
    if not read.source or not found.source or found.source[0].end > read.source[0].start:
        return False
    return ASIDE.match(text, found.source[0].end) is not None


def _speaks_before(text: str, read: Attribution, found: Found) -> bool:
    """True where the source that was read stands in a sentence before, and the pattern names another, or nobody since
    what it finds is nobody's: "There was no independent confirmation"; or where it is part of what the pattern finds,
    or no more than "there".
    """
    if not read.source or found.attribution.source[:1] == read.source[:1]:
        return False
    if any(_overlap(s, found.cue) or text[s.start : s.end].lower() == "there" for s in read.source):
        return True
    if read.source[-1].end > found.cue.start:
        return False
    named = found.attribution.source or "independent" in text[found.cue.start : found.cue.end]
    return bool(named) and ENDED.search(text, read.source[-1].end, found.cue.start) is not None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _labels(text: str) -> Iterator[Found]:
    """`Toghaybeyli: Two.`: in a text with such lines throughout, each is a statement."""
    lines = [m for m in wordings().label.finditer(text) if not m["source"].isdigit()]
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
        match = wordings().introduction.search(text, max(0, quotation.outer.start - 160), quotation.outer.start)
        inflected = match is not None and base_forms(match["cue"])[-1] != match["cue"].split()[-1].lower()
        if (
            match is None
            or not inflected
            or not is_speech(text, quotation)
            or look_up(base_forms(match["cue"]), stances().cues) is None
        ):
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
        if not is_speech(text, quotation) or any(
            _overlap(quotation.inner, c) for a in attributions for c in (*a.content, *a.cue)
        ):
            continue
        match = wordings().after.match(text, quotation.inner.end, min(len(text), quotation.outer.end + 160))
        if match is None:
            continue
        verb, who = ("verb", "who") if match["verb"] else ("verb2", "who2")
        cue, source = Span(*match.span(verb)), Span(*match.span(who))
        if not any(_overlap(cue, c) for a in attributions for c in a.cue):
            yield Attribution((source,), (cue,), (quotation.inner,), 0.5)
