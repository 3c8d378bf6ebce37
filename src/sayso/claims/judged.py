"""What people decided, brought to bear on what was read: readings, names and matters, as they are after judgement.

A judgement names the words that it is about, not a record's id, so that it holds for another reader's reading of the
same report too. One whose words are in no record any more is kept and becomes a problem.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, get_args

from sayso.errors import JudgementError
from sayso.types import (
    Action,
    Anchor,
    Claim,
    Figure,
    Judgement,
    KnownName,
    NameType,
    Problem,
    Reading,
    Report,
    Span,
    Stance,
    Statement,
    cover,
)

ENOUGH = 0.5  # of two spans' characters must be common to both for them to be the same words
SET_BY = "set by "  # begins the reason of whatever a person set
DAYS = ("said", "published", "since", "as_of")  # fields that hold a day
STATEMENT_FIELDS = ("speaker", "party", "channel", "stance", "said")
FIELDS: dict[str, tuple[str, ...]] = {  # what can be corrected; of a claim its kind, polarity, modality, when, any slot
    "report": ("published", "outlet", "agency", "title"),
    "statement": (*STATEMENT_FIELDS, "position"),
    "claim": (),
    "figure": ("what", "of", "who", "low", "high", "unit", "new", "since", "as_of", "by"),
    "matter": ("question",),
    "name": ("name", "type", "party"),
}


def make_judgement(
    action: Action,
    about: Sequence[Anchor],
    *,
    made: str,
    who: str,
    field: str = "",
    value: str = "",
    why: str = "",
    undoes: str = "",
) -> Judgement:
    """A judgement with its id, a hash of all that it says; arguments as the fields of ``Judgement``.

    Raises:
        JudgementError: it names nobody, nothing, an unknown field or a value that the field cannot hold.
    """
    about = tuple(about)
    if action not in get_args(Action):
        raise JudgementError(f"there is no judgement “{action}”; there is {', '.join(get_args(Action))}")
    if any("\ud800" <= c <= "\udfff" or c == "\0" for c in who + field + value + why):
        raise JudgementError("a judgement holds half of a letter or a zero, which no file can keep")
    if not who.strip():
        raise JudgementError("a judgement needs the name of whoever makes it")
    if action != "undo":
        _check_anchors(action, about)
    if action == "correct":
        _check_value(about[0], field, value)
    if action == "note" and not value.strip():
        raise JudgementError("a note needs words")
    said = (action, repr(about), made, who, field, value, why, undoes)
    identity = hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:16]
    return Judgement(identity, made, who.strip(), action, about, field, value, why, undoes)


def _check_anchors(action: Action, about: tuple[Anchor, ...]) -> None:
    off = action == "reject" and len(about) == 2 and {anchor.kind for anchor in about} == {"matter"}
    wanted = 2 if action in ("merge", "split") or off else 1
    if len(about) != wanted:
        raise JudgementError(f"{action} is about {wanted} of the ledger's records, not {len(about)}")
    if action == "merge" and about[0] == about[1]:
        raise JudgementError(f"merge takes two: this is one and the same {about[0].kind}")
    if wanted == 2 and (about[0].kind != about[1].kind or about[0].kind not in ("matter", "name")):
        raise JudgementError(f"{action} is for two matters or two names, not a {about[0].kind} and a {about[1].kind}")


def _check_value(anchor: Anchor, field: str, value: str) -> None:
    """Refuse a field that the record does not have, and words that the field cannot hold."""
    fields = FIELDS[anchor.kind]
    if fields and field not in fields:
        raise JudgementError(f"{field or 'nothing'}: a {anchor.kind} has no such field; it has {', '.join(fields)}")
    if not field:
        raise JudgementError("name the field to correct")
    if field in ("stance", "position") and value not in get_args(Stance):
        raise JudgementError(f"{value}: not a stance; they are {', '.join(get_args(Stance))}")
    if field == "type" and value not in get_args(NameType):
        raise JudgementError(f"{value}: not a type of name; they are {', '.join(get_args(NameType))}")
    if field == "new" and value not in ("yes", "no", ""):
        raise JudgementError(f"{value}: say yes for an increment, no for a total, nothing where it is not said")
    try:
        if field in DAYS and value:
            _check_day(value)
        if field in ("low", "high") and value:
            float(value)
    except ValueError:
        wanted = "a day as YYYY-MM-DD, such as 2020-11-08" if field in DAYS else "a number, such as 120"
        raise JudgementError(f"{value}: {field} takes {wanted}") from None


def _check_day(value: str) -> None:
    """Refuse what is no ISO day or time: ``ValueError``."""
    date.fromisoformat(value[:10])
    datetime.fromisoformat(value)


def undone(judgements: Iterable[Judgement]) -> set[str]:
    """Ids of the judgements and undoings that were taken back, and not given back again."""
    gone: set[str] = set()
    for judgement in reversed(list(judgements)):
        if judgement.action == "undo" and judgement.id not in gone:
            gone.add(judgement.undoes)
    return gone


def counting(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that count: none that was undone, unless its undoing was undone."""
    judgements = list(judgements)
    gone = undone(judgements)
    return [each for each in judgements if each.action != "undo" and each.id not in gone]


