"""Names and figures as a user asks for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.briefs import BRIEF, COUNTS

from sayso.types import KnownName
from sayso.views.asked import figures_about, forms_of


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("killed", [40, 12]),
        ("killed velmaran", [40, 12]),
        ("reth killed", [40]),
        ("ilmo reth killed", [40]),
        ("killed tarkhun", []),
        ("captured", []),
    ],
)
def test_every_word_stands_in_what_is_counted_the_question_or_the_sentence(words: str, wanted: list[float]) -> None:
    names = (KnownName("Ilmo Reth", "PER", ("Ilmo Reth", "Ilmo", "Reth"), "Osk", ()),)
    assert [figure.low for figure in figures_about(replace(BRIEF, names=names), words.split())] == wanted


def test_figures_are_found_by_the_place_that_their_matter_asks_about() -> None:
    about = replace(BRIEF.matters[0], question="How many were killed at Sarn?", figures=COUNTS[1:])
    brief = replace(BRIEF, matters=(about,), names=(KnownName("Sarn", "LOC", ("Sarn", "Zarn"), "", ()),))
    assert figures_about(brief, ["killed", "Zarn"]) == [COUNTS[1]]


def test_a_report_that_was_replaced_has_no_figure_that_counts() -> None:
    brief = replace(BRIEF, versions=(("aaa111", "ccc333"),))
    assert figures_about(brief, ["killed"]) == [COUNTS[1]]


def test_a_name_goes_by_every_spelling() -> None:
    assert forms_of(BRIEF.names, "reth") == {"reth", "ilmo reth"}
    assert forms_of(BRIEF.names, "Osk") == {"osk"}
