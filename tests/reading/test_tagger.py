"""The model on board: it loads, reads with exact offsets, and refuses damaged files."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.reading.tagger import (
    CAPITALISED,
    CAPITALS,
    DIGITS,
    LOWER,
    MODEL_FOLDER,
    NO_WORD,
    Tagger,
    case_of,
    load_tagger,
)

TEXT = "“The town is ours! ”General Tarov said in Vellin. The army did not confirm this."


@pytest.mark.parametrize(
    ("surface", "case"),
    [("town", LOWER), ("Town", CAPITALISED), ("NATO", CAPITALS), ("!", NO_WORD), ("1994", DIGITS), ("A", CAPITALISED)],
)
def test_case_of_a_piece(surface: str, case: int) -> None:
    assert case_of(surface) == case


def test_reading_gives_spans_of_the_text() -> None:
    attributions, names = load_tagger().read(TEXT)
    assert any("said" in TEXT[a.cue[0].start : a.cue[0].end] for a in attributions)
    spans = [s for a in attributions for s in (*a.source, *a.cue, *a.content)] + [s for _, s in names]
    assert all(0 <= s.start < s.end <= len(TEXT) for s in spans)


def test_the_same_text_reads_the_same() -> None:
    assert load_tagger().read(TEXT) == load_tagger().read(TEXT)


def test_what_is_read_ahead_reads_the_same() -> None:
    texts = [TEXT, "Kemra said no. " * 90, "", TEXT.upper(), TEXT]
    ahead = Tagger()
    for text in [*texts, *texts]:
        ahead.read_ahead(text)
    assert [ahead.read(text) for text in texts] == [load_tagger().read(text) for text in texts]
    for text, following in pairwise(texts):
        ahead.read_ahead(text)
        ahead.read_ahead(following)
        assert ahead.read(text) == load_tagger().read(text)
    assert ahead.syntax(TEXT) == load_tagger().syntax(TEXT)


@pytest.mark.parametrize("text", ["", " \n ", "\u0000", "🙂"])
def test_hardly_any_text(text: str) -> None:
    attributions, _ = load_tagger().read(text)
    assert attributions == []


def test_the_version_names_the_digest() -> None:
    assert "@" in load_tagger().version


def test_a_missing_model_is_said_clearly(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install sayso again"):
        Tagger(tmp_path)


def test_what_tells_sides_goes_with_one_model_alone(tmp_path: Path) -> None:
    assert load_tagger().meanings("The army denied it.").sides  # type: ignore[union-attr]
    folder = Path(shutil.copytree(MODEL_FOLDER, tmp_path / "model"))
    sides = json.loads((folder / "sides.json").read_text(encoding="utf8"))
    (folder / "sides.json").write_text(json.dumps(sides | {"model": "another"}), encoding="utf8")
    assert Tagger(folder).meanings("The army denied it.").sides is None  # type: ignore[union-attr]
    (folder / "sides.json").unlink()
    assert Tagger(folder).meanings("The army denied it.").sides is None  # type: ignore[union-attr]
    (folder / "sides.json").write_text("{", encoding="utf8")
    with pytest.raises(ModelError, match=r"sides\.json"):
        Tagger(folder).meanings("The army denied it.")


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MODEL_FOLDER, tmp_path / "model"))
    (folder / "model.onnx").write_bytes(b"damaged")
    with pytest.raises(ModelError, match="damaged"):
        Tagger(folder)
    info = json.loads((folder / "model.json").read_text(encoding="utf8"))
    assert "sha256" in info
