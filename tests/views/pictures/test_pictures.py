"""Every picture is well-formed, holds what its record holds, escapes what it prints, and has a form in plain text."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from tests.views.briefs import BRIEF, CONTROL, COUNTS, EMPTY, position

from sayso.errors import MissingLibraryError
from sayso.types import Brief, Place
from sayso.views.index import Index
from sayso.views.outline import Topic, outline, places_of, tallies_of
from sayso.views.pictures import sheet
from sayso.views.pictures.chart import chart_lines, chart_of, chart_svg
from sayso.views.pictures.history import history_lines, history_of, history_svg
from sayso.views.pictures.ink import NARROW, WIDE, fitted, picture, sign
from sayso.views.pictures.matrix import ledger_matrix, matrix_lines, matrix_svg, matter_matrix
from sayso.views.pictures.swimlane import NO_PARTY, sayings_of, swimlane_lines, swimlane_of, swimlane_svg
from sayso.views.pictures.worldmap import LEAST, Pin, View, map_lines, map_svg, view_of
from sayso.views.wording import STANCES

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "</text><script>alert(1)</script>"


def topic() -> Topic:
    return next(each for each in outline(BRIEF).topics if each.matter.id == CONTROL.id)


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def words(svg: str) -> str:
    return " ".join(parse(svg).itertext())


def test_the_swimlane_has_a_lane_a_party_and_a_sign_a_saying() -> None:
    lanes = swimlane_of(topic())
    assert [lane.name for lane in lanes.lanes] == ["Osk", "Velmara", NO_PARTY]
    marks = [mark for lane in lanes.lanes for mark in lane.marks]
    assert sorted(mark.number for mark in marks) == list(range(1, len(sayings_of(topic())) + 1))
    assert len(marks) == 6  # seven positions; the same words in a reprint are one
    root = parse(swimlane_svg(lanes, link=lambda mark: f"#{mark.number}", standalone=True))
    links = list(root.iter(f"{SVG}a"))
    assert sorted(each.attrib["href"] for each in links) == [f"#{n}" for n in range(1, 7)]
    assert all(each.attrib["aria-label"] for each in links)
    assert "disputed" in "".join(root.itertext())
    assert "conceded" in "".join(root.itertext())


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_of_a_swimlane_lies_outside_it(width: float) -> None:
    many = tuple(
        position(stance, "Osk", "Ilmo Reth", f"2031-03-{day:02}", "aaa111", "The port", "x")
        for day in range(1, 29)
        for stance in STANCES
    )
    one = outline(replace(BRIEF, matters=(replace(CONTROL, positions=many),))).topics[0]
    root = parse(swimlane_svg(swimlane_of(one), width=width, standalone=True))
    height = float(root.attrib["height"])
    for each in root.iter(f"{SVG}circle"):
        assert 0 <= float(each.attrib["cx"]) <= width
        assert 0 <= float(each.attrib["cy"]) <= height
    held = sum(len(lane.marks) for lane in swimlane_of(one).lanes)
    drawn = len([each for each in root.iter(f"{SVG}rect") if each.attrib.get("class") == "hit"])
    told = "more without room" in "".join(root.itertext())
    assert drawn == held or told


def test_a_swimlane_in_plain_text() -> None:
    lines = swimlane_lines(swimlane_of(topic()), width=60)
    assert lines[0] == CONTROL.question
    assert any(line.startswith("Osk") and line.endswith("AA") for line in lines)
    assert any(line.startswith("Velmara") and "<" in line for line in lines)
    assert all(len(line) <= 110 for line in lines)


def test_the_matrix_of_a_matter_and_of_a_ledger() -> None:
    one = matter_matrix(topic())
    assert one.columns == ("concedes", "asserts", "denies", "withholds", "could not verify")
    osk = next(row for row in one.rows if row.name == "Osk")
    assert [cell.count if cell else 0 for cell in osk.cells] == [0, 2, 0, 0, 0]
    every = ledger_matrix(outline(BRIEF).topics)
    assert every.columns == ("Osk", "Velmara")
    velmara = every.rows[0].cells[1]
    assert velmara is not None
    assert velmara.stance == "concedes"  # the latest
    root = parse(matrix_svg(every, link=lambda id: f"/matters/{id}", standalone=True))
    assert {each.attrib["href"] for each in root.iter(f"{SVG}a")} == {
        f"/matters/{CONTROL.id}",
        "/matters/dead567890abcdef",
    }
    assert any("asserts 2" in line for line in matrix_lines(one, width=80))


def test_a_chart_keeps_low_best_and_high_and_adds_nothing_up() -> None:
    [tally] = tallies_of(COUNTS, places_of(BRIEF))
    chart = chart_of(tally)
    assert [(bar.low, bar.high, bar.by) for bar in chart.bars] == [
        (40, None, "Ilmo Reth"),
        (12, 12, "Velmaran Defence Ministry"),
    ]
    drawn = words(chart_svg(chart, standalone=True))
    assert "at least 40" in drawn
    assert "52" not in drawn
    assert "stroke-dasharray" in chart_svg(chart)  # open above
    assert any(">" in line for line in chart_lines(chart, width=90))


def test_a_wide_range_is_drawn_by_powers_of_ten() -> None:
    [tally] = tallies_of((COUNTS[1], replace(COUNTS[1], low=90_000, high=90_000, best=90_000)), places_of(BRIEF))
    assert "logarithmic" in chart_svg(chart_of(tally))
    assert "1,000" in words(chart_svg(chart_of(tally), standalone=True))


def test_history_runs_from_standing_to_standing() -> None:
    history = history_of(outline(BRIEF).topics)
    assert [course.question for course in history.courses] == [
        CONTROL.question,
        "How many Velmaran soldiers were killed?",
    ]
    assert "disputed" in words(history_svg(history, standalone=True))
    assert any("CONCEDED" in line for line in history_lines(history, width=90))


def test_pins_stand_where_they_are_and_the_view_holds_them() -> None:
    pins = [Pin("A", 40, 45, True, "x", "w"), Pin("B", 41, 47, False, "x", "w")]
    view = view_of(pins)
    assert abs(view.lat - 40.5) < 0.01
    assert view.span >= LEAST
    root = parse(map_svg(pins, standalone=True))
    spots = [
        (float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter(f"{SVG}circle") if "ink" in c.attrib["class"]
    ]
    assert len(spots) == 2
    (bx, by), (ax, ay) = sorted(spots, reverse=True)
    assert bx > ax
    assert by < ay  # east is right, north is up
    assert "stroke-dasharray" in map_svg(pins)  # B stands for a wider area
    assert "contested" in words(map_svg(pins, standalone=True))
    assert map_svg([]) == ""
    assert len(map_lines(pins, width=80)) == 2


def test_pins_that_would_lie_on_each_other_stand_beside_each_other() -> None:
    pins = [Pin(f"P{n}", 40 + n / 1000, 45, True, "x", "w") for n in range(9)]
    root = parse(map_svg(pins, standalone=True))
    spots = [
        (float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter(f"{SVG}circle") if "ink" in c.attrib["class"]
    ]
    assert len(spots) == 9
    assert min(math.dist(a, b) for a, b in combinations(spots, 2)) > 14
    assert len([path for path in root.iter(f"{SVG}path") if path.attrib.get("class") == "axis"]) == 8


def test_the_world_is_drawn_without_lines_across_the_date_line() -> None:
    for view in (View(20, 10, 360), View(65, 178, 40), View(-17, -179, 20)):
        svg = map_svg([], view=view, standalone=True)
        parse(svg)
        assert len(svg) < 600_000


def test_only_places_of_the_gazetteer_are_on_the_map() -> None:
    place = Place("Tarkhun", "Tarkhun", 40.0, 45.0, "city", "", "", 1, (), (), "made up")
    index = Index(replace(BRIEF, places=(place,)), (), ())
    pins, unknown = index.pins_of(index.outline.topics)
    assert [(pin.name, pin.lat, pin.lon, pin.exact, pin.standing) for pin in pins] == [
        ("Tarkhun", 40.0, 45.0, True, "conceded")
    ]
    assert unknown == []
    pins, unknown = Index(BRIEF, (), ()).pins_of(index.outline.topics)
    assert (pins, unknown) == ([], ["Tarkhun"])


def test_words_of_a_report_are_no_markup_in_any_picture() -> None:
    positions = tuple(replace(each, party=EVIL, speaker=EVIL, text=EVIL) for each in CONTROL.positions)
    brief = replace(BRIEF, matters=(replace(CONTROL, question=EVIL, positions=positions),))
    [one] = outline(brief).topics
    [tally] = tallies_of(tuple(replace(each, by=EVIL, what=EVIL, note=EVIL) for each in COUNTS), places_of(BRIEF))
    drawn = [
        swimlane_svg(swimlane_of(one), link=lambda _: '"><script>', standalone=True),
        matrix_svg(matter_matrix(one), link=lambda _: '"><script>', standalone=True),
        chart_svg(chart_of(tally), standalone=True),
        history_svg(history_of([one]), standalone=True),
        map_svg([Pin(EVIL, 1, 1, True, EVIL, EVIL, "", 1, '"><script>')], standalone=True),
    ]
    for svg in drawn:
        parse(svg)
        assert "<script" not in svg
    assert "<script" not in sheet.picture_page([(EVIL, drawn[0])], EVIL)


@pytest.mark.parametrize("brief", [EMPTY, replace(BRIEF, matters=())])
def test_nothing_to_draw_is_no_picture(brief: Brief) -> None:
    topics = outline(brief).topics
    assert history_svg(history_of(topics)) == ""
    assert matrix_svg(ledger_matrix(topics)) == ""
    assert matrix_lines(ledger_matrix(topics), width=80)
    assert history_lines(history_of(topics), width=80)


def test_every_stance_has_a_sign_of_its_own() -> None:
    forms = {sign(stance, 10, 10) for stance in STANCES}
    assert len(forms) == len(STANCES)


def test_pictures_stack_into_one_and_become_png() -> None:
    lanes, history = swimlane_svg(swimlane_of(topic())), history_svg(history_of(outline(BRIEF).topics))
    whole = sheet.stacked([("one", lanes), ("two", history), ("none", "")], "both")
    root = parse(whole)
    assert len(root.findall(f"{SVG}svg")) == 2
    assert "var(" not in whole
    pytest.importorskip("resvg_py")
    assert sheet.png_of(whole).startswith(b"\x89PNG")


def test_without_its_library_png_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(MissingLibraryError, match="sayso\\[png\\]"):
        sheet.png_of(picture(10, 10, "", "x", standalone=True))


def test_words_are_cut_to_their_room() -> None:
    assert fitted("short", 200) == "short"
    assert len(fitted("a very long name of a ministry", 100)) <= 14
