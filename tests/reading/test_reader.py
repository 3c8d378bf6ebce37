"""A report through the whole room, with a reader that finds the spans by a pattern: no model is needed."""

from __future__ import annotations

import re

from sayso.reading.reader import read_report, reader_of
from sayso.types import Attribution, Reading, Report, Span
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import learn_parties

TEXT = (
    "SELVA, March 3 (Meridian) - Oskan troops have captured the port of Tarkhun, President Ilmo Reth of Osk said. "
    "The port of Tarkhun was never lost, the Velmaran army said. "
    "Some 140 soldiers of Velmara were killed at Tarkhun, Reth said. Nobody knows why."
)
UNTAUGHT = learn_kinds([])
REPORT = Report(id="r1", text=TEXT, path="1.txt", published="2031-03-03", language="en", body=Span(28, len(TEXT)))


class SaidReader:
    """Reads "..., source said." and nothing else."""

    version = "said@1"

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        found = re.finditer(r"(?:- |\. )(?P<content>[^.]*?), (?P<source>[^,.]*?) (?P<cue>said)(?=\.)", text)
        names = re.finditer(r"Tarkhun|Osk\b|Velmara\b|Ilmo Reth|Reth", text)
        kinds = {"Tarkhun": "LOC", "Osk": "LOC", "Velmara": "LOC"}
        return [self.attribution(m) for m in found], [(kinds.get(m[0], "PER"), Span(*m.span())) for m in names]

    @staticmethod
    def attribution(match: re.Match[str]) -> Attribution:
        source, cue, content = (Span(*match.span(part)) for part in ("source", "cue", "content"))
        return Attribution((source,), (cue,), (content,))


def read() -> Reading:
    return read_report(REPORT, SaidReader())


def words(span: Span) -> str:
    return TEXT[span.start : span.end]


def test_statements_claims_names_and_figures_of_one_report() -> None:
    reading = read()
    assert reading.statements[0].speaker == "Ilmo Reth"
    assert {n.name for n in reading.names} >= {"Tarkhun", "Ilmo Reth"}
    kinds = {(c.kind, c.slot("place")) for c in reading.claims}
    assert ("control", "Tarkhun") in kinds
    assert ("casualties", "Tarkhun") in kinds
    [figure] = reading.figures
    assert (figure.what, figure.best, words(figure.span)) == ("killed", 140, "Some 140")


def test_claims_belong_to_the_statement_around_them() -> None:
    reading = read()
    contents = {s.id: s.content[0] for s in reading.statements}
    for claim in reading.claims:
        assert claim.statement is not None
        around = contents[claim.statement]
        assert around.start <= claim.evidence.start < claim.evidence.end <= around.end


def test_reading_twice_gives_the_same() -> None:
    assert read() == read()


def test_the_reading_names_its_reader_and_what_was_taught() -> None:
    taught = learn_parties([TEXT, "Velmara is at war; Velmaran troops are on the border of Velmara."])
    bare = learn_parties([])
    assert reader_of(REPORT, SaidReader(), bare, UNTAUGHT) == "said@1"
    assert reader_of(REPORT, SaidReader(), taught, UNTAUGHT).startswith("said@1+")
    assert read_report(REPORT, SaidReader(), taught, UNTAUGHT).reader == reader_of(
        REPORT, SaidReader(), taught, UNTAUGHT
    )


def test_an_empty_reading() -> None:
    empty = Report(id="e", text="Nobody knows.", path="e.txt")
    reading = read_report(empty, SaidReader())
    assert (reading.statements, reading.claims, reading.names, reading.figures) == ((), (), (), ())
