from __future__ import annotations

import pytest

from sayso.reading.checked import Refusal, check_attributions, check_names, read_checked, tell
from sayso.types import Attribution, Span

TEXT = "The town fell, Reth said. The army denied this."
SOURCE, CUE, CONTENT = Span(15, 19), Span(20, 24), Span(0, 13)
GOOD = Attribution((SOURCE,), (CUE,), (CONTENT,))
LATER = Attribution((Span(26, 34),), (Span(35, 41),), (Span(42, 46),))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (Attribution((), (), (CONTENT,)), "neither a source nor a cue"),
        (Attribution((Span(15, 99),), (CUE,), (CONTENT,)), "source 15-99: not in the text, which has 47 characters"),
        (Attribution((Span(-4, 3),), (CUE,), ()), "source -4-3: not in the text"),
        (Attribution((Span(19, 15),), (CUE,), ()), "source 19-15: not in the text"),
        (Attribution((SOURCE,), (CUE,), (Span(14, 15),)), "content 14-15: nothing stands there"),
        (Attribution((SOURCE,), (Span(20, 20),), ()), "cue 20-20: nothing stands there"),
        (Attribution((SOURCE,), (CUE,), (Span(0, 22),)), "content 0-22 and source 15-19 overlap"),
        (Attribution((SOURCE,), (CUE,), (CONTENT, Span(4, 8))), "content 0-13 and content 4-8 overlap"),
    ],
)
def test_a_statement_that_cannot_be_so_is_refused_and_the_rest_goes_on(given: Attribution, why: str) -> None:
    kept, [refusal] = check_attributions(TEXT, [GOOD, given, LATER])
    assert kept == [GOOD, LATER]
    assert (refusal.kind, refusal.number) == ("statement", 2)
    assert refusal.why.startswith(why)


def test_the_same_statement_is_kept_once() -> None:
    kept, [refusal] = check_attributions(TEXT, [GOOD, GOOD])
    assert (kept, refusal.why) == ([GOOD], "the same statement twice")


def test_statements_and_their_pieces_come_in_the_order_of_the_text() -> None:
    pieces = Attribution((SOURCE,), (CUE,), (Span(9, 13), Span(0, 8)))
    kept, refused = check_attributions(TEXT, [LATER, pieces])
    assert kept == [Attribution((SOURCE,), (CUE,), (Span(0, 8), Span(9, 13))), LATER]
    assert refused == []


def test_one_statement_may_stand_in_another_and_share_its_parts() -> None:
    outer = Attribution((Span(26, 34),), (Span(35, 41),), (Span(0, 24),))
    kept, refused = check_attributions(TEXT, [GOOD, outer])
    assert (kept, refused) == ([GOOD, outer], [])


def test_names_that_cannot_be_so_are_refused() -> None:
    good = [("LOC", Span(0, 8)), ("MISC", Span(4, 8)), ("PER", SOURCE)]
    bad = [("DATE", CUE), ("PER", SOURCE), ("LOC", Span(4, 13)), ("ORG", Span(40, 48)), ("ORG", Span(14, 15))]
    kept, refused = check_names(TEXT, [*good, *bad])
    assert kept == good
    whys = {each.number: each.why for each in refused}
    assert set(whys) == {4, 5, 6, 7, 8}
    assert "of the type DATE" in whys[4]
    assert whys[5] == "15-19: named twice"
    assert whys[6] == "4-13: it cuts the name 0-8"


def test_refusals_are_counted_and_the_first_told() -> None:
    statements = [Refusal("statement", number, "no words") for number in range(1, 9)]
    problems = tell([*statements, Refusal("name", 2, "named twice")], "1.txt")
    assert [problem.path for problem in problems] == ["1.txt", "1.txt"]
    assert problems[0].message.startswith("the reader gave 8 statements that were refused: no. 1: no words; no. 2")
    assert problems[0].message.endswith("no. 5: no words; and 3 more")
    assert problems[1].message == "the reader gave 1 name that was refused: no. 2: named twice"


class Careless:
    version = "careless@1"

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        return [LATER, Attribution((Span(0, 400),), (CUE,), ())], [("PER", SOURCE), ("PER", Span(60, 64))]


class Candid(Careless):
    def read_refusing(self, text: str) -> tuple[tuple[list[Attribution], list[tuple[str, Span]]], list[Refusal]]:
        return self.read(text), [Refusal("statement", 7, "not in the text: “ours”")]


def test_what_a_reader_refuses_itself_is_told_with_the_rest() -> None:
    assert read_checked(Careless(), TEXT)[0] == ([LATER], [("PER", SOURCE)])
    _, problems = read_checked(Candid(), TEXT, "1.txt")
    statements, names = (problem.message for problem in problems)
    assert "2 statements" in statements
    assert "no. 7: not in the text: “ours”; no. 2: source 0-400" in statements
    assert "1 name " in names
