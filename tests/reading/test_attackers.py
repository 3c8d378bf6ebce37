"""Who is said to have attacked, and who is never taken for it."""

from __future__ import annotations

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.attackers import accused, attacker_of
from sayso.reading.triggers import Trigger
from sayso.types import Span, Statement


def attacker(text: str, trigger: str, statement: Statement | None = None, content: str = "") -> str:
    of = scene(text, *([statement] if statement else []))
    start, begin = text.index(trigger), text.index(content) if content else 0
    at = Trigger("attack", "", Span(start, start + len(trigger)), trigger)
    evidence = Span(begin, begin + len(content or text))
    return attacker_of(of, at, evidence, statement)


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Ostria killed two Vell officers in an air strike.", "air strike", "Ostria"),
        ("Vell rescuers searched a school in Orlin that was hit.", "was hit", ""),
        ("A depot was hit by Vell guns.", "was hit", "Vell"),
        ("A trawler was hit, tracked by an Ostria frigate's radar.", "was hit", ""),
        ("People left southern Vell ahead of strikes.", "strikes", ""),
        ("Vell scrambled jets during the attack.", "attack", ""),
        ("After Ostria shells fell, they left.", "shells fell", "Ostria"),
        ("It was deserters who had shelled Vell trenches.", "shelled", ""),
        ("Ostria shelled Orlin.", "shelled", "Ostria"),
        ("Two boats were sunk by an Ostria ship and one rocket fell ashore.", "rocket fell", ""),
        ("Shells were fired from the Vell side.", "fired from", "Vell"),
        ("Vell gunners have been shelling Orlin.", "shelling", "Vell"),
        ("Vell civilians died when a bomb fell.", "bomb fell", ""),
        ("Rufo Anka, the head of the Vell guards, was killed in the attack on Orlin.", "attack", ""),
        ("On Monday the Vell guards, an army of its own, fired the rockets.", "rockets", "Vell"),
    ],
)
def test_the_side_that_acts_is_the_attacker_and_not_the_one_that_is_hit(text: str, trigger: str, who: str) -> None:
    assert attacker(text, trigger) == who


@pytest.mark.parametrize(
    "content",
    [
        "it had killed an Ostria commander in a raid on Orlin",
        "its forces struck Ostria positions in a raid on Orlin",
        "they carried out a raid on Orlin",
        "it was escorting convoys and that its jets raided Orlin",
    ],
)
def test_who_tells_of_what_it_did_is_the_attacker(content: str) -> None:
    text = f"The army said {content}."
    statement = said(text, content, party="Vell")
    assert attacker(text, "raid", statement, content) == "Vell"


def test_who_is_told_of_aside_is_no_attacker() -> None:
    text = "Ostria fired rockets, the Vell army said, in its largest attack."
    start = text.index("the Vell army")
    by = Statement(
        "s1", "r1", (Span(start, start + 13),), (), (Span(0, 20),), "indirect", "Vell army", "Vell", "", "asserts", ""
    )
    assert attacker(text, "attack", by) == "Ostria"


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Five Vell guards were killed by a mine in Orlin.", "mine", ""),
        ("Two Vell soldiers died when a shell fell.", "shell fell", ""),
        ("Six Vell drivers, kidnapped near Orlin on Monday, were freed.", "kidnapped", ""),
        ("Two nationals of Vell kidnapped in Orlin were freed.", "kidnapped", ""),
        ("It asked Vell to use radar pictures to find out who fired.", "fired", ""),
        ("Vell jets, based in Tamm, bombed Orlin.", "bombed", "Vell"),
        ("Vell troops had taken the hill and shelled Orlin.", "shelled", "Vell"),
    ],
)
def test_whoever_was_hit_or_only_asked_is_no_attacker(text: str, trigger: str, who: str) -> None:
    assert attacker(text, trigger) == who


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Terrorists stormed the camp.", "stormed", "enemy"),
        ("The camp was hit by enemy fire.", "was hit", "enemy"),
        ("An air strike neutralised 17 terrorists.", "air strike", ""),
        ("Twelve militants were killed in an air strike.", "air strike", ""),
    ],
)
def test_an_enemy_without_a_name_attacks_only_where_it_acts(text: str, trigger: str, who: str) -> None:
    assert attacker(text, trigger) == who


def test_who_tells_that_enemies_were_hit_tells_of_its_own_deed() -> None:
    text = "A drone strike killed 17 terrorists near Tamm, a colonel said."
    content = "A drone strike killed 17 terrorists near Tamm"
    assert attacker(text, "drone strike", said(text, content), content) == "Vell"
    blamed = said(text, content, stance="accuses")
    assert attacker(text, "drone strike", blamed, content) == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("He accused Vell of an attack.", "Vell"),
        ("He accused both sides of an attack. Vell was silent.", ""),
        ("He blamed an attack on robbers, and Vell on nobody.", ""),
    ],
)
def test_only_who_is_named_by_an_accusation_itself_is_accused(text: str, who: str) -> None:
    cue = text.split(" ")[1]
    at = text.index(cue)
    one = Statement("s", "r", (), (Span(at, at + len(cue)),), (), "indirect", "", "", "", "accuses", None)
    assert accused(scene(text), one) == who
