from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types import Likeness, NameType
from sayso.values.name_clusters import cluster_names
from sayso.values.name_parts import strip_titles
from sayso.values.names import SAME, compare_names, compare_words

CASES = json.loads((Path(__file__).parents[2] / "evaluation" / "cases" / "names.json").read_text(encoding="utf-8"))
TYPES: tuple[NameType, ...] = ("PER", "ORG", "LOC", "MISC")

# Measured: 0.991 and 0.981. The near misses are chosen to mislead (Maliki, Malki), so precision in reports is higher.
PRECISION_FLOOR = 0.99
RECALL_FLOOR = 0.95


def test_labelled_pairs_stay_over_the_floor() -> None:
    found = [compare_names(case["a"], case["b"], case["type"]).score >= SAME for case in CASES]
    right = sum(alike and case["same"] for alike, case in zip(found, CASES, strict=True))
    assert right / sum(found) >= PRECISION_FLOOR
    assert right / sum(case["same"] for case in CASES) >= RECALL_FLOOR
    assert len(CASES) >= 400


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pogossjan", "Poghosyan"),
        ("Owannissijan", "Hovhannisyan"),
        ("Arutjunjan", "Harutyunyan"),
        ("Poutine", "Putin"),
        ("Cavusoglu", "Çavuşoğlu"),
        ("Drozhnitsa", "Droschniza"),
        ("Kolomasch", "Kolomaž"),
        ("Tschornobrod", "Chornobrod"),
        ("Chworostin", "Hvorostin"),
        ("Qarataşlı", "Karataschly"),
        ("Toğaybəyli", "Toghaibejli"),
        ("Tsqalobeli", "Zkalobeli"),
        ("Ghraibi", "Ghoreibi"),
        ("Warfooy", "Warfoy"),
        ("Khwarezm", "Khorezm"),
        ("Путин", "Putin"),
    ],
)
def test_spellings_of_one_word_are_alike(a: str, b: str) -> None:
    assert compare_words(a, b).score >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Harutyunyan", "Hovhannisyan"),
        ("Aliyev", "Guliyev"),
        ("Ivanov", "Ivanova"),
        ("Shusha", "Shushan"),
        ("Karim", "Karimi"),
    ],
)
def test_near_misses_are_kept_apart(a: str, b: str) -> None:
    assert compare_words(a, b).score < SAME


@pytest.mark.parametrize(
    ("a", "b", "because"),
    [
        ("Brigadier Tahsin al-Qarmali", "Tahseen Karmali", "every part sounds alike"),
        ("Al-Dahri", "Abou Sarmad ed-Dahri", "the family name alone"),
        ("Recep Tayyip Erdogan", "Recep Erdoğan", "a part left out"),
        ("Xi Jinping", "Jinping Xi", "the same parts in another order"),
        ("B. Wolde-Tinsa", "Berhane-Sil Wolde Tinsa", "a part left out"),
    ],
)
def test_persons_are_joined_with_the_reason(a: str, b: str, because: str) -> None:
    likeness = compare_names(a, b, "PER")
    assert likeness.score >= SAME
    assert likeness.because == because


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Mohammed bin Salman", "Salman bin Mohammed"),
        ("Abu Bakr", "Bakr"),
        ("Umm Sabir", "Abu Sabir"),
        ("A. Aliyev", "Ilham Aliyev"),
    ],
)
def test_other_persons_of_the_family_are_kept_apart(a: str, b: str) -> None:
    assert compare_names(a, b, "PER").score < SAME


def test_places_differ_by_qualifier_and_join_across_endings() -> None:
    assert compare_names("North Kivu", "South Kivu", "LOC").because == "set apart by north, south"
    assert compare_names("Shushi", "Shusha", "LOC").score >= SAME
    assert compare_names("Ceel Xamarre", "Eil Hamareh", "LOC").score >= SAME
    assert compare_names("the city of Raqqa", "Ar-Raqqah", "LOC").score >= SAME


