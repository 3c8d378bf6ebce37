from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.values.name_keys import name_keys


@given(st.lists(st.text()))
def test_any_names_have_keys(names: list[str]) -> None:
    assert all(len(key) >= 3 for key in name_keys(names))


@given(st.lists(st.text()))
def test_order_and_repetition_change_nothing(names: list[str]) -> None:
    assert name_keys(names) == name_keys([*reversed(names), *names])


def test_spellings_of_one_name_have_one_key() -> None:
    for one, other in (("Drozhnitsa", "Droschniza"), ("Cavusoglu", "Çavuşoğlu"), ("Azerbaijan", "Aserbaidschan")):
        assert name_keys([one]) == name_keys([other]) != frozenset()


def test_common_parts_of_names_are_no_keys() -> None:
    assert name_keys(["Ministry of Defence", "the United Nations Security Council", "Monday"]) == frozenset()
