"""A ledger of an invented war, made by hand: a market shelled, a town taken, losses of a side, a bare denial."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.types import (
    Brief,
    Claim,
    Discrepancy,
    Figure,
    KnownName,
    Matter,
    Position,
    Problem,
    Reading,
    Report,
    Span,
    Stance,
    Standing,
    Statement,
    Word,
)

TEXT = (
    "=Shells on Orlin market\n\n"
    "MARN, March 2, 2031 (Tarn Wire) - Velgorian shells hit the market of Orlin on Monday, the army of Marnia said. "
    "At least 12 civilians were killed and 30 injured, it said. "
    "Velgoria denies having fired at Orlin, its ministry said. "
    "Velgorian troops have taken Drusk, General Osk said. "
    "Marnia lost another 7 soldiers, its staff said. "
    "No boat of ours was near Kell, the navy of Marnia said."
)
LATER = "-14 civilians died at Orlin market on Monday, the mayor said. We have left Drusk, said Marnia's staff."
FIRST = Report(
    id="aaaa", text=TEXT, path="in/1.txt", title="=Shells on Orlin market", outlet="The Quay", published="2031-03-03"
)
SECOND = Report(
    id="bbbb", text=LATER, path="in/2.txt", agency="Tarn Wire", published="2031-03-05", address="https://tarn.example/2"
)
REPORTS = {report.id: report for report in (FIRST, SECOND)}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place lies, as the gazetteer says."""

    name: str
    lat: float
    lon: float
    precision: int
    country: str
    region: str


ORLIN = Place("Orlin", -12.5, 44.25, 1, "VE", "Upper Marn")


def span(report: str, words: str) -> Span:
    start = REPORTS[report].text.index(words)
    return Span(start, start + len(words))


def statement(id: str, report: str, words: str, party: str, speaker: str, stance: Stance, said: str) -> Statement:
    at = span(report, words)
    return Statement(id, report, (), (), (at,), "indirect", speaker, party, "", stance, said)


def claim(id: str, made: Statement, kind: str, polarity: str = "+", when: str | None = None, **slots: str) -> Claim:
    named = {name.rstrip("_"): words for name, words in slots.items()}
    return Claim(id, made.report, made.id, kind, tuple(named.items()), polarity, "actual", when, made.content[0])


def position(made: Statement, stance: Stance | None = None) -> Position:
    words = REPORTS[made.report].text[made.content[0].start : made.content[0].end]
    return Position(
        party=made.party,
        speaker=made.speaker,
        channel="",
        stance=stance or made.stance,
        position=words,
        date=made.said or "",
        report=made.report,
        statement=made.id,
        evidence=made.content[0],
        text=words,
        because="by the wording",
    )


def figure(made: Statement, words: str, what: str, low: float, high: float | None, new: bool | None = None) -> Figure:
    return Figure(
        report=made.report,
        statement=made.id,
        what=what,
        of="",
        low=low,
        high=high,
        best=low,
        wording="exact" if high else "at least",
        unit="people",
        new=new,
        as_of=made.said,
        by=made.speaker,
        span=span(made.report, words),
    )


def matter(id: str, kind: str, question: str, standing: Word, positions: list[Position], **slots: str) -> Matter:
    return Matter(
        id=id,
        question=question,
        kind=kind,
        slots=tuple(slots.items()),
        positions=tuple(positions),
        standings=(Standing("2031-03-03", standing, "as they say", ("s1",)),),
        figures=(),
        outlets=2,
        origins=2,
        weight=1.0,
        because="",
    )


