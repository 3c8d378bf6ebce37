from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.scenes import said, scene

from sayso.reading.figures import read_figures
from sayso.types import Figure, Span, Statement
from sayso.values.figure_notes import is_beside

PIECES = """Orlin Vell 12 3. dozens of people killed wounded, from 44 to 1,221 rose . shells ; seven of them
kilometres the list runs to 72. homes lost in all overnight “ ” another one no""".split()


def figures(text: str) -> list[Figure]:
    return read_figures(scene(text))


@pytest.mark.parametrize(
    ("text", "what", "of", "best", "unit"),
    [
        ("Some 140 soldiers of Vell were killed.", "killed", "Vell", 140, "people"),
        ("Vell says that 31 men were wounded.", "injured", "Vell", 31, "people"),
        ("Orlin lies eleven kilometres from Tamm.", "distance", "Orlin - Tamm", 11, "km"),
        ("Orlin had 4,000 inhabitants.", "inhabitants", "Orlin", 4000, "people"),
        ("About 9,000 people have fled their homes.", "displaced", "", 9000, "people"),
        ("Ostria has taken 48 villages.", "settlements", "Ostria", 48, "villages"),
        ("Two posts had fallen, a diplomat said.", "posts", "", 2, "posts"),
        ("Ostria struck the camp, killing twelve men.", "killed", "", 12, "people"),
        ("An air strike by Ostria on Orlin killed twelve people.", "killed", "", 12, "people"),
        ("Shells wounded four residents of Orlin.", "injured", "", 4, "people"),
        ("Fifteen soldiers of Vell were wounded, while Ostria was silent.", "injured", "Vell", 15, "people"),
        ("The army of Ostria announced that its men had killed 41 rebels.", "killed", "", 41, "people"),
        ("The army of Ostria said it shot down nine drones.", "drones shot down", "", 9, "drones"),
        ("Some 1,200 households have fled their homes.", "displaced", "", 1200, "households"),
        ("Those of Vell lie far off; fifteen were wounded, while Ostria was silent.", "injured", "Vell", 15, "people"),
    ],
)
def test_what_a_number_counts_and_of_whom(text: str, what: str, of: str, best: float, unit: str) -> None:
    [figure] = figures(text)
    assert (figure.what, figure.of, figure.best, figure.unit) == (what, of, best, unit)


@pytest.mark.parametrize(
    "text",
    [
        "They fought for 30 years.",
        "It fell 3 days later.",
        "A boy aged 12 was there.",
        "They met at 10 a.m.",
        "A shell hit a nine-storey house on a two-lane road.",
        "Several local sources told of it.",
        "Two traders in the old town said that it was quiet.",
        "Two U.S. officers, who did not want to be named, said that it was quiet.",
        "An engineer who worked on two of them believes that it was an anchor.",
        "The army took the two largest towns.",
        "Nobody.",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Strikes on two crowded quarters killed 22 people.", [("quarters", 2), ("killed", 22)]),
        ("Two raids have killed at least 22 people.", [("raids", 2), ("killed", 22)]),
        ("Two soldiers killed 10 km away were named.", [("killed", 2), ("distance", 10)]),
        ("Raids led to the martyrdom of 44 people and the injury of 88.", [("killed", 44), ("injured", 88)]),
        ("Nine men were hurt. The radios are new, with powder inside 500 of them.", [("injured", 9)]),
        ("Nine men were hurt, two of them badly.", [("injured", 9), ("injured", 2)]),
        ("They struck several positions.", []),
        ("Several soldiers were killed.", [("killed", 3)]),
    ],
)
def test_what_does_harm_and_what_is_no_number_is_no_toll(text: str, found: list[tuple[str, float | None]]) -> None:
    assert [(figure.what, figure.best) for figure in figures(text)] == found


def test_what_did_the_harm_is_read_in_no_time() -> None:
    text = "Two" + " raids on towns" * 1300 + " killed 22 people."
    begun = time.monotonic()
    figures(text)
    assert time.monotonic() - begun < 5


def test_who_counts_and_as_of_when() -> None:
    text = "Vell said that 31 men were killed. Then 40 were wounded."
    content = (Span(15, 33),)
    said = Statement("s1", "r1", (), (), content, "indirect", "a colonel", "Vell", "", "asserts", "2021-03-01")
    told, own = read_figures(scene(text, said))
    assert (told.statement, told.by, told.as_of) == ("s1", "a colonel", "2021-03-01")
    assert (own.statement, own.by, own.as_of) == (None, "", "2021-03-02")


@pytest.mark.parametrize(("of", "wanted"), [("enemy", "enemy"), ("its own", "Vell")])
def test_the_losses_of_the_enemy_are_not_of_who_counts_them(of: str, wanted: str) -> None:
    text = f"The army of Vell reported {of} losses of up to 300 men."
    [figure] = read_figures(scene(text, said(text, f"{of} losses of up to 300 men", cue="reported")))
    assert (figure.what, figure.of) == ("killed", wanted)


def test_all_losses_are_of_the_kind_of_those_that_they_come_to() -> None:
    found = figures("Vell had 40 men killed and wounded, bringing all losses since May to 600.")
    assert [figure.what for figure in found] == ["killed and wounded"] * 2


