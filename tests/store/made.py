"""Records made by hypothesis, in every shape that their types allow."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from sayso.types import (
    Claim,
    Figure,
    Meaning,
    Name,
    NameType,
    Problem,
    Quote,
    Reading,
    Report,
    Span,
    Stance,
    Statement,
)

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
maybe = st.none() | words
spans = st.builds(lambda ends: Span(*sorted(ends)), st.tuples(st.integers(0, 9_999), st.integers(0, 9_999)))
span_lists = st.lists(spans, max_size=3).map(tuple)
word_lists = st.lists(words, max_size=3).map(tuple)
ids = st.text("0123456789abcdef", min_size=16, max_size=16)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)

reports = st.builds(
    Report,
    id=ids,
    text=words,
    path=words,
    title=maybe,
    outlet=maybe,
    agency=maybe,
    published=maybe,
    published_because=maybe,
    dateline=word_lists,
    address=maybe,
    language=maybe,
    title_span=st.none() | spans,
    body=st.none() | spans,
)
problems = st.builds(Problem, message=words, path=maybe, span=st.none() | spans)
names = st.builds(Name, name=words, type=st.sampled_from(get_args(NameType)), spans=span_lists)
shares = st.dictionaries(words, st.floats(0, 1), max_size=3).map(lambda found: tuple(found.items()))
statements = st.builds(
    Statement,
    id=ids,
    report=ids,
    source=span_lists,
    cue=span_lists,
    content=span_lists,
    quote=st.sampled_from(get_args(Quote)),
    speaker=words,
    party=words,
    channel=words,
    stance=st.sampled_from(get_args(Stance)),
    said=maybe,
    within=maybe,
    about=word_lists,
    because=word_lists,
    reader=words,
    meaning=st.none() | st.builds(Meaning, kinds=shares, vector=st.binary(max_size=4), ties=shares),
)
claims = st.builds(
    Claim,
    id=ids,
    report=ids,
    statement=maybe,
    kind=words,
    slots=st.lists(st.tuples(words, words), max_size=3).map(tuple),
    polarity=st.sampled_from("+-"),
    modality=words,
    when=maybe,
    evidence=spans,
)
figures = st.builds(
    Figure,
    report=ids,
    statement=maybe,
    what=words,
    of=words,
    low=numbers,
    high=numbers,
    best=numbers,
    wording=words,
    unit=words,
    new=st.none() | st.booleans(),
    as_of=maybe,
    by=words,
    span=spans,
    note=words,
)
readings = st.builds(
    Reading,
    report=ids,
    reader=words,
    statements=st.lists(statements, max_size=3).map(tuple),
    claims=st.lists(claims, max_size=3).map(tuple),
    names=st.lists(names, max_size=3).map(tuple),
    figures=st.lists(figures, max_size=3).map(tuple),
    problems=st.lists(problems, max_size=3).map(tuple),
)


def report(text: str = "The army took the town.", number: int = 1, address: str | None = None) -> Report:
    """A report with an id of its own."""
    return Report(id=f"{number:016x}", text=text, path=f"{number}.txt", address=address)


def reading(of: Report, reader: str = "first") -> Reading:
    """A reading of a report with one statement in it."""
    statement = Statement(
        id="s1",
        report=of.id,
        source=(),
        cue=(Span(0, 3),),
        content=(Span(4, 8), Span(10, 12)),
        quote="indirect",
        speaker="",
        party="Velgoria",
        channel="speech",
        stance="asserts",
        said="2024-10-11",
        reader=reader,
    )
    return Reading(of.id, reader, (statement,), (), (), (), ())
