from __future__ import annotations

from sayso.claims.naming import Naming
from sayso.claims.vocabulary import (
    Key,
    Vocabulary,
    names_place,
    names_places,
    place_words,
    spelling_table,
    stem,
    telling,
)
from sayso.types import KnownName


def test_a_stem_is_shared_by_the_forms_of_a_word() -> None:
    assert len({stem(w) for w in ("encircled", "Encirclement", "encircles")}) == 1
    assert stem("killed") == stem("kill") != stem("dam")


def test_spellings_of_one_name_are_one_word() -> None:
    known = KnownName("Orlin", "LOC", ("Orlin", "Aurlyn"), "", ())
    table = spelling_table(Naming((known,), {}, {}, {}, {}))
    assert telling("at Aurlyn", table) == telling("near Orlin", table)


def test_a_passage_names_a_place_in_whole_in_part_or_not() -> None:
    table = spelling_table(Naming((KnownName("Orlin", "LOC", ("Orlin", "Aurlyn"), "", ()),), {}, {}, {}, {}))
    orlin = place_words(("control", "Orlin"), table)
    senn = place_words(("casualties", "killed", "at", "Port Senn"), table)
    assert names_place(telling("tanks near Aurlyn", table), orlin) is True
    assert names_place(telling("tanks near Aurlyn", table), senn) is False
    assert names_place(telling("the port, and Vell", table), senn) is None
    assert names_place(telling("Vell", table), place_words(("attack", "by", "c", "Vell"), table)) is None


def test_small_words_and_lone_digits_tell_nothing() -> None:
    assert telling("They said that it was the 3 of them", {}) == frozenset()
    assert "40" in telling("40 buses", {})


def test_a_word_points_at_the_matter_that_holds_it() -> None:
    dam, bridge, both = (telling(words, {}) for words in ("the dam broke", "the bridge broke", "dam and bridge"))
    words = Vocabulary([dam, bridge, both, telling("nothing else", {})])
    words.add(("control", "Orlin"), dam)
    words.add(("attack", "Tamm"), bridge)
    shared = words.shared(telling("this dam", {}))
    assert list(shared) == [("control", "Orlin")]
    assert 0 < shared["control", "Orlin"][0][0] < 1


def test_a_word_of_two_matters_is_shared_between_them() -> None:
    passage = telling("dam", {})
    words = Vocabulary([passage, telling("else", {})])
    words.add(("control", "Orlin"), passage)
    alone = words.shared(passage)["control", "Orlin"][0][0]
    words.add(("attack", "Orlin"), passage)
    assert words.shared(passage)["control", "Orlin"][0][0] == alone / 2
    assert words.shared(passage, ("control",))["control", "Orlin"][0][0] == alone


def test_a_place_named_in_half_is_not_meant_where_another_is_named_whole() -> None:
    old: Key = ("control", "Old Orlin")
    new: Key = ("control", "New Orlin")
    places = {old: frozenset({"old", "orlin"}), new: frozenset({"new", "orlin"})}
    assert names_places(frozenset({"new", "orlin", "bakery"}), places) == {old: False, new: True}
    assert names_places(frozenset({"orlin", "bakery"}), places) == {old: None, new: None}
