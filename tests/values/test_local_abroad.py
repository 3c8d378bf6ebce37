"""What shows where a side is, and the city in a byline."""

import pytest

from sayso.values.local_abroad import published_in, shown_beside


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The cabinet blamed neighbouring Ostria for it.", ["neighbour"]),
        ("It blamed the neighbouring republic of Ostria.", ["neighbour"]),
        ("A drone that had crossed the border from Ostria fell.", ["over the border"]),
        ("Thousands fled to Ostria.", ["over the border"]),
        ("Ostria's ambassador left.", ["its mission"]),
        ("It struck Ostria's western hill province.", ["its soil"]),
        ("Ostria's army left.", []),
    ],
)
def test_where_a_side_is(text: str, signs: list[str]) -> None:
    at = text.index("Ostria")
    assert list(shown_beside(text, at, at + len("Ostria"))) == signs


def test_the_city_of_a_newspaper_stands_before_the_day() -> None:
    assert published_in("Town holds\n\n(Original: newspaper The Courier, Orlin, 7 March 2021)\n\nIt held.") == ["Orlin"]
    assert published_in("The mayor, Darko Reth, 7 of his guards and a driver were hurt.") == []
