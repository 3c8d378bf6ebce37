from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_weighed

from sayso.claims.learnt_stances import OWNS_IT
from sayso.claims.matters import FATE
from sayso.claims.positions import Weighed
from sayso.claims.standing import standings
from sayso.types import Likely

SIDES = frozenset({"Ostria", "Vell"})
SAYS = make_weighed("asserts", "Ostria")
DENIES = make_weighed("denies", "Vell")
SILENT = make_weighed("withholds", "Vell", text="There was no reply from Vell.")
UNCONFIRMED = make_weighed("withholds", "Vell", text="Vell has not confirmed this.")
UNVERIFIED = make_weighed("unverified", "")


@pytest.mark.parametrize(
    ("weighed", "word"),
    [
        ([SAYS], "claimed"),
        ([SAYS, UNVERIFIED], "unverified"),
        ([SAYS, SILENT], "claimed"),
        ([SAYS, UNCONFIRMED], "unverified"),
        ([SAYS, SILENT, UNVERIFIED], "unverified"),
        ([SAYS, DENIES], "disputed"),
        ([SAYS, DENIES, UNVERIFIED, SILENT], "disputed"),
        ([DENIES], "denied"),
        ([SILENT], "withheld"),
        ([SAYS, make_weighed("concedes", "Vell")], "conceded"),
        ([SAYS, DENIES, make_weighed("concedes", "Vell")], "conceded"),
        ([SAYS, DENIES, make_weighed("concedes", "Ostria", takes_back=True)], "withdrawn"),
        ([SAYS, DENIES, make_weighed("confirms", "", speaker="the inspectors", established=True)], "verified"),
        (
            [
                make_weighed("asserts", "", speaker="a nurse"),
                make_weighed("asserts", "", speaker="a driver", report="r2"),
            ],
            "corroborated",
        ),
        (
            [
                make_weighed("asserts", "", speaker="a nurse"),
                make_weighed("asserts", "", speaker="a nurse", report="r2"),
            ],
            "claimed",
        ),
    ],
)
def test_each_row_of_the_table(weighed: list[Weighed], word: str) -> None:
    assert [s.standing for s in standings("control", weighed, SIDES)] == [word]


def read(weighed: Weighed, question: float, stance: float = 0.9) -> Weighed:
    likely = Likely(question=question, party=0.9, stance=stance)
    return replace(weighed, position=replace(weighed.position, likely=likely))


@pytest.mark.parametrize(
    ("question", "stance", "word"), [(0.3, 0.4, "verified"), (0.8, 0.2, "claimed"), (0.1, 0.8, "claimed")]
)
def test_nothing_is_verified_by_a_line_that_may_be_misread(question: float, stance: float, word: str) -> None:
    finds = make_weighed("confirms", "", speaker="the inspectors", established=True)
    [row] = standings("control", [SAYS, read(finds, question, stance)], SIDES)
    assert row.standing == word


def test_a_reason_names_those_whose_lines_are_likely_if_there_are_any() -> None:
    passer_by = read(make_weighed("denies", "", speaker="a man"), 0.2)
    [row] = standings("control", [SAYS, passer_by, read(DENIES, 0.8)], SIDES)
    assert row.because == "Ostria says so; Vell denies it"
    [alone] = standings("control", [SAYS, passer_by], SIDES)
    assert alone.because == "Ostria says so; a man denies it"
    silent = [read(make_weighed("withholds", party), likely) for party, likely in (("Vell", 0.8), ("Tamm", 0.2))]
    [quiet] = standings("control", [SAYS, *silent], SIDES)
    assert quiet.because == "said by Ostria; Vell does not say"


@pytest.mark.parametrize(("kind", "word"), [("condemnation", "claimed"), ("plan", "disputed"), ("control", "conceded")])
def test_reactions_are_not_disputed_and_plans_not_conceded(kind: str, word: str) -> None:
    weighed = [SAYS, DENIES, make_weighed("concedes", "Vell")]
    assert [s.standing for s in standings(kind, weighed, SIDES)] == [word]


def test_a_party_that_does_not_repeat_its_own_claim_leaves_it_claimed() -> None:
    weighed = [SAYS, make_weighed("withholds", "Ostria", "2021-03-04")]
    assert [s.standing for s in standings("casualties", weighed, SIDES)] == ["claimed"]


