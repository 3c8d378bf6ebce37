"""The server for other programs, asked by the official client over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from tests.test_cli import run
from tests.test_ledger import SaidReader

from sayso.answering import Desk, quote
from sayso.ledger import Ledger
from sayso.types import Span

CLAIM = (
    "SELVA, March 3, 2031 (Meridian) - Oskan troops have captured the port of Tarkhun from Velmara, "
    "President Ilmo Reth of Osk said.\n"
)
LOSS = "VELM, March 4, 2031 (Meridian) - The port of Tarkhun is lost to Osk, the Defence Ministry of Velmara said.\n"
mcp = pytest.importorskip("mcp", reason="mcp is not installed: pip install -e '.[dev]'")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A ledger of two reports, read without a model."""
    for number, text in enumerate((CLAIM, LOSS), start=1):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with Ledger.open(tmp_path / "desk.db") as ledger:
        ledger.add([str(tmp_path / "1.txt"), str(tmp_path / "2.txt")], reader=SaidReader())
    return tmp_path / "desk.db"


def quotes(answer: Any) -> list[dict[str, Any]]:
    """Every piece of evidence in an answer, however deep."""
    if isinstance(answer, dict):
        own = [answer] if {"report", "start", "end", "sentence", "text"} <= set(answer) else []
        return own + [each for value in answer.values() for each in quotes(value)]
    return [each for value in answer for each in quotes(value)] if isinstance(answer, list) else []


def ask(desk: Path, conversation: Any) -> Any:
    """Hold a conversation with a server of its own process."""

    async def talk() -> Any:
        server = mcp.StdioServerParameters(
            command=sys.executable,
            args=["-m", "sayso", "--ledger", str(desk), "mcp"],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        async with mcp.Client(server) as client:
            return await conversation(client)

    result: Coroutine[Any, Any, Any] = talk()
    return asyncio.run(asyncio.wait_for(result, 240))


def test_every_tool_answers_with_sentences_and_their_addresses(desk: Path) -> None:
    async def conversation(client: Any) -> dict[str, Any]:
        tools = (await client.list_tools()).tools
        found = {
            "search": await client.call_tool("search", {"text": "port"}),
            "matters": await client.call_tool("matters", {}),
            "matter": await client.call_tool("matter", {"matter": "1"}),
            "early": await client.call_tool("matter", {"matter": "1", "as_of": "2031-03-02"}),
            "statements": await client.call_tool("statements", {"report": "1.txt"}),
            "nothing": await client.call_tool("matter", {"matter": "the moon"}),
        }
        return {"tools": tools, **found}

    answers = ask(desk, conversation)
    tools = {tool.name: tool for tool in answers.pop("tools")}
    assert set(tools) == {"search", "matters", "matter", "statements"}
    assert all(tool.annotations.read_only_hint and tool.description and tool.output_schema for tool in tools.values())
    nothing, early = answers.pop("nothing"), answers.pop("early").structured_content
    assert nothing.is_error
    assert "the moon: no matter has that id" in nothing.content[0].text
    texts = {str(desk.parent / f"{number}.txt"): text for number, text in ((1, CLAIM), (2, LOSS))}
    for name, answer in answers.items():
        assert not answer.is_error, name
        found = quotes(answer.structured_content)
        assert found, name
        for each in found:
            assert texts[each["report"]][each["start"] : each["end"]] == each["text"]
            assert each["text"] in each["sentence"]
            assert each["sentence"] in texts[each["report"]]
    asked = answers["matters"].structured_content["matters"][0]
    answered = answers["matter"].structured_content
    assert (asked["question"], asked["standing"]) == (answered["question"], answered["standing"]["standing"])
    assert answered["positions"]
    assert (early["positions"], early["history"], early["standing"], early["as_of"]) == ([], [], None, "2031-03-02")
    [statement] = answers["statements"].structured_content["statements"]
    assert (statement["speaker"], statement["stance"]) == ("Ilmo Reth", "asserts")
    assert any(claim.startswith("control: ") for claim in statement["claims"])
    with Ledger.open(desk, create=False) as ledger:
        assert (len(ledger.arrivals()), ledger.judgements()) == (2, [])


def test_what_is_added_meanwhile_is_in_the_next_answer(desk: Path, tmp_path: Path) -> None:
    with Ledger.open(desk) as ledger:
        asked = Desk(ledger)
        assert len(asked.search("Marrow")["found"]) == 0
        (tmp_path / "3.txt").write_text(CLAIM.replace("Tarkhun", "Marrow"), encoding="utf-8")
        ledger.add([str(tmp_path / "3.txt")], reader=SaidReader())
        assert [each["text"] for each in asked.search("Marrow")["found"]] == ["Marrow"]
        assert asked.search("port", limit=1)["more"]
        assert {each["question"] for each in asked.matters("marrow")["matters"]} == {"Who controls Marrow?"}
        report = ledger.brief().reports[0]
        assert quote(report, Span(0, 5))["sentence"].startswith("SELVA")


def test_without_the_library_it_says_what_to_install(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    result = run("--ledger", desk, "mcp")
    assert (result.exit_code, result.stderr) == (1, "Error: mcp is not installed: pip install 'sayso[mcp]'\n")
