"""A method that answers the same words once."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.values import remembered as module
from sayso.values.remembered import remembered


@dataclass(frozen=True, eq=False)
class _Counting:
    asked: list[str] = field(default_factory=list)

    @remembered
    def length(self, words: str) -> int:
        """How long the words are."""
        self.asked.append(words)
        return len(words)


def test_the_same_words_are_asked_for_once_of_each_object() -> None:
    one, other = _Counting(), _Counting()
    assert [one.length("Orlin"), one.length("Orlin"), other.length("Orlin")] == [5, 5, 5]
    assert (one.asked, other.asked) == (["Orlin"], ["Orlin"])


def test_no_more_answers_are_kept_than_there_is_room_for() -> None:
    counting = _Counting()
    for at in range(module.MOST + 2):
        counting.length(str(at))
    assert len(vars(counting)["_answers_of_length"]) == 2