def test_numbers_that_exclude_each_other_are_disputed() -> None:
    weighed = [
        make_weighed("asserts", "Ostria", number=(140, 140)),
        make_weighed("concedes", "Vell", "2021-03-03", number=(60, 60)),
    ]
    assert [(s.date, s.standing) for s in standings("casualties", weighed, SIDES)] == [
        ("2021-03-02", "claimed"),
        ("2021-03-03", "disputed"),
    ]


def test_only_changes_are_lines_and_each_names_its_statements() -> None:
    weighed = [SAYS, make_weighed("asserts", "Ostria", "2021-03-03"), make_weighed("concedes", "Vell", "2021-03-05")]
    history = standings("control", weighed, SIDES)
    assert [(s.date, s.standing) for s in history] == [("2021-03-02", "claimed"), ("2021-03-05", "conceded")]
    assert all(s.statements and s.because for s in history)


def test_who_still_denies_is_kept_with_the_concession() -> None:
    third = make_weighed("denies", "Marn", "2021-03-02")
    history = standings("control", [SAYS, third, make_weighed("concedes", "Vell", "2021-03-03")], SIDES)
    assert "Marn still denies" in history[-1].because


def test_a_denial_on_a_later_day_than_the_concession_disputes_it_again() -> None:
    rows = [SAYS, make_weighed("concedes", "Vell", "2021-03-03"), make_weighed("denies", "Vell", "2021-03-05")]
    history = standings("control", rows, SIDES)
    assert [(s.date, s.standing) for s in history[1:]] == [("2021-03-03", "conceded"), ("2021-03-05", "disputed")]


@pytest.mark.parametrize(("day", "word"), [("2021-03-04", "conceded"), ("2021-03-02", "disputed")])
def test_who_denied_and_owns_it_on_a_later_day_concedes_it(day: str, word: str) -> None:
    aide = make_weighed("concedes", "Vell", day, speaker="an aide of the minister")
    assert standings("attack", [SAYS, DENIES, aide], SIDES)[-1].standing == word


@pytest.mark.parametrize(("day", "word"), [("2021-03-04", "corroborated"), ("2021-03-02", "disputed")])
def test_what_an_outsider_confirms_after_the_denial_is_borne_out(day: str, word: str) -> None:
    priest = make_weighed("confirms", "", day, speaker="a priest")
    last = standings("attack", [SAYS, DENIES, priest], SIDES)[-1]
    assert last.standing == word
    assert word == "disputed" or last.because == "confirmed by a priest; Vell still denies it"


def test_numbers_in_lines_that_hardly_answer_the_question_exclude_no_others() -> None:
    rows = [make_weighed("asserts", who, number=(n, n)) for who, n in (("Ostria", 3), ("Vell", 9))]
    assert standings("casualties", rows, SIDES)[-1].standing == "disputed"
    assert standings("casualties", [rows[0], read(rows[1], 0.2)], SIDES)[-1].standing == "claimed"


def test_who_only_passes_on_what_another_says_corroborates_nothing() -> None:
    villagers = make_weighed("asserts", "", speaker="villagers")
    agency = make_weighed("asserts", "", speaker="an agency", report="r2")
    assert standings("attack", [villagers, agency], frozenset({"Ostria"}))[-1].standing == "corroborated"
    assert (
        standings("attack", [villagers, replace(agency, relays=True)], frozenset({"Ostria"}))[-1].standing == "claimed"
    )


def test_two_outsiders_of_whom_one_confirms_corroborate_what_a_side_says_too() -> None:
    villagers, nurse = make_weighed("asserts", "", speaker="villagers"), make_weighed("confirms", "", speaker="a nurse")
    last = standings("attack", [SAYS, villagers, nurse], SIDES)[-1]
    assert (last.standing, last.because) == ("corroborated", "said independently by villagers, a nurse")
    assert standings("attack", [SAYS, villagers], SIDES)[-1].standing == "claimed"
    assert standings("attack", [SAYS, DENIES, villagers, nurse], SIDES)[-1].standing == "disputed"


