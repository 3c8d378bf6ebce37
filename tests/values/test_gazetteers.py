"""The gazetteer's file: written, looked up, made of a GeoNames dump."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import GazetteerError
from sayso.values.gazetteers import Gazetteer, gazetteer_on_board, import_dump, place_key
from sayso.values.places import PlaceContext, resolve_place

LINE = "1\tZarovka\tZarovka\tZarowka,Заровка\t48.5\t37.9\tP\tPPL\tUA\t\t05\t\t\t\t1200\t\t90\tEurope/Kyiv\t2020-01-01"
REGION = "2\tDonetsk Oblast\tDonetsk Oblast\tDonbass\t48.1\t37.8\tA\tADM1\tUA\t\t05\t\t\t\t4000000\t\t90\tKyiv\t2020"


def gazetteer(path: Path, text: str) -> Gazetteer:
    dump = path / "UA.txt"
    dump.write_text(text, encoding="utf8")
    import_dump(dump, path / "places.zip")
    return Gazetteer((path / "places.zip").read_bytes())


def test_a_dump_is_found_under_every_name(tmp_path: Path) -> None:
    own = gazetteer(tmp_path, f"{LINE}\n{REGION}\n")
    for name in ("Zarovka", "Zarowka", "Заровка"):
        place = resolve_place(name, PlaceContext(), own)
        assert place is not None
        assert (place.lat, place.lon, place.kind, place.region) == (48.5, 37.9, "city", "Donetsk Oblast")
    assert resolve_place("Zarovka") is None
    assert resolve_place("Kyiv", PlaceContext(), own) is not None


def test_a_zipped_dump_is_read_as_it_is_offered(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("UA.txt", LINE)
    assert import_dump(tmp_path / "UA.zip", tmp_path / "places.zip") == 1


@pytest.mark.parametrize("text", ["", "hello", "a\tb\tc", LINE.replace("48.5", "north")])
def test_what_is_no_dump_is_refused_and_nothing_written(tmp_path: Path, text: str) -> None:
    with pytest.raises(GazetteerError):
        gazetteer(tmp_path, text)
    assert not (tmp_path / "places.zip").exists()


def test_what_is_no_gazetteer_is_refused() -> None:
    with pytest.raises(GazetteerError, match="places import"):
        Gazetteer(b"no zip")


def test_the_same_places_make_the_same_file(tmp_path: Path) -> None:
    one = gazetteer(tmp_path, f"{LINE}\n{REGION}").sign
    assert gazetteer(tmp_path, f"{REGION}\n{LINE}").sign == one
    assert gazetteer(tmp_path, LINE).sign != one


@settings(deadline=None)  # the first look-up unpacks a part of the gazetteer
@given(st.text(max_size=40))
def test_a_key_holds_plain_letters_and_digits_only(name: str) -> None:
    key = place_key(name)
    assert key.isascii()
    assert not key or key.isalnum()
    assert place_key(key) == key
    assert all(found.row.lat for found in gazetteer_on_board().find(key))
