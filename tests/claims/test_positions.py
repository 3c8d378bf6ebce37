from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_draft, make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.learnt_stances import HOLDS_IT_NOT
from sayso.claims.matters import Draft
from sayso.claims.positions import held_of, relational, weigh
from sayso.claims.told import Told
from sayso.types import Span, Stance


def read(one: Told, draft: Draft) -> tuple[Stance, str]:
    return relational(one, held_of(draft), draft)


@pytest.mark.parametrize(
    ("stance", "party", "kind", "slots", "polarity", "wanted"),
    [
        ("asserts", "Ostria", "control", {"change": "gained", "holder": "Ostria"}, "+", "asserts"),
        ("asserts", "Vell", "control", {"change": "lost", "from": "Vell"}, "+", "concedes"),
        ("asserts", "Vell", "control", {"change": "gained", "holder": "Vell"}, "-", "concedes"),
        ("asserts", "Vell", "fighting", {}, "+", "denies"),
        ("asserts", "Vell", "control", {"change": "held"}, "+", "denies"),
        ("asserts", "Vell", "control", {"change": "lost", "from": "Vell"}, "-", "denies"),
        ("withholds", "Vell", "control", {"change": "lost"}, "+", "withholds"),
        ("unverified", "", "control", {"change": "gained"}, "+", "unverified"),
        ("endorses", "Marn", "control", {"change": "gained"}, "+", "endorses"),
    ],
)
def test_on_who_holds_a_place(
    stance: Stance, party: str, kind: str, slots: dict[str, str], polarity: str, wanted: str
) -> None:
    told = make_told(stance, slots, party=party, kind=kind, polarity=polarity)
    assert read(told, make_draft(told, holder="Ostria"))[0] == wanted


def test_not_to_have_taken_a_place_denies_it_whoever_is_thought_to_hold_it() -> None:
    slots = {"change": "gained", "holder": "Ostria"}
    told = make_told("denies", slots, party="Ostria", kind="control", polarity="-")
    for holder in ("", "Ostria"):
        assert weigh(make_draft(told, holder=holder), {})[0].position.stance == "denies"


@pytest.mark.parametrize("stance", ["asserts", "concedes"])
def test_who_says_that_a_place_is_not_its_own_concedes_it_for_that_reason(stance: Stance) -> None:
    told = make_told(stance, {"change": "gained", "holder": "Vell"}, party="Vell", polarity="-")
    assert read(told, make_draft(told, holder="Ostria")) == ("concedes", f"Vell{HOLDS_IT_NOT}")


def test_to_speak_of_a_loss_that_may_come_concedes_nothing() -> None:
    told = make_told("asserts", {"change": "lost", "from": "Vell"}, party="Vell", kind="control")
    feared = replace(told, claim=replace(told.claim, modality="possible"))
    for one, wanted in ((told, "concedes"), (feared, "asserts")):
        assert read(one, make_draft(one, holder="Ostria"))[0] == wanted


def test_who_is_no_side_denies_nothing_by_speaking_of_fighting() -> None:
    asks, side = (make_told("asserts", party=party, kind="fighting") for party in ("Marn; Tol", "Vell"))
    for told, wanted in ((asks, "other"), (side, "denies")):
        assert read(told, make_draft(told, holder="Ostria", opposed=("Ostria", "Vell")))[0] == wanted


def test_ones_own_dead_are_conceded_and_the_enemys_asserted() -> None:
    draft = make_draft(kind="casualties", of="Vell")
    own = make_told("asserts", {"of": "Vell"}, party="Vell", kind="casualties")
    enemy = make_told("asserts", {"of": "Vell"}, party="Ostria", kind="casualties")
    assert read(own, draft)[0] == "concedes"
    assert read(replace(own, statement=replace(own.statement, stance="confirms")), draft)[0] == "concedes"
    assert read(enemy, draft)[0] == "asserts"


@pytest.mark.parametrize(
    ("stance", "text", "wanted"),
    [
        ("accuses", "The Front claimed responsibility for the bomb.", "asserts"),
        ("asserts", "The Front took full responsibility.", "asserts"),
        ("denies", "The Front denied having claimed responsibility.", "denies"),
        ("concedes", "Two of its soldiers had been killed by the shells.", "asserts"),
        ("concedes", "Its soldiers fired the shells.", "concedes"),
    ],
)
def test_on_who_did_it_a_deed_is_claimed_and_own_dead_own_up_to_nothing(
    stance: Stance, text: str, wanted: Stance
) -> None:
    one = make_told(stance, kind="attack", party="Vell", text=text)
    assert read(one, make_draft(one, kind="attack", opposed=("Ostria", "Vell")))[0] == wanted


