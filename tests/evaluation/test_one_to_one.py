"""Each matter told answers one gold matter."""

from __future__ import annotations

from evaluation.one_to_one import pair


def matter(place: str, *evidence: str) -> dict[str, object]:
    rows = [{"report": "01", "evidence": each} for each in evidence]
    return {"kind": "control", "question": f"Who controls {place}?", "names": ["Orlin"], "positions": rows}


WIDE = matter("Orlin", "the town is ours", "the bridge is theirs", "the hill has fallen")


def test_a_wide_question_answers_only_one() -> None:
    wanted = [matter("Orlin", "the bridge is theirs"), matter("Orlin", "the town is ours", "the hill has fallen")]
    assert pair(wanted, [WIDE], {}) == [(1, 0, 2)]


def test_what_is_left_goes_to_the_next() -> None:
    wanted = [matter("Orlin", "the bridge is theirs", "the hill has fallen"), matter("Orlin", "the town is ours")]
    assert pair(wanted, [WIDE, matter("Orlin", "the town is ours")], {}) == [(0, 0, 2), (1, 1, 1)]


def test_other_places_and_other_words_are_no_answer() -> None:
    assert pair([matter("Orlin", "the mill burns")], [WIDE], {}) == []
    assert pair([matter("Orlin", "the town is ours")], [matter("Kesh", "the town is ours")], {}) == []
