"""Names over all reports with what reports write beside them in their own script: "Zelensky (Зеленський)"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.types import KnownName
from sayso.values.original_names import original_names


def with_own_scripts(known: Sequence[KnownName], texts: Iterable[str]) -> list[KnownName]:
    """``known`` with the spellings in their own scripts that ``texts`` give, and the reason.

    A name in its own script that a reader found by itself is joined to the one it stands beside.
    """
    names = list(known)
    for text in texts:
        for found in original_names(text):
            latin, native = (text[span.start : span.end] for span in (found.latin, found.native))
            first = _of_words(names, latin)
            if first is None or native in first.spellings:
                continue
            other = next((each for each in names if native in each.spellings and each is not first), None)
            spellings = tuple(dict.fromkeys((*first.spellings, *(other.spellings if other else ()), native)))
            reasons = (*first.because, *(other.because if other else ()), f"{first.name} = {native}: {found.because}")
            joined = replace(first, spellings=spellings, because=reasons)
            names = [joined if each is first else each for each in names if each is not other]
    return names


def _of_words(names: Sequence[KnownName], words: str) -> KnownName | None:
    """The name that ``words`` are, or end on: "President Zelensky"."""
    parts = words.split()
    for start in range(len(parts)):
        spelling = " ".join(parts[start:])
        found = next((each for each in names if spelling in each.spellings), None)
        if found:
            return found
    return None