def test_what_is_launched_is_of_who_launches() -> None:
    found = figures("Vell launched 40 drones and six missiles at Ostria.")
    assert [(figure.what, figure.of) for figure in found] == [
        ("drones launched", "Vell"),
        ("missiles launched", "Vell"),
    ]


def test_offsets_are_those_of_the_report() -> None:
    text = "Nobody knows why.\n\nAt least 12 people were killed. Another 5 were killed."
    assert [text[f.span.start : f.span.end].split()[-1] for f in figures(text)] == ["12", "5"]
    assert [f.new for f in figures(text)][-1] is True


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vell lost 62 killed and more than 100 wounded.", [("killed", 62), ("injured", 100)]),
        ("Guns put 22 shells into Orlin, killing four people.", [("shells", 22), ("killed", 4)]),
        ("At least 34 people died. The list now runs to 72.", [("killed", 34), ("killed", 72)]),
        ("Seventeen people are dead; seven of them are children.", [("killed", 17), ("killed", 7)]),
        ("Observers counted 31 breaches, 17 by Vell and 14 by Ostria.", [("breaches", n) for n in (31, 17, 14)]),
        ("A driver saw 40 buses; the town hall makes it 25.", [("buses", 40), ("buses", 25)]),
        ("Eleven inhabitants drowned.", [("killed", 11)]),
        ("Some 600 people lost their homes.", [("displaced", 600)]),
        ("Orlin's 38,000 people went hungry.", [("inhabitants", 38000)]),
        ("They died. 3. On the withdrawal of forces the sides agreed.", []),
        ("One resident said so. According to two officials it was quiet.", []),
    ],
)
def test_what_each_number_of_several_counts(text: str, found: list[tuple[str, float]]) -> None:
    assert [(figure.what, figure.best) for figure in figures(text)] == found


def test_what_is_of_the_past_day_is_new_and_no_total() -> None:
    assert [
        f.new for f in figures("Some 62 men of Vell were killed in the past day. In all, 140 men were killed.")
    ] == [
        True,
        False,
    ]


def test_a_number_whose_side_is_not_named_is_that_of_the_number_before_it() -> None:
    assert [f.of for f in figures("Vell lost dozens of soldiers. The number of the killed came to 1,221.")] == [
        "Vell",
        "Vell",
    ]


@given(st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_any_text_gives_figures_inside_it(text: str) -> None:
    for figure in figures(text):
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.what


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Some 140 soldiers of Vell were killed.", ["soldiers"]),
        ("Twelve people were killed, among them three children.", ["", "children"]),
        ("40 soldiers were killed, two of them on Sunday.", ["soldiers", "soldiers"]),
        ("The civilian death toll rose from 44 to 1,221.", ["civilians", "civilians"]),
        ("40 prisoners were taken, 12 of them women.", ["", "women"]),
        ("12 women and children were killed.", ["women; children"]),
        ("Ostria fired 12 shells at the children.", [""]),
    ],
)
def test_which_people_a_number_counts(text: str, who: list[str]) -> None:
    assert [figure.who for figure in figures(text)] == who


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("140 soldiers and 20 civilians have been killed since February 27.", ["2021-02-27", "2021-02-27"]),
        ("Since the war began on 24 February, 1,000 civilians have been killed.", ["2021-02-24"]),
        ("1,221 were killed since February 27, 44 of them on Sunday.", ["2021-02-27", None]),
        ("Ostria has taken 48 villages since the start of the offensive on February 27.", ["2021-02-27"]),
        ("Vell, home to 4,000 people, has been besieged since Monday.", [None]),
        ("Seven people died on Sunday.", [None]),
        ("They killed 84 soldiers in the heaviest defeat for Vell since it came in 2019.", [None]),
        ("In the deadliest raid since 2014, 12 people were killed.", [None]),
    ],
)
def test_since_when_a_number_counts(text: str, since: list[str | None]) -> None:
    assert [figure.since for figure in figures(text)] == since


def test_a_region_of_so_many_people_did_not_lose_them() -> None:
    [figure] = figures("Vell lost Orlin, a mountain region of some 145,000 people, in a war.")
    assert (figure.what, figure.of) == ("inhabitants", "Orlin")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was murdered by two paid assassins.", []),
        ("The judge was travelling with two bodyguards.", [("bodyguards", 2)]),
        ("The killers fired three bullets.", [("bullets", 3)]),
        ("He paid 300,000 pesos to the man who killed him.", [("pesos", 300000)]),
        ("They saved the lives of thousands of guards.", [("guards", 2000)]),
        ("29 soldiers were killed, 30 wounded and 25 captured.", [("killed", 29), ("injured", 30), ("captured", 25)]),
        ("We killed three and wounded five.", [("killed", 3), ("injured", 5)]),
        ("It left 1,000 people dead and 20,000 homeless.", [("killed", 1000), ("displaced", 20000)]),
        ("Two missionaries, aged 19 and 21, were shot dead.", [("killed", 2)]),
        ("The bomb went off 150 metres from the palace.", [("distance", 150)]),
    ],
)
def test_what_is_no_count_of_the_harmed_and_what_a_number_says_by_its_own_noun(
    text: str, found: list[tuple[str, float]]
) -> None:
    assert [(figure.what, figure.best) for figure in figures(text)] == found


