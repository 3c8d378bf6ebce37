"""The contract that every reader keeps, whoever made it; and the words by which a user names one.

A reader is known by what comes out at the other end: the same report, read by any of them, gives records of one shape,
each span in the text, in one order, twice the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest
from tests.reading.answering import by_pattern, quoting, serving

from sayso.errors import ModelError, ReaderError
from sayso.reading.checked import read_checked
from sayso.reading.reader import read_report
from sayso.reading.readers import load_reader
from sayso.reading.tagger import Reader, load_tagger
from sayso.types import Attribution, NameType, Quote, Report, Span, Stance

TEXT = (
    "SELVA, March 3 (Meridian) - Oskan troops have captured the port of Tarkhun, President Ilmo Reth of Osk said. "
    "The port of Tarkhun was never lost, the Velmaran army said. "
    "Some 140 soldiers of Velmara were killed at Tarkhun, Reth said. Nobody knows why."
)
REPORT = Report(id="r1", text=TEXT, path="1.txt", published="2031-03-03", language="en", body=Span(28, len(TEXT)))
ODD = ("", " \r\n\t", "\u0000", "🙂🙂", "x" * 500, "a\u0301 said.\r\n\r\n- B, c said.", "“" * 50)
READERS = ("pattern", "board", "llm", "spacy")


class PatternReader:
    """Twenty lines of a user's own."""

    version = "pattern@1"

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        return by_pattern(text)


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    if request.param == "pattern":
        yield PatternReader()
    elif request.param == "board":
        yield load_tagger()
    elif request.param == "llm":
        with serving(quoting(by_pattern)) as server:
            yield server.reader()
    else:
        if find_spec("spacy") is None:
            pytest.skip(
                "SPACY IS NOT INSTALLED: the reader for spaCy pipelines is not tested (pip install 'sayso[spacy]')"
            )
        from tests.reading.pipelines import ruled_reader

        yield ruled_reader()


def test_it_names_itself(reader: Reader) -> None:
    assert reader.version == reader.version != ""
    assert "sesame" not in reader.version + repr(reader)


def test_its_spans_stand_in_the_text_in_the_order_of_the_cues(reader: Reader) -> None:
    attributions, names = reader.read(TEXT)
    spans = [s for a in attributions for s in (*a.source, *a.cue, *a.content)] + [s for _, s in names]
    assert spans
    assert all(0 <= s.start < s.end <= len(TEXT) for s in spans)
    assert [a.cue[0] for a in attributions] == sorted(a.cue[0] for a in attributions)
    assert {kind for kind, _ in names} <= set(get_args(NameType))


def test_nothing_of_it_is_refused(reader: Reader) -> None:
    found, problems = read_checked(reader, TEXT)
    assert problems == []
    assert found == reader.read(TEXT)


def test_it_reads_the_same_twice(reader: Reader) -> None:
    assert reader.read(TEXT) == reader.read(TEXT)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_are_read_too(reader: Reader, text: str) -> None:
    reading = read_report(Report(id="odd", text=text, path="odd.txt", language="en"), reader)
    spans = [s for each in reading.statements for s in (*each.source, *each.cue, *each.content)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_the_same_report_gives_the_same_records(reader: Reader) -> None:
    reading = read_report(REPORT, reader)
    said = [(s.speaker, s.stance, s.said) for s in reading.statements]
    assert said[0] == said[2] == ("Ilmo Reth", "asserts", "2031-03-03")
    assert "army" in said[1][0]
    assert {s.quote for s in reading.statements} <= set(get_args(Quote))
    assert {s.stance for s in reading.statements} <= set(get_args(Stance))
    assert ("control", "Tarkhun") in {(c.kind, c.slot("place")) for c in reading.claims}
    [figure] = reading.figures
    assert (figure.what, figure.best, TEXT[figure.span.start : figure.span.end]) == ("killed", 140, "Some 140")
    assert {n.name for n in reading.names} >= {"Tarkhun", "Ilmo Reth"}
    assert reading.reader.startswith(reader.version)
    assert reading.problems == ()


def test_the_model_on_board_is_the_reader_that_nobody_names() -> None:
    assert load_reader().version == load_tagger().version


@pytest.mark.parametrize("named", ["", "bored", "spacy", "spacy:", "llm:", "llm:small", "llm:small@ftp://x"])
def test_what_names_no_reader_is_refused(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("SAYSO_LLM_URL", "SAYSO_LLM_MODEL"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(ReaderError, match=r"llm:"):
        load_reader(named=named)


def test_a_folder_is_for_the_reader_on_board(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="board only"):
        load_reader(str(tmp_path), "llm:small@http://127.0.0.1:9/v1")
    with pytest.raises(ModelError, match="cannot be read"):
        load_reader(str(tmp_path))


def test_a_reader_by_name_and_address() -> None:
    assert load_reader(named="llm:org/small@v2@http://127.0.0.1:9/v1/").version.startswith(
        "llm:org/small@v2@127.0.0.1:9+"
    )
