from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report, make_told

from sayso.claims.naming import Naming, resolve_names
from sayso.types import Meaning, Name, NameType, Reading, Statement
from sayso.types import Span as S
from sayso.values.parties import learn_parties

TEXT = "The town of Orlin, which the Vell call Tormak, was taken. Orlin is quiet."
WORLD = learn_parties([])


def name(words: str, kind: NameType = "LOC", text: str = TEXT) -> Name:
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return Name(words, kind, tuple(S(i, i + len(words)) for i in starts))


def reading(names: tuple[Name, ...], *statements: Statement, report: str = "r1") -> Reading:
    return Reading(report, "reader", statements, (), names, (), ())


def said(speaker: str, party: str, because: str = 'party: "Osk" is named') -> Statement:
    statement = make_told("asserts", party=party, speaker=speaker).statement
    return replace(statement, id=f"{speaker}-{party}-{because}", because=(because,))


def test_two_names_of_one_place_are_joined_with_the_words_that_say_so() -> None:
    naming = resolve_names([make_report(TEXT)], [reading((name("Orlin"), name("Tormak")))], WORLD)
    assert naming.place("Tormak") == naming.place("Orlin") == "Orlin"
    assert set(naming.spellings("Orlin")) == {"Orlin", "Tormak"}
    [known] = naming.known
    assert any("call Tormak" in why for why in known.because)


def test_spellings_are_joined_over_reports() -> None:
    text = "Stepanakert is shelled. Stepanakert burns. Stepanakert fell."
    other = "Stepanakertt is shelled."
    reports = [make_report(text), make_report(other, name="r2")]
    names = [reading((name("Stepanakert", text=text),)), reading((name("Stepanakertt", text=other),), report="r2")]
    assert resolve_names(reports, names, WORLD).place("Stepanakertt") == "Stepanakert"


def test_two_towns_stay_two() -> None:
    text = "Orlin fell. Tamm holds."
    naming = resolve_names([make_report(text)], [reading((name("Orlin", text=text), name("Tamm", text=text)))], WORLD)
    assert (naming.place("Orlin"), naming.place("Tamm"), naming.place("Ulm")) == ("Orlin", "Tamm", "Ulm")


def test_a_province_with_and_without_its_kind_is_one() -> None:
    text = "Orlin fell. Orlin Oblast fell. Orlin Region fell. Tamm Province fell."
    names = ("Orlin", "Orlin Oblast", "Orlin Region", "Tamm Province")
    naming = resolve_names([make_report(text)], [reading(tuple(name(each, text=text) for each in names))], WORLD)
    assert [naming.place(each) for each in names] == ["Orlin", "Orlin", "Orlin", "Tamm Province"]


def test_the_party_of_a_speaker_is_that_with_the_best_reason() -> None:
    guesses = [said("Reth", "Velmara", f"party: dateline {n}") for n in range(3)]
    naming = resolve_names([make_report(TEXT)], [reading((), said("Reth", "Osk"), *guesses)], WORLD)
    assert naming.party_of_speaker["Reth"] == "Osk"
    assert naming.party_for(said("Reth", "")) == "Osk"
    assert naming.party_for(said("", "Velmara")) == "Velmara"


def test_who_is_said_to_be_of_no_side_gets_none_from_where_another_report_is_sent() -> None:
    told = said("Reth", "", 'party: none, "Observer Mission spokesman Reth" is independent')
    guess = said("Reth", "Osk", 'party: "spokesman" is that of the dateline, Tamm')
    reports = [make_report(TEXT), make_report(TEXT, name="r2")]
    naming = resolve_names(reports, [reading((), told), reading((), guess, report="r2")], WORLD)
    assert naming.party_for(guess) == ""
    unnamed = [replace(one, speaker="a doctor") for one in (told, guess)]
    naming = resolve_names(reports, [reading((), one) for one in unnamed], WORLD)
    assert naming.party_for(unnamed[1]) == "Osk"


def test_who_is_not_named_is_another_in_each_report() -> None:
    first, other = said("a security source", "Osk"), said("a security source", "")
    of_a_town = [said("prosecutor of Tamm", "Osk"), said("prosecutor of Tamm", "")]
    reports = [make_report(TEXT), make_report(TEXT, name="r2")]
    readings = [reading((), first, of_a_town[0]), reading((), other, of_a_town[1], report="r2")]
    naming = resolve_names(reports, readings, WORLD)
    assert (naming.party_for(first), naming.party_for(other)) == ("Osk", "")
    assert naming.party_for(of_a_town[1]) == "Osk"


def test_several_parties_and_speakers_are_resolved_one_by_one() -> None:
    naming = Naming((), {}, {"Reth": "Ilmo Reth"}, {"Oskan": "Osk"}, {})
    assert naming.party("Oskan; Velmara; Osk") == "Osk; Velmara"
    assert naming.speaker("Reth; a nurse") == "Ilmo Reth; a nurse"
    assert (naming.party(""), naming.speaker(""), naming.spellings("")) == ("", "", ())


def test_what_is_called_somebodys_is_no_second_name() -> None:
    text = "Orlin said that it was sorry and called Tormak's presence an insult. Tormak is a town."
    naming = resolve_names([make_report(text)], [reading((name("Orlin", text=text), name("Tormak", text=text)))], WORLD)
    assert naming.place("Tormak") == "Tormak"


def test_what_is_called_one_of_a_kind_is_no_second_name() -> None:
    text = "Shells were fired at Orlin at what he called a Tormak post. Tormak is a town, and Orlin is the town."
    naming = resolve_names([make_report(text)], [reading((name("Orlin", text=text), name("Tormak", text=text)))], WORLD)
    assert naming.spellings("Orlin") == ("Orlin",)


