"""The reader for language models, against a server on this machine."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.reading.answering import Answer, asked_text, by_pattern, quoting, said, serving

from sayso.errors import NotReadError, ReaderError
from sayso.ledger import Ledger, extract
from sayso.reading.llm_reader import LanguageModelReader, Patience, stretches
from sayso.reading.reader import read_report
from sayso.types import Problem, Report, Span

TEXT = "- The port of Tarkhun is ours, Ilmo Reth said. The army denies it, Osk said."
EMPTY = '{"statements": [], "names": []}'


def test_it_asks_the_address_for_json_with_the_key() -> None:
    with serving(quoting(by_pattern)) as server:
        attributions, names = server.reader().read(TEXT)
        [(path, authorization, asked)] = server.requests
    assert (path, authorization) == ("/v1/chat/completions", "Bearer sesame")
    assert (asked["model"], asked["temperature"], asked_text(asked)) == ("small", 0, TEXT)
    assert asked["response_format"] == {"type": "json_object"}
    assert (attributions, names) == by_pattern(TEXT)


def test_without_a_key_none_is_sent() -> None:
    with serving(quoting(by_pattern)) as server:
        server.reader(key="").read(TEXT)
        assert server.requests[0][1] == ""


def test_what_it_invents_becomes_a_problem_and_the_rest_goes_on() -> None:
    def inventing(asked: dict[str, Any]) -> Answer:
        real = json.loads(json.loads(quoting(by_pattern)(asked)[2])["choices"][0]["message"]["content"])
        real["statements"].insert(1, {"source": ["Reth"], "cue": ["shouted"], "content": ["We have won"]})
        real["names"].append({"type": "PER", "text": "Nobody Atall"})
        return said(json.dumps(real))

    report = Report(id="r1", text=TEXT, path="1.txt", language="en")
    with serving(inventing) as server:
        reading = read_report(report, server.reader())
    assert {s.speaker for s in reading.statements} >= {"Ilmo Reth"}
    assert not any("shouted" in TEXT[c.start : c.end] for s in reading.statements for c in s.cue)
    messages = [problem.message for problem in reading.problems if problem.path == "1.txt"]
    assert "the reader gave 1 statement that was refused: no. 2: not in the text: “We have won”" in messages
    assert any(message.startswith("the reader gave 1 name that was refused: no. ") for message in messages)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_address_is_asked_again(status: int) -> None:
    answers: Iterator[Answer] = iter([(status, {}, "busy"), (status, {"retry-after": "0.02"}, ""), said(EMPTY)])
    with serving(lambda _: next(answers)) as server:
        assert server.reader().read(TEXT) == ([], [])
        assert len(server.requests) == 3


def test_the_pause_grows_and_heeds_what_the_address_asks_for() -> None:
    reader = LanguageModelReader("m", "http://127.0.0.1:9/v1", patience=Patience(pause=1.0, longest_pause=30.0))
    assert [reader._pause(attempt, None) for attempt in range(6)] == [1, 2, 4, 8, 16, 30]
    assert (reader._pause(0, "7"), reader._pause(0, "3600"), reader._pause(1, "soon")) == (7, 30, 2)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((503, {}, "busy sesame"), "answered 503, asked 3 times"),
        ((422, {}, "what?"), "answered 422; what?"),
        ((200, {}, "<html>"), "not the JSON asked for: <html>"),
        (said("There are no statements, sesame."), "not the JSON asked for: There are no statements, ..."),
        (said("[1, 2]"), "not the JSON asked for"),
        (said("[" * 100_000), "not the JSON asked for"),
        (said('{"statements":' + "[" * 100_000), "not the JSON asked for"),
        (said(f"Either {EMPTY} or {EMPTY}"), "not the JSON asked for"),
        (said('{"statements": [', "length"), "the answer was cut off"),
        ((200, {}, '{"choices": []}'), "not the JSON asked for"),
    ],
)
def test_no_answer_for_a_report_is_said_clearly_and_without_the_key(answer: Answer, why: str) -> None:
    with serving(lambda _: answer) as server, pytest.raises(NotReadError) as caught:
        server.reader().read(TEXT)
    assert why in str(caught.value)
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize(
    "words",
    [
        "Here is the JSON:\n```json\n%s\n```\nAnything else?",
        '<think>Perhaps {"statements": [1]}, or none?</think>\n%s',
        "<think>\nNobody says {this}.\n</think>\n```json\n%s\n```",
        "I found nothing {so far}. %s",
    ],
)
def test_what_stands_around_the_answer_is_left_out(words: str) -> None:
    with serving(lambda _: said(words % EMPTY)) as server:
        assert server.reader().read(TEXT) == ([], [])


def test_no_answer_in_time() -> None:
    def sleeping(_: dict[str, Any]) -> Answer:
        time.sleep(0.5)
        return said(EMPTY)

    with (
        serving(sleeping) as server,
        pytest.raises(NotReadError, match=r"no answer within 0\.1 seconds, asked 2 times"),
    ):
        server.reader(Patience(timeout=0.1, tries=2, pause=0.01)).read(TEXT)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_an_address_that_lets_nobody_in_stops_the_work(status: int) -> None:
    with serving(lambda _: (status, {}, "sesame is wrong")) as server, pytest.raises(ReaderError) as caught:
        server.reader().read(TEXT)
    assert not isinstance(caught.value, NotReadError)
    assert "sesame" not in str(caught.value)


def test_an_address_where_nobody_is_stops_the_work() -> None:
    with serving(lambda _: said(EMPTY)) as server:
        gone = server.reader()
    with pytest.raises(ReaderError, match="cannot be reached") as caught:
        gone.read(TEXT)
    assert not isinstance(caught.value, NotReadError)


def test_a_server_that_knows_no_response_format() -> None:
    def old(asked: dict[str, Any]) -> Answer:
        return (400, {}, "unknown field") if "response_format" in asked else said(f"```json\n{EMPTY}\n```")

    with serving(old) as server:
        assert server.reader().read(TEXT) == ([], [])


def test_a_long_report_goes_in_stretches_with_the_offsets_of_the_whole() -> None:
    text = "\n\n".join([TEXT] * 200)
    with serving(quoting(by_pattern)) as server:
        attributions, _ = server.reader().read(text)
        assert len(server.requests) > 1
        assert "".join(asked_text(asked) for _, _, asked in server.requests) == text
    assert len(attributions) == 400
    assert {text[a.source[0].start : a.source[0].end] for a in attributions} == {"Ilmo Reth", "Osk"}


def test_text_without_paragraphs_is_cut_between_words_or_not_at_all() -> None:
    assert list(stretches("aa bb cc", 4)) == [Span(0, 3), Span(3, 6), Span(6, 8)]
    assert list(stretches("aaaaaaaa", 4)) == [Span(0, 4), Span(4, 8)]


def test_nobody_is_asked_about_no_text() -> None:
    with serving(lambda _: said(EMPTY)) as server:
        assert server.reader().read(" \n") == ([], [])
        assert server.requests == []


def test_the_environment_fills_what_is_not_named() -> None:
    kept = {"SAYSO_LLM_MODEL": "small", "SAYSO_LLM_URL": "http://u:p@localhost:1/v1/", "SAYSO_LLM_KEY": "sesame"}
    reader = LanguageModelReader.from_words("", kept)
    assert (reader.model, reader.url, reader.key) == ("small", "http://u:p@localhost:1/v1", "sesame")
    assert reader.version.startswith("llm:small@localhost:1+")
    assert LanguageModelReader.from_words("big", kept).model == "big"
    assert LanguageModelReader.from_words("big@https://h/v1", {}).url == "https://h/v1"
    assert "sesame" not in repr(reader)


def test_a_report_that_was_not_read_is_a_problem_until_it_is(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, encoding="utf8")
    bad.write_text(f"{TEXT} Mumble.", encoding="utf8")

    def moody(asked: dict[str, Any]) -> Answer:
        return said("Mumble.") if "Mumble" in asked_text(asked) else quoting(by_pattern)(asked)

    with serving(moody) as server, Ledger.open(tmp_path / "desk.db") as ledger:
        done = ledger.add([str(bad), str(good)], reader=server.reader())
        assert [problem.path for problem in done.problems] == [str(bad)]
        assert ledger.brief().problems == done.problems
        assert len(ledger.readings()) == 1
        out = list(extract([str(bad), str(good)], reader=server.reader()))
        assert [isinstance(each, Problem) for each in out] == [True, False]
        server.answer = quoting(by_pattern)
        again = ledger.add([str(bad)], reader=server.reader())
        assert (again.problems, ledger.brief().problems, len(ledger.readings())) == ((), (), 2)