HIT = statement(
    "s1",
    "aaaa",
    "Velgorian shells hit the market of Orlin on Monday",
    "Marnia",
    "army of Marnia",
    "accuses",
    "2031-03-03",
)
DEAD = statement(
    "s2",
    "aaaa",
    "At least 12 civilians were killed and 30 injured",
    "Marnia",
    "army of Marnia",
    "asserts",
    "2031-03-03",
)
DENIED = statement(
    "s3", "aaaa", "Velgoria denies having fired at Orlin", "Velgoria", "ministry", "denies", "2031-03-03"
)
TAKEN = statement("s4", "aaaa", "Velgorian troops have taken Drusk", "Velgoria", "General Osk", "asserts", "2031-03-03")
LOST = statement("s5", "aaaa", "Marnia lost another 7 soldiers", "Marnia", "staff", "concedes", "2031-03-03")
NAVY = statement("s6", "aaaa", "No boat of ours was near Kell", "Marnia", "navy", "denies", "2031-03-03")
MAYOR = statement("s7", "bbbb", "-14 civilians died at Orlin market on Monday", "", "mayor", "asserts", "2031-03-05")
LEFT = statement("s8", "bbbb", "We have left Drusk", "Marnia", "staff", "concedes", "2031-03-05")
STATEMENTS = (HIT, DEAD, DENIED, TAKEN, LOST, NAVY, MAYOR, LEFT)
MONDAY = "2031-03-01"
CLAIMS = (
    claim("c1", HIT, "attack", when=MONDAY, place="Orlyn", attacker="Welgoria", weapon="shells"),
    claim("c2", DEAD, "casualties", place="Orlin", outcome="killed", who="civilians"),
    claim("c3", DENIED, "attack", "-", place="Orlin", attacker="Velgoria", weapon="fired"),
    claim("c4", TAKEN, "control", place="Drusk", change="gained", holder="Velgoria"),
    claim("c5", LOST, "casualties", outcome="killed", of="own", who="soldiers"),
    claim("c6", NAVY, "attack", "-", place="Kell"),
    claim("c7", MAYOR, "casualties", when=MONDAY, place="Orlin", outcome="killed", who="civilians"),
    claim("c8", LEFT, "control", place="Drusk", change="lost"),
)
FIGURES = (
    figure(DEAD, "At least 12", "killed", 12, None),
    figure(DEAD, "30", "injured", 30, 30),
    figure(LOST, "another 7", "killed", 7, 7, new=True),
    figure(MAYOR, "-14", "killed", 14, 14),
)
WAR = "Velgoria, Marnia"
MATTERS = (
    matter(
        "m1",
        "attack",
        "Who attacked Orlin?",
        "disputed",
        [position(HIT), position(DENIED)],
        place="Orlin",
        names="Orlin / Orlyn",
        conflict=WAR,
    ),
    matter(
        "m2",
        "casualties",
        "How many at Orlin?",
        "corroborated",
        [position(DEAD), position(MAYOR)],
        place="Orlin",
        names="Orlin / Orlyn",
        conflict=WAR,
    ),
    matter(
        "m3",
        "control",
        "Who controls Drusk?",
        "conceded",
        [position(TAKEN), position(LEFT)],
        place="Drusk",
        holder="Velgoria",
        names="Drusk",
        conflict=WAR,
    ),
    matter(
        "m4",
        "casualties",
        "What losses has Marnia had?",
        "claimed",
        [position(LOST)],
        of="Marnia",
        outcome="killed",
        names="Marnia",
        conflict=WAR,
    ),
    matter("m5", "attack", "Who attacked Kell?", "denied", [position(NAVY)], place="Kell", names="Kell", conflict=WAR),
)
BRIEF = Brief(
    reports=(FIRST, SECOND),
    statements=STATEMENTS,
    matters=MATTERS,
    figures=FIGURES,
    discrepancies=(
        Discrepancy(
            "number",
            "the dead of Orlin",
            ("aaaa", "bbbb"),
            (FIGURES[0].span, FIGURES[3].span),
            ("At least 12", "-14"),
            1.0,
            "12 or more against 14",
        ),
    ),
    names=(
        KnownName("Velgoria", "LOC", ("Velgoria", "Welgoria"), "Velgoria", ("sound alike",)),
        KnownName("General Osk", "PER", ("General Osk",), "Velgoria", ()),
        KnownName("Orlin", "LOC", ("Orlin", "Orlyn"), "", ()),
    ),
    copies=(),
    background=(),
    problems=(Problem("empty", "in/3.txt"),),
)
READINGS = tuple(
    Reading(
        id,
        "a test",
        tuple(each for each in STATEMENTS if each.report == id),
        tuple(each for each in CLAIMS if each.report == id),
        (),
        tuple(each for each in FIGURES if each.report == id),
        (),
    )
    for id in REPORTS
)
