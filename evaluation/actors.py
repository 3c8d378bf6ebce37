"""Who speaks for which side in the small invented conflicts of `training/actors`, in which every name is marked.

`python -m evaluation.actors`: the first, third, ... conflict in order of name make the half `development`, the others
`--half test`; what is learnt of names is learnt from the other half. Of the statements whose source is a marked name
each line gives, for each kind of name, the share whose party is right, that have none though one is marked, that have
a wrong one, and whose party the table of parties knows at all. `--missed` prints what went wrong; `--rules` leaves out
what is learnt of names; `--cache FILE` keeps what the model reads.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.actors import DATA, fold, learn, read_conflicts

from evaluation.score_ledger import same_party
from sayso.claims.naming import resolve_names
from sayso.reading.reader import read_report
from sayso.reading.tagger import Reader, load_tagger
from sayso.reports import Given, read_path
from sayso.types import Attribution, Problem, Report, Span
from sayso.values.actors import KINDS as NAME_KINDS
from sayso.values.actors import SIDES, Weights
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import PartyTable, learn_parties

NOTHING_LEARNT = Weights.of({"": [50.0 * (kind == "organ") for kind in NAME_KINDS]})
"""By these every name is a body's whose owner is unknown: nothing is added, nothing taken away."""

KINDS = ("person", "organ", "seat", "state", "group", "region", "body")


@dataclass(slots=True)
class Remembering:
    """A reader that reads each text once."""

    reader: Callable[[], Reader]
    known: dict[str, tuple[list[Attribution], list[tuple[str, Span]]]] = field(default_factory=dict)
    version: str = "remembering"

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        """As the protocol says."""
        if text not in self.known:
            self.known[text] = self.reader().read(text)
        return self.known[text]


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement: the conflict, its source, the kind and party of the marked name in it, the party that was read."""

    conflict: str
    words: str
    kind: str
    party: str
    read: str
    right: bool
    known: bool
    because: str


def answers(path: Path, reader: Reader, weights: Weights | None) -> Iterator[Answer]:
    """What is read of the statements of one conflict."""
    marked: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    reports = list(_reports(marked["reports"]))
    of_form = {fold(form): (entry["kind"], entry["party"]) for entry in marked["names"] for form in entry["forms"]}
    texts = [report.text for report in reports]
    table, kinds = learn_parties(texts, weights=weights), learn_kinds(texts)
    readings = [read_report(report, reader, table, kinds) for report in reports]
    naming = resolve_names(reports, readings, table)
    forms = _forms(marked)
    for report, reading in zip(reports, readings, strict=True):
        for one in reading.statements:
            words = _words(report, one.source)
            found = marked_name(words, one.speaker, of_form) if words else None
            if found is None:
                continue
            kind, party = found
            read = naming.party_for(one)
            if not read and party and same_party(party, one.speaker):
                read = one.speaker
            because = next((why for why in one.because if why.startswith("party:")), "no reason")
            right = _is_right(party, read, forms)
            yield Answer(path.stem, words, kind, party, read, right, _is_known(party, table), because)


def _reports(texts: Sequence[str]) -> Iterator[Report]:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts, 1):
            path = Path(folder) / f"{number:02}.txt"
            path.write_text(text, encoding="utf8")
            yield from (one for one in read_path(str(path), Given()) if not isinstance(one, Problem))


def _words(report: Report, source: Sequence[Span]) -> str:
    return report.text[source[0].start : source[-1].end] if source else ""


def _forms(marked: Mapping[str, Any]) -> dict[str, set[str]]:
    out: defaultdict[str, set[str]] = defaultdict(set)
    for entry in marked["names"]:
        if entry["kind"] in (*SIDES, "region"):
            out[entry["party"]] |= {form for form in entry["forms"] if len(form) > 2}
    return out


def _is_right(party: str, read: str, forms: Mapping[str, set[str]]) -> bool:
    if same_party(party, read):
        return True
    return bool(party and read) and any(same_party(form, read) for form in forms.get(party, ()))


def _is_known(party: str, table: PartyTable) -> bool:
    return not party or table.party_of(party) is not None or any(one.party == party for one in table.learnt.values())


def marked_name(words: str, speaker: str, of_form: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The kind and party of the marked name that a source is or holds; None where it holds those of two parties."""
    for whole in (words, speaker):
        if found := of_form.get(fold(whole.strip(' ,."“”'))):
            return found
    within = words.casefold()
    held = [
        (len(form), one)
        for form, one in of_form.items()
        if one[0] in KINDS and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", within)
    ]
    if persons := [each for each in held if each[1][0] == "person"]:
        return max(persons)[1]
    return held[0][1] if len({party for _, (_, party) in held}) == 1 else None


def line(name: str, found: Sequence[Answer]) -> str:
    """The shares of one kind."""
    count = len(found) or 1
    none = sum(not each.read and bool(each.party) for each in found)
    wrong = sum(bool(each.read) and not each.right for each in found)
    right, known = (sum(getattr(each, what) for each in found) for what in ("right", "known"))
    return f"{name:8}{len(found):6}{right / count:8.3f}{none / count:8.3f}{wrong / count:8.3f}{known / count:8.3f}"


def halves() -> dict[str, list[Path]]:
    """The conflicts of each half."""
    paths = sorted(DATA.glob("*.json"))
    return {"development": paths[::2], "test": paths[1::2]}


def report(found: Sequence[Answer], *, missed: bool) -> Iterable[str]:
    """The lines that are printed."""
    yield f"{'':8}{'':>6}{'right':>8}{'none':>8}{'wrong':>8}{'known':>8}"
    yield line("all", found)
    yield from (line(kind, [each for each in found if each.kind == kind]) for kind in KINDS)
    for each in found if missed else ():
        if not each.right:
            yield (
                f'{each.conflict} {each.kind} "{each.words}" is [{each.party}]{"" if each.known else "?"}, read '
                f"[{each.read}]; {each.because}"
            )


def main(arguments: Sequence[str]) -> int:
    """Print the table; 0 always: the floors are kept by the tests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("development", "test"), default="development")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--cache", type=Path)
    chosen = parser.parse_args(arguments)
    half = halves()
    other = half["test" if chosen.half == "development" else "development"]
    weights = NOTHING_LEARNT if chosen.rules else learn(read_conflicts(other))
    reader = Remembering(load_tagger)
    if chosen.cache and chosen.cache.exists():
        reader.known.update(pickle.loads(chosen.cache.read_bytes()))
    before = len(reader.known)
    found = [each for path in half[chosen.half] for each in answers(path, reader, weights)]
    if chosen.cache and len(reader.known) > before:
        chosen.cache.write_bytes(pickle.dumps(reader.known))
    print("\n".join(report(found, missed=chosen.missed)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