def judge_reports(reports: Sequence[Report], judgements: Sequence[Judgement]) -> list[Report]:
    """The reports with day, outlet, agency or title as a person set them."""
    held = {report.id: report for report in reports}
    for judgement in judgements:
        anchor = judgement.about[0]
        if judgement.action == "correct" and anchor.kind == "report" and anchor.report in held:
            changes: dict[str, Any] = {judgement.field: judgement.value or None}
            if judgement.field == "published":
                changes["published_because"] = reason_of(judgement)
            held[anchor.report] = replace(held[anchor.report], **changes)
    return [held[report.id] for report in reports]


def judge_readings(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> tuple[list[Reading], list[Problem]]:
    """The readings with statements, claims and figures corrected or left out, and the judgements that fit nothing.

    Args:
        readings: one reading a report.
        judgements: those that count.
    """
    held = {reading.report: reading for reading in readings}
    problems = []
    for judgement in judgements:
        for anchor in judgement.about:
            if anchor.kind not in ("statement", "claim", "figure"):
                continue
            reading = held.get(anchor.report)
            found = _found(reading, anchor) if reading else None
            if reading is None or found is None:
                problems.append(_lost(judgement, anchor))
            else:
                held[anchor.report] = _judged(reading, found, judgement)
    return [held[reading.report] for reading in readings], problems


def stances_set(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """Statement id -> the judgement that sets how its speaker stands to the question."""
    corrected = [j for j in judgements if j.action == "correct" and j.field == "position"]
    return {found.id: j for j, found in _meant(readings, corrected) if isinstance(found, Statement)}


def looked_at(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> frozenset[str]:
    """Ids of the statements that a person accepted or corrected."""
    seen = [j for j in judgements if j.action in ("accept", "correct") and j.about[0].kind == "statement"]
    return frozenset(found.id for _, found in _meant(readings, seen) if isinstance(found, Statement))


def places_set(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """Id of a claim -> the judgement that sets its place."""
    corrected = [j for j in judgements if j.action == "correct" and j.field == "place" and j.value]
    return {found.id: j for j, found in _meant(readings, corrected) if isinstance(found, Claim)}


def _meant(
    readings: Sequence[Reading], judgements: Iterable[Judgement]
) -> Iterator[tuple[Judgement, Statement | Claim | Figure | None]]:
    """Each judgement on a report that was read, with the record that it is about."""
    held = {reading.report: reading for reading in readings}
    for judgement in judgements:
        anchor = judgement.about[0]
        if anchor.report in held:
            yield judgement, _found(held[anchor.report], anchor)


def judge_names(known: Sequence[KnownName], judgements: Sequence[Judgement]) -> list[KnownName]:
    """The names over all reports, put together, set apart and corrected as people decided."""
    names = list(known)
    for judgement in judgements:
        spellings = [anchor.name for anchor in judgement.about if anchor.kind == "name"]
        if not spellings:
            continue
        first = next((k for k in names if spellings[0] in k.spellings), None)
        if first is None:
            continue
        if judgement.action == "correct":
            changes: dict[str, Any] = {judgement.field: judgement.value}
            if judgement.field == "name":
                changes["spellings"] = tuple(dict.fromkeys((judgement.value, *first.spellings)))
            new = [replace(first, **changes, because=(*first.because, reason_of(judgement)))]
            names = [*(k for k in names if k is not first), *new]
        elif len(spellings) == 2:
            names = _joined(names, first, spellings[1], judgement)
    return names


def parties_set(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Spelling -> the party that a person set for that name."""
    return {
        j.about[0].name: j.value
        for j in judgements
        if j.action == "correct" and j.field == "party" and j.about[0].kind == "name"
    }


def _found(reading: Reading, anchor: Anchor) -> Statement | Claim | Figure | None:
    """The record of a reading that holds most of the anchor's words, None where none holds enough of them."""
    rows: Iterable[Statement | Claim | Figure]
    if anchor.kind == "claim":
        rows = [c for c in reading.claims if anchor.label in ("", c.kind)]
    else:
        rows = reading.statements if anchor.kind == "statement" else reading.figures
    scored = [(_likeness(row, anchor), -n, row) for n, row in enumerate(rows)]
    best = max(scored, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] >= ENOUGH else None


def _likeness(row: Statement | Claim | Figure, anchor: Anchor) -> float:
    if isinstance(row, Statement):
        whole = overlap(cover(row.content or row.cue or row.source), anchor.span)
        return (whole + overlap(cover(row.cue), anchor.cue)) / 2 if anchor.cue and row.cue else whole
    return overlap(row.evidence if isinstance(row, Claim) else row.span, anchor.span)


def overlap(one: Span | None, other: Span | None) -> float:
    """The share of characters of either span that are in both."""
    if not one or not other:
        return 0.0
    both = min(one.end, other.end) - max(one.start, other.start)
    either = max(one.end, other.end) - min(one.start, other.start)
    return both / either if both > 0 else 0.0


def _judged(reading: Reading, found: Statement | Claim | Figure, judgement: Judgement) -> Reading:
    if judgement.action == "reject":
        return _without(reading, found)
    if judgement.action != "correct":
        return reading
    if isinstance(found, Statement):
        return _put(reading, "statements", found, _set_statement(found, judgement))
    if isinstance(found, Claim):
        return _put(reading, "claims", found, _set_claim(found, judgement))
    changes: dict[str, Any] = {judgement.field: _figure_value(judgement)}
    return _put(reading, "figures", found, replace(found, **changes, note=reason_of(judgement)))


def _set_statement(statement: Statement, judgement: Judgement) -> Statement:
    if judgement.field not in STATEMENT_FIELDS:
        return statement
    changes: dict[str, Any] = {judgement.field: judgement.value or (None if judgement.field == "said" else "")}
    kept = tuple(line for line in statement.because if not line.startswith(f"{judgement.field}:"))
    return replace(statement, **changes, because=(*kept, f"{judgement.field}: {reason_of(judgement)}"))


def _set_claim(claim: Claim, judgement: Judgement) -> Claim:
    changes: dict[str, Any]
    if judgement.field in ("kind", "polarity", "modality", "when"):
        changes = {judgement.field: judgement.value or None}
    else:
        slots = {**dict(claim.slots), judgement.field: judgement.value}
        changes = {"slots": tuple((name, words) for name, words in slots.items() if words)}
    return replace(claim, **changes)


def _figure_value(judgement: Judgement) -> Any:
    words = judgement.value
    if judgement.field in ("low", "high"):
        return float(words) if words else None
    if judgement.field == "new":
        return {"yes": True, "no": False}.get(words)
    if judgement.field in ("since", "as_of"):
        return words or None
    return words


def _without(reading: Reading, found: Statement | Claim | Figure) -> Reading:
    """The reading without a record, and without what rests on it."""
    if isinstance(found, Claim):
        return replace(reading, claims=tuple(c for c in reading.claims if c is not found))
    if isinstance(found, Figure):
        return replace(reading, figures=tuple(f for f in reading.figures if f is not found))
    return replace(
        reading,
        statements=tuple(
            replace(s, within=found.within) if s.within == found.id else s for s in reading.statements if s is not found
        ),
        claims=tuple(c for c in reading.claims if c.statement != found.id),
        figures=tuple(f for f in reading.figures if f.statement != found.id),
    )


def _put(reading: Reading, part: str, old: object, new: object) -> Reading:
    changes: dict[str, Any] = {part: tuple(new if row is old else row for row in getattr(reading, part))}
    return replace(reading, **changes)


def _joined(names: list[KnownName], first: KnownName, spelling: str, judgement: Judgement) -> list[KnownName]:
    """Names after ``merge`` (the other's spellings join) or ``split`` (this spelling is a name of its own)."""
    why = reason_of(judgement)
    if judgement.action == "split" and spelling in first.spellings and len(first.spellings) > 1:
        left = tuple(s for s in first.spellings if s != spelling)
        name = first.name if first.name != spelling else left[0]
        kept = replace(first, name=name, spellings=left, because=(*first.because, f"{spelling} set apart: {why}"))
        apart = KnownName(spelling, first.type, (spelling,), "", (why,))
        return [*(k for k in names if k is not first), kept, apart]
    other = next((k for k in names if spelling in k.spellings), None)
    if judgement.action == "merge" and other and other is not first:
        both = tuple(dict.fromkeys((*first.spellings, *other.spellings)))
        reasons = (*first.because, *other.because, why)
        merged = replace(first, spellings=both, party=first.party or other.party, because=reasons)
        return [*(k for k in names if k is not first and k is not other), merged]
    return names


def reason_of(judgement: Judgement) -> str:
    """Who decided, when and why, as the reason of what it made."""
    verb = {"merge": "put together by ", "split": "set apart by "}.get(judgement.action, SET_BY)
    why = f": {judgement.why}" if judgement.why else ""
    return f"{verb}{judgement.who} on {judgement.made[:10]}{why}"


def _lost(judgement: Judgement, anchor: Anchor) -> Problem:
    day, span = judgement.made[:10], anchor.span
    message = (
        f"{judgement.who}'s judgement of {day} ({judgement.action} a {anchor.kind}) finds none at these words "
        "any more; it is kept: judge again, or undo it"
    )
    return Problem(message, anchor.report, span)
