from __future__ import annotations

from tests.claims.made import make_report

from sayso.claims.origins import find_background, find_copies, origin_of

FIRST = (
    "Ostrian troops have taken the river port of Orlin, the president said on Tuesday in a televised address.\n\n"
    "The port was held by Vell since the spring of last year and is the last crossing before the lakes.\n\n"
    "The two states have been at war since the old union broke apart nearly a generation ago, with many dead."
)
REWRITE = (
    "River port falls\n\n"
    "Ostrian troops have taken the river port of Orlin, their president said on Tuesday in a televised "
    "address. The port was held by Vell since the spring of last year and is the last crossing before the lakes."
)
OTHER = (
    "Nobody in the market of Tamm speaks of peace these days, and the boats stay tied up.\n\n"
    "Bread has become dear, the school opens on two mornings a week, and those who have cousins across the lake left "
    "when the ice was still thick enough for a cart.\n\n"
    "The two states have been at war since the old union broke apart nearly a generation ago, with many dead."
)


def test_a_rewrite_is_a_copy_and_the_earliest_is_the_origin() -> None:
    reports = [
        make_report(REWRITE, name="late", published="2021-03-03"),
        make_report(FIRST, name="early", published="2021-03-02"),
        make_report(OTHER, name="other"),
    ]
    copies = find_copies(reports)
    assert copies == [("early", "late")]
    assert origin_of(reports, copies) == {"early": "early", "late": "early", "other": "other"}


def test_a_paragraph_that_comes_back_elsewhere_is_background() -> None:
    reports = [make_report(FIRST, name="a"), make_report(OTHER, name="b")]
    found = find_background(reports, find_copies(reports))
    texts = {"a": FIRST, "b": OTHER}
    assert [(r, texts[r][s.start : s.end][:25]) for r, s in found] == [
        ("a", "The two states have been "),
        ("b", "The two states have been "),
    ]


def test_a_reprint_makes_nothing_background() -> None:
    reports = [make_report(FIRST, name="a"), make_report(FIRST + " ", name="b")]
    assert find_background(reports, find_copies(reports)) == []


def test_no_reports_no_copies() -> None:
    assert find_copies([]) == []
    assert find_copies([make_report("", name="a"), make_report("", name="b")]) == []


TOLD = "Vell took up arms in 1997 after the assembly of Orlin was dissolved; by some accounts 14,000 people have died."
REWORDED = (
    "He would say nothing of the bridge, and nothing of the 20 lorries at the ford.\n\n"
    "In 1997, when their assembly was closed, the people of Vell rose. About 14.000 dead has this war brought."
)


def test_background_in_other_words_has_its_past_year_and_another_number() -> None:
    reports = [
        make_report(f"{FIRST}\n\n{TOLD}", name="one"),
        make_report(f"{OTHER}\n\n{TOLD}", name="two"),
        make_report(REWORDED, name="three"),
    ]
    marked = {id: REWORDED[span.start : span.end] for id, span in find_background(reports, []) if id == "three"}
    assert marked == {"three": REWORDED.split("\n\n")[1]}


def test_a_year_alone_or_a_number_alone_is_no_background() -> None:
    for words in (
        "In 1997 he had kept the ferry here, as his father had.",
        "About 14,000 people came to the fair today.",
    ):
        reports = [
            make_report(f"{FIRST}\n\n{TOLD}", name="one"),
            make_report(f"{OTHER}\n\n{TOLD}", name="two"),
            make_report(words, name="three"),
        ]
        assert "three" not in {id for id, _ in find_background(reports, [])}
