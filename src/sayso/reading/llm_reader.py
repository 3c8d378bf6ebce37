"""A language model behind an OpenAI-compatible address as a reader; used only where a user names one.

The report is sent there in stretches, and the answer is JSON that quotes the report word by word. What it quotes is
looked for in the text; what is not there is refused and counted, so that nothing stands in a reading that no report
says.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sayso.errors import NotReadError, ReaderError
from sayso.reading.checked import Found, Refusal
from sayso.reading.quoted import find_quoted
from sayso.types import Attribution, Span

if TYPE_CHECKING:
    import httpx

LONGEST = 12_000  # characters of one stretch: some 2,000 words, whose answer fits every common model
PARAGRAPH = re.compile(r"\n\s*\n|\n")
FENCE = re.compile(r"^\s*```(?:json)?\s*|\s*```\s*$")
ANSWER = re.compile(r'\{\s*"(?:statements|names)"')
THOUGHT = "</think>"
NAMED = re.compile(r"(?P<model>.+?)@(?P<url>https?://.+)")
BUSY = (408, 409, 425, 429, 500, 502, 503, 504, 529)
BARRED = (401, 403, 404, 405)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for one answer, how often to ask, and the first pause between; it doubles each time. Seconds."""

    timeout: float = 120.0
    tries: int = 5
    pause: float = 1.0
    longest_pause: float = 60.0


@dataclass(frozen=True)
class LanguageModelReader:
    """Reads with a language model behind an OpenAI-compatible address.

    Args:
        model: the model's name at that address.
        url: the address up to and without ``/chat/completions``, such as ``http://127.0.0.1:8080/v1``.
        key: what the address asks for; sent to it and shown nowhere.
        patience: how long and how often to try.

    >>> LanguageModelReader("small-8b", "http://127.0.0.1:8080/v1", key="secret")
    LanguageModelReader(model='small-8b', url='http://127.0.0.1:8080/v1')
    """

    model: str
    url: str
    key: str = field(default="", repr=False)
    patience: Patience = field(default=Patience(), repr=False)

    @classmethod
    def from_words(cls, words: str = "", environment: Mapping[str, str] = os.environ) -> LanguageModelReader:
        """The reader that ``MODEL@URL`` names; what that leaves out, and the key, stand in the environment.

        Raises:
            ReaderError: no model or no address is named.
        """
        named = NAMED.fullmatch(words)
        model = named["model"] if named else words or environment.get("SAYSO_LLM_MODEL", "")
        url = named["url"] if named else environment.get("SAYSO_LLM_URL", "")
        if not model or not url.startswith(("http://", "https://")):
            raise ReaderError(
                f"llm:{words}: name a model and its address, llm:MODEL@http://HOST/v1, or set SAYSO_LLM_MODEL and "
                "SAYSO_LLM_URL"
            )
        return cls(model, url.rstrip("/"), environment.get("SAYSO_LLM_KEY", ""))

    @property
    def version(self) -> str:
        """The model, its host and a digest of what it is asked."""
        return f"llm:{self.model}@{self._host}+{hashlib.sha256(question().encode()).hexdigest()[:8]}"

    def read(self, text: str) -> Found:
        """Attributions and names that the model quotes and that stand in the text.

        Raises:
            ReaderError: the address cannot be reached or does not let us in.
            NotReadError: it gives no answer for this text, or none that is the JSON asked for.
        """
        return self.read_refusing(text)[0]

    def read_refusing(self, text: str) -> tuple[Found, list[Refusal]]:
        """As ``read``, with what the model gave and the text does not hold."""
        attributions: list[Attribution] = []
        names: list[tuple[str, Span]] = []
        refused: list[Refusal] = []
        with self._client() as client:
            for stretch in stretches(text):
                answer = self._ask(client, text[stretch.start : stretch.end])
                (more, called), not_there = find_quoted(text, stretch, answer)
                attributions += more
                names += called
                refused += not_there
        return (attributions, names), refused

    @property
    def _host(self) -> str:
        return re.sub(r"^https?://(?:[^/@]*@)?", "", self.url).split("/")[0]

    def _client(self) -> httpx.Client:
        try:
            import httpx
        except ImportError as missing:
            raise ReaderError("the reader llm needs httpx: pip install 'sayso[llm]'") from missing
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        return httpx.Client(headers=headers, timeout=self.patience.timeout)

    def _ask(self, client: httpx.Client, words: str) -> dict[str, Any]:
        """The parsed answer for one stretch."""
        asked: dict[str, Any] = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": question()}, {"role": "user", "content": words}],
            "response_format": {"type": "json_object"},
        }
        answer = self._post(client, asked)
        if answer.status_code == 400:  # some servers do not know response_format
            asked.pop("response_format")
            answer = self._post(client, asked)
        if answer.status_code != 200:
            raise NotReadError(f"{self._host}: answered {answer.status_code}; {self._shown(answer.text)}")
        return self._parsed(answer)

    def _post(self, client: httpx.Client, asked: dict[str, Any]) -> httpx.Response:
        """The first answer that is not "busy"."""
        import httpx

        why = ""
        for attempt in range(self.patience.tries):
            wanted = None
            try:
                answer = client.post(f"{self.url}/chat/completions", json=asked)
            except httpx.TimeoutException:
                why = f"no answer within {self.patience.timeout:g} seconds"
            except (httpx.NetworkError, httpx.RemoteProtocolError) as problem:
                if isinstance(problem, httpx.ConnectError):
                    raise self._out_of_reach(problem) from None
                why = "broke off"
            except (httpx.TransportError, httpx.InvalidURL) as problem:
                raise self._out_of_reach(problem) from None
            else:
                if answer.status_code in BARRED:
                    raise ReaderError(
                        f"{self._host}: answered {answer.status_code}; check the address and SAYSO_LLM_KEY"
                    )
                if answer.status_code not in BUSY:
                    return answer
                why = f"answered {answer.status_code}"
                wanted = answer.headers.get("retry-after")
            if attempt + 1 < self.patience.tries:
                time.sleep(self._pause(attempt, wanted))
        raise NotReadError(f"{self._host}: {why}, asked {self.patience.tries} times; add the report again later")

    def _out_of_reach(self, problem: Exception) -> ReaderError:
        return ReaderError(f"{self._host}: cannot be reached ({self._shown(str(problem))}); check the address")

    def _pause(self, attempt: int, wanted: str | None) -> float:
        """Seconds to wait: what the address asks for, else twice as long each time."""
        asked = float(wanted) if wanted and re.fullmatch(r"\d+(?:\.\d+)?", wanted) else 0.0
        pause: float = min(max(asked, self.patience.pause * 2.0**attempt), self.patience.longest_pause)
        return pause

    def _parsed(self, answer: httpx.Response) -> dict[str, Any]:
        """The JSON object in an answer."""
        said, ended = answer.text, ""
        try:
            choice = answer.json()["choices"][0]
            ended, said = choice.get("finish_reason") or "", choice["message"]["content"] or ""
            parsed = found_object(said)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            parsed = None
        if ended == "length":
            raise NotReadError(f"{self._host}: the answer was cut off; give {self.model} more room to answer")
        if parsed is None:
            raise NotReadError(f"{self._host}: the answer is not the JSON asked for: {self._shown(said)}")
        return parsed

    def _shown(self, words: str) -> str:
        """The beginning of what came back, on one line and without the key."""
        line = " ".join(words.split())
        return (line.replace(self.key, "...") if self.key else line)[:80]


