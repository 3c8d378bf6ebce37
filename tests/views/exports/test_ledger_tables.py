from __future__ import annotations

from dataclasses import replace

from tests.views.exports.made import BRIEF

from sayso.types import Span
from sayso.views.exports.ledger_tables import ledger_table


def test_the_words_of_a_statement_are_those_between_its_offsets() -> None:
    first, *others = BRIEF.statements
    whole = first.content[0]
    broken = replace(first, content=(Span(whole.start, whole.start + 4), Span(whole.end - 5, whole.end)))
    table = ledger_table("statements", replace(BRIEF, statements=(broken, *others)), ())
    rows = [dict(zip((c.name for c in table.columns), row, strict=True)) for row in table.rows]
    texts = {report.id: report.text for report in BRIEF.reports}
    assert all(
        row["text"] == texts[str(row["report_id"])][int(row["start"] or 0) : int(row["end"] or 0)] for row in rows
    )
    assert rows[0]["pieces"] == f"{whole.start}-{whole.start + 4}; {whole.end - 5}-{whole.end}"
    assert {row["pieces"] for row in rows[1:]} == {None}
