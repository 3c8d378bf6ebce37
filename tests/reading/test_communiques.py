"""Who gives out a communiqué: by its letterhead, by its signature; and that an ordinary report has neither."""

from __future__ import annotations

import pytest

from sayso.reading.communiques import carry_whole, headed_or_signed, issuer_of
from sayso.reading.quotes import find_quotations
from sayso.reading.roster import build_roster
from sayso.reading.scene import Scene
from sayso.reading.sentences import sentences
from sayso.reading.sides import Sides
from sayso.reading.source_phrases import ISSUES
from sayso.reading.speakers import resolve_source
from sayso.types import Attribution, Report, Span
from sayso.values.parties import learn_parties

RUNNING = "Our forces took the mill of Tamm in the night and hold the road behind it."


def report_of(text: str, *dateline: str, outlet: str | None = None) -> Report:
    return Report(id="r", text=text, path="r.txt", outlet=outlet, dateline=dateline)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"NORTHERN SALT FRONT\nMilitary Spokesperson\nStatement No. 7\n\n{RUNNING}", "NORTHERN SALT FRONT"),
        (f"Northern Salt Front\n3 May 2024\n\n{RUNNING}", "Northern Salt Front"),
        (f"Press Office of the Northern Salt Front\n\n{RUNNING}", "Northern Salt Front"),
        (f"Praise be\n\n{RUNNING}\n\nCol. Ilmo Reth\nOfficial Spokesperson of the Salt Front", "Salt Front"),
        (f"To our people\n\n{RUNNING}\n\nGeneral Command of the Army of Ostria", "Army of Ostria"),
        ("Ministry of War of Ostria\n\nThe mill is ours.\n\nMinistry of War of Ostria", "Ministry of War of Ostria"),
        (f"Telegram\nIlmo Reth @ilmoreth\n3 May 2024, 07:12\n\n{RUNNING}", "Ilmo Reth"),
        (f"Ilmo Reth (@ilmoreth) · 3 May\n\n{RUNNING}", "Ilmo Reth"),
        (f"SALT FRONT\nPress Release\n\n{RUNNING}\n\nSpokesman of the Salt Front", "Salt Front"),
    ],
)
def test_letterhead_and_signature_show_who_gives_out_the_text(text: str, issuer: str) -> None:
    found = issuer_of(report_of(text))
    assert found is not None
    assert text[found.start : found.end] == issuer


@pytest.mark.parametrize(
    "text",
    [
        f"NORTHERN SALT FRONT\n\n“{RUNNING}” its spokesman said.",
        "Orlin Harbour Committee\n\nThe harbour was shelled, the committee said. We saw the smoke.",
        f"The Tamm Register\n\n{RUNNING}",
        f"Front takes the mill\n\n{RUNNING}\n\nThe spokesman of the Front did not answer.",
        "Northern Salt Front",
    ],
)
def test_a_name_over_a_text_alone_shows_nobody(text: str) -> None:
    assert issuer_of(report_of(text)) is None


def test_a_dispatch_with_dateline_and_outlet_is_no_communique() -> None:
    text = f"SALT FRONT\nStatement No. 7\n\nTAMM, 3 May 2024 (Tarn Wire) - {RUNNING}"
    assert headed_or_signed(report_of(text, "TAMM", outlet="Tarn Wire")) is None
    assert headed_or_signed(report_of(text)) is not None


def test_our_forces_are_those_of_the_issuer_and_not_of_an_enemy_whom_the_sentence_names() -> None:
    said = "Our forces deny what the Army of Ostria tells of Orlin."
    text = f"SALT FRONT\nStatement No. 7\n\n{said} “We are hungry,” a soldier of Ostria said."
    report = report_of(text)
    roster = build_roster(text, [])
    scene = Scene(report, roster, Sides(report, roster, learn_parties([text])), find_quotations(text))
    at = text.index("Our forces")
    speaker = resolve_source(scene, (Span(at, at + len("Our forces")),), None, ())
    assert speaker.party == "SALT FRONT"
    assert any(line.startswith(ISSUES) for line in speaker.because)
    quoted = text.index("We are")
    assert resolve_source(scene, (Span(quoted, quoted + 2),), None, ()).party != "SALT FRONT"


def test_what_no_verb_of_saying_introduces_is_said_by_the_issuer_too() -> None:
    text = f"SALT FRONT\nStatement No. 7\n\n1. {RUNNING}\n2. We deny that we burnt it.\n\nSpokesman of the Salt Front"
    at = text.index("We deny")
    denied = Attribution((Span(at, at + 2),), (Span(at + 3, at + 7),), (Span(at + 13, at + 25),))
    added = carry_whole(report_of(text), [denied], sentences(text))[1:]
    assert [text[each.content[0].start : each.content[0].end] for each in added] == [RUNNING.rstrip(".")]
    assert all(text[each.source[0].start : each.source[0].end] == "Salt Front" for each in added)
    assert carry_whole(report_of(RUNNING), [denied], sentences(RUNNING)) == [denied]