def test_to_own_a_loss_counts_until_one_claims_the_place_more_often() -> None:
    owned, again = make_weighed("concedes", "Vell", "2021-03-03"), make_weighed("asserts", "Vell", "2021-03-04")
    assert standings("control", [SAYS, DENIES, owned, again], SIDES)[-1].standing == "conceded"
    assert standings("control", [SAYS, owned, again, again], SIDES)[-1].standing == "conceded"
    misread = make_weighed("concedes", "Ostria", "2021-03-03")
    rows = [SAYS, SAYS, DENIES, owned, misread, again]
    assert standings("control", rows, SIDES)[-1].because.startswith("conceded by Vell")


def test_who_claims_first_and_is_said_to_own_something_concedes_nothing() -> None:
    said, owned = make_weighed("asserts", "Ostria"), make_weighed("concedes", "Ostria", "2021-03-05")
    history = standings("attack", [said, make_weighed("denies", "Vell"), owned], SIDES)
    assert [s.standing for s in history] == ["disputed"]


@pytest.mark.parametrize(
    ("text", "word"), [("Vell left open how many.", "unverified"), ("Vell gave no number.", "claimed")]
)
def test_only_who_expressly_does_not_confirm_leaves_a_number_unverified(text: str, word: str) -> None:
    history = standings("figure", [SAYS, make_weighed("withholds", "Vell", text=text)], SIDES)
    assert [s.standing for s in history] == [word]
    assert "Vell" in history[0].because


@pytest.mark.parametrize(("denied", "word"), [("2021-03-02", "conceded"), ("2021-03-05", "disputed")])
def test_who_owns_a_number_after_it_denied_it_concedes_it(denied: str, word: str) -> None:
    owned = make_weighed("concedes", "Vell", "2021-03-05")
    history = standings("casualties", [SAYS, make_weighed("denies", "Vell", denied), owned], SIDES)
    assert history[-1].standing == word


def test_a_number_is_taken_back_in_so_many_words() -> None:
    taken_back = make_weighed("concedes", "Ostria", "2021-03-05", takes_back=True)
    assert standings("casualties", [SAYS, DENIES, taken_back], SIDES)[-1].standing == "withdrawn"


def test_who_has_a_place_and_is_said_to_own_its_loss_does_not_outweigh_those_who_lost_it() -> None:
    said, slip = make_weighed("asserts", "Ostria"), make_weighed("concedes", "Ostria", "2021-03-05")
    lost = make_weighed("concedes", "Vell", "2021-03-05")
    last = standings("control", [said, slip, lost], frozenset({"Ostria", "Vell"}))[-1]
    assert (last.standing, "Ostria" in last.because) == ("conceded", False)


def test_who_alone_says_so_and_owns_it_boasts() -> None:
    weighed = [
        make_weighed("denies", "Vell"),
        make_weighed("asserts", "Ostria"),
        make_weighed("concedes", "Ostria", speaker="a general"),
    ]
    assert standings("equipment", weighed, frozenset({"Ostria", "Vell"}))[-1].standing != "conceded"


def test_a_stance_that_is_a_guess_counts_as_any_other() -> None:
    says, guess = make_weighed("asserts", "Vell"), make_weighed("denies", "Orlin", learnt=True)
    sides = frozenset({"Vell", "Orlin"})
    assert [s.standing for s in standings("control", [says, guess], sides)] == ["disputed"]
    assert [s.standing for s in standings("control", [guess], sides)] == ["denied"]


def test_who_denies_by_a_guess_alone_is_not_named_as_still_denying() -> None:
    owned = make_weighed("concedes", "Vell", "2021-03-03")
    for learnt, named in ((True, False), (False, True)):
        last = standings("control", [SAYS, make_weighed("denies", "Marn", learnt=learnt), owned], SIDES)[-1]
        assert ("Marn still denies it" in last.because) is named


def test_who_says_so_more_often_than_denying_it_does_not_still_deny() -> None:
    slip, nameless = make_weighed("denies", "Ostria"), make_weighed("denies", "", speaker="a page")
    weighed = [SAYS, make_weighed("asserts", "Ostria", report="r2"), slip, nameless, make_weighed("denies", "Marn")]
    last = standings("control", [*weighed, make_weighed("concedes", "Vell", "2021-03-03")], SIDES)[-1]
    assert last.because == "conceded by Vell; Marn still denies it"
    both = [SAYS, make_weighed("denies", "Marn; Tol"), make_weighed("concedes", "Vell", "2021-03-03")]
    assert standings("control", both, SIDES)[-1].because == "conceded by Vell; Marn, Tol still deny it"