@pytest.mark.parametrize(
    ("cue", "wanted"), [("signed", "endorses"), ("said", "asserts"), ("has not signed", "asserts")]
)
def test_who_signs_or_accepts_a_truce_endorses_it(cue: str, wanted: Stance) -> None:
    text = f"Vell {cue} the truce."
    one = make_told("asserts", kind="truce", party="Vell", text=text)
    one = replace(one, statement=replace(one.statement, cue=(Span(5, 5 + len(cue)),)))
    assert read(one, make_draft(one, kind="truce"))[0] == wanted


def test_rejecting_what_is_said_against_ones_own_claim_asserts_it() -> None:
    told = make_told("denies", party="Ostria", own=False)
    assert read(told, make_draft(told, holder="Ostria"))[0] == "asserts"


def test_a_remark_of_an_opponent_on_the_claim_denies_it() -> None:
    told = make_told("asserts", party="Vell", own=False)
    assert read(told, make_draft(told, holder="Ostria", opposed=("Ostria", "Vell")))[0] == "denies"
    assert read(told, make_draft(told, holder="Ostria"))[0] == "asserts"


def test_a_copy_adds_no_position_that_its_dispatch_has() -> None:
    told = make_told("asserts", {"change": "gained"}, party="Ostria")
    copy = replace(told, report=replace(told.report, id="r2"), statement=replace(told.statement, id="s2"))
    assert len(weigh(make_draft(told, copy), {"r1": "r1", "r2": "r2"})) == 2
    assert [one.position.report for one in weigh(make_draft(told, copy), {"r1": "r1", "r2": "r1"})] == ["r1"]


def test_taking_back_is_seen_in_the_words() -> None:
    told = make_told("concedes", party="Ostria", text="The ministry withdrew its statement; it was an error.")
    assert weigh(make_draft(told), {})[0].takes_back


def test_a_shot_of_ones_own_that_went_astray_is_conceded_and_the_deed_of_others_an_accusation() -> None:
    sides = ("Ostria", "Vell")
    for text, party, stance in (
        ("A bomb may have strayed.", "Ostria", "concedes"),
        ("Troops of Ostria blew up the bridge.", "Vell", "accuses"),
        ("The separatists blew up the bridge.", "Ostria", "accuses"),
        ("The bridge was hit at noon.", "Vell", "accuses"),
        ("We hit the bridge at noon.", "Vell", "asserts"),
        ("The bridge was hit at noon.", "", "asserts"),
        ("It was a technical failure.", "Vell", "denies"),
    ):
        one = make_told("asserts", kind="attack", party=party, text=text)
        assert read(one, make_draft(one, kind="attack", opposed=sides))[0] == stance, text


def test_a_remark_of_who_is_accused_denies() -> None:
    charge = make_told("accuses", {"attacker": "Vell"}, kind="attack", party="Ostria")
    draft = make_draft(charge, kind="attack", opposed=("Ostria", "Vell"))
    for party, stance in (("Vell", "denies"), ("Tamm", "other")):
        assert read(make_told("other", kind="attack", party=party, own=False), draft)[0] == stance


def test_a_remark_of_who_tells_the_deed_itself_denies_nothing() -> None:
    slots = {"attacker": "Vell"}
    charge = make_told("accuses", slots, kind="attack", party="Ostria", text="Vell shelled Orlin.")
    owned = make_told("announces", kind="attack", party="Vell", text="Orlin was struck.")
    draft = make_draft(charge, owned, kind="attack", opposed=("Ostria", "Vell"))
    assert read(make_told("other", kind="attack", party="Vell", own=False), draft)[0] == "other"


def test_who_says_that_others_send_fighters_accuses_and_of_itself_concedes() -> None:
    for party, stance in (("Ostria", "accuses"), ("Tamm", "concedes")):
        one = make_told("asserts", {"sides": "Tamm"}, kind="foreign fighters", party=party)
        assert read(one, make_draft(one, kind="foreign fighters", opposed=("Ostria", "Vell")))[0] == stance


