"""The reader for spaCy pipelines, with blank pipelines and rules; no trained one is needed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from sayso.errors import NotReadError, ReaderError
from sayso.reading.spacy_reader import SpacyReader
from sayso.types import Attribution, Span

if find_spec("spacy") is None:
    pytest.skip(
        "SPACY IS NOT INSTALLED: the reader for spaCy pipelines is not tested (pip install 'sayso[spacy]')",
        allow_module_level=True,
    )

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from tests.reading.pipelines import label, reader_with, ruled_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "The town fell, Ilmo Reth said. “No”, said the army. Velmara is quiet on Monday."


def words(attribution: Attribution) -> list[list[str]]:
    parts = (attribution.source, attribution.cue, attribution.content)
    return [[TEXT[span.start : span.end] for span in spans] for spans in parts]


@Language.component("grouped")  # type: ignore[untyped-decorator]
def grouped(doc: Doc) -> Doc:
    """Groups named after the parts, without ids."""
    doc.spans["source"] = [label(doc, "Ilmo Reth", ""), label(doc, "the army", "")]
    doc.spans["cue"] = [label(doc, "said", ""), label(doc, "said the", "")[:1]]
    doc.spans["content"] = [label(doc, "The town fell", ""), label(doc, "No", "")]
    return doc


@Language.component("failing")  # type: ignore[untyped-decorator]
def failing(doc: Doc) -> Doc:
    raise ValueError("no such table\nand more")


@Language.component("silent")  # type: ignore[untyped-decorator]
def silent(doc: Doc) -> Doc:
    return doc


def test_parts_without_an_id_go_to_the_cue_of_their_sentence() -> None:
    attributions, _ = reader_with("grouped").read(TEXT)
    assert [words(each) for each in attributions] == [
        [["Ilmo Reth"], ["said"], ["The town fell"]],
        [["the army"], ["said"], ["No"]],
    ]


def test_rules_of_a_span_ruler_are_enough() -> None:
    rules = [
        {"label": "SOURCE", "pattern": [{"LOWER": "ilmo"}, {"LOWER": "reth"}]},
        {"label": "CUE", "pattern": "said"},
        {"label": "CONTENT", "pattern": "The town fell"},
    ]
    nlp = spacy.blank("en")
    nlp.add_pipe("span_ruler").add_patterns(rules)
    attributions, _ = SpacyReader(nlp, "rules").read(TEXT)
    assert words(attributions[0]) == [["Ilmo Reth"], ["said"], ["The town fell"]]


@pytest.fixture
def extension() -> Iterator[None]:
    def told(doc: Doc) -> list[Any]:
        source, cue, content = label(doc, "Ilmo Reth", ""), label(doc, "said", ""), label(doc, "The town fell", "")
        return [(source, cue)] if "broken" in doc.text else [(list(source), cue[0], [content])]

    Doc.set_extension("attributions", getter=told)
    yield
    Doc.remove_extension("attributions")


@pytest.mark.usefixtures("extension")
def test_an_extension_of_the_users_own() -> None:
    [attribution], _ = reader_with("silent").read(TEXT)
    assert words(attribution) == [["Ilmo Reth"], ["said"], ["The town fell"]]


@pytest.mark.usefixtures("extension")
def test_an_extension_that_gives_something_else() -> None:
    with pytest.raises(NotReadError, match="source, cue and content were expected"):
        reader_with("silent").read(TEXT + " broken")


def test_entities_become_names_and_days_none() -> None:
    nlp = spacy.blank("en")
    ents = [("PERSON", "Ilmo Reth"), ("GPE", "Velmara"), ("DATE", "Monday"), ("ORG", "army")]
    nlp.add_pipe("entity_ruler").add_patterns([{"label": kind, "pattern": name} for kind, name in ents])
    nlp.add_pipe("grouped")
    _, names = SpacyReader(nlp, "named").read(TEXT)
    assert [(kind, TEXT[s.start : s.end]) for kind, s in names] == [
        ("PER", "Ilmo Reth"),
        ("ORG", "army"),
        ("LOC", "Velmara"),
    ]


def test_a_pipeline_that_fails_or_tells_nothing_fails_for_this_report() -> None:
    with pytest.raises(NotReadError, match=r"fails on this report \(ValueError: .*no such table\)"):
        reader_with("failing").read(TEXT)
    with pytest.raises(NotReadError, match=r"gives neither doc\.spans nor"):
        reader_with("silent").read(TEXT)


def test_the_version_changes_with_what_the_pipeline_holds() -> None:
    assert ruled_reader().version == ruled_reader().version
    assert reader_with("grouped").version != reader_with("silent").version


def test_a_pipeline_that_is_not_there() -> None:
    with pytest.raises(ReaderError, match="spacy:no_such_pipeline: cannot be loaded"):
        SpacyReader.load("no_such_pipeline")


def test_a_pipeline_from_a_folder(tmp_path: Any) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("grouped")
    nlp.to_disk(tmp_path / "mine")
    reader = SpacyReader.load(str(tmp_path / "mine"))
    assert [a.source for a in reader.read(TEXT)[0]] == [(Span(15, 24),), (Span(42, 50),)]
