"""Who passes on what another says: "Halcyon, citing two officers, reported ...", "The corps, quoted by Severnik, ...".

The model marks both as the source of one statement. Here they become two: what the second says, and within what the
first does. Each rule looks at the words between the two alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from sayso.reading.sentences import sentence_at, trim
from sayso.types import Attribution, Span, cover

ARTICLE = r"(?:(?:the|a|an|its|his|her|their) )?"
CITES = re.compile(
    rf"\b(?P<cue>citing|quot(?:ing|es|ed)|cit(?:es|ed)|refer(?:ring|s) to|with reference to|rel(?:ying|ies) on|"
    rf"invok(?:ing|es)|lean(?:ing|s) on|on the (?:word|authority|strength) of) [“\"]?{ARTICLE}$",
    re.IGNORECASE,
)
NOTE = re.compile(r"(?:note|letter|report|words?|statement|account|message|testimony) (?:of|by|from) $", re.IGNORECASE)
BY = re.compile(
    rf"\b(?P<cue>(?:quoted|cited|reported|carried|relayed|as told|passed on|picked up) by) {ARTICLE}$", re.IGNORECASE
)
AS_SAYING = re.compile(r"[”\"]?,? as (?P<cue>[a-z]+ing)\b")
SPEAKS = re.compile(
    r"[”\"]?,? (?:also |then |since )?(?:(?:has|have|had) )?(?:also |since |already |both |no longer )?"
    r"(?P<cue>agree[ds]?|settled|decree[ds]?|intends?|regret(?:s|ted)|accept(?:s|ed)|reject(?:s|ed)|"
    r"maintain(?:s|ed)|confirm(?:s|ed)|conclude[ds]?|found|insist(?:s|ed)|assert(?:s|ed)|apologi[sz]e[ds]?|"
    r"attribute[ds]?|estimate[ds]?|believe[ds]?|suspect(?:s|ed)|suggest(?:s|ed)|"
    r"den(?:y|ies|ied)|promise[ds]?|pledge[ds]?|vow(?:s|ed)|"
    r"propose[ds]?|offer(?:s|ed)|dismiss(?:es|ed)|declare[ds]?|announce[ds]?|admit(?:s|ted)|concede[ds]?|"
    r"claim(?:s|ed)|warn(?:s|ed)|acknowledge[ds]?|ask(?:s|ed)|demand(?:s|ed)|said|told|"
    r"(?:could|can|would|will|did|does|do|is|was|were) ?not(?: \w+ly)?(?: (?:able|in a position) to)? "
    r"(?:verify|confirm|comment|rule out|say))\b"
)
SAID = "claims?|assertions?|allegations?|accusations?|charges?|reports?|statements?"
OWNS = re.compile(
    rf" (?:\w+ ){{0,2}}(?P<cue>{SAID}|offer|proposal|demands?|promise|denial|pledge|appeal|version|account|"
    r"announcement|findings?)\b",
    re.IGNORECASE,
)
TOLD_BY = re.compile(
    rf"\b(?P<cue>{SAID}|accounts?|rumou?rs?|talk|suggestions?) (?:by|on|of|from|in) {ARTICLE}$",
    re.IGNORECASE,
)
"""What somebody says, by its noun: "denied reports by hostile channels that ..."."""
TURN = re.compile(r"\s?(?P<cue>:)\s")
NEAR = 60  # characters around a source in which the words that pass on stand


@dataclass(frozen=True, slots=True)
class Link:
    """Who passes on (``outer``), whom (``inner``), and the words that say so; ``passes`` where they are the outer's."""

    outer: Span
    inner: Span
    cue: Span
    passes: bool = False


def unfold(text: str, attributions: Sequence[Attribution], sentences: list[Span]) -> list[Attribution]:
    """``attributions`` in the order of their cues, those of two who speak one within the other taken apart."""
    links = [(each, _link(text, each, sentences) if each.content else None) for each in attributions]
    apart = [part for each, link in links if link for part in _apart(text, each, link)]
    made = {(each.source, each.cue): each for each in reversed(apart)}
    alone = [each for each, link in links if link is None and (each.source, each.cue) not in made]
    return sorted([*alone, *made.values()], key=lambda each: (each.cue or each.source or each.content)[0])