def test_what_a_person_is_known_as_is_no_name_of_a_town() -> None:
    text = "Tormak fell to a front, which follows Dorin Sark, known as Orlin. Tormak is a town. Orlin left."
    names = (name("Orlin", text=text), name("Tormak", text=text), name("Dorin Sark", "PER", text))
    naming = resolve_names([make_report(text)], [reading(names)], WORLD)
    assert naming.spellings("Tormak") == ("Tormak",)


def test_two_names_of_a_city_on_the_map_are_one_where_its_country_is_named() -> None:
    text = "Bakhmut fell, Russia says. Artyomovsk is taken. Ukraine denies it. Bakhmut burns."
    names = tuple(name(words, text=text) for words in ("Bakhmut", "Artyomovsk", "Ukraine", "Russia"))
    assert resolve_names([make_report(text)], [reading(names)], WORLD).place("Artyomovsk") == "Bakhmut"
    assert resolve_names([make_report(text)], [reading(names[:2])], WORLD).place("Artyomovsk") == "Artyomovsk"


def test_what_is_guessed_in_every_report_counts_once() -> None:
    reports = [make_report(TEXT, name=f"r{n}") for n in range(5)]
    home = 'party: "Major" at home, these reports are mostly about Osk'
    guesses = [reading((), said("Reth", "Osk", home), report=f"r{n}") for n in range(4)]
    looks = reading((), said("Reth", "Velmara", 'party: "its spokesman" looks back, "The Front" opens'), report="r4")
    assert resolve_names(reports, [*guesses, looks], WORLD).party_of_speaker["Reth"] == "Velmara"


def test_whom_the_model_ties_to_a_party_is_of_it_where_nothing_better_is_said() -> None:
    tied = said("Reth", "Osk", 'party: by the model, the speaker stands with "Oskan"')
    named = said("Reth", "Velmara")
    assert resolve_names([make_report(TEXT)], [reading((), tied)], WORLD).party_for(said("Reth", "")) == "Osk"
    assert resolve_names([make_report(TEXT)], [reading((), tied, named)], WORLD).party_for(tied) == "Velmara"


def test_a_party_rests_on_its_own_reason_or_on_the_best_of_its_speaker() -> None:
    guess = said("Reth", "Osk", 'party: "Major" at home, these reports are mostly about Osk')
    named, bare = said("Reth", "Velmara", 'party: "Velmara" beside "Velmaran"'), replace(said("Reth", ""), because=())
    naming = resolve_names([make_report(TEXT)], [reading((), guess, named, bare)], WORLD)
    assert [naming.ground_for(each) for each in (guess, named, bare)] == ["words"] * 3
    alone = resolve_names([make_report(TEXT)], [reading((), guess, bare)], WORLD)
    assert [alone.ground_for(each) for each in (guess, bare)] == ["home", "home"]
    assert alone.ground_for(replace(bare, speaker="Rusk")) == ""


def likely(statement: Statement, **sides: float) -> Statement:
    return replace(statement, meaning=Meaning((), b"", sides=tuple(sides.items())))


def test_the_side_that_is_likeliest_over_all_reports_is_a_named_speakers() -> None:
    reports = [make_report(TEXT, name=f"r{n}") for n in range(2)]
    home = 'party: "Major" at home, these reports are mostly about Osk'
    one = likely(said("Reth", "Osk", home), Osk=0.55, Velmara=0.45)
    other = likely(said("Reth", "", "speaker: x"), Osk=0.05, Velmara=0.95)
    naming = resolve_names(reports, [reading((), one, report="r0"), reading((), other, report="r1")], WORLD)
    assert [naming.party_for(each) for each in (one, other)] == ["Velmara", "Velmara"]
    assert naming.ground_for(one) == "model"
    alone = resolve_names(reports[:1], [reading((), one, report="r0")], WORLD)
    assert (alone.party_for(one), alone.ground_for(one)) == ("Osk", "home")


def test_whose_side_words_somewhere_give_is_of_another_only_by_a_strong_guess() -> None:
    worded = likely(said("Reth", "Osk"), Osk=0.5, Velmara=0.5)
    reports = [make_report(TEXT, name=f"r{n}") for n in range(2)]
    for chance, party in ((0.65, "Osk"), (0.9, "Velmara")):
        other = likely(said("Reth", "", "speaker: x"), Osk=1 - chance, Velmara=chance)
        naming = resolve_names(reports, [reading((), worded, report="r0"), reading((), other, report="r1")], WORLD)
        assert naming.party_for(other) == party


def test_who_has_no_name_is_not_asked_for_over_all_reports() -> None:
    one = likely(said("the major", "Osk"), Velmara=1.0)
    assert resolve_names([make_report(TEXT)], [reading((), one)], WORLD).party_for(one) == "Osk"


def test_names_stand_by_frequency_then_by_name_in_whatever_order_reports_come() -> None:
    texts = {"r1": TEXT, "r2": "The town of Zell, which the Osk call Ambar, was taken. Zell is quiet."}
    found = {
        "r1": (name("Orlin"), name("Tormak"), Name("Ulm", "MISC", (S(0, 3),))),
        "r2": (name("Zell", text=texts["r2"]), name("Ambar", text=texts["r2"]), Name("Ulm", "LOC", (S(0, 3),))),
    }
    reports = [make_report(text, name=id) for id, text in texts.items()]
    readings = [reading(names, report=id) for id, names in found.items()]
    forth, back = (resolve_names(r, n, WORLD).known for r, n in ((reports, readings), (reports[::-1], readings[::-1])))
    assert forth == back
    assert [(known.name, known.type) for known in forth] == [("Orlin", "LOC"), ("Zell", "LOC"), ("Ulm", "LOC")]