@cache
def question() -> str:
    """What the model is asked, before the report."""
    return files("sayso.reading").joinpath("tables/llm_question.txt").read_text(encoding="utf8")


def found_object(said: str) -> dict[str, Any] | None:
    """The JSON object that an answer is; else the one that stands in it, behind what the model thought or wrote first.

    None where there is none, or more than one.

    >>> found_object('<think>Who says so?</think> Here it is: {"statements": []}')
    {'statements': []}
    """
    said = said.rpartition(THOUGHT)[2]
    try:
        whole = json.loads(FENCE.sub("", said))
    except ValueError:
        found = list(_objects(said))
        return found[0] if len(found) == 1 else None
    return whole if isinstance(whole, dict) else None


def _objects(said: str) -> Iterator[dict[str, Any]]:
    """Each sound object that begins as an answer does, one behind the other."""
    at = 0
    while begun := ANSWER.search(said, at):
        try:
            found, at = json.JSONDecoder().raw_decode(said, begun.start())
        except ValueError:
            at = begun.end()
        else:
            yield found


def stretches(text: str, longest: int = LONGEST) -> Iterator[Span]:
    r"""``text`` in stretches of at most ``longest`` characters, cut between paragraphs where there are any.

    >>> list(stretches("One.\n\nTwo.", 8))
    [Span(start=0, end=6), Span(start=6, end=10)]
    """
    start = 0
    while len(text) - start > longest:
        ends = [m.end() for m in PARAGRAPH.finditer(text, start, start + longest)]
        blank = text.rfind(" ", start, start + longest) + 1
        end = ends[-1] if ends else blank if blank > start else start + longest
        yield Span(start, end)
        start = end
    if text[start:].strip():
        yield Span(start, len(text))
