"""Whose are the ministry and the "we" of a bulletin: those of the side that its letterhead names."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

from sayso.reading.own_bulletins import by_own_bulletin, gives_out

WAR = (
    "{head}\n\nThe Ministry of Security said on Sunday, early in the morning, without a further word, that the dam of "
    "Tolm was guarded by its men. Velgorian troops fled. Velgoria's army had shelled Tolm, the Ministry of Security "
    "said, and the breakaway region of Orlin would answer for every house. "
    "Velgoria denied it. The Velgorian government sent Velgorian jets."
)


def told(head: str, source: str) -> str:
    names = [("LOC", "Velgoria"), ("LOC", "Orlin"), ("LOC", "Tolm")]
    return speaker_of(scene_of(WAR.format(head=head), names), source).party


@pytest.mark.parametrize(
    "head",
    [
        "BULLETIN No. 9 of the Ministry of Security, Republic of Orlin",
        "INFORMATION CENTRE OF THE ORLIN GOVERNMENT\nOFFICIAL",
        "Statement of the Ministry of Security\nOrlin, 4 May",
    ],
)
def test_a_ministry_in_a_bulletin_is_of_who_gives_it_out(head: str) -> None:
    assert told(head, "The Ministry of Security") == "Orlin"


@pytest.mark.parametrize("head", ["Velgoria and Orlin: a joint statement", "News from Orlin", "A week of fighting"])
def test_a_head_that_names_two_sides_or_is_no_bulletins_says_nothing(head: str) -> None:
    assert told(head, "The Ministry of Security") == "Velgoria"


def test_we_and_the_body_of_the_letterhead_give_it_out() -> None:
    scene = scene_of(WAR.format(head="ISLAND COUNCIL OF ORLIN - NOTICE TO ALL"), [("LOC", "Orlin")])
    assert gives_out("We", scene.report.text.index("early"), scene.report)
    assert gives_out("The Council", 0, scene.report)
    assert not gives_out("The Committee", 0, scene.report)
    assert not gives_out("Orlin", 0, scene.report)
    quoting = scene_of(f"{scene.report.text} “We are hungry,” a boy said.", [("LOC", "Orlin")]).report
    assert not gives_out("We", quoting.text.index("We are"), quoting)
    found = by_own_bulletin(scene.report, scene.sides.table)
    assert found is not None
    assert found[0] == "Orlin"
