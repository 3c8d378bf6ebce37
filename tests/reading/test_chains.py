from __future__ import annotations

import pytest

from sayso.reading.chains import unfold
from sayso.reading.sentences import sentences
from sayso.types import Attribution, Span


def read(text: str, source: list[str], cue: str, content: list[str]) -> Attribution:
    one, two, three = (tuple(_at(text, words) for words in part) for part in (source, [cue], content))
    return Attribution(one, two, three)


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


Parts = tuple[list[str], ...]


def told(text: str, *attributions: Attribution) -> list[Parts]:
    found = unfold(text, attributions, sentences(text, "en"))
    return [
        tuple([text[s.start : s.end] for s in part] for part in (each.source, each.cue, each.content)) for each in found
    ]


CITING = "Vestwire, citing two officers, reported that the ridge had fallen."
BY = "The corps, quoted by the paper Sever, called this a fairy tale."
SAYING = "Vestwire quotes an officer as saying that the ridge had fallen."
AGREED = "According to two diplomats, Tamm and Orlin agreed to open the road."
ASIDE = "The general, it added, regretted the loss."
BY_NOUN = "The source denied reports by hostile channels that the base had fallen."
BOTH = "Tamm and Orlin have both confirmed they will attend, Mediator Osk said."
CHARGE = "The army rejected the junta's charge that it lets arms through."
OWNED = "He dismissed the junta's offer of an inquiry."


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "inner", "outer"),
    [
        (
            CITING,
            ["Vestwire", "two officers"],
            "reported",
            ["the ridge had fallen"],
            (["two officers"], ["citing"], ["the ridge had fallen"]),
            (["Vestwire"], ["reported"], ["citing two officers", "that the ridge had fallen"]),
        ),
        (
            BY,
            ["The corps", "the paper Sever"],
            "called",
            ["this a fairy tale"],
            (["The corps"], ["called"], ["this a fairy tale"]),
            (["the paper Sever"], ["quoted by"], ["The corps", "called this a fairy tale"]),
        ),
        (
            BY_NOUN,
            ["The source", "hostile channels"],
            "denied",
            ["reports", "the base had fallen"],
            (["hostile channels"], ["reports"], ["reports", "the base had fallen"]),
            (["The source"], ["denied"], ["reports by hostile channels that the base had fallen"]),
        ),
        (
            BOTH,
            ["Tamm and Orlin", "Mediator Osk"],
            "said",
            ["they will attend"],
            (["Tamm and Orlin"], ["confirmed"], ["they will attend"]),
            (["Mediator Osk"], ["said"], ["Tamm and Orlin have both confirmed they will attend"]),
        ),
        (
            CHARGE,
            ["The army", "the junta's"],
            "rejected",
            ["it lets arms through"],
            (["the junta's"], ["charge"], ["it lets arms through"]),
            (["The army"], ["rejected"], ["the junta's charge that it lets arms through"]),
        ),
        (
            SAYING,
            ["Vestwire", "an officer as"],
            "quotes",
            ["the ridge had fallen"],
            (["an officer"], ["saying"], ["the ridge had fallen"]),
            (["Vestwire"], ["quotes"], ["an officer as saying that the ridge had fallen"]),
        ),
        (
            AGREED,
            ["two diplomats", "Tamm and Orlin"],
            "According to",
            ["to open the road"],
            (["Tamm and Orlin"], ["agreed"], ["to open the road"]),
            (["two diplomats"], ["According to"], ["Tamm and Orlin agreed to open the road"]),
        ),
        (
            ASIDE,
            ["The general", "it"],
            "added",
            ["the loss"],
            (["The general"], ["regretted"], ["the loss"]),
            (["it"], ["added"], ["The general", "regretted the loss"]),
        ),
        (
            OWNED,
            ["He", "the junta's"],
            "dismissed",
            ["an inquiry"],
            (["the junta's"], ["offer"], ["an inquiry"]),
            (["He"], ["dismissed"], ["the junta's offer of an inquiry"]),
        ),
    ],
)
def test_who_passes_on_another_is_told_apart(
    text: str,
    source: list[str],
    cue: str,
    content: list[str],
    inner: Parts,
    outer: Parts,
) -> None:
    found = told(text, read(text, source, cue, content))
    assert sorted(map(str, found)) == sorted(map(str, (inner, outer)))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The envoy, her office announced, brings a plan.",
            ["The envoy", "her office"],
            "announced",
            ["brings a plan"],
        ),
        (
            "The ministry admitted that they left. Last week the colonel denied it.",
            ["The ministry", "the colonel"],
            "admitted",
            ["they left"],
        ),
    ],
)
def test_two_who_do_not_pass_on_each_other_stay_one(text: str, source: list[str], cue: str, content: list[str]) -> None:
    attribution = read(text, source, cue, content)
    assert unfold(text, [attribution], sentences(text, "en")) == [attribution]


def test_what_the_model_found_by_itself_is_not_told_twice() -> None:
    whole = read(SAYING, ["Vestwire", "an officer"], "quotes", ["the ridge had fallen"])
    again = read(SAYING, ["an officer"], "saying", ["that the ridge had fallen"])
    assert len(told(SAYING, whole, again)) == 2


def test_what_one_could_not_confirm_another_says() -> None:
    text = "The envoy said the ministry could not confirm the loss."
    outer, inner = told(text, read(text, ["The envoy", "the ministry"], "said", ["the loss"]))
    assert inner == (["the ministry"], ["could not confirm"], ["the loss"])
    assert outer == (["The envoy"], ["said"], ["the ministry could not confirm the loss"])
