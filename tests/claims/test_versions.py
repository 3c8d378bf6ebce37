from __future__ import annotations

from sayso.claims.versions import changed_passages, find_versions
from sayso.types import Report


def report(name: str, text: str, address: str | None = "https://quay.example/1") -> Report:
    return Report(name, text, f"{name}.txt", address=address)


def test_one_address_with_another_text_is_a_newer_version() -> None:
    reports = [
        report("a", "Three died."),
        report("b", "Else.", None),
        report("c", "Five died."),
        report("d", "x", "https://quay.example/2"),
    ]
    assert find_versions(reports) == [("a", "c")]


def test_what_changed_is_shown_line_by_line() -> None:
    older = report("a", "Title\n\nThree died.\nIt rained.\n")
    newer = report("b", "Title\n\nFive died.\nIt rained.\nA correction.\n")
    words = [
        (older.text[a.start : a.end] if a else None, newer.text[b.start : b.end] if b else None)
        for a, b in changed_passages(older, newer)
    ]
    assert words == [("Three died.", "Five died."), (None, "A correction.")]
