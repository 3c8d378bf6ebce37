"""Lines beside a report: what else to read, captions, sign-offs; and lines of the report that look like them."""

from __future__ import annotations

import pytest

from sayso.reading.asides import asides
from sayso.reading.sentences import sentences
from sayso.reading.unsaid import told_sentences, without_unsaid
from sayso.types import Attribution, Report, Span


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Vell denies that it burnt the mill",
        "Also read: Who are the salt militias?",
        "READ ALSO | Three hurt in Tor, mayor says",
        "Related: Vell denies arming them",
        "See also – Tor says it holds the mill",
        "Photo caption: Displaced people near Keld, August 2025. Ph. Keld24.org",
        "Photo: Keld Cable",
        "FILE PHOTO: A soldier says goodbye in Keld, Vellania, May 2, 2021. KELD CABLE/Ana Ruvo",
        "Image source, Keld Cable",
        "Fighters of the front walk through Keld in January. Photo: Keld Cable",
        "People who fled Tor said that they had walked for two days. Image source, Keld Cable",
        "A man who says he fled waits in Keld, Vellania [Ana Ruvo/Keld Cable]",
        "(Ruvo reported from Tor, Vellania)",
        "Ana Ruvo and Ida Osk reported from Keld; additional reporting by Tom Lind in Tor.",
    ],
)
def test_a_line_beside_the_report_claims_nothing(line: str) -> None:
    text = f"Vell says that the mill burnt.\n\n{line}\n\nTor says nothing."
    assert [text[s.start : s.end] for s in asides(text)] == [line]
    told = [text[s.start : s.end] for s in told_sentences(text, sentences(text))]
    assert told == ["Vell says that the mill burnt.", "Tor says nothing."]
    at = text.index(line) + len(line) // 2
    beside = Attribution((Span(at, at + 3),), (Span(at + 4, at + 6),), ())
    assert without_unsaid(Report("r", text, "r.txt"), [beside], sentences(text)) == []


def test_what_a_heading_leads_to_is_beside_the_report_too() -> None:
    text = "The mill burnt.\n\nRelated stories\nVell denies arming them\nTor mourns its dead\n\nThe mayor said so."
    assert [text[s.start : s.end] for s in asides(text)] == [
        "Related stories",
        "Vell denies arming them",
        "Tor mourns its dead",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read in full, the letter says that the mill burnt.",
        "The Tor Lantern reported from Keld that the mill had burnt.",
        "Images show the mill in flames, the mayor said.",
        "The mayor showed a photo: three men and a cart.",
        "Photos of the mill, the mayor said, were old.",
        "Related militias deny it.",
        "Salt War: Vell denies it",
    ],
)
def test_lines_of_the_report(line: str) -> None:
    assert list(asides(f"The mill burnt.\n\n{line}\n\nMore.")) == []
