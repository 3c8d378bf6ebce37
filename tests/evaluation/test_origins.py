from __future__ import annotations

from evaluation.origins import compare_background, compare_copies, holds
from tests.claims.made import make_report

TEXT = "Ostrian troops have taken the river port of Orlin, the president said on Tuesday in a televised address."
TOLD = "The two states have been at war since the old union broke apart nearly a generation ago, with many dead."
OTHER = "Nobody in the market of Tamm speaks of peace these days, and the boats stay tied up until the ice goes."
LONG = f"{TEXT} The port was held by Vell since the spring of last year, and is the last crossing before the lakes."


def test_pairs_of_copies_by_the_names_of_the_gold() -> None:
    reports = [make_report(TEXT, name=name) for name in ("01", "02")]
    stems = {"1": "01", "2": "02", "3": "03"}
    found = compare_copies(reports, [["1", "2"], ["1", "3"]], stems)
    assert (found.found, found.missed, found.beside) == (["1 2"], ["1 3"], [])
    assert compare_copies(reports, [], stems).line("copies") == "copies 0 of 0, 1 beside"


def test_background_is_found_missed_and_marked_beside() -> None:
    reports = [make_report(f"{words}\n\n{TOLD}", name=name) for name, words in (("01", LONG), ("02", OTHER))]
    found = compare_background(reports, [TOLD, "The lake was drained."])
    assert (found.found, found.missed, found.beside) == ([TOLD], ["The lake was drained."], [])
    assert len(compare_background(reports, []).beside) == 2


def test_most_words_make_a_passage() -> None:
    assert holds("a b c d e f", "a b c d x")
    assert not holds("a b c", "a b c d x")