def test_own_losses_told_after_those_of_the_others() -> None:
    text = "Vell lost at least 140 men. It gives its own as eleven servicemen, two of whom fell on Monday."
    said = Statement("s1", "r1", (), (), (Span(0, len(text)),), "indirect", "a", "Ostria", "", "asserts", "2021-03-01")
    found = [(f.what, f.of, f.best, f.who) for f in read_figures(scene(text, said))]
    assert found[:2] == [("killed", "Vell", 140, ""), ("killed", "Ostria", 11, "soldiers")]
    assert found[2][0::2] == ("killed", 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vell says that it holds 52 soldiers.", ("captured", 52, "soldiers")),
        ("He spoke of 46 soldiers captured and no word of the others.", ("captured", 46, "soldiers")),
        ("Four of our servicemen fell at Orlin.", ("killed", 4, "soldiers")),
        ("Ostria has taken 48 villages.", ("settlements", 48, "")),
        ("Two soldiers fell back to Orlin.", ("soldiers", 2, "")),
    ],
)
def test_held_and_fallen(text: str, found: tuple[str, float, str]) -> None:
    [figure] = figures(text)
    assert (figure.what, figure.best, figure.who) == found


def test_a_number_within_a_name_counts_nothing() -> None:
    assert [f.best for f in figures("The toll rose, Channel Nine News said: twelve people were killed.")] == [12]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The strike neutralised 17 gunmen and burnt a depot.", [("killed", 17)]),
        ("Nearly 90 gunmen had been eliminated.", [("killed", 90)]),
        ("They eliminated 40 tunnels.", [("tunnels", 40)]),
        ("They have destroyed 90 vehicle bombs and 20 drones.", [("bombs destroyed", 90), ("drones shot down", 20)]),
        ("In all 15 bodies of gunmen were captured.", [("killed", 15)]),
        (
            "The toll of the raid of March 1 has risen to 21, after six of the wounded died.",
            [("killed", 21), ("killed", 6)],
        ),
        ("A further 70 soldiers and 120 residents were injured.", [("injured", 70), ("injured", 120)]),
        (
            "The number of men killed since Monday was put at 14 and that of wounded at 200.",
            [("killed", 14), ("injured", 200)],
        ),
        ("Five of its soldiers lost a leg.", [("injured", 5)]),
        ("They arrested 100 herders, whose bodies were found later.", [("captured", 100)]),
        ("The arrest of 55 officers was announced.", [("captured", 55)]),
        ("A man of 63 died in Orlin.", []),
        ("She says that she saved thousands of lives.", []),
        ("One major and six soldiers are charged with the killings.", [("soldiers", 6)]),
        ("They shelled it with 120 mm guns, and a dozen book bags were left.", []),
        ("Two residents reached by telephone heard shots.", []),
        (
            "They freed 1,200 prisoners, including 26 women. Some 80 of those freed were ill.",
            [("released", n) for n in (1200, 26, 80)],
        ),
    ],
)
def test_what_became_of_those_counted(text: str, found: list[tuple[str, float]]) -> None:
    assert [(figure.what, figure.best) for figure in figures(text)] == found


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Bombs fell and 11 students and two teachers were killed.", [False, True]),
        ("Twelve people, including eight civilians and two soldiers, were killed.", [False, False, False]),
        ("12 soldiers were killed. Two teachers were killed.", [False, False]),
        ("Nine soldiers, four policemen and two teachers were killed.", [False, True, True]),
        ("Nine residents, four children, were killed.", [False, False]),
    ],
)
def test_others_of_one_toll_are_counted_beside_each_other(text: str, beside: list[bool]) -> None:
    assert [is_beside(figure.note) for figure in figures(text)] == beside


def test_what_became_of_them_is_read_in_no_time() -> None:
    text = "The toll of the number of dead and of some men and girls, " * 350 + "12 men and 40 girls"
    begun = time.monotonic()
    figures(text)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Operation Long Night 3 killed twelve people in Orlin.", [("killed", 12, "")]),
        ('The army announced "Long Night 3" and that 78 people were killed.', [("killed", 78, "")]),
        ("Four women of one family were killed in Orlin.", [("killed", 4, "women")]),
        (
            "The ministry said 224 people had been killed and 1,277 admitted to hospital.",
            [("killed", 224, ""), ("injured", 1277, "")],
        ),
        (
            "He put the dead at 935, among them 132 women. The ministry's last figure was 627.",
            [("killed", 935, ""), ("killed", 132, "women"), ("killed", 627, "")],
        ),
        ("Two local groups said that 190 people had died.", [("killed", 190, "")]),
        ("Six powers condemned the raid, which killed nine people.", [("killed", 9, "")]),
    ],
)
def test_what_a_number_counts_beside_names_families_and_those_who_speak(
    text: str, counted: list[tuple[str, int, str]]
) -> None:
    assert [(each.what, each.best, each.who) for each in figures(text)] == counted
