"""Hand-made records for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sayso.claims.conflicts import Conflict
from sayso.claims.matters import Draft
from sayso.claims.positions import Weighed
from sayso.claims.told import Told
from sayso.types import Claim, Position, Report, Span, Stance, Statement


def make_report(text: str, *, published: str | None = "2021-03-02", name: str = "r1") -> Report:
    return Report(id=name, text=text, path=f"{name}.txt", published=published)


def make_told(
    stance: Stance,
    slots: Mapping[str, str] = MappingProxyType({}),
    *,
    party: str = "",
    speaker: str = "somebody",
    kind: str = "control",
    polarity: str = "+",
    own: bool = True,
    day: str = "2021-03-02",
    text: str = "The town of Orlin was taken.",
) -> Told:
    report = make_report(text)
    span = Span(0, len(text))
    statement = Statement("s-" + speaker + stance, "r1", (), (), (span,), "indirect", speaker, party, "", stance, day)
    owner = statement.id if own else "another"
    claim = Claim("c1", "r1", owner, kind, tuple(slots.items()), polarity, "actual", None, span)
    return Told(claim, statement, report, party, speaker, slots.get("place", "Orlin"), day, span, own)


def make_draft(
    *told: Told, kind: str = "control", holder: str = "", of: str = "", opposed: tuple[str, ...] = ()
) -> Draft:
    pairs = {frozenset(opposed): 1} if opposed else {}
    slots = tuple((k, v) for k, v in (("holder", holder), ("of", of)) if v)
    return Draft("m1", kind, "?", slots, told, Conflict("r1", (), pairs), "")


def make_weighed(
    stance: Stance,
    party: str,
    day: str = "2021-03-02",
    *,
    speaker: str = "",
    takes_back: bool = False,
    established: bool = False,
    number: tuple[float, float] | None = None,
    report: str = "r1",
    learnt: bool = False,
    text: str = "",
) -> Weighed:
    position = Position(party, speaker or party, "", stance, "", day, report, "s", Span(0, 1), text, "")
    return Weighed(position, takes_back, established, number, learnt=learnt)
