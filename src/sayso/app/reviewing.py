"""The review queue, the log of judgements, and what a person decides: accept, correct, reject, merge, split, undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.app.addresses import is_own
from sayso.app.answers import Answer, Asked
from sayso.app.lists import leaf_of
from sayso.errors import JudgementError, NotFoundError
from sayso.types import Action, Anchor, Judgement, Span, Stance
from sayso.views.anchors import matter_anchor, name_anchor, statement_anchor
from sayso.views.doubts import doubt_of
from sayso.views.index import Index
from sayso.views.judgements import judgement_words

QUEUE = 15  # doubts of a page
LOG = 50
FIELDS = ("speaker", "party", "channel", "stance", "said", "position")
Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LogLine:
    """A judgement in words, and whether it was undone and by whom."""

    judgement: Judgement
    words: str
    undone_by: str


def review_page(asked: Asked) -> Answer:
    """What is least certain first; one statement alone where ``statement`` names it."""
    index = asked.index
    kind, only = asked.query.get("kind", ""), asked.query.get("statement", "")
    if only:
        if only not in index.said_by_id:
            raise NotFoundError(f"{only}: no statement has that id; it may have been rejected, see the log")
        found = [doubt_of(index.said_by_id[only])]
    else:
        every = asked.snapshot.doubts
        found = [each for each in every if each.kind == kind] if kind else every
    records = {
        "leaf": leaf_of(found, asked.number("page"), QUEUE),
        "kind": kind,
        "doubt_kinds": asked.snapshot.doubt_kinds,
        "last": _last(asked.site.ledger.judgements(), asked.visit.user),
        "fields": FIELDS,
        "stances": get_args(Stance),
    }
    return Answer("review.html", "Review", records)


def log_page(asked: Asked) -> Answer:
    """Every judgement, the latest first: who did what, when and why."""
    made = asked.site.ledger.judgements()
    who = asked.query.get("who", "")
    undone = _undone(made)
    every = [each for each in reversed(made) if not who or each.who == who]
    leaf = leaf_of(every, asked.number("page"), LOG)
    lines = [LogLine(each, judgement_words(asked.index.brief, each), undone.get(each.id, "")) for each in leaf.lines]
    records = {"leaf": leaf, "lines": lines, "whos": sorted({each.who for each in made}), "who": who}
    return Answer("log.html", "Log of judgements", records)


def judge(asked: Asked, form: Form) -> Response:
    """Keep a judgement; what it is about is named by ids of the page from which it comes."""
    index = asked.index
    action = form.get("action", "")
    if action not in get_args(Action) or action == "undo":
        raise JudgementError(f"{action or 'nothing'}: that cannot be done to a record")
    made = asked.site.ledger.judge(
        action,  # type: ignore[arg-type]  # one of the words of Action, as just checked
        _anchors(asked, form, action),
        who=asked.visit.user,
        field=form.get("field", ""),
        value=form.get("value", ""),
        why=form.get("why", ""),
    )
    asked.site.snapshots.forget()
    return _done(asked, form, made, judgement_words(index.brief, made))


def undo(asked: Asked, form: Form) -> Response:
    """Take a judgement back; without an id the last one of this user."""
    last = _last(asked.site.ledger.judgements(), asked.visit.user)
    id = form.get("id", "") or (last.id if last else "")
    if not id:
        raise JudgementError("there is nothing of yours to undo")
    made = asked.site.ledger.undo(id, who=asked.visit.user, why=form.get("why", ""))
    asked.site.snapshots.forget()
    return _done(asked, form, made, "was undone")


def _done(asked: Asked, form: Form, made: Judgement, words: str) -> Response:
    """A line that says what was done, in place of the form; the page again where no script runs."""
    if asked.request.headers.get("hx-request"):
        template = asked.site.templates.get_template("judged.html")
        return HTMLResponse(template.render(made=made, words=words, visit=asked.visit, form=form))
    back = form.get("next", "")
    return RedirectResponse(back if is_own(back) else "/log", 303)


def _anchors(asked: Asked, form: Form, action: str) -> list[Anchor]:
    """What a form is about: a statement, a name, a matter, each with the other one where two are needed."""
    index = asked.index
    if form.get("statement"):
        said = index.said_by_id.get(form["statement"])
        if said is None:
            raise NotFoundError("this statement is no longer there; it may have been judged already")
        return [statement_anchor(said.statement)]
    if form.get("name"):
        return _name_anchors(index, form, action)
    if form.get("matter"):
        return _matter_anchors(asked, form, action)
    raise JudgementError("nothing is named to be judged")


def _name_anchors(index: Index, form: Form, action: str) -> list[Anchor]:
    known = index.names.get(form["name"].casefold())
    first = name_anchor(known) if known else Anchor("name", name=form["name"])
    if action not in ("merge", "split"):
        return [first]
    other = form.get("other", "").strip()
    if not other:
        raise JudgementError("name the other spelling")
    return [first, Anchor("name", name=other)]


def _matter_anchors(asked: Asked, form: Form, action: str) -> list[Anchor]:
    first = matter_anchor(asked.topic(form["matter"]).matter, asked.index.brief)
    if action == "merge":
        return [first, matter_anchor(asked.topic(form.get("other", "")).matter, asked.index.brief)]
    if action == "split" or (action == "reject" and form.get("place")):
        report, _, place = form.get("place", "").partition(":")
        start, _, end = place.partition("-")
        if not (start.isdigit() and end.isdigit()):
            raise JudgementError("choose the words that do not belong to this matter")
        return [first, Anchor("matter", report, Span(int(start), int(end)), label=first.label)]
    return [first]


def _last(made: list[Judgement], who: str) -> Judgement | None:
    """The latest judgement of a user that was not undone."""
    undone = _undone(made)
    ours = (each for each in reversed(made) if each.who == who and each.action != "undo" and each.id not in undone)
    return next(ours, None)


def _undone(made: list[Judgement]) -> dict[str, str]:
    """Judgement that was undone -> who undid it; an undoing that was itself undone does not count."""
    found: dict[str, str] = {}
    gone: set[str] = set()
    for each in reversed(made):
        if each.action == "undo" and each.id not in gone:
            found[each.undoes] = each.who
            gone.add(each.undoes)
    return found
