from __future__ import annotations

from evaluation.standings import judge


def row(party: str, stance: str, day: str, evidence: str = "the town") -> dict[str, str]:
    return {"party": party, "speaker": party, "stance": stance, "date": day, "report": "01", "evidence": evidence}


def test_gold_positions_give_gold_standings_or_a_line_that_says_so() -> None:
    positions = [row("Ostria", "asserts", "2021-03-02"), row("Vell", "denies", "2021-03-03")]
    wanted = [{"date": "2021-03-02", "standing": "claimed"}, {"date": "2021-03-03", "standing": "conceded"}]
    matter = {"question": "Who controls Orlin?", "kind": "control", "positions": positions, "standing": wanted}
    assert judge({"matters": [matter]}) == (2, ["Who controls Orlin? 2021-03-03: conceded, read as disputed"])
