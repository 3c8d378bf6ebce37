"""Kind of incident and how sure a report is of who did it, in MUC-4, against the kinds of our claims and our stances.

*Kind*: a template is found where a claim of a kind that goes with its kind of incident stands in a sentence that holds
one of its strings (perpetrator, target, instrument). *Confidence*: of the sentences that hold a string of the
organisation and a claim, the stance says how the report has it:

    claimed or admitted     the statement's speaker is the organisation, and does not deny
    acquitted               the statement denies
    possible                the claim is only possible
    suspected or accused    somebody else says so, or accuses
    reported as fact        the report says so in its own voice

Where sentences differ the first of this list that occurs counts; a template without such a sentence is not read. Texts
are capitals, as they are. ``python -m evaluation.muc_claims CORPUS.jsonl [--wrong N] [--limit N]``
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.muc_numbers import asked
from sayso.ledger import load_reader
from sayso.reading.reader import read_report
from sayso.reading.sentences import sentences
from sayso.types import Claim, Reading, Report, Span, Statement

Row = Mapping[str, Any]
KINDS = {
    "ATTACK": {"attack", "fighting", "casualties", "responsibility", "equipment"},
    "BOMBING": {"attack", "responsibility", "casualties"},
    "KIDNAPPING": {"attack", "responsibility", "casualties", "foreign fighters"},
    "ARSON": {"attack", "responsibility", "equipment"},
    "HIJACKING": {"attack", "responsibility", "equipment"},
    "ROBBERY": {"attack", "responsibility"},
    "FORCED WORK STOPPAGE": {"attack", "responsibility"},
}
DEEDS = ("attack", "responsibility", "casualties", "fighting", "equipment")
ORDER = ("claimed or admitted", "acquitted", "possible", "suspected or accused", "reported as fact")
GOLD = {
    "REPORTED AS FACT": "reported as fact",
    "CLAIMED OR ADMITTED": "claimed or admitted",
    "SUSPECTED OR ACCUSED": "suspected or accused",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "suspected or accused",
    "POSSIBLE": "possible",
    "ACQUITTED": "acquitted",
}
STRINGS = (
    "PERP: INDIVIDUAL ID",
    "PERP: ORGANIZATION ID",
    "PHYS TGT: ID",
    "HUM TGT: NAME",
    "HUM TGT: DESCRIPTION",
    "INCIDENT: INSTRUMENT ID",
)
SHORTEST = 3  # letters of a string that tells anything


def strings_of(slots: Row, names: Sequence[str]) -> set[str]:
    """The strings of a template's slots, long enough to tell anything."""
    return {s.casefold() for name in names for f in slots.get(name, []) for s in f["strings"] if len(s) >= SHORTEST}


def types_of(slots: Row) -> set[str]:
    """The kinds of incident of a template, any of which is right."""
    return {kind.strip() for f in slots.get("INCIDENT: TYPE", []) for kind in (f["value"] or "").split("/")} - {""}


def confidences(slots: Row) -> Iterator[tuple[set[str], set[str]]]:
    """For each organisation of a template its strings, and the confidences that are right."""
    for fill in slots.get("PERP: ORGANIZATION CONFIDENCE", []):
        right = {GOLD[each.strip()] for each in (fill["value"] or "").split("/") if each.strip() in GOLD}
        strings = {s.casefold() for s in fill["strings"] if len(s) >= SHORTEST}
        if right and strings:
            yield strings, right


def is_found(slots: Row, text: str, spans: Sequence[Span], claims: Sequence[Claim]) -> bool:
    """Whether a claim of a fitting kind stands in a sentence with one of the template's strings."""
    wanted = set().union(*(KINDS.get(kind, set()) for kind in types_of(slots)))
    strings = strings_of(slots, STRINGS)
    near = [s for s in spans if any(each in text[s.start : s.end].casefold() for each in strings)]
    return any(c.kind in wanted and any(_meet(c.evidence, s) for s in near) for c in claims)


def confidence(strings: set[str], text: str, spans: Sequence[Span], reading: Reading) -> str | None:
    """How sure the report is that the organisation did it, None where no claim stands with it."""
    statements = {s.id: s for s in reading.statements}
    found = set()
    for sentence in spans:
        if any(each in text[sentence.start : sentence.end].casefold() for each in strings):
            for claim in reading.claims:
                if claim.kind in DEEDS and _meet(claim.evidence, sentence):
                    found.add(_of_claim(claim, statements.get(claim.statement or ""), strings, text))
    return next((each for each in ORDER if each in found), None)


def _of_claim(claim: Claim, statement: Statement | None, strings: set[str], text: str) -> str:
    if statement is None:
        return "possible" if claim.modality == "possible" else "reported as fact"
    said = " ".join([statement.speaker, *(text[s.start : s.end] for s in statement.source)]).casefold()
    if statement.stance == "denies" or claim.polarity == "-":
        return "acquitted"
    if any(each in said for each in strings):
        return "claimed or admitted"
    return "possible" if claim.modality == "possible" else "suspected or accused"


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares, and what was read instead."""
    rows, shown = asked(__doc__ or "", arguments)
    reader = load_reader()
    kinds: Counter[tuple[str, bool]] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    right: Counter[bool] = Counter()
    quiet: Counter[bool] = Counter()
    for row in rows:
        report = Report(id=row["id"], text=row["text"], path=row["id"])
        reading, spans = read_report(report, reader), sentences(row["text"])
        if not row["templates"]:
            quiet[not any(c.kind in ("attack", "responsibility") for c in reading.claims)] += 1
        for template in row["templates"]:
            slots = template["slots"]
            kinds[" / ".join(sorted(types_of(slots))), is_found(slots, row["text"], spans, reading.claims)] += 1
            for strings, wanted in confidences(slots):
                read = confidence(strings, row["text"], spans, reading)
                pairs[" / ".join(sorted(wanted)), read or "not read"] += 1
                if read:
                    right[read in wanted] += 1
                if read not in wanted and sum(pairs.values()) - right[True] <= shown:
                    print(f"  {row['id']}: {sorted(strings)[0]}: gold {sorted(wanted)}, read {read}", file=sys.stderr)
    print_table(kinds, pairs, right, quiet)
    return 0


def print_table(
    kinds: Counter[tuple[str, bool]],
    pairs: Counter[tuple[str, str]],
    right: Counter[bool],
    quiet: Counter[bool],
) -> None:
    """The shares by kind of incident and by confidence."""
    for kind in sorted({k for k, _ in kinds}):
        print(f"{kind}: {kinds[kind, True]} of {kinds[kind, True] + kinds[kind, False]}")
    found = sum(n for (_, hit), n in kinds.items() if hit)
    print(f"kind of incident: {found} of {sum(kinds.values())}")
    print(f"without a template and without an attack: {quiet[True]} of {quiet.total()}")
    for (wanted, read), n in sorted(pairs.items(), key=lambda each: (each[0][0], -each[1])):
        print(f"    {wanted}: {n} {read}")
    total = sum(pairs.values())
    print(f"confidence: right {right[True]} of {right.total()} read, of {total} in all")


if __name__ == "__main__":
    sys.exit(main())
