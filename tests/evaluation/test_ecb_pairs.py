from __future__ import annotations

from evaluation.ecb_pairs import Placed, pairs_of

from sayso.types import Claim, Span


def placed(report: str, *chains: str, matter: str = "") -> Placed:
    claim = Claim(f"c-{report}", report, None, "attack", (), "+", "actual", None, Span(0, 1))
    return Placed(claim, frozenset(chains), "1", frozenset({matter} - {""}), "")


def test_pairs_are_of_two_reports_and_one_in_the_gold_or_joined() -> None:
    claims = [placed("a", "e1", matter="m"), placed("b", "e1"), placed("c", "e2", matter="m"), placed("c", "e1")]
    found = [(a.claim.report, b.claim.report, gold, joined) for a, b, gold, joined in pairs_of(claims)]
    assert found == [
        ("a", "b", True, False),
        ("a", "c", False, True),
        ("a", "c", True, False),
        ("b", "c", True, False),
    ]
