"""A server on this machine that answers as an OpenAI-compatible address does, and keeps what it was asked."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sayso.reading.llm_reader import LanguageModelReader, Patience
from sayso.types import Attribution, Span

Answer = tuple[int, dict[str, str], str]  # status, headers, body
Answering = Callable[[dict[str, Any]], Answer]
SOON = Patience(timeout=5.0, tries=3, pause=0.01)


class Asked(ThreadingHTTPServer):
    """The server; ``requests`` holds path, authorization and parsed body of each request."""

    daemon_threads = True

    def __init__(self, answer: Answering) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.requests: list[tuple[str, str, dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def reader(self, patience: Patience = SOON, key: str = "sesame") -> LanguageModelReader:
        return LanguageModelReader("small", self.url, key, patience)


class Handler(BaseHTTPRequestHandler):
    server: Asked

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append((self.path, self.headers.get("authorization", ""), asked))
        status, headers, body = self.server.answer(asked)
        self.send_response(status)
        for name, value in {**headers, "content-length": str(len(body.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: Any) -> None:
        """Nothing on the terminal."""


@contextmanager
def serving(answer: Answering) -> Iterator[Asked]:
    server = Asked(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def said(content: str, ended: str = "stop") -> Answer:
    """An answer of the model in the envelope of the address."""
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": ended}
    return 200, {}, json.dumps({"choices": [choice]})


def asked_text(asked: dict[str, Any]) -> str:
    """The report in a request."""
    words: str = asked["messages"][-1]["content"]
    return words


def quoting(read: Callable[[str], tuple[list[Attribution], list[tuple[str, Span]]]]) -> Answering:
    """A model that quotes word by word what ``read`` finds."""

    def answer(asked: dict[str, Any]) -> Answer:
        text = asked_text(asked)
        attributions, names = read(text)

        def words(spans: tuple[Span, ...]) -> list[str]:
            return [text[span.start : span.end] for span in spans]

        rows = [{"source": words(a.source), "cue": words(a.cue), "content": words(a.content)} for a in attributions]
        called = [{"type": kind, "text": text[span.start : span.end]} for kind, span in names]
        return said(json.dumps({"statements": rows, "names": called}))

    return answer


def by_pattern(text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
    """Statements of the form "..., source said." and a few names: what a reader without a model finds."""
    found = re.finditer(r"(?:- |\. )(?P<content>[^.]*?), (?P<source>[^,.]*?) (?P<cue>said)(?=\.)", text)
    kinds = {"Tarkhun": "LOC", "Osk": "LOC", "Velmara": "LOC"}
    names = re.finditer(r"Tarkhun|Osk\b|Velmara\b|Ilmo Reth|Reth", text)
    return (
        [Attribution((Span(*m.span("source")),), (Span(*m.span("cue")),), (Span(*m.span("content")),)) for m in found],
        [(kinds.get(m[0], "PER"), Span(*m.span())) for m in names],
    )
