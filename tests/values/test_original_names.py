"""Names in their own script beside the Latin ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.values.original_names import original_names

PIECES = "Zelensky Зеленський ( ) [ / ; Armenian: Շուշի 习近平 al- Assad بشار the (Он ’ \u200c . မင်း".split()


def pairs(text: str) -> list[tuple[str, str]]:
    return [
        (text[found.latin.start : found.latin.end], text[found.native.start : found.native.end])
        for found in original_names(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pogossjan (Погосян / Պողոսյան) said so.", [("Pogossjan", "Погосян"), ("Pogossjan", "Պողոսյան")]),
        ("The town of Orlin (Armenian: Օրլին; Russian: Орлин) fell.", [("Orlin", "Օրլին"), ("Orlin", "Орлин")]),
        ("Bashar al-Assad (بشار الأسد) left.", [("Bashar al-Assad", "بشار الأسد")]),
        ("习近平 (Xi Jinping) came.", [("Xi Jinping", "习近平")]),
        ("Min Aung Hlaing [မင်းအောင်လှိုင်] rules.", [("Min Aung Hlaing", "မင်းအောင်လှိုင်")]),
        ("Mekelle (መቐለ) is quiet.", [("Mekelle", "መቐለ")]),
    ],
)
def test_a_name_in_brackets_in_its_own_script(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize("text", ["the army (Збройні сили) said", "Orlin (see below) fell.", "Он ушёл (in 2020).", ""])
def test_what_is_no_name_beside_its_own_script(text: str) -> None:
    assert pairs(text) == []


def test_the_reason_quotes_the_words_and_says_whether_they_sound_alike() -> None:
    [alike] = original_names("Pogossjan (Погосян) said so.")
    [other] = original_names("Min Aung Hlaing (မင်းအောင်လှိုင်) rules.")
    assert alike.because == 'the report writes "Pogossjan (Погосян)"; they sound alike'
    assert other.because == 'the report writes "Min Aung Hlaing (မင်းအောင်လှိုင်)"'


@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join) | st.text(max_size=40))
def test_spans_stand_in_the_text(text: str) -> None:
    for latin, native in pairs(text):
        assert latin
        assert native
        assert latin in text
        assert native in text
