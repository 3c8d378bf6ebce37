"""spaCy pipelines made of rules, for tests: a blank one with no trained part, so that nothing is downloaded."""

from __future__ import annotations

from typing import Any

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
from spacy.language import Language
from spacy.tokens import Doc, Span
from tests.reading.answering import by_pattern

from sayso.reading.spacy_reader import SpacyReader


@Language.component("told_by_pattern")  # type: ignore[untyped-decorator]
def told_by_pattern(doc: Doc) -> Doc:
    """Span groups source, cue and content, the parts of one statement under one id; and entities."""
    attributions, names = by_pattern(doc.text)
    doc.spans["told"] = [
        span
        for number, each in enumerate(attributions)
        for label, (place,) in (("source", each.source), ("cue", each.cue), ("content", each.content))
        if (span := doc.char_span(place.start, place.end, label=label, span_id=str(number)))
    ]
    labels = {"PER": "PERSON", "LOC": "GPE"}
    found = [doc.char_span(s.start, s.end, label=labels[kind]) for kind, s in names]
    doc.set_ents([span for span in found if span is not None])
    return doc


def ruled_reader() -> SpacyReader:
    nlp = spacy.blank("en")
    nlp.add_pipe("told_by_pattern")
    return SpacyReader(nlp, "ruled")


def reader_with(component: str, **config: Any) -> SpacyReader:
    """A blank pipeline with sentences and one component more."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(component, config=config)
    return SpacyReader(nlp, component)


def label(doc: Doc, words: str, part: str, id: str = "") -> Span:
    """The first place of ``words`` in ``doc`` as a span."""
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), label=part, span_id=id)
    assert span is not None
    return span