def test_the_dead_of_one_are_not_set_against_the_wounded_of_another() -> None:
    dead = replace(make_weighed("asserts", "Ostria", number=(40, 40)), fate="killed")
    other = make_weighed("asserts", "Vell", number=(140, 140))
    for fate, word in (("wounded", "claimed"), ("killed", "disputed"), ("", "disputed")):
        assert standings("casualties", [dead, replace(other, fate=fate)], SIDES)[-1].standing == word


def test_two_who_accuse_each_other_dispute_it_and_no_numbers_do() -> None:
    [one] = standings("truce", [make_weighed("accuses", "Ostria"), make_weighed("accuses", "Vell")], SIDES)
    assert (one.standing, one.because) == ("disputed", "Ostria, Vell accuse each other")


def test_without_any_date_it_stands_as_all_that_is_said_leaves_it() -> None:
    said = [make_weighed("asserts", "Vell", ""), make_weighed("denies", "Tamm", "")]
    [standing] = standings("control", said, frozenset({"Vell", "Tamm"}))
    assert (standing.date, standing.standing) == ("", "disputed")
    assert "no report on it has a date" in standing.because
    assert standings("control", [], frozenset()) == []


def test_a_word_stands_since_its_first_day_for_the_reason_of_its_last() -> None:
    later = replace(make_weighed("asserts", "Marn", "2021-03-04"))
    last = replace(later, position=replace(later.position, statement="s4"))
    [claimed, disputed] = standings("attack", [SAYS, last, make_weighed("denies", "Vell", "2021-03-06")], SIDES)
    assert (claimed.date, claimed.standing) == ("2021-03-02", "claimed")
    assert claimed.because == "said by Ostria, Marn; nobody else has said anything"
    assert claimed.statements == ("s", "s4")
    assert (disputed.date, disputed.standing) == ("2021-03-06", "disputed")


def test_who_speaks_of_it_without_saying_so_is_not_nobody() -> None:
    for party, words in (("Vell", "said by Ostria; spoken of by Vell"), ("Ostria", "nobody else has said anything")):
        [one] = standings("equipment", [SAYS, make_weighed("other", party, "2021-03-04")], SIDES)
        assert one.standing == "claimed"
        assert words in one.because


def test_what_became_of_a_person_is_conceded_by_the_persons_own_side() -> None:
    owned = make_weighed("concedes", "Vell", "2021-03-04")
    for kind, word in ((FATE, "conceded"), ("casualties", "claimed")):
        assert standings(kind, [SAYS, owned], SIDES)[-1].standing == word


def test_who_has_told_of_a_strike_of_its_own_does_not_concede_it() -> None:
    charge, denial = make_weighed("accuses", "Vell", "2021-03-01"), make_weighed("denies", "Ostria", "2021-03-02")
    claims = make_weighed("asserts", "Ostria", "2021-03-02")
    claims = replace(claims, position=replace(claims.position, because=OWNS_IT))
    own, plain = (
        make_weighed("concedes", "Ostria", "2021-03-04", text=words)
        for words in ("The army acknowledged that its jets struck Orlin.", "The army confirmed that it struck Orlin.")
    )
    for rows, word in (
        ([charge, own], "conceded"),
        ([charge, plain], "claimed"),
        ([charge, denial, plain], "conceded"),
        ([charge, claims, own], "claimed"),
        ([charge, claims, plain], "claimed"),
    ):
        assert standings("attack", rows, SIDES)[-1].standing == word


def test_a_party_stands_on_the_side_of_its_last_word() -> None:
    rows = [SAYS, DENIES, make_weighed("denies", "Ostria", "2021-03-03"), make_weighed("asserts", "Marn", "2021-03-04")]
    assert standings("control", rows, SIDES)[-1].because == "Marn says so; Vell, Ostria deny it"
    alone = [make_weighed("asserts", "Ostria", speaker="a colonel"), make_weighed("denies", "Ostria", "2021-03-05")]
    assert standings("control", alone, SIDES)[-1].because == "a colonel says so; Ostria denies it"
