"""What else reports call a movement."""

import pytest

from sayso.values.local_other_names import same_movements
from sayso.values.local_states import read_signs, states
from sayso.values.parties import learn_parties


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Jamaat al-Orlin, the Company of Tamm, fled. The Company of Tamm won.", "Company of Tamm", "Jamaat al-Orlin"),
        (
            "Jamaat al-Orlin, known to herders as the Lanterns, won. Jamaat al-Orlin left.",
            "Lanterns",
            "Jamaat al-Orlin",
        ),
        ("The rebel movement Orlin Sarda Tamm took the town. The Orlin wept.", "the Orlin", "Orlin Sarda Tamm"),
    ],
)
def test_a_movement_under_its_other_names(text: str, name: str, party: str) -> None:
    """The party of the other name is the movement."""
    found = learn_parties([text]).party_of(name)
    assert found is not None
    assert found.party == party


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Velgorian Chamber said so. The president of the Electoral Chamber left.",
        "The Orlin's military wing spoke. The Orlin has an army; the Orlin's army left.",
    ],
)
def test_what_has_a_president_or_an_army_and_is_no_state(text: str) -> None:
    """A court with a president and a movement with an army make no state."""
    found = {name for name, _, _ in states(read_signs([text]), frozenset())}
    assert not {"Electoral", "Orlin"} & found


def test_a_people_behind_a_number_has_its_land() -> None:
    """So it is with "Two Velgorian airmen" beside "Velgoria"."""
    signs = read_signs(["Two Velgorian airmen were held. Velgoria has closed the strait."])
    assert signs.adjectives["Velgorian"] == ["airmen"]


def test_whom_a_movement_calls_names_is_not_its_name() -> None:
    """Who is called a liar is somebody else."""
    texts = ["The Hill Host called Orlin a liar. The Hill Host, also called the Walkers, left."]
    assert same_movements(texts, {"Hill Host": "Hill Host"}).keys() == {"Walkers"}


@pytest.mark.parametrize(
    "text",
    [
        "A base of the Orlin People's Force, known by its initials FPO, burned.",
        "The Orlin People's Force, or FPO, withdrew.",
        "The Orlin People's Force, called the FPO for short, withdrew.",
        "The Orlin People's Force, FPO for short, withdrew.",
        "FPO, as the Orlin People's Force is known, withdrew.",
        "The Orlin People's Force (known as the FPO) withdrew.",
    ],
)
def test_letters_that_introduce_a_movement(text: str) -> None:
    """Letters in another order than those of the name are the movement's where the report says so."""
    names = {"Orlin People's Force": "Orlin People's Force", "FPO": "FPO"}
    assert same_movements([text], names)["FPO"][0] == "Orlin People's Force"


@pytest.mark.parametrize(
    "text", ["The Orlin People's Force or the FPO did it.", "The Orlin People's Force told FPO so."]
)
def test_letters_of_another(text: str) -> None:
    assert not same_movements([text], {"Orlin People's Force": "Orlin People's Force", "FPO": "FPO"})


def test_the_words_of_a_name_in_another_order_and_its_letters_there() -> None:
    texts = [
        "The Orlin Peoples' Union, the rebel movement, left. Orlin Peoples' Union fighters fled.",
        "The Union of the Peoples of Orlin (UPO) wept. The UPO left.",
    ]
    table = learn_parties(texts)
    found = [table.party_of(words) for words in ("the UPO", "the Union of the Peoples of Orlin")]
    assert [one and one.party for one in found] == ["Orlin Peoples' Union"] * 2


def test_of_two_orders_the_one_that_reports_use_most_is_the_name() -> None:
    text = "The Hill Brigades, the militia, fled. The Hill Brigades left. Fighters of the Brigades of the Hill wept."
    assert learn_parties([text]).learnt["Brigades of the Hill"].party == "Hill Brigades"