def test_bodies_join_across_order_demonym_and_initials() -> None:
    assert compare_names("Ministry of Defence of Velgoria", "Welgorian Defense Ministry", "ORG").score >= SAME
    assert compare_names("RSF", "Rapid Support Forces", "ORG").score >= SAME
    assert compare_names("Ruzhenian Defence Ministry", "Velgorian Defence Ministry", "ORG").score < SAME


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Armenian Prime Minister Nikol Pashinyan", "Nikol Pashinyan"),
        ("army spokesman Brigadier Tahsin al-Qarmali", "Tahsin al-Qarmali"),
        ("Maj. Gen. Htun Zeyar", "Htun Zeyar"),
        ("Sheikh Hasina", "Hasina"),
        ("President", "President"),
        ("Hassan Sheikh Mohamud", "Hassan Sheikh Mohamud"),
        ("Secretary of State Dana Reth", "Dana Reth"),
        ("Secretary of State", "Secretary of State"),
        ("Minister of Defence Dana Reth", "Dana Reth"),
        ("Chief of the General Staff Ilmo Sarn", "Ilmo Sarn"),
        ("Minister of Foreign Affairs Amir Karim Tolan", "Amir Karim Tolan"),
        ("Amir Karim Tolan", "Amir Karim Tolan"),
        ("the Amir Karim Tolan", "Karim Tolan"),
        ("amir Tolan", "Tolan"),
        ("Emir Tolan", "Tolan"),
    ],
)
def test_titles_are_stripped(name: str, bare: str) -> None:
    assert strip_titles(name) == bare


def test_clusters_join_spellings_and_short_forms() -> None:
    clusters = cluster_names(
        [
            ("Vratislav Kolomazh", "PER", 3),
            ("Wratislaw Kolomasch", "PER", 1),
            ("Kolomaž", "PER", 5),
            ("Peskov", "PER", 1),
            ("Pskov", "LOC", 1),
            ("Hadarsha People's Salvation Front", "ORG", 2),
            ("HPSF", "ORG", 1),
            ("Salvation Front", "ORG", 1),
        ]
    )
    assert {(known.name, known.type): set(known.spellings) for known in clusters} == {
        ("Vratislav Kolomazh", "PER"): {"Vratislav Kolomazh", "Wratislaw Kolomasch", "Kolomaž"},
        ("Peskov", "PER"): {"Peskov"},
        ("Pskov", "LOC"): {"Pskov"},
        ("Hadarsha People's Salvation Front", "ORG"): {"Hadarsha People's Salvation Front", "HPSF", "Salvation Front"},
    }
    assert all(len(known.because) >= len(known.spellings) - 1 for known in clusters)


def test_a_family_name_between_brothers_stays_by_itself() -> None:
    clusters = cluster_names([("Ali Larijani", "PER", 1), ("Sadeq Larijani", "PER", 1), ("Larijani", "PER", 1)])
    assert sorted(known.spellings for known in clusters) == [("Ali Larijani",), ("Larijani",), ("Sadeq Larijani",)]
    assert any("may be any of" in line for known in clusters for line in known.because)


def test_a_name_that_is_now_a_place_now_a_body_is_one() -> None:
    assert [known.type for known in cluster_names([("Velgoria", "LOC", 3), ("Velgoria", "ORG", 1)])] == ["LOC"]


def test_capitals_of_a_dateline_are_not_how_a_place_is_shown() -> None:
    [known] = cluster_names([("ORLIN", "LOC", 9), ("Orlin", "LOC", 1)])
    assert known.name == "Orlin"


def test_clusters_do_not_depend_on_order() -> None:
    names = [(case["a"], case["type"], 1) for case in CASES] + [(case["b"], case["type"], 1) for case in CASES]
    assert cluster_names(names) == cluster_names(names[::-1])


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(TYPES))
def test_never_raises_and_is_symmetric(a: str, b: str, kind: NameType) -> None:
    both: tuple[Callable[[], Likeness], ...] = (lambda: compare_names(a, b, kind), lambda: compare_names(b, a, kind))
    first, second = (compare() for compare in both)
    assert first == second
    assert 0 <= first.score <= 1
    assert compare_words(a, b) == compare_words(b, a)


@given(st.lists(st.tuples(st.text(max_size=20), st.sampled_from(TYPES), st.integers(-1, 5)), max_size=8))
def test_every_name_is_in_exactly_one_cluster(names: list[tuple[str, NameType, int]]) -> None:
    spellings = [spelling for known in cluster_names(names) for spelling in known.spellings]
    assert {" ".join(name.split()) for name, _, _ in names if name.strip()} == set(spellings)
