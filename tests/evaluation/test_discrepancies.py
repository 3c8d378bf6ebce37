from __future__ import annotations

import json
from pathlib import Path

from evaluation.discrepancies import compare

from sayso.types import Brief, Discrepancy, Report, Span


def test_two_passages_of_the_gold_in_one_that_is_listed(tmp_path: Path) -> None:
    reports = tuple(Report(id=name, text="", path=f"{name}.txt") for name in ("one", "two"))
    texts = ("the Council counted forty buses", "the town hall makes it nine")
    listed = Discrepancy("number", "buses", ("one", "two"), (Span(0, 1), Span(0, 1)), texts, 1.0, "")
    other = Discrepancy("number", "tanks", ("one", "two"), (Span(0, 1), Span(0, 1)), ("a", "b"), 1.0, "")
    brief = Brief(reports, (), (), (), (listed, other), (), (), (), ())
    wanted = [
        {"what": "buses: 40, 9", "reports": ["01", "02"], "evidence": ["forty buses", "makes it nine"]},
        {"what": "who did it", "reports": ["01", "02"], "evidence": ["the army", "the Front"]},
    ]
    (tmp_path / "ledger.json").write_text(json.dumps({"discrepancies": wanted}), encoding="utf8")
    (tmp_path / "map.json").write_text(json.dumps({"01": "one", "02": "two"}), encoding="utf8")
    found, missed, beside = compare(brief, tmp_path)
    assert ([f["what"] for f in found], [m["what"] for m in missed]) == (["buses: 40, 9"], ["who did it"])
    assert beside == [other]
