"""Where quoted speech stands in a text, broken marks included, and how a statement quotes: direct, mixed, indirect.

Marks are paired paragraph by paragraph, so that one lost mark spoils one paragraph at most. A mark may stand with its
blank on the wrong side (`... ours! ”He said`). Nothing in the text is altered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.types import Quote, Span

PARAGRAPH = re.compile(r"[^\r\n]+")
MARK = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[.,!?…])[’'](?!\w)|\bUNQUOTE\b|\bQUOTE\b")
LABEL = re.compile(
    r"(?:\d{1,2}[:.]\d{2} )?(?:[A-Z][\w.’']*|of|de|von)(?: [\w.’']+){0,4}(?: ?\([^)]*\))?(?:, "
    r"[^.:]{3,40})?(?:\.? ?[–—-]|:)"
)
CLOSING = frozenset("”»’")
ENDS = ".!?…"
LONGEST = 2500  # characters of a quotation that runs on over paragraphs


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: ``inner`` without the marks and the blanks inside them, ``outer`` with the marks."""

    inner: Span
    outer: Span
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """Every quotation of ``text`` in order; one that is never closed ends with its paragraph."""
    out: list[Quotation] = []
    for paragraph in PARAGRAPH.finditer(text):
        if out and paragraph.end() <= out[-1].outer.end:
            continue
        start = max(paragraph.start(), out[-1].outer.end if out else 0)
        out += _in_paragraph(text, start, paragraph.end())
        if out and not out[-1].closed:
            out[-1] = _over_paragraphs(text, out[-1])
    return out


def _over_paragraphs(text: str, opened: Quotation) -> Quotation:
    """A quotation that runs on over paragraphs without new marks: its first mark after that is the closing one."""
    opening = text[opened.outer.start]
    if opening not in "«“„":
        return opened
    mark = MARK.search(text, opened.outer.end, min(len(text), opened.outer.end + LONGEST))
    if mark is None or mark[0] == opening or not _closes(opening, mark[0]) or text[mark.start() - 1].isspace():
        return opened
    inner = Span(opened.inner.start, mark.start())
    return Quotation(inner, Span(opened.outer.start, mark.end()))


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    out: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, start, end):
        if opened is None:
            opened = mark if _may_open(text, mark, start) else None
        elif _closes(opened[0], mark[0]):
            out.append(_quotation(text, opened, mark.start(), mark.end()))
            opened = None
    if opened is not None and opened[0] not in ("'", "‘"):
        out.append(_quotation(text, opened, end, end, closed=False))
    return out


def _may_open(text: str, mark: re.Match[str], start: int) -> bool:
    if mark[0] in CLOSING or mark[0] == "UNQUOTE":
        return (
            mark[0] in "”»" and (mark.start() == start or text[mark.start() - 1].isspace()) and mark.end() < len(text)
        )
    return True


def _closes(opening: str, mark: str) -> bool:
    if opening == "QUOTE":
        return mark == "UNQUOTE"
    if opening in ("‘", "'"):
        return mark in ("’", "'")
    if opening == "«":
        return mark == "»"
    if opening == "»":
        return mark in "«»"
    if opening == '"':
        return mark in ('"', "”")
    return mark in ("”", '"') or (opening in "„”" and mark == "“")


def _quotation(text: str, opened: re.Match[str], close: int, after: int, *, closed: bool = True) -> Quotation:
    low, high = opened.end(), close
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return Quotation(Span(low, high), Span(opened.start(), after), closed)


def around(quotations: list[Quotation], span: Span) -> Quotation | None:
    """The quotation that holds all of ``span``, its marks not counted; None where there is none."""
    return next((q for q in quotations if q.inner.start <= span.start and span.end <= q.inner.end), None)


def is_speech(text: str, quotation: Quotation) -> bool:
    """True for quoted sentences, False for a few quoted words inside a sentence of the report."""
    words = text[quotation.inner.start : quotation.inner.end]
    if not words[:1].isupper() and not words[:1].isdigit() and not words.startswith(("…", "...")):
        return _goes_on(text, quotation) and len(words.split()) > 3
    before = text[: quotation.outer.start].rstrip(" \t")
    starts = not before or before[-1] in ENDS + ',:;\n–—-(”»"’' or words[-1:] in ENDS + ","
    return starts and (words[-1:] in ENDS + "," or before[-1:] in (":", "") or len(words.split()) > 2)


def _goes_on(text: str, quotation: Quotation) -> bool:
    """True for the second half of a sentence in marks: “Our guns,” he said, “are silent.”"""
    before = text[: quotation.outer.start].rstrip(" \t")
    return before.endswith(",") and text[quotation.inner.end - 1] in ENDS


def is_carried(text: str, content: tuple[Span, ...]) -> bool:
    """True for a transcript, or a statement carried whole: sentences after a colon or a label, up to the line's end."""
    if not content or (not text[content[0].start].isupper() and not text[content[0].start].isdigit()):
        return False
    before = text[: content[0].start].rstrip()
    after = text[content[-1].end :]
    ends_line = not after.strip() or "\n" in after[: len(after) - len(after.lstrip())] or after[:2] in (".\n", ".\r")
    sentence = text[content[-1].end - 1 : content[-1].end + 1].strip()[-1:] in ENDS
    label = LABEL.fullmatch(before[before.rfind("\n") + 1 :])
    return ends_line and sentence and (before.endswith(":") or label is not None)


def quote_kind(
    text: str, quotations: list[Quotation], content: tuple[Span, ...], *, cue: tuple[Span, ...] = ()
) -> Quote:
    """How the content is quoted; a transcript and a statement carried whole are direct.

    A content inside the quotation of somebody else, whose cue stands inside it too, is that person's own wording.
    """
    if not content:
        return "indirect"
    kinds = {_piece_kind(text, quotations, piece, cue) for piece in content}
    if kinds == {"direct"} or is_carried(text, content):
        return "direct"
    return "mixed" if kinds - {"indirect"} else "indirect"


def _piece_kind(text: str, quotations: list[Quotation], piece: Span, cue: tuple[Span, ...]) -> Quote:
    outside = [q for q in quotations if not any(q.inner.start <= c.start and c.end <= q.inner.end for c in cue)]
    touching = [q for q in outside if q.outer.start < piece.end and piece.start < q.outer.end]
    if not touching:
        return "indirect"
    inside = sum(max(0, min(q.outer.end, piece.end) - max(q.outer.start, piece.start)) for q in touching)
    whole = inside >= 0.9 * (piece.end - piece.start)
    if whole and any(is_speech(text, q) for q in touching):
        return "direct"
    return "mixed"
