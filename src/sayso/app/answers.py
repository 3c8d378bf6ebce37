"""A page function's records -> the page, or its twin in JSON, or a plain page that says what went wrong."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.app.guards import Visit, is_ours, visit_of
from sayso.app.snapshots import Snapshot, Snapshots
from sayso.errors import NotFoundError
from sayso.ledger import Ledger
from sayso.views.index import Index
from sayso.views.outline import Topic
from sayso.views.records import record_shape


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share: the ledger and its snapshots, the templates, whether there is a login."""

    ledger: Ledger
    snapshots: Snapshots
    templates: Environment
    login: bool
    path: str


class Asked:
    """A request as a page function sees it: the index of the ledger, the query, who asks."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.site: Site = request.app.state.site
        self.visit: Visit = visit_of(request)
        self.query: dict[str, str] = {key: value.strip() for key, value in request.query_params.items()}
        self.path = request.url.path.removesuffix(".json")
        self.seen = request.cookies.get(SEEN, "")

    @cached_property
    def snapshot(self) -> Snapshot:
        """The state of the ledger that this page shows."""
        return self.site.snapshots.current()

    @property
    def index(self) -> Index:
        """Everything in the ledger."""
        return self.snapshot.index

    def topic(self, words: str) -> Topic:
        """The matter with this id, or that now holds what the one with this id held.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        try:
            return self.index.topic(words)
        except NotFoundError:
            found = self.site.ledger.led_to(self.index.brief.matters, words)
            if found is None:
                raise
            return self.index.topics[found.id]

    def part(self, name: str) -> str:
        """A part of the path: the id of a matter, a name."""
        return str(self.request.path_params[name])

    def number(self, name: str, otherwise: int = 1) -> int:
        """A number of the query, at least 1."""
        words = self.query.get(name, "")
        return max(1, int(words[:9])) if words.isascii() and words.isdigit() else otherwise


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows: the name of its template, its title, and its records, which are also its twin in JSON.

    ``drawn`` is what only the page needs, in the form in which it is drawn.
    """

    template: str
    title: str
    records: Mapping[str, Any] = field(default_factory=dict)
    drawn: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


SEEN = "sayso_seen"  # the cookie that names the last report that this browser has seen
PageFunction = Callable[[Asked], Answer]


PostFunction = Callable[[Asked, Mapping[str, str]], Response]


def post_of(do: PostFunction) -> Callable[[Request], Awaitable[Response]]:
    """What a form does, once it is known to come from a page of ours."""

    async def answer(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=40) as form:
            fields = {key: value for key, value in form.items() if isinstance(value, str)}
        if not is_ours(request, fields.get("token", "") or request.headers.get("x-token", "")):
            words = "This form is too old or comes from elsewhere. Load the page again and repeat it."
            return await run_in_threadpool(say, request, "Not done", words, 403)
        return await run_in_threadpool(do, Asked(request), fields)

    return answer


def page_of(make: PageFunction) -> Callable[[Request], Response]:
    """The page itself."""

    def answer(request: Request) -> Response:
        asked = Asked(request)
        return print_page(asked, make(asked))

    return answer


def twin_of(make: PageFunction) -> Callable[[Request], Response]:
    """The same records as JSON."""

    def answer(request: Request) -> Response:
        asked = Asked(request)
        paths = {id: report.path for id, report in asked.index.reports.items()} if asked.visit.user else {}
        made = make(asked)
        shape = {"title": made.title, "address": asked.path, "query": asked.query} | record_shape(made.records, paths)
        return json_response(shape, made.status)

    return answer


def print_page(asked: Asked, answer: Answer) -> HTMLResponse:
    """A template with the records and what every page needs."""
    template = asked.site.templates.get_template(answer.template)
    page = template.render(
        **answer.records,
        **answer.drawn,
        title=answer.title,
        asked=asked,
        path=asked.path,
        query=asked.query,
        visit=asked.visit,
        site=asked.site,
        snapshot=asked.snapshot if asked.visit.user else None,
    )
    return HTMLResponse(page, answer.status)


def json_response(shape: Any, status: int = 200) -> Response:
    """JSON as UTF-8, readable as it is."""
    return Response(json.dumps(shape, ensure_ascii=False, indent=1) + "\n", status, media_type="application/json")


def not_found(request: Request, error: Exception) -> Response:
    """A page that says that nothing is there; JSON where JSON was asked for."""
    words = str(error) if isinstance(error, NotFoundError) else "There is no page at this address."
    return say(request, "Not found", words, 404)


def say(request: Request, title: str, words: str, status: int) -> Response:
    """A plain page with one sentence."""
    if request.url.path.endswith(".json"):
        return json_response({"error": words}, status)
    return print_page(Asked(request), Answer("said.html", title, {"words": words}, status=status))
