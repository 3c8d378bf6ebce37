from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.keys import keys_of
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key

NAMING = Naming((), {}, {}, {}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})


def attack(place: str, text: str, *, report: str = "r1", dateline: tuple[str, ...] = (), name: str = "") -> Told:
    told = make_told("accuses", {"place": place}, kind="attack", party="Vell", speaker=name or text, text=text)
    claim = replace(told.claim, id=name or text)
    return replace(told, claim=claim, report=replace(told.report, id=report, dateline=dateline))


def own_keys(*told: Told) -> Sequence[Key | None]:
    conflicts = {t.report.id: CONFLICT for t in told}
    return [each.own for each in keys_of(told, conflicts, NAMING)]


ORLIN = [attack("Orlin", "Shells fell on Orlin.", name=f"orlin{n}") for n in range(2)]


def test_a_whole_country_is_no_place_where_its_reports_speak_of_towns() -> None:
    assert own_keys(attack("Ostria", "A strike in Ostria."))[-1] == ("attack", "Ostria")
    assert own_keys(*ORLIN, attack("Ostria", "A strike in Ostria."))[-1] is None


def test_an_attack_on_a_whole_country_is_not_guessed_to_be_on_a_town_of_it() -> None:
    told = [*ORLIN, attack("Ostria", "A strike in Ostria.")]
    conflicts = {t.report.id: CONFLICT for t in told}
    assert keys_of(told, conflicts, NAMING)[-1].guess == ("attack", "land", "Ostria")


def test_the_town_from_which_reports_are_sent_is_none_unless_something_happened_there() -> None:
    sent = [attack("Tamm", f"They said {n}.", report=f"r{n}", dateline=("Tamm",)) for n in range(3)]
    assert own_keys(*sent) == [None, None, None]
    struck = attack("Tamm", "Shells fell in Tamm.", dateline=("Tamm",))
    assert own_keys(*sent, struck)[-1] == ("attack", "Tamm")


def test_an_outlet_is_no_place() -> None:
    struck = attack("Vestwire", "Four were killed, they told Vestwire.")
    named = replace(struck, report=replace(struck.report, agency="Vestwire"))
    assert own_keys(struck) == [("attack", "Vestwire")]
    assert own_keys(named) == [None]


def test_where_a_shot_came_from_is_not_where_it_fell() -> None:
    assert own_keys(attack("Tamm", "A rocket was launched from positions near Tamm.")) == [None]


def test_a_number_told_with_an_attack_makes_no_count() -> None:
    struck = make_told("accuses", {"place": "Orlin"}, kind="attack", party="Vell")
    bombs = replace(struck, claim=replace(struck.claim, id="n", kind="figure", slots=(("what", "bombs"),)))
    assert own_keys(struck, bombs) == [("attack", "Orlin"), None]


def test_people_who_left_are_displaced_and_the_enemys_losses_are_the_opponents() -> None:
    left = make_told("asserts", {"what": "people"}, kind="figure", party="Vell", text="Some 7,000 people have left.")
    lost = make_told("asserts", kind="casualties", party="Vell", text="We have killed 120 men.")
    assert own_keys(left) == [("displacement", "r1")]
    assert own_keys(replace(lost, place="")) == [("casualties", "killed", "of", "Ostria")]


def test_a_place_that_a_person_set_holds_whatever_the_words_say() -> None:
    sent = [attack("Tamm", f"They said {n}.", report=f"r{n}", dateline=("Tamm",)) for n in range(3)]
    conflicts = {one.report.id: CONFLICT for one in sent}
    keyed = keys_of([*sent[:2], replace(sent[2], placed=True)], conflicts, NAMING)
    assert [each.own for each in keyed] == [None, None, ("attack", "Tamm")]
    assert keyed[2].firm


def test_a_deed_for_which_no_place_is_given_is_done_where_the_report_tells_of_one() -> None:
    ours = make_told("asserts", {}, kind="responsibility", party="Ostria", text="The operation was ours.")
    conflicts = {"r1": CONFLICT}
    keyed = keys_of([*ORLIN, replace(ours, place="", claim=replace(ours.claim, id="deed"))], conflicts, NAMING)
    assert (keyed[-1].own, keyed[-1].guess) == (None, ("attack", "Orlin"))


def test_the_dead_who_do_not_fight_are_counted_at_the_place_where_they_died() -> None:
    def dead(who: str) -> Key | None:
        slots = {"place": "Orlin", "outcome": "killed", "who": who, "of": "Vell"}
        told = make_told("asserts", slots, kind="casualties", party="Vell", text=f"19 {who} died in Orlin.")
        return own_keys(told)[0]

    assert dead("nurses") == dead("villagers") == ("casualties", "killed", "at", "Orlin")
    assert dead("gendarmes") == dead("servicemen") == ("casualties", "killed", "of", "Vell")


def test_the_territory_of_a_town_makes_it_no_region() -> None:
    text = "Shells fell on Orlin. The whole urban territory of Orlin is quiet. Shells fell on Tamm."
    rows = [attack(place, text, name=f"{place}{n}") for place in ("Orlin", "Tamm") for n in range(2)]
    assert own_keys(*rows)[0] == ("attack", "Orlin")
    valley = text.replace("whole urban territory", "valley")
    rows = [attack(place, valley, name=f"{place}{n}") for place in ("Orlin", "Tamm") for n in range(2)]
    assert own_keys(*rows)[0] is None


def test_a_town_that_has_the_name_of_its_province_is_a_place() -> None:
    struck = attack("Velgor", "Shells hit the market of Velgor. Velgor has no hospital; Velgor province has one.")
    assert own_keys(*ORLIN, struck)[-1] == ("attack", "Velgor")


def test_a_province_is_a_place_where_something_is_said_to_have_happened_in_it_and_its_name_alone_is_none() -> None:
    struck = attack("Velgor", "Shells fell on houses in Velgor province.")
    of_it = attack("Velgor", "Velgor province accused them of an attack.")
    assert own_keys(*ORLIN, struck)[-1] == ("attack", "Velgor")
    assert own_keys(*ORLIN, of_it)[-1] is None


def test_a_valley_or_a_sea_is_no_place_where_its_reports_speak_of_towns() -> None:
    valley = attack("Velgor", "Fights in Velgor, in Velgor and in Velgor; Velgor valley is far from Velgor.")
    assert own_keys(*ORLIN, valley)[-1] is None
    assert own_keys(*ORLIN, attack("Red Sea", "A ship was hit in the Red Sea."))[-1] is None


def test_the_adjective_of_a_party_is_no_place() -> None:
    meant = attack("Ostrian", "Who attacks the Ostrian side knows it.", dateline=("Ostrian",))
    [keyed] = keys_of([meant], {"r1": CONFLICT}, NAMING)
    assert (keyed.own, keyed.guess) == (None, None)
