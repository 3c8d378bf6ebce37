"""A spaCy pipeline of the user's as a reader: span groups or an extension give attributions, its NER the names.

Two ways for a pipeline to tell what it found, the first that is there is taken:

- ``doc._.attributions``: triples, or records with ``source``, ``cue`` and ``content``; each part a Span, a Token or
  a list of them, or None.
- ``doc.spans``: spans labelled ``source``, ``cue`` and ``content`` in any group, or in groups of these names. Spans
  of one statement share their ``id_``; one without goes to the nearest cue, of its own sentence where there is one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sayso.errors import NotReadError, ReaderError
from sayso.reading.checked import Found
from sayso.types import Attribution, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARTS = ("source", "cue", "content")
TYPES = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "NORP": "MISC"}
KEPT = ("PER", "ORG", "LOC", "MISC")
Held = dict[str, list[Span]]


@dataclass(frozen=True)
class SpacyReader:
    """Reads with a spaCy pipeline.

    Args:
        nlp: the pipeline, as ``spacy.load`` gives it.
        name: how the user named it.
    """

    nlp: Language
    name: str = ""

    @classmethod
    def load(cls, name: str) -> SpacyReader:
        """The pipeline of this name or in this folder.

        Raises:
            ReaderError: spaCy or the pipeline is not installed, or it cannot be loaded.
        """
        try:
            import spacy
        except ImportError as missing:
            raise ReaderError("the reader spacy needs spaCy: pip install 'sayso[spacy]'") from missing
        try:
            return cls(spacy.load(name), name)
        except Exception as problem:  # whatever a component of the user's raises
            raise ReaderError(f"spacy:{name}: cannot be loaded ({_first_line(problem)})") from problem

    @cached_property
    def version(self) -> str:
        """The pipeline's name and version, and a digest of all that it holds but its vocabulary."""
        meta = self.nlp.meta
        digest = hashlib.sha256(self.nlp.config.to_str().encode())
        digest.update(self.nlp.to_bytes(exclude=["vocab"]))
        named = self.name or f"{meta['lang']}_{meta['name']}"
        return f"spacy:{named}-{meta['version']}@{digest.hexdigest()[:12]}"

    def read(self, text: str) -> Found:
        """Attributions in the order of their cues; type and place of every name.

        Raises:
            NotReadError: the pipeline fails on this text, or alters it.
        """
        try:
            doc = self.nlp(text)
        except Exception as problem:  # whatever a component of the user's raises
            raise NotReadError(f"spacy:{self.name}: fails on this report ({_first_line(problem)})") from problem
        if doc.text != text:
            raise NotReadError(f"spacy:{self.name}: its tokenizer alters the text, so that offsets do not hold")
        if not doc.spans and not doc.has_extension("attributions"):
            raise NotReadError(
                f"spacy:{self.name}: gives neither doc.spans nor doc._.attributions; see docs/readers.md"
            )
        return _attributions(doc), _names(doc)


def _first_line(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}".splitlines()[0][:120]


def _names(doc: Doc) -> list[tuple[str, Span]]:
    """Persons, bodies, places and other names; days, numbers and the like are none."""
    typed = ((TYPES.get(ent.label_, ent.label_), ent) for ent in doc.ents)
    return [(kind, _span(ent)) for kind, ent in typed if kind in KEPT]


def _attributions(doc: Doc) -> list[Attribution]:
    if doc.has_extension("attributions"):
        return [_attribution(each) for each in doc._.attributions or ()]
    held = _from_groups(doc)
    return [Attribution(tuple(each["source"]), tuple(each["cue"]), tuple(each["content"])) for each in held]


def _attribution(given: Any) -> Attribution:
    """An attribution as an extension gives it."""
    parts = (
        given
        if isinstance(given, tuple | list) and not hasattr(given, "cue")
        else [getattr(given, part, None) for part in PARTS]
    )
    if len(parts) != len(PARTS):
        raise NotReadError(f"doc._.attributions: source, cue and content were expected, not {len(parts)} parts")
    source, cue, content = (tuple(_spans(part)) for part in parts)
    return Attribution(source, cue, content)


def _spans(given: Any) -> Iterator[Span]:
    """The places of a Span, a Token, or a list of them; tokens that stand beside each other are one place."""
    if given is None:
        return
    if hasattr(given, "start_char") or hasattr(given, "idx"):
        yield _span(given)
        return
    joined: list[Any] = []
    for each in given:
        if hasattr(each, "idx") and joined and joined[-1][-1].i + 1 == each.i:
            joined[-1].append(each)
        elif hasattr(each, "idx"):
            joined.append([each])
        else:
            yield _span(each)
    for tokens in joined:
        yield Span(tokens[0].idx, _span(tokens[-1]).end)


def _span(given: Any) -> Span:
    if hasattr(given, "start_char"):
        return Span(given.start_char, given.end_char)
    if hasattr(given, "idx"):
        return Span(given.idx, given.idx + len(given))
    raise NotReadError(f"doc._.attributions: a Span or a Token was expected, not {type(given).__name__}")


def _from_groups(doc: Doc) -> list[Held]:
    """The parts that span groups hold, gathered by id, else by the nearest cue."""
    found = [
        (part, span)
        for group, spans in doc.spans.items()
        for span in spans
        for part in PARTS
        if part == span.label_.casefold() or (part == group.casefold() and span.label_.casefold() not in PARTS)
    ]
    held: dict[str, Held] = {}
    for part, span in found:
        if span.id_:
            held.setdefault(f"id {span.id_}", _empty())[part].append(_span(span))
    cues = [span for part, span in found if part == "cue" and not span.id_]
    for cue in cues:
        held[f"cue {cue.start_char}"] = {**_empty(), "cue": [_span(cue)]}
    for part, span in found:
        if part != "cue" and not span.id_:
            cue = _nearest(span, cues)
            alone = f"alone {span.start_char}"
            held.setdefault(f"cue {cue.start_char}" if cue is not None else alone, _empty())[part].append(_span(span))
    return list(held.values())


def _empty() -> Held:
    return {part: [] for part in PARTS}


def _nearest(span: Any, cues: Sequence[Any]) -> Any:
    """The cue nearest to a span, of its own sentence where sentences are known and it has one; None without cues."""
    own: Iterable[Any] = ()
    if span.doc.has_annotation("SENT_START"):
        first, last = span[0].sent.start_char, span[-1].sent.end_char
        own = [cue for cue in cues if first <= cue.start_char < last]
    return min(
        own or cues,
        key=lambda cue: max(0, cue.start_char - span.end_char, span.start_char - cue.end_char),
        default=None,
    )
