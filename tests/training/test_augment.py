"""Texts made harder: spans still stand on the same words, and pronouns know whom they replace."""

from __future__ import annotations

import random

import pytest
from training.augment import edited, name_pool, renamed, scanned, with_pronouns
from training.corpora import Attribution, Link, Sample
from training.parses import Parsed

TEXT = "Davlan Tarov spoke on Friday. Tarov said the bridge holds. The army thanked Tarov."


def sample() -> Sample:
    names = tuple(
        (i, i + len(n), "PER") for n, i in (("Davlan Tarov", 0), ("Tarov", 30), ("Tarov", TEXT.rindex("Tarov")))
    )
    said = Attribution(((30, 35),), ((36, 40),), ((41, 57),))
    return Sample("one", TEXT, attributions=(said,), names=names)


@pytest.mark.parametrize("seed", range(8))
def test_a_pronoun_points_at_the_names_before_it(seed: int) -> None:
    changed = with_pronouns(sample(), random.Random(seed))
    for link in changed.links or ():
        assert changed.text[link.start : link.end].lower() in ("he", "she", "him", "her", "his")
        assert changed.text[slice(*link.targets[0])] == "Davlan Tarov"
    [said] = changed.attributions or ()
    assert changed.text[slice(*said.cue[0])] == "said"
    assert changed.text[slice(*said.source[0])] in ("Tarov", "He", "She")


def test_some_names_become_pronouns() -> None:
    assert any(with_pronouns(sample(), random.Random(seed)).links for seed in range(8))


def test_edits_carry_every_span() -> None:
    marked = Sample("two", "a bc d", names=((2, 4, "ORG"),), links=(Link(5, 6, ((2, 4),)),))
    changed = edited(marked, [(0, 1, "xyz"), (2, 3, "BB")])
    assert changed.text == "xyz BBc d"
    assert changed.names == ((4, 7, "ORG"),)
    assert changed.links == (Link(8, 9, ((4, 7),)),)


def test_a_scan_keeps_the_words_in_place() -> None:
    every = [scanned(sample(), random.Random(seed)) for seed in range(20)]
    assert any(changed.text != TEXT for changed in every)
    for changed in every:
        [said] = changed.attributions or ()
        content = changed.text[slice(*said.content[0])]
        assert (content[:1], content[-1:]) == ("t", "s")
        assert changed.text[said.content[0][1]] == "."


def test_names_are_replaced_all_through_and_trees_carried() -> None:
    words = tuple(Parsed(s, e, "PROPN", 0, "root") for s, e in ((0, 6), (7, 12), (13, 18)))
    others = Sample("three", "Ilo Vash met Berun.", names=((0, 8, "PER"), (13, 18, "PER")))
    pool = name_pool([others])
    assert pool == {("PER", 2): ["Ilo Vash"], ("PER", 1): ["Berun"]}
    marked = Sample("one", TEXT, names=sample().names, attributions=sample().attributions, sentences=(words,))
    seen = set()
    for seed in range(12):
        changed = renamed(marked, pool, random.Random(seed))
        found = [changed.text[s:e] for s, e, _ in changed.names or ()]
        assert found[0] in ("Davlan Tarov", "Ilo Vash")
        assert found[1] == found[2] in ("Tarov", "Berun")
        [[first, second, third]] = changed.sentences or ()
        assert [changed.text[w.start : w.end] for w in (first, second, third)] == [*found[0].split(), "spoke"]
        [said] = changed.attributions or ()
        assert changed.text[slice(*said.source[0])] == found[1]
        seen.add(tuple(found))
    assert len(seen) > 2
