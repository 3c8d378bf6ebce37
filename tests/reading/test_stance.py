"""Stance by the wording: cue, negation, content."""

from __future__ import annotations

import pytest

from sayso.reading.stance import base_forms, is_negated, stance_of, stances


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("said", "the bridge was hit", "asserts"),
        ("told", "None of our aircraft flew over the valley today,", "denies"),
        ("said", "the town is completely out of our control", "concedes"),
        ("said", "rockets hit the base at dawn, although there were no flames", "asserts"),
        ("said", "there were no rockets on the base at dawn, though it burnt", "denies"),
        ("brushed aside", "the communiqué", "denies"),
        ("has owned up to", "the loss of the town", "concedes"),
        ("has granted", "the loss of the machine", "concedes"),
        ("accused", "the army of shelling the market", "accuses"),
        ("put the blame on", "bandits", "accuses"),
        ("did not confirm", "the figure", "withholds"),
        ("would not be drawn on", "reports of a retreat", "withholds"),
        ("neither confirmed nor denied", "the closure", "withholds"),
        ("does not exclude", "that volunteers crossed", "other"),
        ("does not dispute", "that eleven enlisted", "concedes"),
        ("knows of no", "crash", "denies"),
        ("traded", "fresh accusations over the truce", "accuses"),
        ("hailed", "complete vindication", "endorses"),
        ("congratulated", "the brotherly people", "endorses"),
        ("announced", "he would go all the way", "announces"),
        ("vowed", "an answer", "announces"),
        ("demanded", "the entry of observers", "other"),
        ("called", "the claim “exaggerated and untenable”", "denies"),
        ("spoke of", "“boasting over a grave”", "other"),
        ("confirmed", "the death of two soldiers", "confirms"),
        ("confirmed", "towns would be evacuated", "asserts"),
        ("took the item back", "", "concedes"),
        (":", "Was the plane shot down, Minister?", "other"),
        ("tells", "nothing", "withholds"),
        ("has recognised", "it", "endorses"),
        ("recognised", "that the town is lost", "concedes"),
    ],
)
def test_stance_of_a_named_speaker(cue: str, content: str, stance: str) -> None:
    assert stance_of(cue, content, source="the ministry", own_voice=False)[0] == stance


@pytest.mark.parametrize(
    ("cue", "content", "source", "own", "stance"),
    [
        ("could not be independently verified", "the accounts", "", False, "unverified"),
        ("could be independently verified", "Neither account", "", False, "unverified"),
        ("not possible to verify", "the information", "", False, "unverified"),
        ("no official confirmation", "fighters are deployed there", "", False, "unverified"),
        ("no independent confirmation", "", "", False, "unverified"),
        ("Independent confirmation was not available", "", "", False, "unverified"),
        ("no confirmation of", "the loss of the city", "Armenia", False, "withholds"),
        ("could not determine", "who was responsible", "Paxwire", True, "unverified"),
        ("was unable to determine", "who had fired", "the mission", False, "withholds"),
        ("offers", "proof", "Neither side", False, "withholds"),
    ],
)
def test_nobody_could_verify(cue: str, content: str, source: str, own: bool, stance: str) -> None:
    assert stance_of(cue, content, source=source, own_voice=own)[0] == stance


def test_the_reason_names_what_decided() -> None:
    assert (
        stance_of("said", "it was an error", source="he", own_voice=False)[1] == 'concedes: the words "it was an error"'
    )


def test_base_forms_keep_negations() -> None:
    assert base_forms("hasn't confirmed") == ["have", "not", "confirm"]
    assert is_negated(base_forms("hasn't confirmed"))
    assert not is_negated(base_forms("there is no doubt"))


def test_every_phrase_of_the_table_stands_in_base_form() -> None:
    known = stances().words
    assert not [word for word in known if word != word.lower()]


def test_what_an_agency_or_anybody_could_not_verify_independently_is_unverified() -> None:
    for source, own_voice in (("Reuters", True), ("a monitor", False)):
        found, _ = stance_of("could not independently verify", "the reports", source=source, own_voice=own_voice)
        assert found == "unverified"


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("told", "their units had fled, leaving their wounded behind", "asserts"),
        ("said", "there was no question that troops had crossed", "asserts"),
        ("called", "the allegations a conspiracy", "denies"),
    ],
)
def test_words_that_only_look_like_a_concession_or_a_denial(cue: str, content: str, stance: str) -> None:
    assert stance_of(cue, content, source="the ministry", own_voice=False)[0] == stance


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("I was misinformed. There were no children in that building", "concedes"),
        ("What I told you on the first day was wrong", "concedes"),
        ("The figure was given too soon, we withdraw it", "concedes"),
        ("I was badly informed", "concedes"),
        ("I take that back", "concedes"),
        ("The public is misinformed", "denies"),
        ("We were informed of the attack at noon", "asserts"),
        ("We take this seriously", "asserts"),
        ("We withdraw our ambassador", "asserts"),
        ("We take it to the hill", "asserts"),
    ],
)
def test_who_takes_back_what_was_said_concedes(content: str, stance: str) -> None:
    assert stance_of("said", content, source="the ministry", own_voice=False)[0] == stance


def test_who_goes_back_on_an_announcement_concedes() -> None:
    assert stance_of("went back on", "the announcement", source="the army", own_voice=False)[0] == "concedes"


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("Our guns are not violating the truce, they guard it", "denies"),
        ("It hasn't deliberately hit the market", "denies"),
        ("They are violating the truce", "accuses"),
    ],
)
def test_a_negation_before_words_that_blame_denies(content: str, stance: str) -> None:
    assert stance_of("said", content, source="the general", own_voice=False)[0] == stance
