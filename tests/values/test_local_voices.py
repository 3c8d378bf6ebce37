from sayso.values.local_chairs import Sides
from sayso.values.local_voices import voices

SIDES = Sides.of(
    {"Velgoria": "Velgoria", "Velgorian": "Velgoria", "Ostrania": "Ostrania", "Ostranian": "Ostrania"},
    {"Belcanu": "Velgoria"},
    {},
)


def _signs(text: str) -> dict[str, dict[str, int]]:
    every = voices([text], ["Tolmigrad"], SIDES)["Tolmigrad"]
    found = {side: {sign: n for sign, n in signs.items() if n} for side, signs in every.items()}
    return {side: signs for side, signs in found.items() if signs}


def test_who_tells_reporters_in_a_city_is_at_home_there() -> None:
    for text in (
        "The Velgorian defence ministry told reporters in Tolmigrad that the bridge stood.",
        "Colonel Belcanu said on state television in Tolmigrad that the bridge stood.",
        'The Velgorian army denied the charge. "Nothing flew," he told a press conference in Tolmigrad.',
    ):
        assert _signs(text) == {"Velgoria": {"speaks in": 1}}


def test_who_is_named_in_what_is_told_there_is_not() -> None:
    assert not _signs("An Ostranian frigate had fired first, the colonel told reporters in Tolmigrad.")
    assert not _signs("The Velgorian ambassador told reporters after his visit in Tolmigrad that the bridge stood.")


def test_whom_a_city_speaks_of_it_is_not() -> None:
    assert _signs("Tolmigrad accuses Ostrania of shelling the bridge.") == {"Ostrania": {"against it": 1}}
    assert _signs("Tolmigrad said that Ostranian guns had shelled the bridge.") == {"Ostrania": {"told of by it": 1}}
    assert _signs("Talks between Ostrania and Tolmigrad have ended.") == {"Ostrania": {"beside it": 1}}


def test_the_head_of_a_report_says_nothing_of_that() -> None:
    assert not _signs("Tolmigrad, May 3 (Velpress) - Ostranian guns shelled the bridge.")