def test_what_a_report_asks_in_its_own_voice_is_no_position() -> None:
    asked, checked = make_told("denies", speaker="The Lamp"), make_told("unverified", speaker="The Lamp")
    for told, count in ((asked, 0), (checked, 1)):
        own = replace(told, report=replace(told.report, outlet="The Lamp"))
        assert len(weigh(make_draft(own), {"r1": "r1"})) == count
        assert len(weigh(make_draft(told), {"r1": "r1"})) == 1


def test_what_an_outlet_that_is_a_side_says_of_itself_is_a_position() -> None:
    told = make_told("asserts", speaker="Ministry of War", party="Ostria")
    own = replace(told, report=replace(told.report, outlet="Ministry of War"))
    assert [w.position.party for w in weigh(make_draft(own), {"r1": "r1"})] == ["Ostria"]


def test_what_an_interviewer_puts_is_no_position() -> None:
    text = "Q: Orlin has been taken."
    asked = make_told("other", speaker="the interviewer", text=text)
    turn = replace(asked.statement, source=(Span(0, 1),), cue=(Span(1, 2),), content=(Span(3, len(text)),))
    assert weigh(make_draft(replace(asked, statement=turn)), {"r1": "r1"}) == []
    assert weigh(make_draft(replace(asked, statement=turn, speaker="the mayor")), {"r1": "r1"})


@pytest.mark.parametrize(
    ("text", "stance", "count"),
    [("what Ostria says", "asserts", 0), ("what Ostria says", "denies", 1), ("citing Ostria", "asserts", 1)],
)
def test_that_somebody_says_something_is_no_position(text: str, stance: Stance, count: int) -> None:
    told = make_told(stance, party="Ostria", speaker="Ostria", text=text)
    at = text.index("Ostria")
    cue = Span(12, 16) if "says" in text else Span(0, 6)
    bare = replace(told.statement, source=(Span(at, at + 6),), cue=(cue,), content=())
    assert len(weigh(make_draft(replace(told, statement=bare)), {"r1": "r1"})) == count


@pytest.mark.parametrize(
    ("speaker", "established"),
    [("the Commission's log", True), ("technicians' report: found", True), ("the villagers' book", False)],
)
def test_who_looks_into_it_and_records_it_establishes_it(speaker: str, established: bool) -> None:
    [weighed] = weigh(make_draft(make_told("asserts", {"change": "gained"}, speaker=speaker)), {"r1": "r1"})
    assert weighed.established is established


@pytest.mark.parametrize(
    ("text", "established"),
    [
        ("three videos of wreckage at Orlin", False),
        ("the authenticity of the pictures", False),
        ("videos that show the town taken", True),
        ("the town was taken", True),
    ],
)
def test_that_a_picture_is_genuine_does_not_establish_what_it_is_about(text: str, established: bool) -> None:
    told = make_told("confirms", {"change": "gained"}, speaker="the Commission", text=text)
    assert [w.established for w in weigh(make_draft(told), {"r1": "r1"})] == [established]


def test_a_number_of_something_else_is_not_counted() -> None:
    dead = make_told("asserts", {"outcome": "killed"}, kind="casualties", text="It spoke of 11 dead.")
    births = make_told("asserts", kind="casualties", own=False, speaker="a midwife", text="She counts 300 births.")
    draft = make_draft(dead, births, kind="casualties")
    numbers = {w.position.speaker: w.number for w in weigh(draft, {"r1": "r1"})}
    assert numbers == {"somebody": (11, 11), "a midwife": None}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Some make it ten kilometres, others eleven.", None),
        ("Within ten hours it was eleven.", (11, 11)),
        ("Eleven, not twelve.", (11, 11)),
        ("It revised an earlier figure of 79.", None),
    ],
)
def test_a_number_in_the_place_of_a_measure_counts_nothing(words: str, number: tuple[int, int] | None) -> None:
    dead = make_told("asserts", {"outcome": "killed"}, kind="casualties", text=words)
    [weighed] = weigh(make_draft(dead, kind="casualties"), {"r1": "r1"})
    assert weighed.number == number


def test_a_question_of_an_interview_is_no_position() -> None:
    text = "Host: Was Orlin taken? Tarov: It was."
    asked, answered = (
        replace(told, statement=replace(told.statement, cue=(Span(cue, cue + 1),), content=(Span(cue + 2, end),)))
        for told, cue, end in (
            (make_told("asserts", speaker="the host", text=text), 4, 21),
            (make_told("asserts", party="Vell", speaker="Tarov", text=text), 28, 36),
        )
    )
    weighed = weigh(make_draft(asked, answered), {})
    assert [w.position.speaker for w in weighed] == ["Tarov"]


