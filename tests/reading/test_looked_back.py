"""Sources that point back at what was named before."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

from sayso.reading.scene import Speaker, Told
from sayso.types import Span

AGENCY = ("ORG", "International Water Agency")


@pytest.mark.parametrize("source", ["The MoD", "The Russian MoD"])
def test_a_short_form_in_brackets_is_the_name_before_it(source: str) -> None:
    scene = scene_of(f"The Russian Ministry of Defense (MoD) was silent. {source} spoke.")
    spoke = speaker_of(scene, source)
    assert (spoke.name, spoke.party) == ("Russian Ministry of Defense", "Russia")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mara Venn heads the International Water Agency. The agency said so.", "International Water Agency"),
        ("Mara Venn heads the IWA. The agency said so.", "IWA"),
        ("Mara Venn heads the Orlin Works. The agency said so.", "agency"),
        ("Mara Venn heads the IWA.\n\nThe agency said so.", "agency"),
    ],
)
def test_the_agency_is_the_body_named_last_that_is_one(text: str, name: str) -> None:
    named = [("ORG", each) for each in ("International Water Agency", "IWA", "Orlin Works") if each in text]
    assert speaker_of(scene_of(text, named), "The agency").name == name


def test_one_of_them_is_of_those_named_before() -> None:
    scene = scene_of('A film shows Ukrainian soldiers at a mill. "It is ours," one of them says.')
    spoke = speaker_of(scene, "one of them")
    assert (spoke.name, spoke.party) == ("one of the Ukrainian soldiers", "Ukraine")


def test_another_is_the_next_of_a_kind() -> None:
    scene = scene_of("One blogger said that the mill was lost. Another complained of the guns.")
    told = Told(0, Speaker("a blogger", "Ostra", ("party: told",), "described"), (Span(17, 39),))
    spoke = speaker_of(scene, "Another", [told])
    assert (spoke.name, spoke.party) == ("another blogger", "Ostra")


def test_the_statement_is_of_who_spoke_last() -> None:
    scene = scene_of("The Orlin Guard announced a strike in a statement. A ship was hit, the statement said.")
    told = Told(0, Speaker("Orlin Guard", "Orlin Guard", ("party: told",), "body"), (Span(26, 34),))
    assert speaker_of(scene, "the statement", [told]).name == "Orlin Guard"
