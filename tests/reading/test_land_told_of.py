"""Whose "the army" is in a report on several states: that of its heading, of its headline, of the land it names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

from sayso.reading.land_told_of import by_section, is_one_section, land_at_home
from sayso.reading.scene import Scene
from sayso.types import Report, Span
from sayso.values.local_home import Home
from sayso.values.parties import learn_parties

LIST = (
    "Incidents of the week\n\n"
    "DORIK (Hills, Chad). On Sunday raiders came. The government gave no toll.\n\n"
    "TAMM. A mine went off. The police spoke of two dead.\n\n"
    "ULMEK (Kenya). The army of Kenya left. The army gave no reason.\n"
)
PAPER = "Shelling goes on\nUlmek, Kenya\n\nA shell fell. The ministry of defence was silent.\n"


@pytest.mark.parametrize(
    ("words", "party"), [("The government", "Chad"), ("The police", "Chad"), ("The army gave", "Kenya")]
)
def test_the_army_is_of_the_state_in_the_heading_above(words: str, party: str) -> None:
    at = LIST.index(words)
    found = by_section(LIST, Span(at, at + 5), learn_parties([LIST]))
    assert found is not None
    assert found[0] == party


def test_a_line_with_town_and_state_heads_what_follows() -> None:
    assert speaker_of(scene_of(PAPER), "The ministry of defence").party == "Kenya"


def test_the_army_of_another_section_is_another_army() -> None:
    table = learn_parties([LIST])
    first, second, third = (LIST.index(words) for words in ("The government", "The police", "The army gave"))
    assert is_one_section(LIST, first, second, table)
    assert not is_one_section(LIST, second, third, table)


@pytest.mark.parametrize(
    ("opening", "party"),
    [
        ("In northern Kenya, the army left Ulmek on Monday.", "Kenya"),
        ("In Kenya, shells fell on a market.", ""),
        ("Kenya's army left Ulmek.", ""),
    ],
)
def test_a_paragraph_is_about_the_state_whose_army_its_opening_words_tell_of(opening: str, party: str) -> None:
    text = f"Chad was quiet.\n\n{opening} The ministry of defence denied it."
    at = text.index("The ministry")
    found = by_section(text, Span(at, at + 12), learn_parties([text]))
    assert (found[0] if found else "") == party


def at_home(text: str, title: str | None, home: str) -> str:
    table = replace(learn_parties([text]), home=Home(home, "x"))
    scene: Scene = scene_of(text, [("LOC", land) for land in ("Chad", "Kenya", "Sudan") if land in text])
    report: Report = replace(scene.report, title=title)
    found = land_at_home(report, scene.sides._states, table)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("text", "title", "home", "party"),
    [
        ("Chad and Chadian troops stay. The army lied. Kenya saw it.", None, "Chad", "Chad"),
        ("Kenya left. Kenyan troops went. The army lied.", None, "Chad", "Kenya"),
        ("Sudan and Sudan and Kenya. The army lied.", "Kenya: army leaves Ulmek", "Chad", "Kenya"),
        ("Kenya left. The army lied.", None, "Velgoria", "Velgoria"),
        ("A shell fell. The army lied.", None, "Chad", "Chad"),
    ],
)
def test_the_state_of_most_reports_is_not_at_home_where_a_report_hardly_names_it(
    text: str, title: str | None, home: str, party: str
) -> None:
    assert at_home(text, title, home) == party


def test_a_long_text_is_read_quickly() -> None:
    text = "Orlin Tamm " * 1000 + "(" * 1000 + "In the Orlin " * 800
    assert by_section(text, Span(len(text) - 5, len(text)), learn_parties([])) is None


def test_each_heading_of_a_long_list_is_looked_up_once() -> None:
    text = "\n\n".join(f"ORLIN (District {at}, Velgoria). The army moved." for at in range(200))
    asked: list[str] = []

    class Counting:
        """A table that counts what it is asked."""

        home = None

        def party_of(self, phrase: str) -> None:
            """Nobody."""
            asked.append(phrase)

        def people_of(self, party: str) -> str:
            """None."""
            return ""

        def home_of(self, town: str) -> None:
            """Nowhere."""

    table = Counting()
    for at in range(0, len(text), 50):
        is_one_section(text, at, len(text), table)
    assert len(asked) == 200