def test_a_side_that_others_say_holds_a_place_may_deny_it() -> None:
    said = make_told("asserts", {"change": "gained", "holder": "Ostria"}, party="Vell")
    lost = make_told("asserts", {"change": "lost", "from": "Vell"}, party="Vell", speaker="a colonel")
    denied = make_told("denies", {"change": "gained", "holder": "Ostria"}, party="Ostria", own=False)
    disowned = make_draft(said, lost, denied, holder="Ostria")
    assert [read(one, disowned)[0] for one in (said, lost, denied)] == ["asserts", "asserts", "denies"]
    claimed = make_told("asserts", {"change": "gained", "holder": "Ostria"}, party="Ostria", speaker="a general")
    both = make_draft(said, lost, denied, claimed, holder="Ostria")
    assert [read(one, both)[0] for one in (lost, denied)] == ["concedes", "asserts"]


@pytest.mark.parametrize(
    ("text", "stance"), [("40 civilians were killed.", "asserts"), ("40 were killed.", "concedes")]
)
def test_to_count_civilians_concedes_nothing(text: str, stance: Stance) -> None:
    told = make_told("asserts", {"of": "Vell"}, party="Vell", kind="casualties", text=text)
    assert read(told, make_draft(told, kind="casualties", of="Vell"))[0] == stance


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("The First Division has withdrawn from its headquarters.", "control", False),
        ("The ministry withdrew its troops.", "control", False),
        ("The governor conceded the withdrawal from Orlin.", "control", False),
        ("Its last paratroopers had been withdrawn.", "control", False),
        ("Two died of our rockets. I regret it.", "casualties", False),
        ("The shell was fired by mistake.", "attack", False),
        ("The charge was withdrawn.", "control", True),
        ("Velgoria has withdrawn.", "attack", True),
        ("The general staff dropped its 160.", "casualties", True),
        ("I was misinformed. I withdraw it.", "truce", True),
        ("He took back what he had said of the port.", "control", True),
    ],
)
def test_to_take_back_is_no_withdrawal_of_troops_and_no_regret(text: str, kind: str, wanted: bool) -> None:
    draft = make_draft(make_told("concedes", party="Ostria", text=text), kind=kind)
    assert weigh(draft, {})[0].takes_back is wanted


def test_the_words_of_one_speaker_are_shown_once() -> None:
    told = make_told("asserts", {"change": "gained"}, party="Ostria")
    part = replace(told, statement=replace(told.statement, id="s2"), evidence=Span(4, 17))
    other = replace(part, statement=replace(told.statement, id="s3"), speaker="somebody else")
    assert [w.position.evidence for w in weigh(make_draft(told, part), {})] == [told.evidence]
    assert len(weigh(make_draft(told, part, other), {})) == 2


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The clinic counted 71 wounded.", "injured"),
        ("At least 114 people were killed, and 71 were hurt.", "killed"),
        ("Some 82,000 people have fled, the mission said.", "displaced"),
        ("Of the missing nothing is known; 12 were registered.", "killed"),
    ],
)
def test_what_became_of_those_whom_a_number_counts(text: str, fate: str) -> None:
    told = make_told("asserts", {"outcome": "killed"}, party="Ostria", kind="casualties", text=text)
    assert weigh(make_draft(told, kind="casualties"), {})[0].fate == fate


def test_who_stands_with_a_side_neither_blames_it_nor_denies_what_it_has() -> None:
    allied = Conflict("r1", (), {frozenset(("Ostria", "Vell")): 3, frozenset(("Marn", "Vell")): 2})
    opposed = Conflict("r1", (), {frozenset(("Ostria", "Marn")): 3})
    hit = make_told("asserts", {"attacker": "Ostria"}, kind="attack", party="Marn", text="Ostria hit the bridge.")
    fights = make_told("asserts", party="Marn", kind="fighting", text="Ostria advances on Orlin.")
    took = make_told("asserts", {"change": "gained", "holder": "Ostria"}, party="Ostria")
    for conflict, blames, holds in ((allied, "asserts", "asserts"), (opposed, "accuses", "denies")):
        attack = replace(make_draft(hit, kind="attack"), conflict=conflict)
        control = replace(make_draft(took, fights, holder="Ostria"), conflict=conflict)
        assert read(hit, attack)[0] == blames
        assert read(fights, control)[0] == holds
