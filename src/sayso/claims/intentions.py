"""What is planned or demanded: one question for what is said of it together, not one for all that a party ever plans.

Plans are many, and hardly two statements far apart speak of the same one. So those that stand together in a report are
on one question, and what the same party says nearly alike elsewhere. What outsiders ask of all sides, to stop and to
show restraint, is one question of its own. Where no model read a statement, its plan stays where it was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.alike import Alike
from sayso.claims.conflicts import Conflict
from sayso.claims.told import Told, claim_read, kinds_read, start_of
from sayso.claims.vocabulary import ASKED, Key

PLAN = "plan"
SOFT_PLANS = (PLAN, "demand")
LEAST = 0.3  # how likely a statement must speak of a plan by the model, and of nothing likelier,
ALONE = 0.9  # where no words of planning stand in it
HARD = 0.5  # a claim of another kind that is as likely goes before the plan
DOUBTED = 0.3  # a guess that it is on a matter of another kind goes where that kind is less likely
NEXT_TO = 2  # statements apart in a report within which one goes on about the plan of another,
GOES_ON = 0.75  # where they are so much alike
SAME = 0.86  # so much alike are two by one party, in whatever report, that speak of one plan
OF_ONE = 5  # parts of the key of one plan
SHOWN = 100  # letters of a plan that its question shows
WORDS = re.compile(r"\w\W+\w+\W+\w")  # no fewer tell of a plan: "that" does not
QUOTES = " \"'“”‘’«».,;:"
CALLS = 2  # outsiders' statements that make the question what they ask
CALL = re.compile(
    r"\b(?:(?:both|all|the two|warring) (?:\w+ )?(?:sides|parties|countries|leaders|factions|armies|to)|restraint|"
    r"de-?escalat\w+|ceas\w+ hostilities|(?:end|stop|halt|ceas\w+)\w*(?: of| to)? (?:the |all |this )?"
    r"(?:fighting|violence|war|bloodshed|hostilities|shooting)|"
    r"(?:fighting|violence|bloodshed|hostilities|shooting) (?:\w+ ){0,2}(?:ends?|stops?|ceases?))\b",
    re.IGNORECASE,
)
"""What is asked of all sides."""
ASKS = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:for|on|upon)|urg(?:e|es|ed|ing)|appeal\w*|ask(?:s|ed)?|demand\w*|hop(?:e|es|ed)|"
    r"expect(?:s|ed)?|plead\w*|press(?:es|ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A statement of a plan: the claim that tells it, and where it stands among the statements of its report."""

    told: Told
    at: int


def by_intention(
    groups: Mapping[Key, Sequence[Told]], told: Sequence[Told], conflicts: Mapping[str, Conflict]
) -> dict[Key, list[Told]]:
    """``groups`` with all that is told of plans and demands, and what outsiders ask of the sides, gathered anew.

    Args:
        groups: matter -> what is told of it.
        told: all that statements tell, on a matter or on none.
        conflicts: report id -> its conflict.
    """
    asked = _asked(told, conflicts)
    calls = {one.statement.id for one in asked}
    meant = [each for each in _meant(told) if each.told.statement.id not in calls]
    taken = calls | {each.told.statement.id for each in meant}
    out = {key: [one for one in rows if not _is_taken(key, one, taken)] for key, rows in groups.items()}
    alike = Alike(each.told.statement for each in meant)
    for run in _runs(meant, conflicts, alike):
        first = run[0].told
        if not WORDS.search(words_of([first])):
            continue
        who = first.party or first.speaker
        out[PLAN, "by", who, first.statement.id, conflicts[first.report.id].id] = [each.told for each in run]
    for one in asked:
        out.setdefault((PLAN, ASKED, conflicts[one.report.id].id), []).append(one)
    return {key: rows for key, rows in out.items() if rows}


def is_intention(key: Key) -> bool:
    """Whether a matter is on one plan or demand, which its question tells in words."""
    return key[0] == PLAN and key[1] == "by" and len(key) == OF_ONE


