"""Names that a report writes in their own script beside the Latin one: "Zelensky (Зеленський)".

The text itself says that both are one name, whatever they sound like. Where the script can be read letter by letter,
the reason says whether they also sound alike. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.types import Span
from sayso.values.names import SAME, compare_names

_OWN = (  # blocks of Unicode: from Greek, Cyrillic and Armenian to Chinese and Korean
    r"\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u077f\u0780-\u07bf\u08a0-\u08ff\u0900-\u0dff"
    r"\u0e00-\u0fff\u1000-\u109f\u10a0-\u10ff\u1200-\u139f\u1780-\u17ff\u1c90-\u1cbf\u2d00-\u2ddf\u3040-\u30ff"
    r"\u3400-\u9fff\uac00-\ud7af\ua840-\uab2f"
)
_INSIDE = rf"[{_OWN}\u200c\u200d\u0300-\u036f'’ʼ.·-]"  # joiners, marks and hyphens within a word
_NATIVE = rf"[{_OWN}]{_INSIDE}*(?:[ \u00a0]{_INSIDE}+){{0,5}}"
_LABEL = r"(?:(?:in )?[A-Z][a-z]{2,12}\.?: ?|in [A-Z][a-z]{2,12}:? )?"
_CAPITAL = r"[A-Z\u00c0-\u024f][\w'’ʼ‘.-]*"
_LATIN = rf"{_CAPITAL}(?:[ \u00a0](?:(?:al|el|bin|ibn|de|von|van|of|the|da|der)[ -])?{_CAPITAL}){{0,5}}"
_BESIDE = re.compile(
    rf"(?P<latin>{_LATIN})[ \u00a0]?[(\[](?P<native>{_LABEL}{_NATIVE}(?:\s*[/,;|]\s*{_LABEL}{_NATIVE}){{0,3}})[)\]]"
    rf"|(?P<first>{_NATIVE})[ \u00a0]?[(\[](?P<second>{_LATIN})[)\]]"
)
_EACH = re.compile(_NATIVE)
_ANY = re.compile(f"[{_OWN}]")


@dataclass(frozen=True, slots=True)
class OriginalName:
    """A Latin name as far as it stands before the brackets, titles included, and one in its own script."""

    latin: Span
    native: Span
    because: str


def original_names(text: str) -> list[OriginalName]:
    """Every name in its own script that stands in brackets after its Latin form, or before it.

    >>> text = "President Zelensky (Зеленський) spoke."
    >>> [(text[n.latin.start : n.latin.end], text[n.native.start : n.native.end]) for n in original_names(text)]
    [('President Zelensky', 'Зеленський')]
    """
    if not _ANY.search(text):
        return []
    found = []
    for match in _BESIDE.finditer(text):
        part = "latin" if match["latin"] else "second"
        inner = match.span("native" if match["latin"] else "first")
        for native in _EACH.finditer(text, *inner):
            words, own = match[part], native[0].rstrip(" .'’-")
            alike = compare_names(words, own, "PER").score >= SAME
            because = f'the report writes "{" ".join(match[0].split())}"' + ("; they sound alike" if alike else "")
            found.append(
                OriginalName(Span(*match.span(part)), Span(native.start(), native.start() + len(own)), because)
            )
    return found
