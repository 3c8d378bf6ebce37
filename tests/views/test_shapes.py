from __future__ import annotations

import json

from tests.views.briefs import BRIEF, COUNTS, REPORTS, STATEMENT, TAKEN, span

from sayso.types import Claim, Name, Problem, Reading, Span
from sayso.views import shapes

CLAIM = Claim("k1", "aaa111", "s1", "control", (("place", "Tarkhun"),), "+", "actual", "2031-03-03", Span(63, 106))
OWN = Claim("k2", "aaa111", None, "control", (("place", "Tarkhun"),), "+", "actual", None, Span(0, 29))
READING = Reading(
    report="aaa111",
    reader="test@1",
    statements=(STATEMENT,),
    claims=(CLAIM, OWN),
    names=(Name("Ilmo Reth", "PER", (span("aaa111", "Ilmo Reth"),)),),
    figures=COUNTS[:1],
    problems=(Problem("no source", path="in/first.txt", span=Span(1, 2)),),
)


def test_one_report_as_promised() -> None:
    shape = shapes.extract_shape(REPORTS[0], READING)
    assert list(shape) == ["report", "statements", "names", "figures", "problems"]
    assert shape["report"] == {
        "path": "in/first.txt",
        "id": "aaa111",
        "text": REPORTS[0].text,
        "title": "Osk says it has taken Tarkhun",
        "outlet": "The Selva Post",
        "agency": "Meridian",
        "published": "2031-03-03",
        "dateline": ["SELVA"],
        "language": "en",
    }
    [statement] = shape["statements"]
    assert statement == {
        "id": "s1",
        "source": [[108, 127]],
        "cue": [[128, 144]],
        "content": [[63, 106]],
        "quote": "indirect",
        "speaker": "Ilmo Reth",
        "party": "Osk",
        "channel": "speech",
        "stance": "asserts",
        "said": "2031-03-03",
        "within": None,
        "claims": [{"kind": "control", "slots": {"place": "Tarkhun"}, "polarity": "+", "when": "2031-03-03"}],
    }
    assert shape["names"] == [{"name": "Ilmo Reth", "type": "PER", "spans": [[118, 127]]}]
    assert shape["figures"] == [
        {
            "what": "killed",
            "of": "Velmaran soldiers",
            "who": "",
            "low": 40,
            "high": None,
            "unit": "people",
            "new": False,
            "since": None,
            "as_of": "2031-03-03",
            "by": "Ilmo Reth",
            "span": [315, 326],
        }
    ]
    assert shape["problems"] == [{"message": "no source", "span": [1, 2]}]


def test_matters_as_promised() -> None:
    first, second = shapes.matters_shape(BRIEF)
    assert list(first) == [
        "id",
        "question",
        "kind",
        "slots",
        "positions",
        "standings",
        "figures",
        "estimates",
        "outlets",
        "origins",
        "notes",
    ]
    assert first["slots"] == {"place": "Tarkhun", "holder": "Osk"}
    assert first["positions"][0] == {
        "party": "Osk",
        "speaker": "Ilmo Reth",
        "stance": "asserts",
        "position": "Osk holds the port",
        "date": "2031-03-03",
        "report": "in/first.txt",
        "evidence": {"text": TAKEN, "span": [63, 106]},
        "channel": "speech",
        "statement": "s1",
        "likely": None,
    }
    assert first["standings"][1] == {
        "date": "2031-03-04",
        "standing": "conceded",
        "because": "Velmara, which held it, says that it is lost",
    }
    assert second["figures"][0]["report"] == "in/first.txt"


def test_names_as_promised() -> None:
    assert shapes.names_shape(BRIEF.names)[0] == {
        "name": "Ilmo Reth",
        "type": "PER",
        "spellings": ["Ilmo Reth", "Reth"],
        "party": "Osk",
        "because": ["“Reth” is the last word of “Ilmo Reth”"],
        "place": None,
    }


def test_every_span_holds_the_words_beside_it() -> None:
    texts = {report.path: report.text for report in REPORTS}
    shape = shapes.brief_shape(BRIEF)
    passages = [passage for clash in shape["discrepancies"] for passage in clash["passages"]]
    for each in [*shape["figures"], *passages]:
        start, end = each["span"]
        assert texts[each["report"]][start:end] == each["text"]


def test_statements_name_their_report_and_their_words() -> None:
    [shape] = shapes.statements_shape(BRIEF, BRIEF.statements, {"s1": (CLAIM,)})
    assert shape["report"] == "in/first.txt"
    assert shape["text"] == [TAKEN]
    assert shape["claims"][0]["kind"] == "control"


def test_the_brief_and_the_export_are_json() -> None:
    shape = json.loads(json.dumps(shapes.export_shape(BRIEF, [READING])))
    assert shape["copies"] == [["in/first.txt", "in/reprint.txt"]]
    assert shape["problems"] == [{"path": "in/empty.txt", "message": "is empty: nothing to read", "span": None}]
    assert [report["inferred"] for report in shape["reports"]] == [False, False, True]
    assert shape["background"][0] == {"report": "in/first.txt", "span": [370, 418]}
    [reading] = shape["readings"]
    assert (reading["reader"], len(reading["claims"])) == ("test@1", 1)


def test_what_a_search_found() -> None:
    [shape] = shapes.search_shape(BRIEF, [("ccc333", Span(20, 37))])
    assert shape == {"report": "in/second.txt", "span": [20, 37], "text": "is no longer ours"}
