"""Sources that name several speakers: "Velgoria, Ostria and Marn", "President X and his colleague Y"."""

from __future__ import annotations

import re

from sayso.reading.roster import role_words, source_words, words_of
from sayso.reading.scene import Scene
from sayso.types import Span

LISTED = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
NAME_WORDS = 4


def compound_parts(scene: Scene, span: Span) -> list[Span]:
    """`President Macron and his Russian colleague Vladimir Putin`, `Velgoria, Ostria` -> both; else one span."""
    text = scene.report.text
    words = text[span.start : span.end]
    if re.search(r"[,;] (?:who|which|whose|next to|beside|alongside|with|flanked by|after|before|speaking)\b", words):
        return [span]
    links = list(re.finditer(r"\s+(?:and|und|et|as well as)\s+(?:also\s+)?|(?<=\w), (?=[A-ZÀ-Þ][\w’'-]*$)", words))
    if len(links) != 1:
        return [span]
    left, right = Span(span.start, span.start + links[0].start()), Span(span.start + links[0].end(), span.end)
    listed = _listed(scene, left)
    alone = (len(listed) > 1 or _stands_alone(scene, left)) and _stands_alone(scene, right)
    return [*listed, right] if alone else [span]


def _listed(scene: Scene, span: Span) -> list[Span]:
    """`Velgoria, the Republic of Ostria` -> both; the whole where one part, as `minister of Works`, is no name."""
    text = scene.report.text
    parts = [Span(span.start + m.start(), span.start + m.end()) for m in LISTED.finditer(text[span.start : span.end])]
    return parts if all(_is_named(scene, part) for part in parts) else [span]


def _is_named(scene: Scene, span: Span) -> bool:
    """Whether words are no more than the name of a side or of a person."""
    words = scene.report.text[span.start : span.end].removeprefix("the ")
    person = scene.roster.person_at(span)
    side = words[:1].isupper() and len(words.split()) <= NAME_WORDS and not role_words(words)
    return person is not None or (side and bool(scene.sides.party_of(words)))


def _stands_alone(scene: Scene, span: Span) -> bool:
    words = scene.report.text[span.start : span.end]
    if scene.roster.person_at(span) is not None:
        return True
    if set(words_of(words)) & source_words().bodies:
        return True
    words = words.removeprefix("the ")
    return words[:1].isupper() and len(words.split()) <= 3 and bool(scene.sides.party_of(words))
