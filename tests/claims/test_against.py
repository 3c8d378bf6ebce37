from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_draft, make_weighed

from sayso.claims.against import ALWAYS, AMONG, excludes, find_against, pairs_of
from sayso.claims.losses import TOLL
from sayso.claims.positions import Weighed
from sayso.claims.signs import chance_of
from sayso.types import Likely, Quantity, Span, Stance
from sayso.values.on_board import load_table

DRAFT = make_draft(opposed=("Ostria", "Vell"))
EVERY = {ALWAYS: 10.0}  # weights by which every pair is listed


def position(stance: Stance, party: str, day: str = "2021-03-02", *, start: int = 0, report: str = "r1") -> Weighed:
    made = make_weighed(stance, party, day, report=report)
    return replace(made, position=replace(made.position, evidence=Span(start, start + 9), text="words"))


def count(party: str, number: float, day: str = "2021-03-02", *, start: int = 0) -> Weighed:
    return replace(position("asserts", party, day, start=start), number=(number, number))


def test_what_one_side_says_and_the_other_denies() -> None:
    [found] = find_against(DRAFT, [position("asserts", "Ostria"), position("denies", "Vell", start=20)], EVERY)
    assert (found.kind, found.what) == ("did or did not", "? Ostria: says so; Vell: denies it")
    assert found.because == "one says what the other denies"
    assert found.evidence == (Span(0, 9), Span(20, 29))


def test_numbers_that_exclude_each_other_are_told() -> None:
    rows = [count("Ostria", 140), count("Vell", 60, start=20)]
    [found] = find_against(replace(DRAFT, kind="casualties"), rows, EVERY)
    assert (found.kind, found.what) == ("number", "? Ostria: 140; Vell: 60")


def test_dead_exclude_no_wounded() -> None:
    dead, hurt = (replace(count(party, n), fate=fate) for party, n, fate in (("", 114, "killed"), ("", 71, "injured")))
    assert excludes(dead, replace(hurt, fate="killed"))
    assert not excludes(dead, hurt)
    later = replace(hurt, position=replace(hurt.position, evidence=Span(20, 29)))
    assert find_against(replace(DRAFT, kind="casualties"), [dead, later], EVERY) == []


def test_a_toll_that_one_party_raises_is_no_pair() -> None:
    draft = replace(DRAFT, kind="casualties")
    rose = [count("Vell", 53), count("Vell", 61, "2021-03-04", start=20)]
    fell = [count("Vell", 61), count("Vell", 53, "2021-03-04", start=20)]
    assert find_against(draft, rose, EVERY) == []
    [found] = find_against(draft, fell, EVERY)
    assert found.because == "Vell counts otherwise"


def test_a_running_toll_rises_whoever_counts_it() -> None:
    rose = [count("Vell", 2100), count("Marn", 3800, "2021-03-04", start=20)]
    kind = replace(DRAFT, kind="casualties")
    assert find_against(replace(kind, key=(*TOLL, "2021-01-01")), rose, EVERY) == []
    assert len(find_against(kind, rose, EVERY)) == 1


def test_numbers_of_long_ago_of_a_part_or_many_times_another_are_of_something_else() -> None:
    kind = replace(DRAFT, kind="casualties")
    part, some, children = count("Vell", 9), count("Ostria", 60, start=20), "Nine of its staff were killed."
    told = replace(part, position=replace(part.position, text=children))
    for first, second, pairs in (
        (part, some, 1),
        (told, some, 0),
        (part, count("Ostria", 600, start=20), 0),
        (part, count("Ostria", 60, "2021-08-02", start=20), 0),
    ):
        assert len(find_against(kind, [first, second], EVERY)) == pairs


