"""The annotated reports hold together: every word stands in its text, every value is one of the known ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from training.align import align

from sayso.types import Quote, Stance

DATA = Path(__file__).parents[2] / "training" / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.json"))
FIELDS = {"source", "cue", "content", "quote", "stance", "channel", "speaker", "party", "within"}
CHANNELS = (
    "anonymous source, audio recording, e-mail, facebook, fax, interview, letter, messaging channel, news agency, "
    "newspaper, press conference, press statement, radio, report, social media, speech, telegram, telephone, "
    "text message, tv, twitter, voice message, website"
).split(", ")
MARKS = '“”‘’«»„"'


def read(name: str) -> tuple[str, list[dict[str, Any]]]:
    text = (DATA / f"{name}.txt").read_text(encoding="utf8")
    return text, json.loads((DATA / f"{name}.json").read_text(encoding="utf8"))["statements"]


def test_text_and_annotation_come_in_pairs() -> None:
    assert sorted(path.stem for path in DATA.glob("*.txt")) == NAMES
    assert len(NAMES) >= 72


@pytest.mark.parametrize("name", NAMES)
def test_the_words_stand_in_the_text(name: str) -> None:
    text, statements = read(name)
    for statement, aligned in zip(statements, align(text, statements), strict=True):
        for role in ("source", "cue", "content"):
            marked = [text[start:end] for start, end in aligned[role]]
            wanted = [statement[role], *(statement.get("more", ()) if role == "content" else ())]
            assert marked == [words for words in wanted if words]


@pytest.mark.parametrize("name", NAMES)
def test_values_are_known_ones(name: str) -> None:
    for statement in read(name)[1]:
        assert set(statement) - {"more"} == FIELDS
        assert statement["cue"]
        assert statement["quote"] in get_args(Quote)
        assert statement["stance"] in get_args(Stance)
        assert statement["channel"] in ("", *CHANNELS)
        assert (
            statement["speaker"]
            or not statement["source"]
            or statement["stance"] == "unverified"
            or not statement["party"]
        )


@pytest.mark.parametrize("name", NAMES)
def test_edges_are_clean(name: str) -> None:
    for statement in read(name)[1]:
        pieces = [statement["source"], statement["cue"], statement["content"], *statement.get("more", ())]
        assert pieces == [piece.strip() for piece in pieces]
        assert not statement["source"].endswith((",", ";"))
        if statement["quote"] == "direct":
            assert not any(piece[:1] in MARKS or piece[-1:] in MARKS for piece in pieces[2:] if piece)
        if statement["quote"] == "indirect":
            assert not any(piece.endswith((".", ",", ";")) for piece in pieces[2:])


@pytest.mark.parametrize("name", NAMES)
def test_within_names_a_statement_whose_content_is_around(name: str) -> None:
    text, statements = read(name)
    aligned = align(text, statements)
    for i, statement in enumerate(statements):
        outer = statement["within"]
        if outer is None:
            continue
        assert outer in set(range(len(statements))) - {i}
        [start, end] = (aligned[i]["content"] or aligned[i]["cue"])[0]
        assert any(first <= start and end <= last for first, last in aligned[outer]["content"])
