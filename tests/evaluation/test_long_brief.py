"""Reports of several folders are put into one block."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.long_brief import main

TEXT = (
    "VARDAN, {day} March 2021 (Tarn Wire) - Ostria said its troops had taken the town of {town}. Velgoria denied it.\n"
)


def test_the_reports_of_all_folders_are_counted_up_to_the_number_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, towns in (("one", ("Orlin", "Kesh")), ("two", ("Tamm",))):
        (tmp_path / name).mkdir()
        for day, town in enumerate(towns, 3):
            (tmp_path / name / f"0{day}.txt").write_text(TEXT.format(day=day, town=town), encoding="utf8")
    main([str(tmp_path / "one"), str(tmp_path / "two")])
    main([str(tmp_path / "one"), str(tmp_path / "two"), "--reports", "2"])
    whole, part = capsys.readouterr().out.splitlines()
    assert (whole.split(":")[0], part.split(":")[0]) == ("3 reports", "2 reports")
    assert (whole.split(", ")[1], part.split(", ")[1]) == ("3 matters", "2 matters")
