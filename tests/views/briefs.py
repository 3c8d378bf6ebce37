"""A small brief made by hand, of an invented war, for the views to show: three reports, one of them a reprint."""

from __future__ import annotations

from sayso.types import (
    Brief,
    Discrepancy,
    Figure,
    KnownName,
    Matter,
    Position,
    Problem,
    Report,
    Span,
    Stance,
    Standing,
    Statement,
)

FIRST = (
    "Osk says it has taken Tarkhun\n\n"
    "SELVA, Mar 3, 2031 (Meridian) - Oskan troops have taken the port of Tarkhun, "
    "President Ilmo Reth said in a speech. "
    "“The port is <ours>,” Reth said.\n\n"
    "Velmara does not confirm the loss. “The fighting goes on,” army spokeswoman Dara Quill said. "
    "Meridian could not verify either account. At least 40 Velmaran soldiers were killed, Reth said.\n\n"
    "Velmara took the port in a war twenty years ago."
)
SECOND = (
    "The port of Tarkhun is no longer ours, Velmara's Defence Ministry said. It put its dead at 12 & said no more.\n\n"
    "Velmara took the port in a war twenty years ago."
)
REPORTS = (
    Report(
        id="aaa111",
        text=FIRST,
        path="in/first.txt",
        title="Osk says it has taken Tarkhun",
        outlet="The Selva Post",
        agency="Meridian",
        published="2031-03-03",
        published_because="the dateline says Mar 3, 2031",
        dateline=("SELVA",),
        language="en",
        title_span=Span(0, 29),
    ),
    Report(
        id="bbb222",
        text=FIRST.replace("Osk says it has taken Tarkhun", "Tarkhun is taken"),
        path="in/reprint.txt",
        outlet="Harbour News",
        agency="Meridian",
        published="2031-03-03",
    ),
    Report(
        id="ccc333",
        text=SECOND,
        path="in/second.txt",
        published="2031-03-04",
        published_because="inferred: it takes up what in/first.txt reports",
    ),
)
BY_ID = {report.id: report for report in REPORTS}


def span(report: str, words: str) -> Span:
    start = BY_ID[report].text.index(words)
    return Span(start, start + len(words))


def position(stance: Stance, party: str, speaker: str, date: str, report: str, words: str, says: str) -> Position:
    return Position(
        party=party,
        speaker=speaker,
        channel="speech" if speaker == "Ilmo Reth" else "",
        stance=stance,
        position=says,
        date=date,
        report=report,
        statement="s1" if report == "aaa111" else None,
        evidence=span(report, words),
        text=words,
        because="by its wording",
    )


def figure(report: str, words: str, low: float, high: float | None, wording: str, by: str) -> Figure:
    return Figure(
        report=report,
        statement=None,
        what="killed",
        of="Velmaran soldiers",
        low=low,
        high=high,
        best=low,
        wording=wording,
        unit="people",
        new=False,
        as_of="2031-03-03" if report == "aaa111" else "2031-03-04",
        by=by,
        span=span(report, words),
    )


TAKEN = "Oskan troops have taken the port of Tarkhun"
COUNTS = (
    figure("aaa111", "At least 40", 40, None, "at least", "Ilmo Reth"),
    figure("ccc333", "its dead at 12", 12, 12, "exact", "Velmaran Defence Ministry"),
)
CONTROL = Matter(
    id="c0ffee1234567890",
    question="Who controls Tarkhun?",
    kind="control",
    slots=(("place", "Tarkhun"), ("holder", "Osk")),
    positions=(
        position("asserts", "Osk", "Ilmo Reth", "2031-03-03", "aaa111", TAKEN, "Osk holds the port"),
        position("asserts", "Osk", "Ilmo Reth", "2031-03-03", "bbb222", TAKEN, "Osk holds the port"),
        position("asserts", "Osk", "Ilmo Reth", "2031-03-03", "aaa111", "“The port is <ours>,”", "Osk holds the port"),
        position("withholds", "Velmara", "Velmara", "2031-03-03", "aaa111", "does not confirm the loss", "no word"),
        position(
            "denies", "Velmara", "Dara Quill", "2031-03-03", "aaa111", "“The fighting goes on,”", "fighting goes on"
        ),
        position("unverified", "", "", "2031-03-03", "aaa111", "could not verify either account", "not verified"),
        position("concedes", "Velmara", "Defence Ministry", "2031-03-04", "ccc333", "is no longer ours", "lost"),
    ),
    standings=(
        Standing("2031-03-03", "disputed", "Osk asserts it, Velmara denies it", ("s1",)),
        Standing("2031-03-04", "conceded", "Velmara, which held it, says that it is lost", ("s2",)),
    ),
    figures=(),
    outlets=2,
    origins=2,
    weight=5.0,
    because="both name Tarkhun",
)
DEAD = Matter(
    id="dead567890abcdef",
    question="How many Velmaran soldiers were killed?",
    kind="casualties",
    slots=(("of", "Velmaran soldiers"),),
    positions=(),
    standings=(Standing("2031-03-03", "claimed", "Osk alone", ("s1",)),),
    figures=COUNTS,
    outlets=2,
    origins=2,
    weight=2.0,
    because="",
)
STATEMENT = Statement(
    id="s1",
    report="aaa111",
    source=(span("aaa111", "President Ilmo Reth"),),
    cue=(span("aaa111", "said in a speech"),),
    content=(span("aaa111", TAKEN),),
    quote="indirect",
    speaker="Ilmo Reth",
    party="Osk",
    channel="speech",
    stance="asserts",
    said="2031-03-03",
    because=("speaker: named before the cue",),
    reader="test@1",
)
BACKGROUND = "Velmara took the port in a war twenty years ago."
BRIEF = Brief(
    reports=REPORTS,
    statements=(STATEMENT,),
    matters=(DEAD, CONTROL),
    figures=(*COUNTS,),
    discrepancies=(
        Discrepancy(
            kind="figure",
            what="Velmaran soldiers killed: at least 40, 12",
            reports=("aaa111", "ccc333"),
            evidence=(COUNTS[0].span, COUNTS[1].span),
            texts=("At least 40", "its dead at 12"),
            weight=1.0,
            because="the counts exclude each other",
        ),
    ),
    names=(
        KnownName("Ilmo Reth", "PER", ("Ilmo Reth", "Reth"), "Osk", ("“Reth” is the last word of “Ilmo Reth”",)),
        KnownName("Tarkhun", "LOC", ("Tarkhun",), "", ()),
    ),
    copies=(("aaa111", "bbb222"),),
    background=(("aaa111", span("aaa111", BACKGROUND)), ("ccc333", span("ccc333", BACKGROUND))),
    problems=(Problem("is empty: nothing to read", path="in/empty.txt"),),
)
EMPTY = Brief((), (), (), (), (), (), (), (), ())
