"""Who speaks, and for whom: pronouns, posts, bodies, capitals, both sides."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from sayso.reading.naming import find_names
from sayso.reading.quotes import find_quotations
from sayso.reading.roster import build_roster, posts_at, source_words
from sayso.reading.scene import Scene, Speaker, Told
from sayso.reading.sides import Sides
from sayso.reading.speakers import resolve_source
from sayso.types import Report, Span
from sayso.values.parties import learn_parties


def scene_of(text: str, names: Sequence[tuple[str, str]] = (), **about: str) -> Scene:
    report = Report(
        id="r", text=text, path="r.txt", outlet=about.get("outlet"), dateline=tuple(about.get("dateline", "").split())
    )
    tagged = [(kind, Span(at, at + len(name))) for kind, name in names for at in [text.index(name)]]
    roster = build_roster(text, find_names(text, tagged))
    return Scene(report, roster, Sides(report, roster, learn_parties([text])), find_quotations(text))


def speaker_of(scene: Scene, source: str, earlier: Sequence[Told] = ()) -> Speaker:
    at = scene.report.text.rindex(source)
    return resolve_source(scene, (Span(at, at + len(source)),), None, earlier)


@pytest.mark.parametrize(
    ("text", "source", "name", "party"),
    [
        (
            "The town fell, President Ilham Aliyev of Azerbaijan said. Aliyev left.",
            "Aliyev",
            "Ilham Aliyev",
            "Azerbaijan",
        ),
        (
            "Turkish President Recep Tayyip Erdogan spoke.",
            "Turkish President Recep Tayyip Erdogan",
            "Recep Tayyip Erdogan",
            "Turkey",
        ),
        ("The claim was denied, Baku said.", "Baku", "Azerbaijani government", "Azerbaijan"),
        ("The Azerbaijani army advanced, Baku said.", "Baku", "Azerbaijani government", "Azerbaijan"),
        (
            "Neighbouring Ostraya, whose army fired, said so.",
            "Neighbouring Ostraya",
            "government of Ostraya",
            "Ostraya",
        ),
        ("Residents said so.", "Residents", "residents", ""),
        ("The Ostrayan Liberation Front holds the mill. No group said so.", "No group", "No group", ""),
        (
            "A source close to the ministry, who asked not to be named, said so.",
            "A source close to the ministry, who asked not to be named",
            "a source close to the ministry",
            "",
        ),
    ],
)
def test_name_and_party(text: str, source: str, name: str, party: str) -> None:
    speaker = speaker_of(scene_of(text, [("PER", "Erdogan")] if "Erdogan" in text else []), source)
    assert (speaker.name, speaker.party) == (name, party)
    assert speaker.because


def test_a_ministry_takes_the_people_of_the_city_where_it_spoke() -> None:
    text = "The Armenian armed forces held, the Defense Ministry said in Yerevan."
    scene = scene_of(text)
    at = text.index("the Defense Ministry")
    cue = Span(text.index("said"), text.index("said") + 4)
    speaker = resolve_source(scene, (Span(at, at + len("the Defense Ministry")),), cue, [])
    assert (speaker.name, speaker.party) == ("Armenian Defense Ministry", "Armenia")


def test_two_persons_are_two_speakers() -> None:
    text = "French President Emmanuel Macron and his Russian colleague Vladimir Putin agreed."
    scene = scene_of(text, [("PER", "Emmanuel Macron"), ("PER", "Vladimir Putin")])
    speaker = speaker_of(scene, "French President Emmanuel Macron and his Russian colleague Vladimir Putin")
    assert (speaker.name, speaker.party) == ("Emmanuel Macron; Vladimir Putin", "France; Russia")


def test_a_pronoun_agrees_in_gender() -> None:
    text = "The spokeswoman, Yelisaveta Chornobrod, met Colonel Zdenko Prohovich. She said no."
    scene = scene_of(text, [("PER", "Yelisaveta Chornobrod"), ("PER", "Zdenko Prohovich")])
    assert speaker_of(scene, "She").name == "Yelisaveta Chornobrod"


def test_a_pronoun_goes_to_who_spoke_last() -> None:
    text = "Zdenko Prohovich said so. It rained on the hills. He left."
    scene = scene_of(text, [("PER", "Zdenko Prohovich")])
    told = Told(text.index("said"), Speaker("Radoye Stepurin", "Ruzhenia", (), "person", "man"), ())
    assert speaker_of(scene, "He", [told]).name == "Radoye Stepurin"


def test_the_colonel_is_the_colonel_named_before() -> None:
    text = "Colonel Orhanbek Karatashly spoke first. Minister Shirvan Toghaybeyli followed. The colonel said no."
    scene = scene_of(text, [("PER", "Orhanbek Karatashly"), ("PER", "Shirvan Toghaybeyli")])
    assert speaker_of(scene, "The colonel").name == "Orhanbek Karatashly"


def test_a_name_that_hangs_on_other_words_is_not_the_speaker() -> None:
    text = "An envoy of President Vratislav Kolomazh said so. Vratislav Kolomazh's office declined."
    scene = scene_of(text, [("PER", "Vratislav Kolomazh")])
    assert (
        speaker_of(scene, "An envoy of President Vratislav Kolomazh").name == "an envoy of President Vratislav Kolomazh"
    )
    assert speaker_of(scene, "Vratislav Kolomazh's office").name == "Vratislav Kolomazh's office"


def test_the_council_is_the_council_named_in_full() -> None:
    text = "The head of the People's Council of Slatovina spoke. The Council admitted it."
    assert speaker_of(scene_of(text), "The Council").name == "People's Council of Slatovina"


def test_the_outlet_speaks_of_itself() -> None:
    text = "We could not verify this. Tesserine could not verify it."
    scene = scene_of(text, outlet="Tesserine")
    assert speaker_of(scene, "We").kind == "outlet"
    assert speaker_of(scene, "Tesserine").name == "Tesserine"


def test_nobody_speaks() -> None:
    assert resolve_source(scene_of("It fell."), (), None, []).name == ""


def test_posts_stand_before_and_after_a_name() -> None:
    text = "He met the army's spokesman, Brigadier Tahsin, and Yelisaveta, spokeswoman for the Ministry."
    assert "spokesman" in posts_at(text, Span(text.index("Tahsin"), text.index("Tahsin") + 6))[0]
    assert posts_at(text, Span(text.index("Yelisaveta"), text.index("Yelisaveta") + 10))[1].startswith("spokeswoman")


def test_the_table_of_sources_is_read() -> None:
    assert source_words().gender["spokeswoman"] == "woman"
    assert source_words().own_voice.match("this newspaper")


def test_whoever_tells_a_success_speaks_for_those_who_had_it() -> None:
    text = "Velgorian forces have captured Orlin, President Ana Osk said. Marnia denied it. Osk smiled, Osk said."
    scene = scene_of(text, [("PER", "Ana Osk"), ("LOC", "Orlin")], dateline="Velgoria Marnia")
    table = learn_parties(["The Velgorian army of Velgoria. Marnia's government and the Marnian army."])
    sides = Sides(scene.report, scene.roster, table)
    assert (
        speaker_of(Scene(scene.report, scene.roster, sides, scene.quotations), "President Ana Osk").party == "Velgoria"
    )


def test_the_we_of_a_communique_is_who_gives_it_out() -> None:
    title = "Statement of the Ministry of Works of Velgoria"
    text = f"{title}\n\nOSTGRAD, 3 May 2024 (VPA) - We deny it. Velgoria's army is calm."
    scene = scene_of(text, outlet="VPA", dateline="OSTGRAD")
    report = scene.report
    titled = Report(
        id="r", text=text, path="r.txt", outlet="VPA", title_span=Span(0, text.index("\n")), dateline=report.dateline
    )
    scene = Scene(titled, scene.roster, Sides(titled, scene.roster, learn_parties([text])), scene.quotations)
    speaker = speaker_of(scene, "We")
    assert "Ministry of Works" in speaker.name
    assert speaker.party == "Velgoria"


def test_its_commander_is_of_the_movement_that_opens_the_sentence_before() -> None:
    text = (
        "The Hill Guard Front (HGF) took Tol. Velgorian troops of Velgoria fled. "
        "The Hill Guard Front stays. Its commander spoke."
    )
    assert speaker_of(scene_of(text), "Its commander").party == "Hill Guard Front"


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("the press service", "Ostraya"),
        ("a press officer", "Ostraya"),
        ("the media section", "Ostraya"),
        ("the Naval Office", "Ostraya"),
        ("the press", ""),
        ("a press photographer", ""),
    ],
)
def test_who_meets_the_press_for_a_side_is_no_journalist(source: str, party: str) -> None:
    text = "Ostraya's army fired. Ostraya's minister and Ostrayan troops were silent; the mine was lost, {} said."
    assert speaker_of(scene_of(text.format(source)), source).party == party


def test_whose_army_a_relative_clause_names_is_not_who_speaks() -> None:
    text = "Qorv, the bands which Velm's army tolerates, said so. They left Velm and saw Velm."
    speaker = speaker_of(scene_of(text, [("LOC", "Velm")]), "Qorv, the bands which Velm's army tolerates")
    assert speaker.party != "Velm"


def test_a_post_of_one_state_is_no_person_of_another_whom_the_report_names_later() -> None:
    text = "Chad's foreign minister said nothing. Sudan was not armed, Foreign Minister Ali Orlin said in Khartoum."
    speaker = speaker_of(scene_of(text, [("PER", "Ali Orlin")], dateline="Khartoum"), "Chad's foreign minister")
    assert (speaker.name, speaker.party) == ("Chad's foreign minister", "Chad")


def test_whom_somebody_stands_next_to_does_not_speak_too() -> None:
    text = "Oleg Marin, next to the premiers of Spain and Denmark, spoke."
    source = "Oleg Marin, next to the premiers of Spain and Denmark"
    assert speaker_of(scene_of(text, [("PER", "Oleg Marin")]), source).name == "Oleg Marin"


def test_who_reports_what_others_saw_speaks_alone() -> None:
    scene = scene_of("Velm Wire says its reporters saw tanks.")
    text = scene.report.text
    cue = Span(text.index("says"), text.index("says") + 4)
    source = tuple(Span(text.index(words), text.index(words) + len(words)) for words in ("Velm Wire", "its reporters"))
    assert resolve_source(scene, source, cue, []).name == "Velm Wire"


def test_of_his_people_he_wrote_he_speaks() -> None:
    scene = scene_of("Zdenko Prohovich came. His people, he wrote, had left.", [("PER", "Zdenko Prohovich")])
    text = scene.report.text
    at, cue = text.index(", he ") + 2, Span(text.index("wrote"), text.index("wrote") + 5)
    source = (Span(text.index("His people"), at - 2), Span(at, at + 2))
    assert resolve_source(scene, source, cue, []).name == "Zdenko Prohovich"


def test_he_in_what_another_says_does_not_speak() -> None:
    scene = scene_of("Zdenko Prohovich came. Velm Council conceded the town that he had lost.", [])
    text = scene.report.text
    at = text.index(" he ") + 1
    source = (Span(text.index("Velm Council"), text.index(" conceded")), Span(at, at + 2))
    cue = Span(text.index("conceded"), text.index("conceded") + 8)
    assert resolve_source(scene, source, cue, []).name == "Velm Council"


@pytest.mark.parametrize(
    ("text", "source", "name", "party"),
    [
        ("Amnesty counted ten. The town, Amnesty said, burnt. Amnesty left.", "Amnesty", "Amnesty", ""),
        ("One of the four drivers said so.", "One of the four drivers", "one of the four drivers", ""),
        ("Relief (LR) left, Lantern Relief (LR) said.", "Lantern Relief (LR)", "Lantern Relief", ""),
        (
            "President Joe Biden came. Israel's army fired. It was late, the Prime Minister's Office said.",
            "the Prime Minister's Office",
            "Prime Minister's Office",
            "Israel",
        ),
    ],
)
def test_the_name_of_a_speaker_is_what_the_words_say(text: str, source: str, name: str, party: str) -> None:
    dateline = "Jerusalem" if "Israel" in text else ""
    speaker = speaker_of(scene_of(text, [("PER", "Joe Biden")] if "Biden" in text else [], dateline=dateline), source)
    assert (speaker.name, speaker.party) == (name, party)


def test_a_first_name_alone_is_that_of_the_only_one_who_bears_it() -> None:
    text = "Tesfa Orlin, spokesman of the front, came. Later Tesfa said no."
    assert speaker_of(scene_of(text, [("PER", "Tesfa Orlin"), ("PER", "Tesfa")]), "Tesfa").name == "Tesfa Orlin"


def test_the_group_is_the_one_named_last() -> None:
    text = "Hamas fired. Hamas left. Six Hezbollah fighters died, the group has announced."
    assert speaker_of(scene_of(text, [("ORG", "Hamas"), ("ORG", "Hezbollah")]), "the group").party == "Hezbollah"


def test_the_colonel_who_was_not_named_goes_before_one_named_earlier() -> None:
    text = "Captain Oleg Orlin came. A rebel field commander was in Tol. The field commander took it back."
    scene = scene_of(text, [("PER", "Oleg Orlin")])
    earlier = [Told(text.index("was in"), Speaker("a rebel field commander", "Velm", (), "described"), ())]
    assert speaker_of(scene, "The field commander", earlier).name == "a rebel field commander"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the colonel who", "the colonel"),
        ("The minister who earlier", "the minister"),
        ("Two traders, who", "two traders"),
        ("the ministry's", "ministry"),
        ("the colonel who fled", "the colonel who fled"),
        ("The Assembly's ministry of information", "Assembly's ministry of information"),
    ],
)
def test_a_source_that_breaks_off_is_named_without_its_end(source: str, name: str) -> None:
    assert speaker_of(scene_of(f"{source} said so."), source).name == name


@pytest.mark.parametrize("between", ["aide", "adviser", "'s former lawyer", "national security adviser"])
def test_of_two_names_that_of_who_serves_is_who_speaks(between: str) -> None:
    source = f"{'Osk' + between if between[0] == chr(39) else 'Osk ' + between} Mara Venn"
    scene = scene_of(f"{source} said so. Osk left.", [("PER", "Osk"), ("PER", "Mara Venn")])
    assert speaker_of(scene, source).name == "Mara Venn"


def test_an_army_chief_is_not_the_president_named_next() -> None:
    scene = scene_of("Ostraya holds Orlin, army chief says, as President Jan Osk vows more.", [("PER", "Jan Osk")])
    assert speaker_of(scene, "army chief").name == "army chief"


def test_a_newspaper_called_after_a_capital_is_no_government() -> None:
    scene = scene_of("The Paris Post had reported it. Paris denied it.", [("LOC", "Paris"), ("ORG", "The Paris Post")])
    spoke = speaker_of(scene, "The Paris Post")
    assert (spoke.name, spoke.party) == ("Paris Post", "")


def test_what_stands_before_of_its_data_gives_no_document() -> None:
    source = "A Lantern analysis of its data"
    assert speaker_of(scene_of(f"{source} showed a mill."), source).name == "a Lantern analysis of its data"


def test_a_family_name_that_two_bear_is_that_of_who_was_named_last_before_it() -> None:
    text = "Spokesman Anto Orlin said it. Orlin denied the rest. Days ago Minister Bela Karo Orlin had left."
    scene = scene_of(text, [("PER", "Anto Orlin"), ("PER", "Bela Karo Orlin")])
    at = text.index("Orlin denied")
    assert resolve_source(scene, (Span(at, at + 5),), None, []).name == "Anto Orlin"


def test_the_spokesman_is_nobody_who_is_named_only_later_where_another_has_spoken() -> None:
    text = "Bela Karo said so. The spokesman said no. Later came Anto Orlin, a spokesman."
    scene = scene_of(text, [("PER", "Bela Karo"), ("PER", "Anto Orlin")])
    told = Told(text.index("said"), Speaker("Bela Karo", "", (), "person"), ())
    assert speaker_of(scene, "The spokesman", [told]).name != "Anto Orlin"
    assert speaker_of(scene, "The spokesman").name == "Anto Orlin"


def test_an_office_of_a_governor_is_no_person() -> None:
    text = "Governor Anto Orlin came. The governor's office of Tamm said so."
    scene = scene_of(text, [("PER", "Anto Orlin")])
    assert speaker_of(scene, "The governor's office of Tamm").name == "governor's office of Tamm"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("France, the United Arab Emirates and Germany", 3),
        ("Iran, Saudi Arabia, and Qatar", 3),
        ("Iran and Qatar", 2),
        ("Anto Orlin, minister of trade and health", 1),
    ],
)
def test_each_of_a_list_of_sides_speaks(source: str, names: int) -> None:
    scene = scene_of(f"{source} said so.", [("PER", "Anto Orlin")] if "Orlin" in source else [])
    assert len(speaker_of(scene, source).name.split("; ")) == names


def test_a_group_with_the_name_of_its_leader_is_not_he() -> None:
    text = "Reth rebels shelled Orlin. A Reth military source denied it. Ilmo Reth, their leader, left. Reth spoke."
    spans = [("PER", Span(at.start(), at.end())) for at in re.finditer(r"(?:Ilmo )?Reth", text)]
    [person] = build_roster(text, spans).persons
    assert [text[span.start : span.end] for span in person.spans] == ["Ilmo Reth", "Reth"]
