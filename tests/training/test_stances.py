"""By which signs statements take which stance: what is learnt, and from what."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn", reason="the training extra is not installed")

from tests.claims.made import make_draft, make_told
from training.regressions import CONFLICTS_EACH
from training.stances import Case, from_conflict, judge, learn

from sayso.claims.learnt_stances import asked
from sayso.claims.spoken_kinds import ALWAYS
from sayso.types import Stance

ONE = make_told("asserts", party="Vell", kind="talks")
TO = asked(make_draft(ONE, kind="talks"))
REPORT = "Orlin shelled Karsk on Monday, said the army of Vell. The ministry of Orlin denied that a gun was fired."
CONFLICT = {
    "reports": [REPORT],
    "names": [{"kind": "state", "party": name, "forms": [name]} for name in ("Vell", "Orlin")],
    "questions": {"q1": {"kind": "attack", "place": "Karsk", "question": "Did Orlin shell Karsk?"}},
    "statements": [
        {
            "report": 0, "source": "the army of Vell", "cue": "said", "content": ["Orlin shelled Karsk on Monday"],
            "party": "Vell", "stance": "asserts", "kinds": ["attack"], "on": [["q1", "accuses", "Orlin shelled Karsk"]],
        },
        {
            "report": 0, "source": "The ministry of Orlin", "cue": "denied", "content": ["a gun was fired"],
            "party": "Orlin", "stance": "denies", "kinds": [], "on": [["q1", "denies", "a gun was fired"]],
        },
    ],
}  # fmt: skip


def case(sign: str, right: Stance, conflict: int) -> Case:
    return Case(ONE, TO, {ALWAYS: 1.0, sign: 2.0}, ("asserts", "by the wording"), (right,), f"p-{conflict:02}")


def test_a_sign_of_a_stance_is_learnt_and_tells_it_again() -> None:
    cases = [case(*each, n) for n in range(40) for each in (("no", "denies"), ("yes", "asserts"))]
    found = learn(cases)
    assert found["denies"]["no"] > 0
    assert judge(cases, found) == "80 positions: 0.500 by the rules, 1.000 with what was learnt"


def test_a_sign_of_few_conflicts_is_not_learnt() -> None:
    cases = [case(*each, n) for n in range(CONFLICTS_EACH - 1) for each in (("no", "denies"), ("yes", "asserts"))]
    with pytest.raises(ValueError, match="0 feature"):
        learn(cases)


def test_a_conflict_gives_a_case_for_each_statement_on_a_question() -> None:
    found = {each.right: each for each in from_conflict(CONFLICT, "p-01")}
    assert set(found) == {("accuses",), ("denies",)}
    denial = found["denies",]
    assert (denial.conflict, denial.about.kind) == ("p-01", "attack")
    assert {"c:den", "gun", "said=denies"} <= set(denial.signs)
