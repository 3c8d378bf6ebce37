"""Kinds of claim in the codes of other codebooks, from tables/codes.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.types import Claim
from sayso.values.on_board import load_table

_OPEN = re.compile(r"bomb|str(?:ike|uck|iking)|\bhit|attack|raid|drop|blow|destroy|burn|kill", re.IGNORECASE)
_SAID = re.compile(
    r"air|drone|jet|plane|rocket|missile|mortar|shell|artiller|mine|grenade|suicide|car bomb", re.IGNORECASE
)


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

    def fits(self, claim: Claim, means: str = "") -> bool:
        """Whether the row is for such a claim; ``means`` is what its words name beside the weapon."""
        if self.kind != claim.kind or self.change not in ("", claim.slot("change") or claim.slot("deed")):
            return False
        weapon = f"{claim.slot('weapon')} {means}"
        return not self.words or any(re.search(word, weapon, re.IGNORECASE) for word in self.words)


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


def code_of(claim: Claim, words: str = "") -> Code | None:
    """The first row for a claim, None where no codebook has a code for it.

    Args:
        claim: the claim.
        words: those that it was read from; what bombed and struck is often named there and not in its weapon.
    """
    means = means_in(words, claim.slot("weapon")) if claim.kind == "attack" else ""
    return next((code for code in all_codes() if code.fits(claim, means)), None)


def means_in(words: str, weapon: str) -> str:
    """What did it where the weapon leaves that open: what acts before it, or stands behind "by", "with" or "from".

    >>> means_in("A jet bombed the mill", "bombed"), means_in("The mill was hit by two drones", "was hit")
    ('jet', 'drones')
    >>> means_in("Guns shelled a helicopter", "shelled"), means_in("They attacked the jets", "attacked")
    ('', '')
    """
    if not _OPEN.search(weapon) or _SAID.search(weapon):
        return ""
    acting, behind = _means()
    start = words.casefold().find(weapon.casefold())
    found = (acting.search(words, 0, start) if start >= 0 else None) or behind.search(words)
    return found["means"] if found else ""


@cache
def _means() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may do it, as it acts, and as it stands behind "by"."""
    means = rf"(?P<means>{'|'.join(load_table('codes', 'views')['means']['words'])})\b"
    acting = re.compile(rf"\b{means}(?![’'])", re.IGNORECASE)
    return acting, re.compile(rf"\b(?:by|with|using|from) (?:[\w’'-]+ ){{0,4}}?{means}", re.IGNORECASE)


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