def _link(text: str, attribution: Attribution, sentences: list[Span]) -> Link | None:
    if len(attribution.source) != 2 or not attribution.cue:
        return None
    first, second = (sentence_at(sentences, each.start) for each in attribution.source)
    if first != second:
        return None
    found = (_of(text, attribution, outer, inner) for outer, inner in permutations(attribution.source))
    return next((each for each in found if each), None)


def _of(text: str, attribution: Attribution, outer: Span, inner: Span) -> Link | None:
    """The words by which ``outer`` passes on ``inner``, None where there are none."""
    before_inner, before_outer = (text[max(0, each.start - NEAR) : each.start] for each in (inner, outer))
    cites = CITES.search(before_inner) or CITES.search(NOTE.sub("", before_inner))
    if cites:
        return Link(outer, inner, _cue(cites, inner.start - len(before_inner)))
    told = TOLD_BY.search(before_inner)
    if told and outer.end <= inner.start - len(told[0]):
        return Link(outer, inner, _cue(told, inner.start - len(before_inner)))
    by = BY.search(before_outer)
    if by:
        return Link(outer, inner, _cue(by, outer.start - len(before_outer)), passes=True)
    turn = TURN.match(text, outer.end)
    if turn and turn.end() <= inner.start and turn["cue"] not in (text[c.start : c.end] for c in attribution.cue):
        return Link(outer, inner, Span(*turn.span("cue")), passes=True)
    owned = text.endswith(("'s", "’s", "s'", "s’"), inner.start, inner.end)
    aside = Span(inner.end, max(outer.end, attribution.cue[-1].end))  # "The commodore, it added, regretted"
    after = aside.end if text.startswith(", ", aside.start) and outer.start == aside.start + 2 else inner.end
    speaks = (OWNS if owned else SPEAKS).match(text, after)
    if speaks is None:
        return None
    cue = Span(*speaks.span("cue"))
    own = any(cue.start < each.end and each.start < cue.end for each in attribution.cue)
    return None if own else Link(outer, inner, cue)


def _cue(found: re.Match[str], start: int) -> Span:
    """Where the cue of what was found stands, in words that begin at ``start``."""
    return Span(start + found.start("cue"), start + found.end("cue"))


def _apart(text: str, attribution: Attribution, link: Link) -> list[Attribution]:
    """What the inner one says, and what the outer one does, which holds it."""
    source = Span(link.inner.start, link.inner.end - 3 * text.endswith(" as", link.inner.start, link.inner.end))
    saying = AS_SAYING.match(text, source.end)
    inner_cue: tuple[Span, ...]
    outer_cue: tuple[Span, ...]
    if saying:
        inner_cue, outer_cue = (Span(*saying.span("cue")),), (link.cue,)
    elif link.passes:
        inner_cue, outer_cue = attribution.cue, (link.cue,)
    else:
        inner_cue, outer_cue = (link.cue,), attribution.cue
    inner = replace(attribution, source=(source,), cue=inner_cue)
    held = _without(text, cover((*inner.source, *inner.cue, *inner.content)), (link.outer, *outer_cue))
    return [inner, replace(attribution, source=(link.outer,), cue=outer_cue, content=held)]


def _without(text: str, whole: Span, holes: Sequence[Span]) -> tuple[Span, ...]:
    """``whole`` but for the ``holes`` and the marks beside them."""
    ends = [whole.start, *(end for hole in sorted(holes) for end in (hole.start, hole.end)), whole.end]
    pieces = [Span(max(a, whole.start), min(b, whole.end)) for a, b in zip(ends[::2], ends[1::2], strict=True)]
    kept = (trim(text, piece, ",;") for piece in pieces if piece.start < piece.end)
    return tuple(piece for piece in kept if piece.start < piece.end)
