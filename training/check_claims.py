"""Checks the names and claims that were marked by hand: ``python -m training.check_claims [FOLDER]``.

``claims/NAME.json`` goes with ``NAME.txt`` in the folder above it; ``claims/README.md`` says how they are written.
``KINDS`` is the one list of kinds, their slots and the values that a slot may have.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from training.align import occurrences

FOLDER = Path(__file__).parent / "data" / "claims"
NAME_TYPES = ("PER", "ORG", "LOC", "NATIONALITY", "WEAPON", "OTHER")
POLARITIES = ("+", "-")
MODALITIES = ("actual", "planned", "possible", "demanded")
TEXT: tuple[str, ...] = ()  # the slot holds words of the text; every other slot holds one of its values, and must

KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "control": {
        "place": TEXT,
        "holder": TEXT,
        "from": TEXT,
        "change": ("gained", "lost", "held", "besieged", "withdrawn"),
    },
    "fighting": {"place": TEXT, "sides": TEXT},
    "attack": {"attacker": TEXT, "target": TEXT, "place": TEXT, "weapon": TEXT},
    "casualties": {
        "of": TEXT,
        "who": TEXT,
        "outcome": ("killed", "injured", "missing", "captured"),
        "number": TEXT,
        "place": TEXT,
    },
    "equipment": {
        "of": TEXT,
        "what": TEXT,
        "number": TEXT,
        "outcome": ("downed", "destroyed", "captured", "damaged"),
    },
    "responsibility": {"who": TEXT, "what": TEXT},
    "foreign fighters": {"by": TEXT, "from": TEXT, "number": TEXT},
    "displacement": {"who": TEXT, "from": TEXT, "to": TEXT, "number": TEXT},
    "truce": {
        "parties": TEXT,
        "place": TEXT,
        "state": ("agreed", "in force", "violated", "ended", "offered", "rejected"),
    },
    "talks": {"who": TEXT, "with": TEXT, "about": TEXT, "means": TEXT},
    "support": {"who": TEXT, "whom": TEXT, "what": TEXT},
    "condemnation": {"who": TEXT, "whom": TEXT, "what": TEXT},
    "office": {"who": TEXT, "post": TEXT, "change": ("appointed", "dismissed", "resigned")},
    "plan": {"who": TEXT, "what": TEXT},
    "demand": {"who": TEXT, "what": TEXT},
    "figure": {"what": TEXT, "value": TEXT, "unit": TEXT, "of": TEXT},
}
NAME_FIELDS = {"name", "type", "spellings"}
CLAIM_FIELDS = {"kind", "evidence", "trigger", "slots", "polarity", "modality", "when"}
WHEN = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")


def faults_of_name(name: dict[str, Any], text: str) -> list[str]:
    """What is wrong with one name, in words; empty where nothing is."""
    if set(name) != NAME_FIELDS:
        return [f"name has the fields {sorted(name)}: {name.get('name')!r}"]
    label = f"name {name['name']!r}"
    faults = [f"{label}: spelling not in the text: {s!r}" for s in name["spellings"] if not occurrences(text, s)]
    if name["type"] not in NAME_TYPES:
        faults.append(f"{label}: unknown type {name['type']!r}")
    if not name["spellings"] or len(set(name["spellings"])) < len(name["spellings"]):
        faults.append(f"{label}: spellings missing or given twice")
    return faults


def faults_of_slots(kind: str, slots: dict[str, Any], text: str) -> list[str]:
    """What is wrong with the slots of a claim of a known kind: ``slots`` maps to words, or to a list of them."""
    known = KINDS[kind]
    faults = [f"unknown slot {slot!r}" for slot in slots if slot not in known]
    for slot, values in known.items():
        if values and slots.get(slot) not in values:
            faults.append(f"{slot} is {slots.get(slot)!r}, not one of {', '.join(values)}")
        if not values and slot in slots:
            words = slots[slot] if isinstance(slots[slot], list) else [slots[slot]]
            faults += [f"{slot} not in the text: {w!r}" for w in words if not w or not occurrences(text, w)]
            if not words:
                faults.append(f"{slot} is empty")
    return faults


def faults_of_claim(claim: dict[str, Any], text: str) -> list[str]:
    """What is wrong with one claim, in words; empty where nothing is."""
    label = f"claim {claim.get('evidence')!r}"
    if set(claim) != CLAIM_FIELDS:
        return [f"{label}: has the fields {sorted(claim)}"]
    if claim["kind"] not in KINDS:
        return [f"{label}: unknown kind {claim['kind']!r}"]
    faults = faults_of_slots(claim["kind"], claim["slots"], text)
    if not claim["evidence"] or not occurrences(text, claim["evidence"]):
        faults.append("evidence not in the text")
    if "\n" in claim["evidence"]:
        faults.append("evidence goes over a line break")
    if not claim["trigger"] or not occurrences(claim["evidence"], claim["trigger"]):
        faults.append(f"trigger not in the evidence: {claim['trigger']!r}")
    if claim["polarity"] not in POLARITIES:
        faults.append(f"unknown polarity {claim['polarity']!r}")
    if claim["modality"] not in MODALITIES:
        faults.append(f"unknown modality {claim['modality']!r}")
    if claim["when"] is not None and not WHEN.fullmatch(claim["when"]):
        faults.append(f"when is neither a day nor first/last: {claim['when']!r}")
    return [f"{label}: {fault}" for fault in faults]


def faults_of_report(marked: dict[str, Any], text: str) -> list[str]:
    """What is wrong with the names and claims of one report, in words; empty where nothing is."""
    if set(marked) != {"names", "claims"}:
        return [f"has the fields {sorted(marked)}, not names and claims"]
    faults = [fault for name in marked["names"] for fault in faults_of_name(name, text)]
    for words, count in Counter(s for name in marked["names"] for s in set(name.get("spellings", ()))).items():
        if count > 1:
            faults.append(f"spelling under {count} names: {words!r}")
    faults += [fault for claim in marked["claims"] for fault in faults_of_claim(claim, text)]
    for words, count in Counter(json.dumps(claim, sort_keys=True) for claim in marked["claims"]).items():
        if count > 1:
            faults.append(f"claim given {count} times: {words}")
    return faults


def read_marked(path: Path) -> tuple[dict[str, Any], str]:
    """The marked names and claims in ``path`` and the text of their report."""
    text = (path.parent.parent / f"{path.stem}.txt").read_text(encoding="utf8")
    marked: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return marked, text


def main(folder: Path) -> int:
    """Prints every fault and the counts by kind; 1 where there is a fault."""
    kinds: Counter[str] = Counter()
    faults, names = 0, 0
    paths = sorted(folder.glob("*.json"))
    for path in paths:
        marked, text = read_marked(path)
        for fault in faults_of_report(marked, text):
            faults += 1
            print(f"{path.name}: {fault}")
        names += len(marked.get("names", ()))
        kinds.update(claim.get("kind") for claim in marked.get("claims", ()))
    print(f"{len(paths)} reports, {names} names, {kinds.total()} claims, {faults} faults")
    for kind, count in kinds.most_common():
        print(f"{kind}: {count}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