def test_of_what_many_do_or_count_each_may_tell_a_part() -> None:
    says = [position("asserts", "Ostria"), position("asserts", "Vell", start=20)]
    for kind, slots, pairs in (
        ("talks", (), 0),
        ("displacement", (), 0),
        ("casualties", (), 0),
        ("casualties", (("person", "Orlov"),), 1),
        ("control", (), 1),
    ):
        assert len(find_against(replace(DRAFT, kind=kind, slots=slots), says, EVERY)) == pairs
    denied = [says[0], position("denies", "Vell", start=20)]
    assert len(find_against(replace(DRAFT, kind="talks"), denied, EVERY)) == 1


def test_two_that_accuse_of_two_deeds_or_of_breaking_a_truce_may_both_be_right() -> None:
    words = ("The depot at Orlin was shelled.", "The convoy near Tamm was ambushed.")
    rows = [position("accuses", "Ostria"), position("accuses", "Vell", start=20)]
    apart = [replace(w, position=replace(w.position, text=text)) for w, text in zip(rows, words, strict=True)]
    assert find_against(replace(DRAFT, kind="attack"), apart, EVERY) == []
    assert find_against(replace(DRAFT, kind="truce"), rows, EVERY) == []
    [found] = find_against(replace(DRAFT, kind="attack"), rows, EVERY)
    assert (found.kind, found.because) == ("who", "each blames somebody for it")


def test_who_owns_what_the_other_says_agrees_with_it() -> None:
    rows = [position("asserts", "Ostria"), position("concedes", "Vell", start=20)]
    assert find_against(DRAFT, rows, EVERY) == []
    [found] = find_against(DRAFT, [position("denies", "Tamm"), rows[1]], EVERY)
    assert found.because == "one owns what the other denies"


def test_what_is_counted_as_new_stands_against_no_total() -> None:
    new = replace(count("Vell", 23, start=20), counted=Quantity(Span(0, 1), 23, 23, 23, "exact", True, "", ""))
    assert find_against(replace(DRAFT, kind="casualties"), [count("Ostria", 200), new], EVERY) == []


def test_two_that_accuse_differ_in_who_did_it() -> None:
    [found] = find_against(DRAFT, [position("accuses", "Ostria"), position("accuses", "Vell", start=20)], EVERY)
    assert found.kind == "who"


def test_one_passage_stands_in_few_pairs_and_a_matter_has_few() -> None:
    rows = [position("asserts", "Ostria"), *(position("denies", "Vell", start=20 * n) for n in range(1, 6))]
    found = find_against(DRAFT, rows, EVERY)
    assert len(found) == 4
    assert sum(Span(0, 9) in one.evidence for one in found) == 2


def test_of_very_many_positions_the_likeliest_are_compared() -> None:
    likely, unlikely = (Likely(question=n, party=1.0, stance=1.0) for n in (0.9, 0.1))
    rows = [position("asserts", "Ostria", start=20 * n) for n in range(AMONG + 9)]
    rows = [
        replace(one, position=replace(one.position, likely=unlikely if n < 9 else likely)) for n, one in enumerate(rows)
    ]
    pairs = list(pairs_of(DRAFT, rows))
    assert len(pairs) == AMONG * (AMONG - 1) / 2
    assert {each.position.likely for pair in pairs for each in (pair.first, pair.second)} == {likely}


def test_one_passage_is_no_pair() -> None:
    assert find_against(DRAFT, [position("asserts", "Ostria"), position("denies", "Vell")], EVERY) == []


def test_who_keeps_quiet_stands_against_nobody() -> None:
    assert find_against(DRAFT, [position("asserts", "Ostria"), position("withholds", "Vell", start=20)], EVERY) == []


def test_on_board_counts_that_exclude_each_other_are_likelier_than_those_that_do_not() -> None:
    def chance(number: float) -> float:
        [pair] = pairs_of(replace(DRAFT, kind="casualties"), [count("Ostria", 140), count("Vell", number, start=20)])
        return chance_of(pair.signs, load_table("against", room="claims"))

    assert chance(60) > chance(140)
