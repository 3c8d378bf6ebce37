"""Commands with which people decide: judge and what belongs to it, log."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.group import as_json, opens_ledger
from sayso.cli.printing import show_list

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.types import Action, Anchor, Judgement


@click.group()
def judge() -> None:
    """Decide: accept, correct, reject, merge, split, note or undo; nothing that was read is lost by it.

    PLACE is where words stand, as the brief prints it, such as R2:57-101, or path:57-101, or the id of a statement. It
    must lie on one statement. The marks of reports stay: R2 is the second that was added.
    MATTER is as for `show`.
    """


def decides(command: Callable[..., Judgement]) -> Callable[..., None]:
    """Give a command the open ledger, --who and --why, and print what it decided."""

    @click.option("--who", metavar="NAME", help="Who decides; else SAYSO_USER, else the name of your account.")
    @click.option("--why", metavar="TEXT", default="", help="The reason.")
    @opens_ledger
    @wraps(command)
    def decided(ledger: Ledger, who: str | None, **options: Any) -> None:
        from sayso.errors import JudgementError, NotFoundError
        from sayso.views.judgements import judgement_words

        try:
            judgement = command(ledger, who=who or os.environ.get("SAYSO_USER") or getpass.getuser(), **options)
        except (JudgementError, NotFoundError) as error:
            raise click.UsageError(str(error)) from error
        click.echo(f"{judgement.id[:8]}  {judgement.who} {judgement_words(ledger.brief(), judgement)}")

    return decided


def _statement(ledger: Ledger, place: str) -> Anchor:
    from sayso.views.anchors import find_statement, statement_anchor

    return statement_anchor(find_statement(ledger.brief(), place))


def _matter(ledger: Ledger, words: str) -> Anchor:
    from sayso.views.anchors import matter_anchor

    brief = ledger.brief()
    return matter_anchor(ledger.meant(brief, words), brief)


def _apart(ledger: Ledger, words: str, place: str) -> list[Anchor]:
    """The matter that ``words`` name, and the words at PLACE in it."""
    from sayso.views.anchors import find_words, matter_anchor

    brief = ledger.brief()
    matter = ledger.meant(brief, words)
    return [matter_anchor(matter, brief), find_words(brief, matter, place)]


@judge.command()
@click.argument("place", metavar="PLACE")
@decides
def accept(ledger: Ledger, place: str, who: str, why: str) -> Judgement:
    """The statement at PLACE was read rightly."""
    return ledger.judge("accept", [_statement(ledger, place)], who=who, why=why)


@judge.command()
@click.argument("place", metavar="PLACE")
@click.option(
    "--from", "matter", metavar="MATTER", help="It is a statement, but not on this matter: leave it out there."
)
@decides
def reject(ledger: Ledger, place: str, matter: str | None, who: str, why: str) -> Judgement:
    """What was read at PLACE is no statement: leave it and its claims out."""
    about = _apart(ledger, matter, place) if matter else [_statement(ledger, place)]
    return ledger.judge("reject", about, who=who, why=why)


@judge.command()
@click.argument("place", metavar="PLACE")
@click.argument("field")
@click.argument("value")
@decides
def correct(ledger: Ledger, place: str, field: str, value: str, who: str, why: str) -> Judgement:
    """Set FIELD of the statement at PLACE to VALUE.

    FIELD is speaker, party, channel, stance, said (a day), or position: its stance on the question of its matter. With
    a point it is a slot of a claim in the statement, such as control.place, or its kind, polarity, modality or when.
    """
    from sayso.views.anchors import claim_anchor, find_statement, statement_anchor

    statement = find_statement(ledger.brief(), place)
    kind, _, slot = field.partition(".")
    if not slot:
        return ledger.judge("correct", [statement_anchor(statement)], who=who, field=field, value=value, why=why)
    ours = ledger.claims().get(statement.id, ())
    claim = next((each for each in ours if each.kind == kind), None)
    if claim is None:
        kinds = ", ".join(dict.fromkeys(each.kind for each in ours)) or "none"
        raise click.UsageError(f"the statement at {place} holds no claim of kind {kind}; it holds {kinds}")
    return ledger.judge("correct", [claim_anchor(claim)], who=who, field=slot, value=value, why=why)


@judge.command()
@click.argument("report")
@click.argument("field", type=click.Choice(["published", "outlet", "agency", "title"]))
@click.argument("value")
@decides
def report(ledger: Ledger, report: str, field: str, value: str, who: str, why: str) -> Judgement:
    """Set the day (YYYY-MM-DD), outlet, agency or title of REPORT, named by its mark or path."""
    from sayso.types import Anchor
    from sayso.views.anchors import find_report

    anchor = Anchor("report", find_report(ledger.brief(), report).id)
    return ledger.judge("correct", [anchor], who=who, field=field, value=value, why=why)


@judge.command()
@click.argument("matter")
@click.argument("other")
@click.option("--anyway", is_flag=True, help="Also where the two are of different kinds.")
@decides
def merge(ledger: Ledger, matter: str, other: str, anyway: bool, who: str, why: str) -> Judgement:
    """MATTER and OTHER are one question: put the second's statements into the first."""
    first, second = _matter(ledger, matter), _matter(ledger, other)
    if first.label != second.label and not anyway:
        raise click.UsageError(
            f"“{first.name}” is a matter of {first.label}, “{second.name}” one of {second.label}: --anyway merges "
            "them. The number of a matter changes with its weight; its id stays"
        )
    return ledger.judge("merge", [first, second], who=who, why=why)


