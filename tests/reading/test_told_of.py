from __future__ import annotations

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.figures import read_figures
from sayso.values.figure_notes import PART, TAKEN_BACK, is_denied


@pytest.mark.parametrize(
    ("text", "since"),
    [
        (
            "That brings those killed since 3 January 2021 to 61, and all deaths since 9 May 2019 to 4,120.",
            ["2021-01-03", "2019-05-09"],
        ),
        (
            "Vell had 112 men killed in a day, bringing the total since 9 May 2019 to 4,120 dead.",
            [None, "2019-05-09"],
        ),
        ("Since 3 January 2021 at least 15 villagers have been killed and 41 injured.", ["2021-01-03"] * 2),
        ("Some 86 people have been killed since 3 January 2021.", ["2021-01-03"]),
    ],
)
def test_each_number_has_its_own_since(text: str, since: list[str | None]) -> None:
    assert [figure.since for figure in read_figures(scene(text))] == since


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("The shells killed 9 people and wounded 22 others.", [None, None]),
        ("Fourteen people were killed. Another 47 people were wounded.", [None, None]),
        ("Fourteen people were killed. Another 47 people were killed in Tamm.", [None, True]),
        ("Five more people were killed.", [True]),
        ("Shells wounded 90 people in May.\n\nIn Tamm a mine wounded two others.", [None, None]),
    ],
)
def test_others_are_new_only_after_a_count_of_the_same(text: str, new: list[bool | None]) -> None:
    assert [figure.new for figure in read_figures(scene(text))] == new


@pytest.mark.parametrize(
    "text",
    [
        "The hospital counts 51 dead, revising down an earlier figure of 64.",
        "The toll was put at 22 dead. The number of dead was revised down from 23.",
        "Fifteen people were killed. The ministry had previously reported four deaths.",
        "The clinic counted 13 killed, not 23.",
        "Six people were killed in Tamm. Earlier he had given the toll as four.",
    ],
)
def test_a_number_that_is_taken_back_is_an_earlier_count(text: str) -> None:
    assert [figure.note for figure in read_figures(scene(text))] == ["", TAKEN_BACK]


def test_each_of_several_earlier_numbers_is_one() -> None:
    text = "Vell counts 31 dead. It had first spoken of 14 dead, then of 20."
    assert [figure.note for figure in read_figures(scene(text))] == ["", TAKEN_BACK, TAKEN_BACK]


def test_some_of_those_counted_are_a_part_of_them() -> None:
    wounded, remain = read_figures(scene("In Tamm 47 people were wounded, 12 of whom remain in hospital."))
    assert (wounded.note, remain.what, remain.note) == ("", "injured", PART)
    _, children = read_figures(scene("It confirmed the deaths of 19 villagers, four of them children."))
    assert (children.what, children.who, children.note) == ("killed", "children", "")


def test_a_number_that_is_only_rejected_is_not_the_speakers() -> None:
    text = "The colonel rejected a report by Ostria that 900 soldiers had been killed."
    [figure] = read_figures(scene(text, said(text, "900 soldiers had been killed", cue="rejected", stance="denies")))
    assert (figure.by, is_denied(figure.note)) == ("Ostria", True)
    text = "The colonel denied it, saying that 3 soldiers had been killed."
    [figure] = read_figures(scene(text, said(text, "3 soldiers had been killed", cue="denied", stance="denies")))
    assert (figure.by, figure.note) == ("a colonel", "")
