"""Kinds of claim in the codes of other codebooks, from tables/codes.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.types import Claim
from sayso.values.on_board import load_table


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table: what a claim is called by PLOVER, ACLED and Airwars, and whether UCDP could count it."""

    kind: str
    change: str
    words: tuple[str, ...]
    plover: tuple[str, str, str]
    acled: tuple[str, str, str]
    ucdp: bool
    strike: str

    def fits(self, claim: Claim) -> bool:
        """Whether the row is for such a claim."""
        if self.kind != claim.kind or self.change not in ("", claim.slot("change")):
            return False
        return not self.words or any(re.search(word, claim.slot("weapon"), re.IGNORECASE) for word in self.words)


@cache
def all_codes() -> tuple[Code, ...]:
    """The rows of the table, in order."""
    return tuple(
        Code(
            kind=row["kind"],
            change=row.get("change", ""),
            words=tuple(row.get("words", ())),
            plover=tuple(row["plover"]),
            acled=tuple(row["acled"]),
            ucdp=row["ucdp"],
            strike=row["strike"],
        )
        for row in load_table("codes", "views")["code"]
    )


def code_of(claim: Claim) -> Code | None:
    """The first row for a claim, None where no codebook has a code for it."""
    return next((code for code in all_codes() if code.fits(claim)), None)


def plover_of(claim: Claim) -> str:
    """PLOVER's event type, mode and context, joined by points: "ASSAULT.heavy-weapons.military"; "" for none."""
    code = code_of(claim)
    return ".".join(part for part in code.plover if part) if code else ""


def harmed(who: str) -> str:
    """Whom a claim of casualties counts: "civilians", "" where it does not say, else "others" (soldiers and such)."""
    people: dict[str, list[str]] = load_table("codes", "views")["people"]
    if who.casefold() in people["civilians"]:
        return "civilians"
    return "" if who.casefold() in people["unsaid"] else "others"


def grade_of(standing: str, blamed: int) -> tuple[str, str]:
    """Airwars' grade and the reason, by the standing of the question and how many sides are said to have done it."""
    if blamed > 1:
        return "Contested", "more than one side is said to have done it"
    grade, because = load_table("codes", "views")["grades"].get(standing, ("", ""))
    return grade, because