@judge.command()
@click.argument("matter")
@click.argument("place", metavar="PLACE")
@click.option("--question", default="", help="The question that it answers instead.")
@decides
def split(ledger: Ledger, matter: str, place: str, question: str, who: str, why: str) -> Judgement:
    """The words at PLACE do not belong to MATTER: make a matter of their own of them."""
    return ledger.judge("split", _apart(ledger, matter, place), who=who, value=question, why=why)


@judge.command()
@click.argument("spelling")
@click.option("--same-as", metavar="SPELLING", help="Another spelling of the same person, body or place.")
@click.option("--not", "apart", metavar="SPELLING", help="A spelling that was joined to it and is another's.")
@click.option("--party", metavar="NAME", help="The party that it stands for.")
@click.option("--type", "kind", type=click.Choice(["PER", "ORG", "LOC", "MISC"]), help="What it names.")
@decides
def name(ledger: Ledger, spelling: str, who: str, why: str, **options: str | None) -> Judgement:
    """Say what the name SPELLING is: one of the options."""
    from sayso.types import Anchor
    from sayso.views.anchors import find_name

    given = {key: words for key, words in options.items() if words is not None}
    if len(given) != 1:
        raise click.UsageError("give one of --same-as, --not, --party and --type")
    ((key, words),) = given.items()
    brief = ledger.brief()
    anchor = Anchor("name", name=find_name(brief, spelling, speakers=key == "party"))
    if key in ("same_as", "apart"):
        action: Action = "merge" if key == "same_as" else "split"
        other = Anchor("name", name=find_name(brief, words, within=anchor.name if key == "apart" else ""))
        return ledger.judge(action, [anchor, other], who=who, why=why)
    return ledger.judge("correct", [anchor], who=who, field={"kind": "type"}.get(key, key), value=words, why=why)


@judge.command()
@click.argument("matter")
@click.argument("text")
@decides
def note(ledger: Ledger, matter: str, text: str, who: str, why: str) -> Judgement:
    """Write TEXT beside MATTER."""
    return ledger.judge("note", [_matter(ledger, matter)], who=who, value=text, why=why)


@judge.command()
@click.argument("id")
@decides
def undo(ledger: Ledger, id: str, who: str, why: str) -> Judgement:
    """Take back the judgement ID, as `sayso log` lists it; undoing an undoing brings it back."""
    return ledger.undo(id, who=who, why=why)


@click.command()
@as_json
@opens_ledger
def log(ledger: Ledger, as_json: bool) -> None:
    """List every judgement: who decided what, when and why."""
    from sayso.views import judgements

    made = ledger.judgements()
    show_list(
        as_json,
        lambda: [judgements.judgement_shape(each) for each in made],
        lambda width: judgements.log_lines(ledger.brief(), made, width=width),
    )