def words_of(told: Sequence[Told]) -> str:
    """The words of the first who tells of a plan, as far as a question holds them."""
    one = told[0]
    words = " ".join(" ".join(one.report.text[s.start : s.end] for s in one.statement.content).split()).strip(QUOTES)
    return words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + "…"


def _is_taken(key: Key, one: Told, taken: set[str]) -> bool:
    """Whether a row goes: a plan or demand that the model read elsewhere, or a guess at what a plan or a call is on."""
    if one.placed or one.statement.meaning is None:
        return False
    if key[0] in SOFT_PLANS and (key[1] == "by" or one.claim.kind not in ("control", "fighting")):
        return True
    guessed = bool(one.joined) or not one.own
    return one.statement.id in taken and guessed and kinds_read(one.report, one.statement).get(key[0], 0.0) < DOUBTED


def _meant(told: Sequence[Told]) -> list[Meant]:
    """The statements of plans, each once, told by its own claim of one, else by what the model makes of it."""
    out: list[Meant] = []
    for at, of in _by_statement(told):
        shares = kinds_read(of[0].report, of[0].statement)
        if not shares or not (of[0].party or of[0].speaker[:1].isupper()):
            continue
        share = shares.get(PLAN, 0.0)
        own = [one for one in of if one.own and one.claim.kind in SOFT_PLANS]
        hard = [one for one in of if one.own and one.claim.kind and not one.claim.soft and not one.joined]
        if share < max(shares.values()) or share < (LEAST if own else ALONE):
            continue
        if any(shares.get(one.claim.kind, 0.0) >= HARD for one in hard):
            continue
        why = f"read as speaking of {PLAN}, by {share:.0%}"
        one = own[0] if own else replace(of[0], claim=claim_read(of[0].statement, PLAN), own=True)
        out.append(Meant(replace(one, joined=why, share=None), at))
    return out


def _by_statement(told: Sequence[Told]) -> Iterable[tuple[int, list[Told]]]:
    """All that each statement tells, with the place of it among the statements of its report."""
    by_report: dict[str, dict[str, list[Told]]] = {}
    for one in told:
        if not one.voice:
            by_report.setdefault(one.report.id, {}).setdefault(one.statement.id, []).append(one)
    for statements in by_report.values():
        yield from enumerate(sorted(statements.values(), key=lambda of: start_of(of[0].statement)))


def _runs(meant: Sequence[Meant], conflicts: Mapping[str, Conflict], alike: Alike) -> list[list[Meant]]:
    """Statements of one plan, the first of each first."""
    runs: list[list[Meant]] = []
    for each in meant:
        conflict = conflicts[each.told.report.id].id
        fits = (
            run
            for run in reversed(runs)
            if conflicts[run[0].told.report.id].id == conflict and any(_go_on(each, other, alike) for other in run)
        )
        found = next(fits, None)
        if found is None:
            runs.append([each])
        else:
            found.append(each)
    return runs


def _go_on(one: Meant, other: Meant, alike: Alike) -> bool:
    """Whether two statements are of one plan."""
    like = alike.to(one.told.statement.id, [[other.told.statement.id]])[0]
    if like is None:
        return False
    near = one.told.report.id == other.told.report.id and abs(one.at - other.at) <= NEXT_TO
    return like[0] >= (GOES_ON if near else SAME) and (near or one.told.party == other.told.party)


def _asked(told: Sequence[Told], conflicts: Mapping[str, Conflict]) -> list[Told]:
    """What outsiders ask of all sides, in conflicts in which several do."""
    out: dict[str, list[Told]] = {}
    for _, of in _by_statement(told):
        one = of[0]
        conflict = conflicts[one.report.id]
        if one.statement.meaning is None or set(one.party.split("; ")) & set(conflict.sides):
            continue
        words = f"{one.cue} " + " ".join(one.report.text[s.start : s.end] for s in one.statement.content)
        if ASKS.search(words) and CALL.search(words):
            claim = claim_read(one.statement, "demand")
            why = "an outsider asks it of all sides"
            row = replace(one, claim=claim, own=True, joined=why, share=None)
            out.setdefault(conflict.id, []).append(row)
    return [one for rows in out.values() if len(rows) >= CALLS for one in rows]
