"""Attributions to statements, end to end on one short report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.reading.sentences import sentences
from sayso.reading.statements import make_statements, statement_id
from sayso.types import Attribution, Name, Problem, Report, Span, Statement
from sayso.values.parties import learn_parties

TEXT = (
    "The battle of the hills\n\n"
    "Baku / Yerevan (dpa) – The town has been captured, Azerbaijani President Ilham Aliyev announced on Sunday. "
    "“It is ours! ”He wrote on Twitter. The Armenian Defense Ministry said that, according to its commanders, "
    "the fighting continues. "
    "Aliyev left.\n"
)
REPORT = Report(
    id="abc",
    text=TEXT,
    path="a.txt",
    outlet="dpa",
    agency="dpa",
    published="2020-11-09",
    dateline=("Baku", "Yerevan"),
    body=Span(TEXT.index("The town"), len(TEXT)),
)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


READ = [
    Attribution((at("Azerbaijani President Ilham Aliyev"),), (at("announced"),), (at("The town has been captured"),)),
    Attribution((at("He"),), (at("wrote"),), (at("“It is ours! ”"),)),
    Attribution(
        (at("The Armenian Defense Ministry"),),
        (at("said"),),
        (at("according to its commanders, the fighting continues"),),
    ),
    Attribution((at("its commanders"),), (at("according to"),), (at("the fighting continues"),)),
    Attribution((), (), (at("The battle of the hills"),)),
]


def read(report: Report = REPORT) -> tuple[list[Statement], list[Name], list[Problem]]:
    names = [("PER", at("Ilham Aliyev")), ("LOC", at("Yerevan"))]
    return make_statements(report, READ, names, sentences(TEXT), learn_parties([TEXT]), "model@1")


def test_speaker_party_stance_quote_channel_and_day() -> None:
    statements, _, problems = read()
    first, second = statements[0], statements[1]
    assert (first.speaker, first.party, first.stance, first.said) == (
        "Ilham Aliyev",
        "Azerbaijan",
        "asserts",
        "2020-11-08",
    )
    assert (second.speaker, second.quote, second.channel) == ("Ilham Aliyev", "direct", "twitter")
    assert TEXT[second.content[0].start : second.content[0].end] == "It is ours!"
    assert problems == []


def test_a_statement_inside_another_points_at_it() -> None:
    statements, _, _ = read()
    outer, inner = statements[2], statements[3]
    assert inner.within == outer.id
    assert outer.within is None


@pytest.mark.parametrize(
    ("text", "outer", "inner", "wanted"),
    [
        (
            "ORLIN: Yes. We have the dam. The army says so, too.\nASKED: Who?\n",
            ("ORLIN", ":", "Yes"),
            ("The army", "says", "so"),
            True,
        ),
        ("ORLIN: Yes.\nThe army says so, too.\n", ("ORLIN", ":", "Yes"), ("The army", "says", "so"), False),
        ("He told Orlin: Yes. The army says so.", ("He", ":", "Yes"), ("The army", "says", "so"), False),
        (
            "Osk dismissed as invention a rebel report that the dam was lost.",
            ("Osk", "dismissed", "as invention a"),
            ("rebel", "report", "the dam was lost"),
            True,
        ),
        (
            "The men counted ten houses, the report said.",
            ("the report", "said", "ten houses"),
            ("The men", "counted", "ten houses"),
            True,
        ),
        (
            "The men counted ten houses, and the report confirmed it.",
            ("the report", "confirmed", "ten houses"),
            ("The men", "counted", "ten houses"),
            False,
        ),
        (
            "Osk dismissed as invention the dam, a rebel report said.",
            ("Osk", "dismissed", "as invention"),
            ("rebel", "said", "the dam"),
            False,
        ),
    ],
)
def test_what_breaks_off_and_who_has_the_word_hold_what_follows(
    text: str, outer: tuple[str, str, str], inner: tuple[str, str, str], wanted: bool
) -> None:
    def of(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    marked = [Attribution(of(source), of(cue), of(content)) for source, cue, content in (outer, inner)]
    report = Report("r", text, "r.txt", published="2020-11-08")
    statements, _, _ = make_statements(report, marked, [], sentences(text), learn_parties([text]), "model@1")
    by_cue = {text[s.cue[0].start : s.cue[0].end]: s for s in statements}
    assert (by_cue[inner[1]].within == by_cue[outer[1]].id) is wanted
    assert by_cue[outer[1]].within is None


def test_every_decision_has_its_reason() -> None:
    statements, _, _ = read()
    for statement in statements:
        assert [line.split(":")[0] for line in statement.because if line.startswith(("stance", "said"))] == [
            "stance",
            "said",
        ]
        assert any(line.startswith("speaker:") for line in statement.because)


def test_no_statement_without_source_and_cue() -> None:
    statements, _, _ = read()
    assert len(statements) == 4
    assert all(s.source or s.cue for s in statements)


def test_the_id_is_a_hash_of_report_and_spans() -> None:
    statements, _, _ = read()
    assert statements[0].id == statement_id("abc", READ[0])
    assert statements[0].id != statement_id("abd", READ[0])
    assert [s.id for s in read()[0]] == [s.id for s in statements]


def test_a_report_without_a_date_has_no_day() -> None:
    statements, _, _ = read(replace(REPORT, published=None))
    assert {s.said for s in statements} == {None}


def test_names_come_under_their_fullest_form() -> None:
    _, names, _ = read()
    [person] = [name for name in names if name.type == "PER"]
    assert person.name == "Ilham Aliyev"
    assert len(person.spans) == 2
    assert all(TEXT[s.start : s.end] in ("Ilham Aliyev", "Aliyev") for s in person.spans)


def test_a_state_or_a_body_is_no_person_whatever_a_reader_says() -> None:
    text = "VELGORIA'S army left, Joint Command said. Velgorian troops stayed, Velgoria said. Nothing on Twitter.\n"
    spans = [(text.index("Joint"), "Joint Command"), (text.index("Velgoria said"), "Velgoria")]
    spans.append((text.index("Twitter"), "Twitter"))
    tagged = [("PER", Span(start, start + len(words))) for start, words in spans]
    read = [Attribution((span,), (Span(span.end + 1, span.end + 5),), ()) for _, span in tagged[:2]]
    report = replace(REPORT, text=text, dateline=(), body=None)
    _, names, _ = make_statements(report, read, tagged, sentences(text), learn_parties([text]), "m")
    assert {name.name: name.type for name in names if name.name in ("Joint Command", "Velgoria", "Twitter")} == {
        "Joint Command": "ORG",
        "Velgoria": "LOC",
        "Twitter": "MISC",
    }


def test_a_seat_of_two_words_is_no_person() -> None:
    text = "Abu Dhabi denies it. Victoria Orlin did not.\n"
    report = replace(REPORT, text=text, dateline=(), body=None)
    read = [Attribution((Span(0, 9),), (Span(10, 16),), (Span(17, 19),))]
    tagged = [("PER", Span(0, 9)), ("PER", Span(21, 35))]
    [said], names, _ = make_statements(report, read, tagged, sentences(text), learn_parties([text]), "m")
    assert [(name.name, name.type) for name in names] == [("Abu Dhabi", "LOC"), ("Victoria Orlin", "PER")]
    assert said.party == "United Arab Emirates"


def test_letters_that_a_body_is_known_as_are_no_person() -> None:
    text = "The mission, {} MISTRA, said so. It left Orlin.\n"
    for words, lettered in (("known as", True), ("met", False)):
        full = text.format(words)
        start = full.index("MISTRA")
        report = replace(REPORT, text=full, dateline=(), body=None)
        tagged = [("PER", Span(start, start + 6))]
        _, names, _ = make_statements(report, [], tagged, sentences(full), learn_parties([]), "m")
        assert [name.type == "ORG" for name in names if name.name == "MISTRA"] == [lettered]


def test_who_asks_asserts_nothing_and_who_is_asked_about_keeps_the_word() -> None:
    text = "Question: The Vellan army says it killed 41 of your fighters.\n\nOsk: That is propaganda.\n"

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    whole = "The Vellan army says it killed 41 of your fighters."
    given = [
        Attribution(spans("Question"), spans(":"), spans(whole)),
        Attribution(spans("The Vellan army"), spans("says"), spans("it killed 41 of your fighters")),
        Attribution(
            spans("Osk"), (Span(text.index("Osk:") + 3, text.index("Osk:") + 4),), spans("That is propaganda.")
        ),
    ]
    report = Report("r", text, "r.txt", outlet="Keld Post")
    made, _, _ = make_statements(report, given, [], sentences(text), learn_parties([text]), "model@1")
    assert [(each.speaker, each.stance) for each in made][:2] == [("Keld Post", "other"), ("Vellan army", "asserts")]
    assert made[1].within == made[0].id
