"""All addresses of the app, and how it is put together."""

from __future__ import annotations

import getpass
from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.app import desk, entering, finding, matters, names, reports, reviewing
from sayso.app.answers import PageFunction, PostFunction, Site, not_found, page_of, post_of, say, twin_of
from sayso.app.guards import Guards
from sayso.app.printing import templates
from sayso.app.sessions import Sessions
from sayso.app.snapshots import Snapshots
from sayso.errors import LedgerError, NotFoundError, SaysoError
from sayso.ledger import Ledger
from sayso.views.colours import colours_css, pictures_css

PAGES: tuple[tuple[str, PageFunction], ...] = (
    ("/desk", desk.desk_page),
    ("/matters", matters.matters_page),
    ("/matters/{id}", matters.matter_page),
    ("/reports", reports.reports_page),
    ("/reports/{id}", reports.report_page),
    ("/names", names.names_page),
    ("/names/{name:path}", names.name_page),
    ("/search", finding.search_page),
    ("/figures", finding.figures_page),
    ("/discrepancies", finding.discrepancies_page),
    ("/map", finding.map_page),
    ("/timeline", finding.timeline_page),
    ("/problems", finding.problems_page),
    ("/review", reviewing.review_page),
    ("/log", reviewing.log_page),
)
POSTS: tuple[tuple[str, PostFunction], ...] = (
    ("/judge", reviewing.judge),
    ("/undo", reviewing.undo),
    ("/seen", desk.mark_seen),
    ("/login", entering.log_in),
    ("/logout", entering.log_out),
)


def make_app(
    ledger: Ledger,
    path: str,
    *,
    sessions: Sessions | None = None,
    names: frozenset[str] = frozenset(),
    local: bool = True,
) -> Starlette:
    """The app for an open ledger.

    Args:
        ledger: The ledger; it stays open as long as the app runs.
        path: Its file, to be shown.
        sessions: Who is logged in; None for the user of this machine, without a login.
        names: Host names under which other machines reach this one, in lower case.
        local: Whether only this machine may ask.
    """
    sessions = sessions or Sessions(alone=user_here())
    guards = Middleware(Guards, sessions=sessions, names=names, local=local)
    app = Starlette(
        routes=_routes(),
        middleware=[guards, Middleware(GZipMiddleware, minimum_size=2000, compresslevel=1)],
        exception_handlers={404: not_found, NotFoundError: not_found, SaysoError: _refused, LedgerError: _broken},
    )
    app.state.site = Site(ledger, Snapshots(ledger), templates(), login=not sessions.alone, path=path)
    app.state.sessions = sessions
    return app


def user_here() -> str:
    """The name of whoever runs this program."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"


def _routes() -> Sequence[BaseRoute]:
    routes: list[BaseRoute] = [
        Route("/", page_of(desk.desk_page)),
        Route("/static/colours.css", _colours),
        Mount("/static", StaticFiles(packages=[("sayso.app", "static")])),
        Route("/favicon.ico", _nothing),
    ]
    routes += [Route(address, post_of(do), methods=["POST"]) for address, do in POSTS]
    routes.append(Route("/login", page_of(entering.login_page)))
    for address, make in PAGES:
        routes += [Route(f"{address}.json", twin_of(make)), Route(address, page_of(make))]
    return routes


def _colours(request: Request) -> Response:
    return Response(colours_css() + pictures_css(), media_type="text/css")


def _nothing(request: Request) -> Response:
    return Response(status_code=204)


def _refused(request: Request, error: Exception) -> Response:
    return say(request, "Not done", str(error), 400)


def _broken(request: Request, error: Exception) -> Response:
    return Response(f"{error}\n", 503, media_type="text/plain")
